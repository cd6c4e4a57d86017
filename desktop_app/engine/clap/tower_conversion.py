"""Takes transformers' CLAP apart into graphs for OpenVINO: done once for a checkpoint, by tracing.

The tower that hears is cut where its stages meet, so that one file serves short and long sounds (which differ only in
how they begin), and so that each stage can be computed in a precision of its own. Tracing keeps one branch only, hence
two beginnings. The tower that reads gets the vectors of its words from the checkpoint: that table alone is a third of
it.
"""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from desktop_app.engine.clap.clap_checkpoint import MelParameters
from desktop_app.engine.clap.openvino_runtime import Runtime
from desktop_app.engine.clap.tower_files import HEAD, LONG_STEM, SHORT_STEM, TEXT, graph_file, merge_name, stage_name

_CHANNELS = 4
"""Of a long sound: all of it shrunk, and three crops."""
_WORDS = 5
"""In the example text; any number of words fits afterwards."""


class _Stem(nn.Module):
    """Log-mel frames [1, channels, frames, mel bins] -> the first patches [1, patches, width].

    The network stretches the frames to its image's width. Put as a product with a matrix, that takes a third of the
    time of what OpenVINO makes of it.
    """

    stretch: Tensor

    def __init__(self, encoder: Any, frames: int, *, longer: bool) -> None:
        super().__init__()
        self.encoder = encoder
        self.longer = [0] if longer else []
        width = int(encoder.spec_size * encoder.freq_ratio)
        every = torch.eye(frames)[None, None]
        stretch = nn.functional.interpolate(every, (width, frames), mode="bicubic", align_corners=True)
        self.register_buffer("stretch", stretch[0, 0])

    def forward(self, frames: Tensor) -> Tensor:
        normalised = self.encoder.batch_norm(frames.transpose(1, 3)).transpose(1, 3)
        image = self.encoder.reshape_mel2img(torch.matmul(self.stretch, normalised))
        patches: Tensor = self.encoder.patch_embed(image, torch.tensor(self.longer, dtype=torch.long))
        return patches


class _Stage(nn.Module):
    """Patches -> patches, through the attention blocks of one stage."""

    def __init__(self, blocks: nn.ModuleList, resolution: tuple[int, int]) -> None:
        super().__init__()
        self.blocks = blocks
        self.resolution = resolution

    def forward(self, patches: Tensor) -> Tensor:
        for block in self.blocks:
            patches = block(patches, self.resolution)[0]
        return patches


class _Merge(nn.Module):
    """Patches -> a quarter as many, twice as wide."""

    def __init__(self, downsample: nn.Module, resolution: tuple[int, int]) -> None:
        super().__init__()
        self.downsample = downsample
        self.resolution = resolution

    def forward(self, patches: Tensor) -> Tensor:
        merged: Tensor = self.downsample(patches, self.resolution)
        return merged


class _Head(nn.Module):
    """The last patches -> the embedding [1, dimension], of unit length."""

    def __init__(self, network: Any) -> None:
        super().__init__()
        self.norm = network.audio_model.audio_encoder.norm
        self.projection = network.audio_projection

    def forward(self, patches: Tensor) -> Tensor:
        return nn.functional.normalize(self.projection(self.norm(patches).mean(dim=1)), dim=-1)


class _Text(nn.Module):
    """Vectors of words [1, words, width] and their positions [1, words] -> the embedding [1, dimension]."""

    def __init__(self, network: Any) -> None:
        super().__init__()
        self.tower = network.text_model
        self.projection = network.text_projection

    def forward(self, words: Tensor, positions: Tensor) -> Tensor:
        pooled = self.tower(inputs_embeds=words, position_ids=positions).pooler_output
        return nn.functional.normalize(self.projection(pooled), dim=-1)


@torch.inference_mode()
def convert_towers(runtime: Runtime, network: Any, mel: MelParameters, folder: Path) -> None:
    """Save the graphs of transformers' `ClapModel` into `folder`.

    Raises what torch, transformers and OpenVINO raise when they do not get on with each other: RuntimeError, and
    nearly any other built-in exception.
    """
    encoder = network.audio_model.audio_encoder
    frames = torch.zeros(1, 1, mel.frames, mel.mel_bins)
    stem = _Stem(encoder, mel.frames, longer=False)
    runtime.convert(stem, frames, graph_file(folder, SHORT_STEM))
    if mel.fused:
        longer = _Stem(encoder, mel.frames, longer=True)
        runtime.convert(longer, frames.repeat(1, _CHANNELS, 1, 1), graph_file(folder, LONG_STEM))
    patches = stem(frames)
    for number, (layer, resolution) in enumerate(zip(encoder.layers, encoder.input_resolutions, strict=True)):
        stage = _Stage(layer.blocks, resolution)
        runtime.convert(stage, patches, graph_file(folder, stage_name(number)))
        patches = stage(patches)
        if layer.downsample is not None:
            merge = _Merge(layer.downsample, resolution)
            runtime.convert(merge, patches, graph_file(folder, merge_name(number)))
            patches = merge(patches)
    runtime.convert(_Head(network), patches, graph_file(folder, HEAD))
    _convert_text(runtime, network, graph_file(folder, TEXT))


def _convert_text(runtime: Runtime, network: Any, path: Path) -> None:
    width = network.config.text_config.hidden_size
    example = torch.zeros(1, _WORDS, width), torch.arange(_WORDS)[None] + network.config.text_config.pad_token_id + 1
    runtime.convert(_Text(network), example, path, shapes=[(1, -1, width), (1, -1)])
