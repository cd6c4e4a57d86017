"""The command line as a person uses it: real sounds with the bundled embedder, and real processes.

One library is indexed once; tests that change a library work on a copy of its profile. What needs no process of its own
runs in this one, for a new Python takes longer to begin than most commands take.
"""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from desktop_app.cli import embedders, run
from desktop_app.engine.embedders.model_files import KNOWN, KnownCheckpoint, download
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.launch import window
from desktop_app.log import stop_logging
from desktop_app.other_processes.instance import Holder
from desktop_app.paths import Profile
from tests.fake_hub import REPOSITORY, serve_hub, write_checkpoint
from tests.sounds import noise, silence, text_file, write

RECORDINGS = Path(__file__).parents[1] / "data" / "recordings"
EVERYDAY = Path(__file__).parents[1] / "data" / "everyday"
DEADLINE = 60.0
NOT_TEXT = os.fsdecode(b"b\xfcrste.flac")
"""A file's name in an old encoding."""


@dataclass(frozen=True)
class Place:
    """A profile and the folder of its sounds."""

    profile: Path
    sounds: Path

    def start(self, *words: str | int | Path, **options: Any) -> subprocess.Popen[str]:
        """Begin a command in a process of its own."""
        command = [sys.executable, "-m", "desktop_app", "--profile", str(self.profile), *map(str, words)]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(
            command, text=True, cwd=Path(__file__).parents[2], start_new_session=True, **(pipes | options)
        )

    def process(self, *words: str | int | Path, code: int = 0) -> Any:
        """Run a command in a process of its own; the one document it prints."""
        with self.start(*words, "--json") as process:
            out, err = process.communicate(timeout=DEADLINE)
        assert process.returncode == code, err
        assert "Traceback" not in err
        return json.loads(out)

    def said(self, *words: str | int | Path, code: int = 0) -> tuple[str, str]:
        """Run a command in this process; its standard output, and its messages."""
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            try:
                found = run(["--profile", str(self.profile), "--in-process", *map(str, words)], window)
            finally:
                stop_logging()
        assert found == code, err.getvalue()
        return out.getvalue(), err.getvalue()

    def earmark(self, *words: str | int | Path, code: int = 0) -> str:
        """Run a command in this process; its standard output."""
        return self.said(*words, code=code)[0]

    def json(self, *words: str | int | Path, code: int = 0) -> Any:
        """Run a command in this process; the one document it prints."""
        return json.loads(self.earmark(*words, "--json", code=code))


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Five readable sounds, a silent one and a broken one, indexed; not to be changed."""
    folder = tmp_path_factory.mktemp("command line")
    place = Place(folder / "profile", folder / "sounds")
    (place.sounds / "animals").mkdir(parents=True)
    for name in ("loop_amen", "drum_cowbell", "vinyl_scratch"):
        shutil.copy(RECORDINGS / f"{name}.flac", place.sounds)
    shutil.copy(RECORDINGS / "misc_crow.flac", place.sounds / "animals")
    shutil.copy(RECORDINGS / "bd_808.flac", place.sounds / NOT_TEXT)
    silence(place.sounds)
    text_file(place.sounds, name="broken.wav")
    report = place.process("index", place.sounds, code=3)
    [broken] = report.pop("unreadable")
    nowhere = {"offline": 0, "offline_folders": [], "empty_folders": []}
    assert report == {"sounds": 7, "embedded": 5, "recognised": 0, "unchanged": 0, "silent": 1, **nowhere}
    assert broken["path"] == str(place.sounds / "broken.wav")
    assert broken["reason"].endswith(".")
    return place


@pytest.fixture
def place(indexed: Place, tmp_path: Path) -> Place:
    """A copy of the indexed library that may be changed."""
    copy = Place(tmp_path / "profile", tmp_path / "sounds")
    shutil.copytree(indexed.sounds, copy.sounds)
    shutil.copytree(indexed.profile, copy.profile)
    copy.earmark("folder", "locate", indexed.sounds, copy.sounds)
    return copy


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., tuple[int, str, str]]]:
    """Runs a command in this process, in a profile that is not there yet: exit code, output and messages."""

    def command(*words: str | Path) -> tuple[int, str, str]:
        code = run(["--profile", str(tmp_path / "new"), "--in-process", *map(str, words)], window)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield command
    stop_logging()


@contextmanager
def watching(place: Place, *folders: Path) -> Iterator[subprocess.Popen[str]]:
    """A running `earmark watch` that has caught up once."""
    with place.start("watch", *folders) as process:
        try:
            wait_for_line(process, "up to date")
            yield process
        finally:
            process.kill()


def wait_for_line(process: subprocess.Popen[str], line: str) -> None:
    """Read messages until this one comes."""
    assert process.stderr is not None
    said = []
    for message in process.stderr:
        said.append(message)
        if message.strip() == line:
            return
    raise AssertionError(f"it ended without saying “{line}”: {said}")


def wait_until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not happened():
        assert time.monotonic() < end, "this never happened"
        time.sleep(0.05)


def paths_of(document: Any, key: str) -> list[str]:
    return [entry["path"] for entry in document[key]]


def test_indexing_again_embeds_nothing(place: Place) -> None:
    report = place.process("index", "--jobs", 2, place.sounds, place.sounds / "animals", code=3)
    assert (report["sounds"], report["embedded"], report["unchanged"], report["silent"]) == (7, 0, 5, 1)


def test_without_a_folder_those_of_the_library_are_brought_up_to_date(place: Place, tmp_path: Path) -> None:
    shutil.copy(place.sounds / "drum_cowbell.flac", place.sounds / "bell.flac")
    report = place.json("index", code=3)
    assert (report["sounds"], report["recognised"], len(report["unreadable"])) == (8, 1, 1)
    assert "no folders yet: name one" in Place(tmp_path / "other", place.sounds).earmark("index")


def test_each_sound_is_counted_in_one_part_of_the_report(place: Place) -> None:
    shutil.copy(RECORDINGS / "drum_cowbell.flac", place.sounds / "copy.flac")
    shutil.copy(RECORDINGS / "ambi_choir.flac", place.sounds)
    out, _ = place.said("index", place.sounds, "--no-moments", "--no-measuring", code=3)
    assert out.strip() == (
        "9 sounds: 1 embedded, 1 recognised (copies, moved files), 5 unchanged, 1 silent or too short, 1 unreadable"
    )


def test_a_search_says_how_many_there_are(indexed: Place) -> None:
    found = indexed.json("search", "length:<100", "--limit", "2")
    assert (len(found["hits"]), found["total"]) == (2, 6)
    for order in ((), ("--sort", "length")):
        out, err = indexed.said("search", "length:<100", "--limit", "2", *order)
        assert len(out.splitlines()) == 2
        assert "2 of 6 shown" in err
    assert "shown" not in indexed.said("search", "length:<100", "--limit", "6")[1]


def test_search_finds_what_a_sound_is_like(indexed: Place) -> None:
    found = indexed.process("search", "a", "crow", "cawing", "-drum", "--limit", "2")
    assert found["query"] == "a crow cawing -drum"
    assert found["embedder"].startswith("starter")
    best = found["hits"][0]
    assert best["path"] == str(indexed.sounds / "animals" / "misc_crow.flac")
    assert best["score"] >= found["hits"][1]["score"]
    assert "Crow" in [tag["name"] for tag in best["tags"]]
    assert all(0 <= tag["score"] <= 1 and tag["source"] == "automatic" for tag in best["tags"])


def test_a_hit_says_when_in_a_long_sound_its_best_moment_is(tmp_path: Path) -> None:
    place = Place(tmp_path / "profile", tmp_path / "sounds")
    place.sounds.mkdir()
    caw, rate = soundfile.read(EVERYDAY / "crow.ogg", dtype="float32", always_2d=True)
    crow = noise(30.0, rate=rate, channels=caw.shape[1], level=0.002)
    crow[21 * rate : 21 * rate + len(caw)] += caw
    write(place.sounds / "crow.wav", crow, rate=rate)
    shutil.copy(RECORDINGS / "drum_cowbell.flac", place.sounds)

    place.process("index", "--no-moments", "--no-measuring", place.sounds)
    assert [hit["start_s"] for hit in place.json("search", "crow")["hits"]] == [None, None], "left for later"
    assert (place.json("status")["waiting"], place.json("status")["waiting_for_moments"]) == (0, 1)
    report = place.process("index", "--no-measuring", place.sounds)
    assert report["embedded"] == 0
    assert place.json("status")["waiting_for_moments"] == 0
    best, other = place.json("search", "crow cawing")["hits"]
    assert best["path"] == str(place.sounds / "crow.wav")
    assert best["end_s"] - best["start_s"] == pytest.approx(4.0)
    assert best["start_s"] < 23.0
    assert best["end_s"] > 21.0
    assert (other["start_s"], other["end_s"]) == (None, None)
    first, second = place.earmark("search", "crow cawing").splitlines()
    assert re.search(r"crow\.wav  at 0:(1[789]|2[0-2])", first)
    assert " at " not in second


def test_embeddings_are_exported_for_other_programs(indexed: Place, tmp_path: Path) -> None:
    target = tmp_path / "all.npz"
    told = indexed.process("export", "embeddings", "--to", target)
    with np.load(target, allow_pickle=False) as arrays:
        assert told == {
            "file": str(target),
            "embedder": str(arrays["embedder_id"]),
            "sounds": len(arrays["paths"]),
            "windows": len(arrays["windows"]),
        }
        assert {os.fsdecode(path) for path in arrays["paths"]} <= {str(path) for path in indexed.sounds.rglob("*")}
        assert len(arrays["embeddings"]) > 3
    indexed.earmark("export", "embeddings", "--to", target, code=1)
    indexed.earmark("export", "embeddings", "--to", target, "--replace")


def test_search_by_example_works_with_a_file_outside_the_library(indexed: Place) -> None:
    found = indexed.json("search", "--like", RECORDINGS / "bd_808.flac", "--limit", "1")
    [hit] = found["hits"]
    assert hit["path"] == str(indexed.sounds / NOT_TEXT)
    assert hit["score"] == pytest.approx(1.0, abs=0.01)


def test_an_example_and_words_are_weighed_against_each_other(indexed: Place) -> None:
    drum = ("search", "--like", RECORDINGS / "bd_808.flac", "a", "crow", "cawing", "--limit", "1")
    [by_words] = indexed.json(*drum, "--weight", "example=0")["hits"]
    [by_example] = indexed.json(*drum, "--weight", "words=0.1", "--weight", "example=2")["hits"]
    assert by_words["path"] == str(indexed.sounds / "animals" / "misc_crow.flac")
    assert by_example["path"] == str(indexed.sounds / NOT_TEXT)
    assert all(0 <= hit["score"] <= 1 for hit in (by_words, by_example))
    assert by_words["band"] == "strong"


def test_a_filter_that_cannot_be_read_is_wrong_usage(indexed: Place) -> None:
    assert indexed.earmark("search", "length:<abc", code=2) == ""
    assert indexed.earmark("search", "crow", "folder:", code=2) == ""


def test_sounds_are_found_by_what_was_measured(tmp_path: Path) -> None:
    place = Place(tmp_path / "profile", tmp_path / "sounds")
    place.sounds.mkdir()
    rate = 44_100
    time = np.arange(4 * rate) / rate
    tone = (0.2 * np.sin(2 * np.pi * 440.0 * time)).astype(np.float32)[:, None]
    write(place.sounds / "tone.wav", np.hstack([tone, tone]), rate=rate)
    shutil.copy(RECORDINGS / "loop_amen.flac", place.sounds)

    place.process("index", "--no-measuring", place.sounds)
    assert place.json("status")["waiting_for_measuring"] == 2
    out, err = place.said("search", "lufs:<0")
    assert out == ""
    assert "2 sounds have not been measured yet" in err

    assert place.process("index", place.sounds)["embedded"] == 0
    assert place.json("status")["waiting_for_measuring"] == 0
    [hit] = place.json("search", "warning:fake-stereo lufs:-18..-10")["hits"]
    assert Path(hit["path"]).name == "tone.wav"
    assert hit["lufs"] == pytest.approx(20 * np.log10(0.2), abs=1.0), "a sine in both channels"
    assert hit["true_peak_dbtp"] == pytest.approx(20 * np.log10(0.2), abs=0.1)
    assert len(place.json("search", "lufs:<0")["hits"]) == 2
    assert "LUFS" in place.earmark("search", "--measured", "warning:any")
    louder, quieter = (
        hit["lufs"] for hit in place.json("search", "drum loop", "--sort", "loudness", "--descending")["hits"]
    )
    assert louder > quieter
    [first] = place.json("search", "--sort", "loudness", "--limit", "1")["hits"]
    assert first["lufs"] == quieter
    assert place.earmark("search", "--sort", "colour", code=2) == ""
    assert place.earmark("search", "bpm:quick", code=2) == ""


def test_tag_listens_to_files_outside_the_library_without_adding_them(indexed: Place, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.copy(EVERYDAY / "rooster.ogg", outside)
    broken, quiet = text_file(outside), silence(outside)
    document = indexed.process("tag", outside, indexed.sounds / "loop_amen.flac", "--top", "2", code=3)
    assert document["vocabulary"] == "everyday, music"
    tags = {sound["path"]: [tag["name"] for tag in sound["tags"]] for sound in document["sounds"]}
    assert "Rooster" in tags.pop(str(outside / "rooster.ogg"))
    assert len(tags.pop(str(indexed.sounds / "loop_amen.flac"))) == 2
    assert tags == {str(quiet): []}
    assert str(broken) not in paths_of(document, "sounds")
    assert indexed.json("status")["sounds"] == 7


def test_status_and_listings_say_what_is_there(indexed: Place) -> None:
    status = indexed.process("status")
    [folder] = status.pop("folders")
    assert status.pop("embedder").startswith("starter")
    assert [status.pop(f"waiting{for_what}") for for_what in ("", "_for_measuring", "_for_moments")] == [0, 0, 0]
    assert status == {"sounds": 7, "unreadable": 1, "missing": 0, "offline": 0, "silent": 1, "vocabulary_problems": []}
    assert folder == {"path": str(indexed.sounds), "sounds": 7, "missing": 0, "online": True}
    assert "silent or too short to be heard: 1\n" in indexed.earmark("status")


def test_what_the_library_knows_to_be_silent_is_not_listened_to_again(
    indexed: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EmbeddingProcess, "hear", lambda *_: pytest.fail("it was listened to"))
    out, err = indexed.said("tag", indexed.sounds / "silence.wav")
    assert out.endswith("silence.wav: no tags\n")
    assert "silence.wav: " in err


def test_what_cannot_be_heard_is_found_and_measured_all_the_same(indexed: Place) -> None:
    [quiet] = indexed.json("search", "is:silent")["hits"]
    assert Path(quiet["path"]).name == "silence.wav"
    assert indexed.json("search", "warning:near-silent", "is:silent")["hits"] == [quiet]
    assert quiet["path"] in paths_of(indexed.json("search", "length:<100"), "hits")
    assert paths_of(indexed.json("search", "is:unreadable"), "hits") == [str(indexed.sounds / "broken.wav")]
    assert len(indexed.json("search", "-is:silent", "-is:unreadable")["hits"]) == 5


def test_a_reader_that_goes_away_is_no_error(indexed: Place) -> None:
    with indexed.start("tag") as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(timeout=DEADLINE)
    assert (process.returncode, err) == (0, "")


def test_an_empty_mount_point_is_offline_and_said_to_be_so(place: Place) -> None:
    place.sounds.rename(place.sounds.with_name("the drive"))
    place.sounds.mkdir()
    out, err = place.said("index", "--no-moments", "--no-measuring", place.sounds, code=3)
    assert out.startswith("7 sounds: 0 embedded, 0 recognised (copies, moved files), 0 unchanged")
    assert out.endswith("7 offline\n")
    assert f"offline: {place.sounds} cannot be reached, or nothing is left in it" in err
    status = place.json("status")
    assert (status["sounds"], status["offline"], status["missing"]) == (0, 7, 0)
    place.sounds.rmdir()
    place.sounds.with_name("the drive").rename(place.sounds)
    (place.sounds.parent / "new").mkdir()
    _, err = place.said("index", "--no-moments", "--no-measuring", place.sounds.parent / "new")
    assert f"There is no sound in {place.sounds.parent / 'new'}" in err
    assert place.json("status")["sounds"] == 7, "all folders are looked through"


def test_folders_are_left_out_taken_back_moved_and_removed(place: Place) -> None:
    assert place.process("folder", "exclude", "animals") == {"exclusions": ["animals"]}
    listed = place.json("folder", "list")
    assert listed["exclusions"] == ["animals"]
    assert (listed["folders"][0]["sounds"], listed["folders"][0]["missing"]) == (6, 1)
    assert place.json("folder", "include", "animals") == {"exclusions": []}
    moved = place.sounds.rename(place.sounds.with_name("moved"))
    assert place.json("folder", "locate", place.sounds, moved) == {"old": str(place.sounds), "new": str(moved)}
    assert place.json("status")["folders"] == [{"path": str(moved), "sounds": 7, "missing": 0, "online": True}]
    before = sorted(moved.rglob("*"))
    assert place.json("folder", "remove", moved) == {"removed": str(moved)}
    assert place.json("folder", "list") == {"folders": [], "exclusions": []}
    assert sorted(moved.rglob("*")) == before


def test_others_work_beside_watch_which_takes_their_jobs_and_sees_new_files(place: Place, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(RECORDINGS / "elec_bell.flac", other)
    with watching(place, place.sounds) as watch:
        report = place.process("index", other)
        assert (report["sounds"], report["embedded"]) == (1, 1)
        assert len(place.json("folder", "list")["folders"]) == 2
        assert "already using" in refusal(place, "watch", code=4)
        shutil.copy(RECORDINGS / "misc_burp.flac", other)
        wait_until(lambda: str(other / "misc_burp.flac") in paths_of(place.json("search", "name:burp"), "hits"))
        os.killpg(watch.pid, signal.SIGINT)  # as a terminal does
        assert watch.wait(DEADLINE) == 0


def test_watch_ends_in_peace_when_it_is_told_to(place: Place) -> None:
    with watching(place) as watch:
        watch.send_signal(signal.SIGTERM)
        _, err = watch.communicate(timeout=DEADLINE)
    assert watch.returncode == 0
    assert "Traceback" not in err
    assert not (place.profile / "writer.json").exists()


def test_files_are_changed_and_taken_back_with_their_sounds_read_in_a_child(place: Place) -> None:
    crow = place.sounds / "animals" / "misc_crow.flac"
    before = crow.read_bytes()
    assert place.process("write", crow, "--tags", "likely", "--yes")["written"] == 1
    assert crow.read_bytes() != before
    assert place.process("write", "--undo", "--yes")["taken_back"] == 1
    assert crow.read_bytes() == before
    [file] = place.process("rename", crow, "--ucs", "--yes")["files"]
    renamed = Path(file["new"])
    renamed.rename(crow.with_name("moved away"))
    renamed.write_bytes(before)  # as from a backup, to be known by its sound
    assert place.process("rename", "--undo", "--yes")["taken_back"] == 1
    assert crow.read_bytes() == before


def test_a_job_that_watch_took_ends_with_it_and_says_so(place: Place, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with watching(place) as watch:
        for number in range(500):
            (other / f"{number}.flac").write_bytes((RECORDINGS / "elec_bell.flac").read_bytes())
        with place.start("index", other) as process:
            wait_for_line(process, "the Earmark that has this library open does the job")
            watch.send_signal(signal.SIGTERM)
            out, err = process.communicate(timeout=DEADLINE)
        assert watch.wait(DEADLINE) == 0
    assert (process.returncode, out) == (1, "")
    assert err == "earmark: Earmark was closed before all was done. What was done is kept; try again to go on.\n"


def test_an_interrupted_index_says_so(place: Place) -> None:
    for number in range(200):
        shutil.copy(RECORDINGS / "elec_bell.flac", place.sounds / f"{number}.flac")
    with place.start("index", place.sounds) as process:
        wait_until((place.profile / "writer.json").exists)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        out, err = process.communicate(timeout=DEADLINE)
    assert (process.returncode, out) == (130, "")
    assert err == "earmark: interrupted; what was done so far is kept\n"


def test_a_killed_index_leaves_the_profile_free(place: Place) -> None:
    for number in range(200):
        shutil.copy(RECORDINGS / "elec_bell.flac", place.sounds / f"{number}.flac")
    with place.start("index", place.sounds) as process:
        wait_until((place.profile / "writer.json").exists)
        process.kill()
    holder = Holder.acquire(Profile.at(place.profile))
    assert holder is not None
    holder.close()
    assert place.json("status")["unreadable"] == 1


def test_a_holder_that_takes_no_jobs_is_waited_for_and_then_named(place: Place) -> None:
    holder = Holder.acquire(Profile.at(place.profile))
    assert holder is not None
    try:
        assert "does not take jobs" in refusal(place, "index", place.sounds, code=4)
        assert place.json("status")["sounds"] == 7
    finally:
        holder.close()


def test_a_second_window_hands_its_folders_to_the_first(place: Place) -> None:
    holder = Holder.acquire(Profile.at(place.profile))
    assert holder is not None
    asked: list[Any] = []
    holder.serve(lambda request: asked.append(request) or {"result": {}})
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    try:
        with place.start(place.sounds, env=offscreen) as process:
            out, err = process.communicate(timeout=DEADLINE)
    finally:
        holder.close()
    assert (process.returncode, out) == (0, "")
    assert err == "Earmark is already open; its window was brought to the front.\n"
    assert asked == [{"job": "open", "folders": [str(place.sounds)]}]


def refusal(place: Place, *words: str | Path, code: int) -> str:
    """Run a command that fails; the one line it says."""
    with place.start(*words) as process:
        out, err = process.communicate(timeout=DEADLINE)
    assert (process.returncode, out) == (code, "")
    assert err.startswith("earmark: ")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize("variables", [{}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "xcb"}])
def test_without_a_display_the_window_says_what_to_do(tmp_path: Path, variables: dict[str, str]) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    place = Place(tmp_path / "profile", tmp_path)
    with place.start(env=bare | variables) as process:
        out, err = process.communicate(timeout=DEADLINE)
    assert (process.returncode, out) == (5, "")
    assert err.startswith("earmark: There is no display here, so no window can be opened. Use “earmark index FOLDER”")
    assert not place.profile.exists()


def test_a_fault_of_ours_is_told_and_logged(tmp_path: Path) -> None:
    fault = """if True:
        import sys
        from desktop_app import __main__
        from desktop_app.cli import parser
        parser._command = lambda name: lambda arguments: 1 // 0
        sys.exit(__main__.main())
    """
    command = [sys.executable, "-c", fault, "--profile", str(tmp_path), "status"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE, check=False)
    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr
    assert ended.stderr.endswith("earmark: this is a fault in Earmark; its log says the same.\n")
    assert "ZeroDivisionError" in (tmp_path / "logs" / "earmark.log").read_text()


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["search", "rain"],
        ["search", "tag:dog"],
        ["tag"],
        ["folder", "list"],
        ["vocabulary", "list"],
        ["vocabulary", "show", "everyday"],
        ["embedder", "list"],
        ["embedder", "check", "starter"],
    ],
    ids=" ".join,
)
def test_looking_into_a_library_that_is_not_there_leaves_no_trace(
    here: Callable[..., tuple[int, str, str]], tmp_path: Path, words: list[str]
) -> None:
    code, out, _ = here(*words, "--json")
    assert code == 0
    assert isinstance(json.loads(out), dict)
    assert here(*words)[0] == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["index", "nowhere"], 2, "does not exist: name a folder"),
        (["index", "file"], 2, "is a file, not a folder"),
        (["watch", "nowhere"], 2, "does not exist: name a folder"),
        (["tag", "nowhere"], 2, "does not exist: name a sound or a folder"),
        (["search", "--like", "nowhere"], 2, "does not exist"),
        (["search", "--like", "."], 2, "is not a file"),
        (["nowhere"], 2, "neither a folder nor a command: name a folder"),
        (["sttus"], 2, "did you mean “earmark status”?"),
        (["file"], 2, "is a file: name the folder it lies in"),
        (["--profile", "file", "status"], 1, "file"),
        (["--profile", "file", "index", "."], 1, "Nothing can be kept in"),
        (["folder", "remove", "nowhere"], 2, "is not a folder of the library"),
        (["folder", "include", "*.mp3"], 2, "Left out are: no files"),
        (["folder", "exclude", "/"], 1, "must not be empty"),
        (["vocabulary", "show", "everydya"], 2, "did you mean"),
        (["vocabulary", "check", "nowhere.toml"], 2, "does not exist"),
        (["vocabulary", "import", "file"], 1, "file"),
        (["embedder", "use", "nothing"], 2, "There is no embedder called “nothing”"),
        (["embedder", "use", "clap-htsat-fused"], 1, "earmark embedder download clap-htsat-fused"),
        (["embedder", "check", "nothing"], 2, "There is no embedder called “nothing”"),
        (["embedder", "check", "clap-htsat-fused"], 1, "earmark embedder download clap-htsat-fused"),
        (["embedder", "add", "."], 1, "config.json"),
        (["embedder", "download", "nothing"], 1, "is not known here"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_done_gets_a_sentence(
    here: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    code: int,
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("nothing")
    found, out, err = here(*words)
    assert (found, out) == (code, "")
    assert err.startswith("earmark: ")
    assert err.count("\n") == 1
    assert sentence in err


def test_vocabularies_go_out_and_come_in(here: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    code, out, _ = here("vocabulary", "export", "music", "--to", tmp_path, "--json")
    assert (code, json.loads(out)) == (0, {"vocabulary": "music", "file": str(tmp_path / "music.toml")})
    assert "replace it" in here("vocabulary", "export", "music", "--to", tmp_path)[2]
    assert here("vocabulary", "export", "music", "--to", tmp_path, "--replace")[0] == 0
    own = tmp_path / "own.toml"
    own.write_text('format = 1\nname = "Mine"\n[[tags]]\nname = "Kettle"\nprompts = ["a kettle boiling"]\n')
    assert here("vocabulary", "check", own)[:2] == (0, f"{own} is right: “Mine” with 1 tag\n")
    code, out, err = here("vocabulary", "import", own, "--json")
    assert (code, json.loads(out)) == (0, {"vocabulary": "mine", "tags": 1}), err
    listed = {entry["id"]: entry for entry in json.loads(here("vocabulary", "list", "--json")[1])["vocabularies"]}
    assert listed["mine"]["active"]
    assert not listed["mine"]["shipped"]
    assert listed["ucs"]["active"] is False
    code, _, err = here("vocabulary", "import", own)
    assert (code, "--replace" in err) == (1, True)
    assert here("vocabulary", "import", own, "--replace")[0] == 0
    assert here("vocabulary", "check", own)[2] == ""
    bare = tmp_path / "bare.toml"
    bare.write_text('name = "Bare"\n')
    code, out, err = here("vocabulary", "check", bare)
    assert code == 0
    assert "has no tags" in out
    assert "is right" not in out
    assert ["format = 1" in line for line in err.splitlines()] == [True]
    foreign = tmp_path / "foreign.toml"
    foreign.write_text('format = 1\nname = "Wetter"\n[[tags]]\nname = "Regen"\nprompts = ["Regen auf Blech"]\n')
    code, out, err = here("vocabulary", "check", foreign)
    assert (code, "is right" in out, "“Regen auf Blech” of “Regen”" in err) == (0, True, True)
    own.write_text(own.read_text().replace("prompts = [", "prompts = "))
    code, _, err = here("vocabulary", "check", own)
    assert code == 1
    assert "line 5" in err


MARKS = {"ok": "ok", "note": "-", "warning": "WARN", "failed": "FAIL"}


def test_embedders_are_downloaded_added_and_used(
    here: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"clap-test": KnownCheckpoint("clap-test", REPOSITORY, None, "A test", "", "Apache-2.0", 1_000_000)}
    with serve_hub() as hub:
        fetch = partial(embedders.embedder_download, fetch=partial(download, base_url=hub.url, known=known))
        monkeypatch.setattr(embedders, "embedder_download", fetch)
        code, out, err = here("embedder", "download", "clap-test", "--json")
    folder = tmp_path / "new" / "embedders" / "clap-test"
    assert (code, json.loads(out)) == (0, {"name": "clap-test", "folder": str(folder)}), err
    assert (folder / "model.safetensors").is_file()
    checkpoint = write_checkpoint(tmp_path / "mine")
    assert here("embedder", "add", checkpoint, "--name", "starter")[0] == 1
    assert here("embedder", "add", checkpoint, "--name", next(iter(KNOWN)))[0] == 1
    assert here("embedder", "add", checkpoint, "--name", "mine:fast")[0] == 1
    code, out, err = here("embedder", "add", checkpoint, "--json")
    assert (code, json.loads(out)) == (0, {"name": "mine", "folder": str(checkpoint)}), err
    listed = {entry["name"]: entry for entry in json.loads(here("embedder", "list", "--json")[1])["embedders"]}
    assert listed["mine"]["installed"]
    assert listed["starter"]["in_use"]
    code, out, err = here("embedder", "check", "mine", "--json")
    findings = json.loads(out)["findings"]
    assert (code, err) == (1, "")
    assert [findings[0]["mark"], findings[0]["good"], findings[-1]["mark"]] == ["failed", False, "note"]
    code, out, err = here("embedder", "check", "mine")
    assert (code, err) == (1, "")
    assert [line.split()[:2] for line in out.splitlines()] == [
        [MARKS[f["mark"]], *f["subject"].split()[:1]] for f in findings
    ]


def test_an_embedder_that_is_gone_can_be_left_for_another(
    here: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    checkpoint = write_checkpoint(tmp_path / "mine")
    assert here("embedder", "add", checkpoint)[0] == 0
    code, out, err = here("embedder", "use", "mine", "--json")
    assert code == 0, err
    assert json.loads(out)["embedder"].startswith("clap/")
    assert json.loads(here("status", "--json")[1])["embedder"].startswith("clap/")
    shutil.rmtree(checkpoint)
    code, _, err = here("status")
    assert code == 1
    assert err.endswith("choose another one with: earmark embedder use starter\n")
    assert here("embedder", "use", "starter")[0] == 0
    assert json.loads(here("status", "--json")[1])["embedder"].startswith("starter")


def test_a_download_that_fails_leaves_no_folder(
    here: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"clap-test": KnownCheckpoint("clap-test", "nobody/nothing", None, "A test", "", "Apache-2.0", 1_000_000)}
    with serve_hub() as hub:
        fetch = partial(embedders.embedder_download, fetch=partial(download, base_url=hub.url, known=known))
        monkeypatch.setattr(embedders, "embedder_download", fetch)
        code, _, err = here("embedder", "download", "clap-test")
    assert code == 1
    assert err.startswith("earmark: ")
    assert not (tmp_path / "new" / "embedders").exists()


def test_an_interrupted_download_is_no_error_and_goes_on_later(
    here: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"clap-test": KnownCheckpoint("clap-test", REPOSITORY, None, "A test", "", "Apache-2.0", 1_000_000)}

    def interrupted(name: str, folder: Path, *, progress: Any, cancelled: Callable[[], bool]) -> Path:
        os.kill(os.getpid(), signal.SIGINT)
        return download(name, folder, progress=progress, cancelled=cancelled, base_url=hub.url, known=known)

    with serve_hub() as hub:
        fetch = partial(embedders.embedder_download, fetch=interrupted)
        monkeypatch.setattr(embedders, "embedder_download", fetch)
        before = signal.getsignal(signal.SIGINT)
        code, out, err = here("embedder", "download", "clap-test")
    assert (code, out, err) == (130, "", "stopped; the next download goes on from here\n")
    assert signal.getsignal(signal.SIGINT) is before
