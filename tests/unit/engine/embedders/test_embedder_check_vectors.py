"""Embedders that have something wrong with them, and whether that is seen."""

from collections.abc import Sequence

import numpy as np
import pytest

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import SoundStream
from desktop_app.engine.embedders.embedder_check_vectors import (
    DEAD,
    SOUNDS,
    TEXTS,
    agreement_line,
    alive_line,
    check_sounds,
    determinism_line,
    numbers_line,
)

DIMENSION = 8


class Odd:
    """Gives each sound and text numbers of its own, and adds what is wrong."""

    embedder_id = "odd"
    dimension = DIMENSION
    sample_rate = 8_000

    def __init__(self, *, wanders: str = "", neighbours: str = "", spoils: float = 1.0) -> None:
        self._wanders = wanders
        self._neighbours = neighbours
        self._spoils = np.float32(spoils)
        self._calls = 0

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        return self._rows("sounds", [int(np.abs(sound).sum() * 1000) + len(sound) for sound in sounds])

    def embed_stream(self, sound: SoundStream) -> Vectors:
        raise NotImplementedError

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        return self._rows("texts", [sum(text.encode()) for text in texts])

    def _rows(self, kind: str, seeds: list[int]) -> Vectors:
        self._calls += 1
        rows = np.stack([np.random.default_rng(seed).standard_normal(DIMENSION) for seed in seeds]).astype(np.float32)
        if kind == self._wanders:
            rows[0, 0] += 1e-6 * self._calls
        if kind == self._neighbours:
            rows += np.float32(1e-6 * len(rows))
        return rows * self._spoils


@pytest.fixture(scope="module")
def sounds() -> list[Samples]:
    """At the sample rate that all of them have."""
    return check_sounds(Odd())


def test_an_embedder_that_is_fine_is_fine(sounds: list[Samples]) -> None:
    embedder = Odd()
    assert len(sounds) == len(SOUNDS)
    assert determinism_line(embedder, sounds).mark == "ok"
    assert numbers_line(embedder, embedder.embed_audio(sounds)).mark == "ok"


@pytest.mark.parametrize("kind", ["sounds", "texts"])
@pytest.mark.parametrize("fault", ["wanders", "neighbours"])
def test_other_bits_the_next_time_or_among_others_are_seen(sounds: list[Samples], fault: str, kind: str) -> None:
    embedder = Odd(wanders=kind if fault == "wanders" else "", neighbours=kind if fault == "neighbours" else "")
    line = determinism_line(embedder, sounds)
    assert line.mark == "failed"
    assert f"The same {kind} get other embeddings" in line.text
    assert [line.details["sounds_same"], line.details["texts_same"]] == [kind != "sounds", kind != "texts"]


@pytest.mark.parametrize("spoils", [np.nan, np.inf, 0.0])
def test_what_is_no_number_or_nothing_is_seen(sounds: list[Samples], spoils: float) -> None:
    embedder = Odd(spoils=spoils)
    assert numbers_line(embedder, Odd().embed_audio(sounds)).mark == "failed"


def spread(cosine: float) -> Vectors:
    """Texts of which each two have this cosine."""
    apart = np.eye(len(TEXTS), dtype=np.float32)
    return np.hstack([apart * np.sqrt(1 - cosine), np.full((len(TEXTS), 1), np.sqrt(cosine))]).astype(np.float32)


@pytest.mark.parametrize(
    ("cosine", "mark"), [(0.1, "ok"), (0.85, "ok"), (0.95, "warning"), (DEAD + 0.005, "failed"), (0.999, "failed")]
)
def test_a_tower_that_tells_nothing_apart_is_seen_at_any_level(cosine: float, mark: str) -> None:
    for level in (1.0, 20.0):
        line = alive_line("texts", TEXTS, spread(cosine) * np.float32(level))
        assert (line.mark, line.details["mean_cosine"]) == (mark, pytest.approx(cosine, abs=1e-4))


def test_the_nearest_two_are_named() -> None:
    vectors = spread(0.2)
    vectors[3] = vectors[7] + 0.01
    assert alive_line("texts", TEXTS, vectors).details["nearest"] == [TEXTS[3], TEXTS[7]]


def test_what_is_no_number_is_not_alive() -> None:
    assert alive_line("texts", TEXTS, spread(0.2) * np.float32(np.nan)).mark == "failed"


def test_words_that_find_their_sounds_are_told_from_words_that_do_not() -> None:
    embedder = Odd()
    assert agreement_line(embedder, embedder.embed_text(SOUNDS)).mark == "ok"
    assert agreement_line(embedder, np.roll(embedder.embed_text(SOUNDS), 1, axis=0)).mark == "warning"
