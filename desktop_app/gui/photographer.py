"""Draws the window into a file once everything in it is there: for the README, and for a look without a screen."""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop_app.app import Earmark
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversation import Conversation
from desktop_app.gui.panels.player.waveform_loader import WaveformLoader

log = logging.getLogger(__name__)

_LOOK_MILLISECONDS = 250
"""Between two looks; two equal ones in a row mean that everything has been painted."""
_FAILED = 1

Scene = Callable[[Conversation], AbstractContextManager[QWidget]]
"""Arranges what is to be seen, gives what is to be drawn (the window, or a dialog of it), and puts it away again."""


@contextmanager
def first_sound(conversation: Conversation) -> Iterator[QWidget]:
    """The window with its first sound in the player, silently."""
    sounds = conversation.window.sounds
    if sounds.model.rowCount():
        sounds.view.select_ids(sounds.model.sound_ids[:1], int(sounds.model.sound_ids[0]))
        conversation.listening.show_current(play=False)
    yield conversation.window


class Photographer(QObject):
    """Waits until indexing is idle, tags are there and nothing moves any more, takes the picture, and closes."""

    finished = Signal(int)
    """The window is closed; 0 when the picture was written, else 1."""

    def __init__(
        self,
        earmark: Earmark,
        conversation: Conversation,
        bridge: IndexerBridge,
        target: Path,
        scene: Scene = first_sound,
    ) -> None:
        super().__init__(conversation)
        self._earmark = earmark
        self._conversation = conversation
        self._window = conversation.window
        self._target = target
        self._scene = scene
        self._arranged = ExitStack()
        self._subject: QWidget | None = None
        self._tagged = False
        self._last: QImage | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        bridge.tags_changed.connect(self._note_tags)
        # An embedder that cannot be started never gives tags, and then the picture shows just that.
        bridge.problem.connect(self._note_tags)
        self._timer.start()

    def _note_tags(self) -> None:
        self._tagged = True

    def _busy(self) -> bool:
        loader = self._window.player.findChild(WaveformLoader)
        working = self._conversation.operations.busy or not self._earmark.indexer.wait_idle(0)
        return working or not self._tagged or (loader is not None and loader.loading)

    def _look(self) -> None:
        if self._busy():
            self._last = None
            return
        picture = (self._subject or self._window).grab().toImage()
        still, self._last = picture == self._last, picture
        if not still:
            return
        if self._subject is None:
            self._last = None
            self._subject = self._arranged.enter_context(self._scene(self._conversation))
            return
        self._timer.stop()
        saved = picture.save(str(self._target))
        if not saved:
            log.error("the picture cannot be written to %s", self._target)
        self._arranged.close()
        self._window.close()
        self.finished.emit(0 if saved else _FAILED)
