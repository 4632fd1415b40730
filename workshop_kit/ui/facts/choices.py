"""What the client has chosen: who comes, the UN's goals, themes, its own goals and its own example."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from workshop_kit.domain.workshop import OwnExample, OwnGoal, ParticipantRole, Workshop
from workshop_kit.ui.context import Context
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.widgets import label

MOST_OWN_GOALS = 3
FIRST_YEAR, LAST_YEAR, USUAL_YEAR = 1980, 2100, 2024
EXAMPLE_FIELDS = ("title", "need", "did", "result", "learn")


class Chips(QWidget):
    """Chips of which any number can be chosen; `changed` is called with the keys in their order."""

    def __init__(self, name: str, choices: dict[str, str], changed: Callable[[tuple[str, ...]], None]) -> None:
        super().__init__()
        self._changed = changed
        self._layout = FlowLayout(self)
        self.chips: dict[str, QPushButton] = {}
        self.setAccessibleName(name)
        for key, text in choices.items():
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"{name}: {text}")
            chip.clicked.connect(self._tell)
            self.chips[key] = chip
            self._layout.addWidget(chip)

    def show_chosen(self, keys: tuple[str, ...]) -> None:
        """Check just these."""
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)

    def _tell(self) -> None:
        self._changed(tuple(key for key, chip in self.chips.items() if chip.isChecked()))


class ChoicesForm(QWidget):
    """The choices that decide which examples, questions and slides the client gets."""

    def __init__(self, context: Context, document: OpenDocument) -> None:
        super().__init__()
        self._context, self._texts, self._document = context, context.texts, document
        self._is_showing = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        roles = {role.value: self._texts(f"facts.role_{role.name.lower()}") for role in ParticipantRole}
        self.roles = self._add("roles", Chips(self._texts("facts.roles"), roles, self._set_roles))
        self.goals = self._add("goals", Chips(self._texts("facts.goals"), self._goal_names(), self._set_goals))
        self.themes = self._add("themes", Chips(self._texts("facts.themes"), self._theme_names(), self._set_themes))
        self.own_goals = [self._own_goal_row() for _ in range(MOST_OWN_GOALS)]
        self._add_own_goals()
        self.example: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.example_year = QSpinBox()
        self._add_own_example()
        document.changed.connect(self.show_workshop)
        self.show_workshop()

    def show_workshop(self) -> None:
        """Show the choices as they are, without counting that as changes."""
        workshop = self._document.workshop
        self._is_showing = True
        self.roles.show_chosen(tuple(role.value for role in workshop.roles))
        self.goals.show_chosen(tuple(str(goal) for goal in workshop.goals))
        self.themes.show_chosen(workshop.themes)
        for index, (year, text) in enumerate(self.own_goals):
            goal = workshop.own_goals[index] if index < len(workshop.own_goals) else None
            if goal is not None:
                year.setValue(goal.year)
            if goal is None and not text.hasFocus():
                text.clear()
            elif goal is not None and text.text().strip() != goal.text:
                text.setText(goal.text)
        self._show_example(workshop.own_example)
        self._is_showing = False

    def _goal_names(self) -> dict[str, str]:
        kit = self._context.kit
        language = self._document.workshop.language
        return {} if kit is None else {str(goal.number): f"{goal.number} {goal.short.of(language)}" for goal in kit.library.goals}

    def _theme_names(self) -> dict[str, str]:
        kit = self._context.kit
        if kit is None:
            return {}
        return {theme: theme for theme in sorted({theme for example in kit.library.examples for theme in example.themes})}

    def _set_roles(self, keys: tuple[str, ...]) -> None:
        self._apply("roles", replace(self._document.workshop, roles=tuple(ParticipantRole(key) for key in keys)))

    def _set_goals(self, keys: tuple[str, ...]) -> None:
        self._apply("goals", replace(self._document.workshop, goals=tuple(int(key) for key in keys)))

    def _set_themes(self, keys: tuple[str, ...]) -> None:
        self._apply("themes", replace(self._document.workshop, themes=keys))

    def _set_own_goals(self) -> None:
        goals = tuple(OwnGoal(year=year.value(), text=text.text().strip()) for year, text in self.own_goals if text.text().strip())
        self._apply("own_goals", replace(self._document.workshop, own_goals=goals))

    def _set_example(self) -> None:
        texts = {name: _text_of(field).strip() for name, field in self.example.items()}
        example = OwnExample(**texts, year=self.example_year.value()) if texts["title"] else None
        self._apply("own_example", replace(self._document.workshop, own_example=example))

    def _apply(self, what: str, changed: Workshop) -> None:
        if not self._is_showing:
            self._document.apply(changed, self._texts(f"facts.changed_{what}"), merge_key=what)

    def _add(self, name: str, chips: Chips) -> Chips:
        self._column.addWidget(label(self._texts(f"facts.{name}"), "lead"))
        self._column.addWidget(label(self._texts(f"facts.{name}_hint"), "small", wrap=True))
        self._column.addWidget(chips)
        self._column.addSpacing(12)
        return chips

    def _own_goal_row(self) -> tuple[QSpinBox, QLineEdit]:
        year, text = QSpinBox(), QLineEdit()
        year.setRange(FIRST_YEAR, LAST_YEAR)
        year.setValue(USUAL_YEAR)
        year.setAccessibleName(self._texts("facts.own_goal_year"))
        text.setPlaceholderText(self._texts("facts.own_goal_text"))
        text.setAccessibleName(self._texts("facts.own_goal_text"))
        year.valueChanged.connect(self._set_own_goals)
        text.textEdited.connect(self._set_own_goals)
        return year, text

    def _add_own_goals(self) -> None:
        self._column.addWidget(label(self._texts("facts.own_goals"), "lead"))
        self._column.addWidget(label(self._texts("facts.own_goals_hint"), "small", wrap=True))
        grid = QGridLayout()
        for index, (year, text) in enumerate(self.own_goals):
            grid.addWidget(year, index, 0)
            grid.addWidget(text, index, 1)
        self._column.addLayout(grid)
        self._column.addSpacing(12)

    def _add_own_example(self) -> None:
        self._column.addWidget(label(self._texts("facts.own_example"), "lead"))
        self._column.addWidget(label(self._texts("facts.own_example_hint"), "small", wrap=True))
        grid = QGridLayout()
        for index, name in enumerate(EXAMPLE_FIELDS):
            field = QLineEdit()
            field.setAccessibleName(self._texts(f"facts.example_{name}"))
            field.textEdited.connect(self._set_example)
            self.example[name] = field
            grid.addWidget(label(self._texts(f"facts.example_{name}")), index, 0)
            grid.addWidget(field, index, 1)
        self.example_year.setRange(0, LAST_YEAR)
        self.example_year.setSpecialValueText(self._texts("facts.unknown"))
        self.example_year.setAccessibleName(self._texts("facts.example_year"))
        self.example_year.valueChanged.connect(self._set_example)
        grid.addWidget(label(self._texts("facts.example_year")), len(EXAMPLE_FIELDS), 0)
        grid.addWidget(self.example_year, len(EXAMPLE_FIELDS), 1)
        self._column.addLayout(grid)

    def _show_example(self, example: OwnExample | None) -> None:
        if example is None:
            return
        for name, field in self.example.items():
            wanted = str(getattr(example, name))
            if isinstance(field, QLineEdit) and field.text().strip() != wanted:
                field.setText(wanted)
        self.example_year.setValue(example.year)


def _text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
