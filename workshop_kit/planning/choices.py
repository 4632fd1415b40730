"""Which of a text's variants is true for a municipality, and which flags hold.

The names here are what a slide's `choice` and `when` may say.
"""

from collections.abc import Mapping

from workshop_kit.domain.municipality import Indicators, Municipality
from workshop_kit.planning.comparison import Comparison
from workshop_kit.planning.figures import BEFORE, Figures
from workshop_kit.planning.numbers import whole

FEW_RESIDENTS = 1_000
"""Below this a single person moves a share: persons are told instead of per cent."""

SMALL = 5_000

FLAT_PERCENT = 1.0
"""A population that changed by less has hardly changed."""

STEADY_POINTS = 3.0
"""A share that grew by fewer percentage points than this does not carry a slide that says how much it grew."""

SIMILAR_POINTS = 0.5

CHOICES: Mapping[str, tuple[str, ...]] = {
    "growth": ("up", "down", "flat", "up_persons", "down_persons", "up_2024", "down_2024", "flat_2024"),
    "ageing": ("more", "steady", "no_2020", "small"),
    "compare67": ("higher", "lower", "similar", "no_group"),
    "comparison": ("group", "none"),
    "threshold": ("two_percent", "ceiling"),
    "gjesdal": ("home", "away"),
    "stad": ("home", "away"),
}
"""Each choice with every variant that its texts must have."""

FLAGS = frozenset(
    {
        *("under_5000", "telemark", "innlandet", "nordland", "north"),
        *("u4ssc", "rank", "all_learning_points", "own_goals", "chosen_goals"),
    }
)
"""Every flag that a slide's `when` may name."""

ALL_LEARNING_POINTS = frozenset({1, 2, 3, 4})

CEILING = 300
"""Signatures that are always enough for an innbyggerforslag (kommuneloven § 12-1)."""

_COUNTIES = {"telemark": {"40"}, "innlandet": {"34"}, "nordland": {"18"}, "north": {"18", "55", "56"}}


HOMES: Mapping[str, str] = {"gjesdal": "1122", "stad": "4649"}
"""Municipalities that a slide tells of, by the choice that says whether they are the client."""


def choose_variants(number: str, figures: Figures, comparison: Comparison) -> dict[str, str]:
    """Give the true variant of each choice for the client of a number; one that nothing is known about is left out."""
    variants = {
        "growth": growth_variant(figures),
        "ageing": ageing_variant(figures),
        "compare67": compare_variant(figures, comparison),
        "comparison": "none" if comparison.median_67 is None else "group",
        "threshold": "ceiling" if figures.signatures >= CEILING else "two_percent",
        **{choice: "home" if number == home else "away" for choice, home in HOMES.items()},
    }
    return {choice: variant for choice, variant in variants.items() if variant is not None}


def growth_variant(figures: Figures) -> str | None:
    """Say whether the population went up, down or hardly changed, in persons for the smallest, from 2024 for the new."""
    if figures.growth is None or figures.growth_percent is None:
        return None
    direction = "up" if figures.growth > 0 else "down"
    if abs(figures.growth_percent) < FLAT_PERCENT:
        direction = "flat"
    if figures.since.year != BEFORE:
        return f"{direction}_2024"
    return f"{direction}_persons" if figures.population < FEW_RESIDENTS and direction != "flat" else direction


def ageing_variant(figures: Figures) -> str | None:
    """Say what can be told about the share aged 67 or more."""
    if figures.now is None:
        return None
    if figures.before is None:
        return "no_2020"
    if figures.population < FEW_RESIDENTS:
        return "small"
    # One decimal each, so that 3.0 is not lost to a float's last digit.
    return "more" if round(figures.now.from_67 - figures.before.from_67, 1) >= STEADY_POINTS else "steady"


def compare_variant(figures: Figures, comparison: Comparison) -> str | None:
    """Say how the share aged 67 or more stands to the group's median, and never against what the labels show."""
    if figures.now is None:
        return None
    if comparison.median_67 is None:
        return "no_group"
    ours, theirs = figures.now.from_67, comparison.median_67
    if abs(round(ours - theirs, 2)) < SIMILAR_POINTS or whole(ours) == whole(theirs):
        return "similar"
    return "higher" if ours > theirs else "lower"


def choose_flags(client: Municipality, figures: Figures, indicators: Indicators, learning_points: frozenset[int]) -> frozenset[str]:
    """Give the flags that hold; `learning_points` are those the agenda has modules for."""
    holds = {flag: client.county_number in counties for flag, counties in _COUNTIES.items()}
    holds["under_5000"] = client.population < SMALL
    holds["u4ssc"] = bool(indicators.years(client.number, "u4ssc_kpi_evaluation"))
    holds["rank"] = figures.rank is not None
    holds["all_learning_points"] = learning_points >= ALL_LEARNING_POINTS
    return frozenset(flag for flag, held in holds.items() if held)
