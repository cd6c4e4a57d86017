"""The current fails at any moment: the library is whole afterwards, and has all that was said to be saved."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import apsw
import numpy as np

from desktop_app.core.marks import Marks
from desktop_app.core.sound import FileStamp
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.rescuing.backup import BackupKind
from desktop_app.library.rescuing.checked_copy import BackupError
from desktop_app.library.tables.heard import Heard
from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles
from desktop_app.open_profile.keeping import backups_of
from desktop_app.paths import Profile, resources
from desktop_app.searches import SavedSearch, SearchBook
from desktop_app.settings import Settings, SettingsError, load_settings, save_settings
from tests.faults.recorded_disk import Platter, RecordedDisk, recorded
from tests.faults.row import Row, shortened
from tests.library_maker import FORMAT

QUICK_POINTS: Final = 25
WAYS: Final = 8
"""Things that may be on the disk after a cut at one moment, of the many that may."""
_SOUNDS: Final = 120
_AT_ONCE: Final = 40
_EMBEDDER: Final = "fake/1"
_SEED: Final = 3

State = dict[str, Any]
"""What a profile holds: by kind, in a form that can be compared."""


def run(quick: bool) -> Row:
    """One story of a profile is noted, down to each write; then it is cut off everywhere, in several ways."""
    problems: list[str] = []
    cuts = torn = 0
    with TemporaryDirectory() as scratch:
        story = _Story(Profile.at(Path(scratch) / "profile"))
        with recorded(story.profile.data) as disk:
            story.tell(disk)
        platter = Platter()
        moments = np.linspace(0, len(disk.events), QUICK_POINTS if quick else len(disk.events) + 1).astype(int)
        for number, event in enumerate([*disk.events, None]):
            if number in moments:
                for way in [int(number) % WAYS] if quick else range(WAYS if platter.unsure else 1):
                    cuts += 1
                    torn += platter.unsure
                    files = platter.after_a_cut(np.random.default_rng([_SEED, number, way]), way)
                    found = _after(files, disk.root, story, number)
                    problems += [f"event {number}, way {way}: {problem}" for problem in found]
            if event is not None:
                platter.follow(event)
    if not torn:
        problems.append("everything was on the disk at each cut: nothing was tried")
    return Row(
        3,
        f"the current fails: what nobody waited for is lost, whole or in part ({len(disk.events)} changes of files)",
        cuts,
        "100 % consistent; every acknowledged edit kept",
        f"{len(problems)} problems, {torn:,} cuts with something at stake",
        shortened(problems),
        "" if os.name == "posix" else "whether a new name is on the disk, which this system cannot be asked for",
    )


def _after(files: dict[str, bytes], root: Path, story: "_Story", moment: int) -> Iterator[str]:
    """What is wrong with the profile that is found when the current comes back."""
    with TemporaryDirectory() as scratch:
        profile = Profile.at(Path(scratch) / "profile")
        profile.create()
        for name, content in files.items():
            path = profile.data / Path(name).relative_to(root)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        before, after = story.states_around(moment)
        told: list[str] = []
        try:
            with Library.open(profile.library_file, profile.cache_file, writable=True, tell=told.append) as library:
                found = _state(profile, library)
                waiting = library.sounds.waiting_count(_EMBEDDER)
                known = library.sounds.contents()[1]
        except (LibraryError, SettingsError, BackupError, OSError) as error:
            yield f"{type(error).__name__}: {error}"
            return
        yield from told
        for kind in found:
            if found[kind] not in (before[kind], after[kind]):
                yield f"{kind}: neither as before nor as after, but {str(found[kind])[:200]}"
        if waiting != sum(content not in found["embeddings"] for content in known):
            yield f"{waiting} sounds wait, but others have no embedding"
        for file in (profile.library_file, profile.cache_file):
            connection = apsw.Connection(str(file))
            said = connection.execute("PRAGMA integrity_check").get
            connection.close()
            if said != "ok":
                yield f"{file.name}: {said}"


def _state(profile: Profile, library: Library) -> State:
    contents, vectors = library.cache.embeddings(_EMBEDDER)
    book = SearchBook(profile.searches_file)
    book.load()
    backups = backups_of(profile)
    return {
        "sounds": library.sounds.contents()[1],
        "embeddings": {content: vector.tobytes() for content, vector in zip(contents, vectors, strict=True)},
        "verdicts": sorted(map(repr, library.verdicts.all())),
        "marks": library.marks.all(),
        "collections": [(collection.name, collection.count) for collection in library.collections.all()],
        "settings": load_settings(profile.settings_file),
        "searches": (book.recent, book.saved),
        "vocabularies": {path.name: path.read_text(encoding="utf-8") for path in profile.vocabularies.glob("*.*ml*")},
        "backups": {backup.number: backups.check(backup) for backup in backups.all()},
    }


class _Story:
    """What a person and the indexer do to a profile, and what was there after each thing that they did."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        profile.create()
        self._vocabularies = VocabularyFiles(resources() / "vocabularies", profile.vocabularies)
        self._states: list[tuple[int, State]] = []

    def tell(self, disk: RecordedDisk) -> None:
        """Two sessions; each step is acknowledged when it returns."""
        first = (self._open, self._scan, self._hear, self._mark, self._judge, self._collect, self._set, self._search)
        then = (self._invent, self._hear, self._judge, self._back_up, self._set)
        second = (self._open, self._hear, self._mark, self._invent, self._give_up, self._back_up, self._judge)
        for session in (first + then, second):
            for step in session:
                step()
                moment = len(disk.events)
                self._states.append((moment, _state(self.profile, self._library)))
            self._library.close()
        disk.look()

    @property
    def _turn(self) -> int:
        return 1 + len(self._states)

    def states_around(self, moment: int) -> tuple[State, State]:
        """What was acknowledged before so many events, and what the next step was to make of it."""
        before: State = _NOTHING
        for acknowledged, state in self._states:
            if acknowledged > moment:
                return before, state
            before = state
        return before, before

    def _open(self) -> None:
        self._library = Library.open(self.profile.library_file, self.profile.cache_file, writable=True)

    def _scan(self) -> None:
        root = self.profile.data.parent / "Sounds"
        root.mkdir()
        found = {f"kit/{number}.wav": FileStamp(1_000, number, 0) for number in range(_SOUNDS)}
        self._library.sounds.apply_scan(self._library.folders.add(root).folder_id, found)

    def _hear(self) -> None:
        heard = [
            Heard(sound.sound_id, sound.stamp, _content(sound.sound_id), FORMAT, _vector(sound.sound_id), b"thumbnail")
            for sound in self._library.sounds.waiting(_EMBEDDER, limit=_AT_ONCE)
        ]
        assert len(self._library.sounds.save_heard(_EMBEDDER, heard)) == _AT_ONCE

    def _mark(self) -> None:
        marks = {_content(number): Marks(rating=number % 6, note=f"note {self._turn}") for number in range(1, 30)}
        self._library.marks.set(marks)

    def _judge(self) -> None:
        tag = f"tag {self._turn}"
        self._library.verdicts.set([Verdict(_content(n), "mine", tag, Judgement.REJECTED) for n in range(1, 30)])

    def _collect(self) -> None:
        self._library.collections.create("Rain", [_content(number) for number in range(1, 9)])

    def _set(self) -> None:
        save_settings(self.profile.settings_file, Settings(volume=1 / self._turn, vocabularies=("mine",)))

    def _search(self) -> None:
        book = SearchBook(self.profile.searches_file)
        book.keep([SavedSearch("Rain", "rain on a tin roof")])

    def _invent(self) -> None:
        """A vocabulary, or another text of it."""
        self._vocabularies.save(Vocabulary("mine", f"Mine {self._turn}", "", (Tag("rain", "Rain", ("rain",)),)))

    def _give_up(self) -> None:
        self._vocabularies.delete("mine")

    def _back_up(self) -> None:
        backups_of(self.profile).make(BackupKind.ASKED)


def _content(number: int) -> bytes:
    return number.to_bytes(16, "big")


def _vector(number: int) -> Vectors:
    return np.random.default_rng(number).normal(size=256).astype(np.float32)


_NOTHING: Final[State] = {
    "sounds": [],
    "embeddings": {},
    "verdicts": [],
    "marks": {},
    "collections": [],
    "settings": Settings(),
    "searches": ((), ()),
    "vocabularies": {},
    "backups": {},
}
