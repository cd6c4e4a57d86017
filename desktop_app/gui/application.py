"""Runs the window: opens the profile, builds everything, and puts it away in the right order. Also draws the window
into a file where there is no screen.
"""

import gc
import json
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import PySide6
from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.app import Earmark
from desktop_app.core.events import Remedy
from desktop_app.engine.playing.playback import Player
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversation import Conversation
from desktop_app.gui.icons import icon
from desktop_app.gui.interrupts import on_interrupt
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.mending import mend
from desktop_app.gui.opening import open_or_show_why
from desktop_app.gui.photographer import Photographer, Scene, first_sound
from desktop_app.gui.theme import ThemeSwitch, theme_of
from desktop_app.gui.translations import Translations
from desktop_app.gui.visitors import Visitors
from desktop_app.gui.window_state import keep_on_screen
from desktop_app.log import crashes_reported
from desktop_app.other_processes.instance import Holder
from desktop_app.paths import Profile
from desktop_app.settings import SettingsError, load_settings

log = logging.getLogger(__name__)

APP_ID = "earmark"
_GARBAGE_THRESHOLDS = (20_000, 20, 100)
"""New objects between two looks for unused ones, and how often older ones are looked at, too: a scan makes hundreds of
thousands of objects, none of them unused, and Python's own numbers would have it look through all of them many times.
"""
SCREENSHOT_SIZE = (1600, 1000)
"""Pixels of the screen that a screenshot is drawn on."""


class ProfileBusyError(Exception):
    """Another process holds this profile."""


class UnusableQtError(OSError):
    """This PySide6 cannot run on this Python."""


def run_window(
    profile: Profile,
    folders: Sequence[Path],
    *,
    screenshot: Path | None = None,
    scene: Scene = first_sound,
    search: str = "",
    in_process: bool = False,
) -> int:
    """Show the window with these folders added, and this search asked, until it is closed; returns the exit code.

    With `screenshot`, draw `scene` into that file once indexing is idle, and return. Raises ProfileBusyError,
    LibraryError, EmbedderError, SettingsError and OSError, each with a sentence.
    """
    check_qt(PySide6.__version_info__, sys.version_info)
    holder = Holder.acquire(profile)
    if holder is None:
        raise ProfileBusyError
    try:
        with tempfile.TemporaryDirectory(prefix="earmark-") as scratch:
            if screenshot is not None:
                os.environ["QT_QPA_PLATFORM"] = screen_without_a_screen(Path(scratch), SCREENSHOT_SIZE)
            app = _application()
            picture = None if screenshot is None else (screenshot, scene)
            ended = _run(app, profile, holder, folders, picture, search, in_process=in_process)
            while ended.remedy is not Remedy.NONE:
                ended = _run(app, profile, holder, [], None, "", in_process=in_process, remedy=ended.remedy)
            return ended.code
    finally:
        holder.close()


def check_qt(qt: tuple[int | str, ...], python: tuple[int | str, ...]) -> None:
    """Raise UnusableQtError for PySide6 6.12 on Python before 3.12: it loses references to None until Python dies."""
    if tuple(qt[:2]) == (6, 12) and tuple(python[:2]) < (3, 12):
        raise UnusableQtError(
            "PySide6 6.12 crashes Python before 3.12: install PySide6-Essentials below 6.12, or use Python 3.12."
        )


def screen_without_a_screen(folder: Path, size: tuple[int, int], scale: float = 1.0) -> str:
    """The value of QT_QPA_PLATFORM for drawing on a screen of this size in memory; its description goes to `folder`."""
    width, height = size
    screen = {"name": "memory", "x": 0, "y": 0, "width": width, "height": height, "dpr": scale}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}), encoding="utf-8")
    return f"offscreen:configfile={file}"


def has_screen() -> bool:
    """Whether anybody can see a window and answer it."""
    return QGuiApplication.platformName() not in ("offscreen", "minimal")


def keep_for_good() -> None:
    """Take everything that was loaded so far out of Python's search for unused objects.

    It is there until the end, and looking through it again and again would hold up the window for a tenth of a second
    each time while many files are added.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE_THRESHOLDS)


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        qInstallMessageHandler(_log_qt_message)
        app = QApplication(["Earmark"])
    app.setApplicationName("Earmark")
    app.setDesktopFileName(APP_ID)
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(icon("ear", "accent"))
    return app


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """What Qt has to say goes to the log: a terminal is for people."""
    serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    log.log(logging.ERROR if serious else logging.INFO, "Qt: %s", message)


def _run(
    app: QApplication,
    profile: Profile,
    holder: Holder,
    folders: Sequence[Path],
    picture: tuple[Path, Scene] | None,
    search: str,
    *,
    in_process: bool,
    remedy: Remedy = Remedy.NONE,
) -> "_Ended":
    """`remedy`: what is to be done about the library before it is opened."""
    # Before any sentence is put together.
    translations = Translations(app, _language(profile))
    try:
        outcome = "" if remedy is Remedy.NONE else mend(profile, remedy)
        bridge = IndexerBridge()
        dialogs = picture is None and has_screen()
        earmark, trouble, repaired = open_or_show_why(profile, bridge, in_process=in_process, dialogs=dialogs)
        with earmark:
            opening = _Opening(folders, search, trouble, outcome or repaired, picture)
            return _show(app, earmark, bridge, holder, opening)
    finally:
        translations.remove()


def _show(app: QApplication, earmark: Earmark, bridge: IndexerBridge, holder: Holder, opening: "_Opening") -> "_Ended":
    """The window, until it is closed."""
    picture = opening.picture
    # Before the window: its parts take their fonts from the theme's.
    themes = ThemeSwitch(app, theme_of(earmark.settings.theme))
    # A picture has no use for a sound card, nor for the sentence that says there is none.
    window = MainWindow(earmark, player=Player(earmark.decoder, backend="null") if picture else None)
    conversation = Conversation(earmark, window, bridge, themes)
    visitors = Visitors(earmark, conversation, earmark.profile)
    with crashes_reported(visitors.report), on_interrupt(lambda: QTimer.singleShot(0, window.close)):
        holder.serve(visitors.handle)
        window.closed.connect(conversation.remember_search)
        window.closed.connect(app.quit)
        _begin(earmark, conversation, opening)
        window.search.show_line(opening.search or ("" if picture else earmark.settings.last_search))
        if picture is None:
            keep_on_screen(window)
        window.show()
        keep_for_good()
        if picture is not None:
            Photographer(earmark, conversation, bridge, *picture).finished.connect(app.exit)
        code = app.exec()
        holder.leave()  # a second start from now on is not for this window
        _put_away(earmark, conversation)
    if picture is not None and code != 0:
        raise OSError(f"The picture cannot be written to {picture[0]}: name a file in a folder that you may change.")
    if conversation.mending.wanted is not Remedy.NONE:
        window.deleteLater()  # another one follows
    return _Ended(code, conversation.mending.wanted)


@dataclass(frozen=True, slots=True)
class _Opening:
    """What a window begins with."""

    folders: Sequence[Path]
    search: str
    trouble: str
    """Why another embedder listens than was set."""
    outcome: str
    """What came of mending the library."""
    picture: tuple[Path, Scene] | None


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a window was closed."""

    code: int
    remedy: Remedy
    """What is to be done about the library, and then the window opened again."""


def _language(profile: Profile) -> str:
    """As it was set; the system's where the settings cannot be read, which is said later."""
    try:
        return load_settings(profile.settings_file).language
    except (SettingsError, OSError):
        return ""


def _begin(earmark: Earmark, conversation: Conversation, opening: _Opening) -> None:
    """Start what goes on beside the window."""
    earmark.keeper.start()
    conversation.operations.start()
    conversation.writing.start()
    conversation.embedding.go_on()
    conversation.keep_saying(_still_working(opening.trouble))
    conversation.mending.tell(opening.outcome)
    if opening.folders:
        conversation.operations.add_folders(opening.folders)


def _still_working(trouble: str) -> str:
    if not trouble:
        return ""
    text = QCoreApplication.translate("Application", "{trouble} Until then the bundled embedder listens.")
    return text.format(trouble=trouble)


def _put_away(earmark: Earmark, conversation: Conversation) -> None:
    """Finish what a person asked for, then end all threads, those first that others wait for; the window is hidden."""
    conversation.operations.history.finish()
    conversation.operations.stop()
    earmark.stop_working()
    conversation.operations.join()
    conversation.embedding.download.join()
    conversation.evaluating.runner.join()
    conversation.writing.runner.join()
    conversation.renaming.runner.join()
