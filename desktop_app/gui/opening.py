"""Opens a profile for the window; what is in the way is said in a dialog, and a damaged library repaired if wanted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from desktop_app.app import Earmark
from desktop_app.core.events import Remedy
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.mending import mend, wants_repair
from desktop_app.gui.retelling import retold_error
from desktop_app.library.databases.library_errors import LibraryDamagedError, LibraryError
from desktop_app.open_profile.embedder_list import STARTER
from desktop_app.paths import Profile
from desktop_app.settings import SettingsError


def open_or_show_why(
    profile: Profile, bridge: IndexerBridge, *, in_process: bool, dialogs: bool
) -> tuple[Earmark, str, str]:
    """The open profile; why it is not open with the embedder that was set but with the bundled one, else empty; and
    what came of a repair that a person wanted, else empty. What this raises is also shown in a dialog, if there may be
    any.
    """
    repaired = ""
    while True:
        try:
            return *_open(profile, bridge, in_process=in_process), repaired
        except LibraryDamagedError:
            if not dialogs or not wants_repair(profile, repaired):
                raise
            repaired = mend(profile, Remedy.REPAIR)
        except (LibraryError, SettingsError) as error:
            if dialogs:
                show_why(error)
            raise


def _open(profile: Profile, bridge: IndexerBridge, *, in_process: bool) -> tuple[Earmark, str]:
    """See `open_or_show_why`."""

    def opened(embedder: str | None) -> Earmark:
        return Earmark(profile, writable=True, in_process=in_process, notify=bridge.notify, embedder=embedder)

    try:
        return opened(None), ""
    except EmbedderError as error:
        return opened(STARTER), retold_error(error)


def show_why(error: Exception) -> None:
    """Say why there will be no window, to who started it where no terminal shows a sentence; waits for the answer."""
    box = QMessageBox(QMessageBox.Icon.Critical, "Earmark", retold_error(error))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
