"""Regions that are dragged out of the window: each is a file of its own, made before the drag and kept for a week.

Programs that take a drag read the file at once, or later, or refer to it from then on; so a file that was handed out is
never written again. Each region has a folder, named by what it was cut from, which leaves the file's name to be read.
"""

import hashlib
import logging
import os
import re
from pathlib import Path
from typing import Final

from desktop_app.core.sound import Sound

KEPT_SECONDS: Final = 7 * 24 * 3600.0
"""A week: whoever dragged a region has long copied it by then."""
_LONGEST_STEM: Final = 150
"""Bytes of a sound's name that are used: file systems allow 255 for a whole name."""
_MARK_BYTES: Final = 6
"""Of the name of a region's folder."""
log = logging.getLogger(__name__)


class RegionFiles:
    """The folder of rendered regions."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not be there yet; what else is in it is left alone."""
        self._folder = folder

    def path_for(self, sound: Sound, start: float, end: float) -> Path:
        """Where the region from `start` to `end` seconds of a sound belongs: `.../rain_01.33-02.10.wav`.

        The name's suffix is that of the sound; rendering may have to choose another.
        """
        facts = (os.fsencode(sound.path), sound.stamp.size, sound.stamp.modified_ns, f"{start:.6f}", f"{end:.6f}")
        mark = hashlib.blake2b(repr(facts).encode(), digest_size=_MARK_BYTES).hexdigest()
        return self._folder / mark / region_name(sound.path, start, end)

    def rendered(self, wanted: Path) -> Path | None:
        """The file that was rendered for such a path before, whatever its suffix; it is kept for another week."""
        try:
            found = next((file for file in wanted.parent.iterdir() if not file.name.endswith(".part")), None)
            if found is not None:
                os.utime(found)
        except OSError:
            return None
        return found

    def make_room(self, wanted: Path) -> None:
        """Make the folder of a file that is to be rendered. Raises OSError."""
        wanted.parent.mkdir(parents=True, exist_ok=True)

    def remove_old(self, now: float) -> int:
        """Remove what was rendered more than a week before `now` (Unix time); returns how many files went."""
        removed = 0
        for file in self._folder.glob("*/*"):
            if not _is_ours(file.parent):
                continue
            try:
                if file.stat().st_mtime < now - KEPT_SECONDS:
                    file.unlink()
                    removed += 1
            except OSError as problem:  # in use elsewhere; the next start tries again
                log.info("a dragged region stays: %s", problem)
        for folder in self._folder.glob("*"):
            try:
                if _is_ours(folder) and not any(folder.iterdir()):
                    folder.rmdir()
            except OSError as problem:
                log.info("the folder of a dragged region stays: %s", problem)
        return removed


def _is_ours(folder: Path) -> bool:
    """Whether a folder was made for a region. Nothing is ever removed from any other one, nor through a link."""
    mark = re.fullmatch(rf"[0-9a-f]{{{2 * _MARK_BYTES}}}", folder.name)
    return mark is not None and folder.is_dir() and not folder.is_symlink()


def region_name(path: Path, start: float, end: float) -> str:
    """`rain_01.33-02.10.wav` for the region from 1.33 s to 2.10 s of `rain.wav`."""
    stem = path.stem.encode(errors="replace")[:_LONGEST_STEM].decode(errors="ignore")
    return f"{stem}_{start:05.2f}-{end:05.2f}{path.suffix.encode(errors='replace').decode()}"
