"""One workshop for one client: what the facilitator decides."""

import datetime
from enum import StrEnum

from workshop_kit.domain.agenda import Length
from workshop_kit.domain.by_hand import Copies, DayPart, MovedSlide, OwnSlide, SlideEdit
from workshop_kit.domain.language import Language
from workshop_kit.domain.value import Value

DEFAULT_START = datetime.time(9, 0)
DEFAULT_CONTACT = "Mike Görtz\nNorkart\nTlf. 99 47 85 66\nmike.gortz@norkart.no"
DEFAULT_FACILITATOR = "Mike Görtz, Norkart"


class Settings(Value, frozen=True, kw_only=True):
    """The facilitator's own settings, for every workshop.

    `contact` is printed on the closing slide, one line each; an empty one is left out. The rest is for the windows:
    `language` nb, nn or en, `scheme` light, dark or system, `text_size` in per cent, and folders, "" for the usual ones.
    `brand_file` holds the colours of decks and sheets, "" for the shipped ones. `is_welcomed` tells that the first run is over.
    """

    facilitator: str = DEFAULT_FACILITATOR
    contact: str = DEFAULT_CONTACT
    language: str = "nb"
    scheme: str = "system"
    text_size: int = 100
    workshops_folder: str = ""
    own_folder: str = ""
    brand_file: str = ""
    is_welcomed: bool = False


class ParticipantRole(StrEnum):
    """Who the workshop is for; in the order of the slide that greets them."""

    DIRECTOR = "kommunalsjef"
    SERVICE_MANAGER = "tjenesteleder"
    PROFESSIONAL_LEAD = "fagleder"
    TEAM_LEAD = "teamleder"
    DIGITAL_LEAD = "digitaliseringsleder"
    PROJECT_MANAGER = "prosjektleder"


class OwnGoal(Value, frozen=True, kw_only=True):
    """A goal from the municipality's own plans, with the year it was adopted."""

    year: int
    text: str


class OwnExample(Value, frozen=True, kw_only=True):
    """Something the client did itself, in the example card's four rows; `year` 0 means undated."""

    title: str
    need: str
    did: str
    result: str
    learn: str
    year: int = 0


class Workshop(Value, frozen=True, kw_only=True):
    """One workshop: for whom, in which language, how long, when, where and by whom.

    `municipality` is its number. Without a `date` every date line stays blank. `target_minutes` asks for a length
    between the usual ones. `goals` are the numbers of the UN's goals the client chose, `themes` those it cares
    about, of the themes that examples have, `roles` the keys of those who come, `own_goals` what the municipality itself
    has adopted, `own_example` what it wants to show. `examples` are the ids of examples chosen by hand, in order;
    `pinned` slides are shown whatever the length, and slides, exercises and examples that are `dropped` are left out.
    `participants` is how many are expected, 0 for not known yet, and `notes` are the facilitator's own, printed nowhere.

    With a `day` the parts stand as they were arranged by hand; else the day is planned. `hidden` slides go along as a
    reserve, `moved` ones stand where they were put, in the order of the moves, `edits` are other words and `own_slides` are
    shown for this client alone. `group_size` is how many sit together (0 for what each exercise asks), `copies` are those
    that differ from the head-count, `logo` is a picture's file name in the folder of media, and `done` are the points of the
    preparation that the facilitator has ticked.
    """

    municipality: str
    language: Language
    length: Length = Length.HALF_DAY
    date: datetime.date | None = None
    start: datetime.time = DEFAULT_START
    place: str = ""
    facilitator: str = DEFAULT_FACILITATOR
    contact: str = DEFAULT_CONTACT
    target_minutes: int | None = None
    goals: tuple[int, ...] = ()
    themes: tuple[str, ...] = ()
    roles: tuple[ParticipantRole, ...] = ()
    own_goals: tuple[OwnGoal, ...] = ()
    own_example: OwnExample | None = None
    examples: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    participants: int = 0
    notes: str = ""
    day: tuple[DayPart, ...] = ()
    hidden: tuple[str, ...] = ()
    moved: tuple[MovedSlide, ...] = ()
    edits: tuple[SlideEdit, ...] = ()
    own_slides: tuple[OwnSlide, ...] = ()
    group_size: int = 0
    copies: tuple[Copies, ...] = ()
    logo: str = ""
    done: tuple[str, ...] = ()
