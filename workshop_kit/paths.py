"""Where the shipped folders and the user's own folders are."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
ROOT = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _PACKAGE.parent
"""The folder that holds assets/, slides/ and exercises/: in a checkout, a wheel and a frozen bundle alike."""

ASSETS = ROOT / "assets"
SLIDES = ROOT / "slides"
EXERCISES = ROOT / "exercises"
FONTS = ASSETS / "fonts"


def settings_file() -> Path:
    """Give the file with the facilitator's settings; it need not exist."""
    return platformdirs.user_config_path("workshop-kit", appauthor=False) / "settings.json"


def workshops_folder() -> Path:
    """Give the folder with the facilitator's own workshops, in the user's documents; it need not exist."""
    return platformdirs.user_documents_path() / "Workshop Kit"


def own_folder() -> Path:
    """Give the folder with the facilitator's own content, beside their workshops; it need not exist."""
    return workshops_folder() / "Eget innhold"


def history_folder() -> Path:
    """Give the folder with earlier versions of the workshops, in the user's data; it need not exist."""
    return platformdirs.user_data_path("workshop-kit", appauthor=False) / "history"


def shipped(path: Path) -> str:
    """Give a shipped file's path as messages name it: relative to the root where it lies under it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
