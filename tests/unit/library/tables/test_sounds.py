"""Asking for sounds: by id, path, filter and order; what waits; the numbers."""

import os
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.mark_terms import Kind
from desktop_app.core.marks import Marks
from desktop_app.core.query import Terms
from desktop_app.core.sound import AudioFormat, FileStamp, Sound, SoundState
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from desktop_app.library.tables.orders import Orders, SortColumn
from desktop_app.library.tables.sound_filter import SoundFilter
from desktop_app.library.tables.sounds import LibraryCounts
from tests.unit.library.building import EMBEDDER, WAV, add, content_of, hear_waiting, heard, id_of, rescan, stamp, write


def names(library: Library, wanted: SoundFilter | None = None, **order: object) -> list[str]:
    return [s.name for s in library.sounds.many(library.sounds.ids(filter=wanted, **order))]  # type: ignore[arg-type]


def test_a_sound_says_everything_that_is_known_of_it(library: Library, root: Path) -> None:
    before = int(time.time())
    folder = add(library, root, "sub/a.wav")
    path = root / "sub" / "a.wav"
    found = library.sounds.by_path(path)
    assert found is not None
    assert found.added is not None
    assert before <= found.added <= time.time()
    assert replace(found, added=None) == Sound(
        sound_id=1,
        folder_id=folder.folder_id,
        path=path,
        stamp=stamp(path),
        state=SoundState.PRESENT,
        content_id=content_of(b"sub/a.wav"),
        format=WAV,
        problem=None,
    )
    assert library.sounds.get(1) == library.sounds.by_path(path)
    assert library.sounds.get(2) is None


def test_the_length_of_many_contents_is_known(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav")
    known = content_of(b"a.wav")
    assert library.sounds.seconds_of([known, b"another"]) == {known: WAV.seconds}
    assert library.sounds.seconds_of([]) == {}


def test_many_sounds_come_in_the_order_asked_for(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav", "c.wav")
    assert [s.sound_id for s in library.sounds.many([3, 99, 1, 3])] == [3, 1, 3]
    assert [s.sound_id for s in library.sounds.many(np.array([2, 1], dtype=np.int64))] == [2, 1]
    assert library.sounds.many([]) == []
    assert len(library.sounds.many(list(range(1, 100_000)))) == 3


def test_a_sound_is_found_by_its_path_through_links_too(library: Library, root: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", "out.wav")
    write(root, "a.wav")
    (root / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "link").symlink_to(root)
    add(library, root)
    assert id_of(library, tmp_path / "link" / "a.wav") == id_of(library, root / "a.wav")
    assert library.sounds.by_path(root / "linked" / "out.wav") is not None
    assert library.sounds.by_path(root / "none.wav") is None
    assert library.sounds.by_path(tmp_path / "a.wav") is None


def test_contents_tell_which_sound_holds_what(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    write(root, "b.wav")
    rescan(library, folder)
    ids, contents, present = library.sounds.contents()
    assert ids.dtype == np.int64
    assert (ids.tolist(), contents, present.tolist()) == ([1, 2], [content_of(b"a.wav"), None], [True, True])
    (root / "b.wav").unlink()
    rescan(library, folder)
    assert library.sounds.contents()[2].tolist() == [True, False]
    library.folders.set_online(folder.folder_id, online=False)
    assert library.sounds.contents()[2].tolist() == [False, False]
    assert library.sounds.format_of(content_of(b"a.wav")) == WAV
    assert library.sounds.format_of(b"unknown") is None


def test_sounds_say_where_their_files_are_and_what_they_were(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "sub/b.wav")
    (root / "a.wav").rename(root.with_name("gone.wav"))
    rescan(library, folder)
    sounds = library.sounds.many([1, 2])
    assert [(sound.path, sound.state) for sound in sounds] == [
        (root / "a.wav", SoundState.MISSING),
        (root / "sub" / "b.wav", SoundState.PRESENT),
    ]
    assert sounds[1].stamp == stamp(root / "sub" / "b.wav")
    library.folders.set_online(folder.folder_id, online=False)
    assert [sound.state for sound in library.sounds.many([1, 2])] == [SoundState.OFFLINE] * 2


@pytest.fixture
def varied(library: Library, root: Path) -> Library:
    """Four sounds in two folders that differ in everything one can sort by; `e.wav` was not heard yet."""
    formats = {
        "Drums/Kick 2.wav": AudioFormat("wav", "PCM_16", 48_000, 1, 48_000),
        "Drums/Loops/Übung.FLAC": AudioFormat("flac", "PCM_24", 48_000, 2, 24_000),
        "Field/rain_on_roof.aif": AudioFormat("aiff", "PCM_24", 44_100, 1, 441_000),
    }
    write(root / "A", *formats, "e.wav")
    write(root / "B", "Kick 1.ogg")
    for number, path in enumerate([root / "B/Kick 1.ogg", *(root / "A" / name for name in formats), root / "A/e.wav"]):
        os.utime(path, ns=(0, 10**18 + number))
    for name in ("A", "B"):
        rescan(library, library.folders.add(root / name))
    found = {root / "A" / name: found for name, found in formats.items()}
    found[root / "B/Kick 1.ogg"] = AudioFormat("ogg", "vorbis", 48_000, 1, 96_000)
    waiting = [s for s in library.sounds.waiting(EMBEDDER, limit=99) if s.path in found]
    library.sounds.save_heard(EMBEDDER, [heard(s, found=found[s.path]) for s in waiting])
    return library


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (SortColumn.NAME, ["e.wav", "Kick 1.ogg", "Kick 2.wav", "rain_on_roof.aif", "Übung.FLAC"]),
        (SortColumn.PATH, ["e.wav", "Kick 2.wav", "Übung.FLAC", "rain_on_roof.aif", "Kick 1.ogg"]),
        (SortColumn.FOLDER, ["e.wav", "Kick 2.wav", "Übung.FLAC", "rain_on_roof.aif", "Kick 1.ogg"]),
        (SortColumn.LENGTH, ["Übung.FLAC", "Kick 2.wav", "Kick 1.ogg", "rain_on_roof.aif", "e.wav"]),
        (SortColumn.FORMAT, ["rain_on_roof.aif", "Übung.FLAC", "Kick 1.ogg", "Kick 2.wav", "e.wav"]),
        (SortColumn.MODIFIED, ["Kick 1.ogg", "Kick 2.wav", "Übung.FLAC", "rain_on_roof.aif", "e.wav"]),
    ],
)
def test_sounds_are_sorted_by_any_column(varied: Library, column: SortColumn, expected: list[str]) -> None:
    assert names(varied, order=column) == expected
    unheard_last = [*[n for n in expected if n != "e.wav"][::-1], "e.wav"]
    unknown_is_last = column in (SortColumn.LENGTH, SortColumn.FORMAT)
    assert names(varied, order=column, descending=True) == (unheard_last if unknown_is_last else expected[::-1])


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (SoundFilter(), {"e.wav", "Kick 1.ogg", "Kick 2.wav", "rain_on_roof.aif", "Übung.FLAC"}),
        (SoundFilter(names=("KICK",)), {"Kick 1.ogg", "Kick 2.wav"}),
        (SoundFilter(names=("kick", "2")), {"Kick 2.wav"}),
        (SoundFilter(names=("u\u0308BUNG",)), {"Übung.FLAC"}),
        (SoundFilter(literals=("on_roof",)), {"rain_on_roof.aif"}),
        (SoundFilter(literals=("on%roof",)), set()),
        (SoundFilter(literals=("kick 1", "ogg")), {"Kick 1.ogg"}),
        (SoundFilter(names=("'; DROP TABLE sounds; --",)), set()),
        (SoundFilter(folders=("drums",)), {"Kick 2.wav", "Übung.FLAC"}),
        (SoundFilter(folders=("a/drums/loops/",)), {"Übung.FLAC"}),
        (SoundFilter(folders=("loops", "field")), {"Übung.FLAC", "rain_on_roof.aif"}),
        (SoundFilter(folders=("kick",)), set()),
        (SoundFilter(formats=("flac",)), {"Übung.FLAC"}),
        (SoundFilter(formats=("AIFF",)), {"rain_on_roof.aif"}),
        (SoundFilter(formats=(".aif", "ogg")), {"rain_on_roof.aif", "Kick 1.ogg"}),
        (SoundFilter(formats=("wav",)), {"Kick 2.wav", "e.wav"}),
        (SoundFilter(shorter=1.0), {"Übung.FLAC"}),
        (SoundFilter(longer=1.0), {"Kick 1.ogg", "rain_on_roof.aif"}),
        (SoundFilter(longer=1.0, shorter=5.0), {"Kick 1.ogg"}),
        (SoundFilter(states=()), set()),
        (SoundFilter(unwanted=Terms(names=("kick",), formats=("wav",))), {"rain_on_roof.aif", "Übung.FLAC"}),
        (SoundFilter(unwanted=Terms(folders=("drums",), literals=("rain",))), {"e.wav", "Kick 1.ogg"}),
        (SoundFilter(unwanted=Terms(tags=("dog",)), names=("e.w",)), {"e.wav"}),
    ],
    # Sorted: processes that share the tests must name them alike.
    ids=lambda value: "-".join(sorted(value)) if isinstance(value, set) else str(value),
)
def test_a_filter_lets_through_what_fits(varied: Library, wanted: SoundFilter, expected: set[str]) -> None:
    assert set(names(varied, wanted)) == expected


def test_sub_trees_and_full_paths_restrict_the_answer(varied: Library, root: Path) -> None:
    def inside(*trees: Path) -> set[str]:
        return set(names(varied, SoundFilter(within=trees)))

    assert inside(root / "A" / "Drums") == {"Kick 2.wav", "Übung.FLAC"}
    assert inside(root / "A" / "Dru") == set()
    assert inside(root / "A" / "Drums" / "Loops", root / "B") == {"Übung.FLAC", "Kick 1.ogg"}
    assert inside(root / "A" / "e.wav") == {"e.wav"}
    assert len(inside(root)) == 5
    assert inside(root / "C") == set()
    assert set(names(varied, SoundFilter(folders=(str(root / "A" / "Field"),)))) == {"rain_on_roof.aif"}


def test_missing_and_offline_sounds_show_only_when_asked_for(varied: Library, root: Path) -> None:
    folders = {f.path.name: f for f in varied.folders.all()}
    (root / "A" / "e.wav").unlink()
    rescan(varied, folders["A"])
    varied.folders.set_online(folders["B"].folder_id, online=False)
    assert len(names(varied)) == 5
    assert len(names(varied, SoundFilter())) == 3
    assert names(varied, SoundFilter(states=(SoundState.MISSING,))) == ["e.wav"]
    assert names(varied, SoundFilter(states=(SoundState.OFFLINE,))) == ["Kick 1.ogg"]
    assert len(names(varied, SoundFilter(states=tuple(SoundState)))) == 5


def test_the_folder_tree_counts_what_is_directly_in_each_directory(varied: Library, root: Path) -> None:
    folder = next(f for f in varied.folders.all() if f.path.name == "A")
    assert varied.sounds.folder_tree(folder.folder_id) == [("", 1), ("Drums", 1), ("Drums/Loops", 1), ("Field", 1)]
    (root / "A" / "e.wav").unlink()
    rescan(varied, folder)
    assert varied.sounds.folder_tree(folder.folder_id)[0] == ("", 0)
    assert varied.sounds.folder_tree(999) == []


def test_what_waits_is_what_can_be_heard_and_was_not(library: Library, root: Path) -> None:
    folder = add(library, root, "heard.wav")
    write(root, "new.wav", "broken.wav", "quiet.wav", "gone.wav")
    rescan(library, folder)
    broken, quiet = root / "broken.wav", library.sounds.by_path(root / "quiet.wav")
    assert quiet is not None
    library.sounds.save_problem(id_of(library, broken), stamp(broken), "broken.wav is bad.")
    library.sounds.save_heard(EMBEDDER, [replace(heard(quiet), vector=None, silence="quiet.wav is bad.")])
    (root / "gone.wav").unlink()
    rescan(library, folder)
    assert [s.name for s in library.sounds.waiting(EMBEDDER, limit=99)] == ["new.wav"]
    assert {s.name for s in library.sounds.waiting("another", limit=99)} == {"new.wav", "heard.wav"}
    assert library.sounds.waiting_count(EMBEDDER) == 1
    assert library.sounds.counts("another") == LibraryCounts(
        sounds=4, waiting=2, unreadable=1, silent=1, missing=1, offline=0
    )
    assert library.sounds.unreadable() == [(root / "broken.wav", "broken.wav is bad.")]
    assert library.sounds.silent() == [(root / "quiet.wav", "quiet.wav is bad.")]
    assert names(library, SoundFilter(kinds=(Kind.SILENT,))) == ["quiet.wav"]
    assert names(library, SoundFilter(kinds=(Kind.UNREADABLE,))) == ["broken.wav"]
    assert names(library, SoundFilter(unwanted=Terms(kinds=(Kind.SILENT, Kind.UNREADABLE)))) == ["heard.wav", "new.wav"]
    assert names(library, SoundFilter(shorter=1e9)) == ["heard.wav", "quiet.wav"], "its length is known"
    library.folders.set_online(folder.folder_id, online=False)
    assert library.sounds.waiting("another", limit=99) == []
    assert [(f.sounds, f.missing) for f in library.folders.all()] == [(5, 0)]
    assert library.sounds.counts("another") == LibraryCounts(
        sounds=0, waiting=0, unreadable=0, silent=0, missing=0, offline=5
    )
    assert library.sounds.unreadable() == library.sounds.silent() == []


def test_hearing_in_small_parts_reaches_everything_whatever_happens_meanwhile(library: Library, root: Path) -> None:
    folder = add(library, root, *(f"{number:02}.wav" for number in range(20)))
    assert [s.name for s in library.sounds.waiting("b", limit=3)] == ["00.wav", "01.wav", "02.wav"]
    done: list[str] = []
    for turn in range(10):
        part = library.sounds.waiting("b", limit=4)
        library.sounds.save_heard("b", [heard(s) for s in part[1:]])
        done += [s.name for s in part[1:]]
        if turn == 2:
            # A sound before the place that was reached waits again.
            (root / "00.wav").rename(root.with_name("00.wav"))
            rescan(library, folder)
        if turn == 4:
            root.with_name("00.wav").rename(root / "00.wav")
            rescan(library, folder)
    hear_waiting(library, "b")
    assert library.sounds.waiting_count("b") == 0
    assert library.sounds.waiting("b", limit=9) == []
    assert len(library.cache.embeddings("b")[0]) == 20
    assert len(done) == len(set(done))


def test_a_problem_is_remembered_until_the_file_changes(library: Library, root: Path) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    sound_id = id_of(library, root / "a.wav")
    reason = "Cannot read caf\udce9.wav."
    library.sounds.save_problem(sound_id, stamp(root / "a.wav"), reason)
    (found,) = library.sounds.many([sound_id])
    assert found.problem == "Cannot read caf?.wav."
    rescan(library, folder)
    assert library.sounds.waiting_count(EMBEDDER) == 0
    write(root, "a.wav", data=b"mended now")
    library.sounds.save_problem(sound_id, FileStamp(1, 2, 3), "Of a state that is long over.")
    rescan(library, folder)
    (found,) = library.sounds.waiting(EMBEDDER, limit=1)
    assert found.problem is None
    library.sounds.save_problem(999, stamp(root / "a.wav"), "Nobody is there.")


def test_a_problem_of_a_newer_state_than_the_scan_saw_is_kept(library: Library, root: Path) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    write(root, "a.wav", data=b"changed before it was read")
    library.sounds.save_problem(1, stamp(root / "a.wav"), "This is not audio.")
    assert not rescan(library, folder)
    assert library.sounds.unreadable() == [(root / "a.wav", "This is not audio.")]


def test_a_format_without_a_rate_has_no_length(library: Library, root: Path) -> None:
    write(root, "a.wav")
    rescan(library, library.folders.add(root))
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    strange = AudioFormat("wav", "PCM_16", 0, 1, 5)
    library.sounds.save_heard(EMBEDDER, [Heard(sound.sound_id, sound.stamp, b"c" * 16, strange, None, None)])
    assert library.sounds.ids(filter=SoundFilter(shorter=0.1)).tolist() == [sound.sound_id]


def test_contents_are_those_of_sounds_that_were_heard(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "s", "a.wav", "b.wav")
    folder = library.folders.add(tmp_path / "s")
    rescan(library, folder)
    (first, second) = library.sounds.ids().tolist()
    assert library.sounds.contents_of([first, second]) == {}
    library.sounds.save_heard(EMBEDDER, [heard(sound) for sound in library.sounds.many([first])])
    assert library.sounds.contents_of([second, first, 99]) == {first: content_of(b"a.wav")}
    assert library.sounds.contents_of([]) == {}
    assert library.sounds.paths_holding(content_of(b"a.wav")) == [tmp_path / "s" / "a.wav"]
    (tmp_path / "s" / "a.wav").unlink()
    rescan(library, folder)
    assert library.sounds.paths_holding(content_of(b"a.wav")) == [], "it is missing"


def test_an_order_follows_what_is_rated_and_noted(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav", "c.wav", "d.wav")
    a, b, c = (content_of(f"{letter}.wav".encode()) for letter in "abc")
    library.marks.set({a: Marks(2), b: Marks(5, note="zebra"), c: Marks(2, favourite=True, note="Anvil")})
    assert names(library, order=SortColumn.RATING) == ["a.wav", "c.wav", "b.wav", "d.wav"]
    assert names(library, order=SortColumn.RATING, descending=True) == ["b.wav", "c.wav", "a.wav", "d.wav"]
    assert names(library, order=SortColumn.NOTE) == ["c.wav", "b.wav", "a.wav", "d.wav"]
    library.marks.set({a: Marks(5, favourite=True), b: Marks()})
    assert names(library, order=SortColumn.RATING, descending=True) == ["a.wav", "c.wav", "b.wav", "d.wav"]
    assert names(library, order=SortColumn.ADDED) == ["a.wav", "b.wav", "c.wav", "d.wav"]
    assert names(library, order=SortColumn.CHANNELS) == names(library, order=SortColumn.RATE)


def test_a_reader_beside_a_writer_sees_each_new_order(library: Library, root: Path, tmp_path: Path) -> None:
    add(library, root, "a.wav", "b.wav")
    files = tmp_path / "profile" / "library.db", tmp_path / "profile" / "cache.db"
    with Library.open(*files, writable=False) as reader:
        assert names(reader, order=SortColumn.RATING, descending=True) == ["a.wav", "b.wav"]
        library.marks.set({content_of(b"b.wav"): Marks(1)})
        assert names(reader, order=SortColumn.RATING, descending=True) == ["b.wav", "a.wav"]


def test_sounds_that_came_after_the_order_was_read_stand_at_its_end(library: Library, root: Path) -> None:
    add(library, root, "b.wav", "c.wav")
    orders = Orders(library._database)
    known = library.sounds.ids()
    assert orders.sort(known, SortColumn.NAME, descending=True).tolist() == known[::-1].tolist()
    late = np.array([900, *known.tolist()])
    assert orders.sort(late, SortColumn.NAME, descending=False).tolist() == [*known.tolist(), 900]


def test_paths_of_many_sounds_come_in_the_order_given(library: Library, root: Path) -> None:
    folder = add(library, root, "b.wav", "in/a.wav", "c.wav")
    ids = [id_of(library, root / name) for name in ("c.wav", "in/a.wav", "b.wav")]
    assert library.sounds.paths_of([ids[0], 999, *ids[1:]]) == [root / "c.wav", root / "in/a.wav", root / "b.wav"]
    (root / "b.wav").unlink()
    rescan(library, folder)
    assert library.sounds.paths_of(ids[::-1], present=True) == [root / "in/a.wav", root / "c.wav"]
    assert len(library.sounds.paths_of(ids)) == 3
    assert library.sounds.paths_of([]) == []
