"""A table of what the content holds in each language, and how hard it is to read: `python -m tests.language.report`."""

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import NamedTuple, cast

from tests.language.check import MOST_LIX_NOTES, NOTES, PROJECT, WORD_OR_CODE, lix, read_norm, shown
from tests.language.texts import LANGUAGES, Text, read_texts

LONG_NAME = "Kristiansand"  # 12 letters
POPULATION = "116\u00a0987"
MOST_SHOWN = 10
BULLET_LAYOUT, BULLET_FIGURE = "content", "numbered-rows"
COLUMN = 14


class Scored(NamedTuple):
    """A slide's or example's notes in one language, with their LIX."""

    score: float
    slide: str


@dataclass(frozen=True)
class Report:
    """The figures of one language. Titles are counted in letters, filled with a long name; a slide with variants counts each of them."""

    language: str
    slides: int
    texts: int
    notes_words: int
    exercises: int
    examples: int
    notes: tuple[Scored, ...]
    title_lengths: tuple[int, ...]
    longest_title: str
    share_without_bullets: float

    @property
    def hardest(self) -> tuple[Scored, ...]:
        """The ten notes that are hardest to read, the hardest first."""
        return tuple(sorted(self.notes, reverse=True)[:MOST_SHOWN])


def make_report(root: Path, language: str) -> Report:
    """Count what the content under `root` holds in a language."""
    texts = [text for text in read_texts(root) if text.language == language]
    slides, notes, titles = _slides(root), _notes(texts), _titles(texts)
    return Report(
        language=language,
        slides=len(slides),
        texts=sum(text.place.endswith("/title") and text.path.startswith("slides/modules/") for text in texts),
        notes_words=sum(len(WORD_OR_CODE.findall(words)) for words in notes.values()),
        exercises=len(list((root / "exercises").glob(f"*/{language}.md"))),
        examples=len(list((root / "slides" / "examples").glob(f"*/{language}.md"))),
        notes=tuple(Scored(lix(words), slide) for slide, words in notes.items()),
        title_lengths=tuple(map(len, titles)),
        longest_title=max(titles, key=len, default=""),
        share_without_bullets=sum(not _is_bullets(slide) for slide in slides) / max(1, len(slides)),
    )


def _slides(root: Path) -> tuple[Mapping[str, object], ...]:
    """Give the slides of every module.toml."""
    modules = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((root / "slides" / "modules").glob("*/module.toml")))
    return tuple(slide for module in modules for slide in cast("list[dict[str, object]]", module["slide"]))


def _is_bullets(slide: Mapping[str, object]) -> bool:
    return slide["layout"] == BULLET_LAYOUT or slide.get("figure") == BULLET_FIGURE


def _notes(texts: list[Text]) -> Mapping[str, str]:
    """Give the words of each slide's and example's notes, a paragraph a line."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if notes := NOTES.fullmatch(text.place):
            name = notes[1].strip("/") or Path(text.path).parent.name
            found[name].append(shown(text, read_norm(text.language)).replace("\n", " "))
    return {name: "\n".join(paragraphs) for name, paragraphs in found.items()}


def _titles(texts: list[Text]) -> tuple[str, ...]:
    """Give the titles of slides and examples, filled with a long name."""
    return tuple(_filled(text) for text in texts if text.place.endswith("/title") and text.path.startswith("slides/"))


def _filled(text: Text) -> str:
    norm = read_norm(text.language)
    samples = dict(norm.samples) | {"navn": LONG_NAME, "folketall": POPULATION}
    raw = text.raw.replace("⟦", "").replace("⟧", "")  # a foreign title is as long as it is
    return shown(replace(text, raw=raw), replace(norm, samples=samples))


def table(reports: tuple[Report, ...]) -> Iterator[str]:
    """Give the lines of the table, a column for each language, and below it the hardest notes and the longest titles."""
    yield _row("", *(report.language for report in reports))
    yield _row("slides", *(report.slides for report in reports))
    yield _row("texts, with variants", *(report.texts for report in reports))
    yield _row("words in notes", *(report.notes_words for report in reports))
    yield _row("exercises", *(report.exercises for report in reports))
    yield _row("examples", *(report.examples for report in reports))
    yield _row("LIX, median", *(f"{median(note.score for note in report.notes):.1f}" for report in reports))
    yield _row(f"LIX, highest (limit {MOST_LIX_NOTES})", *(f"{report.hardest[0].score:.1f}" for report in reports))
    yield _row("title, median letters", *(f"{median(report.title_lengths):g}" for report in reports))
    yield _row("title, longest", *(max(report.title_lengths) for report in reports))
    yield _row("slides without bullets", *(f"{report.share_without_bullets:.0%}" for report in reports))
    for report in reports:
        yield ""
        yield f"{report.language}: hardest notes: {', '.join(f'{slide} {score:.1f}' for score, slide in report.hardest)}"
        yield f"{report.language}: longest title: {report.longest_title}"


def _row(name: str, *values: object) -> str:
    return f"{name:<26}" + "".join(f"{value!s:>{COLUMN}}" for value in values)


def main() -> int:
    """Print the table of the project's content."""
    reports = tuple(make_report(PROJECT, language) for language in LANGUAGES)
    sys.stdout.writelines(f"{line}\n" for line in table(reports))
    return 0


if __name__ == "__main__":
    sys.exit(main())
