"""A folder of the user's own is checked, listed and used like the shipped content, and its faults are told."""

import re
from pathlib import Path

import pytest

from tests.cli.own_folder import (
    EXAMPLE_TITLES,
    EXERCISE_TITLES,
    REPORT_TITLE,
    TITLES,
    Slide,
    slides_of,
    spoil,
    write_own,
)
from workshop_kit.cli import main
from workshop_kit.cli.every import make_all
from workshop_kit.cli.own import own_folder
from workshop_kit.cli.tell import Teller
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Settings, Workshop
from workshop_kit.pack import load_kit
from workshop_kit.store.settings import own_path, write_settings

CLOSING = "Moteord eller inspirasjonsreise: Hva mener vi nå?"


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write_own(tmp_path / "eget")


def made(own: Path, out: Path, *arguments: str) -> list[Slide]:
    assert main(["make", "Hvaler", "--own", str(own), "--out", str(out), *arguments]) == 0
    return slides_of(out / "3110-hvaler")


def place(slides: list[Slide], title: str) -> int:
    return [slide.title for slide in slides].index(title)


def test_a_folder_that_is_right_gets_no_remarks(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--own", str(own)]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "0 feil" in captured.out


@pytest.mark.parametrize(("language", "text", "mark"), [("nb", "nb", "(eget)"), ("nn", "nn", "(eige)"), ("en", "nb", "(own)")])
def test_own_content_is_listed_among_the_shipped_and_marked(
    own: Path, language: str, text: str, mark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["content", "--own", str(own), "--ui-language", language]) == 0
    captured = capsys.readouterr()
    marked = [line.split()[0] for line in captured.out.splitlines() if mark in line]
    assert marked == ["RAP-strategy", "vart-prosjekt", "PRO-1", "F99", "hvaler-ungdom"]
    whole = re.sub(r"\s+", " ", captured.out)
    for title in (TITLES[text], EXERCISE_TITLES[text], EXAMPLE_TITLES[text]):
        assert f"{mark} {title}" in whole
    assert captured.err == ""


def test_the_list_has_every_id_and_stays_within_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content"]) == 0
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    first = {line.split()[0] for line in lines}
    library = load_kit()[0].library
    slides = {slide.id for module in library.modules for slide in module.slides}
    pieces = (*library.modules, *library.exercises, *library.examples)
    assert {*slides, *(piece.id for piece in pieces)} <= first
    assert max(len(line) for line in lines) <= 80
    assert "(eget)" not in captured.out


def test_faults_in_the_folder_are_one_line_of_the_list(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(own / "exercises" / "f99" / "exercise.toml", "order", "odrer")
    assert main(["content", "--own", str(own)]) == 0
    captured = capsys.readouterr()
    (line,) = captured.err.splitlines()
    assert line.startswith("Det er 1 feil")
    assert f"check --own {own}" in line
    assert "F99" not in captured.out


def test_the_slide_the_sheet_and_the_chart_are_in_the_pack(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slides = made(own, tmp_path, "--length", "full-day", "--pin", "F99")

    assert capsys.readouterr().err == ""
    module, exercise = place(slides, TITLES["nb"]), place(slides, EXERCISE_TITLES["nb"])
    assert place(slides, "Rapporten fra 2019") < module < place(slides, "FNs bærekraftsmål") < place(slides, CLOSING)
    assert exercise == module + 1
    assert "Hvaler kommune, sluttrapport for torget (2026)" in slides[module].text
    assert "side 23 og 24 i rapporten" in slides[place(slides, REPORT_TITLE)].text
    assert (tmp_path / "3110-hvaler" / "3110-hvaler-ark-f99-nb.pdf").is_file()


def test_it_is_all_there_in_nynorsk(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--language", "nn", "--pin", "F99", "--examples", "hvaler-ungdom", "--length", "full-day")
    titles = {slide.title for slide in made(own, tmp_path, *arguments)}

    assert capsys.readouterr().err == ""
    assert {TITLES["nn"], EXERCISE_TITLES["nn"], EXAMPLE_TITLES["nn"]} <= titles
    assert (tmp_path / "3110-hvaler" / "3110-hvaler-ark-f99-nn.pdf").is_file()


def test_an_own_module_of_a_high_order_still_comes_before_the_closing(own: Path, tmp_path: Path) -> None:
    spoil(own / "slides" / "modules" / "vart-prosjekt" / "module.toml", "order = 45", "order = 990")
    slides = made(own, tmp_path)
    assert place(slides, TITLES["nb"]) < place(slides, CLOSING)


def test_faults_are_told_by_file_and_line_and_the_rest_is_made(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module = own / "slides" / "modules" / "vart-prosjekt"
    with (module / "module.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[slide]]\nid = "PRO-2"\nlayout = "statement"\nminutes = 1\nuse = ["K", "H", "D"]\n')
    with (module / "nb.md").open("a", encoding="utf-8") as file:
        file.write('\n+++\nid = "PRO-2"\n+++\n# Dette lærte vi\n\n## lead\nSpør\n\n## say\nSi.\n\n## do\nSpør.\n')
    page = spoil(own / "report-figures.toml", "page = 24", "page = 0")
    order = spoil(own / "exercises" / "f99" / "exercise.toml", 'id = "F99"', 'id = "F99')

    titles = [slide.title for slide in made(own, tmp_path, "--length", "full-day")]

    told = capsys.readouterr().err.splitlines()
    assert any(f"{module / 'module.toml'}:13: " in line and "PRO-2" in line and "nn" in line for line in told)
    assert any(f"{own / 'report-figures.toml'}:{page}: " in line and "mangler side" in line for line in told)
    assert any(f"{own / 'exercises' / 'f99' / 'exercise.toml'}:{order}: " in line and "TOML" in line for line in told)
    assert TITLES["nb"] in titles
    assert CLOSING in titles
    assert "Dette lærte vi" not in titles
    assert REPORT_TITLE not in titles


def test_a_fact_without_a_source_takes_its_slide_with_it(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = own / "assets" / "data" / "facts.toml"
    line = spoil(facts, '"Hvaler kommune, sluttrapport for torget (2026)"', '""')
    titles = {slide.title for slide in made(own, tmp_path)}
    told = capsys.readouterr().err
    assert f"{facts}:{line}: " in told
    assert f"{own / 'slides' / 'modules' / 'vart-prosjekt' / 'module.toml'}:11: " in told
    assert TITLES["nb"] not in titles
    assert CLOSING in titles


def test_a_figure_on_a_slide_that_names_no_fact_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module = own / "slides" / "modules" / "vart-prosjekt"
    spoil(module / "module.toml", 'facts = ["hvaler-torg-2026"]\n', "")
    assert main(["check", "--own", str(own)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in told] == [f"{module / 'nb.md'}:4", f"{module / 'nn.md'}:4"]
    assert all("«40»" in line for line in told)


@pytest.mark.parametrize("command", [["check"], ["content"], ["make", "Hvaler"]])
def test_a_folder_that_is_not_there_or_holds_nothing_is_one_line(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder, words in ((tmp_path / "borte", "finnes ikke"), (tmp_path, "report-figures.toml")):
        assert main([*command, "--own", str(folder)]) == 2
        captured = capsys.readouterr()
        (line,) = captured.err.splitlines()
        assert str(folder) in line
        assert words in line
        assert captured.out == ""


def test_all_clients_get_the_own_content(own: Path, tmp_path: Path) -> None:
    """Each process reads the user's folder again."""
    kit, _ = load_kit(own)
    workshop = Workshop(municipality="3110", language=Language.NB)
    done, failed, problems = make_all(kit, (workshop,), tmp_path, Teller("nb"), own)
    assert (failed, problems) == ({}, ())
    assert done[0].manifest.content_version == kit.library.version
    assert TITLES["nb"] in {slide.title for slide in slides_of(done[0].folder)}


def test_the_facilitators_own_content_is_used_without_being_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    usual = own_path(Settings())
    usual.mkdir()
    assert own_folder(None) is None
    write_own(usual)

    assert own_folder(None) == usual
    assert own_folder("") is None
    assert main(["content"]) == 0
    assert REPORT_TITLE in " ".join(capsys.readouterr().out.split())


def test_a_chosen_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_settings(tmp_path / "settings.json", Settings(own_folder=str(tmp_path / "borte")))

    assert main(["content"]) == 2
    assert str(tmp_path / "borte") in capsys.readouterr().err
