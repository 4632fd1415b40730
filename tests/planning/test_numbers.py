"""Numbers, dates and clock times are written the Norwegian way, and rounded the same everywhere."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.language import Language
from workshop_kit.planning.numbers import (
    format_clock,
    format_date,
    format_number,
    format_percent,
    format_short,
    format_weekday_date,
    parse_clock,
    parse_date,
    rounded,
    whole,
)

NUMBERS = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (4714, 0, "4\u00a0714"),
        (728714, 0, "728\u00a0714"),
        (219, 0, "219"),
        (29.9, 1, "29,9"),
        (29.9, 0, "30"),
        (21.85, 1, "21,9"),
        (2.5, 0, "3"),
        (-3.25, 1, "−3,3"),
        (-1234.0, 0, "−1\u00a0234"),
        (-0.04, 1, "0,0"),
        (0.0, 1, "0,0"),
    ],
)
def test_a_number_has_spaced_thousands_a_comma_and_a_true_minus(value: float, decimals: int, written: str) -> None:
    assert format_number(value, decimals) == written


@given(NUMBERS, st.integers(0, 3))
def test_a_written_number_reads_back_as_the_rounded_value(value: float, decimals: int) -> None:
    written = format_number(value, decimals)

    assert Decimal(written.replace("\u00a0", "").replace(",", ".").replace("−", "-")) == rounded(value, decimals)


@given(NUMBERS)
def test_halves_are_rounded_away_from_zero_on_both_sides(value: float) -> None:
    assert whole(-value) == -whole(value)
    assert abs(whole(value) - value) <= 0.5


def test_a_zero_decimal_is_left_out_of_a_short_number() -> None:
    assert [format_short(value) for value in (3.0, 3.04, 3.06, 10.6)] == ["3", "3", "3,1", "10,6"]


def test_a_share_keeps_its_sign_on_the_line() -> None:
    assert format_percent(29.94, 1) == "29,9\u00a0%"
    assert format_percent(29.94) == "30\u00a0%"


def test_a_date_is_written_in_words_with_each_language_s_weekdays() -> None:
    day = date(2027, 1, 14)

    assert format_date(day) == "14.\u00a0januar 2027"
    assert format_weekday_date(day, Language.NB) == "torsdag 14.\u00a0januar 2027"
    week = [date(2027, 3, number) for number in range(1, 8)]
    assert [format_weekday_date(each, Language.NN).split()[0] for each in week] == [
        "måndag",
        "tysdag",
        "onsdag",
        "torsdag",
        "fredag",
        "laurdag",
        "sundag",
    ]


def test_a_clock_time_has_a_full_stop_and_two_digits() -> None:
    assert format_clock(time(9, 5)) == "09.05"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_an_iso_date_reads_back(day: date) -> None:
    assert parse_date(f" {day.isoformat()} ") == day


@pytest.mark.parametrize("text", ["14.01.2027", "14.1.2027", "14. 1. 2027"])
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert parse_date(text) == date(2027, 1, 14)


@pytest.mark.parametrize("text", ["", "2027-02-30", "14.1.27", "30.2.2027", "14.01.27", "2027-1-14", "i morgen", "2027-01-14T09:00"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["14.1.2027", "14. 1. 2027"])
def test_a_date_as_norwegians_write_it_is_read(text: str) -> None:
    assert parse_date(text) == date(2027, 1, 14)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9", time(9)),
        ("09:00", time(9)),
        ("09.00", time(9)),
        ("0900", time(9)),
        ("900", time(9)),
        ("8.30", time(8, 30)),
        (" 23:59 ", time(23, 59)),
        ("0", time(0)),
    ],
)
def test_a_start_time_is_read_as_people_write_it(text: str, clock: time) -> None:
    assert parse_clock(text) == clock


@pytest.mark.parametrize("text", ["", "24", "9:60", "9:5", "ni", "09:00:00", "9h", "-9"])
def test_what_is_no_clock_time_gives_none(text: str) -> None:
    assert parse_clock(text) is None
