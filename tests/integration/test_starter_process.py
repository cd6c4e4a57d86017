"""The bundled embedder in its real child process: nobody who uses it alone waits for torch."""

import sys
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.starter.starter import StarterEmbedder
from desktop_app.engine.starter.starter_files import starter_spec
from tests.starter_files import GOLDEN, STARTER, recording

_QUESTION = "which modules have you imported?"


class TellingEmbedder(StarterEmbedder):
    """The bundled embedder; asked a certain question, it refuses with the names of all imported modules."""

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        if _QUESTION in texts:
            raise EmbedderError(" ".join(sorted(sys.modules)))
        return super().embed_text(texts)


def load(spec: EmbedderSpec) -> TellingEmbedder:
    """Called in the child."""
    from desktop_app.engine.embedders.embedders import load_embedder

    embedder = load_embedder(spec)
    assert type(embedder) is StarterEmbedder
    embedder.__class__ = TellingEmbedder
    return embedder  # type: ignore[return-value]


@pytest.fixture
def worker() -> Iterator[EmbeddingProcess]:
    process = EmbeddingProcess(starter_spec(STARTER), loader=f"{__name__}:load")
    yield process
    process.close()


def test_a_file_and_a_text_are_embedded_without_torch_and_transformers(worker: EmbeddingProcess) -> None:
    heard = worker.hear(GOLDEN / "misc_crow.flac")
    crow, rain = worker.embed_text(["crow cawing", "rain"])
    assert heard.vector @ crow > heard.vector @ rain + 0.2
    with pytest.raises(EmbedderError) as told:
        worker.embed_text([_QUESTION])
    modules = set(str(told.value).split())
    assert {"onnxruntime", "tokenizers", "desktop_app.engine.starter.starter"} <= modules
    assert not {"torch", "transformers", "onnx"} & modules


def test_the_child_hears_the_same_bits_as_this_process(worker: EmbeddingProcess) -> None:
    spec = starter_spec(STARTER)
    here = StarterEmbedder(STARTER, embedder_id=spec.embedder_id)
    np.testing.assert_array_equal(
        worker.hear(GOLDEN / "misc_crow.flac").vector, here.embed_audio([recording("misc_crow")])[0]
    )
