"""What was measured of a sound, as `search` prints it: values for programs, and a few words for people."""

from collections.abc import Iterator
from typing import Any

from desktop_app.core.measured import Measured
from desktop_app.core.measured_terms import note_name
from desktop_app.core.musical import Musical
from desktop_app.core.sound_quality import SoundQuality


def measured_values(measured: Measured) -> dict[str, Any]:
    """By the names of the filters, and some more; what was not measured, or could not be told, is null."""
    quality, music = measured.quality, measured.music
    return {
        "bpm": None if music is None or music.tempo is None else round(music.tempo, 2),
        "key": None if music is None else music.key,
        "pitch_hz": None if music is None or music.pitch is None else round(music.pitch, 2),
        "kind": None if music is None or music.kind is None else music.kind.value,
        "lufs": None if quality is None or quality.loudness is None else round(quality.loudness, 2),
        "true_peak_dbtp": None if quality is None or quality.true_peak is None else round(quality.true_peak, 2),
        "warnings": None if quality is None else [warning.value for warning in measured.warnings],
    }


def measured_words(measured: Measured) -> str:
    """`120 BPM, F#m, loop, -14.2 LUFS, -0.3 dBTP; clipped, noisy`; what is not known is left out.

    Of the numbers that were measured, as in the window: of rounded ones, another tenth might come.
    """
    values = ", ".join((*_music_words(measured.music), *_quality_words(measured.quality)))
    return "; ".join(filter(None, (values, ", ".join(measured.warnings))))


def _music_words(music: Musical | None) -> Iterator[str]:
    if music is None:
        return
    if music.tempo is not None:
        yield f"{round(music.tempo, 1):g} BPM"
    if music.key is not None:
        yield music.key
    elif music.pitch is not None:
        yield note_name(music.pitch)
    if music.kind is not None:
        yield music.kind.value


def _quality_words(quality: SoundQuality | None) -> Iterator[str]:
    if quality is not None and quality.loudness is not None:
        yield f"{_tenths(quality.loudness)} LUFS"
    if quality is not None and quality.true_peak is not None:
        yield f"{_tenths(quality.true_peak)} dBTP"


def _tenths(value: float) -> str:
    return f"{round(value, 1) + 0.0:.1f}"  # zero has no sign
