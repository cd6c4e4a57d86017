"""Which embedder serves, which one is to take over, and how the one follows the other."""

import threading
from collections.abc import Callable, Sequence

from desktop_app.core.events import EmbedderChanged, IndexEvent, SoundsChanged, SoundsIndexed, TagsChanged
from desktop_app.core.tag import Vocabulary
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.open_profile.listening import Listening
from desktop_app.open_profile.successor import Successor

Make = Callable[[EmbedderSpec, Callable[[IndexEvent], None]], Listening]


class Embedders:
    """The present embedder's parts, and perhaps those of its successor. May be used on any thread."""

    def __init__(
        self,
        spec: EmbedderSpec,
        make: Make,
        *,
        vocabularies: Callable[[], Sequence[Vocabulary]],
        notify: Callable[[IndexEvent], None],
        taken_over: Callable[[str], None],
    ) -> None:
        """`taken_over` is told the name of a successor that serves from now on, on a thread of its own."""
        self._make = make
        self._vocabularies = vocabularies
        self._notify = notify
        self._taken_over = taken_over
        self._lock = threading.Lock()
        self._successor: Successor | None = None
        self._released: list[Successor] = []
        """Those that serve or served: their threads end with their parts."""
        self._present = make(spec, self._tell)

    @property
    def present(self) -> Listening:
        """The parts that serve."""
        return self._present

    @property
    def successor(self) -> str:
        """The name of the embedder that is to take over; empty when there is none."""
        with self._lock:
            return "" if self._successor is None else self._successor.name

    @property
    def indexers(self) -> list[Indexer]:
        """All that are at work. Empty when the library is only read."""
        with self._lock:
            parts = [self._present] if self._successor is None else [self._present, self._successor.listening]
        return [part.indexer for part in parts if part.indexer is not None]

    def use(self, name: str, spec: EmbedderSpec) -> bool:
        """Serve with this one from now on, ready or not; whether its tags must still be loaded."""
        successor = self._take_successor()
        if successor is not None and (successor.name != name or spec == self._present.spec):
            successor.stop()
            successor = None
        if spec == self._present.spec:
            return False
        before = self._present
        if successor is None:
            self._present = self._make(spec, self._tell)
        else:
            self._present = successor.release()
            self._released.append(successor)
        before.stop()
        if before.indexer is not None and self._present.indexer is not None:
            if before.indexer.paused and not before.indexer.problem:
                self._present.indexer.pause()
            if successor is None:
                self._present.indexer.start()
            # What the one before was asked to scan, and did not, is scanned now.
            self._present.indexer.rescan()
        return successor is None

    def prepare(self, name: str, spec: EmbedderSpec) -> None:
        """Let this one hear everything while the present one serves, and then take over."""
        self.keep_present()
        if spec == self._present.spec:
            return
        successor = Successor(
            name, lambda notify: self._make(spec, notify), self._vocabularies, self._notify, self._hand_over
        )
        present = self._present.indexer
        with self._lock:
            self._successor = successor
        successor.start(paused=present is not None and present.paused and not present.problem)

    def keep_present(self) -> None:
        """Nobody is to take over; what a successor has heard is kept, in case it is wanted again."""
        successor = self._take_successor()
        if successor is not None:
            successor.stop()

    def stop(self) -> None:
        """End everything without waiting for the sound that is being heard. May be called twice."""
        self.keep_present()
        self._present.stop()
        for released in self._released:
            released.join()

    def _tell(self, event: IndexEvent) -> None:
        """What the serving parts tell; who is to take over has to hear new sounds, too."""
        self._notify(event)
        if isinstance(event, SoundsIndexed | SoundsChanged):
            with self._lock:
                if self._successor is not None:
                    self._successor.look_again()

    def _take_successor(self) -> Successor | None:
        """The one that prepares, which from now on cannot take over by itself."""
        with self._lock:
            successor, self._successor = self._successor, None
            return successor

    def _hand_over(self, successor: Successor) -> None:
        """It has heard everything: from now on it serves. On its own thread."""
        with self._lock:
            if self._successor is not successor:
                return
            before, self._present = self._present, successor.release()
            self._successor = None
            self._released.append(successor)
        before.stop()
        self._taken_over(successor.name)
        successor.indexer.rescan()
        self._notify(TagsChanged())
        self._notify(EmbedderChanged(successor.name))
