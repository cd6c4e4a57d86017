"""`earmark [FOLDER...]`: opens the window, or says why it cannot."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from desktop_app.cli.output import BUSY, NO_DISPLAY, OK, WRONG_USAGE, CommandError, say
from desktop_app.cli.session import profile_of
from desktop_app.instance import hand_over


def window(arguments: Namespace) -> int:
    """Open the window on the user's library, with these folders added."""
    folders = [Path(folder).absolute() for folder in arguments.folders]
    for folder in folders:
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder: name a folder with sounds in it.", WRONG_USAGE)
    screenshot = None if arguments.screenshot is None else Path(arguments.screenshot).absolute()
    if screenshot is None and not has_display():
        raise CommandError(
            "There is no display here, so no window can be opened. Use “earmark index FOLDER”, “earmark search TEXT” "
            "and “earmark tag”, or draw the window into a file with “earmark --screenshot FILE.png”.",
            NO_DISPLAY,
        )
    # Qt is imported only now: everything above works on a machine without its system libraries.
    from desktop_app.gui.application import ProfileBusyError, run_window

    try:
        return run_window(profile_of(arguments), folders, screenshot=screenshot, in_process=arguments.in_process)
    except ProfileBusyError:
        reply = hand_over(profile_of(arguments), {"job": "open", "folders": [str(folder) for folder in folders]})
        if reply is None or "error" in reply:
            raise CommandError(
                "Another Earmark without a window is using this library (“earmark watch” or “earmark index”). "
                "Stop it, and start the window again.",
                BUSY,
            ) from None
        say("Earmark is already open; its window was brought to the front.")
        return OK


def has_display() -> bool:
    """Whether Qt can open a window here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
