"""What comes to the window from outside: a second start, jobs of other processes, and errors nobody expected."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.app import Earmark
from desktop_app.gui.conversation import Conversation
from desktop_app.gui.dialogs.crash import CrashDialog
from desktop_app.other_processes.jobs import run_job
from desktop_app.other_processes.local_socket import Reply, Request
from desktop_app.paths import Profile


class Visitors(QObject):
    """Brings them to the GUI's thread, each as what a person sees."""

    _folders_brought = Signal(list)
    _crashed = Signal(str)

    def __init__(self, earmark: Earmark, conversation: Conversation, profile: Profile) -> None:
        super().__init__(conversation)
        self._earmark = earmark
        self._conversation = conversation
        self._logs = profile.logs
        self._crash: CrashDialog | None = None
        self._one_at_a_time = threading.Lock()
        self._folders_brought.connect(self.open_folders)
        self._crashed.connect(self._show_crash)

    def report(self, crash: str) -> None:
        """Show the report of an unexpected error, of any thread."""
        self._crashed.emit(crash)

    def handle(self, request: Request) -> Reply:
        """Answer another process, on any thread: a second start brings its folders, all else is a job."""
        if request.get("job") == "open":
            self._folders_brought.emit([Path(folder) for folder in request.get("folders", [])])
            return {"result": {}}
        with self._one_at_a_time:
            return run_job(self._earmark, request)

    def open_folders(self, paths: list[Path]) -> None:
        """Add folders, and be seen."""
        if paths:
            self._conversation.operations.add_folders(paths)
        self._conversation.window.bring_to_front()

    def _show_crash(self, report: str) -> None:
        if self._crash is not None and self._crash.isVisible():
            self._crash.add(report)
            return
        self._crash = CrashDialog(report, self._logs, self._conversation.window)
        self._crash.open()
