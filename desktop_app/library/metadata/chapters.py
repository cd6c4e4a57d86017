"""Places in a sound that its tags name: chapters of ID3, MP4 and Vorbis comments, tracks of cue sheets.

Sources: "ID3v2 Chapter Frame Addendum" 1.0 (2005); Xiph's wiki on chapters in Ogg (`CHAPTER001`, `CHAPTER001NAME`);
the CUESHEET block of the FLAC format (RFC 9639); cue sheets as text, whose times are minutes, seconds and frames.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from desktop_app.core.metadata import Marker

_CHAPTER: Final = re.compile(r"chapter(\d{1,4})(name)?", re.IGNORECASE)
_TIME: Final = re.compile(r"(\d{1,5}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)")
_SHEET_TIME: Final = re.compile(r"(\d{1,5}):(\d{1,2}):(\d{1,2})")
_FRAMES_A_SECOND: Final = 75
_MOST_LINES: Final = 10_000
_LEAD_OUT: Final = frozenset({170, 255})
"""Numbers of the track behind the last one, on discs and elsewhere."""


def id3_markers(tag: Any) -> Iterator[Marker]:
    """The chapters of an `ID3`, whose times are milliseconds."""
    for frame in tag.getall("CHAP"):
        titles = [str(text) for title in frame.sub_frames.getall("TIT2") for text in title.text]
        seconds = max(frame.end_time - frame.start_time, 0) / 1000
        yield Marker(frame.start_time / 1000, " ".join(titles), seconds, "ID3")


def mp4_markers(chapters: Iterable[Any] | None) -> Iterator[Marker]:
    """The chapters of an `MP4`."""
    for chapter in chapters or ():
        yield Marker(float(chapter.start), str(chapter.title), source="MP4")


def vorbis_markers(comments: Iterable[tuple[str, str]]) -> Iterator[Marker]:
    """The chapters among Vorbis comments, and the tracks of a cue sheet that is one of them."""
    starts: dict[str, float] = {}
    names: dict[str, str] = {}
    for key, text in comments:
        if (found := _CHAPTER.fullmatch(key)) is not None:
            if found[2]:
                names.setdefault(found[1], text)
            elif (time := _TIME.fullmatch(text.strip())) is not None:
                starts.setdefault(found[1], int(time[1]) * 3600 + int(time[2]) * 60 + float(time[3]))
        elif key.casefold() == "cuesheet":
            yield from _written_sheet(text)
    yield from (Marker(start, names.get(number, ""), source="Vorbis comment") for number, start in starts.items())


def _written_sheet(text: str) -> Iterator[Marker]:
    title = ""
    is_in_track = False
    for line in text.splitlines()[:_MOST_LINES]:
        command, *rest = line.split(maxsplit=2)[:3] or [""]
        match command.upper(), rest:
            case "TRACK", _:
                title, is_in_track = "", True
            case "TITLE", [_, *_] if is_in_track:
                title = line.strip()[len(command) :].strip().strip('"')
            case "INDEX", ["01", written] if is_in_track and (time := _SHEET_TIME.fullmatch(written.strip())):
                start = int(time[1]) * 60 + int(time[2]) + int(time[3]) / _FRAMES_A_SECOND
                yield Marker(start, title, source="CUESHEET")


def sheet_markers(sheet: Any, rate: int) -> Iterator[Marker]:
    """The tracks of a FLAC file's `CUESHEET`, which have no names; `rate` in Hz."""
    if sheet is None or rate <= 0:
        return
    for track in sheet.tracks:
        if track.track_number not in _LEAD_OUT:
            yield Marker(track.start_offset / rate, source="CUESHEET")
