"""From the wish for another network to the one that listens: its offer, its download, and its taking over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.core.events import IndexingProgress
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.embedder_download import EmbedderDownload
from desktop_app.gui.panels.lines.offer_line import OFFERED
from desktop_app.open_profile.embedder_list import STARTER, embedder_choices


class Embedding(QObject):
    """Nothing is downloaded that nobody asked for, and the present embedder serves until the next one is ready."""

    failed = Signal(str)
    """A sentence that belongs among the problems; empty when what was wrong is being tried again."""
    changed = Signal()
    """Which embedders are on this computer, or which one serves, is different now."""

    def __init__(
        self, surroundings: Surroundings, bridge: IndexerBridge, download: EmbedderDownload, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._status = surroundings.window.status
        self._offer = surroundings.window.offer
        self.download = download
        self._failed: Callable[[], object] = self.go_on
        """What to do when the person wants to try again."""
        self._connect(bridge)

    def refresh(self) -> None:
        """Offer the larger network where that makes sense, and show what is going on."""
        earmark = self._around.earmark
        choice = next(c for c in embedder_choices(earmark.profile, earmark.settings) if c.name == OFFERED)
        settings = earmark.settings
        wanted = settings.embedder_offer and settings.embedder == STARTER and not settings.next_embedder
        if wanted and not choice.installed and not self.download.busy and not self._around.window.shows_first_run:
            self._offer.offer(begun=choice.folder.is_dir() and any(choice.folder.glob("*.part")))
        else:
            self._offer.hide()
        if not earmark.successor:
            self._status.show_successor("", None)

    def fetch(self, name: str) -> None:
        """Download an embedder; it listens as soon as it is there."""
        self.failed.emit("")
        self._failed = lambda: self.fetch(name)
        self.download.start(name)
        self.refresh()

    def prepare(self, name: str) -> None:
        """Let an embedder hear everything, and then take over."""
        self.failed.emit("")
        self._failed = lambda: self.prepare(name)
        self._change(lambda: self._around.earmark.prepare_embedder(name), lambda: self._on_prepared(name))

    def try_again(self) -> None:
        """Begin again what failed last."""
        self._failed()

    def go_on(self) -> None:
        """Take up what the last session began."""
        earmark = self._around.earmark
        if earmark.settings.next_embedder:
            self._change(earmark.go_on_preparing, lambda: self._on_prepared(earmark.settings.next_embedder))

    def _connect(self, bridge: IndexerBridge) -> None:
        download = self.download
        self._offer.accepted.connect(self.fetch)
        self._offer.dismissed.connect(self._dismiss)
        download.progressed.connect(self._status.show_download)
        download.finished.connect(self._on_downloaded)
        download.cancelled.connect(self._on_cancelled)
        download.failed.connect(self._on_failed)
        self._status.download_cancelled.connect(download.cancel)
        self._status.switch_chosen.connect(self._switch)
        self._status.keep_chosen.connect(self._keep)
        self._around.window.closed.connect(download.close)
        self._around.operations.embedder_changed.connect(self.refresh)
        bridge.successor_progressed.connect(self._on_progress)
        bridge.successor_stopped.connect(self._on_stopped)
        bridge.embedder_changed.connect(self._on_taken_over)

    def _dismiss(self) -> None:
        self._around.change_settings(embedder_offer=False)
        self.refresh()

    def _on_downloaded(self, name: str) -> None:
        self._status.show_download(None)
        self._around.say(self.tr("{name} is on this computer now, and gets ready.").format(name=name))
        self.changed.emit()
        self.prepare(name)

    def _on_cancelled(self, _name: str) -> None:
        self._status.show_download(None)
        self._around.say(self.tr("The download is stopped; another time it goes on from there."))
        self.changed.emit()
        self.refresh()

    def _on_failed(self, sentence: str) -> None:
        self._status.show_download(None)
        self._around.say(sentence)
        self.failed.emit(sentence)
        self.refresh()

    def _on_prepared(self, name: str) -> None:
        if self._around.earmark.successor:
            self._status.show_successor(name, None)
        self.refresh()

    def _on_progress(self, name: str, progress: IndexingProgress) -> None:
        if self._around.earmark.successor:
            self._status.show_successor(name, progress)

    def _on_stopped(self, name: str, reason: str) -> None:
        self._around.say(reason)
        self.failed.emit(
            self.tr("{name} cannot take over, and the present network serves on: {reason}").format(
                name=name, reason=reason
            )
        )

    def _on_taken_over(self, name: str) -> None:
        self._status.show_successor("", None)
        self._around.operations.embedder_changed.emit()
        self._around.say(self.tr("{name} has heard every sound: it tags and searches from now on.").format(name=name))
        self.changed.emit()
        self.refresh()

    def _switch(self) -> None:
        name = self._around.earmark.successor
        if name:
            self._around.operations.use_embedder(name)

    def _keep(self) -> None:
        self._change(self._around.earmark.keep_embedder, self.refresh)

    def _change(self, work: Callable[[], object], done: Callable[[], None]) -> None:
        self._around.operations.changing.run(work, lambda _: done())
