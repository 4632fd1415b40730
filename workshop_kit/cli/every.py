"""Makes the packs of all municipalities on all cores: can be stopped, goes on where it was, survives a failure."""

import os
import signal
import sys
import threading
from collections.abc import Generator, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from workshop_kit.cli.tell import Teller
from workshop_kit.domain.problem import Problem
from workshop_kit.domain.value import Value
from workshop_kit.domain.workshop import Workshop
from workshop_kit.library.faults import ContentFault
from workshop_kit.pack import Kit, Pack, load_kit, make_pack, whole_pack
from workshop_kit.planning.faults import PlanningFault
from workshop_kit.store.faults import StoreFault


class _Worker:
    """A process's own kit, read once when the process starts, with the user's own content where there is some."""

    kit: Kit | None = None

    @classmethod
    def start(cls, own: Path | None, brand: Path | None) -> None:
        """Read the kit; leave Ctrl-C to the parent, so that the file at hand is finished."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        cls.kit, _ = load_kit(own, brand)

    @classmethod
    def make(cls, workshop: Workshop, out: Path, own: Path | None, brand: Path | None) -> "_Made | _Failure":
        """Make one pack, or find that it is there already; our own faults come back as values."""
        try:
            kit = cls.kit or load_kit(own, brand)[0]
            whole = whole_pack(kit, workshop, out)
            pack, problems = (whole, ()) if whole else make_pack(kit, workshop, out)
            for fault in pack.failed.values():
                return _Failure(key=fault.key, values=dict(fault.values))
            return _Made(pack=pack, problems=problems)
        except (PlanningFault, StoreFault) as fault:
            return _Failure(key=fault.key, values=dict(fault.values))
        except ContentFault as fault:
            return _Failure(key=fault.problem.key, values=dict(fault.problem.values))


class _Made(Value, frozen=True, kw_only=True):
    """A pack, and what was wrong in the content for its client."""

    pack: Pack
    problems: tuple[Problem, ...]


class _Failure(Value, frozen=True, kw_only=True):
    """Why a pack was not made: a message's key and values."""

    key: str
    values: dict[str, str]


def make_all(
    kit: Kit, workshops: tuple[Workshop, ...], out: Path, teller: Teller, own: Path | None = None, brand: Path | None = None
) -> tuple[list[Pack], dict[str, str], tuple[Problem, ...]]:
    """Make all packs with a progress bar; gives those that are whole, by name why others failed, and faults of the content.

    `own` is the folder and `brand` the file of the user's own that the kit was read with: each process reads them again.
    """
    names = {each.number: f"{each.number} {each.name}" for each in kit.municipalities}
    done: dict[str, _Made] = {}
    failed: dict[str, str] = {}
    with _Progress(len(workshops), teller) as progress:
        rounds = _Rounds((out, own, brand), done, failed, progress, teller)
        # A process that died took its neighbours with it: each of those left gets one to itself.
        for workshop in rounds.run(workshops, os.cpu_count() or 1):
            for lost in rounds.run((workshop,), 1):
                failed[lost.municipality] = teller.text("cli.process_died")
                progress.step()
    made = [done[each.municipality] for each in workshops if each.municipality in done]
    problems = tuple(problem for each in made for problem in each.problems)
    return [each.pack for each in made], {names[number]: reason for number, reason in failed.items()}, problems


class _Rounds:
    """Makes packs in rounds of processes, and notes what became of each client."""

    def __init__(
        self,
        places: tuple[Path, Path | None, Path | None],
        done: dict[str, _Made],
        failed: dict[str, str],
        progress: "_Progress",
        teller: Teller,
    ) -> None:
        """Note where packs go and where the user's own content and colours lie."""
        self._out, self._own, self._brand = places
        self._done = done
        self._failed = failed
        self._progress = progress
        self._teller = teller

    def run(self, workshops: Iterable[Workshop], workers: int) -> list[Workshop]:
        """Make some packs; gives those that were lost with a process."""
        lost: list[Workshop] = []
        pool = ProcessPoolExecutor(max_workers=workers, initializer=_Worker.start, initargs=(self._own, self._brand))
        try:
            jobs = {pool.submit(_Worker.make, workshop, self._out, self._own, self._brand): workshop for workshop in workshops}
            for job in as_completed(jobs):
                error = job.exception()
                if isinstance(error, BrokenProcessPool):
                    lost.append(jobs[job])
                else:
                    self._note(jobs[job].municipality, job.result() if error is None else error)
        finally:
            with _undisturbed():
                pool.shutdown(wait=True, cancel_futures=True)
        return lost

    def _note(self, number: str, outcome: _Made | _Failure | BaseException) -> None:
        match outcome:
            case _Made():
                self._done[number] = outcome
            case _Failure():
                self._failed[number] = self._teller.text(outcome.key, **outcome.values)
            case _:
                self._failed[number] = f"{type(outcome).__name__}: {outcome}"
        self._progress.step()


@contextmanager
def _undisturbed() -> Generator[None]:
    """Hold off Ctrl-C: a second one while the files at hand are finished would leave the processes waiting for each other."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


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
