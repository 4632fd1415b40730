"""How text is set into boxes, and what is told of text that does not fit."""

import pytest

from tests import make
from workshop_kit.scene.measure import SPARE
from workshop_kit.scene.page import EMU_PER_POINT, Align, Box, TextStyle
from workshop_kit.scene.typesetter import Typesetter, set_text

FONTS = make.theme().fonts
STYLE = TextStyle(size=24)
VALUES = {"page": "BEG-1", "language": "nb", "municipality": "Hvaler"}


def setter(spare: float = SPARE) -> Typesetter:
    return Typesetter(FONTS, make.WHERE, VALUES, spare)


def box(width: float, height: float) -> Box:
    """Make a box of a width and height in points."""
    return Box(x=0, y=0, w=round(width * EMU_PER_POINT), h=round(height * EMU_PER_POINT))


def test_text_that_fits_gives_no_problem() -> None:
    typesetter = setter()

    text = typesetter.text(make.prose("Kort tekst"), STYLE, box(300, 40))

    assert len(text.lines) == 1
    assert typesetter.problems == []


def test_text_that_is_too_high_is_told_with_its_place_and_page() -> None:
    typesetter = setter()

    typesetter.text(make.prose("En tekst som ikke får plass på linjen"), STYLE, box(200, 40), name="lead")

    (problem,) = typesetter.problems
    assert (problem.key, problem.where) == ("page.overfull", make.WHERE)
    assert dict(problem.values) == {
        **VALUES,
        "box": "lead",
        "text": "En tekst som ikke får plass på linjen",
        "needed": "83",
        "room": "40",
        "lines": "3",
    }


def test_a_word_wider_than_its_box_is_told() -> None:
    typesetter = setter()

    typesetter.text(make.prose("klimaendringene"), STYLE, box(100, 40), name="tile")

    assert [(problem.key, problem.values["word"]) for problem in typesetter.problems] == [("page.wide_word", "klimaendringene")]


def test_more_lines_than_are_allowed_are_told_though_there_is_room() -> None:
    typesetter = setter()

    typesetter.text(make.prose("To linjer med ord"), STYLE, box(120, 200), most_lines=1)

    assert [problem.key for problem in typesetter.problems] == ["page.overfull"]


def test_text_is_judged_with_a_spare_where_another_program_breaks_it_again() -> None:
    words = make.prose("Akkurat så bred som boksen")
    width = FONTS.width("Akkurat så bred som boksen", 24) + 1
    sure, careful = setter(spare=1.0), setter()

    for typesetter in (sure, careful):
        typesetter.text(words, STYLE, box(width, 40))

    assert sure.problems == []
    assert [problem.key for problem in careful.problems] == ["page.overfull"]


def test_a_text_with_a_short_last_line_gets_a_wider_right_inset() -> None:
    words = make.prose("Vi tar bilder av arkene til rapporten. Vi tar ikke bilder av folk her.")

    text = setter().text(words, STYLE, box(650, 80), (0, 0, 12_700, 0))

    assert text.insets[2] > 12_700
    assert text.lines[1].width > 0.45 * text.lines[0].width


@pytest.mark.parametrize("style", [TextStyle(size=24, align=Align.CENTRE), TextStyle(size=16)])
def test_a_centred_or_small_text_keeps_its_insets(style: TextStyle) -> None:
    words = make.prose("Vi tar bilder av arkene til rapporten. Vi tar ikke bilder av folk her.")

    assert setter().text(words, style, box(650, 80)).insets == (0, 0, 0, 0)


def test_the_height_of_a_text_in_a_width_is_that_of_its_lines() -> None:
    line = 24 * FONTS.line_height

    assert setter(spare=1.0).height(make.prose("Én linje"), STYLE, 300 * EMU_PER_POINT) == int(line * EMU_PER_POINT)
    assert setter(spare=1.0).height(make.prose("En", "To"), STYLE, 300 * EMU_PER_POINT) == int(2 * line * EMU_PER_POINT)


def test_the_width_of_a_text_is_that_of_one_line() -> None:
    assert setter().width("Hvaler", STYLE) == int(FONTS.width("Hvaler", 24) * EMU_PER_POINT)


def test_a_text_that_clients_share_is_set_once() -> None:
    first = set_text(make.prose("Delt tekst"), STYLE, FONTS, 300.0, SPARE)

    assert set_text(make.prose("Delt tekst"), STYLE, FONTS, 300.0, SPARE) is first
