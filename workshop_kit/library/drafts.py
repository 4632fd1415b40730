"""Examples and slides of the facilitator's own while they are written: whole or not yet."""

import re
from collections.abc import Iterable, Mapping

from msgspec import field
from msgspec.structs import replace

from workshop_kit.domain.content import Confidence, Example, Module, SlideSpec, Use
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.plain_letters import fold
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import OwnExample
from workshop_kit.library.draft_text import DraftText, one_line
from workshop_kit.library.examples import ExampleFile

OWN_ORDER = 1000
"""Own examples come after the shipped ones where nothing else tells them apart."""
LONGEST_ID = 40
SLIDE_PREFIX = "egen-"
"""Before the id of a slide's folder; the slide's own id is the same in capitals."""
LAYOUTS: Mapping[str, tuple[str, ...]] = {
    "statement": ("lead",),
    "content": ("body",),
    "two-columns": ("left_head", "left", "right_head", "right"),
    "quote": ("quote", "who"),
}
"""The layouts that the editor offers, and the sections of each, beside the notes."""
MAIN_SECTION = {"statement": "lead", "content": "body", "two-columns": "left", "quote": "quote"}
ROWS = ("need", "did", "result", "learn")
NOTES = ("say", "do")
Texts = Mapping[Language, DraftText]


def blank() -> Texts:
    """Give no words in either language."""
    return {language: DraftText() for language in Language}


class SlideSource(Value, frozen=True, kw_only=True):
    """Where a slide has its figures from: the printed line in both languages, and how it was seen."""

    nb: str = ""
    nn: str = ""
    url: str = ""
    confidence: Confidence = Confidence.SEEN

    @property
    def is_blank(self) -> bool:
        """Tell whether no source is given."""
        return not (self.nb.strip() or self.nn.strip() or self.url.strip())


class ExampleDraft(Value, frozen=True, kw_only=True):
    """An example: what its file says, and its words."""

    file: ExampleFile
    texts: Texts = field(default_factory=blank)

    @property
    def id(self) -> str:
        """The id, which is its folder's name; "" for one that has no folder yet."""
        return self.file.id


class SlideDraft(Value, frozen=True, kw_only=True):
    """A slide that joins a part of the workshop, after one of its slides ("" for last). `spec.facts` are those of others."""

    id: str = ""
    extends: str
    after: str = ""
    spec: SlideSpec
    source: SlideSource = SlideSource()
    texts: Texts = field(default_factory=blank)


class PartDraft(Value, frozen=True, kw_only=True):
    """A part of the day of the facilitator's own, which slides can join."""

    id: str
    name: Translated
    order: int


Draft = ExampleDraft | SlideDraft


def new_example(municipality: str = "") -> ExampleDraft:
    """Give an example with nothing in it."""
    file = ExampleFile(
        id="",
        order=OWN_ORDER,
        municipalities=(municipality,) if municipality else (),
        year=0,
        quality="A",
        themes=(),
        type="SC",
        confidence=Confidence.SEEN,
        source=Translated(nb="", nn=""),
    )
    return ExampleDraft(file=file)


def new_slide(part: str) -> SlideDraft:
    """Give a slide with nothing in it, shown in every length, that is kept where time is short."""
    use = (Use.MINUTES_90, Use.HALF_DAY, Use.FULL_DAY)
    return SlideDraft(extends=part, spec=SlideSpec(id="", layout="content", minutes=2, use=use, weight=4))


def example_from(own: OwnExample, municipality: str, language: Language) -> ExampleDraft:
    """Give the example that a client typed for its own workshop; the source is the client, the notes are still to be written."""
    draft = new_example(municipality)
    text = DraftText(title=own.title, sections={name: getattr(own, name) for name in ROWS})
    return replace(draft, file=replace(draft.file, year=own.year), texts={**blank(), language: text})


def copy_of(draft: Draft) -> Draft:
    """Give a draft of the same words with no folder yet."""
    if isinstance(draft, ExampleDraft):
        return replace(draft, file=replace(draft.file, id="", order=OWN_ORDER, checked=""))
    return replace(draft, id="", spec=replace(draft.spec, id=""))


def with_id(draft: Draft, taken: Iterable[str]) -> Draft:
    """Give a draft an id made from its title, that nothing else has."""
    title = next((text.title for text in draft.texts.values() if text.title.strip()), "")
    if isinstance(draft, ExampleDraft):
        return replace(draft, file=replace(draft.file, id=new_id(title, "eksempel", taken)))
    name = new_id(title, "lysbilde", taken, SLIDE_PREFIX)
    return replace(draft, id=name, spec=replace(draft.spec, id=name.upper()))


def new_id(title: str, otherwise: str, taken: Iterable[str], prefix: str = "") -> str:
    """Make an id of small letters, digits and hyphens from a title; `otherwise` where it has none of them."""
    base = prefix + (_shortened(fold(title)) or otherwise)
    used = {each.lower() for each in taken}
    number, made = 1, base
    while made in used:
        number += 1
        made = f"{base}-{number}"
    return made


def with_text(draft: Draft, language: Language, name: str, text: str) -> Draft:
    """Give a draft with another title or section in one language."""
    return replace(draft, texts={**draft.texts, language: draft.texts[language].with_field(name, text)})


def source_of(draft: Draft, language: Language) -> str:
    """Give the printed source in one language."""
    if isinstance(draft, ExampleDraft):
        return draft.file.source.of(language)
    return draft.source.nb if language is Language.NB else draft.source.nn


def with_source(draft: Draft, language: Language, text: str) -> Draft:
    """Give a draft with another printed source in one language."""
    changes = {language.value: text}
    if isinstance(draft, ExampleDraft):
        return replace(draft, file=replace(draft.file, source=replace(draft.file.source, **changes)))
    return replace(draft, source=replace(draft.source, **changes))


def with_copy(draft: Draft, source: Language, target: Language) -> Draft:
    """Give a draft whose words in one language are those of the other, to start from; a source that is there is kept."""
    copied = replace(draft, texts={**draft.texts, target: draft.texts[source]})
    return copied if source_of(draft, target).strip() else with_source(copied, target, source_of(draft, source))


def with_layout(draft: SlideDraft, layout: str) -> SlideDraft:
    """Give a slide another layout; its main words go along."""
    before, after = MAIN_SECTION[draft.spec.layout], MAIN_SECTION[layout]
    texts = {language: _moved(text, before, after) for language, text in draft.texts.items()}
    return replace(draft, spec=replace(draft.spec, layout=layout), texts=texts)


def fields_of(draft: Draft) -> tuple[str, ...]:
    """Give the sections that a draft is written in, notes last."""
    return (*(ROWS if isinstance(draft, ExampleDraft) else LAYOUTS[draft.spec.layout]), *NOTES)


def title_of(draft: Draft) -> str:
    """Give the title on one line, in bokmål where there is one; "" for none."""
    return next((one_line(draft.texts[language].title) for language in Language if draft.texts[language].title.strip()), "")


def draft_of_example(example: Example, sources: Texts) -> ExampleDraft:
    """Give a shipped example as a draft to write on; `sources` are its words as they stand in its files."""
    values = {name: getattr(example, name) for name in ExampleFile.__struct_fields__}
    return ExampleDraft(file=ExampleFile(**values), texts=sources)


def can_be_written(spec: SlideSpec) -> bool:
    """Tell whether the editor can write a slide: its layout is one that is offered, and nothing but words is on it."""
    return spec.layout in LAYOUTS and spec.figure is None and spec.choice is None


def own_part(module: Module) -> PartDraft:
    """Give a module's name and place."""
    return PartDraft(id=module.id, name=module.name, order=module.order)


def _shortened(name: str) -> str:
    """Cut a name at a hyphen where it is too long."""
    if len(name) <= LONGEST_ID:
        return name
    return re.sub(r"-[^-]*\Z", "", name[: LONGEST_ID + 1]).strip("-")[:LONGEST_ID]


def _moved(text: DraftText, before: str, after: str) -> DraftText:
    """Take a section's words to another one that is empty."""
    words = text.of(before)
    if before == after or not words.strip() or text.of(after).strip():
        return text
    sections = {name: each for name, each in text.sections.items() if name != before}
    return DraftText(title=text.title, sections={**sections, after: words})
