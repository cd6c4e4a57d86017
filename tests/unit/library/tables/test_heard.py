"""Saving what was heard: nothing is heard twice, and a sound that moved or changed meanwhile is not mixed up."""

import os
import shutil
from pathlib import Path

import apsw
import pytest

from desktop_app.core.musical import MUSIC
from desktop_app.core.sound import FileStamp, SoundState
from desktop_app.core.sound_quality import QUALITY
from desktop_app.library.library import Library
from desktop_app.library.tables import heard as hearing
from desktop_app.library.tables.heard import Heard
from tests.unit.library.building import (
    EMBEDDER,
    WAV,
    add,
    content_of,
    hear_waiting,
    heard,
    id_of,
    rescan,
    stamp,
    vector_of,
    write,
)


def test_a_known_content_is_pointed_to_without_hearing(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    shutil.copy(root / "a.wav", root / "copy.wav")
    rescan(library, folder)
    (copy,) = library.sounds.waiting(EMBEDDER, limit=9)
    content = content_of(b"a.wav")
    assert library.cache.known(content, EMBEDDER)
    found = library.sounds.format_of(content)
    assert library.sounds.save_heard(EMBEDDER, [Heard(copy.sound_id, copy.stamp, content, found, None, None)]) == [
        copy.sound_id
    ]
    both = library.sounds.many(library.sounds.ids())
    assert [(s.content_id, s.format, s.state) for s in both] == [(content, WAV, SoundState.PRESENT)] * 2
    assert library.sounds.waiting_count(EMBEDDER) == 0
    assert len(library.cache.embeddings(EMBEDDER)[0]) == 1


def test_a_format_may_be_left_to_what_the_library_knows(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    shutil.copy(root / "a.wav", root / "copy.wav")
    rescan(library, folder)
    (copy,) = library.sounds.waiting(EMBEDDER, limit=9)
    library.sounds.save_heard(EMBEDDER, [heard(copy, found=None)])
    assert [s.format for s in library.sounds.many([copy.sound_id])] == [WAV]


def test_two_copies_in_one_part_share_one_embedding(library: Library, root: Path) -> None:
    write(root, "a.wav", "b.wav", data=b"the same")
    folder = library.folders.add(root)
    rescan(library, folder)
    assert hear_waiting(library) == [1, 2]
    assert library.cache.embeddings(EMBEDDER)[0] == [content_of(b"the same")]


def test_a_sound_that_came_under_another_inode_is_recognised_by_its_content(
    library: Library, root: Path, tmp_path: Path
) -> None:
    folder = add(library, root, "a.wav", "b.wav")
    sound_id = id_of(library, root / "a.wav")
    shutil.copyfile(root / "a.wav", root / "other name.wav")
    (root / "a.wav").unlink()
    rescan(library, folder)
    assert len(library.sounds.ids()) == 3
    assert hear_waiting(library) == [sound_id]
    (sound,) = library.sounds.many([sound_id])
    assert (sound.path, sound.state) == (root / "other name.wav", SoundState.PRESENT)
    assert len(library.sounds.ids()) == 2
    assert not rescan(library, folder)


def test_a_sound_that_left_unnoticed_is_recognised_too(library: Library, root: Path) -> None:
    folder = add(library, root, "old/a.wav", "b.wav")
    sound_id = id_of(library, root / "old" / "a.wav")
    (root / "new").mkdir()
    shutil.copyfile(root / "old" / "a.wav", root / "new" / "a.wav")
    (root / "old" / "a.wav").unlink()
    rescan(library, folder, under="new")
    assert hear_waiting(library) == [sound_id]
    assert id_of(library, root / "new" / "a.wav") == sound_id
    assert not rescan(library, folder)


def test_of_several_lost_copies_the_one_of_the_same_name_comes_back(library: Library, root: Path) -> None:
    write(root, "x/a.wav", "x/b.wav", "x/c.wav", data=b"the same")
    folder = add(library, root, "stays.wav")
    wanted = id_of(library, root / "x" / "b.wav")
    (root / "y").mkdir()
    shutil.copyfile(root / "x" / "b.wav", root / "y" / "B.wav")
    shutil.rmtree(root / "x")
    rescan(library, folder)
    assert hear_waiting(library) == [wanted]
    states = [s.state for s in library.sounds.many(library.sounds.ids())]
    assert sorted(states) == [SoundState.MISSING] * 2 + [SoundState.PRESENT] * 2


def test_a_copy_of_a_present_sound_is_no_move(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    shutil.copyfile(root / "a.wav", root / "b.wav")
    rescan(library, folder)
    assert hear_waiting(library) == [2]
    assert len(library.sounds.ids()) == 2


def test_a_file_that_was_only_left_out_is_not_taken_for_moved(library: Library, root: Path) -> None:
    folder = add(library, root, "backup/a.wav", "b.wav")
    library.folders.exclude("backup")
    shutil.copyfile(root / "backup" / "a.wav", root / "a.wav")
    rescan(library, folder)
    assert hear_waiting(library) == [3]
    assert len(library.sounds.ids()) == 3


@pytest.mark.parametrize("noticed", [True, False])
def test_the_sounds_of_an_unplugged_drive_are_not_taken_for_moved(library: Library, root: Path, noticed: bool) -> None:
    drive = add(library, root / "drive", "a.wav")
    disk = add(library, root / "disk", "b.wav")
    shutil.copyfile(root / "drive" / "a.wav", root / "disk" / "a.wav")
    (root / "drive").rename(root / "unplugged")
    if noticed:
        library.folders.set_online(drive.folder_id, online=False)
    else:
        (root / "drive").mkdir()
    rescan(library, disk)
    hear_waiting(library)
    assert id_of(library, root / "drive" / "a.wav") == 1
    assert len(library.sounds.ids()) == 3


def test_a_place_that_vanished_before_it_was_noticed_proves_nothing(library: Library, root: Path) -> None:
    drive = add(library, root / "drive", "a.wav")
    disk = add(library, root / "disk", "b.wav")
    shutil.copyfile(root / "drive" / "a.wav", root / "disk" / "a.wav")
    (root / "drive").rename(root / "unplugged")
    rescan(library, disk)
    hear_waiting(library)
    assert id_of(library, drive.path / "a.wav") == 1


def test_a_sound_that_was_heard_before_keeps_its_id(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "b.wav")
    (root / "a.wav").unlink()
    write(root, "b.wav", data=b"a.wav")
    rescan(library, folder)
    assert hear_waiting(library) == [2]
    assert [s.state for s in library.sounds.many([1, 2])] == [SoundState.MISSING, SoundState.PRESENT]


def test_what_changed_while_it_was_heard_waits_again(library: Library, root: Path) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    result = heard(sound)
    write(root, "a.wav", data=b"recorded over")
    rescan(library, folder)
    assert library.sounds.save_heard(EMBEDDER, [result]) == []
    (waiting,) = library.sounds.waiting(EMBEDDER, limit=1)
    assert waiting.stamp == stamp(root / "a.wav")
    assert library.cache.known(content_of(b"a.wav"), EMBEDDER), "what was heard is true of that content all the same"


def test_what_was_read_newer_than_the_scan_saw_it_is_taken(library: Library, root: Path) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    write(root, "a.wav", data=b"recorded over")
    assert library.sounds.save_heard(EMBEDDER, [heard(sound)]) == [1]
    assert not rescan(library, folder)
    assert library.sounds.waiting_count(EMBEDDER) == 0


def test_sounds_that_were_removed_meanwhile_are_left_out(library: Library, root: Path) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    result = heard(sound)
    (root / "a.wav").unlink()
    vanished = Heard(1, FileStamp(99, 99, 99), b"v" * 16, WAV, vector_of(b"v"), None)
    assert library.sounds.save_heard(EMBEDDER, [vanished]) == []
    library.folders.remove(folder.folder_id)
    assert library.sounds.save_heard(EMBEDDER, [result]) == []
    assert library.sounds.save_heard(EMBEDDER, []) == []


def test_a_lost_thumbnail_can_be_made_good_without_an_embedding(library: Library, root: Path) -> None:
    write(root, "a.wav", "b.wav")
    rescan(library, library.folders.add(root))
    first, second = library.sounds.waiting(EMBEDDER, limit=2)
    library.sounds.save_heard(EMBEDDER, [Heard(first.sound_id, first.stamp, b"1" * 16, WAV, vector_of(b"1"), None)])
    library.sounds.save_heard(EMBEDDER, [Heard(second.sound_id, second.stamp, b"1" * 16, WAV, None, b"thumb")])
    assert library.cache.thumbnail(b"1" * 16) == b"thumb"


def test_hearing_clears_an_old_problem(library: Library, root: Path) -> None:
    write(root, "a.wav")
    rescan(library, library.folders.add(root))
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    library.sounds.save_problem(1, sound.stamp, "The decoder died.")
    assert library.sounds.save_heard(EMBEDDER, [heard(sound)]) == [1]
    assert [s.problem for s in library.sounds.many([1])] == [None]
    assert library.sounds.counts(EMBEDDER).unreadable == 0


def test_of_a_silent_sound_all_is_kept_but_an_embedding(library: Library, root: Path) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    hushed = Heard(sound.sound_id, sound.stamp, content_of(b"a.wav"), WAV, None, None, silence="It is silent.")
    assert library.sounds.save_heard(EMBEDDER, [hushed]) == [1]
    (found,) = library.sounds.many([1])
    assert (found.problem, found.content_id, found.format) == ("It is silent.", content_of(b"a.wav"), WAV)
    assert library.sounds.silent() == [(root / "a.wav", "It is silent.")]
    rescan(library, folder)
    assert library.sounds.waiting_count(EMBEDDER) == library.sounds.waiting_count("another") == 0
    assert library.analyses.waiting(QUALITY) == [1]
    assert library.analyses.waiting(MUSIC) == []
    assert (library.analyses.waiting_count([QUALITY]), library.analyses.waiting_count([MUSIC])) == (1, 0)
    assert library.analyses.waiting_count([MUSIC, QUALITY]) == 1


def test_what_an_earlier_version_found_silent_is_heard_again(library: Library, root: Path) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    library.sounds.save_problem(1, sound.stamp, "It is silent.")
    with library._database.writing() as connection:
        connection.execute("UPDATE sounds SET silent = 1")
    assert library.sounds.waiting_count(EMBEDDER) == 0
    rescan(library, folder)
    assert [each.sound_id for each in library.sounds.waiting(EMBEDDER, limit=9)] == [1]


def test_a_cut_between_the_two_files_costs_no_second_hearing(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "a.wav")
    rescan(library, library.folders.add(root))
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)

    def cut(connection: apsw.Connection, item: Heard) -> int | None:
        raise KeyboardInterrupt

    with monkeypatch.context() as power:
        power.setattr(hearing, "_save", cut)
        with pytest.raises(KeyboardInterrupt):
            library.sounds.save_heard(EMBEDDER, [heard(sound)])
    assert library.sounds.waiting_count(EMBEDDER) == 1
    assert library.cache.known(content_of(b"a.wav"), EMBEDDER)


def test_a_thousand_copies_are_not_all_looked_for(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, *(f"{number}.wav" for number in range(60)), data=b"the same")
    folder = add(library, root)
    write(root, "one more.wav", data=b"the same")
    rescan(library, folder)
    asked: list[bytes] = []
    real = hearing.is_gone

    def counted(path: bytes) -> bool:
        asked.append(path)
        return real(path)

    monkeypatch.setattr(hearing, "is_gone", counted)
    hear_waiting(library)
    assert 0 < len(asked) <= 20
    assert os.fsencode(root) in asked[0]
