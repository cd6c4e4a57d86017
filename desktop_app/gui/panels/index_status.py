"""The status bar: how many sounds, what long work is going on and how far it is, how many problems there are."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.core.events import IndexingProgress
from desktop_app.gui.embedder_download import DownloadState
from desktop_app.gui.panels.work_line import WorkLine, flat_button, rename, time_left
from desktop_app.gui.translations import number_text

_MEGABYTE = 1_000_000


class IndexStatus(QWidget):
    """One line at the lower edge of the window."""

    pause_chosen = Signal(bool)
    """True: rest; False: go on."""
    problems_chosen = Signal()
    """The person wants to see what could not be done."""
    download_cancelled = Signal()
    switch_chosen = Signal()
    """The embedder that is getting ready shall serve at once."""
    keep_chosen = Signal()
    """The embedder that is getting ready is not wanted any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paused = False
        self._progress = ""
        self._counts = QLabel(self)
        self._notice = QLabel(self)
        self._notice.setForegroundRole(self.palette().ColorRole.BrightText)
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._problems = flat_button(self, "triangle-alert", "warning")
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._problems.clicked.connect(self.problems_chosen)
        self._indexing = WorkLine(self.tr("Progress of indexing"), self)
        self._pause = self._indexing.add_button("pause", "", lambda: self.pause_chosen.emit(not self._paused))
        self._download = WorkLine(self.tr("Progress of the download"), self)
        self._download.add_button("x", self.tr("Cancel the download"), self.download_cancelled.emit)
        self._successor = WorkLine(self.tr("Progress of the new network"), self)
        self._successor.add_button("check", self.tr("Use the new network at once"), self.switch_chosen.emit)
        self._successor.add_button("x", self.tr("Keep the present network"), self.keep_chosen.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 10, 2)
        layout.setSpacing(14)
        layout.addWidget(self._counts)
        layout.addWidget(self._notice, 1)
        for widget in (self._problems, self._download, self._successor, self._indexing):
            layout.addWidget(widget)
        # Else the whole window would move when the first problem comes.
        self.setMinimumHeight(self._problems.sizeHint().height() + 4)
        self.show_counts(0, 0)
        self.show_problems(0)
        self.show_idle()

    def show_counts(self, shown: int, selected: int) -> None:
        """How many sounds the list shows, and how many of them are selected."""
        text = self.tr("%Ln sound(s)", "", shown)
        self._counts.setText(text + (self.tr(" · %Ln selected", "", selected) if selected else ""))

    def show_notice(self, sentence: str) -> None:
        """A sentence about something that went wrong; empty to take it away."""
        self._notice.setText(sentence)
        self._notice.setToolTip(sentence)

    def show_problems(self, count: int) -> None:
        """How many things there are that the person can do something about."""
        text = self.tr("%Ln problem(s)", "", count)
        self._problems.setText(text)
        self._problems.setAccessibleName(text)
        self._problems.setToolTip(self.tr("Show what could not be done, why, and what helps"))
        self._problems.setVisible(count > 0)

    def show_progress(self, progress: IndexingProgress) -> None:
        """The indexer works."""
        self._progress = progress_text(progress)
        self._indexing.show_work(self._progress, progress.done, progress.total)
        self._show_pause(paused=False)

    def show_scanning(self, folder: str, files: int) -> None:
        """The indexer looks through a folder; how many files there are in it is not known yet."""
        text = self.tr("Looking through “{folder}”: %Ln file(s)", "", files).format(folder=folder)
        self._indexing.show_work(text, 0, 0)
        self._show_pause(paused=False)

    def show_paused(self) -> None:
        """The indexer rests because the person wanted it to."""
        self._indexing.show_text(self.tr("Paused"))
        self._show_pause(paused=True)

    def show_idle(self) -> None:
        """Nothing is left to do."""
        self._indexing.hide()
        self._show_pause(paused=False)

    def show_download(self, state: DownloadState | None) -> None:
        """An embedder is being downloaded; None when that is over."""
        if state is None:
            self._download.hide()
            return
        self._download.show_work(download_text(state), state.done, state.total)

    def show_successor(self, name: str, progress: IndexingProgress | None) -> None:
        """Another embedder hears the library; None when that is over, or has not begun."""
        if not name:
            self._successor.hide()
            return
        if progress is None:
            self._successor.show_work(self.tr("{name} gets ready").format(name=name), 0, 0)
            return
        text = self.tr("{name}: {progress}").format(name=name, progress=progress_text(progress))
        self._successor.show_work(text, progress.done, progress.total)

    @property
    def text(self) -> str:
        """The line as a person reads it."""
        labels = [widget.text() for widget in (self._counts, self._notice, self._problems) if not widget.isHidden()]
        lines = [line.text for line in (self._download, self._successor, self._indexing) if not line.isHidden()]
        return " | ".join(text for text in (*labels, *lines) if text)

    def _show_pause(self, *, paused: bool) -> None:
        self._paused = paused
        name = self.tr("Resume indexing") if paused else self.tr("Pause indexing")
        rename(self._pause, "play" if paused else "pause", name)


def progress_text(progress: IndexingProgress) -> str:
    """`Listening to 42,118 of 100,000 · 36/s · 12 min left`; what is not known yet is left out."""
    text = QCoreApplication.translate("IndexStatus", "Listening to {number} of {total}")
    parts = [text.format(number=number_text(min(progress.done + 1, progress.total)), total=number_text(progress.total))]
    if progress.rate > 0:
        rate = progress.rate
        parts.append(f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s")
        parts.append(time_left((progress.total - progress.done) / rate))
    return " · ".join(parts)


def download_text(state: DownloadState) -> str:
    """`Downloading clap-htsat-fused: 120 of 617 MB · 3.2 MB/s · 3 min left`; what is not known yet is left out."""
    text = QCoreApplication.translate("IndexStatus", "Downloading {name}: {done} of {total} MB")
    megabytes = (number_text(size // _MEGABYTE) for size in (state.done, state.total))
    parts = [text.format(name=state.name, done=next(megabytes), total=next(megabytes))]
    if state.rate > 0:
        speed = QCoreApplication.translate("IndexStatus", "{speed} MB/s")
        parts.append(speed.format(speed=f"{state.rate / _MEGABYTE:.1f}"))
        parts.append(time_left((state.total - state.done) / state.rate))
    return " · ".join(parts)
