"""Reads the words of an exercise: the TOML between the fences of its nb.md or nn.md."""

from collections.abc import Mapping
from typing import TypeVar, cast

import msgspec

from workshop_kit.domain.content import Label, StepText
from workshop_kit.domain.value import Value
from workshop_kit.library.markdown import without_marks
from workshop_kit.library.toml_text import TomlText

T = TypeVar("T", StepText, Label)
_TABLES = ("step", "field", "harvest")


class ExerciseWords(Value, frozen=True, kw_only=True):
    """Title, purpose, question, group and materials, and the words of steps, fields and harvest fields by id."""

    title: str
    purpose: str
    question: str
    group: str
    materials: tuple[str, ...]
    step: Mapping[str, StepText] = {}
    field: Mapping[str, Label] = {}
    harvest: Mapping[str, Label] = {}

    def ids(self) -> Mapping[str, tuple[str, ...]]:
        """Give the ids by the name of their table."""
        return {"step": tuple(self.step), "field": tuple(self.field), "harvest": tuple(self.harvest)}

    def all_text(self) -> str:
        """Give every word, one text a line."""
        steps = (text for step in self.step.values() for text in (step.short, step.text))
        labels = (text for label in (*self.field.values(), *self.harvest.values()) for text in (label.label, label.hint))
        return "\n".join((self.title, self.purpose, self.question, self.group, *self.materials, *steps, *labels))


class _Front(Value, frozen=True, kw_only=True):
    """The words that stand above the tables."""

    title: str
    purpose: str
    question: str
    group: str
    materials: tuple[str, ...]


def read_exercise_words(toml: TomlText) -> ExerciseWords:
    """Give the words; raises ContentFault with the line of what is missing, unknown or of the wrong kind."""
    front = toml.convert(_Front, {key: value for key, value in toml.data.items() if key not in _TABLES})
    return ExerciseWords(
        title=without_marks(front.title),
        purpose=without_marks(front.purpose),
        question=without_marks(front.question),
        group=without_marks(front.group),
        materials=tuple(without_marks(text) for text in front.materials),
        step=_table(toml, "step", StepText),
        field=_table(toml, "field", Label),
        harvest=_table(toml, "harvest", Label),
    )


def _table(toml: TomlText, name: str, kind: type[T]) -> Mapping[str, T]:
    """Give a table's entries by id. Each is read by itself, so that a fault's line can be told."""
    entries = toml.data.get(name, {})
    if not isinstance(entries, dict):
        raise toml.fault((name,), "content.wants_table", key=name)
    found: dict[str, T] = {}
    for key, value in cast("dict[str, object]", entries).items():
        words = toml.convert(kind, value, (name, key))
        found[key] = msgspec.structs.replace(words, **{field: without_marks(text) for field, text in msgspec.structs.asdict(words).items()})
    return found
