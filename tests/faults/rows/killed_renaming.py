"""kill -9 at random moments while files are renamed."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from desktop_app.library import renaming
from desktop_app.library.rename_journal import Renaming, RenamingJournal, read_renamings, rename_back
from desktop_app.library.renaming import NotRenamedError, rename_file
from desktop_app.library.run_journal import forget_run, runs
from desktop_app.library.watching.stamps import stamp_of_status
from tests.faults.killing import BEGUN, has_begun
from tests.faults.row import Row, shortened

FULL: Final = 300
QUICK: Final = 4
FILES: Final = 40
_LONGEST: Final = 0.02
"""Seconds until a kill, after the second file was noted."""
_FEWEST_IN_BETWEEN: Final = 0.3
"""Part of the kills that must have come when some files were renamed and others were not."""


def run(quick: bool) -> Row:
    """A process renames files, in the system's own way and in that of others; after each kill the names come back."""
    kills = QUICK if quick else FULL
    multiprocessing.get_context("forkserver").set_forkserver_preload([__name__])
    problems: list[str] = []
    seen: Counter[str] = Counter()
    with TemporaryDirectory() as scratch:
        for number, way in enumerate((_by_system, _by_link)):
            victim = _Victim(Path(scratch) / str(number), way, seed=number)
            for kill in range(kills // 2):
                problems += [f"{way.__name__}, kill {kill}: {problem}" for problem in victim.kill()]
            seen.update(victim.seen)
    if not seen["renamed"]:
        problems.append("no kill came after a file had been renamed: nothing was tried")
    if not quick and seen["in between"] < _FEWEST_IN_BETWEEN * kills:
        problems.append(f"only {seen['in between']} kills came in the middle of a run")
    return Row(
        2,
        f"kill -9 while {FILES} files are renamed, then --undo",
        kills,
        "0 files lost, changed or replaced; each has its old name again",
        f"{len(problems)} problems; {seen['in between']} kills in the middle, {seen['two names']} between two names",
        shortened(problems),
    )


class _Victim:
    """Files that are renamed again and again by processes that are killed, beside one that has a name they want."""

    def __init__(self, folder: Path, way: Callable[[], None], *, seed: int) -> None:
        self._folder, self._journals, self._way = folder / "sounds", folder / "runs", way
        self._folder.mkdir(parents=True)
        for number in range(FILES):
            (self._folder / f"old {number}").write_bytes(f"sound {number}".encode())
        (self._folder / "new 3").write_bytes(b"another one's")
        self._before = self._contents()
        self._generator = np.random.default_rng(seed)
        self.seen: Counter[str] = Counter()

    def kill(self) -> Iterator[str]:
        """Kill a process that renames, look what is left, and take it back; problems as sentences."""
        context = multiprocessing.get_context("forkserver")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_rename, args=(self._folder, self._journals, self._way, theirs))
        process.start()
        theirs.close()
        if not has_begun(ours):
            yield "nothing was renamed"
        time.sleep(self._generator.uniform(0, _LONGEST))
        process.kill()
        process.join()
        ours.close()
        left = self._contents()
        renamed = sum(name.startswith("new") for name in left) - 1
        self.seen["renamed"] += renamed > 0
        self.seen["in between"] += 0 < renamed < FILES - 1
        self.seen["two names"] += len(left) > len(self._before)
        if set(left.values()) != set(self._before.values()):
            yield "a file is lost or changed"
        yield from self._take_back()

    def _take_back(self) -> Iterator[str]:
        for number in reversed(runs(self._journals)):
            for one in reversed(read_renamings(self._journals, number).renamings):
                try:
                    rename_back(one, Path.read_bytes)
                except NotRenamedError as error:
                    yield f"{one.new.name}: {error}"
            forget_run(self._journals, number)
        if self._contents() != self._before:
            yield "not every file has its old name again"

    def _contents(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self._folder.iterdir()}


def _by_system() -> None:
    """As the system does it here."""


def _by_link() -> None:
    """As systems do it that cannot rename without replacing."""
    renaming._moved_by_system = lambda old, new: False


def _rename(folder: Path, journals: Path, way: Callable[[], None], begun: Connection) -> None:
    """Until it is killed."""
    way()
    with RenamingJournal(journals) as journal:
        for number in range(FILES):
            old = folder / f"old {number}"
            one = Renaming(old, folder / f"new {number}", stamp_of_status(old.stat()))
            journal.note(one)
            if number == 1:  # one is renamed, however little time is left from here on
                begun.send_bytes(BEGUN)
            try:
                rename_file(one.old, one.new, one.stamp)
            except NotRenamedError:
                journal.refused(one.old)
    while True:
        time.sleep(1)
