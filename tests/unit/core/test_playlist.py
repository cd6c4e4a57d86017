"""A playlist names the same files when it is read again, whatever they are called, and those that others write."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.playlist import read_playlist, write_playlist

ROOT = Path(Path.cwd().anchor)
LISTS = ROOT / "lists"
ODD = [
    "#1.wav",
    " x.wav",
    "x.wav ",
    "http:",
    "file://a",
    "C:\\a.wav",
    "a\u2028b.wav",
    "a\x0bb.wav",
    "gr\udcfc.wav",
    "ö%20.wav",
]
NAMES = (st.text(min_size=1, max_size=12) | st.sampled_from(ODD)).filter(
    lambda name: not {"/", "\0", "\n", "\r"} & set(name) and name.strip(".") != ""
)


@pytest.mark.skipif(os.name == "nt", reason="names there are other ones")
@given(st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=5), st.booleans())
def test_the_same_files_come_back(parts: list[list[str]], beside: bool) -> None:
    folder = LISTS if beside else ROOT / "elsewhere"
    paths = [folder.joinpath(*names) for names in parts]
    text, left_out = write_playlist(paths, LISTS)
    assert read_playlist(text, LISTS) == paths
    assert left_out == ()


def test_a_name_with_a_line_break_is_left_out_and_told() -> None:
    torn, kept = (LISTS / "new\nline.wav", LISTS / "a\rb.wav"), LISTS / "rain.wav"
    text, left_out = write_playlist([torn[0], kept, torn[1]], LISTS)
    assert read_playlist(text, LISTS) == [kept]
    assert left_out == torn


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("rain.wav", LISTS / "rain.wav"),
        ("../rain.wav", ROOT / "rain.wav"),
        ("file:///sounds/T%C3%B6ne%20%231.wav", Path("/sounds/Töne #1.wav")),
        ("FILE://localhost/sounds/a.wav", Path("/sounds/a.wav")),
        ("file:///sounds/gr%FC.wav", Path("/sounds/gr\udcfc.wav")),
        ("file:///E:/sounds/a.wav", LISTS / "E:/sounds/a.wav"),
        ("file://server/share/a.wav", None),
        ("https://example.org/a.mp3", None),
        ("http://[/a.mp3", None),
        ("#EXTINF:3,Rain", None),
        ("   ", None),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths there are other ones")
def test_lists_of_other_players_are_read(line: str, expected: Path | None) -> None:
    text = f"\ufeff#EXTM3U\r\n{line}\r\n"
    assert read_playlist(text, LISTS) == ([] if expected is None else [expected])
