"""Puts the parts together: profile, settings, library, embedder, indexer, tags and search. Window and command
line start here.
"""

import logging
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop_app.core.events import IndexEvent, IndexingStopped, SoundsChanged, TagsChanged
from desktop_app.core.vector_index import Vectors
from desktop_app.core.vocabulary import Vocabulary, VocabularyError
from desktop_app.embedder_list import spec_of, starter_folder
from desktop_app.engine.decoder_process import Decoder
from desktop_app.engine.embedded_library import EmbeddedLibrary
from desktop_app.engine.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.embedding_process import (
    EmbeddingProcess,
    EmbeddingWorker,
    InProcessWorker,
    WorkerClosedError,
    WorkerDiedError,
)
from desktop_app.engine.indexer import Indexer
from desktop_app.engine.prompts import Prompts
from desktop_app.engine.reference import reference_embeddings
from desktop_app.engine.searcher import Searcher
from desktop_app.engine.tagger import Tagger
from desktop_app.library.database import LibraryError
from desktop_app.library.folders import Folder
from desktop_app.library.library import Library
from desktop_app.library.vocabulary_files import VocabularyFiles
from desktop_app.library.watcher import FolderWatcher
from desktop_app.paths import Profile, resources
from desktop_app.settings import Settings, load_settings, save_settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listening:
    """Everything that belongs to one embedder; replaced as a whole when another is chosen."""

    spec: EmbedderSpec
    worker: EmbeddingWorker
    embedded: EmbeddedLibrary
    prompts: Prompts
    tagger: Tagger
    searcher: Searcher
    indexer: Indexer | None
    """None where the library is only read."""


def ignore(_event: IndexEvent) -> None:
    """Nobody listens."""


class Earmark:
    """One open profile. Close it; it is a context manager for that."""

    def __init__(
        self,
        profile: Profile,
        *,
        writable: bool,
        in_process: bool = False,
        notify: Callable[[IndexEvent], None] = ignore,
        embedder: str | None = None,
    ) -> None:
        """Open a profile; only its holder (see `instance`) may open it `writable`.

        `notify` is called on any thread. Raises EmbedderError, LibraryError, SettingsError, OSError: each a sentence.
        """
        self.profile = profile
        self.settings: Settings = load_settings(profile.settings_file)
        self.notify = notify
        self._in_process = in_process
        spec = spec_of(embedder or self.settings.embedder, profile, self.settings)
        if writable:
            profile.create()
        self.library = Library.open(profile.library_file, profile.cache_file, writable=writable)
        self.vocabularies = VocabularyFiles(resources() / "vocabularies", profile.vocabularies)
        self._changing = threading.Lock()
        self._watcher: FolderWatcher | None = None
        self._beginning_tags = threading.Lock()
        self._tag_thread: threading.Thread | None = None
        self._listening = self._listen_with(spec)

    def __enter__(self) -> "Earmark":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # The parts.

    @property
    def spec(self) -> EmbedderSpec:
        return self._listening.spec

    @property
    def worker(self) -> EmbeddingWorker:
        return self._listening.worker

    @property
    def searcher(self) -> Searcher:
        return self._listening.searcher

    @property
    def tagger(self) -> Tagger:
        return self._listening.tagger

    @property
    def embedded(self) -> EmbeddedLibrary:
        return self._listening.embedded

    @property
    def indexer(self) -> Indexer:
        """Raises RuntimeError when the library is only read."""
        if self._listening.indexer is None:
            raise RuntimeError("this library was opened for reading")
        return self._listening.indexer

    @cached_property
    def decoder(self) -> Decoder:
        """The child process for auditions, waveforms and exports; started on first use."""
        return Decoder()

    # What a person does.

    def change_settings(self, **values: Any) -> None:
        """Set and save some settings. Raises SettingsError."""
        with self._changing:
            changed = replace(self.settings, **values)
            save_settings(self.profile.settings_file, changed)
            self.settings = changed

    def add_folders(self, paths: Iterable[Path]) -> list[Folder]:
        """Add folders to the library and begin to index them. Raises LibraryError for one that is not there."""
        return [self._add_folder(path) for path in paths]

    def remove_folder(self, folder_id: int) -> None:
        """Take a folder out of the library; files and verdicts stay."""
        if self._watcher is not None:
            self._watcher.unwatch(folder_id)
        self.library.folders.remove(folder_id)
        self._tell_of_changes(folder_id)

    def locate_folder(self, folder_id: int, new: Path) -> Folder:
        """Tell the library where a folder has moved. Raises LibraryError."""
        folder = self.library.folders.locate(folder_id, new)
        if self._watcher is not None:
            self._watcher.unwatch(folder_id)
            self._watcher.watch(folder_id, folder.path)
        self._tell_of_changes(folder_id)
        self.indexer.rescan([folder_id])
        return folder

    def use_embedder(self, name: str) -> None:
        """Listen with another embedder from now on; what it has not heard yet is indexed. Raises EmbedderError."""
        spec = spec_of(name, self.profile, self.settings)
        self.change_settings(embedder=name)
        if spec == self.spec:
            return
        before = self._listening.indexer
        self.stop_working()
        self._listening = self._listen_with(spec)
        if before is not None:
            if before.paused and not before.problem:
                self.indexer.pause()
            self.start_indexing()
        self.load_tags_soon()

    def set_active_vocabularies(self, names: Sequence[str]) -> None:
        """Tag by these vocabularies from now on."""
        self.change_settings(vocabularies=tuple(names))
        self.load_tags_soon()

    # The work behind it.

    def start_indexing(self) -> None:
        """Start the indexer's thread and compare all folders with the disk."""
        self.indexer.start()
        self.indexer.rescan()

    def start_watching(self) -> None:
        """See new, changed, moved and removed files from now on; to be called before what is there is scanned, so that
        nothing happens unseen in between.
        """
        self._watcher = FolderWatcher(
            on_files=lambda folder_id, paths: self.indexer.refresh(folder_id, paths),
            on_rescan=lambda folder_id: self.indexer.rescan([folder_id]),
        )
        for folder in self.library.folders.all():
            self._watcher.watch(folder.folder_id, folder.path)

    def watch_status(self, folder_id: int) -> str:
        """How a folder is kept up to date: a sentence, empty when it is watched live."""
        return "" if self._watcher is None else self._watcher.status(folder_id).reason

    def active_vocabularies(self) -> list[Vocabulary]:
        """The active vocabularies that can be read; a broken one is left out and logged."""
        found = []
        for name in self.settings.vocabularies:
            try:
                found.append(self.vocabularies.load(name))
            except VocabularyError as error:
                log.warning("vocabulary left out: %s", error)
        return found

    def load_tags(self) -> None:
        """Embed the active vocabularies' prompts where that is new. Takes up to seconds. Raises EmbedderError."""
        self.tagger.set_vocabularies(self.active_vocabularies())
        self.notify(TagsChanged())

    def load_tags_soon(self) -> None:
        """`load_tags` on a thread; a problem becomes an event."""

        def work(previous: threading.Thread | None) -> None:
            if previous is not None:
                previous.join()
            try:
                self.load_tags()
            except WorkerClosedError:
                log.info("closed before the tags were loaded")
            except (EmbedderError, LibraryError, WorkerDiedError) as error:
                self.notify(IndexingStopped(str(error)))

        with self._beginning_tags:  # nobody may wait for a thread that has not begun
            thread = threading.Thread(target=work, args=[self._tag_thread], name="tags")
            thread.start()
            self._tag_thread = thread

    def wait_for_tags(self) -> None:
        """Wait for what `load_tags_soon` began."""
        with self._beginning_tags:
            thread = self._tag_thread
        if thread is not None:
            thread.join()

    def stop_working(self) -> None:
        """End indexing and the embedding child without waiting for the sound that is being heard, and say so to whoever
        waits for them (WorkerClosedError). May be called twice.
        """
        indexer = self._listening.indexer
        if indexer is not None:
            indexer.ask_to_stop()
        self._listening.worker.close()
        if indexer is not None:
            indexer.stop()
        self.wait_for_tags()

    def close(self) -> None:
        """Stop all work, in order; what was acknowledged is on the disk. May be called twice."""
        if self._watcher is not None:
            # It stays: a job on another thread may be about to tell it of a folder, which it then ignores.
            self._watcher.close()
        self.stop_working()
        if "decoder" in self.__dict__:
            self.decoder.close()
        self.library.close()

    def _add_folder(self, path: Path) -> Folder:
        before = {folder.folder_id for folder in self.library.folders.all()}
        folder = self.library.folders.add(path)
        if self._watcher is not None:
            # A folder around others takes them in: what happens in them is its own from now on.
            for folder_id in before - {known.folder_id for known in self.library.folders.all()}:
                self._watcher.unwatch(folder_id)
            self._watcher.watch(folder.folder_id, folder.path)
        self._tell_of_changes(folder.folder_id)
        self.indexer.rescan([folder.folder_id])
        return folder

    def _tell_of_changes(self, folder_id: int) -> None:
        self.embedded.invalidate()
        self.notify(SoundsChanged(folder_id))

    def _listen_with(self, spec: EmbedderSpec) -> Listening:
        worker: EmbeddingWorker = InProcessWorker(spec) if self._in_process else EmbeddingProcess(spec)
        embedded = EmbeddedLibrary(self.library, spec.embedder_id, spec.dimension)
        prompts = Prompts(self.library.cache, spec.embedder_id, worker.embed_text)
        tagger = Tagger(self.library, embedded, prompts, lambda: self._reference(spec, worker))
        searcher = Searcher(self.library, embedded, prompts, tagger)

        def notify(event: IndexEvent) -> None:
            embedded.follow(event)
            self.notify(event)

        indexer = Indexer(self.library, worker, spec.embedder_id, notify) if self.library.writable else None
        return Listening(spec, worker, embedded, prompts, tagger, searcher, indexer)

    def _reference(self, spec: EmbedderSpec, worker: EmbeddingWorker) -> Vectors:
        return reference_embeddings(
            spec.embedder_id,
            shipped=starter_folder() / "reference.safetensors",
            cache=self.library.cache,
            embed_samples=worker.embed_samples,
        )


def demonstration_folder(profile: Profile) -> Path:
    """A copy of the demonstration sounds in the profile: a library must not lie inside the program's own files."""
    target = profile.data / "Demonstration sounds"
    if not target.is_dir():
        draft = target.with_name(f".{target.name}")
        shutil.copytree(resources() / "demo", draft, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
        draft.rename(target)
    return target
