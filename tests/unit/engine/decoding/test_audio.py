"""Decoding: every format gives the same sound, lies and damage are survived, and nothing to hear is said so."""

import errno
import os
import pickle
import struct
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import soxr

from desktop_app.engine.decoding.audio import decode, describe, export_region, read_region, stamp_of
from desktop_app.engine.decoding.audio_file import AudioFile
from desktop_app.engine.decoding.sound_errors import (
    FileInTheWayError,
    SilentSoundError,
    UnreachableSoundError,
    UnreadableSoundError,
)
from desktop_app.engine.decoding.sound_stream import FileStream
from tests import sounds

RATE = sounds.RATE


@pytest.mark.parametrize("kind", sounds.LOSSLESS)
def test_a_lossless_format_gives_back_its_samples(tmp_path: Path, kind: str) -> None:
    frames = sounds.tone(channels=2)
    decoded = decode(sounds.make(tmp_path, kind, frames=frames), sample_rate=RATE)
    assert decoded.format.frames == len(frames)
    assert (decoded.format.channels, decoded.format.sample_rate) == (2, RATE)
    np.testing.assert_allclose(decoded.samples, frames.mean(axis=1), atol=1.5 / 32768)


@pytest.mark.parametrize("kind", sounds.LOSSY)
def test_a_lossy_format_gives_the_same_sound(tmp_path: Path, kind: str) -> None:
    decoded = decode(sounds.make(tmp_path, kind), sample_rate=RATE)
    spectrum = np.abs(np.fft.rfft(decoded.samples[2000:14_000]))
    assert np.argmax(spectrum) * RATE / 12_000 == pytest.approx(440, abs=2)
    assert decoded.format.seconds == pytest.approx(1.0, abs=0.1)


def test_the_format_is_named_as_people_know_it(tmp_path: Path) -> None:
    names = {
        kind: describe(sounds.make(tmp_path, kind, name=kind)) for kind in ("wavex", "flac24", "opus", "m4a", "mka")
    }
    assert {kind: found.container for kind, found in names.items()} == {
        "wavex": "wav",
        "flac24": "flac",
        "opus": "opus",
        "m4a": "m4a",
        "mka": "mka",
    }
    assert names["flac24"].bits == 24
    assert names["mka"].bits == 16
    assert names["m4a"].bits is None


def test_a_sound_longer_than_a_block_is_resampled_without_seams(tmp_path: Path) -> None:
    rate = 44_100
    frames = sounds.noise(14, rate=rate, channels=2)
    decoded = decode(sounds.make(tmp_path, "wav32f", frames=frames, rate=rate), sample_rate=48_000)
    whole = soxr.resample(frames @ np.full(2, 0.5, np.float32), rate, 48_000, quality="HQ")
    assert abs(len(decoded.samples) - len(whole)) <= 1
    np.testing.assert_allclose(decoded.samples[: len(whole)], whole[: len(decoded.samples)], atol=1e-5)


def test_blocks_of_mono_are_what_decoding_gives(tmp_path: Path) -> None:
    path = sounds.make(tmp_path, frames=sounds.noise(40, channels=2, rate=44_100), rate=44_100)
    blocks = list(FileStream(path, sample_rate=RATE))
    assert len(blocks) > 4
    np.testing.assert_array_equal(np.concatenate(blocks), decode(path, sample_rate=RATE).samples)


def test_what_is_not_a_number_becomes_silence(tmp_path: Path) -> None:
    decoded = decode(sounds.with_nan(tmp_path), sample_rate=RATE)
    assert np.isfinite(decoded.samples).all()
    assert np.abs(decoded.samples).max() <= 0.5
    assert not decoded.samples[300:310].any()


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_nothing_but_what_is_no_number_is_said(tmp_path: Path, value: float) -> None:
    frames = np.zeros((RATE, 1), dtype=np.float32)
    frames[::2] = value
    with pytest.raises(SilentSoundError, match="holds invalid sample values"):
        decode(sounds.make(tmp_path, "wav32f", frames=frames), sample_rate=RATE)


def test_noise_that_calls_itself_an_mp3_is_not_said_to_be_gone(tmp_path: Path) -> None:
    path = tmp_path / "noise.mp3"
    path.write_bytes(np.random.default_rng(1).bytes(20_000))
    with pytest.raises(UnreadableSoundError, match=r"^(This is not audio that|There is no audio)") as refused:
        decode(path, sample_rate=RATE)
    assert "exist" not in str(refused.value)


def test_samples_over_full_scale_are_clipped(tmp_path: Path) -> None:
    decoded = decode(sounds.make(tmp_path, "wav32f", frames=sounds.tone(level=3.0)), sample_rate=RATE)
    assert np.abs(decoded.samples).max() == 1.0


def test_a_header_that_lies_about_the_length_is_not_believed(tmp_path: Path) -> None:
    decoded = decode(sounds.lying_wav(tmp_path, frames=4000), sample_rate=RATE)
    assert decoded.format.frames == 4000
    assert len(decoded.samples) == 4000


@pytest.mark.parametrize("kind", ["wav16", "flac", "aiff", "mp3", "ogg", "aac", "caf"])
def test_a_file_that_was_cut_short_is_used_as_far_as_it_goes(tmp_path: Path, kind: str) -> None:
    path = sounds.truncated(sounds.make(tmp_path, kind, frames=sounds.noise(8)))
    assert 2.0 < decode(path, sample_rate=RATE).format.seconds < 6.0


class FadingDrive:
    """A file that can be read until the network to its drive breaks."""

    is_gone = False

    def __init__(self, file: Any) -> None:
        self._file = file
        self.seek, self.tell, self.close = file.seek, file.tell, file.close

    def read(self, size: int) -> Any:
        if self.is_gone:
            raise OSError(errno.ESTALE, "Stale file handle")
        return self._file.read(size)


@pytest.mark.parametrize("kind", ["wav16", "mp3", "m4a"])
def test_a_drive_that_goes_away_is_not_the_end_of_the_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    path = sounds.make(tmp_path, kind, frames=sounds.noise(60.0))
    to_open = Path.open
    monkeypatch.setattr(Path, "open", lambda *arguments: FadingDrive(to_open(*arguments)))
    monkeypatch.setattr(FadingDrive, "is_gone", False)
    stream = FileStream(path, sample_rate=RATE)
    blocks = iter(stream)
    next(blocks)
    monkeypatch.setattr(FadingDrive, "is_gone", True)
    # What libsndfile says of a drive that is gone, whatever the system calls it.
    monkeypatch.setattr(soundfile.SoundFile, "read", lambda *_, **__: soundfile._error_check(2))
    with pytest.raises(UnreachableSoundError, match="Stale file handle"):
        list(blocks)
    assert stream.overview is None, "what was read of it is not all"


def test_each_broken_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    for path in sounds.broken_files(tmp_path):
        with pytest.raises(UnreadableSoundError, match=r"^[A-Z].*\.$"):
            decode(path, sample_rate=RATE)


def test_the_sentence_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSoundError, match=r"^This file is empty\.$"):
        decode(sounds.empty_file(tmp_path), sample_rate=RATE)
    with pytest.raises(UnreadableSoundError, match="not audio that Earmark can read"):
        decode(sounds.text_file(tmp_path), sample_rate=RATE)
    with pytest.raises(UnreadableSoundError, match="no longer there"):
        decode(tmp_path / "gone.wav", sample_rate=RATE)
    cut = sounds.truncated(sounds.make(tmp_path, "flac", frames=sounds.noise(0.2)), keep=0.05)
    with pytest.raises(UnreadableSoundError, match=r"ends before its audio does|[Nn]o audio|not audio"):
        decode(cut, sample_rate=RATE)


def test_a_rate_that_no_sound_has_is_refused_before_anything_is_made_for_it(tmp_path: Path) -> None:
    path = sounds.make(tmp_path)
    whole = path.read_bytes()
    for rate in (2_000_000_000, 10_000_001):
        path.write_bytes(whole.replace(struct.pack("<I", sounds.RATE), struct.pack("<I", rate), 1))
        with pytest.raises(UnreadableSoundError, match=f"claims {rate:,} samples a second"):
            AudioFile(path)
    path.write_bytes(whole.replace(struct.pack("<I", sounds.RATE), struct.pack("<I", 1_000_000), 1))
    with AudioFile(path) as file:
        assert file.sample_rate == 1_000_000, "ultrasound is recorded so"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_that_calls_itself_a_sound_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    with pytest.raises(UnreadableSoundError, match="not a file that can hold a sound"):
        decode(tmp_path / "pipe.wav", sample_rate=RATE)


def test_a_play_list_opens_no_other_file(tmp_path: Path) -> None:
    sounds.make(tmp_path, "m4a", name="secret")
    for number, text in enumerate(
        [
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nsecret.m4a\n#EXT-X-ENDLIST\n",
            "ffconcat version 1.0\nfile 'secret.m4a'\n",
        ]
    ):
        path = tmp_path / f"list{number}.wav"
        path.write_text(text)
        with pytest.raises(UnreadableSoundError):
            decode(path, sample_rate=RATE)


def test_silence_and_what_is_too_short_is_said_with_the_format(tmp_path: Path) -> None:
    with pytest.raises(SilentSoundError, match="silent") as silent:
        decode(sounds.silence(tmp_path), sample_rate=RATE)
    assert silent.value.format is not None
    assert silent.value.format.frames == RATE // 2
    with pytest.raises(SilentSoundError, match="too short"):
        decode(sounds.make(tmp_path, name="click", frames=sounds.tone(0.009)), sample_rate=RATE)
    assert len(decode(sounds.make(tmp_path, name="tick", frames=sounds.tone(0.011)), sample_rate=RATE).samples) == 176


def test_a_name_that_is_not_utf8_is_opened(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"gr\xfc\xdfe.wav")
    try:
        path.write_bytes(sounds.make(tmp_path).read_bytes())
    except OSError:
        pytest.skip("this file system wants UTF-8")
    assert decode(path, sample_rate=RATE).format.frames == RATE


def test_progress_is_told_and_can_end_the_work(tmp_path: Path) -> None:
    class EnoughError(Exception):
        pass

    def stop() -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        decode(sounds.make(tmp_path), sample_rate=RATE, progress=stop)


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = sounds.make(tmp_path)
    before = stamp_of(path)
    assert before == stamp_of(path)
    sounds.make(tmp_path, frames=sounds.tone(2))
    assert stamp_of(path) != before


@pytest.mark.parametrize("kind", [*sounds.LOSSLESS, "ogg", "opus", "mp3", "m4a", "aac", "wma"])
def test_a_region_is_what_the_whole_sound_has_there(tmp_path: Path, kind: str) -> None:
    path = sounds.make(tmp_path, kind, frames=sounds.tone(3, channels=2, rate=48_000), rate=48_000)
    whole, rate = read_region(path, 0, 10**7)
    assert rate == 48_000
    for start in (1, 30_011, 100_003):
        region, _ = read_region(path, start, 3000)
        np.testing.assert_allclose(region, whole[start : start + 3000], atol=1e-4)


@pytest.mark.parametrize("mode", ["CONSTANT", "VARIABLE"])
def test_an_mp3_is_not_decoded_on_the_way_to_a_region(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "long.mp3"
    frames = sounds.noise(60, rate=44_100) * np.abs(np.sin(np.arange(60 * 44_100) / 9_000))[:, None]
    soundfile.write(path, frames, 44_100, format="MP3", bitrate_mode=mode, compression_level=0.6)
    whole, _ = read_region(path, 0, 10**7)
    with AudioFile(path) as file:
        for start in (2_000_003, 8_192, 2_640_000, 1_000_000):
            assert not list(file.seek(start)), "every step decodes a second"
            np.testing.assert_array_equal(file.read(50_000), whole[start : start + 50_000])
        assert not list(file.seek(len(whole) + 10))
        assert not len(file.read(10))


def test_a_region_past_the_end_is_shorter(tmp_path: Path) -> None:
    path = sounds.make(tmp_path)
    assert read_region(path, RATE - 10, 100)[0].shape == (10, 1)
    assert read_region(path, RATE + 10, 100)[0].shape == (0, 1)
    assert read_region(path, 0, 0)[0].shape == (0, 1)


def test_a_region_is_exported_in_the_format_of_its_source(tmp_path: Path) -> None:
    frames = sounds.tone(2, channels=2)
    source = sounds.make(tmp_path, "flac24", frames=frames)
    before = source.read_bytes()
    written = export_region(source, 1000, 5000, tmp_path / "cut 0.1-0.4")
    assert written == tmp_path / "cut 0.1-0.4.flac"
    info = soundfile.info(written)
    assert (info.subtype, info.frames, info.samplerate) == ("PCM_24", 5000, RATE)
    np.testing.assert_array_equal(soundfile.read(written)[0], soundfile.read(source)[0][1000:6000])
    assert source.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut 0.1-0.4.flac", "sound.flac"]


def test_a_region_of_a_format_that_cannot_be_written_becomes_a_wav(tmp_path: Path) -> None:
    written = export_region(sounds.make(tmp_path, "alac"), 100, 4000, tmp_path / "cut.m4a")
    assert written == tmp_path / "cut.wav"
    with wave.open(str(written)) as file:
        assert (file.getsampwidth(), file.getnframes()) == (3, 4000)


def test_a_region_never_replaces_its_source(tmp_path: Path) -> None:
    source = sounds.make(tmp_path)
    before = source.read_bytes()
    with pytest.raises(UnreadableSoundError, match="another name"):
        export_region(source, 0, 100, source)
    assert source.read_bytes() == before


def test_a_region_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSoundError, match="cannot be written"):
        export_region(sounds.make(tmp_path), 0, 100, tmp_path / "no such folder" / "cut.wav")


def test_a_region_takes_the_place_of_another_file_only_when_that_was_allowed(tmp_path: Path) -> None:
    source, other = sounds.make(tmp_path, name="source"), sounds.make(tmp_path, name="other")
    before = other.read_bytes()
    with pytest.raises(FileInTheWayError, match="already") as refused:
        export_region(source, 0, 100, tmp_path / "other")  # the suffix is found out here, so nobody was asked before
    assert (refused.value.path, other.read_bytes()) == (other, before)
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)
    assert export_region(source, 0, 100, tmp_path / "other", replaced=other) == other
    assert len(read_region(other, 0, 9999)[0]) == 100
