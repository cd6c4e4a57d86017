"""Places in a sound that its chunks name: `cue ` with its labels and `iXML` in WAV files, `MARK` in AIFF files.

Sources: Microsoft's RIFF specification (1991) for `cue `, `labl`, `note` and `ltxt`; Apple's AIFF specification 1.3
(1989) for `MARK`, `COMT` and `COMM`; the iXML specification (Gallery UK) for `SYNC_POINT_LIST`. No number in a file is
trusted: what does not fit is left out.
"""

import math
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from desktop_app.core.metadata import MOST_CHARACTERS, MOST_MARKERS, Marker
from desktop_app.library.metadata.bext import decoded, first_text
from desktop_app.library.metadata.ixml import UnfitDocumentError, texts_of_each

ADTL: Final = b"adtl"
"""The kind of a `LIST` that holds labels."""
_CUE_BYTES: Final = 24
_HEADER: Final = 8
_LABELLED_TEXT: Final = 20
"""Bytes of an `ltxt` in front of its text."""
_MOST_LOOKED_AT: Final = 20 * MOST_MARKERS
"""Entries of a chunk, among which may be any number without a meaning."""
_COUNTED: Final = ("LOW", "HIGH", "EVENT_DURATION")
_WHOLE: Final = re.compile(r"-?[0-9]{1,10}")
_MOST_BITS: Final = 63
"""Of the whole part of a sample rate in an AIFF file; no rate comes near."""


@dataclass(slots=True)
class _Label:
    """What an associated data list says of one cue point."""

    label: str = ""
    notes: list[str] = field(default_factory=list)
    other: str = ""
    frames: int = 0

    @property
    def text(self) -> str:
        """All of it, the label first, which a note may only repeat."""
        return " – ".join(dict.fromkeys(filter(None, (self.label or self.other, *self.notes))))


def bounded(markers: Iterable[Marker]) -> tuple[Marker, ...]:
    """As many markers as a file may have, those left out that can be nowhere, by their times; each once."""
    usable = [
        Marker(marker.start, plain_text(marker.text), marker.seconds, marker.source)
        for marker in markers
        if math.isfinite(marker.start) and marker.start >= 0
    ]
    return tuple(sorted(dict.fromkeys(usable), key=lambda marker: marker.start)[:MOST_MARKERS])


def plain_text(text: str) -> str:
    """A text as it can be kept: a file may hold halves of characters, which no database can, and any number of them."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode().strip()[:MOST_CHARACTERS]


def wave_markers(cue: bytes, lists: Sequence[bytes], rate: int) -> Iterator[Marker]:
    """The cue points of a WAV file: `cue` as the chunk has it, of `lists` those contents of `LIST` chunks that hold
    labels; `rate` in Hz, without which nothing can be said.
    """
    if rate <= 0 or len(cue) < 4:
        return
    labels: dict[int, _Label] = {}
    for content in lists:
        _read_labels(content, labels)
    # Put together once: any number of cue points may have one label.
    texts = {cue_id: label.text[:MOST_CHARACTERS] for cue_id, label in labels.items()}
    count = min(int.from_bytes(cue[:4], "little"), (len(cue) - 4) // _CUE_BYTES, _MOST_LOOKED_AT)
    for number in range(count):
        # Its number, then where it is among what is played, chunk, where that begins, and a block: all for lists of
        # pieces, which nobody writes; last the frame.
        cue_id, *_, frame = struct.unpack_from("<II4sIII", cue, 4 + number * _CUE_BYTES)
        frames = labels[cue_id].frames if cue_id in labels else 0
        yield Marker(frame / rate, texts.get(cue_id, ""), frames / rate, "cue")


def sync_points(ixml: bytes, rate: int) -> Iterator[Marker]:
    """The markers among the sync points of an `iXML` chunk; `rate` in Hz. None of a document that cannot be read.

    Left out are those that count from midnight, of which nobody knows whether the file was cut since, and what is no
    place but a length: how much was recorded before the button was pressed.
    """
    if rate <= 0 or b"SYNC_POINT" not in ixml.replace(b"\0", b"").upper():
        return
    with suppress(UnfitDocumentError):
        for point in texts_of_each(ixml, ("SYNC_POINT_LIST", "SYNC_POINT")):
            low, high, length = (_whole(point.get(f"SYNC_POINT_{name}", "0")) for name in _COUNTED)
            is_length = point.get("SYNC_POINT_FUNCTION", "").upper() == "PRE_RECORD_SAMPLECOUNT"
            if is_length or point.get("SYNC_POINT_TYPE", "").upper() != "RELATIVE" or low is None or high is None:
                continue
            start = ((high << 32) + low) / rate
            yield Marker(start, point.get("SYNC_POINT_COMMENT", ""), (length or 0) / rate, "iXML")


def _whole(text: str) -> int | None:
    """A number of 32 bits, which some write with a sign."""
    return int(text) & 0xFFFFFFFF if _WHOLE.fullmatch(text) else None


def wave_rate(form: bytes) -> int:
    """Hz, of the content of a `fmt ` chunk; 0 where it does not say."""
    return int.from_bytes(form[4:8], "little") if len(form) >= _HEADER else 0


def _read_labels(content: bytes, labels: dict[int, _Label]) -> None:
    if content[:4] != ADTL:
        return
    place = 4
    for _ in range(_MOST_LOOKED_AT):
        if place + _HEADER + 4 > len(content):
            return
        name, size, cue_id = struct.unpack_from("<4sII", content, place)
        inside = content[place + _HEADER + 4 : place + _HEADER + size]
        place += _HEADER + size + size % 2
        label = labels.setdefault(cue_id, _Label())
        if name == b"labl":
            label.label = label.label or first_text(inside)
        elif name == b"note":
            label.notes.append(first_text(inside))
        elif name == b"ltxt" and len(inside) >= 4:
            label.frames = int.from_bytes(inside[:4], "little")
            label.other = first_text(inside[_LABELLED_TEXT - 4 :])


def aiff_markers(marks: bytes, comments: bytes, rate: float) -> Iterator[Marker]:
    """The markers of an AIFF file: `marks` of its `MARK` chunk, `comments` of its `COMT`; `rate` in Hz."""
    if rate <= 0:
        return
    notes = dict(_comments(comments))
    place = 2
    for _ in range(min(int.from_bytes(marks[:2]), _MOST_LOOKED_AT)):
        if place + 7 > len(marks):
            return
        marker_id, frame, length = struct.unpack_from(">hIB", marks, place)
        name = decoded(marks[place + 7 : place + 7 + length]).strip("\0 ")
        place += 7 + length + (1 - length % 2)  # a name and its length are an even number of bytes
        text = " – ".join(dict.fromkeys(filter(None, (name, notes.get(marker_id, "")))))
        yield Marker(frame / rate, text, source="MARK")


def _comments(content: bytes) -> Iterator[tuple[int, str]]:
    """What comments say of markers, by their numbers; 0 is none."""
    place = 2
    for _ in range(min(int.from_bytes(content[:2]), _MOST_LOOKED_AT)):
        if place + 8 > len(content):
            return
        _time, marker_id, length = struct.unpack_from(">IhH", content, place)
        if marker_id:
            yield marker_id, decoded(content[place + 8 : place + 8 + length]).strip("\0 ")
        place += 8 + length + length % 2


def aiff_rate(common: bytes) -> float:
    """Hz, of the content of a `COMM` chunk, which has it as an 80-bit number; 0 where it does not say."""
    if len(common) < 18:
        return 0.0
    exponent, mantissa = struct.unpack_from(">HQ", common, 8)
    power = (exponent & 0x7FFF) - 0x3FFF
    return math.ldexp(mantissa, power - 63) if exponent < 0x8000 and 0 <= power <= _MOST_BITS else 0.0
