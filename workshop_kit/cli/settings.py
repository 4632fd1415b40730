"""The command `settings`: shows and changes what holds for every workshop."""

import argparse

from msgspec.structs import replace

from workshop_kit.cli.tell import DONE, Teller
from workshop_kit.store.settings import read_settings, settings_path, write_settings


def settings(options: argparse.Namespace, teller: Teller) -> int:
    """Show the settings, after changing those that are given; backslash and n part the contact's lines."""
    path = settings_path()
    found, problems = read_settings(path)
    teller.problems(problems)
    changed = found
    if options.facilitator is not None:
        changed = replace(changed, facilitator=options.facilitator)
    if options.contact is not None:
        changed = replace(changed, contact=options.contact.replace("\\n", "\n"))
    if changed != found:
        write_settings(path, changed)
        teller.say("cli.settings_saved", path=str(path))
    teller.say("cli.settings_now", facilitator=changed.facilitator, contact=changed.contact.replace("\n", " | "))
    return DONE
