"""What every part of the conversation works with."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QDialog

from desktop_app.app import Earmark
from desktop_app.gui.file_manager import FileManager
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.operations import Operations
from desktop_app.gui.retelling import retold_error
from desktop_app.settings import SettingsError


@dataclass(slots=True, weakref_slot=True, eq=False)
class Surroundings:
    """The open profile, the window, the errands between them, and the way out to other programs."""

    earmark: Earmark
    window: MainWindow
    operations: Operations
    files: FileManager
    _dialogs: list[QDialog] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar; empty takes the last one away."""
        self.window.status.show_notice(sentence)

    def answer(self, sentence: str) -> None:
        """Show a sentence in the status bar for a moment: it is about what the person just did."""
        self.window.status.show_passing_notice(sentence)

    def open(self, dialog: QDialog) -> None:
        """Show a dialog beside the window; nothing waits for it. It goes for good when it is closed."""
        self._dialogs.append(dialog)
        dialog.finished.connect(self._forget_closed)
        dialog.open()

    def _forget_closed(self) -> None:
        for dialog in [dialog for dialog in self._dialogs if not dialog.isVisible()]:
            self._dialogs.remove(dialog)
            dialog.deleteLater()

    def change_settings(self, **values: object) -> None:
        """Set and save some settings; what goes wrong is said."""
        try:
            self.earmark.change_settings(**values)
        except SettingsError as error:
            self.say(retold_error(error))

    def selected_ids(self) -> list[int]:
        """The selected sounds, from top to bottom."""
        ids: list[int] = self.window.sounds.view.selected_ids().tolist()
        return ids
