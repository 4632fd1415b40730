"""Who comes and what the client chose change the examples and the questions, say why, and never the facts."""

from functools import lru_cache
from itertools import product
from typing import Any

import pytest
from msgspec.structs import replace

from tests.planning.make import (
    all_municipalities,
    example,
    library,
    module,
    municipality,
    real,
    real_indicators,
    real_words,
    slide_spec,
    slide_text,
)
from tests.planning.plans import EVERYBODY, FAR, HOME, KNOWN, NEAR, OUTLINES, WORDS, planned, slides_of, told
from workshop_kit.domain.agenda import Length
from workshop_kit.domain.content import Avoid, Example, Library
from workshop_kit.domain.language import Language
from workshop_kit.domain.plan import MapFigure, PlannedSlide, TableFigure
from workshop_kit.domain.text import paragraph
from workshop_kit.domain.workshop import OwnExample, ParticipantRole, Workshop
from workshop_kit.library.load import load_library
from workshop_kit.library.required import ASK
from workshop_kit.planning.examples import Reason, Wishes, pick_examples, weigh
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.roles import ASKED, ROLE_THEMES

PLACES = {each.number: each for each in EVERYBODY}
EVERYONE = tuple(ParticipantRole)
ASKING = ("TAL-6", "BEG-5", "BEG-11", "RAP-4", "FNM-5", "SAM-2", "MAL-5", "EKS-4", "HUN-2")
CAUTION = "Spør kommunen før dere bruker eksempelet videre."
ALIKE = (Reason.SAME_COUNTY, Reason.ALIKE_IN_SIZE, Reason.ALIKE_IN_CENTRALITY)


@lru_cache(maxsize=1)
def shipped() -> Library:
    return load_library(municipalities=all_municipalities())[0]


def picked(*examples: Example, count: int = 1, **wishes: Any) -> list[str]:
    return [pick.example.id for pick in pick_examples(HOME, examples, PLACES, count, Wishes(**wishes))]


def score(made: Example, **wishes: Any) -> float:
    return weigh(HOME, made, PLACES, Wishes(**wishes)).score


def reasons(made: Example, **wishes: Any) -> tuple[Reason, ...]:
    return weigh(HOME, made, PLACES, Wishes(**wishes)).reasons


def themed(*themes: str, **changes: Any) -> Example:
    return example(themes=themes, **changes)


def with_cards(*examples: Example) -> Library:
    text = slide_text("EKS-3", say=CAUTION)
    specs = (slide_spec("EKS-2", "map-and-facts", figure="examples-map"), slide_spec("EKS-3", "example"), slide_spec("EKS-4"))
    return library(module("eks", *specs, texts=(text,), learning_point=4), examples=examples)


def test_a_theme_the_client_chose_lifts_an_example_up_to_two_of_them() -> None:
    plain = score(themed("energi", "natur", "plan"))
    lifts = [
        score(themed("energi", "natur", "plan"), themes=frozenset(themes)) - plain
        for themes in (("vann",), ("energi",), ("energi", "natur"), ("energi", "natur", "plan"), ("energi", "a", "b", "c", "d", "e"))
    ]

    assert lifts == pytest.approx([0, 1.5, 3, 3, 0.75])
    assert picked(themed("plan"), themed("energi", id="energy", order=2), themes=frozenset({"energi"})) == ["energy"]


@pytest.mark.parametrize(
    ("role", "theme"),
    [
        (ParticipantRole.DIRECTOR, "plan"),
        (ParticipantRole.SERVICE_MANAGER, "oppvekst"),
        (ParticipantRole.PROFESSIONAL_LEAD, "klima"),
        (ParticipantRole.TEAM_LEAD, "tjeneste"),
        (ParticipantRole.DIGITAL_LEAD, "måling"),
        (ParticipantRole.PROJECT_MANAGER, "medvirkning"),
    ],
)
def test_an_example_near_the_work_of_somebody_who_comes_goes_before_one_that_is_not(role: ParticipantRole, theme: str) -> None:
    plain, suited = themed("kultur", id="plain"), themed(theme, id="suited", order=2)

    assert picked(plain, suited) == ["plain"]
    assert picked(plain, suited, roles=(role,)) == ["suited"]


def test_each_role_that_is_met_counts_a_half_and_two_the_most() -> None:
    made = themed("plan", "data", "klima", "by")
    lifts = [score(made, roles=EVERYONE[:count]) - score(made) for count in range(7)]

    assert lifts == pytest.approx([0, 0.5, 0.5, 1, 1, 1, 1])
    assert score(made, roles=(ParticipantRole.DIRECTOR,) * 2) - score(made) == pytest.approx(0.5)


def test_roles_never_outweigh_county_or_size() -> None:
    suited = themed("plan", "data", "klima", "by")
    elsewhere = {**PLACES, "3201": municipality("3201")}
    big = {**PLACES, "3101": municipality("3101", population=HOME.population * 8)}
    wishes = Wishes(roles=EVERYONE)

    assert weigh(HOME, replace(suited, municipalities=("3201",)), elsewhere, wishes).score < score(themed("kultur"), roles=EVERYONE)
    assert weigh(HOME, suited, big, wishes).score < score(themed("kultur"), roles=EVERYONE)


def test_what_is_shared_is_a_reason_only_where_it_is_shared() -> None:
    made = themed("energi", goals=(7,))
    goals, themes, roles = frozenset({7, 11}), frozenset({"energi"}), (ParticipantRole.PROFESSIONAL_LEAD,)

    assert reasons(made) == ALIKE
    assert reasons(made, goals=goals) == (*ALIKE, Reason.SHARED_GOALS)
    assert reasons(made, themes=themes) == (*ALIKE, Reason.SHARED_THEMES)
    assert reasons(made, roles=roles) == (*ALIKE, Reason.SUITS_ROLES)
    assert reasons(made, goals=goals, themes=themes, roles=roles)[3:] == (Reason.SHARED_GOALS, Reason.SHARED_THEMES, Reason.SUITS_ROLES)
    assert reasons(made, goals=frozenset({11}), themes=frozenset({"natur"}), roles=(ParticipantRole.DIGITAL_LEAD,)) == ALIKE
    assert reasons(themed("energi", goals=()), goals=goals) == (*ALIKE, Reason.SHARED_GOALS)


@pytest.mark.parametrize("language", Language)
def test_every_reason_has_its_words_long_and_short(language: Language) -> None:
    words = real_words()[language]

    assert all(words[reason] and words[f"{reason}_short"] for reason in Reason)


def test_an_example_chosen_by_hand_keeps_its_reasons_and_is_said_to_be_chosen() -> None:
    elsewhere = (HOME, replace(NEAR, number="3102"), replace(FAR, population=400_000, centrality_class=1))
    content = with_cards(example("first", ("3102",)), example("near", ("3102",), order=2), example("far", ("5001",), order=3))
    workshop = Workshop(municipality="3110", language=Language.NB, examples=("near", "far", "near"))
    slides = {slide.key: slide for slide in make_plan(workshop, content, elsewhere, KNOWN, OUTLINES)[0].slides}
    table = next(figure for figure in slides["EKS-2"].figures if isinstance(figure, TableFigure))

    assert list(slides) == ["EKS-2", "near", "far", "EKS-4"]
    assert " ".join(WORDS[reason] for reason in (*ALIKE, Reason.BY_HAND)) in told(slides["near"].notes)
    assert f"\n{WORDS[Reason.BY_HAND]}\n" in told(slides["far"].notes)
    assert [told(row[1]) for row in table.rows] == ["samme fylke", "Fylke50: valgt for dere"]


def test_an_example_that_was_not_chosen_by_hand_does_not_say_so() -> None:
    assert WORDS[Reason.BY_HAND] not in told(slides_of(with_cards(example()))["halden"].notes)


def test_the_client_s_own_chosen_by_hand_is_still_its_own() -> None:
    content = with_cards(example("ours", ("3110",)), example())

    assert WORDS[Reason.BY_HAND] not in told(slides_of(content, examples=("ours",))["ours"].notes)


def test_the_notes_have_as_many_reasons_as_there_is_room_for() -> None:
    reasons_of, text = [WORDS[reason] for reason in ALIKE], example().texts[Language.NB]
    counts: list[int] = []
    for length in range(70, 100):
        long = replace(text, sections={**text.sections, "say": (paragraph("ord " * length),)})
        notes = slides_of(with_cards(example(texts=dict.fromkeys(Language, long))))["halden"].notes
        line = next((line for line in told(notes).splitlines() if line.startswith(reasons_of[0])), "")
        counts.append(sum(reason in line for reason in reasons_of))
        assert line == " ".join(reasons_of[: counts[-1]])

    assert list(dict.fromkeys(counts)) == [3, 2, 1, 0]


def test_the_client_s_own_card_asks_instead_of_warning() -> None:
    slides = slides_of(with_cards(example("ours", ("3110",)), example()))

    assert CAUTION in told(slides["halden"].notes)
    assert CAUTION not in told(slides["ours"].notes)
    assert "Spør: Stemmer det fortsatt?" in told(slides["ours"].notes)


def test_the_client_s_own_typed_in_card_asks_instead_of_warning() -> None:
    own = OwnExample(title="Vårt torg", need="a", did="b", result="c", learn="d")
    notes = told(slides_of(with_cards(example()), own_example=own)["own-example"].notes)

    assert CAUTION not in notes
    assert "Spør: Stemmer det fortsatt?" in notes


def test_the_overview_leaves_out_what_the_client_did_itself() -> None:
    table, _ = slides_of(with_cards(example("ours", ("3110",)), example()))["EKS-2"].figures

    assert isinstance(table, TableFigure)
    assert [[told(cell) for cell in row] for row in table.rows] == [["Halden", "samme fylke"]]


def test_an_overview_of_nothing_but_the_client_s_own_is_its_map_alone() -> None:
    (county,) = slides_of(with_cards(example("ours", ("3110",))))["EKS-2"].figures

    assert isinstance(county, MapFigure)
    assert [mark.number for mark in county.marks] == ["3110"]


def test_a_theme_that_no_example_has_is_told_with_those_there_are() -> None:
    content = with_cards(themed("plan", "by"), themed("energi", id="far", numbers=("5001",)))
    plan, problems = planned(content, themes=("helse", "plan", "helse"))

    assert [(problem.key, problem.values["theme"], problem.values["themes"]) for problem in problems] == [
        ("plan.unknown_theme", "helse", "by, energi, plan")
    ]
    assert plan.slides


def test_what_is_not_suited_for_sami_municipalities_is_kept_from_them_unless_chosen_or_their_own() -> None:
    sami = replace(HOME, other_names=("Guovdageaidnu",))
    turbines = example("turbines", avoid=(Avoid.SAMI,))
    content = with_cards(turbines, example("other", order=2))

    def cards(client_example: Library = content, **changes: Any) -> list[str]:
        workshop = Workshop(municipality="3110", language=Language.NB, **changes)
        plan, _ = make_plan(workshop, client_example, (sami, *EVERYBODY[1:]), KNOWN, OUTLINES)
        return [slide.key for slide in plan.slides if slide.layout == "example"]

    assert picked(turbines) == ["turbines"]
    assert cards() == ["other"]
    assert cards(examples=("turbines",)) == ["turbines"]
    assert cards(with_cards(replace(turbines, municipalities=("3110",)))) == ["turbines"]


def test_wind_power_is_not_shown_to_karasjok_but_to_batsfjord() -> None:
    places = {each.number: each for each in all_municipalities()}

    def cards(name: str) -> set[str]:
        return {pick.example.id for pick in pick_examples(real(name), shipped().examples, places, 5)}

    assert "berlevag-vind-hydrogen" not in cards("Karasjok")
    assert "berlevag-vind-hydrogen" in cards("Båtsfjord")
    assert "berlevag-vind-hydrogen" in cards("Berlevåg")


def asking(say: str = "Si dette.", **questions: str) -> Library:
    sections = {f"ask.{name}": question for name, question in questions.items()}
    return library(module("beg", texts=(slide_text(say=say, **sections),)))


def notes_of(content: Library, *roles: ParticipantRole, **changes: Any) -> list[str]:
    return told(slides_of(content, roles=roles, **changes)["BEG-1"].notes).splitlines()


@pytest.mark.parametrize(
    ("role", "line"),
    [
        *((role, "Spør lederne: Hvem eier det?") for role in EVERYONE[:4]),
        (ParticipantRole.DIGITAL_LEAD, "Spør digitaliseringslederen: Hvor ligger data?"),
        (ParticipantRole.PROJECT_MANAGER, "Spør prosjektlederen: Når er vi ferdige?"),
    ],
)
def test_those_who_are_there_are_asked_their_own_question(role: ParticipantRole, line: str) -> None:
    content = asking(leader="Hvem eier det?", digital="Hvor ligger data?", project="Når er vi ferdige?")

    assert notes_of(content, role)[1:3] == ["Gjør: Gjør dette.", line]
    assert notes_of(content, role)[3].startswith("Tid")


def test_without_roles_or_questions_nothing_is_added_and_nothing_is_shown_on_the_slide() -> None:
    content = asking(leader="Hvem eier det?")

    assert notes_of(content)[2].startswith("Tid")
    assert notes_of(content, ParticipantRole.DIGITAL_LEAD) == notes_of(content)
    assert notes_of(library(module("beg")), *EVERYONE) == notes_of(content)
    assert "ask.leader" not in slides_of(content, roles=EVERYONE)["BEG-1"].sections


def test_the_questions_are_put_in_the_pack_s_language() -> None:
    assert notes_of(asking(leader="Kven eig det?"), EVERYONE[0], language=Language.NN)[2] == "Spør leiarane: Kven eig det?"


def test_questions_come_as_far_as_there_is_room() -> None:
    content = asking("ord " * 100, leader="Hvem eier det?", digital="Hvor ligger data?")
    notes = notes_of(content, *EVERYONE)

    assert notes[2] == "Spør lederne: Hvem eier det?"
    assert notes[3].startswith("Tid")
    assert sum(len(line.split()) for line in notes) <= 120


def test_a_token_that_a_question_cannot_fill_is_a_problem() -> None:
    problems = planned(asking(leader="Hvem i {by}?"))[1]

    assert [(problem.key, problem.values["token"]) for problem in problems] == [("plan.missing_token", "by")]


def test_the_tables_of_roles_are_whole_and_name_what_the_library_has() -> None:
    themes = {theme for each in shipped().examples for theme in each.themes}

    assert set(ROLE_THEMES) == set(EVERYONE)
    assert frozenset[str]().union(*ROLE_THEMES.values()) <= themes
    assert tuple(ASKED) == ASK
    assert sorted(role for roles in ASKED.values() for role in roles) == sorted(EVERYONE)


@lru_cache(maxsize=6)
def shipped_slides(language: Language, roles: tuple[ParticipantRole, ...]) -> dict[str, PlannedSlide]:
    workshop = Workshop(municipality="3110", language=language, length=Length.FULL_DAY, roles=roles)
    plan, problems = make_plan(workshop, shipped(), all_municipalities(), real_indicators(), {})
    assert problems == ()
    return {slide.key: slide for slide in plan.slides}


@pytest.mark.parametrize(("section", "language"), tuple(product(ASKED, Language)))
def test_the_shipped_questions_are_short_and_there_is_room_for_each(section: str, language: Language) -> None:
    role = next(role for role in EVERYONE if role in ASKED[section])
    slides = shipped_slides(language, (role,))
    for key in ASKING:
        question = told(shipped().module(key.split("-")[0].lower()).text(language, key).sections[section])
        assert len(question.split()) <= 16
        assert f"{real_words()[language][section.replace('.', '_')]}: {question}" in told(slides[key].notes), key
