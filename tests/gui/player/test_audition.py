"""Listening in the real window: speed, loop, region, equal loudness, playing on down the list, and other devices."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.engine.measuring.loudness import measure
from desktop_app.engine.playing.playback import Player
from desktop_app.engine.playing.voice import RATE
from desktop_app.gui.dialogs.preferences import PreferencesDialog
from desktop_app.gui.panels.player.speed_slider import SpeedSlider
from desktop_app.settings import sentence_of
from tests.gui.desk import Desk, OpenDesk
from tests.sounds import make, tone


def player_of(desk: Desk) -> Player:
    return desk.window.player._audition._player


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, while the keyboard is in the list."""
    desk.window.sounds.view.setFocus()
    desk.qtbot.keyClick(desk.window.sounds.view, key, modifiers)


def texts(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.player.findChildren(QLabel) if label.isVisible()]


def labelled(desk: Desk, name: str) -> str:
    return next(w.text() for w in desk.window.player.findChildren(QLabel) if w.accessibleName() == name)


def test_the_loop_key_and_the_loop_button_say_the_same_and_are_remembered(desk: Desk, open_desk: OpenDesk) -> None:
    button = next(b for b in desk.window.player.findChildren(QToolButton) if b.accessibleName() == "Loop")
    desk.select("kick.wav")
    press(desk, Qt.Key.Key_L)
    assert (button.isChecked(), player_of(desk).loop, desk.earmark.settings.loop) == (True, True, True)
    button.click()
    assert (desk.window.actions_.listening.loop.isChecked(), desk.earmark.settings.loop) == (False, False)
    press(desk, Qt.Key.Key_L)
    desk.close()
    again = open_desk()
    assert player_of(again).loop
    assert again.window.actions_.listening.loop.isChecked()


def test_speed_is_changed_by_keys_and_slider_and_put_back_by_a_double_click(desk: Desk, qtbot: QtBot) -> None:
    slider = desk.window.player.findChild(SpeedSlider)
    desk.select("kick.wav")
    desk.window.actions_.listening.faster.trigger()
    assert player_of(desk).speed == pytest.approx(2 ** (1 / 12))
    assert "1.06×" in texts(desk)
    for _ in range(30):
        desk.window.actions_.listening.slower.trigger()
    assert player_of(desk).speed == 0.5
    assert "0.50×" in texts(desk)
    assert "−12.0 semitones" in slider.accessibleDescription()
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton)
    assert player_of(desk).speed == 1.0
    slider.setValue(slider.maximum())
    assert player_of(desk).speed == 2.0
    button = next(b for b in desk.window.player.findChildren(QToolButton) if b.accessibleName() == "Speed as recorded")
    button.click()
    assert player_of(desk).speed == 1.0
    slider.setValue(slider.maximum())
    press(desk, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert player_of(desk).speed == 1.0


def test_a_region_is_played_instead_of_the_sound_and_again_from_its_start(desk: Desk) -> None:
    panel = desk.window.player
    desk.window.actions_.listening.audition.setChecked(False)
    desk.select("heavy rain.wav")
    chosen: list[object] = []
    panel.region_changed.connect(chosen.append)
    panel.set_region((0.4, 0.6))
    panel.set_region((0.4, 0.6))
    assert (panel.region, chosen) == ((0.4, 0.6), [(0.4, 0.6)])
    for _ in range(2):
        with desk.qtbot.waitSignal(panel.finished, timeout=60_000):
            press(desk, Qt.Key.Key_Space)
            assert panel.playing
            assert player_of(desk).position == pytest.approx(0.4, abs=0.15)
        assert player_of(desk).position == pytest.approx(0.6, abs=0.01)
        assert labelled(desk, "Position and length") == "0:00.40 / 0:01.20"
    press(desk, Qt.Key.Key_L)
    press(desk, Qt.Key.Key_Return)
    seen: set[float] = set()
    desk.until(lambda: bool(seen.add(player_of(desk).position)) or len(seen) > 40)
    assert panel.playing
    assert all(0.4 <= place < 0.61 for place in seen)
    desk.select("kick.wav")
    assert (panel.region, player_of(desk).region) == (None, None)


def test_a_region_that_is_moved_while_it_loops_is_followed(desk: Desk) -> None:
    desk.select("heavy rain.wav")
    press(desk, Qt.Key.Key_L)
    desk.window.player.set_region((0.1, 0.5))
    for start in (0.5, 0.6, 0.7):
        desk.window.player.set_region((start, start + 0.3))
    desk.until(lambda: player_of(desk).region == (0.7, 1.0))
    desk.until(lambda: player_of(desk)._track.region == (0.7, 1.0))
    places = {player_of(desk).position for _ in range(50)}
    assert all(0.7 <= place < 1.0 for place in places)


def test_sounds_are_brought_to_the_same_loudness_but_not_above_the_peak_limit(desk: Desk, folder: Path) -> None:
    make(folder, name="quiet", frames=np.tile(tone(1.0, hertz=997, level=0.05), (1, 2)))
    make(folder, name="louder", frames=np.tile(tone(1.0, hertz=997, level=0.8), (1, 2)))
    make(folder, name="peaky", frames=_peaky())
    desk.window.actions_.housekeeping.rescan.trigger()
    desk.until(lambda: not desk.conversation.operations.busy)
    desk.settle()
    desk.window.actions_.listening.match_loudness.trigger()
    assert desk.earmark.settings.match_loudness
    panel = desk.window.player
    heard = {}
    for name, level in (("quiet.wav", 0.05), ("louder.wav", 0.8)):
        desk.select(name)
        desk.until(lambda: player_of(desk).playing)
        heard[name] = player_of(desk).gain * level
        desk.until(lambda: "LUFS" in labelled(desk, "Loudness"))
    assert heard["quiet.wav"] == pytest.approx(heard["louder.wav"], rel=0.01)
    loud = measure(folder / "louder.wav").integrated
    assert loud is not None
    assert labelled(desk, "Loudness") == f"{loud:.1f} LUFS · {-18 - loud:.1f} dB".replace("-", "−")
    desk.select("peaky.wav")
    desk.until(lambda: player_of(desk).playing)
    assert player_of(desk).gain == pytest.approx(10 ** (-1 / 20), rel=0.01)
    # What was measured once is known at once.
    desk.select("quiet.wav")
    assert player_of(desk).playing
    assert player_of(desk).gain * 0.05 == pytest.approx(heard["quiet.wav"], rel=1e-3)
    desk.window.actions_.listening.match_loudness.trigger()
    assert player_of(desk).gain == 1.0
    assert " dB" not in labelled(desk, "Loudness")
    assert panel.playing


def _peaky() -> np.ndarray:
    """Hardly anything but one sample at full scale."""
    frames = np.tile(tone(1.0, hertz=997, level=0.01), (1, 2))
    frames[RATE // 4] = 1.0
    return frames


def test_a_sound_that_cannot_be_measured_says_why_it_is_not_heard(desk: Desk) -> None:
    desk.window.actions_.listening.match_loudness.setChecked(True)
    desk.window.actions_.listening.audition.setChecked(False)
    desk.select("whistle.wav")
    sound = desk.window.player.sound
    assert sound is not None
    sound.path.write_text("no sound any more " * 100)
    press(desk, Qt.Key.Key_Space)
    display = desk.window.player.display  # says it where the file broke before its picture was there
    desk.until(lambda: any("not audio" in text for text in (display.message, *texts(desk))))
    desk.until(lambda: not desk.window.player.playing)


def test_playing_goes_on_down_the_list_to_its_end(desk: Desk) -> None:
    actions = desk.window.actions_.listening
    actions.audition.setChecked(False)
    actions.play_on.trigger()
    assert desk.earmark.settings.play_on
    names = desk.names()
    desk.select(names[-3])
    finished: list[str] = []
    player = desk.window.player
    player.finished.connect(lambda: finished.append(player.sound.name if player.sound else ""))
    press(desk, Qt.Key.Key_Return)
    desk.until(lambda: not player.playing and player.sound is not None and player.sound.name == names[-1])
    assert desk.window.sounds.view.selected_ids().tolist() == [int(desk.window.sounds.model.sound_ids[-1])]
    desk.select(names[1], names[2])
    with desk.qtbot.waitSignal(player.finished, timeout=60_000):
        press(desk, Qt.Key.Key_Return)
    assert not player.playing, "who has selected several sounds wants to keep them selected"
    assert len(desk.window.sounds.view.selected_ids()) == 2


def test_without_the_setting_nothing_plays_on(desk: Desk) -> None:
    desk.select("kick.wav")
    with desk.qtbot.waitSignal(desk.window.player.finished, timeout=60_000):
        press(desk, Qt.Key.Key_Return)
    assert desk.window.player.sound is not None
    assert desk.window.player.sound.name == "kick.wav"


def test_a_device_that_is_not_there_is_a_sentence_and_sounds_are_heard_all_the_same(desk: Desk) -> None:
    desk.earmark.change_settings(output_device="Gramophone")
    desk.window.player.follow_settings()
    desk.select("whistle.wav")
    desk.until(lambda: any("“Gramophone” is not connected" in text for text in texts(desk)))
    desk.until(lambda: player_of(desk).position > 0)
    desk.earmark.change_settings(output_device="")
    desk.window.player.follow_settings()
    desk.until(lambda: player_of(desk).notice is None)


def test_the_output_device_is_chosen_in_the_preferences(desk: Desk) -> None:
    desk.earmark.change_settings(output_device="Gramophone")
    desk.window.actions_.housekeeping.preferences.trigger()
    desk.until(lambda: desk.window.findChild(PreferencesDialog) is not None)
    dialog = desk.window.findChild(PreferencesDialog)
    box = next(w for w in dialog.findChildren(QComboBox) if w.accessibleName() == "Output device")
    names = [box.itemText(row) for row in range(box.count())]
    assert (names[0], names[-1]) == ("As the system", "Gramophone (not connected)")
    connected = player_of(desk).devices()
    assert [box.itemData(row) for row in range(box.count())] == ["", *connected, "Gramophone"]
    box.setCurrentIndex(1)
    loudness = next(w for w in dialog.findChildren(QDoubleSpinBox) if w.accessibleName() == "Loudness")
    loudness.setValue(-23)
    for setting in ("match_loudness", "play_on"):
        next(b for b in dialog.findChildren(QCheckBox) if b.text() == sentence_of(setting)).setChecked(True)
    dialog.accept()
    assert desk.earmark.settings.output_device == connected[0] == player_of(desk).device
    assert desk.earmark.settings.target_loudness == desk.window.player._match.target == -23.0
    assert desk.window.actions_.listening.match_loudness.isChecked()
    assert desk.window.actions_.listening.play_on.isChecked()
