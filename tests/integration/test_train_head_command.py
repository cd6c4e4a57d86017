"""`earmark train-head` on real recordings with the bundled embedder, as a person uses it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.cli import run
from desktop_app.launch import window
from desktop_app.log import stop_logging
from tests.composed_sounds import EVERYDAY

LABELS = {
    "01 - Farm": ["farm_cat", "farm_chickens", "farm_cow", "farm_dog", "farm_duck", "farm_horse", "farm_pig"],
    "02 - Steps": ["footsteps_gravel", "footsteps_hard", "footsteps_snow", "door_close", "door_open", "door_steel"],
    "03 - Traffic": ["airplane_jet", "airplane_propeller", "train_diesel", "helicopter", "train_steam", "car_horn"],
    "04 - Rare": ["speech_short"],
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
def profile(tmp_path: Path) -> Path:
    """One without other vocabularies, whose prompts would have to be embedded first."""
    folder = tmp_path / "profile"
    folder.mkdir()
    (folder / "settings.toml").write_text("vocabularies = []\n", encoding="utf-8")
    return folder


@pytest.fixture
def earmark(profile: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    def command(*words: str) -> tuple[int, str, str]:
        code = run(["--profile", str(profile), "--in-process", *words], window)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield command
    stop_logging()


def test_labelled_sounds_become_tags(earmark: Command, recordings: Path, profile: Path) -> None:
    code, out, err = earmark("train-head", str(recordings), "--name", "My labels", "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["vocabulary"], found["set"], found["sounds"], found["folds"]) == ("my-labels", "My recordings", 19, 5)
    assert found["labels_left_out"] == {"rare": 1}
    assert "the label “rare”" in err
    assert "“farm” has only 7 sounds" in err
    assert {each["label"]: each["sounds"] for each in found["per_label"]} == {"farm": 7, "steps": 6, "traffic": 6}
    low, high = found["interval"]
    assert low < found["accuracy"] <= high
    assert found["accuracy"] > 0.7
    assert found["zero_shot"]["interval"][0] < found["zero_shot"]["accuracy"]
    assert found["gained"] == pytest.approx(found["accuracy"] - found["zero_shot"]["accuracy"])
    assert 0 < found["probability_of_no_difference"] <= 1
    assert found["sounds_at_large_tagged"]["value"] < 0.3

    vocabularies = json.loads(earmark("vocabulary", "list", "--json")[1])["vocabularies"]
    [listed] = [each for each in vocabularies if each["trained_for"]]
    assert (listed["id"], listed["active"], listed["tags"], listed["note"]) == ("my-labels", True, 3, "")
    shown = earmark("vocabulary", "show", "my-labels")[1]
    assert "put under the right label" not in shown
    assert "Trained with 19 sounds of My recordings" in shown
    assert "farm: trained with labelled sounds" in shown
    written = str(profile / "vocabularies" / "my-labels.toml")
    assert earmark("vocabulary", "check", written)[1:] == (f"{written} is right: “My labels” with 3 tags\n", "")

    library = profile.parent / "Library"
    library.mkdir()
    for name in ("farm_sheep", "wind", "telephone"):
        shutil.copy(EVERYDAY / f"{name}.ogg", library)
    assert earmark("index", str(library), "--no-moments")[0] == 0
    hits = json.loads(earmark("search", "tag:farm", "--json")[1])["hits"]
    assert [Path(hit["path"]).name for hit in hits] == ["farm_sheep.ogg"], "which it was not trained with"


def test_the_same_sounds_give_the_same_file_and_nothing_is_overwritten(
    earmark: Command, recordings: Path, profile: Path
) -> None:
    earmark("train-head", str(recordings), "--name", "mine")
    file = profile / "vocabularies" / "mine.toml"
    first = file.read_bytes()
    code, out, err = earmark("train-head", str(recordings), "--name", "Mine")
    assert (code, out) == (1, "")
    assert "--replace" in err
    assert file.read_bytes() == first
    assert earmark("train-head", str(recordings), "--name", "everyday")[0] == 1, "nor what comes with Earmark"
    written = b'\n[[tags]]\nid = "thud"\nname = "thud"\nprompts = ["thud"]\n'
    file.write_bytes(first.replace(b'name = "farm"\n', b'name = "Farm animals"\ncolour = "#112233"\n') + written)
    assert earmark("train-head", str(recordings), "--name", "mine", "--replace")[0] == 0
    again = file.read_bytes()
    assert written in again, "and so does what was written beside"
    again = again.replace(written, b"")
    assert again.replace(b'name = "Farm animals"\n', b'name = "farm"\n').replace(b'colour = "#112233"\n', b"") == first
    assert b'name = "Farm animals"' in again, "what a person made of the tag stays"


@pytest.mark.parametrize("name", ["By hand", "Everyday"])
def test_what_was_not_trained_is_never_replaced(earmark: Command, recordings: Path, profile: Path, name: str) -> None:
    folder = profile / "vocabularies"
    folder.mkdir()
    written = 'format = 1\nid = "by-hand"\nname = "By hand"\n\n# mine\n[[tags]]\nname = "thud"\nprompts = ["thud"]\n'
    (folder / "by-hand.toml").write_text(written, encoding="utf-8")
    code, out, err = earmark("train-head", str(recordings), "--name", name, "--replace")
    assert (code, out) == (1, "")
    assert "choose another name" in err
    assert "--replace" not in err, "which would not help"
    assert [path.name for path in folder.iterdir()] == ["by-hand.toml"]
    assert (folder / "by-hand.toml").read_text(encoding="utf-8") == written
    assert json.loads(earmark("vocabulary", "show", "everyday", "--json")[1])["trained_for"] is None


def test_a_vocabulary_of_another_embedder_says_so(earmark: Command, recordings: Path, profile: Path) -> None:
    earmark("train-head", str(recordings), "--name", "mine")
    file = profile / "vocabularies" / "mine.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('embedder = "starter', 'embedder = "stranger'), encoding="utf-8")
    assert "another one serves" in earmark("vocabulary", "list")[1]
    assert "another one serves" in earmark("vocabulary", "show", "mine")[1]
    sound = str(recordings / "01 - Farm" / "farm_cow.ogg")
    _, said, told = earmark("tag", sound, "--vocabulary", "mine")
    assert "no tags" in said
    assert "another one serves" in told
    assert "another one serves" in earmark("tag", sound)[2]
    assert "another one serves" in earmark("status")[1]
    shutil.copytree(recordings, profile.parent / "Library")
    earmark("index", str(profile.parent / "Library"), "--no-moments", "--no-measuring")
    assert "another one serves" in earmark("search", "tag:farm")[2]
    assert "another one serves" not in earmark("search", "length:<1")[2], "tags do not matter there"
    file.write_text(text.replace("bias = ", "bias = nan #"), encoding="utf-8")
    listed = earmark("vocabulary", "list")[1]
    assert '"bias" must be a number' in listed
    assert "* mine.toml          not used  mine.toml, line" in listed, "it is active"
    assert str(file) in listed
    for words in (["status"], ["tag", sound], ["search", "tag:farm"]):
        assert '"bias" must be a number' in "".join(earmark(*words)[1:])
    [problem] = json.loads(earmark("status", "--json")[1])["vocabulary_problems"]
    assert "“mine” cannot be read" in problem


def test_labels_that_differ_only_in_a_hyphen_are_two_tags(earmark: Command, recordings: Path, tmp_path: Path) -> None:
    table = tmp_path / "labels.csv"
    rows = [
        (path, label)
        for folder, label in (("01*", "hi-hat"), ("02*", "hi hat"))
        for path in recordings.glob(f"{folder}/*")
    ]
    rows.append((tmp_path / "broken.wav", "hi hat"))
    (tmp_path / "broken.wav").write_bytes(b"RIFF....WAVEnothing")
    table.write_text("path,label\n" + "".join(f"{path},{label}\n" for path, label in sorted(rows)), "utf-8")
    code, out, err = earmark("train-head", str(table), "--name", "mine", "--json")
    assert code == 3
    assert list(json.loads(out)["left_out"]) == [str(tmp_path / "broken.wav")]
    assert "left out: " in err
    shown = json.loads(earmark("vocabulary", "show", "mine", "--json")[1])
    assert [(tag["tag_id"], tag["name"]) for tag in shown["tags"]] == [
        ("hi-hat", "hi hat"),
        ("hi-hat-2", "hi-hat"),
    ]


def test_one_recording_under_two_labels_is_a_warning(earmark: Command, recordings: Path, tmp_path: Path) -> None:
    root = tmp_path / "set"
    shutil.copytree(recordings, root, ignore=shutil.ignore_patterns("03*", "04*"))
    twice = sorted((root / "01 - Farm").iterdir())[0]
    copy = shutil.copy(twice, root / "02 - Steps")
    code, _, err = earmark("train-head", str(root), "--name", "mine")
    assert code == 0
    assert f"warning: the same recording is labelled “farm” and “steps”: {twice}, {copy}\n" in err


def test_groups_of_a_table_are_kept_apart(earmark: Command, recordings: Path, tmp_path: Path) -> None:
    table = tmp_path / "labels.csv"
    rows = [(path, path.parent.name, "one take") for path in sorted(recordings.glob("01*/*.ogg"))]
    rows += [(path, path.parent.name, path.stem) for path in sorted(recordings.glob("02*/*.ogg"))]
    table.write_text("path,label,group\n" + "".join(f"{p},{label},{group}\n" for p, label, group in rows), "utf-8")
    code, out, err = earmark("train-head", str(table), "--name", "mine")
    assert (code, out) == (1, "")
    assert "All sounds of “farm” are copies of one, or of one group" in err


@pytest.mark.parametrize(("labels", "sentence"), [(["01 - Farm", "04 - Rare"], "at least two labels with 5 sounds")])
def test_too_little_is_a_sentence(
    earmark: Command, recordings: Path, tmp_path: Path, profile: Path, labels: list[str], sentence: str
) -> None:
    for label in labels:
        shutil.copytree(recordings / label, tmp_path / "few" / label)
    code, out, err = earmark("train-head", str(tmp_path / "few"), "--name", "mine")
    assert (code, out) == (2, "")
    assert sentence in err
    code, out, err = earmark("train-head", str(recordings), "--name", "!?")
    assert (code, out) == (2, "")
    assert "has no letters" in err
    assert not (profile / "vocabularies" / "mine.toml").exists()


def test_labels_that_are_no_names_are_refused_before_anything_is_heard(
    earmark: Command, recordings: Path, tmp_path: Path, profile: Path
) -> None:
    sounds = sorted(recordings.glob("0[123]*/*.ogg"))
    labels = ["x" * 300] * 5 + ["y"] * 5
    table = tmp_path / "labels.csv"
    rows = "".join(f"{path},{label}\n" for path, label in zip(sounds, labels, strict=False))
    table.write_text(f"path,label\n{rows}", encoding="utf-8")
    code, out, err = earmark("train-head", str(table), "--name", "mine")
    assert (code, out) == (2, "")
    assert "These labels cannot be the tags of “mine”" in err
    assert "longer than 256 characters" in err


def test_scikit_learn_is_only_imported_to_train() -> None:
    """It takes a second or more, which no other command and no window is to wait for."""
    check = "import sys, desktop_app.cli.training; sys.exit(bool({'sklearn', 'scipy', 'joblib'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", check], timeout=100, check=False).returncode == 0
