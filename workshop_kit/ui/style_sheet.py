"""The style sheet: shapes and states of the standard controls; colours and sizes come from the tokens."""

from collections.abc import Callable

from workshop_kit import paths
from workshop_kit.ui.tokens import CONTROL_HEIGHT, RADIUS, Tokens

ICONS = paths.ASSETS / "icons"


def style_sheet(used: Tokens, px: Callable[[int], int]) -> str:
    """Give the sheet for some colours; `px` scales a length to the chosen text size.

    Widgets say what they are with the dynamic property `kind`: primary, quiet, danger, chip, tool, icon, panel, card, nav, title,
    section, lead, muted, small, warning, problem, reading.
    """
    arrow, up = ((ICONS / f"chevron-{way}-{used.scheme.value}.svg").as_posix() for way in ("down", "up"))
    check = (ICONS / f"check-{used.scheme.value}.svg").as_posix()
    control, pad, radius = px(CONTROL_HEIGHT) - 2, px(12), RADIUS
    return f"""
QWidget#page, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QMainWindow {{ background: {used.background}; }}
QLabel {{ background: transparent; }}
QLabel[kind="title"] {{ font-size: {px(28)}px; font-weight: 600; color: {used.ink}; }}
QLabel[kind="section"] {{ font-size: {px(22)}px; font-weight: 600; }}
QLabel[kind="lead"] {{ font-size: {px(16)}px; font-weight: 600; }}
QLabel[kind="muted"] {{ color: {used.muted}; }}
QLabel[kind="small"] {{ color: {used.muted}; font-size: {px(12)}px; }}
QLabel[kind="warning"] {{ color: {used.warning}; }}
QLabel[kind="problem"] {{ color: {used.danger}; }}
QFrame[kind="panel"] {{ background: {used.surface}; border: 1px solid {used.line}; border-radius: 10px; }}
QFrame[kind="inset"] {{ background: {used.sunken}; border: none; border-radius: {radius}px; }}
QFrame[kind="card"] {{ background: {used.surface}; border: 1px solid {used.line}; border-radius: 14px; }}
QFrame[kind="nav"] {{ background: {used.surface}; border: none; border-right: 1px solid {used.line}; }}
QFrame[kind="bar"] {{ background: {used.primary_soft}; border: none; border-radius: {radius}px; }}
QFrame[kind="bar"] QLabel {{ color: {used.on_soft}; }}
QPushButton {{ background: {used.surface}; color: {used.ink}; border: 1px solid {used.line_strong}; border-radius: {radius}px;
  min-height: {control - 2 * px(4)}px; padding: {px(3)}px {px(16)}px; }}
QPushButton:hover {{ background: {used.sunken}; }}
QPushButton:focus {{ border: 2px solid {used.focus}; }}
QPushButton:disabled {{ color: {used.line_strong}; border-color: {used.line}; }}
QPushButton[kind="primary"] {{ background: {used.primary}; color: {used.on_primary}; border: 1px solid {used.primary}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {used.primary_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {used.focus}; }}
QPushButton[kind="primary"]:disabled {{ background: {used.sunken}; color: {used.line_strong}; border-color: {used.line}; }}
QPushButton[kind="danger"] {{ color: {used.danger}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[kind="quiet"]:hover {{ background: {used.sunken}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {used.focus}; }}
QPushButton[kind="quiet"]:disabled {{ color: {used.line_strong}; }}
QPushButton[kind="chip"] {{ border-radius: {(px(32)) // 2}px; min-height: {px(32) - 2 * px(3) - 2}px; padding: {px(3)}px {px(14)}px;
  border: 1px solid {used.line_strong}; }}
QPushButton[kind="chip"]:checked {{ background: {used.primary_soft}; color: {used.on_soft}; border: 1px solid {used.primary};
  font-weight: 600; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {used.focus}; }}
QPushButton[kind="tool"] {{ background: transparent; border: 1px solid transparent; min-width: {px(20)}px; padding: {px(3)}px {px(7)}px;
  min-height: {control - 2 * px(4)}px; }}
QPushButton[kind="tool"]:hover {{ background: {used.sunken}; }}
QPushButton[kind="tool"]:checked {{ background: {used.primary_soft}; border: 1px solid {used.primary}; }}
QPushButton[kind="tool"]:focus {{ border: 2px solid {used.focus}; }}
QPushButton[kind="icon"] {{ min-width: {px(30)}px; min-height: {px(30)}px; padding: 0; border-radius: 6px; background: {used.surface};
  border: 1px solid {used.line}; }}
QPushButton[kind="icon"]:hover {{ background: {used.sunken}; }}
QPushButton[kind="icon"]:focus {{ border: 2px solid {used.focus}; }}
QPushButton[kind="navigation"] {{ text-align: left; border: 1px solid transparent; background: transparent; padding: {px(3)}px {pad}px; }}
QPushButton[kind="navigation"]:hover {{ background: {used.sunken}; }}
QPushButton[kind="navigation"]:checked {{ background: {used.primary_soft}; color: {used.on_soft}; font-weight: 600; }}
QPushButton[kind="navigation"]:focus {{ border: 2px solid {used.focus}; }}
QPushButton[done="true"], QCheckBox[done="true"] {{ color: {used.muted}; }}
QPushButton[kind="navigation"]:disabled {{ color: {used.line_strong}; }}
QLineEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox, QPlainTextEdit, QTextEdit {{ background: {used.surface}; color: {used.ink};
  border: 1px solid {used.line_strong}; border-radius: {radius}px; padding: {px(4)}px {px(10)}px;
  selection-background-color: {used.primary}; selection-color: {used.on_primary}; }}
QLineEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox {{ min-height: {control - 2 * px(4)}px; }}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
  border: 2px solid {used.focus}; }}
QLineEdit[wrong="true"] {{ border: 1px solid {used.danger}; }}
QLineEdit[wrong="true"]:focus {{ border: 2px solid {used.danger}; }}
QTextEdit[kind="reading"] {{ background: transparent; border: 2px solid transparent; padding: 0; }}
QTextEdit[kind="reading"]:focus {{ border: 2px solid {used.focus}; }}
QComboBox QAbstractItemView {{ background: {used.surface}; border: 1px solid {used.line_strong};
  selection-background-color: {used.primary_soft}; selection-color: {used.on_soft}; outline: none; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(28)}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: {px(16)}px; height: {px(16)}px; }}
QListView, QTreeView {{ background: transparent; border: none; outline: none; }}
QSpinBox QLineEdit, QTimeEdit QLineEdit, QDateEdit QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0 {px(8)}px; min-height: 0;
  background: transparent; }}
QSpinBox::up-button, QTimeEdit::up-button {{ subcontrol-origin: border; subcontrol-position: top right; width: {px(26)}px; border: none; }}
QSpinBox::down-button, QTimeEdit::down-button {{ subcontrol-origin: border; subcontrol-position: bottom right; width: {px(26)}px;
  border: none; }}
QSpinBox::up-arrow, QTimeEdit::up-arrow {{ image: url("{up}"); width: {px(12)}px; height: {px(12)}px; }}
QSpinBox::down-arrow, QTimeEdit::down-arrow {{ image: url("{arrow}"); width: {px(12)}px; height: {px(12)}px; }}
QListView {{ selection-background-color: {used.primary_soft}; selection-color: {used.on_soft}; }}
QListView:focus {{ border: 2px solid {used.focus}; border-radius: {radius}px; }}
QListView[kind="framed"]:focus {{ border: none; }}
QCheckBox, QRadioButton {{ spacing: {px(8)}px; min-height: {px(28)}px; }}
QCheckBox::indicator {{ width: {px(16)}px; height: {px(16)}px; border: 1px solid {used.line_strong}; border-radius: 4px;
  background: {used.surface}; }}
QCheckBox::indicator:checked {{ background: {used.primary}; border-color: {used.primary}; image: url("{check}"); }}
QCheckBox::indicator:disabled {{ border-color: {used.line}; background: {used.sunken}; }}
QCheckBox::indicator:focus {{ border: 2px solid {used.focus}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {used.focus}; }}
QRadioButton::indicator {{ width: {px(16)}px; height: {px(16)}px; border-radius: {px(16) // 2 + 1}px; border: 1px solid {used.line_strong};
  background: {used.surface}; }}
QRadioButton::indicator:focus {{ border: 2px solid {used.focus}; }}
QRadioButton::indicator:checked {{ width: {px(8)}px; height: {px(8)}px; border: {px(4) + 1}px solid {used.primary};
  background: {used.on_primary}; }}
QSplitter::handle {{ background: transparent; image: none; }}
QProgressBar {{ background: {used.sunken}; border: none; border-radius: 4px; max-height: {px(8)}px; }}
QProgressBar::chunk {{ background: {used.primary}; border-radius: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {used.line_strong}; border-radius: 4px; min-height: 32px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {used.line_strong}; border-radius: 4px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QToolTip {{ background: {used.surface}; color: {used.ink}; border: 1px solid {used.line_strong}; padding: {px(4)}px {px(8)}px; }}
QMenu {{ background: {used.surface}; color: {used.ink}; border: 1px solid {used.line_strong}; padding: 4px; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px; border-radius: 6px; }}
QMenu::item:selected {{ background: {used.primary_soft}; color: {used.on_soft}; }}
"""
