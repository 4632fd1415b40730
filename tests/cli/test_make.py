import datetime
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pptx import Presentation

from workshop_kit import pack
from workshop_kit.cli import every, main
from workshop_kit.cli.every import make_all
from workshop_kit.cli.tell import Teller
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import Kit, Pack, load_kit
from workshop_kit.store import atomic
from workshop_kit.store.faults import StoreFault
from workshop_kit.writers.pptx_deck.xml import A

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_SETTINGS", str(tmp_path / "settings.json"))


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()[0]


@pytest.fixture(scope="module")
def hvaler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A pack made once by the command, for tests that only look at it."""
    out = tmp_path_factory.mktemp("out")
    assert main(["make", "Hvaler", "--out", str(out), "--date", "2027-01-14", "--place", "Rådhuset"]) == 0
    yield out / "3110-hvaler"
    shutil.rmtree(out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that must be refused in one clear line, and give the line."""
    assert main(list(arguments)) == 2
    captured = capsys.readouterr()
    lines = captured.err.splitlines()
    assert len(lines) == 1, captured.err
    assert captured.out == ""
    return lines[0]


def test_a_pack_holds_the_files_of_the_decisions_page(hvaler: Path) -> None:
    assert sorted(path.name for path in hvaler.iterdir()) == [
        "3110-hvaler-ark-f1-nb.pdf",
        "3110-hvaler-ark-f17-nb.pdf",
        "3110-hvaler-ark-f5-nb.pdf",
        "3110-hvaler-ark-f9-nb.pdf",
        "3110-hvaler-ark-nb.pdf",
        "3110-hvaler-kjoreplan-nb.pdf",
        "3110-hvaler-ordliste-nb.pdf",
        "3110-hvaler-presentasjon-nb.pptx",
        "3110-hvaler-program-nb.pdf",
        "3110-hvaler-ringeliste-nb.pdf",
        "manifest.json",
    ]


def test_the_manifest_names_every_file_with_its_role_and_pages(hvaler: Path) -> None:
    manifest = json.loads((hvaler / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["municipality"] == "3110"
    assert manifest["language"] == "nb"
    assert len(manifest["content_version"]) == 12
    roles = [(file["role"], file["exercise"]) for file in manifest["files"]]
    sheets = [("sheet", exercise) for exercise in ("F1", "F5", "F9", "F17")]
    assert roles == [
        ("deck", None),
        ("sheets", None),
        *sheets,
        *((role, None) for role in ("programme", "run-sheet", "glossary", "call-list")),
    ]
    assert {file["path"] for file in manifest["files"]} == {path.name for path in hvaler.iterdir()} - {"manifest.json"}
    deck = next(file for file in manifest["files"] if file["role"] == "deck")
    assert deck["pages"] == len(Presentation(str(hvaler / deck["path"])).slides)
    run_sheet = next(file for file in manifest["files"] if file["role"] == "run-sheet")
    assert run_sheet["pages"] == 1


def test_the_same_command_gives_the_same_bytes(hvaler: Path, tmp_path: Path) -> None:
    assert main(["make", "3110", "--out", str(tmp_path), "--date", "14.1.2027", "--place", "Rådhuset"]) == 0
    for path in hvaler.iterdir():
        assert (tmp_path / "3110-hvaler" / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize(
    ("name", "language", "folder"),
    [
        ("HVALER kommune", [], "3110-hvaler"),
        ("Guovdageaidnu", [], "5612-kautokeino"),
        ("Herøy i Nordland", [], "1818-heroy"),
        ("herøy, møre og romsdal", [], "1515-heroy"),
        ("0301", ["--language", "nn"], "0301-oslo"),
    ],
)
def test_a_name_is_found_as_people_write_it(name: str, language: list[str], folder: str, tmp_path: Path) -> None:
    assert main(["make", name, *language, "--out", str(tmp_path)]) in (0, 2)
    if not (tmp_path / folder).is_dir():
        assert main(["make", name, "--language", "nb", "--out", str(tmp_path)]) == 0
    assert (tmp_path / folder / "manifest.json").is_file()


def test_several_clients_are_made_at_once_and_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "Stad", "--start", "12.30", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "Laget for Hvaler (nb)" in told
    assert "Laget for Stad (nn)" in told
    assert "fra 12.30 til" in told
    assert (tmp_path / "4649-stad" / "4649-stad-presentasjon-nn.pptx").is_file()


def test_json_is_all_that_standard_output_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--out", str(tmp_path), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["failed"] == {}
    assert result["packs"][0]["municipality"] == "3110"
    assert result["packs"][0]["minutes"] > 60


def test_an_ambiguous_name_lists_the_choices(capsys: pytest.CaptureFixture[str]) -> None:
    line = refused(capsys, "make", "Herøy")
    assert "Herøy (Møre og Romsdal) (1515)" in line
    assert "Herøy (Nordland) (1818)" in line


def test_a_near_miss_suggests(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Mente du Hvaler" in refused(capsys, "make", "Hvalr")


def test_a_neutral_municipality_asks_for_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    line = refused(capsys, "make", "Asker")
    assert "nøytral" in line
    assert "--language nb" in line


def test_all_asks_what_the_neutral_ones_shall_have(capsys: pytest.CaptureFixture[str]) -> None:
    line = refused(capsys, "make", "--all")
    assert line.startswith("150 kommuner")
    assert "--neutral" in line


@pytest.mark.parametrize(("length", "end"), [("90min", "10.30"), ("half-day", "12.00"), ("full-day", "15.00"), ("240", "13.00")])
def test_a_day_of_any_length_ends_when_it_shall(length: str, end: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--length", length, "--out", str(tmp_path)]) == 0
    assert f"fra 09.00 til {end}" in capsys.readouterr().out


def test_a_length_that_is_no_workshop_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "mellom 60 og 480" in refused(capsys, "make", "Hvaler", "--length", "20", "--out", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def deck_texts(folder: Path) -> dict[str, str]:
    """Give each slide's text by its title."""
    deck = Presentation(str(next(folder.glob("*.pptx"))))
    texts: dict[str, str] = {}
    for slide in deck.slides:
        title = slide.shapes.title
        words = [str(node.text) for node in slide.element.iter(f"{{{A}}}t")]
        texts[title.text_frame.text if title is not None else ""] = "\n".join(words)
    return texts


def deck_notes(folder: Path) -> str:
    """Give the speaker's notes of all slides."""
    deck = Presentation(str(next(folder.glob("*.pptx"))))
    frames = (slide.notes_slide.notes_text_frame for slide in deck.slides)
    return "\n".join(frame.text for frame in frames if frame is not None)


def test_what_the_client_chose_is_in_the_deck(tmp_path: Path) -> None:
    chosen = ["--goals", "3,11", "--own-goal", "2024: Trygge oppvekstvilkår", "--roles", "kommunalsjef", "--drop", "F9,BEG-2"]
    assert main(["make", "Hvaler", *chosen, "--pin", "BEG-8", "--examples", "stad-folkemoter", "--out", str(tmp_path)]) == 0
    texts = deck_texts(tmp_path / "3110-hvaler")
    assert "Trygge oppvekstvilkår" in texts["Dette har dere selv vedtatt"]
    assert "Bærekraftige byer og lokalsamfunn" in texts["Disse målene vil vi arbeide videre med i dag"]
    assert "Kommunen er fortsatt myndighet, også når vi samskaper" in texts
    assert "Stad kommune ble formet gjennom folkemøter og bygdemøter" in texts
    assert not any("Effekt og innsats" in title or "En smartby bruker" in title for title in texts)
    assert not list((tmp_path / "3110-hvaler").glob("*-f9-*"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--goals", "18"], "mellom 1 og 17"),
        (["--roles", "konge"], "kommunalsjef"),
        (["--own-goal", "uten år"], "Skriv året først"),
        (["--own-goal", "2020: a", "--own-goal", "2020: b", "--own-goal", "2020: c", "--own-goal", "2020: d"], "plass til 3"),
    ],
)
def test_a_wrong_choice_is_named(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert words in refused(capsys, "make", "Hvaler", *arguments)


def test_an_id_that_means_nothing_is_told_and_the_pack_still_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--pin", "TULL-1", "--out", str(tmp_path)]) == 0
    assert "TULL-1" in capsys.readouterr().err


def test_a_theme_that_no_example_has_is_told_and_the_others_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--themes", "medvirkning, helse", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr().err
    assert "temaet «helse»" in told
    assert "temaet «medvirkning»" not in told
    assert "Eksempelet handler om et tema dere har valgt." in deck_notes(tmp_path / "3110-hvaler")


def test_own_content_comes_along(tmp_path: Path) -> None:
    """A slide about last year's project in Hvaler, in a folder of the facilitator's own."""
    source = ROOT / "slides" / "examples" / "halden-kafedialog"
    example = tmp_path / "own" / "slides" / "examples" / "hvaler-prosjektet"
    shutil.copytree(source, example)
    text = (example / "example.toml").read_text(encoding="utf-8")
    text = text.replace('id = "halden-kafedialog"', 'id = "hvaler-prosjektet"').replace('["3101"]', '["3110"]').replace('"C"', '"A"')
    (example / "example.toml").write_text(text, encoding="utf-8")
    for name, title in (("nb.md", "Prosjektet i fjor ga oss et nytt torg"), ("nn.md", "Prosjektet i fjor gav oss eit nytt torg")):
        lines = (example / name).read_text(encoding="utf-8").splitlines()
        titled = [f"# {title}" if line.startswith("# ") else line for line in lines]
        (example / name).write_text("\n".join(titled) + "\n", encoding="utf-8")
    arguments = ["--own", str(tmp_path / "own"), "--examples", "hvaler-prosjektet", "--out", str(tmp_path)]
    assert main(["make", "Hvaler", *arguments]) == 0
    assert "Prosjektet i fjor ga oss et nytt torg" in deck_texts(tmp_path / "3110-hvaler")


def test_the_reports_figures_come_in_with_their_pages(tmp_path: Path) -> None:
    form = (ROOT / "assets" / "data" / "report-figures.toml").read_text(encoding="utf-8")
    row = (
        '{value = 12.0, label_nb = "Vedtatt", label_nn = "Vedteken", page = 23}, '
        '{value = 88.0, label_nb = "Ikke", label_nn = "Ikkje", page = 24}'
    )
    head, _, rest = form.partition("rows = []")
    folder = tmp_path / "own" / "assets" / "data"
    folder.mkdir(parents=True)
    (folder / "report-figures.toml").write_text(f"{head}rows = [{row}]{rest}", encoding="utf-8")
    assert main(["make", "Hvaler", "--own", str(tmp_path / "own"), "--out", str(tmp_path)]) == 0
    found = [text for title, text in deck_texts(tmp_path / "3110-hvaler").items() if "strategi" in title and "2016" not in title]
    assert any("side 23 og 24 i rapporten" in text for text in found)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--date", "2027-02-30"], "2027-02-30"),
        (["--start", "25:00"], "25:00"),
        (["--language", "sv"], "nb, nn"),
        (["--length", "evig"], "90min, half-day, full-day"),
        (["--tull"], "--tull"),
    ],
)
def test_a_wrong_option_is_named(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert words in refused(capsys, "make", "Hvaler", *arguments)


def test_no_name_and_no_all_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--all" in refused(capsys, "make")
    assert "--all" in refused(capsys, "make", "Hvaler", "--all")


def test_an_edited_deck_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 0
    folder = tmp_path / "3110-hvaler"
    first = folder / "3110-hvaler-presentasjon-nb.pptx"
    deck = Presentation(str(first))
    deck.slides[0].shapes.title.text_frame.text = "Vår egen tittel"  # pyright: ignore[reportOptionalMemberAccess] - our cover has a title
    deck.save(str(first))
    edited = first.read_bytes()
    capsys.readouterr()
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    second = folder / "3110-hvaler-presentasjon-nb-2.pptx"
    assert first.read_bytes() == edited
    assert first.name in told
    assert second.name in told
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["kept"] == [first.name]
    assert manifest["files"][0]["path"] == second.name
    assert main(["make", "Hvaler", "--out", str(tmp_path)]) == 0
    assert not (folder / "3110-hvaler-presentasjon-nb-3.pptx").exists()


def test_a_file_where_the_folder_should_be_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "out"
    place.write_text("", encoding="utf-8")
    line = refused(capsys, "make", "Hvaler", "--out", str(place))
    assert str(place) in line


def test_a_full_disk_leaves_the_old_files_whole(
    hvaler: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "3110-hvaler"
    shutil.copytree(hvaler, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(_file: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(atomic.os, "fsync", full)
    line = refused(capsys, "make", "Hvaler", "--out", str(tmp_path))
    assert "plass" in line
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_something_unexpected_is_one_line_and_a_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("hva nå")

    monkeypatch.setattr("workshop_kit.cli.make.load_kit", broken)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_a, **_k: tmp_path)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] - a stand-in
    line = refused(capsys, "make", "Hvaler")
    assert "hva nå" in line
    assert "ZeroDivisionError" in (tmp_path / "error.log").read_text(encoding="utf-8")


def test_messages_come_in_the_language_that_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "There is no municipality" in refused(capsys, "make", "Xyzzy", "--ui-language", "en")
    assert "Fann ingen kommune" in refused(capsys, "make", "Xyzzy", "--ui-language=nn")


def workshops(*numbers: str) -> tuple[Workshop, ...]:
    return tuple(Workshop(municipality=number, language=Language.NB, date=datetime.date(2027, 1, 14)) for number in numbers)


def test_one_failing_client_does_not_stop_the_others(kit: Kit, tmp_path: Path) -> None:
    done, failed, _ = make_all(kit, workshops("3110", "3101"), tmp_path / "ok", Teller("nb"))
    assert [each.manifest.municipality for each in done] == ["3110", "3101"]
    assert failed == {}
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "3101-halden").write_text("", encoding="utf-8")
    done, failed, _ = make_all(kit, workshops("3110", "3101"), blocked, Teller("nb"))
    assert [each.manifest.municipality for each in done] == ["3110"]
    assert list(failed) == ["3101 Halden"]
    assert "3101-halden" in failed["3101 Halden"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a patched module reaches a worker only where processes are forked")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_worker_that_dies_takes_only_its_own_client(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deadly(kit: Kit, workshop: Workshop, out: Path) -> tuple[Pack, tuple[object, ...]]:
        if workshop.municipality == "3101":
            os._exit(9)
        return pack.make_pack(kit, workshop, out)

    monkeypatch.setattr(every, "make_pack", deadly)
    done, failed, _ = make_all(kit, workshops("3110", "3101", "3103"), tmp_path, Teller("nb"))
    assert [each.manifest.municipality for each in done] == ["3110", "3103"]
    assert list(failed) == ["3101 Halden"]


def test_whole_packs_are_kept_and_broken_ones_made_again(kit: Kit, tmp_path: Path) -> None:
    first, _, _ = make_all(kit, workshops("3110", "3101"), tmp_path, Teller("nb"))
    assert all(each.is_new for each in first)
    (first[1].folder / "3101-halden-program-nb.pdf").unlink()
    second, _, _ = make_all(kit, workshops("3110", "3101"), tmp_path, Teller("nb"))
    assert [each.is_new for each in second] == [False, True]
    assert (first[1].folder / "3101-halden-program-nb.pdf").is_file()
    assert second[0].manifest == first[0].manifest


def test_a_stopped_command_says_that_it_can_go_on(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workshop_kit.cli.make.make_pack", stopped)
    assert main(["make", "Hvaler"]) == 130
    assert "kjør kommandoen igjen" in capsys.readouterr().err


def test_a_store_fault_is_told_with_its_path(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise StoreFault(Path("/borte/fil"), "store.not_found")

    monkeypatch.setattr("workshop_kit.cli.make.make_pack", refuse)
    assert "/borte/fil" in refused(capsys, "make", "Hvaler")
