"""Whether a checkpoint's weights fill its network, and how near to it what runs on this machine computes."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from math import prod
from pathlib import Path

import torch

from desktop_app.engine.clap.clap_checkpoint import WEIGHTS, ClapCheckpoint, weight_places
from desktop_app.engine.clap.device_choice import look_here
from desktop_app.engine.clap.device_record import DeviceFinding, may_use_device, record_device
from desktop_app.engine.clap.device_tower import DeviceFullError
from desktop_app.engine.clap.openvino_towers import OpenVinoTowers
from desktop_app.engine.clap.prepared_towers import ChosenTowers
from desktop_app.engine.clap.torch_towers import COMPUTED, MisfitError, TorchTowers
from desktop_app.engine.clap.tower_check import EXACT_COSINE, FAST_COSINE, FEW, heard, least_cosine, make_trial, read
from desktop_app.engine.embedders.check_line import CheckLine, Mark
from desktop_app.engine.embedders.embedder import EmbedderSpec, Precision


def weights_line(folder: Path, load: Callable[[], TorchTowers]) -> CheckLine:
    """Which weights the network takes, lacks and does not know. Raises `EmbedderError` when it cannot be loaded."""
    try:
        network = load().network
    except MisfitError as error:
        counts = {"missing": len(error.missing), "unexpected": len(error.unexpected), "misshapen": len(error.wrong)}
        return CheckLine("weights", "failed", str(error), counts)
    places = {name: place for name, place in weight_places(folder / WEIGHTS).items() if not name.endswith(COMPUTED)}
    numbers = sum(prod(place.shape) for place in places.values())
    spoilt = [name for name, tensor in network.state_dict().items() if not bool(torch.isfinite(tensor).all())]
    details = {"loaded": len(places), "numbers": numbers, "missing": 0, "unexpected": 0, "not_finite": len(spoilt)}
    if spoilt:
        text = f"{spoilt[0]} and {len(spoilt) - 1} other weights hold what is not a number; download it again."
        return CheckLine("weights", "failed", text, details)
    text = f"All {len(places)} weights ({numbers:,} numbers) are in use; none is missing, none unexpected."
    return CheckLine("weights", "ok", text, details)


def precision_line(
    checkpoint: ClapCheckpoint, spec: EmbedderSpec, chosen: ChosenTowers, reference: TorchTowers
) -> CheckLine:
    """What runs the networks, in which precision, and the least cosine of some sounds and texts to float32."""
    trial = make_trial(checkpoint, FEW)
    cosine = min(
        least_cosine(heard(chosen.towers, trial), heard(reference, trial)),
        least_cosine(read(chosen.towers, trial), read(reference, trial)),
    )
    needed = FAST_COSINE if spec.precision == "fast" else EXACT_COSINE
    runtime, precision = _described(chosen, spec.precision)
    details = {"runtime": runtime, "precision": precision, "cosine": cosine, "needed": needed}
    said = f"It runs in {runtime} in {precision}: cosine to torch's float32 at least {cosine:.7f}"
    if not cosine >= needed:  # also when it is no number
        text = f"{said}, where {needed} is needed; empty the folder {spec.towers} so that it is converted again."
        return CheckLine("precision", "failed", text, details)
    if chosen.problem:
        text = f"{said}. That is slower than it might be: {chosen.problem}"
        return CheckLine("precision", "warning", text, {**details, "problem": chosen.problem})
    return CheckLine("precision", "ok", f"{said}.", details)


def device_line(spec: EmbedderSpec, look: Callable[[EmbedderSpec], DeviceFinding] = look_here) -> CheckLine:
    """Whether a graphics processor hears sounds, with what was measured of it: found out anew by `look`, and kept."""
    if not may_use_device(spec):
        return CheckLine("device", "note", "Sounds are heard by the processor; a graphics processor is not looked for.")
    try:
        finding = look(spec)
    except DeviceFullError as error:
        return CheckLine("device", "warning", f"Sounds are heard by the processor: {error}")
    with suppress(OSError):  # it is found out again when it is needed
        record_device(spec, finding)
    details = asdict(finding)
    if not finding.serves:
        is_wrong = finding.device and not finding.core_seconds
        mark: Mark = "warning" if is_wrong else "note"  # there is none, or it is slow
        return CheckLine("device", mark, f"Sounds are heard by the processor: {finding.problem}", details)
    text = (
        f"Where many sounds wait, {finding.title} ({finding.device}) hears them in {finding.precision}: cosine to "
        f"torch's float32 at least {finding.cosine:.7f}; {1000 * finding.seconds:.3g} ms a sound, where one core takes "
        f"{1000 * finding.core_seconds:.3g} ms."
    )
    return CheckLine("device", "ok", text, details)


def _described(chosen: ChosenTowers, precision: Precision) -> tuple[str, str]:
    """The runtime and the precision."""
    if not isinstance(chosen.towers, OpenVinoTowers):
        return "torch", "float32"
    stages = chosen.towers.reduced
    if not stages:
        unused = " (bfloat16 is not quicker here, or not near enough)" if precision == "fast" else ""
        return "OpenVINO", f"float32{unused}"
    return "OpenVINO", f"bfloat16 (stages {', '.join(str(stage + 1) for stage in stages)} of hearing, else float32)"
