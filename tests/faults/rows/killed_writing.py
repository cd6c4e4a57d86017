"""kill -9 at random moments while texts are written into sound files."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from desktop_app.core.metadata import Field
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.library.metadata.reading import read_metadata
from desktop_app.library.metadata.replacing import NotWrittenError, sweep
from desktop_app.library.metadata.slots import Existing
from desktop_app.library.metadata.writing import plan_writing, write_planned
from tests.faults.killing import BEGUN, has_begun
from tests.faults.row import Row, shortened
from tests.sounds import make, tone

FULL: Final = 500
QUICK: Final = 4
KINDS: Final = ("wav16", "rf64", "flac", "aiff", "mp3", "ogg", "m4a")
TITLES: Final = ("Regen auf Blech", "Wind")
_LONGEST: Final = 0.03
"""Seconds until a kill, after a writing began; a whole one takes about as long."""
_FEWEST_UNFINISHED: Final = 0.1
"""Part of the kills that must have come while a copy was being made or proved."""


def run(quick: bool) -> Row:
    """A process writes one text and then another, again and again; what it leaves is what the next start finds."""
    kills = QUICK if quick else FULL
    multiprocessing.get_context("forkserver").set_forkserver_preload([__name__])
    problems: list[str] = []
    tried: Counter[str] = Counter()
    for number, kind in enumerate(KINDS):
        with TemporaryDirectory() as scratch:
            victim = _Victim(Path(scratch), kind, seed=number)
            for _ in range(kills):
                problems += [f"{kind}, kill {tried['kills']}: {problem}" for problem in victim.kill()]
                tried["kills"] += 1
            tried["unfinished"] += victim.unfinished
            tried["changed"] += victim.changed
    if not tried["unfinished"] and not tried["changed"]:
        problems.append("no kill came after anything had been written: nothing was tried")
    if not quick and tried["unfinished"] < _FEWEST_UNFINISHED * tried["kills"]:
        problems.append(f"only {tried['unfinished']} kills came in the middle of a writing")
    return Row(
        2,
        f"kill -9 while texts are written into files ({', '.join(KINDS)})",
        tried["kills"],
        "0 changed sounds, 0 files between two states, 0 copies left after the next start",
        f"{len(problems)} problems; {tried['unfinished']} copies were unfinished, {tried['changed']} files changed",
        shortened(problems),
    )


class _Victim:
    """One file, written again and again by processes that are killed."""

    def __init__(self, folder: Path, kind: str, *, seed: int) -> None:
        frames = tone(1.0, rate=48_000, channels=2)
        self.path = make(folder, kind, frames=frames, rate=48_000)
        self.unfinished = 0
        """Kills that left a copy behind."""
        self.changed = 0
        """Kills before which the file was replaced."""
        self._audio = content_id(self.path)
        self._names = {self.path.name}
        self._generator = np.random.default_rng(seed)

    def kill(self) -> Iterator[str]:
        """Kill a process that writes, and look what is left; problems as sentences."""
        before = self.path.read_bytes()
        context = multiprocessing.get_context("forkserver")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_write, args=(self.path, theirs))
        process.start()
        theirs.close()
        if not has_begun(ours):
            yield "nothing was written"
        time.sleep(self._generator.uniform(0, _LONGEST))
        process.kill()
        process.join()
        ours.close()
        self.changed += self.path.read_bytes() != before
        yield from self._look()

    def _look(self) -> Iterator[str]:
        swept = sweep(self.path.parent)
        self.unfinished += bool(swept)
        if {entry.name for entry in self.path.parent.iterdir()} != self._names:
            yield "a copy was left"
        if content_id(self.path) != self._audio:
            yield "the sound changed"
        if read_metadata(self.path).of(Field.TITLE) not in ((), *((title,) for title in TITLES)):
            yield "a text is half written"
        try:
            plan_writing(self.path, {Field.TITLE: ["next"]})
        except NotWrittenError as error:
            yield f"the file is damaged: {error}"


def _write(path: Path, begun: Connection) -> None:
    """Until it is killed."""
    told = False
    while True:
        for title in TITLES:
            plan = plan_writing(path, {Field.TITLE: [title]}, existing=Existing.REPLACE)
            if not told:
                begun.send_bytes(BEGUN)
                told = True
            write_planned(plan, content_id)
