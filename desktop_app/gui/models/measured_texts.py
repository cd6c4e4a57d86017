"""What was measured of a sound, in words: for the list's cells, for the tag panel, for tips and for screen readers.

Keys are written as musicians and their programs write them, `F#m`, which is also how a search asks for them; a screen
reader says “F sharp minor”. What was not measured yet, or could not be told, is an empty text everywhere.
"""

import math
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.core.measured import Measured
from desktop_app.core.measured_terms import note_name
from desktop_app.core.musical import NOTES, SoundKind
from desktop_app.gui.translations import decimal_text

_SILENT_BELOW: Final = -70.0
"""LUFS: the absolute gate of ITU-R BS.1770, below which there is no loudness."""
_A4_HERTZ: Final = 440.0
_A4_NUMBER: Final = 69
"""As MIDI counts semitones, with C4 for middle C (60)."""


def measured_texts(measured: Measured) -> tuple[str, ...]:
    """All that was found, in short: `120 BPM`, `F#m`, `loop`, `-14.2 LUFS`, `-0.3 dBTP`; what is not known left out."""
    texts = (
        tempo_text(measured, unit=True),
        key_text(measured),
        kind_text(measured),
        loudness_text(measured),
        true_peak_text(measured),
    )
    return tuple(filter(None, texts))


def measured_words(measured: Measured) -> tuple[str, ...]:
    """The same in words, each with what it is: for tips and screen readers."""
    texts = (
        tempo_words(measured),
        key_words(measured),
        kind_words(measured),
        loudness_words(measured),
        true_peak_words(measured),
    )
    return tuple(filter(None, texts))


def tempo_text(measured: Measured, *, unit: bool = False) -> str:
    """`120` or `92.5`, with the unit `120 BPM`."""
    tempo = None if measured.music is None else measured.music.tempo
    if tempo is None:
        return ""
    tenths = round(tempo, 1)
    text = decimal_text(tenths, 0 if tenths == round(tenths) else 1)
    return QCoreApplication.translate("Measured", "{tempo} BPM").format(tempo=text) if unit else text


def tempo_words(measured: Measured) -> str:
    """`Tempo: 120 BPM`."""
    return _said(QCoreApplication.translate("Measured", "Tempo: {value}"), tempo_text(measured, unit=True))


def key_text(measured: Measured) -> str:
    """`F#m`, or for a single note its name with the octave, `A4`."""
    music = measured.music
    if music is None:
        return ""
    if music.key is not None:
        return music.key
    return "" if music.pitch is None else note_of(music.pitch)


def key_words(measured: Measured) -> str:
    """`F sharp minor`, or for a single note `Note A4, 440.0 Hz`."""
    music = measured.music
    if music is None:
        return ""
    if music.key is not None:
        return _key_name(music.key)
    if music.pitch is None:
        return ""
    text = QCoreApplication.translate("Measured", "Single note: {note}, {hertz} Hz")
    return text.format(note=_note_name(note_of(music.pitch)), hertz=decimal_text(music.pitch, 1))


def kind_text(measured: Measured) -> str:
    """`loop` or `one-shot`."""
    kind = None if measured.music is None else measured.music.kind
    if kind is None:
        return ""
    translate = QCoreApplication.translate
    names = {SoundKind.LOOP: translate("Measured", "loop"), SoundKind.ONE_SHOT: translate("Measured", "one-shot")}
    return names[kind]


def kind_words(measured: Measured) -> str:
    """`Kind: loop`."""
    return _said(QCoreApplication.translate("Measured", "Kind: {value}"), kind_text(measured))


def loudness_text(measured: Measured) -> str:
    """`-14.2 LUFS` with a true minus sign, or that it is too quiet to have a loudness."""
    return "" if measured.quality is None else lufs_text(measured.quality.loudness)


def loudness_words(measured: Measured) -> str:
    """The loudness, and what it is."""
    template = QCoreApplication.translate("Measured", "Loudness of the whole sound (ITU-R BS.1770): {value}")
    return _said(template, loudness_text(measured))


def lufs_text(loudness: float | None) -> str:
    """A loudness in LUFS; None stands for one below the gate of its measurement."""
    if loudness is not None:
        return f"{decimal_text(loudness, 1)} LUFS"
    text = QCoreApplication.translate("Measured", "below {level} LUFS")
    return text.format(level=decimal_text(_SILENT_BELOW, 0))


def true_peak_text(measured: Measured) -> str:
    """`-0.3 dBTP`; empty for digital silence, too."""
    peak = None if measured.quality is None else measured.quality.true_peak
    return "" if peak is None else f"{decimal_text(peak, 1)} dBTP"


def true_peak_words(measured: Measured) -> str:
    """The true peak, and what it is; a second line where it is more than there is room for."""
    translate = QCoreApplication.translate
    text = _said(translate("Measured", "True peak, between the samples: {value}"), true_peak_text(measured))
    peak = None if measured.quality is None else measured.quality.true_peak
    if peak is None or round(peak, 1) <= 0:
        return text
    over = translate("Measured", "Over full scale: players and other programs may cut it off. Turn it down to be safe.")
    return f"{text}\n{over}"


def _said(template: str, value: str) -> str:
    return template.format(value=value) if value else ""


def _key_name(key: str) -> str:
    translate = QCoreApplication.translate
    note, minor, sharp = key[:1], key.endswith("m"), "#" in key
    templates = {
        (False, False): translate("Measured", "Key: {note} major"),
        (False, True): translate("Measured", "Key: {note} minor"),
        (True, False): translate("Measured", "Key: {note} sharp major"),
        (True, True): translate("Measured", "Key: {note} sharp minor"),
    }
    return templates[sharp, minor].format(note=note)


def note_of(hertz: float) -> str:
    """The note that is nearest to a frequency, equally tempered on A4 = 440 Hz: `A4`, `F#2`."""
    number = _A4_NUMBER + round(12 * math.log2(hertz / _A4_HERTZ))
    return f"{note_name(hertz)}{number // len(NOTES) - 1}"


def _note_name(note: str) -> str:
    """`A4`, or `F sharp 2` for what is written F#2."""
    letter, sharp, octave = note.partition("#")
    text = QCoreApplication.translate("Measured", "{note} sharp {octave}")
    return text.format(note=letter, octave=octave) if sharp else note
