"""Files that moved while the program was closed are known again by what they hold, and nothing is heard twice."""

import os
import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.engine.processes.in_process_worker import InProcessWorker
from tests import sounds
from tests.faults.row import Row, shortened
from tests.library_maker import CountingEmbedder, Listening, listening

FULL: Final = 10_000
QUICK: Final = 400
_DUPLICATES: Final = 5
"""One of so many files is a copy of another one."""
_LEAST: Final = 0.999
_EPOCH: Final = 1_700_000_000


def run(quick: bool) -> Row:
    """A third are renamed, a third copied to elsewhere with their times and removed, a third copied without them."""
    count = QUICK if quick else FULL
    generator = random.Random(7)
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        root = folder / "Sounds"
        held = _make(root, count, generator)
        first = CountingEmbedder()
        with listening(folder / "profile", InProcessWorker(first)) as at_work:
            _index(at_work, root, count)
            before = _known(at_work)
        if first.heard != len(set(held.values())):
            problems.append(f"{first.heard} sounds were embedded for {len(set(held.values()))} contents")
        contents = {held[path]: content for path, (_, content) in before.items()}
        numbers = {path.stat().st_ino: path for path in held}
        came_from = _move(root, list(held), generator)
        used_again = sum(_is_anothers(numbers.get(path.stat().st_ino), came_from[path], held) for path in came_from)
        again = CountingEmbedder()
        with listening(folder / "profile", InProcessWorker(again)) as at_work:
            _index(at_work, None, count)
            after = _known(at_work)
            counts = at_work.library.sounds.counts(again.embedder_id)
    relinked = 0
    old_ids = {sound_id for sound_id, _ in before.values()}
    for path, origin in came_from.items():
        if path not in after:
            problems.append(f"{path.name} is not in the library")
            continue
        sound_id, content = after[path]
        relinked += sound_id in old_ids
        if content != contents[held[origin]]:
            problems.append(f"{path.name} is taken for another sound")
    if relinked < _LEAST * count:
        problems.append(f"only {relinked:,} of {count:,} are known again")
    if again.heard:
        problems.append(f"{again.heard} sounds were embedded again")
    if counts.missing or counts.unreadable or counts.waiting:
        problems.append(f"left over: {counts}")
    wrong = sum("another sound" in problem for problem in problems)
    return Row(
        7,
        "files moved while closed, 20 % of them duplicates",
        count,
        ">= 99.9 % relinked, 0 wrong, 0 embedded again",
        f"{relinked / count:.2%} relinked, {wrong} wrong, {again.heard} embedded again; {used_again:,} have an inode"
        " that another sound had",
        shortened(problems),
        "" if used_again else "a file system that uses inodes again, by which one sound could be taken for another",
    )


def _index(at_work: Listening, root: Path | None, count: int) -> None:
    if root is not None:
        at_work.library.folders.add(root)
    at_work.indexer.rescan()
    assert at_work.indexer.wait_idle(60 + count / 5), "indexing did not end"


def _make(root: Path, count: int, generator: random.Random) -> dict[Path, int]:
    """Files of equal size whose times are those of three moments, as unpacked archives have them: path -> content."""
    root.mkdir()
    template = bytearray(sounds.make(root.parent, name="template", frames=sounds.noise(0.02)).read_bytes())
    held: dict[Path, int] = {}
    for number in range(count):
        content = generator.randrange(number) if number and number % _DUPLICATES == 0 else number
        path = root / f"kit {number % 23}" / f"sound {number:05d}.wav"
        path.parent.mkdir(exist_ok=True)
        template[-4:] = content.to_bytes(4, "little")
        path.write_bytes(template)
        os.utime(path, (_EPOCH + number % 3, _EPOCH + number % 3))
        held[path] = content
    return held


def _move(root: Path, paths: list[Path], generator: random.Random) -> dict[Path, Path]:
    """Every file to another name in another directory; one by one, so that inodes are used again: new -> old path."""
    came_from = {}
    generator.shuffle(paths)
    for number, path in enumerate(paths):
        keeps_name = generator.random() < 0.5
        target = root / f"moved {number % 17}" / (path.name if keeps_name else f"other {number:05d}.wav")
        target.parent.mkdir(exist_ok=True)
        match number % 3:
            case 0:
                path.rename(target)
            case 1:
                shutil.copy2(path, target)
                path.unlink()
            case _:
                shutil.copy(path, target)
                path.unlink()
        came_from[target] = path
    return came_from


def _is_anothers(before: Path | None, origin: Path, held: dict[Path, int]) -> bool:
    """Whether a file that came from `origin` has the inode that one with another content had."""
    return before is not None and held[before] != held[origin]


def _known(at_work: Listening) -> dict[Path, tuple[int, bytes | None]]:
    """Path -> id and content of all present sounds."""
    library = at_work.library
    ids = library.sounds.ids().tolist()
    return {sound.path: (sound.sound_id, sound.content_id) for sound in library.sounds.many(ids)}
