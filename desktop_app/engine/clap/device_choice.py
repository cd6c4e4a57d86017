"""Whether a graphics processor hears a checkpoint's sounds on this machine: it must compute what torch computes on the
processor, and be quicker than all cores together. Found out by trying, never by what a device is called.
"""

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

import torch

from desktop_app.engine.clap.clap_checkpoint import read_checkpoint
from desktop_app.engine.clap.clap_towers import Towers
from desktop_app.engine.clap.device_record import NO_DEVICE, DeviceFinding
from desktop_app.engine.clap.device_tower import (
    NO_MEMORY,
    DeviceFullError,
    DeviceTower,
    found_device,
    is_out_of_memory,
    title_of,
)
from desktop_app.engine.clap.prepared_towers import prepared_towers
from desktop_app.engine.clap.torch_towers import TorchTowers
from desktop_app.engine.clap.tower_check import (
    EXACT_COSINE,
    FEW,
    MANY,
    WORTH_IT,
    Trial,
    best_reduced,
    heard,
    least_cosine,
    make_trial,
    seconds_among_many,
    seconds_for_one,
)
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec

Worth = Callable[[float, float, int], bool]
"""Seconds that the device takes for a sound, those of one core, and the number of cores -> whether the device pays."""

_REDUCED: Final = (torch.float16, torch.bfloat16)
"""The nearer one first: they are about as quick."""
_MOST_TRIED: Final = 16
_TROUBLES: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What torch raises over a device that cannot do what is asked of it, or that it was not built for."""
_log = logging.getLogger(__name__)


def is_worth_it(seconds: float, core_seconds: float, cores: int) -> bool:
    """Whether a device is quicker than all cores together, by enough to be worth the memory and the waiting."""
    return seconds * WORTH_IT <= core_seconds / cores


def look_for_device(
    spec: EmbedderSpec, device: torch.device | None, *, cores: int, worth: Worth = is_worth_it
) -> DeviceFinding:
    """Try `device` with a checkpoint; takes half a minute where there is one.

    Raises `EmbedderError` with a sentence when the checkpoint cannot be used at all, and `DeviceFullError` when the
    device has no memory left at present, which says nothing about its worth.
    """
    if device is None:
        return NO_DEVICE
    reference = TorchTowers(spec.folder)
    finding = DeviceFinding(device=str(device), title=title_of(device))
    try:
        return _tried(finding, spec, device, reference, cores, worth)
    except _TROUBLES as error:
        if is_out_of_memory(error):
            raise DeviceFullError(NO_MEMORY.format(finding.title)) from error
        return replace(finding, problem=f"{finding.title} cannot run it ({_said(error)}).")


def look_here(spec: EmbedderSpec) -> DeviceFinding:
    """The same of the device that this machine has."""
    return look_for_device(spec, found_device(), cores=os.cpu_count() or 1)


def load_device_tower(spec: EmbedderSpec, finding: DeviceFinding) -> DeviceTower:
    """The tower that was found to serve. Raises `EmbedderError` with a sentence when it cannot be loaded."""
    network = TorchTowers(spec.folder).network
    try:
        return DeviceTower(network, torch.device(finding.device), reduced=_reduced(finding))
    except _TROUBLES as error:
        if is_out_of_memory(error):
            raise DeviceFullError(NO_MEMORY.format(finding.title)) from error
        raise EmbedderError(f"{finding.title} cannot be used ({_said(error)}).") from error


def _tried(
    finding: DeviceFinding, spec: EmbedderSpec, device: torch.device, reference: TorchTowers, cores: int, worth: Worth
) -> DeviceFinding:
    checkpoint = read_checkpoint(spec.folder)
    trial = make_trial(checkpoint, FEW)
    exact = DeviceTower(reference.network, device)
    cosine = least_cosine(heard(exact, trial), heard(reference, trial))
    finding = replace(finding, cosine=cosine)
    if not cosine >= EXACT_COSINE:  # also when it is no number
        return replace(finding, problem=f"{finding.title} computes otherwise than torch does (cosine {cosine:.6f}).")
    together = min(_MOST_TRIED, 2 * cores)
    (seconds,) = seconds_among_many([exact], trial, together)
    finding = replace(finding, seconds=seconds)
    if spec.precision == "fast":
        finding = _reduced_finding(finding, exact, reference.network, make_trial(checkpoint, MANY), together)
    return _compared(finding, prepared_towers(spec), trial, cores, worth)


def _reduced_finding(
    finding: DeviceFinding, exact: DeviceTower, network: Any, trial: Trial, together: int
) -> DeviceFinding:
    """The same in half precision, where the device can do that and it is near enough and quicker."""

    def towers() -> Iterator[tuple[torch.dtype, DeviceTower]]:
        for reduced in _REDUCED:
            yield reduced, DeviceTower(network, exact.device, reduced=reduced)

    try:
        chosen, cosine, seconds = best_reduced(
            exact, towers(), trial, lambda towers: seconds_among_many(towers, trial, together)
        )
    except _TROUBLES as error:
        if is_out_of_memory(error):
            raise
        _log.warning("%s computes in float32 only: half precision failed (%s)", finding.title, _said(error))
        return finding
    if chosen is None:
        return finding
    precision = str(chosen).removeprefix("torch.")
    return replace(finding, precision=precision, cosine=min(cosine, finding.cosine), seconds=seconds)


def _compared(finding: DeviceFinding, towers: Towers, trial: Trial, cores: int, worth: Worth) -> DeviceFinding:
    """With what the processor takes for the same."""
    (core_seconds,) = seconds_for_one([towers], trial)
    finding = replace(finding, core_seconds=core_seconds)
    if worth(finding.seconds, core_seconds, cores):
        return finding
    device, processor = 1000 * finding.seconds, 1000 * core_seconds / cores
    problem = f"{finding.title} takes {device:.3g} ms for a sound, and the {cores} cores {processor:.3g} ms."
    return replace(finding, problem=problem)


def _reduced(finding: DeviceFinding) -> torch.dtype | None:
    names = {str(dtype).removeprefix("torch."): dtype for dtype in _REDUCED}
    return names.get(finding.precision)


def _said(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
