"""What people said comes back as it was, whatever is in it and in whichever form it left."""

import csv
import io
import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.exchange import FORMATS, ExchangeFormat, format_of
from desktop_app.core.marks import Marks
from desktop_app.core.said import ExchangeError, Judged, KnownTag, LeftOut, SaidList, SaidOfSound, Unit
from desktop_app.core.spreadsheet import defused, restored, spelt, unspelt
from desktop_app.core.ucs_name import Category
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
    TEXTS.filter(bool),
    st.binary(min_size=16, max_size=16) | st.just(b""),
    JUDGED,
    st.builds(Marks, st.integers(0, 5), st.booleans(), TEXTS),
    st.lists(TEXTS, max_size=3).map(tuple),
)
NAMES = {("everyday", "rain"): KnownTag("Regen"), ("everyday", "dog"): KnownTag("=Hund")}
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
    assert form.read(written.decode()) == SaidList(tuple(sounds))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_a_sound_with_everything(form: ExchangeFormat) -> None:
    text = form.write([SAID], NAMES)
    assert form.read(text).sounds == (SAID,)
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


@pytest.mark.parametrize("end", ["\n", " \\u", "\udcff", "u"])
def test_a_long_row_of_backslashes_is_a_text_like_another(end: str) -> None:
    """Looked at from each of them, it would hold up the whole program for minutes."""
    text = "\\" * 400_000 + end
    assert unspelt(spelt(text)) == text


def test_a_path_of_windows_is_written_as_it_is_and_one_with_other_bytes_as_json_does() -> None:
    table = FORMATS[1].write([SaidOfSound("C:\\udo\\a.wav"), SaidOfSound("/gr\udcfc\udcdfe.wav")], NAMES)
    assert [line.partition(",")[0] for line in table.splitlines()[1:]] == ["C:\\udo\\a.wav", "/gr\\udcfc\\udcdfe.wav"]


@pytest.mark.parametrize("form", FORMATS[1:], ids=lambda form: form.suffix)
def test_a_table_with_the_bytes_themselves_is_read_too(form: ExchangeFormat) -> None:
    table = form.write([SaidOfSound("/gr?fe.wav")], NAMES).encode().replace(b"?", b"\xfc\xdf")
    assert form.read(table.decode("utf-8", "surrogateescape")).sounds[0].path == "/gr\udcfc\udcdffe.wav"


@given(TEXTS)
def test_an_apostrophe_that_was_put_in_front_is_taken_away_again(text: str) -> None:
    assert restored(defused(text)) == text


def test_what_a_person_made_in_a_spreadsheet_is_read() -> None:
    table = "path;accepted;rating;favourite\r\n/a.wav;everyday/rain; everyday/wind;3\r\n"
    (left,) = FORMATS[1].read(table).left_out
    assert "“ everyday/wind” is no number" in left.why
    table = 'path;accepted;rating;favourite\r\n/a.wav;"everyday/rain; everyday/wind";3;WAHR\r\n/b.wav;;;\r\n'
    found = FORMATS[1].read(table).sounds
    assert [judged.key for judged in found[0].judged] == ["everyday/rain", "everyday/wind"]
    assert found[0].marks == Marks(3, favourite=True)
    assert found[1] == SaidOfSound("/b.wav")


@pytest.mark.parametrize(
    "table",
    [
        "sep=;\r\npath;rating\r\n/a;3\r\n",
        "path\trating\n/a\t3\n",
        "path\trating\r/a\t3\r",
        "\r\n,\r\nPath,Rating,Note\r\n/a,3,",
    ],
    ids=["separator named", "tabs", "old Apple", "headings lower down"],
)
def test_tables_are_read_however_they_were_saved(table: str) -> None:
    for form in FORMATS[1:]:
        assert form.read(table) == SaidList((SaidOfSound("/a", marks=Marks(3)),))


@pytest.mark.parametrize("cell", ["1.23457E+31", "1,2E-05", " 4E+12 "])
def test_a_hash_of_which_a_spreadsheet_made_a_number_is_not_known(cell: str) -> None:
    table = f'path,content_id,rating\n/a.wav,"{cell}",3\n'
    assert FORMATS[1].read(table) == SaidList((SaidOfSound("/a.wav", marks=Marks(3)),))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_a_note_as_long_as_a_book(form: ExchangeFormat) -> None:
    said = SaidOfSound("/a.wav", marks=Marks(note="Wörter, viele\n" * 100_000))
    assert form.read(form.write([said], NAMES)).sounds == (said,)


@pytest.mark.parametrize("cell", ["Field trip", '"Field trip"', "3", "{}"])
def test_collections_that_cannot_be_read_are_shown_with_how_they_are_written(cell: str) -> None:
    typed = cell.replace('"', '""')
    (left,) = FORMATS[1].read(f'path,collections\r\n/a.wav,"{typed}"\r\n').left_out
    assert "should be collections in brackets, as in [" in left.why


def test_lines_that_cannot_be_read_are_named_in_plain_words_and_the_others_are_read() -> None:
    lines = ["/a,,x,", "/b,,3,everyday/rain", "", "/c,xyz,,", "/d,,6,", "/e,,,rain", ",,4,", "/f,,3,,b.wav"]
    table = "\n".join(["path,content_id,rating,accepted", *lines])
    for form, text in ((FORMATS[1], table), (FORMATS[2], table.replace(",", "\t"))):
        found = form.read(text)
        assert found.sounds == (
            SaidOfSound("/b", judged=(Judged("everyday", "rain", Judgement.ACCEPTED),), marks=Marks(3)),
        )
        assert [(left.number, left.name, left.why) for left in found.left_out] == [
            (2, "/a", "the rating “x” is no number from 0 to 5"),
            (5, "/c", "the content id “xyz” is no hexadecimal number (it may be empty)"),
            (6, "/d", "the rating “6” is no number from 0 to 5"),
            (7, "/e", "“rain” should be a vocabulary and a tag, as in “everyday/rain”"),
            (8, "", "it does not say which sound it is about"),
            (9, "/f", "it has more cells than there are columns: see that texts with separators are quoted"),
        ]


def test_entries_of_json_that_cannot_be_understood_are_named_and_the_others_are_read() -> None:
    odd: list[object] = [
        7,
        {"tags": []},
        {"path": 3},
        {"path": "/a", "content_id": "xyz"},
        {"path": "/b", "rating": 9},
        {"path": "/c", "rating": True},
        {"path": "/d", "note": ["long"] * 99},
        {"path": "/e", "tags": [{"vocabulary": "a b", "tag": "c", "said": "accepted"}]},
        {"path": "/f", "tags": [{"vocabulary": "a", "tag": "\ud800", "said": "accepted"}]},
        {"path": "/g", "tags": [{"vocabulary": "a", "tag": "b", "said": "perhaps"}]},
        {"path": "/h", "tags": ["rain"]},
        {"path": "/i", "collections": [1]},
        {"path": "/j", "favourite": "yes"},
    ]
    good = {"path": "/good", "rating": 3, "note": None}
    text = json.dumps({"earmark": 1, "sounds": [*odd, good]})
    found = FORMATS[0].read(text)
    assert found.sounds == (SaidOfSound("/good", marks=Marks(3)),)
    assert [left.number for left in found.left_out] == list(range(1, len(odd) + 1))
    assert [left.name for left in found.left_out] == ["", "", "", *(f"/{letter}" for letter in "abcdefghij")]
    assert found.left_out[5] == LeftOut(Unit.ENTRY, 6, "/c", "“rating” should be a whole number, not true")
    assert all(left.why and len(left.why) < 200 for left in found.left_out)


def test_lines_that_are_empty_or_end_early_are_no_trouble() -> None:
    table = "rating,path\n\n3,/a\n,/b\n,\n5\n\n"
    for form, text in ((FORMATS[1], table), (FORMATS[2], table.replace(",", "\t"))):
        found = form.read(text)
        assert [(said.path, said.marks.rating) for said in found.sounds] == [("/a", 3), ("/b", 0)]
        assert [left.number for left in found.left_out] == [6]


def test_a_list_without_sounds_is_a_list() -> None:
    for form in FORMATS:
        assert form.read(form.write([], NAMES)) == SaidList()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_an_empty_file_is_called_empty(form: ExchangeFormat) -> None:
    for text in ("", "\ufeff \r\n"):
        with pytest.raises(ExchangeError, match=r"^There is nothing in this file\.$"):
            form.read(text)


def test_soundminer_finds_its_columns_in_plain_texts() -> None:
    lines = FORMATS[2].write([SAID], NAMES).splitlines()
    heading = lines[0].split("\t")
    cells = dict(zip(heading[:9], lines[1].split("\t"), strict=False))
    assert (cells["Filename"], cells["FilePath"]) == (r"rain \udcff.wav", r"/Klänge/rain \udcff.wav")
    assert (cells["Keywords"], cells["Rating"], cells["Notes"]) == ("Regen", "4", "'=SUM(A1) zweite Zeile")
    assert cells["CatID"] == ""


def test_the_category_that_a_person_gave_is_told_and_of_several_none() -> None:
    door, wood = Category("DOORMisc", "DOORS", "MISC"), Category("DOORWood", "DOORS", "WOOD")
    names = {
        ("own", "door"): KnownTag("Door", door),
        ("ucs", "doorwood"): KnownTag("DOORS WOOD", wood, of_system=True),
        ("ucs", "doormisc"): KnownTag("DOORS MISC", door, of_system=True),
    }

    def told(*keys: tuple[str, str], judgement: Judgement = Judgement.ADDED) -> str:
        said = SaidOfSound("/a.wav", judged=tuple(Judged(*key, judgement) for key in keys))
        heading, line = FORMATS[2].write([said], names).splitlines()
        cells = dict(zip(heading.split("\t")[:9], line.split("\t"), strict=False))
        return " ".join(cells[name] for name in ("CatID", "Category", "SubCategory")).strip()

    assert told(("own", "door")) == "DOORMisc DOORS MISC"
    assert told(("own", "door"), ("ucs", "doorwood")) == "DOORWood DOORS WOOD"
    assert told(("ucs", "doormisc"), ("ucs", "doorwood")) == ""
    assert told(("ucs", "doorwood"), judgement=Judgement.REJECTED) == ""


@pytest.mark.parametrize(
    ("heading", "line", "expected"),
    [
        ("FileName,FilePath", "rain.wav,/a/rain.wav", SaidOfSound("/a/rain.wav")),
        ("Filename,Pathname", "rain.wav,E:\\Library", SaidOfSound("E:\\Library\\rain.wav")),
        ("Filename,Pathname", "rain,HD:Library:rain.wav", SaidOfSound("HD/Library/rain.wav")),
        ("File Name", "rain.wav", SaidOfSound("rain.wav")),
        ("FilePath,Rating", "/a.wav,****", SaidOfSound("/a.wav", marks=Marks(4))),
        ("FilePath,Rating", "/a.wav,80", SaidOfSound("/a.wav")),
        ("FilePath,Description,Notes", "/a.wav,Rain,Too loud", SaidOfSound("/a.wav", marks=Marks(note="Too loud"))),
        ("FilePath,Description,Notes", "/a.wav,Rain,", SaidOfSound("/a.wav", marks=Marks(note="Rain"))),
        (
            "FilePath,Keywords,CatID,Category",
            "/a,wet dog,RAINMisc,RAIN",
            SaidOfSound("/a", words=("wet dog", "RAINMisc")),
        ),
        ("FilePath,Category,SubCategory", "/a.wav,AIR,BURST", SaidOfSound("/a.wav", words=("AIR BURST",))),
        ("Filename,FilePath", "Take 12:30 rain.wav,Take 12:30 rain.wav", SaidOfSound("Take 12:30 rain.wav")),
        ("Filename,FilePath", "1:2:3 rain.wav,1:2:3 rain.wav", SaidOfSound("1:2:3 rain.wav")),
        ("FilePath", "Take 12:30 rain.wav", SaidOfSound("Take 12:30 rain.wav")),
        ("Filename,Pathname", "rain.wav,HD:rain.wav", SaidOfSound("HD/rain.wav")),
        ("path,Keywords", "/a.wav,rain", SaidOfSound("/a.wav", words=("rain",))),
    ],
)
def test_tables_of_other_programs_are_read(heading: str, line: str, expected: SaidOfSound) -> None:
    for form in FORMATS[1:]:
        table = f"{heading}\r\n{line}\r\n".replace(",", "," if form.suffix == ".csv" else "\t")
        assert form.read(table) == SaidList((expected,), unread=("Rating",) if ",80" in line else ())


def test_columns_of_other_programs_that_mean_nothing_are_named_and_a_path_is_no_escape() -> None:
    table = "FilePath\tDesigner\tLibrary\tISRC\nC:\\new\\trip.wav\tMe\tMine\t\n\tnobody\t\t\n"
    found = FORMATS[2].read(table)
    assert [said.path for said in found.sounds] == ["C:\\new\\trip.wav"]
    assert found.unread == ("Designer", "Library")
    assert [left.number for left in found.left_out] == [3]


def edited(said: SaidOfSound, **cells: str) -> SaidList:
    """What is read where a person typed into columns that others read, of a table of ours with tabs."""
    heading, line = (line.split("\t") for line in FORMATS[2].write([said], NAMES).splitlines())
    for name, cell in cells.items():
        line[heading.index(name)] = cell
    return FORMATS[2].read("\t".join(heading) + "\n" + "\t".join(line) + "\n")


def test_what_a_person_typed_into_the_columns_for_others_is_read_where_ours_say_nothing() -> None:
    bare = SaidOfSound("/s/rain.wav", b"r" * 16)
    found = edited(bare, Notes="C:\\new, typed", Rating="***", Keywords="rain, tin roof", CatID="RAINMisc")
    expected = replace(bare, marks=Marks(3, note="C:\\new, typed"), words=("rain, tin roof", "RAINMisc"))
    assert found == SaidList((expected,))
    tagged = replace(bare, judged=SAID.judged)
    assert edited(tagged, Keywords="Regen, tin roof").sounds == (replace(tagged, words=("Regen, tin roof",)),)
    assert edited(tagged, CatID="RAINMisc") == SaidList((tagged,))


def test_where_both_say_something_ours_counts_and_the_other_is_named() -> None:
    said = SaidOfSound("/s/rain.wav", b"r" * 16, marks=Marks(2, note="old\nnote"))
    found = edited(said, Notes="new note", Rating="5")
    assert found == SaidList((said,), unread=("Notes ≠ note", "Rating ≠ rating"))
    assert edited(said, Notes="", Rating="") == SaidList((said,))


@pytest.mark.parametrize(
    "table",
    [
        "path,tags,rating\n/a.wav,rain,3\n",
        "path,rating,Tags,Rating\n/a.wav,,rain,3\n",
        "path,content_id,tags,keywords,rating\n/a.wav,,rain,rain,3\n",
    ],
)
def test_the_column_tags_of_a_table_made_by_hand_has_keywords(table: str) -> None:
    assert FORMATS[1].read(table) == SaidList((SaidOfSound("/a.wav", marks=Marks(3), words=("rain",)),))


def test_what_a_spreadsheet_put_into_quotation_marks_comes_back_from_a_table_with_tabs() -> None:
    said = SaidOfSound("/a.wav", marks=Marks(note='"Rain", she said'), collections=("A", "B"))
    heading, line = FORMATS[2].write([said], NAMES).splitlines()
    cells = ['"{}"'.format(cell.replace('"', '""')) if set(cell) & set(',"') else cell for cell in line.split("\t")]
    assert FORMATS[2].read(f"{heading}\r\n" + "\t".join(cells)).sounds == (said,)


def test_a_quotation_that_is_never_closed_swallows_no_other_line() -> None:
    others = [f"x{number}.wav,ok,4" for number in range(1_000)]
    table = "\n".join(["Filename,Description,Rating", 'nail.wav,"5 inch nail,3', *others, 'dog.wav,"Big, dog",5'])
    for form, text in ((FORMATS[1], table), (FORMATS[2], table.replace('"Big, dog"', "Big dog").replace(",", "\t"))):
        found = form.read(text)
        assert len(found.sounds) == 1_002
        assert found.sounds[0] == SaidOfSound("nail.wav", marks=Marks(3, note='"5 inch nail'))
        assert found.left_out == ()


def test_a_quotation_that_another_line_seems_to_close_swallows_none_in_between() -> None:
    table = 'Filename,Description,Rating\nnail.wav,"5 inch nail,3\nx.wav,ok,4\nhammer.wav,hammer of 5",2\n'
    assert [said.path for said in FORMATS[1].read(table).sounds] == ["nail.wav", "x.wav", "hammer.wav"]


def test_a_line_whose_quotation_marks_leave_open_what_its_cells_are_is_named() -> None:
    table = 'path,note,rating\na.wav,"wet, and unfinished,3\nb.wav,good,4\nc.wav,"a ""wet"" one",5\n'
    found = FORMATS[1].read(table)
    assert [(said.path, said.marks.note) for said in found.sounds] == [("b.wav", "good"), ("c.wav", 'a "wet" one')]
    (left,) = found.left_out
    assert (left.number, left.name) == (2, "a.wav")
    assert "quotation mark" in left.why
    (left,) = FORMATS[1].read('path,note,rating\na.wav,"wet" one\rtwo\n').left_out
    assert "quotation mark" in left.why


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ('a.wav,"12 inch" nails,', '"12 inch" nails'),
        ('a.wav,"12, inch" nails,', "12, inch nails"),
        ('a.wav,12" nails,', '12" nails'),
        ('a.wav,"12"" nails",', '12" nails'),
    ],
)
def test_marks_for_inches_are_read(line: str, note: str) -> None:
    (said,) = FORMATS[1].read(f"Filename,Description,Rating\n{line}\n").sounds
    assert said == SaidOfSound("a.wav", marks=Marks(note=note))


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_cell_with_line_breaks_in_a_table_with_tabs_of_another_program(end: str) -> None:
    lines = ["Filename\tNotes\tRating", 'a.wav\t"first line\nsecond, ""line"""\t5', "b.wav\tC:\\new\t4", ""]
    found = FORMATS[2].read(end.join(lines))
    assert found.sounds == (
        SaidOfSound("a.wav", marks=Marks(5, note='first line\nsecond, "line"')),
        SaidOfSound("b.wav", marks=Marks(4, note="C:\\new")),
    )


def test_a_file_of_which_an_end_is_missing_names_where_it_broke_off() -> None:
    whole = FORMATS[1].write([SaidOfSound("/a.wav", b"a" * 16, marks=Marks(note="one\ntwo, three\nfour"))], NAMES)
    found = FORMATS[1].read(whole[: whole.index("four")])
    assert found.left_out[0].name == "/a.wav"
    assert all(not said.marks for said in found.sounds)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_what_is_no_list_shows_it_at_its_beginning(form: ExchangeFormat) -> None:
    for text in ("2026-11-23 12:00:00\tINFO\tstarted\n", '{"bpm": 120, "tracks": [', "\n\nDear diary, rain; again\n"):
        with pytest.raises(ExchangeError):
            form.check(text)
    for good in (form.write([SAID], NAMES), "", "\ufeff \r\n"):
        form.check(good)
    if form.suffix != ".json":
        for table in ("sep=;\r\n\r\nA;File Path\r\n", '"path","Note"\r\n', "\nFileName\tX\r"):
            form.check(table)


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.csv", ".csv"), ("b.JSON", ".json"), ("c.txt", ".txt"), ("d.tsv", ".txt"), ("e.wav", None)]
)
def test_a_form_is_chosen_by_the_name_of_a_file(name: str, suffix: str | None) -> None:
    found = format_of(name)
    assert (None if found is None else found.suffix) == suffix


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "[]",
        "{}",
        "7",
        '{"earmark": 1}',
        '{"earmark": "1", "sounds": []}',
        '{"earmark": 1, "sounds": {}}',
        "[" * 100_000,
    ],
)
def test_other_texts_are_refused_with_a_sentence(text: str) -> None:
    for form in FORMATS:
        with pytest.raises(ExchangeError, match=r"^(This is no list|The first line of the table must name).*\.$"):
            form.read(text)


def test_what_a_newer_earmark_wrote_says_so() -> None:
    with pytest.raises(ExchangeError, match="newer version"):
        FORMATS[0].read('{"earmark": 2, "sounds": []}')


@given(st.text() | st.text("path,;\t\n\"'=/{}[]:1").map("path,note\n".__add__))
def test_no_text_brings_a_reader_down(text: str) -> None:
    for form in FORMATS:
        with suppress(ExchangeError):
            assert all(isinstance(said, SaidOfSound) for said in form.read(text).sounds)


def test_a_document_is_plain_json() -> None:
    assert json.loads(FORMATS[0].write([SAID], NAMES))["sounds"][0]["tags"][0] == {
        "vocabulary": "everyday",
        "tag": "rain",
        "name": "Regen",
        "said": "accepted",
    }
