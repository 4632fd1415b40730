"""Slides are chosen by length, flag and truth, filled, and given their source and notes."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.planning.make import (
    WHERE,
    block,
    example,
    exercise,
    exercise_text,
    fact,
    figures_of,
    indicators,
    library,
    module,
    municipality,
    outline,
    real_words,
    slide_spec,
    slide_text,
)
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import Confidence, Library, Module, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import BadgeFigure, GoalsFigure, MapFigure, PartsFigure, Plan, PlannedSlide, StepsFigure, TableFigure
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import BlockKind as TextKind
from workshop_kit.domain.text import Prose, Run, TextBlock, paragraph, plain
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.break_slides import plan_break_slide
from workshop_kit.planning.exercise_slides import steps_within
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.notes import count_words, make_notes, slide_time, within_words
from workshop_kit.planning.numbers import NO_BREAK
from workshop_kit.planning.sources import Source, notes_line, source_line
from workshop_kit.planning.tailor import tailor

HOME = municipality("3110", name="Hvaler")
NEAR = municipality("3101", name="Halden")
FAR = municipality("5001", name="Trondheim")
EVERYBODY = (HOME, NEAR, FAR)
KNOWN = indicators({"3110": figures_of(4_714, before=4_668)})
OUTLINES = {each.number: outline(each.number) for each in EVERYBODY}
WORDS = real_words()[Language.NB]


def planned(content: Library, **changes: Any) -> tuple[Plan, tuple[Problem, ...]]:
    values: dict[str, Any] = {"municipality": "3110", "language": Language.NB, **changes}
    workshop = Workshop(**values)
    return make_plan(workshop, content, EVERYBODY, KNOWN, OUTLINES)


def slides_of(content: Library, **changes: Any) -> dict[str, PlannedSlide]:
    return {slide.key: slide for slide in planned(content, **changes)[0].slides}


def problems_of(content: Library) -> list[tuple[str, str]]:
    return [(problem.key, problem.values.get("slide", "")) for problem in planned(content)[1]]


def opening(*slides: Any, texts: tuple[Any, ...] = ()) -> Module:
    return module("vel", *(slides or (slide_spec("VEL-2"),)), kind=BlockKind.OPENING, texts=texts)


def closing() -> Module:
    return module("avs", slide_spec("AVS-1"), kind=BlockKind.CLOSING)


def told(prose: Prose) -> str:
    return plain(prose).replace(NO_BREAK, " ")


def test_a_slide_is_filled_sourced_and_noted() -> None:
    text = slide_text("BEG-2", "{navn} kommune hadde {folketall}", lead="I {fylke}", say="Si {navn}.")
    content = library(
        module("beg", slide_spec("BEG-2", facts=("aims",), minutes=3), texts=(text,), learning_point=1), facts={"aims": fact()}
    )
    slide = slides_of(content)["BEG-2"]

    assert slide.title.replace(NO_BREAK, " ") == "Hvaler kommune hadde 4 714"
    assert {name: told(prose) for name, prose in slide.sections.items()} == {"lead": "I Fylke31"}
    assert (slide.mark, slide.source, slide.section, slide.hidden) == ("1 · Navn beg", "Kilde: Kilde aims (2019)", "beg", False)
    assert told(slide.notes).splitlines() == ["Si: Si Hvaler.", "Gjør: Gjør dette.", "Tid: 3 minutter.", "Kilde: Kilde aims (2019), sett"]


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
        ("09.45", "Navn avs", "AVS-1"),
        ("09.45", "Slutt", None),
    ]
    assert table.alt == "Tabell med dagens program: 4 poster, slutt 09.45."


def test_a_figure_drawn_from_words_alone_has_no_data() -> None:
    assert slides_of(library(module("beg", slide_spec("BEG-2", "canvas", figure="smart-city"))))["BEG-2"].figures == ()


@pytest.mark.parametrize("figure", ["comparison", "goals", "key-figures", "population", "share-67-comparison", "share-bar", "county-map"])
def test_every_figure_of_data_is_made(figure: str) -> None:
    assert slides_of(library(module("tal", slide_spec("TAL-1", "canvas", figure=figure))))["TAL-1"].figures


def with_example(*examples: Any, **changes: Any) -> Library:
    eks = module("eks", slide_spec("EKS-3", "example", **changes), slide_spec("EKS-4"), learning_point=4)
    return library(eks, examples=examples)


def test_a_card_takes_the_place_of_the_slide_that_stands_for_it() -> None:
    slides = slides_of(with_example(example()))
    card = slides["halden"]

    assert list(slides) == ["halden", "EKS-4"]
    assert (card.title, card.layout, card.mark) == ("Eksempel halden", "example", "4 · Navn eks · eksempel nær dere")
    assert card.source == "Kilder: Halden kommune (2021); © Kartverket"
    rows, county, goals, badge = card.figures
    assert isinstance(rows, TableFigure)
    assert [(told(row[0]), told(row[1])) for row in rows.rows] == [
        ("Behov", "need."),
        ("Gjorde", "did."),
        ("Resultat", "result."),
        ("Lærdom", "learn."),
    ]
    assert isinstance(county, MapFigure)
    assert isinstance(goals, GoalsFigure)
    assert badge == BadgeFigure(text="2021")
    assert told(card.sections["goal_notice"]) == WORDS["goal_notice"]
    assert told(card.notes).splitlines() == [
        "Si: say.",
        "Si dette.",
        "Gjør: do.",
        "Eksempelet er fra samme fylke. Kommunen har om lag like mange innbyggere. Kommunen er omtrent like sentral.",
        "Gjør dette.",
        "Tid: 2 minutter.",
        "Kilder: Halden kommune (2021), sett; © Kartverket",
    ]


def test_the_client_s_own_card_comes_first_and_asks_whether_it_still_holds() -> None:
    slides = slides_of(with_example(example("ours", ("3110",)), example()))

    assert list(slides) == ["ours", "halden", "EKS-4"]
    assert slides["ours"].mark.endswith("eget eksempel")
    assert "Stemmer det fortsatt?" in told(slides["ours"].notes)


def test_an_undated_card_without_goals_or_reasons_says_so() -> None:
    far = replace(FAR, population=400_000, centrality_class=1)
    content = with_example(example("trondheim", ("5001", "9999"), year=0, goals=()))
    plan, _ = make_plan(Workshop(municipality="3110", language=Language.NN), content, (HOME, far), KNOWN, OUTLINES)
    card = plan.slides[0]

    assert card.figures[3] == BadgeFigure(text="udatert")
    assert "goal_notice" not in card.sections
    assert told(card.notes).splitlines()[2:4] == ["Gjer: do.", "Gjør dette."]


def test_a_hidden_card_stands_in_the_reserve_and_without_examples_there_is_none() -> None:
    hidden = slides_of(with_example(example(), use=(Use.BACKUP,)))

    assert (hidden["halden"].hidden, hidden["halden"].section) == (True, "reserve")
    assert list(slides_of(with_example())) == ["EKS-4"]


def test_a_token_that_a_card_cannot_fill_is_a_problem() -> None:
    text = replace(example().texts[Language.NB], title="I {by}")
    content = with_example(example(texts=dict.fromkeys(Language, text)))

    assert problems_of(content) == [("plan.missing_token", "halden")]


def test_a_card_s_notes_leave_out_what_there_is_no_room_for() -> None:
    text = example().texts[Language.NB]
    long = replace(text, sections={**text.sections, "say": (paragraph("ord " * 90),)})
    notes = slides_of(with_example(example(texts=dict.fromkeys(Language, long))))["halden"].notes

    assert count_words(notes) <= 120
    assert "Gjør dette." not in plain(notes)


def with_exercise(**changes: Any) -> Library:
    return library(
        opening(), module("fnm", slide_spec("FNM-2")), closing(), exercises=(exercise("F1", **changes), exercise("F5", texts=FIVE))
    )


FIVE = dict.fromkeys(Language, exercise_text(title="Prikker", sections={}))


def test_an_exercise_has_its_slide_with_question_time_and_steps() -> None:
    slide = slides_of(with_exercise(facts=("aims",)))["F1"]

    assert (slide.layout, slide.mark, slide.title, slide.section, slide.minutes) == (
        "exercise",
        "Øvelse 1 · ark F1",
        "1-2-4-alle",
        "vel",
        8,
    )
    assert {name: told(prose) for name, prose in slide.sections.items()} == {
        "question": "Hva kan Hvaler kommune ikke løse alene?",
        "minutes": "6",
        "unit": "minutter",
        "group": "Grupper på fire\nPenn",
        "steps": "1 minutt Skriv alene\n5 minutter To og to",
    }
    assert slide.figures == (StepsFigure(minutes=(1, 5), labels=("Skriv alene", "To og to"), alt="Tidslinje: 1 og 5 minutter."),)
    assert told(slide.notes).splitlines() == [
        "Si: Alle får tenke. Hva kan Hvaler kommune ikke løse alene?",
        "Gjør: Les høyt.",
        "Snakk sammen til slutt: Hva gikk igjen?",
        "Tid: 6 minutter til stegene og 2 minutter til å finne grupper og dele ut ark. Kort variant: 1 minutt.",
        "Kilde: vårt eget opplegg",
    ]


def test_exercises_are_numbered_as_they_come_and_one_of_a_minute_is_told_so() -> None:
    slides = slides_of(with_exercise())

    assert slides["F5"].mark == "Øvelse 2 · ark F5"
    assert told(slides["F5"].notes).splitlines()[1].startswith("Tid")


def test_where_there_is_no_time_for_all_the_steps_are_short() -> None:
    made = exercise()

    assert [(step.id, minutes) for step, minutes in steps_within(made, 5)] == [("alone", 1)]
    assert [(step.id, minutes) for step, minutes in steps_within(made, 6)] == [("alone", 1), ("pair", 5)]


def test_the_break_slide_says_how_long_and_what_comes_and_no_clock_time() -> None:
    content = library(opening(), module("eks", slide_spec("EKS-4")), closing())
    slide = slides_of(content)["break-1"]

    assert (slide.title, slide.layout, slide.section, slide.minutes) == ("Pause", "break", "vel", 15)
    assert {name: told(prose) for name, prose in slide.sections.items()} == {"length": "15 minutter", "next": "Etterpå: Navn eks"}
    assert "Etterpå kommer dette: Navn eks." in told(slide.notes)


def test_a_pause_followed_by_nothing_promises_nothing() -> None:
    tailored = tailor(Workshop(municipality="3110", language=Language.NB), library(opening()), EVERYBODY, KNOWN, OUTLINES)
    slide = plan_break_slide(block("lunch-1", BlockKind.LUNCH, 45), "Lunsj", "", "vel", tailored)

    assert slide.sections["next"] == ()
    assert "lunsj" in told(slide.notes)


def test_the_list_of_sources_holds_each_once_and_the_maps_last() -> None:
    facts = {name: fact(name) for name in ("aims", "other")}
    beg = module("beg", slide_spec("BEG-2", facts=("aims",)), slide_spec("BEG-9", facts=("other", "aims", "gone"), use=(Use.BACKUP,)))
    eks = module("eks", slide_spec("EKS-3", "example"))
    avs = module(
        "avs", slide_spec("AVS-1"), slide_spec("AVS-6", "content", figure="sources", minutes=0, use=(Use.BACKUP,)), kind=BlockKind.CLOSING
    )
    content = library(opening(), beg, eks, avs, examples=(example(),), exercises=(exercise("F1", facts=("aims",)),), facts=facts)
    slide = slides_of(content)["AVS-6"]

    assert told(slide.sections["body"]).splitlines() == ["Kilde aims (2019)", "Halden kommune (2021)", "Kilde other (2019)", "© Kartverket"]
    assert all(line.kind is TextKind.ITEM for line in slide.sections["body"])
    assert "Tid: Siden er skjult" in told(slide.notes)


def test_sheets_are_filled_and_numbered_and_have_goals_where_asked() -> None:
    plan, problems = planned(with_exercise(goals=True))
    first, second = plan.sheets

    assert (first.number, first.exercise.id, first.text.question) == (1, "F1", "Hva kan Hvaler kommune ikke løse alene?")
    assert len(first.goals) == 17
    assert second.goals == ()
    assert problems == ()


def test_a_token_that_a_sheet_cannot_fill_is_a_problem() -> None:
    texts = dict.fromkeys(Language, exercise_text(question="I {by}?"))

    assert ("plan.missing_token", "F1") in problems_of(with_exercise(texts=texts))


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
    assert notes_line((seen, second, derived), WORDS) == "Kilder: seen, sett; seen-2nd, gjengitt; derived, utledet"


def test_a_neighbour_talk_is_told_with_the_time() -> None:
    assert slide_time(3, 2, WORDS).replace(NO_BREAK, " ") == "3 minutter, av dem 2 minutter til samtale to og to."


def test_notes_label_a_list_and_leave_out_what_is_empty() -> None:
    items = (TextBlock(kind=TextKind.ITEM, cells=((Run(text="én"),),)),)

    assert plain(make_notes((), items, "1.", (), WORDS)) == "Gjør: \nén\nTid: 1.\nKilde: vårt eget opplegg"


def test_text_is_added_as_long_as_there_is_room() -> None:
    more = (paragraph("to ord"), paragraph("tre ord til"), paragraph("a"))

    assert within_words((paragraph("først"),), more, 4) == (paragraph("først"), more[0])
    assert within_words((), more, 100) == more


def test_where_is_where_the_words_stand() -> None:
    assert slides_of(library(opening()))["VEL-2"].where == WHERE
