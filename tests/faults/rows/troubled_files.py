"""Files that may not be read, or go while they are heard: the others are heard, and these as soon as they can be."""

import errno
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.decoding.sound_errors import parser_errors
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from tests import sounds
from tests.fakes import FakeEmbedder
from tests.faults.row import Row, shortened
from tests.library_maker import listening

FULL: Final = 2_000
QUICK: Final = 80
_REFUSED: Final = "refused"
_GONE: Final = "gone"
_CLOSED: Final = "closed"
_STATES: Final = ("good", "good", "good", _REFUSED, _GONE, _CLOSED)
_TROUBLED: Final = 3


class _Worker(InProcessWorker):
    """Listens as usual, but files with these words in their names cannot be opened, or are gone by then. Those that are
    closed look the same when they are open again, as when a permission was given or a lock let go.

    A system's administrator may read everything, so the refusal is made here and not by the file's mode.
    """

    def __init__(self) -> None:
        super().__init__(FakeEmbedder())
        self.troubled = True

    def identify(self, path: Path) -> Identity:
        """See `EmbeddingWorker`."""
        self._meddle(path)
        return super().identify(path)

    def hear(self, path: Path) -> HeardSound:
        """See `EmbeddingWorker`."""
        self._meddle(path)
        return super().hear(path)

    def _meddle(self, path: Path) -> None:
        if not self.troubled or not path.is_file():
            return
        if _GONE in path.name:
            path.rename(path.with_suffix(".away"))
        elif _REFUSED in path.name:
            path.rename(path.with_suffix(".kept"))
            path.mkdir()  # opened as a file, it is refused to whoever asks
        elif _CLOSED in path.name:
            with parser_errors():
                raise PermissionError(errno.EACCES, "Permission denied", str(path))


def run(quick: bool) -> Row:
    """Half of the files make trouble in the first run; afterwards everything is mended."""
    count = QUICK if quick else FULL
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "Sounds"
        for number in range(count):
            folder = root / f"kit {number % 9}"
            folder.mkdir(parents=True, exist_ok=True)
            name = f"{_STATES[number % len(_STATES)]} {number}"
            sounds.make(folder, name=name, frames=sounds.noise(0.02, seed=number))
        good = sum(_STATES[number % len(_STATES)] == "good" for number in range(count))
        worker = _Worker()
        with listening(Path(scratch) / "profile", worker) as at_work:
            at_work.index(root)
            counts = at_work.library.sounds.counts("fake/1")
            heard = len(at_work.library.cache.embeddings("fake/1")[0])
            if heard != good:
                problems.append(f"{heard} of {good} good files were heard")
            if counts.waiting:
                problems.append(f"{counts.waiting} still wait")
            closed = sum(_CLOSED in path.name for path, _ in at_work.library.sounds.unreadable())
            if closed != sum(_STATES[number % len(_STATES)] == _CLOSED for number in range(count)):
                problems.append(f"only {closed} closed files are shown")
            if counts.sounds + counts.missing != count:
                problems.append(f"only {counts.sounds + counts.missing} of {count} are known")
            worker.troubled = False
            _mend(root)
            at_work.index()
            counts = at_work.library.sounds.counts("fake/1")
            if (counts.sounds, counts.waiting, counts.unreadable, counts.missing) != (count, 0, 0, 0):
                problems.append(f"after all was mended: {counts}")
    return Row(
        10,
        "files refused, or gone while they are read",
        _TROUBLED * count // len(_STATES),
        "the others are heard; these are counted, shown, and heard when they can be",
        f"{len(problems)} problems; {counts.sounds:,} of {count:,} heard in the end",
        shortened(problems),
    )


def _mend(root: Path) -> None:
    for path in [*root.rglob("*.away"), *root.rglob("*.kept")]:
        target = path.with_suffix(".wav")
        if target.is_dir():
            target.rmdir()
        path.rename(target)
