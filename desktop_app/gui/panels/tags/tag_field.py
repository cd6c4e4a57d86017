"""The line in which a person types a tag for the selected sounds."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop_app.core.tag import fold


class TagField(QLineEdit):
    """Completes the names of tags, any part of them being enough."""

    chosen = Signal(tuple)
    """The key of a tag that was typed."""
    unknown = Signal(str)
    """What was typed is no tag; it is still there."""
    entered_empty = Signal()
    """Enter was pressed and nothing was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Add a tag..."))
        self.setAccessibleName(self.tr("Add a tag to the selected sounds"))
        self._keys: dict[str, tuple[str, str]] = {}
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        names = completer.popup()
        assert names is not None
        names.setObjectName("completions")
        self.returnPressed.connect(self._enter)
        completer.activated.connect(lambda _: self._take(), Qt.ConnectionType.QueuedConnection)

    def show_tags(
        self, tags: Iterable[tuple[str, str, tuple[str, str]]], aliases: Iterable[tuple[str, tuple[str, str]]] = ()
    ) -> None:
        """The tags that are known from now on: (name, name as it is offered, key); of two equal names the first
        counts. `aliases`, with keys too, are understood and not offered.
        """
        known = list(tags)
        self._keys = {fold(alias): key for alias, key in reversed(list(aliases))}
        self._keys |= {fold(name): key for name, _, key in reversed(known)}
        self._keys |= {fold(offered): key for _, offered, key in reversed(known)}
        self._names.setStringList(sorted({offered for _, offered, _ in known}, key=str.casefold))

    def forget_text(self) -> None:
        """Empty the line for good: its own undo does not bring back what was meant for other sounds."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Leave the keys that undo to the window while there is nothing in the line to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoing = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            if undoing or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def _enter(self) -> None:
        if self.text().strip():
            self._take()
        else:
            self.entered_empty.emit()

    def _take(self) -> None:
        name = self.text().strip()
        if not name:
            return
        key = self._keys.get(fold(name))
        if key is None:
            self.unknown.emit(name)
            return
        self.forget_text()
        self.chosen.emit(key)
