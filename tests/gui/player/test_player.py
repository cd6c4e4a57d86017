"""The player shows the right sound's waveform, plays it, follows it, and says why where it cannot."""

import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.core.sound import AudioFormat, FileStamp, Sound, SoundState
from desktop_app.engine.decoding.peaks import Peaks
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.playing.playback import Player
from desktop_app.engine.processes.decoder_process import Decoder, Ticket
from desktop_app.engine.processes.decoder_work import DecoderWork, Overview, ReadDetail, Release, Waveform
from desktop_app.gui.panels.player.player import PlayerPanel
from desktop_app.gui.panels.player.player_controls import clock, describe_format
from desktop_app.gui.panels.player.waveform_loader import SHORT_FRAMES
from desktop_app.gui.panels.player.waveform_view import WaveformView
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from desktop_app.settings import Settings, SettingsError

RATE = 48_000
DEADLINE = 60_000
"""Milliseconds; a busy machine may take long to start a child process."""


@dataclass
class ProfileInUse:
    """A real library; a decoder, real or scripted; settings."""

    library: Library
    decoder: Any
    settings: Settings = field(default_factory=Settings)

    def change_settings(self, **values: Any) -> None:
        self.settings = replace(self.settings, **values)


class ScriptedDecoder:
    """Answers when the test says so, each time on another thread, as the real one does."""

    def __init__(self) -> None:
        self.waiting: list[tuple[DecoderWork, Callable[[Any], None]]] = []
        self.released = 0
        self.warmed_up = False

    def warm_up(self) -> None:
        self.warmed_up = True

    def request(self, work: DecoderWork, done: Callable[[Any], None]) -> Ticket:
        if isinstance(work, Release):
            self.released += 1
        else:
            self.waiting.append((work, done))
        return Ticket(None, None)  # type: ignore[arg-type]

    def answer(self, number: int, answer: object) -> None:
        thread = threading.Thread(target=self.waiting[number][1], args=(answer,))
        thread.start()
        thread.join()


def sound_of(path: Path, frames: int, *, number: int = 1, **changes: Any) -> Sound:
    audio = AudioFormat("wav", "PCM_16", RATE, 1, frames)
    sound = Sound(number, 1, path, FileStamp(1, 1, number), SoundState.PRESENT, bytes([number]) * 16, audio)
    return replace(sound, **changes)


def tone(path: Path, seconds: float, *, level: float = 0.5) -> Sound:
    """A real file, and the row that the library would have of it."""
    frames = round(seconds * RATE)
    wave = level * np.sin(2 * np.pi * 220 * np.arange(frames) / RATE)
    soundfile.write(path, wave.astype(np.float32), RATE, subtype="PCM_16")
    return sound_of(path, frames, number=len(path.stem))


def heard_sound(library: Library, folder: Path) -> Sound:
    """A sound as the indexer leaves it, with its thumbnail."""
    (folder / "x.wav").touch()
    stamp = FileStamp(0, 1, 1)
    library.sounds.apply_scan(library.folders.add(folder).folder_id, {"x.wav": stamp})
    (number,) = library.sounds.ids().tolist()
    audio = AudioFormat("wav", "PCM_16", RATE, 1, RATE)
    heard = Heard(number, stamp, b"c" * 16, audio, np.ones(4, np.float32), bytes(range(100)) * 4)
    library.sounds.save_heard("test", [heard])
    return library.sounds.many([number])[0]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", tmp_path / "cache.db", writable=True) as library:
        yield library


@pytest.fixture(scope="module")
def real_decoder() -> Iterator[Decoder]:
    decoder = Decoder()
    yield decoder
    decoder.close()


class Shown:
    """The panel as a person finds it."""

    def __init__(self, panel: PlayerPanel, earmark: ProfileInUse, player: Player, qtbot: QtBot) -> None:
        self.panel, self.earmark, self.player, self.qtbot = panel, earmark, player, qtbot
        self.view = panel.findChild(WaveformView)

    def button(self, *names: str) -> QToolButton:
        return next(b for b in self.panel.findChildren(QToolButton) if b.accessibleName() in names)

    def press(self, *names: str) -> None:
        self.qtbot.mouseClick(self.button(*names), Qt.MouseButton.LeftButton)

    @property
    def time(self) -> str:
        return next(w.text() for w in self.panel.findChildren(QLabel) if w.accessibleName() == "Position and length")

    @property
    def texts(self) -> list[str]:
        return [label.text() for label in self.panel.findChildren(QLabel) if label.isVisible()]

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=DEADLINE)


@pytest.fixture
def show(library: Library, qtbot: QtBot) -> Iterator[Callable[..., Shown]]:
    shown: list[Shown] = []

    def make(decoder: Any, *, backend: str = "null", settings: Settings | None = None) -> Shown:
        player = Player(decoder, backend=backend)  # type: ignore[arg-type]
        assert player.available == (backend != "none")
        earmark = ProfileInUse(library, decoder, settings or Settings())
        panel = PlayerPanel(earmark, player=player)  # type: ignore[arg-type]
        qtbot.addWidget(panel)
        panel.resize(900, 190)
        panel.show()
        qtbot.waitExposed(panel)
        shown.append(Shown(panel, earmark, player, qtbot))
        return shown[-1]

    yield make
    for each in shown:
        each.panel.close_player()


def test_times_are_written_as_on_a_clock() -> None:
    assert [clock(s) for s in (0, 1.334, 59.999, 61.5, 3723.45, -1)] == [
        "0:00.00",
        "0:01.33",
        "1:00.00",
        "1:01.50",
        "1:02:03.45",
        "0:00.00",
    ]


def test_a_format_says_rate_depth_and_channels() -> None:
    assert describe_format(AudioFormat("wav", "PCM_24", 48_000, 2, 1)) == "WAV 48k/24 · stereo"
    assert describe_format(AudioFormat("mp3", "MPEG_LAYER_III", 44_100, 1, 1)) == "MP3 44.1k · mono"
    assert describe_format(AudioFormat("wav", "FLOAT", 96_000, 6, 1)) == "WAV 96k · 6 channels"


def test_without_a_sound_it_says_what_to_do(show: Callable[..., Shown]) -> None:
    shown = show(ScriptedDecoder())
    assert shown.view.message == "Choose a sound to see and hear it."
    assert not shown.button("Play").isEnabled()
    shown.panel.toggle()
    shown.panel.play_from_start()
    assert not shown.panel.playing
    assert shown.earmark.decoder.waiting == []


def test_a_sound_is_shown_played_to_its_end_and_said_to_be_finished(
    show: Callable[..., Shown], real_decoder: Decoder, tmp_path: Path
) -> None:
    shown = show(real_decoder)
    sound = tone(tmp_path / "short.wav", 0.4)
    with shown.qtbot.waitSignal(shown.panel.finished, timeout=DEADLINE):
        shown.panel.show_sound(sound, play=True)
        assert shown.panel.playing
        assert shown.button("Pause").toolTip() == "Pause"
        shown.until(lambda: shown.view.points > 1_000)
    assert not shown.panel.playing
    assert shown.time == "0:00.40 / 0:00.40"
    assert shown.view.position == shown.view.stretch.total
    assert "short.wav" in shown.texts
    assert "WAV 48k/16 · mono" in shown.texts


def test_the_playhead_follows_pauses_goes_on_and_starts_over(
    show: Callable[..., Shown], real_decoder: Decoder, tmp_path: Path
) -> None:
    shown = show(real_decoder)
    shown.panel.show_sound(tone(tmp_path / "longer.wav", 5.0), play=False)
    shown.until(lambda: shown.view.points > 0)
    assert not shown.panel.playing
    shown.press("Play")
    shown.until(lambda: shown.view.position > 0.1)
    shown.press("Pause")
    paused = shown.view.position
    assert 0.02 < paused < 1.0
    assert not shown.panel.playing
    shown.panel.toggle()
    shown.until(lambda: shown.view.position > paused)
    shown.panel.play_from_start()
    assert shown.view.position == 0.0
    shown.panel.stop()
    assert (shown.panel.playing, shown.view.position, shown.time) == (False, 0.0, "0:00.00 / 0:05.00")


def test_a_click_goes_there_and_playing_goes_on_from_there(
    show: Callable[..., Shown], real_decoder: Decoder, tmp_path: Path
) -> None:
    shown = show(real_decoder)
    shown.panel.show_sound(tone(tmp_path / "click.wav", 4.0), play=False)
    shown.until(lambda: shown.view.points > 0)
    middle = QPoint(shown.view.width() // 2, 20)
    shown.qtbot.mouseClick(shown.view, Qt.MouseButton.LeftButton, pos=middle)
    assert shown.time == "0:02.00 / 0:04.00"
    shown.panel.toggle()
    shown.until(lambda: shown.player.position > 2.0)
    shown.qtbot.mouseClick(shown.view, Qt.MouseButton.LeftButton, pos=QPoint(shown.view.width() * 3 // 4, 20))
    assert shown.panel.playing
    shown.until(lambda: shown.player.position > 3.0)


def test_a_looped_sound_does_not_finish(show: Callable[..., Shown], real_decoder: Decoder, tmp_path: Path) -> None:
    shown = show(real_decoder)
    shown.press("Loop")
    finished: list[bool] = []
    shown.panel.finished.connect(lambda: finished.append(True))
    shown.panel.show_sound(tone(tmp_path / "loop.wav", 0.3), play=True)
    places: list[float] = []

    def came_round() -> bool:
        places.append(shown.view.position)
        return any(later < earlier for earlier, later in itertools.pairwise(places))

    shown.until(came_round)
    assert (finished, shown.panel.playing) == ([], True)


def test_a_long_sounds_peaks_are_kept_for_the_next_time(
    show: Callable[..., Shown], real_decoder: Decoder, tmp_path: Path, library: Library
) -> None:
    sound = tone(tmp_path / "long.wav", SHORT_FRAMES / RATE + 1, level=1.2)
    assert sound.content_id is not None
    shown = show(real_decoder)
    shown.panel.show_sound(sound, play=False)
    shown.until(lambda: shown.view.points > 1_000)
    shown.panel.close_player()
    assert Peaks.from_bytes(library.cache.peaks(sound.content_id) or b"") is not None
    again = show(ScriptedDecoder())
    again.panel.show_sound(sound, play=False)
    assert again.view.points > 1_000
    assert again.earmark.decoder.waiting == []
    assert any("clips" in text for text in again.texts)


def test_the_thumbnail_stands_in_until_the_waveform_comes(
    show: Callable[..., Shown], library: Library, tmp_path: Path
) -> None:
    shown = show(ScriptedDecoder())
    shown.panel.show_sound(heard_sound(library, tmp_path), play=False)
    assert shown.view.points == 200
    shown.earmark.decoder.answer(0, (np.zeros((RATE, 1), np.float32), RATE))
    shown.until(lambda: shown.view.points > 200)


def test_a_late_answer_for_another_sound_is_dropped(show: Callable[..., Shown], tmp_path: Path) -> None:
    shown = show(ScriptedDecoder())
    decoder = shown.earmark.decoder
    shown.panel.show_sound(sound_of(tmp_path / "first.wav", 100, number=1), play=False)
    shown.panel.show_sound(sound_of(tmp_path / "second.wav", 300, number=2), play=False)
    decoder.answer(1, (np.zeros((300, 1), np.float32), RATE))
    shown.until(lambda: shown.view.points == 300)
    decoder.answer(0, (np.zeros((100, 1), np.float32), RATE))
    decoder.answer(0, UnreadableSoundError("This is not audio."))
    QApplication.processEvents()
    assert (shown.view.points, shown.view.message) == (300, "")


def test_an_answer_after_closing_is_dropped(show: Callable[..., Shown], tmp_path: Path) -> None:
    shown = show(ScriptedDecoder())
    shown.panel.show_sound(sound_of(tmp_path / "x.wav", 100), play=False)
    shown.panel.close_player()
    shown.earmark.decoder.answer(0, (np.zeros((100, 1), np.float32), RATE))
    QApplication.processEvents()
    assert shown.view.points == 0


def test_old_peaks_of_another_version_are_made_anew(
    show: Callable[..., Shown], library: Library, tmp_path: Path
) -> None:
    sound = sound_of(tmp_path / "x.wav", SHORT_FRAMES + 1)
    assert sound.content_id is not None
    library.cache.save_peaks(sound.content_id, b"something else")
    shown = show(ScriptedDecoder())
    shown.panel.show_sound(sound, play=False)
    assert [type(work) for work, _done in shown.earmark.decoder.waiting] == [Overview, Waveform]
    assert "Loading" in shown.view.message


def test_many_channels_are_not_read_whole(show: Callable[..., Shown], tmp_path: Path) -> None:
    shown = show(ScriptedDecoder())
    wide = AudioFormat("wav", "PCM_16", RATE, 64, SHORT_FRAMES)
    shown.panel.show_sound(sound_of(tmp_path / "x.wav", 1, format=wide), play=False)
    shown.panel.show_sound(sound_of(tmp_path / "x.wav", 1, format=None), play=False)
    shown.panel.show_sound(sound_of(tmp_path / "x.wav", 100), play=False)
    kinds = [type(work) for work, _done in shown.earmark.decoder.waiting]
    assert kinds == [Overview, Waveform, Waveform, ReadDetail]


@pytest.mark.parametrize("state", [SoundState.MISSING, SoundState.OFFLINE])
def test_a_sound_that_is_not_there_is_a_sentence(show: Callable[..., Shown], tmp_path: Path, state: SoundState) -> None:
    shown = show(ScriptedDecoder())
    shown.panel.show_sound(sound_of(tmp_path / "x.wav", 100, state=state), play=True)
    assert shown.view.message.endswith((".", "?"))
    assert (shown.panel.playing, shown.button("Play").isEnabled()) == (False, False)
    assert shown.earmark.decoder.waiting == []
    shown.panel.show_sound(sound_of(tmp_path / "x.wav", 100), play=False)
    assert shown.button("Play").isEnabled()


def test_a_file_that_cannot_be_read_is_a_sentence_and_not_a_finished_sound(
    show: Callable[..., Shown], real_decoder: Decoder, tmp_path: Path
) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF but nothing else" * 10)
    shown = show(real_decoder)
    finished: list[bool] = []
    shown.panel.finished.connect(lambda: finished.append(True))
    shown.panel.show_sound(sound_of(tmp_path / "broken.wav", 100), play=True)
    shown.until(lambda: not shown.panel.playing and "Loading" not in shown.view.message and bool(shown.view.message))
    assert shown.view.message.endswith(".")
    assert finished == []
    said = [text for text in (*shown.texts, shown.view.message) if "not audio" in text]
    assert len(said) == 1, "what is wrong is said once"


@pytest.mark.parametrize("state", [SoundState.MISSING, SoundState.PRESENT])
def test_what_is_wrong_with_one_file_is_not_said_of_the_next(
    show: Callable[..., Shown], real_decoder: Decoder, tmp_path: Path, state: SoundState
) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF but nothing else" * 10)
    shown = show(real_decoder)
    shown.panel.show_sound(sound_of(tmp_path / "broken.wav", 100), play=True)
    shown.until(lambda: "not audio" in shown.view.message)
    said = {shown.view.message, *shown.texts}
    shown.panel.show_sound(replace(tone(tmp_path / "fine.wav", 0.1), state=state), play=False)
    assert not any(text.endswith(".") for text in said & {shown.view.message, *shown.texts})


def test_without_a_sound_device_it_says_so_and_the_rest_works(
    show: Callable[..., Shown], real_decoder: Decoder, tmp_path: Path
) -> None:
    shown = show(real_decoder, backend="none")
    shown.panel.show_sound(tone(tmp_path / "x.wav", 0.5), play=True)
    shown.until(lambda: not shown.panel.playing)
    shown.until(lambda: shown.view.points > 0)
    assert shown.player.problem in shown.texts
    shown.panel.seek(0.5)
    assert shown.time == "0:00.25 / 0:00.50"


def test_volume_and_mute_reach_the_player_and_the_settings(show: Callable[..., Shown]) -> None:
    shown = show(ScriptedDecoder(), settings=Settings(volume=0.3))
    assert shown.player.volume == pytest.approx(0.3)
    slider = shown.panel.findChild(QSlider)
    slider.setValue(55)
    assert shown.player.volume == pytest.approx(0.55)
    shown.until(lambda: shown.earmark.settings.volume == pytest.approx(0.55))
    shown.press("Mute")
    assert shown.player.volume == 0.0
    assert shown.earmark.settings.volume == pytest.approx(0.55)
    shown.press("Mute")
    assert shown.player.volume == pytest.approx(0.55)
    shown.press("Mute")
    slider.setValue(70)
    assert not shown.button("Mute").isChecked()
    assert shown.player.volume == pytest.approx(0.7)
    shown.panel.close_player()
    assert shown.earmark.settings.volume == pytest.approx(0.7)


def test_a_volume_that_cannot_be_kept_is_said(show: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_values: Any) -> None:
        raise SettingsError("The settings cannot be saved: no space left.")

    shown = show(ScriptedDecoder())
    monkeypatch.setattr(shown.earmark, "change_settings", refuse)
    shown.panel.findChild(QSlider).setValue(20)
    shown.until(lambda: "The settings cannot be saved: no space left." in shown.texts)


def test_a_silent_setting_stays_silent(show: Callable[..., Shown]) -> None:
    assert show(ScriptedDecoder(), settings=Settings(volume=0.0)).player.volume == 0.0


def test_a_very_long_name_neither_widens_the_window_nor_hides_the_time(
    show: Callable[..., Shown], tmp_path: Path
) -> None:
    shown = show(ScriptedDecoder())
    narrow = shown.panel.minimumSizeHint().width()
    shown.panel.show_sound(sound_of(tmp_path / f"{'long ' * 40}.wav", 100), play=False)
    times = next(w for w in shown.panel.findChildren(QLabel) if w.accessibleName() == "Position and length")
    QApplication.processEvents()
    assert shown.panel.minimumSizeHint().width() < narrow + 300
    assert times.visibleRegion().boundingRect().width() == times.width() > 50


def test_a_long_name_takes_no_room_from_the_sliders(show: Callable[..., Shown], tmp_path: Path) -> None:
    shown = show(ScriptedDecoder())
    sliders = shown.panel.findChildren(QSlider)
    shown.panel.show_sound(sound_of(tmp_path / "short.wav", 100), play=False)
    QApplication.processEvents()
    before = [slider.width() for slider in sliders]
    shown.panel.show_sound(sound_of(tmp_path / f"{'long ' * 40}.wav", 100), play=False)
    QApplication.processEvents()
    assert [slider.width() for slider in sliders] == before


def test_the_decoder_is_made_ready_as_soon_as_the_player_is_seen(show: Callable[..., Shown]) -> None:
    shown = show(ScriptedDecoder())
    shown.until(lambda: shown.earmark.decoder.warmed_up)


def test_every_button_says_its_name_and_can_be_reached_by_tab(show: Callable[..., Shown]) -> None:
    shown = show(ScriptedDecoder())
    for button in shown.panel.findChildren(QAbstractButton):
        assert button.accessibleName()
        assert button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
