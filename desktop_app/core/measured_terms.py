"""Filters by what was measured: `bpm:90..100 key:F#m kind:loop lufs:<-20 warning:clipped|noisy`.

A number means what a person sees, which is rounded to a tenth: `bpm:>120` leaves out what is shown as 120.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, log2
from typing import Final

from desktop_app.core.musical import NOTES, SoundKind
from desktop_app.core.sound_quality import SoundWarning

MEASURED_FIELDS: Final = ("bpm", "key", "kind", "lufs", "warning")

Span = tuple[float, float]
"""Lowest and highest value that passes."""
Choice = tuple[Span, ...]
"""Spans of which a value must lie in one."""

_CONCERT_PITCH: Final = 440.0
"""Hz of the A (ISO 16)."""
_ROUNDING: Final = 0.05
"""Half of the last digit that is shown."""
_SAME_TEMPO: Final = 0.01
"""A single tempo means what lies within such a share of it; half and double tempo are others."""
_SAME_LOUDNESS: Final = 0.5
"""LU. A single loudness means what lies so near."""

_TEMPO: Final = r"\d{1,4}(?:\.\d{1,2}|,\d)?"
_LOUDNESS: Final = r"[+-]?\d{1,3}(?:\.\d{1,2}|,\d)?"
"""A comma before a single digit is that of a decimal; else it stands between alternatives."""
_PARTS: Final = re.compile(r"\||,(?!\d(?!\d))")
_TEMPOS: Final = re.compile(rf"(?P<sign>[<>]=?|=)?(?P<low>{_TEMPO})(?:(?:\.\.|-)(?P<high>{_TEMPO}))?")
_LOUDNESSES: Final = re.compile(rf"(?P<sign>[<>]=?|=)?(?P<low>{_LOUDNESS})(?:\.\.(?P<high>{_LOUDNESS}))?")
_KEY: Final = re.compile(
    r"(?P<letter>[A-Ga-g])(?P<accidental>#|b)?\s*-?(?:(?P<minor>m|(?i:min|minor|moll))|M|(?i:maj|major|dur))?"
)
_PLAIN: Final = str.maketrans("♯♭−–", "#b--")
"""Signs as they are printed, and as they are typed."""
_KINDS: Final = {
    "loop": SoundKind.LOOP,
    "loops": SoundKind.LOOP,
    "one-shot": SoundKind.ONE_SHOT,
    "one-shots": SoundKind.ONE_SHOT,
    "oneshot": SoundKind.ONE_SHOT,
    "oneshots": SoundKind.ONE_SHOT,
}
_ANY: Final = "any"


@dataclass(frozen=True, slots=True)
class MeasuredTerms:
    """What a sound must measure: one of the keys and one of the kinds that are given, and all choices of spans and
    of warnings. As unwanted terms: it must match none at all. What was not measured yet matches neither way.
    """

    tempos: tuple[Choice, ...] = ()
    """Beats a minute."""
    keys: tuple[str, ...] = ()
    """As `Musical.key` is written; the name of a note also means a single note of that pitch."""
    kinds: tuple[SoundKind, ...] = ()
    loudness: tuple[Choice, ...] = ()
    """LUFS."""
    warnings: tuple[tuple[SoundWarning, ...], ...] = ()
    """Each a choice, of which one warning must apply."""

    def __bool__(self) -> bool:
        return self.of_quality or self.of_music

    @property
    def count(self) -> int:
        """How many filters these are; keys and kinds are one each, however many there are to choose from."""
        choices = (bool(self.keys), bool(self.kinds))
        return sum(choices) + len(self.tempos) + len(self.loudness) + len(self.warnings)

    @property
    def of_quality(self) -> bool:
        """Whether anything is asked for that a `SoundQuality` says."""
        return bool(self.loudness or self.warnings)

    @property
    def of_music(self) -> bool:
        """Whether anything is asked for that a `Musical` says."""
        return bool(self.tempos or self.keys or self.kinds)

    def joined(self, other: "MeasuredTerms") -> "MeasuredTerms":
        """These and others."""
        return MeasuredTerms(
            self.tempos + other.tempos,
            self.keys + other.keys,
            self.kinds + other.kinds,
            self.loudness + other.loudness,
            self.warnings + other.warnings,
        )


def measured_terms_of(field: str, value: str, alternatives: Sequence[str]) -> MeasuredTerms | None:
    """What one filter asks for; None for what cannot be read. `alternatives`: the parts of its value."""
    if field == "bpm":
        tempos = _choice(value, _tempo_span)
        return None if tempos is None else MeasuredTerms(tempos=(tempos,))
    if field == "lufs":
        loudness = _choice(value, _loudness_span)
        return None if loudness is None else MeasuredTerms(loudness=(loudness,))
    if field == "key":
        keys = [key_of(part) for part in alternatives]
        known = tuple(key for key in keys if key is not None)
        return MeasuredTerms(keys=known) if known and len(known) == len(keys) else None
    if field == "kind":
        kinds = tuple(_KINDS[word] for part in alternatives if (word := _word(part)) in _KINDS)
        return MeasuredTerms(kinds=kinds) if kinds and len(kinds) == len(alternatives) else None
    choice = _warnings_of(alternatives)
    return MeasuredTerms(warnings=(choice,)) if choice else None


def key_of(text: str) -> str | None:
    """A key as `Musical.key` writes it: `gb minor`, `G♭m` and `F#min` are all F#m. None for what is no key."""
    match = _KEY.fullmatch(text.strip().translate(_PLAIN))
    if match is None:
        return None
    step = {"#": 1, "b": -1, None: 0}[match["accidental"]]
    note = NOTES[(NOTES.index(match["letter"].upper()) + step) % len(NOTES)]
    return f"{note}m" if match["minor"] else note


def note_name(frequency: float) -> str:
    """The note of equal temperament that is nearest to a frequency in Hz, in any octave: 440 is A."""
    return NOTES[round(12 * log2(frequency / _CONCERT_PITCH) + NOTES.index("A")) % len(NOTES)]


def key_place(key: str) -> int:
    """Where a key stands among all: from C upwards, each major one before the minor one of its name."""
    return 2 * NOTES.index(key.removesuffix("m")) + key.endswith("m")


def _choice(value: str, span_of: Callable[[str], Span | None]) -> Choice | None:
    spans = [span_of(part.strip()) for part in _PARTS.split(value.translate(_PLAIN))]
    known = tuple(span for span in spans if span is not None)
    return known if len(known) == len(spans) else None


def _tempo_span(value: str) -> Span | None:
    match = _TEMPOS.fullmatch(value)
    return None if match is None else _span(match, near=_SAME_TEMPO * _number(match["low"]))


def _loudness_span(value: str) -> Span | None:
    match = _LOUDNESSES.fullmatch(value)
    return None if match is None else _span(match, near=_SAME_LOUDNESS)


def _span(match: re.Match[str], *, near: float) -> Span | None:
    low, sign = _number(match["low"]), match["sign"]
    if match["high"]:
        lowest, highest = sorted((low, _number(match["high"])))
        return None if sign else (lowest - _ROUNDING, highest + _ROUNDING)
    spans = {
        ">": (low + _ROUNDING, inf),
        ">=": (low - _ROUNDING, inf),
        "<": (-inf, low - _ROUNDING),
        "<=": (-inf, low + _ROUNDING),
    }
    return spans.get(sign or "=", (low - near, low + near))


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _warnings_of(alternatives: Sequence[str]) -> tuple[SoundWarning, ...] | None:
    known = {warning.value: (warning,) for warning in SoundWarning} | {_ANY: tuple(SoundWarning)}
    words = [_word(part) for part in alternatives]
    if any(word not in known for word in words):
        return None
    return tuple(dict.fromkeys(warning for word in words for warning in known[word]))


def _word(text: str) -> str:
    return re.sub(r"[\s_]+", "-", text.strip().casefold())
