"""A table of sounds to be heard: the arrow keys go through it, Space plays and stops, Enter plays from the start."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.core.sound import Sound
from desktop_app.gui.icons import icon
from desktop_app.gui.models.figure_table import FigureRow
from desktop_app.gui.panels.evaluation.figure_view import FigureView

Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class PlayableTable(FigureView):
    """Says which sound a person came to and wants to hear; who plays it is another's business."""

    sound_chosen = Signal(object)
    """The `Sound` that the keyboard or the mouse came to."""
    play_toggled = Signal(object)
    """Play this `Sound`, or stop it if it plays."""
    play_wanted = Signal(object)
    """Play this `Sound` from its start."""
    reveal_wanted = Signal(object)
    """Show the file of this `Sound`: its label may be what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No columns and no sounds yet."""
        super().__init__(parent)
        self._sounds: tuple[Sound, ...] = ()
        self._quiet = False
        self.doubleClicked.connect(lambda _: self._emit(self.play_wanted))
        reveal = QAction(icon("external-link"), self.tr("Show in the file manager"), self)
        reveal.setShortcut(QKeySequence("Ctrl+Return"))
        reveal.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        reveal.triggered.connect(lambda: self._emit(self.reveal_wanted))
        self.addAction(reveal)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_sounds(self, sounds: Sequence[Sound], rows: Sequence[FigureRow]) -> None:
        """Show these sounds, each in its row."""
        self._sounds = tuple(sounds)
        self.show_rows(rows)

    @property
    def sound(self) -> Sound | None:
        """The sound that the keyboard is on."""
        number = self.figures.number_of(self.currentIndex().row())
        return self._sounds[number] if 0 <= number < len(self._sounds) else None

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell which sound it is."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row() and not self._quiet:
            self._emit(self.sound_chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first sound the current one, which is not what the person chose."""
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With no sound chosen yet, the keys begin at the first."""
        key = Qt.Key(event.key())
        signal = {Qt.Key.Key_Space: self.play_toggled, **dict.fromkeys(_ENTER, self.play_wanted)}.get(key)
        begun = bool(self.selectedIndexes())
        if not begun and (signal is not None or key in _ARROWS):
            self._quiet = True  # else it is played for being chosen, and stopped for being toggled
            self.setCurrentIndex(self.figures.index(0, 0))
            self._quiet = False
            signal = signal or self.sound_chosen
        if signal is None:
            super().keyPressEvent(event)
        else:
            self._emit(signal)

    def _emit(self, signal: SignalInstance) -> None:
        if self.sound is not None:
            signal.emit(self.sound)
