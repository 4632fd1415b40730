"""The words that stand in braces in the content, worked out for one municipality."""

from collections.abc import Mapping

from workshop_kit.domain.municipality import Indicators, Municipality
from workshop_kit.planning.comparison import Comparison, Likeness
from workshop_kit.planning.figures import Figures, Shares
from workshop_kit.planning.names import in_list, official, unbreakable
from workshop_kit.planning.numbers import format_date, format_number, format_short, whole

RULE_WORDS = {Likeness.ALIKE: "rule_alike", Likeness.NEAREST: "rule_nearest"}
"""The fixed words that say what a group has in common."""

TOKENS = frozenset(
    {
        *("navn", "offisielt", "fylke", "folketall", "vekst_prosent", "vekst_personer", "fra_dato"),
        *("andel67", "andel67_2020", "av100_67", "av100_67_2020", "personer67", "land67", "land_av100_67"),
        *("median67", "av100_median67", "gruppe_antall", "gruppe_regel", "k1", "k2", "k3"),
        *("andel17", "andel80", "personer80_endring", "terskel", "rang", "antall_i_fylket", "utslipp", "framskrevet"),
        *("styret", "Styret"),
    }
)
"""Every token that a text may use."""

OSLO = "0301"
"""The one municipality whose council the law and everybody call «bystyret»."""


def make_tokens(
    client: Municipality,
    figures: Figures,
    comparison: Comparison,
    country_67: float | None,
    namesakes: frozenset[str],
    words: Mapping[str, str],
    indicators: Indicators,
) -> dict[str, str]:
    """Give each token its text; one that cannot be worked out is absent.

    Growth is told without a sign: the text around it says which way. `personer80_endring` is how many more are 80 or
    older, and absent where they are not more.
    """
    return {
        "navn": unbreakable(client.name),
        "offisielt": official(client),
        "fylke": unbreakable(client.county),
        "folketall": format_number(figures.population),
        "terskel": format_number(figures.signatures),
        "fra_dato": format_date(figures.since),
        **_council_tokens(client),
        **_growth_tokens(figures),
        **_age_tokens(figures),
        **_country_tokens(country_67),
        **_group_tokens(comparison, namesakes, words),
        **_rank_tokens(figures),
        **_telemark_tokens(client, indicators),
    }


def _council_tokens(client: Municipality) -> dict[str, str]:
    """Name the council, the same in both languages, inside a sentence and at the start of one."""
    council = "bystyret" if client.number == OSLO else "kommunestyret"
    return {"styret": council, "Styret": council.capitalize()}


def _growth_tokens(figures: Figures) -> dict[str, str]:
    tokens: dict[str, str] = {}
    if figures.growth is not None and figures.growth_percent is not None:
        tokens["vekst_personer"] = format_number(abs(figures.growth))
        tokens["vekst_prosent"] = format_short(abs(figures.growth_percent))
    return tokens


def _age_tokens(figures: Figures) -> dict[str, str]:
    tokens: dict[str, str] = {}
    if figures.now is not None:
        tokens |= _share_tokens(figures.now)
    if figures.before is not None:
        tokens["andel67_2020"] = format_number(figures.before.from_67, 1)
        tokens["av100_67_2020"] = str(whole(figures.before.from_67))
    if figures.people is not None:
        tokens["personer67"] = format_number(figures.people.from_67)
        if figures.people_before is not None and figures.people.from_80 > figures.people_before.from_80:
            tokens["personer80_endring"] = format_number(figures.people.from_80 - figures.people_before.from_80)
    return tokens


def _share_tokens(shares: Shares) -> dict[str, str]:
    return {
        "andel67": format_number(shares.from_67, 1),
        "av100_67": str(whole(shares.from_67)),
        "andel17": format_number(shares.young, 1),
        "andel80": format_number(shares.from_80, 1),
    }


def _country_tokens(country_67: float | None) -> dict[str, str]:
    if country_67 is None:
        return {}
    return {"land67": format_number(country_67, 1), "land_av100_67": str(whole(country_67))}


def _group_tokens(comparison: Comparison, namesakes: frozenset[str], words: Mapping[str, str]) -> dict[str, str]:
    tokens = {f"k{place}": in_list(other, namesakes) for place, other in enumerate(comparison.nearest, start=1)}
    if comparison.median_67 is not None:
        tokens["gruppe_antall"] = str(len(comparison.members))
        tokens["median67"] = format_number(comparison.median_67, 1)
        tokens["av100_median67"] = str(whole(comparison.median_67))
    if comparison.likeness in RULE_WORDS:
        tokens["gruppe_regel"] = words[RULE_WORDS[comparison.likeness]]
    return tokens


def _rank_tokens(figures: Figures) -> dict[str, str]:
    if figures.rank is None:
        return {}
    return {"rang": str(figures.rank.place), "antall_i_fylket": str(figures.rank.of)}


def _telemark_tokens(client: Municipality, indicators: Indicators) -> dict[str, str]:
    """Give the figures that only Telemark has: the last emissions, and the last projection."""
    tokens: dict[str, str] = {}
    for token, indicator in (("utslipp", "ghg_emissions_total"), ("framskrevet", "population_projection_main")):
        years = indicators.years(client.number, indicator)
        value = indicators.value(client.number, indicator, years[-1]) if years else None
        if value is not None:
            tokens[token] = format_number(value)
    return tokens
