"""Entry point: no subcommand opens the window, a subcommand runs the command line."""

import multiprocessing
import sys
from argparse import Namespace


def main() -> int:
    """Run Earmark; returns the exit code."""
    # A frozen program starts its child processes through this same entry point.
    multiprocessing.freeze_support()
    from desktop_app.cli import run
    from desktop_app.cli.output import say
    from desktop_app.log import report_crashes

    fault = "earmark: this is a fault in Earmark; its log says the same."
    report_crashes(lambda report: say(f"{report}{fault}", lines=True))
    return run(sys.argv[1:], _open_window)


def _open_window(arguments: Namespace) -> int:
    from desktop_app.launch import window  # imports much, for which --help need not wait

    return window(arguments)


if __name__ == "__main__":
    sys.exit(main())
