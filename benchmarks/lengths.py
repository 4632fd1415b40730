"""Whether every length holds: rules broken and minutes off the target for any length and start, and problems of all packs.

Run with the project's environment: `python -m benchmarks.lengths` in the project's folder; with `--all` also place every page for all
357 municipalities in both languages and the three lengths, on all cores.
"""

import sys
import time
from collections import Counter
from datetime import time as clock
from itertools import product
from multiprocessing import Pool

from workshop_kit.domain.agenda import Agenda, Length
from workshop_kit.domain.language import Language
from workshop_kit.domain.workshop import Workshop
from workshop_kit.pack import compose, load_kit
from workshop_kit.planning.make_plan import make_plan
from workshop_kit.planning.rules import check_agenda

CLIENTS, MINUTES, STARTS = ("3110", "1151"), range(60, 481, 10), (8, 9, 10, 12)
KIT = load_kit()[0]


def tried_lengths() -> tuple[Counter[str], Counter[int]]:
    """Give how often each rule is broken, and how often the day is so many minutes off what was asked for."""
    broken, off = Counter[str](), Counter[int]()
    for number, minutes, hour in product(CLIENTS, MINUTES, STARTS):
        workshop = Workshop(municipality=number, language=Language.NB, target_minutes=minutes, start=clock(hour))
        plan, _ = make_plan(workshop, KIT.library, KIT.municipalities, KIT.indicators, KIT.outlines)
        blocks = tuple(timed.block for timed in plan.timetable)
        broken.update(breach.rule.value for breach in check_agenda(Agenda(start=clock(hour), blocks=blocks), KIT.library.exercises))
        off[sum(block.minutes for block in blocks) - minutes] += 1
    return broken, off


def problems_of(number: str) -> int:
    """Give how many problems a municipality's packs have, in both languages and the three lengths."""
    workshops = (Workshop(municipality=number, language=language, length=length) for language, length in product(Language, Length))
    return sum(len(compose(KIT, workshop)[1]) for workshop in workshops)


def main() -> None:
    """Tell the figures."""
    broken, off = tried_lengths()
    sys.stdout.write(f"lengths and starts {off.total()}, rules broken {dict(broken)}, minutes off {dict(sorted(off.items()))}\n")
    if "--all" in sys.argv:
        start = time.perf_counter()
        with Pool() as pool:
            problems = sum(pool.imap_unordered(problems_of, [each.number for each in KIT.municipalities]))
        sys.stdout.write(f"packs {len(KIT.municipalities) * 6}, problems {problems}, {time.perf_counter() - start:.0f} s\n")


if __name__ == "__main__":
    main()
