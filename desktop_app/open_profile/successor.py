"""An embedder that hears the whole library while the present one still serves, and then takes its place."""

import threading
from collections.abc import Callable, Sequence

from desktop_app.core.events import (
    IndexEvent,
    IndexingIdle,
    IndexingProgress,
    IndexingStopped,
    MeasuringProgress,
    MomentsProgress,
    SoundsIndexed,
    SuccessorProgress,
    SuccessorStopped,
    TagsChanged,
)
from desktop_app.core.tag import Vocabulary
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.open_profile.listening import Listening

MakeListening = Callable[[Callable[[IndexEvent], None]], Listening]


class Successor:
    """Prepares tags and embeddings on threads of its own and says when all is there."""

    def __init__(
        self,
        name: str,
        make: MakeListening,
        vocabularies: Callable[[], Sequence[Vocabulary]],
        notify: Callable[[IndexEvent], None],
        ready: Callable[["Successor"], None],
    ) -> None:
        """`make` gets what the parts tell events to; `ready` is called on this object's thread, once."""
        self.name = name
        """Of the embedder, as a person chose it."""
        self._notify = notify
        self._vocabularies = vocabularies
        self._ready = ready
        self._serves = False
        self._heard = threading.Event()
        self._stopped = False
        self.listening = make(self._follow)
        self._thread = threading.Thread(target=self._prepare, name="successor")

    @property
    def indexer(self) -> Indexer:
        """Raises RuntimeError when the library is only read."""
        if self.listening.indexer is None:
            raise RuntimeError("this library was opened for reading")
        return self.listening.indexer

    def start(self, *, paused: bool) -> None:
        """Begin to hear what this embedder has not heard yet, or to rest when the person wants that."""
        if paused:
            self.indexer.pause()
        self.indexer.start()
        self._thread.start()

    def release(self) -> Listening:
        """Take the present one's place, ready or not; what the parts tell is told as it is from now on."""
        self._serves = True
        self._heard.set()
        return self.listening

    def stop(self) -> None:
        """End everything; what was heard is kept."""
        self._stopped = True
        self.listening.stop()
        self._heard.set()
        self.join()

    def join(self) -> None:
        """Wait for the thread, after `stop`, or after `release` and the end of the parts."""
        if self._thread.is_alive():
            self._thread.join()

    def look_again(self) -> None:
        """Sounds may have come that this embedder has not heard."""
        self._heard.clear()
        self.indexer.look_again()

    def _prepare(self) -> None:
        try:
            self.listening.tagger.set_vocabularies(self._vocabularies())
        except WorkerClosedError:
            return
        except (EmbedderError, LibraryError, WorkerDiedError) as error:
            self._follow(IndexingStopped(str(error)))
            return
        self._heard.wait()
        if self._serves:
            self._notify(TagsChanged())
        elif not self._stopped:
            self._ready(self)

    def _follow(self, event: IndexEvent) -> None:
        """Say what the person should know of it; until it serves, nothing that is shown comes from this embedder."""
        if self._serves:
            self._notify(event)
            return
        match event:
            case IndexingProgress():
                self._notify(SuccessorProgress(self.name, event))
            case IndexingStopped():
                self._notify(SuccessorStopped(self.name, event.reason))
            case IndexingIdle() | MeasuringProgress() | MomentsProgress():
                self._heard.set()  # the rest may come later: every sound can be found
            case SoundsIndexed():
                pass
            case _:
                self._notify(event)
