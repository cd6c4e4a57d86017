"""What the corpus's clips are called finds the same sound again: names inside packages, and packages by checksum."""

import gzip
import hashlib
import importlib
import io
import struct
import tarfile
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.starter_files import ROOT


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


def script(name: str) -> ModuleType:
    return importlib.import_module(f"corpus.{name}")


def catalogue(sounds: dict[str, bytes]) -> bytes:
    """As OpenTTD writes it: offsets and sizes, then a title, the sound, and the name of the file it was."""
    table, body = b"", b""
    for name, sound in sounds.items():
        table += struct.pack("<II", 0x80000000 | (8 * len(sounds) + len(body)), len(sound))
        body += b"\x06Title\0" + sound + b"\0" + bytes([len(name) + 1]) + name.encode() + b"\0"
    return table + body


def group(files: dict[str, bytes | dict[str, bytes]]) -> bytes:
    """As OpenClonk writes it, not packed: a scrambled header, 316 bytes for each file, the files."""
    header = bytearray(b"RedWolf Design GrpFolder".ljust(36, b"\0") + struct.pack("<i", len(files)) + bytes(164))
    for at in range(0, 202, 3):
        header[at], header[at + 2] = header[at + 2], header[at]
    table, body = b"", b""
    for name, content in files.items():
        data = group(dict(content)) if isinstance(content, dict) else content
        place = struct.pack("<5i", 0, isinstance(content, dict), len(data), 0, len(body))
        table += (name.encode().ljust(260, b"\0") + place).ljust(316, b"\0")
        body += data
    return bytes(byte ^ 237 for byte in header) + table + body


def package(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as tape:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tape.addfile(member, io.BytesIO(content))
    return path


def test_sounds_are_found_in_a_package_and_in_the_containers_in_it(tmp_path: Path) -> None:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("sfx/gun.ogg", b"gun")
        archive.writestr("readme.txt", b"text")
    path = package(
        tmp_path / "game-1.tar.gz",
        {
            "./game/dog.wav": b"dog",
            "./game/picture.png": b"picture",
            "./game/base.wz": zipped.getvalue(),
            "./game/Sound.ocg": b"\x1e\x8c"
            + gzip.compress(group({"hit.wav": b"hit", "Bat.ocg": {"chirp.wav": b"chirp"}}))[2:],
            "./game/sounds.cat": catalogue({"src/one.wav": b"RIFF1", "src/two.wav": b"RIFF-2"}),
        },
    )
    found = dict(script("archives").members(path, lambda name: name.endswith((".wav", ".ogg"))))
    assert found == {
        "game/dog.wav": b"dog",
        "game/base.wz!sfx/gun.ogg": b"gun",
        "game/Sound.ocg!hit.wav": b"hit",
        "game/Sound.ocg!Bat.ocg/chirp.wav": b"chirp",
        "game/sounds.cat!one.wav": b"RIFF1",
        "game/sounds.cat!two.wav": b"RIFF-2",
    }


def test_a_broken_package_and_an_unknown_kind_are_told(tmp_path: Path) -> None:
    whole = package(tmp_path / "whole.tgz", {"dog.wav": bytes(range(256)) * 400}).read_bytes()
    for name, content in (("broken.tgz", b"no archive"), ("broken.whl", whole), ("package.rpm", whole)):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ValueError, match=r"cannot be read|of a kind"):
            list(script("archives").members(tmp_path / name, lambda _name: True))


def source(**values: Any) -> Any:
    texts = {"name": "game", "package": "game-data", "version": "1.0", "font": "", "licence": "CC0-1.0"}
    texts |= {"attribution": "", "homepage": "", "role": "train", "family": "effects"}
    return script("clip").Source(**texts, **values)


def test_a_package_that_is_there_is_used_only_if_it_is_the_one_described(tmp_path: Path) -> None:
    (tmp_path / "game.deb").write_bytes(b"package")
    known = source(kind="debian", file="game.deb", sha256=hashlib.sha256(b"package").hexdigest())
    assert script("download").fetch(known, tmp_path) == tmp_path / "game.deb"
    other = source(kind="debian", file="game.deb", sha256="0" * 64)
    with pytest.raises(ValueError, match=r"not the file that game\.toml describes"):
        script("download").fetch(other, tmp_path)


@pytest.mark.parametrize(
    ("kind", "file", "words"),
    [
        ("debian", "g_1.deb", ["apt-get", "download", "game-data=1.0"]),
        ("npm", "g.tgz", ["npm", "pack", "--silent", "--ignore-scripts", "game-data@1.0"]),
        ("pypi", "g.whl", ["--no-deps", "--only-binary", ":all:", "game-data==1.0"]),
        ("pypi", "g.tar.gz", ["--no-deps", "--no-binary", ":all:", "game-data==1.0"]),
    ],
)
def test_each_registry_is_asked_for_the_exact_version(kind: str, file: str, words: list[str]) -> None:
    assert script("download").command(source(kind=kind, file=file, sha256=""))[-len(words) :] == words


def test_synthesised_sounds_are_not_fetched() -> None:
    with pytest.raises(ValueError, match="not fetched"):
        script("download").command(source(kind="synthesised", file="", sha256=""))
