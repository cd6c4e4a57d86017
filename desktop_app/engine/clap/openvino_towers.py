"""CLAP's networks in OpenVINO, from graphs that `tower_conversion.py` made: 2 to 3 times as quick as torch, ready in
half a second, without torch or transformers in memory.
"""

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import groupby
from pathlib import Path

import numpy as np

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.log_mel import ClapInput
from desktop_app.engine.clap.openvino_runtime import Graph, Precision, Runtime
from desktop_app.engine.clap.tower_files import HEAD, LONG_STEM, SHORT_STEM, TEXT, graph_file, merge_name, stage_name
from desktop_app.engine.clap.word_vectors import WordVectors
from desktop_app.engine.embedders.embedder import EmbedderError


class OpenVinoTowers:
    """Converted towers, on one thread; implements `Towers`. The reading tower is loaded by the first text."""

    def __init__(
        self, runtime: Runtime, folder: Path, words: WordVectors, *, padding: int, reduced: Collection[int] = ()
    ) -> None:
        """`padding`: the token that has no position; `reduced`: the stages of hearing that are run in bfloat16.

        Raises RuntimeError when a graph is damaged.
        """
        self.reduced = tuple(reduced)
        """The stages of hearing that are run in bfloat16."""
        self._runtime = runtime
        self._folder = folder
        self._words = words
        self._padding = padding
        self._stem = self._graph([SHORT_STEM], "float32")
        parts = [(name, self._precision(name, reduced)) for name in _hearing_parts(folder)]
        self._body = [
            self._graph([name for name, _ in run], precision)
            for precision, run in groupby(parts, key=lambda part: part[1])
        ]

    def hear(self, heard: ClapInput) -> Vectors:
        """See `Towers`."""
        flow = (self._long_stem if heard.is_longer else self._stem).run(heard.frames[None])
        for graph in self._body:
            flow = graph.run(flow)
        embedding: Vectors = flow[0]
        return embedding

    def hear_together(self, sounds: Sequence[ClapInput]) -> Vectors:
        """See `HearingTower`; one after the other, as batches do not pay on a processor."""
        return np.stack([self.hear(heard) for heard in sounds])

    def read(self, tokens: Sequence[int]) -> Vectors:
        """See `Towers`. Raises EmbedderError when the graph or the checkpoint is gone."""
        counted = np.array(tokens) != self._padding
        positions = np.where(counted, np.cumsum(counted), 0) + self._padding  # RoBERTa's: no position is the padding's
        embedding: Vectors = self._text.run(self._words(tokens)[None], positions[None].astype(np.int64))[0]
        return embedding

    @cached_property
    def _long_stem(self) -> Graph:
        return self._later([LONG_STEM])

    @cached_property
    def _text(self) -> Graph:
        return self._later([TEXT])

    def _later(self, names: Sequence[str]) -> Graph:
        try:
            return self._graph(names, "float32")
        except RuntimeError as error:
            raise EmbedderError(
                f"The converted network in {self._folder} is damaged; delete that folder, and it is made anew."
            ) from error

    def _graph(self, names: Sequence[str], precision: Precision) -> Graph:
        return self._runtime.load([graph_file(self._folder, name) for name in names], precision)

    @staticmethod
    def _precision(name: str, reduced: Collection[int]) -> Precision:
        return "bfloat16" if name in {stage_name(number) for number in reduced} else "float32"


def stage_count(folder: Path) -> int:
    """How many attention stages the tower that hears has."""
    return len(list(folder.glob(graph_file(folder, stage_name(0)).name.replace("0", "*"))))


def _hearing_parts(folder: Path) -> list[str]:
    """The graphs behind the stem, in order; merges stand between stages only."""
    count = stage_count(folder)
    between = [name for number in range(count) for name in (stage_name(number), merge_name(number))]
    return [*between[:-1], HEAD]
