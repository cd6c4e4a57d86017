"""The buttons beside the waveform: in which way it is drawn, and how closely."""

from PySide6.QtCore import Qt, Signal
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


def _button(name: str, key: str, picture: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key})" if key else name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
