"""Files as they come: every format, rate and number of channels, broken, silent, endless; and what is told of them."""

import subprocess
import sys
from itertools import count
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.core.musical import Musical, SoundKind
from desktop_app.engine.decoding.audio_file import AudioFile
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.measuring.musical_analysis import LONGEST_SECONDS, analyse_music
from tests import scores, sounds
from tests.long_sounds import sparse_wav
from tests.played_music import RATE, loops
from tests.played_music import sounds as sounds_of

NOTHING = Musical(tempo=None, key=None, pitch=None, kind=None)
LOOP = scores.together(
    scores.beat(np.random.default_rng(1), bars=2, pattern="rock", tempo=126.0),
    scores.harmony(np.random.default_rng(1), tonic=9, major=False, degrees="1451", style="pulsed"),
)


def write(path: Path, samples: sounds.Frames, *, rate: int = RATE, kind: str = "wav16") -> Path:
    frames = samples[:, None] if samples.ndim == 1 else samples
    return sounds.write(path, frames, kind=kind, rate=rate)


@pytest.fixture(scope="module")
def loop() -> sounds.Frames:
    return next(loops([LOOP], None))


def test_a_loop_has_all_that_a_musician_asks_for(tmp_path: Path, loop: sounds.Frames) -> None:
    found = analyse_music(write(tmp_path / "a.wav", loop))
    assert found == Musical(tempo=pytest.approx(126.0, abs=0.01), key="Am", pitch=None, kind=SoundKind.LOOP)


@pytest.mark.parametrize("kind", ["flac24", "aiff", "ogg", "mp3", "m4a"])
def test_formats_that_lose_a_little_or_add_silence_at_the_ends_change_nothing(
    tmp_path: Path, loop: sounds.Frames, kind: str
) -> None:
    found = analyse_music(sounds.make(tmp_path, kind, frames=loop[:, None], rate=RATE))
    assert (found.kind, found.key) == (SoundKind.LOOP, "Am")
    assert found.tempo == pytest.approx(126.0, rel=0.02)


def test_eight_kilohertz_and_many_channels_change_nothing(tmp_path: Path, loop: sounds.Frames) -> None:
    slow = np.repeat(loop[: len(loop) // 6 * 6].reshape(-1, 6).mean(axis=1)[:, None], 6, axis=1)
    found = analyse_music(write(tmp_path / "a.wav", slow, rate=RATE // 6))
    assert (found.kind, found.key) == (SoundKind.LOOP, "Am")
    assert found.tempo == pytest.approx(126.0, abs=0.05)


def test_names_and_level_and_an_offset_do_not_matter(tmp_path: Path, loop: sounds.Frames) -> None:
    plain = analyse_music(write(tmp_path / "a.wav", loop))
    other = analyse_music(write(tmp_path / "90bpm_C_oneshot.wav", 0.01 * loop + 0.2, kind="wav24"))
    assert other == plain


def test_a_note_has_a_pitch_and_no_key_and_no_tempo(tmp_path: Path) -> None:
    note = next(sounds_of([scores.single(0, 54)], None))
    found = analyse_music(write(tmp_path / "a.wav", note))
    assert found == Musical(tempo=None, key=None, pitch=pytest.approx(185.0, rel=0.01), kind=SoundKind.ONE_SHOT)


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.02, 0.049])
def test_what_is_hardly_there_has_nothing_but_perhaps_a_kind(tmp_path: Path, seconds: float) -> None:
    found = analyse_music(write(tmp_path / "a.wav", sounds.noise(seconds, rate=RATE)))
    assert (found.tempo, found.key, found.pitch) == (None, None, None)
    assert found.kind in (None, SoundKind.ONE_SHOT)


def test_silence_has_nothing(tmp_path: Path) -> None:
    assert analyse_music(sounds.silence(tmp_path, seconds=3.0)) == NOTHING
    assert analyse_music(write(tmp_path / "offset.wav", np.full(RATE, 0.3, dtype=np.float32))) == NOTHING


def test_values_that_are_no_numbers_do_no_harm(tmp_path: Path, loop: sounds.Frames) -> None:
    broken = loop.copy()
    broken[1000:1010], broken[90_000], broken[120_000] = np.nan, np.inf, -np.inf
    found = analyse_music(write(tmp_path / "a.wav", broken, kind="wav32f"))
    assert (found.kind, found.key) == (SoundKind.LOOP, "Am")
    assert found.tempo == pytest.approx(126.0, abs=0.01)
    assert analyse_music(write(tmp_path / "b.wav", np.full(RATE, np.nan, dtype=np.float32), kind="wav32f")) == NOTHING


def test_of_an_hour_a_part_is_looked_at_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sparse_wav(tmp_path / "a.wav", seconds=3_600, rate=8_000, channels=1, tones=[2.0, 320.0, 700.0])
    read, block_of = count(), AudioFile.read
    frames = 0

    def counted(file: AudioFile, wanted: int) -> sounds.Frames:
        nonlocal frames
        block = block_of(file, wanted)
        frames += len(block)
        next(read)
        return block

    monkeypatch.setattr(AudioFile, "read", counted)
    found = analyse_music(path)
    assert (found.tempo, found.kind) == (None, None)
    assert frames / 8_000 < LONGEST_SECONDS + 61


def test_a_long_piece_has_the_tempo_and_key_of_its_middle(tmp_path: Path, loop: sounds.Frames) -> None:
    thinner = loop[: len(loop) // 4 * 4].reshape(-1, 4).mean(axis=1)
    path = tmp_path / "a.wav"
    quiet = np.zeros(301 * RATE // 4, dtype=np.float32)
    times = 1 + round(302 * RATE / 4 / len(thinner))
    soundfile.write(path, np.concatenate([quiet, *[thinner] * times]), RATE // 4)
    found = analyse_music(path)
    assert found == Musical(tempo=pytest.approx(126.0, rel=0.002), key="Am", pitch=None, kind=None)


def test_progress_is_told_and_can_end_the_work(tmp_path: Path, loop: sounds.Frames) -> None:
    class StoppedError(Exception):
        pass

    told = count()
    path = write(tmp_path / "a.wav", loop)
    analyse_music(path, lambda: next(told) and None)
    assert next(told) > 3

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        analyse_music(path, stop)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    for path in sounds.broken_files(tmp_path):
        with pytest.raises(UnreadableSoundError):
            analyse_music(path)


def test_the_same_sound_is_told_the_same_each_time(tmp_path: Path, loop: sounds.Frames) -> None:
    path = write(tmp_path / "a.wav", loop)
    before = path.read_bytes()
    assert analyse_music(path) == analyse_music(path)
    assert path.read_bytes() == before


def test_no_runtime_is_loaded_before_a_sound_is_analysed() -> None:
    code = (
        "import desktop_app.engine.measuring.measurers, sys;"
        " print({'onnxruntime', 'swift_f0', 'numba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "set()"
