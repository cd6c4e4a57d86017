"""From the shown sound to the lane that says which tags apply when, and to files that other programs read."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.core.event_formats import EVENT_FORMATS
from desktop_app.core.sound import Sound
from desktop_app.core.sound_events import SoundEvent
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.retelling import retold, retold_error
from desktop_app.gui.timers import once_after
from desktop_app.settings import write_whole

REST_MILLISECONDS: Final = 150
"""How long a person looks at one sound before anything is listened to for it."""

Events = tuple[SoundEvent, ...]


class Happening(QObject):
    """Asks for the events of the sound that is shown, as long as the lane is."""

    def __init__(self, surroundings: Surroundings, parent: QObject, *, questions: Questions | None = None) -> None:
        """`questions` are asked where to save; tests answer in their place."""
        super().__init__(parent)
        self._around = surroundings
        self._player = surroundings.window.player
        self._lane = surroundings.window.player.display.lane
        self._questions = questions or Questions()
        self._shown: Path | None = None
        self._asked = 0
        self._rests = once_after(REST_MILLISECONDS, self._ask, self)
        self._connect()
        self._show_lane(surroundings.earmark.settings.events)

    @property
    def busy(self) -> bool:
        """Whether the lane is about to change."""
        return self._rests.isActive() or self._around.operations.timing.busy

    def refresh(self) -> None:
        """Tags changed, or what was said of them."""
        if self._lane.isVisibleTo(self._player):
            self._rests.start()

    def export(self, name: str) -> None:
        """Ask for a file, and write the events of the shown sound there in the format of this name."""
        sound = self._player.sound
        if sound is None:
            return
        known = EVENT_FORMATS[name]
        kinds = self.tr("Events (*{suffix})").format(suffix=known.suffix)
        proposed = f"{sound.path.stem} - {self.tr('events')}{known.suffix}"
        chosen = self._questions.save_file(self._around.window, self.tr("Export events"), proposed, kinds)
        if chosen is None:
            return
        target = chosen if chosen.suffix.lower() == known.suffix else chosen.with_name(chosen.name + known.suffix)
        if target != chosen and target.exists():
            # The name got another suffix, and so the dialog has asked about another file.
            question = self.tr("There is a file {name} already.").format(name=target.name)
            if self._questions.ask(self._around.window, question, [self.tr("Keep it"), self.tr("Replace it")]) != 1:
                return
        self._around.say(self.tr("Listening for events..."))
        self._around.operations.timing.run(
            self._writing(sound, target, name), self._around.say, failed=self._around.say
        )

    def _connect(self) -> None:
        actions, display = self._around.window.actions_.events, self._player.display
        actions.lane.setChecked(self._around.earmark.settings.events)
        actions.lane.toggled.connect(self._choose_lane)
        display.tools.use_events(actions.lane)
        self._lane.use_menu([*actions.exports.values(), actions.lane])
        for name, action in actions.exports.items():
            action.triggered.connect(lambda _=False, name=name: self.export(name))
        self._player.sound_changed.connect(self._follow)
        self._follow(self._player.sound)

    def _choose_lane(self, shown: bool) -> None:
        self._around.change_settings(events=shown)
        self._show_lane(shown)

    def _show_lane(self, shown: bool) -> None:
        self._lane.setVisible(shown)
        self._shown = None
        self._follow(self._player.sound)

    def _follow(self, sound: Sound | None) -> None:
        """Another sound is shown, or none."""
        for action in self._around.window.actions_.events.exports.values():
            action.setEnabled(sound is not None)
        path = None if sound is None else sound.path
        if path is not None and path == self._shown:
            return
        self._shown = path
        self._asked += 1
        if self._lane.isHidden():
            return
        self._lane.show_message("" if sound is None else self.tr("Listening for events..."))
        if sound is not None:
            self._rests.start()

    def _ask(self) -> None:
        sound = self._player.sound
        if sound is None or self._lane.isHidden():
            return
        self._asked += 1
        number, events, path = self._asked, self._around.earmark.events, sound.path
        timing = self._around.operations.timing

        def work() -> Events | str | None:
            return self._or_sentence(lambda: events.of(path, lambda: number == self._asked and not timing.stopping))

        def show(found: Events | str | None) -> None:
            if number != self._asked:
                return
            if isinstance(found, str):
                self._lane.show_message(found)
            elif found is not None:  # else there are no tags yet: when there are, this is asked again
                self._lane.show_events(found)

        timing.run(work, show, topic="events", failed=self._lane.show_message)

    def _writing(self, sound: Sound, target: Path, name: str) -> Callable[[], str]:
        """What is done on the thread: it gives the sentence to be said."""
        events, done = self._around.earmark.events, self.tr("The events were saved as {path}.").format(path=target)
        timing = self._around.operations.timing
        in_the_way = self.tr("The events cannot be saved as {path} ({reason}): choose another place.")
        not_yet = self.tr("The tags are not ready yet: try again in a moment.")

        def work() -> str:
            found = self._or_sentence(lambda: events.of(sound.path, lambda: not timing.stopping))
            if found is None or isinstance(found, str):
                return found or not_yet
            text = EVENT_FORMATS[name].write([(str(sound.path), found)])
            try:
                write_whole(target, text.encode("utf-8", errors="backslashreplace"))
            except OSError as error:
                return in_the_way.format(path=target, reason=retold(error.strerror or str(error)))
            return done

        return work

    @staticmethod
    def _or_sentence(listen: Callable[[], Events | None]) -> Events | str | None:
        """What cannot be heard is no failure of ours."""
        try:
            return listen()
        except (UnreadableSoundError, SilentSoundError) as error:
            return retold_error(error)
