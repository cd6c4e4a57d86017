"""Shows files in the system's file manager, and opens them in an editor: programs are started with lists of arguments,
never through a shell.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QProcess, QUrl
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QDesktopServices

_SERVICE = "org.freedesktop.FileManager1"
MOST_FILES = 100
"""Files that are selected at once; a file manager opens a window for each of their folders."""

Start = Callable[[str, Sequence[str]], bool]
Open = Callable[[QUrl], bool]


def start_detached(program: str, arguments: Sequence[str]) -> bool:
    """Start a program that outlives us; False when it cannot be."""
    return QProcess.startDetached(program, list(arguments))[0]


def command_of(paths: Sequence[Path], platform: str) -> tuple[str, list[str]] | None:
    """The program and its arguments that select files in the file manager; None where the desktop is asked instead."""
    if platform == "win32":
        # Explorer selects one file a call.
        return "explorer.exe", ["/select,", QDir.toNativeSeparators(str(paths[0]))]
    if platform == "darwin":
        return "open", ["-R", "--", *map(str, paths)]
    return None


class FileManager(QObject):
    """The system's file manager, and the programs that open sounds."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        platform: str = sys.platform,
        start: Start = start_detached,
        open_url: Open = QDesktopServices.openUrl,
    ) -> None:
        """The rest is for tests: they answer in the system's place."""
        super().__init__(parent)
        self._platform = platform
        self._start = start
        self._open = open_url

    def show(self, paths: Sequence[Path]) -> None:
        """Open the file manager with these files selected; only on their folder where it can do no more."""
        paths = paths[:MOST_FILES]
        command = command_of(paths, self._platform)
        if command is None:
            self._ask_desktop(paths)
        elif not self._start(*command):
            self._open_folder(paths)

    def open_folder(self, folder: Path) -> None:
        """Open the file manager on a folder."""
        self._open(QUrl.fromLocalFile(str(folder)))

    def edit(self, paths: Sequence[Path], editor: str) -> bool:
        """Open files in `editor`, a program, or each in the system's own for its kind when that is empty; whether it
        could be started.
        """
        if editor:
            return self._start(editor, [str(path) for path in paths])
        opened = [self._open(QUrl.fromLocalFile(str(path))) for path in paths]
        return all(opened)

    def _ask_desktop(self, paths: Sequence[Path]) -> None:
        message = QDBusMessage.createMethodCall(_SERVICE, "/org/freedesktop/FileManager1", _SERVICE, "ShowItems")
        message.setArguments([[QUrl.fromLocalFile(str(path)).toString() for path in paths], ""])
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            self._open_folder(paths)
            return
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
        watcher.finished.connect(lambda call: self._on_answer(call, paths))

    def _on_answer(self, call: QDBusPendingCallWatcher, paths: Sequence[Path]) -> None:
        if call.isError():
            self._open_folder(paths)
        call.deleteLater()

    def _open_folder(self, paths: Sequence[Path]) -> None:
        self.open_folder(paths[0].parent)
