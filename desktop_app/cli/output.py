"""How commands speak: results on standard output, everything else on standard error."""

import json
import re
import sys
import time
from argparse import Namespace
from typing import Any, Final, TextIO

OK: Final = 0
FAILED: Final = 1
WRONG_USAGE: Final = 2
SOME_UNREADABLE: Final = 3
BUSY: Final = 4
"""Another process holds the library and does not answer."""
NO_DISPLAY: Final = 5
INTERRUPTED: Final = 130

_CONTROLS: Final = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Characters that would move the cursor or change the colours of a terminal, that turn the letters behind them round,
or that nobody sees: with them a name could be shown as another. What only joins or parts letters (U+200C, U+200D)
stays, as Persian and the scripts of India are written with it.
"""


class CommandError(Exception):
    """A command cannot go on; the message is a sentence, the code is the exit code."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


def say(message: str, *, lines: bool = False) -> None:
    """A message for the person at the terminal, on a line of its own whatever other threads say at the same time.

    A line break is part of a name, which must not look like another message; but not in a message of several `lines`.
    """
    shown = printable(message if lines else message.replace("\n", "\\n"), sys.stderr)
    # `print` would write the end of the line separately.
    print(f"{shown}\n", end="", file=sys.stderr, flush=True)


def result(arguments: Namespace, document: dict[str, Any], lines: list[str]) -> None:
    """Show a result in the form that was asked for: one JSON document, or lines. Raises OSError.

    In JSON, names that are no valid Unicode are escaped. A name with a line break in it is still one line.
    """
    if arguments.json:
        print(json.dumps(document, ensure_ascii=True, allow_nan=False, indent=2))
    else:
        for line in lines:
            print(printable(line.replace("\n", "\\n"), sys.stdout))
    if sys.stdout is not None:  # so that a reader who went away is noticed while somebody listens to errors
        sys.stdout.flush()


def printable(text: str, stream: TextIO | None) -> str:
    """The text as a stream can show it: file names may hold bytes that are no text or that steer a terminal, and
    terminals may know few letters.
    """
    return encodable(_CONTROLS.sub(_escaped, text), stream)


def encodable(text: str, stream: TextIO | None) -> str:
    """The text with whatever a stream has no letters for spelt out; control characters stay as they are."""
    encoding = (None if stream is None else stream.encoding) or "utf-8"
    return text.encode(encoding, errors="backslashreplace").decode(encoding)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


class ProgressBar:
    """One line with rate and time left, redrawn on a terminal; silent elsewhere. A context manager, which leaves the
    line at its end.
    """

    WIDTH = 28
    _REDRAW_SECONDS = 0.1
    _SETTLING_SECONDS = 3.0
    """Before, the rate is that of the start-up rather than of the work, and the time left would be a wild guess."""

    def __init__(self, *, quiet: bool, unit: str = "sounds") -> None:
        self._unit = self._now = unit
        self._active = sys.stderr is not None and sys.stderr.isatty() and not quiet
        self._drawn = 0.0
        self._began: float | None = None

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._active and self._drawn:
            sys.stderr.write("\n")

    def update(self, done: int, total: int, rate: float, *, unit: str | None = None) -> None:
        """Draw `done` of `total` at `rate` a second (0 when unknown); another `unit` than usual is another work."""
        now = time.monotonic()
        self._began = now if self._began is None or self._now != (unit or self._unit) else self._began
        self._now = unit or self._unit
        if not self._active or (now - self._drawn < self._REDRAW_SECONDS and done < total):
            return
        self._drawn = now
        settled = now - self._began >= self._SETTLING_SECONDS
        sys.stderr.write(f"\r\x1b[K{progress_line(done, total, rate, self._now, settled=settled)}")
        sys.stderr.flush()


def progress_line(done: int, total: int, rate: float, unit: str, *, settled: bool) -> str:
    """What the progress bar says; the time left only when the rate has settled."""
    filled = round(ProgressBar.WIDTH * done / total) if total else ProgressBar.WIDTH
    left = f", {_duration((total - done) / rate)} left" if settled and rate > 0 and done < total else ""
    speed = f", {rate:.1f} {unit}/s" if rate > 0 else ""
    return f"[{'#' * filled}{'.' * (ProgressBar.WIDTH - filled)}] {done:,} of {total:,} {unit}{speed}{left}"


def count(number: int, what: str) -> str:
    """A number with its noun: "1 sound", "2,000 sounds"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def percent(value: float | None) -> str:
    """A share in whole percent; a dash where it is not known."""
    return "-" if value is None else f"{value:.0%}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
