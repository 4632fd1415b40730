"""How text is measured and broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from workshop_kit.domain.text import BlockKind, Prose, Run, TextBlock
from workshop_kit.scene.measure import (
    BULLET_INDENT,
    NO_BREAK_SPACE,
    ROUNDING,
    SHORT_LAST_LINE,
    SPARE,
    balanced_width,
    break_lines,
    count_lines,
    last_line_share,
    points,
    text_height,
    widest_word,
    without_lone_word,
)
from workshop_kit.scene.page import Bullet, TextLine, TextStyle

FONTS = make.theme().fonts
STYLE = TextStyle(size=24)

word = st.text(alphabet="abcdefghijklmnoprstuvyæøåABDEGHIKLMNOSTVØÅ0123456789,.«»–", min_size=1, max_size=14)
sentence = st.lists(word, min_size=1, max_size=40).map(" ".join)
widths = st.floats(min_value=20, max_value=900)
styles = st.builds(
    TextStyle,
    size=st.sampled_from([9.0, 12.0, 20.0, 24.0, 32.0, 48.0]),
    bold=st.booleans(),
    bullet=st.sampled_from(Bullet),
    spacing=st.sampled_from([0.92, 1.0, 1.05]),
    space_after=st.sampled_from([0.0, 12.0]),
)


@st.composite
def blocks(draw: st.DrawFn) -> TextBlock:
    """Make a paragraph of one or more runs, bold and not, parted inside words as well as between them."""
    text = draw(sentence)
    cuts = sorted(draw(st.lists(st.integers(min_value=0, max_value=len(text)), max_size=3)))
    parts = [text[start:end] for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True)]
    runs = tuple(Run(text=part, bold=index % 2 == 1) for index, part in enumerate(parts))
    return TextBlock(kind=draw(st.sampled_from(BlockKind)), cells=(runs,))


texts = st.lists(blocks(), min_size=1, max_size=4).map(tuple)


def words_of(lines: tuple[TextLine, ...]) -> list[str]:
    return [part for line in lines for part in "".join(piece.text for piece in line.pieces).split()]


def words_in(text: Prose) -> list[str]:
    return [part for block in text for part in block.text.split(" ")]


@given(texts, styles, widths)
def test_breaking_never_loses_adds_or_reorders_a_word(text: Prose, style: TextStyle, width: float) -> None:
    assert words_of(break_lines(text, style, FONTS, width)) == words_in(text)


@given(texts, styles, widths)
def test_no_line_is_wider_than_the_width_unless_it_is_one_word(text: Prose, style: TextStyle, width: float) -> None:
    for line in break_lines(text, style, FONTS, width):
        indent = style.size * BULLET_INDENT if style.bullet is Bullet.DOT and text[line.block].kind is BlockKind.ITEM else 0.0
        assert line.width <= width - indent + 2 * ROUNDING or len(words_of((line,))) == 1


@given(texts, styles, widths, widths)
def test_a_narrower_width_never_gives_fewer_lines(text: Prose, style: TextStyle, one: float, other: float) -> None:
    narrow, wide = sorted((one, other))
    assert count_lines(text, style, FONTS, narrow) >= count_lines(text, style, FONTS, wide)


@given(texts, styles, widths)
def test_counting_lines_agrees_with_breaking_them(text: Prose, style: TextStyle, width: float) -> None:
    assert count_lines(text, style, FONTS, width) == len(break_lines(text, style, FONTS, width))


@given(texts, styles, widths)
def test_each_paragraph_begins_a_line_of_its_own(text: Prose, style: TextStyle, width: float) -> None:
    lines = break_lines(text, style, FONTS, width)

    assert [line.block for line in lines if line.first] == list(range(len(text)))
    assert [line.block for line in lines] == sorted(line.block for line in lines)


@given(texts, styles, widths)
def test_a_lines_width_is_the_sum_of_its_pieces(text: Prose, style: TextStyle, width: float) -> None:
    for line in break_lines(text, style, FONTS, width):
        assert line.width == pytest.approx(sum(piece.width for piece in line.pieces))


@given(texts, styles, widths, st.sampled_from([1.0, SPARE]))
def test_balancing_keeps_the_number_of_lines_it_is_judged_by_and_never_widens(
    text: Prose, style: TextStyle, width: float, spare: float
) -> None:
    narrow = balanced_width(text, style, FONTS, width, spare)

    assert narrow <= width
    assert count_lines(text, style, FONTS, narrow * spare) == count_lines(text, style, FONTS, width * spare)


@given(texts, styles, widths)
def test_balancing_never_makes_a_short_last_line_shorter(text: Prose, style: TextStyle, width: float) -> None:
    narrow = balanced_width(text, style, FONTS, width)

    assert last_line_share(text, style, FONTS, narrow) >= min(last_line_share(text, style, FONTS, width), SHORT_LAST_LINE)


@given(texts, styles, widths)
def test_tying_a_lone_word_never_adds_a_line_and_changes_only_a_space(text: Prose, style: TextStyle, width: float) -> None:
    tied = without_lone_word(text, style, FONTS, width)

    assert count_lines(tied, style, FONTS, width) <= count_lines(text, style, FONTS, width)
    assert [block.text.replace(NO_BREAK_SPACE, " ").rstrip() for block in tied] == [block.text.rstrip() for block in text]


@given(texts, styles, widths)
def test_height_is_lines_times_line_height_and_a_gap_between_paragraphs(text: Prose, style: TextStyle, width: float) -> None:
    lines = break_lines(text, style, FONTS, width)

    expected = len(lines) * style.size * FONTS.line_height * style.spacing + (len(text) - 1) * style.space_after
    assert text_height(lines, style, FONTS) == pytest.approx(expected)


@given(texts, styles)
def test_the_widest_word_is_no_narrower_than_any_word(text: Prose, style: TextStyle) -> None:
    _, widest = widest_word(text, style, FONTS)

    assert widest == pytest.approx(max(line.width for line in break_lines(text, style, FONTS, 0.0)))


def test_no_lines_have_no_height() -> None:
    assert text_height((), STYLE, FONTS) == 0.0


def test_an_empty_paragraph_is_one_empty_line() -> None:
    lines = break_lines(make.prose("", "ord"), STYLE, FONTS, 100)

    assert [len(line.pieces) for line in lines] == [0, 1]


def test_a_text_without_words_has_no_widest_word() -> None:
    assert widest_word((), STYLE, FONTS) == ("", 0.0)


def test_words_stay_together_across_a_change_of_weight() -> None:
    text = (TextBlock(cells=((Run(text="fram"), Run(text="tid", bold=True), Run(text=" nå")),)),)

    lines = break_lines(text, STYLE, FONTS, 1.0)

    assert ["".join(piece.text for piece in line.pieces) for line in lines] == ["framtid", "nå"]
    assert [piece.bold for piece in lines[0].pieces] == [False, True]


def test_a_link_and_a_language_follow_their_words() -> None:
    text = (TextBlock(cells=((Run(text="Smart City", link="BEG-1", language="en"),),)),)

    pieces = [piece for line in break_lines(text, STYLE, FONTS, 1.0) for piece in line.pieces]

    assert {(piece.link, piece.language) for piece in pieces} == {("BEG-1", "en")}


def test_a_no_break_space_is_not_broken_at() -> None:
    assert count_lines(make.prose(f"4{NO_BREAK_SPACE}714"), STYLE, FONTS, 1.0) == 1


def test_a_short_last_word_is_tied_to_the_one_before() -> None:
    text = make.prose("Vi snakker kort. Rekk opp hånden når et ord er uklart for deg nå")
    width = FONTS.width("Vi snakker kort. Rekk opp hånden når et ord er uklart for deg", 24) + 1

    tied = without_lone_word(text, STYLE, FONTS, width)

    assert tied[0].text.endswith(f"deg{NO_BREAK_SPACE}nå")


def test_a_last_word_is_left_alone_where_the_tie_would_be_wider_than_the_line() -> None:
    text = make.prose("Et klimaendringsarbeid i")
    width = FONTS.width("klimaendringsarbeid", 24) + 1

    assert without_lone_word(text, STYLE, FONTS, width) == text


def test_a_last_word_is_left_alone_where_the_tie_would_leave_a_shorter_line_before_it() -> None:
    text = make.prose("Å bærekraftsarbeidet nå")
    width = FONTS.width("Å bærekraftsarbeidet", 24) + 1

    assert without_lone_word(text, STYLE, FONTS, width) == text


def test_a_long_last_word_or_a_full_last_line_is_not_tied() -> None:
    long, full = make.prose("Kommunen har et kommunestyremedlem"), make.prose("Kommunen har en god plan for dem i år")

    assert without_lone_word(long, STYLE, FONTS, 150) == long
    assert without_lone_word(full, STYLE, FONTS, 230) == full


def test_a_title_with_a_short_last_line_is_narrowed_until_the_lines_are_alike() -> None:
    text = make.prose("Andelen innbyggere på 67 år og over er høyere enn i lignende kommuner i landet")
    width = FONTS.width("Andelen innbyggere på 67 år og over er høyere enn i lignende kommuner i", 24) + 1

    lines = break_lines(text, STYLE, FONTS, balanced_width(text, STYLE, FONTS, width))

    assert len(lines) == 2
    assert lines[1].width > 0.8 * lines[0].width


def test_a_short_paragraph_after_another_does_not_narrow_the_text() -> None:
    text = make.prose("Andelen innbyggere på 67 år", "Ja")

    assert balanced_width(text, STYLE, FONTS, 500) == 500


def test_a_list_with_several_broken_items_is_not_narrowed_for_the_last_ones_sake() -> None:
    text = make.prose("Vær våken når det er leverandøren som tar opp temaet", "Smart er blitt brukt om nesten alt")

    assert balanced_width(text, STYLE, FONTS, 300) == 300


def test_a_panels_text_is_balanced_under_its_head() -> None:
    text = make.prose("Bærekraft", "Det skal også holde for dem som kommer etter")

    assert last_line_share(text, STYLE, FONTS, 470) < SHORT_LAST_LINE
    assert last_line_share(text, STYLE, FONTS, balanced_width(text, STYLE, FONTS, 470)) > 0.7


def test_widths_are_arials() -> None:
    assert FONTS.width("0", 2048) == 1139
    assert FONTS.width("A", 2048, bold=True) == 1479
    assert FONTS.width("i", 2048) == 455


def test_an_unknown_letter_is_as_wide_as_the_type_is_high() -> None:
    assert FONTS.width("\u4e2d", 24) == 24


@pytest.mark.parametrize(("letter", "known"), [("ŋ", True), ("å", True), ("\u2011", False)])
def test_the_fonts_have_the_letters_of_norwegian_and_sami_names(letter: str, known: bool) -> None:
    assert FONTS.has(letter) is known


def test_every_letter_of_every_municipalitys_names_is_in_the_fonts() -> None:
    names = "".join(each.full_name + "".join(each.other_names) for each in make.kit().municipalities)

    assert [letter for letter in sorted(set(names)) if not FONTS.has(letter)] == []


def test_points_are_emu_over_12_700() -> None:
    assert points(25_400) == 2.0
