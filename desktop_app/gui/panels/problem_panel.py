"""All that went wrong and can be put right, in one place: what, why, what helps, and a way to try again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.models.problem_list import ProblemColumn, ProblemListModel
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.problems import Problem
from desktop_app.gui.theme import semibold

_WIDTHS = {ProblemColumn.TITLE: 230, ProblemColumn.REASON: 330}


class ProblemPanel(QWidget):
    """A page in place of the list. It is brought up to date while it is looked at."""

    retry_chosen = Signal(list)
    """The `Problem`s to try again."""
    reveal_chosen = Signal(list)
    """The `Path`s of files to be shown in the file manager."""
    closed = Signal()
    """Back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.model = ProblemListModel(self)
        self.view = QTreeView(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Problems"))
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAlternatingRowColors(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for column, width in _WIDTHS.items():
            self.view.setColumnWidth(column, width)
        self._none = PlainLabel(self.tr("Everything could be done: there is nothing to put right."), self)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._whole = PlainLabel(parent=self)
        self._whole.setObjectName("whole problem")
        self._whole.setWordWrap(True)
        self._whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._retry = QPushButton(self.tr("Try a&gain"), self)
        self._retry_all = QPushButton(self.tr("Try &all again"), self)
        self._reveal = QPushButton(self.tr("&Show in the file manager"), self)
        self._copy = QPushButton(self.tr("&Copy"), self)
        self._back = QPushButton(self.tr("&Back to the list"), self)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.view)
        self.show_problems([])

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these; the selection stays while they are the same."""
        self.model.show_problems(problems)
        self.view.setVisible(bool(problems))
        self._none.setVisible(not problems)
        self._retry_all.setEnabled(bool(problems))
        self._show_state()

    def selected(self) -> list[Problem]:
        """The selected problems, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.problems[row] for row in rows]

    def copy(self) -> None:
        """Put the selected problems, or all of them, on the clipboard."""
        problems = self.selected() or list(self.model.problems)
        QGuiApplication.clipboard().setText("\n".join(problem.text for problem in problems))

    def _arrange(self) -> None:
        title = PlainLabel(self.tr("Problems"), self)
        title.setFont(semibold(title.font()))
        text = PlainLabel(self.tr("Your files are untouched. A file is also listened to again when it changes."), self)
        text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        heading = QHBoxLayout()
        heading.addWidget(title)
        heading.addSpacing(8)
        heading.addWidget(text, 1)
        heading.addWidget(self._back)
        buttons = QHBoxLayout()
        for button in (self._retry, self._retry_all, self._reveal, self._copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(heading)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._none, 1)
        layout.addWidget(self._whole)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(self._show_state)
        self.model.modelReset.connect(self._show_state)
        self._retry.clicked.connect(lambda: self.retry_chosen.emit(self.selected()))
        self._retry_all.clicked.connect(lambda: self.retry_chosen.emit(list(self.model.problems)))
        self._reveal.clicked.connect(lambda: self.reveal_chosen.emit(self._paths()))
        self._copy.clicked.connect(self.copy)
        self._back.clicked.connect(self.closed)
        # Here and not in the window's actions: Escape and Ctrl+C mean something else in the list.
        for key, what in (
            (QKeySequence(Qt.Key.Key_Escape), self.closed.emit),
            (QKeySequence.StandardKey.Copy, self.copy),
        ):
            # A function given to the constructor would make PySide forget the context.
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(what)

    def _paths(self) -> list[Path]:
        """Of the selected problems that are about files."""
        return [problem.path for problem in self.selected() if problem.path is not None]

    def _show_whole(self, problem: Problem | None) -> None:
        """The sentences of a problem below the list, whose columns may be too narrow for them."""
        self._whole.setVisible(problem is not None)
        if problem is not None:
            self._whole.setText(f"{problem.path or problem.title}\n{problem.reason} {problem.advice}")

    def _show_state(self) -> None:
        self._show_whole(next(iter(self.selected()), None))
        self._retry.setEnabled(bool(self.selected()))
        self._reveal.setEnabled(bool(self._paths()))
        self._copy.setEnabled(bool(self.model.problems))
