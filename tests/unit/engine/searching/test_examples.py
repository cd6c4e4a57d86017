"""An example is anything a person can point at; what is not in the library is heard and forgotten."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.example import Example
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.engine.decoding.heard_sound import HeardSound
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.engine.searching.examples import ExampleError, Examples
from tests.fakes import FakeEmbedder
from tests.library_maker import Listening, listening
from tests.sounds import make, noise, tone


class CountingWorker(InProcessWorker):
    """Counts how often it listens."""

    def __init__(self) -> None:
        super().__init__(FakeEmbedder())
        self.heard: list[Path] = []
        self.dies = False

    def hear(self, path: Path) -> HeardSound:
        """As it is, and counted."""
        self.heard.append(path)
        if self.dies:
            raise WorkerDiedError("memory")
        return super().hear(path)

    def embed_part(self, path: Path, start: float, end: float | None) -> Vectors:
        """As it is, and counted."""
        self.heard.append(path)
        return super().embed_part(path, start, end)


@pytest.fixture
def worker() -> CountingWorker:
    return CountingWorker()


@pytest.fixture
def shelf(tmp_path: Path, worker: CountingWorker) -> Iterator[Listening]:
    folder = tmp_path / "sounds"
    folder.mkdir()
    make(folder, name="kick", frames=tone(0.3, hertz=60))
    make(folder, name="two", frames=np.concatenate([tone(0.5, hertz=60), noise(0.5, seed=1)]))
    make(folder, name="half", frames=np.concatenate([tone(0.5), np.zeros((24_000, 1), dtype=np.float32)]))
    with listening(tmp_path / "profile", worker) as made:
        made.index(folder)
        worker.heard.clear()
        yield made


@pytest.fixture
def examples(shelf: Listening, worker: CountingWorker) -> Examples:
    return Examples(shelf.library, shelf.embedded, worker, FakeEmbedder.embedder_id)


def sound_id(shelf: Listening, name: str) -> int:
    sounds = shelf.library.sounds
    return next(sound.sound_id for sound in sounds.many(sounds.ids().tolist()) if sound.path.stem == name)


def test_a_sound_of_the_library_is_looked_up(
    examples: Examples, shelf: Listening, worker: CountingWorker, tmp_path: Path
) -> None:
    by_id = examples.vector(Example(sound_id(shelf, "kick")))
    by_path = examples.vector(Example(path=tmp_path / "sounds" / "kick.wav"))
    np.testing.assert_array_equal(by_id, by_path)
    assert worker.heard == []


def test_any_other_file_is_heard_once_and_stored_nowhere(
    examples: Examples, shelf: Listening, worker: CountingWorker, tmp_path: Path
) -> None:
    path = make(tmp_path, name="outside", frames=noise(0.4, seed=5))
    first, again = examples.vector(Example(path=path)), examples.vector(Example(path=path))
    np.testing.assert_array_equal(first, again)
    assert worker.heard == [path]
    assert shelf.library.sounds.by_path(path) is None
    contents, _ = shelf.library.cache.embeddings(FakeEmbedder.embedder_id)
    assert len(contents) == 3


def test_a_file_that_changed_is_heard_again(examples: Examples, worker: CountingWorker, tmp_path: Path) -> None:
    path = make(tmp_path, name="outside", frames=noise(0.4, seed=5))
    first = examples.vector(Example(path=path))
    make(tmp_path, name="outside", frames=tone(0.7, hertz=90))
    assert not np.array_equal(first, examples.vector(Example(path=path)))
    assert worker.heard == [path, path]


def test_a_region_is_another_example_than_the_whole(examples: Examples, shelf: Listening, tmp_path: Path) -> None:
    two = sound_id(shelf, "two")
    whole = examples.vector(Example(two))
    low, high = examples.vector(Example(two, end=0.5)), examples.vector(Example(two, start=0.5))
    alone = make(tmp_path, name="alone", frames=tone(0.5, hertz=60))
    assert not np.allclose(low, high, atol=0.05)
    assert not np.allclose(whole, low, atol=0.05)
    np.testing.assert_allclose(low, examples.vector(Example(path=alone)), atol=0.02)


def test_the_same_region_is_heard_once(examples: Examples, shelf: Listening, worker: CountingWorker) -> None:
    region = Example(sound_id(shelf, "two"), start=0.2, end=0.6)
    np.testing.assert_array_equal(examples.vector(region), examples.vector(region))
    assert len(worker.heard) == 1


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [(0.6, 0.9, "silent"), (0.1, 0.101, "too short"), (5.0, 6.0, "too short"), (0.4, 0.2, "too short")],
)
def test_a_region_with_nothing_in_it_is_a_sentence(
    examples: Examples, shelf: Listening, start: float, end: float, said: str
) -> None:
    with pytest.raises(ExampleError, match=rf"“half.wav” cannot be compared with other sounds\. .*{said}"):
        examples.vector(Example(sound_id(shelf, "half"), start=start, end=end, name="half.wav"))


def test_what_cannot_be_heard_is_a_sentence(examples: Examples, worker: CountingWorker, tmp_path: Path) -> None:
    text = tmp_path / "letter.wav"
    text.write_text("Dear diary, this is not a sound.\n" * 50)
    for path in (text, tmp_path / "gone.wav", tmp_path):
        with pytest.raises(ExampleError, match=rf"“{path.name}” cannot be compared with other sounds\. "):
            examples.vector(Example(path=path))
    worker.dies = True
    with pytest.raises(ExampleError, match="needs more memory"):
        examples.vector(Example(path=make(tmp_path, name="big", frames=tone(0.2))))


def test_a_sound_that_left_the_library_is_a_sentence(examples: Examples) -> None:
    with pytest.raises(ExampleError, match="no longer in the library"):
        examples.vector(Example(12_345))


def test_only_the_last_few_are_kept(examples: Examples, worker: CountingWorker, tmp_path: Path) -> None:
    paths = [make(tmp_path, name=f"n{number}", frames=noise(0.05, seed=number)) for number in range(20)]
    for path in paths:
        examples.vector(Example(path=path))
    vector = examples.vector(Example(path=paths[-1]))
    assert len(worker.heard) == 20
    assert np.array_equal(vector, stored_precision(vector))
    examples.vector(Example(path=paths[0]))
    assert len(worker.heard) == 21
