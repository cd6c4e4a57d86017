"""A region that is dragged out has a name that says what it is, is never written twice, and goes after a week."""

import os
from pathlib import Path

import pytest

from desktop_app.core.sound import FileStamp, Sound, SoundState
from desktop_app.engine.playing.drags import KEPT_SECONDS, RegionFiles, region_name


def sound(path: str = "/sounds/rain.wav", *, modified: int = 1) -> Sound:
    return Sound(1, 1, Path(path), FileStamp(10, modified, 1), SoundState.PRESENT)


@pytest.fixture
def files(tmp_path: Path) -> RegionFiles:
    return RegionFiles(tmp_path / "drags")


def test_the_name_says_sound_and_times(files: RegionFiles) -> None:
    assert files.path_for(sound(), 1.33, 2.1).name == "rain_01.33-02.10.wav"
    assert region_name(Path("two wav ü.flac"), 0, 75.5) == "two wav ü_00.00-75.50.flac"


def test_a_name_that_is_very_long_or_no_text_still_makes_a_file(tmp_path: Path) -> None:
    for name in ("ü" * 125 + ".wav", os.fsdecode(b"caf\xe9.wav")):
        target = tmp_path / region_name(Path(name), 0, 1)
        target.touch()
        assert target.suffix == ".wav"


def test_different_regions_sounds_and_versions_never_share_a_file(files: RegionFiles) -> None:
    paths = {
        files.path_for(*region)
        for region in (
            (sound(), 1.0, 2.0),
            (sound(), 1.001, 2.0),
            (sound("/others/rain.wav"), 1.0, 2.0),
            (sound(modified=2), 1.0, 2.0),
        )
    }
    assert len(paths) == 4
    assert files.path_for(sound(), 1.0, 2.0) in paths


def test_what_was_rendered_is_found_again_whatever_suffix_it_got(files: RegionFiles) -> None:
    wanted = files.path_for(sound("/sounds/rain.m4a"), 0, 1)
    assert files.rendered(wanted) is None
    files.make_room(wanted)
    assert files.rendered(wanted) is None
    (wanted.parent / ".rain.wav.part").touch()
    assert files.rendered(wanted) is None
    wanted.with_suffix(".wav").touch()
    assert files.rendered(wanted) == wanted.with_suffix(".wav")


def test_only_what_is_older_than_a_week_is_removed(files: RegionFiles) -> None:
    now = 2_000_000_000.0
    old, new = files.path_for(sound(), 0, 1), files.path_for(sound(), 0, 2)
    for path, age in ((old, KEPT_SECONDS + 60), (new, KEPT_SECONDS - 60)):
        files.make_room(path)
        path.touch()
        os.utime(path, (now - age, now - age))
    assert files.remove_old(now) == 1
    assert (old.parent.exists(), new.exists()) == (False, True)


def test_what_is_not_ours_is_never_removed(files: RegionFiles, tmp_path: Path) -> None:
    path = files.path_for(sound(), 0, 1)
    own, elsewhere = tmp_path / "drags" / "My recordings", tmp_path / "Recordings"
    for folder in (own, elsewhere):
        folder.mkdir(parents=True)
        (folder / "take.wav").touch()
        os.utime(folder / "take.wav", (0, 0))
    (tmp_path / "drags" / "empty").mkdir()
    path.parent.symlink_to(elsewhere, target_is_directory=True)
    assert files.remove_old(2_000_000_000.0) == 0
    assert (own / "take.wav").exists()
    assert (elsewhere / "take.wav").exists()
    assert (tmp_path / "drags" / "empty").exists()


def test_a_region_that_is_used_again_stays_another_week(files: RegionFiles) -> None:
    path = files.path_for(sound(), 0, 1)
    files.make_room(path)
    path.touch()
    os.utime(path, (0, 0))
    files.rendered(path)
    assert files.remove_old(path.stat().st_mtime + 60) == 0


def test_without_a_folder_there_is_nothing_to_remove(files: RegionFiles) -> None:
    assert files.remove_old(1e10) == 0
