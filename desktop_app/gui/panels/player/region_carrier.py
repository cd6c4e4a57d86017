"""Drags a region out of the window as a file of its own.

The file is rendered in the decoder child from the moment the mouse is pressed on the region; usually it is there before
the mouse has moved. A long region takes longer: then the drag begins when the file is there and the button is still
held, or else the person is told to drag again. The window never waits.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.core.sound import Sound
from desktop_app.engine.playing.drags import RegionFiles
from desktop_app.engine.processes.decoder_process import Decoder, Ticket
from desktop_app.engine.processes.decoder_work import ExportRegion
from desktop_app.gui.panels.player.region import Region
from desktop_app.gui.panels.player.sound_view import drag_picture
from desktop_app.gui.relay import Relay
from desktop_app.gui.retelling import retold, retold_error


def mime_of(path: Path) -> QMimeData:
    """A file as other programs expect a drag to be."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


class RegionCarrier(QObject):
    """Renders the region that the mouse took hold of, and drags it out."""

    said = Signal(str)
    """A sentence for the person; empty: what was said before is over."""

    def __init__(self, files: RegionFiles, decoder: Decoder, source: QWidget) -> None:
        """Regions are rendered by `decoder` into `files` and dragged out of `source`."""
        super().__init__(source)
        self._files = files
        self._decoder = decoder
        self._source = source
        self._number = 0
        self._ticket: Ticket | None = None
        self._path: Path | None = None
        self._wanted = False
        """The drag was begun and waits for its file."""
        self._relay = Relay()
        self._relay.answered.connect(self._take)

    def prepare(self, sound: Sound, region: Region) -> None:
        """Have the file made; does nothing but look when it is there from before."""
        self.forget()
        if sound.format is None:
            later = self.tr("This sound was not listened to yet; its regions can be dragged in a moment.")
            never = self.tr("This sound is not in the library: add its folder to drag regions of it.")
            self.said.emit(later if sound.in_library else never)
            return
        wanted = self._files.path_for(sound, *region)
        self._path = self._files.rendered(wanted)
        if self._path is not None:
            return
        try:
            self._files.make_room(wanted)
        except OSError as error:
            self.said.emit(
                self.tr("The region cannot be rendered: {reason}").format(reason=retold(error.strerror or str(error)))
            )
            return
        rate = sound.format.sample_rate
        start = round(region[0] * rate)
        work = ExportRegion(sound.path, start, max(round(region[1] * rate) - start, 1), wanted)
        self._ticket = self._decoder.request(work, self._relay.answer_to(self._number))

    def start(self) -> None:
        """The mouse moves: drag the file, or say that it is still being made."""
        if self._path is not None:
            self._drag(self._path)
        elif self._ticket is not None:
            self._wanted = True
            self.said.emit(self.tr("Preparing the region..."))

    def forget(self) -> None:
        """Give up what is being made."""
        self._number += 1
        self._path, self._wanted = None, False
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def carry(self, drag: QDrag) -> None:
        """Hand the drag to the system until it ends; copies only, whatever the other program asks for."""
        drag.exec(Qt.DropAction.CopyAction)

    def holds_button(self) -> bool:
        """Whether the mouse button is still pressed."""
        return bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)

    def _take(self, number: int, answer: Any) -> None:
        if number != self._number:
            return
        self._ticket = None
        wanted, self._wanted = self._wanted, False
        if not isinstance(answer, Path):
            self.said.emit(retold_error(answer))
            return
        self._path = answer
        if wanted and self.holds_button():
            self.said.emit("")
            self._drag(answer)
        elif wanted:
            self.said.emit(self.tr("The region is ready: drag it again."))

    def _drag(self, path: Path) -> None:
        drag = QDrag(self._source)
        drag.setMimeData(mime_of(path))
        drag.setPixmap(drag_picture(path.name, self._source))
        self.carry(drag)
