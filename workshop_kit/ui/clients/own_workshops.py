"""The facilitator's own workshops as the page is given them: what stands on a card, and where the file is."""

from enum import StrEnum
from pathlib import Path

from workshop_kit.domain.value import Value


class GroupKind(StrEnum):
    """Which heading a group of workshops stands under."""

    UPCOMING = "upcoming"
    RECENT = "recent"


class OwnWorkshop(Value, frozen=True, kw_only=True):
    """A workshop that the facilitator has made: the client's name, a line such as date and length, and its file."""

    title: str
    subtitle: str
    path: Path


class WorkshopGroup(Value, frozen=True, kw_only=True):
    """Workshops under one heading, in the order they are to be shown."""

    kind: GroupKind
    workshops: tuple[OwnWorkshop, ...]
