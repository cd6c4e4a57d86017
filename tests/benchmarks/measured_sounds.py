"""Filters, orders and counts by what was measured, in a library of 100,000 sounds; how quickly sounds are measured."""

import random
import tempfile
import time
from pathlib import Path
from typing import Final

import soundfile

from desktop_app.core.musical import NOTES, SoundKind
from desktop_app.core.query import parse_query
from desktop_app.engine.indexing.measuring import ANALYSES
from desktop_app.engine.measuring.measurers import analyse_music_of, measure_quality_of
from desktop_app.library.library import Library
from desktop_app.library.tables.orders import SortColumn
from desktop_app.library.tables.sound_filter import SoundFilter
from tests.benchmarks.result import Result
from tests.benchmarks.search_and_tags import median
from tests.library_maker import fill, open_library, random_vectors
from tests.measurements import CLIPPED, TWICE_MONO, music, quality

SOUNDS: Final = 100_000
RECORDINGS: Final = Path(__file__).parents[1] / "data" / "recordings"
_AT_ONCE: Final = 500


def run() -> list[Result]:
    """Each against a filter by length, an order by length, and the time that the sounds last."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        fill(library, Path(folder) / "Sounds", "benchmark", random_vectors(SOUNDS, 8))
        waiting = median(lambda: library.analyses.waiting_count(ANALYSES))
        saved = _measure_all(library)
        return [
            Result(f"how many of {SOUNDS:,} wait to be measured", waiting * 1000, "ms"),
            Result("saving what was measured", SOUNDS / saved, "sounds/s"),
            *_filters(library),
            *_orders(library),
            *_speed(),
        ]


def _measure_all(library: Library) -> float:
    """Give every sound numbers; the seconds that saving took."""
    numbers = random.Random(0)
    contents = list(library.sounds.contents_of(library.sounds.ids().tolist()).values())
    began = time.perf_counter()
    for start in range(0, len(contents), _AT_ONCE):
        part = contents[start : start + _AT_ONCE]
        library.measured.save(
            {
                content: quality(loudness=-40 * numbers.random(), **numbers.choice([{}, {}, CLIPPED, TWICE_MONO]))
                for content in part
            },
            {
                content: music(
                    tempo=60 + 120 * numbers.random(), key=numbers.choice(NOTES), kind=numbers.choice(list(SoundKind))
                )
                for content in part
            },
        )
    return time.perf_counter() - began


def _filters(library: Library) -> list[Result]:
    def seconds(line: str) -> float:
        query = parse_query(line)
        wanted = SoundFilter(measured=query.wanted.measured, unwanted=query.unwanted, shorter=query.shorter)
        return median(lambda: library.sounds.ids(filter=wanted))

    by_length = seconds("length:<0.1")
    lines = ("bpm:90..100 key:F# kind:loop lufs:<-20", "warning:clipped", "-warning:any")
    return [
        Result(line, took * 1000, "ms", f"length:<0.1, {by_length * 1000:.0f} ms", by_length / took)
        for line in lines
        for took in [seconds(line)]
    ]


def _orders(library: Library) -> list[Result]:
    def first(column: SortColumn) -> float:
        began = time.perf_counter()
        library.sounds.ids(order=column)
        return time.perf_counter() - began

    library.sounds.ids()
    by_length = first(SortColumn.LENGTH)
    return [
        Result(f"sorting by {column}", took * 1000, "ms", f"by length, {by_length * 1000:.0f} ms", by_length / took)
        for column in (SortColumn.TEMPO, SortColumn.KEY, SortColumn.WARNINGS)
        for took in [first(column)]
    ]


def _speed() -> list[Result]:
    files = sorted(RECORDINGS.glob("*.flac"))
    lasts = sum(soundfile.info(file).duration for file in files)
    results = []
    for what, measure in (("quality", measure_quality_of), ("tempo, key and kind", analyse_music_of)):
        measure(files[0], _nothing)  # what is loaded and set up once
        began = time.process_time()
        for file in files:
            measure(file, _nothing)
        took = time.process_time() - began
        each = f"{what} of {len(files)} short recordings, one core, each"
        results.append(Result(each, 1000 * took / len(files), "ms", f"they last {lasts:.0f} s", lasts / took))
    return results


def _nothing() -> None:
    pass
