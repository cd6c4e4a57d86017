"""What other threads ask of the indexer, and how its own rests: all that they share, under one lock."""

import threading
from collections.abc import Callable, Collection, Iterable
from enum import Enum, auto
from pathlib import Path
from typing import Final

from desktop_app.core.events import IndexEvent, IndexingIdle, IndexingPaused

_PATHS_AT_ONCE: Final = 100
"""Changed files looked at before it is asked again whether to pause."""

Place = tuple[int, Path | None]
"""A folder, and a path in it or None for all of it."""


class Stage(Enum):
    """What is worked on."""

    SOUNDS = auto()
    MEASURING = auto()
    MOMENTS = auto()


class Agenda:
    """What is to be done, or why nothing is. Every method may be called on any thread but those at the end."""

    def __init__(self, worth_waiting: Callable[[], bool]) -> None:
        """`worth_waiting`: whether there will be more to do soon, though nobody asks for it."""
        self.paused = False
        """Whether work rests until it is resumed."""
        self.stopping = False
        """Whether the thread is to end, or has ended."""
        self.problem = ""
        """Why work rests until it is resumed: a sentence; empty when it does not, or rests because it was paused."""
        self._worth_waiting = worth_waiting
        self._places: dict[Place, None] = {}
        """To be scanned, in order; asked for twice = scanned once."""
        self._look_again = True
        """Whether sounds may be waiting that were not looked for yet."""
        self._busy = False
        self._stage = Stage.SOUNDS
        self._told: IndexEvent | None = None
        """How work rests, as it was last told; None while there is work."""
        self._changed = threading.Condition()

    @property
    def is_interrupted(self) -> bool:
        """Whether nothing new is to be begun."""
        return self.stopping or self.paused

    @property
    def has_places(self) -> bool:
        """Whether something is to be scanned."""
        return bool(self._places)

    @property
    def is_undisturbed(self) -> bool:
        """Whether nobody wants anything else than what is being done."""
        return not (self.is_interrupted or self._places or self._look_again)

    def ask(self, places: Iterable[Place]) -> None:
        """These are to be scanned, and what waits in the library is to be looked for."""
        with self._changed:
            self._places.update(dict.fromkeys(places))
            self._look_again = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Have work rest."""
        with self._changed:
            self.paused = True
            self._changed.notify_all()

    def resume(self) -> None:
        """Have it go on."""
        with self._changed:
            self.paused, self.problem = False, ""
            self._look_again = True
            self._changed.notify_all()

    def stop(self) -> None:
        """Have the thread end."""
        with self._changed:
            self.stopping = True
            self._changed.notify_all()

    def wait_idle(self, timeout: float | None, *, measuring: bool, moments: bool) -> bool:
        """See `Indexer.wait_idle`."""
        enough = {Stage.MOMENTS} if measuring else {Stage.MEASURING, Stage.MOMENTS}
        with self._changed:
            return self._changed.wait_for(lambda: self._at_rest() or (not moments and self._is_at(enough)), timeout)

    # What the indexer's thread calls.

    def wait_for_work(self, notify: Callable[[IndexEvent], None], seconds_to_rest: Callable[[], float | None]) -> bool:
        """Rest, and say so, until there is something to do; False when the thread is to end.

        `seconds_to_rest`: how long nothing is to be done unless somebody asks for it; None for ever.
        """
        while True:
            with self._changed:
                if self.stopping:
                    return False
                if not self.paused and (self._places or self._look_again):
                    self._busy, self._look_again = True, False
                    return True
                self._busy = False
                resting = self._way_of_resting()
                if resting == self._told:
                    self._changed.notify_all()
                    woken = self._changed.wait(timeout=None if self.paused else seconds_to_rest())
                    self._look_again |= not woken
                    continue
            # Told outside the lock: whoever listens may ask something of this indexer at once.
            if resting is not None:
                notify(resting)
            with self._changed:
                self._told = resting

    def take_places(self) -> list[Place]:
        """What is to be scanned next, of one folder; empty when there is nothing."""
        with self._changed:
            if not self._places:
                return []
            self._told = None
            folder_id = next(iter(self._places))[0]
            of_folder = [place for place in self._places if place[0] == folder_id]
            places = of_folder if (folder_id, None) in self._places else of_folder[:_PATHS_AT_ONCE]
            for place in places:
                del self._places[place]
            return places

    def note_work(self) -> None:
        """Work is done: how it rested is no longer what was told last."""
        self._told = None

    def begin(self, stage: Stage) -> None:
        """Another stage is worked on."""
        with self._changed:
            self._stage = stage
            self._changed.notify_all()

    def leave_stage(self, *, look_again: bool) -> None:
        """Sounds are worked on again; `look_again`: at once."""
        with self._changed:
            self._stage = Stage.SOUNDS
            self._look_again |= look_again

    def rest_because(self, problem: str) -> None:
        """Rest until a person has mended something and says so."""
        with self._changed:
            self.paused, self.problem = True, problem

    def end(self) -> None:
        """The thread ends."""
        with self._changed:
            self.stopping, self._busy = True, False
            self._changed.notify_all()

    def _at_rest(self) -> bool:
        return self.stopping or (not self._busy and self._told is not None and self._told == self._way_of_resting())

    def _is_at(self, stages: Collection[Stage]) -> bool:
        return self._stage in stages and self._way_of_resting() is not None

    def _way_of_resting(self) -> IndexEvent | None:
        """What the work would be said to do if the thread rested now; None when there is more to do."""
        if self.paused:
            return IndexingPaused()
        waits = self._places or self._look_again or self._worth_waiting()
        return None if waits else IndexingIdle()
