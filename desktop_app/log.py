"""The log file, and what happens to exceptions that nobody expected: they are written down and shown, never
swallowed.
"""

import logging
import logging.handlers
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

log = logging.getLogger("desktop_app")

_FILE_BYTES = 1_000_000
_OLD_FILES = 2


def start_logging(file: Path | None) -> None:
    """Log to `file` (rotated at 1 MB, two old ones kept). An unwritable file is not worth stopping for: the log
    is then dropped.
    """
    handler: logging.Handler = logging.NullHandler()
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handler = logging.handlers.RotatingFileHandler(
                file, maxBytes=_FILE_BYTES, backupCount=_OLD_FILES, encoding="utf-8", delay=False
            )
        except OSError:
            handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(processName)s %(name)s: %(message)s"))
    log.handlers = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False


def report_crashes(show: Callable[[str], None]) -> None:
    """Send every unexpected exception, of any thread, to the log and to `show` (the report as text; any thread)."""

    def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.error("unexpected: %s", text)
        show(text)

    sys.excepthook = report
    threading.excepthook = lambda args: report(args.exc_type, args.exc_value, args.exc_traceback)
