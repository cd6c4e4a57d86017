"""What `pip install .` gives: a wheel with the resources inside, and an `earmark` that starts from it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Earmark's dependencies are in this environment already; only the wheel is built and installed, without any network.
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, timeout=100)
    return next(folder.glob("earmark-*.whl"))


def test_the_wheel_carries_the_resources_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "resources/model/starter/yamnet.onnx",
        "resources/model/starter/yamnet.safetensors",
        "resources/model/starter/projection.safetensors",
        "resources/model/starter/reference.safetensors",
        "resources/vocabularies/everyday.toml",
        "resources/vocabularies/ucs.toml",
        "resources/theme/",
        "resources/icons/",
        "resources/demo/",
    ):
        assert any(name.startswith(f"desktop_app/{needed}") for name in names), needed
    assert {name.split("/")[0].split("-")[0] for name in names} == {"desktop_app", "earmark"}


def test_earmark_starts_from_the_wheel(wheel, tmp_path):
    target = tmp_path / "installed"
    subprocess.run([*PIP, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)], check=True)
    script = next((target / "bin").glob("earmark*")) if (target / "bin").is_dir() else None
    command = [sys.executable, str(script)] if script else [sys.executable, "-m", "desktop_app"]
    environment = os.environ | {"PYTHONPATH": str(target)}
    done = subprocess.run(
        [*command, "--profile", str(tmp_path / "profile"), "vocabulary", "list", "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    listed = {entry["id"]: entry for entry in json.loads(done.stdout)["vocabularies"]}
    assert {"everyday", "music", "sound-design", "ucs"} <= set(listed)
    assert all(Path(entry["path"]).is_relative_to(target) for entry in listed.values())
