"""What a careful person should know before trusting a CLAP checkpoint, looked at on this machine, a line each."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from desktop_app.engine.clap.clap import ClapEmbedder
from desktop_app.engine.clap.clap_checkpoint import WEIGHTS, ClapCheckpoint, read_checkpoint, weight_names
from desktop_app.engine.clap.prepared_towers import ChosenTowers, choose_towers
from desktop_app.engine.clap.torch_towers import TorchTowers
from desktop_app.engine.embedders.check_line import CheckLine
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from desktop_app.engine.embedders.embedder_check import Look, looks_at_embeddings, take_looks
from desktop_app.engine.embedders.embedder_check_files import (
    digest_lines,
    digests_of,
    identity_line,
    licence_line,
    revision_line,
)
from desktop_app.engine.embedders.embedder_check_network import device_line, precision_line, weights_line
from desktop_app.engine.embedders.embedder_check_sounds import front_end_lines
from desktop_app.engine.embedders.embedder_check_texts import tokenizer_lines


def check_clap(
    folder: Path, make_spec: Callable[[], EmbedderSpec], *, progress: Callable[[int, int], None]
) -> list[CheckLine]:
    """Everything about the checkpoint in `folder`, what failed first; `make_spec` names it as the rest of the program
    does, and may raise EmbedderError. `progress` is told how many of how many looks were taken.
    """
    check = _ClapCheck(folder, make_spec)
    files: list[Look] = [("checkpoint", check.checkpoint_lines)]
    if folder.is_dir():
        files += [
            ("licence", lambda: [licence_line(folder)]),
            ("revision", lambda: [revision_line(folder)]),
            ("digest", lambda: digest_lines(folder, check.digests)),
        ]
    parts: list[Look] = [
        ("identity", lambda: [identity_line(check.spec, check.digests)]),
        ("tokenizer", lambda: tokenizer_lines(check.checkpoint)),
        ("front end", lambda: front_end_lines(check.checkpoint)),
        ("weights", lambda: [weights_line(folder, lambda: check.reference)]),
    ]
    network: list[Look] = [
        ("precision", lambda: [precision_line(check.checkpoint, check.spec, check.chosen, check.reference)]),
        ("device", lambda: [device_line(check.spec)]),
        *looks_at_embeddings(lambda: check.embedder),
    ]
    return take_looks(files, parts, network, progress=progress)


class _ClapCheck:
    """What several looks at a checkpoint need, made once."""

    def __init__(self, folder: Path, make_spec: Callable[[], EmbedderSpec]) -> None:
        self._folder = folder
        self._make_spec = make_spec

    @cached_property
    def digests(self) -> dict[str, str]:
        return digests_of(self._folder)

    @cached_property
    def checkpoint(self) -> ClapCheckpoint:
        return read_checkpoint(self._folder)

    @cached_property
    def spec(self) -> EmbedderSpec:
        return self._make_spec()

    @cached_property
    def reference(self) -> TorchTowers:
        return TorchTowers(self._folder)

    @cached_property
    def chosen(self) -> ChosenTowers:
        return choose_towers(self.spec)

    @cached_property
    def embedder(self) -> Embedder:
        return ClapEmbedder(self._folder, self.chosen.towers, embedder_id=self.spec.embedder_id)

    def checkpoint_lines(self) -> list[CheckLine]:
        checkpoint = self.checkpoint
        weight_names(self._folder / WEIGHTS)
        heard = "whole long sounds" if checkpoint.mel.fused else "the middle of long sounds"
        text = f"A CLAP checkpoint that hears {heard}; {checkpoint.dimension} numbers an embedding."
        return [CheckLine("checkpoint", "ok", text, {"dimension": checkpoint.dimension})]
