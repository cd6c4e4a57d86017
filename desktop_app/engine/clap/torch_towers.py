"""CLAP's networks as transformers runs them, in float32: the reference for every other runtime, and what serves where
there is none.

Imported only where it is needed: importing torch and transformers takes seconds and hundreds of megabytes.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.log_mel import ClapInput
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.embedders.reference_library import import_transformers

COMPUTED = ("position_ids", "token_type_ids", "relative_position_index", "num_batches_tracked")
"""Tables that the network computes itself; checkpoints of some versions hold them and others do not."""


class MisfitError(EmbedderError):
    """The weights do not match the network one to one."""

    def __init__(
        self, message: str, missing: Sequence[str] = (), unexpected: Sequence[str] = (), wrong: Sequence[str] = ()
    ) -> None:
        """Names of weights: those that are not there, those that do not belong there, and those of another shape."""
        super().__init__(message)
        self.missing = missing
        self.unexpected = unexpected
        self.wrong = wrong


class TorchTowers:
    """A checkpoint's networks in torch, on one thread; implements `Towers`."""

    def __init__(self, folder: Path) -> None:
        """Load the weights. Raises `EmbedderError` with a sentence when they cannot be used, or do not match the
        network one to one (transformers would fill the gaps with random numbers and say nothing).
        """
        torch.set_num_threads(1)
        self.network = _load(folder)
        """transformers' `ClapModel`."""

    @torch.inference_mode()
    def hear(self, heard: ClapInput) -> Vectors:
        """See `Towers`."""
        output = self.network.get_audio_features(
            input_features=torch.from_numpy(heard.frames)[None], is_longer=torch.tensor([[heard.is_longer]])
        )
        embedding: Vectors = output.pooler_output[0].numpy()
        return embedding

    def hear_together(self, sounds: Sequence[ClapInput]) -> Vectors:
        """See `HearingTower`; one after the other, as batches do not pay on a processor."""
        return np.stack([self.hear(heard) for heard in sounds])

    @torch.inference_mode()
    def read(self, tokens: Sequence[int]) -> Vectors:
        """See `Towers`."""
        ids = torch.tensor([list(tokens)])
        output = self.network.get_text_features(input_ids=ids, attention_mask=torch.ones_like(ids))
        embedding: Vectors = output.pooler_output[0].numpy()
        return embedding


def _load(folder: Path) -> Any:
    transformers = import_transformers()
    try:
        network, info = transformers.ClapModel.from_pretrained(
            folder, local_files_only=True, use_safetensors=True, dtype=torch.float32, output_loading_info=True
        )
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError) as error:
        raise EmbedderError(f"{folder} cannot be loaded as a CLAP checkpoint ({_first_line(error)}).") from error
    _refuse_wrong_weights(folder, info)
    return network.eval()


def _refuse_wrong_weights(folder: Path, info: dict[str, Any]) -> None:
    missing, unexpected = (
        sorted(name for name in info[kind] if not name.endswith(COMPUTED))
        for kind in ("missing_keys", "unexpected_keys")
    )
    wrong = [str(entry) for kind in ("mismatched_keys", "error_msgs") for entry in info[kind]]
    if missing or unexpected or wrong:
        example = [*missing, *unexpected, *wrong][0]
        sentence = (
            f"The weights in {folder} do not fit CLAP ({len(missing)} missing, {len(unexpected)} unexpected, "
            f"{len(wrong)} of another shape, for example {example}); download it again or choose another folder."
        )
        raise MisfitError(sentence, missing, unexpected, wrong)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
