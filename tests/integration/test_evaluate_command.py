"""`earmark evaluate` on real recordings with the bundled embedder, as a person uses it."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.cli import run
from desktop_app.engine.worsening import WORSENINGS
from desktop_app.launch import window
from desktop_app.log import stop_logging
from tests.composed_sounds import EVERYDAY

LABELS = {
    "001 - Dog": ["dog_bark", "farm_dog"],
    "002 - Wind": ["wind"],
    "003 - Telephone": ["telephone"],
    "Applause": ["applause"],
}
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("labelled") / "My recordings"
    for label, names in LABELS.items():
        (root / label).mkdir(parents=True)
        for name in names:
            shutil.copy(EVERYDAY / f"{name}.ogg", root / label)
    return root


@pytest.fixture
def earmark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    def command(*words: str) -> tuple[int, str, str]:
        code = run(["--profile", str(tmp_path / "profile"), "--in-process", *words], window)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield command
    stop_logging()


def test_a_folder_of_labelled_folders_is_evaluated(earmark: Command, recordings: Path) -> None:
    code, out, _ = earmark("evaluate", str(recordings), "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["set"], found["kind"], found["sounds"], found["labels"]) == ("My recordings", "folder", 5, 4)
    assert found["accuracy"] == 1.0, "the bundled embedder knows these well"
    low, high = found["interval"]
    assert 0.5 < low < high == 1.0
    assert {each["label"]: each["sounds"] for each in found["per_label"]} == {
        "applause": 1,
        "dog": 2,
        "wind": 1,
        "telephone": 1,
    }
    assert found["confusion"]["pairs"] == found["most_confidently_wrong"] == []
    assert found["retrieval"]["text_to_sound"]["recall_at_1"] == 1.0
    assert {(each["template"], each["as_tags"]) for each in found["templates"]} >= {
        (template, as_tags) for template in ("{label}", "This is a sound of {label}.") for as_tags in (True, False)
    }
    assert list(recordings.glob("*/*.db")) == [], "nothing is written beside sounds"


def test_wrong_labels_and_broken_files_are_told(earmark: Command, recordings: Path, tmp_path: Path) -> None:
    table = tmp_path / "labels.csv"
    (tmp_path / "broken.wav").write_bytes(b"RIFF....WAVEnothing")
    rows = [
        (recordings / "002 - Wind" / "wind.ogg", "wind"),
        (recordings / "Applause" / "applause.ogg", "applause"),
        (recordings / "003 - Telephone" / "telephone.ogg", "telephone"),
        (recordings / "001 - Dog" / "dog_bark.ogg", "telephone"),
        (recordings / "001 - Dog" / "farm_dog.ogg", "dog"),
        (tmp_path / "broken.wav", "wind"),
        (tmp_path / "nowhere.wav", "wind"),
    ]
    table.write_text("path,label\n" + "".join(f"{path},{label}\n" for path, label in rows), encoding="utf-8")
    code, out, err = earmark("evaluate", str(table))
    assert code == 3
    assert "labels: 5 sounds, 4 labels" in out
    assert "telephone for dog" in out
    assert "broken.wav: " in err
    assert "1 sound that labels names and that is not there" in err


def test_what_worse_recordings_lose(earmark: Command, recordings: Path) -> None:
    code, out, _ = earmark("evaluate", str(recordings), "--robustness", "--json")
    found = json.loads(out)["robustness"]
    assert code == 0
    assert [each["kind"] for each in found] == ["as they are", *(each.name for each in WORSENINGS)]
    by_kind = {each["kind"]: each for each in found}
    assert by_kind["as they are"]["lost"] == 0
    assert by_kind["noise at 0 dB"]["accuracy"] < by_kind["10 dB quieter"]["accuracy"]


def test_a_page_is_written_where_none_is_yet(earmark: Command, recordings: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert earmark("evaluate", str(recordings), "--html", str(page))[0] == 0
    written = page.read_text(encoding="utf-8")
    assert "My recordings" in written
    code, out, err = earmark("evaluate", str(recordings), "--html", str(page))
    assert (code, out) == (1, "")
    assert "--replace" in err
    assert page.read_text(encoding="utf-8") == written
    assert earmark("evaluate", str(recordings), "--html", str(tmp_path / "report.pdf"))[0] == 2


@pytest.mark.parametrize("place", ["nothing here", "notes.txt"])
def test_what_cannot_be_evaluated_is_a_sentence(earmark: Command, tmp_path: Path, place: str) -> None:
    (tmp_path / "notes.txt").write_text("rain")
    code, out, err = earmark("evaluate", str(tmp_path / place))
    assert (code, out) == (2, "")
    assert err.startswith("earmark: ")
    assert err.count("\n") == 1
