"""What is exported is what other programs read."""

import csv
import io
import json

from desktop_app.core.event_formats import EVENT_FORMATS, as_audacity, as_csv, as_json, as_reaper
from desktop_app.core.scoring import ScoredTag
from desktop_app.core.sound_events import SoundEvent
from desktop_app.core.tag import Tag


def event(name: str, onset: float, offset: float, score: float = 0.8) -> SoundEvent:
    return SoundEvent(ScoredTag("test", Tag("id", name, (name,))), onset, offset, score)


RAIN, SLAM = event("Rain", 0.0, 12.5), event('Door "slam", loud', 3_661.25, 3_662.5, 0.61234)
LISTED = [("/sounds/a.wav", [RAIN, SLAM])]


def test_audacity_reads_seconds_and_labels_between_tabs() -> None:
    assert as_audacity(LISTED) == '0.000000\t12.500000\tRain\n3661.250000\t3662.500000\tDoor "slam", loud\n'
    assert as_audacity([("", [event("two\twords\nhere", 1, 2)])]) == "1.000000\t2.000000\ttwo words here\n"


def test_reaper_reads_numbered_regions_with_times_in_minutes() -> None:
    rows = list(csv.reader(io.StringIO(as_reaper(LISTED))))
    assert rows == [
        ["#", "Name", "Start", "End", "Length"],
        ["R1", "Rain", "0:00.000", "0:12.500", "0:12.500"],
        ["R2", 'Door "slam", loud', "1:01:01.250", "1:01:02.500", "0:01.250"],
    ]


def test_a_table_names_file_times_tag_and_score() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(LISTED))))
    assert rows[0] == ["file", "onset_s", "offset_s", "tag", "score"]
    assert rows[2] == ["/sounds/a.wav", "3661.250", "3662.500", 'Door "slam", loud', "0.6123"]


def test_a_spreadsheet_computes_nothing_of_a_name() -> None:
    for bad in ("=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1"):
        rows = list(csv.reader(io.StringIO(as_csv([(bad, [event(bad, 0, 1)])]), newline="")))
        assert rows[1][0] == rows[1][3] == "'" + bad.replace("\t", " ").replace("\r", " ")


def test_json_is_a_list_of_events() -> None:
    first, second = json.loads(as_json(LISTED))
    assert first == {
        "file": "/sounds/a.wav",
        "onset_s": 0.0,
        "offset_s": 12.5,
        "tag": "Rain",
        "vocabulary": "test",
        "score": 0.8,
    }
    assert second["score"] == 0.6123


def test_no_events_are_an_empty_document_of_each_kind() -> None:
    written = {name: known.write([("a.wav", [])]) for name, known in EVENT_FORMATS.items()}
    assert written == {
        "csv": "file,onset_s,offset_s,tag,score\n",
        "json": "[]\n",
        "audacity": "",
        "reaper": "#,Name,Start,End,Length\n",
    }
