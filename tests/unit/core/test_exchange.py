"""What people said comes back as it was, whatever is in it and in whichever form it left."""

import csv
import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.exchange import FORMATS, ExchangeError, ExchangeFormat, Judged, SaidOfSound, format_of
from desktop_app.core.marks import Marks
from desktop_app.core.spreadsheet import defused, restored, spelt, unspelt
from desktop_app.core.verdict import Judgement

KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8)
TEXTS = (
    st.text(max_size=30)
    | st.text("\\u\udcffabcdf08", max_size=14)
    | st.sampled_from(["=1+1", "'=x", "a;-b", "\t", "\r\n", "\\t", '"', ";", "\0", "\ufeff", "C:\\gr\udcfc\udcdfe"])
)
JUDGED = st.lists(
    st.builds(Judged, KEYS, KEYS, st.sampled_from(Judgement)), max_size=4, unique_by=lambda judged: judged.key
).map(lambda found: tuple(sorted(found, key=lambda judged: list(Judgement).index(judged.judgement))))
SOUNDS = st.builds(
    SaidOfSound,
    TEXTS,
    st.binary(min_size=16, max_size=16) | st.just(b""),
    JUDGED,
    st.builds(Marks, st.integers(0, 5), st.booleans(), TEXTS),
    st.lists(TEXTS, max_size=3).map(tuple),
)
NAMES = {("everyday", "rain"): "Regen", ("everyday", "dog"): "=Hund"}
SAID = SaidOfSound(
    "/Klänge/rain \udcff.wav",
    bytes(range(16)),
    (Judged("everyday", "rain", Judgement.ACCEPTED), Judged("everyday", "dog", Judgement.REJECTED)),
    Marks(4, favourite=True, note="=SUM(A1)\nzweite Zeile"),
    ("Film; Szene 3",),
)


@given(st.lists(SOUNDS, max_size=4))
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_nothing_is_lost_on_the_way(form: ExchangeFormat, sounds: list[SaidOfSound]) -> None:
    written = form.write(sounds, NAMES).encode()
    assert form.read(written.decode()) == sounds


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_a_sound_with_everything(form: ExchangeFormat) -> None:
    text = form.write([SAID], NAMES)
    assert form.read(text) == [SAID]
    assert "Regen" in text


@given(st.lists(SOUNDS, min_size=1, max_size=3))
def test_a_spreadsheet_computes_nothing(sounds: list[SaidOfSound]) -> None:
    table = FORMATS[1].write(sounds, NAMES).removeprefix("\ufeff")
    with_tabs = [line.split("\t") for line in FORMATS[2].write(sounds, NAMES).split("\n")]
    for row in (*csv.reader(io.StringIO(table, newline="")), *with_tabs):
        assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]


@given(TEXTS)
def test_a_text_that_was_spelt_is_read_again(text: str) -> None:
    spelt(text).encode()
    assert unspelt(spelt(text)) == text


def test_a_path_of_windows_is_written_as_it_is_and_one_with_other_bytes_as_json_does() -> None:
    table = FORMATS[1].write([SaidOfSound("C:\\udo\\a.wav"), SaidOfSound("/gr\udcfc\udcdfe.wav")], NAMES)
    assert [line.partition(",")[0] for line in table.splitlines()[1:]] == ["C:\\udo\\a.wav", "/gr\\udcfc\\udcdfe.wav"]


@pytest.mark.parametrize("form", FORMATS[1:], ids=lambda form: form.suffix)
def test_a_table_with_the_bytes_themselves_is_read_too(form: ExchangeFormat) -> None:
    table = form.write([SaidOfSound("/gr?fe.wav")], NAMES).encode().replace(b"?", b"\xfc\xdf")
    assert form.read(table.decode("utf-8", "surrogateescape"))[0].path == "/gr\udcfc\udcdffe.wav"


@given(TEXTS)
def test_an_apostrophe_that_was_put_in_front_is_taken_away_again(text: str) -> None:
    assert restored(defused(text)) == text


def test_what_a_person_made_in_a_spreadsheet_is_read() -> None:
    table = "path;accepted;rating;favourite\r\n/a.wav;everyday/rain; everyday/wind;3\r\n"
    with pytest.raises(ExchangeError, match="Line 2"):
        FORMATS[1].read(table)
    table = 'path;accepted;rating;favourite\r\n/a.wav;"everyday/rain; everyday/wind";3;WAHR\r\n/b.wav;;;\r\n'
    found = FORMATS[1].read(table)
    assert [judged.key for judged in found[0].judged] == ["everyday/rain", "everyday/wind"]
    assert found[0].marks == Marks(3, favourite=True)
    assert found[1] == SaidOfSound("/b.wav")


@pytest.mark.parametrize("cell", ["Field trip", '"Field trip"', "3", "{}"])
def test_collections_that_cannot_be_read_are_shown_with_how_they_are_written(cell: str) -> None:
    typed = cell.replace('"', '""')
    with pytest.raises(ExchangeError, match=r"Line 2: .* should be collections in brackets, as in \["):
        FORMATS[1].read(f'path,collections\r\n/a.wav,"{typed}"\r\n')


def test_all_lines_that_cannot_be_read_are_named_at_once_in_plain_words() -> None:
    table = "path,content_id,rating,accepted\n/a,,x,\n/b,,3,everyday/rain\n\n/c,xyz,,\n/d,,6,\n/e,,,rain\n"
    for form, text in ((FORMATS[1], table), (FORMATS[2], table.replace(",", "\t"))):
        with pytest.raises(ExchangeError) as refused:
            form.read(text)
        assert str(refused.value).split("\n") == [
            "4 lines of the table cannot be read, so nothing was taken over: put this right, and try again.",
            "Line 2: the rating “x” is no number from 0 to 5.",
            "Line 5: the content id “xyz” is no hexadecimal number (it may be empty).",
            "Line 6: the rating “6” is no number from 0 to 5.",
            "Line 7: “rain” should be a vocabulary and a tag, as in “everyday/rain”.",
        ]


def test_a_table_that_is_none_is_a_sentence() -> None:
    with pytest.raises(ExchangeError, match=r"cannot be read \(.*\)\.$"):
        FORMATS[1].read(f"path\n{'a' * 200_000}\n")


def test_of_very_many_bad_lines_the_first_are_named() -> None:
    with pytest.raises(ExchangeError) as refused:
        FORMATS[1].read("path,rating\n" + "/a,x\n" * 25)
    lines = str(refused.value).split("\n")
    assert (len(lines), lines[-1]) == (22, "And 5 more.")


def test_lines_that_are_empty_or_end_early_are_no_trouble() -> None:
    table = "rating,path\n\n3,/a\n4\n\n"
    for form, text in ((FORMATS[1], table), (FORMATS[2], table.replace(",", "\t"))):
        assert [(said.path, said.marks.rating) for said in form.read(text)] == [("/a", 3), ("", 4)]


def test_soundminer_finds_its_columns() -> None:
    lines = FORMATS[2].write([SAID], NAMES).splitlines()
    cells = dict(zip(lines[0].split("\t"), lines[1].split("\t"), strict=True))
    assert cells["Filename"] == r"rain \\udcff.wav"
    assert (cells["Keywords"], cells["Rating"], cells["Notes"]) == ("Regen", "4", "'=SUM(A1)\\nzweite Zeile")


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.csv", ".csv"), ("b.JSON", ".json"), ("c.txt", ".txt"), ("d.tsv", ".txt"), ("e.wav", None)]
)
def test_a_form_is_chosen_by_the_name_of_a_file(name: str, suffix: str | None) -> None:
    found = format_of(name)
    assert (None if found is None else found.suffix) == suffix


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "{}",
        '{"earmark": 2, "sounds": []}',
        '{"earmark": 1, "sounds": [{"path": "x", "tags": [], "rating": 9}]}',
        '{"earmark": 1, "sounds": [{"path": "x", "tags": [{"vocabulary": "a b", "tag": "c", "said": "accepted"}]}]}',
        '{"earmark": 1, "sounds": [{"path": "", "tags": [{"vocabulary": "a", "tag": "\\ud800", "said": "accepted"}]}]}',
        '{"earmark": 1, "sounds": [{"path": "x", "tags": [{"vocabulary": "", "tag": "c", "said": "accepted"}]}]}',
        "[" * 100_000,
        "path\n/a\nrating",
        "path,rating\n/a,nine",
        "path,rating\n/a,9",
        "path,content_id\n/a,xyz",
        "path,accepted\n/a,rain",
        "path,collections\n/a,[1",
        "path,collections\n/a,7",
    ],
)
def test_other_texts_are_refused_with_a_sentence(text: str) -> None:
    for form in FORMATS:
        with suppress(ExchangeError):
            assert all(isinstance(said, SaidOfSound) for said in form.read(text))
    with pytest.raises(ExchangeError, match=r"\.$"):
        FORMATS[0].read(text)


def test_a_document_is_plain_json() -> None:
    assert json.loads(FORMATS[0].write([SAID], NAMES))["sounds"][0]["tags"][0] == {
        "vocabulary": "everyday",
        "tag": "rain",
        "name": "Regen",
        "said": "accepted",
    }
