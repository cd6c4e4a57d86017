"""The line icons, drawn in the theme's colours at whatever resolution is asked for.

An icon is painted anew each time, so a change of theme needs no walk over all buttons. Each is made once and kept:
PySide (6.11) lets Python throw an engine away while Qt still paints with it, once the `QIcon` that it was made for is
part of a ring of garbage, and the next painting ends the program.
"""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.gui import theme
from desktop_app.paths import resources


@cache
def icon(name: str, tint: str = "text") -> QIcon:
    """The icon `name` (a file of resources/icons) in the theme's colour named `tint`, a field of `Colours`.

    Raises FileNotFoundError when there is no such icon.
    """
    return QIcon(_IconEngine(_drawing(resources() / "icons" / f"{name}.svg"), tint))


def mark_pixmap(name: str, colour: str, side: int, scale: float, *, filled: bool) -> QPixmap:
    """The icon `name` in one colour (`#rrggbb`), `side` logical pixels wide and high, its outline filled or not."""
    drawing = _drawing(resources() / "icons" / f"{name}.svg").replace("currentColor", colour)
    drawing = drawing.replace('fill="none"', f'fill="{colour}"') if filled else drawing
    picture = QPixmap(round(side * scale), round(side * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@lru_cache(maxsize=256)
def _drawing(file: Path) -> str:
    return file.read_text(encoding="utf-8")


class _IconEngine(QIconEngine):
    def __init__(self, drawing: str, tint: str) -> None:
        super().__init__()
        self._source = drawing
        self._tint = tint

    def clone(self) -> QIconEngine:
        return _IconEngine(self._source, self._tint)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        tint = "dim" if mode == QIcon.Mode.Disabled else self._tint
        drawing = self._source.replace("currentColor", getattr(theme.current(), tint))
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        picture = self.pixmap(size * scale, mode, state)
        picture.setDevicePixelRatio(scale)
        return picture
