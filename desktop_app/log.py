"""The log file, and what happens to exceptions that nobody expected: they are written down and shown, never
swallowed.
"""

import io
import logging
import logging.handlers
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

log = logging.getLogger("desktop_app")

_FILE_BYTES = 1_000_000
_OLD_FILES = 2


class _LogFile(logging.handlers.RotatingFileHandler):
    """A file that comes into being with its first line, so that looking into a library leaves no trace."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            # Names of files may hold bytes that are no text.
            file, maxBytes=_FILE_BYTES, backupCount=_OLD_FILES, encoding="utf-8", errors="backslashreplace", delay=True
        )  # fmt: skip

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Drop a line that cannot be written: the log is not worth stopping for. A fault of ours is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)

    def _open(self) -> io.TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


def start_logging(file: Path) -> None:
    """Log to `file` (rotated at 1 MB, two old ones kept) from now on. Lines that cannot be written are dropped."""
    handler = _LogFile(file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(processName)s %(name)s: %(message)s"))
    stop_logging()
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def stop_logging() -> None:
    """Close the log file, if there is one."""
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    log.propagate = True


def report_crashes(show: Callable[[str], None]) -> Callable[[], None]:
    """Send every unexpected exception, of any thread, to the log and to `show` (the report as text; any thread).

    Returns what has them go where they went before.
    """

    def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.error("unexpected: %s", text)
        show(text)

    def report_from_thread(fault: threading.ExceptHookArgs) -> None:
        if fault.exc_type is not SystemExit:  # a thread's way to end early
            report(fault.exc_type, fault.exc_value, fault.exc_traceback)

    before = sys.excepthook, threading.excepthook

    def restore() -> None:
        sys.excepthook, threading.excepthook = before

    sys.excepthook, threading.excepthook = report, report_from_thread
    return restore


@contextmanager
def crashes_reported(show: Callable[[str], None]) -> Iterator[None]:
    """`report_crashes` for as long as somebody can show them: to the terminal again, say, once a window is gone."""
    restore = report_crashes(show)
    try:
        yield
    finally:
        restore()
