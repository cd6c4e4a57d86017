"""The vectors of words are read where they lie in the weights."""

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from desktop_app.engine.clap.word_vectors import WordVectors
from desktop_app.engine.embedders.embedder import EmbedderError

NAME = "text_model.embeddings.word_embeddings.weight"
TABLE = np.random.default_rng(0).normal(size=(50, 7)).astype(np.float32)


def save(folder: Path, table: np.ndarray, name: str = NAME) -> Path:
    others = {"a": np.ones(3, dtype=np.float32), "z": np.ones((2, 2), dtype=np.float32)}
    save_file({**others, name: table}, folder / "model.safetensors")
    return folder


def test_each_token_gets_its_row(tmp_path: Path) -> None:
    words = WordVectors(save(tmp_path, TABLE))
    np.testing.assert_array_equal(words([0, 49, 3, 3]), TABLE[[0, 49, 3, 3]])


@pytest.mark.parametrize("token", [-1, 50])
def test_an_unknown_token_is_no_row_of_something_else(tmp_path: Path, token: int) -> None:
    with pytest.raises(IndexError):
        WordVectors(save(tmp_path, TABLE))([token])


def test_another_kind_of_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="float32"):
        WordVectors(save(tmp_path, TABLE.astype(np.float16)))
    with pytest.raises(ValueError, match="float32"):
        WordVectors(save(tmp_path, TABLE, name="other"))


def test_a_checkpoint_that_is_gone_is_said(tmp_path: Path) -> None:
    words = WordVectors(save(tmp_path, TABLE))
    (tmp_path / "model.safetensors").unlink()
    with pytest.raises(EmbedderError, match=r"cannot be read any more"):
        words([1])
