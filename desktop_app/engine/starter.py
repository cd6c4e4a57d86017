"""The bundled embedder: hears with YAMNet, reads with MiniLM, and needs no download and no training.

Both meet in the space of YAMNet's 521 classes. A sound's vector says for each class how much more of it the sound has
than sounds usually have. A text's vector says which classes it speaks of: those whose names mean the same (MiniLM
knows), and, faintly, those whose names together come near its meaning, so that words outside the classes get an answer
as well, with a short vector that says how little it is worth.

Vectors are not of unit length: a sound's length says how sure the classes are, a text's how near it is to a class's
name.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine import starter_files
from desktop_app.engine.embedder import EmbedderError
from desktop_app.engine.minilm import SentenceEncoder, full_precision
from desktop_app.engine.starter_files import read_config, read_verified
from desktop_app.engine.yamnet import Yamnet


class StarterEmbedder:
    """An `Embedder` from the files that come with the app; about 150 MB when loaded."""

    def __init__(self, folder: Path, *, embedder_id: str) -> None:
        """Load and verify the weights in `folder`.

        Raises EmbedderError if a file is missing or damaged, or if the files are not those that `embedder_id` (from
        `starter_spec`) names.
        """
        self.between_passes: Callable[[], None] | None = None
        """Called between the passes over a long sound, so that a text need not wait for all of it."""
        config = read_config(folder)
        if config.embedder_id != embedder_id:
            raise EmbedderError("The bundled embedder was replaced while Earmark was running. Start Earmark again.")
        tokenizer = Tokenizer.from_str(read_verified(folder, starter_files.TOKENIZER, config).decode())
        sentences = load(read_verified(folder, starter_files.MINILM, config))
        self.embedder_id = embedder_id
        self.dimension = config.dimension
        self.sample_rate = config.sample_rate
        self._rule = config.text_rule
        self._sentences = SentenceEncoder(full_precision(sentences), tokenizer)
        self._network = Yamnet(load(read_verified(folder, starter_files.YAMNET, config)))
        self._classes = full_precision(load(read_verified(folder, starter_files.CLASSES, config)))
        self._class_of_name = self._classes["name_class"].long()

    @torch.inference_mode()
    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Mono float32 sounds of shape [n] at 16 kHz -> [len(sounds), 521]; each is heard by itself."""
        vectors = np.zeros((len(sounds), self.dimension), dtype=np.float32)
        with _one_thread():
            for row, sound in enumerate(sounds):
                vectors[row] = self._hear(sound).numpy()
        return vectors

    @torch.inference_mode()
    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """English texts -> [len(texts), 521]; a text without words is all zero."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        with _one_thread():
            for row, text in enumerate(texts):
                if text.strip():
                    vectors[row] = self._read(text).numpy()
        return vectors

    def _hear(self, sound: Samples) -> Tensor:
        """The root of the highest score of each class anywhere in the sound, in units of its usual spread.

        Many classes never score high; the spread (measured over recordings by `packaging/starter_model`) puts
        them on a level.
        """
        highest = self._network.class_scores(sound, between_passes=self.between_passes).amax(0)
        return highest.sqrt() / self._classes["spread"] - self._classes["mean"]

    def _read(self, text: str) -> Tensor:
        """The classes that a text names, weighted by the gate, plus the classes that it vaguely resembles."""
        rule = self._rule
        meaning = self._sentences.encode(text)
        likeness = self._classes["names"] @ meaning
        share = torch.zeros(self.dimension).index_add_(
            0, self._class_of_name, torch.softmax(likeness / rule.temperature, 0)
        )
        gate = ((likeness.max() - rule.gate_low) / (rule.gate_high - rule.gate_low)).clamp(0.0, 1.0)
        resemblance = functional.linear(meaning, self._classes["resemblance.weight"], self._classes["resemblance.bias"])
        return gate * share.sqrt() + rule.vague_weight * functional.normalize(resemblance, dim=0)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let torch compute on one thread: another number gives other bits, and the network is quick enough on one."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
