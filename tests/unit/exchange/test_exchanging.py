"""A file that is no list is put down at its beginning, however large it is."""

from pathlib import Path

import pytest

from desktop_app.core.said import MOST_BYTES, ExchangeError
from desktop_app.exchange.exchanging import MOST_SIDECAR_BYTES, read_said


def made(file: Path, beginning: str, size: int) -> Path:
    """A file with nothing but zeros behind its beginning, which takes no room."""
    with file.open("wb") as stream:
        stream.write(beginning.encode())
        stream.truncate(size)
    return file


@pytest.mark.parametrize(
    ("name", "beginning", "why"),
    [
        ("program.txt", "12:00:00\tINFO\tstarted\n", "must name its columns"),
        ("figures.csv", "month,rain\n", "must name its columns"),
        ("tracks.json", '{"tracks": [', "no list of sounds that Earmark wrote"),
    ],
)
def test_a_large_file_that_is_no_list_is_not_read_to_its_end(
    tmp_path: Path, name: str, beginning: str, why: str
) -> None:
    with pytest.raises(ExchangeError, match=why):
        read_said(made(tmp_path / name, beginning, MOST_BYTES + 1))


def test_a_sidecar_is_a_small_file(tmp_path: Path) -> None:
    large = made(tmp_path / "rain.wav.json", '{"earmark": 1, "sounds": [', MOST_SIDECAR_BYTES + 1)
    with pytest.raises(ExchangeError, match="larger than 10 MB"):
        read_said(large)


def test_a_playlist_is_a_collection_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "Rain.m3u8").write_text("rain.wav\n")
    (said,) = read_said(tmp_path / "Rain.m3u8").sounds
    assert (said.path, said.collections) == (str(tmp_path / "rain.wav"), ("Rain",))
