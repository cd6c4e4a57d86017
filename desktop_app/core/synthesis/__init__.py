"""Sounds made from nothing but numpy: the reference sounds against which tags are measured.

Rule: pure functions of a seeded generator; no files, no clock, no state. Each family of kinds is a module with a
`KINDS` table; `sources` and `filters` are what they are built from; `kinds` gives each variant its seed, its room and
its level.
"""

from desktop_app.core.synthesis import (
    alarms,
    animals,
    bodies,
    drums,
    effects,
    impacts,
    interface,
    machines,
    nature,
    plucked,
    struck,
    sustained,
    vehicles,
    voices,
)
from desktop_app.core.synthesis.kinds import Kind, ReferenceSound, make

__all__ = ["KINDS", "Kind", "ReferenceSound", "reference_names", "reference_sound"]

KINDS: tuple[Kind, ...] = (
    *drums.KINDS,
    *struck.KINDS,
    *plucked.KINDS,
    *sustained.KINDS,
    *voices.KINDS,
    *bodies.KINDS,
    *animals.KINDS,
    *nature.KINDS,
    *machines.KINDS,
    *vehicles.KINDS,
    *alarms.KINDS,
    *impacts.KINDS,
    *effects.KINDS,
    *interface.KINDS,
)
"""Every kind of reference sound."""


def reference_names() -> list[str]:
    """The names of all reference sounds, always in the same order, without making any."""
    return [f"{kind.name} {variant}" for kind in KINDS for variant in range(1, kind.variants + 1)]


def reference_sound(name: str) -> ReferenceSound:
    """One reference sound alone. Raises KeyError when there is none of that name."""
    kind_name, _, variant = name.rpartition(" ")
    for kind in KINDS:
        if kind.name == kind_name and variant.isdecimal() and 1 <= int(variant) <= kind.variants:
            return make(kind, int(variant))
    raise KeyError(name)
