"""Filters by what was measured, as SQL: conditions on the tables `quality` and `music`, joined by content.

Where nothing was measured yet a sound fits neither what is wanted nor what is unwanted, so no condition is left to the
way SQL treats what is NULL.
"""

from collections.abc import Iterator, Sequence

from desktop_app.core.measured_terms import Choice, MeasuredTerms
from desktop_app.core.musical import SoundKind
from desktop_app.core.sound_quality import SoundWarning

Part = tuple[str, Sequence[object]]
"""A condition and the values for its question marks."""


def measured_parts(terms: MeasuredTerms) -> Iterator[Part]:
    """What must hold for a sound that is wanted."""
    yield from (_spans("music.tempo", choice) for choice in terms.tempos)
    if terms.keys:
        yield _keys(terms.keys)
    if terms.kinds:
        yield _kinds(terms.kinds)
    yield from (_spans("quality.loudness", choice) for choice in terms.loudness)
    yield from map(_warnings, terms.warnings)


def parts_without(terms: MeasuredTerms) -> Iterator[Part]:
    """What must hold for a sound where all of these are unwanted: it was measured, and none of them fits."""
    if terms.of_music:
        yield "music.content_id IS NOT NULL", ()
    if terms.of_quality:
        yield "quality.content_id IS NOT NULL", ()
    for condition, values in measured_parts(terms):
        yield f"NOT {condition}", values


def _spans(column: str, choice: Choice) -> Part:
    within = " OR ".join([f"{column} BETWEEN ? AND ?"] * len(choice))
    return f"coalesce({within}, 0)", [value for span in choice for value in span]


def _keys(keys: Sequence[str]) -> Part:
    marks = ", ".join("?" * len(keys))
    return f"(coalesce(music.key IN ({marks}), 0) OR coalesce(music.note IN ({marks}), 0))", (*keys, *keys)


def _kinds(kinds: Sequence[SoundKind]) -> Part:
    return f"coalesce(music.kind IN ({', '.join('?' * len(kinds))}), 0)", [kind.value for kind in kinds]


def _warnings(choice: Sequence[SoundWarning]) -> Part:
    if set(choice) == set(SoundWarning):
        return "(coalesce(quality.warnings, '') <> '')", ()
    conditions = " OR ".join(["instr(coalesce(quality.warnings, ''), ?) > 0"] * len(choice))
    return f"({conditions})", [f",{warning.value}," for warning in choice]
