"""Runs the command that was typed, and says what there is to say when it fails."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.parsers import WINDOW, command_parser, window_parser
from desktop_app.cli.output import FAILED, INTERRUPTED, OK, WRONG_USAGE, CommandError, say
from desktop_app.log import log, start_logging
from desktop_app.paths import Profile

Command = Callable[[Namespace], int]

_WITH_VALUE = ("--profile", "--screenshot", "--limit", "--like", "--weight", "--jobs")
"""Options whose next word belongs to them, as far as that matters for finding the command or a search's words."""


def run(words: Sequence[str], open_window: Command) -> int:
    """Run the command line, or `open_window` when no command is named; returns the exit code.

    Raises SystemExit for wrong usage and after help was shown.
    """
    place = _place_of_command(words)
    parser = window_parser() if place is None else command_parser()
    if place is not None and words[place] == "search":
        words = [*words[: place + 1], *_with_words_marked(words[place + 1 :])]
    arguments, rest = parser.parse_known_args(words)
    _take_in(parser, arguments, rest)
    start_logging(Profile.at(Path(arguments.profile) if arguments.profile else None).log_file)
    try:
        command = open_window if arguments.run == WINDOW else _command(arguments.run)
        return command(arguments)
    except CommandError as error:
        say(f"earmark: {error}")
        return error.code
    except KeyboardInterrupt:
        say("earmark: interrupted; what was done so far is kept")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away, as in `earmark tag | head`; what is left must not be an error at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except _expected_errors() as error:
        log.warning("%s: %s", arguments.run, _without_words(error), exc_info=isinstance(error, OSError))
        say(f"earmark: {_sentence(error)}")
        return WRONG_USAGE if _names_what_is_not_there(error) else FAILED


def _command(name: str) -> Command:
    """A command by "module:function": each module is imported only when it is needed, so that --help is instant."""
    module, _, function = name.partition(":")
    command: Command = getattr(import_module(f"desktop_app.cli.{module}"), function)
    return command


def _without_words(error: Exception) -> str:
    """What the log is told of an error: never what somebody typed, or calls a tag."""
    from desktop_app.library.databases.library_errors import LibraryError

    where = str(error) if isinstance(error, LibraryError | OSError) else getattr(error, "place", "")
    return " ".join(filter(None, (type(error).__name__, where)))


def _expected_errors() -> tuple[type[Exception], ...]:
    """The world's errors, each of which says what to do."""
    from desktop_app.core.tag import VocabularyError
    from desktop_app.engine.embedders.embedder import EmbedderError
    from desktop_app.engine.processes.worker_errors import WorkerDiedError
    from desktop_app.library.databases.library_errors import LibraryError
    from desktop_app.settings import SettingsError

    return VocabularyError, EmbedderError, LibraryError, SettingsError, WorkerDiedError, OSError


def _names_what_is_not_there(error: Exception) -> bool:
    from desktop_app.library.vocabularies.vocabulary_files import UnknownVocabularyError

    return isinstance(error, UnknownVocabularyError)


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


def _place_of_command(words: Sequence[str]) -> int | None:
    """Where the command stands: the first word that is not an option, when it is one; None means the window."""
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--":
            return None
        elif word.startswith("-"):
            skip = word in _WITH_VALUE
        else:
            return place if word in COMMANDS else None
    return None


def _with_words_marked(words: Sequence[str]) -> list[str]:
    """`earmark search rain -hail`: a word with a minus is part of the search and not "-h"; a blank before it, which
    means nothing to a search, tells argparse so. After "--", all words are.
    """
    marked: list[str] = []
    skip = False
    for place, word in enumerate(words):
        if word == "--" and not skip:
            return [*marked, *(f" {other}" for other in words[place + 1 :])]
        is_text = not skip and word.startswith("-") and not word.startswith("--") and word != "-h"
        marked.append(f" {word}" if is_text else word)
        skip = not skip and word in _WITH_VALUE
    return marked


def _take_in(parser: ArgumentParser, arguments: Namespace, rest: list[str]) -> None:
    """`earmark index A --json B`: argparse gives words back that stand behind an option that stands behind words."""
    if rest and (arguments.several is None or any(word.startswith("-") for word in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if arguments.several is not None:
        taken = [*getattr(arguments, arguments.several), *rest]
        setattr(
            arguments, arguments.several, [word.strip() for word in taken] if arguments.several == "text" else taken
        )
