"""Windows are tested without a screen, and any warning of Qt's fails a test (`qt_log_level_fail` in pyproject.toml)."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
