"""Every figure on a slide has a source: the slide names a fact, or norm.toml says why it needs none."""

from pathlib import Path

import pytest

from tests.language.check import PROJECT
from tests.language.figures import exceptions, figures_without_source

NBSP = "\u00a0"


def write_module(root: Path, text: str, *, facts: str = "") -> Path:
    """Write a module of one slide, X-1, with a text in bokmål."""
    folder = root / "slides" / "modules" / "x"
    folder.mkdir(parents=True)
    (folder / "module.toml").write_text(f'[[slide]]\nid = "X-1"\n{facts}', encoding="utf-8")
    (folder / "nb.md").write_text(f'+++\nid = "X-1"\nvariant = "a"\n+++\n{text}\n', encoding="utf-8")
    return root


def test_every_figure_on_a_slide_has_a_source() -> None:
    found = [figure for figure in figures_without_source(PROJECT) if figure.slide not in exceptions()]
    assert not found, "\n" + "\n".join(f"{path}:{line}: «{words}» on {slide}, which names no fact" for path, line, slide, words in found)


def test_every_exception_is_still_needed_and_says_why() -> None:
    assert exceptions().keys() <= {figure.slide for figure in figures_without_source(PROJECT)}
    assert all(len(reason) > 20 for reason in exceptions().values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# I alt 193 land er med", "193"),
        (f"# De byttet 6{NBSP}500 gatelys", f"6{NBSP}500"),
        ("# Tittel\n\n## points\nBare 5 prosent svarte.", "5 prosent"),
        (f"# Tittel\n\n## label\nDet er 12,5{NBSP}% til.", f"12,5{NBSP}%"),
        ("# Tittel\n\n- **47** har svart", "47"),
        ("# Tittel\n\n| | Antall |\n|---|---|\n| Krever innsats | 105 |", "105"),
        ("# Folketallet har økt med {vekst_prosent} prosent", "} prosent"),
    ],
)
def test_a_figure_on_a_slide_without_facts_is_found(tmp_path: Path, text: str, words: str) -> None:
    found = figures_without_source(write_module(tmp_path, text))
    assert [(figure.slide, figure.words) for figure in found] == [("X-1", words)]


@pytest.mark.parametrize(
    "text",
    [
        "# Målene ble vedtatt i 2015, og planen gjelder 2023–2027",
        "# Vi møtes 14. januar 2027 klokka 09.15–10.30",
        "# Delmål 11.3 og mål 16 passer, se § 12-1",
        "# Tiltak for 100 dager, valgt på 12 minutter",
        "# {navn} kommune hadde {folketall} innbyggere",
        "# Tittel\n\n10. Fem spørsmål i 3 grupper",
        "# Tittel\n\n## say\nDet var 193 land.\n\n## do\nSpør hva 47 prosent betyr.",
    ],
)
def test_dates_times_goals_tokens_and_notes_need_no_source(tmp_path: Path, text: str) -> None:
    assert not figures_without_source(write_module(tmp_path, text))


def test_a_slide_that_names_a_fact_may_show_figures(tmp_path: Path) -> None:
    assert not figures_without_source(write_module(tmp_path, "# I alt 193 land er med", facts='facts = ["un"]'))
