"""How commands speak: results on standard output, everything else on standard error."""

import json
import sys
import time
from argparse import Namespace
from typing import Any, Final

OK: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
SOME_UNREADABLE: Final = 3
BUSY: Final = 4
"""Another process holds the library and does not answer."""
NO_DISPLAY: Final = 5


class CommandError(Exception):
    """A command cannot go on; the message is a sentence, the code is the exit code."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


def say(message: str) -> None:
    """A message for the person at the terminal."""
    print(_printable(message), file=sys.stderr, flush=True)


def show(line: str) -> None:
    """A line of the result."""
    print(_printable(line))


def show_json(document: dict[str, Any]) -> None:
    """The whole result as one JSON document. Names that are not valid Unicode are escaped."""
    print(json.dumps(document, ensure_ascii=True, indent=2))


def result(arguments: Namespace, document: dict[str, Any], lines: list[str]) -> None:
    """Show a result in the form that was asked for."""
    if arguments.json:
        show_json(document)
    else:
        for line in lines:
            show(line)


class ProgressBar:
    """One line with rate and time left, redrawn on a terminal; silent elsewhere."""

    _WIDTH = 28
    _REDRAW_SECONDS = 0.1

    def __init__(self, *, quiet: bool, unit: str = "sounds") -> None:
        self._unit = unit
        self._active = sys.stderr.isatty() and not quiet
        self._drawn = 0.0

    def update(self, done: int, total: int, rate: float) -> None:
        """Draw `done` of `total` at `rate` sounds a second."""
        now = time.monotonic()
        if not self._active or (now - self._drawn < self._REDRAW_SECONDS and done < total):
            return
        self._drawn = now
        filled = round(self._WIDTH * done / total) if total else self._WIDTH
        left = f", {_duration((total - done) / rate)} left" if rate > 0 and done < total else ""
        speed = f", {rate:.1f} {self._unit}/s" if rate > 0 else ""
        bar = "#" * filled + "." * (self._WIDTH - filled)
        sys.stderr.write(f"\r\x1b[K[{bar}] {done:,} of {total:,} {self._unit}{speed}{left}")
        sys.stderr.flush()

    def finish(self) -> None:
        """Leave the line."""
        if self._active and self._drawn:
            sys.stderr.write("\n")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _printable(text: str) -> str:
    """File names may hold bytes that are no text, and terminals may know few letters."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, errors="backslashreplace").decode(encoding)
