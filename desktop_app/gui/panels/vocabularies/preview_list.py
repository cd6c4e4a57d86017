"""A list of sounds to be heard: the arrow keys go through it, Space plays and stops, Enter plays from the start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.core.sound import Sound
from desktop_app.gui.models.preview_sounds import Index, PreviewSounds, ReadSounds, SoundIds

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class PreviewList(QListView):
    """Says which sound a person came to and wants to hear; who plays it is another's business."""

    sound_chosen = Signal(object)
    """The `Sound` that the keyboard or the mouse came to."""
    play_toggled = Signal(object)
    """Play this `Sound`, or stop it if it plays."""
    play_wanted = Signal(object)
    """Play this `Sound` from its start."""

    def __init__(self, name: str, promise: str, read: ReadSounds, parent: QWidget | None = None) -> None:
        """An empty list; `name` is for screen readers, `promise` is the sentence in its place while it is empty."""
        super().__init__(parent)
        self._promise = promise
        self.sounds = PreviewSounds(read, self)
        self._quiet = False
        self.setModel(self.sounds)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QListView::item { padding: 4px 8px; }")

    def show_ids(self, ids: SoundIds) -> None:
        """Show these [n]; the sound that the keyboard is on stays so, and is not played again."""
        current = self._current()
        self.sounds.show_ids(ids)
        row = self.sounds.row_of(current.sound_id) if current is not None else None
        if row is not None:
            self._go_quietly(row)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell which sound it is."""
        super().currentChanged(current, previous)
        sound = self._current()
        if sound is not None and not self._quiet:
            self.sound_chosen.emit(sound)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sounds, or what will be here."""
        super().paintEvent(event)
        if self.sounds.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        place = self.viewport().rect().adjusted(12, 8, -12, -8)
        painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._promise)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With no current sound yet, the keys begin at the first."""
        key = Qt.Key(event.key())
        begun = self.currentIndex().isValid()
        if key in _ARROWS and not begun:
            self.setCurrentIndex(self.sounds.index(0))
            return
        if key != Qt.Key.Key_Space and key not in _ENTER:
            super().keyPressEvent(event)
            return
        if not begun:
            self._go_quietly(0)
        sound = self._current()
        if sound is not None:
            (self.play_toggled if key == Qt.Key.Key_Space else self.play_wanted).emit(sound)

    def _current(self) -> Sound | None:
        return self.sounds.sound_at(self.currentIndex().row())

    def _go_quietly(self, row: int) -> None:
        self._quiet = True
        self.setCurrentIndex(self.sounds.index(row))
        self._quiet = False
