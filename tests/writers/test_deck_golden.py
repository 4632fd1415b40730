"""Single slides as they were written before: one for each layout and each drawing, and the members that go with them."""

import re
from pathlib import Path

import pytest

from tests.writers import deck_plan, golden
from tests.writers.deck_planting import Members
from workshop_kit.scene.drawings import DRAWINGS
from workshop_kit.scene.slides import DRAWN_BY_LAYOUT

SLIDES = {page.key: f"ppt/slides/slide{number}.xml" for number, page in enumerate(deck_plan.document().pages, start=1)}
OTHERS = {
    "chart-line": "ppt/charts/chart1.xml",
    "chart-column": "ppt/charts/chart2.xml",
    "chart-bar": "ppt/charts/chart3.xml",
    "chart-donut": "ppt/charts/chart5.xml",
    "chart-stacked": "ppt/charts/chart7.xml",
    "layout-title": "ppt/slideLayouts/slideLayout1.xml",
    "master": "ppt/slideMasters/slideMaster1.xml",
    "notes": "ppt/notesSlides/notesSlide1.xml",
    "presentation": "ppt/presentation.xml",
}
GOLDEN = {**{f"slide-{key}": name for key, name in SLIDES.items()}, **OTHERS}
ONE = b"<a><b>1</b></a>"


@pytest.fixture(scope="module")
def members() -> Members:
    return Members(deck_plan.deck())


@pytest.mark.parametrize("name", GOLDEN)
def test_member_is_as_it_was_kept(name: str, members: Members) -> None:
    golden.assert_as_kept(name, members.held[GOLDEN[name]])


def test_every_layout_and_every_drawing_has_its_slide() -> None:
    plan = deck_plan.plan()
    drawn = {slide.drawing or DRAWN_BY_LAYOUT.get(slide.layout) for slide in plan.slides}

    assert {page.layout for page in deck_plan.document().pages} == set(deck_plan.theme().layouts)
    assert drawn - {None} == set(DRAWINGS)


def test_no_file_is_kept_that_nothing_is_compared_with() -> None:
    assert {path.stem for path in golden.FOLDER.glob("*.xml") if re.match("slide-|chart-|layout-", path.stem)} <= set(GOLDEN)


def test_difference_is_told_in_lines_that_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(golden.RENEW, raising=False)
    (tmp_path / "one.xml").write_text(golden.pretty(ONE), encoding="utf-8")
    golden.assert_as_kept("one", ONE, tmp_path)

    with pytest.raises(pytest.fail.Exception, match=r"(?s)- <b>1</b>\n\+ <b>2</b>.*WORKSHOP_KIT_RENEW_GOLDEN=1"):
        golden.assert_as_kept("one", ONE.replace(b"1", b"2"), tmp_path)


def test_file_is_renewed_only_when_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(golden.RENEW, raising=False)
    with pytest.raises(pytest.fail.Exception):
        golden.assert_as_kept("one", ONE, tmp_path)
    assert not (tmp_path / "one.xml").exists()

    monkeypatch.setenv(golden.RENEW, "1")
    with pytest.raises(pytest.skip.Exception):
        golden.assert_as_kept("one", ONE, tmp_path)

    monkeypatch.delenv(golden.RENEW)
    golden.assert_as_kept("one", ONE, tmp_path)
