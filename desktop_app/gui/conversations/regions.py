"""From the region of the shown sound to a file of its own: dragged out, saved, or taken as an example for a search."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.core.example import Example
from desktop_app.core.sound import Sound
from desktop_app.engine.decoding.sound_errors import FileInTheWayError
from desktop_app.engine.playing.drags import RegionFiles, region_name
from desktop_app.engine.processes.decoder_work import ExportRegion
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.panels.player.region import Region
from desktop_app.gui.panels.player.region_carrier import RegionCarrier
from desktop_app.gui.relay import Relay
from desktop_app.gui.retelling import retold


class Regions(QObject):
    """What is done with a region."""

    like_wanted = Signal(object)
    """Look for sounds like this `Example`."""

    def __init__(self, surroundings: Surroundings, parent: QObject, *, questions: Questions | None = None) -> None:
        """`questions` are asked where to save; tests answer in their place."""
        super().__init__(parent)
        self._around = surroundings
        self._player = surroundings.window.player
        self._questions = questions or Questions()
        earmark = surroundings.earmark
        self._decoder = earmark.decoder
        files = RegionFiles(earmark.profile.drags)
        self.carrier = RegionCarrier(files, earmark.decoder, self._player.display.view)
        self._relay = Relay()
        self._relay.answered.connect(self._show_saved)
        self._connect()
        self._enable()
        surroundings.operations.looking.run(lambda: files.remove_old(time.time()), lambda _removed: None)

    def find_like(self) -> None:
        """Look for sounds like the region."""
        sound, region = self._player.sound, self._player.region
        if sound is None or region is None:
            return
        if sound.in_library:
            self.like_wanted.emit(Example(sound_id=sound.sound_id, start=region[0], end=region[1]))
        else:
            self.like_wanted.emit(Example(path=sound.path, start=region[0], end=region[1]))

    def save(self) -> None:
        """Ask for a name, and write the region there."""
        sound, region = self._player.sound, self._player.region
        if sound is None or region is None:
            return
        if sound.format is None:
            self._around.say(self._why_not(sound))
            return
        title, kinds = self.tr("Save the region"), self.tr("Sounds (*{suffix})").format(suffix=sound.path.suffix)
        target = self._questions.save_file(self._around.window, title, region_name(sound.path, *region), kinds)
        if target is not None:
            # The dialog has asked whether a file of this very name may be replaced.
            self._write(sound, region, target, replaced=target)

    def _why_not(self, sound: Sound) -> str:
        """Why regions of a sound cannot be saved."""
        if sound.in_library:
            return self.tr("This sound was not listened to yet; its regions can be saved in a moment.")
        return self.tr("This sound is not in the library: add its folder to save regions of it.")

    def _connect(self) -> None:
        actions, display = self._around.window.actions_.regions, self._player.display
        view, tools, bar = display.view, display.tools, display.region_bar
        doings: list[tuple[Any, Callable[[], None]]] = [
            (actions.mark_start, view.mark_start),
            (actions.mark_end, view.mark_end),
            (actions.choose_moment, view.choose_moment),
            (actions.clear, lambda: view.choose_region(None)),
            (actions.find_like, self.find_like),
            (actions.save, self.save),
            (actions.spectrogram, tools.spectrogram.toggle),
            (actions.together, tools.together.toggle),
            (actions.closer, lambda: tools.zoomed.emit(2.0)),
            (actions.further, lambda: tools.zoomed.emit(0.5)),
            (actions.whole, lambda: tools.zoomed.emit(0.0)),
        ]
        for action, do in doings:
            action.triggered.connect(lambda _=False, do=do: do())
        bar.find_pressed.connect(self.find_like)
        bar.save_pressed.connect(self.save)
        view.carry_prepared.connect(self._prepare)
        view.carry_started.connect(self.carrier.start)
        self.carrier.said.connect(self._around.say)
        self._player.region_changed.connect(self._enable)
        self._player.moment_changed.connect(lambda moment: actions.choose_moment.setEnabled(moment is not None))
        actions.choose_moment.setEnabled(False)
        listening = self._around.window.actions_.listening
        view.addActions([listening.play, listening.play_from_start, listening.play_whole, listening.loop])
        view.addAction(actions.choose_moment)

    def _enable(self, region: Region | None = None) -> None:
        for action in self._around.window.actions_.regions.of_region:
            action.setEnabled(region is not None)

    def _prepare(self, part: Region) -> None:
        if self._player.sound is not None:
            self.carrier.prepare(self._player.sound, part)

    def _write(self, sound: Sound, region: Region, target: Path, *, replaced: Path) -> None:
        if sound.format is None:
            return
        rate = sound.format.sample_rate
        start = round(region[0] * rate)
        work = ExportRegion(sound.path, start, max(round(region[1] * rate) - start, 1), target, replaced)
        self._around.say(self.tr("Saving the region..."))
        self._decoder.request(work, self._relay.answer_to((sound, region)))

    def _show_saved(self, what: tuple[Sound, Region], answer: object) -> None:
        if isinstance(answer, Path):
            self._around.say(self.tr("The region was saved as {path}.").format(path=answer))
        elif isinstance(answer, FileInTheWayError):
            # The name got another suffix, and so the dialog has asked about another file.
            question = self.tr("There is a file {name} already.").format(name=answer.path.name)
            self._around.say("")
            if self._questions.ask(self._around.window, question, [self.tr("Keep it"), self.tr("Replace it")]) == 1:
                self._write(*what, answer.path, replaced=answer.path)
        else:
            self._around.say(retold(str(answer)))
