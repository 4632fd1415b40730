"""The command `make`: a pack for each municipality that is named, or for all of them."""

import argparse
import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from workshop_kit.cli.every import make_all
from workshop_kit.cli.own import brand_file, logo, own_example, own_folder, with_own_file
from workshop_kit.cli.tell import DONE, SOME_FAILED, CliFault, Teller
from workshop_kit.cli.tell_pack import pack_data, tell_files, tell_kept
from workshop_kit.domain.agenda import Length, clock_after
from workshop_kit.domain.language import Language
from workshop_kit.domain.municipality import Municipality
from workshop_kit.domain.workshop import OwnGoal, ParticipantRole, Settings, Workshop
from workshop_kit.library.search import Many, NotFound, One, find_municipality
from workshop_kit.pack import Kit, Pack, load_kit, make_pack
from workshop_kit.planning.names import in_list, namesakes_among
from workshop_kit.planning.numbers import format_clock, parse_clock, parse_date
from workshop_kit.planning.print_set import MOST_GROUP, MOST_PEOPLE
from workshop_kit.store.document import SUFFIX, read_workshop
from workshop_kit.store.settings import read_settings, settings_path
from workshop_kit.store.workshop_folder import MEDIA

Choice = TypeVar("Choice", Length, Language, ParticipantRole)
Found = tuple[Workshop, Path | None]
"""A workshop, and the folder with its pictures, where it has one of its own."""
GOALS = 17
MOST_OWN_GOALS = 3


def make(options: argparse.Namespace, teller: Teller) -> int:
    """Make the packs that were asked for, and tell what was made and where."""
    if options.all == bool(options.names):
        raise CliFault("cli.names_or_all")
    if len(options.own_goal) > MOST_OWN_GOALS:
        raise CliFault("cli.too_many_goals", most=str(MOST_OWN_GOALS))
    settings, problems = read_settings(settings_path())
    teller.problems(problems)
    common = _common(options, settings)
    own, brand = own_folder(options.own), brand_file(options.brand, settings)
    kit, problems = load_kit(own, brand)
    teller.problems(problems)
    found = () if options.all else _named(kit, options, common)
    workshops = _everyone(kit, options, common) if options.all else tuple(workshop for workshop, _ in found)
    out = Path(options.out)
    if options.all:
        done, failed, problems = make_all(kit, workshops, out, teller, own, brand)
        teller.problems(with_own_file(problems, options.own_example))
    else:
        done, failed = _each(kit, found, options, teller), {}
    if options.json:
        teller.write(_json(done, failed, teller))
    elif options.all:
        _tell_all(done, failed, out, teller)
    else:
        for pack, workshop in zip(done, workshops, strict=True):
            _tell(kit, pack, workshop, teller)
    return SOME_FAILED if failed or any(pack.failed for pack in done) else DONE


def _each(kit: Kit, found: tuple[Found, ...], options: argparse.Namespace, teller: Teller) -> list[Pack]:
    packs: list[Pack] = []
    usual = Path(options.logo).parent if options.logo else None
    for workshop, media in found:
        pack, problems = make_pack(kit, workshop, Path(options.out), media=media or usual)
        teller.problems(with_own_file(problems, options.own_example))
        packs.append(pack)
    return packs


def _common(options: argparse.Namespace, settings: Settings) -> Workshop:
    """Read what holds for all clients into a workshop for nobody yet."""
    minutes = int(options.length) if options.length.isdecimal() else None
    return Workshop(
        municipality="",
        language=Language.NB,
        length=Length.HALF_DAY if minutes is not None else _one_of(Length, options.length, "--length"),
        date=_date(options.date),
        start=_start(options.start),
        place=options.place.strip(),
        facilitator=_facilitator(options.facilitator, settings),
        contact=settings.contact,
        target_minutes=minutes,
        goals=tuple(_goal(part) for part in _parts(options.goals)),
        themes=_parts(options.themes),
        roles=tuple(_one_of(ParticipantRole, part, "--roles") for part in _parts(options.roles)),
        own_goals=tuple(_own_goal(given) for given in options.own_goal),
        own_example=own_example(options.own_example),
        examples=_parts(options.examples),
        pinned=_parts(options.pin),
        dropped=_parts(options.drop),
        participants=_count(options.participants, "--participants", MOST_PEOPLE),
        group_size=_count(options.group_size, "--group-size", MOST_GROUP),
        logo=_logo(options),
    )


def _logo(options: argparse.Namespace) -> str:
    """Give the logo's file name; it belongs to one client."""
    picture = logo(options.logo)
    if picture is not None and (options.all or len(options.names) > 1):
        raise CliFault("cli.logo_of_one")
    return "" if picture is None else picture.name


def _parts(given: str) -> tuple[str, ...]:
    """Part what is written with commas."""
    return tuple(part.strip() for part in given.split(",") if part.strip())


def _count(given: str, option: str, most: int) -> int:
    """Read a number of people, 0 for not known."""
    if not given.isdecimal() or int(given) > most:
        raise CliFault("cli.not_a_count", option=option, given=given, most=str(most))
    return int(given)


def _goal(given: str) -> int:
    if not given.isdecimal() or not 1 <= int(given) <= GOALS:
        raise CliFault("cli.not_a_goal", given=given)
    return int(given)


def _own_goal(given: str) -> OwnGoal:
    """Read a goal of the municipality's own, written as «2024: the goal»."""
    year, separator, text = given.partition(":")
    if not (separator and year.strip().isdecimal() and text.strip()):
        raise CliFault("cli.not_an_own_goal", given=given)
    return OwnGoal(year=int(year), text=text.strip())


def _facilitator(given: str | None, settings: Settings) -> str:
    return settings.facilitator if given is None else given.strip()


def _one_of(kind: type[Choice], given: str, option: str) -> Choice:
    try:
        return kind(given)
    except ValueError:
        raise CliFault("cli.not_a_choice", option=option, given=given, choices=", ".join(kind)) from None


def _date(given: str | None) -> datetime.date | None:
    if given is None:
        return None
    found = parse_date(given)
    if found is None:
        raise CliFault("cli.not_a_date", given=given)
    return found


def _start(given: str) -> datetime.time:
    found = parse_clock(given)
    if found is None:
        raise CliFault("cli.not_a_time", given=given)
    return found


def _language(given: str | None, option: str) -> Language | None:
    return None if given is None else _one_of(Language, given, option)


def _named(kit: Kit, options: argparse.Namespace, common: Workshop) -> tuple[Found, ...]:
    """Give the workshops that were asked for: as the windows saved them in a file, or made for a municipality."""
    language = _language(options.language, "--language")
    files = tuple(_saved(Path(name)) for name in options.names if name.endswith(SUFFIX))
    named = dict.fromkeys(_find(kit, name) for name in options.names if not name.endswith(SUFFIX))
    made = tuple((_for(common, municipality, language or municipality.default_language), None) for municipality in named)
    return (*files, *made)


def _saved(path: Path) -> Found:
    """Give a workshop's file as it is, with the folder of its pictures; StoreFault for one that cannot be read."""
    return read_workshop(path), path.parent / MEDIA


def _everyone(kit: Kit, options: argparse.Namespace, common: Workshop) -> tuple[Workshop, ...]:
    language, neutral = _language(options.language, "--language"), _language(options.neutral, "--neutral")
    undecided = sum(1 for each in kit.municipalities if each.default_language is None)
    if language is None and neutral is None:
        raise CliFault("cli.neutral_all", count=str(undecided))
    return tuple(_for(common, each, language or each.default_language or neutral) for each in kit.municipalities)


def _for(common: Workshop, municipality: Municipality, language: Language | None) -> Workshop:
    if language is None:
        raise CliFault("cli.neutral", name=municipality.name)
    return msgspec.structs.replace(common, municipality=municipality.number, language=language)


def _find(kit: Kit, name: str) -> Municipality:
    match find_municipality(name, kit.municipalities):
        case One(municipality=municipality):
            return municipality
        case Many(choices=choices):
            listed = ", ".join(f"{_listed(each, kit)} ({each.number})" for each in choices[:12])
            raise CliFault("cli.ambiguous", given=name, choices=listed)
        case NotFound(suggestions=suggestions):
            listed = ", ".join(_listed(each, kit) for each in suggestions)
            raise CliFault("cli.not_found_near" if listed else "cli.not_found", given=name, choices=listed)


def _listed(municipality: Municipality, kit: Kit) -> str:
    return in_list(municipality, namesakes_among(kit.municipalities))


def _tell(kit: Kit, pack: Pack, workshop: Workshop, teller: Teller) -> None:
    """Tell of one pack: its folder, its files, and when the day ends."""
    municipality = next(each for each in kit.municipalities if each.number == workshop.municipality)
    teller.say("cli.made", name=_listed(municipality, kit), language=workshop.language.value, folder=str(pack.folder))
    tell_files(pack, teller, workshop.participants)
    end = clock_after(workshop.start, pack.manifest.minutes)
    teller.say("cli.times", start=format_clock(workshop.start), end=format_clock(end), minutes=str(pack.manifest.minutes))


def _tell_all(done: list[Pack], failed: dict[str, str], out: Path, teller: Teller) -> None:
    new = sum(1 for pack in done if pack.is_new)
    teller.say("cli.made_all", new=str(new), there=str(len(done) - new), folder=str(out))
    for pack in done:
        tell_kept(pack, teller, with_folder=True)
    for name, reason in failed.items():
        teller.warn("cli.failed", name=name, reason=reason)


def _json(done: list[Pack], failed: dict[str, str], teller: Teller) -> str:
    packs = [pack_data(pack, teller) for pack in done]
    return msgspec.json.format(msgspec.json.encode({"packs": packs, "failed": failed}), indent=2).decode()
