"""A small file is read whole; whatever else lies in its place is refused at once."""

import os
from pathlib import Path

import pytest

from desktop_app.library.databases.bounded_reading import UnfitFileError, read_at_most, read_json


def test_a_file_of_the_largest_size_is_read_and_a_byte_more_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * 1_000_000)
    assert read_at_most(file, 1_000_000) == b"x" * 1_000_000
    with pytest.raises(UnfitFileError, match=r"^it is larger than 1 MB$"):
        read_at_most(file, 999_999)


def test_a_film_is_not_read_to_its_end(tmp_path: Path) -> None:
    """A hundred gigabytes, which no test machine has in memory."""
    with (tmp_path / "film").open("wb") as film:
        film.truncate(100_000_000_000)
    with pytest.raises(UnfitFileError, match="larger than"):
        read_at_most(tmp_path / "film", 1_000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnfitFileError, match="not a file"):
        read_at_most(tmp_path / "pipe", 1_000)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices here")
def test_a_link_to_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/zero")
    with pytest.raises(UnfitFileError, match="not a file"):
        read_at_most(tmp_path / "link", 1_000)


def test_what_is_not_there_and_a_folder_are_errors_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_at_most(tmp_path / "gone", 1_000)
    with pytest.raises(OSError, match=r"."):
        read_at_most(tmp_path, 1_000)


def test_json_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text('{"name": "Börste"}', encoding="utf-8")
    assert read_json(tmp_path / "file", 1_000) == {"name": "Börste"}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"a":' * 100_000, b"1" * 10_000])
def test_what_is_no_json_is_one_kind_of_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(ValueError, match=r"."):
        read_json(tmp_path / "file", 1_000_000)
