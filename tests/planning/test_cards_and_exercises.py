"""Examples become cards, exercises their slides and sheets, and pauses their slides."""

from typing import Any

from msgspec.structs import replace

from tests.planning.make import (
    block,
    example,
    exercise,
    exercise_text,
    library,
    module,
    slide_spec,
)
from tests.planning.plans import EVERYBODY, FAR, HOME, KNOWN, OUTLINES, WORDS, closing, opening, planned, problems_of, slides_of, told
from workshop_kit.domain.agenda import BlockKind
from workshop_kit.domain.content import Library, Use
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import BadgeFigure, GoalsFigure, MapFigure, StepsFigure, TableFigure
from workshop_kit.domain.text import paragraph, plain
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.break_slides import plan_break_slide
from workshop_kit.planning.exercise_slides import steps_within
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.notes import count_words
from workshop_kit.planning.tailor import tailor


def with_example(*examples: Any, **changes: Any) -> Library:
    eks = module("eks", slide_spec("EKS-3", "example", **changes), slide_spec("EKS-4"), learning_point=4)
    return library(eks, examples=examples)


def test_a_card_takes_the_place_of_the_slide_that_stands_for_it() -> None:
    slides = slides_of(with_example(example()))
    card = slides["halden"]

    assert list(slides) == ["halden", "EKS-4"]
    assert (card.title, card.layout, card.mark) == ("Eksempel halden", "example", "4 · Navn eks · eksempel fra andre")
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
    assert told(card.sections["goal_notice"]) == WORDS["goal_notice_whole"]
    assert told(card.notes).splitlines() == [
        "Si: say.",
        "Si dette.",
        "Gjør: do.",
        "Eksempelet er fra samme fylke. Kommunen har om lag like mange innbyggere. Kommunen er omtrent like sentral.",
        "Gjør dette.",
        "Tid: 2 minutter.",
        "Kilder: Halden kommune (2021), hentet fra kilden; © Kartverket",
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

    assert (slide.title, slide.layout, slide.section, slide.minutes) == ("Pause", "break", "vel", 30)
    assert {name: told(prose) for name, prose in slide.sections.items()} == {"length": "30 minutter", "next": "Etterpå: Navn eks"}
    assert "Etterpå kommer dette: Navn eks." in told(slide.notes)


def test_a_pause_followed_by_nothing_promises_nothing() -> None:
    tailored = tailor(Workshop(municipality="3110", language=Language.NB), library(opening()), EVERYBODY, KNOWN, OUTLINES)
    slide = plan_break_slide(block("lunch-1", BlockKind.LUNCH, 45), "Lunsj", "", "vel", tailored)

    assert slide.sections["next"] == ()
    assert "lunsj" in told(slide.notes)


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
