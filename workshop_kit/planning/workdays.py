"""Working days in Norway: the dates that a plan of days from the workshop falls on."""

from datetime import date, timedelta

SATURDAY = 5
FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)})
"""Month and day of the holidays that never move."""
FROM_EASTER = frozenset({-3, -2, 0, 1, 39, 49, 50})
"""Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension Day, Whit Sunday and Monday."""


def easter(year: int) -> date:
    """Give Easter Sunday of a year (Meeus, Jones and Butcher's rule for the Gregorian calendar)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, extra = century // 4, century % 4
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * extra + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def is_working_day(day: date) -> bool:
    """Tell whether people are at work: no weekend, and no public holiday."""
    return day.weekday() < SATURDAY and (day.month, day.day) not in FIXED_HOLIDAYS and (day - easter(day.year)).days not in FROM_EASTER


def working_day_after(start: date, days: int) -> date:
    """Give the day some days after another, moved to the next working day where it is none."""
    day = start + timedelta(days=days)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
