"""A label for a text of any length, such as a file's name: what does not fit is left out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.plain_text import PlainLabel, shown_name

_MIDDLE = Qt.TextElideMode.ElideMiddle


class ElidedLabel(PlainLabel):
    """Shows as much of its text as there is room for; the whole text is its tool tip."""

    def __init__(self, parent: QWidget | None = None, *, elide: Qt.TextElideMode = _MIDDLE) -> None:
        """An empty label that may shrink to nothing. A name is cut in its middle, a sentence better at its end."""
        super().__init__(parent=parent)
        self._elide = elide
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show `text`."""
        super().setText(shown_name(text))
        self.setToolTip(shown_name(text))

    def minimumSizeHint(self) -> QSize:
        """As high as a line, as narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shortened text; one that fits is drawn as by any label, so that it can be selected."""
        shown = self.fontMetrics().elidedText(self.text(), self._elide, self.contentsRect().width())
        if shown == self.text():
            super().paintEvent(event)
            return
        if len(shown) <= 1:  # three dots alone say nothing
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
