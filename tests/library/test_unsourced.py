"""A figure on a slide of the user's own that names no fact is told; what is no figure, or only said, is not."""

from pathlib import Path

import pytest

from tests.library.make import KNOWN, MODULE, MODULE_TEXT, found, write_module
from workshop_kit.library.body import split_body
from workshop_kit.library.modules import read_module
from workshop_kit.library.shelf import Shelf
from workshop_kit.library.unsourced import unsourced_figures

NBSP = "\u00a0"


def figures(text: str) -> list[tuple[int | None, str]]:
    return [(each.where.line, each.values["figure"]) for each in unsourced_figures(split_body(text, "nb.md", 4), "X-1")]


@pytest.mark.parametrize(
    ("text", "line", "figure"),
    [
        ("# I alt 193 land er med", 4, "193"),
        (f"# De byttet 6{NBSP}500 gatelys", 4, f"6{NBSP}500"),
        ("# Tittel\n\n## points\n- Ja\n- Bare 5 prosent svarte", 8, "5 prosent"),
        (f"# Tittel\n\n## label\nDet er 12,5{NBSP}% til.", 7, f"12,5{NBSP}%"),
        ("# Tittel\n\n**47** har svart", 6, "47"),
    ],
)
def test_a_figure_is_found_on_its_line(text: str, line: int, figure: str) -> None:
    assert figures(text) == [(line, figure)]


@pytest.mark.parametrize(
    "text",
    [
        "# Målene ble vedtatt i 2015, og planen gjelder 2023–2027",
        "# Vi møtes 14. januar 2027 klokka 09.15–10.30",
        "# Delmål 11.3 og mål 16 passer, se § 12-1",
        "# Tiltak for 100 dager, valgt på 12 minutter",
        "# {navn} kommune hadde {folketall} innbyggere, en vekst på {vekst_prosent} prosent",
        "# Tittel\n\nFem spørsmål i 3 grupper",
        "# Tittel\n\n## say\nDet var 193 land.\n\n## do\nSpør hva 47 prosent betyr.\n\n## ask.leader\nHvem er de 25?",
    ],
)
def test_dates_times_goals_tokens_and_what_is_said_need_no_source(text: str) -> None:
    assert figures(text) == []


def test_only_the_users_own_slides_without_facts_are_looked_at(tmp_path: Path) -> None:
    text = MODULE_TEXT.replace("# Tre begreper", "# 33 begreper").replace("# En smartby har fire mål", "# En smartby har 44 mål")
    folder = write_module(tmp_path, MODULE, text)
    shipped, own = (read_module(Shelf(root=tmp_path, shipped=shipped), folder, KNOWN) for shipped in (True, False))

    assert shipped[1] == ()
    assert found(own[1]) == [("nb.md", 4, "figure_without_source"), ("nn.md", 4, "figure_without_source")]
    assert own[0] is not None
    assert [slide.id for slide in own[0].slides] == ["BEG-1", "BEG-2"]
