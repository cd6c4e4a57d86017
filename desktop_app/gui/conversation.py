"""What the parts of the window say to each other, in four parts; here they are put together and kept up to date."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QObject

from desktop_app.app import Earmark
from desktop_app.core.events import MeasuringProgress, MomentsProgress
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversations.broken_vocabularies import BrokenVocabularies
from desktop_app.gui.conversations.collecting import Collecting
from desktop_app.gui.conversations.commanding import Commanding
from desktop_app.gui.conversations.embedding import Embedding
from desktop_app.gui.conversations.evaluating import Evaluating
from desktop_app.gui.conversations.exchanging import Exchanging
from desktop_app.gui.conversations.finding import Finding
from desktop_app.gui.conversations.happening import Happening
from desktop_app.gui.conversations.housekeeping import Housekeeping
from desktop_app.gui.conversations.listening import Listening
from desktop_app.gui.conversations.measuring import Measuring
from desktop_app.gui.conversations.mending import Mending
from desktop_app.gui.conversations.reading_files import ReadingFiles
from desktop_app.gui.conversations.regions import Regions
from desktop_app.gui.conversations.renaming import Renaming
from desktop_app.gui.conversations.sidecars import SidecarExport
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.conversations.tagging import Tagging
from desktop_app.gui.conversations.troubles import Troubles
from desktop_app.gui.conversations.writing import Writing
from desktop_app.gui.dialogs.questions import ChooseFolder, Questions
from desktop_app.gui.embedder_download import EmbedderDownload
from desktop_app.gui.file_manager import FileManager
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models.sound_rows import SoundRow
from desktop_app.gui.operations import Operations
from desktop_app.gui.theme import ThemeSwitch
from desktop_app.gui.timers import once_after

REFRESH_MILLISECONDS = 2000
"""While sounds are being heard, searches and tag counts are brought up to date this often."""
_REST = 4
"""Times as long as that takes it rests at least, in a library so large that it takes long."""
_LONGEST_REST = 30_000
"""Milliseconds."""


class Conversation(QObject):
    """Connects everything."""

    def __init__(
        self,
        earmark: Earmark,
        window: MainWindow,
        bridge: IndexerBridge,
        themes: ThemeSwitch,
        *,
        choose: ChooseFolder | None = None,
        files: FileManager | None = None,
    ) -> None:
        """`choose` asks for a folder, and `files` opens other programs; tests answer in their place."""
        super().__init__(window)
        self.window = window
        choose = choose or Questions().open_folder
        self.operations = Operations(earmark, self)
        self._standing_notice = ""
        self._around = Surroundings(earmark, window, self.operations, files or FileManager(self))
        self.finding = Finding(self._around, self)
        self.listening = Listening(self._around, self)
        self.finding.shown.connect(self.listening.follow_moment)
        self.regions = Regions(self._around, self)
        self.regions.like_wanted.connect(self.finding.find_like)
        self.happening = Happening(self._around, self)
        self.tagging = Tagging(self._around, self)
        self.collecting = Collecting(self._around, self)
        self.writing = Writing(self._around, self)
        self.renaming = Renaming(self._around, self)
        self.writing.changed.connect(self.refresh)
        self.renaming.changed.connect(self.refresh)
        self.evaluating = Evaluating(self._around, choose, self)
        self.tagging.attend_to(self.evaluating.heard, self.evaluating.heard_changed)
        self.regions.like_wanted.connect(lambda _: self.evaluating.leave(keep_sound=True))
        download = EmbedderDownload(earmark.profile.embedders, self)
        self.embedding = Embedding(self._around, bridge, download, self)
        self.housekeeping = Housekeeping(self._around, themes, choose, self.embedding, self)
        self.commanding = Commanding(self._around, self)
        self.commanding.add_targets(self.finding.searches.commands)
        self.measuring = Measuring(self._around, self.tagging.read_selection, self)
        self.commanding.add_targets(self.measuring.commands)
        self.reading_files = ReadingFiles(self._around, self.tagging.read_selection, self)
        self.exchanging = Exchanging(self._around, self)
        self.sidecars = SidecarExport(self._around, self)
        self.collecting.panel.export_chosen.connect(self.exchanging.export_collection)
        self.troubles = Troubles(self._around, bridge, self.embedding, self)
        self.mending = Mending(self._around, bridge, self.troubles.panel, self)
        self.broken_vocabularies = BrokenVocabularies(self._around, bridge, self)
        self._since_asked = QElapsedTimer()
        self._later = once_after(REFRESH_MILLISECONDS, self.refresh_searches, self)
        window.sounds.model.read_changes(self._read_rows)
        self._connect(bridge)
        self.broken_vocabularies.look()
        self.refresh()

    def keep_saying(self, sentence: str) -> None:
        """Show a sentence until another embedder listens, whatever is said for a while in between."""
        self._standing_notice = sentence
        self._around.say(sentence)

    def remember_search(self) -> None:
        """Keep what is searched for until the next start."""
        line = self.window.search.line
        if line != self._around.earmark.settings.last_search:
            self._around.change_settings(last_search=line)

    def refresh(self) -> None:
        """Read everything that is shown again."""
        self.housekeeping.refresh()
        self.troubles.refresh()
        self.listening.refresh()
        self.refresh_searches()

    def refresh_searches(self) -> None:
        """Ask the present question again, and count tags, without moving what the person looks at."""
        self._later.stop()
        self._since_asked.start()
        # First the counts, which take no time: a search may have to wait for the network.
        self.tagging.refresh()
        self.collecting.refresh()
        self.finding.ask()

    def _connect(self, bridge: IndexerBridge) -> None:
        status, operations = self.window.status, self.operations
        bridge.progressed.connect(status.show_progress)
        bridge.moments_progressed.connect(self._on_moments)
        bridge.measuring_progressed.connect(self._on_measuring)
        bridge.file_texts_read.connect(self._on_file_texts)
        bridge.scanning.connect(lambda scan: status.show_scanning(scan.folder, scan.sounds))
        bridge.paused.connect(status.show_paused)
        bridge.idle.connect(status.show_idle)
        bridge.idle.connect(self.refresh)
        bridge.problem.connect(status.show_notice)
        bridge.sounds_indexed.connect(self._on_indexed)
        bridge.sounds_changed.connect(self.refresh)
        bridge.tags_changed.connect(self._on_tags_changed)
        operations.history.changed.connect(self._on_tags_changed)
        operations.answered.connect(self._set_pause)
        operations.search_failed.connect(self._set_pause)
        operations.embedder_changed.connect(lambda: self.keep_saying(""))
        operations.embedder_changed.connect(self._on_tags_changed)

    def _on_indexed(self, sound_ids: tuple[int, ...]) -> None:
        self.window.sounds.model.refresh(sound_ids)
        if not self._later.isActive():
            self._later.start()

    def _on_moments(self, progress: MomentsProgress) -> None:
        """What was heard inside long sounds may change what a search finds, and nothing else."""
        self.window.status.show_moments(progress)
        if progress.done and not self.finding.question.plain and not self._later.isActive():
            self._later.start()

    def _on_measuring(self, progress: MeasuringProgress) -> None:
        """What was measured changes what is shown of sounds, and only some answers."""
        self.measuring.follow(progress)
        if progress.done and self.finding.question.measures and not self._later.isActive():
            self._later.start()

    def _on_file_texts(self, sound_ids: tuple[int, ...]) -> None:
        """What stands in files changes what is shown of these sounds, and only some answers."""
        self.reading_files.follow(sound_ids)
        if self.finding.question.reads_files and not self._later.isActive():
            self._later.start()

    def _set_pause(self) -> None:
        """The first answer since all was brought up to date says how long that takes; later ones are of the person."""
        if self._since_asked.isValid():
            self._later.setInterval(pause_after(self._since_asked.elapsed()))
            self._since_asked.invalidate()

    def _read_rows(
        self,
        work: Callable[[], Sequence[SoundRow]],
        done: Callable[[Sequence[SoundRow]], None],
        failed: Callable[[], None],
    ) -> None:
        """Read rows of the list that changed; meanwhile the old ones are shown."""

        def told(sentence: str) -> None:
            failed()
            if sentence:
                self.operations.failed.emit(sentence)

        self.operations.looking.run(work, done, failed=told)

    def _on_tags_changed(self) -> None:
        self.window.sounds.model.refresh_all()
        self.happening.refresh()
        self._around.say(self._standing_notice)
        self.refresh_searches()


def pause_after(milliseconds: int) -> int:
    """How long to wait, in milliseconds, before all is brought up to date again when it took this long."""
    return min(max(REFRESH_MILLISECONDS, _REST * milliseconds), _LONGEST_REST)
