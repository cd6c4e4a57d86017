"""Reads what stands in sound files about themselves, in the background and beside the hearing, which takes far longer.

What waits is read from the library, so that a killed program goes on where it stopped, and a library from before this
was read is brought up to date without being heard again. A file over which the reading died, or did not get on, is one
of which nothing is known: it is said so, and tried again the next time that the program runs.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final, TypeAlias

from desktop_app.core.events import FileTextsRead, IndexEvent
from desktop_app.core.metadata import FileProblem, Metadata
from desktop_app.core.sound import Sound
from desktop_app.core.ucs_name import Category, parse_ucs_name, texts_of_name
from desktop_app.engine.decoding.sound_errors import UnreachableSoundError, UnreadableSoundError
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.decoder_work import ReadTexts
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library

log = logging.getLogger(__name__)

_AT_ONCE: Final = 256
"""Sounds that are looked up together."""
_STORE_EVERY: Final = 1.0
"""Seconds; a thousand files are read in that."""


_Answer: TypeAlias = Metadata | UnreadableSoundError | None


class FileTextReading:
    """A thread that reads whatever waits. Only for who may write the library."""

    def __init__(
        self,
        library: Library,
        decoder: Decoder,
        categories: Callable[[], Mapping[str, Category]],
        notify: Callable[[IndexEvent], None],
    ) -> None:
        """`categories`: those of UCS, by CatID in lower case; asked for once, when the first file is read. `notify` is
        told once a second which files were read, on the thread.
        """
        self._library = library
        self._decoder = decoder
        self._ask_for_categories = categories
        self._notify = notify
        self._closing = False
        self._asked = False
        self._tries_again = True
        """Whether those are still to be tried again that could not be read by an earlier run of the program."""
        self._working = False
        self._resting = threading.Condition()
        self._answers: queue.SimpleQueue[_Answer] | None = None
        """Where the decoder's answer is waited for."""
        self._thread = threading.Thread(target=self._run, name="file-texts")

    def look_again(self) -> None:
        """Something may wait; the thread starts with the first time."""
        with self._resting:
            if self._closing:
                return
            self._asked = True
            if self._thread.ident is None:
                self._thread.start()
            self._resting.notify_all()

    def wait_idle(self, timeout: float | None = None) -> bool:
        """Wait until nothing is left to read; False after `timeout` seconds."""
        with self._resting:
            return self._resting.wait_for(lambda: self._closing or not (self._asked or self._working), timeout)

    def close(self) -> None:
        """End, at once where the decoder has not answered yet. May be called twice, and without a start."""
        with self._resting:
            self._closing = True
            self._resting.notify_all()
            if self._answers is not None:
                self._answers.put(None)
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            while self._is_asked():
                try:
                    waiting = self._library.file_texts.waiting(again=self._tries_again)
                    self._tries_again = False
                    self._read(waiting)
                except LibraryError as error:
                    log.warning("the texts of files are not read: %s", error)
        finally:  # whatever ended it, nobody is to wait for it any more
            with self._resting:
                self._closing = True
                self._resting.notify_all()

    def _is_asked(self) -> bool:
        """Rest until something may wait; False when it is to end."""
        with self._resting:
            self._working = False
            self._resting.notify_all()
            self._resting.wait_for(lambda: self._closing or self._asked)
            self._asked, self._working = False, True
            return not self._closing

    def _read(self, waiting: list[int]) -> None:
        """Read these sounds' files and keep what stands in them; one that cannot be reached goes on waiting."""
        read: list[tuple[Sound, Metadata]] = []
        stored = time.monotonic()
        for start in range(0, len(waiting), _AT_ONCE):
            for sound in self._library.sounds.many(waiting[start : start + _AT_ONCE]):
                if self._closing:
                    self._keep(read)
                    return
                if (found := self._texts_of(sound)) is not None:
                    read.append((sound, found))
                if time.monotonic() - stored >= _STORE_EVERY:
                    self._keep(read)
                    read, stored = [], time.monotonic()
        self._keep(read)

    def _keep(self, read: list[tuple[Sound, Metadata]]) -> None:
        if read:
            self._library.file_texts.save(read)
            self._notify(FileTextsRead(tuple(sound.sound_id for sound, _ in read)))

    @cached_property
    def _categories(self) -> Mapping[str, Category]:
        return self._ask_for_categories()

    def _texts_of(self, sound: Sound) -> Metadata | None:
        """None for a file that cannot be reached for now."""
        answer = self._answer(ReadTexts(sound.path))
        if answer is None or isinstance(answer, UnreachableSoundError):
            return None
        if isinstance(answer, UnreadableSoundError):
            log.warning("what stands in %s is not known: %s", sound.path, answer)
            answer = Metadata(problems=(FileProblem.NOT_READ,))
        categories = self._categories
        name = parse_ucs_name(sound.path.stem, categories)
        named = () if name is None else texts_of_name(name, categories)
        return replace(answer, texts=(*answer.texts, *named))

    def _answer(self, work: ReadTexts) -> _Answer:
        """What the decoder says; None when it is to end meanwhile."""
        answers: queue.SimpleQueue[_Answer] = queue.SimpleQueue()
        with self._resting:
            if self._closing:
                return None
            self._answers = answers
        ticket = self._decoder.request(work, answers.put)
        answer = answers.get()
        if answer is None:
            ticket.cancel()
        return answer
