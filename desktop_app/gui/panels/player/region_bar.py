"""What lies at the lower edge of the waveform while a region is chosen: its times, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.panels.player.player_controls import clock
from desktop_app.gui.panels.player.region import Region
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.translations import decimal_text


class RegionBar(QFrame):
    """Hidden without a region."""

    save_pressed = Signal()
    find_pressed = Signal()
    clear_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("region bar")
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._times = PlainLabel()
        self._times.setAccessibleName(self.tr("Start, end and length of the region"))
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)  # all digits equally wide: the times must not tremble under the mouse
        self._times.setFont(font)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 1, 3, 1)
        layout.setSpacing(2)
        layout.addWidget(self._times)
        layout.addSpacing(6)
        buttons = (
            (self.tr("Find sounds like this region"), "search", self.find_pressed),
            (self.tr("Save the region as a file..."), "save", self.save_pressed),
            (self.tr("Clear the region (Esc)"), "x", self.clear_pressed),
        )
        for name, picture, pressed in buttons:
            button = QToolButton()
            button.setIcon(icon(picture))
            button.setAutoRaise(True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, pressed=pressed: pressed.emit())
            layout.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """The times, as they are shown."""
        return self._times.text()

    def show_region(self, region: Region | None) -> None:
        """The times of a region; None hides the bar."""
        if region is not None:
            start, end = region
            times = self.tr("{start} – {end}  ({length} s)")
            self._times.setText(times.format(start=clock(start), end=clock(end), length=decimal_text(end - start, 3)))
        self.setVisible(region is not None)
        self.adjustSize()
