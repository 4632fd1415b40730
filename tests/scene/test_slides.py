"""How a planned slide becomes a page: what fills which placeholder, in which order."""

import datetime

import pytest

from tests import make
from workshop_kit.domain.plan import Plan, PlannedSlide
from workshop_kit.domain.problem import Problem
from workshop_kit.scene.builder import SlideBuilder
from workshop_kit.scene.page import Page, Role, Shape
from workshop_kit.scene.slides import compose_deck, compose_slide


def composed(slide: PlannedSlide, plan: Plan | None = None) -> tuple[Page, tuple[Problem, ...]]:
    return compose_slide(plan or make.plan(slide), slide, make.theme())


def texts(page: Page) -> dict[int, str]:
    """Give the words of each placeholder by its idx."""
    filled = [item for item in page.items if isinstance(item, Shape) and item.text is not None and item.placeholder is not None]
    return {
        item.placeholder: "\n".join(block.text for block in item.text.blocks)
        for item in filled
        if item.placeholder is not None and item.text
    }


def test_each_section_fills_the_placeholder_of_its_role() -> None:
    slide = make.planned_slide("statement", sections={"lead": make.prose("En utdyping.")}, mark="1 · Begrepene", source="Kilde: SSB")

    page, problems = composed(slide)

    assert texts(page) == {
        0: "En kort tittel",
        13: "1 · Begrepene",
        15: "En utdyping.",
        14: "Kilde: SSB",
        11: "Smart- og bærekraftig by · Hvaler kommune",
        12: "‹#›",
    }
    assert problems == ()


def test_what_is_not_said_leaves_its_placeholder_out() -> None:
    assert set(texts(composed(make.planned_slide("statement"))[0])) == {0, 11, 12}


def test_the_cover_has_neither_footer_nor_slide_number() -> None:
    assert set(texts(composed(make.planned_slide("title"))[0])) == {0}


def test_source_footer_and_number_come_last_after_what_is_drawn() -> None:
    sections = {"body": make.items("Først", "Så")}
    slide = make.planned_slide("canvas", "layers", sections, source="Kilde: SSB", mark="Begrepene")

    roles = [item.role for item in composed(slide)[0].items if isinstance(item, Shape)]

    assert roles[-3:] == [Role.SOURCE, Role.FOOTER, Role.PAGE_NUMBER]
    assert Role.BODY in roles[:-3]


def test_decoration_lies_beneath_the_texts() -> None:
    sections = {"body": make.items("Miljø|Natur", "Sosialt|Helse", "Økonomi|Penger")}

    items = composed(make.planned_slide("canvas", "three-circles", sections))[0].items

    decorated = [isinstance(item, Shape) and item.role is Role.DECORATION for item in items]
    assert decorated == sorted(decorated, reverse=True)
    assert any(decorated)


def test_a_body_of_plain_words_fills_its_placeholder() -> None:
    slide = make.planned_slide("content", sections={"body": make.items("Ett", "To")})

    assert texts(composed(slide)[0])[1] == "Ett\nTo"


def test_a_page_keeps_what_the_deck_needs_of_its_slide() -> None:
    slide = make.planned_slide("statement", notes=make.prose("Si: dette."), hidden=True)

    page, _ = composed(slide)

    assert (page.key, page.content_id, page.title, page.section) == ("BEG-1", "BEG-1", "En kort tittel", "beg")
    assert (page.layout, page.ground, page.hidden) == ("statement", "bg2", True)
    assert page.notes == make.prose("Si: dette.")


def test_a_title_too_long_for_its_layout_is_a_problem_of_its_file_box_and_client() -> None:
    slide = make.planned_slide("agenda", title="En altfor lang tittel som ikke får plass på den ene linjen den har")

    (problem,) = composed(slide)[1]

    assert (problem.key, problem.where) == ("page.overfull", make.WHERE)
    assert (problem.values["box"], problem.values["municipality"], problem.values["page"]) == ("title", "Hvaler", "BEG-1")


def test_a_source_of_two_lines_is_a_problem() -> None:
    slide = make.planned_slide("canvas", source="Kilde: " + "et langt navn på en kilde, " * 7)

    assert [problem.values["box"] for problem in composed(slide)[1]] == ["source"]


def test_a_layout_without_the_box_that_is_asked_for_says_so() -> None:
    slide = make.planned_slide("canvas")
    builder = SlideBuilder(make.plan(slide), slide, make.theme())

    with pytest.raises(KeyError, match="layout canvas has no box chart"):
        builder.place("chart", make.prose("x"))


def test_a_deck_holds_every_slide_in_order_under_its_client_and_sections() -> None:
    slides = (make.planned_slide(key="A", title="Første"), make.planned_slide(key="B", title="Andre"))
    plan = make.plan(*slides, date=datetime.date(2026, 9, 16))

    deck, problems = compose_deck(plan, make.theme())

    assert [page.key for page in deck.pages] == ["A", "B"]
    assert (deck.title, deck.created) == ("Smart- og bærekraftig by – Hvaler kommune", "2026-09-16")
    assert deck.sections == (("beg", "Begrepene"),)
    assert problems == ()


def test_a_deck_without_a_date_says_nothing_of_when_it_was_made() -> None:
    assert compose_deck(make.plan(make.planned_slide()), make.theme())[0].created == ""


def test_problems_of_all_slides_are_told() -> None:
    slides = [
        make.planned_slide("agenda", key=key, title=f"En altfor lang tittel som ikke får plass på den ene linjen den har {key}")
        for key in "AB"
    ]

    assert [problem.values["page"] for problem in compose_deck(make.plan(*slides), make.theme())[1]] == ["A", "B"]
