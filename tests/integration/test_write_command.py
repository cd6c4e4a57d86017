"""`earmark write`: tags go into files only when that was said, are found by other readers, and come out again."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import soundfile
import tinytag
from wavinfo import WavInfoReader

from desktop_app.app import Earmark
from desktop_app.cli import run
from desktop_app.cli.session import one_at_a_time
from desktop_app.core.metadata import Field
from desktop_app.core.sound import FileStamp
from desktop_app.core.verdict import Judgement
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.file_changes import tag_writing
from desktop_app.file_changes.tag_writing import Choice, plan_sounds, write_sounds
from desktop_app.file_changes.taking_back import RunRefusedError, last_run
from desktop_app.launch import window
from desktop_app.library.metadata.replacing import MARK, NotWrittenError
from desktop_app.library.metadata.writing import WritePlan, plan_writing, write_planned
from desktop_app.log import stop_logging
from desktop_app.other_processes.instance import Holder
from desktop_app.other_processes.writing_jobs import OtherRunError, take_back_for_other
from desktop_app.paths import Profile

RECORDINGS = Path(__file__).parents[1] / "data" / "recordings"
Command = Callable[..., int]
MINE = """
format = 1
id = "mine"
name = "Mine"

[[tags]]
id = "crow"
name = "BIRDS CROW"
prompts = ["crow cawing", "crow"]
group = "BIRDS"
cat_id = "BIRDCrow"
"""


@pytest.fixture(scope="module")
def _indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile beside its sounds: a WAV and a FLAC file, of which the first is accepted as a crow."""
    folder = tmp_path_factory.mktemp("write")
    (folder / "sounds").mkdir()
    (folder / "p" / "vocabularies").mkdir(parents=True)
    (folder / "p" / "vocabularies" / "mine.toml").write_text(MINE)
    (folder / "p" / "settings.toml").write_text('vocabularies = ["mine"]\nmeasuring = false\nmoments = false\n')
    for kind, container in (("wav", "WAV"), ("flac", "FLAC")):
        samples, rate = soundfile.read(RECORDINGS / "misc_crow.flac")
        soundfile.write(
            folder / "sounds" / f"crow.{kind}", samples * (0.5 if kind == "wav" else 1), rate, format=container
        )
    here = ["--profile", str(folder / "p"), "--in-process"]
    assert run([*here, "index", str(folder / "sounds"), "--no-moments", "--no-measuring"], window) == 0
    with Earmark(Profile.at(folder / "p"), writable=True, in_process=True) as earmark:
        earmark.load_tags()
        sound = earmark.library.sounds.by_path(folder / "sounds" / "crow.wav")
        assert sound is not None
        earmark.tagger.judge([sound.sound_id], ("mine", "crow"), Judgement.ACCEPTED)
    return folder


@pytest.fixture
def place(_indexed: Path, tmp_path: Path) -> Path:
    """A copy of the profile and the sounds, the library knowing where they are now."""
    place = tmp_path / "place"
    shutil.copytree(_indexed, place)
    here = ["--profile", str(place / "p"), "--in-process"]
    assert run([*here, "folder", "locate", str(_indexed / "sounds"), str(place / "sounds")], window) == 0
    return place


@pytest.fixture
def earmark(place: Path) -> Command:
    def command(*words: str) -> int:
        code = run(["--profile", str(place / "p"), "--in-process", *words], window)
        stop_logging()
        return code

    return command


@pytest.fixture
def document(earmark: Command, capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    def ask(*words: str, code: int = 0) -> Any:
        capsys.readouterr()
        assert earmark(*words, "--json") == code
        return json.loads(capsys.readouterr().out)

    return ask


def contents(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (place / "sounds").iterdir()}


def test_only_what_a_person_accepted_is_written_and_only_when_they_say_so(
    place: Path, earmark: Command, document: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(place)
    shown = document("write", "--dry-run")
    assert [file["path"] for file in shown["files"]] == [str(place / "sounds" / "crow.wav")]
    changes = {(change["place"], change["key"]): change["after"] for change in shown["files"][0]["changes"]}
    assert changes["iXML", "USER/CATID"] == changes["iXML", "ASWG/catId"] == ["BIRDCrow"]
    assert changes["iXML", "USER/CATEGORY"] == ["BIRDS"]
    assert ("INFO", "IGNR") not in changes, "players show that as the genre of music"
    assert earmark("write") == 1
    assert "say --yes" in capsys.readouterr().err
    assert contents(place) == before


def test_other_readers_find_what_was_written_and_nothing_is_heard_again(
    place: Path, document: Callable[..., Any]
) -> None:
    path = place / "sounds" / "crow.wav"
    audio = content_id(path)
    assert document("write", "--yes")["written"] == 1
    assert content_id(path) == audio
    found = WavInfoReader(str(path))
    assert found.info is not None
    assert found.info.keywords == "BIRDS CROW"
    assert tinytag.TinyTag.get(path).genre is None, "no player calls it music of the genre BIRDS"
    report = document("index", str(place / "sounds"), "--no-moments", "--no-measuring")
    assert (report["embedded"], report["unchanged"]) == (0, 2)
    assert document("write", "--dry-run")["files"] == []


def test_a_writing_is_taken_back_to_the_last_byte(place: Path, document: Callable[..., Any]) -> None:
    before = contents(place)
    document("write", "--yes", "--new-time")
    assert contents(place) != before
    (place / "sounds" / f".0123{MARK}.wav").write_bytes(b"left by a process that was killed")
    assert document("write", "--undo", "--yes")["taken_back"] == 1
    assert contents(place) == before
    assert document("write", "--undo", "--yes")["taken_back"] == 0


def test_a_file_that_is_gone_keeps_no_run_before_it_from_being_taken_back(
    place: Path, document: Callable[..., Any]
) -> None:
    wave, flac = place / "sounds" / "crow.wav", place / "sounds" / "crow.flac"
    before = contents(place)
    for words in ([wave, "--fields", "keywords"], [flac, "--tags", "likely"], [wave, "--fields", "catid"]):
        assert document("write", *map(str, words), "--yes")["written"] == 1
    away = flac.rename(place / "away")
    assert document("write", "--undo", "--yes")["taken_back"] == 1, "the last one"
    assert document("write", "--undo", "--yes")["taken_back"] == 1, "the one before"
    assert wave.read_bytes() == before["crow.wav"]
    report = document("write", "--undo", "--yes", code=3)
    assert (report["files"], report["left_over"]) == ([], 1), "what is gone is not offered, and not forgotten"
    away.rename(flac)
    assert document("write", "--undo", "--yes")["taken_back"] == 1
    assert contents(place) == before
    assert document("write", "--undo", "--yes")["taken_back"] == 0


def test_what_was_refused_and_what_was_taken_back_is_counted_no_more(
    place: Path, document: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    wave, flac = place / "sounds" / "crow.wav", place / "sounds" / "crow.flac"

    def refused(plan: WritePlan, *others: Any, **more: Any) -> FileStamp:
        if plan.path == flac:
            raise NotWrittenError("Another program has this file open: close it there and try again.")
        return write_planned(plan, *others, **more)

    with monkeypatch.context() as patched:
        patched.setattr(tag_writing, "write_planned", refused)
        report = document("write", "--tags", "likely", "--yes", code=3)
    assert (report["written"], [left["path"] for left in report["left_alone"]]) == (1, [str(flac)])
    wave.write_bytes(wave.read_bytes().replace(b"BIRDS CROW", b"BIRDS ROOK"))
    flac.write_bytes(b"also changed since")
    report = document("write", "--undo", "--yes", code=3)
    assert (report["taken_back"], [left["path"] for left in report["left_alone"]]) == (0, [str(wave)])


def test_a_run_that_was_killed_before_it_wrote_is_nothing_to_take_back(
    place: Path, document: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: Any, **__: Any) -> FileStamp:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(tag_writing, "write_planned", killed)
        assert run(["--profile", str(place / "p"), "--in-process", "write", "--yes", "--json"], window) != 0
    journal = next((place / "p" / "written").glob("*.jsonl"))
    noted = journal.read_bytes()
    report = document("write", "--undo", "--yes")
    assert (report["files"], report["taken_back"], report["left_over"]) == ([], 0, 0)
    there = place / "sounds" / "crow.wav"
    there.rename(there.with_name("other.wav"))
    report = document("write", "--undo", "--yes")
    assert (report["taken_back"], report["left_alone"]) == (0, []), "nor under another name"
    assert document("write", "--undo", "--forget", "--yes")["forgotten"] == 0
    there.with_name("other.wav").rename(there)
    for lines in (noted, noted + json.dumps({"back": str(there)}).encode() + b"\n"):
        journal.write_bytes(lines)
        journal.with_suffix(".under-way").touch()
        (journal.parent / "stamps.jsonl").touch()
        assert document("write", "--undo", "--yes")["taken_back"] == 0
        assert not list(journal.parent.iterdir()), "what was killed with nothing done is over"


def test_nothing_is_taken_back_while_files_are_being_written(
    place: Path, document: Callable[..., Any], earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    document("write", "--yes")
    with Earmark(Profile.at(place / "p"), writable=True, in_process=True) as there:
        there.load_tags()
        planned = list(plan_sounds(there, there.library.sounds.ids().tolist(), Choice(lowest=0.5)))
        written = write_sounds(there, planned, Choice(lowest=0.5))
        next(written)
        with pytest.raises(RunRefusedError, match="being written"):
            last_run(there)
        written.close()
        run = last_run(there)
        assert run is not None
        assert run.number == 2


def test_sounds_without_tags_and_files_that_say_it_already_are_told_apart(
    place: Path, document: Callable[..., Any], earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*words: str) -> tuple[int, int, int]:
        report = document("write", "--dry-run", *words)
        return len(report["files"]), report["saying_it"], report["untagged"]

    assert told() == (1, 0, 1)
    document("write", "--yes")
    assert told() == (0, 1, 1)
    capsys.readouterr()
    earmark("write", "--dry-run")
    assert capsys.readouterr().out.splitlines() == [
        "no file would change",
        "1 file with all of that already",
        "1 sound without such tags",
    ]


def test_automatic_tags_are_written_when_they_are_asked_for(place: Path, document: Callable[..., Any]) -> None:
    files = document("write", str(place / "sounds" / "crow.flac"), "--tags", "likely", "--dry-run")["files"]
    assert [Path(file["path"]).name for file in files] == ["crow.flac"]
    assert any("BIRD" in text for change in files[0]["changes"] for text in change["after"])


def test_a_plan_of_several_files_begins_with_what_changes_in_how_many(
    place: Path, earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = place / "sounds" / "crow.flac"
    write_planned(plan_writing(path, {Field.CATID: ["BIRDCrow"]}), content_id)
    capsys.readouterr()
    assert earmark("write", "--tags", "likely", "--fields", "keywords,catid", "--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["keywords: 2 files", "catid: 1 file"]
    assert earmark("write", "--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[0] == str(place / "sounds" / "crow.wav"), "of one file it is plain"


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_written(
    place: Path, document: Callable[..., Any]
) -> None:
    (place / "sounds" / "crow.flac").write_bytes((place / "sounds" / "crow.wav").read_bytes()[:-50])
    report = document("write", "--tags", "likely", "--yes", code=3)
    assert report["written"] == 1
    assert [(Path(left["path"]).name, left["reason"][:20]) for left in report["left_alone"]] == [
        ("crow.flac", "The file is cut shor")
    ]


def test_a_command_that_could_write_none_of_its_files_says_so_also_to_a_script(
    place: Path, document: Callable[..., Any]
) -> None:
    os.link(place / "sounds" / "crow.wav", place / "second")
    for words, code in (("--dry-run", 0), ("--yes", 3)):
        report = document("write", words, code=code)
        assert "several names" in report["files"][0]["problem"]
        assert report["written"] == 0
    before = (place / "second").read_bytes()
    assert document("write", "--split-links", "--dry-run")["files"][0]["other_names"] == 1
    assert document("write", "--split-links", "--yes")["written"] == 1
    assert (place / "second").read_bytes() == before, "the other name leads to what it led to"
    assert document("write", "--undo", "--yes")["taken_back"] == 1
    assert (place / "sounds" / "crow.wav").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_is_written_once_whatever_leads_to_it_and_none_outside_the_library(
    place: Path, document: Callable[..., Any]
) -> None:
    sounds = place / "sounds"
    (sounds / "a link.wav").symlink_to(sounds / "crow.wav")
    outside = shutil.copy(sounds / "crow.wav", place / "outside.wav")
    (sounds / "away.wav").symlink_to(outside)
    document("index", str(sounds), "--no-moments", "--no-measuring")
    before = Path(outside).read_bytes()
    report = document("write", "--yes", code=3)
    assert (report["written"], report["again"]) == (1, 1)
    assert [(Path(left["path"]).name, left["reason"][:30]) for left in report["left_alone"]] == [
        ("away.wav", "This is a link to a file outsi")
    ]
    assert Path(outside).read_bytes() == before
    assert (sounds / "a link.wav").is_symlink()
    assert WavInfoReader(str(sounds / "crow.wav")).info.keywords == "BIRDS CROW"  # type: ignore[union-attr]
    assert document("index", str(sounds), "--no-moments", "--no-measuring")["embedded"] == 0


def test_nothing_is_written_while_another_process_has_the_library(
    place: Path, earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    holder = Holder.acquire(Profile.at(place / "p"))
    assert holder is not None
    try:
        assert earmark("write", "--yes") == 4
    finally:
        holder.close()
    assert "Another Earmark" in capsys.readouterr().err


def test_places_outside_the_library_are_named(
    tmp_path: Path, earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert earmark("write", str(tmp_path / "nowhere")) == 2
    (tmp_path / "other").mkdir()
    assert earmark("write", str(tmp_path / "other"), "--dry-run") == 1
    assert "no sound of the library there" in capsys.readouterr().err


def test_a_place_is_found_by_the_way_to_it(
    place: Path, document: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "here").mkdir()
    monkeypatch.chdir(place / "here")
    assert len(document("write", "../sounds", "--dry-run")["files"]) == 1


def test_files_are_taken_back_wherever_they_are_now(
    place: Path, document: Callable[..., Any], earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    sounds = place / "sounds"
    before = contents(place)
    document("write", "--tags", "likely", "--yes")
    moved = sounds / "kept" / "krähe.wav"
    moved.parent.mkdir()
    (sounds / "crow.wav").rename(moved)
    (sounds / "crow.flac").rename(sounds / "crow.wav")
    os.utime(shutil.copy(sounds / "crow.wav", sounds / "crow.flac"), ns=(1, 1))
    (sounds / "crow.wav").unlink()
    document("index", str(sounds), "--no-moments", "--no-measuring")
    shutil.copytree(moved.parent, sounds / "away")
    shutil.rmtree(moved.parent)
    assert document("write", "--undo", "--dry-run")["files"] == [str(sounds / "crow.flac"), str(sounds / "crow.wav")]
    report = document("write", "--undo", "--yes", code=3)
    assert report["taken_back"] == 1, "the copy that has another time, and says what was written"
    assert [(Path(left["path"]).name, left["reason"][:31]) for left in report["left_alone"]] == [
        ("crow.wav", "This file is no longer there, a")
    ], "the library has not seen yet where it is"
    document("index", str(sounds), "--no-moments", "--no-measuring")
    away = sounds / "away" / "krähe.wav"
    assert document("write", "--undo", "--dry-run")["now"] == {str(sounds / "crow.wav"): str(away)}
    assert earmark("write", "--undo", "--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [str(sounds / "crow.wav"), f"  now {away}"]
    assert document("write", "--undo", "--yes")["taken_back"] == 1
    assert (sounds / "away" / "krähe.wav").read_bytes() == before["crow.wav"]
    assert (sounds / "crow.flac").read_bytes() == before["crow.flac"]
    assert document("index", str(sounds), "--no-moments", "--no-measuring")["embedded"] == 0
    capsys.readouterr()
    assert earmark("write", "--undo", "--yes") == 0
    assert capsys.readouterr().out.splitlines() == ["nothing was written that could be taken back"]


def test_a_file_that_was_moved_by_hand_is_found_before_its_folder_is_looked_at_again(
    place: Path, document: Callable[..., Any]
) -> None:
    before = contents(place)["crow.wav"]
    document("write", "--yes")
    moved = (place / "sounds" / "crow.wav").rename(place / "sounds" / "other.wav")
    shutil.copyfile(place / "sounds" / "crow.flac", place / "sounds" / "crow.wav")
    assert document("write", "--undo", "--yes")["taken_back"] == 1, "another file has its name by now"
    assert moved.read_bytes() == before
    assert (place / "sounds" / "crow.wav").read_bytes() == (place / "sounds" / "crow.flac").read_bytes()


def test_of_two_files_that_could_be_meant_none_is_touched(place: Path, document: Callable[..., Any]) -> None:
    sounds = place / "sounds"
    document("write", "--yes")
    for name in ("one.wav", "two.wav"):
        shutil.copy(sounds / "crow.wav", sounds / name)
    (sounds / "crow.wav").unlink()
    document("index", str(sounds), "--no-moments", "--no-measuring")
    now = contents(place)
    report = document("write", "--undo", "--yes", code=3)
    assert "several could be it (one.wav, two.wav)" in report["left_alone"][0]["reason"]
    assert contents(place) == now


def test_what_a_copy_still_says_stays_ours_when_another_is_taken_back(
    place: Path, document: Callable[..., Any], earmark: Command
) -> None:
    sounds = place / "sounds"
    shutil.copy(sounds / "crow.wav", sounds / "copy.wav")
    assert earmark("index", str(sounds), "--no-moments", "--no-measuring") == 0
    assert document("write", str(sounds), "--yes")["written"] == 2
    audio = content_id(sounds / "crow.wav")
    write_planned(plan_writing(sounds / "copy.wav", {Field.KEYWORDS: ["bird"]}), content_id)
    assert document("write", "--undo", "--yes", code=3)["taken_back"] == 1
    with Earmark(Profile.at(place / "p"), writable=True, in_process=True) as opened:
        assert (Field.KEYWORDS, "birds crow") in opened.library.own_texts.of(audio)


def test_what_cannot_be_taken_back_is_forgotten_when_that_is_said(
    place: Path, document: Callable[..., Any], earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    wave, flac = place / "sounds" / "crow.wav", place / "sounds" / "crow.flac"
    document("write", str(flac), "--tags", "likely", "--yes")
    document("write", str(wave), "--yes")
    assert document("write", "--undo", "--forget", "--yes")["forgotten"] == 0, "all can be taken back"
    flac.unlink()
    assert document("write", "--undo", "--forget", "--dry-run")["files"] == [str(flac)]
    assert earmark("write", "--undo", "--forget") == 1
    said = capsys.readouterr().err
    assert "lost for good" in said
    assert "say --yes" in said
    assert document("write", "--undo", "--forget", "--yes")["forgotten"] == 1
    assert document("write", "--undo", "--yes")["taken_back"] == 1, "the other run is still known"
    assert not list((place / "p" / "written").iterdir())
    assert earmark("write", "--forget") == 2
    assert earmark("write", "--undo", str(wave)) == 2


def test_fields_and_their_places_can_be_chosen(
    place: Path, earmark: Command, document: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    settings = place / "p" / "settings.toml"
    settings.write_text(settings.read_text() + '\nwritten_fields = ["keywords = INFO/IKEY", "catid"]\n')

    def changes(*words: str) -> set[tuple[str, str]]:
        files = document("write", "--dry-run", *words)["files"]
        return {(change["place"], change["key"]) for file in files for change in file["changes"]}

    assert changes() == {("INFO", "IKEY"), ("iXML", "USER/CATID"), ("iXML", "ASWG/catId")}
    assert changes("--fields", "keywords") == {("INFO", "IKEY")}
    assert changes("--fields", "subcategory,keywords") == {
        ("INFO", "IKEY"),
        ("iXML", "USER/SUBCATEGORY"),
        ("iXML", "ASWG/subCategory"),
    }
    assert changes("--fields", "notes") == set(), "nobody noted anything"
    assert earmark("write", "--fields", "keywords,smell", "--dry-run") == 2
    assert "“smell” is not a field that is written: take some of keywords, " in capsys.readouterr().err


@pytest.fixture
def other(place: Path) -> Iterator[Earmark]:
    """Another Earmark that has the library open and takes jobs, as the window does."""
    holder = Holder.acquire(Profile.at(place / "p"))
    assert holder is not None
    with Earmark(Profile.at(place / "p"), writable=True, in_process=True) as other:
        other.load_tags()
        holder.serve(one_at_a_time(other))
        yield other
        holder.leave()
    holder.close()


def test_who_has_the_library_open_writes_for_the_command_and_takes_back(
    place: Path, other: Earmark, document: Callable[..., Any], earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(place)
    shown = document("write", "--dry-run")
    assert [Path(file["path"]).name for file in shown["files"]] == ["crow.wav"]
    assert contents(place) == before
    assert document("write", "--undo", "--yes")["taken_back"] == 0
    assert document("write", "--yes")["written"] == 1
    assert WavInfoReader(str(place / "sounds" / "crow.wav")).info.keywords == "BIRDS CROW"  # type: ignore[union-attr]
    sound = other.library.sounds.by_path(place / "sounds" / "crow.wav")
    assert sound is not None
    assert sound.stamp.size == (place / "sounds" / "crow.wav").stat().st_size, "it is not heard again"
    assert document("write", "--undo", "--yes")["taken_back"] == 1
    assert contents(place) == before
    document("write", "--yes")
    mark = place / "p" / "written" / "000001.under-way"
    mark.touch()
    assert earmark("write", "--undo", "--yes") == 1, "the window writes"
    assert "being written into files just now" in capsys.readouterr().err
    mark.unlink()
    (place / "sounds" / "crow.wav").unlink()
    assert document("write", "--undo", "--yes", code=3)["left_over"] == 1
    assert document("write", "--undo", "--forget", "--yes")["forgotten"] == 1
    assert document("write", "--undo", "--yes")["left_over"] == 0
    with pytest.raises(OtherRunError, match="another run"):
        take_back_for_other(other, {"dry_run": False, "begun": "another"})
    assert earmark("write", "--vocabulary", "mine", "--dry-run") == 4
    assert earmark("write", "--fields", "smell", "--dry-run") == 2
    assert "take some of keywords" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "said", "existing", "expected"),
    [
        ("crow", {Field.CATID: ["RAINMetl"]}, "add", {"RAIN", "METAL"}),
        ("crow", {Field.CATID: ["RAINMetl"]}, "keep", {"RAIN", "METAL"}),
        ("crow", {Field.CATID: ["RAINMetl"]}, "replace", {"BIRDCrow", "BIRDS", "CROW"}),
        ("crow", {Field.CATEGORY: ["RAIN"], Field.SUBCATEGORY: ["METAL"]}, "add", {"RAINMetl"}),
        ("crow", {Field.CATEGORY: ["Birds"]}, "add", {"BIRDCrow", "CROW"}),
        ("crow", {Field.CATID: ["MINEOwn"]}, "add", set()),
        ("BIRDCrow_Roof", {Field.CATID: ["RAINMetl"]}, "add", set()),
        ("RAINMetl_Roof", {}, "add", {"BIRDCrow", "BIRDS", "CROW"}),
        ("rain_03", {}, "add", {"BIRDCrow", "BIRDS", "CROW"}),
    ],
)
def test_a_file_is_of_one_category(
    place: Path,
    document: Callable[..., Any],
    name: str,
    said: dict[Field, list[str]],
    existing: str,
    expected: set[str],
) -> None:
    path = place / "sounds" / "crow.wav"
    write_planned(plan_writing(path, said), content_id)
    path = path.rename(path.with_stem(name))
    document("index", str(place / "sounds"), "--no-moments", "--no-measuring")
    files = document("write", str(path), "--fields", "category,subcategory,catid", "--existing", existing, "--dry-run")
    assert {text for file in files["files"] for change in file["changes"] for text in change["after"]} == expected


def test_a_category_that_is_kept_against_what_a_person_said_is_named(
    place: Path, document: Callable[..., Any], earmark: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = place / "sounds" / "crow.wav"
    write_planned(plan_writing(path, {Field.CATID: ["RAINMetl"]}), content_id)
    document("index", str(place / "sounds"), "--no-moments", "--no-measuring")
    [file] = document("write", str(path), "--yes")["files"]
    assert file["kept"] == "The file says RAINMetl, which is kept; you said BIRDCrow: have it replaced to change that."
    assert earmark("write", str(path), "--dry-run") == 0
    said = capsys.readouterr().out
    assert "1 file keeping another category than yours" in said
    assert "already" not in said


def test_a_category_is_the_one_of_the_cat_id_and_not_of_the_tag(place: Path, document: Callable[..., Any]) -> None:
    vocabulary = place / "p" / "vocabularies" / "mine.toml"
    vocabulary.write_text(MINE.replace('name = "BIRDS CROW"', 'name = "Krähe"').replace('group = "BIRDS"', ""))
    changes = document("write", "--fields", "category,subcategory", "--dry-run")["files"][0]["changes"]
    texts = {(change["place"], change["key"]): change["after"] for change in changes}
    assert texts["iXML", "USER/CATEGORY"] == ["BIRDS"]
    assert texts["iXML", "USER/SUBCATEGORY"] == ["CROW"]
