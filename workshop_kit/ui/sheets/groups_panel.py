"""Beside the preview: how many come and sit together, the paper in all, what to bring, and problems of the sheets."""

from msgspec.structs import replace
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout, QWidget

from workshop_kit.domain.plan import Plan
from workshop_kit.domain.problem import Problem
from workshop_kit.library.messages import message
from workshop_kit.planning.print_set import MOST_GROUP, MOST_PEOPLE, PrintSet
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.sheets.number_box import NumberBox
from workshop_kit.ui.sheets.wording import paper_text, tables_text
from workshop_kit.ui.widgets import boxed, button, clear, column, label, panel, row


class GroupsPanel(QWidget):
    """What is set here holds for the whole workshop, and can be undone."""

    def __init__(self, context: Context, document: OpenDocument) -> None:
        super().__init__()
        self._context, self._document = context, document
        self._is_showing = False
        texts = context.texts
        self.participants = NumberBox(MOST_PEOPLE, texts("sheets.participants"))
        self.participants.setSpecialValueText(texts("sheets.unknown"))
        self.participants.valueChanged.connect(self._set_participants)
        self.group_size = NumberBox(MOST_GROUP, texts("sheets.group_size"))
        self.group_size.setSpecialValueText(texts("sheets.as_asked"))
        self.group_size.valueChanged.connect(self._set_group_size)
        self.assumed = label(kind="warning", wrap=True)
        self.fill_in = button(texts("sheets.fill_in"), self.ask, look=context.look, icon="pencil")
        self._asked = boxed(row(self.fill_in, 1))
        self.paper, self.colour = label(wrap=True), label(kind="small", wrap=True)
        self._tables, self._materials, self._problems = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._tables.setSpacing(6)
        self._materials.setSpacing(8)
        inside = column(
            panel(column(self._fields(), self.assumed, self._asked, boxed(self._tables), spacing=12)),
            panel(column(label(texts("sheets.in_all"), "lead"), self.paper, self.colour)),
            self._titled("materials", self._materials, texts("sheets.materials_hint")),
            self._titled("problems", self._problems),
            1,
            spacing=16,
        )
        inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inside)
        document.changed.connect(self.show_workshop)
        self.show_workshop()

    def ask(self) -> None:
        """Go to the field for the head-count."""
        self.participants.setFocus()
        self.participants.selectAll()

    def show_workshop(self) -> None:
        """Show the two numbers as they are, without counting that as changes."""
        self._is_showing = True
        self.participants.setValue(self._document.workshop.participants)
        self.group_size.setValue(self._document.workshop.group_size)
        self._is_showing = False

    def show_prints(self, prints: PrintSet, plan: Plan) -> None:
        """Show what the numbers lead to."""
        texts = self._context.texts
        self.assumed.setText(texts("sheets.assumed", people=prints.people))
        self.assumed.setVisible(prints.is_assumed)
        self._asked.setVisible(prints.is_assumed)
        titles = {sheet.exercise.id: sheet.text.title for sheet in plan.sheets}
        self._show_tables(prints, titles)
        used, coloured = prints.paper(), prints.paper(coloured_only=True)
        self.paper.setText(paper_text(texts, used) if used else texts("sheets.nothing"))
        self.colour.setText(texts("sheets.in_colour", paper=paper_text(texts, coloured)) if coloured else texts("sheets.no_colour"))
        self._show_materials(prints, plan)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """List what is wrong with the sheets."""
        clear(self._problems)
        language = self._context.texts.language.value
        for problem in problems:
            words = f"{problem.where}: {message(language, problem.key, problem.values)}"
            self._problems.addWidget(label(words, "problem", wrap=True))
        if not problems:
            self._problems.addWidget(label(self._context.texts("sheets.no_problems"), "muted", wrap=True))

    def _fields(self) -> QWidget:
        texts, form = self._context.texts, QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key, field in (("participants", self.participants), ("group_size", self.group_size)):
            form.addRow(texts(f"sheets.{key}"), field)
        return boxed(form)

    def _titled(self, key: str, inside: QVBoxLayout, hint: str = "") -> QFrame:
        texts = self._context.texts
        parts = (label(texts(f"sheets.{key}"), "lead"), *((label(hint, "small", wrap=True),) if hint else ()), boxed(inside))
        return panel(column(*parts))

    def _show_tables(self, prints: PrintSet, titles: dict[str, str]) -> None:
        """List each way of sitting with the exercises that use it."""
        clear(self._tables)
        used: dict[tuple[int, ...], list[str]] = {}
        for printed in prints.rows:
            if printed.tables:
                used.setdefault(printed.tables, []).append(titles[printed.sheet.key])
        for tables, names in used.items():
            self._tables.addWidget(_pair(tables_text(self._context.texts, tables), ", ".join(names)))

    def _show_materials(self, prints: PrintSet, plan: Plan) -> None:
        clear(self._materials)
        for sheet in plan.sheets:
            printed = prints.row(sheet.exercise.id)
            if printed is not None and sheet.text.materials:
                head = f"{sheet.text.title} · {self._context.texts.count('sheets.groups', len(printed.tables))}"
                self._materials.addWidget(_pair(head, "\n".join(sheet.text.materials)))
        if self._materials.count() == 0:
            self._materials.addWidget(label(self._context.texts("sheets.no_materials"), "muted", wrap=True))

    def _set_participants(self, count: int) -> None:
        if not self._is_showing:
            changed = replace(self._document.workshop, participants=count)
            self._document.apply(changed, self._context.texts("sheets.changed_participants"), merge_key="participants")

    def _set_group_size(self, count: int) -> None:
        if not self._is_showing:
            changed = replace(self._document.workshop, group_size=count)
            self._document.apply(changed, self._context.texts("sheets.changed_group_size"), merge_key="group_size")


def _pair(head: str, under: str) -> QWidget:
    strong = label(head, wrap=True)
    font = strong.font()
    font.setBold(True)
    strong.setFont(font)
    return boxed(column(strong, label(under, "small", wrap=True), spacing=0))
