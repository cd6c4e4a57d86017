"""Texts are embedded once: a vocabulary's for ever, a search's while the program runs."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.library.library import Library
from tests.library_maker import CountingEmbedder, open_library

FAKE = "fake/1"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


@pytest.fixture
def embedder() -> CountingEmbedder:
    return CountingEmbedder()


def test_each_text_of_a_vocabulary_is_embedded_once(library: Library, embedder: CountingEmbedder) -> None:
    texts = [f"text {number}" for number in range(40)]
    for _ in range(2):
        found = Prompts(library.cache, FAKE, embedder.embed_text).vectors([*texts, "text 3"])
        assert set(found) == set(texts)
    assert embedder.texts == texts
    np.testing.assert_array_equal(found["text 7"], embedder.embed_text(["text 7"])[0])


def test_texts_are_sent_a_few_at_a_time(library: Library) -> None:
    sizes: list[int] = []

    def embed(texts: list[str]) -> np.ndarray:
        sizes.append(len(texts))
        return CountingEmbedder().embed_text(texts)

    Prompts(library.cache, FAKE, embed).vectors([f"text {number}" for number in range(100)])  # type: ignore[arg-type]
    assert sum(sizes) == 100
    assert max(sizes) <= 16


def test_another_network_gets_its_own(library: Library, embedder: CountingEmbedder) -> None:
    Prompts(library.cache, FAKE, embedder.embed_text).vectors(["rain"])
    Prompts(library.cache, "fake/2", embedder.embed_text).vectors(["rain"])
    assert embedder.texts == ["rain", "rain"]


def test_what_was_searched_for_is_written_nowhere(library: Library, embedder: CountingEmbedder) -> None:
    prompts = Prompts(library.cache, FAKE, embedder.embed_text)
    first = prompts.vector("something private")
    np.testing.assert_array_equal(prompts.vector("something private"), first)
    assert embedder.texts == ["something private"], "the same words again cost nothing"
    assert library.cache.prompts(FAKE, ["something private"]) == {}


def test_a_search_for_a_prompt_needs_no_network(library: Library, embedder: CountingEmbedder) -> None:
    prompts = Prompts(library.cache, FAKE, embedder.embed_text)
    known = prompts.vectors(["rain"])["rain"]
    np.testing.assert_array_equal(prompts.vector("rain"), known)
    assert embedder.texts == ["rain"]


def test_memory_for_searches_is_bounded(library: Library, embedder: CountingEmbedder) -> None:
    prompts = Prompts(library.cache, FAKE, embedder.embed_text)
    for number in range(1_000):
        prompts.vector(f"{number}")
    prompts.vector("999")
    assert len(embedder.texts) == 1_000
    prompts.vector("0")
    assert len(embedder.texts) == 1_001


def test_half_a_character_can_be_searched_for(library: Library, embedder: CountingEmbedder) -> None:
    vector = Prompts(library.cache, FAKE, embedder.embed_text).vector("rain \ud83c \udcff")
    assert np.isfinite(vector).all()


def test_nothing_is_asked_of_the_network_for_nothing(library: Library, embedder: CountingEmbedder) -> None:
    assert Prompts(library.cache, FAKE, embedder.embed_text).vectors([]) == {}
    assert embedder.texts == []
