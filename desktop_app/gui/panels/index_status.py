"""The status bar: how many sounds, how the indexer is doing, what could not be read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.events import IndexingProgress
from desktop_app.gui.icons import icon


class IndexStatus(QWidget):
    """One line at the lower edge of the window."""

    pause_chosen = Signal(bool)
    """True: rest; False: go on."""
    problems_chosen = Signal()
    """The person wants to see what could not be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paused = False
        self._listening = ""
        self._counts = QLabel(self)
        self._notice = QLabel(self)
        self._notice.setForegroundRole(self.palette().ColorRole.BrightText)
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._problems = _flat_button(self, "triangle-alert")
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._problems.clicked.connect(self.problems_chosen)
        self._progress = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(self.tr("Progress of indexing"))
        self._pause = _flat_button(self, "pause")
        self._pause.clicked.connect(lambda: self.pause_chosen.emit(not self._paused))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 10, 2)
        layout.setSpacing(10)
        layout.addWidget(self._counts)
        layout.addWidget(self._notice, 1)
        for widget in (self._problems, self._progress, self._bar, self._pause):
            layout.addWidget(widget)
        self.show_counts(0, 0)
        self.show_problems(0)
        self.show_idle()

    def show_counts(self, shown: int, selected: int) -> None:
        """How many sounds the list shows, and how many of them are selected."""
        text = self.tr("1 sound") if shown == 1 else self.tr("{} sounds").format(f"{shown:,}")
        self._counts.setText(text + (self.tr(" · {} selected").format(f"{selected:,}") if selected else ""))

    def show_notice(self, sentence: str) -> None:
        """A sentence about something that went wrong; empty to take it away."""
        self._notice.setText(sentence)
        self._notice.setToolTip(sentence)

    def show_problems(self, count: int) -> None:
        """How many files could not be read."""
        text = self.tr("1 unreadable file") if count == 1 else self.tr("{} unreadable files").format(f"{count:,}")
        self._problems.setText(text)
        self._problems.setAccessibleName(text)
        self._problems.setToolTip(self.tr("Show which files could not be read, and why"))
        self._problems.setVisible(count > 0)

    def show_progress(self, progress: IndexingProgress) -> None:
        """The indexer works."""
        self._listening = progress_text(progress)
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        self._show(paused=False, working=True)

    def show_paused(self) -> None:
        """The indexer rests because the person wanted it to."""
        self._show(paused=True, working=True)

    def show_idle(self) -> None:
        """Nothing is left to do."""
        self._listening = ""
        self._show(paused=False, working=False)

    @property
    def text(self) -> str:
        """The line as a person reads it."""
        shown = (self._counts, self._notice, self._problems, self._progress)
        return " | ".join(w.text() for w in shown if not w.isHidden() and w.text())

    def _show(self, *, paused: bool, working: bool) -> None:
        self._paused = paused
        self._progress.setText(self.tr("Paused") if paused else self._listening)
        for widget in (self._progress, self._bar, self._pause):
            widget.setVisible(working)
        name = self.tr("Resume indexing") if paused else self.tr("Pause indexing")
        self._pause.setIcon(icon("play" if paused else "pause"))
        self._pause.setAccessibleName(name)
        self._pause.setToolTip(name)


def progress_text(progress: IndexingProgress) -> str:
    """`Listening to 42,118 of 100,000 · 36/s · 12 min left`; what is not known yet is left out."""
    parts = [f"Listening to {min(progress.done + 1, progress.total):,} of {progress.total:,}"]
    if progress.rate > 0:
        rate = progress.rate
        parts.append(f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s")
        parts.append(_left((progress.total - progress.done) / rate))
    return " · ".join(parts)


def _left(seconds: float) -> str:
    if seconds < 60:
        return "less than a minute left"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min left"
    return f"{minutes // 60} h {minutes % 60} min left"


class ProblemList(QDialog):
    """The files that could not be read, with the reasons."""

    def __init__(self, problems: Sequence[tuple[Path, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unreadable files"))
        self.resize(760, 420)
        text = QLabel(
            self.tr("Earmark could not read these files. They are untouched, and read again when they change.")
        )
        text.setWordWrap(True)
        table = QTreeWidget(self)
        table.setHeaderLabels([self.tr("File"), self.tr("Reason")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setColumnWidth(0, 320)
        for path, reason in problems:
            item = QTreeWidgetItem([path.name, reason])
            item.setToolTip(0, str(path))
            item.setToolTip(1, reason)
            table.addTopLevelItem(item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(text)
        layout.addWidget(table)
        layout.addWidget(buttons)


def _flat_button(parent: QWidget, picture: str) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icon(picture, "warning" if picture == "triangle-alert" else "text"))
    button.setIconSize(QSize(16, 16))
    return button
