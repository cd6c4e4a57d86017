"""A real disk of 4 MB that is full: a sentence for what cannot be saved, and all goes on once there is room."""

import json
import logging
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import apsw
import numpy as np
import pytest

from desktop_app.app import Earmark
from desktop_app.core.events import IndexEvent, IndexingStopped
from desktop_app.core.marks import Marks
from desktop_app.core.query import parse_query
from desktop_app.core.tag import Tag, Vocabulary, VocabularyError
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.rescuing.backup import KEPT, BackupKind
from desktop_app.paths import Profile
from desktop_app.searches import SavedSearch, SearchBook
from desktop_app.settings import SettingsError, load_settings
from tests import sounds
from tests.faults.row import Row, shortened
from tests.gui.profile import open_earmark, profile_with_vocabulary, use_quick_network
from tests.library_maker import DEADLINE

FULL: Final = tuple(4096 * pages for pages in (*range(16), *range(16, 160, 8)))
QUICK: Final = (0, 5 * 4096)
"""Bytes that are left free at first, one after the other."""
_SIZE: Final = "4m"
_MOST_SECONDS: Final = 2.0
_AT_FIRST: Final = 12
_MORE: Final = 6
"""Sounds that come while the disk is full."""
_NOTE: Final = 20_000
"""Characters of a note that needs room."""
_HERE: Final = Path(__file__).parents[3]
_MOUNTED: Final = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'
_SENTENCES: Final = (LibraryError, SettingsError, VocabularyError)


@dataclass(slots=True)
class _Found:
    """What the process on the small disk found."""

    refused: int = 0
    """What was not saved, and said so."""
    slowest: float = 0.0
    """Seconds until anything was saved or refused."""
    problems: list[str] = field(default_factory=list)


def run(quick: bool) -> Row:
    """In a mount namespace of its own, where this machine lets its users have one."""
    levels = QUICK if quick else FULL
    with TemporaryDirectory() as scratch:
        disk = Path(scratch) / "disk"
        disk.mkdir()
        sheltered = ["unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNTED, "sh", _SIZE, str(disk)]
        if shutil.which("unshare") is None or subprocess.run([*sheltered, "true"], capture_output=True).returncode:
            return _row(len(levels), _Found(), "a disk of its own, which only an administrator may mount here")
        program = [sys.executable, "-m", "tests.faults.rows.full_disk", str(disk), json.dumps(levels)]
        ended = subprocess.run([*sheltered, *program], cwd=_HERE, capture_output=True, text=True)
    if ended.returncode != 0:
        return _row(len(levels), _Found(problems=[f"it ended with {ended.returncode}: {ended.stderr[-2000:]}"]))
    return _row(len(levels), _Found(**json.loads(ended.stdout)))


def _row(levels: int, found: _Found, limit: str = "") -> Row:
    if found.slowest > _MOST_SECONDS:
        found.problems.append(f"it took {found.slowest:.1f} s until it was said")
    if not found.refused and not found.problems and not limit:
        found.problems.append("nothing was refused: the disk was never full")
    return Row(
        4,
        f"a disk of 4 MB is full, at {levels} fillings",
        levels if limit else found.refused,
        "0 inconsistent; a sentence <= 2 s; reading and search go on",
        f"{len(found.problems)} problems, {found.refused} times refused after {found.slowest:.2f} s at most",
        shortened(found.problems),
        limit,
    )


class _Story:
    """A profile on the small disk, and what of it was acknowledged."""

    def __init__(self, disk: Path) -> None:
        self.found = _Found()
        self._disk = disk
        self._filler = disk / "filler"
        self._root = disk.parent / "Sounds"
        self._root.mkdir()
        self._made = 0
        self._make_sounds(_AT_FIRST)
        self._profile: Profile = profile_with_vocabulary(disk / "profile")
        self._events: list[IndexEvent] = []
        self._turn = 0
        self._what = "at first"
        self._notes: dict[bytes, Marks] = {}
        self._verdicts: set[Verdict] = set()
        self._collections: set[str] = set()
        self._vocabulary = self._saved = ""
        self._volume = load_settings(self._profile.settings_file).volume
        self._backups: set[int] = set()

    def tell(self, levels: list[int]) -> None:
        """Full and not full again, with the profile open and closed."""
        with self._opened() as earmark:
            earmark.add_folders([self._root])
            assert earmark.indexer.wait_idle(DEADLINE)
        for level in levels:
            self._what = f"{level} bytes free"
            with self._opened() as earmark:
                self._fill(level)
                self._work(earmark)
            # Closed and opened again on a full disk.
            self._step("opening", self._look_in)
            self._make_room()
            with self._opened() as earmark:
                self._go_on(earmark)
            self._check_files()

    def _opened(self) -> Earmark:
        earmark = open_earmark(self._profile, self._events.append)
        earmark.start_indexing()
        earmark.load_tags()
        return earmark

    def _look_in(self) -> None:
        with open_earmark(self._profile, self._events.append) as earmark:
            self._compare(earmark, "opened while it is full")

    def _work(self, earmark: Earmark) -> None:
        """Change all that can be changed, until nothing can."""
        before = len(earmark.searcher.search(parse_query("rain")).sound_ids)
        self._make_sounds(_MORE)
        self._events.clear()
        earmark.indexer.rescan()
        for _ in range(20):
            refused = self.found.refused
            for name, step in self._steps(earmark).items():
                self._step(name, step)
            if self.found.refused - refused >= len(self._steps(earmark)) - 1:
                break
        if not earmark.indexer.wait_idle(DEADLINE) and not earmark.indexer.problem:
            self._problem("the indexer neither ends nor says why")
        told = [event.reason for event in self._events if isinstance(event, IndexingStopped)]
        self.found.problems += [f"{self._what}: no sentence: {reason}" for reason in told if not reason.endswith(".")]
        if len(earmark.searcher.search(parse_query("rain")).sound_ids) < before:
            self._problem("a search finds less while it is full")
        self._compare(earmark, "while it is full")

    def _go_on(self, earmark: Earmark) -> None:
        """There is room again: everything can be done."""
        self._compare(earmark, "with room again")
        refused = self.found.refused
        for name, step in self._steps(earmark).items():
            self._step(name, step)
        if self.found.refused > refused:
            self._problem("something is refused though there is room again")
        if not earmark.indexer.wait_idle(DEADLINE):
            self._problem(f"not all is heard though there is room: {earmark.indexer.problem}")
        found = len(earmark.searcher.search(parse_query("rain")).sound_ids)
        if found != self._made:
            self._problem(f"{self._made} sounds, but {found} are found")
        self._compare(earmark, "when it has gone on")
        # The next filling begins with a library that is small.
        earmark.library.marks.set({content: Marks() for content in self._notes})
        self._notes.clear()

    def _steps(self, earmark: Earmark) -> dict[str, Callable[[], object]]:
        return {
            "a note": lambda: self._note(earmark),
            "a verdict": lambda: self._judge(earmark),
            "a collection": lambda: self._collect(earmark),
            "a setting": lambda: self._set(earmark),
            "a search": self._keep_search,
            "a vocabulary": lambda: self._invent(earmark),
            "a backup": lambda: self._backups.add(earmark.backups.make(BackupKind.ASKED).number),
        }

    def _step(self, name: str, step: Callable[[], object]) -> None:
        began = time.monotonic()
        self._turn += 1
        try:
            step()
        except _SENTENCES as error:
            self.found.refused += 1
            if not str(error).endswith("."):
                self._problem(f"{name} gave no sentence: {error}")
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
            self._problem(f"{name} raised {type(error).__name__}: {error}")
        self.found.slowest = max(self.found.slowest, time.monotonic() - began)

    def _note(self, earmark: Earmark) -> None:
        letters = np.random.default_rng(self._turn).integers(97, 123, _NOTE, dtype=np.uint8).tobytes().decode()
        notes = {self._turn.to_bytes(16, "big"): Marks(rating=3, note=letters)}
        earmark.library.marks.set(notes)
        self._notes |= notes

    def _judge(self, earmark: Earmark) -> None:
        verdict = Verdict(self._turn.to_bytes(16, "big"), "test", "rain", Judgement.REJECTED)
        earmark.library.verdicts.set([verdict])
        self._verdicts.add(verdict)

    def _collect(self, earmark: Earmark) -> None:
        name = f"collection {self._turn}"
        earmark.library.collections.create(name, [bytes(16)])
        self._collections.add(name)

    def _set(self, earmark: Earmark) -> None:
        earmark.change_settings(volume=1 / self._turn)
        self._volume = 1 / self._turn

    def _keep_search(self) -> None:
        name = f"search {self._turn}"
        SearchBook(self._profile.searches_file).keep([SavedSearch(name, "rain")])
        self._saved = name

    def _invent(self, earmark: Earmark) -> None:
        name = f"Mine {self._turn}"
        earmark.vocabularies.save(Vocabulary("mine", name, "", (Tag("rain", "Rain", ("rain",)),)))
        self._vocabulary = name

    def _compare(self, earmark: Earmark, when: str) -> None:
        """All that was acknowledged is there."""
        library = earmark.library
        book = SearchBook(self._profile.searches_file)
        book.load()
        mine = [entry.name for entry in earmark.vocabularies.names() if entry.vocabulary_id == "mine"]
        kept = {
            "notes": self._notes.items() <= library.marks.all().items(),
            "verdicts": self._verdicts <= set(library.verdicts.all()),
            "collections": self._collections <= {each.name for each in library.collections.all()},
            "settings": load_settings(self._profile.settings_file).volume == self._volume,
            "searches": [each.name for each in book.saved] == [self._saved][: bool(self._saved)],
            "vocabularies": mine == [self._vocabulary][: bool(self._vocabulary)],
            "backups": {each.number for each in earmark.backups.all()} >= set(sorted(self._backups)[-KEPT:]),
        }
        for name in (name for name, same in kept.items() if not same):
            self._problem(f"{name} are not what was acknowledged, {when}")

    def _check_files(self) -> None:
        for file in (self._profile.library_file, self._profile.cache_file):
            with closing(apsw.Connection(str(file))) as connection:
                said = connection.execute("PRAGMA integrity_check").get
            if said != "ok":
                self._problem(f"{file.name}: {said}")
        for left in (*self._profile.data.rglob("*.part"), *self._profile.backups.glob(".draft-*")):
            self._problem(f"{left.name} was left behind")

    def _fill(self, free: int) -> None:
        """Leave so many bytes free, the disk's own pages counted."""
        room = shutil.disk_usage(self._disk).free - free
        self._filler.write_bytes(bytes(max(0, room)))

    def _make_room(self) -> None:
        """As a person does: what is not needed is deleted, old backups among it."""
        self._filler.unlink()
        old = sorted(self._profile.backups.iterdir())[:-1]
        for backup in old:
            shutil.rmtree(backup)
        self._backups = set(sorted(self._backups)[-1:]) if old else self._backups

    def _make_sounds(self, count: int) -> None:
        for number in range(self._made, self._made + count):
            sounds.make(self._root, name=f"sound {number}", frames=sounds.noise(0.05, seed=number))
        self._made += count

    def _problem(self, sentence: str) -> None:
        self.found.problems.append(f"{self._what}: {sentence}")


def _on_the_small_disk(disk: Path, levels: list[int]) -> _Found:
    with pytest.MonkeyPatch.context() as patch:
        use_quick_network(patch)
        story = _Story(disk)
        story.tell(levels)
    return story.found


if __name__ == "__main__":
    logging.disable()
    print(json.dumps(asdict(_on_the_small_disk(Path(sys.argv[1]), json.loads(sys.argv[2])))))
