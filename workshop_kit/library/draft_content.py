"""Gives a draft as content that can be shown at once, whatever is still missing."""

from collections.abc import Mapping

from msgspec.structs import replace

from workshop_kit.domain.content import Example, ExampleText, Fact, SlideSpec, SlideText
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Where
from workshop_kit.library.body import LazySections
from workshop_kit.library.draft_text import DraftText, kept_words, one_line, tidy
from workshop_kit.library.drafts import ROWS, ExampleDraft, SlideDraft
from workshop_kit.library.examples import ExampleFile
from workshop_kit.library.markdown import without_marks
from workshop_kit.library.required import sections_of

UNWRITTEN = "…"
"""Stands where there is no title, or no row of a card, yet."""
PREVIEW = Where(file="preview")
PREVIEW_ID = "preview"


def shown_example(draft: ExampleDraft, language: Language, municipality: str) -> Example:
    """Give an example in one language; without a municipality of its own it is shown as that one's."""
    text = draft.texts[language]
    sections = {**dict.fromkeys(ROWS, UNWRITTEN), **{name: words for name, words in text.sections.items() if words.strip()}}
    shown = ExampleText(title=_title(text), sections=_sections(DraftText(sections=sections), language), where=PREVIEW)
    values = {name: getattr(draft.file, name) for name in ExampleFile.__struct_fields__}
    values |= {"id": draft.id or PREVIEW_ID, "municipalities": draft.file.municipalities or (municipality,)}
    return Example(**values, texts=dict.fromkeys(Language, shown))


def shown_slide(draft: SlideDraft, language: Language) -> tuple[SlideSpec, SlideText, Mapping[str, Fact]]:
    """Give a slide in one language, and the fact that its source is."""
    text, name = draft.texts[language], draft.id or PREVIEW_ID
    known = sections_of(draft.spec.layout, draft.spec.figure)
    sections = {key: words for key, words in text.sections.items() if known.knows(key)}
    shown = SlideText(
        id=draft.spec.id or PREVIEW_ID,
        title=_title(text),
        sections=_sections(DraftText(sections=sections), language),
        where=PREVIEW,
    )
    source = draft.source
    printed = source.nb if language is Language.NB else source.nn
    if not printed.strip():
        return replace(draft.spec, id=shown.id), shown, {}
    fact = Fact(id=name, year=0, confidence=source.confidence, source_nb=one_line(printed), source_nn=one_line(printed), url=source.url)
    return replace(draft.spec, id=shown.id, facts=(*draft.spec.facts, name)), shown, {name: fact}


def _title(text: DraftText) -> str:
    return without_marks(one_line(text.title)) or UNWRITTEN


def _sections(text: DraftText, language: Language) -> LazySections:
    """Give the sections as prose: no line of them is taken for a heading, as none is in the file."""
    return LazySections({name: kept_words(tidy(words)) for name, words in text.sections.items() if words.strip()}, language)
