"""One workshop for one client: what the facilitator decides."""

import datetime

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.value import Value

DEFAULT_START = datetime.time(9, 0)
DEFAULT_CONTACT = "Mike Görtz\nNorkart\nTlf. 99 47 85 66\nmike.gortz@norkart.no"
DEFAULT_FACILITATOR = "Mike Görtz, Norkart"


class Settings(Value, frozen=True, kw_only=True):
    """The facilitator's own settings, for every workshop.

    `contact` is printed on the closing slide, one line each; an empty one is left out.
    """

    facilitator: str = DEFAULT_FACILITATOR
    contact: str = DEFAULT_CONTACT


class Workshop(Value, frozen=True, kw_only=True):
    """One workshop: for whom, in which language, how long, when, where and by whom.

    `municipality` is its number. Without a `date` every date line stays blank.
    """

    municipality: str
    language: Language
    length: Length = Length.HALF_DAY
    date: datetime.date | None = None
    start: datetime.time = DEFAULT_START
    place: str = ""
    facilitator: str = DEFAULT_FACILITATOR
    contact: str = DEFAULT_CONTACT
