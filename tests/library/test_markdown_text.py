"""What is written as Markdown is read back as the same prose, and what people type becomes what they mean."""

import pytest

from tests.make import kit
from workshop_kit.domain.language import Language
from workshop_kit.domain.text import BlockKind, Run, TextBlock, plain
from workshop_kit.library.markdown import parse
from workshop_kit.library.markdown_text import as_markdown, as_typed, write_markdown


def test_all_shipped_prose_survives_being_written_and_read() -> None:
    library = kit().library
    texts = [(language, text) for module in library.modules for (language, _, _), text in module.texts.items()]
    texts += [(language, text) for example in library.examples for language, text in example.texts.items()]
    for language, text in texts:
        for prose in text.sections.values():
            assert parse(write_markdown(prose), language).prose == prose


@pytest.mark.parametrize(
    "words",
    ["a * b", "snake_case_word og _x_", "1. mai er fri", "- minus", "<b>", "a | b", "# tall", "&nbsp;", "[x](y)", "`kode`", "a\\b"],
)
def test_signs_that_mean_something_in_markdown_survive(words: str) -> None:
    prose = (TextBlock(cells=((Run(text=words),),)),)

    assert parse(write_markdown(prose), Language.NB).prose == prose


def test_bold_keeps_its_words_and_no_spaces_outside_are_lost() -> None:
    prose = (TextBlock(kind=BlockKind.ITEM, cells=((Run(text="Før "), Run(text="fet ", bold=True), Run(text="etter")),)),)

    assert plain(parse(write_markdown(prose), Language.NB).prose) == "Før fet etter"


def test_every_typed_line_is_a_paragraph_and_bullets_of_any_kind_are_items() -> None:
    prose = parse(as_markdown("Først\r\nSå dette\n• ett\n* to\n\n1) en\n2) to"), Language.NB).prose

    assert [(block.kind, block.text) for block in prose] == [
        (BlockKind.PARAGRAPH, "Først"),
        (BlockKind.PARAGRAPH, "Så dette"),
        (BlockKind.ITEM, "ett"),
        (BlockKind.ITEM, "to"),
        (BlockKind.NUMBERED, "en"),
        (BlockKind.NUMBERED, "to"),
    ]


def test_nothing_typed_is_nothing() -> None:
    assert as_markdown(" \n ") == ""


def test_what_is_shown_in_a_field_is_taken_back_as_it_was() -> None:
    markdown = "Først\n\nSå\n\n- ett\n- to"

    assert as_typed(markdown) == "Først\nSå\n- ett\n- to"
    assert as_markdown(as_typed(markdown)) == markdown
