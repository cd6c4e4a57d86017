"""How commands and their options are declared: the parser, what every command takes, and the types of words."""

import argparse
import sys
from argparse import ArgumentParser
from typing import NoReturn, TypeAlias

from desktop_app import __version__
from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.output import printable

SubParsers: TypeAlias = "argparse._SubParsersAction[ArgumentParser]"


class _Parser(ArgumentParser):
    """Shows a word that it does not know as harmless as all others: a shell may have put a file's name there."""

    def error(self, message: str) -> NoReturn:
        """Say it, and exit."""
        super().error(printable(message.replace("\n", "\\n"), sys.stderr))


def base_parser(description: str, epilog: str | None = None) -> ArgumentParser:
    """A parser that knows what every command takes."""
    parser = _Parser(
        prog="earmark",
        description=description,
        epilog=epilog,
        parents=[_every_commands_options()],
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Earmark {__version__}")
    parser.set_defaults(profile=None, json=False, in_process=False, several=None)
    return parser


def add_command(
    commands: SubParsers, name: str, run: str, help_line: str, *, metavar: str = "", several: str | None = None
) -> ArgumentParser:
    """A command; `metavar` is that of its one word, which the command finds under the same name in small letters."""
    command = commands.add_parser(
        name, help=help_line, description=help_line, parents=[_every_commands_options()], allow_abbrev=False
    )
    command.set_defaults(run=run, several=several)
    if metavar:
        command.add_argument(metavar.lower(), metavar=metavar, type=named)
    return command


def add_group(commands: SubParsers, name: str) -> SubParsers:
    """A command that is followed by what to do, as in “library check”."""
    group = commands.add_parser(
        name, help=COMMANDS[name], description=COMMANDS[name], parents=[_every_commands_options()], allow_abbrev=False
    )
    return group.add_subparsers(required=True, metavar="ACTION")


def add_paths(command: ArgumentParser) -> None:
    """The sounds that a command is about, where it is about all of them unless some are named."""
    command.add_argument("paths", nargs="*", type=named, metavar="PATH", help="sounds or folders of the library (all)")


def _every_commands_options() -> ArgumentParser:
    """Options that every command takes, before or after its name."""
    common = ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--profile", metavar="DIR", type=named, help="keep all state in DIR and leave your own library alone"
    )
    common.add_argument("--json", action="store_true", help="print exactly one JSON document on standard output")
    common.add_argument("--in-process", action="store_true", help="listen in this process (for debugging)")
    return common


def named(text: str) -> str:
    """A name or path; an empty one, as of a variable that is not set, would mean this folder or the real profile."""
    if not text:
        raise argparse.ArgumentTypeError("this name is empty")
    return text


def count(text: str) -> int:
    """How many of something: one at least."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of at least 1")
    return int(text)
