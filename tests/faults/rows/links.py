"""Trees of links that lead in circles, and files of several names: a walk ends, and meets each directory once."""

import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.library.watching.scanner import scan
from tests.faults.row import Row, shortened

FULL: Final = 500
QUICK: Final = 40
_DIRECTORIES: Final = 12
_LINKS: Final = 15
_MOST_STEPS: Final = 10_000
"""Directories that a walk may enter until it is taken for endless."""


def run(quick: bool) -> Row:
    """Random trees of directories, links among them and out of them, and hard links."""
    count = QUICK if quick else FULL
    generator = random.Random(11)
    problems: list[str] = []
    links = 0
    for number in range(count):
        with TemporaryDirectory() as scratch:
            folder = Path(scratch)
            links += _grow(folder, generator)
            problems += [f"tree {number}: {problem}" for problem in _walk(folder)]
    return Row(
        11,
        f"loops of links, hard links ({links:,} links in all)",
        count,
        "every walk ends; each directory is entered once",
        f"{len(problems)} problems",
        shortened(problems),
    )


def _grow(folder: Path, generator: random.Random) -> int:
    """Directories with a file each, in and outside of a root, and links between any of them."""
    inside, outside = folder / "root", folder / "outside"
    places = [inside, outside]
    for number in range(_DIRECTORIES):
        parent = generator.choice(places)
        places.append(parent / f"directory {number}")
    files = []
    for place in places:
        place.mkdir()
        files.append(place / "sound.wav")
        files[-1].write_bytes(str(place).encode())
    for number in range(_LINKS):
        place, target = generator.choice(places), generator.choice([*places, folder, place / f"link {number}"])
        (place / f"link {number}").symlink_to(target, target_is_directory=True)
    for number in range(_LINKS // 3):
        os.link(generator.choice(files), generator.choice(places) / f"hard {number}.wav")
        (generator.choice(places) / f"soft {number}.wav").symlink_to(generator.choice(files))
    return _LINKS + 2 * (_LINKS // 3)


def _walk(folder: Path) -> Iterator[str]:
    root = folder / "root"
    steps = 0

    def progress(_: int) -> None:
        nonlocal steps
        steps += 1

    result = scan(root, exclusions=[], cancelled=lambda: steps > _MOST_STEPS, progress=progress)
    if steps > _MOST_STEPS:
        yield "the walk did not end"
        return
    entered: Counter[str] = Counter()
    for relative in result.found:
        directory, _, name = relative.rpartition("/")
        entered[f"{os.path.realpath(root / directory)}/{name}"] += 1
    yield from (f"{path} was met {times} times" for path, times in entered.items() if times > 1)
    for path in _really_inside(root):
        if f"{os.path.realpath(path.parent)}/{path.name}" not in entered:
            yield f"{path.relative_to(root)} was not met"


def _really_inside(root: Path) -> Iterator[Path]:
    """The sounds that lie in the root without a link on the way to them, links to sounds among them."""
    for directory, _, names in os.walk(root):
        yield from (Path(directory) / name for name in names if name.endswith(".wav"))
