"""What the client has chosen: who comes, the UN's goals, themes, and its own goals."""

from collections.abc import Callable
from functools import cmp_to_key

from msgspec.structs import replace
from PySide6.QtCore import QCollator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from workshop_kit.domain.workshop import OwnGoal, ParticipantRole, Workshop
from workshop_kit.ui.context import Context
from workshop_kit.ui.date_field import LOCALES
from workshop_kit.ui.document import OpenDocument
from workshop_kit.ui.flow_layout import FlowLayout
from workshop_kit.ui.widgets import label, padded

MOST_OWN_GOALS = 3
FIRST_YEAR, LAST_YEAR, USUAL_YEAR = 1980, 2100, 2024


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
            chip.toggled.connect(chip.updateGeometry)
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
        document.changed.connect(self.show_workshop)
        self.show_workshop()

    def show_workshop(self) -> None:
        """Show the choices as they are, without counting that as changes."""
        workshop = self._document.workshop
        self._is_showing = True
        self.roles.show_chosen(tuple(role.value for role in workshop.roles))
        self.goals.show_chosen(tuple(str(goal) for goal in workshop.goals))
        self.themes.show_chosen(workshop.themes)
        for key, words in self._goal_names().items():
            self.goals.chips[key].setText(words)
        if self._typed_goals() != workshop.own_goals:
            self._show_own_goals(workshop)
        self._is_showing = False

    def _show_own_goals(self, workshop: Workshop) -> None:
        """Fill the rows anew: what stands in them is not what the workshop has."""
        for index, (year, text) in enumerate(self.own_goals):
            goal = workshop.own_goals[index] if index < len(workshop.own_goals) else None
            if goal is not None:
                year.setValue(goal.year)
            text.setText("" if goal is None else goal.text)

    def _typed_goals(self) -> tuple[OwnGoal, ...]:
        """Give the goals as the rows have them; an empty row is none."""
        return tuple(OwnGoal(year=year.value(), text=text.text().strip()) for year, text in self.own_goals if text.text().strip())

    def _goal_names(self) -> dict[str, str]:
        kit = self._context.kit
        language = self._document.workshop.language
        return {} if kit is None else {str(goal.number): f"{goal.number} {goal.short.of(language)}" for goal in kit.library.goals}

    def _theme_names(self) -> dict[str, str]:
        kit = self._context.kit
        if kit is None:
            return {}
        found = {theme for example in kit.library.examples for theme in example.themes}
        words = {theme: self._texts.known(f"facts.theme_{theme}", theme.capitalize()) for theme in found}
        collator = QCollator(LOCALES[self._texts.language])
        return dict(sorted(words.items(), key=cmp_to_key(lambda one, other: collator.compare(one[1], other[1]))))

    def _set_roles(self, keys: tuple[str, ...]) -> None:
        self._apply("roles", replace(self._document.workshop, roles=tuple(ParticipantRole(key) for key in keys)))

    def _set_goals(self, keys: tuple[str, ...]) -> None:
        self._apply("goals", replace(self._document.workshop, goals=tuple(int(key) for key in keys)))

    def _set_themes(self, keys: tuple[str, ...]) -> None:
        self._apply("themes", replace(self._document.workshop, themes=keys))

    def _set_own_goals(self) -> None:
        self._apply("own_goals", replace(self._document.workshop, own_goals=self._typed_goals()))

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
        padded(year)
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
