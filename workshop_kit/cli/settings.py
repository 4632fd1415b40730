"""The command `settings`: shows and changes what holds for every workshop."""

import argparse
from pathlib import Path

from msgspec.structs import replace

from workshop_kit.cli.tell import DONE, CliFault, Teller
from workshop_kit.scene.brand_file import read_brand
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
    if options.brand is not None:
        changed = replace(changed, brand_file=_brand(options.brand, teller))
    if changed != found:
        write_settings(path, changed)
        teller.say("cli.settings_saved", path=str(path))
    teller.say("cli.settings_now", facilitator=changed.facilitator, contact=changed.contact.replace("\n", " | "))
    if changed.brand_file:
        teller.say("cli.settings_brand", file=changed.brand_file)
    return DONE


def _brand(given: str, teller: Teller) -> str:
    """Give the whole path of a file with colours, after telling what is wrong in it; "" goes back to the usual ones."""
    if not given.strip():
        return ""
    path = Path(given).resolve()
    if not path.is_file():
        raise CliFault("cli.file_not_there", file=given)
    teller.problems(read_brand(path)[1])
    return str(path)
