"""Makes small content trees for the library's tests: whole and right, so that a test can spoil one thing."""

from pathlib import Path

from workshop_kit.domain.language import Language
from workshop_kit.domain.problem import Problem
from workshop_kit.library.known import Known

KNOWN = Known(facts=frozenset({"aims-2019"}), goals=frozenset(range(1, 18)), municipalities=frozenset({"3110", "1515"}))
BOTH = tuple(Language)

MODULE = """\
id = "beg"
order = 30
learning_point = 1
kind = "talk"
name = {nb = "Begrepene", nn = "Omgrepa"}

[[slide]]
id = "BEG-1"
layout = "statement"
minutes = 1
use = ["K", "H", "D"]

[[slide]]
id = "BEG-2"
layout = "canvas"
figure = "smart-city"
minutes = 2
use = ["H", "D"]
facts = ["aims-2019"]
"""

MODULE_TEXT = """\
+++
id = "BEG-1"
+++
# Tre begreper møtes i {navn} kommune

## lead
En tekst med **fete ord** og ⟦en fremmed tittel⟧.

## say
Si noe om 3 ting.

## do
Spør.

+++
id = "BEG-2"
+++
# En smartby har fire mål

## chain
- **Folk.** Først
- **Tjenester.** Så

## aims
- Ett
- To

## say
Si noe.

## do
Spør.
"""

EXAMPLE = """\
id = "hvaler-sol"
order = 1
municipalities = ["3110"]
year = 2023
quality = "A"
themes = ["energi"]
goals = [7, 13]
principles = [3]
type = "SC"
confidence = "seen"
source = {nb = "Hvaler kommune (2023)", nn = "Hvaler kommune (2023)"}
url = ""
checked = ""
"""

EXAMPLE_TEXT = """\
+++
+++
# Hvaler kommune satset tidlig på sol
## need
Strømmen var dyr.
## did
Kommunen satte opp paneler.
## result
30 tak fikk paneler i 2023.
## learn
Start smått.
## say
Dette skjedde i 2023.
## do
Spør hvem som har tak.
"""

EXERCISE = """\
id = "F1"
order = 10
kind = "exercise"
canvas = "four-frames"
paper = "A4"
orientation = "portrait"
minutes = {least = 3, wanted = 4, most = 5}
group = {least = 4, most = 4}
facts = ["aims-2019"]
goals = false
modules = ["beg"]

[[step]]
id = "alone"
minutes = 1
short = 1
timer = true

[[step]]
id = "all"
minutes = 3
short = 2

[[field]]
id = "sentence"
kind = "text"
lines = 3

[[harvest]]
id = "sentence"
kind = "text"
field = "sentence"
"""

EXERCISE_TEXT = """\
+++
title = "1-2-4-alle"
purpose = "Alle får tenke ferdig."
question = "Hva kan ikke {navn} kommune løse alene?"
group = "Grupper på fire"
materials = ["Ett ark per gruppe"]

[step.alone]
short = "Skriv alene"
text = "Skriv to stikkord."

[step.all]
short = "Les høyt"
text = "Les setningen høyt."

[field.sentence]
label = "Setningen vår"

[harvest.sentence]
label = "Setningen vår"
hint = "Som på arket"
+++
## debrief
- Hva gikk igjen?

## facilitator
- Hold det stille.

## pitfalls
- Noen snakker.

## accessibility
Alle kan sitte.
"""

FACTS = """\
[[fact]]
id = "aims-2019"
value = "4"
unit = "mål"
year = 2019
confidence = "seen"
source_nb = "Agenda Kaupang (2019)"
source_nn = "Agenda Kaupang (2019)"
url = ""
"""

WORDS = 'source = "Kilde"\nbreak = "Pause, {minutes} minutter"\n'


def write(path: Path, text: str) -> Path:
    """Write a text file, its folders and all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def write_pair(folder: Path, name: str, data: str, text: str, nn: str | None = None) -> Path:
    """Write a piece's folder: its TOML file and both languages' texts, nynorsk like bokmål unless another is given."""
    write(folder / name, data)
    write(folder / "nb.md", text)
    write(folder / "nn.md", text if nn is None else nn)
    return folder


def write_module(root: Path, data: str = MODULE, text: str = MODULE_TEXT, nn: str | None = None, folder: str = "beg") -> Path:
    """Write a module and give its folder."""
    return write_pair(root / "slides" / "modules" / folder, "module.toml", data, text, nn)


def write_example(root: Path, data: str = EXAMPLE, text: str = EXAMPLE_TEXT, nn: str | None = None, folder: str = "hvaler-sol") -> Path:
    """Write an example and give its folder."""
    return write_pair(root / "slides" / "examples" / folder, "example.toml", data, text, nn)


def write_exercise(root: Path, data: str = EXERCISE, text: str = EXERCISE_TEXT, nn: str | None = None, folder: str = "f1") -> Path:
    """Write an exercise and give its folder."""
    return write_pair(root / "exercises" / folder, "exercise.toml", data, text, nn)


def goals_toml() -> str:
    """Give the text of a file with all the goals."""
    return "\n".join(
        f'[[goal]]\nnumber = {number}\nnb = "Mål {number}"\nnn = "Mål {number}"\n'
        f'short = {{nb = "Mål", nn = "Mål"}}\ncolour = "E5243B"\ntext = "white"\n'
        for number in range(1, 18)
    )


def write_library(root: Path) -> Path:
    """Write a whole library without a fault: one module, example and exercise, and what they refer to."""
    write_module(root)
    write_example(root)
    write_exercise(root)
    write(root / "assets" / "data" / "facts.toml", FACTS)
    write(root / "assets" / "data" / "goals.toml", goals_toml())
    for language in BOTH:
        write(root / "assets" / "words" / f"{language}.toml", WORDS)
    return root


def found(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str]]:
    """Give problems as short rows to compare: the file's name, the line, and the key without its group."""
    return [(problem.where.file.rsplit("/", 1)[-1], problem.where.line, problem.key.partition(".")[2]) for problem in problems]
