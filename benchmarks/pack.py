"""Times a client's pack: cold from the shell, warm in one process, and all 357; with peak memory.

Run with the project's environment: `python benchmarks/pack.py [--all]`. The goals (deck.md of the design): cold 2.5 s, warm 1.0 s,
all 357 on two cores 4 minutes. Each figure is the median of the runs; "of which" parts are medians of their own.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7
CLIENTS = ("3110", "4649", "1151", "5612", "0301")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="also make all 357")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        print(f"cold from the shell, one pack: {median(lambda: shell(out, 'Hvaler')):.2f} s")
        print(f"the command alone (settings): {median(lambda: command(out, 'settings')):.2f} s")
        warm(out)
        if options.all:
            everything(out)


def median(action: Callable[[], object], runs: int = RUNS) -> float:
    """Give the median seconds of some runs."""
    times: list[float] = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def command(out: Path, *arguments: str) -> None:
    """Run the command in a process of its own."""
    subprocess.run([sys.executable, "-m", "workshop_kit", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def shell(out: Path, *arguments: str) -> None:
    """Make packs in a process of its own."""
    command(out, "make", *arguments, "--out", str(out / "cold"))


def warm(out: Path) -> None:
    """Time packs, and their parts, in this process."""
    from workshop_kit.domain.language import Language
    from workshop_kit.domain.workshop import Workshop
    from workshop_kit.pack import compose, load_kit, make_pack
    from workshop_kit.writers.pptx_deck import write_deck

    kit, _ = load_kit()
    workshops = [Workshop(municipality=number, language=language) for number in CLIENTS for language in Language]
    for workshop in workshops:
        make_pack(kit, workshop, out / "warm")
    rounds = range(RUNS)
    packs = [median(lambda each=each: make_pack(kit, each, out / "warm"), 1) for _ in rounds for each in workshops]
    plans = [median(lambda each=each: compose(kit, each), 1) for _ in rounds for each in workshops]
    decks = [compose(kit, each)[0].deck for each in workshops]
    written = [median(lambda deck=deck: write_deck(deck, kit.theme), 1) for _ in rounds for deck in decks]
    print(f"warm in one process, one pack: {statistics.median(packs):.3f} s (slowest {max(packs):.3f})")
    print(f"  of which plan and pages {statistics.median(plans):.3f} s, deck {statistics.median(written):.3f} s")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def everything(out: Path) -> None:
    """Time all 357."""
    seconds = median(lambda: command(out, "make", "--all", "--neutral", "nb", "--out", str(out / "all")), 1)
    packs = sum(1 for _ in (out / "all").glob("*/manifest.json"))
    size = sum(path.stat().st_size for path in (out / "all").rglob("*") if path.is_file()) / 1e6
    print(f"all {packs} packs: {seconds:.0f} s, {size:.0f} MB")
    print(f"peak memory of a worker: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
