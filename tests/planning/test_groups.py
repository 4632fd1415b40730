"""Groups from a head-count: everybody sits, the tables are alike, and none is too small where that can be avoided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.content import GroupSize
from workshop_kit.planning.groups import MOST_OVER, shared, tables

PEOPLE = st.integers(min_value=1, max_value=500)
SIZES = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(lambda pair: GroupSize(least=min(pair), most=max(pair)))
WANTED = st.integers(min_value=0, max_value=12)


@pytest.mark.parametrize(
    ("people", "least", "most", "wanted", "sizes"),
    [
        (24, 3, 6, 0, (6, 6, 6, 6)),
        (24, 4, 8, 6, (6, 6, 6, 6)),
        (17, 4, 4, 0, (5, 4, 4, 4)),
        (17, 3, 8, 5, (5, 4, 4, 4)),
        (17, 3, 6, 0, (6, 6, 5)),
        (7, 4, 4, 0, (4, 3)),
        (13, 6, 12, 0, (7, 6)),
        (3, 2, 2, 0, (3,)),
        (24, 6, 12, 5, (6, 6, 6, 6)),
        (24, 2, 4, 9, (4, 4, 4, 4, 4, 4)),
        (1, 3, 6, 0, (1,)),
        (2, 3, 6, 0, (2,)),
        (3, 4, 4, 0, (3,)),
        (0, 3, 6, 0, ()),
    ],
)
def test_people_are_shared_between_tables(people: int, least: int, most: int, wanted: int, sizes: tuple[int, ...]) -> None:
    assert tables(people, GroupSize(least=least, most=most), wanted) == sizes


@given(people=PEOPLE, size=SIZES, wanted=WANTED)
def test_everybody_sits_and_no_two_tables_differ_by_more_than_one(people: int, size: GroupSize, wanted: int) -> None:
    found = tables(people, size, wanted)

    assert sum(found) == people
    assert max(found) - min(found) <= 1
    assert found == tuple(sorted(found, reverse=True))


@given(people=PEOPLE, size=SIZES, wanted=WANTED)
def test_no_table_is_too_small_where_it_can_be_avoided(people: int, size: GroupSize, wanted: int) -> None:
    ways = [shared(people, count) for count in range(1, people + 1)]
    is_avoidable = any(way[-1] >= size.least and way[0] <= size.most + MOST_OVER for way in ways)

    assert tables(people, size, wanted)[-1] >= size.least or not is_avoidable


@given(people=PEOPLE, size=SIZES, wanted=WANTED)
def test_no_table_is_over_the_most_but_by_one_to_spare_another(people: int, size: GroupSize, wanted: int) -> None:
    found = tables(people, size, wanted)

    assert found[0] <= size.most + MOST_OVER
    assert found[0] <= size.most or found[-1] >= size.least


@pytest.mark.parametrize("wanted", range(2, 13))
def test_five_hundred_people_sit_as_many_together_as_was_asked(wanted: int) -> None:
    found = tables(500, GroupSize(least=1, most=12), wanted)

    assert set(found) <= {wanted, wanted - 1}
