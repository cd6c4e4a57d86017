"""Puts the parts together: profile, settings, library, embedder, indexer, tags and search. Window and command
line start here.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop_app.core.events import (
    FolderScanned,
    IndexEvent,
    IndexingIdle,
    LibraryNoticed,
    SoundsChanged,
    SuccessorStopped,
)
from desktop_app.core.tag import Vocabulary
from desktop_app.core.ucs_name import Category, categories_of
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.indexing.file_text_reading import FileTextReading
from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.engine.searching.examples import Examples
from desktop_app.engine.searching.searcher import Searcher
from desktop_app.engine.tagging.preview import Previewer
from desktop_app.engine.tagging.sound_events import SoundEvents
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library
from desktop_app.library.tables.folders import Folder
from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles
from desktop_app.open_profile.active_vocabularies import ActiveVocabularies, VocabularyProblem
from desktop_app.open_profile.embedder_list import spec_of
from desktop_app.open_profile.embedders import Embedders
from desktop_app.open_profile.keeping import Keeper, backups_of
from desktop_app.open_profile.listening import Listening, listen_with
from desktop_app.open_profile.tag_loading import TagLoading
from desktop_app.open_profile.watched_folders import WatchedFolders
from desktop_app.paths import Profile, resources
from desktop_app.settings import Settings, load_settings, save_settings


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
        at_once: int | None = None,
        measuring: bool = True,
        moments: bool = True,
    ) -> None:
        """Open a profile; only its holder (see `instance`) may open it `writable`. `at_once`: how many sounds are heard
        at the same time, as far as there are cores, instead of as many as was set. `measuring`: False to measure none,
        and `moments`: False to hear none inside long ones, whatever was set.

        `notify` is called on any thread. Raises EmbedderError, LibraryError, SettingsError, OSError: each a sentence.
        """
        self.profile = profile
        self.settings: Settings = load_settings(profile.settings_file)
        self.notify = notify
        self._in_process, self._measuring, self._moments = in_process, measuring, moments
        self._at_once = replace(self.settings, threads=at_once or self.settings.threads).sounds_at_once
        spec = spec_of(embedder or self.settings.embedder, profile, self.settings)
        if writable:
            profile.create()
        self.backups = backups_of(profile)
        self.library = Library.open(
            profile.library_file, profile.cache_file, writable=writable, tell=self._tell, backups=self.backups
        )
        self.keeper = Keeper(profile, self.library, self.backups, self.notify)
        """Not started by itself: for the writer of the profile."""
        self.vocabularies = VocabularyFiles(resources() / "vocabularies", profile.vocabularies)
        self._active = ActiveVocabularies(self.vocabularies, lambda: self.settings.vocabularies)
        self.decoder = Decoder()
        """The child process for auditions, waveforms, exports and what stands in files; started on first use."""
        self.file_texts = FileTextReading(self.library, self.decoder, lambda: self.ucs_categories, self.notify)
        """Not started by itself, either."""
        self.changing_files = threading.Lock()
        """Held by whoever changes files that are a person's: one at a time in this process."""
        self._changing = threading.Lock()
        self._folders = WatchedFolders(self.library, lambda: self.indexer, self._tell_of_changes)
        self._embedders = Embedders(
            spec,
            self._listen_with,
            vocabularies=self.active_vocabularies,
            notify=self._follow,
            taken_over=lambda name: self.change_settings(embedder=name, next_embedder=""),
        )
        self._tags = TagLoading(lambda: self.tagger, self.active_vocabularies, self.notify)

    def __enter__(self) -> "Earmark":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # The parts.

    @property
    def listening(self) -> Listening:
        """The parts of the embedder that serves. Another may take over at any moment, so whoever needs two parts for
        one thing takes both from here: embeddings of two embedders cannot be compared.
        """
        return self._embedders.present

    @property
    def spec(self) -> EmbedderSpec:
        return self._embedders.present.spec

    @property
    def worker(self) -> EmbeddingWorker:
        return self._embedders.present.worker

    @property
    def searcher(self) -> Searcher:
        return self._embedders.present.searcher

    @property
    def examples(self) -> Examples:
        return self._embedders.present.examples

    @property
    def previewer(self) -> Previewer:
        return self._embedders.present.previewer

    @property
    def events(self) -> SoundEvents:
        return self._embedders.present.events

    @property
    def tagger(self) -> Tagger:
        return self._embedders.present.tagger

    @property
    def embedded(self) -> EmbeddedLibrary:
        return self._embedders.present.embedded

    @property
    def indexer(self) -> Indexer:
        """Raises RuntimeError when the library is only read."""
        if self._embedders.present.indexer is None:
            raise RuntimeError("this library was opened for reading")
        return self._embedders.present.indexer

    # What a person does.

    def change_settings(self, **values: Any) -> None:
        """Set and save some settings. Raises SettingsError."""
        with self._changing:
            changed = replace(self.settings, **values)
            save_settings(self.profile.settings_file, changed)
            before, self.settings = self.settings, changed
        if (changed.measuring and not before.measuring) or (changed.moments and not before.moments):
            self.hear_what_waits()

    def add_folders(self, paths: Iterable[Path]) -> list[Folder]:
        """Add folders to the library and begin to index them. Raises LibraryError for one that is not there."""
        return [self._folders.add(path) for path in paths]

    def remove_folder(self, folder_id: int) -> None:
        """Take a folder out of the library; files and verdicts stay."""
        self._folders.remove(folder_id)

    def locate_folder(self, folder_id: int, new: Path) -> Folder:
        """Tell the library where a folder has moved. Raises LibraryError."""
        return self._folders.locate(folder_id, new)

    def use_embedder(self, name: str) -> None:
        """Listen with another embedder from now on; what it has not heard yet is indexed. Raises EmbedderError."""
        spec = spec_of(name, self.profile, self.settings)
        self.change_settings(embedder=name, next_embedder="")
        if self._embedders.use(name, spec):
            self.load_tags_soon()

    def prepare_embedder(self, name: str) -> None:
        """Let another embedder hear everything while the present one serves; then it takes over by itself.

        Raises EmbedderError when it cannot be used.
        """
        spec = spec_of(name, self.profile, self.settings)
        if spec == self.spec:
            self.change_settings(embedder=name, next_embedder="")
        else:
            self.change_settings(next_embedder=name)
        self._embedders.prepare(name, spec)

    def go_on_preparing(self) -> None:
        """Take up what `prepare_embedder` began before the program was closed. A problem becomes an event."""
        name = self.settings.next_embedder
        if not name:
            return
        try:
            self.prepare_embedder(name)
        except EmbedderError as error:
            self.notify(SuccessorStopped(name, str(error)))

    def keep_embedder(self) -> None:
        """The present embedder stays; what another has heard so far is kept, in case it is wanted again."""
        self._embedders.keep_present()
        self.change_settings(next_embedder="")

    @property
    def successor(self) -> str:
        """The embedder that hears the library to take over; empty when there is none."""
        return self._embedders.successor

    def hear_what_waits(self) -> None:
        """Something waits that no scan has found: sounds that could not be read are to be tried again, or are to be
        measured, or their moments to be heard, from now on.
        """
        for indexer in self._embedders.indexers:
            indexer.look_again()

    def pause(self) -> None:
        """Rest after the present sound, whoever hears it."""
        for indexer in self._embedders.indexers:
            indexer.pause()

    def resume(self) -> None:
        """Go on after a pause, or after what stopped the work was mended."""
        for indexer in self._embedders.indexers:
            indexer.resume()

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
        self._folders.start_watching()

    def watch_status(self, folder_id: int) -> str:
        """How a folder is kept up to date: a sentence, empty when it is watched live."""
        return self._folders.watch_status(folder_id)

    def active_vocabularies(self) -> list[Vocabulary]:
        """The active vocabularies that can be read; the log says once where another one is broken."""
        return self._active.load()

    def vocabulary_problems(self) -> list[VocabularyProblem]:
        """One for each active vocabulary whose tags are not on any sound, though a person would think so."""
        return self._active.problems(self.spec.embedder_id)

    def load_tags(self) -> None:
        """Embed the active vocabularies' prompts where that is new. Takes up to seconds. Raises EmbedderError."""
        self._tags.load()

    def load_tags_soon(self) -> None:
        """`load_tags` on a thread; a problem becomes an event."""
        self._tags.load_soon()

    def wait_for_tags(self) -> None:
        """Wait for what `load_tags_soon` began."""
        self._tags.wait()

    def stop_working(self) -> None:
        """End indexing and the embedding child without waiting for the sound that is being heard, and say so to whoever
        waits for them (WorkerClosedError). May be called twice.
        """
        self._embedders.stop()
        self._tags.wait()

    def close(self) -> None:
        """Stop all work, in order; what was acknowledged is on the disk. May be called twice."""
        self._folders.close()
        self.keeper.close()
        self.stop_working()
        self.file_texts.close()
        self.decoder.close()
        self.library.close()

    def _listen_with(self, spec: EmbedderSpec, notify: Callable[[IndexEvent], None]) -> Listening:
        return listen_with(
            spec,
            self.library,
            notify,
            in_process=self._in_process,
            at_once=self._at_once,
            measuring_wanted=lambda: self._measuring and self.settings.measuring,
            moments_wanted=lambda: self._moments and self.settings.moments,
        )

    @cached_property
    def ucs_categories(self) -> dict[str, Category]:
        """What each CatID stands for, by its small letters. Raises VocabularyError, for a damaged installation."""
        return categories_of(self.vocabularies.load("ucs"))

    def _tell(self, sentence: str) -> None:
        self.notify(LibraryNoticed(sentence))

    def _follow(self, event: IndexEvent) -> None:
        """Tell of what an indexer does; on its thread."""
        if isinstance(event, FolderScanned) and not event.online:
            self._folders.note_absence(event.folder_id)
        if isinstance(event, FolderScanned | IndexingIdle):
            self.file_texts.look_again()
        self.notify(event)

    def _tell_of_changes(self, folder_id: int) -> None:
        self.embedded.invalidate()
        self.notify(SoundsChanged(folder_id))
