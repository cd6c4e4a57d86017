"""A region leaves the window as a file of its own, just as the sound is: by the mouse, as a copy, to the frame."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag

from desktop_app.gui.panels.search.filter_chips import Chip
from tests.gui.desk import Desk
from tests.sounds import SOUNDFILE_KINDS, make, noise, tone

KINDS = {"wav16": (44_100, 1), "wav24": (48_000, 2), "wav32f": (96_000, 1), "flac24": (48_000, 2), "aiff": (44_100, 2)}
"""Kind -> sample rate and channels."""
REGION = (0.123, 0.457)


@dataclass
class Dropped:
    """What the other program was offered in each drag."""

    files: list[Path] = field(default_factory=list)
    formats: list[list[str]] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    actions: list[tuple[Qt.DropAction, ...]] = field(default_factory=list)


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> Dropped:
    """There is no other window to drop on: the system takes the drag and lets it go at once."""
    seen = Dropped()

    def take(drag: QDrag, *actions: Qt.DropAction) -> Qt.DropAction:
        data = drag.mimeData()
        seen.files += [Path(url.toLocalFile()) for url in data.urls()]
        seen.formats.append(data.formats())
        seen.lists.append(bytes(data.data("text/uri-list").data()).decode())
        seen.actions.append(actions)
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", take)
    return seen


def heard_with(desk: Desk, folder: Path, kind: str, rate: int, channels: int) -> Path:
    """A new sound of the library."""
    frames = tone(1.0, hertz=331, rate=rate, channels=channels)
    path = make(folder, kind, name=f"of {kind}", frames=frames, rate=rate)
    desk.window.actions_.housekeeping.rescan.trigger()
    desk.until(lambda: path.name in desk.names())
    desk.settle()
    return path


def drag_region(desk: Desk) -> None:
    """Take hold of the region's handle, move the mouse, and let go."""
    view = desk.window.player.display.view
    handle = view.handle().center()
    desk.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=handle)
    desk.until(lambda: desk.conversation.regions.carrier._path is not None)
    desk.qtbot.mouseMove(view, handle + QPoint(30, 30))
    desk.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=handle + QPoint(30, 30))


@pytest.mark.parametrize("kind", KINDS)
def test_a_dragged_region_is_one_file_as_the_sound_is(desk: Desk, folder: Path, dropped: Dropped, kind: str) -> None:
    rate, channels = KINDS[kind]
    path = heard_with(desk, folder, kind, rate, channels)
    before = path.read_bytes()
    desk.select(path.name)
    view = desk.window.player.display.view
    desk.until(lambda: view.points > 300)
    desk.window.player.set_region(REGION)

    drag_region(desk)

    (cut,) = dropped.files
    assert dropped.formats == [["text/uri-list"]]
    assert dropped.lists[0].strip().splitlines() == [cut.as_uri()]
    assert dropped.actions == [(Qt.DropAction.CopyAction,)], "a copy, whatever the other program would like"
    made, source = soundfile.info(cut), soundfile.info(path)
    described = (made.format, made.subtype, made.samplerate, made.channels)
    assert described == (source.format, source.subtype, source.samplerate, source.channels)
    assert (made.format, made.subtype) == SOUNDFILE_KINDS[kind]
    whole, _ = soundfile.read(path, dtype="float64", always_2d=True)
    start, end = (round(seconds * rate) for seconds in REGION)
    np.testing.assert_array_equal(soundfile.read(cut, dtype="float64", always_2d=True)[0], whole[start:end])
    assert not cut.is_relative_to(folder), "nothing is written beside the person's sounds"
    assert path.read_bytes() == before


def test_sounds_like_the_region_and_not_like_the_whole_sound_are_found(desk: Desk, folder: Path) -> None:
    frames = np.concatenate([noise(0.6, seed=9), tone(0.6, hertz=60)])
    both = make(folder, name="both", frames=frames)
    desk.window.actions_.housekeeping.rescan.trigger()
    desk.until(lambda: both.name in desk.names())
    desk.settle()
    view, listed = desk.window.player.display.view, desk.window.sounds.view
    everything = len(desk.names())
    found = []
    for region in ((0.6, 1.2), (0.0, 0.6)):
        desk.select("both.wav")
        desk.until(lambda: view.points > 300)
        desk.window.player.set_region(region)
        listed.setFocus()
        desk.window.actions_.regions.find_like.trigger()
        desk.until(lambda: not desk.conversation.operations.busy)
        found.append(next(name for name in desk.names() if name != "both.wav"))
        (chip,) = [chip for chip in desk.window.search.findChildren(Chip) if not chip.isHidden()]
        assert "both.wav" in chip.text, "what was looked for can be seen, and taken away"
        chip.removed.emit()
        desk.until(lambda: len(desk.names()) == everything)
    assert found[0] == "kick.wav"
    assert "rain" in found[1]
