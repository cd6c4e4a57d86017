"""Events of real recordings at known times, from the bundled embedder through the command line to files for others."""

import csv
import io
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.cli import run
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.engine.decoding.audio import decode
from desktop_app.launch import window
from desktop_app.log import stop_logging
from desktop_app.paths import resources
from tests.composed_sounds import EVERYDAY, Composed, compose, everyday_recordings
from tests.sounds import silence, text_file

RATE = 32_000
LEAST_F1 = 0.5
"""Of segments of a second over eight recordings in one sound (reached: 0.61)."""
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Composed]:
    """A file of eight recordings over soft noise."""
    sound = next(compose(everyday_recordings(RATE)[1::2], RATE, seed=0, noisy=True))
    path = tmp_path_factory.mktemp("composed") / "composed.wav"
    soundfile.write(path, sound.samples, RATE)
    return path, sound


@pytest.fixture(scope="module")
def farm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rooster from 3 s on, a stream from 9 to 13 s, silence around."""
    frames = np.zeros(16 * RATE, dtype=np.float32)
    for name, start in (("rooster", 3), ("stream", 9)):
        samples = decode(EVERYDAY / f"{name}.ogg", sample_rate=RATE).samples
        frames[start * RATE : start * RATE + len(samples)] = samples
    path = tmp_path_factory.mktemp("farm") / "farm.wav"
    soundfile.write(path, frames, RATE)
    return path


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def earmark(profile: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """Runs a command in this process: exit code, output and messages."""

    def command(*words: str | Path) -> tuple[int, str, str]:
        code = run(["--profile", str(profile), "--in-process", *map(str, words)], window)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield command
    stop_logging()


def test_recordings_are_found_when_they_sound(earmark: Command, composed: tuple[Path, Composed]) -> None:
    path, sound = composed
    code, out, err = earmark("tag", path, "--events", "--json", "--vocabulary", "everyday")
    assert code == 0, err
    [document] = json.loads(out)["sounds"]
    assert document["path"] == str(path)
    known = parse_vocabulary((resources() / "vocabularies" / "everyday.toml").read_text("utf-8"), source="everyday")
    id_of = {tag.name: tag.tag_id for tag in known.tags}
    found = {
        (id_of[event["tag"]], second)
        for event in document["events"]
        for second in range(math.floor(event["onset_s"]), math.ceil(event["offset_s"]))
    }
    wanted, allowed = set(), set()
    for placed in sound.placed:
        seconds = range(math.floor(placed.start), math.ceil(placed.end))
        wanted |= {(name, second) for name in placed.recording.labels for second in seconds}
        allowed |= {(name, second) for name in placed.recording.also for second in seconds}
    right = len(found & wanted)
    f1 = 2 * right / (2 * right + len(found - wanted - allowed) + len(wanted - found))
    assert f1 >= LEAST_F1, f"{f1:.3f}"


def test_lines_say_when_what_is_heard_how_surely(earmark: Command, farm: Path) -> None:
    code, out, _ = earmark("tag", farm, "--events", "--top", "3")
    assert code == 0
    rows = [line.removeprefix(f"{farm}:").split(maxsplit=2) for line in out.splitlines()]
    assert {words.rpartition(" ")[0] for _, _, words in rows} == {"Rooster", "Chicken", "Stream"}
    rows = [row for row in rows if not row[2].startswith("Chicken")]
    assert (float(rows[0][0]), float(rows[0][1])) == pytest.approx((3.0, 4.85), abs=1.3)
    assert (float(rows[1][0]), float(rows[1][1])) == pytest.approx((9.0, 13.0), abs=1.3)
    assert all(0.5 < float(words.rpartition(" ")[2]) <= 1 for _, _, words in rows)


def test_a_file_in_the_library_says_the_same(earmark: Command, farm: Path) -> None:
    before = json.loads(earmark("tag", farm, "--events", "--json")[1])
    assert earmark("index", "--no-measuring", farm.parent)[0] == 0
    after = json.loads(earmark("tag", farm.parent, "--events", "--json")[1])
    assert after == before


def test_other_programs_read_what_is_written_and_nothing_is_overwritten(
    earmark: Command, farm: Path, tmp_path: Path
) -> None:
    events = json.loads(earmark("tag", farm, "--events", "--json")[1])["sounds"][0]["events"]
    for name, form in (("a.csv", "csv"), ("b.json", "json"), ("c.txt", "audacity"), ("d.csv", "reaper")):
        words = ["tag", farm, "--events", "--to", tmp_path / name, *(["--format", form] if form == "reaper" else [])]
        code, out, _ = earmark(*words)
        assert (code, out) == (0, f"wrote {len(events)} events to {tmp_path / name}\n")
    (tmp_path / "d.csv").write_text("dear")
    code, _, err = earmark(*words)
    assert code == 1
    assert "exists already" in err
    assert (tmp_path / "d.csv").read_text() == "dear"
    assert earmark(*words, "--replace")[0] == 0
    assert (tmp_path / "d.csv").read_text() == earmark("tag", farm, "--events", "--format", "reaper")[1]
    labels = [line.split("\t") for line in (tmp_path / "c.txt").read_text().splitlines()]
    assert [(float(start), float(end), tag) for start, end, tag in labels] == [
        (event["onset_s"], event["offset_s"], event["tag"]) for event in events
    ]
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text())))
    assert [(row["file"], row["tag"]) for row in rows] == [(str(farm), event["tag"]) for event in events]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.json", "c.txt", "d.csv"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Name the sounds"),
        (["{farm}", "--format", "csv", "--json"], "--json prints"),
        (["{farm}", "--replace"], "is for --to"),
        (["{farm}", "--to", "{folder}/events"], "end its name in .csv, .json or .txt"),
        (["{farm}", "--to", "{farm}", "--replace"], "end its name in"),
        (["{farm}", "--to", "{farm}", "--format", "csv", "--replace"], "end it in .csv"),
        (["{farm}", "--to", "{folder}/nowhere/a.csv"], "does not exist"),
        (["{farm}", "{farm}", "--format", "audacity"], "events of one sound"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else None,
)
def test_what_cannot_be_meant_is_said_before_anything_is_done(
    earmark: Command, farm: Path, tmp_path: Path, words: list[str], sentence: str
) -> None:
    before = farm.read_bytes()
    code, out, err = earmark("tag", "--events", *[word.format(farm=farm, folder=tmp_path) for word in words])
    assert (code, out) == (2, "")
    assert sentence in err
    assert farm.read_bytes() == before


def test_the_options_of_events_are_for_events(earmark: Command, farm: Path) -> None:
    code, _, err = earmark("tag", farm, "--format", "csv")
    assert code == 2
    assert "--events" in err


def test_what_is_silent_has_no_events_and_what_is_broken_is_said(earmark: Command, tmp_path: Path) -> None:
    quiet, broken = silence(tmp_path, seconds=3.0), text_file(tmp_path)
    code, out, err = earmark("tag", tmp_path, "--events")
    assert code == 3
    assert f"{quiet}: no events" in out
    assert f"unreadable: {broken}" in err
