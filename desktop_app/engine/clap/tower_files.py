"""The folder of towers that were converted from a checkpoint: what lies in it, how it is written, and what was found
out about it on which machine.

Can be made again at any time. Imports no runtime, so that anybody may read what was found out.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from filelock import FileLock

from desktop_app.library.databases.bounded_reading import read_json
from desktop_app.library.databases.durable import put_in_place, sync_file, write_whole

SHORT_STEM: Final = "stem_short"
LONG_STEM: Final = "stem_long"
HEAD: Final = "head"
TEXT: Final = "text"
REFERENCE: Final = "reference.npz"
"""What torch made of the `sounds` and `texts` that runtimes are checked with."""

_MANIFEST: Final = "files.json"
_FINDINGS: Final = "machines.json"
_ATTEMPTS: Final = "attempts.json"
MOST_ATTEMPTS: Final = 3
"""Conversions of one checkpoint that may end with the process before no more are begun."""
_LARGEST: Final = 10_000_000
"""Bytes of a JSON file of ours."""
_CLOCK_STEP: Final = 2.0
"""Seconds: some file systems keep no finer times."""


def stage_name(number: int) -> str:
    """The graph of an attention stage, counted from 0."""
    return f"stage_{number}"


def merge_name(number: int) -> str:
    """The graph between a stage and the next."""
    return f"merge_{number}"


def graph_file(folder: Path, name: str) -> Path:
    """Where a graph lies; its weights lie beside it."""
    return folder / f"{name}.xml"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was measured of converted towers on one machine, against torch in float32."""

    cosine: float
    """The least of all that was tried."""
    seconds: float
    """Of the processor, for one short sound."""


@dataclass(frozen=True, slots=True)
class FastFinding(Finding):
    """The same of the towers with some stages in bfloat16."""

    stages: tuple[int, ...]
    """Those in bfloat16; none where that is not quicker here, or not near enough."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found out on one machine."""

    problem: str = ""
    """Why torch serves in place of the converted towers: a sentence; empty when they serve."""
    exact: Finding | None = None
    fast: FastFinding | None = None
    """None as long as nobody asked for it."""


class TowerFiles:
    """The towers of one checkpoint, converted by one version of the runtime and of our conversion."""

    def __init__(self, home: Path, identity: str, version: str) -> None:
        """`home` holds those of all checkpoints; `identity` is the checkpoint's digest."""
        self._home = home
        self._identity = identity
        self.folder = home / f"{identity}-{version}"

    def lock(self) -> AbstractContextManager[object]:
        """Held by the process that converts or checks; others wait. Raises OSError where nothing can be written."""
        self._home.mkdir(parents=True, exist_ok=True)
        return FileLock(self._home / f"{self._identity}.lock")

    @property
    def complete(self) -> bool:
        """Whether all files are there, and none was touched since they were written.

        What was checked is what is trusted: files that somebody replaced are converted and checked anew.
        """
        written = _read(self.folder / _MANIFEST)
        return bool(written) and all(_is_as_written(self.folder / name, stamp) for name, stamp in written.items())

    def write(self, fill: Callable[[Path], None]) -> None:
        """Make the folder in one step: `fill` puts the files into a draft of it. Those of other versions go.

        For whoever holds the lock. Raises OSError, and what `fill` raises.
        """
        for left in self._home.glob(f".{self._identity}-*.part"):
            shutil.rmtree(left, ignore_errors=True)  # of a process that ended in the midst of it
        draft = self._home / f".{self.folder.name}.{os.getpid()}.part"
        try:
            draft.mkdir()
            fill(draft)
            for file in draft.iterdir():
                sync_file(file)  # after a power failure it would have its size and hold zeros
            written = {file.name: [file.stat().st_size, file.stat().st_mtime] for file in draft.iterdir()}
            _write(draft / _MANIFEST, written)
            for old in self._home.glob(f"{self._identity}-*"):
                shutil.rmtree(old, ignore_errors=True)  # what another process still reads stays on some systems
            put_in_place(draft, self.folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def findings(self, machine: str) -> Findings | None:
        """What was found out on this machine; None when it was never here, or the record is damaged."""
        entry = _read(self.folder / _FINDINGS).get(machine)
        try:
            return None if entry is None else _findings(entry)
        except (TypeError, KeyError, ValueError):
            return None

    def record(self, machine: str, findings: Findings) -> None:
        """Keep what was found out. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / _FINDINGS, {**_read(self.folder / _FINDINGS), machine: asdict(findings)})

    @property
    def attempts(self) -> int:
        """Conversions that were begun and neither succeeded nor failed: the process ended in the midst of them."""
        count = _read(self._home / _ATTEMPTS).get(self.folder.name, 0)
        return count if isinstance(count, int) else 0

    def count_attempts(self, count: int) -> None:
        """Raises OSError."""
        _write(self._home / _ATTEMPTS, {**_read(self._home / _ATTEMPTS), self.folder.name: count})


def _findings(entry: Mapping[str, Any]) -> Findings:
    exact, fast = entry["exact"], entry["fast"]
    return Findings(
        str(entry["problem"]),
        None if exact is None else Finding(**exact),
        None if fast is None else FastFinding(**{**fast, "stages": tuple(fast["stages"])}),
    )


def _read(path: Path) -> dict[str, Any]:
    """A JSON file of ours; nothing when it is missing or damaged."""
    try:
        content = read_json(path, _LARGEST)
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _write(path: Path, content: Mapping[str, Any]) -> None:
    write_whole(path, (json.dumps(content, indent=2) + "\n").encode())


def _is_as_written(path: Path, stamp: Any) -> bool:
    """Whether a file has the size and the time, in seconds, of this entry of the manifest."""
    try:
        size, modified = stamp
        status = path.stat()
        return bool(status.st_size == size and abs(status.st_mtime - modified) <= _CLOCK_STEP)
    except (OSError, TypeError, ValueError):
        return False
