"""A second reader of the nynorsk: apertium translates our bokmål, and what our nynorsk says otherwise is looked at once.

`python -m tests.language.apertium` prints the differences that nobody has accepted and answers 1 when there is one; with
`--accept` they are written to apertium-baseline.txt, one short hash of bokmål and nynorsk a line. A pair in the baseline is not
translated again, so only the others take time.
"""

import argparse
import difflib
import hashlib
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path

from typing_extensions import override

from tests.language.check import PROJECT, read_norm, shown
from tests.language.texts import Text, read_texts

PACKAGE = "apertium-nno-nob"
MODE = "nob-nno_e"  # with infinitives in -e, as our nynorsk has them
BASELINE = Path(__file__).with_name("apertium-baseline.txt")
HEADING = "# Pairs of bokmål and nynorsk where apertium's nynorsk differs from ours, and somebody has looked. Written by --accept.\n"
BETWEEN_TEXTS = "\n\n"
WORD = re.compile(r"\w+")


class ApertiumMissingError(Exception):
    """Apertium, or its translation from bokmål to nynorsk, is not on this machine."""


@dataclass(frozen=True)
class Pair:
    """The same text in both languages as it is read, on one line each, and where the nynorsk stands."""

    where: str
    nb: str
    nn: str

    @property
    def key(self) -> str:
        """The hash that stands for the pair in the baseline."""
        return hashlib.sha256(f"{self.nb}\n{self.nn}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Difference:
    """A pair whose nynorsk is not what apertium makes of the bokmål."""

    pair: Pair
    translated: str

    @override
    def __str__(self) -> str:
        """Give the place, the words that differ as «ours» / «apertium's», and the bokmål."""
        ours, theirs = WORD.findall(self.pair.nn), WORD.findall(self.translated)
        compared = difflib.SequenceMatcher(a=_words(self.pair.nn), b=_words(self.translated), autojunk=False)
        steps = [step for step in compared.get_opcodes() if step[0] != "equal"]
        changes = (f"«{' '.join(ours[a:b])}» / «{' '.join(theirs[c:d])}»" for _, a, b, c, d in steps)
        return f"{self.pair.where}: {', '.join(changes)} | {self.pair.nb}"


def read_pairs(root: Path) -> tuple[Pair, ...]:
    """Give every text under `root` that both languages have, each pair of wordings once."""
    places: dict[tuple[str, str], dict[str, list[Text]]] = defaultdict(lambda: defaultdict(list))
    for text in read_texts(root):
        places[text.pair, text.place][text.language].append(text)
    both = (zip(found["nb"], found["nn"], strict=False) for found in places.values())
    pairs = (pair for texts in both for pair in starmap(_pair, texts))
    return tuple({pair.key: pair for pair in pairs}.values())


def _pair(nb: Text, nn: Text) -> Pair:
    return Pair(f"{nn.path}:{nn.line}", *(" ".join(shown(text, read_norm(text.language)).split()) for text in (nb, nn)))


def find_differences(pairs: Iterable[Pair], looked_at: Collection[str]) -> tuple[Difference, ...]:
    """Give the differences that are not among the hashes `looked_at`; raises ApertiumMissingError without apertium."""
    new = [pair for pair in pairs if pair.nb and pair.key not in looked_at]
    found = starmap(Difference, zip(new, translate([pair.nb for pair in new]), strict=True))
    return tuple(each for each in found if _words(each.pair.nn) != _words(each.translated))


def translate(texts: Sequence[str]) -> tuple[str, ...]:
    """Let apertium translate texts of one line from bokmål to nynorsk; raises ApertiumMissingError without it."""
    command = shutil.which("apertium")
    if command is None:
        raise ApertiumMissingError(f"The command apertium is missing; install the Debian package {PACKAGE}.")
    if not texts:
        return ()
    written = BETWEEN_TEXTS.join(texts)
    answer = subprocess.run([command, "-u", MODE], input=written, capture_output=True, encoding="utf-8", check=False)
    if answer.returncode:
        raise ApertiumMissingError(f"Apertium has no translation {MODE}; install the Debian package {PACKAGE}.")
    return tuple(answer.stdout.rstrip("\n").split(BETWEEN_TEXTS))


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def read_baseline() -> frozenset[str]:
    """Give the hashes of the pairs that somebody has looked at."""
    lines = BASELINE.read_text(encoding="utf-8").splitlines() if BASELINE.exists() else ()
    return frozenset(line for line in lines if not line.startswith("#"))


def write_baseline(pairs: Iterable[Pair], new: Iterable[Difference]) -> None:
    """Write the hashes that still stand in the content, and those of the new differences, in order."""
    kept = {pair.key for pair in pairs} & read_baseline()
    keys = sorted(kept | {difference.pair.key for difference in new})
    BASELINE.write_text(HEADING + "".join(f"{key}\n" for key in keys), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Print the new differences, or accept them; give 1 when some are left."""
    parser = argparse.ArgumentParser(prog="python -m tests.language.apertium")
    parser.add_argument("--accept", action="store_true", help="write the differences to the baseline as looked at")
    is_accepting = bool(parser.parse_args(arguments).accept)
    pairs = read_pairs(PROJECT)
    new = find_differences(pairs, read_baseline())
    sys.stdout.writelines(f"{difference}\n" for difference in new)
    if is_accepting:
        write_baseline(pairs, new)
    return 1 if new and not is_accepting else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
