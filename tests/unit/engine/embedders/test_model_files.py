"""Naming and checking the folders of CLAP checkpoints."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.engine.clap.clap_checkpoint import read_checkpoint, weight_places
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.embedders.model_files import KNOWN, KnownCheckpoint, check_folder, clap_spec, download
from tests.fake_hub import COMMIT, PARTS, REPOSITORY, Hub, checkpoint_files, serve_hub, weights, write_checkpoint


@pytest.fixture
def hub() -> Iterator[Hub]:
    with serve_hub() as hub:
        yield hub


def fetch(hub: Hub, folder: Path) -> Path:
    known = {"test": KnownCheckpoint("test", REPOSITORY, COMMIT, "Test", "Tests.", "CC0-1.0", 1)}
    return download("test", folder, progress=lambda _: None, cancelled=lambda: False, base_url=hub.url, known=known)


ODD_HEADER = b'{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,"x"]}}'
"""Of weights that end nowhere."""


class TestSpec:
    def test_a_folder_becomes_a_spec(self, tmp_path: Path) -> None:
        folder = write_checkpoint(tmp_path / "own")
        spec = clap_spec("mine", folder, recorded=tmp_path / "digests.json")
        assert re.fullmatch(r"clap/[0-9a-f]{12}/fe1/float32", spec.embedder_id)
        assert (spec.name, spec.kind, spec.folder) == ("mine", "clap", folder)
        assert (spec.sample_rate, spec.dimension) == (48_000, 512)

    def test_faster_numbers_are_other_embeddings(self, tmp_path: Path) -> None:
        folder, towers = write_checkpoint(tmp_path / "own"), tmp_path / "towers"
        spec = clap_spec("mine", folder, recorded=tmp_path / "digests.json", precision="fast", towers=towers)
        assert re.fullmatch(r"clap/[0-9a-f]{12}/fe1/bfloat16", spec.embedder_id)
        assert (spec.precision, spec.towers) == ("fast", towers)

    def test_the_id_is_the_contents(self, tmp_path: Path) -> None:
        recorded = tmp_path / "digests.json"
        first = clap_spec("a", write_checkpoint(tmp_path / "a"), recorded=recorded).embedder_id
        assert clap_spec("b", write_checkpoint(tmp_path / "b"), recorded=recorded).embedder_id == first

    def test_the_id_names_neither_place_nor_what_runs_it(self, tmp_path: Path) -> None:
        folder, elsewhere = (write_checkpoint(tmp_path / name) for name in ("own", "else where/ünder"))
        recorded = tmp_path / "digests.json"
        specs = [
            clap_spec("one", folder, recorded=recorded),
            clap_spec("other", elsewhere, recorded=tmp_path / "others.json"),
            clap_spec("one", folder, recorded=recorded, towers=tmp_path / "towers"),
        ]
        assert len({spec.embedder_id for spec in specs}) == 1

    @pytest.mark.parametrize("name", checkpoint_files())
    def test_any_changed_file_changes_the_id(self, tmp_path: Path, name: str) -> None:
        folder, recorded = write_checkpoint(tmp_path / "own"), tmp_path / "digests.json"
        before = clap_spec("mine", folder, recorded=recorded).embedder_id
        (folder / name).write_bytes((folder / name).read_bytes() + b" ")
        assert clap_spec("mine", folder, recorded=recorded).embedder_id != before

    def test_the_weights_are_hashed_once(self, tmp_path: Path) -> None:
        """The recorded digest is believed as long as size and time stand: a forged record shows it."""
        folder, recorded = write_checkpoint(tmp_path / "own"), tmp_path / "data" / "digests.json"
        before = clap_spec("mine", folder, recorded=recorded).embedder_id
        record = json.loads(recorded.read_text())
        (entry,) = record.values()
        assert entry["sha256"] == hashlib.sha256(checkpoint_files()["model.safetensors"]).hexdigest()
        entry["sha256"] = "0" * 64
        recorded.write_text(json.dumps(record))
        assert clap_spec("mine", folder, recorded=recorded).embedder_id != before

    @pytest.mark.parametrize("damage", ["", "[]", '{"x', '{"%s": 3}'])
    def test_a_damaged_record_is_made_again(self, tmp_path: Path, damage: str) -> None:
        folder, recorded = write_checkpoint(tmp_path / "own"), tmp_path / "digests.json"
        before = clap_spec("mine", folder, recorded=recorded).embedder_id
        recorded.write_text(damage.replace("%s", str((folder / "model.safetensors").resolve())))
        assert clap_spec("mine", folder, recorded=recorded).embedder_id == before

    def test_the_users_folder_is_not_written_to(self, tmp_path: Path) -> None:
        folder = write_checkpoint(tmp_path / "own")
        before = {path: path.stat().st_mtime_ns for path in [folder, *folder.iterdir()]}
        clap_spec("mine", folder, recorded=tmp_path / "digests.json")
        check_folder(folder)
        assert {path: path.stat().st_mtime_ns for path in [folder, *folder.iterdir()]} == before

    def test_naming_an_embedder_imports_no_network_runtime(self) -> None:
        program = """
import sys, desktop_app.engine.embedders.model_files
print(sorted({"torch", "transformers", "safetensors", "tokenizers", "huggingface_hub"} & set(sys.modules)))
"""
        ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
        assert ran.stdout == "[]\n"

    def test_what_is_offered_is_pinned_or_resolved(self) -> None:
        assert KNOWN["clap-htsat-fused"].revision == "0ebdccc578498c90ecb34353b57d2f197cae6e0a"
        for name, checkpoint in KNOWN.items():
            assert checkpoint.name == name
            assert checkpoint.repository == f"laion/{name}"
            assert checkpoint.revision is None or re.fullmatch("[0-9a-f]{40}", checkpoint.revision)


def edit(name: str, **changes: object) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        settings = json.loads((folder / name).read_text())
        (folder / name).write_text(json.dumps({**settings, **changes}))

    return change


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def pickle_only(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def cut(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(weights()[:-1])


def write(name: str, content: bytes) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_bytes(content)

    return change


def sparse(name: str, size: int) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / name).open("wb") as file:
            file.truncate(size)

    return change


class TestCheck:
    def test_a_whole_folder_is_good(self, tmp_path: Path) -> None:
        findings = check_folder(write_checkpoint(tmp_path))
        assert all(finding.good for finding in findings)
        assert "512 numbers" in findings[0].text

    def test_a_vocabulary_with_merges_is_a_tokenizer(self, tmp_path: Path) -> None:
        folder = write_checkpoint(tmp_path)
        (folder / "tokenizer.json").unlink()
        (folder / "vocab.json").write_text("{}")
        (folder / "merges.txt").touch()
        assert all(finding.good for finding in check_folder(folder))

    @pytest.mark.parametrize(
        ("spoil", "sentence"),
        [
            (shutil.rmtree, "is not there; choose the folder"),
            (remove("config.json"), r"lacks config\.json; choose"),
            (write("config.json", b"{"), r"config\.json cannot be read; download"),
            (write("config.json", b"[]"), "is not a checkpoint's file"),
            (edit("config.json", model_type="clip"), "of the kind “clip”, not CLAP; choose"),
            (remove("model.safetensors"), r"lacks the weights \(model\.safetensors\)"),
            (pickle_only, "only as a pickle, which could run any code"),
            (cut, "damaged or incomplete"),
            (write("model.safetensors", b""), "damaged or incomplete"),
            (write("model.safetensors", b"\x80\x02" * 50), "damaged or incomplete"),
            (write("model.safetensors", (2).to_bytes(8, "little") + b"[]"), "damaged or incomplete"),
            (write("model.safetensors", (2).to_bytes(8, "little") + b"{}"), "damaged or incomplete"),
            (write("model.safetensors", (56).to_bytes(8, "little") + ODD_HEADER), "damaged or incomplete"),
            (write("model.safetensors", weights(PARTS[1:])), r"lacks the weights of audio_model\.\*"),
            (remove("tokenizer.json"), "lacks its tokenizer"),
            (remove("preprocessor_config.json"), r"lacks preprocessor_config\.json"),
            (edit("preprocessor_config.json", hop_length=None), "is incomplete"),
            (edit("preprocessor_config.json", hop_length=0), "incomplete or damaged"),
            (edit("preprocessor_config.json", hop_length=10**9), "incomplete or damaged"),
            (edit("preprocessor_config.json", fft_window_size=10**9), "incomplete or damaged"),
            (edit("preprocessor_config.json", feature_size=10**9), "incomplete or damaged"),
            (edit("preprocessor_config.json", max_length_s=10**12), "incomplete or damaged"),
            (edit("preprocessor_config.json", max_length_s=float("inf")), "incomplete or damaged"),
            (edit("preprocessor_config.json", sampling_rate=-48_000), "incomplete or damaged"),
            (edit("preprocessor_config.json", frequency_min=float("nan")), "incomplete or damaged"),
            (edit("preprocessor_config.json", frequency_max=24_001), "incomplete or damaged"),
            (edit("config.json", projection_dim=10**9), "incomplete or damaged"),
            (edit("config.json", projection_dim=float("inf")), "incomplete or damaged"),
            (edit("config.json", projection_dim="wide"), "incomplete or damaged"),
            (edit("config.json", text_config=[]), "incomplete or damaged"),
            (edit("config.json", text_config={"max_position_embeddings": 10**12}), "incomplete or damaged"),
            (edit("config.json", text_config={"pad_token_id": 513}), "incomplete or damaged"),
            (
                write("config.json", b"[" * 100_000),
                r"cannot be a checkpoint's file \(its lists are nested too deeply\)",
            ),
            (sparse("config.json", 10_000_001), r"cannot be a checkpoint's file \(it is larger than 10 MB\)"),
            (sparse("tokenizer.json", 100_000_001), r"tokenizer\.json is larger than 100 MB"),
            (sparse("merges.txt", 100_000_001), r"merges\.txt is larger than 100 MB"),
            (write("model.safetensors", (100_000).to_bytes(8, "little") + b"[" * 100_000), "damaged or incomplete"),
            (write("model.safetensors", (1 << 63).to_bytes(8, "little") + b"{}"), "damaged or incomplete"),
            (edit("preprocessor_config.json", truncation="other"), "in a way this program does not know"),
            (edit("preprocessor_config.json", padding="repeat"), "in a way this program does not know"),
            (edit("preprocessor_config.json", truncation="rand_trunc"), "in a way this program does not know"),
        ],
    )
    def test_what_is_wrong_is_said(self, tmp_path: Path, spoil: Callable[[Path], None], sentence: str) -> None:
        folder = write_checkpoint(tmp_path / "own")
        spoil(folder)
        wrong = [finding.text for finding in check_folder(folder) if not finding.good]
        assert len(wrong) == 1
        assert re.search(sentence, wrong[0])
        assert wrong[0].endswith(".")

    def test_a_file_changed_after_its_download_is_found(self, hub: Hub, tmp_path: Path) -> None:
        folder = fetch(hub, tmp_path)
        content = hub.files["model.safetensors"]
        (folder / "model.safetensors").write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        wrong = [finding.text for finding in check_folder(folder) if not finding.good]
        assert wrong == ["model.safetensors changed since the download; download the checkpoint again."]

    def test_a_damaged_download_record_is_found(self, hub: Hub, tmp_path: Path) -> None:
        folder = fetch(hub, tmp_path)
        (folder / "earmark-download.json").write_text('{"format": 1}')
        assert [finding.good for finding in check_folder(folder)] == [True, False]

    def test_the_same_problem_stops_the_spec(self, tmp_path: Path) -> None:
        folder = write_checkpoint(tmp_path / "own")
        pickle_only(folder)
        with pytest.raises(EmbedderError, match="only as a pickle"):
            clap_spec("mine", folder, recorded=tmp_path / "digests.json")

    def test_weights_with_a_list_of_names_beyond_measure_are_not_read(self, tmp_path: Path) -> None:
        """Ten megabytes of names would be hundreds in memory, of this process."""
        folder = write_checkpoint(tmp_path / "own")
        with (folder / "model.safetensors").open("wb") as file:
            file.write((10_000_001).to_bytes(8, "little"))
            file.truncate(20_000_000)
        with pytest.raises(EmbedderError, match="damaged or incomplete"):
            weight_places(folder / "model.safetensors")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
    @pytest.mark.parametrize("name", ["config.json", "preprocessor_config.json"])
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path, name: str) -> None:
        folder = write_checkpoint(tmp_path / "own")
        (folder / name).unlink()
        os.mkfifo(folder / name)
        with pytest.raises(EmbedderError, match=r"cannot be a checkpoint's file \(it is not a file\)"):
            clap_spec("mine", folder, recorded=tmp_path / "digests.json")

    def test_the_front_ends_numbers_come_from_the_folder(self, tmp_path: Path) -> None:
        folder = write_checkpoint(tmp_path)
        edit("preprocessor_config.json", frequency_min=30, max_length_s=7)(folder)
        mel = read_checkpoint(folder).mel
        assert (mel.frequency_min, mel.clip_samples, mel.frames) == (30.0, 336_000, 701)
