"""Where apertium's nynorsk differs from ours, somebody has looked."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

import pytest

from tests.language import apertium
from tests.language.apertium import (
    PROJECT,
    ApertiumMissingError,
    Difference,
    Pair,
    find_differences,
    read_baseline,
    read_pairs,
    write_baseline,
)

SAME = Pair("a/nn.md:1", "Vi velger tiltak.", "Vi vel tiltak.")
OTHER = Pair("a/nn.md:2", "Vi velger tiltak.", "Vi velger tiltak.")


def differences_or_skip(pairs: Iterable[Pair], looked_at: Collection[str]) -> tuple[Difference, ...]:
    """Find differences; without apertium the test is skipped, or failed where every tool must be there."""
    try:
        return find_differences(pairs, looked_at)
    except ApertiumMissingError as missing:
        if os.environ.get("WORKSHOP_KIT_HEAVY") == "1":
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.mark.heavy
def test_every_difference_from_apertium_has_been_looked_at() -> None:
    new = differences_or_skip(read_pairs(PROJECT), read_baseline())
    assert not new, "look, mend, then python -m tests.language.apertium --accept\n" + "\n".join(map(str, new))


@pytest.mark.heavy
def test_only_a_difference_that_is_not_in_the_baseline_is_found() -> None:
    assert [found.pair for found in differences_or_skip([SAME, OTHER], ())] == [OTHER]
    assert not differences_or_skip([SAME, OTHER], {OTHER.key})


def test_a_difference_names_the_words_of_both() -> None:
    assert str(Difference(OTHER, "Vi vel tiltak.")) == "a/nn.md:2: «velger» / «vel» | Vi velger tiltak."


def test_a_pair_is_read_as_it_stands_on_the_slide(tmp_path: Path) -> None:
    folder = tmp_path / "slides" / "modules" / "x"
    folder.mkdir(parents=True)
    for language, words in (("nb", "Se på\n**{navn}** kommune."), ("nn", "Sjå på\n**{navn}** kommune.")):
        (folder / f"{language}.md").write_text(f'+++\nid = "X-1"\n+++\n# X\n\n{words}\n', encoding="utf-8")
    assert Pair("slides/modules/x/nn.md:6", "Se på Herøy kommune.", "Sjå på Herøy kommune.") in read_pairs(tmp_path)


def test_accepting_keeps_what_still_stands_and_drops_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apertium, "BASELINE", tmp_path / "baseline.txt")
    assert not read_baseline()
    write_baseline([SAME, OTHER], [Difference(SAME, ""), Difference(OTHER, "")])
    assert read_baseline() == {SAME.key, OTHER.key}
    write_baseline([OTHER], [])
    assert read_baseline() == {OTHER.key}


def test_a_missing_apertium_skips_unless_every_tool_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nothing(command: str) -> None:
        del command

    monkeypatch.setattr(apertium.shutil, "which", find_nothing)
    monkeypatch.delenv("WORKSHOP_KIT_HEAVY", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apertium-nno-nob"):
        differences_or_skip([SAME], ())
    monkeypatch.setenv("WORKSHOP_KIT_HEAVY", "1")
    with pytest.raises(pytest.fail.Exception, match="apertium-nno-nob"):
        differences_or_skip([SAME], ())
