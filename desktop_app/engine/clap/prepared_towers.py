"""Chooses what runs a CLAP checkpoint: converted towers where they were found to be right, else torch.

The first use of a checkpoint converts it and checks the result on this machine, which takes some seconds; what was
found out is kept beside the graphs. Whatever goes wrong with that, torch serves, and the log says why.
"""

import logging
import sys
import warnings
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine.clap.clap_checkpoint import (
    FRONT_END_VERSION,
    WEIGHTS,
    ClapCheckpoint,
    read_checkpoint,
    weight_names,
)
from desktop_app.engine.clap.clap_towers import Towers
from desktop_app.engine.clap.device_record import NO_DEVICE, known_device, may_use_device, record_device
from desktop_app.engine.clap.openvino_runtime import Runtime
from desktop_app.engine.clap.openvino_towers import OpenVinoTowers, stage_count
from desktop_app.engine.clap.tower_check import (
    EXACT_COSINE,
    FEW,
    MANY,
    Trial,
    best_reduced,
    heard,
    least_cosine,
    make_trial,
    read,
    seconds_for_one,
)
from desktop_app.engine.clap.tower_files import MOST_ATTEMPTS, REFERENCE, FastFinding, Finding, Findings, TowerFiles
from desktop_app.engine.clap.word_vectors import WordVectors
from desktop_app.engine.embedders.embedder import EmbedderSpec

CONVERSION_VERSION: Final = 1
"""Raise it when `tower_conversion.py` makes other graphs or `tower_check.py` tries other sounds."""
_TROUBLES: Final = (ArithmeticError, AttributeError, ImportError, LookupError, RuntimeError, TypeError, ValueError)
"""What two libraries raise that do not get on with each other."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ChosenTowers:
    """What runs a checkpoint on this machine."""

    towers: Towers
    problem: str
    """Why torch serves in place of converted towers; empty when they serve, or nobody asked for them."""


def prepared_towers(spec: EmbedderSpec) -> Towers:
    """The towers that a spec names. Raises `EmbedderError` with a sentence when the checkpoint cannot be used."""
    chosen = choose_towers(spec)
    if chosen.problem:
        _log.warning("%s runs in torch, which is slower: %s", spec.name, chosen.problem)
    if "torch" in sys.modules:
        _note_missing_device(spec)
    return chosen.towers


def choose_towers(spec: EmbedderSpec) -> ChosenTowers:
    """The same with the reason. Raises `EmbedderError` as well."""
    checkpoint = read_checkpoint(spec.folder)
    weight_names(spec.folder / WEIGHTS)
    if spec.towers is None:
        return ChosenTowers(_torch(spec.folder), "")
    try:
        return ChosenTowers(_Preparation(Runtime(), checkpoint, spec, spec.towers).towers(), "")
    except (*_TROUBLES, OSError) as error:
        reason = str(error).strip().splitlines()[-1:] or [type(error).__name__]
        return ChosenTowers(_torch(spec.folder), reason[0])


def _note_missing_device(spec: EmbedderSpec) -> None:
    """Keep that there is no device, when torch is at hand to say so: else a process would import it for that alone."""
    from desktop_app.engine.clap.device_tower import found_device

    if may_use_device(spec) and known_device(spec) is None and found_device() is None:
        with suppress(OSError):
            record_device(spec, NO_DEVICE)


class UnfitTowersError(RuntimeError):
    """Converted towers must not serve; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class _Preparation:
    runtime: Runtime
    checkpoint: ClapCheckpoint
    spec: EmbedderSpec
    home: Path

    @property
    def _files(self) -> TowerFiles:
        identity = self.spec.embedder_id.split("/")[1]
        version = f"openvino{self.runtime.version}-{CONVERSION_VERSION}-fe{FRONT_END_VERSION}"
        return TowerFiles(self.home, identity, version)

    def towers(self) -> Towers:
        """Converted towers, made and checked where that has not been done."""
        files = self._files
        findings = self._known(files)
        if findings is None:
            with files.lock():
                findings = self._known(files) or self._prepare(files)
        if findings.problem:
            raise UnfitTowersError(findings.problem)
        return self._load(files, findings.fast.stages if self._fast and findings.fast else ())

    @property
    def _fast(self) -> bool:
        return self.spec.precision == "fast"

    def _known(self, files: TowerFiles) -> Findings | None:
        """What this machine found out, as far as it is all that is needed."""
        findings = files.findings(self.runtime.machine)
        if findings is None or findings.problem:
            return findings
        return findings if files.complete and (findings.fast or not self._fast) else None

    def _prepare(self, files: TowerFiles) -> Findings:
        if files.attempts >= MOST_ATTEMPTS:
            raise UnfitTowersError(f"Converting it ended the process {files.attempts} times.")
        files.count_attempts(files.attempts + 1)
        try:
            findings = self._check(files)
        except _TROUBLES as error:
            findings = Findings(problem=f"It could not be converted ({type(error).__name__}: {error}).")
        finally:
            files.count_attempts(0)
        files.record(self.runtime.machine, findings)
        return findings

    def _check(self, files: TowerFiles) -> Findings:
        trial = make_trial(self.checkpoint, FEW)
        if not files.complete:
            files.write(lambda folder: self._convert(folder, trial))
        expected = np.load(files.folder / REFERENCE)
        exact = self._load(files)
        cosine = min(
            least_cosine(heard(exact, trial), expected["sounds"]), least_cosine(read(exact, trial), expected["texts"])
        )
        findings = Findings(exact=Finding(cosine, *seconds_for_one([exact], trial)))
        if not cosine >= EXACT_COSINE:  # also when it is no number
            return replace(findings, problem=f"The converted network differs from torch's (cosine {cosine:.6f}).")
        return replace(findings, fast=self._quickest(files, exact)) if self._fast else findings

    def _convert(self, folder: Path, trial: Trial) -> None:
        from desktop_app.engine.clap.torch_towers import TorchTowers
        from desktop_app.engine.clap.tower_conversion import convert_towers

        torch = TorchTowers(self.checkpoint.folder)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what tracing may miss: whether it did is checked
            convert_towers(self.runtime, torch.network, self.checkpoint.mel, folder)
        np.savez(folder / REFERENCE, sounds=heard(torch, trial), texts=read(torch, trial))

    def _quickest(self, files: TowerFiles, exact: Towers) -> FastFinding:
        """The most stages in bfloat16 that are near enough, if that is quick enough; else none."""
        trial = make_trial(self.checkpoint, MANY)
        choices = ((stages, self._load(files, stages)) for stages in _choices(stage_count(files.folder)))
        stages, cosine, seconds = best_reduced(exact, choices, trial, lambda towers: seconds_for_one(towers, trial))
        return FastFinding(cosine, seconds, stages or ())

    def _load(self, files: TowerFiles, stages: Collection[int] = ()) -> OpenVinoTowers:
        words = WordVectors(self.checkpoint.folder)
        return OpenVinoTowers(self.runtime, files.folder, words, padding=self.checkpoint.text.padding, reduced=stages)


def _choices(count: int) -> list[tuple[int, ...]]:
    """Which stages may be tried in bfloat16, from the quickest choice to the most exact one: the last and the first do
    most harm for the time that they save.
    """
    every = tuple(range(count))
    return [every, every[:-1], every[1:-1]]


def _torch(folder: Path) -> Towers:
    from desktop_app.engine.clap.torch_towers import TorchTowers

    return TorchTowers(folder)
