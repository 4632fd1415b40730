from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from workshop_kit.ui.look import Look
from workshop_kit.ui.tokens import Scheme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """Give the light look at 100 per cent, and leave no other behind."""
    made = Look(qapp)
    yield made
    made.set(Scheme.LIGHT, 100)
    made.deleteLater()
