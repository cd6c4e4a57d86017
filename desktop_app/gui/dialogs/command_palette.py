"""The command palette: whatever the window can do, found by typing a few letters of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from desktop_app.gui.models.command_list import Command, CommandColumn, CommandListModel

_SIZE = (640, 420)
_MARGIN = 32
"""Pixels around a text in its cell."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Type, choose with the arrow keys, Enter does it. Escape, or a click beside it, goes away."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = CommandListModel(commands, self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Find a command"))
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._run_current)
        self.field.installEventFilter(self)
        self.view = self._make_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        self.resize(*_SIZE)
        self._place()
        self._choose_first()
        self.field.setFocus()

    def event(self, event: QEvent) -> bool:
        """Whoever turns to another window is done with this one."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.close()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move through the list while the field keeps the letters."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.view.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _make_view(self) -> QTreeView:
        view = QTreeView(self)
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Commands"))
        view.setHeaderHidden(True)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(CommandColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(CommandColumn.GROUP, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(CommandColumn.KEYS, QHeaderView.ResizeMode.Fixed)
        for column in (CommandColumn.GROUP, CommandColumn.KEYS):
            header.resizeSection(column, self._width_of(column, view))
        view.clicked.connect(self._run)
        return view

    def _width_of(self, column: CommandColumn, view: QTreeView) -> int:
        """Pixels that the longest text of a column needs, whatever will be typed."""
        measure = view.fontMetrics().horizontalAdvance
        return max((measure(text) for text in self.model.texts(column)), default=0) + _MARGIN

    def _place(self) -> None:
        """In the upper middle of its window, where eyes are."""
        parent = self.parentWidget()
        if parent is not None:
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + parent.height() // 8)

    def _find(self, typed: str) -> None:
        self.model.filter(typed)
        self._choose_first()

    def _choose_first(self) -> None:
        rows = range(len(self.model.commands))
        first = next((row for row in rows if self.model.commands[row].enabled), None)
        if first is not None:
            self.view.setCurrentIndex(self.model.index(first, 0))

    def _run_current(self) -> None:
        self._run(self.view.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid() or not self.model.commands[index.row()].enabled:
            return
        run = self.model.commands[index.row()].run
        self.close()
        # Once this is gone, so that what it opens gets the keys.
        QTimer.singleShot(0, run)
