"""Tokens are filled, and one that cannot be never leaves a brace."""

from hypothesis import given
from hypothesis import strategies as st

from tests.planning.make import WHERE
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.text import Run, TextBlock, paragraph, plain
from workshop_kit.planning.fill import UNKNOWN, fill, fill_prose, missing_tokens, token_problems

TOKENS = {"navn": "Hvaler", "folketall": "4\u00a0714"}
TEXTS = st.text(st.sampled_from("ab {}navnfolketl⟦⟧"), max_size=60)


def test_tokens_are_filled_in_a_string() -> None:
    assert fill("{navn} kommune har {folketall}", TOKENS) == "Hvaler kommune har 4\u00a0714"


def test_an_unknown_token_becomes_a_gap_and_a_problem() -> None:
    assert fill("i {by}", TOKENS) == f"i {UNKNOWN}"
    assert missing_tokens(("i {by} {navn}", "{by}", "tekst"), TOKENS) == ("by",)
    assert token_problems(WHERE, ("i {by}",), TOKENS, {"slide": "BEG-1"}) == (
        Problem(where=WHERE, key="plan.missing_token", values={"slide": "BEG-1", "token": "by"}),
    )


def test_the_brackets_around_another_standard_are_stripped() -> None:
    assert fill("«⟦Smarte byer⟧»", TOKENS) == "«Smarte byer»"


def test_running_text_keeps_its_weight_links_and_language() -> None:
    prose = (TextBlock(cells=((Run(text="{navn}", bold=True, link="BEG-1"), Run(text=" kommune", language="nb-NO")),)), paragraph("uten"))
    filled = fill_prose(prose, TOKENS)

    assert plain(filled) == "Hvaler kommune\nuten"
    assert filled[0].runs == (Run(text="Hvaler", bold=True, link="BEG-1"), Run(text=" kommune", language="nb-NO"))


def test_text_without_tokens_is_given_back_as_it_is() -> None:
    prose = (paragraph("uten"),)

    assert fill_prose(prose, TOKENS) is prose


@given(TEXTS)
def test_no_known_token_is_left(text: str) -> None:
    filled = fill(text, TOKENS)

    assert "{navn}" not in filled
    assert "⟦" not in filled


@given(TEXTS)
def test_what_is_filled_has_nothing_missing(text: str) -> None:
    assert missing_tokens((fill(text, TOKENS).replace("{", "").replace("}", ""),), TOKENS) == ()
