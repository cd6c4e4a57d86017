"""From what is measured of sounds to the searches for it: warnings are looked for wherever they are shown."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.core.sound_quality import SoundWarning
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.icons import icon
from desktop_app.gui.models.command_list import Command
from desktop_app.gui.models.warning_texts import warning_name

ANY_WARNING: Final = "any"
"""What `warning:` takes for whichever warning."""


class Measuring(QObject):
    """Lists the sounds with a warning, from its mark and from the palette."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._window = surroundings.window
        self._window.selected_tags.warning_chosen.connect(self._find)
        self._window.actions_.finding.warnings.triggered.connect(lambda: self._find(ANY_WARNING))

    def commands(self) -> list[Command]:
        """A command for each warning: list the sounds that have it."""
        group, picture = self.tr("Warnings"), icon("triangle-alert")

        def find(warning: SoundWarning) -> Callable[[], object]:
            return lambda: self._find(warning)

        return [
            Command(warning_name(warning), group, find(warning), picture, is_target=True) for warning in SoundWarning
        ]

    def _find(self, warning: str) -> None:
        self._window.search.add_filter(f"warning:{warning}")
