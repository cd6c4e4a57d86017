"""The bundled embedder as it lies in a folder, asked as the app asks it: what is read, which tags are given.

What `figures.evaluate` wants of it beside the sounds' vectors. Uses the app's own code, so that what is judged is what
people get.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from training.texts import sentence_encoder

from desktop_app.core.scoring import TagMatrix, build_tag_matrix, prompts_of
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter import starter_files
from desktop_app.engine.starter.onnx_network import full_precision
from desktop_app.engine.starter.starter_files import starter_spec
from evaluation.metrics import nearest_cosines
from evaluation.tag_words import read_shipped_tags

_REFERENCE = "reference.safetensors"


class CommittedEmbedder:
    """The embedder in `folder` with the vocabularies that lie in `vocabularies`."""

    def __init__(self, folder: Path, vocabularies: Path) -> None:
        """Load everything; raises EmbedderError if the files are not whole."""
        spec = starter_spec(folder)
        self._folder, self._vocabularies = folder, vocabularies
        self._embedder = load_embedder(spec)
        self._sentences = sentence_encoder(folder)
        self._class_phrases = full_precision(load_file(folder / starter_files.CLASSES))["names"]

    @property
    def sample_rate(self) -> int:
        """Hz of what `hear` wants."""
        return self._embedder.sample_rate

    def hear(self, sounds: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        """Mono sounds -> [sounds, d]."""
        return self._embedder.embed_audio(sounds)

    def read(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Texts -> [texts, d]."""
        return self._embedder.embed_text(texts)

    def class_cosines(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Texts -> [texts]: how near each one's meaning is to that of the nearest class phrase."""
        return nearest_cosines(np.stack([self._sentences.encode(text) for text in texts]), self._class_phrases)

    def given_tags(self, sounds: NDArray[np.float32]) -> NDArray[np.bool_]:
        """[sounds, d] -> [sounds, shipped tags]: which the app would give, in the order of `read_shipped_tags`.

        Raises KeyError if the reference sounds' vectors in the folder are another embedder's.
        """
        matrix, columns = self._shipped()
        return matrix.applies(sounds)[:, columns]

    def tag_scores(self, sounds: NDArray[np.float32]) -> NDArray[np.float32]:
        """The same with calibrated scores, 0..1; raises what `given_tags` raises."""
        matrix, columns = self._shipped()
        return matrix.scores(sounds)[:, columns]

    def _shipped(self) -> tuple[TagMatrix, list[int]]:
        """The vocabularies' tags, and the columns of those to judge."""
        wanted = [(tag.family, tag.tag) for tag in read_shipped_tags()]
        files = [self._vocabularies / f"{name}.toml" for name in dict.fromkeys(name for name, _ in wanted)]
        vocabularies = [parse_vocabulary(file.read_text(encoding="utf-8"), source=file.name) for file in files]
        prompts = prompts_of(vocabularies)
        reference = load_file(self._folder / _REFERENCE)[self._embedder.embedder_id].astype(np.float32)
        matrix = build_tag_matrix(vocabularies, dict(zip(prompts, self.read(prompts), strict=True)), reference)
        column = {(scored.vocabulary_id, scored.tag.tag_id): number for number, scored in enumerate(matrix.tags)}
        return matrix, [column[key] for key in wanted]
