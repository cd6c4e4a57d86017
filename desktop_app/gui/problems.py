"""What a person can do something about: files that cannot be read, and work that rests until something is mended."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.engine.decoding.sound_errors import NOT_ALLOWED, TRIED_AGAIN
from desktop_app.gui.retelling import retold
from desktop_app.library.tables.folders import Folder


class ProblemKind(StrEnum):
    """What trying again means."""

    FILE = "file"
    """Listen to the file again."""
    SILENT = "silent"
    """The same, though nothing is wrong with it: there is nothing to hear in it."""
    FOLDER = "folder"
    """Look whether the folder can be reached again."""
    INDEXING = "indexing"
    """Go on indexing."""
    EMBEDDER = "embedder"
    """Begin again what had to do with a new network."""
    LIBRARY = "library"
    """Look after the library's files again."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the panel."""

    kind: ProblemKind
    title: str
    """A file's name, or what does not work."""
    reason: str
    """A sentence."""
    advice: str
    """A sentence: what helps."""
    path: Path | None = None
    """The file, if it is about one."""

    @property
    def calls(self) -> bool:
        """Whether somebody should look: what may be meant to be so is listed, and calls for nobody."""
        return self.kind not in (ProblemKind.SILENT, ProblemKind.FOLDER)

    @property
    def text(self) -> str:
        """The problem as it is copied: one line, columns apart by tabs."""
        return "\t".join((str(self.path or self.title), self.reason, self.advice))


def problems_of(unreadable: Iterable[tuple[Path, str]]) -> list[Problem]:
    """Problems of files that could not be read, from (path, reason). Looks at each file: not for the GUI thread."""
    return [
        Problem(ProblemKind.FILE, path.name, retold(reason), _advice(path, reason), path) for path, reason in unreadable
    ]


def closed_problems(closed: Iterable[tuple[Path, str]]) -> list[Problem]:
    """Problems of directories that could not be looked into, from (path, reason)."""
    advice = QCoreApplication.translate(
        "Problems", "Sounds in it that were heard before are kept. It is tried again by itself when it can be opened."
    )
    return [Problem(ProblemKind.FILE, path.name, retold(reason), advice, path) for path, reason in closed]


def silent_problems(silent: Iterable[tuple[Path, str]]) -> list[Problem]:
    """What there is to say of files without anything to hear in them, from (path, reason)."""
    advice = QCoreApplication.translate(
        "Problems",
        "If it is meant to be so, nothing needs to be done; else record or export it again. Without a sound there are "
        "no tags.",
    )
    return [Problem(ProblemKind.SILENT, path.name, retold(reason), advice, path) for path, reason in silent]


def folder_problems(folders: Iterable[Folder]) -> list[Problem]:
    """What there is to say of folders that are offline: a drive may be meant to lie on the shelf."""
    advice = QCoreApplication.translate(
        "Problems",
        "Plug in its drive: its sounds come back by themselves. If it lies elsewhere now, locate it; if it was emptied"
        " for good, remove it (both in the menu of the folder).",
    )
    return [
        Problem(ProblemKind.FOLDER, folder.path.name or str(folder.path), _offline(folder), advice, folder.path)
        for folder in folders
        if not folder.online
    ]


def _offline(folder: Folder) -> str:
    return QCoreApplication.translate(
        "Problems",
        "This folder cannot be reached, or nothing is left in it. What is known of its %Ln sound(s) is kept.",
        "",
        folder.sounds,
    )


def indexing_problem(reason: str) -> Problem:
    """Indexing rests."""
    return Problem(
        ProblemKind.INDEXING,
        QCoreApplication.translate("Problems", "Listening to new sounds"),
        reason,
        QCoreApplication.translate("Problems", "What was heard before is safe. Put this right, then try again."),
    )


def embedder_problem(reason: str) -> Problem:
    """A network could not be fetched, or could not take over."""
    return Problem(
        ProblemKind.EMBEDDER,
        QCoreApplication.translate("Problems", "The new network"),
        reason,
        QCoreApplication.translate("Problems", "The present one goes on listening. Put this right, then try again."),
    )


def library_problem(reason: str) -> Problem:
    """Something is wrong with the library's own files."""
    return Problem(
        ProblemKind.LIBRARY,
        QCoreApplication.translate("Problems", "The library's own files"),
        reason,
        QCoreApplication.translate(
            "Problems", "Your sound files are not touched by this. Try again to have it checked."
        ),
    )


def _advice(path: Path, reason: str) -> str:
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return QCoreApplication.translate("Problems", "Bring the file back, or rescan its folder.")
    except OSError:
        size = None
    if reason == NOT_ALLOWED or not os.access(path, os.R_OK):
        return QCoreApplication.translate(
            "Problems", "Give yourself the permission to read it: it is then listened to by itself."
        )
    if reason.endswith(TRIED_AGAIN):
        return QCoreApplication.translate(
            "Problems", "Check its drive or network, and close programs that use it. Nothing else needs to be done."
        )
    if size == 0:
        return QCoreApplication.translate("Problems", "There is nothing in it: copy it again from where it came from.")
    return QCoreApplication.translate(
        "Problems",
        "See whether another program plays it. If none does, copy it again; else leave it out in the preferences.",
    )
