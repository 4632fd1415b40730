"""The command: the app's jobs from a shell, without Qt."""

import sys
import traceback
from collections.abc import Sequence

from workshop_kit.cli.parser import read_arguments
from workshop_kit.cli.tell import FAILED, STOPPED, Teller, log_file, tell_fault, ui_language

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 done, 1 some clients failed or problems were found, 2 a clear error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    teller = Teller(ui_language(given))
    try:
        chosen = read_arguments(given, teller)
        return chosen.run(chosen.options, teller)
    except KeyboardInterrupt:
        teller.warn("cli.stopped")
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has gone (a pager, `head`): nothing is left to tell.
        sys.stderr.close()
        return FAILED
    except Exception as error:  # noqa: BLE001 - the command's top: whatever happens is one clear line, and the rest goes to a log
        if not tell_fault(error, teller):
            place = log_file("".join(traceback.format_exception(error)))
            teller.warn("cli.unexpected", reason=f"{type(error).__name__}: {error}".splitlines()[0], log=place)
        return FAILED
