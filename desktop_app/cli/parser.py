"""Which words the command line understands, and what is said when a command fails."""

import argparse
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from desktop_app import __version__
from desktop_app.cli.output import FAILED, CommandError, say
from desktop_app.log import start_logging
from desktop_app.paths import Profile

Command = Callable[[Namespace], int]

_COMMANDS = ("folder", "index", "watch", "search", "tag", "vocabulary", "embedder", "status")


def run(words: Sequence[str]) -> int:
    """Run the command line; returns the exit code."""
    parser = _parser() if _has_command(words) else _window_parser()
    arguments, rest = parser.parse_known_args(words)
    _give_to_search(parser, arguments, rest)
    start_logging(_profile(arguments).log_file)
    try:
        return _command(arguments.run)(arguments)
    except CommandError as error:
        say(f"earmark: {error}")
        return error.code
    except KeyboardInterrupt:
        say("earmark: interrupted; what was done so far is kept")
        return 130
    except BrokenPipeError:
        # The reader of our output went away, as in `earmark tag | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except _expected_errors() as error:
        say(f"earmark: {error}")
        return FAILED


def _command(name: str) -> Command:
    """A command by "module:function": each module is imported only when it is needed, so that --help is instant."""
    module, _, function = name.partition(":")
    command: Command = getattr(import_module(f"desktop_app.cli.{module}"), function)
    return command


def _expected_errors() -> tuple[type[Exception], ...]:
    """The world's errors, each of which says what to do."""
    from desktop_app.core.vocabulary import VocabularyError
    from desktop_app.engine.embedder import EmbedderError
    from desktop_app.library.database import LibraryError
    from desktop_app.settings import SettingsError

    return VocabularyError, EmbedderError, LibraryError, SettingsError, OSError


def _has_command(words: Sequence[str]) -> bool:
    """Whether the first word that is not an option names a command; otherwise it is a folder for the window."""
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word == "--":
            return False
        elif word.startswith("-"):
            skip = word in ("--profile", "--screenshot")
        else:
            return word in _COMMANDS
    return False


def _give_to_search(parser: ArgumentParser, arguments: Namespace, rest: list[str]) -> None:
    """`earmark search rain -thunder`: words with a minus are part of the search and not misspelt options."""
    words = [word for word in rest if not word.startswith("--")]
    if rest and (arguments.run != "finding:search" or len(words) < len(rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        arguments.text = [*arguments.text, *words]


def _common() -> ArgumentParser:
    """Options that every command takes, before or after its name."""
    common = ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--profile", metavar="DIR", help="keep all state in DIR and leave your own library alone")
    common.add_argument("--json", action="store_true", help="print exactly one JSON document on standard output")
    common.add_argument("--in-process", action="store_true", help="listen in this process (for debugging)")
    return common


def _base(description: str, epilog: str | None = None) -> ArgumentParser:
    parser = ArgumentParser(prog="earmark", description=description, epilog=epilog, parents=[_common()])
    parser.add_argument("--version", action="version", version=f"Earmark {__version__}")
    return parser


def _window_parser() -> ArgumentParser:
    parser = _base(
        "Tag and search your own sounds in plain words, offline. Without a command, opens the window.",
        f"Commands: {', '.join(_COMMANDS)}. “earmark COMMAND --help” tells more.",
    )
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="folders to open the window on")
    parser.add_argument("--screenshot", metavar="FILE.png", help="draw the window into a file once indexing is idle")
    parser.set_defaults(run="window:window", screenshot=None, **_COMMON_DEFAULTS)
    return parser


_COMMON_DEFAULTS = {"profile": None, "json": False, "in_process": False}


def _parser() -> ArgumentParser:
    parser = _base("Tag and search your own sounds in plain words, offline.")
    parser.set_defaults(**_COMMON_DEFAULTS)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_library_commands(commands)
    _add_finding_commands(commands)
    _add_vocabulary_commands(commands)
    _add_embedder_commands(commands)
    return parser


def _add(commands: "argparse._SubParsersAction[ArgumentParser]", name: str, run: str, help_line: str) -> ArgumentParser:
    command = commands.add_parser(name, help=help_line, description=help_line, parents=[_common()])
    command.set_defaults(run=run)
    return command


def _group(
    commands: "argparse._SubParsersAction[ArgumentParser]", name: str, help_line: str
) -> "argparse._SubParsersAction[ArgumentParser]":
    group = commands.add_parser(name, help=help_line, description=help_line, parents=[_common()])
    return group.add_subparsers(required=True, metavar="ACTION")


def _add_library_commands(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    index = _add(commands, "index", "indexing:index", "add folders, bring the library up to date, and exit")
    index.add_argument("folders", nargs="+", metavar="FOLDER")
    watch = _add(commands, "watch", "indexing:watch", "the same, then go on until interrupted")
    watch.add_argument("folders", nargs="*", metavar="FOLDER")
    _add(commands, "status", "indexing:status", "what the library holds and what is still to do")
    folder = _group(commands, "folder", "the folders of the library")
    _add(folder, "list", "indexing:folder_list", "list the folders")
    remove = _add(
        folder, "remove", "indexing:folder_remove", "take a folder out of the library; files and verdicts stay"
    )
    remove.add_argument("folder", metavar="FOLDER")
    locate = _add(folder, "locate", "indexing:folder_locate", "tell where a folder has moved")
    locate.add_argument("old", metavar="OLD")
    locate.add_argument("new", metavar="NEW")
    exclude = _add(
        folder, "exclude", "indexing:folder_exclude", "leave out files that match a pattern, as in '*/Trash/*'"
    )
    exclude.add_argument("pattern", metavar="PATTERN")


def _add_finding_commands(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    search = _add(commands, "search", "finding:search", "find sounds by words, by example, or both")
    search.add_argument(
        "text", nargs="*", metavar="TEXT", help='as in: rain on a tin roof length:<10 -thunder "take 3"'
    )
    search.add_argument("--limit", type=_count, default=20, metavar="N", help="hits at most (20)")
    search.add_argument("--like", metavar="FILE", help="find sounds like this one")
    tag = _add(commands, "tag", "finding:tag", "which tags sounds have (the whole library without a PATH)")
    tag.add_argument("paths", nargs="*", metavar="PATH", help="sounds or folders, in the library or not")
    tag.add_argument("--vocabulary", metavar="NAME|FILE", help="instead of the active vocabularies")
    tag.add_argument("--top", type=_count, metavar="N", help="at most the N best tags of each sound")


def _add_vocabulary_commands(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    group = _group(commands, "vocabulary", "the vocabularies that sounds are tagged by")
    _add(group, "list", "vocabularies:vocabulary_list", "list the vocabularies")
    _add(group, "show", "vocabularies:vocabulary_show", "show the tags of one").add_argument("name", metavar="NAME")
    _add(group, "check", "vocabularies:vocabulary_check", "say whether a file is right").add_argument(
        "file", metavar="FILE"
    )
    _add(group, "import", "vocabularies:vocabulary_import", "add a vocabulary of your own").add_argument(
        "file", metavar="FILE"
    )
    export = _add(group, "export", "vocabularies:vocabulary_export", "write a vocabulary to a file")
    export.add_argument("name", metavar="NAME")
    export.add_argument("--to", metavar="FILE", help="the file to write (NAME.toml)")


def _add_embedder_commands(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    group = _group(commands, "embedder", "the networks that listen")
    _add(group, "list", "embedders:embedder_list", "list the embedders, installed or to be had")
    _add(group, "use", "embedders:embedder_use", "listen with this one from now on").add_argument(
        "name", metavar="NAME"
    )
    add = _add(group, "add", "embedders:embedder_add", "add a CLAP checkpoint that lies in a folder of yours")
    add.add_argument("folder", metavar="FOLDER")
    add.add_argument("--name", metavar="NAME", help="what to call it (the folder's name)")
    _add(group, "download", "embedders:embedder_download", "get a checkpoint from the hub").add_argument(
        "name", metavar="NAME"
    )
    _add(group, "check", "embedders:embedder_check", "verify an embedder's files").add_argument("name", metavar="NAME")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of at least 1")
    return int(text)


def _profile(arguments: Namespace) -> Profile:
    from desktop_app.cli.session import profile_of

    return profile_of(arguments)
