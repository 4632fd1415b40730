"""A draft is checked as the loader will read it, and each fault is told at its field."""

from msgspec.structs import replace

from tests.library.make import KNOWN
from tests.library.test_drafts import filled
from workshop_kit.domain.language import Language
from workshop_kit.library.draft_check import Checked, check_draft
from workshop_kit.library.drafts import SlideDraft, SlideSource, new_example, new_slide, with_source, with_text


def told(checked: Checked) -> list[tuple[str, str, str]]:
    return [(each.language or "", each.field, each.problem.key.partition(".")[2]) for each in checked.remarks]


def test_a_language_that_is_not_begun_is_told_once_and_keeps_the_piece_out() -> None:
    draft = with_source(filled(new_example("3110"), "Ord"), Language.NN, "")
    for name in ("title", "need", "did", "result", "learn", "say", "do"):
        draft = with_text(draft, Language.NN, name, "")
    checked = check_draft(draft, KNOWN)
    assert (checked.is_shown, checked.missing, checked.remarks) == (False, frozenset({Language.NN}), ())


def test_what_is_missing_and_what_is_not_allowed_are_told_at_their_fields() -> None:
    draft = with_text(filled(new_example("3110"), "Ord"), Language.NN, "learn", "")
    draft = with_text(draft, Language.NB, "did", "Vi\n*skrev* dette")
    assert told(check_draft(draft, KNOWN)) == [("nn", "learn", "missing_section"), ("nb", "did", "no_italics")]


def test_an_example_without_municipality_and_source_is_told_at_both() -> None:
    draft = filled(new_example(), "Ord")
    for language in Language:
        draft = with_source(draft, language, "")
    assert told(check_draft(draft, KNOWN)) == [
        ("", "municipalities", "example_without_municipality"),
        ("", "source", "example_without_source"),
    ]


def test_a_title_with_marks_is_told_at_the_title_and_can_be_read_again() -> None:
    draft = filled(new_slide("beg"), "Ord", "Et **fett** ord")
    assert told(check_draft(draft, KNOWN)) == [("nb", "title", "plain_title")]


def test_figures_that_differ_are_told_of_the_whole_and_figures_without_a_source_at_their_field() -> None:
    draft = filled(new_slide("beg"), "Vi spurte 45 prosent")
    assert isinstance(draft, SlideDraft)
    draft = replace(draft, source=SlideSource())
    draft = with_text(draft, Language.NN, "say", "Vi spurde 46 prosent")
    assert told(check_draft(draft, KNOWN)) == [
        ("nn", "", "figures_differ"),
        ("nb", "body", "figure_without_source"),
        ("nn", "body", "figure_without_source"),
    ]


def test_a_source_in_one_language_alone_keeps_a_slide_out() -> None:
    draft = with_source(filled(new_slide("beg"), "Ord"), Language.NN, "")
    checked = check_draft(draft, KNOWN)
    assert (checked.is_shown, told(checked)) == (False, [("", "source", "fact_without_source")])
