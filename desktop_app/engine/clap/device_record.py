"""What was found out on this machine about hearing on a graphics processor, checkpoint by checkpoint.

Imports no runtime: the process that hands sounds out learns from here whether to ask for a device at all.
"""

import json
import os
import platform
import time
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.embedders.model_files import read_record
from desktop_app.library.databases.durable import write_whole

_FILE: Final = "devices.json"
_EVERY: Final = "every embedder"
"""Where it stands that there is no device."""
_LOOKED: Final = "looked"
"""Where it stands when that was found out, in seconds since 1970."""
_AGAIN_SECONDS: Final = 7 * 86_400.0
"""After which it is looked again for a device that did not serve: another program may have kept it busy, or its driver
was not there. `embedder check` looks at once.
"""
_VERSION: Final = 1
"""Raise it when `device_tower.py` computes otherwise or `device_choice.py` tries otherwise."""


@dataclass(frozen=True, slots=True)
class DeviceFinding:
    """Whether a device hears a checkpoint's sounds on this machine, and how well."""

    problem: str = ""
    """Why the processor hears them instead: a sentence; empty when the device serves."""
    device: str = ""
    """What torch calls it: `cuda` or `mps`; empty when there is none."""
    title: str = ""
    """What a person calls it."""
    precision: str = "float32"
    """`float32`, `float16` or `bfloat16`."""
    cosine: float = 0.0
    """The least of all that was tried, to torch's float32 on the processor; 0 when nothing was."""
    seconds: float = 0.0
    """For one short sound among several that are heard together."""
    core_seconds: float = 0.0
    """The processor's for the same, on one core."""

    @property
    def serves(self) -> bool:
        """Whether sounds are to be heard on the device."""
        return not self.problem


NO_DEVICE: Final = DeviceFinding("torch finds no graphics processor here that it can use.")


def may_use_device(spec: EmbedderSpec) -> bool:
    """Whether it is worth asking: only CLAP is large enough, and what was found out must be kept somewhere."""
    return spec.kind == "clap" and spec.device == "auto" and spec.towers is not None


def known_device(spec: EmbedderSpec, now: float | None = None) -> DeviceFinding | None:
    """What this machine, with its present torch, found out about a checkpoint; None when it has not looked, or found
    nothing that serves and a week has passed by the clock `now` (seconds; None: the present one).
    """
    if spec.towers is None:
        return None
    machine = read_record(spec.towers / _FILE).get(_machine())
    entry = machine.get(spec.embedder_id, machine.get(_EVERY)) if isinstance(machine, dict) else None
    try:
        values = dict(entry or {})
        looked = float(values.pop(_LOOKED, 0.0))
        finding = DeviceFinding(**values)
    except (TypeError, ValueError):  # of another version, or damaged
        return None
    age = (time.time() if now is None else now) - looked
    return finding if entry is not None and (finding.serves or 0 <= age < _AGAIN_SECONDS) else None


def record_device(spec: EmbedderSpec, finding: DeviceFinding) -> None:
    """Keep what was found out, beside the converted towers. Raises OSError."""
    if spec.towers is None:
        return
    spec.towers.mkdir(parents=True, exist_ok=True)
    file: Path = spec.towers / _FILE
    known = read_record(file)
    machine = known.get(_machine())
    entries = machine if isinstance(machine, dict) and finding.device else {}
    entries.pop(_EVERY, None)
    name = spec.embedder_id if finding.device else _EVERY
    known[_machine()] = {**entries, name: {**asdict(finding), _LOOKED: time.time()}}
    write_whole(file, (json.dumps(known, indent=2) + "\n").encode())


def _machine() -> str:
    """Changes when it must be looked anew: with the computer, its cores, torch, and how we look."""
    try:
        torch = version("torch")
    except PackageNotFoundError:
        torch = "none"
    return f"{platform.node()}, {os.cpu_count()} cores, torch {torch}, {_VERSION}"
