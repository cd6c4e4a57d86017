"""When what a look at many places found is told."""

from pathlib import Path

import pytest

import desktop_app.engine.indexing.folder_scan as folder_scan
from desktop_app.core.events import IndexEvent, SoundsChanged
from tests import sounds
from tests.library_maker import open_library


def test_the_first_sounds_of_many_places_are_told_before_the_last_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_scan, "_SHOW_SECONDS", 0.0)
    places = [tmp_path / "Sounds" / f"kit {number}" for number in range(5)]
    for place in places:
        place.mkdir(parents=True)
        sounds.make(place, frames=sounds.noise(0.01))
    with open_library(tmp_path / "profile") as library:
        folder = library.folders.add(tmp_path / "Sounds")
        shown: list[int] = []

        def notify(event: IndexEvent) -> None:
            if isinstance(event, SoundsChanged):
                shown.append(len(library.sounds.ids()))

        scan = folder_scan.FolderScan(library, notify, lambda: False)
        scan.look(folder.folder_id, places)
        assert shown == [1, 5], "once early, and once when all are there: each has the list read anew"
        scan.look(folder.folder_id, places)
        assert shown == [1, 5], "nothing is new"
