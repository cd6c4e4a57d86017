"""CLAP on a small checkpoint of the real architecture, in torch, against transformers' own parts of it."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.clap_checkpoint import read_checkpoint
from desktop_app.engine.clap.clap_tokenizer import ClapTokenizer
from desktop_app.engine.embedders.embedder import Embedder, EmbedderError, EmbedderSpec
from desktop_app.engine.embedders.embedders import load_embedder
from tests.clap_checkpoint import LONGEST_TEXT, save_checkpoint

RATE = 48_000
TEXTS = ["rain", "a dog barks twice behind a closed door", "Ölfaß, déjà vu, 雨", "", "rain " * 100]


def sound(seconds: float, seed: int = 0) -> Samples:
    """Bursts of noise and tones, other ones for each seed."""
    generator = np.random.default_rng(seed)
    time = np.arange(round(seconds * RATE)) / RATE
    tone = np.sin(2 * np.pi * generator.uniform(100, 4000) * time * (1 + 0.02 * time))
    bursts = np.abs(np.sin(generator.uniform(0.5, 9) * time)) ** 3
    mixed = 0.5 * tone * bursts + 0.1 * generator.standard_normal(len(time)) * (1 - bursts)
    return mixed.clip(-1, 1).astype(np.float32)


SOUNDS = [sound(0.2, 1), sound(12, 2), sound(1, 3), sound(10, 4), sound(35, 5), sound(9.99, 6)]


@pytest.fixture(scope="module")
def fused_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_checkpoint(tmp_path_factory.mktemp("fused"), fused=True)


@pytest.fixture(scope="module")
def unfused_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_checkpoint(tmp_path_factory.mktemp("unfused"), fused=False)


@pytest.fixture(params=["fused", "unfused"])
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(f"{request.param}_folder")
    return path


@pytest.fixture
def copied(fused_folder: Path, tmp_path: Path) -> Path:
    """A copy of the fused checkpoint to spoil."""
    for file in fused_folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def load(folder: Path) -> Embedder:
    return load_embedder(EmbedderSpec("test", "clap", folder, "clap/test/fe1/float32", RATE, 32))


def cosines(first: Vectors, second: Vectors) -> Vectors:
    result: Vectors = (first * second).sum(axis=1)
    return result


def published_audio(folder: Path, samples: Samples) -> Vectors:
    """What transformers makes of one sound, [d]; only the short sound that it marks as long at random is put right."""
    extractor = transformers.ClapFeatureExtractor.from_pretrained(folder)
    network = transformers.ClapModel.from_pretrained(folder).eval()
    inputs = extractor(samples, sampling_rate=RATE, return_tensors="pt")
    is_longer = torch.tensor([[len(samples) >= 480_480]])
    with torch.no_grad():
        output = network.get_audio_features(input_features=inputs["input_features"], is_longer=is_longer)
    vector: Vectors = output.pooler_output[0].numpy()
    return vector


def test_it_is_an_embedder(fused_folder: Path) -> None:
    embedder = load(fused_folder)
    assert (embedder.embedder_id, embedder.dimension, embedder.sample_rate) == ("clap/test/fe1/float32", 32, RATE)


def test_sounds_get_the_published_embeddings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(np.random, "choice", lambda starts: starts[len(starts) // 2])
    monkeypatch.setattr(np.random, "randint", lambda low, high: (high - 1) // 2)
    ours = load(folder).embed_audio(SOUNDS)
    reference = np.stack([published_audio(folder, samples) for samples in SOUNDS])
    assert cosines(ours, reference).min() >= 0.99999
    np.testing.assert_allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-6)
    others = (ours @ ours.T)[~np.eye(len(ours), dtype=bool)]
    assert others.max() < 0.999, "a network that hears no differences proves nothing"


def test_a_wrong_front_end_would_be_noticed(copied: Path) -> None:
    """The comparison above has teeth: another lowest frequency moves the embedding further than it allows."""
    before = load(copied).embed_audio(SOUNDS[:1])
    settings = json.loads((copied / "preprocessor_config.json").read_text())
    (copied / "preprocessor_config.json").write_text(json.dumps({**settings, "frequency_min": 0}))
    assert cosines(before, load(copied).embed_audio(SOUNDS[:1])).max() < 0.9999


def test_a_batch_equals_one_by_one_to_the_bit(folder: Path) -> None:
    embedder = load(folder)
    together = embedder.embed_audio(SOUNDS)
    backwards = embedder.embed_audio(SOUNDS[::-1])[::-1]
    alone = np.concatenate([embedder.embed_audio([samples]) for samples in SOUNDS])
    np.testing.assert_array_equal(together, alone)
    np.testing.assert_array_equal(together, backwards)
    np.testing.assert_array_equal(together, load(folder).embed_audio(SOUNDS))


def test_texts_get_the_published_embeddings(folder: Path) -> None:
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    network = transformers.ClapModel.from_pretrained(folder).eval()
    tokens = tokenizer(TEXTS, padding=True, truncation=True, return_tensors="pt")
    with torch.no_grad():
        reference = network.get_text_features(**tokens).pooler_output.numpy()
    ours = load(folder).embed_text(TEXTS)
    assert cosines(ours, reference).min() >= 0.99999
    np.testing.assert_allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-6)
    assert (ours @ ours.T)[~np.eye(len(ours), dtype=bool)].max() < 0.999


def test_a_text_does_not_depend_on_its_neighbours(fused_folder: Path) -> None:
    embedder = load(fused_folder)
    alone = np.concatenate([embedder.embed_text([text]) for text in TEXTS])
    np.testing.assert_array_equal(embedder.embed_text(TEXTS), alone)


def test_a_long_text_is_cut_where_the_network_ends(copied: Path) -> None:
    settings = json.loads((copied / "tokenizer_config.json").read_text())
    del settings["model_max_length"]
    (copied / "tokenizer_config.json").write_text(json.dumps(settings))
    embedder = load(copied)
    longer, longest = embedder.embed_text(["rain" * LONGEST_TEXT, "rain" * (LONGEST_TEXT - 2)])
    np.testing.assert_array_equal(longer, longest)


@pytest.mark.parametrize("method", ["embed_audio", "embed_text"])
def test_nothing_gives_an_empty_matrix(fused_folder: Path, method: str) -> None:
    empty = getattr(load(fused_folder), method)([])
    assert empty.shape == (0, 32)
    assert empty.dtype == np.float32


def rewrite_weights(folder: Path, change: Callable[[str], str | None]) -> None:
    """Rename each tensor as `change` says; None drops it."""
    path = folder / "model.safetensors"
    renamed = {change(name): tensor for name, tensor in load_file(path).items()}
    save_file({name: tensor for name, tensor in renamed.items() if name is not None}, path, metadata={"format": "pt"})


def without_prefix(prefix: str) -> Callable[[str], str | None]:
    return lambda name: None if name.startswith(prefix) else name


@pytest.mark.parametrize(
    "change",
    [
        without_prefix("audio_model."),
        without_prefix("text_model."),
        without_prefix("text_projection.linear2.bias"),
        lambda name: name.replace("audio_model.", "audio_tower."),
        lambda name: name.removeprefix("audio_model."),
    ],
    ids=["no audio tower", "no text tower", "one tensor less", "audio tower renamed", "prefix lost"],
)
def test_weights_that_do_not_fit_are_refused(copied: Path, change: Callable[[str], str | None]) -> None:
    rewrite_weights(copied, change)
    with pytest.raises(EmbedderError, match=r"do not fit CLAP .* download it again or choose another folder\."):
        load(copied)


def test_an_unexpected_weight_is_refused(copied: Path) -> None:
    path = copied / "model.safetensors"
    save_file({**load_file(path), "audio_model.extra.weight": torch.ones(2)}, path, metadata={"format": "pt"})
    with pytest.raises(EmbedderError, match=r"1 unexpected.*audio_model\.extra\.weight"):
        load(copied)


def test_a_weight_of_another_shape_is_refused(copied: Path) -> None:
    path = copied / "model.safetensors"
    save_file({**load_file(path), "text_projection.linear2.bias": torch.ones(5)}, path, metadata={"format": "pt"})
    with pytest.raises(EmbedderError, match=r"choose another folder\.|cannot be loaded"):
        load(copied)


def test_tables_that_the_network_computes_may_be_missing_or_left_over(copied: Path) -> None:
    expected = load(copied).embed_audio(SOUNDS[:2]), load(copied).embed_text(TEXTS)
    tables = ("position_ids", "token_type_ids", "relative_position_index", "num_batches_tracked")
    rewrite_weights(copied, lambda name: None if name.endswith(tables) else name)
    path = copied / "model.safetensors"
    left_over = {"text_model.encoder.position_ids": torch.arange(4)}
    save_file({**load_file(path), **left_over}, path, metadata={"format": "pt"})
    embedder = load(copied)
    np.testing.assert_array_equal(embedder.embed_audio(SOUNDS[:2]), expected[0])
    np.testing.assert_array_equal(embedder.embed_text(TEXTS), expected[1])


def test_a_pickle_is_refused(copied: Path) -> None:
    (copied / "model.safetensors").rename(copied / "pytorch_model.bin")
    with pytest.raises(EmbedderError, match=r"only as a pickle.*choose a checkpoint that has model\.safetensors\."):
        load(copied)


def test_a_file_cut_short_is_refused(copied: Path) -> None:
    path = copied / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(EmbedderError, match=r"damaged or incomplete; download the checkpoint again\."):
        load(copied)


def test_a_tokenizer_with_more_words_than_the_network_is_refused(copied: Path) -> None:
    settings = json.loads((copied / "tokenizer.json").read_text())
    settings["model"]["vocab"]["more"] = len(settings["model"]["vocab"])
    (copied / "tokenizer.json").write_text(json.dumps(settings))
    with pytest.raises(EmbedderError, match=r"tokenizer.*does not belong"):
        load(copied)


PUBLISHED_TOKENIZER = Path(__file__).parents[3] / "shared" / "clap-htsat-fused"


@pytest.mark.skipif(not PUBLISHED_TOKENIZER.is_dir(), reason="needs the published checkpoint's tokenizer files")
def test_the_published_tokenizer_files_are_read_as_they_are(tmp_path: Path) -> None:
    """RoBERTa's ids of "Hello world" are 0, 31414, 232, 2: its vocabulary file and the marks around a text."""
    save_checkpoint(tmp_path, vocabulary_size=50265)
    for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.json", "merges.txt"):
        (tmp_path / name).write_bytes((PUBLISHED_TOKENIZER / name).read_bytes())
    network = transformers.ClapModel.from_pretrained(tmp_path).eval()
    with torch.no_grad():
        expected = network.get_text_features(torch.tensor([[0, 31414, 232, 2]])).pooler_output.numpy()
    np.testing.assert_allclose(load(tmp_path).embed_text(["Hello world"]), expected, atol=1e-6)


@pytest.mark.skipif(not PUBLISHED_TOKENIZER.is_dir(), reason="needs the published checkpoint's tokenizer files")
@pytest.mark.parametrize("whole", [True, False], ids=["whole file", "vocabulary and merges"])
def test_the_published_tokens_are_those_of_transformers(tmp_path: Path, whole: bool) -> None:
    names = ["tokenizer_config.json", "special_tokens_map.json", "vocab.json", "merges.txt", "config.json"]
    for name in [*names, "preprocessor_config.json", *(["tokenizer.json"] if whole else [])]:
        (tmp_path / name).write_bytes((PUBLISHED_TOKENIZER / name).read_bytes())
    (tmp_path / "model.safetensors").touch()
    ours = ClapTokenizer(read_checkpoint(tmp_path))
    theirs = transformers.AutoTokenizer.from_pretrained(tmp_path)
    texts = [*TEXTS, "Jazz standard", "it's  a cat-and-dog fight!", "1234 <mask> </s> x", "word " * 600, "\n\t", "🎧"]
    for text in texts:
        assert ours(text) == theirs(text, truncation=True, max_length=512)["input_ids"]
