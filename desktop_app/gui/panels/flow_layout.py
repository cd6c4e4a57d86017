"""Puts widgets side by side, and on further lines where there is no room: words of which nobody knows how many come."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines of widgets, from the left. What is wider than a line gets the whole of one."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        """`gap`: pixels between neighbours and between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Qt calls this for each widget that is added."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # type: ignore[override]
        """The item at this place; None beyond the last, which is how Qt finds the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # type: ignore[override]
        """The same, taken out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """None: words need no more room than they take."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Pixels that all lines take."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put every widget in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """As little as will do."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """One line high; any width will do."""
        return QSize(0, max((item.sizeHint().height() for item in self._items), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height that it takes."""
        left, top, line = rect.left(), rect.top(), 0
        for item in self._items:
            hint = item.sizeHint()
            size = QSize(min(hint.width(), rect.width()), hint.height())
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, line = rect.left(), top + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line - rect.top()
