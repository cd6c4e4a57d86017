"""Tempo, key, pitch and kind of sounds of which they are known: how often right, how often told wrongly, how quick.

The sounds are those of `tests/known_music.py`. The limits of the analysis were read off other ones: other scores on
another font, and samples of LMMS. Each kind of answer stands beside what one would write in a line or two. What is
told is never more than what is sure, so a share of right answers counts what was not told as not right.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import librosa
import numpy as np

from desktop_app.core.musical import KEYS, Musical, SoundKind
from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.musical_analysis import analyse_samples
from desktop_app.engine.measuring.onsets import RATE
from tests import known_music
from tests.benchmarks.result import Result
from tests.known_music import Known
from tests.played_music import font, loops, sounds

_SEED: Final = 2
_NEAR: Final = 0.04
"""Share by which a tempo may be off (MIREX' audio tempo estimation, "Accuracy 1")."""
_EXACT: Final = 0.001
_OCTAVES: Final = (1, 2, 1 / 2, 3, 1 / 3)
"""What "Accuracy 2" lets pass as well."""
_IN_TUNE: Final = 50.0
"""Cents."""
_HIGHER: Final = 33.0
"""Cents, of what is detuned on purpose."""
_SHOT_SECONDS: Final = 1.75
"""What is shorter is a one-shot, for the baseline."""
_KRUMHANSL: Final = (
    (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88),
    (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17),
)
_IMPORT: Final = """
import sys, time, onnxruntime, soundfile, soxr
from tests.long_sounds import peak_memory
time_before, memory_before = time.process_time(), peak_memory()
exec(sys.argv[1])
print(time.process_time() - time_before, (peak_memory() - memory_before) / 1e6)
"""
_LOAD_OURS: Final = """
import numpy
from desktop_app.engine.measuring.musical_analysis import analyse_samples
analyse_samples(numpy.sin(numpy.arange(16_000, dtype=numpy.float32) / 6), 1.0)
"""
_LOAD_LIBROSA: Final = "import librosa; librosa.beat.beat_track"


def run() -> Iterator[Result]:
    """Shares of right answers beside a baseline's, false answers, processor time."""
    played_on = font()
    yield from _tempos(played_on)
    yield from _keys(played_on)
    yield from _pitches(played_on)
    yield from _kinds()
    yield from _false_answers()
    yield from _costs(played_on)


def _asked(known: Sequence[Known]) -> list[Musical]:
    return [analyse_samples(one.samples, one.seconds) for one in known]


def _by(played_on: Path | None) -> str:
    return "sums of sines" if played_on is None else played_on.stem


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / max(len(flags), 1)


def _beside(name: str, value: float, baseline: float, what: str, *, least: float | None = None) -> Result:
    """A share and a baseline's; `least`: what the share is to be."""
    return Result(name, value, "", f"{what}: {baseline:.2f}", value / baseline if baseline else None, least, "at least")


def _tempos(played_on: Path | None) -> Iterator[Result]:
    written = known_music.drum_loops(np.random.default_rng(_SEED))
    played = list(loops(written, played_on))
    for change, called in ((None, ""), ("noise at 10 dB", ", noise"), ("MP3 at 48 kbit/s", ", MP3 at 48 kbit/s")):
        known = known_music.as_loops(written, played, change=change)
        yield from _tempo(f"tempo of {len(known)} drum loops ({_by(played_on)}){called}", known, least=0.85)
    random = np.random.default_rng(_SEED + 1)
    long = known_music.pieces(random, bars=8)
    parts = list(known_music.as_parts(random, long, loops(long, played_on)))
    yield from _tempo(f"tempo of {len(parts)} parts of pieces ({_by(played_on)})", parts, least=0.85)
    real = [one for one in known_music.sonic_pi() if one.tempo is not None]
    yield from _tempo(f"tempo of {len(real)} loops of Sonic Pi", real)


def _tempo(called: str, known: Sequence[Known], *, least: float | None = None) -> Iterator[Result]:
    found = [answer.tempo for answer in _asked(known)]
    plain = [_tracked(one.samples) for one in known]
    truths = [one.tempo or 0.0 for one in known]
    for name, right in (("within 4 %", _is_near), ("or an octave off", _is_near_in_any_octave), ("exact", _is_exact)):
        value, baseline = (_share(list(map(right, tempi, truths))) for tempi in (found, plain))
        promised = least if right is _is_near else None
        yield _beside(f"{called}, {name}", value, baseline, "librosa.beat.beat_track", least=promised)
    wrong = [tempo is not None and not _is_near(tempo, truth) for tempo, truth in zip(found, truths, strict=True)]
    yield Result(f"{called}, told wrongly", _share(wrong), "")


def _is_near(tempo: float | None, truth: float) -> bool:
    return tempo is not None and abs(tempo / truth - 1) <= _NEAR


def _is_exact(tempo: float | None, truth: float) -> bool:
    return tempo is not None and abs(tempo / truth - 1) <= _EXACT


def _is_near_in_any_octave(tempo: float | None, truth: float) -> bool:
    return any(_is_near(tempo, truth * octave) for octave in _OCTAVES)


def _tracked(samples: Samples) -> float | None:
    return float(np.atleast_1d(librosa.beat.beat_track(y=samples, sr=RATE)[0])[0]) or None


def _keys(played_on: Path | None) -> Iterator[Result]:
    random = np.random.default_rng(_SEED)
    chords, pieces = known_music.chord_loops(random), known_music.pieces(random)
    for called, written, cents in (
        ("chords", chords, 0.0),
        (f"chords {_HIGHER:.0f} cents higher", chords, _HIGHER),
        ("pieces with drums", pieces, 0.0),
    ):
        known = known_music.as_loops(written, loops(written, played_on), cents=cents)
        truths = [one.key or "" for one in known]
        found = [answer.key for answer in _asked(known)]
        plain = [_loudest_key(one.samples) for one in known]
        name = f"key of {called} in 24 keys ({_by(played_on)})"
        for points, which in ((_same, "exact"), (_mirex, "MIREX")):
            value, baseline = (float(np.mean(list(map(points, keys, truths)))) for keys in (found, plain))
            yield _beside(f"{name}, {which}", value, baseline, "librosa's chroma and Krumhansl's profiles")
        told = [_mirex(key, truth) for key, truth in zip(found, truths, strict=True) if key is not None]
        yield Result(f"{name}, MIREX of the {len(told)} that are told", float(np.mean(told)), "")


def _same(key: str | None, truth: str) -> float:
    return float(key == truth)


def _mirex(key: str | None, truth: str) -> float:
    """The points that MIREX' audio key detection gives: fifth .5, relative .3, parallel .2."""
    if key is None or key == truth:
        return float(key == truth)
    step = (KEYS.index(key) - KEYS.index(truth)) % 12
    if key.endswith("m") == truth.endswith("m"):
        return 0.5 if step in (5, 7) else 0.0
    if step == (9 if key.endswith("m") else 3):
        return 0.3
    return 0.2 if step == 0 else 0.0


def _loudest_key(samples: Samples) -> str:
    chroma = librosa.feature.chroma_stft(y=samples, sr=RATE).sum(axis=1)
    like = [np.corrcoef(np.roll(profile, tonic), chroma)[0, 1] for profile in _KRUMHANSL for tonic in range(12)]
    return KEYS[int(np.argmax(like))]


def _pitches(played_on: Path | None) -> Iterator[Result]:
    written = known_music.single_notes(np.random.default_rng(_SEED))
    played = list(sounds(written, played_on))
    for called, change, cents in (
        ("", None, 0.0),
        (", noise at 20 dB", "noise at 20 dB", 0.0),
        (f", {_HIGHER:.0f} cents higher", None, _HIGHER),
    ):
        known = known_music.as_notes(written, played, change=change, cents=cents)
        found = [_cents(answer.pitch, one) for answer, one in zip(_asked(known), known, strict=True)]
        plain = [_cents(_loudest_bin(one.samples), one) for one in known]
        value, baseline = (_share([off <= _IN_TUNE for off in answers]) for answers in (found, plain))
        name = f"pitch of {len(known)} notes ({_by(played_on)}){called}"
        yield _beside(f"{name}, within 50 cents", value, baseline, "the loudest bin of a spectrum", least=0.9)
        yield Result(f"{name}, told wrongly", _share([_IN_TUNE < off < np.inf for off in found]), "")


def _cents(hertz: float | None, known: Known) -> float:
    """How far off; infinitely where nothing was told."""
    return np.inf if hertz is None else float(abs(1200 * np.log2(hertz / (known.pitch or 1.0))))


def _loudest_bin(samples: Samples) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return max(1, int(np.argmax(spectrum))) * RATE / len(samples)


def _kinds() -> Iterator[Result]:
    known = list(known_music.sonic_pi())
    wanted = [one.kind for one in known]
    found = [answer.kind for answer in _asked(known)]
    plain = [SoundKind.ONE_SHOT if one.seconds < _SHOT_SECONDS else SoundKind.LOOP for one in known]
    for kind in SoundKind:
        for name, of in (("precision", _precision), ("recall", _recall)):
            called = f"{wanted.count(kind)} {kind.value}s among {len(known)} samples of Sonic Pi, {name}"
            yield _beside(called, of(kind, found, wanted), of(kind, plain, wanted), "by length alone")


def _precision(kind: SoundKind, found: Sequence[SoundKind | None], wanted: Sequence[SoundKind | None]) -> float:
    return _share([right is kind for told, right in zip(found, wanted, strict=True) if told is kind])


def _recall(kind: SoundKind, found: Sequence[SoundKind | None], wanted: Sequence[SoundKind | None]) -> float:
    return _share([told is kind for told, right in zip(found, wanted, strict=True) if right is kind])


def _false_answers() -> Iterator[Result]:
    answers = _asked(list(known_music.everyday()))
    for name, told in (
        ("a tempo", [answer.tempo is not None for answer in answers]),
        ("a key", [answer.key is not None for answer in answers]),
        ("a pitch", [answer.pitch is not None for answer in answers]),
        ("to be loops", [answer.kind is SoundKind.LOOP for answer in answers]),
    ):
        called = f"{len(answers)} everyday noises that are told {name}"
        yield Result(called, _share(told), "", target=0.05, target_for="at most")


def _costs(played_on: Path | None) -> Iterator[Result]:
    random = np.random.default_rng(_SEED)
    pieces, notes = known_music.pieces(random)[:8], known_music.single_notes(random)[:24]
    for name, known in (
        ("loops", known_music.as_loops(pieces, loops(pieces, played_on))),
        ("single notes", known_music.as_notes(notes, sounds(notes, played_on))),
    ):
        tens = sum(one.seconds for one in known) / 10
        ours = _processor_time(partial(_asked, known)) / tens
        theirs = _processor_time(partial(_track_all, known)) / tens
        against = f"librosa.beat.beat_track alone: {theirs:.3f} s"
        yield Result(f"all of it for 10 s of {name}", ours, "s CPU", against, theirs / ours, 0.15, "at most")
    ours, memory = _import(_LOAD_OURS)
    theirs, their_memory = _import(_LOAD_LIBROSA)
    yield Result("loading it, and the first sound", ours, "s CPU", f"importing librosa: {theirs:.1f} s", theirs / ours)
    against = f"importing librosa: {their_memory:.0f} MB"
    yield Result("memory that it takes", memory, "MB", against, their_memory / max(memory, 1.0))


def _track_all(known: Sequence[Known]) -> None:
    for one in known:
        _tracked(one.samples)


def _processor_time(work: Callable[[], object]) -> float:
    work()
    before = time.process_time()
    work()
    return time.process_time() - before


def _import(lines: str) -> tuple[float, float]:
    command = [sys.executable, "-c", _IMPORT, lines]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    cpu, memory = done.stdout.split()
    return float(cpu), float(memory)
