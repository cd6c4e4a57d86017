"""A profile keeps all of its state in one place, and another place can be named."""

from pathlib import Path

import pytest

from desktop_app.paths import Profile, ProfileError, resources


def everything(profile: Profile) -> list[Path]:
    folders = [profile.data, profile.cache, profile.logs, profile.vocabularies, profile.embedders, profile.drags]
    return [
        *folders,
        profile.library_file,
        profile.cache_file,
        profile.settings_file,
        profile.log_file,
        profile.kept_hearing,
    ]


def test_a_named_profile_keeps_everything_inside_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert all(path == folder or folder in path.parents for path in everything(Profile.at(folder)))
    assert not folder.exists()


def test_the_usual_profile_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    usual = Profile.at(None)
    assert all("Earmark" in path.parts for path in everything(usual))
    assert usual.data != usual.cache


def test_a_relative_folder_and_a_home_folder_are_resolved_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert Profile.at(Path("here")).data == tmp_path / "here"
    assert Profile.at(Path("~/there")).data == tmp_path / "home" / "there"
    assert Profile.at(Path("~nobody-of-this-name/x")).data == tmp_path / "~nobody-of-this-name" / "x"


def test_what_takes_hours_to_compute_is_not_in_the_folder_that_systems_sweep(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path)
    assert profile.cache not in profile.cache_file.parents


def test_creating_makes_the_folders_and_may_be_repeated(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "a" / "b")
    profile.create()
    profile.create()
    assert profile.data.is_dir()
    assert profile.cache.is_dir()
    assert profile.logs.is_dir()


def test_a_folder_that_cannot_be_made_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProfileError, match=r"^Nothing can be kept in .*file .*: check .* or name another one"):
        Profile.at(tmp_path / "file").create()


def test_the_programs_own_files_are_found() -> None:
    assert (resources() / "vocabularies" / "everyday.toml").is_file()
