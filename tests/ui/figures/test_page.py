"""The form is filled in with real windows: figures with a page become slides, and nothing that was typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driver
from workshop_kit.domain.language import Language
from workshop_kit.library.report_figures import FORM
from workshop_kit.ui.facts.page import FactsPage
from workshop_kit.ui.figures.page import FiguresPage
from workshop_kit.ui.figures.preview import Preview
from workshop_kit.ui.figures.rows import RowsForm

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Driver(qtbot, tmp_path)
    yield made
    made.program.close()
    QApplication.processEvents()


def shown(driver: Driver) -> FiguresPage:
    driver.window.show_page("figures")
    return driver.page(FiguresPage)


def rows_of(page: FiguresPage, chart: str) -> RowsForm:
    card = page.cards[chart]
    if not card.is_open:
        QTest.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    assert card.form is not None
    return card.form


def preview_of(page: FiguresPage, chart: str) -> Preview:
    preview = page.cards[chart].preview
    assert preview is not None
    return preview


def type_row(form: RowsForm, row: int, *texts: str) -> None:
    for field, text in zip(form.rows[row].fields.values(), texts, strict=False):
        field.selectAll()
        QTest.keyClicks(field, text)


def slides(driver: Driver) -> set[str]:
    planner = driver.program.planner
    assert planner is not None
    assert planner.composed is not None
    return {slide.content_id for slide in planner.composed.plan.slides}


def saved(driver: Driver, page: FiguresPage) -> None:
    driver.until(lambda: not page.is_dirty)


def own_form(tmp_path: Path) -> Path:
    return tmp_path / "Eget innhold" / FORM


def test_a_figure_with_its_page_becomes_a_slide_of_the_open_workshop(driver: Driver, tmp_path: Path) -> None:
    driver.new()
    point, facts = driver.window.findChild(QPushButton, "point-report"), driver.page(FactsPage)
    assert point is not None
    before = facts.points.summary.text()
    QTest.mouseClick(point, Qt.MouseButton.LeftButton)
    assert driver.window.page == "figures"
    page = shown(driver)
    type_row(rows_of(page, "motives"), 0, "Klima", "Klima", "62,5", "33")
    driver.until(lambda: "RAP-motives" in slides(driver))

    assert page.state.text().startswith("1 av 9")
    assert '{value = 62.5, label_nb = "Klima", label_nn = "Klima", page = 33},' in own_form(tmp_path).read_text(encoding="utf-8")
    driver.window.show_page("facts")
    driver.until(lambda: facts.points.summary.text() != before)


def test_a_figure_without_its_page_is_told_and_kept_but_not_shown(driver: Driver, tmp_path: Path) -> None:
    driver.new()
    page = shown(driver)
    form = rows_of(page, "motives")
    type_row(form, 0, "Klima", "Klima", "62,5")
    saved(driver, page)
    driver.until(lambda: bool(driver.program.context.problems))
    driver.planned()

    assert form.rows[0].lacks.text() == "Raden mangler side, og blir ikke vist ennå."
    assert page.state.text() == "Ingen av de 9 diagrammene er klare ennå."
    assert "RAP-motives" not in slides(driver)
    assert preview_of(page, "motives").wall.picture.isNull()
    assert "page = 0" in own_form(tmp_path).read_text(encoding="utf-8")


def test_what_is_wrong_in_a_field_is_told_in_words(driver: Driver) -> None:
    page = shown(driver)
    form = rows_of(page, "strategy")
    type_row(form, 0, "Et svar på mer enn 26 tegn i alt", "Kort", "1o", "x")
    assert form.rows[0].faults.text().startswith("Svaret på bokmål er på 32 tegn. Det er plass til 26")
    assert form.rows[0].fields["value"].property("wrong")
    type_row(form, 0, "Kort", "Kort", "97", "21")

    assert form.rows[0].faults.isHidden()
    assert not form.rows[0].fields["value"].property("wrong")
    assert form.sum.text().startswith("Delene blir 97 til sammen.")
    assert preview_of(page, "strategy").wall.words == "Lysbildet kommer når delene blir 100 til sammen."


def test_rows_are_removed_and_come_back_with_ctrl_z(driver: Driver) -> None:
    page = shown(driver)
    form = rows_of(page, "motives")
    type_row(form, 0, "Klima", "Klima", "62", "33")
    QTest.keyClick(form.rows[0].fields["page"], Qt.Key.Key_Return)
    type_row(form, 1, "Tjenester", "Tenester", "40", "34")
    QTest.mouseClick(form.rows[0].remove, Qt.MouseButton.LeftButton)
    assert [each.draft.label_nb for each in form.rows] == ["Tjenester"]
    assert driver.window.undo.accessibleName() == "Angre: fjerne raden «Klima»"

    QTest.keyClick(form.rows[0].fields["value"], Qt.Key.Key_Z, CONTROL)
    assert [each.fields["label_nb"].text() for each in form.rows] == ["Klima", "Tjenester"]
    QTest.keyClick(form.rows[0].fields["value"], Qt.Key.Key_Z, CONTROL)
    assert form.rows[1].fields["page"].text() == ""
    QTest.mouseClick(driver.window.redo, Qt.MouseButton.LeftButton)
    assert form.rows[1].fields["page"].text() == "34"


def test_undoing_on_the_page_leaves_the_open_workshop_alone(driver: Driver) -> None:
    driver.new()
    document = driver.program.document
    assert document is not None
    document.apply(replace(document.workshop, place="Rådhuset"), "stedet")
    page = shown(driver)

    assert not driver.window.undo.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert document.workshop.place == "Rådhuset"
    driver.window.show_page("facts")
    assert driver.window.undo.isEnabled()


def test_there_are_at_most_eight_rows(driver: Driver) -> None:
    form = rows_of(shown(driver), "areas")
    for _ in range(9):
        QTest.keyClick(form.rows[-1].fields["page"], Qt.Key.Key_Return)

    assert len(form.rows) == 8
    assert (form.add.isEnabled(), form.full.isVisible()) == (False, True)


def test_a_broken_form_is_told_with_its_place_and_kept(driver: Driver, tmp_path: Path) -> None:
    path = own_form(tmp_path)
    path.parent.mkdir()
    path.write_text("[[chart]\n", encoding="utf-8")
    page = shown(driver)
    assert f"{path}:1" in page.broken.text()
    type_row(rows_of(page, "motives"), 0, "Klima", "Klima", "62", "33")
    saved(driver, page)

    assert path.with_name(FORM + ".kept").read_text(encoding="utf-8") == "[[chart]\n"
    assert "62.0" in path.read_text(encoding="utf-8")
    assert FORM + ".kept" in driver.window.bar.words.text()
    assert page.broken.isHidden()


def test_what_is_typed_is_saved_when_the_page_is_left_and_when_the_window_closes(driver: Driver, tmp_path: Path) -> None:
    page = shown(driver)
    type_row(rows_of(page, "motives"), 0, "Klima")
    driver.window.show_page("clients")
    assert '"Klima"' in own_form(tmp_path).read_text(encoding="utf-8")

    shown(driver)
    type_row(rows_of(page, "motives"), 0, "Tjenester")
    driver.window.close()
    assert '"Tjenester"' in own_form(tmp_path).read_text(encoding="utf-8")


def test_a_form_that_was_written_elsewhere_is_read_when_the_page_is_gone_to(driver: Driver, tmp_path: Path) -> None:
    page = shown(driver)
    type_row(rows_of(page, "motives"), 0, "Klima", "Klima", "62", "33")
    driver.window.show_page("clients")
    path = own_form(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("62.0", "63.5"), encoding="utf-8")
    shown(driver)

    assert rows_of(page, "motives").rows[0].fields["value"].text() == "63,5"


def test_another_folder_with_own_content_has_its_own_form(driver: Driver, tmp_path: Path) -> None:
    page = shown(driver)
    type_row(rows_of(page, "motives"), 0, "Klima", "Klima", "62", "33")
    context = driver.program.context
    context.change(replace(context.settings, own_folder=str(tmp_path / "annen")))

    assert own_form(tmp_path).exists()
    assert rows_of(page, "motives").rows[0].fields["label_nb"].text() == ""
    assert str(tmp_path / "annen") in page.saved.text()


def test_a_form_that_cannot_be_saved_is_told_and_stays_on_the_page(driver: Driver, tmp_path: Path) -> None:
    (tmp_path / "Eget innhold").write_text("ikke en mappe", encoding="utf-8")
    page = shown(driver)
    form = rows_of(page, "motives")
    type_row(form, 0, "Klima")

    assert not page.save()
    assert driver.window.bar.isVisible()
    assert page.saved.text().startswith("Ikke lagret")
    assert form.rows[0].fields["label_nb"].text() == "Klima"


def test_the_slide_is_shown_for_the_open_workshops_client_in_either_language(driver: Driver) -> None:
    driver.new("4649", Language.NN)
    page = shown(driver)
    type_row(rows_of(page, "motives"), 0, "Klima", "Klima og miljø", "62,5", "33")
    preview = preview_of(page, "motives")
    driver.until(lambda: not preview.wall.picture.isNull() and preview.is_current)
    assert "Klima og miljø" in preview.wall.accessibleName()
    assert "Stad" in preview.for_whom.text()
    QTest.mouseClick(preview.languages.buttons()[0], Qt.MouseButton.LeftButton)
    driver.until(lambda: "Klima og miljø" not in preview.wall.accessibleName())

    assert preview.wall.accessibleName().startswith("Dette var grunnene")
