"""The sentence encoder against the original's own numbers, and against its promises."""

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from desktop_app.engine.minilm import LONGEST, SentenceEncoder, full_precision
from tests.starter_files import GOLDEN, STARTER


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    torch.set_num_threads(1)
    weights = full_precision(load_file(STARTER / "minilm.safetensors"))
    return SentenceEncoder(weights, Tokenizer.from_file(str(STARTER / "tokenizer.json")))


def test_meanings_are_those_of_the_original(encoder: SentenceEncoder) -> None:
    """Cosine 0.999 with the original float32 weights run by transformers; what is missing is the int8 of ours."""
    with np.load(GOLDEN / "sentences.npz") as original:
        texts, meanings = original["texts"], original["meanings"]
    cosines = [
        float(encoder.encode(str(text)).numpy() @ meaning) for text, meaning in zip(texts, meanings, strict=True)
    ]
    assert len(cosines) >= 10
    assert min(cosines) >= 0.999


def test_the_golden_meanings_differ_from_each_other() -> None:
    """Guards the comparison above: no two texts are so alike that one meaning would do for both."""
    with np.load(GOLDEN / "sentences.npz") as original:
        cosines = original["meanings"] @ original["meanings"].T
    assert np.triu(cosines, 1).max() < 0.9


def test_a_meaning_has_unit_length(encoder: SentenceEncoder) -> None:
    assert float(encoder.encode("thunder").norm()) == pytest.approx(1.0, abs=1e-6)


def test_capitals_and_spaces_do_not_matter(encoder: SentenceEncoder) -> None:
    assert torch.equal(encoder.encode("  Dog   BARKING "), encoder.encode("dog barking"))


def test_synonyms_are_nearer_than_strangers(encoder: SentenceEncoder) -> None:
    dog, puppy, engine = (
        encoder.encode(text) for text in ("dog barking", "a puppy is barking", "diesel engine idling")
    )
    assert float(dog @ puppy) > float(dog @ engine) + 0.2


def test_what_goes_beyond_the_longest_text_is_not_read(encoder: SentenceEncoder) -> None:
    start = "rain " * (LONGEST - 2)  # two tokens mark begin and end
    assert torch.equal(encoder.encode(start + "and thunder"), encoder.encode(start))
    assert not torch.equal(encoder.encode("rain " * (LONGEST - 3) + "thunder"), encoder.encode(start))


def test_an_int8_matrix_has_a_scale_for_each_stretch_of_a_row() -> None:
    stored = {
        "matrix": torch.tensor([[1, 2, 3, 4], [-5, 6, -7, 8]], dtype=torch.int8),
        "matrix.scale": torch.tensor([[0.5, 2.0], [1.0, 0.25]]),
        "bias": torch.tensor([1.0, 2.0], dtype=torch.float16),
    }
    restored = full_precision(stored)
    assert restored.keys() == {"matrix", "bias"}
    assert restored["matrix"].tolist() == [[0.5, 1.0, 6.0, 8.0], [-5.0, 6.0, -1.75, 2.0]]
    assert restored["bias"].dtype == torch.float32
