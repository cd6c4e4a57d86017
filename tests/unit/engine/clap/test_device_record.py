"""What a machine found out about its device is kept for that machine, that torch and that checkpoint."""

import json
import platform
import time
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.engine.clap import device_record
from desktop_app.engine.clap.device_record import NO_DEVICE, DeviceFinding, known_device, may_use_device, record_device
from desktop_app.engine.embedders.embedder import EmbedderSpec

DAY = 86_400.0
FOUND = DeviceFinding("", "cuda", "A card", "float16", 0.99998, 0.001, 0.06)


@pytest.fixture
def spec(tmp_path: Path) -> EmbedderSpec:
    folder, towers = tmp_path / "checkpoint", tmp_path / "cache" / "towers"
    return EmbedderSpec("mine", "clap", folder, "clap/0/fe1/float32", 48_000, 512, towers=towers, device="auto")


def test_it_is_kept_for_each_checkpoint_and_precision(spec: EmbedderSpec) -> None:
    other = replace(spec, embedder_id="clap/0/fe1/bfloat16")
    assert known_device(spec) is None
    record_device(spec, FOUND)
    record_device(other, replace(FOUND, problem="It errs."))
    assert known_device(spec) == FOUND
    assert FOUND.serves
    found = known_device(other)
    assert found is not None
    assert not found.serves


def test_that_there_is_none_holds_for_all_until_one_is_found(spec: EmbedderSpec) -> None:
    other = replace(spec, embedder_id="clap/0/fe1/bfloat16")
    record_device(spec, FOUND)
    record_device(other, NO_DEVICE)
    assert known_device(spec) == known_device(other) == NO_DEVICE
    assert not NO_DEVICE.serves
    record_device(spec, FOUND)
    assert known_device(spec) == FOUND
    assert known_device(other) is None


@pytest.mark.parametrize("change", ["computer", "cores", "torch", "no torch"])
def test_another_machine_looks_for_itself(spec: EmbedderSpec, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    record_device(spec, FOUND)
    with monkeypatch.context() as elsewhere:
        match change:
            case "computer":
                elsewhere.setattr(platform, "node", lambda: "elsewhere")
            case "cores":
                elsewhere.setattr(device_record.os, "cpu_count", lambda: 1_000)
            case "torch":
                elsewhere.setattr(device_record, "version", lambda _: "99.0+cu999")
            case _:
                elsewhere.setattr(device_record, "version", _not_installed)
        assert known_device(spec) is None
        record_device(spec, DeviceFinding("Not here."))
    assert known_device(spec) == FOUND


@pytest.mark.parametrize("content", ["", "[]", '{"problem": 1', "{}"])
def test_a_damaged_record_is_none_and_is_made_anew(spec: EmbedderSpec, content: str) -> None:
    record_device(spec, FOUND)
    assert spec.towers is not None
    (spec.towers / "devices.json").write_text(content)
    assert known_device(spec) is None
    record_device(spec, FOUND)
    assert known_device(spec) == FOUND


@pytest.mark.parametrize("entry", [["no", "mapping"], {"of": "another version"}, "text"])
def test_a_record_of_another_version_is_none(spec: EmbedderSpec, entry: object) -> None:
    record_device(spec, FOUND)
    assert spec.towers is not None
    file = spec.towers / "devices.json"
    ((machine, _),) = json.loads(file.read_text()).items()
    for content in ({machine: entry}, {machine: {spec.embedder_id: entry}}):
        file.write_text(json.dumps(content))
        assert known_device(spec) is None


def test_what_asks_for_a_device_at_all(spec: EmbedderSpec) -> None:
    assert may_use_device(spec)
    assert not may_use_device(replace(spec, device="cpu"))
    assert not may_use_device(replace(spec, kind="starter"))
    assert not may_use_device(replace(spec, towers=None))
    assert known_device(replace(spec, towers=None)) is None
    record_device(replace(spec, towers=None), FOUND)
    assert known_device(spec) is None


def _not_installed(_name: str) -> str:
    raise device_record.PackageNotFoundError


def test_a_device_that_did_not_serve_is_looked_at_again_after_a_week(spec: EmbedderSpec) -> None:
    refused = replace(FOUND, problem="It was busy.")
    other = replace(spec, embedder_id="clap/0/fe1/bfloat16")
    record_device(spec, refused)
    record_device(other, FOUND)
    now = time.time()
    assert known_device(spec, now + 6 * DAY) == refused
    assert known_device(spec, now + 8 * DAY) is None
    assert known_device(spec, now - DAY) is None, "the clock was wrong then, or is now"
    assert known_device(other, now + 800 * DAY) == FOUND
    record_device(spec, NO_DEVICE)
    assert known_device(other, now + 6 * DAY) == NO_DEVICE
    assert known_device(other, now + 8 * DAY) is None, "a driver may be there by now"


def test_a_refusal_of_an_earlier_version_is_looked_at_again(spec: EmbedderSpec) -> None:
    record_device(spec, replace(FOUND, problem="It was busy."))
    assert spec.towers is not None
    file = spec.towers / "devices.json"
    known = json.loads(file.read_text())
    [machine] = known.values()
    del machine[spec.embedder_id]["looked"]
    file.write_text(json.dumps(known))
    assert known_device(spec) is None
