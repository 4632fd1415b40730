"""Runs the command when the package is started with `python -m workshop_kit`, and in the frozen bundle."""

import sys

from workshop_kit.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
