"""`earmark [FOLDER...]`: opens the window, or says why it cannot. The one place that knows both front ends."""

import difflib
from argparse import Namespace
from pathlib import Path

from desktop_app.cli.display import why_no_window
from desktop_app.cli.output import BUSY, NO_DISPLAY, OK, WRONG_USAGE, CommandError, say
from desktop_app.cli.session import patiently, profile_of
from desktop_app.other_processes.instance import hand_over
from desktop_app.other_processes.local_socket import NoReplyError, Reply, Request

_WITHOUT_A_WINDOW = (
    "so no window can be opened. Use “earmark index FOLDER”, “earmark search TEXT” and “earmark tag”, or draw the "
    "window into a file with “earmark --screenshot FILE.png”."
)

_BUSY_SENTENCE = (
    "Another Earmark without a window is using this library (“earmark watch” or “earmark index”). "
    "Stop it, and start the window again."
)
_BUSY_DRAWING = "Another Earmark is using this library: close it, and draw the window again."


def window(arguments: Namespace) -> int:
    """Open the window on the user's library, with these folders added."""
    folders = [_existing(folder, arguments.commands) for folder in arguments.folders]
    screenshot = None if arguments.screenshot is None else _picture(Path(arguments.screenshot).absolute())
    problem = why_no_window() if screenshot is None else None
    if problem is not None:
        raise CommandError(f"{problem}, {_WITHOUT_A_WINDOW}", NO_DISPLAY)
    # Qt is imported only now: everything above works on a machine without its system libraries.
    try:
        from desktop_app.gui.application import ProfileBusyError, run_window
    except ImportError as error:
        raise CommandError(f"Qt cannot be loaded ({error}), {_WITHOUT_A_WINDOW}", NO_DISPLAY) from error
    request: Request = {"job": "open", "folders": [str(folder) for folder in folders]}
    for _ in patiently():
        try:
            return run_window(profile_of(arguments), folders, screenshot=screenshot, in_process=arguments.in_process)
        except ProfileBusyError:
            reply = None if screenshot else _hand_over(arguments, request)
        if reply is not None and "error" not in reply:
            say("Earmark is already open; its window was brought to the front.")
            return OK
        if reply is not None:
            break
    raise CommandError(_BUSY_DRAWING if screenshot else _BUSY_SENTENCE, BUSY)


def _hand_over(arguments: Namespace, request: Request) -> Reply | None:
    try:
        return hand_over(profile_of(arguments), request)
    except NoReplyError:
        return None


def _picture(file: Path) -> Path:
    """The file to draw into; found wanting before minutes are spent on what would be in it."""
    if file.is_dir():
        raise CommandError(f"{file} is a folder: name a file in it, such as {file / 'earmark.png'}.", WRONG_USAGE)
    if file.suffix.lower() != ".png":
        raise CommandError(
            f"The window is drawn as PNG: name a file that ends in .png, not “{file.name}”.", WRONG_USAGE
        )
    if not file.parent.is_dir():
        raise CommandError(f"The folder {file.parent} does not exist: make it, or name another one.", WRONG_USAGE)
    return file


def _existing(given: str, commands: tuple[str, ...]) -> Path:
    folder = Path(given).absolute()
    if folder.is_dir():
        return folder
    if folder.exists():
        raise CommandError(f"{folder} is a file: name the folder it lies in.", WRONG_USAGE)
    meant = difflib.get_close_matches(given, commands, 1)
    hint = f"did you mean “earmark {meant[0]}”?" if meant else "name a folder with sounds in it, or a command (--help)."
    raise CommandError(f"“{given}” is neither a folder nor a command: {hint}", WRONG_USAGE)
