"""What is exported is what other programs read."""

import csv
import io
import json
import re

import pytest
from hypothesis import example, given, strategies

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


def name_in_csv(written: str) -> str:
    """The name that was written so: whoever reads these files takes one apostrophe away."""
    return re.sub(r"(^|;)'(?=[\s']*[=+\-@＝＋－＠])", r"\1", written)


FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\u2028=1",
    "\u00a0=1",
    "＝1",
    "a;=1",
    "a; -1",
    "'=1",
    " '' +1",
)
HARMLESS = ("Rain", "'Rain'", "rock 'n' roll", "1-2", "a=b", "a;b", "it's; here", "", ";", "'")


@pytest.mark.parametrize("name", [known for known in EVENT_FORMATS if known != "json"])
@pytest.mark.parametrize("bad", FORMULAS)
def test_a_spreadsheet_computes_nothing_of_a_name(name: str, bad: str) -> None:
    """Whichever of the usual separators it is set to: cells begin with none of the signs that make a formula."""
    written = EVENT_FORMATS[name].write([(bad, [event(bad, 0, 1)])])
    for separator in "\t;" if name == "audacity" else ",;":
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=separator):
            assert not any(cell.strip().startswith(("=", "+", "-", "@", "＝")) for cell in row), row
    for line in written.splitlines():
        assert not re.search(r";\s*[=+\-@]", line)
    assert len(written.splitlines()) == (1 if name == "audacity" else 2), "a name made another line"


@pytest.mark.parametrize("name", [*FORMULAS, *HARMLESS])
def test_names_come_back_as_they_were(name: str) -> None:
    """But for what would end a line or a field."""
    written = as_csv([(name, [event(name, 0, 1)])])
    row = list(csv.reader(io.StringIO(written, newline="")))[1]
    assert name_in_csv(row[0]) == name_in_csv(row[3]) == re.sub(r"[\t\r\n\u2028]", " ", name)


def test_harmless_names_are_written_as_they_are() -> None:
    for name in HARMLESS:
        assert list(csv.reader(io.StringIO(as_csv([(name, [event(name, 0, 1)])]))))[1][3] == name


@given(
    name=strategies.text(strategies.characters(exclude_categories=["Cs"]), max_size=12)
    | strategies.text("';=+-@ a", max_size=9)
)
@example(name="' '=")
def test_no_two_names_are_written_alike(name: str) -> None:
    row = list(csv.reader(io.StringIO(as_csv([("", [event(name, 0, 1)])]), newline="")))[1]
    assert name_in_csv(row[3]) == re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", name)
    assert not re.match(r"\s*[=+\-@]", row[3])


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


@pytest.mark.parametrize("name", list(EVENT_FORMATS))
def test_a_name_with_bytes_that_are_no_letters_can_be_written_anywhere(name: str) -> None:
    written = EVENT_FORMATS[name].write([("/sounds/gr\udcfc.wav", [event("Door \udcff", 0, 1)])])
    assert written.encode("utf-8")
    assert "Door \\udcff" in written
