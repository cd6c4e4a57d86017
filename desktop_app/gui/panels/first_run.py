"""What a window without a single folder says: what to do, in three lines."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.icons import icon
from desktop_app.gui.plain_text import PlainLabel

_PICTURE: Final = QSize(56, 56)


class FirstRunPage(QWidget):
    """An empty library: a drop zone (the window takes the drop), a button to add a folder and one to try it out."""

    add_chosen = Signal()
    demonstration_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = PlainLabel(parent=self)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draw_picture()
        title = PlainLabel(self.tr("Add a folder with sounds"), self)
        font = theme.semibold(title.font())
        font.setPixelSize(20)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(1)
        layout.addWidget(self._picture)
        layout.addWidget(title)
        layout.addWidget(self._lines())
        layout.addSpacing(6)
        layout.addLayout(self._buttons())
        layout.addStretch(1)

    def _lines(self) -> QLabel:
        lines = PlainLabel(
            self.tr(
                "Drop one here, or choose it below; everything in it is included.\n"
                "Earmark listens to each sound once, tags it, and finds it by your words.\n"
                "All of that happens on this computer, and your files are never changed."
            ),
            self,
        )
        lines.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        lines.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return lines

    def _buttons(self) -> QHBoxLayout:
        add = QPushButton(self.tr("Add a folder..."), self)
        add.setDefault(True)
        add.clicked.connect(self.add_chosen)
        self.setFocusProxy(add)
        demonstration = QPushButton(self.tr("Open the demonstration sounds"), self)
        demonstration.clicked.connect(self.demonstration_chosen)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(add)
        row.addWidget(demonstration)
        row.addStretch(1)
        return row

    def changeEvent(self, event: QEvent) -> None:
        """Another theme, or a screen with another resolution, needs another picture."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._draw_picture()
        super().changeEvent(event)

    def _draw_picture(self) -> None:
        self._picture.setPixmap(icon("audio-lines", "accent").pixmap(_PICTURE, self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed edge of the drop zone."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().scroll), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 12, 12)
        painter.end()
