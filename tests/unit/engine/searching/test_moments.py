"""Windows in memory are searched exactly and kept up to date; old ones of a sound are never taken for new ones."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.analysis import Analysis
from desktop_app.core.events import MomentsProgress
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.searching import moments
from desktop_app.engine.searching.moments import BEST, MomentIndex
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.tables.windows import CoarseWindows, HeardWindows
from tests.library_maker import open_library

EMBEDDER = "fake/1"
DIMENSION = 64
ANALYSIS = Analysis("moments", 1)
SAVED = MomentsProgress(1, 1, 0.0)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "profile") as opened:
        yield opened


def vectors_of(seed: int, count: int) -> Vectors:
    """Windows of a sound, which are like each other, as they are in one."""
    generator = np.random.default_rng(seed)
    alike = generator.standard_normal((1, DIMENSION)) + 0.3 * generator.standard_normal((count, DIMENSION))
    return (alike * generator.uniform(0.5, 2.0, (count, 1))).astype(np.float32)


def save(library: Library, content: int, vectors: Vectors, *, embedder: str = EMBEDDER) -> None:
    starts = tuple(5.0 * number for number in range(len(vectors)))
    library.windows.save(embedder, ANALYSIS, content.to_bytes(16, "big"), HeardWindows(10.0, starts, vectors))


def question(seed: int = 99) -> Vectors:
    return np.random.default_rng(seed).standard_normal(DIMENSION).astype(np.float32)


class TestSearching:
    @pytest.mark.parametrize("block", [16_384, 100])
    def test_the_best_are_exact_and_the_rest_nearly_so(
        self, library: Library, block: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(moments, "_BLOCK", block)
        heard = [vectors_of(number, 37) for number in range(40)]
        for number, vectors in enumerate(heard):
            save(library, number, vectors)
        matrix = np.concatenate(heard)
        windows = MomentIndex(library, EMBEDDER).windows()
        assert len(windows) == len(matrix)
        lengths = np.linalg.norm(matrix, axis=1)
        for seed in range(5):
            asked = question(seed)
            exact = matrix @ asked
            for found, expected, near in (
                (windows.scores(asked), exact, 0.02 * float(np.linalg.norm(asked)) * float(lengths.max())),
                (windows.likeness(asked), exact / lengths / np.linalg.norm(asked), 0.02),
            ):
                best = np.argsort(-expected)[:BEST]
                assert set(np.argsort(-found)[:BEST].tolist()) == set(best.tolist())
                np.testing.assert_allclose(found[best], expected[best], rtol=2e-4)
                np.testing.assert_allclose(found, expected, atol=near)

    def test_the_quick_look_alone_would_not_do(self, library: Library) -> None:
        """Windows that differ by less than a byte can say are told apart all the same."""
        base = vectors_of(1, 1)[0]
        steps = np.linspace(0, 1e-3, 300, dtype=np.float32)[:, None] * np.sign(question())[None]
        matrix = (base[None] + steps * np.abs(base).max()).astype(np.float32)
        save(library, 0, matrix)
        found = MomentIndex(library, EMBEDDER).windows().scores(question())
        assert set(np.argsort(-found)[:50].tolist()) == set(range(250, 300))

    def test_a_question_or_a_window_without_length_scores_nothing(self, library: Library) -> None:
        save(library, 0, np.stack([np.zeros(DIMENSION, dtype=np.float32), vectors_of(1, 1)[0]]))
        windows = MomentIndex(library, EMBEDDER).windows()
        assert windows.scores(np.zeros(DIMENSION, dtype=np.float32)).tolist() == [0.0, 0.0]
        assert windows.likeness(np.zeros(DIMENSION, dtype=np.float32)).tolist() == [0.0, 0.0]
        assert windows.likeness(question())[0] == 0.0

    def test_one_window_alone_is_searched(self, library: Library) -> None:
        save(library, 0, vectors_of(1, 1))
        [score] = MomentIndex(library, EMBEDDER).windows().scores(question())
        assert score == pytest.approx(float(vectors_of(1, 1)[0] @ question()), rel=1e-3)

    def test_windows_that_were_replaced_meanwhile_keep_the_score_of_the_quick_look(self, library: Library) -> None:
        vectors = vectors_of(1, 5)
        save(library, 0, vectors)
        windows = MomentIndex(library, EMBEDDER).windows()
        save(library, 0, vectors_of(2, 3))
        expected = vectors @ question()
        np.testing.assert_allclose(windows.scores(question()), expected, atol=0.02 * np.abs(expected).max() + 0.1)


class TestKeepingUp:
    def test_nothing_is_read_before_something_was_saved(self, library: Library) -> None:
        index = MomentIndex(library, EMBEDDER)
        empty = index.windows()
        assert len(empty) == 0
        assert empty.contents == ()
        save(library, 0, vectors_of(0, 3))
        assert index.windows() is empty, "nobody told of it"
        index.follow(SAVED)
        assert len(index.windows()) == 3
        assert len(empty) == 0, "what somebody holds does not change"

    def test_many_small_additions_are_put_together(self, library: Library) -> None:
        index = MomentIndex(library, EMBEDDER)
        heard = [vectors_of(number, 3) for number in range(20)]
        for number, vectors in enumerate(heard):
            save(library, number, vectors)
            index.follow(SAVED)
            windows = index.windows()
            assert windows.contents == tuple(each.to_bytes(16, "big") for each in range(number + 1))
            exact = np.concatenate(heard[: number + 1]) @ question()
            np.testing.assert_allclose(windows.scores(question()), exact, rtol=1e-3, atol=1e-3)
            assert windows.first.tolist() == [3 * each for each in range(number + 2)]

    def test_after_an_error_midway_nothing_is_missing(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(moments, "_BLOCK", 1)
        index, read = MomentIndex(library, EMBEDDER), library.windows.since
        for number in range(3):
            save(library, number, vectors_of(number, 3))

        def break_off(embedder_id: str, number: int) -> Iterator[CoarseWindows]:
            yield from islice(read(embedder_id, number), 2)
            raise LibraryError("The disk that holds the library could not be read.")

        monkeypatch.setattr(library.windows, "since", break_off)
        with pytest.raises(LibraryError):
            index.windows()
        library.windows.save(EMBEDDER, ANALYSIS, (2).to_bytes(16, "big"), HeardWindows(10.0, (), vectors_of(0, 0)))
        monkeypatch.setattr(library.windows, "since", read)
        assert [content[-1] for content in index.windows().contents] == [0, 1]

    def test_windows_of_other_embedders_are_left_out(self, library: Library) -> None:
        save(library, 0, vectors_of(0, 3), embedder="another")
        assert len(MomentIndex(library, EMBEDDER).windows()) == 0

    def test_a_sound_that_was_heard_again_has_its_new_windows_last(self, library: Library) -> None:
        index = MomentIndex(library, EMBEDDER)
        save(library, 7, vectors_of(0, 4))
        assert len(index.windows()) == 4
        save(library, 7, vectors_of(1, 2))
        index.follow(SAVED)
        windows = index.windows()
        assert windows.contents == ((7).to_bytes(16, "big"),) * 2
        np.testing.assert_allclose(windows.scores(question())[-2:], vectors_of(1, 2) @ question(), rtol=1e-3)
