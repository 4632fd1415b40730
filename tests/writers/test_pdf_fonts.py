import json

import pytest

from tools.font_widths import FONTS, NAMES, widths


@pytest.mark.parametrize(("font", "metrics"), NAMES.items())
def test_kept_widths_are_those_of_the_bundled_font(font: str, metrics: str) -> None:
    assert json.loads((FONTS / metrics).read_text(encoding="utf-8")) == widths(FONTS / font)


def test_both_fonts_come_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
