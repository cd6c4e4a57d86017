"""A file gets another name, never one that another file has, and its old one back, whenever the process was killed."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.sound import SoundState
from desktop_app.library import renaming
from desktop_app.library.library import Library
from desktop_app.library.metadata.replacing import NotWrittenError
from desktop_app.library.rename_journal import Renaming, RenamingJournal, has_its_name, read_renamings, rename_back
from desktop_app.library.renaming import NotRenamedError, move_without_replacing, rename_file
from desktop_app.library.run_journal import runs
from tests.unit.library.building import EMBEDDER, hear_waiting, rescan, stamp, write

Way = Callable[[pytest.MonkeyPatch], None]


def by_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the system does it here."""


def by_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the system cannot rename without replacing."""
    monkeypatch.setattr(renaming, "_moved_by_system", lambda old, new: False)


def by_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a file system without links, too."""
    by_link(monkeypatch)
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))


def refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


WAYS = (by_system, by_link, by_looking)


def named(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.iterdir()}


def back(root: Path, journal: int = 1) -> list[bool]:
    return [
        rename_back(one, Path.read_bytes) for one in reversed(read_renamings(root.parent / "runs", journal).renamings)
    ]


@pytest.fixture
def noted(root: Path) -> Renaming:
    """A file whose renaming is noted, as in a process that is killed then."""
    write(root, "old")
    renaming = Renaming(root / "old", root / "new", stamp(root / "old"))
    with RenamingJournal(root.parent / "runs") as journal:
        journal.note(renaming)
    return renaming


@pytest.mark.parametrize("way", WAYS)
def test_a_file_gets_a_free_name_and_no_other(root: Path, way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    way(monkeypatch)
    write(root, "old", "taken")
    known = stamp(root / "old")
    rename_file(root / "old", root / "new", known)
    assert named(root) == {"new": b"old", "taken": b"taken"}
    assert stamp(root / "new") == known
    with pytest.raises(NotRenamedError, match="got this name meanwhile"):
        rename_file(root / "new", root / "taken", known)
    assert named(root) == {"new": b"old", "taken": b"taken"}


def by_letters_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system to which letter case is nothing."""

    def entries(path: Path) -> list[str]:
        return [one.name for one in path.parent.iterdir() if one.name.casefold() == path.name.casefold()]

    def move(old: Path, new: Path) -> bool:
        if entries(new):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(old), None, str(new))
        old.rename(new)
        return True

    monkeypatch.setattr(renaming, "_moved_by_system", move)
    monkeypatch.setattr(os.path, "lexists", lambda path: bool(entries(Path(path))))


def test_other_letters_are_no_other_file_where_case_is_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_letters_alone(monkeypatch)
    write(root, "birdcrow_caws.wav", "taken")
    renamed = Renaming(root / "birdcrow_caws.wav", root / "BIRDCrow_Caws.wav", stamp(root / "birdcrow_caws.wav"))
    with RenamingJournal(root.parent / "runs") as journal:
        journal.note(renamed)
        rename_file(renamed.old, renamed.new, renamed.stamp)
    assert sorted(named(root)) == ["BIRDCrow_Caws.wav", "taken"]
    with pytest.raises(NotRenamedError, match="got this name meanwhile"):
        rename_file(renamed.new, root / "TAKEN", renamed.stamp)
    assert back(root) == [True]
    assert sorted(named(root)) == ["birdcrow_caws.wav", "taken"]


def test_other_letters_are_another_file_where_case_counts(root: Path) -> None:
    write(root, "crow", "CROW")
    with pytest.raises(NotRenamedError, match="got this name meanwhile"):
        rename_file(root / "crow", root / "CROW", stamp(root / "crow"))
    assert named(root) == {"crow": b"crow", "CROW": b"CROW"}


def fake_system(monkeypatch: pytest.MonkeyPatch, **calls: Callable[..., int]) -> None:
    """A system that knows these calls."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(**calls))


def test_other_systems_are_asked_in_their_own_way(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "1")
    fake_system(monkeypatch)
    move_without_replacing(root / "1", root / "2")
    fake_system(monkeypatch, renameat2=lambda *_: -1)
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EINVAL)
    move_without_replacing(root / "2", root / "3")
    asked: list[tuple[object, ...]] = []

    def renamex_np(*given: object) -> int:
        asked.append(given)
        return 0

    fake_system(monkeypatch, renamex_np=renamex_np)
    monkeypatch.setattr(sys, "platform", "darwin")
    move_without_replacing(root / "3", root / "4")
    assert asked == [(os.fsencode(root / "3"), os.fsencode(root / "4"), 4)]
    monkeypatch.setattr(os, "name", "nt")
    move_without_replacing(root / "3", root / "4")
    monkeypatch.undo()
    assert named(root) == {"4": b"1"}


def test_what_is_not_the_file_that_was_looked_at_keeps_its_name(root: Path) -> None:
    write(root, "old", "other")
    (root / "link").symlink_to(root / "old")
    known = stamp(root / "old")
    with pytest.raises(NotRenamedError, match="link"):
        rename_file(root / "link", root / "new", known)
    with pytest.raises(NotRenamedError, match="changed this file"):
        rename_file(root / "other", root / "new", known)
    with pytest.raises(NotRenamedError, match="no longer there"):
        rename_file(root / "gone", root / "new", known)
    with pytest.raises(ValueError, match="other folders"):
        rename_file(root / "old", root.parent / "old", known)
    assert set(named(root)) == {"old", "other", "link"}


@pytest.mark.parametrize(
    ("number", "sentence"), [(errno.EACCES, "may not be renamed"), (errno.EIO, "could not be renamed")]
)
def test_what_the_system_refuses_is_said(
    root: Path, number: int, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "old")
    by_link(monkeypatch)
    monkeypatch.setattr(os, "link", refusing(number))
    with pytest.raises(NotRenamedError, match=sentence):
        rename_file(root / "old", root / "new", stamp(root / "old"))
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(os, "link", refusing(errno.EACCES))
    with pytest.raises(NotRenamedError, match="folder of this file is read-only"):
        rename_file(root / "old", root / "new", stamp(root / "old"))
    assert named(root) == {"old": b"old"}


def test_a_second_name_does_not_stay_where_the_first_cannot_go(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "old")
    by_link(monkeypatch)
    unlink = Path.unlink

    def keep_old(path: Path, missing_ok: bool = False) -> None:
        if path.name == "old":
            raise PermissionError(errno.EPERM, "it stays")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", keep_old)
    with pytest.raises(NotRenamedError):
        rename_file(root / "old", root / "new", stamp(root / "old"))
    assert named(root) == {"old": b"old"}


def test_a_run_is_taken_back_also_where_files_were_written_since(root: Path) -> None:
    names = ["one", "zwei \udcff", "三"]
    write(root, *names)
    with RenamingJournal(root.parent / "runs") as journal:
        for number, name in enumerate(names):
            one = Renaming(root / name, root / f"new {number}", stamp(root / name))
            journal.note(one)
            rename_file(one.old, one.new, one.stamp)
    (root / "new 0").write_bytes(b"with tags")
    assert back(root) == [True, True, True]
    assert named(root) == {"one": b"with tags", "zwei \udcff": b"zwei \xff", "三": "三".encode()}


def test_a_renaming_that_never_came_to_it_is_none(root: Path, noted: Renaming) -> None:
    assert back(root) == [False]
    write(root, "new")
    assert back(root) == [False], "another file has the new name, and keeps it"
    assert named(root) == {"old": b"old", "new": b"new"}


def test_a_file_between_its_names_keeps_the_old_one(root: Path, noted: Renaming) -> None:
    os.link(noted.old, noted.new)
    assert back(root) == [False]
    assert named(root) == {"old": b"old"}


def test_one_file_under_both_names_is_left_alone(root: Path, noted: Renaming, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a file system takes the two for one."""
    noted.old.rename(noted.new)
    monkeypatch.setattr(os.path, "lexists", lambda path: True)
    look = Path.lstat
    monkeypatch.setattr(Path, "lstat", lambda path: look(noted.new))
    assert back(root) == [False]
    assert named(root) == {"new": b"old"}


def test_what_was_refused_is_not_taken_back(root: Path, noted: Renaming) -> None:
    another = replace(noted, old=root / "another", new=root / "another new")
    with RenamingJournal(root.parent / "runs") as journal:
        journal.note(noted)
        journal.refused(noted.old)
        journal.note(another)
    assert read_renamings(root.parent / "runs", 2).renamings == (another,)
    with RenamingJournal(root.parent / "runs") as journal:
        journal.note(noted)
        journal.refused(noted.old)
    assert runs(root.parent / "runs") == [1, 2], "a run that renamed nothing leaves nothing"


def test_a_file_is_known_to_have_its_name_before_it_is_tried(root: Path, noted: Renaming) -> None:
    assert has_its_name(noted), "the process was killed before it was renamed"
    noted.old.rename(noted.new)
    assert not has_its_name(noted)
    noted.new.unlink()
    assert not has_its_name(noted), "it is gone, which is to be told"


def test_another_file_under_the_old_name_is_never_replaced(root: Path, noted: Renaming) -> None:
    noted.old.rename(noted.new)
    write(root, "old", data=b"somebody else's")
    with pytest.raises(NotRenamedError, match="Another file is called old"):
        rename_back(noted, Path.read_bytes)
    assert named(root) == {"old": b"somebody else's", "new": b"old"}


def test_another_file_under_the_new_name_never_gets_the_old_one(root: Path, noted: Renaming) -> None:
    noted.old.rename(noted.new)
    noted.new.rename(root / "kept elsewhere")
    write(root, "new", data=b"rendered since")
    for content_id in (None, b"old"):
        with pytest.raises(NotRenamedError, match="no longer there"):
            rename_back(replace(noted, content_id=content_id), Path.read_bytes)
    assert named(root) == {"kept elsewhere": b"old", "new": b"rendered since"}


def test_a_copy_that_was_brought_back_is_known_by_its_sound(root: Path, noted: Renaming) -> None:
    noted.old.rename(root / "away")
    write(root, "new", data=b"old")
    known = replace(noted, content_id=b"old")

    def unreadable(_: Path) -> bytes:
        raise NotWrittenError("The sound in this file cannot be read.")

    with pytest.raises(NotRenamedError, match="no longer there"):
        rename_back(known, unreadable)
    assert rename_back(known, Path.read_bytes)
    assert named(root) == {"away": b"old", "old": b"old"}


def test_what_was_noted_before_sounds_were_is_read(root: Path, noted: Renaming) -> None:
    file = root.parent / "runs" / "000001.jsonl"
    assert read_renamings(root.parent / "runs", 1).renamings == (noted,)
    with RenamingJournal(root.parent / "runs") as journal:
        journal.note(replace(noted, content_id=b"sound"))
    assert read_renamings(root.parent / "runs", 2).renamings == (replace(noted, content_id=b"sound"),)
    file.write_text(file.read_text().replace(', "content": null', ""))
    assert read_renamings(root.parent / "runs", 1).renamings == (noted,)


def test_a_file_that_is_gone_is_named(root: Path, noted: Renaming, monkeypatch: pytest.MonkeyPatch) -> None:
    noted.old.unlink()
    with pytest.raises(NotRenamedError, match="no longer there"):
        rename_back(noted, Path.read_bytes)
    write(root, "new")
    monkeypatch.setattr(Path, "lstat", refusing(errno.EIO))
    monkeypatch.setattr(os.path, "lexists", lambda path: Path(path).name == "new")
    with pytest.raises(NotRenamedError, match="could not be renamed"):
        rename_back(noted, Path.read_bytes)


def test_a_cut_line_is_left_out_and_another_file_is_no_journal(root: Path, noted: Renaming) -> None:
    file = root.parent / "runs" / "000001.jsonl"
    with file.open("a") as stream:
        stream.write('{"old": "cut o')
    assert read_renamings(root.parent / "runs", 1).renamings == (noted,)
    file.write_text('{"old": 3}\n')
    with pytest.raises(ValueError, match="journal"):
        read_renamings(root.parent / "runs", 1)
    file.unlink()
    with RenamingJournal(root.parent / "runs"):
        pass
    assert runs(root.parent / "runs") == []


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=40).filter(
    lambda name: name not in (".", "..") and len(name.encode()) < 200
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(old=NAMES, new=NAMES)
def test_names_in_every_script_come_back(tmp_path: Path, old: str, new: str) -> None:
    folder = tmp_path / "any"
    folder.mkdir(exist_ok=True)
    for left in folder.iterdir():
        left.unlink()
    if old == new:
        return
    write(folder, old)
    with RenamingJournal(tmp_path / "runs") as journal:
        one = Renaming(folder / old, folder / new, stamp(folder / old))
        journal.note(one)
        rename_file(one.old, one.new, one.stamp)
    assert list(named(folder)) == [new]
    assert read_renamings(tmp_path / "runs", journal.number).renamings == (one,)
    assert rename_back(one, Path.read_bytes)
    assert named(folder) == {old: old.encode()}


def test_the_library_follows_and_hears_nothing_again(library: Library, root: Path) -> None:
    write(root, "Field/old.wav", "Field/gone.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    hear_waiting(library)
    [sound] = [one for one in library.sounds.many(library.sounds.ids().tolist()) if one.path.name == "old.wav"]
    (root / "Field" / "old.wav").rename(root / "Field" / "Neu Ä.wav")
    library.sounds.note_renamed(root / "Field" / "old.wav", root / "Field" / "Neu Ä.wav")
    found = library.sounds.by_path(root / "Field" / "Neu Ä.wav")
    assert found is not None
    assert (found.sound_id, found.content_id) == (sound.sound_id, sound.content_id)
    assert not rescan(library, folder)
    assert library.sounds.waiting(EMBEDDER, limit=9) == []


def test_what_the_library_does_not_know_is_left_to_the_next_scan(library: Library, root: Path) -> None:
    write(root, "old.wav", "taken.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    hear_waiting(library)
    library.sounds.note_renamed(root / "unknown.wav", root / "new.wav")
    library.sounds.note_renamed(root / "old.wav", root.parent / "elsewhere.wav")
    (root / "taken.wav").unlink()
    (root / "old.wav").rename(root / "taken.wav")
    library.sounds.note_renamed(root / "old.wav", root / "taken.wav")
    rescan(library, folder)
    assert {sound.path.name: sound.state for sound in library.sounds.many(library.sounds.ids().tolist())} == {
        "old.wav": SoundState.MISSING,
        "taken.wav": SoundState.PRESENT,
    }
