"""The words of a piece of content while they are written: Markdown by section, out of a file and back into it.

Whatever is typed, the file can be read again and gives the same words: a line that would begin a new part of the file is
kept as words by a backslash, which Markdown takes away again.
"""

import re
from collections.abc import Mapping

from workshop_kit.domain.value import Value
from workshop_kit.library.body import BODY, split_body
from workshop_kit.library.front_matter import FENCE, Part

_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
_NOT_WRITTEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_TAKEN_FOR_MORE = re.compile(r"(?:\+\+\+[ \t]*$|#{1,6}(?:[ \t]|$))", re.MULTILINE)
_KEPT = re.compile(r"^\\(?=\+\+\+[ \t]*$|#{1,6}(?:[ \t]|$))", re.MULTILINE)
_TITLE = re.compile(r"# +(.*)")


class DraftText(Value, frozen=True, kw_only=True):
    """A title and Markdown by section, each as it was typed; what is not there is ""."""

    title: str = ""
    sections: Mapping[str, str] = {}

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing has been written."""
        return not self.title.strip() and not any(text.strip() for text in self.sections.values())

    def of(self, field: str) -> str:
        """Give the title, or a section's text."""
        return self.title if field == "title" else self.sections.get(field, "")

    def with_field(self, field: str, text: str) -> "DraftText":
        """Give the text with another title or section."""
        if field == "title":
            return DraftText(title=text, sections=self.sections)
        return DraftText(title=self.title, sections={**self.sections, field: text})


def tidy(text: str) -> str:
    """Give a text as a file has it: one kind of line end, nothing that cannot be written, no blanks where lines end."""
    lines = _NOT_WRITTEN.sub("", _LINE_ENDS.sub("\n", text)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def one_line(text: str) -> str:
    """Give a text on one line."""
    return " ".join(tidy(text).split())


def written(text: DraftText, front: str = "") -> str:
    """Give the part of a file that holds the words; `front` is the TOML between its fences. Empty sections are left out."""
    title = one_line(text.title)
    parts = [f"{FENCE}\n{front}{FENCE}\n", f"# {title}\n" if title else ""]
    sections = {name: kept_words(tidy(words)) for name, words in text.sections.items()}
    if sections.get(BODY):
        parts.append(f"\n{sections[BODY]}\n")
    parts += [f"\n## {name}\n{words}\n" for name, words in sections.items() if words and name != BODY]
    return "".join(parts)


def read_text(part: Part) -> DraftText:
    """Give the words of a part of a file; raises ContentFault where its headings cannot be understood."""
    lines = part.body.split("\n")
    place = next((number for number, line in enumerate(lines) if _TITLE.match(line)), None)
    title = ""
    if place is not None:
        title = lines[place][2:].strip()
        lines[place] = "# -"  # a title is told as not plain when it is checked, not when it is read
    body = split_body("\n".join(lines), part.front.file, part.body_line)
    return DraftText(title=title, sections={name: _KEPT.sub("", section.text) for name, section in body.sections.items()})


def kept_words(text: str) -> str:
    """Keep the lines that would begin a part, a title or a section as words."""
    return "\n".join(f"\\{line}" if _TAKEN_FOR_MORE.match(line) else line for line in text.split("\n"))
