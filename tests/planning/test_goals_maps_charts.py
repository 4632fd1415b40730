"""Figures hold the data that is known, round it as the titles do, and tell it in words."""

from collections.abc import Mapping

from msgspec.structs import replace

from tests.planning.make import (
    all_municipalities,
    figures_of,
    indicators,
    library,
    module,
    municipality,
    outline,
    real,
    real_indicators,
    real_words,
)
from workshop_kit.domain.language import Language, Translated
from workshop_kit.domain.municipality import Indicators, Municipality
from workshop_kit.domain.plan import ChartKind, GoalsFigure, Meaning, ShareFigure, TableFigure
from workshop_kit.domain.text import plain
from workshop_kit.domain.workshop import Workshop
from workshop_kit.planning.charts import comparison_table, key_figures_table, population_chart, share_67_chart, share_bars
from workshop_kit.planning.goals import all_tiles, chosen_goals, goal_notice, goals_overview, some_goals
from workshop_kit.planning.maps import client_map, example_map
from workshop_kit.planning.numbers import NO_BREAK
from workshop_kit.planning.tailor import Tailored, tailor

NOTHING = Indicators(values={})
LIBRARY = library(module())


def tailored(client: Municipality, *others: Municipality, known: Indicators = NOTHING, language: Language = Language.NB) -> Tailored:
    everybody = (client, *others)
    outlines = {each.number: outline(each.number) for each in everybody if each.number != "3199"}
    return tailor(Workshop(municipality=client.number, language=language), LIBRARY, everybody, known, outlines)


def tailored_real(name: str, county: str = "", language: Language = Language.NB) -> Tailored:
    workshop = Workshop(municipality=real(name, county).number, language=language)
    return tailor(workshop, LIBRARY, all_municipalities(), real_indicators(), {})


def rows_of(table: TableFigure) -> list[list[str]]:
    return [[plain(cell).replace(NO_BREAK, " ") for cell in row] for row in table.rows]


def test_the_population_is_a_line_with_gaps_where_nothing_is_known() -> None:
    chart = population_chart(tailored_real("Hvaler"))

    assert chart is not None
    assert (chart.kind, chart.number_format) == (ChartKind.LINE, "# ##0")
    assert chart.categories == ("2020", "2021", "2022", "2023", "2024", "2025", "2026")
    assert chart.series[0].values[0] == 4_668
    assert chart.series[0].values[1:4] == (None, None, None)
    assert chart.series[0].values[6] == 4_714
    assert chart.alt.replace(NO_BREAK, " ").startswith("Linjediagram: innbyggere i Hvaler kommune 1. januar: 2020 4 668, 2024")


def test_the_two_that_were_one_have_a_line_from_2024() -> None:
    for name in ("Ålesund", "Haram"):
        chart = population_chart(tailored_real(name))
        assert chart is not None
        assert chart.categories == ("2024", "2025", "2026")
        assert None not in chart.series[0].values
        assert "2020" not in chart.alt


def test_few_people_are_labelled_without_a_place_for_thousands() -> None:
    chart = population_chart(tailored_real("Utsira"))

    assert chart is not None
    assert chart.number_format == "0"


def test_the_shares_are_three_bars_that_show_the_titles_whole_per_cent() -> None:
    found = tailored_real("Hvaler")
    chart = share_67_chart(found)

    assert chart is not None
    assert chart.categories == ("Hvaler", "Lignende kommuner, median", "Landet")
    assert chart.series[0].values == tuple(float(found.tokens[token]) for token in ("av100_67", "av100_median67", "land_av100_67"))
    assert chart.series[0].meanings == (Meaning.CLIENT, Meaning.COMPARISON, Meaning.OTHER)
    assert chart.number_format == '0" %"'
    assert "Hvaler 30" in chart.alt


def test_oslo_is_set_beside_the_country_alone() -> None:
    chart = share_67_chart(tailored_real("Oslo"))

    assert chart is not None
    assert chart.categories == ("Oslo", "Landet")


def test_the_share_of_a_hundred_is_told_before_now_and_for_the_country() -> None:
    bars = share_bars(tailored_real("Hvaler"))

    assert isinstance(bars, ShareFigure)
    assert [(label.replace(NO_BREAK, " "), share, meaning) for label, share, meaning in bars.bars] == [
        ("2020: 24 %", 24.0, Meaning.BEFORE),
        ("2026: 30 %", 30.0, Meaning.CLIENT),
        ("Landet 2026: 17 %", 17.0, Meaning.OTHER),
    ]
    assert bars.alt.endswith("2020 24, 2026 30, Landet 2026 17.")


def test_the_two_that_were_one_have_no_bar_for_2020() -> None:
    bars = share_bars(tailored_real("Haram"))

    assert bars is not None
    assert [label[:4] for label, _, _ in bars.bars] == ["2026", "Land"]


def test_nothing_known_is_nothing_drawn() -> None:
    found = tailored(municipality())

    assert (population_chart(found), share_67_chart(found), share_bars(found)) == (None, None, None)


def test_key_figures_are_six_rows_the_first_of_them_strong() -> None:
    table = key_figures_table(tailored_real("Hvaler"))

    assert rows_of(table) == [
        ["Innbyggere 2026", "4 714"],
        ["Areal", "90 km²"],
        ["Innbyggere per km²", "52"],
        ["0–17 år", "14,3 %"],
        ["67 år eller eldre", "29,9 %"],
        ["80 år eller eldre", "7,0 %"],
    ]
    assert table.strong_row == 0


def test_few_residents_are_told_in_persons() -> None:
    found = rows_of(key_figures_table(tailored_real("Utsira", language=Language.NN)))

    assert found[4] == ["67 år eller eldre", "49 personar"]
    assert found[1] == ["Areal", "6,3 km²"]


def test_an_empty_land_has_its_density_with_a_decimal() -> None:
    assert rows_of(key_figures_table(tailored_real("Kautokeino")))[2] == ["Innbyggere per km²", "0,3"]


def test_without_age_figures_the_rows_are_three() -> None:
    assert len(key_figures_table(tailored(municipality())).rows) == 3
    assert len(key_figures_table(tailored(municipality(population=600))).rows) == 3


def test_the_comparison_is_the_client_three_by_size_and_the_country() -> None:
    table = comparison_table(tailored_real("Hvaler"))

    assert [row[0] for row in rows_of(table)] == ["Hvaler", "Risør", "Eidskog", "Nord-Odal", "Landet"]
    assert rows_of(table)[-1] == ["Landet", "5 627 400", "17,1 %"]
    assert table.strong_row == 0


def test_a_comparison_without_known_shares_has_empty_cells() -> None:
    assert rows_of(comparison_table(tailored(municipality(), municipality("3101"))))[0] == ["Navn3110", "4 714", ""]


def test_a_known_share_stands_in_the_comparison() -> None:
    known = indicators({"3110": figures_of(4_714, share=20.5)})

    assert rows_of(comparison_table(tailored(municipality(), known=known)))[0][2] == "20,5 %"


def marks(names: Mapping[str, str], *places: Municipality) -> list[tuple[str, Meaning]]:
    home = municipality()
    found = tailored(home, *(place for place in places if place.number != home.number))
    return [(names[mark.number], mark.meaning) for mark in example_map(places, found).marks]


def test_the_client_s_map_is_the_county_with_the_client_alone() -> None:
    found = client_map(tailored(municipality(), municipality("3101"), municipality("3199"), municipality("5001")))

    assert found.county == "Fylke31"
    assert [each.number for each in found.outlines] == ["3110", "3101"]
    assert set(found.names) == {"3110", "3101", "3199"}
    assert [(mark.number, mark.meaning) for mark in found.marks] == [("3110", Meaning.CLIENT)]
    assert found.alt == "Kart over Fylke31 med 3 kommuner. Navn3110 er framhevet."


def test_a_county_of_one_municipality_is_said_to_be_one() -> None:
    assert client_map(tailored_real("Oslo", language=Language.NN)).alt == "Kart over Oslo, som er éin kommune."


def test_an_example_in_the_county_is_shown_with_the_client() -> None:
    near, far = municipality("3101"), municipality("5001")

    assert marks({"3110": "client", "3101": "near"}, near, far) == [("client", Meaning.CLIENT), ("near", Meaning.COMPARISON)]


def test_an_example_elsewhere_is_shown_in_its_own_county() -> None:
    assert marks({"5001": "far"}, municipality("5001"), municipality("3401")) == [("far", Meaning.COMPARISON)]


def test_the_client_s_own_example_marks_the_client_once() -> None:
    assert marks({"3110": "client"}, municipality()) == [("client", Meaning.CLIENT)]


def test_the_overview_holds_seventeen_goals_and_the_year() -> None:
    found = goals_overview(tailored(municipality()))

    assert [tile.number for tile in found.tiles] == list(range(1, 18))
    assert found.last_head == "2030"


def test_an_example_s_goals_are_tiles_and_none_stands_for_all_in_words() -> None:
    found = tailored(municipality())

    assert [tile.number for tile in some_goals((13, 7), found).tiles] == [7, 13]
    assert some_goals((), found).last_head.replace(NO_BREAK, " ") == "Alle de 17 målene"
    assert some_goals((), found).tiles == ()


def test_sheets_have_the_official_names_and_slides_the_short_ones() -> None:
    found = tailored(municipality())
    changed = replace(LIBRARY.goals[0], nb="Langt navn")
    named = replace(found, library=replace(LIBRARY, goals=(changed,)))

    assert all_tiles(named, short=False)[0].name == "Langt navn"
    assert all_tiles(named, short=True)[0].name == "Mål 1"


def test_the_notice_stands_wherever_goals_are_drawn() -> None:
    found = tailored(municipality())
    notice = goal_notice((goals_overview(found),), found)

    assert plain(notice["goal_notice"]) == real_words()[Language.NB]["goal_notice_whole"]
    assert goal_notice((GoalsFigure(tiles=()),), found) == {}
    assert goal_notice((), found) == {}


def test_the_notice_says_so_where_the_names_are_not_whole() -> None:
    shortened = tuple(replace(goal, short=Translated(nb="Kort", nn="Kort")) for goal in LIBRARY.goals)
    found = tailored(municipality())
    found = replace(found, library=replace(LIBRARY, goals=shortened))
    notice = goal_notice((goals_overview(found),), found)

    assert plain(notice["goal_notice"]) == real_words()[Language.NB]["goal_notice"]
    assert notice != goal_notice((GoalsFigure(tiles=all_tiles(found, short=False)),), found)


def test_goals_are_chosen_with_their_whole_names_unless_they_are_many_and_none_is_no_figure() -> None:
    found = tailored(municipality())
    few, many = (replace(found, workshop=replace(found.workshop, goals=tuple(range(1, count + 1)))) for count in (3, 7))

    assert chosen_goals(found) is None
    assert chosen_goals(few) == GoalsFigure(tiles=all_tiles(few, short=False)[:3])
    assert chosen_goals(many) == GoalsFigure(tiles=all_tiles(many, short=True)[:7])
