"""Reading what stands in files ends when it is told to, and nobody waits for it in vain."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.metadata import FileProblem, Metadata
from desktop_app.core.sound import Sound
from desktop_app.core.tag import VocabularyError
from desktop_app.core.ucs_name import Category
from desktop_app.engine.decoding.sound_errors import UnreachableSoundError, UnreadableSoundError
from desktop_app.engine.indexing.file_text_reading import FileTextReading
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.decoder_work import ReadTexts
from desktop_app.library.library import Library
from tests.library_maker import DEADLINE, fill, open_library, random_vectors


class _Cancelled:
    def cancel(self) -> None: ...


class _Asked(Decoder):
    """Answers with `answer`, or never."""

    def __init__(self, answer: Metadata | UnreadableSoundError | None) -> None:
        self._answer = answer
        self.asked = threading.Event()

    def request(self, work: Any, done: Callable[[Any], None]) -> Any:
        assert isinstance(work, ReadTexts)
        if self._answer is not None:
            done(self._answer)
        self.asked.set()
        return _Cancelled()


@contextmanager
def reading(
    library: Library, decoder: Decoder, categories: Callable[[], Mapping[str, Category]] = dict
) -> Iterator[FileTextReading]:
    made = FileTextReading(library, decoder, categories, lambda _event: None)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as library:
        fill(library, tmp_path / "Sounds", "network", random_vectors(1_000, 4))
        yield library


def test_closing_leaves_the_rest_of_a_large_library_alone(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[int] = []
    look_up = library.sounds.many

    def many(sound_ids: Sequence[int]) -> list[Sound]:
        looked_up.append(len(sound_ids))
        return look_up(sound_ids)

    monkeypatch.setattr(library.sounds, "many", many)
    decoder = _Asked(None)
    with reading(library, decoder) as begun:
        begun.look_again()
        assert decoder.asked.wait(DEADLINE)
    assert len(looked_up) == 1
    assert len(library.file_texts.waiting()) == 1_000


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_nobody_waits_for_a_reading_that_failed(library: Library) -> None:
    def broken() -> Mapping[str, Category]:
        raise VocabularyError("ucs.toml", None, "this file is gone.")

    with reading(library, _Asked(Metadata()), broken) as begun:
        begun.look_again()
        assert begun.wait_idle(DEADLINE)


def test_everything_is_read_and_then_it_rests(library: Library) -> None:
    with reading(library, _Asked(Metadata())) as begun:
        begun.look_again()
        assert begun.wait_idle(DEADLINE)
        assert library.file_texts.waiting() == []


def test_a_file_over_which_the_reading_died_is_not_taken_for_one_that_says_nothing(library: Library) -> None:
    with reading(library, _Asked(UnreadableSoundError("It did not get on."))) as begun:
        begun.look_again()
        assert begun.wait_idle(DEADLINE)
        begun.look_again()  # in the same run it is let be
        assert begun.wait_idle(DEADLINE)
    sound_id = library.sounds.ids().tolist()[0]
    assert library.file_texts.of([sound_id])[sound_id].problems == (FileProblem.NOT_READ,)
    assert library.file_texts.waiting() == []
    assert library.file_texts.waiting_count() == 1_000
    with reading(library, _Asked(Metadata())) as later:
        later.look_again()
        assert later.wait_idle(DEADLINE)
    assert library.file_texts.waiting_count() == 0
    assert not library.file_texts.of([sound_id])[sound_id]


def test_a_file_that_cannot_be_reached_goes_on_waiting(library: Library) -> None:
    with reading(library, _Asked(UnreachableSoundError("The drive is gone."))) as begun:
        begun.look_again()
        assert begun.wait_idle(DEADLINE)
    assert len(library.file_texts.waiting()) == 1_000
