"""Fetches the packages that hold the corpus's sounds, through the ordinary client of each registry.

Every file is checked against the SHA-256 in its source's description, so a clip's name means the same sound on every
machine. Nothing that is fetched gets installed.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.clip import Source


def fetch(source: Source, cache: Path) -> Path:
    """The source's package in the folder `cache`, downloaded if it is not there.

    Raises ValueError if the file is not the one that the source describes, subprocess.CalledProcessError if the
    registry does not hand it out.
    """
    path = cache / source.file
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        # In a folder of its own, so that a half-loaded file never carries the name that the next run looks for.
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            subprocess.run(command(source), cwd=folder, check=True, stdout=subprocess.DEVNULL)
            loaded = [file for file in Path(folder).iterdir() if file.is_file()]
            if len(loaded) != 1:
                raise ValueError(f"{source.package} {source.version} came as {len(loaded)} files.")
            shutil.move(loaded[0], path)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != source.sha256:
        raise ValueError(f"{path} is not the file that {source.name}.toml describes (SHA-256 {found}).")
    return path


def command(source: Source) -> list[str]:
    """The command that puts the source's package into the current folder; raises ValueError if it has no registry."""
    match source.kind:
        case "debian":
            return ["apt-get", "download", f"{source.package}={source.version}"]
        case "pypi":
            form = "--only-binary" if source.file.endswith(".whl") else "--no-binary"
            pip = [sys.executable, "-m", "pip", "download", "--no-deps", form, ":all:"]
            return [*pip, f"{source.package}=={source.version}"]
        case "npm":
            return ["npm", "pack", "--silent", "--ignore-scripts", f"{source.package}@{source.version}"]
        case _:
            raise ValueError(f"{source.name} is of a kind that is not fetched: {source.kind}.")
