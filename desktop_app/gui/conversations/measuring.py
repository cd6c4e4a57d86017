"""From what is measured of sounds to what shows it, and from the warnings to the searches for them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.core.events import MeasuringProgress
from desktop_app.core.sound_quality import SoundWarning
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.icons import icon
from desktop_app.gui.models.command_list import Command
from desktop_app.gui.models.warning_texts import warning_name
from desktop_app.gui.timers import once_after

REFRESH_MILLISECONDS: Final = 2000
"""While sounds are measured, the rows that are seen are read again this often."""
ANY_WARNING: Final = "any"
"""What `warning:` takes for whichever warning."""


class Measuring(QObject):
    """Shows how far it is and what came of it; lists the sounds with a warning, from its mark and from the palette."""

    def __init__(self, surroundings: Surroundings, read_selection: Callable[[], None], parent: QObject) -> None:
        """`read_selection` brings up to date what is shown of the selected sounds."""
        super().__init__(parent)
        self._window = surroundings.window
        self._read_selection = read_selection
        self._later = once_after(REFRESH_MILLISECONDS, self._refresh, self)
        self._window.selected_tags.warning_chosen.connect(self._find)
        self._window.actions_.finding.warnings.triggered.connect(lambda: self._find(ANY_WARNING))

    def follow(self, progress: MeasuringProgress) -> None:
        """Say how far it is, and show what came of it a little later."""
        self._window.status.show_measuring(progress)
        if progress.done and not self._later.isActive():
            self._later.start()

    def commands(self) -> list[Command]:
        """A command for each warning: list the sounds that have it."""
        group, picture = self.tr("Warnings"), icon("triangle-alert")

        def find(warning: SoundWarning) -> Callable[[], object]:
            return lambda: self._find(warning)

        return [
            Command(warning_name(warning), group, find(warning), picture, is_target=True) for warning in SoundWarning
        ]

    def _refresh(self) -> None:
        self._window.sounds.model.refresh_all()
        self._read_selection()

    def _find(self, warning: str) -> None:
        self._window.search.add_filter(f"warning:{warning}")
