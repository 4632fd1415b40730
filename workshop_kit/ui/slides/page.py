"""The deck on a page: every slide's picture in its section, and the chosen one large, with why it is there and its words."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workshop_kit.domain.plan import PlannedSlide
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.messages import message
from workshop_kit.planning import slide_changes
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.planner import Planner
from workshop_kit.ui.slides.about import About
from workshop_kit.ui.slides.delegate import PageDelegate
from workshop_kit.ui.slides.editor import SlideEditor
from workshop_kit.ui.slides.model import PagesModel, Shown
from workshop_kit.ui.slides.preview import Preview
from workshop_kit.ui.slides.swap import others_for
from workshop_kit.ui.slides.view import SlidesView
from workshop_kit.ui.slides.why import slide_of, title_of
from workshop_kit.ui.texts import InterfaceLanguage, read_texts
from workshop_kit.ui.when_shown import WhenShown
from workshop_kit.ui.widgets import Beside, Link, boxed, button, clear, column, label, panel, row, scrolled

SIDE_WIDTH = 380
LEAST_BELOW = 180
"""Pixels at 100 per cent that stay for what is below the large picture."""
TABS = ("about", "words", "problems")


class SlidesPage(QWidget):
    """The slides, to be looked at and changed."""

    def __init__(self, context: Context, document: OpenDocument, planner: Planner) -> None:
        super().__init__()
        self._context, self._document, self._planner = context, document, planner
        self.model = PagesModel(context, self)
        self.view = SlidesView(self.model)
        self.preview, self.editor = Preview(context), SlideEditor(context, document)
        self.about = About(context, self._fill_swaps)
        self.title = label(kind="lead", wrap=True)
        self._wanted = ""
        self._edits_next = False
        self._tabs: dict[str, QPushButton] = {}
        self._lay_out()
        self._connect()
        self._size()
        self.show_plan()

    @property
    def chosen(self) -> PlannedSlide | None:
        """The chosen slide, None before the deck is planned."""
        shown = self._shown()
        return None if shown is None else shown.slide

    def show_plan(self) -> None:
        """Show what is planned now, with the same slide chosen where it is still there."""
        composed = self._planner.composed
        if composed is None:
            return
        before = self.chosen
        key = self._wanted or ("" if before is None else before.key)
        row_before = self.view.currentIndex().row()
        self.model.set_composed(composed)
        found = self.model.row_of(key)
        if found >= 0:
            self._wanted = ""
        self.view.setCurrentIndex(self.model.index(found if found >= 0 else max(0, min(row_before, self.model.rowCount() - 1))))
        self._show()
        self._show_problems()
        self._show_sections()
        if self._edits_next and found >= 0:
            self._edits_next = False
            self.show_tab("words")
            self.editor.start()

    def show_item(self, key: str) -> None:
        """Choose the slide with a key, now or when it is planned."""
        found = self.model.row_of(key)
        if found < 0:
            self._wanted = key
            return
        self.view.setCurrentIndex(self.model.index(found))
        self.view.scrollTo(self.model.index(found))

    def show_tab(self, name: str) -> None:
        """Show about, words or problems."""
        self._stack.setCurrentIndex(TABS.index(name))
        self._tabs[name].setChecked(True)

    def do(self, wish: str) -> None:
        """Do what is wanted of the chosen slide: edit, pin, hide, show, leave_out or add."""
        slide, workshop = self.chosen, self._document.workshop
        if slide is None:
            return
        if wish == "edit" and slide.layout != "break":
            self.show_tab("words")
            self.editor.start()
        elif wish == "add":
            self._add(slide)
        elif slide.layout != "break" and wish != "edit":
            is_pinned = slide.key in workshop.pinned
            if wish == "hide" and slide.layout == "exercise":
                return
            change = {
                "pin": slide_changes.unpinned if is_pinned else slide_changes.shown,
                "hide": slide_changes.shown if slide.hidden else slide_changes.hidden,
                "show": slide_changes.shown,
                "leave_out": slide_changes.left_out,
            }[wish]
            self._apply(change(workshop, slide.key), "unpin" if wish == "pin" and is_pinned else wish, slide.title)

    def step(self, by: int) -> None:
        """Move the chosen slide back or on among its like."""
        row_now = self.view.currentIndex().row()
        target = row_now + by
        while (shown := self.model.shown(target)) is not None and not _can_move(shown):
            target += by
        if shown is not None:
            self._move(row_now, target + 1 if by > 0 else target)

    def _move(self, from_row: int, before: int) -> None:
        """Put a slide before another row: after the module's slide that stands there, else first of the one that follows."""
        moving = self.model.shown(from_row)
        if moving is None or not _can_move(moving):
            return
        previous = next((each for each in map(self.model.shown, range(before - 1, -1, -1)) if each is not None and each is not moving), None)
        following = self.model.shown(before)
        if previous is not None and _can_move(previous):
            changed = slide_changes.moved(self._document.workshop, moving.slide.key, previous.slide.key)
        elif following is not None and _can_move(following):
            changed = slide_changes.moved(self._document.workshop, moving.slide.key, "", following.slide.section)
        else:
            return
        self._wanted = moving.slide.key
        self._apply(changed, "move", moving.slide.title)

    def _drop(self, key: str, before: int) -> None:
        found = self.model.row_of(key)
        if found >= 0:
            self._move(found, before)

    def _add(self, slide: PlannedSlide) -> None:
        """Add a slide of the facilitator's own after the chosen one, and begin to write it."""
        composed, workshop = self._planner.composed, self._document.workshop
        if composed is None:
            return
        title = read_texts(InterfaceLanguage(workshop.language.value))["slides.new_title"]
        section = slide.section if any(timed.block.module == slide.section for timed in composed.plan.timetable) else ""
        modules = [timed.block.module for timed in composed.plan.timetable if timed.block.module]
        after = slide.key if section and _can_move_slide(slide) else ""
        changed, key = slide_changes.with_new_slide(workshop, section or modules[-1], after, title)
        self._wanted, self._edits_next = key, True
        self._apply(changed, "add", title)

    def _apply(self, changed: Workshop, what: str, title: str) -> None:
        self._document.apply(changed, self._context.texts(f"slides.did_{what}", title=title))

    def _fill_swaps(self, menu: QMenu) -> None:
        slide, composed, kit = self.chosen, self._planner.composed, self._context.kit
        menu.clear()
        others = () if slide is None or composed is None or kit is None else others_for(slide, composed.plan, self._document.workshop, kit)
        for other in others:
            take = partial(self._swap, other.workshop, other.title)
            menu.addAction(other.title.replace("&", "&&"), take)
        if not others:
            menu.addAction(self._context.texts("slides.no_swaps")).setEnabled(False)

    def _swap(self, changed: Workshop, title: str) -> None:
        self._apply(changed, "swap", title)

    def _fill_left_out(self) -> None:
        """List what was left out, to be taken in again."""
        self._out_menu.clear()
        kit, workshop = self._context.kit, self._document.workshop
        for key in workshop.dropped:
            words = key if kit is None else title_of(key, workshop.language, kit.library)
            self._out_menu.addAction(words, partial(self._put_back, key, words))

    def _put_back(self, key: str, title: str) -> None:
        self._wanted = key
        self._apply(slide_changes.put_back(self._document.workshop, key), "put_back", title)

    def _shown(self) -> Shown | None:
        return self.model.shown(self.view.currentIndex().row())

    def _show(self) -> None:
        shown = self._shown()
        slide = None if shown is None else shown.slide
        self.title.setText("" if shown is None else f"{shown.number}  {shown.page.title}")
        self.sections.setCurrentText("" if shown is None else shown.section)
        self.preview.show_page(None if shown is None else shown.page, None if shown is None else shown.number)
        self.about.show_slide(slide, is_pinned=slide is not None and slide.key in self._document.workshop.pinned)
        self.editor.show_slide(slide)
        self.out.setVisible(bool(self._document.workshop.dropped))
        self.out.setText(self._context.texts.count("slides.out", len(self._document.workshop.dropped)))

    def _show_problems(self) -> None:
        texts, composed = self._context.texts, self._planner.composed
        clear(self._problems)
        for problem in self._planner.problems:
            words = message(texts.language.value, problem.key, problem.values)
            key = "" if composed is None else slide_of(problem, composed.plan)
            self._problems.addWidget(label(words, "problem", wrap=True))
            if key:
                go = texts("slides.go_to", slide=self.model.row_of(key) + 1)
                self._problems.addWidget(Link(go, partial(self.show_item, key), self._context.look, "chevron-right"))
        if not self._planner.problems:
            self._problems.addWidget(label(texts("slides.no_problems"), "muted"))
        self._tabs["problems"].setText(texts("slides.tab_problems", number=len(self._planner.problems)))

    def _show_sections(self) -> None:
        """List the sections, and say which one the chosen slide is in."""
        shown = self._shown()
        self.sections.clear()
        for name, first in self.model.sections():
            self.sections.addItem(name, first)
        self.sections.setCurrentText("" if shown is None else shown.section)

    def _go_to(self) -> None:
        first = int(self.sections.currentData())
        self.view.setCurrentIndex(self.model.index(first))
        self.view.scrollTo(self.model.index(first), SlidesView.ScrollHint.PositionAtTop)

    def _show_menu(self, point: QPoint) -> None:
        """Show what can be done with the chosen slide."""
        slide, texts = self.chosen, self._context.texts
        if slide is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for wish in ("edit", "pin", "show" if slide.hidden else "hide", "leave_out", "add"):
            menu.addAction(texts(f"slides.do_{wish}"), partial(self.do, wish))
        menu.popup(point)

    def _lay_out(self) -> None:
        texts, look = self._context.texts, self._context.look
        self.view.setProperty("kind", "framed")
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(texts("app.page_slides"))
        self.view.setAccessibleDescription(texts("slides.keys"))
        self.sections = QComboBox()
        self.sections.setAccessibleName(texts("slides.section"))
        self.adding = button(texts("slides.do_add"), partial(self.do, "add"), look=look, icon="plus")
        self.out = button("", lambda: None, look=look, icon="undo-2")
        self._out_menu = QMenu(self.out)
        self.out.setMenu(self._out_menu)
        head = row(self.sections, 1, self.out, self.adding)
        deck = panel(column(boxed(head), self.view, label(texts("slides.keys"), "small", wrap=True), spacing=10), margin=12)
        self._stack, group = QStackedWidget(), QButtonGroup(self)
        self._problems = QVBoxLayout()
        inside = (self.about, self.editor, boxed(column(boxed(self._problems), 1)))
        bar = QWidget()
        tabs = FlowLayout(bar, spacing=6)
        for name, widget in zip(TABS, inside, strict=True):
            tab = button(texts(f"slides.tab_{name}", number=0), partial(self.show_tab, name), "chip")
            tab.setCheckable(True)
            group.addButton(tab)
            tabs.addWidget(tab)
            self._tabs[name] = tab
            self._stack.addWidget(boxed(column(widget, 1)))
        self._tabs["about"].setChecked(True)
        below = scrolled(self._stack)
        below.setMinimumHeight(look.px(LEAST_BELOW))
        side = panel(column(self.preview, self.title, bar, below, spacing=10))
        beside = scrolled(side)
        # Always there: the picture is as high as it is wide, and a bar that comes and goes would change that without end.
        beside.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        whole = column(Beside(deck, beside, lambda: look.px(SIDE_WIDTH)))
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._show)
        self.sections.activated.connect(self._go_to)
        self.view.stepped.connect(self.step)
        self.view.wish.connect(self.do)
        self.view.menu.connect(self._show_menu)
        self.about.wish.connect(self.do)
        self.model.dropped.connect(self._drop)
        self._refresh = WhenShown(self, self.show_plan)
        self._planner.planned.connect(self._refresh.wake)
        self._context.look.changed.connect(self._size)
        self._out_menu.aboutToShow.connect(self._fill_left_out)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Render no more: the page is let go."""
        self.model.stop()
        super().closeEvent(event)

    def _size(self) -> None:
        self._delegate = PageDelegate(self._context.look, self.model.icon_size())
        self.view.setItemDelegate(self._delegate)


def _can_move(shown: Shown) -> bool:
    return not shown.slide.hidden and _can_move_slide(shown.slide)


def _can_move_slide(slide: PlannedSlide) -> bool:
    """Tell whether a slide stands by itself: those of exercises and pauses stand where their block does."""
    return slide.layout not in {"exercise", "break"}
