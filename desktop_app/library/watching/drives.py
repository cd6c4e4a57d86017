"""Drives that are not there, in a folder of the library that lies above several.

Systems put the drives that are plugged in into certain directories. Of one that was pulled out nothing remains there,
or an empty directory; what stands on it is not gone for that. Sources: udisks(8) for `/media` and `/run/media`, the
Filesystem Hierarchy Standard 3.0 for `/media` and `/mnt`, Apple's File System Programming Guide for `/Volumes`.
"""

import os
from collections.abc import Iterator, Mapping
from typing import Final

PLACES: Final[Mapping[str, int]] = {} if os.name == "nt" else {"/Volumes": 1, "/media": 2, "/mnt": 1, "/run/media": 2}
"""Directories with drives, and how many levels below them these may lie: users may have directories of their own."""


def is_on_absent_drive(directory: str) -> bool:
    """Whether a directory that cannot be found lies where a drive should be, and none is."""
    return any(_is_absent(drive) for drive in _drives_above(os.path.realpath(directory)))


def _drives_above(directory: str) -> Iterator[str]:
    """The directories on the way that may be drives, the upper one first; a drive holds no others."""
    for place, levels in PLACES.items():
        if directory.startswith(f"{place}/"):
            drive = place
            for name in directory.removeprefix(f"{place}/").split("/")[:levels]:
                drive = f"{drive}/{name}"
                yield drive
                if os.path.ismount(drive):
                    return


def _is_absent(drive: str) -> bool:
    try:
        with os.scandir(drive) as entries:
            return next(entries, None) is None and not os.path.ismount(drive)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
