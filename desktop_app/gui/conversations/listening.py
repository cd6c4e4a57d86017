"""From the sound that the keyboard is on to what is heard."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop_app.core.sound import Sound
from desktop_app.gui.conversations.surroundings import Surroundings


class Listening(QObject):
    """Auditions."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._playing_on = False
        """While the next row is chosen because the sound before it ended."""
        self._connect()
        self._connect_settings()

    def show_current(self, *, play: bool | None = None) -> None:
        """Show the sound that the keyboard is on in the player; play it as the settings say, or as `play` does."""
        row = self._window.sounds.current_row()
        if row is not None:
            audition = self._around.earmark.settings.audition or self._playing_on
            moment = self._window.sounds.current_moment()
            self._window.player.show_sound(row.sound, play=audition if play is None else play, moment=moment)

    def follow_moment(self) -> None:
        """The list answers another question, or the same one better: mark what that found in the shown sound."""
        player, sounds = self._window.player, self._window.sounds
        if player.sound is not None and self._window.middle_pages.shows_list:
            is_current = sounds.view.current_id() == player.sound.sound_id
            player.show_moment(sounds.current_moment() if is_current else None)

    def refresh(self) -> None:
        """Read again what the library knows of the sound that is shown."""
        sound = self._window.player.sound
        if sound is not None and sound.in_library:
            self._around.operations.read_sound(sound.sound_id)

    def _connect(self) -> None:
        window, actions = self._window, self._window.actions_.listening
        self._around.operations.sound_read.connect(self._show_again)
        window.sounds.current_changed.connect(lambda _: self.show_current())
        window.player.finished.connect(self._play_on)
        actions.play.triggered.connect(window.player.toggle)
        actions.play_from_start.triggered.connect(window.player.play_from_start)
        actions.play_whole.triggered.connect(window.player.play_whole)
        actions.slower.triggered.connect(lambda: window.player.step_speed(-1))
        actions.faster.triggered.connect(lambda: window.player.step_speed(1))
        actions.as_recorded.triggered.connect(window.player.reset_speed)

    def _connect_settings(self) -> None:
        actions = self._window.actions_.listening
        actions.show_settings(self._around.earmark.settings)
        choices: dict[str, QAction] = {
            "audition": actions.audition,
            "play_on": actions.play_on,
            "match_loudness": actions.match_loudness,
            "loop": actions.loop,
        }
        for setting, action in choices.items():
            action.toggled.connect(lambda on, setting=setting: self._choose(setting, on))
        self._window.player.loop_chosen.connect(actions.loop.setChecked)

    def _choose(self, setting: str, on: bool) -> None:
        self._around.change_settings(**{setting: on})
        self._window.player.follow_settings()

    def _play_on(self) -> None:
        """A sound came to its end: go to the next one of the list, unless several are selected."""
        view, shown = self._window.sounds.view, self._window.player.sound
        wanted = self._around.earmark.settings.play_on
        if not wanted or shown is None or view.current_id() != shown.sound_id or len(view.selected_ids()) > 1:
            return
        following = view.currentIndex().row() + 1
        if following < self._window.sounds.model.rowCount():
            self._playing_on = True
            view.selectRow(following)
            self._playing_on = False

    def _show_again(self, sound_id: int, sound: Sound | None) -> None:
        player = self._window.player
        if player.sound is not None and player.sound.sound_id == sound_id:
            player.refresh_sound(sound)
