"""While a library is open it is checked and backed up, and what is wrong is said once."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.core.events import LibraryNoticed, Remedy
from desktop_app.library.databases.database_files import wal_of
from desktop_app.library.library import Library
from desktop_app.library.rescuing.backup import Backups
from desktop_app.open_profile import keeping
from desktop_app.open_profile.keeping import Keeper, backups_of, what_begins_anew, what_is_lost
from desktop_app.paths import Profile
from tests.faults.damage import library_of
from tests.library_maker import DEADLINE


class Kept:
    """A profile whose library is open and looked after."""

    def __init__(self, profile: Profile, library: Library) -> None:
        self.profile = profile
        self.now = datetime(2026, 3, 2, tzinfo=UTC)
        self.noticed: list[LibraryNoticed] = []
        beside = (profile.vocabularies, profile.settings_file)
        self.backups = Backups(profile.backups, profile.library_file, beside=beside, now=lambda: self.now)
        self.keeper = Keeper(profile, library, self.backups, self.noticed.append, look_round_seconds=0.01)

    @property
    def said(self) -> list[str]:
        return [notice.sentence for notice in self.noticed]

    @property
    def remedies(self) -> list[Remedy]:
        return [notice.remedy for notice in self.noticed]


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    profile = Profile.at(tmp_path / "profile")
    profile.create()
    return profile


@contextmanager
def kept(profile: Profile, *, sounds: int = 60) -> Iterator[Kept]:
    with library_of(profile.data, sounds) if sounds else _opened(profile) as library:
        it = Kept(profile, library)
        try:
            yield it
        finally:
            it.keeper.close()
            it.keeper.close()


def _opened(profile: Profile) -> Library:
    return Library.open(profile.library_file, profile.cache_file, writable=True)


def wait_until(happened: Callable[[], object]) -> None:
    end = time.monotonic() + DEADLINE
    while not happened():
        assert time.monotonic() < end, "this never happened"
        time.sleep(0.01)


def test_a_library_is_backed_up_at_once_and_again_when_a_day_has_passed(profile: Profile) -> None:
    with kept(profile) as it:
        it.keeper.start()
        wait_until(lambda: len(it.backups.all()) == 1)
        it.now += timedelta(hours=25)
        wait_until(lambda: len(it.backups.all()) == 2)
    assert it.said == []
    with kept(profile, sounds=0) as it:
        it.now += timedelta(hours=26)
        it.keeper.start()
        it.keeper.look_again()
    assert len(it.backups.all()) == 2, "the newest is of today"


def test_a_profile_is_backed_up_with_what_people_write(profile: Profile) -> None:
    library_of(profile.data, 10).close()
    profile.vocabularies.mkdir()
    (profile.vocabularies / "mine.toml").touch()
    profile.searches_file.touch()
    made = backups_of(profile).make(keeping.BackupKind.ASKED)
    assert made.folder.parent == profile.backups
    assert {path.name for path in made.folder.iterdir()} == {"library.db", "vocabularies", "searches.toml"}


def test_nothing_is_not_backed_up_but_missed_when_there_was_something(profile: Profile) -> None:
    with kept(profile, sounds=0) as it:
        it.keeper.start()
        it.keeper.look_again()
        wait_until(lambda: not it.keeper._wake.is_set())
    assert (it.backups.all(), it.said) == ([], [])
    library_of(profile.data, 10).close()
    it.backups.make(keeping.BackupKind.DAILY)
    profile.library_file.unlink()
    with kept(profile, sounds=0) as it:
        it.keeper.start()
        wait_until(lambda: it.said)
    assert "though there are backups" in it.said[0]
    assert it.remedies == [Remedy.RESTORE]


def test_what_is_lost_is_told_from_what_never_was_and_from_what_is_damaged(profile: Profile) -> None:
    backups = backups_of(profile)
    assert what_is_lost(profile, backups) == "", "there never was a library"
    _opened(profile).close()
    backups.make(keeping.BackupKind.ASKED)
    assert what_is_lost(profile, backups) == "", "there never was anything in it"
    library_of(profile.data, 10).close()
    made = backups.make(keeping.BackupKind.ASKED)
    assert what_is_lost(profile, backups) == ""
    profile.library_file.write_bytes(b"")
    assert "is empty" in what_is_lost(profile, backups)
    profile.library_file.unlink()
    assert "There is no library" in what_is_lost(profile, backups)
    profile.library_file.write_bytes(b"\xa5" * 4096)
    assert what_is_lost(profile, backups) == "", "it is damaged, which is said as that"
    profile.library_file.unlink()
    made.library_file.write_bytes(b"\xa5" * 4096)
    assert what_is_lost(profile, backups) == "", "no backup can bring anything back"


def test_that_a_library_begins_anew_is_said_where_there_is_no_backup(profile: Profile) -> None:
    with kept(profile, sounds=0) as it:
        assert what_begins_anew(profile, it.backups) == "", "the first start ever"
    library_of(profile.data, 3).close()
    assert what_begins_anew(profile, backups_of(profile)) == ""
    profile.library_file.write_bytes(b"")
    assert "is empty, and there is no backup of it" in what_begins_anew(profile, backups_of(profile))
    with kept(profile, sounds=0) as it:
        it.keeper.start()
        wait_until(lambda: it.said)
        assert it.said[0].endswith("whose sounds need not be heard again.")
        assert it.remedies == [Remedy.NONE]


def test_a_backup_that_fails_is_said_once_and_tried_again(profile: Profile) -> None:
    profile.backups.write_text("in the way")
    with kept(profile) as it:
        it.keeper.start()
        wait_until(lambda: it.said)
        looks = threading.Event()
        due = it.backups.due

        def look() -> bool:
            looks.set()
            return due()

        it.backups.due = look  # type: ignore[method-assign]
        assert looks.wait(DEADLINE)
        assert len(it.said) == 1
        it.keeper.look_again()
        wait_until(lambda: len(it.said) == 2)
        profile.backups.unlink()
        wait_until(it.backups.all)
    assert len(it.said) == 2
    assert all("No backup of the library" in sentence for sentence in it.said)


def test_damage_is_said_and_not_backed_up(profile: Profile) -> None:
    library_of(profile.data, 300).close()
    _ruin(profile.library_file, from_page=8)
    with kept(profile, sounds=0) as it:
        it.keeper.start()
        wait_until(lambda: it.said)
    assert "is damaged" in it.said[0]
    assert it.remedies == [Remedy.REPAIR]
    assert it.backups.all() == []


def test_a_cache_is_looked_through_after_a_run_that_was_cut_off_and_mended_at_the_next_start(profile: Profile) -> None:
    library_of(profile.data, 300).close()
    _ruin(profile.cache_file, from_page=18, to_page=60)  # what every start looks at lies behind
    with kept(profile, sounds=0) as it:
        it.keeper.start()
        wait_until(it.backups.all)
    assert it.said == [], "it is large, and there was no reason to look"
    wal_of(profile.cache_file).write_bytes(bytes(64))
    with kept(profile, sounds=0) as it:
        it.keeper.start()
        wait_until(lambda: it.said)
    assert "nothing that you made is hurt" in it.said[0]
    assert it.remedies == [Remedy.REPAIR]
    said: list[str] = []
    Library.open(profile.library_file, profile.cache_file, writable=True, tell=said.append).close()
    assert ["heard again" in sentence for sentence in said] == [True]


def test_closing_ends_a_check(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept(profile) as it:
        begun = threading.Event()

        def check(_file: Path, stopped: Callable[[], bool]) -> None:
            begun.set()
            wait_until(stopped)
            raise keeping.CheckStoppedError

        monkeypatch.setattr(keeping, "check_library", check)
        it.keeper.start()
        assert begun.wait(DEADLINE)
        it.keeper.close()
    assert (it.said, it.backups.all()) == ([], [])


def test_a_library_that_went_away_is_not_backed_up(profile: Profile) -> None:
    with kept(profile) as it:
        profile.library_file.unlink()
        profile.library_file.mkdir()
        it.keeper.start()
        wait_until(lambda: it.said)
    assert it.backups.all() == []
    assert it.remedies == [Remedy.NONE], "a repair would make another library, and this one may be whole"


def _ruin(file: Path, *, from_page: int, to_page: int = 1_000) -> None:
    data = file.read_bytes()
    begin, end = from_page * 4096, min(to_page * 4096, len(data))
    assert begin < end
    file.write_bytes(data[:begin] + b"\xa5" * (end - begin) + data[end:])
