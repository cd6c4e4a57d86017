"""Gets the active vocabularies' tags ready, at once or on a thread."""

import threading
from collections.abc import Callable, Sequence

from desktop_app.core.events import IndexEvent, IndexingStopped, TagsChanged
from desktop_app.core.tag import Vocabulary
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.databases.library_errors import LibraryError


class TagLoading:
    """Whatever embedder serves, its tagger gets the vocabularies that are active. May be used on any thread."""

    def __init__(
        self,
        tagger: Callable[[], Tagger],
        vocabularies: Callable[[], Sequence[Vocabulary]],
        notify: Callable[[IndexEvent], None],
    ) -> None:
        self._tagger = tagger
        self._vocabularies = vocabularies
        self._notify = notify
        self._beginning = threading.Lock()
        self._thread: threading.Thread | None = None

    def load(self) -> None:
        """Embed prompts where they are new. Takes up to seconds. Raises EmbedderError.

        Where there are no tags yet, the first vocabulary's are there before the others' are.
        """
        tagger, vocabularies = self._tagger(), self._vocabularies()
        if not tagger.ready and not tagger.knows_prompts_of(vocabularies):
            for number in range(1, len(vocabularies)):
                tagger.set_vocabularies(vocabularies[:number])
                self._notify(TagsChanged())
        tagger.set_vocabularies(vocabularies)
        self._notify(TagsChanged())

    def load_soon(self) -> None:
        """`load` on a thread; a problem becomes an event."""

        def work(previous: threading.Thread | None) -> None:
            if previous is not None:
                previous.join()
            try:
                self.load()
            except WorkerClosedError:
                return  # whoever closes has no use for tags
            except (EmbedderError, LibraryError, WorkerDiedError) as error:
                self._notify(IndexingStopped(str(error)))

        with self._beginning:  # nobody may wait for a thread that has not begun
            thread = threading.Thread(target=work, args=[self._thread], name="tags")
            thread.start()
            self._thread = thread

    def wait(self) -> None:
        """Wait for what `load_soon` began."""
        with self._beginning:
            thread = self._thread
        if thread is not None:
            thread.join()
