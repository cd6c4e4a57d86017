"""CLAP: sounds and words become vectors of one space, through transformers' `ClapModel` on the CPU.

Each sound and each text goes through the network by itself: batches do not pay on a CPU, and so no neighbour can
change a bit of an embedding. Imported only where the network runs; importing transformers takes seconds.
"""

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap_checkpoint import WEIGHTS, read_checkpoint, weight_names
from desktop_app.engine.embedder import EmbedderError, SoundStream
from desktop_app.engine.log_mel import ClapInput, LogMel

_COMPUTED = ("position_ids", "token_type_ids", "relative_position_index", "num_batches_tracked")
"""Tables that the network computes itself; checkpoints of some versions hold them and others do not."""

_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""What keeps transformers off the network and its progress bars off the terminal."""


class ClapEmbedder:
    """A CLAP checkpoint in a local folder; implements `Embedder`."""

    def __init__(self, folder: Path, *, embedder_id: str, threads: int = 1) -> None:
        """Load the checkpoint, float32, with `threads` threads (of the whole process).

        Raises `EmbedderError` with a sentence when the folder cannot be used: files missing, a pickle instead of
        safetensors, or weights that do not match the network one to one (transformers would fill the gaps with random
        numbers and say nothing).
        """
        checkpoint = read_checkpoint(folder)
        weight_names(folder / WEIGHTS)
        torch.set_num_threads(threads)
        self._embedder_id = embedder_id
        self._dimension = checkpoint.dimension
        self._log_mel = LogMel(checkpoint.mel)
        self._network, self._tokenizer = _load(folder)
        self._longest_text = _longest_text(self._network.config.text_config, self._tokenizer)

    @property
    def embedder_id(self) -> str:
        """Names network, front end, runtime and precision."""
        return self._embedder_id

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return self._dimension

    @property
    def sample_rate(self) -> int:
        """Hz of the samples that `embed_audio` wants."""
        return self._log_mel.parameters.sample_rate

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Mono float32 sounds, each [n] at `sample_rate` -> embeddings of unit length [len(sounds), dimension].

        Raises `ValueError` with a sentence for a sound that has no embedding: empty, silent, or not made of numbers.
        """
        return self._rows([self._hear(self._log_mel(samples)) for samples in sounds])

    def embed_stream(self, sound: SoundStream) -> Vectors:
        """One sound of any length at `sample_rate` -> [dimension]; raises `ValueError` as well."""
        return self._hear(self._log_mel.of_stream(sound))

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """English texts -> embeddings of unit length [len(texts), dimension]; a text is cut where the network's
        memory ends.
        """
        return self._rows([self._read(text) for text in texts])

    @torch.inference_mode()
    def _hear(self, heard: ClapInput) -> Vectors:
        output = self._network.get_audio_features(
            input_features=torch.from_numpy(heard.frames)[None], is_longer=torch.tensor([[heard.is_longer]])
        )
        embedding: Vectors = output.pooler_output[0].numpy()
        return embedding

    @torch.inference_mode()
    def _read(self, text: str) -> Vectors:
        tokens = self._tokenizer(text, truncation=True, max_length=self._longest_text, return_tensors="pt")
        output = self._network.get_text_features(input_ids=tokens["input_ids"], attention_mask=tokens["attention_mask"])
        embedding: Vectors = output.pooler_output[0].numpy()
        return embedding

    def _rows(self, embeddings: list[Vectors]) -> Vectors:
        return np.array(embeddings, dtype=np.float32).reshape(len(embeddings), self._dimension)


def _load(folder: Path) -> tuple[Any, Any]:
    """The network and its tokenizer, from local files only."""
    os.environ.update(_OFFLINE)  # read when transformers is first imported, hence the late import
    transformers: Any = import_module("transformers")
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    try:
        network, info = transformers.ClapModel.from_pretrained(
            folder, local_files_only=True, use_safetensors=True, dtype=torch.float32, output_loading_info=True
        )
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError) as error:
        raise EmbedderError(f"{folder} cannot be loaded as a CLAP checkpoint ({_first_line(error)}).") from error
    _refuse_wrong_weights(folder, info)
    if len(tokenizer) > network.config.text_config.vocab_size:
        raise EmbedderError(f"The tokenizer in {folder} does not belong to its network; download the checkpoint again.")
    return network.eval(), tokenizer


def _refuse_wrong_weights(folder: Path, info: dict[str, Any]) -> None:
    missing, unexpected = (
        sorted(name for name in info[kind] if not name.endswith(_COMPUTED))
        for kind in ("missing_keys", "unexpected_keys")
    )
    wrong = [str(entry) for kind in ("mismatched_keys", "error_msgs") for entry in info[kind]]
    if not (missing or unexpected or wrong):
        return
    example = [*missing, *unexpected, *wrong][0]
    raise EmbedderError(
        f"The weights in {folder} do not fit CLAP ({len(missing)} missing, {len(unexpected)} unexpected, "
        f"{len(wrong)} of another shape, for example {example}); download it again or choose another folder."
    )


def _longest_text(config: Any, tokenizer: Any) -> int:
    """Tokens of the longest text: what the tokenizer says, and at most the network's positions (RoBERTa's start after
    its padding).
    """
    positions = config.max_position_embeddings - config.pad_token_id - 1
    return min(int(positions), int(tokenizer.model_max_length))


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
