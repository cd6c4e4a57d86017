"""Finding what happens once inside long sounds, and when: with moments against without, by the bundled embedder.

Each long sound is noise, music or weather of 150 s into which two of the everyday recordings of the tests were mixed, 3
to 12 dB above it. They are searched by the recordings' labels, beside the recordings themselves. A few dozen sounds
tell little; that is what there is without a corpus.
"""

import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr

from desktop_app.core.query import parse_query
from desktop_app.core.sound import Samples
from desktop_app.engine.searching import stretches
from desktop_app.engine.searching.searcher import Searcher
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.library.library import Library
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.open_profile.listening import listen_with
from tests.benchmarks.result import Result
from tests.library_maker import open_library

DATA = Path(__file__).parents[1] / "data"
RATE = 16_000
SECONDS = 150
LONG_SOUNDS = 32
EVENTS = 2
"""In each of them."""
EVENT_SECONDS = 8
LEVEL = 0.05
BEDS = ("ambi_choir", "ambi_drone", "ambi_piano", "ambi_glass_rub", "loop_amen", "loop_breakbeat")
WEATHER = ("wind", "stream", "fire_large")


@dataclass(frozen=True, slots=True)
class Recording:
    """One of the everyday recordings."""

    label: str
    kinds: frozenset[str]
    """What else may be said of it, and the label."""
    samples: Samples


@dataclass(frozen=True, slots=True)
class Event:
    """A recording in a long sound."""

    recording: int
    long_sound: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Found:
    """Of one event: where its long sound stands among those without such a thing, where its recording does among all
    others of that kind, and whether the moment is right.
    """

    long_rank: int
    short_rank: int
    is_right: bool


def run() -> Iterator[Result]:
    """The rank of long sounds is a median; 16 is chance."""
    recordings = list(_recordings())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "Sounds"
        root.mkdir()
        for number, recording in enumerate(recordings):
            soundfile.write(root / f"short {number}.wav", recording.samples, RATE)
        events = list(_compose(root, recordings))
        with open_library(Path(folder) / "profile") as library:
            without, uncorrected, found = _measured(library, root, recordings, events)
    for name, ours in (("", found), (", nothing taken off for chance", uncorrected)):
        rank, before = (float(np.median([each.long_rank for each in ranks])) for ranks in (ours, without))
        against = f"without moments: {before:.1f}"
        yield Result(f"rank of the right long sound{name}", rank, "of 32", against, before / rank)
        mean, before = (float(np.mean([1 / each.short_rank for each in ranks])) for ranks in (ours, without))
        against = f"without moments: {before:.2f}"
        yield Result(f"recordings beside them, mean of 1 / rank{name}", mean, "", against, mean / before)
    right = float(np.mean([each.is_right for each in found]))
    yield Result("moments that are right", right, "of 1", f"{len(events)} recordings that were mixed in")


def _measured(
    library: Library, root: Path, recordings: Sequence[Recording], events: Sequence[Event]
) -> tuple[list[Found], list[Found], list[Found]]:
    """Without moments, with nothing taken off for chance, and as it is."""
    is_wanted = False
    spec = starter_spec(starter_folder())
    parts = listen_with(spec, library, lambda _event: None, in_process=True, moments_wanted=lambda: is_wanted)
    assert parts.indexer is not None
    parts.indexer.start()
    try:
        library.folders.add(root)
        parts.indexer.rescan()
        parts.indexer.wait_idle()
        without = [_find(library, parts.searcher, recordings, events, event) for event in events]
        is_wanted = True
        parts.indexer.look_again()
        parts.indexer.wait_idle()
        found = [_find(library, parts.searcher, recordings, events, event) for event in events]
        usual, stretches.CHANCE = stretches.CHANCE, 0.0  # type: ignore[misc]
        uncorrected = [_find(library, parts.searcher, recordings, events, event) for event in events]
        stretches.CHANCE = usual  # type: ignore[misc]
    finally:
        parts.stop()
    return without, uncorrected, found


def _find(
    library: Library, searcher: Searcher, recordings: Sequence[Recording], events: Sequence[Event], event: Event
) -> Found:
    label = recordings[event.recording].label
    answer = searcher.search(parse_query(label.replace("-", " ")))
    names = [sound.path.stem for sound in library.sounds.many(answer.sound_ids.tolist())]
    alike = {f"short {number}" for number, recording in enumerate(recordings) if label in recording.kinds}
    alike |= {f"long {each.long_sound}" for each in events if label in recordings[each.recording].kinds}
    others = [name for name in names if name not in alike]
    long, short = f"long {event.long_sound}", f"short {event.recording}"
    place = names.index(long)
    before = set(names[:place])
    before_short = set(names[: names.index(short)])
    moment = None if answer.moments is None else answer.moments.at(place)
    is_right = moment is not None and any(
        min(each.end, moment.end_s) > max(each.start, moment.start_s)
        for each in events
        if each.long_sound == event.long_sound and label in recordings[each.recording].kinds
    )
    return Found(
        1 + sum(name.startswith("long") for name in others if name in before),
        1 + sum(name in before_short for name in others),
        is_right,
    )


def _recordings() -> Iterator[Recording]:
    with (DATA / "everyday" / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            kinds = [kind.strip() for kind in f"{row['labels']},{row['also'] or ''}".split(",")]
            yield Recording(kinds[0], frozenset(filter(None, kinds)), _read(DATA / "everyday" / row["file"]))


def _compose(root: Path, recordings: Sequence[Recording]) -> Iterator[Event]:
    """Write the long sounds; what happens in them."""
    generator = np.random.default_rng(5)
    order = generator.permutation(len(recordings))
    beds = [_noise(generator, slope) for slope in (0.5, 1.0)]
    beds += [_loop(_read(DATA / "recordings" / f"{name}.flac")) for name in BEDS]
    beds += [_loop(_read(DATA / "everyday" / f"{name}.ogg")) for name in WEATHER]
    for number in range(LONG_SOUNDS):
        mixed = beds[number % len(beds)].copy()
        for which in range(EVENTS):
            recording = int(order[(EVENTS * number + which) % len(order)])
            samples = recordings[recording].samples[: EVENT_SECONDS * RATE]
            start = int((5 + which * 70 + generator.uniform(0, 55)) * RATE)
            loudness = LEVEL * 10 ** (generator.uniform(3, 12) / 20)
            mixed[start : start + len(samples)] += loudness * samples / _root_mean_square(samples)
            yield Event(recording, number, start / RATE, (start + len(samples)) / RATE)
        soundfile.write(root / f"long {number}.wav", mixed.clip(-1, 1), RATE)


def _read(path: Path) -> Samples:
    frames, rate = soundfile.read(path, dtype="float32", always_2d=True)
    mono: Samples = soxr.resample(frames.mean(axis=1), rate, RATE).astype(np.float32)
    return mono


def _noise(generator: np.random.Generator, slope: float) -> Samples:
    """Noise whose spectrum falls by so many times 20 dB a decade above 1 Hz."""
    spectrum = np.fft.rfft(generator.standard_normal(SECONDS * RATE))
    spectrum /= np.maximum(np.arange(len(spectrum)) / SECONDS, 1.0) ** slope
    return _loop(np.fft.irfft(spectrum).astype(np.float32))


def _loop(samples: Samples) -> Samples:
    looped = np.resize(samples, SECONDS * RATE)
    bed: Samples = (LEVEL * looped / _root_mean_square(looped)).astype(np.float32)
    return bed


def _root_mean_square(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
