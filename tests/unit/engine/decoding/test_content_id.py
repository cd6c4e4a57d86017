"""A sound's identity follows its audio and nothing else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import av
import mutagen
import mutagen.aiff
import mutagen.apev2
import mutagen.id3
import mutagen.mp3
import mutagen.mp4
import mutagen.wave
import numpy as np
import pytest

from desktop_app.engine.decoding.content_id import SIZE, content_id
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from tests import sounds


def _tag_id3(path: Path) -> None:
    opener = {".wav": mutagen.wave.WAVE, ".aiff": mutagen.aiff.AIFF, ".mp3": mutagen.mp3.MP3}[path.suffix]
    file = opener(path)
    if file.tags is None:
        file.add_tags()
    file.tags.add(mutagen.id3.TIT2(encoding=3, text=["A title " * 50]))
    file.tags.add(mutagen.id3.APIC(encoding=3, mime="image/png", type=3, desc="", data=b"\x89PNG" + bytes(5000)))
    if path.suffix == ".mp3":
        file.save(v1=mutagen.id3.ID3v1SaveOptions.CREATE)
    else:
        file.save()


def _tag_vorbis(path: Path) -> None:
    file = mutagen.File(path)
    file["title"] = ["A title " * 50]
    file.save()


def _tag_mp4(path: Path) -> None:
    file = mutagen.mp4.MP4(path)
    file["\xa9nam"] = ["A title " * 50]
    file.save()


def _tag_ape(path: Path) -> None:
    tags = mutagen.apev2.APEv2()
    tags["Title"] = "A title " * 50
    tags.save(path)


@pytest.mark.parametrize(
    ("kind", "write_tags"),
    [
        ("wav16", _tag_id3),
        ("wav24", _tag_id3),
        ("aiff", _tag_id3),
        ("mp3", _tag_id3),
        ("mp3", _tag_ape),
        ("flac", _tag_vorbis),
        ("ogg", _tag_vorbis),
        ("opus", _tag_vorbis),
        ("m4a", _tag_mp4),
        ("alac", _tag_mp4),
        ("wv", _tag_ape),
    ],
)
def test_writing_tags_changes_the_file_and_not_its_identity(
    tmp_path: Path, kind: str, write_tags: Callable[[Path], None]
) -> None:
    path = sounds.make(tmp_path, kind)
    before, bytes_before = content_id(path), path.read_bytes()
    write_tags(path)
    assert path.read_bytes() != bytes_before
    assert content_id(path) == before


@pytest.mark.parametrize("kind", sounds.ALL_KINDS)
def test_a_copy_under_another_name_has_the_same_identity(tmp_path: Path, kind: str) -> None:
    path = sounds.make(tmp_path, kind)
    copy = tmp_path / f"elsewhere{path.suffix}"
    shutil.copy(path, copy)
    identity = content_id(path)
    assert len(identity) == SIZE
    assert content_id(copy) == identity


@pytest.mark.parametrize("kind", ["wav16", "flac", "mp3", "ogg", "m4a"])
def test_other_audio_has_another_identity(tmp_path: Path, kind: str) -> None:
    frames = sounds.noise(1.0)
    louder = frames.copy()
    louder[7000:8000] *= 1.5
    ids = {
        content_id(sounds.make(tmp_path, kind, name=str(n), frames=f))
        for n, f in enumerate((frames, louder, frames[:-50]))
    }
    assert len(ids) == 3


def test_one_changed_sample_is_another_identity(tmp_path: Path) -> None:
    frames = sounds.tone()
    changed = frames.copy()
    changed[5000] += 2 / 32768
    first, second = (content_id(sounds.make(tmp_path, name=str(n), frames=f)) for n, f in enumerate((frames, changed)))
    assert first != second


def test_the_same_bytes_at_another_rate_or_with_more_channels_are_another_sound(tmp_path: Path) -> None:
    frames = sounds.noise(1.0)
    same_bytes = [
        sounds.make(tmp_path, name="a", frames=frames),
        sounds.make(tmp_path, name="b", frames=frames, rate=2 * sounds.RATE),
        sounds.make(tmp_path, name="c", frames=frames.reshape(-1, 2)),
    ]
    assert len({path.read_bytes()[44:] for path in same_bytes}) == 1
    assert len({content_id(path) for path in same_bytes}) == 3


def test_a_truncated_file_has_an_identity_of_its_own(tmp_path: Path) -> None:
    path = sounds.make(tmp_path, "flac", frames=sounds.noise(5))
    before = content_id(path)
    assert content_id(sounds.truncated(path)) != before


def test_samples_are_hashed_where_there_are_no_packets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sounds.make(tmp_path)
    by_packets = content_id(path)
    monkeypatch.setattr("desktop_app.engine.decoding.content_id.open_container", _refuse)
    by_samples = content_id(path)
    assert by_samples != by_packets
    _tag_id3(path)
    assert content_id(path) == by_samples
    assert content_id(sounds.make(tmp_path, frames=np.flip(sounds.tone()).copy())) != by_samples


def _refuse(file: object) -> None:
    raise ValueError("this demuxer knows nothing")


def test_what_is_not_audio_has_no_identity(tmp_path: Path) -> None:
    for path in (sounds.text_file(tmp_path), sounds.empty_file(tmp_path), tmp_path / "gone.wav"):
        with pytest.raises(UnreadableSoundError):
            content_id(path)


def test_progress_can_end_the_work(tmp_path: Path) -> None:
    class EnoughError(Exception):
        pass

    def stop() -> None:
        raise EnoughError

    path = sounds.make(tmp_path, frames=sounds.noise(60))
    with pytest.raises(EnoughError):
        content_id(path, stop)


@pytest.mark.parametrize("kind", [*sounds.ALL_KINDS, "wav16 with a large chunk", "mp3 with a large picture"])
def test_it_is_what_a_long_look_at_the_file_would_find(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FFmpeg looks at five megabytes to tell what a WAV holds; Earmark lets it look at less."""
    rate = 48_000
    path = sounds.make(tmp_path, kind.split()[0], frames=sounds.noise(30, rate=rate, channels=2), rate=rate)
    if kind.endswith("chunk"):
        whole = path.read_bytes()
        at = whole.index(b"data")
        longer = whole[:at] + b"junk" + (100_000).to_bytes(4, "little") + bytes(100_000) + whole[at:]
        path.write_bytes(longer[:4] + (len(longer) - 8).to_bytes(4, "little") + longer[8:])
    if kind.endswith("picture"):
        tags = mutagen.id3.ID3()
        tags.add(mutagen.id3.APIC(encoding=3, mime="image/png", type=3, desc="", data=bytes(range(256)) * 2000))
        tags.save(path)
    found = content_id(path)
    monkeypatch.setattr("desktop_app.engine.decoding.content_id.open_container", av.open)
    assert found == content_id(path)
