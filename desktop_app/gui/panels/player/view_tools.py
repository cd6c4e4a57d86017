"""The buttons beside the waveform: in which way it is drawn, and how closely."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop_app.gui.icons import icon


class ViewTools(QWidget):
    """A narrow column of buttons, which say what was pressed."""

    spectrogram_chosen = Signal(bool)
    together_chosen = Signal(bool)
    """All channels in one lane, or each in one of its own."""
    zoomed = Signal(float)
    """See it so many times as close; 0 means all of it."""

    def __init__(self, parent: QWidget | None = None, *, spectrogram: bool, together: bool) -> None:
        """`spectrogram` and `together` are how the buttons stand at first."""
        super().__init__(parent)
        self.spectrogram = _button(self.tr("Spectrogram"), "S", "audio-lines")
        self.together = _button(self.tr("All channels in one lane"), "", "layers")
        closer = _button(self.tr("Zoom in"), "+", "zoom-in")
        further = _button(self.tr("Zoom out"), "-", "zoom-out")
        whole = _button(self.tr("Show all of the sound"), "0", "scan")
        for button, on in ((self.spectrogram, spectrogram), (self.together, together)):
            button.setCheckable(True)
            button.setChecked(on)
        self.spectrogram.toggled.connect(self.spectrogram_chosen)
        self.together.toggled.connect(self.together_chosen)
        closer.clicked.connect(lambda: self.zoomed.emit(2.0))
        further.clicked.connect(lambda: self.zoomed.emit(0.5))
        whole.clicked.connect(lambda: self.zoomed.emit(0.0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(0)
        for button in (self.spectrogram, self.together, closer, further, whole):
            layout.addWidget(button)
        layout.addStretch(1)
        self._layout = layout
        self._events: QToolButton | None = None
        self._least_height = 0

    def use_events(self, action: QAction) -> None:
        """A button for the lane of events, which stands as the action does."""
        height = self.sizeHint().height()
        button = _button(action.text(), "E", "list-music")
        button.setCheckable(True)
        button.setChecked(action.isChecked())
        button.toggled.connect(action.setChecked)
        action.toggled.connect(button.setChecked)
        action.toggled.connect(self._make_room)
        self._layout.insertWidget(2, button)
        self._events, self._least_height = button, height
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """While there is no lane, its key does without the button where the window is low."""
        least = super().minimumSizeHint()
        needs_all = self._events is None or self._events.isChecked()
        return least if needs_all else QSize(least.width(), self._least_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the button where there is room for it."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        button = self._events
        if button is not None:
            fits = self.height() >= self._least_height + button.sizeHint().height()
            button.setVisible(fits or button.isChecked())
            self.updateGeometry()


def _button(name: str, key: str, picture: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key})" if key else name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
