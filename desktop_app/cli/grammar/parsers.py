"""The two parsers: of a command, and of the window, which opens where no command is named."""

from argparse import ArgumentParser
from typing import Final

from desktop_app.cli.grammar import (
    embedders,
    evaluating,
    exchanging,
    finding,
    indexing,
    keeping,
    renaming,
    training,
    vocabularies,
    writing,
)
from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.declaring import base_parser, named

WINDOW: Final = "window"
"""What runs when no command is named: not ours to import, for window and command line do not know each other."""

_AREAS: Final = (
    indexing,
    keeping,
    finding,
    writing,
    renaming,
    exchanging,
    evaluating,
    training,
    vocabularies,
    embedders,
)


def window_parser() -> ArgumentParser:
    """Of a command line that names no command."""
    commands = "\n".join(f"  {name:<12}{line}" for name, line in COMMANDS.items())
    parser = base_parser(
        "Tag and search your own sounds in plain words, offline. Without a command, opens the window.",
        f"commands (“earmark COMMAND --help” tells more):\n{commands}",
    )
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="folders to open the window on")
    parser.add_argument(
        "--screenshot", metavar="FILE.png", type=named, help="draw the window into a file once indexing is idle"
    )
    parser.set_defaults(run=WINDOW, screenshot=None, several="folders", commands=tuple(COMMANDS))
    return parser


def command_parser() -> ArgumentParser:
    """Of a command line that names one; its help lists them in the order of the areas."""
    parser = base_parser("Tag and search your own sounds in plain words, offline.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for area in _AREAS:
        area.add_commands(commands)
    return parser
