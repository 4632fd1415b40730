"""Says what the loader and the typesetter found in words that the fields of the editor have."""

from workshop_kit.domain.problem import Problem
from workshop_kit.library.drafts import ROWS
from workshop_kit.library.messages import message
from workshop_kit.ui.content.faults import TO_FILL
from workshop_kit.ui.texts import Texts


def said(texts: Texts, problem: Problem, title: str = "", fields: frozenset[str] = frozenset()) -> str:
    """Say a problem of a piece by its title instead of its id; `fields` are the sections that have a field."""
    if problem.key in TO_FILL:
        return texts("own.to_fill")
    here, box = texts("own.this_page"), problem.values.get("box", "")
    values = {**problem.values, **{key: here for key in ("page", "slide") if key in problem.values}}
    values |= {key: title or here for key in ("name", "id") if key in problem.values}
    name = ROWS[int(box)] if box.isdigit() and int(box) < len(ROWS) else box
    if name in fields:
        values["box"] = f"«{texts(f'own.field_{name}')}»"
    words = message(texts.language.value, problem.key, values)
    return words[:1].upper() + words[1:]
