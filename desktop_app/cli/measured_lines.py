"""What was measured of a sound, as `search` prints it: values for programs, and a few words for people."""

from typing import Any

from desktop_app.core.measured import Measured
from desktop_app.core.measured_terms import note_name


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


def measured_words(values: dict[str, Any]) -> str:
    """`120 BPM, F#m, loop, -14.2 LUFS, -0.3 dBTP; clipped, noisy` from such values; what is not known is left out."""
    found = [
        None if values["bpm"] is None else f"{round(values['bpm'], 1):g} BPM",
        values["key"] or (None if values["pitch_hz"] is None else note_name(values["pitch_hz"])),
        values["kind"],
        None if values["lufs"] is None else f"{_tenths(values['lufs'])} LUFS",
        None if values["true_peak_dbtp"] is None else f"{_tenths(values['true_peak_dbtp'])} dBTP",
    ]
    return "; ".join(filter(None, (", ".join(filter(None, found)), ", ".join(values["warnings"] or ()))))


def _tenths(value: float) -> str:
    return f"{round(value, 1) + 0.0:.1f}"  # zero has no sign
