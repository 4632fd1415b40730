"""Slides are chosen by length, flag and truth, filled, and given their source and notes."""

from datetime import date

import pytest
from msgspec.structs import replace

from tests.planning.make import (
    WHERE,
    example,
    exercise,
    fact,
    library,
    module,
    slide_spec,
    slide_text,
)
from tests.planning.plans import HOME, KNOWN, NEAR, OUTLINES, WORDS, closing, opening, planned, problems_of, slides_of, told
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import Confidence, Library, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import MapFigure, PartsFigure, TableFigure
from workshop_kit.domain.text import BlockKind as TextKind
from workshop_kit.domain.text import Run, TextBlock, paragraph, plain
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.notes import make_notes, slide_time, within_words
from workshop_kit.planning.numbers import NO_BREAK
from workshop_kit.planning.sources import Source, notes_line, source_line

SEEN_HOW = "Kilder: seen, hentet fra kilden; seen-2nd, originalen er ikke lest; derived, bearbeidet av oss"


def test_a_slide_is_filled_sourced_and_noted() -> None:
    text = slide_text("BEG-2", "{navn} kommune hadde {folketall}", lead="I {fylke}", say="Si {navn}.")
    content = library(
        module("beg", slide_spec("BEG-2", facts=("aims",), minutes=3), texts=(text,), learning_point=1), facts={"aims": fact()}
    )
    slide = slides_of(content)["BEG-2"]

    assert slide.title.replace(NO_BREAK, " ") == "Hvaler kommune hadde 4 714"
    assert {name: told(prose) for name, prose in slide.sections.items()} == {"lead": "I Fylke31"}
    assert (slide.mark, slide.source, slide.section, slide.hidden) == ("1 · Navn beg", "Kilde: Kilde aims (2019)", "beg", False)
    assert told(slide.notes).splitlines() == [
        "Si: Si Hvaler.",
        "Gjør: Gjør dette.",
        "Tid: 3 minutter.",
        "Kilde: Kilde aims (2019), hentet fra kilden",
    ]


def test_only_slides_of_the_length_and_the_flags_that_hold_are_shown() -> None:
    specs = (
        slide_spec("BEG-1"),
        slide_spec("BEG-2", use=(Use.FULL_DAY,)),
        slide_spec("BEG-3", when="under_5000"),
        slide_spec("BEG-4", when="telemark"),
        slide_spec("BEG-5", use=(Use.BACKUP,)),
        slide_spec("BEG-6", use=(Use.BACKUP,), when="telemark"),
    )
    plan, problems = planned(library(opening(), module("beg", *specs), closing()))

    assert [slide.key for slide in plan.slides] == ["VEL-2", "BEG-1", "BEG-3", "break-1", "AVS-1", "BEG-5"]
    assert problems == ()
    assert (plan.slides[-1].hidden, plan.slides[-1].section) == (True, "reserve")
    assert [section.name for section in plan.sections] == ["Navn vel", "Navn beg", "Navn avs", "Reserve"]


def test_the_true_variant_of_a_text_is_taken() -> None:
    texts = tuple(slide_text("TAL-2", f"Tittel {variant}", variant) for variant in ("up", "flat"))

    assert slides_of(library(module("tal", slide_spec("TAL-2", choice="growth"), texts=texts)))["TAL-2"].title == "Tittel flat"


def test_a_missing_variant_an_unknown_choice_and_an_unknown_flag_are_problems() -> None:
    specs = (
        slide_spec("TAL-1"),
        slide_spec("TAL-2", choice="growth"),
        slide_spec("TAL-3", choice="weather"),
        slide_spec("TAL-4", when="sunny"),
    )

    assert problems_of(library(module("tal", *specs))) == [
        ("plan.missing_variant", "TAL-2"),
        ("plan.missing_variant", "TAL-3"),
        ("plan.unknown_flag", "TAL-4"),
    ]


def test_a_token_that_cannot_be_filled_is_a_problem_and_never_a_brace() -> None:
    content = library(module("beg", slide_spec("BEG-1"), texts=(slide_text("BEG-1", "I {by}", lead="Nr. {rang}"),)))
    plan, problems = planned(content)

    assert [(problem.key, problem.values["token"], problem.values["municipality"]) for problem in problems] == [
        ("plan.missing_token", "by", "3110"),
        ("plan.missing_token", "rang", "3110"),
    ]
    assert plan.slides[0].title == "I …"


def test_two_slides_of_one_title_are_a_problem() -> None:
    texts = (slide_text("BEG-1", "Samme"), slide_text("BEG-2", "samme"), slide_text("BEG-3", "Egen"))

    assert problems_of(library(module("beg", *(slide_spec(text.id) for text in texts), texts=texts))) == [
        ("plan.duplicate_title", "BEG-1"),
        ("plan.duplicate_title", "BEG-2"),
    ]


def test_the_cover_says_when_where_and_by_whom() -> None:
    text = slide_text("VEL-1", "Smart- og bærekraftig by", subtitle="Workshop for {navn} kommune")
    content = library(opening(slide_spec("VEL-1", "title"), texts=(text,)))
    full = slides_of(content, date=date(2027, 1, 14), place="Kommunestyresalen")["VEL-1"]

    assert told(full.sections["subtitle"]) == "Workshop for Hvaler kommune"
    assert told(full.sections["when"]).splitlines() == ["Torsdag 14. januar 2027", "Kommunestyresalen", "Mike Görtz, Norkart"]
    assert any(isinstance(figure, MapFigure) for figure in full.figures)
    blank = slides_of(content, facilitator="")["VEL-1"]
    assert blank.sections["when"] == ()


def test_the_cover_shows_parallel_names() -> None:
    sami = replace(HOME, name="Kautokeino", full_name="Guovdageaidnu - Kautokeino", other_names=("Guovdageaidnu",))
    content = library(opening(slide_spec("VEL-1", "title"), texts=(slide_text("VEL-1", subtitle="Workshop for {navn} kommune"),)))
    plan, _ = make_plan(Workshop(municipality="3110", language=Language.NB), content, (sami, NEAR), KNOWN, OUTLINES)

    assert told(plan.slides[0].sections["subtitle"]).splitlines() == ["Workshop for Kautokeino kommune", "Guovdageaidnu – Kautokeino"]
    assert (plan.client, plan.official.replace(NO_BREAK, " "), plan.file_stem) == (
        "Kautokeino kommune",
        "Guovdageaidnu – Kautokeino",
        "3110-kautokeino",
    )


def test_a_section_slide_lists_the_learning_points_under_their_announced_numbers() -> None:
    content = library(
        module("beg", slide_spec("BEG-1", "section"), learning_point=1),
        module("hun", slide_spec("HUN-1", "section")),
        module("eks", slide_spec("EKS-1", "section"), learning_point=4),
        module("fnm", slide_spec("FNM-1", use=(Use.FULL_DAY,)), learning_point=3),
    )
    slides = slides_of(content)

    parts = slides["EKS-1"].figures[0]
    assert parts == PartsFigure(parts=("Navn beg", "Navn eks"), numbers=("1", "4"), current=1)
    assert told(slides["EKS-1"].sections["number"]) == "4"
    assert slides["HUN-1"].figures[0] == PartsFigure(parts=("Navn beg", "Navn eks"), numbers=("1", "4"), current=-1)
    assert slides["HUN-1"].sections["number"] == ()


def test_the_closing_gives_the_contact_and_leaves_empty_lines_out() -> None:
    content = library(module("avs", slide_spec("AVS-5", "closing"), kind=BlockKind.CLOSING))

    assert told(slides_of(content, contact="Kari\n\nTlf. 1")["AVS-5"].sections["contact"]).splitlines() == ["Kari", "Tlf. 1"]


def test_the_agenda_jumps_to_where_each_post_begins() -> None:
    vel = opening(slide_spec("VEL-3", "agenda"))
    slide = slides_of(library(vel, module("beg", slide_spec("BEG-1", minutes=20)), closing()))["VEL-3"]
    table = slide.figures[0]

    assert isinstance(table, TableFigure)
    assert [(told(row[0]), told(row[1]), row[1][0].runs[0].link) for row in table.rows] == [
        ("09.00", "Navn vel", "VEL-3"),
        ("09.00", "Navn beg", "BEG-1"),
        ("09.30", "Pause", "break-1"),
        ("10.00", "Navn avs", "AVS-1"),
        ("10.05", "Slutt", None),
    ]
    assert table.alt == "Tabell med dagens program: 4 poster, slutt 10.05."


def test_a_figure_drawn_from_words_alone_has_no_data() -> None:
    assert slides_of(library(module("beg", slide_spec("BEG-2", "canvas", figure="smart-city"))))["BEG-2"].figures == ()


@pytest.mark.parametrize(
    "figure", ["comparison-table", "goals", "key-figures", "population", "share-67-comparison", "share-bar", "county-map"]
)
def test_every_figure_of_data_is_made(figure: str) -> None:
    assert slides_of(library(module("tal", slide_spec("TAL-1", "canvas", figure=figure))))["TAL-1"].figures


def test_the_list_of_sources_holds_each_of_what_is_shown_once_and_the_maps_last() -> None:
    facts = {name: fact(name) for name in ("aims", "other")}
    beg = module("beg", slide_spec("BEG-2", facts=("aims",)), slide_spec("BEG-9", facts=("other", "aims", "gone"), use=(Use.BACKUP,)))
    eks = module("eks", slide_spec("EKS-3", "example"))
    avs = module(
        "avs", slide_spec("AVS-1"), slide_spec("AVS-6", "content", figure="sources", minutes=0, use=(Use.BACKUP,)), kind=BlockKind.CLOSING
    )
    content = library(opening(), beg, eks, avs, examples=(example(),), exercises=(exercise("F1", facts=("aims",)),), facts=facts)
    slide = slides_of(content)["AVS-6"]

    assert told(slide.sections["body"]).splitlines() == ["Kilde aims (2019)", "Halden kommune (2021)", "© Kartverket"]
    assert all(line.kind is TextKind.ITEM for line in slide.sections["body"])
    assert "Tid: Siden er skjult" in told(slide.notes)


def test_the_programme_is_coarse_and_ends_with_the_end() -> None:
    plan, _ = planned(library(opening(slide_spec("VEL-2", minutes=7)), module("eks", slide_spec("EKS-4", minutes=8)), closing()))

    assert [(line.title, line.pause) for line in plan.programme] == [
        ("Navn vel", False),
        ("Pause", True),
        ("Navn eks", False),
        ("Navn avs", False),
        ("Slutt", False),
    ]
    assert all(line.start.endswith(("0", "5")) for line in plan.programme)


def test_pauses_of_one_kind_are_told_apart() -> None:
    long = (slide_spec("VEL-2", minutes=70),)
    content = library(
        opening(*long), module("beg", slide_spec("BEG-1", minutes=60)), module("sam", slide_spec("SAM-1", minutes=60)), closing()
    )
    titles = [slide.title for slide in planned(content, language=Language.NB)[0].slides if slide.layout == "break"]

    assert len(titles) > 1
    assert len(set(titles)) == len(titles)


def test_slides_before_any_module_stand_under_the_course_s_name() -> None:
    plan, _ = planned(library(closing(), exercises=(exercise("F1"),)))

    assert (plan.slides[0].section, plan.sections[0].name) == ("start", WORDS["course"])


def test_the_plan_carries_the_date_in_words_and_the_version() -> None:
    plan, _ = planned(library(opening()), date=date(2027, 1, 14))

    assert (plan.date_text.replace(NO_BREAK, " "), plan.content_version, plan.title) == (
        "torsdag 14. januar 2027",
        "1",
        "Smart- og bærekraftig by",
    )
    assert planned(library(opening()))[0].date_text == ""


@pytest.mark.parametrize(
    ("content", "changes", "key"),
    [
        (library(opening()), {"municipality": "9999"}, "plan.unknown_municipality"),
        (library(opening(), words={language: {} for language in Language}), {}, "plan.no_words"),
        (library(), {}, "plan.no_content"),
    ],
)
def test_what_cannot_be_planned_says_why(content: Library, changes: dict[str, str], key: str) -> None:
    with pytest.raises(PlanningFault) as caught:
        planned(content, **changes)

    assert caught.value.key == key


def test_sources_say_how_they_were_seen() -> None:
    seen, second, derived = (Source(text=each.value, confidence=each) for each in Confidence)

    assert source_line((seen, second), WORDS) == "Kilder: seen; seen-2nd"
    assert source_line((), WORDS) == ""
    assert notes_line((seen, second, derived), WORDS) == SEEN_HOW


def test_a_neighbour_talk_is_told_with_the_time() -> None:
    assert slide_time(3, 2, WORDS).replace(NO_BREAK, " ") == "3 minutter, av dem 2 minutter til samtale."


def test_notes_label_a_list_and_leave_out_what_is_empty() -> None:
    items = (TextBlock(kind=TextKind.ITEM, cells=((Run(text="én"),),)),)

    assert plain(make_notes((), items, "1.", (), WORDS)) == "Gjør: \nén\nTid: 1.\nKilde: vårt eget opplegg"


def test_text_is_added_as_long_as_there_is_room() -> None:
    more = (paragraph("to ord"), paragraph("tre ord til"), paragraph("a"))

    assert within_words((paragraph("først"),), more, 4) == (paragraph("først"), more[0])
    assert within_words((), more, 100) == more


def test_where_is_where_the_words_stand() -> None:
    assert slides_of(library(opening()))["VEL-2"].where == WHERE
