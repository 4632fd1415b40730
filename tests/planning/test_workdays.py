"""The dates of a plan of days fall where people in Norway are at work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.planning.numbers import NO_BREAK, format_date
from workshop_kit.planning.slides import DAYS
from workshop_kit.planning.workdays import easter, is_working_day, working_day_after

ANY_DAY = st.dates(date(2000, 1, 1), date(2050, 12, 31))


@pytest.mark.parametrize(
    "sunday",
    [
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2016, 3, 27),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2030, 4, 21),
        date(2035, 3, 25),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2050, 4, 10),
    ],
)
def test_easter_falls_on_the_days_of_the_calendar(sunday: date) -> None:
    assert easter(sunday.year) == sunday


@given(st.integers(min_value=1583, max_value=4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    found = easter(year)

    assert found.weekday() == 6
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2027, 5, 17),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2028, 12, 26),
        date(2026, 11, 7),
        date(2026, 11, 8),
    ],
)
def test_nobody_is_at_work_on_a_public_holiday_or_at_the_weekend(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 4, 1), date(2026, 4, 7), date(2026, 5, 13), date(2026, 5, 15), date(2026, 12, 24)])
def test_the_days_around_the_holidays_are_working_days(day: date) -> None:
    assert is_working_day(day)


def test_the_hundred_days_after_14_january_2027_skip_the_weekends() -> None:
    start = date(2027, 1, 14)
    found = [working_day_after(start, days) for days in DAYS]

    # 24 January is a Sunday, 13 February a Saturday, 15 March a Monday, and 24 April a Saturday.
    assert found == [date(2027, 1, 25), date(2027, 2, 15), date(2027, 3, 15), date(2027, 4, 26)]
    assert format_date(found[-1]).replace(NO_BREAK, " ") == "26. april 2027"


def test_a_day_in_easter_moves_past_the_whole_of_it() -> None:
    assert working_day_after(date(2027, 3, 15), 10) == date(2027, 3, 30)


@given(ANY_DAY, st.integers(min_value=0, max_value=365))
def test_the_day_found_is_the_first_working_day_from_then_on(start: date, days: int) -> None:
    asked, found = start + timedelta(days=days), working_day_after(start, days)

    assert is_working_day(found)
    assert not any(is_working_day(asked + timedelta(days=between)) for between in range((found - asked).days))
    assert (found - asked).days <= 5
