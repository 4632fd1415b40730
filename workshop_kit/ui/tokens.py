"""The interface's colours and sizes: every widget takes them from here. Contrast is checked by a test."""

from enum import StrEnum

from workshop_kit.domain.value import Value


class Scheme(StrEnum):
    """Which of the two sets of colours is in use."""

    LIGHT = "light"
    DARK = "dark"


class Tokens(Value, frozen=True, kw_only=True):
    """Colours as #RRGGBB. `on_primary` is read on `primary`, `on_soft` on `primary_soft`, all other text on `surface`."""

    scheme: Scheme
    background: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    muted: str
    primary: str
    on_primary: str
    primary_hover: str
    primary_soft: str
    on_soft: str
    focus: str
    danger: str
    warning: str
    land: str
    land_hover: str
    land_match: str
    land_selected: str


LIGHT = Tokens(
    scheme=Scheme.LIGHT,
    background="#F4F6F4",
    surface="#FFFFFF",
    sunken="#EAEEEB",
    line="#D8DFDA",
    line_strong="#7A8780",
    ink="#14211C",
    muted="#51605A",
    primary="#0A6650",
    on_primary="#FFFFFF",
    primary_hover="#08543F",
    primary_soft="#DDF0E8",
    on_soft="#064434",
    focus="#1F5FD6",
    danger="#B3261E",
    warning="#9A4A00",
    land="#C9D6CF",
    land_hover="#8FC4B0",
    land_match="#74B39C",
    land_selected="#0A6650",
)
DARK = Tokens(
    scheme=Scheme.DARK,
    background="#101613",
    surface="#19211D",
    sunken="#0B100E",
    line="#2C3732",
    line_strong="#7F8D86",
    ink="#EAF1ED",
    muted="#A9B7B0",
    primary="#5CCBA5",
    on_primary="#06231A",
    primary_hover="#7BD8B7",
    primary_soft="#173B2F",
    on_soft="#BFEBDA",
    focus="#8AB4FF",
    danger="#FF9B93",
    warning="#F2B263",
    land="#33423A",
    land_hover="#3F6B5A",
    land_match="#4C8A71",
    land_selected="#5CCBA5",
)
SCHEMES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}

PAGE_TITLE, SECTION_TITLE, LEAD, BODY, SMALL = 28, 22, 16, 14, 12
"""Type sizes in pixels at 100 per cent."""
SPACE = (4, 8, 12, 16, 24, 32)
CONTROL_HEIGHT, ROW_HEIGHT, NAVIGATION_WIDTH, ICON_SIZE = 40, 56, 216, 20
RADIUS = 8
