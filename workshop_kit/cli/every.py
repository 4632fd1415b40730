"""Makes the packs of all municipalities on all cores: can be stopped, goes on where it was, survives a failure."""

import os
import signal
import sys
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType

from workshop_kit.cli.tell import CliFault, Teller
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.faults import ContentFault
from workshop_kit.library.messages import message
from workshop_kit.pack import Kit, Pack, load_kit, make_pack, whole_pack
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.store.faults import StoreFault


class _Worker:
    """A process's own kit, read once when the process starts."""

    kit: Kit | None = None

    @classmethod
    def start(cls) -> None:
        """Read the kit; leave Ctrl-C to the parent, so that the file at hand is finished."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        cls.kit, _ = load_kit()

    @classmethod
    def make(cls, workshop: Workshop, out: Path) -> Pack:
        """Make one pack, or find that it is there already."""
        kit = cls.kit or load_kit()[0]
        there = whole_pack(kit, workshop, out)
        return there or make_pack(kit, workshop, out)[0]


def make_all(kit: Kit, workshops: tuple[Workshop, ...], out: Path, teller: Teller) -> tuple[list[Pack], dict[str, str]]:
    """Make all packs with a progress bar; gives those that are whole, and by name why others failed."""
    names = {each.number: f"{each.number} {each.name}" for each in kit.municipalities}
    done: dict[str, Pack] = {}
    failed: dict[str, str | Exception] = {}
    with _Progress(len(workshops), teller) as progress:
        left = _round(workshops, out, done, failed, progress, os.cpu_count() or 1)
        # A process that died took its neighbours with it: each of those left gets one to itself.
        for workshop in left:
            for lost in _round((workshop,), out, done, failed, progress, 1):
                failed[lost.municipality] = teller.text("cli.process_died")
                progress.step()
    return [done[each.municipality] for each in workshops if each.municipality in done], {
        names[number]: _reason(failure, teller) for number, failure in failed.items()
    }


def _round(
    workshops: Iterable[Workshop], out: Path, done: dict[str, Pack], failed: dict[str, str | Exception], progress: "_Progress", workers: int
) -> list[Workshop]:
    """Make some packs in processes of their own; gives those that were lost with a process."""
    lost: list[Workshop] = []
    pool = ProcessPoolExecutor(max_workers=workers, initializer=_Worker.start)
    try:
        jobs: dict[Future[Pack], Workshop] = {pool.submit(_Worker.make, workshop, out): workshop for workshop in workshops}
        for job in as_completed(jobs):
            workshop, error = jobs[job], job.exception()
            if isinstance(error, BrokenProcessPool):
                lost.append(workshop)
                continue
            if error is None:
                done[workshop.municipality] = job.result()
            elif isinstance(error, Exception):
                failed[workshop.municipality] = error
            progress.step()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return lost


def _reason(failure: str | Exception, teller: Teller) -> str:
    match failure:
        case str():
            return failure
        case CliFault() | PlanningFault() | StoreFault():
            return message(teller.language, failure.key, failure.values)
        case ContentFault():
            return message(teller.language, failure.problem.key, failure.problem.values)
        case _:
            return f"{type(failure).__name__}: {failure}"


class _Progress:
    """A progress bar on standard error."""

    def __init__(self, total: int, teller: Teller) -> None:
        from tqdm import tqdm

        self._bar = tqdm(total=total, desc=teller.text("cli.progress"), unit="", file=sys.stderr, dynamic_ncols=True, mininterval=0.5)

    def step(self) -> None:
        """Count one more."""
        self._bar.update(1)

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.close()
