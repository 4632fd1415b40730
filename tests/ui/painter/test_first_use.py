"""What a worker paints with has been made before: Qt's Python types are not safely made in two threads at once."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CODE = """
import enum, sys
from PySide6.QtWidgets import QApplication
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import compose, load_kit
from workshop_kit.ui.painter import render_page
from workshop_kit.ui.painter.first_use import use_once
application = QApplication([])
kit, _ = load_kit()
composed, _ = compose(kit, Workshop(municipality="3110", language=Language.NB))
if "use" in sys.argv:
    use_once()
made, create = [], enum.EnumType._create_
def note(cls, name, *given, **named):
    made.append(name)
    return create(cls, name, *given, **named)
enum.EnumType._create_ = note
for page in (*composed.deck.pages, *composed.all_sheets.pages):
    render_page(page, kit.theme, 60, 1.0)
print("made:", *made)
"""


def made_while_painting(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        timeout=120,
    )
    return done.stdout.split()[1:]


def test_painting_every_page_makes_no_type_after_each_call_was_made_once() -> None:
    assert made_while_painting("use") == []


def test_painting_makes_types_where_nothing_was_called_before() -> None:
    assert made_while_painting()
