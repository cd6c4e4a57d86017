"""Tempo, key or pitch, and kind of a sound, found by listening to it; its name and tags are not looked at.

What cannot be told is None: rain has no key, a single hit no tempo, noise no pitch. A sound has a pitch if it is a
single note, and else perhaps a key.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.musical import Musical, SoundKind
from desktop_app.core.sound import Samples
from desktop_app.engine.decoding.audio_file import AudioFile
from desktop_app.engine.decoding.mix_down import mix_down
from desktop_app.engine.decoding.sound_stream import SHORTEST_SECONDS, SILENCE, Resampler
from desktop_app.engine.measuring.musical_key import key_of
from desktop_app.engine.measuring.note_pitch import pitch_of
from desktop_app.engine.measuring.onsets import RATE, Onsets, find_onsets
from desktop_app.engine.measuring.sound_kind import begins_once, is_loop, is_one_shot
from desktop_app.engine.measuring.tempo import Beat, loop_beat, measured_beat

Progress = Callable[[], None]

LONGEST_SECONDS: Final = 600.0
"""A sound that is longer is looked at from `PART_FROM` to here: music has begun by then, and the time that it takes
has a bound."""
PART_FROM: Final = 300.0

_SHORTEST_RHYTHM: Final = 2.5
"""Seconds, of what is no loop: two or three noises in a row are no tempo."""
_FEWEST_ONSETS: Final = 6
_FEWEST_BEATS: Final = 4.0
_LEAST_CERTAINTY: Final = 1.7
"""Of a beat that is told; of 64 everyday noises one reaches it, an alarm clock."""

_NOTHING: Final = Musical(tempo=None, key=None, pitch=None, kind=None)


@dataclass(frozen=True, slots=True, eq=False)
class _Heard:
    """A sound as it is looked at."""

    samples: Samples
    """[n] mono at `RATE`."""
    seconds: float
    """Of the whole sound, to the sample; or of the part."""
    whole: bool


def analyse_music(path: Path, progress: Progress | None = None) -> Musical:
    """Listen to a file; `progress` is called now and then. Raises `UnreadableSoundError`.

    Of sounds of more than ten minutes the second five are listened to. Memory stays below 200 MB for any length.
    """
    heard = _read(path, progress or _no_progress)
    return analyse_samples(heard.samples, heard.seconds, whole=heard.whole, progress=progress or _no_progress)


def analyse_samples(
    samples: Samples, seconds: float, *, whole: bool = True, progress: Progress | None = None
) -> Musical:
    """The same of samples: mono [n] at `RATE`, which last exactly `seconds`; only a `whole` sound can be a loop."""
    tell = progress or _no_progress
    if seconds < SHORTEST_SECONDS or not len(samples):
        return _NOTHING
    level = samples - samples.mean(dtype=np.float64).astype(np.float32)
    if np.abs(level).max() < SILENCE:
        return _NOTHING
    onsets = find_onsets(level)
    tell()
    measured = measured_beat(onsets)
    looped = loop_beat(onsets, seconds) if whole else None
    kind = _kind(level, onsets, looped, measured) if whole else None
    tell()
    pitch = pitch_of(level) if kind is not SoundKind.LOOP else None
    if kind is None and pitch is not None and whole and begins_once(level, onsets):
        kind = SoundKind.ONE_SHOT  # a note that is held to the end is one, though it does not die away
    tell()
    key = key_of(level) if pitch is None else None
    return Musical(_tempo(kind, onsets, looped, measured, seconds), key, pitch, kind)


def _no_progress() -> None:
    pass


def _kind(samples: Samples, onsets: Onsets, looped: Beat | None, measured: Beat | None) -> SoundKind | None:
    if is_one_shot(samples, onsets):
        return SoundKind.ONE_SHOT
    return SoundKind.LOOP if is_loop(samples, onsets, looped, measured) else None


def _tempo(
    kind: SoundKind | None, onsets: Onsets, looped: Beat | None, measured: Beat | None, seconds: float
) -> float | None:
    """A loop's tempo follows from its length, exactly; another's was measured."""
    if kind is SoundKind.LOOP and looped is not None:
        return looped.tempo
    if kind is SoundKind.ONE_SHOT or measured is None:
        return None
    if seconds < _SHORTEST_RHYTHM or len(onsets.times) < _FEWEST_ONSETS or measured.beats < _FEWEST_BEATS:
        return None
    return measured.tempo if measured.certainty >= _LEAST_CERTAINTY else None


def _read(path: Path, progress: Progress) -> _Heard:
    pieces: list[Samples] = []
    with AudioFile(path) as file:
        resampler = Resampler(file.sample_rate, RATE)
        left = longest = round(LONGEST_SECONDS * file.sample_rate)
        for block in file.blocks():
            pieces.append(resampler.add(mix_down(block[:left])))
            left -= len(block)
            progress()
            if left < 0:
                break
        pieces.append(resampler.finish())
        seconds = (longest - max(left, 0)) / file.sample_rate
    samples = np.concatenate(pieces)
    if left >= 0:
        return _Heard(samples, seconds, whole=True)
    return _Heard(samples[round(PART_FROM * RATE) :], seconds - PART_FROM, whole=False)
