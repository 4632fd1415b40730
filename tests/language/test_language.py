"""The content's Norwegian has no fault, and the check that says so catches planted ones."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.language import check
from tests.language.check import PROJECT, Fault, HunspellMissingError, Rule, find_faults, lix, read_norm
from tests.language.texts import LANGUAGES

NBSP = "\u00a0"
HEAVY = "samfunnsutviklingsperspektivet "
NEEDS_HUNSPELL = {Rule.SPELLING: [pytest.mark.heavy]}
RULES = [pytest.param(rule, id=rule, marks=NEEDS_HUNSPELL.get(rule, [])) for rule in Rule]


class Plant(NamedTuple):
    """A sentence with one error, to be put into a real text, and the word the check must name."""

    language: str
    rule: Rule
    sentence: str
    word: str


PLANTS = (
    Plant("nb", Rule.SPELLING, "Gruppa velger et forslga.", "forslga"),
    Plant("nb", Rule.SPELLING, "Skriv det øversst på arket.", "øversst"),
    Plant("nb", Rule.SPELLING, "Samtlen fortsetter etterpå.", "Samtlen"),
    Plant("nb", Rule.OTHER_STANDARD, "Finn en god løysing sammen.", "løysing"),
    Plant("nb", Rule.OTHER_STANDARD, "Kva tror dere om dette?", "Kva"),
    Plant("nb", Rule.OTHER_STANDARD, "Det er ikkje avgjort.", "ikkje"),
    Plant("nb", Rule.OTHER_STANDARD, "Hva sier tala for kommunen?", "tala"),
    Plant("nb", Rule.HOUSE_NORM, "Gruppen leser høyt.", "Gruppen"),
    Plant("nb", Rule.HOUSE_NORM, "Arbeidet går frem.", "frem"),
    Plant("nb", Rule.HOUSE_NORM, "Kommunens innbyggere får svar.", "Kommunens innbyggere"),
    Plant("nb", Rule.HOUSE_NORM, "Tenk på eldrebølgen.", "eldrebølgen"),
    Plant("nb", Rule.OLD_COUNTY, "Fylket heter Viken.", "Viken"),
    Plant("nb", Rule.TYPOGRAPHY, 'Skriv "ja" på arket.', '"'),
    Plant("nb", Rule.TYPOGRAPHY, "Skriv  det på arket.", "  "),
    Plant("nb", Rule.TYPOGRAPHY, "Send en e\u2011post.", "\u2011"),
    Plant("nb", Rule.TYPOGRAPHY, "Velg 10-15 ideer.", "10-15"),
    Plant("nb", Rule.TYPOGRAPHY, f"Det er 12.5{NBSP}prosent.", "12.5"),
    Plant("nb", Rule.TYPOGRAPHY, "De byttet 6500 gatelys.", "6500"),
    Plant("nb", Rule.TYPOGRAPHY, "Her bor 14 950 mennesker.", "14 950"),
    Plant("nb", Rule.TYPOGRAPHY, "Det gjelder 52 prosent.", "2 prosent"),
    Plant("nb", Rule.TYPOGRAPHY, "Det gjelder 52%.", "2%"),
    Plant("nb", Rule.TYPOGRAPHY, "Bra jobbet!", "jobbet!"),
    Plant("nb", Rule.TOKEN, "Velkommen til {navn}.", "{navn}."),
    Plant("nb", Rule.TOKEN, "Snakk om {navn}s planer.", "{navn}s"),
    Plant("nn", Rule.SPELLING, "Gruppa vel eit framleggg.", "framleggg"),
    Plant("nn", Rule.SPELLING, "Skriv det på akret.", "akret"),
    Plant("nn", Rule.SPELLING, "Innbyggartorget er ope.", "Innbyggartorget"),
    Plant("nn", Rule.OTHER_STANDARD, "Hvordan går det no?", "Hvordan"),
    Plant("nn", Rule.OTHER_STANDARD, "Det er mye å gjere.", "mye"),
    Plant("nn", Rule.OTHER_STANDARD, "Kva seier loven?", "loven"),
    Plant("nn", Rule.OTHER_STANDARD, "Vi trenger fleire idear.", "trenger"),
    Plant("nn", Rule.HOUSE_NORM, "Det vart bra.", "vart"),
    Plant("nn", Rule.HOUSE_NORM, "Vel eit eksempel.", "eksempel"),
    Plant("nn", Rule.HOUSE_NORM, "Då kan me starte.", "me"),
    Plant("nn", Rule.HOUSE_NORM, "Spør kvar innbyggar.", "innbyggar"),
    Plant("nn", Rule.A_INFINITIVE, "Det er lurt å skriva kort.", "skriva"),
    Plant("nn", Rule.A_INFINITIVE, "Prøv å ikkje gjera alt.", "gjera"),
    Plant("nn", Rule.OLD_COUNTY, "Fylket heiter Sogn og Fjordane.", "Sogn og Fjordane"),
    Plant("nn", Rule.TYPOGRAPHY, "Skriv 'ja' på arket.", "'"),
    Plant("nn", Rule.TYPOGRAPHY, "Skriv  det på arket.", "  "),
    Plant("nn", Rule.TYPOGRAPHY, "Send ein e\u2011post.", "\u2011"),
    Plant("nn", Rule.TYPOGRAPHY, "Møtet er klokka 10 - 12.", "10 - 12"),
    Plant("nn", Rule.TYPOGRAPHY, f"Det er 3.4{NBSP}km til byen.", "3.4"),
    Plant("nn", Rule.TYPOGRAPHY, "Her bur 128000 menneske.", "128000"),
    Plant("nn", Rule.TYPOGRAPHY, "Det kosta 20 millionar.", "0 millionar"),
    Plant("nn", Rule.TYPOGRAPHY, "Tala er frå i fjor — eller før.", "—"),
    Plant("nn", Rule.TOKEN, "Snakk om {navn} kommunes planar.", "{navn} kommunes"),
    Plant("nn", Rule.TOKEN, "Spør i {navn kommune.", "{navn"),
)

CLEAN = {
    "nb": (
        "Kommune 2.0 er ikke feil, og 3.0 er ikke alltid best.",
        "Les § 5-1 og §§ 3-3 og 12-1 før møtet 11.03.2019 klokka 09.15–10.30.",
        f"I {{navn}} kommune bodde 14{NBSP}950 mennesker i 2026, og 12,5{NBSP}% av dem er unge.",
        "Velg 10–15 ideer til 1-2-4-alle, eller se på delmål 11.3.",
        "⟦Hvorfor ikkje?⟧ er navnet. Gå til https://www.ssb.no/tabell/07459, eller se tabell 07459.",
        "Fra Heim til Ås og Time: Si «nei» eller «ja».",
    ),
    "nn": (
        "Kommune 2.0 er ikkje feil, og 3.0 er ikkje alltid best.",
        "Les § 5-1 og §§ 3-3 og 12-1 før møtet 11.03.2019 klokka 09.15–10.30.",
        f"I {{navn}} kommune budde 14{NBSP}950 menneske i 2026, og 12,5{NBSP}% av dei er unge.",
        "Vel 10–15 idear til 1-2-4-alle, eller sjå på delmål 11.3. Det er lurt å ta, å dra og å delta.",
        "⟦Hvorfor ikke?⟧ er namnet. Gå til https://www.ssb.no/tabell/07459, eller sjå tabell 07459.",
        "Frå Heim til Ås og Time: Sei «nei» eller «ja».",
    ),
}


def faults_or_skip(root: Path, rules: Collection[Rule]) -> tuple[Fault, ...]:
    """Find faults; without hunspell the test is skipped, or failed where every tool must be there."""
    try:
        return find_faults(root, rules)
    except HunspellMissingError as missing:
        if os.environ.get("WORKSHOP_KIT_HEAVY") == "1":
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def faults_but_spelling() -> tuple[Fault, ...]:
    """The project's faults of every rule that needs no tool outside Python."""
    return find_faults(PROJECT, [rule for rule in Rule if rule is not Rule.SPELLING])


def copy_texts(root: Path) -> Path:
    """Make a project of real texts that a test may spoil: two exercises and a module."""
    for folder in ("exercises/f1", "exercises/f5", "slides/modules/vel"):
        shutil.copytree(PROJECT / folder, root / folder)
    return root


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy for one test."""
    return copy_texts(tmp_path)


@pytest.fixture(scope="session")
def misspellings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Fault, ...]:
    """What is found when all the misspelt words are planted at once, which asks hunspell only once."""
    root = copy_texts(tmp_path_factory.mktemp("misspelt"))
    for plant in PLANTS:
        if plant.rule is Rule.SPELLING:
            put_in(root, plant.language, plant.sentence)
    return faults_or_skip(root, [Rule.SPELLING])


def put_in(root: Path, language: str, sentence: str) -> tuple[str, int]:
    """Add a sentence to the first question that ends exercise F1; give the file and line."""
    path = root / "exercises" / "f1" / f"{language}.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = lines.index("## debrief") + 1
    lines[number] += f" {sentence}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path.relative_to(root).as_posix(), number + 1


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace something in a file of the copy that must be there."""
    path = root / name
    before = path.read_text(encoding="utf-8")
    assert old in before, f"{old} is no longer in {name}: plant something else"
    path.write_text(before.replace(old, new), encoding="utf-8")


@pytest.mark.heavy
def test_the_projects_texts_are_spelt_right() -> None:
    faults = faults_or_skip(PROJECT, [Rule.SPELLING])
    assert not faults, "\n" + "\n".join(map(str, faults))


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule is not Rule.SPELLING])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_projects_texts_keep_the_rule(faults_but_spelling: tuple[Fault, ...], language: str, rule: Rule) -> None:
    faults = [fault for fault in faults_but_spelling if (fault.language, fault.rule) == (language, rule)]
    assert not faults, "\n" + "\n".join(map(str, faults))


def test_at_least_fifteen_errors_are_planted_in_each_language() -> None:
    for language in LANGUAGES:
        planted = [plant for plant in PLANTS if plant.language == language]
        assert len(planted) >= 15
        assert len({plant.rule for plant in planted}) >= 6


@pytest.mark.parametrize("plant", [plant for plant in PLANTS if plant.rule is not Rule.SPELLING], ids=lambda plant: plant.sentence)
def test_a_planted_error_is_caught_where_it_stands(copy: Path, plant: Plant) -> None:
    path, line = put_in(copy, plant.language, plant.sentence)
    found = [(fault.path, fault.line, fault.language, fault.word) for fault in find_faults(copy, [plant.rule])]
    assert (path, line, plant.language, plant.word) in found


@pytest.mark.heavy
@pytest.mark.parametrize("plant", [plant for plant in PLANTS if plant.rule is Rule.SPELLING], ids=lambda plant: plant.sentence)
def test_a_planted_misspelling_is_caught_where_it_stands(copy: Path, misspellings: tuple[Fault, ...], plant: Plant) -> None:
    path, line = put_in(copy, plant.language, plant.sentence)
    found = [(fault.path, fault.line, fault.language, fault.word) for fault in misspellings]
    assert (path, line, plant.language, plant.word) in found


@pytest.mark.parametrize("rule", RULES)
def test_right_texts_that_look_wrong_give_no_fault(copy: Path, rule: Rule) -> None:
    for language, sentences in CLEAN.items():
        put_in(copy, language, " ".join(sentences))
    assert faults_or_skip(copy, [rule]) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("exercises/f1/nn.md", "[step.all]", "[step.everybody]", "step.everybody.short"),
        ("exercises/f1/nb.md", "## pitfalls", "## traps", "/traps"),
        ("exercises/f5/nn.md", "Les dei 17 måla. Tenk", "Les dei 16 måla. Tenk", "step.read.text"),
        ("exercises/f1/nn.md", "kan {navn} kommune", "kan kommunen", "question"),
        ("exercises/f1/nb.md", "\n- Hvilken setning", " Hvilken setning", "/debrief"),
        ("exercises/f5/nb.md", '"Ark F5 til sekretæren"', "", "materials.2"),
    ],
    ids=["a key", "a section", "a number", "a token", "a list item", "a material"],
)
def test_a_difference_between_the_languages_is_caught(copy: Path, name: str, old: str, new: str, place: str) -> None:
    edit(copy, name, old, new)
    assert place in {fault.word for fault in find_faults(copy, [Rule.PARITY])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_in_one_language_only_is_caught(copy: Path, language: str) -> None:
    (copy / "exercises" / "f5" / f"{language}.md").unlink()
    assert any(fault.path.startswith("exercises/f5/") for fault in find_faults(copy, [Rule.PARITY]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_that_are_hard_to_read_are_caught(copy: Path, language: str) -> None:
    edit(copy, f"exercises/f1/{language}.md", 'text = "', f'text = "{HEAVY * 6}')
    assert [fault.word for fault in find_faults(copy, [Rule.READABILITY])] == ["step"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_that_are_hard_to_read_are_caught(copy: Path, language: str) -> None:
    name = f"slides/modules/vel/{language}.md"
    edit(copy, name, "## say\n", f"## say\n{HEAVY * 30}\n")
    faults = find_faults(copy, [Rule.READABILITY])
    assert (name, "VEL-2/notes") in {(fault.path, fault.word) for fault in faults}
    assert {fault.language for fault in faults} == {language}


def test_a_fault_in_a_wrapped_paragraph_names_its_own_line(copy: Path) -> None:
    _, line = put_in(copy, "nb", "Her er alt i orden,\n  men ikkje her.")
    assert [fault.line for fault in find_faults(copy, [Rule.OTHER_STANDARD])] == [line + 1]


def test_tables_that_hold_both_languages_are_read(copy: Path) -> None:
    source = "SSB for Viken (2020)"
    table = f'[[fact]]\nid = "a"\nsource_nb = "{source}"\nsource_nn = "{source}"\nlabel = {{nb = "Viken", nn = "kva og hvor"}}\n'
    facts = copy / "assets" / "data" / "facts.toml"
    facts.parent.mkdir(parents=True)
    facts.write_text(table, encoding="utf-8")
    found = {(fault.rule, fault.line, fault.language, fault.word) for fault in find_faults(copy, [Rule.OLD_COUNTY, Rule.OTHER_STANDARD])}
    assert found == {(Rule.OLD_COUNTY, 5, "nb", "Viken"), (Rule.OTHER_STANDARD, 5, "nn", "hvor")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fixed_word_without_its_counterpart_is_caught(copy: Path, language: str) -> None:
    for each in LANGUAGES:
        path = copy / "assets" / "words" / f"{each}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('pause = "Pause"\n' + ('side = "Side"\n' if each == language else ""), encoding="utf-8")
    faults = find_faults(copy, [Rule.PARITY])
    assert [(fault.path, fault.line, fault.word) for fault in faults] == [(f"assets/words/{language}.toml", 2, "side")]


def test_a_fault_prints_file_line_word_and_rule() -> None:
    fault = Fault("slides/modules/beg/nn.md", 12, "nn", Rule.OTHER_STANDARD, "hvordan", "a bokmål word in nynorsk")
    assert str(fault) == "slides/modules/beg/nn.md:12: «hvordan» [nn, other standard] a bokmål word in nynorsk"


def test_lix_adds_words_per_sentence_and_the_share_of_long_words() -> None:
    assert lix("Hunden sover. Bøndene arbeider lenge.") == 5 / 2 + 100 * 2 / 5
    assert lix("") == 0


def test_a_missing_hunspell_skips_unless_every_tool_must_be_there(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nothing(command: str) -> None:
        del command

    monkeypatch.setattr(check.shutil, "which", find_nothing)
    monkeypatch.delenv("WORKSHOP_KIT_HEAVY", raising=False)
    with pytest.raises(pytest.skip.Exception, match="hunspell-no"):
        faults_or_skip(copy, [Rule.SPELLING])
    monkeypatch.setenv("WORKSHOP_KIT_HEAVY", "1")
    with pytest.raises(pytest.fail.Exception, match="hunspell-no"):
        faults_or_skip(copy, [Rule.SPELLING])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_project_word_is_also_forbidden(language: str) -> None:
    norm = read_norm(language)
    assert not norm.project & (norm.other_standard | norm.house_norm.keys())
