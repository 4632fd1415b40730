"""With the shipped content, every municipality gets a whole plan in both languages, and the hard cases come out right."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

import pytest

from tests.planning.make import all_municipalities, real, real_indicators
from workshop_kit.domain.agenda import Agenda, BlockKind
from workshop_kit.domain.content import Library, Per
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Outline
from workshop_kit.domain.plan import ChartFigure, MapFigure, Plan, PlannedSlide, ShareFigure, TableFigure
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import plain
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.load import load_library
from workshop_kit.library.outlines import load_outlines
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.numbers import NO_BREAK
from workshop_kit.planning.posts import MOST_POSTS
from workshop_kit.planning.rules import MOST_LISTENING, check_agenda

NOT_MADE_OF_CONTENT = re.compile(r"[{}⟦⟧…]")


@lru_cache(maxsize=1)
def shipped() -> tuple[Library, tuple[Problem, ...]]:
    return load_library(municipalities=all_municipalities())


@lru_cache(maxsize=1)
def outlines() -> dict[str, Outline]:
    return dict(load_outlines())


@cache
def plan_of(number: str, language: Language) -> tuple[Plan, tuple[Problem, ...]]:
    workshop = Workshop(municipality=number, language=language)
    return make_plan(workshop, shipped()[0], all_municipalities(), real_indicators(), outlines())


def every_plan() -> Iterator[Plan]:
    for each, language in product(all_municipalities(), Language):
        yield plan_of(each.number, language)[0]


def plan_for(name: str, county: str = "", language: Language = Language.NB) -> Plan:
    return plan_of(real(name, county).number, language)[0]


def slide(plan: Plan, key: str) -> PlannedSlide:
    return next(each for each in plan.slides if each.key == key)


def words_of(each: PlannedSlide) -> str:
    """Give everything a slide shows or says."""
    parts = [each.title, each.mark, each.source, *(plain(prose) for prose in each.sections.values()), plain(each.notes)]
    for figure in each.figures:
        if isinstance(figure, ChartFigure | MapFigure | ShareFigure | TableFigure):
            parts.append(figure.alt)
        if isinstance(figure, TableFigure):
            parts += [plain(cell) for row in figure.rows for cell in row]
    return "\n".join(parts).replace(NO_BREAK, " ")


def test_no_plan_has_a_problem() -> None:
    found = [problem for each, language in product(all_municipalities(), Language) for problem in plan_of(each.number, language)[1]]

    assert {(problem.key, str(problem.where), problem.values.get("token", "")) for problem in found} == set()


def test_no_slide_shows_a_brace_a_bracket_or_a_gap() -> None:
    for plan in every_plan():
        for each in plan.slides:
            found = NOT_MADE_OF_CONTENT.search(words_of(each))
            assert found is None, f"{plan.client} {each.key}: {words_of(each)}"


def test_titles_and_keys_are_unique_and_every_slide_is_in_a_section() -> None:
    for plan in every_plan():
        titles = [each.title.casefold() for each in plan.slides]
        keys = [each.key for each in plan.slides]
        assert len(set(titles)) == len(titles)
        assert len(set(keys)) == len(keys)
        assert [each.id for each in plan.sections] == list(dict.fromkeys(each.section for each in plan.slides))


def test_every_jump_leads_to_a_slide() -> None:
    for plan in every_plan():
        keys = {each.key for each in plan.slides}
        for each in plan.slides:
            for figure in each.figures:
                if isinstance(figure, TableFigure):
                    links = {run.link for row in figure.rows for cell in row for block in cell for run in block.runs if run.link}
                    assert links <= keys


def test_titles_are_at_most_85_characters_and_descriptions_200() -> None:
    for plan in every_plan():
        for each in plan.slides:
            assert len(each.title) <= 85
            for figure in each.figures:
                if isinstance(figure, ChartFigure | MapFigure | ShareFigure | TableFigure):
                    assert 0 < len(figure.alt) <= 200


def test_notes_are_between_40_and_120_words_and_end_in_their_source() -> None:
    for plan in every_plan():
        labels = (f"{plan.words['source']}: ", f"{plan.words['sources']}: ")
        for each in plan.slides:
            assert 40 <= len(plain(each.notes).split()) <= 120, f"{plan.client} {each.key}"
            assert plain(each.notes[-1:]).startswith(labels)


def test_the_shipped_agenda_breaks_no_rule_and_fits_six_rows() -> None:
    for plan in every_plan():
        agenda = Agenda(start=plan.workshop.start, blocks=tuple(timed.block for timed in plan.timetable))
        assert check_agenda(agenda, shipped()[0].exercises) == ()
        table = next(
            figure for each in plan.slides if each.layout == "agenda" for figure in each.figures if isinstance(figure, TableFigure)
        )
        assert len(table.rows) <= MOST_POSTS + 1


def test_people_speak_or_do_something_at_least_every_twenty_minutes_slide_by_slide() -> None:
    talks = {spec.id: spec.talk_minutes for module in shipped()[0].modules for spec in module.slides}
    for plan in every_plan():
        run = 0
        for each in plan.slides:
            if each.hidden:
                continue
            run = 0 if each.layout in {"exercise", "break"} else run + each.minutes - talks.get(each.key, 0)
            assert run <= MOST_LISTENING, f"{plan.client} {each.key}"
            run = 0 if talks.get(each.key) else run


def test_pauses_and_the_end_come_on_a_clock_time_that_divides_by_five() -> None:
    for plan in every_plan():
        marks = [timed.start for timed in plan.timetable if timed.block.kind is BlockKind.BREAK] + [plan.timetable[-1].end]
        assert all(mark.minute % 5 == 0 for mark in marks)


def test_oslo_has_no_group_and_no_rank() -> None:
    plan = plan_for("Oslo")
    chart = slide(plan, "TAL-5").figures[0]

    assert isinstance(chart, ChartFigure)
    assert chart.categories == ("Oslo", "Landet")
    assert "landet" in slide(plan, "TAL-5").title
    assert plan.official.replace(NO_BREAK, " ") == "Oslo – Oslove"
    assert "Oslo – Oslove" in words_of(slide(plan, "VEL-1"))


def test_utsira_is_told_in_persons() -> None:
    plan = plan_for("Utsira")

    assert "49 av 219 innbyggere" in words_of(slide(plan, "TAL-3"))
    assert "49 personer" in words_of(slide(plan, "TAL-1"))
    assert "21 personer" in words_of(slide(plan, "TAL-2"))


@pytest.mark.parametrize(("name", "language"), tuple(product(("Ålesund", "Haram"), Language)))
def test_the_two_that_were_one_have_no_figure_from_2020(name: str, language: Language) -> None:
    plan = plan_for(name, language=language)
    for key in ("TAL-1", "TAL-2", "TAL-3", "TAL-5"):
        each = slide(plan, key)
        for figure in each.figures:
            if isinstance(figure, ChartFigure):
                assert "2020" not in figure.categories
                assert all(value is not None for series in figure.series for value in series.values)
            if isinstance(figure, ChartFigure | ShareFigure | TableFigure):
                assert "2020" not in figure.alt
        assert "2020" not in each.title
        assert "2020" not in "".join(plain(prose) for prose in each.sections.values())
    assert "1. januar 2024" in words_of(slide(plan, "TAL-2"))


def test_kautokeino_has_its_sami_name_first_on_the_cover_and_the_norwegian_in_sentences() -> None:
    plan = plan_for("Kautokeino")
    cover = words_of(slide(plan, "VEL-1"))

    assert "Workshop for Kautokeino kommune" in cover
    assert "Guovdageaidnu – Kautokeino" in cover
    assert plan.file_stem == "5612-kautokeino"


@pytest.mark.parametrize(
    ("name", "county", "stem"),
    [
        ("Herøy", "Møre og Romsdal", "1515-heroy"),
        ("Herøy", "Nordland", "1818-heroy"),
        ("Våler", "Østfold", "3114-valer"),
        ("Våler", "Innlandet", "3419-valer"),
    ],
)
def test_namesakes_are_told_apart_by_number_and_map(name: str, county: str, stem: str) -> None:
    plan = plan_for(name, county)
    county_map = next(figure for figure in slide(plan, "TAL-1").figures if isinstance(figure, MapFigure))

    assert (plan.file_stem, county_map.county, plan.client, plan.official) == (stem, county, f"{name} kommune", name)


def test_senja_sees_its_own_example_first_and_then_a_neighbour_s() -> None:
    cards = [each for each in plan_for("Senja").slides if each.layout == "example"]

    assert [each.key for each in cards][:2] == ["senja-smart-senja", "andoy-bygdebutikk"]


def test_stad_in_nynorsk_is_nynorsk() -> None:
    plan = plan_for("Stad", language=Language.NN)
    everything = "\n".join(words_of(each) for each in plan.slides)

    assert plan.title == "Smart og berekraftig by"
    assert "Stad kommune" in everything
    assert not re.search(r"\bStads\b|\bikke\b|\bkommunens\b|\binnbyggere\b|\bKilde\b|\bminutter\b", everything)


def test_no_name_is_put_in_the_genitive() -> None:
    for plan in every_plan():
        name = re.escape(plan.municipality.name)
        for each in plan.slides:
            assert not re.search(rf"\b{name} kommunes\b|\b{name}'", words_of(each))


def test_a_sheet_is_each_persons_where_the_exercise_says_so_to_the_facilitator() -> None:
    for exercise in shipped()[0].exercises:
        is_each_persons = any(f"{exercise.id} til hver" in material for material in exercise.texts[Language.NB].materials)
        assert (exercise.per is Per.PERSON) is is_each_persons, exercise.id
