"""The player: the right samples, no clicks, a true position, and no harm where there is no sound card."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soxr
from numpy.typing import NDArray

from desktop_app.engine.playing import audio_out, playback, sound_card
from desktop_app.engine.playing.audio_out import AudioOut, MissingDeviceError, NoAudioError, device_names
from desktop_app.engine.playing.playback import Player
from desktop_app.engine.playing.track import to_stereo
from desktop_app.engine.playing.voice import FADE, RATE, Mixer, Voice
from desktop_app.engine.processes.decoder_process import Decoder
from tests import sounds


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    process = Decoder()
    yield process
    process.close()


class HandTurnedOut:
    """A sound card whose clock is turned by the test."""

    def __init__(self, *, rate: int, backend: str, device: str | None = None) -> None:
        assert rate == RATE
        self.device = device
        self.running = False
        self.closed = False
        self.lose: Callable[[], None] = lambda: None
        HandTurnedOut.last = self

    last: "HandTurnedOut"

    def start(self, stream: Any, on_lost: Callable[[], None]) -> None:
        self._stream, self.lose, self.running = stream, on_lost, True

    def stop(self) -> None:
        self.running = False

    def close(self) -> None:
        self.closed = True

    def pull(self, frames: int = 480) -> NDArray[np.float32]:
        """What the card would play next."""
        return np.array(self._stream.send(frames))


@pytest.fixture
def player(decoder: Decoder, monkeypatch: pytest.MonkeyPatch) -> Iterator[Player]:
    monkeypatch.setattr(sound_card, "AudioOut", HandTurnedOut)
    made = Player(decoder)
    assert made.available
    yield made
    made.close()
    assert HandTurnedOut.last.closed


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline, "it did not happen within a minute"
        time.sleep(0.001)


def heard(player: Player, enough: int) -> NDArray[np.float32]:
    """Turn the card until so many frames sounded (or the sound ended): the left channel, without the gaps."""
    until(lambda: HandTurnedOut.last.running)
    pieces: list[NDArray[np.float32]] = []

    def turn() -> bool:
        block = HandTurnedOut.last.pull()[:, 0]
        pieces.append(block[block != 0])
        return sum(map(len, pieces)) >= enough or not player.playing

    until(turn)
    return np.concatenate(pieces)


def ramp(folder: Path, seconds: float, *, rate: int = RATE) -> tuple[Path, NDArray[np.float32]]:
    """A sound in which every frame differs from every other and none is zero."""
    frames = np.linspace(0.1, 0.9, round(seconds * rate), dtype=np.float32)[:, None]
    return sounds.make(folder, "wav32f", name=f"ramp{seconds}", frames=frames, rate=rate), frames[:, 0]


def test_a_sound_is_played_from_its_first_frame_to_its_last(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 2.7)
    finished = threading.Event()
    player.on_finished = finished.set
    player.play(path)
    assert player.playing
    np.testing.assert_array_equal(heard(player, 10**9), samples)
    assert finished.wait(60)
    assert not player.playing
    assert player.position == pytest.approx(2.7)


def test_a_sound_of_another_rate_is_resampled(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 1.5, rate=44_100)
    player.play(path)
    expected = soxr.resample(samples, 44_100, RATE, quality="HQ")
    result = heard(player, 10**9)
    assert len(result) == pytest.approx(len(expected), abs=2)
    length = min(len(result), len(expected))
    np.testing.assert_allclose(result[:length], expected[:length], atol=1e-4)
    assert player.position == pytest.approx(1.5, abs=0.001)


def test_play_from_the_middle_fades_in_there(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 2.0)
    player.play(path, 0.5)
    result = heard(player, 10**9)
    expected = samples[RATE // 2 :]
    # The very first frame of the fade is silent and counts as a gap.
    np.testing.assert_array_equal(result[-len(expected) + FADE :], expected[FADE:])
    assert len(result) == len(expected) - 1
    assert np.abs(np.diff(result)).max() < 0.01


def test_position_follows_what_is_heard(tmp_path: Path, player: Player) -> None:
    path, _ = ramp(tmp_path, 3.0)
    player.play(path, 1.0)
    assert player.position == 1.0
    heard(player, RATE // 2)
    assert player.position == pytest.approx(1.5, abs=0.02)
    player.seek(2.0)
    heard(player, RATE // 4)
    assert player.position == pytest.approx(2.25, abs=0.02)


def test_stop_fades_out_and_stays_where_it_is(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 2.0)
    player.play(path)
    before = heard(player, RATE // 2)
    player.stop()
    assert not player.playing
    tail = HandTurnedOut.last.pull()[:, 0]
    assert np.abs(np.diff(np.concatenate([before[-1:], tail]))).max() < 0.01
    assert not tail[FADE:].any()
    assert not HandTurnedOut.last.pull().any()
    stopped = player.position
    assert stopped == pytest.approx((len(before) + FADE) / RATE)
    player.seek(0.1)  # only what plays is moved
    assert not player.playing
    player.play(path, stopped)
    again = heard(player, RATE // 2)
    assert again[-1] in samples
    assert player.position > stopped


def test_a_sound_can_be_played_again_after_its_end(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 0.2)
    player.seek(0.1)  # nothing was played yet
    assert not player.playing
    for _ in range(2):
        player.play(path)
        np.testing.assert_array_equal(heard(player, 10**9), samples)


def test_another_sound_takes_over_without_a_click(tmp_path: Path, player: Player) -> None:
    first, _ = ramp(tmp_path, 2.0)
    second, samples = ramp(tmp_path, 1.0)
    player.play(first)
    before = heard(player, RATE)
    player.play(second)
    after = heard(player, 10**9)
    assert np.abs(np.diff(np.concatenate([before[-1:], after[: FADE - 1]]))).max() < 0.01  # then its own beginning
    np.testing.assert_array_equal(after[-len(samples) :], samples)
    assert player.position == pytest.approx(1.0)


@pytest.mark.parametrize("seconds", [0.05, 0.6, 1.7])
def test_a_loop_repeats_every_sample_and_ends_when_it_is_told(tmp_path: Path, player: Player, seconds: float) -> None:
    path, samples = ramp(tmp_path, seconds)
    player.loop = True
    player.play(path)
    result = heard(player, 3 * len(samples) + 500)
    np.testing.assert_array_equal(result, np.resize(samples, len(result)))
    assert player.position == pytest.approx(len(result) / RATE % seconds, abs=0.001)
    player.loop = False
    rest = heard(player, 10**9)
    whole = np.concatenate([result, rest])
    np.testing.assert_array_equal(whole, np.resize(samples, len(whole)))
    assert len(whole) % len(samples) == 0
    assert player.position == pytest.approx(seconds)


def test_a_loop_may_be_asked_for_when_the_end_is_already_known(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 0.5)
    player.play(path)
    start = heard(player, 4800)
    player.loop = True
    result = np.concatenate([start, heard(player, 2 * len(samples))])
    np.testing.assert_array_equal(result, np.resize(samples, len(result)))


def test_volume_changes_smoothly(tmp_path: Path, player: Player) -> None:
    frames = np.full((2 * RATE, 1), 0.5, dtype=np.float32)
    player.play(sounds.make(tmp_path, "wav32f", frames=frames, rate=RATE))
    heard(player, 4800)
    player.volume = 0.5
    block = HandTurnedOut.last.pull()[:, 0]
    assert np.abs(np.diff(block)).max() < 0.01
    np.testing.assert_allclose(HandTurnedOut.last.pull()[:, 0], 0.25)
    player.volume = 7.0
    assert player.volume == 1.0


def test_a_file_that_cannot_be_played_says_why(tmp_path: Path, player: Player) -> None:
    finished = threading.Event()
    player.on_finished = finished.set
    player.play(sounds.text_file(tmp_path))
    assert finished.wait(60)
    assert not player.playing
    assert player.problem is not None
    assert "not audio" in player.problem
    path, _ = ramp(tmp_path, 0.2)
    player.play(path)
    assert player.problem is None


def test_a_sound_card_that_goes_away_is_told_and_looked_for_again(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 0.5)
    player.play(path)
    heard(player, 4800)
    gone = HandTurnedOut.last
    gone.lose()
    until(lambda: not player.playing)
    assert not player.available
    assert player.problem is not None
    assert "went away" in player.problem
    player.play(path)
    until(lambda: HandTurnedOut.last is not gone)
    np.testing.assert_array_equal(heard(player, 10**9), samples)
    assert player.available


def test_without_a_sound_card_the_rest_works(tmp_path: Path, decoder: Decoder) -> None:
    player = Player(decoder, backend="none")
    try:
        assert not player.available
        assert player.problem is not None
        assert player.problem.startswith("No sound device was found.")
        finished = threading.Event()
        player.on_finished = finished.set
        player.play(sounds.make(tmp_path))
        assert finished.wait(60)
        assert not player.playing
        assert player.position == 0.0
    finally:
        player.close()


def test_a_real_device_without_a_listener_keeps_time(tmp_path: Path, decoder: Decoder) -> None:
    player = Player(decoder, backend="null")
    try:
        if not player.available:
            pytest.skip("there is no miniaudio here")
        finished, calls = threading.Event(), []

        def ended() -> None:
            calls.append(threading.current_thread())
            finished.set()

        player.on_finished = ended
        path, _ = ramp(tmp_path, 0.4, rate=44_100)
        began = time.monotonic()
        player.play(path)
        seen = set()
        while not finished.is_set() and time.monotonic() < began + 60:
            seen.add(player.position)
        assert time.monotonic() - began > 0.3
        assert len(seen) > 5
        assert max(seen) <= 0.401
        assert calls[0].name == "earmark-player"
        player.play(path)  # and again, with the device running
        player.stop()
    finally:
        player.close()
    player.close()


def test_opening_a_missing_device_says_nothing_on_the_error_output(capfd: pytest.CaptureFixture[str]) -> None:
    try:
        AudioOut(rate=RATE, backend="device").close()
    except NoAudioError as error:
        assert str(error).endswith(".")  # noqa: PT017 - with a sound card there is no error
    assert capfd.readouterr().err == ""


def test_a_late_decoder_makes_a_gap_and_loses_nothing() -> None:
    mixer = Mixer(tell=lambda what, voice: None)
    voice = Voice(start=0.0)
    mixer.wanted = voice
    samples = sounds.noise(0.03, rate=RATE, channels=2)
    assert not mixer.render(480).any()
    voice.feed(samples[:500])
    first = mixer.render(700)
    voice.feed(samples[500:])
    voice.last_frame = len(samples)
    second = mixer.render(2000)
    np.testing.assert_array_equal(np.concatenate([first[:500], second[: len(samples) - 500]]), samples)
    assert not first[500:].any()
    assert voice.ended
    assert mixer.idle


def test_every_number_of_channels_becomes_two() -> None:
    mono, stereo, surround = (sounds.noise(0.01, channels=count) for count in (1, 2, 6))
    np.testing.assert_array_equal(to_stereo(mono), np.repeat(mono, 2, axis=1))
    np.testing.assert_array_equal(to_stereo(stereo), stereo)
    mixed = to_stereo(surround)
    assert mixed.shape == (len(surround), 2)
    assert np.abs(mixed).max() <= 1.0
    assert not to_stereo(np.full((3, 2), np.nan, dtype=np.float32)).any()


def tone_of(folder: Path, seconds: float, *, hertz: float = 500.0) -> tuple[Path, NDArray[np.float32]]:
    """A sine that begins and ends away from zero."""
    frames = (0.5 * np.cos(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)).astype(np.float32)
    return sounds.make(folder, "wav32f", name=f"tone{seconds}", frames=frames[:, None], rate=RATE), frames


def turned(player: Player, blocks: int) -> NDArray[np.float32]:
    """What the card plays next on the left, once a sound has begun: gaps and all."""
    until(lambda: HandTurnedOut.last.running)
    first = np.zeros(0, dtype=np.float32)
    while not first.any():
        first = HandTurnedOut.last.pull()[:, 0]
    pieces = [first]
    for _ in range(blocks):
        until(lambda: not player.playing or player._mixer.wanted.ahead > 4800)  # type: ignore[union-attr]
        pieces.append(HandTurnedOut.last.pull()[:, 0])
    return np.concatenate(pieces)


def hertz_of(samples: NDArray[np.float32]) -> float:
    """The strongest frequency."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax() * RATE / len(samples))


@pytest.mark.parametrize("speed", [0.5, 1.0, 1.3, 2.0])
def test_speed_moves_the_pitch_and_the_position_alike(tmp_path: Path, player: Player, speed: float) -> None:
    path, _ = tone_of(tmp_path, 4.0)
    player.speed = speed
    player.play(path)
    result = turned(player, 100)
    assert hertz_of(result[4800:]) == pytest.approx(500 * speed, abs=1.5)
    assert np.abs(result[4800:]).max() == pytest.approx(0.5, abs=0.002)
    assert player.position == pytest.approx(len(result) * speed / RATE, abs=0.012)


def test_a_change_of_speed_is_heard_soon_and_makes_no_step(tmp_path: Path, player: Player) -> None:
    path, _ = tone_of(tmp_path, 6.0)
    player.play(path)
    pieces = [turned(player, 20)]
    for speed in (1.7, 0.6, 1.0):
        player.speed = speed
        pieces.append(turned(player, 30))
        assert hertz_of(pieces[-1][960:]) == pytest.approx(500 * speed, abs=4)
    # A sine of 850 Hz at this level never moves further than this in one frame.
    assert np.abs(np.diff(np.concatenate(pieces))).max() < 1.05 * 0.5 * 2 * np.pi * 850 / RATE


def test_double_speed_folds_nothing_over(tmp_path: Path, player: Player) -> None:
    path, _ = tone_of(tmp_path, 3.0, hertz=18_000.0)  # would come out at 36 kHz, which would fold over to 12 kHz
    player.speed = 2.0
    player.play(path)
    assert np.abs(turned(player, 60)[4800:]).max() < 0.005


def test_speed_stays_between_half_and_double_and_every_sound_is_played_to_its_end(
    tmp_path: Path, player: Player
) -> None:
    player.speed = 9.0
    assert player.speed == 2.0
    player.speed = 0.0
    assert player.speed == 0.5
    path, samples = ramp(tmp_path, 0.3)
    player.play(path)
    result = heard(player, 10**9)
    assert len(result) == pytest.approx(2 * len(samples), abs=64)
    np.testing.assert_allclose(result[100:-200:2], samples[50 : 50 + len(result[100:-200:2])], atol=1e-4)
    assert player.position == pytest.approx(0.3)


def test_a_region_is_played_to_its_end_and_fades_there(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 3.0)
    finished = threading.Event()
    player.on_finished = finished.set
    player.region = (0.5, 2.25)
    player.play(path, 0.5)
    result = heard(player, 10**9)
    assert finished.wait(60)
    assert len(result) == pytest.approx(round(1.75 * RATE), abs=3)
    np.testing.assert_array_equal(result[FADE:-FADE], samples[RATE // 2 :][1 + FADE :][: len(result) - 2 * FADE])
    assert np.abs(np.diff(result)).max() < 0.01
    assert abs(result[-1]) < 0.01
    assert player.position == pytest.approx(2.25)


def test_what_starts_outside_the_region_is_played_to_the_files_end(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 1.0)
    player.region = (0.2, 0.4)
    player.play(path, 0.6)
    result = heard(player, 10**9)
    assert result[-1] == samples[-1]


@pytest.mark.parametrize(("start", "end"), [(0.5, 0.75), (0.25, 1.75), (0.0, 0.003 * 7)])
def test_a_looped_region_comes_round_without_a_click(tmp_path: Path, player: Player, start: float, end: float) -> None:
    path, _ = ramp(tmp_path, 2.0)  # its level at the region's end is far from that at its start
    player.region, player.loop = (start, end), True
    player.play(path, start)
    length = round((end - start) * RATE)
    result = heard(player, 4 * length)
    assert np.abs(np.diff(result)).max() < 0.01
    assert start <= player.position < end
    middle = slice(length // 2, length // 2 + FADE)
    # Frames that a fade left at nothing are not in the result, hence the tolerance.
    np.testing.assert_allclose(result[middle], result[length:][middle], atol=2e-4)


def test_a_region_that_loops_cleanly_is_not_touched(tmp_path: Path, player: Player) -> None:
    path, samples = tone_of(tmp_path, 2.0)
    player.region, player.loop = (0.5, 1.5), True  # whole periods of the sine
    player.play(path, 0.5)
    result = turned(player, 300)
    np.testing.assert_allclose(result[FADE : 2 * RATE], np.resize(samples[: RATE // 2], 2 * RATE)[FADE:], atol=1e-4)


def test_another_region_while_it_loops_takes_over_without_a_gap_or_a_click(tmp_path: Path, player: Player) -> None:
    path, _ = ramp(tmp_path, 3.0)
    player.region, player.loop = (0.5, 2.5), True
    player.play(path, 0.5)
    before = turned(player, 30)
    player.region = (0.75, 1.0)
    pieces = [before]

    def inside() -> bool:
        until(lambda: player._mixer.wanted.ahead > 4800)  # type: ignore[union-attr]
        pieces.append(HandTurnedOut.last.pull()[:, 0])
        assert player.playing
        return len(pieces) > 60 and player._track.region == (0.75, 1.0)  # type: ignore[union-attr]

    until(inside)
    result = np.concatenate(pieces)
    assert np.abs(np.diff(result)).max() < 0.01
    quiet = np.flatnonzero(np.abs(result[4800:]) > 0.01)
    assert np.diff(quiet).max() < 3 * FADE
    assert 0.75 <= player.position < 1.0


def test_a_loop_is_entered_from_before_it_and_left_when_the_region_goes(tmp_path: Path, player: Player) -> None:
    path, samples = ramp(tmp_path, 1.5)
    player.region, player.loop = (0.5, 0.75), True
    until(lambda: player._messages.empty())
    player.play(path)
    assert heard(player, RATE)[RATE // 4] == samples[RATE // 4]
    assert 0.5 <= player.position < 0.75
    player.loop = False
    player.region = None
    assert heard(player, 10**9)[-1] == samples[-1]
    assert player.position == pytest.approx(1.5)


def test_a_region_behind_the_files_end_ends_at_once(tmp_path: Path, player: Player) -> None:
    path, _ = ramp(tmp_path, 0.2)
    player.region, player.loop = (5.0, 6.0), True
    player.play(path, 5.0)
    heard(player, 10**9)
    assert not player.playing


def test_gain_raises_one_sound_and_changes_smoothly(tmp_path: Path, player: Player) -> None:
    frames = np.full((2 * RATE, 1), 0.2, dtype=np.float32)
    path = sounds.make(tmp_path, "wav32f", frames=frames, rate=RATE)
    player.gain = 2.0
    player.play(path)
    np.testing.assert_allclose(heard(player, 4800), 0.4)
    player.gain = 0.5
    block = HandTurnedOut.last.pull()[:, 0]
    assert np.abs(np.diff(block)).max() < 0.01
    np.testing.assert_allclose(HandTurnedOut.last.pull()[:, 0], 0.1)


def test_the_chosen_device_is_opened_and_another_takes_over_while_a_sound_goes_on(
    tmp_path: Path, player: Player
) -> None:
    path, samples = ramp(tmp_path, 1.0)
    player.play(path)
    start = heard(player, 4800)
    first = HandTurnedOut.last
    player.device = "Headphones"
    until(lambda: HandTurnedOut.last is not first and HandTurnedOut.last.running)
    assert (HandTurnedOut.last.device, first.closed, player.device) == ("Headphones", True, "Headphones")
    np.testing.assert_array_equal(np.concatenate([start, heard(player, 10**9)]), samples)


class MissingOut(HandTurnedOut):
    """A system on which only the default device, or `there`, can be opened."""

    there: str | None = None

    def __init__(self, *, rate: int, backend: str, device: str | None = None) -> None:
        if device not in (None, MissingOut.there):
            raise MissingDeviceError(f"“{device}” is not connected.")
        super().__init__(rate=rate, backend=backend, device=device)


def test_a_chosen_device_that_is_not_there_is_told_and_taken_when_it_is_back(
    tmp_path: Path, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_card, "AudioOut", MissingOut)
    monkeypatch.setattr(sound_card, "device_names", lambda _backend: (MissingOut.there,))
    monkeypatch.setattr(playback, "_REST_SECONDS", 0.02)
    path, samples = ramp(tmp_path, 0.3)
    player.device = "Interface"
    player.play(path)
    np.testing.assert_array_equal(heard(player, 10**9), samples)
    assert HandTurnedOut.last.device is None
    assert player.notice == "“Interface” is not connected."
    assert player.problem is None
    monkeypatch.setattr(MissingOut, "there", "Interface")
    until(lambda: HandTurnedOut.last.device == "Interface")
    until(lambda: player.notice is None)
    player.play(path)
    np.testing.assert_array_equal(heard(player, 10**9), samples)


def test_a_device_can_be_chosen_by_the_name_it_is_listed_under(decoder: Decoder) -> None:
    player = Player(decoder, backend="null")
    try:
        if not player.available:
            pytest.skip("there is no miniaudio here")
        (name,) = player.devices()
        AudioOut(rate=RATE, backend="null", device=name).close()
        with pytest.raises(MissingDeviceError, match="not connected"):
            AudioOut(rate=RATE, backend="null", device="Gramophone")
    finally:
        player.close()
    assert device_names("none") == ()


def test_a_sound_card_that_never_closes_does_not_hold_anyone_up(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(audio_out, "_CLOSING_SECONDS", 0.05)
    out = AudioOut(rate=RATE, backend="null")
    close = out._device.close
    monkeypatch.setattr(out._device, "close", lambda: (released.wait(60), close()))
    try:
        out.close()
    finally:
        released.set()
    until(lambda: not any(thread.name == "earmark-sound-card" for thread in threading.enumerate()))
