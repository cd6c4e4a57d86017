"""Recordings out of Debian packages, to measure how YAMNet's classes usually score; none of them is kept or shipped.

The packages are named with version and SHA-256, so the same recordings come out as long as the Debian archive (or its
snapshot) has them.
"""

import hashlib
import io
import struct
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

LONGEST_SECONDS = 10
_SUFFIXES = (".wav", ".ogg", ".oga", ".flac", ".cat")
# Spoken descriptions of pictures in dozens of languages: thousands of the same kind.
_LEFT_OUT = ("_desc", "/symbols/")


@dataclass(frozen=True, slots=True)
class Package:
    """A Debian package and its exact file."""

    name: str
    version: str
    sha256: str


PACKAGES = (
    Package("lincity-ng-data", "2.9~git20150314-5", "8f5e85bd42879abdc7099b035d7a3d7468eceb6b93b52a12270c28f3f3c792f9"),
    Package("lmms-common", "1.2.2+dfsg1-6", "7d9aa55dd05f11edc57104203ee1c350e3e41f8936ab3741da2bb1158fd46c37"),
    Package("lomiri-sounds", "22.02-1", "d4a8fd0247e43e784ad75c11312d1f0e08a0ced6a4cfaadde3dcf118ab4e9abf"),
    Package(
        "minetest-data",
        "5.6.1+dfsg+~1.9.0mt8+dfsg-2",
        "91371dd2bd51cfcd4fa60c138667989a47047dfe1a47f7523b9ad1782d397585",
    ),
    Package("openttd-opensfx", "1.0.3-2", "2898b4677a3caccc4abc08fb4cf83319047b5a04729291deb5c77a8cd713c006"),
    Package("oxygen-sounds", "4:5.27.5-2", "2230772aea70fb6508a38eeb8fb29f56357d9e00751477fe1954057c41541960"),
    Package("simutrans-pak64", "121.0-1", "46c8420e162941e6d87382b43c508b1dbf48015fcd782f0c4425952ba72745cc"),
    Package("sound-theme-freedesktop", "0.8-2", "135cc4893ba590d428577bc3bf42df756a165c05a2a43f84311ad7db779a70ea"),
    Package(
        "tuxpaint-stamps-default", "2022.06.04-1", "6db6c1bfc870a47f1499d6203b083522eacb57c5f9c87d468f2e92eb6d9d5f34"
    ),
    Package("wesnoth-1.16-data", "1:1.16.9-1", "1012b964bd412a6770685e3324ae3b61e176caff7846192d1ee63d55cd621e26"),
)


def fetch(package: Package, cache: Path) -> Path:
    """The package's file in `cache`, downloaded through apt if need be; raises ValueError if it is another one."""
    cache.mkdir(parents=True, exist_ok=True)
    pattern = f"{package.name}_*.deb"
    if not any(cache.glob(pattern)):
        subprocess.run(["apt-get", "download", f"{package.name}={package.version}"], cwd=cache, check=True)
    path = next(cache.glob(pattern))
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != package.sha256:
            raise ValueError(f"{path} is not {package.name} {package.version} as it was measured.")
    return path


def recordings(package: Path, sample_rate: int) -> Iterator[NDArray[np.float32]]:
    """The start of a package's recordings, mono at `sample_rate`, by name; without unreadable and silent ones."""
    for content in _audio_files(package):
        try:
            samples, rate = soundfile.read(io.BytesIO(content), dtype="float32", always_2d=True)
        except soundfile.LibsndfileError:
            continue
        mono = samples.mean(axis=1)
        if len(mono) and np.abs(mono).max() > 1e-4:
            yield soxr.resample(mono, rate, sample_rate)[: LONGEST_SECONDS * sample_rate].astype(np.float32)


def _audio_files(package: Path) -> Iterator[bytes]:
    archive = subprocess.run(["dpkg-deb", "--fsys-tarfile", str(package)], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in sorted(files.getmembers(), key=lambda member: member.name):
            if (
                not member.isfile()
                or not member.name.endswith(_SUFFIXES)
                or any(part in member.name for part in _LEFT_OUT)
            ):
                continue
            file = files.extractfile(member)
            content = file.read() if file else b""
            yield from _catalogue(content) if member.name.endswith(".cat") else (content,)


def _catalogue(content: bytes) -> Iterator[bytes]:
    """The WAV files inside a Transport Tycoon catalogue: a table of offsets and sizes, a name before each file."""
    entries = (struct.unpack_from("<I", content)[0] & 0x7FFFFFFF) // 8
    for entry in range(entries):
        offset, size = struct.unpack_from("<II", content, 8 * entry)
        start = (offset & 0x7FFFFFFF) + 1 + content[offset & 0x7FFFFFFF]
        yield content[start : start + size]
