"""Norwegian number, date and clock formats, the same in titles, labels and tables.

Every rounding goes through `rounded`, so that a figure never has two faces. Numbers hold a no-break space between
thousands and before a unit (U+00A0), a decimal comma, and a true minus sign (U+2212).
"""

import re
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

from workshop_kit.domain.language import Language

NO_BREAK = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"

MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
WEEKDAYS = {
    Language.NB: ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    Language.NN: ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
}

_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})"),
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?")


def rounded(value: float, decimals: int = 0) -> Decimal:
    """Round half away from zero, as people do by hand, on the digits the number is written with."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def whole(value: float) -> int:
    """Round to a whole number, half away from zero."""
    return int(rounded(value))


def format_number(value: float, decimals: int = 0) -> str:
    """Write a number with grouped thousands and a decimal comma: «4 714», «−3,2»."""
    digits = f"{abs(rounded(value, decimals)):,f}".replace(",", NO_BREAK).replace(".", ",")
    return f"{MINUS}{digits}" if value < 0 and any(digit in digits for digit in "123456789") else digits


def format_short(value: float, decimals: int = 1) -> str:
    """Write a number with at most some decimals, and none when they are zero: «3», «3,2»."""
    return format_number(value, decimals if rounded(value, decimals) % 1 else 0)


def format_percent(value: float, decimals: int = 0) -> str:
    """Write a share in per cent with its sign: «29,9 %»."""
    return f"{format_number(value, decimals)}{NO_BREAK}%"


def format_date(day: date) -> str:
    """Write a date in words, the same in both languages: «14. januar 2027»."""
    return f"{day.day}.{NO_BREAK}{MONTHS[day.month - 1]} {day.year}"


def format_weekday_date(day: date, language: Language) -> str:
    """Write a date in words with its weekday: «torsdag 14. januar 2027»."""
    return f"{WEEKDAYS[language][day.weekday()]} {format_date(day)}"


def format_clock(clock: time) -> str:
    """Write a clock time: «09.15»."""
    return f"{clock.hour:02}.{clock.minute:02}"


def parse_date(text: str) -> date | None:
    """Read a date as 2027-01-14 or 14.1.2027; None when it is not one."""
    match = next((found for form in _DATES if (found := form.fullmatch(text.strip()))), None)
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def parse_clock(text: str) -> time | None:
    """Read a clock time as 9, 09:00, 09.00 or 0900; None when it is not one."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
