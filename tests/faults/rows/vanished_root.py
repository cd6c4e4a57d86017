"""A folder whose drive goes away, also in the middle of a scan, or is an empty directory: nothing of it is lost."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import apsw

import desktop_app.engine.indexing.folder_scan as folder_scan
from desktop_app.core.events import FolderScanned, IndexEvent
from desktop_app.library.watching.watcher import FolderWatcher
from tests import sounds
from tests.faults.row import Row, shortened
from tests.library_maker import Listening, listening

FULL: Final = 60
QUICK: Final = 4
_FILES: Final = 60
_QUICK_LOOKS: Final = 0.4
"""Seconds between two looks at a folder's root when there is little time; else what the watcher does by itself."""
_MOST_SECONDS: Final = 5.0
_DEADLINE: Final = 60.0


def run(quick: bool) -> Row:
    """Away and back again and again, each time in one of four ways, with the watcher at work as in the window."""
    count = QUICK if quick else FULL
    problems: list[str] = []
    slowest = 0.0
    watchers: list[FolderWatcher] = []

    def follow(event: IndexEvent) -> None:
        """As the app does."""
        if isinstance(event, FolderScanned) and not event.online:
            watchers[0].note_absence(event.folder_id)

    with TemporaryDirectory() as scratch, listening(Path(scratch) / "profile", follow=follow) as at_work:
        root = Path(scratch) / "Sounds"
        for number in range(_FILES):
            folder = root / f"kit {number % 6}"
            folder.mkdir(parents=True, exist_ok=True)
            sounds.make(folder, name=f"sound {number}", frames=sounds.noise(0.02, seed=number))
        folder_id = at_work.index(root).folder_id  # type: ignore[union-attr]
        before = _rows(at_work)
        watcher = FolderWatcher(
            on_files=at_work.indexer.refresh,
            on_rescan=lambda folder_id: at_work.indexer.rescan([folder_id]),
            **({"root_seconds": _QUICK_LOOKS} if quick else {}),
        )
        watchers.append(watcher)
        try:
            watcher.watch(folder_id, root)
            for number in range(count):
                way = list(_WAYS)[number % len(_WAYS)]
                seconds, found = _away_and_back(at_work, root, _WAYS[way], before)
                slowest = max(slowest, seconds)
                problems += [f"{way}: {problem}" for problem in found]
        finally:
            watcher.close()
        if at_work.library.sounds.waiting("fake/1", limit=1):
            problems.append("some wait to be heard again")
    if slowest > _MOST_SECONDS:
        problems.append(f"it took {slowest:.1f} s until everything was back")
    return Row(
        8,
        "a folder vanishes, also in mid-scan, or is emptied",
        count,
        "0 sounds deleted or missing; back <= 5 s after its return",
        f"{len(problems)} problems; back after {slowest:.1f} s at most",
        shortened(problems),
    )


def _away_and_back(
    at_work: Listening, root: Path, leave: Callable[[Listening, Path], None], before: dict[int, bytes]
) -> tuple[float, list[str]]:
    """Seconds until everything was back, and what was wrong."""
    profile = root.with_name("profile")
    leave(at_work, root)
    away = _until(lambda: at_work.library.sounds.counts("fake/1").offline == _FILES) or _lost(at_work, profile, before)
    began = time.monotonic()
    _come_back(root)
    back = _until(lambda: at_work.library.sounds.counts("fake/1").sounds == _FILES)
    seconds = time.monotonic() - began
    back = back or _lost(at_work, profile, before)
    found = {"away": away, "back": back}
    return seconds, [f"{when}: {problem}" for when, problem in found.items() if problem]


def _vanish(_: Listening, root: Path) -> None:
    root.rename(root.with_name("away"))


def _leave_an_empty_place(_: Listening, root: Path) -> None:
    root.rename(root.with_name("away"))
    root.mkdir()


def _vanish_in_mid_scan(at_work: Listening, root: Path) -> None:
    """The scan has entered two directories when everything is gone."""
    _in_mid_scan(at_work, lambda: root.rename(root.with_name("away")))


def _empty_in_mid_scan(at_work: Listening, root: Path) -> None:
    """As when a drive is pulled out and the place where it was mounted stays."""

    def empty() -> None:
        root.rename(root.with_name("away"))
        root.mkdir()

    _in_mid_scan(at_work, empty)


_WAYS: Final[dict[str, Callable[[Listening, Path], None]]] = {
    "vanished": _vanish,
    "an empty place left": _leave_an_empty_place,
    "vanished in mid-scan": _vanish_in_mid_scan,
    "emptied in mid-scan": _empty_in_mid_scan,
}


def _in_mid_scan(at_work: Listening, happen: Callable[[], object]) -> None:
    """Let something happen while the indexer's scan is between two directories."""
    usual = folder_scan.scan
    happened = False

    def scan(*arguments: object, progress: Callable[[int], None], **others: object) -> object:
        entered = 0

        def progressed(count: int) -> None:
            nonlocal entered, happened
            entered += 1
            if entered == 3 and not happened:
                happened = True
                happen()
            progress(count)

        return usual(*arguments, progress=progressed, **others)  # type: ignore[arg-type]

    folder_scan.scan = scan  # type: ignore[assignment]
    try:
        at_work.indexer.rescan()
        end = time.monotonic() + _DEADLINE
        while not happened:
            assert time.monotonic() < end, "no scan began"
            time.sleep(0.005)
        at_work.indexer.wait_idle(_DEADLINE)
    finally:
        folder_scan.scan = usual


def _come_back(root: Path) -> None:
    if root.exists():
        shutil.rmtree(root)
    root.with_name("away").rename(root)


def _lost(at_work: Listening, profile: Path, before: dict[int, bytes]) -> str:
    counts = at_work.library.sounds.counts("fake/1")
    # As it is stored: in a folder that is away, the library would say of none that it is missing.
    connection = apsw.Connection(str(profile / "library.db"), apsw.SQLITE_OPEN_READONLY)
    missing = connection.execute("SELECT count(*) FROM sounds WHERE missing").get
    connection.close()
    if missing or counts.missing:
        return f"{missing} sounds count as missing"
    now = _rows(at_work)
    return "" if now == before else f"{len(before.items() - now.items())} sounds are not what they were"


def _rows(at_work: Listening) -> dict[int, bytes]:
    """Id -> content of every sound, wherever its folder is."""
    ids, contents, _ = at_work.library.sounds.contents()
    return {sound_id: content or b"" for sound_id, content in zip(ids.tolist(), contents, strict=True)}


def _until(true: Callable[[], bool]) -> str:
    end = time.monotonic() + _DEADLINE
    while not true():
        if time.monotonic() > end:
            return "not noticed within a minute"
        time.sleep(0.02)
    return ""
