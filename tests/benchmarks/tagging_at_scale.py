"""Tags, counts and searches over a library of 100,000 sounds, as the window asks for them, and what they weigh."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil

from desktop_app.core.events import SoundsIndexed
from desktop_app.core.query import parse_query
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.engine.searching.moments import MomentIndex
from desktop_app.engine.searching.searcher import Searcher
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library
from tests.benchmarks.result import Result
from tests.benchmarks.search_and_tags import median
from tests.library_maker import fill, open_library, random_vectors

SOUNDS = 100_000
DIMENSION = 512
TAGS = 100
PAGE = 200
"""Rows that a window fetches at once."""
JUDGED = 2_000
_SAMPLE = 300
_EMBEDDER = "benchmark"


def run() -> list[Result]:
    """Medians of a few rounds, each against asking for one sound after the other, scaled from a sample."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        fill(library, Path(folder) / "Sounds", _EMBEDDER, random_vectors(SOUNDS, DIMENSION))
        return [*_measure(library), *_measure_news(library)]


def _measure(library: Library) -> list[Result]:
    before = psutil.Process().memory_info().rss
    embedded = EmbeddedLibrary(library, _EMBEDDER, DIMENSION)
    loaded = _seconds(embedded.snapshot)
    prompts = Prompts(library.cache, _EMBEDDER, embed_text)
    tagger = Tagger(library, embedded, prompts, lambda: random_vectors(300, DIMENSION, seed=1))
    searcher = Searcher(library, embedded, prompts, tagger, MomentIndex(library, _EMBEDDER))
    vocabulary = Vocabulary("bench", "", "", tuple(Tag(f"t{n}", f"t{n}", (f"prompt {n}",)) for n in range(TAGS)))
    tagger.set_vocabularies([vocabulary])
    ids = library.sounds.ids().tolist()
    tagger.judge(ids[:JUDGED], ("bench", "t3"), Judgement.ACCEPTED)

    def retag() -> None:
        tagger.set_vocabularies([vocabulary])
        tagger.counts()

    naive = _seconds(lambda: [tagger.tags_of([sound_id]) for sound_id in ids[:_SAMPLE]]) / _SAMPLE
    fresh, counted = median(retag), median(lambda: tagger.counts())
    page = median(lambda: tagger.tags_of(ids[5_000 : 5_000 + PAGE]))
    of_tag = median(lambda: searcher.search(parse_query("tag:t3")))
    words = median(lambda: searcher.search(parse_query("prompt 1")))
    filtered = median(lambda: searcher.search(parse_query("prompt 1 name:01 -tag:t4")))
    weight = psutil.Process().memory_info().rss - before
    bare = SOUNDS * DIMENSION * 4
    one_by_one = f"sound by sound, {naive * SOUNDS:.0f} s"
    a_page = f"sound by sound, {naive * PAGE * 1000:.0f} ms"
    return [
        Result(f"embeddings of {SOUNDS:,} sounds into memory", loaded * 1000, "ms"),
        Result(
            f"re-tag and count {SOUNDS:,} sounds, {TAGS} tags", fresh * 1000, "ms", one_by_one, naive * SOUNDS / fresh
        ),
        Result("count again", counted * 1000, "ms", one_by_one, naive * SOUNDS / counted),
        Result(f"tags of {PAGE} rows", page * 1000, "ms", a_page, naive * PAGE / page),
        Result("search by words, whole library ranked", words * 1000, "ms"),
        Result("search by a tag", of_tag * 1000, "ms"),
        Result("search by words, name and without a tag", filtered * 1000, "ms"),
        Result(
            "memory of embeddings and tags",
            weight / 1e6,
            "MB",
            f"the numbers alone, {bare / 1e6:.0f} MB",
            bare / weight,
        ),
    ]


def _measure_news(library: Library) -> list[Result]:
    """What 32 newly indexed sounds cost whoever looks next."""
    embedded = EmbeddedLibrary(library, _EMBEDDER, DIMENSION)
    embedded.snapshot()
    ids = tuple(library.sounds.ids()[:32].tolist())

    def indexed() -> None:
        embedded.follow(SoundsIndexed(ids, 0))
        embedded.snapshot()

    def everything() -> None:
        embedded.invalidate()
        embedded.snapshot()

    news, whole = median(indexed), median(everything)
    return [
        Result(
            "32 indexed sounds taken in", news * 1000, "ms", f"reading all again, {whole * 1000:.0f} ms", whole / news
        )
    ]


def embed_text(texts: object) -> Vectors:
    """Some vector for each text, the same for the same."""
    return np.concatenate([random_vectors(1, DIMENSION, seed=hash(text) % 1_000) for text in texts])  # type: ignore[attr-defined]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
