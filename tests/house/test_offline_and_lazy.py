"""The house's promises about the network, Qt and start-up, each held in a fresh process."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(code: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(ROOT), "WORKSHOP_KIT_SETTINGS": str(tmp_path / "settings.json"), "PATH": "", "HOME": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment,
        check=False,
        timeout=120,
    )


NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise AssertionError("the network was used")
sys.addaudithook(refuse)
"""


def test_a_pack_is_made_without_a_network(tmp_path: Path) -> None:
    code = NO_NETWORK + "from workshop_kit.cli import main\nraise SystemExit(main(['make', 'Hvaler', '--out', 'out']))"
    done = run(code, tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "3110-hvaler" / "manifest.json").is_file()


def test_the_network_refusal_itself_works(tmp_path: Path) -> None:
    done = run(NO_NETWORK + "import socket\nsocket.create_connection(('127.0.0.1', 9))", tmp_path)
    assert "the network was used" in done.stderr


def test_a_pack_is_made_with_qt_made_unimportable(tmp_path: Path) -> None:
    code = """
    import sys
    sys.modules["PySide6"] = None
    sys.modules["shiboken6"] = None
    from workshop_kit.cli import main
    raise SystemExit(main(["make", "Hvaler", "--out", "out"]))
    """
    done = run(code, tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["[]", "['make', 'Hvalr']", "['settings']"])
def test_the_command_starts_without_the_slow_libraries(command: str, tmp_path: Path) -> None:
    code = f"""
    import sys
    from workshop_kit.cli import main
    main({command})
    slow = {{"pptx", "reportlab", "lxml", "PIL", "xlsxwriter", "markdown_it", "tqdm", "PySide6"}}
    loaded = slow & {{name.partition(".")[0] for name in sys.modules}}
    raise SystemExit(f"loaded: {{loaded}}" if loaded else 0)
    """
    done = run(code, tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_first_window_is_painted_without_slow_libraries_and_without_what_plans_places_and_writes(tmp_path: Path) -> None:
    code = """
    import os, sys
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from pathlib import Path
    from PySide6.QtWidgets import QApplication
    from workshop_kit.app import make_program
    program = make_program(QApplication([]), Path("workshops"), Path("history"), Path("state.ini"))
    program.window.show()
    program.window.grab()
    assert program.clients.finder.list.model().rowCount() > 300
    unwanted = {"pptx", "reportlab", "lxml", "PIL", "xlsxwriter", "markdown_it", "tqdm", "subprocess"}
    rooms = {f"workshop_kit.{room}" for room in ("pack", "scene", "writers", "planning.make_plan", "library.load")}
    loaded = sorted((unwanted | rooms) & set(sys.modules))
    print(f"loaded: {loaded}", file=sys.stderr)
    os._exit(1 if loaded else 0)
    """
    done = run(code, tmp_path)
    assert done.returncode == 0, done.stderr


def test_qt_keeps_its_references_to_none(tmp_path: Path) -> None:
    code = """
    import os, sys
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QLabel
    application = QApplication([])
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(2000):
        label.setText(str(number))
        label.update()
    lost = before - sys.getrefcount(None)
    # An immortal None has one fixed count; any real loss is one for each of the 4,000 calls.
    raise SystemExit(f"lost {lost} references to None" if lost > 200 else 0)
    """
    done = run(code, tmp_path)
    assert done.returncode == 0, done.stderr
