"""Texts become RoBERTa's tokens, from either kind of a checkpoint's files."""

import json
from pathlib import Path

import pytest

from desktop_app.engine.clap.clap_checkpoint import ClapCheckpoint, MelParameters, TextParameters
from desktop_app.engine.clap.clap_tokenizer import ClapTokenizer
from desktop_app.engine.embedders.embedder import EmbedderError
from tests.clap_checkpoint import save_tokenizer

TEXTS = ["", "rain", "  two  spaces ", "Ölfaß, déjà vu, 雨", "a <unk> and </s> in a text", "rain " * 100]
MEL = MelParameters(48_000, 480_000, 1024, 480, 64, 50.0, 14_000.0, fused=True)


def checkpoint(folder: Path, *, longest: int = 32, vocabulary: int = 300) -> ClapCheckpoint:
    return ClapCheckpoint(folder, MEL, TextParameters(longest, padding=1, vocabulary=vocabulary), dimension=32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_tokenizer(tmp_path, longest=32)
    return tmp_path


def test_a_text_gets_its_marks_and_is_cut(folder: Path) -> None:
    tokenizer = ClapTokenizer(checkpoint(folder, longest=8))
    assert tokenizer("")[0] == 0
    assert tokenizer("")[-1] == 2
    assert len(tokenizer("")) == 2
    assert len(tokenizer("rain")) == 3
    assert (len(tokenizer("rain " * 100)), tokenizer("rain " * 100)[-1]) == (8, 2)


def test_vocabulary_and_merges_make_the_same_tokens(folder: Path) -> None:
    expected = [ClapTokenizer(checkpoint(folder))(text) for text in TEXTS]
    model = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in model["merges"]]
    (folder / "tokenizer.json").unlink()
    (folder / "vocab.json").write_text(json.dumps(model["vocab"]), encoding="utf-8")
    (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges]) + "\n", encoding="utf-8")
    assert [ClapTokenizer(checkpoint(folder))(text) for text in TEXTS] == expected


@pytest.mark.parametrize("content", ["", "{", "{}", "[1]"])
def test_damaged_files_are_refused(folder: Path, content: str) -> None:
    (folder / "tokenizer.json").write_text(content)
    with pytest.raises(EmbedderError, match=r"cannot be read; download the checkpoint again\."):
        ClapTokenizer(checkpoint(folder))


def test_more_words_than_the_network_knows_are_refused(folder: Path) -> None:
    with pytest.raises(EmbedderError, match=r"does not belong to its network"):
        ClapTokenizer(checkpoint(folder, vocabulary=10))
