"""Names from the library for the filters that are being typed."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.core.mark_terms import Kind
from desktop_app.core.marks import HIGHEST_RATING
from desktop_app.core.musical import NOTES, SoundKind
from desktop_app.core.sound_quality import SoundWarning
from desktop_app.gui.conversations.measuring import ANY_WARNING
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.models.folder_tree import FolderBranch
from desktop_app.gui.operations import LibraryTags

_FOLDERS = 20_000
"""Names of folders that are offered; a library with more has them found by typing."""
_TEMPOS: Final = ("<90", "90..110", "110..128", "128..150", ">150")
_LOUDNESSES: Final = (">-14", "-18..-14", "-24..-18", "<-24", "<-40")
"""Examples that show how spans are written."""


class Completing(QObject):
    """Keeps what the search line offers up to date, with what is read for the lists at the left. The names of
    collections come from whoever shows those.
    """

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        operations = surroundings.operations
        operations.folders_read.connect(self._offer_folders)
        operations.tags_counted.connect(self._offer_tags)
        search = surroundings.window.search
        search.offer("is", tuple(Kind))
        search.offer("rating", [f">={stars}" for stars in range(1, HIGHEST_RATING + 1)])
        search.offer("warning", (ANY_WARNING, *SoundWarning))
        search.offer("kind", tuple(SoundKind))
        search.offer("key", [f"{note}{mode}" for note in NOTES for mode in ("", "m")])
        search.suggest("bpm", _TEMPOS)
        search.suggest("lufs", _LOUDNESSES)

    def _offer_folders(self, branches: list[FolderBranch]) -> None:
        self._around.window.search.offer("folder", tuple(_names(branches)))
        sounds = self._around.earmark.library.sounds
        search = self._around.window.search
        self._around.operations.looking.run(
            sounds.containers, lambda found: search.offer("format", found), topic="formats"
        )

    def _offer_tags(self, tags: LibraryTags) -> None:
        known = [count.scored.tag for count in tags.counts]
        aliases = [alias for tag in known for alias in tag.aliases]
        self._around.window.search.offer("tag", [tag.name for tag in known], aliases)


def _names(branches: list[FolderBranch]) -> Iterator[str]:
    """The library's folders and the directories in them, each by its own name."""
    number = 0
    for branch in branches:
        yield branch.folder.path.name
        for relative, _ in branch.directories:
            number += 1
            if number > _FOLDERS:
                return
            yield from filter(None, relative.split("/"))
