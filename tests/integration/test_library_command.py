"""`earmark library` as a person uses it, and what commands say of a library's own files."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop_app.app import Earmark
from desktop_app.cli import run
from desktop_app.cli.session import say_notices
from desktop_app.core.events import LibraryNoticed, Remedy
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.launch import window
from desktop_app.library.databases.migrations import LIBRARY_STEPS
from desktop_app.library.library import Library
from desktop_app.log import stop_logging
from desktop_app.other_processes.instance import Holder
from desktop_app.other_processes.jobs import run_job
from desktop_app.paths import Profile
from tests.faults.damage import library_of, rows_of
from tests.library_maker import DEADLINE

SOUNDS = 300
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    library_of(folder, SOUNDS).close()
    return folder


@pytest.fixture
def profile(made: Path, tmp_path: Path) -> Profile:
    shutil.copytree(made, tmp_path / "profile")
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def earmark(profile: Profile, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """Runs a command in this process: exit code, results and messages."""

    def command(*words: str) -> tuple[int, str, str]:
        code = run(["--profile", str(profile.data), *words], window)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield command
    stop_logging()


def ruin(file: Path, *, from_page: int = 0) -> None:
    data = file.read_bytes()
    kept = data[: from_page * 4096]
    file.write_bytes(kept + b"\xa5" * (len(data) - len(kept)))


def document(said: tuple[int, str, str]) -> Any:
    return json.loads(said[1])


def test_a_library_is_backed_up_lost_and_restored(earmark: Command, profile: Profile) -> None:
    before = rows_of(profile.library_file)
    assert earmark("library", "check")[:2] == (0, "nothing is wrong; there is no backup yet\n")
    assert "There are no backups yet." in earmark("library", "backup", "--list")[1]
    made = document(earmark("library", "backup", "--json"))
    assert (made["number"], made["kind"]) == (1, "asked")
    assert document(earmark("library", "backup", "--list", "--json")) == {"backups": [made]}
    assert earmark("library", "backup", "--list")[1].startswith("1: 2")
    assert f"(asked for), in {made['path']}" in earmark("library", "backup", "--list")[1]
    assert "(asked for)" in earmark("library", "check")[1]
    profile.library_file.unlink()
    code, out, err = earmark("library", "check")
    assert (code, out) == (1, "")
    assert "though there are backups of one" in err
    assert "library restore" in err
    code, out, err = earmark("status")
    assert (code, "sounds: 0" in out, "library restore" in err) == (1, True, True)
    code, _, err = earmark("library", "repair")
    assert code == 1
    assert "library restore" in err
    code, out, err = earmark("library", "restore")
    assert code == 0
    assert f": 1 folder, 1 pattern to leave out, {SOUNDS} sounds, 100 tag decisions" in out
    assert "1 collection," in out
    assert err == "Your vocabularies, settings and searches are as they were; this backup holds none.\n"
    assert rows_of(profile.library_file) == before


def test_an_empty_file_in_place_of_a_library_is_said_by_all_who_read_it(earmark: Command, profile: Profile) -> None:
    before = rows_of(profile.library_file)
    earmark("library", "backup")
    profile.library_file.write_bytes(b"")
    code, out, err = earmark("library", "check")
    assert (code, out) == (1, "")
    assert "is empty, though there are backups" in err
    assert "earmark library restore" in err
    assert "is empty" in document(earmark("library", "check", "--json"))["library"][0]
    for words in (["status"], ["library", "repair"], ["library", "backup"]):
        code, _, err = earmark(*words)
        assert (code, "earmark library restore" in err) == (1, True), words
    code, out, err = earmark("folder", "list")
    assert "earmark library restore" in err
    assert earmark("library", "restore")[0] == 0
    assert rows_of(profile.library_file) == before


@pytest.mark.parametrize("backed_up", [True, False])
def test_what_may_be_lost_is_said(earmark: Command, profile: Profile, backed_up: bool) -> None:
    if backed_up:
        earmark("library", "backup")
    with closing(apsw.Connection(str(profile.library_file))) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'verdicts'").get
    data = profile.library_file.read_bytes()
    profile.library_file.write_bytes(data[: (page - 1) * 4096] + bytes(4096) + data[page * 4096 :])
    code, out, _ = earmark("library", "repair")
    assert code == 0
    assert f"{SOUNDS} sounds, {100 if backed_up else 0} tag decisions, " in out
    part = "part of the file could not be read: ratings, notes, tags and collections"
    assert (
        f"{part} {'that were given since the backup of 2' if backed_up else 'may be lost; there is no backup'}" in out
    )


def test_what_may_have_been_undone_is_said(earmark: Command, profile: Profile) -> None:
    contents = [(number + 1).to_bytes(16, "big") for number in range(3_000)]
    with Library.open(profile.library_file, profile.cache_file, writable=True) as library:
        library.verdicts.set([Verdict(content, "v", "undone", Judgement.ACCEPTED) for content in contents])
    with Library.open(profile.library_file, profile.cache_file, writable=True) as library:
        library.verdicts.say("v", "undone", {None: contents})
    with closing(apsw.Connection(str(profile.library_file))) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'verdicts'").get
    data = profile.library_file.read_bytes()
    profile.library_file.write_bytes(bytes(100) + data[100 : (page - 1) * 4096] + bytes(4096) + data[page * 4096 :])
    assert "perhaps some of these had been undone: " in earmark("library", "repair")[1]


def test_backups_that_cannot_be_read_are_said(earmark: Command, profile: Profile) -> None:
    made = document(earmark("library", "backup", "--json"))
    ruin(Path(made["path"]) / "library.db")
    code, _, err = earmark("library", "restore")
    assert (code, "None of the backups" in err) == (1, True)


def test_a_damaged_backup_is_named_and_the_next_older_one_taken(earmark: Command, profile: Profile) -> None:
    older = document(earmark("library", "backup", "--json"))
    newer = document(earmark("library", "backup", "--json"))
    (Path(newer["path"]) / "library.db").write_bytes(b"")
    why = f"The backup {Path(newer['path']).name} is of no use: its library.db is empty."
    code, out, err = earmark("library", "check")
    assert (code, out) == (1, "")
    assert err.startswith(why)
    assert "earmark library backup" in err
    assert document(earmark("library", "check", "--json"))["damaged_backups"] == [why]
    code, out, err = earmark("library", "restore")
    assert code == 0
    assert f"restored backup {older['number']}," in out
    assert err.startswith(why)


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        (["vocabularies"], "the vocabularies of that day lie in"),
        (["vocabularies", "settings.toml"], "the vocabularies and settings of that day lie in"),
        (["vocabularies", "settings.toml", "searches.toml"], "the vocabularies, settings and searches of that day lie"),
    ],
)
def test_a_restore_says_what_it_left_alone(earmark: Command, profile: Profile, beside: list[str], said: str) -> None:
    profile.vocabularies.mkdir()
    (profile.vocabularies / "mine.toml").write_text("mine")
    for name in beside[1:]:
        (profile.data / name).touch()
    made = document(earmark("library", "backup", "--json"))
    _, _, err = earmark("library", "restore")
    assert said in err
    assert made["path"] in err


def test_a_backup_is_chosen_by_its_number(earmark: Command, profile: Profile) -> None:
    before = rows_of(profile.library_file)
    earmark("library", "backup")
    with closing(apsw.Connection(str(profile.library_file))) as connection:
        connection.execute("DELETE FROM verdicts")
    code, out, _ = earmark("library", "backup")
    assert (code, "backed up into" in out) == (0, True)
    done = document(earmark("library", "restore", "1", "--json"))
    assert done["backup"]["number"] == 1
    assert done["rows"]["verdicts"] == 100
    assert rows_of(Path(done["kept"]))["verdicts"] == set()
    assert rows_of(profile.library_file) == before
    code, _, err = earmark("library", "restore", "7")
    assert code == 2
    assert "backup --list" in err


def test_a_library_that_was_kept_takes_its_place_again(earmark: Command, profile: Profile) -> None:
    earmark("library", "backup")
    with Library.open(profile.library_file, profile.cache_file, writable=True) as library:
        library.folders.exclude("*.later")
    before = rows_of(profile.library_file)
    kept = document(earmark("library", "restore", "--json"))["kept"]
    assert ("*.later",) not in rows_of(profile.library_file)["exclusions"]
    code, out, _ = earmark("library", "restore", kept)
    assert (code, out.startswith(f"restored {kept}: 1 folder, 2 patterns")) == (0, True)
    assert "the library that was there is kept as" in out
    assert rows_of(profile.library_file) == before == rows_of(Path(kept))
    ruin(Path(kept), from_page=3)
    code, _, err = earmark("library", "restore", kept)
    assert (code, f"The file {Path(kept).name} is of no use" in err) == (1, True)
    code, _, err = earmark("library", "restore", str(profile.library_file))
    assert (code, "is the library itself" in err) == (1, True)
    assert rows_of(profile.library_file) == before


def test_what_is_not_there_is_said(earmark: Command, profile: Profile) -> None:
    profile.library_file.unlink()
    code, out, _ = earmark("library", "check")
    assert (code, out) == (0, f"there is no library yet in {profile.data}\n")
    code, _, err = earmark("library", "backup")
    assert (code, "nothing to back up" in err) == (1, True)
    code, _, err = earmark("library", "repair")
    assert (code, "nothing to repair" in err) == (1, True)
    code, _, err = earmark("library", "restore")
    assert (code, "no backup" in err, "nothing to restore" in err) == (1, True, True)


def test_a_damaged_library_is_said_and_repaired(earmark: Command, profile: Profile) -> None:
    before = rows_of(profile.library_file)
    earmark("library", "backup")
    ruin(profile.library_file, from_page=1)
    damaged = profile.library_file.read_bytes()
    for words in (["status"], ["folder", "list"]):
        code, _, err = earmark(*words)
        assert code == 1
        assert "earmark library repair" in err, words
    code, out, err = earmark("library", "check")
    assert (code, out) == (1, "")
    assert err.startswith("library.db is damaged")
    assert document(earmark("library", "check", "--json"))["library"]
    code, out, err = earmark("library", "repair")
    assert code == 0
    assert "of these from the backup of 2" in out
    assert "library.db is damaged" in err
    assert rows_of(profile.library_file) == before
    [kept] = profile.data.glob("library.db.damaged-*")
    assert kept.read_bytes() == damaged
    assert earmark("library", "repair")[:2] == (0, "nothing is wrong; nothing was changed\n")


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_a_library_that_one_may_not_read_is_left_alone(profile: Profile) -> None:
    """Whoever is root may read everything, and gives that up for this."""
    give_up = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    if give_up and shutil.which("setpriv") is None:
        pytest.skip("this system cannot give up the rights of root")
    before = profile.library_file.read_bytes()
    profile.library_file.chmod(0)
    for command in ("check", "repair"):
        words = [*give_up, sys.executable, "-m", "desktop_app", "--profile", str(profile.data), "library", command]
        done = subprocess.run(words, check=False, capture_output=True, text=True, timeout=DEADLINE)
        assert done.returncode == 1
        assert done.stderr.endswith(f"You may not read {profile.library_file}: change its permissions.\n")
        assert "earmark library repair" not in done.stderr
    profile.library_file.chmod(0o600)
    assert profile.library_file.read_bytes() == before
    assert not list(profile.data.glob("library.db.damaged-*"))


def test_a_damaged_cache_is_said_and_moved_aside(earmark: Command, profile: Profile) -> None:
    ruin(profile.cache_file, from_page=4)
    code, _, err = earmark("library", "check")
    assert code == 1
    assert "Nothing that you made is hurt." in err
    done = document(earmark("library", "repair", "--json"))
    assert done["rows"] is None
    assert Path(done["cache_kept"]).exists()
    assert not profile.cache_file.exists()
    code, _, err = earmark("folder", "exclude", "*.mp3")
    assert code == 0
    assert "are heard again" in err


def test_the_damaged_cache_is_named(earmark: Command, profile: Profile) -> None:
    ruin(profile.cache_file, from_page=4)
    _, out, _ = earmark("library", "repair")
    assert "the damaged cache is kept as" in out


def test_nothing_is_mended_while_another_process_has_the_library_open(earmark: Command, profile: Profile) -> None:
    holder = Holder.acquire(profile)
    assert holder is not None
    try:
        for command in ("restore", "repair", "backup"):
            code, _, err = earmark("library", command)
            assert code == 4
            assert "Another Earmark is using this library" in err
        assert earmark("library", "check")[0] == 0
        with Earmark(profile, writable=True, in_process=True) as opened:
            holder.serve(lambda request: run_job(opened, request))
            made = document(earmark("library", "backup", "--json"))
            assert Path(made["path"]).is_dir(), "made by who has it open"
            assert opened.backups.all()[-1].number == made["number"]
            holder.finish()
    finally:
        holder.close()


def test_what_is_noticed_while_work_goes_on_is_said_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    for remedy, advice in ((Remedy.REPAIR, "library repair"), (Remedy.RESTORE, "library restore"), (Remedy.NONE, "")):
        say_notices(LibraryNoticed("Something is wrong.", remedy))
        said = capsys.readouterr().err
        assert said.startswith("Something is wrong.")
        assert advice in said
        assert ("earmark" in said) is bool(advice)


def test_a_newer_library_is_read_with_a_word_about_it(earmark: Command, profile: Profile) -> None:
    with closing(apsw.Connection(str(profile.library_file))) as connection:
        connection.pragma("user_version", len(LIBRARY_STEPS) + 1)
    code, out, err = earmark("folder", "list")
    assert (code, f"{SOUNDS} sounds" in out) == (0, True)
    assert err.count("newer version") == 1
    code, _, err = earmark("folder", "exclude", "*.mp3")
    assert (code, "newer version" in err) == (1, True)


def test_a_session_that_changes_something_is_backed_up(profile: Profile) -> None:
    with Earmark(profile, writable=True, in_process=True) as opened:
        opened.keeper.start()
        end = time.monotonic() + DEADLINE
        while not opened.backups.all():
            assert time.monotonic() < end, "it was not backed up"
            time.sleep(0.02)
    [made] = opened.backups.all()
    assert made.kind == "daily"
