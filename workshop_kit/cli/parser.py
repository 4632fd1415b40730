"""Reads the command line: commands and options, with help in the language of the command."""

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from typing_extensions import override

from workshop_kit.cli.check import check
from workshop_kit.cli.content import content
from workshop_kit.cli.make import make
from workshop_kit.cli.settings import settings
from workshop_kit.cli.tell import DONE, UI_OPTION, CliFault, Teller
from workshop_kit.domain.value import Value

Run = Callable[[argparse.Namespace, Teller], int]
PROGRAM = "workshop-kit"


class Chosen(Value, frozen=True, kw_only=True):
    """A command to run, with its options."""

    run: Run
    options: argparse.Namespace


class _Formatter(argparse.HelpFormatter):
    """Help with a little more room for names, and usage in the language of the command."""

    usage_word = "usage: "

    @override
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self.usage_word if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and no more."""

    @override
    def error(self, message: str) -> NoReturn:
        raise CliFault("cli.usage", reason=message, command=self.prog)


def read_arguments(arguments: Sequence[str], teller: Teller) -> Chosen:
    """Give the command that was asked for; without one, the help. Raises CliFault for what cannot be read."""
    parser = _parser(teller)
    options = parser.parse_args(arguments)
    if getattr(options, "run", None) is None:
        parser.print_help()
        return Chosen(run=lambda _options, _teller: DONE, options=options)
    return Chosen(run=options.run, options=options)


def _parser(teller: Teller) -> argparse.ArgumentParser:
    parser = _new(PROGRAM, teller, "cli.about")
    commands = parser.add_subparsers(title=teller.text("cli.commands"), metavar="", parser_class=_Parser)
    for name, run, fill in (
        ("make", make, _make_options),
        ("check", check, _check_options),
        ("content", content, _own_option),
        ("settings", settings, _settings_options),
        ("app", _app, _no_options),
    ):
        text = teller.text(f"cli.{name}")
        command = commands.add_parser(name, help=text, description=text, add_help=False, formatter_class=_formatter(teller))
        fill(command, teller)
        _common(command, teller)
        command.set_defaults(run=run)
    return parser


def _formatter(teller: Teller) -> type[argparse.HelpFormatter]:
    return type("Formatter", (_Formatter,), {"usage_word": teller.text("cli.usage_word") + " "})


def _new(name: str, teller: Teller, about: str) -> argparse.ArgumentParser:
    parser = _Parser(prog=name, description=teller.text(about), add_help=False, formatter_class=_formatter(teller))
    _common(parser, teller)
    return parser


def _common(parser: argparse.ArgumentParser, teller: Teller) -> None:
    group = parser.add_argument_group(teller.text("cli.common"))
    group.add_argument("-h", "--help", action="help", help=teller.text("cli.help_help"))
    group.add_argument(UI_OPTION, metavar="nb|nn|en", default=None, help=teller.text("cli.help_ui_language"))


def _make_options(parser: argparse.ArgumentParser, teller: Teller) -> None:
    who = parser.add_argument_group(teller.text("cli.group_who"))
    who.add_argument("names", nargs="*", metavar=teller.text("cli.name_metavar"), help=teller.text("cli.help_names"))
    who.add_argument("--all", action="store_true", help=teller.text("cli.help_all"))
    how = parser.add_argument_group(teller.text("cli.group_how"))
    how.add_argument("--language", metavar="nb|nn", help=teller.text("cli.help_language"))
    how.add_argument("--neutral", metavar="nb|nn", help=teller.text("cli.help_neutral"))
    how.add_argument("--length", metavar=teller.text("cli.length_metavar"), default="half-day", help=teller.text("cli.help_length"))
    how.add_argument("--date", metavar=teller.text("cli.date_metavar"), help=teller.text("cli.help_date"))
    how.add_argument("--start", metavar=teller.text("cli.start_metavar"), default="09:00", help=teller.text("cli.help_start"))
    how.add_argument("--place", metavar=teller.text("cli.place_metavar"), default="", help=teller.text("cli.help_place"))
    how.add_argument("--facilitator", metavar=teller.text("cli.facilitator_metavar"), help=teller.text("cli.help_facilitator"))
    how.add_argument("--participants", metavar=teller.text("cli.number_metavar"), default="0", help=teller.text("cli.help_participants"))
    how.add_argument("--group-size", metavar=teller.text("cli.number_metavar"), default="0", help=teller.text("cli.help_group_size"))
    how.add_argument("--brand", metavar=teller.text("cli.file_metavar"), help=teller.text("cli.help_brand"))
    how.add_argument("--out", metavar=teller.text("cli.out_metavar"), default="out", help=teller.text("cli.help_out"))
    _tailoring_options(parser, teller)
    how.add_argument("--json", action="store_true", help=teller.text("cli.help_json"))


def _tailoring_options(parser: argparse.ArgumentParser, teller: Teller) -> None:
    group = parser.add_argument_group(teller.text("cli.group_tailoring"))
    group.add_argument("--goals", metavar="3,11,13", default="", help=teller.text("cli.help_goals"))
    group.add_argument("--themes", metavar=teller.text("cli.themes_metavar"), default="", help=teller.text("cli.help_themes"))
    group.add_argument("--roles", metavar=teller.text("cli.roles_metavar"), default="", help=teller.text("cli.help_roles"))
    group.add_argument(
        "--own-goal", metavar=teller.text("cli.own_goal_metavar"), action="append", default=[], help=teller.text("cli.help_own_goal")
    )
    group.add_argument("--own-example", metavar=teller.text("cli.file_metavar"), help=teller.text("cli.help_own_example"))
    group.add_argument("--logo", metavar=teller.text("cli.file_metavar"), help=teller.text("cli.help_logo"))
    group.add_argument("--examples", metavar="ID,ID", default="", help=teller.text("cli.help_examples"))
    group.add_argument("--pin", metavar="ID,ID", default="", help=teller.text("cli.help_pin"))
    group.add_argument("--drop", metavar="ID,ID", default="", help=teller.text("cli.help_drop"))
    group.add_argument("--own", metavar=teller.text("cli.out_metavar"), help=teller.text("cli.help_own"))


def _check_options(parser: argparse.ArgumentParser, teller: Teller) -> None:
    group = parser.add_argument_group(teller.text("cli.group_how"))
    group.add_argument("--pages", action="store_true", help=teller.text("cli.help_pages"))
    group.add_argument("--own", metavar=teller.text("cli.out_metavar"), help=teller.text("cli.help_own"))


def _own_option(parser: argparse.ArgumentParser, teller: Teller) -> None:
    group = parser.add_argument_group(teller.text("cli.group_how"))
    group.add_argument("--own", metavar=teller.text("cli.out_metavar"), help=teller.text("cli.help_own"))


def _settings_options(parser: argparse.ArgumentParser, teller: Teller) -> None:
    group = parser.add_argument_group(teller.text("cli.group_how"))
    group.add_argument("--facilitator", metavar=teller.text("cli.facilitator_metavar"), help=teller.text("cli.help_set_facilitator"))
    group.add_argument("--contact", metavar=teller.text("cli.contact_metavar"), help=teller.text("cli.help_contact"))
    group.add_argument("--brand", metavar=teller.text("cli.file_metavar"), help=teller.text("cli.help_set_brand"))


def _no_options(_parser: argparse.ArgumentParser, _teller: Teller) -> None:
    """Take no options beside the common ones."""


def _app(_options: argparse.Namespace, _teller: Teller) -> int:
    raise CliFault("cli.app_alone")
