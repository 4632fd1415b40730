"""The menu of templates: the facilitator's own days to use again, saving this one, and letting the program plan."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from workshop_kit.library.messages import message
from workshop_kit.store.faults import StoreFault
from workshop_kit.store.templates import DayTemplate, list_templates, remove_template, save_template
from workshop_kit.ui.agenda.day import DayEditor
from workshop_kit.ui.asking import ask_line
from workshop_kit.ui.context import Context


class Templates(QObject):
    """Makes the menu; `changed` is sent when a template was saved or removed."""

    changed = Signal()

    def __init__(self, context: Context, editor: DayEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._editor, self._parent = context, editor, parent

    def fill(self, menu: QMenu) -> None:
        """Fill the menu anew, as it is about to be shown."""
        texts = self._context.texts
        menu.clear()
        found, problems = list_templates(self._context.templates_folder)
        for template in found:
            menu.addAction(template.name, lambda template=template: self.use(template))
        if not found:
            menu.addAction(texts("agenda.no_templates")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(texts("agenda.save_template"), self._ask_name)
        if found:
            removal = menu.addMenu(texts("agenda.remove_template"))
            for template in found:
                removal.addAction(template.name, lambda template=template: self.remove(template))
        anew = menu.addAction(texts("agenda.plan_anew"), self._editor.plan_anew)
        anew.setEnabled(self._editor.is_by_hand)
        for problem in problems:
            self._context.told.emit(message(texts.language.value, problem.key, problem.values))

    def use(self, template: DayTemplate) -> None:
        """Take a template's day into the open workshop."""
        self._editor.use(template)

    def save(self, name: str) -> None:
        """Keep the day as it is now under a name."""
        workshop = self._editor.workshop
        made = DayTemplate(
            name=name, length=workshop.length, target_minutes=workshop.target_minutes, start=workshop.start, day=self._editor.day
        )
        self._try(lambda: save_template(self._context.templates_folder, made), "agenda.template_saved", name)

    def remove(self, template: DayTemplate) -> None:
        """Set a template aside."""
        self._try(lambda: remove_template(self._context.templates_folder, template.name), "agenda.template_removed", template.name)

    def _try(self, work: Callable[[], object], told: str, name: str) -> None:
        """Do something to the files, and tell how it went."""
        try:
            work()
        except StoreFault as fault:
            self._context.told.emit(self._context.words_of(fault))
            return
        self._context.told.emit(self._context.texts(told, name=name))
        self.changed.emit()

    def _ask_name(self) -> None:
        texts = self._context.texts
        ask_line(self._parent, texts, texts("agenda.save_template"), texts("agenda.template_name"), self.save)
