"""The charts and tables of the municipality's own figures, with the figures in words beside them."""

from workshop_kit.domain.plan import ChartFigure, ChartKind, Meaning, Series, ShareFigure, TableFigure
from workshop_kit.domain.text import Prose, paragraph
from workshop_kit.planning.choices import FEW_RESIDENTS
from workshop_kit.planning.figures import BEFORE, NOW
from workshop_kit.planning.fill import fill
from workshop_kit.planning.names import in_list, in_sentence, unbreakable
from workshop_kit.planning.numbers import NO_BREAK, format_number, format_percent, whole
from workshop_kit.planning.tailor import Tailored

PEOPLE_FORMAT = "# ##0"
FEW_PEOPLE_FORMAT = "0"
"""Below a thousand the other format would put a space before the number."""

PER_CENT_FORMAT = '0" %"'
"""Whole per cent: a format with decimals would show a point on a machine set to English."""

THOUSAND = 1_000
SMALL_NUMBER = 10
"""Densities and areas below this are told with a decimal."""


def population_chart(tailored: Tailored) -> ChartFigure | None:
    """Draw the population from 2020, or from 2024 for those that came into being then; None where nothing is known."""
    number, indicators = tailored.client.number, tailored.indicators
    years = range(tailored.figures.since.year, NOW + 1)
    values = tuple(indicators.value(number, "population_1jan", year) for year in years)
    known = [f"{year} {format_number(value)}" for year, value in zip(years, values, strict=True) if value is not None]
    if not known:
        return None
    name = in_sentence(tailored.client)
    return ChartFigure(
        kind=ChartKind.LINE,
        categories=tuple(str(year) for year in years),
        series=(Series(name=tailored.words["residents"], values=values, meaning=Meaning.CLIENT),),
        number_format=FEW_PEOPLE_FORMAT if max(value or 0 for value in values) < THOUSAND else PEOPLE_FORMAT,
        alt=fill(tailored.words["population_alt"], {"name": name, "figures": ", ".join(known)}),
    )


def share_67_chart(tailored: Tailored) -> ChartFigure | None:
    """Draw the share aged 67 or more as three bars: the client, the group's median where there is one, the country."""
    figures, words = tailored.figures, tailored.words
    bars = (
        (unbreakable(tailored.client.name), None if figures.now is None else figures.now.from_67, Meaning.CLIENT),
        (words["group_median"], tailored.comparison.median_67, Meaning.COMPARISON),
        (words["country"], tailored.country_67, Meaning.OTHER),
    )
    known = [(label, share, meaning) for label, share, meaning in bars if share is not None]
    if not known:
        return None
    told = ", ".join(f"{label} {format_percent(share)}" for label, share, _ in known)
    return ChartFigure(
        kind=ChartKind.COLUMN,
        categories=tuple(label for label, _, _ in known),
        series=(
            Series(
                name=words["share_67"],
                values=tuple(float(whole(share)) for _, share, _ in known),
                meaning=Meaning.CLIENT,
                meanings=tuple(meaning for _, _, meaning in known),
            ),
        ),
        number_format=PER_CENT_FORMAT,
        alt=fill(words["share_67_alt"], {"figures": told}),
    )


def share_bars(tailored: Tailored) -> ShareFigure | None:
    """Draw the share aged 67 or more as bars of a whole: before, now, and the country."""
    figures, words = tailored.figures, tailored.words
    bars = (
        (str(BEFORE), None if figures.before is None else figures.before.from_67, Meaning.BEFORE),
        (str(NOW), None if figures.now is None else figures.now.from_67, Meaning.CLIENT),
        (f"{words['country']} {NOW}", tailored.country_67, Meaning.OTHER),
    )
    known = [(label, share, meaning) for label, share, meaning in bars if share is not None]
    if not known:
        return None
    told = ", ".join(f"{label} {whole(share)}" for label, share, _ in known)
    return ShareFigure(
        bars=tuple((f"{label}: {format_percent(share)}", float(whole(share)), meaning) for label, share, meaning in known),
        alt=fill(words["share_bars_alt"], {"name": in_sentence(tailored.client), "figures": told}),
    )


def key_figures_table(tailored: Tailored) -> TableFigure:
    """Set the municipality's key figures in rows; those that are not known are left out."""
    figures, words = tailored.figures, tailored.words
    rows = (
        (_residents_head(tailored), format_number(figures.population)),
        (words["area"], f"{_with_few_decimals(figures.area_km2)}{NO_BREAK}km²"),
        (words["density"], _with_few_decimals(figures.density)),
        *_age_rows(tailored),
    )
    return TableFigure(
        rows=tuple(_row(*row) for row in rows),
        strong_row=0,
        alt=fill(words["key_figures_alt"], {"name": in_sentence(tailored.client), "residents": format_number(figures.population)}),
    )


def _with_few_decimals(value: float) -> str:
    return format_number(value, 1 if value < SMALL_NUMBER else 0)


def _age_rows(tailored: Tailored) -> tuple[tuple[str, str], ...]:
    """Tell the age groups in shares; in persons among few residents, where one person moves a share."""
    figures, words = tailored.figures, tailored.words
    labels = (words["age_young"], words["age_67"], words["age_80"])
    if figures.population < FEW_RESIDENTS and figures.people is not None:
        people = (figures.people.young, figures.people.from_67, figures.people.from_80)
        return tuple((label, f"{format_number(count)}{NO_BREAK}{words['persons']}") for label, count in zip(labels, people, strict=True))
    if figures.now is None:
        return ()
    shares = (figures.now.young, figures.now.from_67, figures.now.from_80)
    return tuple((label, format_percent(share, 1)) for label, share in zip(labels, shares, strict=True))


def _residents_head(tailored: Tailored) -> str:
    return fill(tailored.words["residents_year"], {"year": str(NOW)})


def comparison_table(tailored: Tailored) -> TableFigure:
    """Set the client beside the three most alike, by population, and the country."""
    words = tailored.words
    rows = [_comparison_row(other.number, tailored) for other in (tailored.client, *tailored.comparison.nearest)]
    country = "" if tailored.country_67 is None else format_percent(tailored.country_67, 1)
    total = sum(municipality.population for municipality in tailored.municipalities.values())
    rows.append((words["country"], format_number(total), country))
    return TableFigure(
        head=(words["municipality"], _residents_head(tailored), words["age_67"]),
        rows=tuple(_row(*row) for row in rows),
        strong_row=0,
        alt=fill(words["comparison_alt"], {"names": ", ".join(name for name, _, _ in rows)}),
    )


def _comparison_row(number: str, tailored: Tailored) -> tuple[str, str, str]:
    municipality = tailored.municipalities[number]
    share = tailored.indicators.value(number, "share_67plus", NOW)
    name = in_list(municipality, tailored.namesakes)
    return name, format_number(municipality.population), "" if share is None else format_percent(share, 1)


def _row(*cells: str) -> tuple[Prose, ...]:
    return tuple((paragraph(cell),) for cell in cells)
