"""Makes a folder of the user's own, whole and right, so that a test can spoil one thing; and reads what came of it."""

import shutil
from pathlib import Path
from typing import NamedTuple

from pptx import Presentation

from workshop_kit.writers.pptx_deck.xml import A

ROOT = Path(__file__).resolve().parents[2]

MODULE = """\
id = "vart-prosjekt"
order = 45
kind = "talk"
name = {nb = "Prosjektet vårt", nn = "Prosjektet vårt"}

[[slide]]
id = "PRO-1"
layout = "statement"
minutes = 3
use = ["K", "H", "D"]
facts = ["hvaler-torg-2026"]
"""

FACTS = """\
[[fact]]
id = "hvaler-torg-2026"
value = "40"
unit = "innbyggere"
year = 2026
confidence = "seen"
source_nb = "Hvaler kommune, sluttrapport for torget (2026)"
source_nn = "Hvaler kommune, ⟦sluttrapport for torget⟧ (2026)"
"""

TITLES = {
    "nb": "I fjor bygde vi et torg i Hvaler sammen med 40 innbyggere",
    "nn": "I fjor bygde vi eit torg i Hvaler saman med 40 innbyggjarar",
}
TEXTS = {
    "nb": f"""\
+++
id = "PRO-1"
+++
# {TITLES["nb"]}

## lead
De som bygde torget, steller det

## say
Fortell kort hva vi gjorde i fjor.

## do
Spør hvem som var med.
""",
    "nn": f"""\
+++
id = "PRO-1"
+++
# {TITLES["nn"]}

## lead
Dei som bygde torget, steller det

## say
Fortel kort kva vi gjorde i fjor.

## do
Spør kven som var med.
""",
}

EXAMPLE_TITLES = {"nb": "Hvaler kommune spurte ungdommen først", "nn": "Hvaler kommune spurde ungdommen først"}
EXERCISE_TITLES = {"nb": "Hvordan kan vi bygge et torg?", "nn": "Korleis kan vi byggje eit torg?"}
REPORT_TITLE = "Slik svarte kommunene da de ble spurt om strategi for smartby"
REPORT_ROWS = """\
rows = [
    {value = 12.0, label_nb = "Vedtatt", label_nn = "Vedteken", page = 23},
    {value = 88.0, label_nb = "Ikke", label_nn = "Ikkje", page = 24},
]"""


class Slide(NamedTuple):
    """A slide of a deck that was made: its title, and all its words."""

    title: str
    text: str


def write_own(root: Path) -> Path:
    """Write a folder with a module, a fact, an example, an exercise and a filled chart, and give it."""
    _write_module(root)
    _copy_exercise(root)
    _copy_example(root)
    form = (ROOT / "assets" / "data" / "report-figures.toml").read_text(encoding="utf-8")
    (root / "report-figures.toml").write_text(form.replace("rows = []", REPORT_ROWS, 1), encoding="utf-8")
    return root


def spoil(path: Path, old: str, new: str) -> int:
    """Put something else in a file, and give the line where it stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def slides_of(folder: Path) -> list[Slide]:
    """Read the one deck in a pack's folder, with plain spaces where the typesetter keeps words together."""
    (path,) = folder.glob("*.pptx")
    found: list[Slide] = []
    for slide in Presentation(str(path)).slides:
        title = slide.shapes.title
        words = "\n".join(str(node.text) for node in slide.element.iter(f"{{{A}}}t"))
        found.append(Slide(title=_spaced(title.text_frame.text) if title is not None else "", text=_spaced(words)))
    return found


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def _write_module(root: Path) -> None:
    folder = root / "slides" / "modules" / "vart-prosjekt"
    folder.mkdir(parents=True)
    (folder / "module.toml").write_text(MODULE, encoding="utf-8")
    for language, text in TEXTS.items():
        (folder / f"{language}.md").write_text(text, encoding="utf-8")
    data = root / "assets" / "data"
    data.mkdir(parents=True)
    (data / "facts.toml").write_text(FACTS, encoding="utf-8")


def _copy_exercise(root: Path) -> None:
    """Take the form of a shipped exercise under a new id, after the own module."""
    folder = root / "exercises" / "f99"
    shutil.copytree(ROOT / "exercises" / "f14", folder)
    spoil(folder / "exercise.toml", '"F14"', '"F99"')
    spoil(folder / "exercise.toml", 'modules = ["hun"]', 'modules = ["vart-prosjekt"]')
    for language, title in EXERCISE_TITLES.items():
        path = folder / f"{language}.md"
        head, rest = path.read_text(encoding="utf-8").replace("F14", "F99").split("\n", 2)[::2]
        path.write_text(f'{head}\ntitle = "{title}"\n{rest}', encoding="utf-8")


def _copy_example(root: Path) -> None:
    folder = root / "slides" / "examples" / "hvaler-ungdom"
    shutil.copytree(ROOT / "slides" / "examples" / "halden-kafedialog", folder)
    spoil(folder / "example.toml", 'id = "halden-kafedialog"', 'id = "hvaler-ungdom"')
    spoil(folder / "example.toml", '["3101"]', '["3110"]')
    for language, title in EXAMPLE_TITLES.items():
        path = folder / f"{language}.md"
        text = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(f"# {title}\n" if line.startswith("# ") else line for line in text), encoding="utf-8")
