"""Makes CLAP checkpoints in the hub's format: the real architecture, random weights from a fixed seed, a tokenizer of
its own.

Tests use the small size (the published patch, window and spectrogram geometry, narrow layers); benchmarks the real
one. Random weights check numerics and never quality.
"""

import json
from pathlib import Path
from typing import Any

import torch
import transformers
from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers, processors
from torch import nn

SPECIAL_TOKENS = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
LONGEST_TEXT = 32
"""Tokens that the small network reads."""

_SMALL_AUDIO = {
    "depths": [1, 1, 2, 1],
    "num_attention_heads": [1, 2, 2, 4],
    "patch_embeds_hidden_size": 16,
    "hidden_size": 128,
}
_SMALL_TEXT = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
    "max_position_embeddings": LONGEST_TEXT + 2,
}


def save_checkpoint(
    folder: Path, *, fused: bool = True, real_size: bool = False, vocabulary_size: int | None = None, seed: int = 7
) -> Path:
    """Save a checkpoint as transformers does, with the published preprocessor's numbers; returns the folder.

    `vocabulary_size` makes room for another tokenizer's words.
    """
    config = transformers.ClapConfig(
        audio_config={"enable_fusion": fused, **({} if real_size else _SMALL_AUDIO)},
        text_config={} if real_size else {**_SMALL_TEXT, "vocab_size": vocabulary_size or len(_vocabulary())},
        projection_dim=512 if real_size else 32,
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = transformers.ClapModel(config)
        _randomise(network)
    transformers.logging.disable_progress_bar()
    network.eval().save_pretrained(folder)
    _save_preprocessor(folder, fused=fused)
    save_tokenizer(folder, longest=512 if real_size else LONGEST_TEXT)
    return folder


def save_tokenizer(folder: Path, *, longest: int) -> None:
    """A byte-level tokenizer as RoBERTa's, with three merges only, so that it reads any text."""
    tokenizer = Tokenizer(models.BPE(vocab=_vocabulary(), merges=[("r", "a"), ("i", "n"), ("ra", "in")]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    tokenizer.add_special_tokens([AddedToken(token, normalized=False) for token in SPECIAL_TOKENS])
    tokenizer.save(str(folder / "tokenizer.json"))
    names = {"bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "sep_token": "</s>"}
    rest = {"pad_token": "<pad>", "unk_token": "<unk>", "mask_token": "<mask>"}
    settings = {**names, **rest, "model_max_length": longest, "tokenizer_class": "PreTrainedTokenizerFast"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")


def _save_preprocessor(folder: Path, *, fused: bool) -> None:
    settings: dict[str, Any] = {
        "feature_extractor_type": "ClapFeatureExtractor",
        "feature_size": 64,
        "fft_window_size": 1024,
        "frequency_max": 14000,
        "frequency_min": 50,
        "hop_length": 480,
        "max_length_s": 10,
        "padding": "repeatpad",
        "padding_side": "right",
        "padding_value": 0.0,
        "processor_class": "ClapProcessor",
        "return_attention_mask": False,
        "sampling_rate": 48000,
        "top_db": None,
        "truncation": "fusion" if fused else "rand_trunc",
    }
    (folder / "preprocessor_config.json").write_text(json.dumps(settings), encoding="utf-8")


def _vocabulary() -> dict[str, int]:
    tokens = [*SPECIAL_TOKENS, *sorted(pre_tokenizers.ByteLevel.alphabet()), "ra", "in", "rain"]
    return {token: number for number, token in enumerate(tokens)}


def _randomise(network: Any) -> None:
    """Weights that pass the differences between sounds on (transformers' own start values nearly drown them)."""
    with torch.no_grad():
        for name, tensor in network.named_parameters():
            if tensor.ndim >= 2:
                tensor.normal_(std=tensor[0].numel() ** -0.5)
            elif name.endswith("bias"):
                tensor.normal_(std=0.1)
        for module in network.modules():
            if isinstance(module, nn.BatchNorm2d) and module.running_mean is not None:
                module.running_mean.normal_(std=0.1)
        normalise = network.audio_model.audio_encoder.batch_norm
        normalise.running_mean.fill_(-40.0)
        normalise.running_var.fill_(400.0)
        _centre(network.eval())


def _centre(network: Any) -> None:
    """Take what all sounds have in common out of their embeddings."""
    mel = torch.randn(4, 1, 1001, 64) * 10 + torch.tensor([-60.0, -45.0, -30.0, -15.0])[:, None, None, None]
    pooled = network.audio_model(input_features=mel, is_longer=torch.zeros(4, 1, dtype=torch.bool)).pooler_output
    first = network.audio_projection.linear1
    first.bias.copy_(-(first.weight @ pooled.mean(dim=0)))
