"""Starts the program: the windows without further words or with «app», the command with any other."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the windows or run a command, and give the exit code; neither is imported without need."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["app"] and not {"-h", "--help"}.intersection(given):
        return _open(given[1:])
    if not given or (len(given) == 1 and given[0].endswith((".workshop", ".workshopkit"))):
        return _open(given)
    from workshop_kit.cli import main as run

    return run(given)


def _open(files: Sequence[str]) -> int:
    """Open the windows; where Qt is not there, as in the frozen command, tell what there is instead."""
    try:
        from workshop_kit.app import main as open_windows
    except ImportError:
        from workshop_kit.cli import main as run

        return run(["app"] if files else ["--help"])
    return open_windows(files)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
