"""Walks a folder and says which files could be sounds. Looks at names, sizes and times only; opens no file."""

import fnmatch
import os
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.sound import FileStamp
from desktop_app.library.watching.file_systems import WITHOUT_LASTING_INODES, file_system_of
from desktop_app.library.watching.relative_paths import text_key

# fmt: off
AUDIO_SUFFIXES: frozenset[str] = frozenset({
    ".wav", ".wave", ".bwf", ".rf64", ".w64", ".aif", ".aiff", ".aifc", ".flac", ".ogg", ".oga", ".opus", ".mp3",
    ".mp2", ".mp1", ".mpga", ".m4a", ".m4b", ".m4r", ".aac", ".alac", ".caf", ".caff", ".au", ".snd", ".wma", ".wv",
    ".ape", ".tta", ".mka", ".weba", ".webm", ".ac3", ".eac3", ".dts", ".amr", ".sd2", ".avr", ".iff", ".8svx",
    ".svx", ".voc", ".sph", ".nist", ".paf", ".pvf", ".xi", ".htk", ".ircam", ".mpc", ".tak", ".shn", ".spx", ".ra",
})
# fmt: on
"""Suffixes, with the dot and in lower case, of what soundfile or PyAV can decode."""

_REPLACED = "This was taken away while it was looked at: plug its drive in again, or locate the folder."
_TEMPORARY = ".earmark-tmp"
"""Part of the names of files that this app is still writing beside the user's."""
_SYSTEM_DIRECTORIES = frozenset({"$recycle.bin", "system volume information", "lost+found", "__macosx"})


@dataclass(slots=True)
class ScanResult:
    """What a scan saw."""

    found: dict[str, FileStamp] = field(default_factory=dict)
    """By path relative to the folder, with `/`. The inode is 0 where the file system has no lasting ones."""
    reachable: bool = True
    """False when the folder itself is not there or cannot be listed."""
    problems: list[tuple[Path, str]] = field(default_factory=list)
    """What could not be looked at, each with a sentence."""
    unreadable: list[str] = field(default_factory=list)
    """The same as relative paths: nothing at or below them is known to be missing. "" after a cancelled scan."""


def is_sound_name(name: str) -> bool:
    """Whether a file of this name could be a sound that somebody wants to see: not hidden, not half downloaded."""
    return os.path.splitext(name)[1].lower() in AUDIO_SUFFIXES and not is_hidden(name)  # noqa: PTH122 (speed)


def is_hidden(name: str) -> bool:
    """Whether a file or directory of this name is left out: dot files, the system's own, our own unfinished ones."""
    return name.startswith(".") or _TEMPORARY in name or name.lower() in _SYSTEM_DIRECTORIES


def scan(
    root: Path,
    *,
    exclusions: Sequence[str],
    under: str = "",
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] = lambda _: None,
) -> ScanResult:
    """Find the sounds of a folder, or those at or below `under`, a relative path to a directory or a file in it.

    Linked directories outside the folder are walked as if they stood in it, each real directory once. `exclusions` are
    patterns like `Backup` or `Loops/*.mp3` for names and relative paths, without regard to case. A cancelled scan
    returns what it has, with everything in `unreadable`. A folder that is gone at the end, or is another directory by
    then, was not reachable: what was not found in it means nothing. `progress` gets the number of sounds after each
    directory.
    """
    try:
        before = _identity(root)
        left_out = Exclusions(exclusions)
        walk = _Walk(root, left_out, cancelled, progress)
        if not left_out.leave_out(under):
            walk.begin(under)
            walk.finish()
        if _identity(root) == before:
            return walk.result
    except OSError as error:
        return ScanResult(reachable=False, problems=[(root, _sentence(error))])
    return ScanResult(reachable=False, problems=[(root, _REPLACED)])


class Exclusions:
    """Patterns that a name or a whole relative path may match."""

    def __init__(self, patterns: Sequence[str]) -> None:
        cleaned = [text_key(pattern).replace("\\", "/").strip("/") for pattern in patterns]
        self._pattern = re.compile("|".join(fnmatch.translate(pattern) for pattern in cleaned)) if cleaned else None

    def match(self, name: str, relative: str) -> bool:
        """Whether a file or directory is left out."""
        if self._pattern is None:
            return False
        return bool(self._pattern.match(text_key(name)) or self._pattern.match(text_key(relative)))

    def leave_out(self, relative: str) -> bool:
        """Whether a path, or a directory on the way to it, is not to be shown."""
        way = ""
        for name in filter(None, relative.split("/")):
            way = _join(way, name)
            if is_hidden(name) or self.match(name, way):
                return True
        return False


class _Walk:
    """One walk: first everything that really lies in the folder, then what is linked into it, in a fixed order."""

    def __init__(
        self,
        root: Path,
        exclusions: Exclusions,
        cancelled: Callable[[], bool],
        progress: Callable[[int], None],
    ) -> None:
        self.result = ScanResult()
        self._root = root
        self._real_root = Path(os.path.realpath(root))
        self._exclusions = exclusions
        self._cancelled = cancelled
        self._progress = progress
        self._lasting_inodes = file_system_of(root) not in WITHOUT_LASTING_INODES
        self._directories: list[str] = []
        self._links: list[str] = []
        self._entered: set[tuple[int, int]] = set()

    def begin(self, under: str) -> None:
        """Look at the place where the walk starts."""
        path = self._path(under)
        try:
            status = os.stat(path)  # noqa: PTH116 (speed)
            if stat.S_ISDIR(status.st_mode):
                is_link = bool(under) and os.path.islink(path)  # noqa: PTH114
                (self._links if is_link else self._directories).append(under)
            elif stat.S_ISREG(status.st_mode) and is_sound_name(under.rpartition("/")[2]):
                self._add(under, status)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._report(under, error)

    def finish(self) -> None:
        """Walk until nothing is left to be entered."""
        while self._directories or self._links:
            if self._cancelled():
                self.result.unreadable.append("")
                return
            if self._directories:
                self._enter(self._directories.pop())
                self._progress(len(self.result.found))
                continue
            self._links.sort(reverse=True)
            link = self._links.pop()
            if self._leads_outside(link):
                self._directories.append(link)

    def _enter(self, directory: str) -> None:
        path = self._path(directory)
        try:
            status = os.stat(path)  # noqa: PTH116 (speed)
            if (status.st_dev, status.st_ino) in self._entered and status.st_ino:
                return
            self._entered.add((status.st_dev, status.st_ino))
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
            first_below = len(self._directories)
            for entry in entries:
                self._look_at(entry, _join(directory, entry.name))
            # The last one is entered next: by name from top to bottom.
            self._directories[first_below:] = reversed(self._directories[first_below:])
        except (FileNotFoundError, NotADirectoryError):
            # Removed since it was seen: the sounds in it are gone indeed.
            return
        except OSError as error:
            self._report(directory, error)

    def _look_at(self, entry: os.DirEntry[str], relative: str) -> None:
        if is_hidden(entry.name) or self._exclusions.match(entry.name, relative):
            return
        try:
            if entry.is_dir():
                (self._links if entry.is_symlink() else self._directories).append(relative)
            elif is_sound_name(entry.name) and entry.is_file():
                self._add(relative, entry.stat())
        except FileNotFoundError:
            return
        except OSError as error:
            self._report(relative, error)

    def _add(self, relative: str, status: os.stat_result) -> None:
        inode = status.st_ino if self._lasting_inodes else 0
        self.result.found[relative] = FileStamp(status.st_size, status.st_mtime_ns, inode)

    def _leads_outside(self, link: str) -> bool:
        """Whether a link leads to another place: what lies in the folder is walked anyway; around it are loops."""
        target = Path(os.path.realpath(self._path(link)))
        return not target.is_relative_to(self._real_root) and not self._real_root.is_relative_to(target)

    def _path(self, relative: str) -> str:
        return os.path.join(self._root, relative)  # noqa: PTH118 (speed)

    def _report(self, relative: str, error: OSError) -> None:
        self.result.problems.append((Path(self._path(relative)), _sentence(error)))
        self.result.unreadable.append(relative)


def _identity(root: Path) -> tuple[int, int]:
    """What tells a folder that can be listed from the empty place that its drive leaves. Raises OSError."""
    with os.scandir(root):
        status = os.stat(root)  # noqa: PTH116 (speed)
    return status.st_dev, status.st_ino


def _join(directory: str, name: str) -> str:
    return f"{directory}/{name}" if directory else name


def _sentence(error: OSError) -> str:
    return f"This cannot be opened ({error.strerror}): check that it is there and that you may read it."
