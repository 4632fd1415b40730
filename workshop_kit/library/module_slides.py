"""Reads the slides of a module's folder: what module.toml says of each, and their words in both languages."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from workshop_kit.domain.content import SlideSpec, SlideText
from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem, Where
from workshop_kit.domain.value import Value
from workshop_kit.library.body import Body, lazy_sections, markup_problems, split_body
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.front_matter import Part
from workshop_kit.library.known import Known
from workshop_kit.library.language_texts import read_languages
from workshop_kit.library.markdown import without_marks
from workshop_kit.library.parallel import brace_problems, differences
from workshop_kit.library.required import FIGURES, LAYOUTS, sections_of
from workshop_kit.library.section_checks import missing_sections, unused_sections
from workshop_kit.library.section_numbers import number_problems
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.toml_text import TomlText
from workshop_kit.library.unsourced import unsourced_figures

TextKey = tuple[Language, str, str]
"""Language, slide id and variant ("" for none)."""


class _SlideFront(Value, frozen=True, kw_only=True):
    """What stands between the fences of a slide's text."""

    id: str
    variant: str = ""


class _Words(Value, frozen=True, kw_only=True, eq=False):
    """A slide's text, and where each piece of it stands."""

    front: Part
    body: Body


class Slides(Value, frozen=True, kw_only=True, eq=False):
    """The slides of a folder that can be shown, and their texts."""

    specs: tuple[SlideSpec, ...]
    texts: Mapping[TextKey, SlideText]


def read_slides(
    shelf: Shelf, folder: Path, toml: TomlText, specs: tuple[SlideSpec, ...], known: Known
) -> tuple[Slides, tuple[Problem, ...]]:
    """Give the slides that can be shown, and the problems of all.

    A slide that cannot be shown, because something it needs is missing or unknown, is left out. Raises ContentFault
    for a text file that cannot be used at all.
    """
    words = _read_words(shelf, folder)
    problems: list[Problem] = [*_unclaimed(specs, words)]
    slides: list[SlideSpec] = []
    for index, slide in enumerate(specs):
        lost = (*_spec_faults(toml, index, slide, known, slides), *_text_faults(toml, index, slide, words))
        problems += lost
        if not lost:
            slides.append(slide)
            problems += _remarks(slide, words)
            problems += () if shelf.shipped or slide.facts else _unsourced(slide, words)
    return Slides(specs=tuple(slides), texts=_texts(slides, words)), tuple(problems)


def _texts(slides: list[SlideSpec], words: Mapping[TextKey, _Words]) -> Mapping[TextKey, SlideText]:
    """Make the texts of the slides that can be shown."""
    kept = {slide.id for slide in slides}
    return {
        (language, slide, variant): SlideText(
            id=slide,
            variant=variant,
            title=without_marks(found.body.title),
            sections=lazy_sections(found.body, language),
            where=found.front.where,
        )
        for (language, slide, variant), found in words.items()
        if slide in kept
    }


def _read_words(shelf: Shelf, folder: Path) -> Mapping[TextKey, _Words]:
    """Give the words of both languages by slide and variant; raises ContentFault for a broken file or a text that comes twice."""
    words: dict[TextKey, _Words] = {}
    for language, parts in read_languages(shelf, folder).items():
        for part in parts:
            front = part.front.convert(_SlideFront, part.front.data)
            key = (language, front.id, front.variant)
            if key in words:
                raise ContentFault(part.where, "content.duplicate_id", id=f"{front.id} {front.variant}".strip())
            words[key] = _Words(front=part, body=split_body(part.body, part.front.file, part.body_line))
    return words


def _unclaimed(slides: tuple[SlideSpec, ...], words: Mapping[TextKey, _Words]) -> Iterator[Problem]:
    """List the texts of slides that the module does not have."""
    ids = {slide.id for slide in slides}
    for (_, slide, _), found in words.items():
        if slide not in ids:
            yield Problem(where=found.front.where, key="content.text_without_slide", values={"id": slide})


def _spec_faults(toml: TomlText, index: int, slide: SlideSpec, known: Known, before: list[SlideSpec]) -> Iterator[Problem]:
    """List what makes a slide impossible to show, as module.toml has it."""
    path = ("slide", index)
    if any(slide.id == other.id for other in before):
        yield toml.problem(path, "content.duplicate_id", id=slide.id)
    if slide.layout not in LAYOUTS:
        yield toml.problem((*path, "layout"), "content.unknown_layout", layout=slide.layout)
    elif slide.figure is None and LAYOUTS[slide.layout].figure_needed:
        yield toml.problem(path, "content.missing_figure", name=slide.id, layout=slide.layout)
    if slide.figure is not None and slide.figure not in FIGURES:
        yield toml.problem((*path, "figure"), "content.unknown_figure", figure=slide.figure)
    if slide.talk_minutes > slide.minutes:
        yield toml.problem((*path, "talk_minutes"), "content.talk_too_long", name=slide.id)
    for fact in slide.facts:
        if fact not in known.facts:
            yield toml.problem((*path, "facts"), "content.unknown_fact", fact=fact)


def _text_faults(toml: TomlText, index: int, slide: SlideSpec, words: Mapping[TextKey, _Words]) -> Iterator[Problem]:
    """List what a slide's texts lack: a language, a variant, a title or a section."""
    variants = {language: frozenset(key[2] for key in words if key[:2] == (language, slide.id)) for language in Language}
    for language, found in variants.items():
        if not found:
            yield toml.problem(("slide", index), "content.slide_without_text", id=slide.id, language=language.value)
        elif not _fit_choice(found, slide.choice):
            yield toml.problem(("slide", index), "content.variants_and_choice", id=slide.id, language=language.value)
    nb, nn = variants[Language.NB], variants[Language.NN]
    if nb and nn and nb != nn:
        only_nb, only_nn = (", ".join(sorted(only)) or "–" for only in (nb - nn, nn - nb))
        yield toml.problem(("slide", index), "content.variants_differ", id=slide.id, nb=only_nb, nn=only_nn)
    if slide.layout not in LAYOUTS or (slide.figure is not None and slide.figure not in FIGURES):
        return
    sections = sections_of(slide.layout, slide.figure)
    for key, words_found in words.items():
        if key[1] == slide.id:
            if not words_found.body.title:
                yield Problem(where=words_found.body.where(""), key="content.missing_title", values={"name": slide.id})
            yield from missing_sections(words_found.body, sections, slide.id)
            yield from number_problems(words_found.body, slide.figure, slide.id)


def _unsourced(slide: SlideSpec, words: Mapping[TextKey, _Words]) -> Iterator[Problem]:
    """List the figures of a slide that names no fact."""
    for (_, slide_id, _), found in words.items():
        if slide_id == slide.id:
            yield from unsourced_figures(found.body, slide.id)


def _fit_choice(variants: frozenset[str], choice: str | None) -> bool:
    """Tell whether a slide's variants are named exactly when it has a choice between them."""
    return variants == frozenset({""}) if choice is None else "" not in variants


def _remarks(slide: SlideSpec, words: Mapping[TextKey, _Words]) -> Iterator[Problem]:
    """List what is wrong in texts that can be shown all the same."""
    sections = sections_of(slide.layout, slide.figure)
    for (language, slide_id, variant), found in words.items():
        if slide_id != slide.id:
            continue
        yield from unused_sections(found.body, sections, slide.id)
        yield from markup_problems(found.body, language)
        yield from brace_problems(found.front.body, Where(file=found.body.file, line=found.front.body_line))
        if language is Language.NN:
            nb = words[Language.NB, slide_id, variant]
            name = f"{slide_id} {variant}".strip()
            yield from differences(name, nb.front.body, found.front.body, found.front.where)
