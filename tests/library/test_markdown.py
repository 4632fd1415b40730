"""Markdown becomes prose of paragraphs, items, rows and bold; whatever else it says is told with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Where
from workshop_kit.domain.text import BlockKind, Run, plain
from workshop_kit.library.markdown import is_suspect, parse, problems_in


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in parse(text, Language.NB).prose]


def test_paragraphs_and_lists_keep_their_kind_and_order() -> None:
    assert kinds("Først\nså\n\n- én\n- to\n\n1. a\n2. b\n\nSist") == [
        (BlockKind.PARAGRAPH, "Først så"),
        (BlockKind.ITEM, "én"),
        (BlockKind.ITEM, "to"),
        (BlockKind.NUMBERED, "a"),
        (BlockKind.NUMBERED, "b"),
        (BlockKind.PARAGRAPH, "Sist"),
    ]


def test_a_table_becomes_rows_with_the_head_first() -> None:
    rows = parse("| | 1.0 |\n|---|---|\n| **Rolle** | undersått |\n", Language.NB).prose

    assert [block.kind for block in rows] == [BlockKind.ROW, BlockKind.ROW]
    assert rows[0].cells == ((), (Run(text="1.0"),))
    assert rows[1].cells == ((Run(text="Rolle", bold=True),), (Run(text="undersått"),))


def test_bold_makes_a_run_of_its_own() -> None:
    (block,) = parse("en **fet** tekst", Language.NB).prose

    assert block.runs == (Run(text="en "), Run(text="fet", bold=True), Run(text=" tekst"))


@pytest.mark.parametrize(("language", "other"), [(Language.NB, "nn-NO"), (Language.NN, "nb-NO")])
def test_marked_words_are_in_the_other_standard_and_lose_their_brackets(language: Language, other: str) -> None:
    (block,) = parse("Les ⟦Nasjonalt **veikart**⟧ nå", language).prose

    assert block.runs == (
        Run(text="Les "),
        Run(text="Nasjonalt ", language=other),
        Run(text="veikart", bold=True, language=other),
        Run(text=" nå"),
    )


def test_no_break_spaces_and_tokens_pass_untouched() -> None:
    assert plain(parse("I {navn} bor 4\u00a0714 & 3 < 5", Language.NB).prose) == "I {navn} bor 4\u00a0714 & 3 < 5"


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("ok\n\n### Under\n", 2, "content.no_heading"),
        ("Tittel\n===\n", 0, "content.no_heading"),
        ("ok\nse [her](http://a.no)", 1, "content.no_link"),
        ("ok\n\n[her]: http://a.no\n", 2, "content.no_link"),
        ("<http://a.no>", 0, "content.no_link"),
        ("![kart](kart.png)", 0, "content.no_image"),
        ("ok\n\n<div>\nhei\n</div>", 2, "content.no_html"),
        ("en <b>fet</b>", 0, "content.no_html"),
        ("en `kode`", 0, "content.no_code"),
        ("```\nkode\n```", 0, "content.no_code"),
        ("ok\n\n    kode", 2, "content.no_code"),
        ("*kursiv*", 0, "content.no_italics"),
        ("_kursiv_", 0, "content.no_italics"),
        ("ok\n\n---\n", 2, "content.no_rule"),
        ("> sitat", 0, "content.no_quotation"),
        ("en  \nto", 0, "content.no_line_break"),
        ("en\\\nto", 0, "content.no_line_break"),
        ("- a\n  - b\n", 1, "content.no_list_in_list"),
        ("- a\n\n  b\n", 2, "content.one_paragraph_in_item"),
        ("en **fet", 0, "content.unpaired_bold"),
        ("en **fet **tekst", 0, "content.unpaired_bold"),
        ("en\n⟦tittel", 1, "content.unpaired_mark"),
        ("en tittel⟧", 0, "content.unpaired_mark"),
        ("⟦a ⟦b⟧", 0, "content.unpaired_mark"),
    ],
)
def test_markup_that_is_not_allowed_is_told_with_its_line_and_seen_without_parsing(text: str, line: int, key: str) -> None:
    assert (line, key) in {(fault.line, fault.key) for fault in parse(text, Language.NB).faults}
    assert is_suspect(text)


def test_the_words_of_refused_markup_are_kept() -> None:
    assert plain(parse("se [her](http://a.no), *nå* `x`", Language.NB).prose) == "se her, nå x"


def test_a_problem_counts_lines_from_the_section_in_its_file() -> None:
    (problem,) = problems_in("ok\n*nå*", Language.NB, Where(file="nb.md", line=40))

    assert str(problem.where) == "nb.md:41"
    assert problem.key == "content.no_italics"


@pytest.mark.parametrize(
    "text",
    [
        "Vanlig tekst – med «sitat», 4\u00a0%, {navn} og {vekst_prosent}.",
        "- **Folk.** Først\n- **Tjenester:** Så, og 1-2-4-alle",
        "1. **Kort.** Tekst\n2. **Kort.** Tekst\n   som fortsetter",
        "| a | b |\n|---|---|\n| **c** | d |",
        "Les ⟦Smarte byer og kommuner i Norge⟧ (2019), FoU & kultur [2].",
    ],
)
def test_plain_prose_needs_no_parsing(text: str) -> None:
    assert not is_suspect(text)
    assert parse(text, Language.NB).faults == ()


WORDS = st.sampled_from(
    [
        *("ord", " ", "\n", "\n\n", "- ", "1. ", "**", "*", "_", "`", "#", ">", "<b>", "&amp;", "[", "]", "(a)", ":", "\\"),
        *("⟦", "⟧", "---", "=", "    ", "\t", "~~~", "+", "!", "|"),
    ]
)
"""What Markdown is made of, and words between."""


@given(st.lists(WORDS, max_size=14).map("".join))
def test_what_does_not_look_suspect_never_has_a_fault(text: str) -> None:
    if not is_suspect(text):
        assert parse(text, Language.NB).faults == ()
