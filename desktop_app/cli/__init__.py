"""The command line: every job of the window that makes sense without one.

Results go to standard output (exactly one JSON document with `--json`), messages to standard error.
"""

from desktop_app.cli.parser import run

__all__ = ["run"]
