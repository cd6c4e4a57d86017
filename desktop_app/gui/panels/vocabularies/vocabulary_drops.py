"""Takes vocabulary files that are dropped anywhere on the editor, also on fields that would take them for text."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class VocabularyDrops(QObject):
    """Watches a window and whatever in it takes drops."""

    dropped = Signal(list)
    """The files (`Path`)."""

    def __init__(self, window: QWidget) -> None:
        """`window` with all that it has by now."""
        super().__init__(window)
        window.setAcceptDrops(True)
        for widget in (window, *window.findChildren(QWidget)):
            if widget.acceptDrops():
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Vocabularies from elsewhere are copied; everything else goes its usual way."""
        if not isinstance(event, QDropEvent):  # entering and moving are kinds of it
            return super().eventFilter(watched, event)
        files = vocabulary_files(event.mimeData())
        if not files:
            return super().eventFilter(watched, event)
        if event.source() is not None:  # our own vocabulary on its way out, which no field is to take for text
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not isinstance(event, QDragMoveEvent):
            self.dropped.emit(files)
        return True


def vocabulary_files(data: QMimeData) -> list[Path]:
    """The vocabulary files among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() == ".toml"]
