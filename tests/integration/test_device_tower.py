"""CLAP on a device that hears many sounds at once. Torch's processor stands in for the device: batches, half precision
and the choice are the same, and a device that fails is made to fail for real.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap import device_choice
from desktop_app.engine.clap.clap_checkpoint import read_checkpoint
from desktop_app.engine.clap.device_choice import is_worth_it, load_device_tower, look_for_device
from desktop_app.engine.clap.device_record import DeviceFinding
from desktop_app.engine.clap.device_tower import DeviceFullError, DeviceTower
from desktop_app.engine.clap.log_mel import ClapInput, LogMel
from desktop_app.engine.clap.torch_towers import TorchTowers
from desktop_app.engine.clap.tower_check import FEW, Trial, best_reduced, heard, least_cosine, make_trial
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from tests.clap_checkpoint import save_checkpoint
from tests.integration.test_clap import RATE, SOUNDS

PROCESSOR = torch.device("cpu")
NOWHERE = torch.device("meta")
"""A device of torch's that keeps no numbers, so that nothing can be had from it."""


def always(_seconds: float, _core_seconds: float, _cores: int) -> bool:
    """Whatever was measured, the device pays."""
    return True


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_checkpoint(tmp_path_factory.mktemp("checkpoint"))


@pytest.fixture(scope="module")
def spec(folder: Path) -> EmbedderSpec:
    """Torch is what the processor has to offer here: that needs no converting."""
    return EmbedderSpec("mine", "clap", folder, "clap/0123/fe1/float32", RATE, 32, device="auto")


@pytest.fixture(scope="module")
def reference(folder: Path) -> TorchTowers:
    return TorchTowers(folder)


@pytest.fixture(scope="module")
def inputs(folder: Path) -> list[ClapInput]:
    """Short and long sounds, mixed."""
    log_mel = LogMel(read_checkpoint(folder).mel)
    return [log_mel(sound) for sound in SOUNDS]


@pytest.fixture(scope="module")
def expected(reference: TorchTowers, inputs: list[ClapInput]) -> Vectors:
    return reference.hear_together(inputs)


@pytest.fixture(scope="module")
def trial(folder: Path) -> Trial:
    return make_trial(read_checkpoint(folder), FEW)


@contextmanager
def memory_for(tower: DeviceTower, most: int) -> Iterator[list[int]]:
    """A device that has no memory for more than `most` sounds at once; gives the sizes that were tried."""
    tried: list[int] = []

    def refuse(_module: Any, _arguments: Any, named: dict[str, Any]) -> None:
        tried.append(len(named["input_features"]))
        if tried[-1] > most:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB.")

    handle = tower._tower.register_forward_pre_hook(refuse, with_kwargs=True)
    try:
        yield tried
    finally:
        handle.remove()


class TestBatches:
    def test_short_and_long_sounds_are_heard_as_one_by_one(
        self, reference: TorchTowers, inputs: list[ClapInput], expected: Vectors
    ) -> None:
        found = DeviceTower(reference.network, PROCESSOR).hear_together(inputs)
        assert least_cosine(found, expected) >= 0.99999
        np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)
        assert found.dtype == np.float32

    def test_a_checkpoint_that_hears_the_middle_of_long_sounds(self, tmp_path: Path, trial: Trial) -> None:
        towers = TorchTowers(save_checkpoint(tmp_path, fused=False))
        log_mel = LogMel(read_checkpoint(tmp_path).mel)
        sounds = [log_mel(sound) for sound in SOUNDS]
        found = DeviceTower(towers.network, PROCESSOR).hear_together(sounds)
        assert least_cosine(found, towers.hear_together(sounds)) >= 0.99999

    @pytest.mark.parametrize("most", [1, 3, 32])
    def test_however_many_go_together(self, reference: TorchTowers, trial: Trial, most: int) -> None:
        tower = DeviceTower(reference.network, PROCESSOR, most=most)
        with memory_for(tower, 1 << 30) as sizes:
            found = tower.hear_together(trial.sounds)
        assert least_cosine(found, reference.hear_together(trial.sounds)) >= 0.99999
        assert sizes == {1: [1] * 15, 3: [3] * 5, 32: [16, 4]}[most], "few sizes, and few passes"

    def test_the_same_sounds_give_the_same_bits_and_neighbours_move_the_last_ones_at_most(
        self, reference: TorchTowers, inputs: list[ClapInput]
    ) -> None:
        tower = DeviceTower(reference.network, PROCESSOR)
        found = tower.hear_together(inputs)
        np.testing.assert_array_equal(tower.hear_together(inputs), found)
        np.testing.assert_allclose(tower.hear_together(inputs[::-1])[::-1], found, atol=1e-5)

    def test_the_reference_stays_as_it_was(
        self, reference: TorchTowers, inputs: list[ClapInput], expected: Vectors
    ) -> None:
        DeviceTower(reference.network, PROCESSOR, reduced=torch.float16).hear_together(inputs)
        np.testing.assert_array_equal(reference.hear_together(inputs), expected)


class TestLittleMemory:
    def test_fewer_sounds_go_together_and_all_are_heard(
        self, reference: TorchTowers, trial: Trial, caplog: pytest.LogCaptureFixture
    ) -> None:
        tower = DeviceTower(reference.network, PROCESSOR)
        with memory_for(tower, 4) as tried:
            found = tower.hear_together(trial.sounds)
        assert least_cosine(found, reference.hear_together(trial.sounds)) >= 0.99999
        assert tried == [16, 8, 4, 4, 4, 4], "what has failed is not tried again"
        assert "little memory left: it is given 4 sounds at once now" in caplog.text

    def test_where_not_even_one_fits_that_is_said(self, reference: TorchTowers, trial: Trial) -> None:
        tower = DeviceTower(reference.network, PROCESSOR)
        with memory_for(tower, 0), pytest.raises(DeviceFullError, match="no memory left, not even for one sound"):
            tower.hear_together(trial.sounds)
        assert tower.most == 1

    def test_other_errors_are_no_lack_of_memory(self, reference: TorchTowers, inputs: list[ClapInput]) -> None:
        tower = DeviceTower(reference.network, PROCESSOR)
        wrong = replace(inputs[0], frames=inputs[0].frames[:, :, :10])
        with pytest.raises(RuntimeError):
            tower.hear_together([wrong])
        assert tower.most == 32


class TestReduced:
    @pytest.mark.parametrize("reduced", [torch.float16, torch.bfloat16])
    def test_half_precision_is_computed_and_is_another(
        self, reference: TorchTowers, trial: Trial, reduced: torch.dtype
    ) -> None:
        exact = heard(DeviceTower(reference.network, PROCESSOR), trial)
        found = heard(DeviceTower(reference.network, PROCESSOR, reduced=reduced), trial)
        assert 1e-8 < 1 - least_cosine(found.astype(np.float64), exact.astype(np.float64)) < 1e-3
        assert found.dtype == np.float32

    def test_the_first_that_is_near_and_quick_is_chosen(self, reference: TorchTowers, trial: Trial) -> None:
        """With times handed in: here, half precision is slower than single."""
        exact = DeviceTower(reference.network, PROCESSOR)

        def choose(*kinds: torch.dtype, quick: float) -> tuple[torch.dtype | None, float, float]:
            towers = ((kind, DeviceTower(reference.network, PROCESSOR, reduced=kind)) for kind in kinds)
            return best_reduced(exact, towers, trial, lambda _: [0.010, quick])

        chosen, cosine, seconds = choose(torch.bfloat16, torch.float16, quick=0.005)
        assert (chosen, seconds) == (torch.float16, 0.005), "bfloat16 goes too far astray in this network"
        assert 0.99995 <= cosine < 1.0000001
        assert choose(torch.float16, quick=0.009) == (None, 1.0, 0.010)
        assert choose(torch.bfloat16, quick=0.005)[0] is None
        assert choose(quick=0.005)[0] is None


class TestChoice:
    @pytest.mark.parametrize(
        ("seconds", "core_seconds", "cores", "worth"),
        [(0.001, 0.060, 8, True), (0.007, 0.060, 8, False), (0.005, 0.060, 8, True), (0.2, 0.060, 1, False)],
    )
    def test_a_device_must_be_quicker_than_all_cores(
        self, seconds: float, core_seconds: float, cores: int, worth: bool
    ) -> None:
        assert is_worth_it(seconds, core_seconds, cores) == worth

    def test_without_one_the_processor_serves(self, spec: EmbedderSpec) -> None:
        finding = look_for_device(spec, None, cores=4)
        assert (finding.serves, finding.device) == (False, "")
        assert finding.problem == "torch finds no graphics processor here that it can use."

    def test_one_that_pays_serves_and_hears_as_torch_does(
        self, spec: EmbedderSpec, inputs: list[ClapInput], expected: Vectors
    ) -> None:
        finding = look_for_device(spec, PROCESSOR, cores=2, worth=always)
        assert (finding.problem, finding.serves) == ("", True)
        assert (finding.device, finding.precision) == ("cpu", "float32")
        assert finding.cosine >= 0.99999
        assert min(finding.seconds, finding.core_seconds) > 0
        tower = load_device_tower(spec, finding)
        assert tower.reduced is None
        assert least_cosine(tower.hear_together(inputs), expected) >= 0.99999

    def test_measured_times_decide(self, spec: EmbedderSpec) -> None:
        asked: list[tuple[float, float, int]] = []

        def never(seconds: float, core_seconds: float, cores: int) -> bool:
            asked.append((seconds, core_seconds, cores))
            return False

        finding = look_for_device(spec, PROCESSOR, cores=3, worth=never)
        assert asked == [(finding.seconds, finding.core_seconds, 3)]
        assert not finding.serves
        assert "ms for a sound, and the 3 cores" in finding.problem

    def test_one_that_computes_something_else_never_serves(self, spec: EmbedderSpec) -> None:
        """It errs where several sounds go together; torch alone, which hears them one by one, is right."""
        with erring(lambda sounds: sounds > 1):
            finding = look_for_device(spec, PROCESSOR, cores=2, worth=always)
        assert not finding.serves
        assert finding.cosine < 0.99999
        assert "computes otherwise than torch does" in finding.problem

    def test_one_that_gives_no_numbers_never_serves(self, spec: EmbedderSpec) -> None:
        with erring(lambda sounds: sounds > 1, by=float("nan")):
            finding = look_for_device(spec, PROCESSOR, cores=2, worth=always)
        assert not finding.serves
        assert "(cosine nan)" in finding.problem

    def test_one_that_cannot_run_the_network_never_serves(self, spec: EmbedderSpec) -> None:
        finding = look_for_device(spec, NOWHERE, cores=2, worth=always)
        assert not finding.serves
        assert finding.problem.startswith("The device meta cannot run it (")

    def test_one_that_is_full_just_now_is_not_judged(self, spec: EmbedderSpec) -> None:
        with erring(lambda _: True, by=None), pytest.raises(DeviceFullError, match="close other programs"):
            look_for_device(spec, PROCESSOR, cores=2, worth=always)

    def test_fast_is_as_near_as_it_must_be_whatever_is_chosen(
        self, spec: EmbedderSpec, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whether half precision is quicker depends on the machine."""
        monkeypatch.setattr(device_choice, "MANY", FEW)
        finding = look_for_device(replace(spec, precision="fast"), PROCESSOR, cores=1, worth=always)
        assert finding.serves
        assert finding.cosine >= 0.9999
        assert load_device_tower(spec, finding).reduced in (None, torch.float16, torch.bfloat16)

    def test_one_that_has_no_half_precision_serves_in_single(
        self, spec: EmbedderSpec, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def refuse(*_: object) -> None:
            if torch.is_autocast_enabled("cpu"):
                raise RuntimeError("not implemented for 'Half'")

        monkeypatch.setattr(device_choice, "MANY", FEW)
        handle = torch.nn.modules.module.register_module_forward_hook(refuse)
        try:
            finding = look_for_device(replace(spec, precision="fast"), PROCESSOR, cores=1, worth=always)
        finally:
            handle.remove()
        assert (finding.serves, finding.precision) == (True, "float32")
        assert "half precision failed (not implemented for 'Half')" in caplog.text

    def test_a_checkpoint_that_is_gone_is_said(self, spec: EmbedderSpec, tmp_path: Path) -> None:
        with pytest.raises(EmbedderError):
            load_device_tower(replace(spec, folder=tmp_path), DeviceFinding(device="cpu", title="It"))

    def test_a_device_that_is_gone_is_said(self, spec: EmbedderSpec) -> None:
        with pytest.raises(EmbedderError, match="The device cannot be used"):
            load_device_tower(spec, DeviceFinding(device="xpu:7", title="The device"))


@contextmanager
def erring(when: Callable[[int], bool], *, by: float | None = 1.0) -> Iterator[None]:
    """While this lasts, the network that hears is wrong by so much for such numbers of sounds; None: has no memory."""
    network = transformers.models.clap.modeling_clap.ClapAudioModel

    def err(module: Any, _arguments: Any, output: Any) -> None:
        if not isinstance(module, network) or not when(len(output.pooler_output)):
            return
        if by is None:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        output.pooler_output += by * torch.randn(output.pooler_output.shape)

    handle = torch.nn.modules.module.register_module_forward_hook(err)
    try:
        yield
    finally:
        handle.remove()
