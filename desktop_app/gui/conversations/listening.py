"""From the sound that the keyboard is on to what is heard."""

from PySide6.QtCore import QObject

from desktop_app.core.sound import Sound
from desktop_app.gui.conversations.surroundings import Surroundings


class Listening(QObject):
    """Auditions."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._connect()

    def show_current(self, *, play: bool | None = None) -> None:
        """Show the sound that the keyboard is on in the player; play it as the settings say, or as `play` does."""
        row = self._window.sounds.current_row()
        if row is not None:
            audition = self._around.earmark.settings.audition
            self._window.player.show_sound(row.sound, play=audition if play is None else play)

    def refresh(self) -> None:
        """Read again what the library knows of the sound that is shown."""
        if self._window.player.sound is not None:
            self._around.operations.read_sound(self._window.player.sound.sound_id)

    def _connect(self) -> None:
        window, actions = self._window, self._window.actions_.listening
        self._around.operations.sound_read.connect(self._show_again)
        window.sounds.current_changed.connect(lambda _: self.show_current())
        actions.audition.toggled.connect(lambda on: self._around.change_settings(audition=on))
        actions.play.triggered.connect(window.player.toggle)
        actions.play_from_start.triggered.connect(window.player.play_from_start)

    def _show_again(self, sound_id: int, sound: Sound | None) -> None:
        player = self._window.player
        if player.sound is not None and player.sound.sound_id == sound_id:
            player.refresh_sound(sound)
