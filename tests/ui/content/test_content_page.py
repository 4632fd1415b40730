"""Own slides and examples, written in the window: seen, saved, planned with, taken out and put back."""

import time
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
from workshop_kit.domain.workshop import OwnExample
from workshop_kit.library.drafts import Draft, SlideDraft, with_text
from workshop_kit.ui.content.editor import Editor
from workshop_kit.ui.content.example_form import ExampleForm
from workshop_kit.ui.content.page import ContentPage
from workshop_kit.ui.content.slide_form import SlideForm
from workshop_kit.ui.content.views import ByHandView, ConsentView, FaultsView, ModelView, WelcomeView
from workshop_kit.ui.tokens import Scheme

WORDS = {
    "need": "Folk manglet et sted å møtes.",
    "did": "Kommunen bygde et torg.",
    "result": "Torget er i bruk.",
    "learn": "Spør først.",
    "source": "Hvaler kommune",
    "say": "Fortell om torget.",
    "do": "Spør hvem som har vært der.",
}


class Desk(Driver):
    """A program on the page with own content."""

    def __init__(self, bot: QtBot, folder: Path) -> None:
        super().__init__(bot, folder)
        self.window.show_page("content")
        self.content = self.page(ContentPage)
        self.own = self.program.context.own_folder
        self.until(lambda: self.content.reading.is_read)

    @property
    def editor(self) -> Editor:
        shown = self.content.shown
        assert isinstance(shown, Editor)
        return shown

    def type(self, name: str, text: str) -> None:
        """Type in a field as somebody does."""
        edit = self.editor.words.fields[name].edit
        edit.setFocus()
        edit.clear()
        QTest.keyClicks(edit, text)

    def write_example(self, title: str = "Vi bygde et torg") -> Path:
        """Write an example in both languages, and save it."""
        self.content.new_example()
        for name, text in {"title": title, **WORDS}.items():
            self.editor.words.fields[name].edit.setFocus()
            self.type(name, text)
        facts = self.editor.facts
        assert isinstance(facts, ExampleForm)
        assert facts.municipalities.add("hvaler")
        self.editor.words.show_language(Language.NN)
        QTest.mouseClick(self.editor.words.copy, Qt.MouseButton.LeftButton)
        assert self.editor.item.save()
        folder = self.editor.item.folder
        assert folder is not None
        return folder

    def read_anew(self) -> None:
        """Wait until what was saved is read."""
        reading = self.content.reading
        self.until(lambda: reading.number == reading.started and not self.content.is_waiting)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    made = Desk(qtbot, tmp_path)
    yield made
    made.window.close()
    made.program.close()
    QApplication.processEvents()


def example_ids(desk: Desk) -> set[str]:
    kit = desk.program.context.kit
    return set() if kit is None else {example.id for example in kit.library.examples}


def test_an_example_that_is_written_is_saved_and_the_open_workshop_is_planned_with_it(desk: Desk) -> None:
    desk.new()
    desk.window.show_page("content")
    assert isinstance(desk.content.shown, WelcomeView)
    folder = desk.write_example()
    assert folder == desk.own / "slides" / "examples" / "vi-bygde-et-torg"
    desk.until(lambda: "vi-bygde-et-torg" in example_ids(desk))
    planner, document = desk.program.planner, desk.program.document
    assert planner is not None
    assert document is not None
    document.apply(replace(document.workshop, examples=(folder.name,)), "eksempelet")
    desk.until(lambda: planner.composed is not None and any(s.key == folder.name for s in planner.composed.plan.slides))
    assert desk.editor.checked.is_shown
    desk.read_anew()
    assert desk.content.list.model.number_of(folder) >= 0


def test_the_page_is_drawn_soon_after_a_key_and_says_what_does_not_fit(desk: Desk) -> None:
    desk.content.new_example()
    desk.until(lambda: not desk.editor.preview.image.isNull())
    desk.type("title", "Torget")
    desk.until(lambda: "Torget" in desk.editor.preview.accessibleName())
    before = time.perf_counter()
    QTest.keyClicks(desk.editor.words.fields["title"].edit, "!")
    typed = time.perf_counter() - before
    desk.until(lambda: "Torget!" in desk.editor.preview.accessibleName())
    assert typed < 0.05
    assert time.perf_counter() - before < 0.5
    desk.editor.words.fields["need"].edit.clear()
    desk.editor.item.apply(_with(desk, "need", "Torget var for lite til alle som ville dit. " * 12))
    desk.until(lambda: "«Behov»" in desk.editor.fits.text())


def _with(desk: Desk, name: str, text: str) -> Draft:
    return with_text(desk.editor.item.draft, Language.NB, name, text)


def test_what_is_not_allowed_is_told_beside_its_field(desk: Desk) -> None:
    desk.content.new_example()
    desk.type("did", "Vi *skrev* det")
    assert "Kursiv" in desk.editor.words.fields["did"].remark.text()
    assert desk.editor.words.fields["need"].remark.text() == "Må fylles ut."


def test_undo_and_redo_are_of_the_whole_piece_and_leave_the_workshop_alone(desk: Desk) -> None:
    desk.new()
    desk.window.show_page("content")
    document = desk.program.document
    assert document is not None
    document.apply(replace(document.workshop, place="Rådhuset"), "stedet")
    desk.content.new_example()
    desk.type("title", "Torget")
    desk.type("need", "Behov")
    edit = desk.editor.words.fields["need"].edit
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (desk.editor.words.fields["need"].text, desk.editor.words.fields["title"].text) == ("", "Torget")
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.editor.words.fields["title"].text == ""
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.workshop.place == "Rådhuset"
    QTest.mouseClick(desk.editor.redo, Qt.MouseButton.LeftButton)
    assert desk.editor.words.fields["title"].text == "Torget"


def test_a_slide_joins_a_part_of_the_workshop_after_the_slide_that_is_chosen(desk: Desk) -> None:
    desk.content.new_slide()
    desk.type("title", "Kartet viser hvor tilbudene mangler")
    desk.editor.item.apply(_with(desk, "body", "- Vi ser hvem som bor langt unna"))
    for name in ("say", "do"):
        desk.type(name, "Spør.")
    facts = desk.editor.facts
    assert isinstance(facts, SlideForm)
    facts.part.setCurrentIndex(facts.part.findData("sam"))
    facts.part.activated.emit(facts.part.currentIndex())
    facts.after.setCurrentIndex(facts.after.findData("SAM-1"))
    facts.after.activated.emit(facts.after.currentIndex())
    facts.use.chips["K"].click()
    desk.editor.words.show_language(Language.NN)
    desk.editor.words.copy.click()
    assert desk.editor.item.save()
    desk.until(lambda: _order(desk, "sam")[:2] == ["SAM-1", "EGEN-KARTET-VISER-HVOR-TILBUDENE-MANGLER"])
    draft = desk.editor.item.draft
    assert isinstance(draft, SlideDraft)
    assert [use.value for use in draft.spec.use] == ["H", "D"]


def _order(desk: Desk, module: str) -> list[str]:
    kit = desk.program.context.kit
    return [] if kit is None else [slide.id for slide in kit.library.module(module).slides]


def test_a_part_of_ones_own_is_made_and_the_slide_put_in_it(desk: Desk) -> None:
    desk.content.new_slide()
    facts = desk.editor.facts
    assert isinstance(facts, SlideForm)
    facts.part.setCurrentIndex(facts.part.count() - 1)
    facts.part.activated.emit(facts.part.currentIndex())
    assert facts.new_part.isVisibleTo(desk.editor)
    for language, name in ((Language.NB, "Fra Norkart"), (Language.NN, "Frå Norkart")):
        facts.part_names[language].setText(name)
    facts.make_part.click()
    draft = desk.editor.item.draft
    assert isinstance(draft, SlideDraft)
    assert (draft.extends, facts.part.currentText()) == ("fra-norkart", "Fra Norkart")
    assert (desk.own / "slides" / "modules" / "fra-norkart" / "module.toml").is_file()


def test_another_layout_takes_the_words_along(desk: Desk) -> None:
    desk.content.new_slide()
    desk.type("body", "Ord")
    desk.editor.layouts.chips["quote"].click()
    fields = desk.editor.words.fields
    assert (fields["quote"].text, fields["body"].isVisibleTo(desk.editor)) == ("Ord", False)


def test_what_is_removed_lies_in_the_paper_basket_and_is_put_back(desk: Desk) -> None:
    folder = desk.write_example()
    desk.editor.remove_button.click()
    assert not folder.exists()
    assert (desk.own / ".papirkurv" / "slides" / "examples" / folder.name / "nb.md").is_file()
    undo = desk.content.bar.actions_shown[0]
    assert isinstance(undo, QPushButton)
    undo.click()
    assert folder.is_dir()
    assert desk.editor.words.fields["title"].text == "Vi bygde et torg"


def test_files_that_are_changed_outside_are_read_again_and_a_broken_one_is_shown_with_its_place(desk: Desk) -> None:
    folder = desk.write_example()
    desk.read_anew()
    path = folder / "nb.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Vi bygde et torg", "Vi bygde to torg"), encoding="utf-8")
    desk.content.reading.look()
    desk.editor.words.show_language(Language.NB)
    desk.until(lambda: desk.editor.words.fields["title"].text == "Vi bygde to torg")
    desk.read_anew()
    path.write_text("Uten gjerde", encoding="utf-8")
    desk.content.reading.look()
    desk.until(lambda: isinstance(desk.content.shown, ByHandView))


def test_a_piece_that_somebody_else_changed_meanwhile_is_asked_about(desk: Desk) -> None:
    folder = desk.write_example()
    desk.read_anew()
    (folder / "nn.md").write_text("+++\n+++\n# Deira\n", encoding="utf-8")
    desk.type("learn", "Min")
    assert not desk.editor.item.save()
    mine = desk.content.bar.actions_shown[0]
    assert isinstance(mine, QPushButton)
    mine.click()
    assert "Deira" not in (folder / "nn.md").read_text(encoding="utf-8")
    (folder / "nn.md").write_text("+++\n+++\n# Deira\n", encoding="utf-8")
    desk.type("learn", "Min igjen")
    assert not desk.editor.item.save()
    theirs = desk.content.bar.actions_shown[1]
    assert isinstance(theirs, QPushButton)
    theirs.click()
    assert desk.editor.item.draft.texts[Language.NN].title == "Deira"


def test_the_check_lists_what_is_wrong_and_goes_there(desk: Desk) -> None:
    desk.content.new_example()
    desk.type("title", "Bare en tittel")
    assert desk.editor.item.save()
    desk.until(lambda: bool(desk.content.reading.content.items))
    desk.read_anew()
    desk.content.check.click()
    shown = desk.content.shown
    assert isinstance(shown, FaultsView)
    jumps = [each for each in shown.findChildren(QPushButton) if each.text() == "Gå dit"]
    assert len(jumps) == 4
    jumps[0].click()
    assert desk.editor.words.language is Language.NN


def test_a_shipped_piece_is_looked_at_and_used_as_a_model(desk: Desk) -> None:
    model = desk.content.list.model
    desk.content.list.search.setText("Halden")
    rows = [row for number in range(model.rowCount()) if (row := model.row(number)) is not None and row.is_model]
    assert rows
    desk.content.list.chosen.emit(rows[0])
    shown = desk.content.shown
    assert isinstance(shown, ModelView)
    desk.until(lambda: not shown.preview.image.isNull())
    shown.use.click()
    assert desk.editor.words.fields["title"].text == rows[0].title
    assert desk.editor.item.folder is None


def test_the_clients_own_example_is_kept_only_with_consent(desk: Desk) -> None:
    desk.new()
    document = desk.program.document
    assert document is not None
    own = OwnExample(title="Torget", need="A", did="B", result="C", learn="D", year=2024)
    document.apply(replace(document.workshop, own_example=own), "eksempelet")
    desk.window.show_page("content")
    assert desk.content.take.isVisibleTo(desk.content)
    desk.content.take.click()
    shown = desk.content.shown
    assert isinstance(shown, ConsentView)
    assert not shown.add.isEnabled()
    assert not desk.own.exists()
    shown.consent.setChecked(True)
    shown.add.click()
    assert (desk.own / "slides" / "examples" / "torget" / "example.toml").is_file()
    assert desk.editor.words.fields["learn"].text == "D"


def test_going_to_another_page_saves_and_the_list_and_the_editor_take_turns_where_it_is_narrow(desk: Desk) -> None:
    desk.content.new_example()
    desk.type("title", "Torget")
    desk.window.show_page("settings")
    assert (desk.own / "slides" / "examples" / "torget").is_dir()
    desk.window.show_page("content")
    desk.program.context.look.set(Scheme.LIGHT, 200)
    assert desk.editor.back.isVisibleTo(desk.editor)
    assert not desk.content.list.isVisibleTo(desk.content)
    desk.editor.turn.click()
    assert desk.editor.preview.isVisibleTo(desk.editor)
    QTest.keyClick(desk.editor, Qt.Key.Key_Escape)
    assert desk.content.list.isVisibleTo(desk.content)
