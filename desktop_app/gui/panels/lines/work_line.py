"""One piece of long work in the status bar: what is done, how far it is, and buttons for it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.panels.elided_label import ElidedLabel

_BAR_PIXELS = 70


class WorkLine(QWidget):
    """Hidden while there is nothing to do."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says to a screen reader what the bar is about."""
        super().__init__(parent)
        self._label = ElidedLabel(self, elide=Qt.TextElideMode.ElideRight)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_PIXELS)
        self._bar.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._label)
        self._row.addWidget(self._bar)
        self.hide()

    def add_button(self, picture: str, name: str, clicked: Callable[[], object]) -> QToolButton:
        """An icon at the end of the line; `name` is what it does."""
        button = flat_button(self, picture)
        rename(button, picture, name)
        button.clicked.connect(lambda: clicked())
        self._row.addWidget(button)
        return button

    def show_work(self, text: str, done: int, total: int) -> None:
        """How far it is; a `total` of 0 means that nobody knows yet."""
        self._label.setText(text)
        # The bar counts in 32 bits, and bytes do not fit.
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(done * 1000 // total if total else 0)
        self.show()

    def show_text(self, text: str) -> None:
        """Say something else; the bar stays where it is."""
        self._label.setText(text)
        self.show()

    @property
    def text(self) -> str:
        """What is read there."""
        return self._label.text()


def flat_button(parent: QWidget, picture: str, tint: str = "text") -> QToolButton:
    """A small icon without a frame."""
    button = QToolButton(parent)
    button.setIcon(icon(picture, tint))
    button.setIconSize(QSize(16, 16))
    return button


def rename(button: QToolButton, picture: str, name: str) -> None:
    """Give an icon's button another picture and meaning."""
    button.setIcon(icon(picture))
    button.setAccessibleName(name)
    button.setToolTip(name)


def time_left(seconds: float) -> str:
    """`12 min left`."""
    if seconds < 60:
        return QCoreApplication.translate("WorkLine", "less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return QCoreApplication.translate("WorkLine", "{minutes} min left").format(minutes=minutes)
    text = QCoreApplication.translate("WorkLine", "{hours} h {minutes} min left")
    return text.format(hours=minutes // 60, minutes=minutes % 60)
