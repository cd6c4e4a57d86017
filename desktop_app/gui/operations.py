"""What the window asks of the library, each as a small function: its work on a thread, its result as a signal.

Five threads, so that none waits for another: searching may wait for the network, looking must be quick, changing may
wait for the disk, comparing takes its time, and timing listens.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.app import Earmark
from desktop_app.core.measured import Measured
from desktop_app.core.metadata import Metadata
from desktop_app.core.scoring import ScoredTag
from desktop_app.core.sound import Sound
from desktop_app.demonstration import demonstration_folder
from desktop_app.engine.searching.searcher import SearchAnswer
from desktop_app.engine.tagging.library_tags import TagCount
from desktop_app.gui.background import BackgroundThread
from desktop_app.gui.history import History, Undo
from desktop_app.gui.models.folder_tree import FolderBranch
from desktop_app.gui.models.sound_rows import NOT_MEASURED, SAYS_NOTHING
from desktop_app.gui.queries import Question, answer
from desktop_app.gui.selected_tags import TagEntry, entries_of
from desktop_app.library.tables.folders import Folder
from desktop_app.library.tables.own_texts import NONE_OWN, OwnTexts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SelectionTags:
    """The tag panel's content."""

    entries: tuple[TagEntry, ...]
    sound_ids: tuple[int, ...]
    """The selected sounds."""
    title: str
    """Name of the sound when there is one."""
    measured: Measured = NOT_MEASURED
    """Of the sound when there is one."""
    in_file: Metadata = SAYS_NOTHING
    """What its file says, when there is one."""
    own_texts: OwnTexts = NONE_OWN
    """What of that Earmark wrote."""


@dataclass(frozen=True, slots=True)
class LibraryTags:
    """The tag browser's content, and what the tag panel can add."""

    counts: tuple[TagCount, ...]
    vocabularies: dict[str, str]
    """Names of the active vocabularies by id."""


class Operations(QObject):
    """The window's errands. Methods return at once; to be used on the GUI thread."""

    answered = Signal(object, object)
    """(`Question`, `SearchAnswer`) of the newest question only."""
    folders_read = Signal(list)
    """A `FolderBranch` for each folder of the library."""
    tags_counted = Signal(object)
    """`LibraryTags`"""
    selection_read = Signal(object)
    """`SelectionTags`"""
    sound_read = Signal(int, object)
    """(id, `Sound`); None in place of a sound that is no longer in the library."""
    embedder_changed = Signal()
    told = Signal(str)
    """A sentence about what was done."""
    search_failed = Signal(str)
    failed = Signal(str)
    """A sentence about what could not be done."""

    def __init__(self, earmark: Earmark, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._earmark = earmark
        self._asked = 0
        self.searching = BackgroundThread("search", self)
        self._named: tuple[Sequence[ScoredTag], dict[str, str]] = ((), {})
        self.looking = BackgroundThread("look", self)
        self.changing = BackgroundThread("change", self)
        self.comparing = BackgroundThread("compare", self)
        """Sounds with each other, which takes seconds in a large library."""
        self.timing = BackgroundThread("time", self)
        """What happens when in a sound, which may have to be listened to for that."""
        self.history = History(self.changing, self)
        """What a person did on `changing` and may take back."""
        self.searching.failed.connect(self.search_failed)
        self.looking.failed.connect(self.failed)
        self.changing.failed.connect(self.failed)
        self.comparing.failed.connect(self.failed)
        self.timing.failed.connect(self.failed)
        self.history.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether something was asked for that has not come back yet."""
        return self.searching.busy or self.looking.busy or self.changing.busy or self.comparing.busy or self.timing.busy

    # --- looking ---

    def ask(self, question: Question) -> None:
        """Find the sounds for a question. No newer one waits for one that compares sounds: that has its own thread."""
        self._asked += 1
        number = self._asked

        def answered(found: SearchAnswer) -> None:
            if number == self._asked:
                self.answered.emit(question, found)

        def failed(sentence: str) -> None:
            if number == self._asked:
                self.search_failed.emit(sentence)

        thread = self.comparing if question.compares else self.searching
        thread.run(lambda: answer(question, self._earmark), answered, topic="search", failed=failed)

    def read_folders(self) -> None:
        """Read the library's folders and what is in them."""
        self.looking.run(lambda: _branches(self._earmark), self.folders_read.emit, topic="folders")

    def count_tags(self) -> None:
        """Count how many sounds have each tag."""
        self.searching.run(self._tags, self.tags_counted.emit, topic="tags")

    def read_selection(self, sound_ids: Sequence[int]) -> None:
        """Read the tags of the selected sounds."""
        self.looking.run(lambda: _selection(self._earmark, sound_ids), self.selection_read.emit, topic="selection")

    def read_sound(self, sound_id: int) -> None:
        """Read again what the library knows of a sound."""
        self.looking.run(
            lambda: self._earmark.library.sounds.get(sound_id),
            lambda sound: self.sound_read.emit(sound_id, sound),
            topic="sound",
        )

    # --- changing ---

    def add_folders(self, paths: Iterable[Path]) -> None:
        """Take folders into the library."""
        chosen = list(paths)
        self._change(lambda: self._earmark.add_folders(chosen))

    def add_demonstration(self) -> None:
        """Take the demonstration sounds into the library."""
        self._change(lambda: self._earmark.add_folders([demonstration_folder(self._earmark.profile)]))

    def remove_folder(self, folder: Folder) -> None:
        """Take a folder out of the library; its files stay."""
        earmark, path = self._earmark, folder.path

        def change() -> Undo:
            for known in earmark.library.folders.all():
                if known.path == path:  # its id is another one after it was taken out and put back
                    earmark.remove_folder(known.folder_id)
            return lambda: earmark.add_folders([path])

        def done() -> None:
            told = self.tr("“{name}” is no longer in the library; its files are untouched.")
            self.told.emit(told.format(name=path.name))

        self.history.carry_out(self.tr("Remove the folder “{name}”").format(name=path.name), change, done)

    def locate_folder(self, folder: Folder, new: Path) -> None:
        """Say where a folder is now."""
        self._change(lambda: self._earmark.locate_folder(folder.folder_id, new), lambda _: self.read_folders())

    def rescan(self, folder_id: int | None = None) -> None:
        """Compare a folder, or all of them, with the disk."""
        self._change(lambda: self._earmark.indexer.rescan(None if folder_id is None else [folder_id]))

    def use_embedder(self, name: str) -> None:
        """Listen with another embedder."""
        self._change(lambda: self._earmark.use_embedder(name), lambda _: self.embedder_changed.emit())

    def start(self) -> None:
        """Begin to index and to watch; both may take a moment with very many folders."""
        self._earmark.load_tags_soon()
        self._change(self._earmark.start_watching)
        self._change(self._earmark.start_indexing)

    def stop(self) -> None:
        """Begin nothing new and deliver nothing more. What runs goes on until `join`."""
        for thread in (self.searching, self.looking, self.changing, self.comparing, self.timing):
            thread.stop()

    def join(self) -> None:
        """Wait for what runs; after `stop`, and once nothing can make it wait any longer."""
        for thread in (self.searching, self.looking, self.changing, self.comparing, self.timing):
            thread.join()

    def _tags(self) -> LibraryTags:
        """On `searching`. The vocabularies' files are read again only when the tags are others."""
        counts, tags = tuple(self._earmark.tagger.counts()), self._earmark.tagger.tags
        if not tags or self._named[0] is not tags:
            self._named = (tags, {v.vocabulary_id: v.name for v in self._earmark.active_vocabularies()})
        return LibraryTags(counts, self._named[1])

    def _change(self, work: Callable[[], T], done: Callable[[T], None] = lambda _: None) -> None:
        self.changing.run(work, done)


def _branches(earmark: Earmark) -> list[FolderBranch]:
    folders = earmark.library.folders.all()
    read = earmark.library.sounds.folder_tree
    return [FolderBranch(folder, read(folder.folder_id)).prepare() for folder in folders]


def _selection(earmark: Earmark, sound_ids: Sequence[int]) -> SelectionTags:
    if not sound_ids:
        return SelectionTags((), (), "")
    sound = earmark.library.sounds.get(sound_ids[0]) if len(sound_ids) == 1 else None
    tagger = earmark.tagger
    entries = entries_of(tagger.in_common(sound_ids), len(sound_ids), tagger.learned_from())
    if sound is None:
        return SelectionTags(entries, tuple(sound_ids), "")
    in_file = earmark.library.file_texts.of([sound.sound_id]).get(sound.sound_id, SAYS_NOTHING)
    own = earmark.library.own_texts.of(sound.content_id) if sound.content_id is not None and in_file else NONE_OWN
    return SelectionTags(entries, tuple(sound_ids), sound.name, _measured(earmark, sound), in_file, own)


def _measured(earmark: Earmark, sound: Sound) -> Measured:
    content_id = sound.content_id
    if content_id is None:
        return NOT_MEASURED
    return earmark.library.measured.of([content_id]).get(content_id, NOT_MEASURED)
