"""`earmark rename`: files get names of the Universal Category System only when that was said, are the same sounds
afterwards, and get their old names back.
"""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import soundfile

from desktop_app.app import Earmark
from desktop_app.cat_id_choice import CatIdChoice, Reason, known_sounds
from desktop_app.cli import run
from desktop_app.cli.session import one_at_a_time
from desktop_app.core.marks import Marks
from desktop_app.core.metadata import Field
from desktop_app.core.sound import FileStamp
from desktop_app.core.verdict import Judgement
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.file_changes import renaming
from desktop_app.file_changes.rename_planning import NameChoice, NamePlanner
from desktop_app.launch import window
from desktop_app.library import rename_journal
from desktop_app.library.metadata.writing import plan_writing, write_planned
from desktop_app.library.renaming import rename_file
from desktop_app.log import stop_logging
from desktop_app.other_processes.instance import Holder
from desktop_app.other_processes.renaming_jobs import take_names_back_for_other
from desktop_app.other_processes.writing_jobs import OtherRunError
from desktop_app.paths import Profile, resources

RECORDINGS = Path(__file__).parents[1] / "data" / "recordings"
Command = Callable[..., int]
Document = Callable[..., Any]
SOUNDS = {
    "crow.wav": ("misc_crow", 1.0),
    "crow-.wav": ("misc_crow", 0.9),
    "ZOOM0001.flac": ("misc_crow", 0.5),
    "x7.wav": ("bd_808", 1.0),
    "take 3.wav": ("bd_haus", 1.0),
    "birdcrow_Already_ME.wav": ("misc_crow", 0.7),
}
INDEX = ("--no-moments", "--no-measuring")


@pytest.fixture(scope="module")
def _indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile beside its sounds. One says in words what it is, one was accepted as a crow and rated, one has a title
    and a CatID in it, one has nothing but its sound, and one is named already.
    """
    folder = tmp_path_factory.mktemp("rename")
    (folder / "sounds").mkdir()
    for name, (recording, level) in SOUNDS.items():
        samples, rate = soundfile.read(RECORDINGS / f"{recording}.flac")
        soundfile.write(folder / "sounds" / name, samples * level, rate)
    titled = folder / "sounds" / "take 3.wav"
    texts = {Field.TITLE: ["House: kick, dry_and very long for a name"], Field.CATID: ["muscperc"]}
    write_planned(plan_writing(titled, texts), content_id)
    (folder / "sounds" / "crow.wav.reapeaks").write_bytes(b"peaks")
    (folder / "p").mkdir()
    (folder / "p" / "settings.toml").write_text('vocabularies = ["ucs"]\nmeasuring = false\nmoments = false\n')
    assert run(["--profile", str(folder / "p"), "--in-process", "index", str(folder / "sounds"), *INDEX], window) == 0
    with Earmark(Profile.at(folder / "p"), writable=True, in_process=True) as earmark:
        earmark.load_tags()
        sound = earmark.library.sounds.by_path(folder / "sounds" / "ZOOM0001.flac")
        assert sound is not None
        assert sound.content_id is not None
        earmark.tagger.judge([sound.sound_id], ("ucs", "birdprey"), Judgement.ADDED)
        earmark.library.marks.set({sound.content_id: Marks(rating=4, note="mine")})
    return folder


@pytest.fixture
def place(_indexed: Path, tmp_path: Path) -> Path:
    """A copy of the profile and the sounds, the library knowing where they are now."""
    place = tmp_path / "place"
    shutil.copytree(_indexed, place)
    words = ["folder", "locate", str(_indexed / "sounds"), str(place / "sounds")]
    assert run(["--profile", str(place / "p"), "--in-process", *words], window) == 0
    return place


@pytest.fixture
def earmark(place: Path) -> Command:
    def command(*words: str) -> int:
        code = run(["--profile", str(place / "p"), "--in-process", *words], window)
        stop_logging()
        return code

    return command


@pytest.fixture
def document(earmark: Command, capsys: pytest.CaptureFixture[str]) -> Document:
    def ask(*words: str, code: int = 0) -> Any:
        capsys.readouterr()
        assert earmark(*words, "--json") == code
        return json.loads(capsys.readouterr().out)

    return ask


def contents(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (place / "sounds").iterdir()}


def test_names_are_shown_and_nothing_is_renamed_unless_that_is_said(
    place: Path, earmark: Command, document: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(place)
    files = document("rename", "--ucs", "--dry-run", "--creator", "M E", "--source", "NONE")["files"]
    names = {Path(file["path"]).name: (file["new"] and Path(file["new"]).name, file["reason"]) for file in files}
    assert names == {
        "ZOOM0001.flac": ("BIRDPrey_Birds Bird Of Prey_M E_NONE.flac", "yours"),
        "crow-.wav": ("BIRDCrow_crow_M E_NONE.wav", "words"),
        "crow.wav": ("BIRDCrow_crow 2_M E_NONE.wav", "words"),
        "take 3.wav": ("MUSCPerc_House kick, dry and very_M E_NONE.wav", "file"),
        "x7.wav": (None, None),
        "birdcrow_Already_ME.wav": ("birdcrow_Already_ME_NONE.wav", "file"),
    }
    assert earmark("rename", "--ucs") == 1
    assert "say --yes" in capsys.readouterr().err
    assert earmark("rename") == 2
    assert contents(place) == before


@pytest.mark.parametrize("text", ["..", "A/B:C", "M_E", "ME.", 41 * "x"])
def test_a_creator_or_source_that_cannot_stand_in_a_name_is_said(
    place: Path, earmark: Command, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    before = contents(place)
    assert earmark("rename", "--ucs", "--yes", "--source", text) == 2
    assert f"“{text}” (--source) cannot stand in a file's name" in capsys.readouterr().err
    assert contents(place) == before


def test_a_name_of_the_system_gets_only_what_it_lacks(place: Path, document: Document) -> None:
    sound = place / "sounds" / "birdcrow_Already_ME.wav"
    assert document("rename", str(sound), "--ucs", "--creator", "Other", "--dry-run")["files"] == []
    (place / "sounds" / "birdcrow_Already_ME_Show.wav").write_bytes(b"another one")
    [taken] = document("rename", str(sound), "--ucs", "--source", "Show", "--yes", code=3)["files"]
    assert "Another file has the name" in taken["problem"]
    [given] = document("rename", str(sound), "--ucs", "--source", "Film", "--yes")["files"]
    assert Path(given["new"]).name == "birdcrow_Already_ME_Film.wav"
    assert document("rename", "--undo", "--yes")["taken_back"] == 1
    assert sound.exists()


def test_a_link_is_left_alone_in_the_plan_already(place: Path, document: Document) -> None:
    link = place / "sounds" / "link.wav"
    link.symlink_to(place / "sounds" / "take 3.wav")
    document("index", str(place / "sounds"), *INDEX)
    [named] = document("rename", str(link), "--ucs", "--automatic", "--dry-run")["files"]
    assert "a link" in named["problem"]


def planned_for(document: Document, path: Path, *words: str) -> Any:
    document("index", str(path.parent), *INDEX)
    [found] = document("rename", str(path), "--ucs", "--dry-run", *words)["files"]
    return found


def test_links_that_would_lead_nowhere_are_named(place: Path, document: Document) -> None:
    link, other = place / "sounds" / "link.wav", place / "sounds" / "copy.wav"
    link.symlink_to(place / "sounds" / "take 3.wav")
    shutil.copy(place / "sounds" / "take 3.wav", other)
    found = planned_for(document, place / "sounds" / "take 3.wav")
    assert found["broken_links"] == [str(link)]
    assert planned_for(document, other)["broken_links"] == []


def test_a_cat_id_is_replaced_that_there_is_not_or_that_a_person_contradicted(place: Path, document: Document) -> None:
    sound = place / "sounds" / "ZOOM0001.flac"
    document("index", str(sound.parent), *INDEX)
    sound = sound.rename(sound.with_name("BRDHawk-FAR_VEND-Cries_ME_Film_take 2.flac"))
    found = planned_for(document, sound, "--creator", "Other")
    assert Path(found["new"]).name == "BIRDPrey-FAR_VEND-Cries_ME_Film_take 2.flac"
    assert found["reason"] == "yours"
    found = planned_for(document, sound.rename(sound.with_name("BIRDCrow_Caws_ME.flac")))
    assert (Path(found["new"]).name, found["reason"]) == ("BIRDPrey_Caws_ME.flac", "yours")


def test_names_in_any_script_and_of_any_length_are_fit_or_told(place: Path, document: Document) -> None:
    sounds = place / "sounds"
    (sounds / "crow.wav").rename(sounds / f"{'鴉' * 80}.wav")
    (sounds / "crow-.wav").rename(sounds / "Kra\u0308he im Gebüsch.wav")
    (sounds / "take 3.wav").rename(sounds / "ворона в лесу.wav")
    (sounds / "x7.wav").rename(sounds / f"BIRDCrow_{'x' * 240}.wav")
    document("index", str(sounds), *INDEX)
    words = ("rename", "--ucs", "--automatic", "--keep-name", "--creator", "ME", "--dry-run")
    files = {Path(file["path"]).name: file for file in document(*words)["files"]}
    assert len(files) == 5
    told = [name for name, file in files.items() if "too long" in file["problem"]]
    assert told == [f"BIRDCrow_{'x' * 240}.wav"]
    new = [Path(file["new"]).name for name, file in files.items() if name not in told]
    assert all(len(os.fsencode(name)) <= 240 for name in new)
    assert any("_ворона в лесу_ME" in name for name in new)
    assert any("_Krähe im Gebüsch_ME" in name for name in new), "composed, as most programs compare it"


def test_a_name_of_a_sound_that_is_missing_is_not_given_to_another(place: Path, document: Document) -> None:
    sounds = place / "sounds"
    document("rename", str(sounds / "crow.wav"), "--ucs", "--yes")
    (sounds / "BIRDCrow_crow.wav").unlink()
    found = planned_for(document, sounds / "crow-.wav")
    assert Path(found["new"]).name == "BIRDCrow_crow 2.wav", "it may come back, with all that was said of it"


def test_a_sidecar_follows_its_sound_there_and_back_and_others_are_named(place: Path, document: Document) -> None:
    sounds = place / "sounds"
    document("export", "sidecars", "--yes")
    sidecar = (sounds / "ZOOM0001.flac.json").read_bytes()
    (sounds / "crow.wav.json").write_text('{"of": "another program"}')
    (sounds / "crow.pkf").write_bytes(b"peaks")
    before = contents(place)
    files = {Path(file["path"]).name: file for file in document("rename", "--ucs", "--dry-run")["files"]}
    assert [files["ZOOM0001.flac"][key] for key in ("sidecar", "left_beside")] == [True, []]
    assert [files["crow.wav"][key] for key in ("sidecar", "left_beside")] == [
        False,
        ["crow.pkf", "crow.wav.json", "crow.wav.reapeaks"],
    ]
    (sounds / "BIRDPrey_Birds Bird Of Prey.flac.json").write_text("in the way")
    assert document("rename", "--ucs", "--yes")["renamed"] == 4
    assert (sounds / "BIRDPrey_Birds Bird Of Prey 2.flac.json").read_bytes() == sidecar
    assert {"crow.wav.json", "crow.wav.reapeaks", "crow.pkf"} <= set(contents(place))
    assert document("rename", "--undo", "--yes")["taken_back"] == 4
    assert contents(place) == before | {"BIRDPrey_Birds Bird Of Prey.flac.json": b"in the way"}


def test_a_sidecar_that_cannot_follow_is_told(
    place: Path, earmark: Command, document: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    document("export", "sidecars", "--yes")
    document("rename", "--ucs", "--yes")
    (place / "sounds" / "ZOOM0001.flac.json").write_text("in the way")
    assert earmark("rename", "--undo", "--yes") == 0
    assert "Its sidecar BIRDPrey_Birds Bird Of Prey.flac.json stayed behind" in capsys.readouterr().err


def test_a_sidecar_that_a_kill_left_behind_follows_with_the_next_undo(place: Path, document: Document) -> None:
    sounds = place / "sounds"
    document("export", "sidecars", "--yes")
    before = contents(place)
    document("rename", str(sounds / "ZOOM0001.flac"), "--ucs", "--yes")
    [renamed] = sounds.glob("BIRDPrey*.flac")
    renamed.rename(sounds / "ZOOM0001.flac")
    assert document("rename", "--undo", "--yes")["taken_back"] == 0, "the file has its name"
    assert contents(place) == before
    assert document("rename", "--undo", "--dry-run")["files"] == []


def test_collections_and_their_playlists_know_the_new_names(place: Path, document: Document) -> None:
    with Earmark(Profile.at(place / "p"), writable=True, in_process=True) as held:
        sound = held.library.sounds.by_path(place / "sounds" / "ZOOM0001.flac")
        assert sound is not None
        assert sound.content_id is not None
        held.library.collections.create("Birds", [sound.content_id])
    document("rename", "--ucs", "--yes")
    document("export", "collection", "Birds", "--to", str(place / "birds.m3u8"))
    assert "BIRDPrey_Birds Bird Of Prey.flac" in (place / "birds.m3u8").read_text(encoding="utf-8")


def test_a_cat_id_alone_gets_no_empty_blocks(place: Path, document: Document) -> None:
    alone = place / "sounds" / "birdcrow_Already_ME.wav"
    alone = alone.rename(alone.with_name("BIRDCrow.wav"))
    document("index", str(place / "sounds"), *INDEX)
    assert document("rename", str(alone), "--ucs", "--creator", "Other", "--dry-run")["files"] == []


def test_files_are_let_go_before_they_get_another_name_and_one_is_changed_at_a_time(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Earmark(Profile.at(place / "p"), writable=True, in_process=True) as earmark:
        seen: list[tuple[str, Path, bool]] = []

        def let_go(path: Path) -> None:
            seen.append(("let go", path, earmark.changing_files.locked()))

        def noting(old: Path, new: Path, known: FileStamp) -> None:
            seen.append(("renamed", old, earmark.changing_files.locked()))
            rename_file(old, new, known)

        for module in (renaming, rename_journal):
            monkeypatch.setattr(module, "rename_file", noting)
        planned = list(NamePlanner(earmark, NameChoice()).plan(earmark.library.sounds.ids().tolist()))
        done = [outcome.path for outcome in renaming.rename_sounds(earmark, planned, let_go=let_go)]
        olds = [item.sound.path for item in planned if item.new is not None]
        assert seen == [step for old in olds for step in (("let go", old, False), ("renamed", old, True))]
        seen.clear()
        run_back = renaming.last_renaming(earmark)
        assert run_back is not None
        list(renaming.take_names_back(earmark, run_back, let_go=let_go))
        assert seen == [step for new in reversed(done) for step in (("let go", new, False), ("renamed", new, True))]


def test_the_library_follows_without_hearing_anything_again(place: Path, document: Document) -> None:
    before = contents(place)
    assert document("rename", "--ucs", "--yes")["renamed"] == 4
    after = contents(place)
    assert sorted(after.values()) == sorted(before.values()), "every file is there, as it was"
    assert {"x7.wav", "birdcrow_Already_ME.wav", "crow.wav.reapeaks", "BIRDPrey_Birds Bird Of Prey.flac"} <= set(after)
    hits = document("search", "is:missing")["hits"] + document("search", "rating:4")["hits"]
    assert [Path(hit["path"]).name for hit in hits] == ["BIRDPrey_Birds Bird Of Prey.flac"]
    assert hits[0]["note"] == "mine"
    assert [tag["source"] for tag in hits[0]["tags"][:1]] == ["person"]
    report = document("index", str(place / "sounds"), *INDEX)
    assert (report["embedded"], report["unchanged"]) == (0, 6)
    [left] = document("rename", "--ucs", "--dry-run")["files"]
    assert (Path(left["path"]).name, left["new"], left["cat_id"], left["problem"]) == ("x7.wav", None, None, "")


def test_old_names_come_back_and_are_known(place: Path, document: Document) -> None:
    before = contents(place)
    document("rename", "--ucs", "--yes", "--keep-name", "--automatic")
    assert "BIRDPrey_ZOOM0001.flac" in contents(place)
    assert document("rename", "--undo", "--dry-run")["taken_back"] == 0
    assert document("rename", "--undo", "--yes")["taken_back"] == 5
    assert contents(place) == before
    report = document("index", str(place / "sounds"), *INDEX)
    assert (report["embedded"], report["unchanged"]) == (0, 6)
    assert document("rename", "--undo", "--yes")["taken_back"] == 0


def test_a_name_that_was_taken_since_is_told_and_both_files_stay(place: Path, document: Document) -> None:
    document("rename", "--ucs", "--yes")
    (place / "sounds" / "crow.wav").write_bytes(b"another one")
    before = contents(place)
    report = document("rename", "--undo", "--yes", code=3)
    assert report["taken_back"] == 3
    assert "Another file is called crow.wav" in report["left_alone"][0]["reason"]
    assert sorted(contents(place).values()) == sorted(before.values())
    (place / "sounds" / "crow.wav").unlink()
    assert document("rename", "--undo", "--yes")["taken_back"] == 1, "what was left, and nothing twice"


def test_a_run_is_taken_back_as_a_whole_or_not_at_all(
    place: Path, earmark: Command, document: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    document("rename", "--ucs", "--yes")
    before = contents(place)
    assert earmark("rename", str(place / "sounds" / "x7.wav"), "--undo", "--yes") == 2
    assert "leave the paths out" in capsys.readouterr().err
    assert contents(place) == before


def test_a_file_that_is_gone_keeps_no_run_before_it_from_being_taken_back(place: Path, document: Document) -> None:
    sounds, before = place / "sounds", contents(place)
    for name in ("crow.wav", "ZOOM0001.flac", "take 3.wav"):
        assert document("rename", str(sounds / name), "--ucs", "--yes")["renamed"] == 1
    [renamed] = sounds.glob("BIRDPrey*")
    away = renamed.rename(place / renamed.name)
    assert document("rename", "--undo", "--yes")["taken_back"] == 1
    assert (sounds / "take 3.wav").exists()
    report = document("rename", "--undo", "--yes", code=3)
    assert (report["taken_back"], [left["path"] for left in report["left_alone"]]) == (0, [str(renamed)])
    assert document("rename", "--undo", "--yes")["taken_back"] == 1
    assert (sounds / "crow.wav").exists()
    assert document("rename", "--undo", "--yes", code=3)["taken_back"] == 0
    away.rename(renamed)
    assert document("rename", "--undo", "--yes")["taken_back"] == 1
    assert contents(place) == before


def test_the_old_name_is_given_to_the_file_that_had_it_and_to_no_other(place: Path, document: Document) -> None:
    sounds, before = place / "sounds", contents(place)
    document("rename", "--ucs", "--yes")
    (sounds / "birds").mkdir()
    [bird, *_], drum = sounds.glob("BIRDPrey*"), next(sounds.glob("MUSCPerc*"))
    bird.rename(sounds / "birds" / bird.name)
    bird.write_bytes(b"rendered since")
    drum.rename(sounds / "my drum.wav")
    report = document("rename", "--undo", "--yes", code=3)
    assert report["taken_back"] == 3
    assert [left["reason"] for left in report["left_alone"]] == [
        "This file is called my drum.wav by now: it keeps that name."
    ]
    assert (sounds / "birds" / "ZOOM0001.flac").read_bytes() == before["ZOOM0001.flac"]
    assert bird.read_bytes() == b"rendered since"
    [hit] = document("search", "rating:4")["hits"]
    assert Path(hit["path"]) == sounds / "birds" / "ZOOM0001.flac"


def test_copies_with_the_new_name_are_known_by_their_sound(place: Path, document: Document) -> None:
    sounds = place / "sounds"
    document("rename", str(sounds / "ZOOM0001.flac"), "--ucs", "--yes")
    [renamed] = sounds.glob("BIRDPrey*")
    copies = [sounds / name / renamed.name for name in ("one", "two")]
    for copy in copies:
        copy.parent.mkdir()
        shutil.copyfile(renamed, copy)
    renamed.unlink()
    document("index", str(sounds), *INDEX)
    [left] = document("rename", "--undo", "--yes", code=3)["left_alone"]
    assert "several could be it" in left["reason"]
    copies[0].unlink()
    document("index", str(sounds), *INDEX)
    assert document("rename", "--undo", "--yes")["taken_back"] == 1
    assert copies[1].with_name("ZOOM0001.flac").exists()


def test_a_title_of_several_files_is_no_name_where_the_old_one_says_something(
    place: Path, document: Document, earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("crow.wav", "crow-.wav", "ZOOM0001.flac"):
        write_planned(plan_writing(place / "sounds" / name, {Field.TITLE: ["Old barn"]}), content_id)
    document("index", str(place / "sounds"), *INDEX)
    files = {Path(file["path"]).name: file for file in document("rename", "--ucs", "--dry-run")["files"]}
    names = {name: Path(files[name]["new"]).stem.split("_")[1] for name in ("crow.wav", "crow-.wav", "ZOOM0001.flac")}
    assert names == {"crow.wav": "crow 2", "crow-.wav": "crow", "ZOOM0001.flac": "Old barn"}
    assert [files[name]["shared_text"] for name in names] == ["Old barn", "Old barn", ""]
    assert earmark("rename", "--ucs", "--dry-run") == 0
    assert "by its old name: several of these files say “Old barn”" in capsys.readouterr().out


def test_a_read_only_folder_is_named(place: Path, document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said by the system, for who may do everything may write there, too."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != place / "sounds" and may(path, mode))
    files = document("rename", "--ucs", "--dry-run")["files"]
    assert [file["new"] for file in files] == [None] * 5
    assert ["read-only" in file["problem"] for file in files if file["cat_id"]] == [True] * 4


def test_a_file_that_changed_since_it_was_indexed_is_left_alone(place: Path, document: Document) -> None:
    with (place / "sounds" / "crow.wav").open("ab") as stream:
        stream.write(b"more")
    report = document("rename", "--ucs", "--yes", code=3)
    assert report["renamed"] == 3
    assert "changed this file" in report["left_alone"][0]["reason"]
    assert "crow.wav" in contents(place)


def test_who_has_the_library_open_renames_for_the_command_and_takes_back(
    place: Path, document: Document, earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(place)
    alone = document("rename", "--ucs", "--dry-run")
    holder = Holder.acquire(Profile.at(place / "p"))
    assert holder is not None
    with Earmark(Profile.at(place / "p"), writable=True, in_process=True) as other:
        other.load_tags()
        holder.serve(one_at_a_time(other))
        assert document("rename", "--ucs", "--dry-run") == alone
        assert contents(place) == before
        capsys.readouterr()
        assert earmark("rename", "--ucs", "--yes") == 0
        said = capsys.readouterr()
        assert said.err.count("the Earmark that has this library open does the job") == 1
        assert "4 files renamed; “earmark rename --undo” takes that back" in said.out
        renamed = [Path(file["new"]) for file in alone["files"] if file["new"]]
        assert all(other.library.sounds.by_path(path) is not None for path in renamed), "nothing is heard again"
        assert len(document("rename", "--undo", "--dry-run")["files"]) == 4
        assert document("rename", "--undo", "--yes")["taken_back"] == 4
        assert contents(place) == before
        assert document("rename", "--undo", "--yes")["taken_back"] == 0
        assert earmark("rename", "--ucs", str(place), "--dry-run") == 0
        with pytest.raises(OtherRunError, match="another run"):
            take_names_back_for_other(other, {"dry_run": False, "begun": "another"})
        holder.leave()
    holder.close()


def test_cat_ids_are_offered_for_sounds_in_the_library_and_elsewhere(
    place: Path, document: Document, tmp_path: Path, earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    dog = tmp_path / "IMG_1.flac"
    shutil.copy(resources() / "demo" / "Animals" / "Dog barks.flac", dog)
    [found] = document("tag", "--catid", str(dog))["sounds"]
    assert [len(found["cat_ids"]), found["cat_ids"][0]["cat_id"], found["cat_ids"][0]["reason"]] == [
        5,
        "ANMLDog",
        "sound",
    ]
    assert 0 < sum(one["score"] for one in found["cat_ids"]) <= 1
    sounds = {
        Path(sound["path"]).name: sound["cat_ids"] for sound in document("tag", "--catid", "--top", "2")["sounds"]
    }
    assert len(sounds) == 6
    assert [(one["cat_id"], one["reason"]) for one in sounds["ZOOM0001.flac"][:1]] == [("BIRDPrey", "yours")]
    assert [(one["cat_id"], one["reason"]) for one in sounds["birdcrow_Already_ME.wav"][:1]] == [("BIRDCrow", "file")]
    assert earmark("tag", "--catid", str(dog)) == 0
    assert "ANMLDog" in capsys.readouterr().out
    assert earmark("tag", "--catid", "--events", str(dog)) == 2
    assert earmark("tag", "--catid", "--vocabulary", "music") == 2


def test_tags_of_other_vocabularies_count_and_what_was_rejected_is_not_offered(place: Path) -> None:
    with Earmark(Profile.at(place / "p"), writable=True, in_process=True) as earmark:
        earmark.change_settings(vocabularies=("ucs", "everyday"))
        sound = earmark.library.sounds.by_path(place / "sounds" / "x7.wav")
        assert sound is not None
        rain = next(tag.tag_id for tag in earmark.vocabularies.load("everyday").tags if tag.cat_id == "RAIN")
        choice = CatIdChoice(earmark)
        known = list(known_sounds(earmark, [sound]))
        assert choice.offer(known) == [()], "nothing is heard while the system is not tagged by, and x7 is no word"
        choice.load()
        first = choice.offer(known)[0][0]
        earmark.tagger.judge([sound.sound_id], ("ucs", choice.tag_id_of(first.category)), Judgement.REJECTED)
        assert first.category not in [one.category for one in choice.offer(known)[0]]
        earmark.tagger.judge([sound.sound_id], ("everyday", rain), Judgement.ADDED)
        [wider] = choice.offer(known, limit=1)[0]
        assert (wider.category.cat_id, wider.reason) == ("RAIN", Reason.PERSON)
        earmark.tagger.judge([sound.sound_id], ("ucs", "muscloop"), Judgement.ADDED)
        offered = choice.offer(known)[0]
        assert [one.category.cat_id for one in offered[:2]] == ["MUSCLoop", "RAIN"], "the system's own tag is surer"
        earmark.tagger.judge([sound.sound_id], ("everyday", rain), Judgement.REJECTED)
        assert choice.offer(known)[0][1].reason is Reason.SOUND, "that a wider tag is wrong says nothing"


def test_what_is_taken_for_one_sound_teaches_what_is_offered_for_another(place: Path) -> None:
    with Earmark(Profile.at(place / "p"), writable=True, in_process=True) as earmark:
        sounds = {sound.name: sound for sound in earmark.library.sounds.many(earmark.library.sounds.ids().tolist())}
        choice = CatIdChoice(earmark)
        choice.load()

        def score() -> float:
            [offered] = choice.offer(list(known_sounds(earmark, [sounds["x7.wav"]])), limit=50)
            return next(one.score for one in offered if one.category.cat_id == "MUSCPerc")

        before = score()
        earmark.tagger.judge([sounds["take 3.wav"].sound_id], ("ucs", "muscperc"), Judgement.ADDED)
        assert score() > before
