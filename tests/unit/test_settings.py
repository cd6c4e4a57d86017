"""What a person has set is kept, whatever else is in the file, and a bad file is never overwritten."""

import os
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.settings import Settings, SettingsError, load_settings, save_settings, sentence_of, write_whole

CHOSEN: dict[str, Any] = {
    "theme": "dark",
    "language": "de",
    "device": "cpu",
    "volume": 0.25,
    "written_tags": "likely",
    "written_existing": "replace",
    "own_embedders": ('mine=/models/"a"\\b',),
}
"""Where only certain values fit, or one is hard to write; all other settings get any value of their type."""


def another(default: object) -> object:
    """A value of the same type that is not the default."""
    match default:
        case bool():
            return not default
        case int() | float():
            return default + 1
        case str():
            return "another"
    return ("another",)


OTHERS = Settings(**{item.name: CHOSEN.get(item.name, another(item.default)) for item in fields(Settings)})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_there_are_defaults_and_still_no_file(file: Path) -> None:
    assert load_settings(file) == Settings()
    assert not file.exists()


def test_every_setting_is_kept(file: Path) -> None:
    assert all(getattr(OTHERS, item.name) != item.default for item in fields(Settings))
    save_settings(file, OTHERS)
    assert load_settings(file) == OTHERS
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_every_setting_is_explained_where_it_is_set(file: Path) -> None:
    save_settings(file, OTHERS)
    lines = file.read_text(encoding="utf-8").splitlines()
    for item in fields(Settings):
        assert f"# {sentence_of(item.name)}" in lines


def test_defaults_are_left_out(file: Path) -> None:
    save_settings(file, Settings(theme="dark"))
    assert "volume" not in file.read_text()


def test_a_setting_goes_back_to_its_default(file: Path) -> None:
    save_settings(file, OTHERS)
    save_settings(file, Settings())
    assert load_settings(file) == Settings()


def test_comments_and_settings_of_another_version_stay(file: Path) -> None:
    file.write_text('# mine\ntheme = "dark" # at night\nfrom_the_future = 5\n[window]\nwidth = 3\n')
    save_settings(file, replace(load_settings(file), volume=0.5))
    text = file.read_text()
    assert '# mine\ntheme = "dark" # at night\nfrom_the_future = 5\n' in text
    assert "[window]\nwidth = 3" in text
    assert load_settings(file) == Settings(theme="dark", volume=0.5)


@pytest.mark.parametrize(
    "line",
    [
        "embedder = 5",
        'vocabularies = "everyday"',
        "vocabularies = [1, 2]",
        "threads = true",
        "threads = 2.0",
        "threads = -1",
        "threads = 100000",
        'theme = "pink"',
        "volume = nan",
        "volume = 7.5",
        f"volume = 1{'0' * 400}",
        "volume = true",
        "audition = 1",
        "[audition]",
    ],
)
def test_a_value_that_does_not_fit_is_the_default(file: Path, line: str) -> None:
    file.write_text(line)
    assert load_settings(file) == Settings()


def test_a_whole_number_is_a_volume(file: Path) -> None:
    file.write_text("volume = 1")
    assert load_settings(file).volume == 1.0


def test_a_mark_at_the_beginning_and_windows_lines_are_read(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbftheme = "dark"\r\nthreads = 2\r\n')
    assert load_settings(file) == Settings(theme="dark", threads=2)


@pytest.mark.parametrize(
    "content", [b"theme = dark", b"\xff\xfe", b"a = " + b"[" * 5000, b"theme = 'a'\ntheme = 'b'", b"#" * 1_000_001]
)
def test_a_file_that_is_not_toml_is_refused_and_kept(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=r"settings.toml is not valid: .*Correct it, or delete it"):
        load_settings(file)
    with pytest.raises(SettingsError, match="is not valid"):
        save_settings(file, OTHERS)
    assert file.read_bytes() == content


def test_a_folder_in_the_files_place_gets_a_sentence(file: Path) -> None:
    file.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(file)


def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match=r"cannot be (saved|read)"):
        save_settings(tmp_path / "file" / "settings.toml", OTHERS)


def test_a_full_disk_leaves_the_old_settings_and_no_litter(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(file, OTHERS)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        save_settings(file, Settings(theme="light"))
    assert load_settings(file) == OTHERS
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_who_may_read_a_file_is_as_for_any_other(tmp_path: Path) -> None:
    """Events that are exported lie where other people's programs read them, too."""
    (tmp_path / "other").touch()
    write_whole(tmp_path / "events.csv", b"")
    assert (tmp_path / "events.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_name_that_is_no_text_is_refused_with_a_sentence(file: Path) -> None:
    with pytest.raises(SettingsError, match="no text"):
        save_settings(file, Settings(own_embedders=("mine=/models/\udcff",)))
    assert not file.exists()


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    file.symlink_to(tmp_path / "dotfiles" / "earmark.toml")
    save_settings(file, OTHERS)
    assert file.is_symlink()
    assert load_settings(tmp_path / "dotfiles" / "earmark.toml") == OTHERS


def test_sounds_heard_at_once_leave_a_core_free_and_never_exceed_the_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert Settings().sounds_at_once == 7
    assert Settings(threads=2).sounds_at_once == 2
    assert Settings(threads=64).sounds_at_once == 8
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert Settings().sounds_at_once == 1


def test_own_embedders_are_names_and_folders() -> None:
    settings = Settings(own_embedders=("mine=/a=b", "=/nameless", "nothing"))
    assert settings.own_embedder_folders == {"mine": Path("/a=b")}
