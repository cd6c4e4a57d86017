"""`earmark export tags`, `export collection` and `import`: what people said leaves and comes back, and nobody's word is
overwritten unasked.
"""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.app import Earmark
from desktop_app.cli import run
from desktop_app.core.marks import Marks
from desktop_app.core.said import SaidOfSound
from desktop_app.core.verdict import Judgement
from desktop_app.exchange.exchanging import said_of_sounds
from desktop_app.launch import window
from desktop_app.log import stop_logging
from desktop_app.paths import Profile
from tests.sounds import noise, write

Document = Callable[..., Any]


@pytest.fixture(scope="module")
def _indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sounds in a library of which a person said much."""
    folder = tmp_path_factory.mktemp("exchange")
    (folder / "sounds").mkdir()
    for number, name in enumerate(("rain", "wind", "door")):
        write(folder / "sounds" / f"{name}.wav", noise(0.3, seed=number))
    here = ["--profile", str(folder / "p"), "--in-process"]
    assert run([*here, "index", str(folder / "sounds"), "--no-moments", "--no-measuring"], window) == 0
    with Earmark(Profile.at(folder / "p"), writable=True, in_process=True) as earmark:
        rain, wind = (earmark.library.sounds.by_path(folder / "sounds" / f"{name}.wav") for name in ("rain", "wind"))
        assert rain is not None
        assert wind is not None
        assert rain.content_id is not None
        assert wind.content_id is not None
        earmark.tagger.judge([rain.sound_id], ("everyday", "rain"), Judgement.ACCEPTED)
        earmark.tagger.judge([rain.sound_id, wind.sound_id], ("everyday", "dog-barking"), Judgement.REJECTED)
        earmark.library.marks.set({rain.content_id: Marks(4, favourite=True, note="=1+1\nnächste Zeile")})
        earmark.library.collections.create("Szene; 3", [wind.content_id, rain.content_id])
    stop_logging()
    return folder


@pytest.fixture
def place(_indexed: Path, tmp_path: Path) -> Path:
    shutil.copytree(_indexed / "p", tmp_path / "full" / "p")
    return _indexed


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Document:
    def ask(profile: Path, *words: str | Path, code: int = 0) -> Any:
        capsys.readouterr()
        found = run(["--profile", str(profile), "--in-process", *map(str, words), "--json"], window)
        stop_logging()
        said = capsys.readouterr()
        assert found == code, said.err
        return json.loads(said.out) if said.out else said.err

    return ask


def said_in(profile: Path) -> list[SaidOfSound]:
    with Earmark(Profile.at(profile), writable=False) as earmark:
        return list(said_of_sounds(earmark.library, earmark.library.sounds.ids().tolist()))


def emptied(place: Path, profile: Path) -> Path:
    """A library of the same sounds in which nobody said anything."""
    shutil.copytree(place / "p", profile)
    with Earmark(Profile.at(profile), writable=True, in_process=True) as earmark:
        for verdict in earmark.library.verdicts.all():
            earmark.library.verdicts.say(verdict.vocabulary_id, verdict.tag_id, {None: [verdict.content_id]})
        earmark.library.marks.set(dict.fromkeys(earmark.library.marks.all(), Marks()))
        for collection in earmark.library.collections.all():
            earmark.library.collections.delete(collection.collection_id)
    assert said_in(profile) == []
    return profile


@pytest.mark.parametrize("suffix", [".json", ".csv", ".txt"])
def test_all_that_was_said_comes_back(place: Path, tmp_path: Path, ask: Document, suffix: str) -> None:
    file = tmp_path / f"said{suffix}"
    assert ask(place / "p", "export", "tags", "--to", file)["sounds"] == 2
    empty = emptied(place, tmp_path / "empty")
    would = ask(empty, "import", file, "--dry-run")
    assert said_in(empty) == []
    sounds = would.pop("sounds")
    assert [len(one["tags"]) + len(one["collections"]) for one in sounds] == [3, 2], "each sound with what it gets"
    done = ask(empty, "import", file)
    assert done == would
    assert (done["tags"], done["marks"], done["collected"], done["conflicts"]) == (3, 1, 2, [])
    assert said_in(empty) == said_in(place / "p")
    again = ask(empty, "import", file)
    assert (again["tags"], again["marks"], again["collected"]) == (0, 0, 0)


def test_what_was_said_here_is_kept_unless_the_file_is_to_be_believed(
    place: Path, tmp_path: Path, ask: Document
) -> None:
    file = tmp_path / "said.json"
    ask(place / "p", "export", "tags", "--to", file)
    text = file.read_text().replace('"accepted"', '"rejected"').replace('"rating": 4', '"rating": 1')
    file.write_text(text)
    profile = tmp_path / "full" / "p"
    before = said_in(profile)
    found = ask(profile, "import", file)
    assert {conflict["what"] for conflict in found["conflicts"]} == {"tag everyday/rain", "rating"}
    assert said_in(profile) == before
    ask(profile, "import", file, "--replace")
    [rain] = [said for said in said_in(profile) if said.path.endswith("rain.wav")]
    assert rain.marks.rating == 1
    assert {judged.judgement for judged in rain.judged} == {Judgement.REJECTED}


def test_sounds_are_found_by_what_they_are_and_by_their_names(place: Path, tmp_path: Path, ask: Document) -> None:
    file = tmp_path / "said.json"
    ask(place / "p", "export", "tags", "--to", file)
    document = json.loads(file.read_text())
    for sound in document["sounds"]:
        sound["path"] = "E:\\Library\\" + Path(sound["path"]).name.replace("wind", "Böe")
    document["sounds"][0]["content_id"] = ""
    document["sounds"].append({"path": "/nowhere.wav", "tags": []})
    other = {"path": "/elsewhere/rain.wav", "content_id": "f" * 32, "tags": [], "note": "of another sound"}
    document["sounds"].append(other)
    file.write_text(json.dumps(document))
    found = ask(emptied(place, tmp_path / "empty"), "import", file)
    assert found["matched"] == {"path": 0, "content": 1, "file name": 1}
    assert found["unknown"] == ["/nowhere.wav"]
    assert found["other_audio"] == [{"path": "/elsewhere/rain.wav", "here": str(place / "sounds" / "rain.wav")}]
    assert said_in(tmp_path / "empty") == said_in(place / "p")


def test_decisions_on_tags_that_no_vocabulary_has_are_named_and_kept(
    place: Path, tmp_path: Path, ask: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    file, empty = tmp_path / "said.csv", emptied(place, tmp_path / "empty")
    tags = "nope/nada; everyday/rain; everyday/gone"
    file.write_text(f"path,accepted\n{place / 'sounds' / 'rain.wav'},{tags}\n")
    found = ask(empty, "import", file, "--dry-run")
    assert (found["tags"], found["unknown_tags"]) == (3, {"nope/nada": 1, "everyday/gone": 1})
    for more in (["--dry-run"], []):
        assert run(["--profile", str(empty), "--in-process", "import", str(file), *more], window) == 0
        stop_logging()
        said = capsys.readouterr()
        gets = f"{place / 'sounds' / 'rain.wav'}: nope/nada (accepted), Rain (accepted), everyday/gone (accepted)"
        assert (gets in said.out.splitlines()) == bool(more)
    assert "2 tag decisions of the file are about what no vocabulary here has as a tag" in said.err
    assert "nope/nada, everyday/gone" in said.err
    assert "added 3 tag decisions" in said.out
    assert {judged.key for one in said_in(empty) for judged in one.judged} >= {"nope/nada", "everyday/gone"}


def test_a_sound_that_is_there_and_was_not_heard_is_not_said_to_be_missing(
    place: Path, tmp_path: Path, ask: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    sounds, profile = tmp_path / "sounds", tmp_path / "p"
    sounds.mkdir()
    write(sounds / "silent.wav", noise(0.3, level=0))
    (sounds / "empty.wav").write_bytes(b"")
    (sounds / "broken.wav").write_bytes(b"RIFF....WAVEnothing")
    index = ["--profile", str(profile), "--in-process", "index", str(sounds), "--no-moments", "--no-measuring"]
    assert run(index, window) == 3
    file = tmp_path / "said.csv"
    rows = [f"{sounds / name}.wav,3\n" for name in ("silent", "broken", "empty", "nowhere")]
    file.write_text(f"path,rating\n{''.join(rows)}")
    found = ask(profile, "import", file)
    assert found["unknown"] == [str(sounds / "nowhere.wav")]
    assert {Path(path).stem for path in found["unheard"]} == {"broken", "empty"}
    assert found["marks"] == 1, "of what is known to be silent something can be said"
    assert all(why.endswith(".") for why in found["unheard"].values())
    assert run(["--profile", str(profile), "--in-process", "import", str(file)], window) == 0
    stop_logging()
    said = capsys.readouterr().err
    assert f"in the library, but not heard: {sounds / 'empty.wav'}: " in said
    assert said.count("not in the library: ") == 1


@pytest.mark.parametrize("form", [".csv", ".json"])
def test_what_cannot_be_understood_is_named_and_the_rest_is_imported(
    place: Path, tmp_path: Path, ask: Document, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    file, empty = tmp_path / f"said{form}", emptied(place, tmp_path / "empty")
    rain, wind = (place / "sounds" / f"{name}.wav" for name in ("rain", "wind"))
    if form == ".csv":
        file.write_text(f"path,rating\n{rain},3\n{wind},x\n{wind},7\n")
        expected = [f"line 3 ({wind}): the rating “x” is no", f"line 4 ({wind}): the rating “7” is no"]
    else:
        sounds = [{"path": str(rain), "rating": 3}, {"path": str(wind), "rating": "x"}, 7]
        file.write_text(json.dumps({"earmark": 1, "sounds": sounds}))
        expected = [f"entry 2 ({wind}): “rating” should be a whole number", "entry 3: 7 is no sound"]
    found = ask(empty, "import", file, "--dry-run", code=3)
    assert [len(found["left_out"]), found["marks"]] == [2, 1]
    assert run(["--profile", str(empty), "--in-process", "import", str(file)], window) == 3
    stop_logging()
    said = capsys.readouterr()
    for sentence in expected:
        assert f"left out: {file}, {sentence}" in said.err
    assert "added 1 rating or note" in said.out
    assert [one.marks.rating for one in said_in(empty)] == [3]


def test_several_files_and_folders_of_sidecars_are_one_import(place: Path, tmp_path: Path, ask: Document) -> None:
    empty, folder = emptied(place, tmp_path / "empty"), tmp_path / "notes" / "deep"
    folder.mkdir(parents=True)
    sidecar = {"earmark": 1, "sounds": [{"path": "/elsewhere/rain.wav", "rating": 4}]}
    (folder / "rain.wav.json").write_text(json.dumps(sidecar))
    (folder / "list.json").write_text("{}")
    (folder / "other.wav.json").write_text('{"bpm": 120}')
    table = tmp_path / "said.csv"
    table.write_text(f"path,rating\n{place / 'sounds' / 'wind.wav'},2\n{place / 'sounds' / 'rain.wav'},1\n")
    found = ask(empty, "import", tmp_path / "notes", table, code=3)
    assert (found["matched"], found["marks"]) == ({"path": 2, "content": 0, "file name": 1}, 2)
    assert [Path(one["file"]).name for one in found["refused"]] == ["other.wav.json"]
    assert [(one["here"], one["there"]) for one in found["conflicts"]] == [("4", "1")], "of two lists the first counts"
    assert {Path(one.path).stem: one.marks.rating for one in said_in(empty)} == {"rain": 4, "wind": 2}
    (bare := tmp_path / "bare").mkdir()
    assert "There is no sidecar (as name.wav.json)" in ask(empty, "import", bare, code=2)
    assert "There is no sidecar" in ask(empty, "import", bare, table, code=3)["refused"][0]["reason"]


def test_a_list_without_sounds_says_so_and_an_empty_file_is_refused(
    place: Path, tmp_path: Path, ask: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "said.json"
    file.write_text('{"earmark": 1, "sounds": []}')
    assert run(["--profile", str(place / "p"), "--in-process", "import", str(file)], window) == 0
    stop_logging()
    assert capsys.readouterr().out == "no sound is listed there\n"
    for name in ("said.json", "said.csv", "said.txt", "said.m3u8"):
        (tmp_path / name).write_text("")
        assert f"{name}: There is nothing in this file." in ask(place / "p", "import", tmp_path / name, code=2)


def test_keywords_of_other_programs_are_tags_where_a_vocabulary_has_them(
    place: Path, tmp_path: Path, ask: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    file, empty = tmp_path / "from Soundminer.txt", emptied(place, tmp_path / "empty")
    rows = [
        ("Filename", "FilePath", "Description", "Keywords", "Designer", "Rating"),
        ("rain.wav", "E:\\new\\rain.wav", "On a tin roof", "Rain, tin roof, bark", "Me", "***"),
        ("wind.wav", "E:\\new\\wind.wav", "", "wind whoosh", "", "80"),
    ]
    file.write_text("\r\n".join("\t".join(row) for row in rows), encoding="utf-16")
    found = ask(empty, "import", file, "--dry-run")
    assert found["matched"]["file name"] == 2
    assert (found["words_left"], found["unread_columns"]) == ({"tin roof": 1, "whoosh": 1}, ["Designer", "Rating"])
    assert run(["--profile", str(empty), "--in-process", "import", str(file)], window) == 0
    stop_logging()
    said = capsys.readouterr().err
    assert "columns that mean nothing here, and were not read: Designer, Rating" in said
    assert "2 keywords that no active vocabulary has as a tag, left out: tin roof, whoosh" in said
    rain, wind = said_in(empty)
    assert (rain.marks, wind.marks) == (Marks(3, note="On a tin roof"), Marks())
    assert {one.key for one in rain.judged} == {"everyday/rain", "everyday/dog"}
    assert {one.judgement for one in (*rain.judged, *wind.judged)} == {Judgement.ACCEPTED}
    assert [one.key for one in wind.judged] == ["everyday/wind"]
    taken_over = file.with_suffix(".csv")
    assert ask(empty, "export", "tags", "--to", taken_over)["sounds"] == 2
    assert ask(empty, "import", file)["tags"] == 0


def test_a_table_of_windows_letters_is_understood(place: Path, tmp_path: Path, ask: Document) -> None:
    file, empty = tmp_path / "said.csv", emptied(place, tmp_path / "empty")
    file.write_bytes('path;note;collections\r\nC:\\Töne\\rain.wav;Größe – 4 €;"[""Böen""]"\r\n'.encode("cp1252"))
    assert ask(empty, "import", file)["matched"]["file name"] == 1
    (rain,) = said_in(empty)
    assert (rain.marks.note, rain.collections) == ("Größe – 4 €", ("Böen",))


def test_who_exports_where_nothing_was_said_learns_what_is_exported(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = emptied(place, tmp_path / "empty")
    here = ["--profile", str(empty), "--in-process"]
    assert run([*here, "export", "tags", "--to", str(tmp_path / "said.csv")], window) == 0
    stop_logging()
    said = capsys.readouterr()
    assert "wrote 0 sounds" in said.out
    assert "only what a person said is written, and no automatic tags" in said.err


def test_a_collection_becomes_a_playlist_and_a_playlist_a_collection(
    place: Path, tmp_path: Path, ask: Document
) -> None:
    file = place / "sounds" / "Mine.m3u8"
    assert ask(place / "p", "export", "collection", "szene; 3", "--to", file)["sounds"] == 2
    assert file.read_text(encoding="utf-8") == "#EXTM3U\nrain.wav\nwind.wav\n"
    empty = emptied(place, tmp_path / "empty")
    assert ask(empty, "import", file)["collected"] == 2
    file.unlink()
    assert {said.collections for said in said_in(empty)} == {("Mine",)}


@pytest.mark.skipif(os.name == "nt", reason="no name has a line break there")
def test_a_sound_that_no_playlist_can_name_is_told_and_not_counted(place: Path, tmp_path: Path, ask: Document) -> None:
    torn, profile = place / "sounds" / "rain\nagain.wav", tmp_path / "full" / "p"
    shutil.copy(place / "sounds" / "rain.wav", torn)
    try:
        index = ["index", str(place / "sounds"), "--no-moments", "--no-measuring"]
        assert run(["--profile", str(profile), "--in-process", *index], window) == 0
        written = ask(profile, "export", "collection", "szene; 3", "--to", tmp_path / "Mine.m3u8", code=3)
    finally:
        torn.unlink()
    assert (written["sounds"], [one["path"] for one in written["left_out"]]) == (2, [str(torn)])


def test_a_collection_is_one_however_its_name_is_written(place: Path, tmp_path: Path, ask: Document) -> None:
    file = tmp_path / "said.json"
    names = [" Straße ", "STRASSE", "straße"]
    sounds = [
        {"path": str(place / "sounds" / f"{sound}.wav"), "tags": [], "collections": names} for sound in ("rain", "wind")
    ]
    file.write_text(json.dumps({"earmark": 1, "sounds": sounds}))
    empty = emptied(place, tmp_path / "empty")
    ask(empty, "import", file)
    assert [said.collections for said in said_in(empty)] == [("Straße",)] * 2
    assert ask(empty, "import", file)["collected"] == 0


def test_what_is_there_is_not_overwritten_and_other_files_are_refused(
    place: Path, tmp_path: Path, ask: Document
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("my own")
    assert "--replace" in ask(place / "p", "export", "tags", "--to", file, code=1)
    assert file.read_text() == "my own"
    assert "path" in ask(place / "p", "import", file, code=2)
    assert ".json, .csv, .txt" in ask(place / "p", "export", "tags", "--to", tmp_path / "said.xls", code=2)
    (tmp_path / "said.xls").write_text("x")
    assert "none of .json" in ask(place / "p", "import", tmp_path / "said.xls", code=2)
    assert "no collection" in ask(place / "p", "export", "collection", "x", "--to", tmp_path / "x.m3u", code=2)
