"""A test that uses `silence` fails when its process, or one that it starts, asks anything of a network."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.faults import socket_watch

_HERE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Overheard:
    """What was noted so far."""

    file: Path

    @property
    def attempts(self) -> list[str]:
        """What was asked of a network."""
        return [line for line in self._lines() if not line.startswith(socket_watch.STARTED)]

    @property
    def processes(self) -> set[str]:
        """The numbers of the processes that were listened to, but for this one."""
        return {line.split()[1] for line in self._lines() if line.startswith(socket_watch.STARTED)} - {str(os.getpid())}

    def _lines(self) -> list[str]:
        return self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []


@pytest.fixture
def overheard(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Overheard:
    """From here on all is noted; sockets of this machine alone (AF_UNIX) are ours."""
    folder = tmp_path_factory.mktemp("overheard")
    (folder / "sitecustomize.py").write_text("from tests.faults.socket_watch import watch\n\nwatch()\n")
    monkeypatch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{_HERE}")
    monkeypatch.setenv(socket_watch.FILE, str(folder / "noted"))
    _listen_here()
    return Overheard(folder / "noted")


@pytest.fixture
def silence(overheard: Overheard) -> Iterator[Overheard]:
    """Nothing may be asked until the test ends."""
    yield overheard
    assert overheard.attempts == []


@cache
def _listen_here() -> None:
    """Once: what Python tells of itself to one, it tells for ever."""
    socket_watch.watch()
