"""`earmark evaluate` on real recordings with the bundled embedder, as a person uses it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.cli import run
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.engine.evaluation.worsening import WORSENINGS
from desktop_app.launch import window
from desktop_app.library.library import Library
from desktop_app.log import stop_logging
from desktop_app.paths import Profile
from tests import sounds
from tests.composed_sounds import EVERYDAY

LABELS = {
    "001 - Dog": ["dog_bark", "farm_dog"],
    "002 - Wind": ["wind"],
    "003 - Telephone": ["telephone"],
    "Applause": ["applause"],
}
Command = Callable[..., tuple[int, str, str]]
DEADLINE = 60.0


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
    assert f"left out: {tmp_path / 'nowhere.wav'}: labels names it, and it is not there." in err
    (tmp_path / "broken.wav").unlink()
    table.write_text("".join(table.read_text(encoding="utf-8").splitlines(keepends=True)[:6]) + "gone.wav,dog\n")
    code, out, err = earmark("evaluate", str(table), "--json")
    assert code == 3, "what is named and not there is left out like what cannot be read"
    found = json.loads(out)
    assert (found["missing"], found["absent"], found["left_out"]) == ([str(tmp_path / "gone.wav")], 1, {})


def test_one_recording_under_two_labels_is_a_warning(earmark: Command, recordings: Path, tmp_path: Path) -> None:
    root = tmp_path / "set"
    shutil.copytree(recordings, root)
    shutil.copy(recordings / "002 - Wind" / "wind.ogg", root / "Applause" / "copy.ogg")
    code, _, err = earmark("evaluate", str(root))
    assert code == 0
    copies = f"{root / '002 - Wind' / 'wind.ogg'}, {root / 'Applause' / 'copy.ogg'}"
    assert err.splitlines() == [f"warning: the same recording is labelled “applause” and “wind”: {copies}"]


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


def test_a_second_run_hears_nothing_and_says_the_same(
    earmark: Command, recordings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.stat().st_mtime_ns for path in recordings.rglob("*")}
    words = ("evaluate", str(recordings), "--robustness", "--json")
    first = earmark(*words)
    monkeypatch.setattr("desktop_app.engine.processes.listener.Listener.hear", None)
    monkeypatch.setattr("desktop_app.engine.processes.listener.Listener.hear_worsened", None)
    assert earmark(*words) == first
    assert first[0] == 0
    assert {path: path.stat().st_mtime_ns for path in recordings.rglob("*")} == before, "nothing is written there"
    library = Library.open(
        (profile := Profile.at(tmp_path / "profile")).library_file, profile.cache_file, writable=False
    )
    assert len(library.sounds.ids()) == 0, "nor is anything added to the library"
    library.close()


def test_the_noisiest_come_first_and_are_tried_among_all_labels(
    earmark: Command, recordings: Path, tmp_path: Path
) -> None:
    root = tmp_path / "set"
    for number, label in enumerate(("clean", "noisier", "noisiest")):
        beeps = sounds.tone(3.0) * (np.arange(3 * sounds.RATE) % sounds.RATE > sounds.RATE / 2)[:, None]
        make(root / label, beeps.astype(np.float32) + sounds.noise(3.0, level=10.0 ** (number - 4)))
    shutil.copytree(recordings / "Applause", root / "applause")
    (root / "applause" / "broken.wav").write_bytes(b"RIFF....WAVEnothing")
    code, out, err = earmark("evaluate", str(root), "--noisiest", "2", "--json")
    found = json.loads(out)
    assert code == 3
    assert [Path(path).name for path in found["left_out"]] == ["broken.wav"]
    assert "broken.wav: " in err
    assert (found["sounds"], found["labels"]) == (2, 4), "all labels can still be taken for right"
    picked = found["noisiest"]
    assert [Path(each["path"]).parent.name for each in picked["sounds"]] == ["noisiest", "noisier"]
    ratios = [each["signal_to_noise"] for each in picked["sounds"]]
    assert picked["signal_to_noise"] == ratios
    assert ratios[1] - ratios[0] == pytest.approx(20, abs=3)
    assert (picked["of"], picked["untold"]) == (4, 1)
    assert "of 1 sound it cannot be told" in err
    assert "the noisiest of 4: " in earmark("evaluate", str(root), "--noisiest", "2")[1]
    code, out, err = earmark("evaluate", str(recordings), "--noisiest", "2")
    assert (code, out) == (1, "")
    assert "leave --noisiest out" in err


def test_what_others_published_stands_beside_it(earmark: Command, recordings: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    code, out, _ = earmark("evaluate", str(recordings), "--published", "ESC-50", "--html", str(page))
    assert code == 0
    assert "ESC-50 as it is published, “This is a sound of {label}.” by the bare dot product: " in out
    assert "4 labels instead of 50; 5 sounds instead of 2,000" in out
    assert "No figure of the bundled embedder on ESC-50 is published" in out
    assert "ESC-50 as others measured it" in page.read_text(encoding="utf-8")
    found = json.loads(earmark("evaluate", str(recordings), "--published", "ESC-50", "--json")[1])["published"]
    assert found["agrees"] is None
    assert not found["protocol_followed"]
    plain = json.loads(earmark("evaluate", str(recordings), "--json")[1])["templates"]
    by_protocol = {(each["template"], each["as_tags"]): each["accuracy"] for each in plain}
    assert found["accuracy"] == by_protocol["This is a sound of {label}.", False]


def test_the_layout_of_esc_50_is_its_protocol(earmark: Command, tmp_path: Path) -> None:
    root = tmp_path / "ESC-50-master"
    (root / "meta").mkdir(parents=True)
    (root / "audio").mkdir()
    rows = ["filename,fold,target,category,esc10,src_file,take"]
    for number, name in enumerate(("wind", "telephone", "applause")):
        shutil.copy(EVERYDAY / f"{name}.ogg", root / "audio")
        rows.append(f"{name}.ogg,{number % 2 + 1},{number},{name},False,1,A")
    (root / "meta" / "esc50.csv").write_text("\n".join(rows), encoding="utf-8")
    code, out, _ = earmark("evaluate", str(root), "--published", "ESC-50", "--json")
    found = json.loads(out)
    assert (code, found["kind"]) == (0, "ESC-50")
    assert found["published"]["missing"] == ["3 labels instead of 50", "3 sounds instead of 2,000", "2 of its 5 folds"]


def make(folder: Path, frames: sounds.Frames, name: str = "sound") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    sounds.make(folder, name=name, frames=frames)


def judge(profile: Path, *, wind: int) -> None:
    """Accept the tag wind on the recordings of wind and of so many others, reject it on the rest."""
    where = Profile.at(profile)
    library = Library.open(where.library_file, where.cache_file, writable=True)
    heard = sorted(
        library.sounds.many(library.sounds.ids()), key=lambda sound: ("wind" not in sound.path.name, sound.path)
    )
    verdicts = [
        Verdict(
            sound.content_id or b"", "everyday", "wind", Judgement.ACCEPTED if number < wind else Judgement.REJECTED
        )
        for number, sound in enumerate(heard)
    ]
    library.verdicts.set(verdicts)
    library.close()


def test_the_librarys_own_verdicts_are_an_input(earmark: Command, tmp_path: Path) -> None:
    profile, mine = tmp_path / "profile", tmp_path / "mine"
    mine.mkdir()
    for path in sorted(EVERYDAY.glob("*.ogg"))[:9]:
        shutil.copy(path, mine)
    shutil.copy(EVERYDAY / "wind.ogg", mine)
    code, out, err = earmark("evaluate", "--verdicts")
    assert (code, out) == (1, "")
    assert "Nothing was said of these tags yet" in err
    assert earmark("index", str(mine), "--no-moments", "--no-measuring")[0] == 0
    judge(profile, wind=4)
    page = tmp_path / "verdicts.html"
    code, out, _ = earmark("evaluate", "--verdicts", "--vocabulary", "everyday", "--json", "--html", str(page))
    found = json.loads(out)
    assert code == 0
    assert (found["kind"], found["vocabulary"]) == ("verdicts", "everyday")
    assert (found["sounds"], found["labels"], found["verdicts"], found["accepted"]) == (10, 1, 10, 4)
    (tag,) = found["per_label"]
    assert (tag["label"].lower(), tag["learns"]) == ("wind", True)
    low, high = found["interval"]
    assert low <= found["accuracy"] <= high
    assert {each["template"] for each in found["templates"]} >= {"{label}", "the vocabularies' prompts"}
    assert "How well your tags agree with you" in page.read_text(encoding="utf-8")
    code, out, _ = earmark("evaluate", "--verdicts")
    assert code == 0
    assert "1 tag with 10 decisions of yours on 10 sounds: 4 accepted or added, 6 rejected" in out
    assert "with what was learned from you" in out
    assert "tried on what it learned from" in out


@pytest.mark.parametrize(
    "words",
    [
        ("--json",),
        ("{place}", "--verdicts"),
        ("--verdicts", "--robustness"),
        ("--verdicts", "--noisiest", "5"),
        ("--verdicts", "--published", "ESC-50"),
        ("{place}", "--vocabulary", "everyday"),
    ],
)
def test_what_does_not_go_together_is_a_sentence(earmark: Command, recordings: Path, words: tuple[str, ...]) -> None:
    code, out, err = earmark("evaluate", *(word.format(place=recordings) for word in words))
    assert (code, out) == (2, "")
    assert err.startswith("earmark: ")
    assert err.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="no such name is possible elsewhere")
def test_names_that_are_no_names_are_a_line_each(
    earmark: Command, recordings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "set <b>"
    shutil.copytree(recordings, root)
    (root / "Applause" / "new\nline \x1b[31m.wav").write_bytes(b"")
    (root / "deeper").mkdir()
    monkeypatch.chdir(root / "deeper")
    page = tmp_path / "report.html"
    code, out, err = earmark("evaluate", "..", "--html", str(page))
    assert code == 3
    assert out.startswith("set <b>: 5 sounds"), "the set has its folder's name"
    assert "new\\nline \\x1b[31m.wav: This file is empty." in err
    assert len(err.splitlines()) == 2
    assert "set &lt;b&gt;" in page.read_text(encoding="utf-8")


def test_an_unknown_vocabulary_is_wrong_usage(earmark: Command) -> None:
    assert earmark("evaluate", "--verdicts", "--vocabulary", "nothing of this name")[0] == 2


@pytest.mark.parametrize("what", ["empty", "texts", "one label", "silent"])
def test_a_folder_with_nothing_to_compare_is_a_sentence(earmark: Command, tmp_path: Path, what: str) -> None:
    root = tmp_path / "set"
    root.mkdir()
    if what == "texts":
        (root / "notes").mkdir()
        (root / "notes" / "a.txt").write_text("rain")
    elif what == "one label":
        make(root / "rain", sounds.noise(0.3))
    elif what == "silent":
        for label in ("rain", "dog"):
            make(root / label, sounds.noise(0.3, level=0))
    code, out, err = earmark("evaluate", str(root))
    assert (code, out) == (1 if what == "silent" else 2, "")
    assert err.splitlines()[-1].startswith("earmark: ")


def test_two_sounds_are_enough_and_say_little(earmark: Command, tmp_path: Path) -> None:
    for label, name in (("bell", "bell"), ("wind", "wind")):
        (tmp_path / "set" / label / "deeper").mkdir(parents=True)
        shutil.copy(EVERYDAY / f"{name}.ogg", tmp_path / "set" / label / "deeper" / "the same name.ogg")
    page = tmp_path / "report.html"
    code, out, _ = earmark("evaluate", str(tmp_path / "set"), "--robustness", "--html", str(page))
    assert code == 0
    assert "right label first: 100.0% (34.2% to 100.0% with 95 % confidence)" in out
    assert "mean average precision: 1.000 (too few sounds to say between what)" in out
    assert "only few sounds" in page.read_text(encoding="utf-8")


def test_labels_in_another_language_are_read_by_the_names_of_tags(earmark: Command, tmp_path: Path) -> None:
    for label, name in (("001 - Applaus", "applause"), ("Hund bellt", "dog_bark"), ("風", "wind")):
        (tmp_path / "set" / label).mkdir(parents=True)
        shutil.copy(EVERYDAY / f"{name}.ogg", tmp_path / "set" / label)
    found = json.loads(earmark("evaluate", str(tmp_path / "set"), "--json")[1])
    by_prompts = [each for each in found["templates"] if each["template"] == "the vocabularies' prompts"]
    assert max(each["accuracy"] for each in by_prompts) == 1
    assert {each["label"] for each in found["per_label"]} == {"applaus", "hund bellt", "風"}


def test_the_command_itself_decodes_nothing() -> None:
    """A file that crashes a decoder must not take the command along."""
    script = "import sys, desktop_app.cli.evaluating; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=DEADLINE, check=True)
    assert not {"av", "soundfile", "soxr", "onnxruntime", "torch", "sklearn"} & set(ended.stdout.split())


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl+C")
def test_ctrl_c_ends_with_one_sentence_and_keeps_what_was_heard(tmp_path: Path) -> None:
    root, profile = tmp_path / "set", Profile.at(tmp_path / "profile")
    for label in ("hiss", "hum"):
        for number in range(250):
            make(root / label, sounds.noise(0.5, seed=number), f"{number}")
    command = [sys.executable, "-m", "desktop_app", "--profile", str(profile.data), "evaluate", str(root)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        give_up = time.monotonic() + DEADLINE
        while not profile.kept_hearing.is_file() and time.monotonic() < give_up and process.poll() is None:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=DEADLINE)
    assert (process.returncode, out) == (130, "")
    assert err == "earmark: interrupted; what was done so far is kept\n"
    assert profile.kept_hearing.is_file()
