"""`earmark embedder check` on CLAP: what is fine is said to be, and each thing that can be wrong is found."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from desktop_app.engine.clap.clap_checkpoint import read_checkpoint
from desktop_app.engine.clap.device_record import DeviceFinding, known_device, record_device
from desktop_app.engine.clap.device_tower import DeviceFullError
from desktop_app.engine.embedders.check_line import CheckLine
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.embedders.embedder_check_clap import check_clap
from desktop_app.engine.embedders.embedder_check_network import device_line
from desktop_app.engine.embedders.embedder_check_sounds import front_end_lines
from desktop_app.engine.embedders.embedder_check_texts import ROBERTA_TOKENS, tokenizer_lines
from desktop_app.engine.embedders.hub_download import RECORD, file_sha256
from desktop_app.engine.embedders.model_files import clap_spec
from tests.clap_checkpoint import save_checkpoint
from tests.integration.test_clap import PUBLISHED_TOKENIZER

Tensors = dict[str, torch.Tensor]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint that has its tokenizer twice, as the published ones."""
    folder = save_checkpoint(tmp_path_factory.mktemp("made"))
    model = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    merges = (pair if isinstance(pair, str) else " ".join(pair) for pair in model["merges"])
    (folder / "vocab.json").write_text(json.dumps(model["vocab"]), encoding="utf-8")
    (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    copy = tmp_path / "checkpoint"
    shutil.copytree(made, copy)
    return copy


def make_spec(folder: Path, *, towers: Path | None = None) -> EmbedderSpec:
    return clap_spec("mine", folder, recorded=folder.parent / "digests.json", towers=towers)


def check(folder: Path, *, towers: Path | None = None) -> list[CheckLine]:
    return check_clap(folder, partial(make_spec, folder, towers=towers), progress=lambda done, total: None)


def marks(lines: list[CheckLine]) -> dict[str, set[str]]:
    """All marks of each subject."""
    return {line.subject: {other.mark for other in lines if other.subject == line.subject} for line in lines}


def change_weights(folder: Path, change: Callable[[Tensors], object]) -> None:
    path = folder / "model.safetensors"
    tensors = load_file(path)
    change(tensors)
    save_file(tensors, path, metadata={"format": "pt"})


def change_json(file: Path, **changes: object) -> None:
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), **changes}), encoding="utf-8")


def write_record(folder: Path) -> None:
    """As a download leaves it."""
    files = {
        path.name: {"size": path.stat().st_size, "sha256": file_sha256(path), "verified_against": "hub"}
        for path in folder.iterdir()
    }
    record = {"format": 1, "repository": "somebody/clap", "commit": "c0ffee", "licence": "mit", "files": files}
    (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")


@dataclass(frozen=True)
class LookedAt:
    """A checkpoint as a download leaves it, with what was found in it; its towers were converted for that."""

    folder: Path
    lines: list[CheckLine]
    steps: list[tuple[int, int]]

    @property
    def towers(self) -> Path:
        return self.folder.parent / "towers"


@pytest.fixture(scope="module")
def looked_at(made: Path, tmp_path_factory: pytest.TempPathFactory) -> LookedAt:
    """Not to be changed."""
    folder = tmp_path_factory.mktemp("downloaded") / "checkpoint"
    shutil.copytree(made, folder)
    write_record(folder)
    steps: list[tuple[int, int]] = []
    spec = partial(make_spec, folder, towers=folder.parent / "towers")
    return LookedAt(folder, check_clap(folder, spec, progress=lambda done, total: steps.append((done, total))), steps)


def test_a_downloaded_checkpoint_is_looked_at_from_its_licence_to_its_embeddings(looked_at: LookedAt) -> None:
    folder, lines, steps = looked_at.folder, looked_at.lines, looked_at.steps
    certain = ("licence", "revision", "digest", "checkpoint", "identity", "front end", "weights", "precision")
    found = marks(lines)
    assert {subject: found[subject] for subject in (*certain, "determinism", "numbers", "sounds")} == {
        subject: {"ok"} for subject in (*certain, "determinism", "numbers", "sounds")
    }, lines
    assert found["tokenizer"] == {"ok", "warning"}, "its vocabulary is its own"
    assert "failed" not in found["texts"] | found["agreement"], "random numbers may be dull, and mean nothing"
    details = {line.subject: line.details for line in lines}
    assert details["licence"]["tag"] == "mit"
    assert details["revision"]["revision"] == "c0ffee"
    assert (details["weights"]["missing"], details["weights"]["unexpected"]) == (0, 0)
    assert details["precision"]["runtime"] == "OpenVINO"
    digests = {line.details["file"]: line.details["sha256"] for line in lines if line.subject == "digest"}
    assert digests == {file.name: file_sha256(file) for file in folder.iterdir() if file.name != RECORD}
    assert steps[0][0] == 0
    assert steps[-1][0] == steps[-1][1] == len(steps) - 1


def test_a_folder_of_ones_own_is_said_to_be_unvouched_for(folder: Path) -> None:
    found = marks(check(folder))
    assert (found["licence"], found["revision"], found["digest"]) == ({"warning"}, {"note"}, {"note"})
    assert found["precision"] == {"ok"}


FOUND = DeviceFinding("", "cuda", "A card", "float16", 0.99998, 0.0012, 0.06)
"""A device that serves."""


@pytest.mark.parametrize(
    ("finding", "mark", "said"),
    [
        (
            FOUND,
            "ok",
            "A card (cuda) hears them in float16: cosine to torch's float32 at least 0.9999800; 1.2 ms a sound",
        ),
        (DeviceFinding("torch finds none."), "note", "Sounds are heard by the processor: torch finds none."),
        (replace(FOUND, problem="It is slow."), "note", "Sounds are heard by the processor: It is slow."),
        (
            replace(FOUND, problem="It errs.", core_seconds=0.0),
            "warning",
            "Sounds are heard by the processor: It errs.",
        ),
    ],
)
def test_what_a_device_is_worth_is_found_out_anew_told_and_kept(
    folder: Path, tmp_path: Path, finding: DeviceFinding, mark: str, said: str
) -> None:
    spec = replace(make_spec(folder, towers=tmp_path / "towers"), device="auto")
    record_device(spec, DeviceFinding("What was found before."))
    line = device_line(spec, lambda _: finding)
    assert (line.mark, line.details["device"]) == (mark, finding.device)
    assert said in line.text
    assert known_device(spec) == finding


def test_a_device_without_memory_is_no_fault_of_the_checkpoint(folder: Path, tmp_path: Path) -> None:
    def look(_: EmbedderSpec) -> DeviceFinding:
        raise DeviceFullError("A card has no memory left.")

    spec = replace(make_spec(folder, towers=tmp_path / "towers"), device="auto")
    line = device_line(spec, look)
    assert (line.mark, line.text) == ("warning", "Sounds are heard by the processor: A card has no memory left.")
    assert known_device(spec) is None


def test_nobody_looks_for_a_device_that_is_not_wanted(folder: Path, tmp_path: Path) -> None:
    line = device_line(make_spec(folder, towers=tmp_path / "towers"))
    assert line.mark == "note"
    assert "is not looked for" in line.text


def test_code_that_comes_with_a_checkpoint_never_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where transformers asks whoever sits at the terminal, and they say yes."""
    monkeypatch.setattr("builtins.input", lambda *_: "y")
    ran = folder.parent / "ran"
    evil = "Config", "Model", "Tokenizer"
    made = "".join(f"class Evil{kind}(transformers.PreTrainedTokenizerFast): pass\n" for kind in evil)
    (folder / "evil.py").write_text(f"import pathlib, transformers\npathlib.Path({str(ran)!r}).touch()\n{made}")
    for name in ("config.json", "tokenizer_config.json", "preprocessor_config.json"):
        map_to = {f"Auto{kind}": f"evil.Evil{kind}" for kind in evil} | {"AutoTokenizer": ["evil.EvilTokenizer", None]}
        change_json(folder / name, auto_map=map_to, trust_remote_code=True)
    change_json(folder / "tokenizer_config.json", tokenizer_class="EvilTokenizer")
    lines = check(folder)
    assert {line.mark for line in lines if line.subject == "tokenizer"}, "transformers was asked to read it"
    assert not ran.exists()


def cut_short(folder: Path) -> None:
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:-1])


def changed_since_the_download(folder: Path) -> None:
    write_record(folder)
    file = folder / "model.safetensors"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)


def lost_since_the_download(folder: Path) -> None:
    write_record(folder)
    (folder / "merges.txt").unlink()


def record_damaged(folder: Path) -> None:
    (folder / RECORD).write_text("{", encoding="utf-8")


def changed_behind_its_time(folder: Path) -> None:
    make_spec(folder)
    file = folder / "model.safetensors"
    stamp = file.stat()
    changed_since_the_download(folder)
    (folder / RECORD).unlink()
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


def key_missing(folder: Path) -> None:
    change_weights(folder, lambda tensors: tensors.pop("text_projection.linear2.bias"))


def key_unexpected(folder: Path) -> None:
    change_weights(folder, lambda tensors: tensors.update({"audio_model.more.weight": torch.ones(2)}))


def weight_not_a_number(folder: Path) -> None:
    change_weights(folder, lambda tensors: tensors["audio_projection.linear1.weight"][3].fill_(torch.nan))


def dead(tower: str) -> Callable[[Path], None]:
    """Whatever it is given, nothing but the last layer's bias comes out of it."""
    return lambda folder: change_weights(
        folder, lambda tensors: tensors[f"{tower}_projection.linear2.weight"].mul_(1e-3)
    )


def shuffled(folder: Path) -> None:
    file = folder / "tokenizer.json"
    model = json.loads(file.read_text(encoding="utf-8"))["model"]
    words = [word for word in model["vocab"] if not word.startswith("<")]
    others = dict(zip(words, (model["vocab"][word] for word in words[1:] + words[:1]), strict=True))
    change_json(file, model={**model, "vocab": {**model["vocab"], **others}})


def shuffled_as_a_whole(folder: Path) -> None:
    shuffled(folder)
    (folder / "vocab.json").unlink()
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    change_json(folder / "config.json", text_config={**config["text_config"], "vocab_size": 50_265})


def lowest_frequency_of_the_class(folder: Path) -> None:
    change_json(folder / "preprocessor_config.json", frequency_min=0)


def tokenizer_garbled(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "subject", "sentence"),
    [
        (shutil.rmtree, "checkpoint", "is not there"),
        (cut_short, "checkpoint", "damaged or incomplete"),
        (changed_since_the_download, "digest", "model.safetensors changed since the download"),
        (lost_since_the_download, "digest", "merges.txt is missing"),
        (record_damaged, "digest", "is damaged"),
        (changed_behind_its_time, "identity", "changed while their size and time stayed"),
        (key_missing, "weights", "1 missing, 0 unexpected"),
        (key_unexpected, "weights", "0 missing, 1 unexpected"),
        (weight_not_a_number, "weights", "audio_projection.linear1.weight"),
        (shuffled, "tokenizer", "other tokens than with vocab.json and merges.txt"),
        (shuffled_as_a_whole, "tokenizer", "other tokens than with roberta-base"),
        (tokenizer_garbled, "tokenizer", "cannot be read"),
        (lowest_frequency_of_the_class, "front end", "frequency_min is 0 and not 50"),
        (dead("text"), "texts", "cannot tell texts apart"),
        (dead("audio"), "sounds", "cannot tell sounds apart"),
    ],
)
def test_what_is_wrong_is_found_and_stands_first(
    folder: Path, spoil: Callable[[Path], None], subject: str, sentence: str
) -> None:
    spoil(folder)
    first = check(folder)[0]
    assert (first.subject, first.mark) == (subject, "failed"), first
    assert sentence in first.text
    assert first.text.endswith(".")


def test_what_builds_upon_a_failure_is_not_looked_at(folder: Path) -> None:
    key_missing(folder)
    lines = check(folder)
    assert "precision" not in marks(lines)
    assert lines[-1].text == "The rest was not looked at, as it builds upon what failed."


def test_converted_networks_that_went_bad_after_their_check_are_found(
    folder: Path, looked_at: LookedAt, tmp_path: Path
) -> None:
    assert marks(looked_at.lines)["precision"] == {"ok"}
    towers = tmp_path / "towers"
    shutil.copytree(looked_at.towers, towers)
    (weights,) = towers.glob("*/head.bin")
    before = weights.stat()
    weights.write_bytes(bytes(before.st_size))
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))  # else they would be converted again
    first = check(folder, towers=towers)[0]
    assert (first.subject, first.mark) == ("precision", "failed")
    assert str(towers) in first.text


def test_a_front_end_that_differs_from_transformers_is_found(folder: Path) -> None:
    """As if ours read another number than transformers reads."""
    checkpoint = read_checkpoint(folder)
    other = replace(checkpoint, mel=replace(checkpoint.mel, frequency_max=13_900.0))
    assert [line.mark for line in front_end_lines(checkpoint)] == ["ok", "ok"]
    differs = front_end_lines(other)[1]
    assert differs.mark == "failed"
    assert float(str(differs.details["greatest_difference_db"])) > 0.1


def test_looking_at_the_front_end_leaves_random_numbers_random(folder: Path) -> None:
    before = np.random.choice, np.random.randint
    front_end_lines(read_checkpoint(folder))
    assert (np.random.choice, np.random.randint) == before


def test_the_front_end_that_hears_the_middle_is_looked_at_too(tmp_path: Path) -> None:
    checkpoint = read_checkpoint(save_checkpoint(tmp_path, fused=False))
    assert [line.mark for line in front_end_lines(checkpoint)] == ["ok", "ok"]


def test_numbers_of_its_own_that_were_published_are_only_warned_of(folder: Path) -> None:
    lowest_frequency_of_the_class(folder)
    write_record(folder)
    assert front_end_lines(read_checkpoint(folder))[0].mark == "warning"


@pytest.mark.skipif(not PUBLISHED_TOKENIZER.is_dir(), reason="needs the published checkpoint's tokenizer files")
def test_the_published_tokenizer_gives_the_golden_tokens(folder: Path) -> None:
    for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.json", "merges.txt"):
        shutil.copy(PUBLISHED_TOKENIZER / name, folder)
    checkpoint = read_checkpoint(folder)
    checkpoint = replace(checkpoint, text=replace(checkpoint.text, vocabulary=50_265))
    lines = tokenizer_lines(checkpoint)
    assert [(line.mark, line.details["against"]) for line in lines] == [
        ("ok", "transformers"),
        ("ok", "vocab.json and merges.txt"),
        ("ok", "roberta-base"),
    ]
    assert all(line.details["texts"] == len(ROBERTA_TOKENS) >= 8 for line in lines)
