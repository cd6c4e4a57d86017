"""What tests of the whole share: to load the bundled network, and to read hundreds of prompts, takes most commands
longer than all the rest. What is put in place of something is taken away behind each file, for the tests of other
folders run in the same process.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from functools import cache

import numpy as np
import pytest

import desktop_app.app
from desktop_app.cli import parser
from desktop_app.cli.grammar.parsers import command_parser
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders import embedders
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.processes.decoder_process import Decoder
from tests.lent_decoder import LentDecoder


@pytest.fixture(scope="module", autouse=True)
def bundled_network_loaded_once() -> Iterator[None]:
    """Whoever listens in the tests' own process shares one bundled network, which reads each text once: it gives the
    same bits every time, as its own tests say. Children, and whoever loads it without a worker, have their own.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(embedders, "load_embedder", _load)
        yield


@pytest.fixture(scope="session")
def decoding_child() -> Iterator[Decoder]:
    decoder = Decoder()
    decoder.warm_up()
    yield decoder
    decoder.close()


@pytest.fixture(scope="module", autouse=True)
def one_decoding_child(decoding_child: Decoder) -> Iterator[None]:
    """Libraries that are opened in the tests' own process have one child for what stands in files. It is there before
    any test looks which processes and threads begin and end.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desktop_app.app, "Decoder", lambda: LentDecoder(decoding_child))
        yield


@pytest.fixture(scope="module", autouse=True)
def grammar_read_once() -> Iterator[None]:
    """To declare all commands takes longer than to run some of them, and nobody changes what was declared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "command_parser", cache(command_parser))
        yield


def _load(spec: EmbedderSpec) -> Embedder:
    return copy(_loaded_once(spec)) if spec.kind == "starter" else load_embedder(spec)


@cache
def _loaded_once(spec: EmbedderSpec) -> Embedder:
    embedder = load_embedder(spec)
    read = embedder.embed_text
    known: dict[str, Vectors] = {}

    def read_once(texts: Sequence[str]) -> Vectors:
        known.update((text, read([text])[0]) for text in texts if text not in known)
        return np.array([known[text] for text in texts], dtype=np.float32).reshape(len(texts), embedder.dimension)

    embedder.embed_text = read_once
    return embedder
