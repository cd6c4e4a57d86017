"""Texts in `bext`, `INFO` and `iXML`: read as others wrote them, and changed with everything else left as it was."""

import io
import struct
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from wavinfo import WavInfoReader

from desktop_app.library.metadata.bext import SHORTEST, changed_bext, fitting, read_bext
from desktop_app.library.metadata.chunks import Changes, read_layout, rewrite
from desktop_app.library.metadata.info import changed_info, read_info
from desktop_app.library.metadata.ixml import UnfitDocumentError, all_beside, changed_ixml, read_ixml, readable_ixml
from desktop_app.library.metadata.slots import plain
from tests.sounds import tone, write

TEXTS = st.text(max_size=80)
XML_TEXTS = st.lists(TEXTS.map(plain), min_size=1, max_size=3).map("\r".join).map(str.strip).filter(bool)


def sound_with(folder: Path, changes: Changes) -> Path:
    path = write(folder / "sound.wav", tone(0.1))
    source = io.BytesIO(path.read_bytes())
    with path.open("wb") as target:
        rewrite(source, read_layout(source), target, changes)
    return path


def test_independent_readers_find_every_text(tmp_path: Path) -> None:
    bext = changed_bext(None, {"description": "Rain on tin", "originator": "Ida", "originator_reference": "R1"})
    info = changed_info(None, {"INAM": "Rain on tin", "ICMT": "close", "IKEY": "rain; tin", "IART": "Ida"})
    ixml = changed_ixml(None, {("USER", "CATID"): "RAINMetl", ("USER", "DESCRIPTION"): "Regen & Blech <laut>"})
    path = sound_with(tmp_path, Changes({}, [(b"bext", bext)], [(b"LIST", info), (b"iXML", ixml)]))
    found = WavInfoReader(str(path))
    assert found.bext is not None
    assert (found.bext.description, found.bext.originator, found.bext.originator_ref) == ("Rain on tin", "Ida", "R1")
    assert found.info is not None
    assert (found.info.title, found.info.comment, found.info.keywords, found.info.artist) == (
        "Rain on tin",
        "close",
        "rain; tin",
        "Ida",
    )
    assert found.ixml is not None
    user = ElementTree.fromstring(found.ixml.source).find("USER")
    assert user is not None
    assert (user.findtext("CATID"), user.findtext("DESCRIPTION")) == ("RAINMetl", "Regen & Blech <laut>")
    assert soundfile.info(path).frames == 1_600


@given(st.binary(max_size=900), TEXTS)
def test_of_bext_only_the_text_that_was_meant_changes(content: bytes, text: str) -> None:
    changed = changed_bext(content, {"description": text})
    assert len(changed) == max(len(content), SHORTEST)
    assert changed[256 : len(content)] == content[256:]
    assert changed[:256].rstrip(b"\0") == fitting(text, 256).rstrip(b"\0")


def test_a_long_description_ends_with_a_whole_character() -> None:
    changed = changed_bext(None, {"description": "x" * 255 + "ä"})
    assert read_bext(changed) == {"description": "x" * 255}
    assert read_bext(changed_bext(None, {"description": "ä" * 128}))["description"] == "ä" * 128


def test_texts_of_windows_programs_and_short_chunks_are_read() -> None:
    assert read_bext(b"Gr\xfc\xdfe\0rubble".ljust(SHORTEST, b"\0") + b"A=PCM\r\n") == {
        "description": "Grüße",
        "coding_history": "A=PCM",
    }
    assert read_bext(b"short") == {"description": "short"}
    assert read_bext(b"") == {}


@given(st.dictionaries(st.sampled_from(["INAM", "ICMT", "IART", "IGNR"]), TEXTS), st.binary(max_size=15))
def test_info_keeps_what_it_does_not_know(texts: dict[str, str], strange: bytes) -> None:
    before = b"INFO" + b"".join(
        name + struct.pack("<I", len(text)) + text + b"\0" * (len(text) % 2)
        for name, text in [(b"ITRK", strange), (b"INAM", b"old\0"), (b"ITRK", b"2")]
    )
    changed = changed_info(before, texts)
    expected = {
        name: text.replace("\0", " ").encode("utf-8", "replace").decode().strip() for name, text in texts.items()
    }
    found = read_info(changed)
    assert {name: found.get(name, "") for name in texts} == expected
    if "INAM" not in texts:
        assert found["INAM"] == "old"
    assert changed[4 : 12 + len(strange)] == before[4 : 12 + len(strange)]
    assert changed.count(b"ITRK") >= 2


def test_an_empty_text_takes_its_entry_away_and_another_list_is_none() -> None:
    full = changed_info(None, {"INAM": "one", "ICMT": "two"})
    assert read_info(changed_info(full, {"INAM": ""})) == {"ICMT": "two"}
    assert read_info(b"adtl" + full[4:]) == {}
    for damaged in (b"adtl" + full[4:], full[:-3]):
        with pytest.raises(ValueError, match="damaged"):
            changed_info(damaged, {"INAM": "three"})


@given(XML_TEXTS, XML_TEXTS)
def test_ixml_holds_any_text_and_keeps_what_others_wrote(text: str, other: str) -> None:
    first = changed_ixml(None, {("SPEED", "NOTE"): other, ("USER", "NOTES"): "old"})
    changed = changed_ixml(first + b"\0\0", {("USER", "NOTES"): text, ("ASWG", "catId"): "RAINMetl"})
    assert read_ixml(changed) == {
        ("IXML_VERSION",): "3.01",
        ("SPEED", "NOTE"): other,
        ("USER", "NOTES"): text,
        ("ASWG", "catId"): "RAINMetl",
    }
    assert ("USER", "NOTES") not in read_ixml(changed_ixml(changed, {("USER", "NOTES"): ""}))


def test_comments_attributes_and_unknown_elements_stay() -> None:
    document = b"<?xml version='1.0'?>\n<BWFXML><!-- take 3 --><X a='1'><Y/></X><USER>plain</USER></BWFXML>\n"
    changed = changed_ixml(document, {("PROJECT",): "Film"})
    for kept in (b"<!-- take 3 -->", b'<X a="1"><Y/></X>', b"<USER>plain</USER>", b"<PROJECT>Film</PROJECT>"):
        assert kept in changed


def test_line_ends_and_tabs_come_out_as_they_went_in_also_those_of_attributes() -> None:
    note = b"<NOTE a='x&#10;y&#13;' b='t&#9;u'>one&#13;&#10;two &#9; three</NOTE>"
    document = b"<BWFXML>" + note + b"<USER><NOTES>old</NOTES></USER></BWFXML>"
    changed = changed_ixml(document, {("USER", "NOTES"): "new", ("USER", "CATID"): "RAINMetl"})
    ours = {("USER", "NOTES"), ("USER", "CATID")}
    beside = [(("NOTE",), "one\r\ntwo \t three", [("a", "x\ny\r"), ("b", "t\tu")])]
    assert all_beside(changed, ours) == all_beside(document, ours) == beside
    assert all_beside(document.replace(b"t&#9;u", b"t u"), ours) != beside, "attributes are looked at"


def test_an_encoding_that_is_not_the_one_used_is_read() -> None:
    document = "<?xml version='1.0' encoding='UTF-8'?><BWFXML><NOTE>Gr\xfc\xdfe</NOTE></BWFXML>".encode("latin-1")
    assert read_ixml(document) == {("NOTE",): "Grüße"}


@pytest.mark.parametrize("declared", ["UTF-8", "Shift_JIS"])
def test_letters_that_were_guessed_are_shown_and_never_written(declared: str) -> None:
    text = f"<?xml version='1.0' encoding='{declared}'?><BWFXML><NOTE>雨。屋根</NOTE></BWFXML>"
    assert ("NOTE",) in read_ixml(text.encode("shift_jis"))
    with pytest.raises(UnfitDocumentError, match="only be guessed"):
        changed_ixml(text.encode("shift_jis"), {("USER", "CATID"): "RAINMetl"})


def test_letters_of_windows_programs_of_the_west_become_utf_8() -> None:
    document = "<?xml version='1.0' encoding='UTF-8'?><BWFXML><NOTE>Gr\xfc\xdfe</NOTE></BWFXML>".encode("cp1252")
    assert read_ixml(changed_ixml(document, {("PROJECT",): "Film"}))["NOTE",] == "Grüße"


@pytest.mark.parametrize(
    "document",
    [
        b"no document",
        b"<OTHER/>",
        b"<BWFXML><NOTE></BWFXML>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><BWFXML>&b;</BWFXML>",
        "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a [<!ENTITY b 'c'>]><BWFXML>&b;</BWFXML>".encode("utf-16"),
        b"<BWFXML>" + b"<A>" * 5_000 + b"</A>" * 5_000 + b"</BWFXML>",
        b"<BWFXML>" + b"x" * 4_000_000 + b"</BWFXML>",
    ],
)
def test_what_cannot_be_read_or_is_a_trap_is_refused_and_never_overwritten(document: bytes) -> None:
    for ask in (read_ixml, lambda content: changed_ixml(content, {("NOTE",): "x"})):
        with pytest.raises(UnfitDocumentError, match="iXML"):
            ask(document)


DOCUMENT = (
    "<?xml version='1.0' encoding='{}'?><BWFXML><NOTE>Grüße ☂</NOTE><USER><CATID>RAINMetl</CATID></USER></BWFXML>"
)
SAID = {("NOTE",): "Grüße ☂", ("USER", "CATID"): "RAINMetl"}


@pytest.mark.parametrize("declared", ["UTF-16", "utf-8"])
@pytest.mark.parametrize("filling", [b"", b"\0", b"\0\0\0"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_ixml_in_utf_16_is_read_and_loses_nothing_by_a_change(encoding: str, filling: bytes, declared: str) -> None:
    document = DOCUMENT.format(declared).encode(encoding) + filling
    assert readable_ixml(document) == (SAID, False)
    assert read_ixml(changed_ixml(document, {("TAKE",): "3"})) == {**SAID, ("TAKE",): "3"}


def test_ixml_that_says_utf_16_and_is_not_is_read() -> None:
    assert read_ixml(DOCUMENT.format("UTF-16").encode()) == SAID


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_of_damaged_ixml_what_stands_before_the_damage_is_read_and_nothing_is_written(encoding: str) -> None:
    for end, said in (("</BWFXML>", SAID), ("<USER>", {("NOTE",): "Grüße ☂"}), ("<NOTE>", {})):
        text = DOCUMENT.format(encoding)
        cut = text[: text.index(end)].encode(encoding)
        assert readable_ixml(cut) == (said, True)
        with pytest.raises(UnfitDocumentError):
            changed_ixml(cut, {("TAKE",): "3"})


def test_an_element_that_is_cut_off_is_not_taken_for_whole() -> None:
    assert readable_ixml(b"<BWFXML><NOTE>Rain on a ti") == ({}, True)


@pytest.mark.parametrize("filling", [b"", b"\0" * 100, b" \r\n"])
def test_an_empty_chunk_holds_no_document_and_no_damage(filling: bytes) -> None:
    assert readable_ixml(filling) == ({}, False)
    assert changed_ixml(filling, {("TAKE",): "3"}) == changed_ixml(None, {("TAKE",): "3"})


def test_zeros_behind_the_last_text_of_info_are_no_damage() -> None:
    full = changed_info(None, {"INAM": "one"})
    for zeros in (b"\0\0", b"\0" * 21):
        assert changed_info(full + zeros, {"ICMT": "two"}) == changed_info(full, {"ICMT": "two"})
    with pytest.raises(ValueError, match="damaged"):
        changed_info(full + b"\0" * 20 + b"?", {"ICMT": "two"})


@pytest.mark.parametrize("trap", ["<!DOCTYPE a [<!ENTITY x 'y'>]><BWFXML><NOTE>&x;</NOTE>", "<OTHER><NOTE>x</NOTE>"])
def test_what_must_not_be_read_is_not_read_because_it_is_damaged_too(trap: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        try:
            texts, _ = readable_ixml(trap.encode(encoding))
        except UnfitDocumentError:
            continue
        assert not texts


@given(document=st.binary(max_size=400))
def test_no_bytes_stop_the_reader_of_damaged_ixml(document: bytes) -> None:
    for content in (document, b"<BWFXML>" + document, "<BWFXML>".encode("utf-16") + document):
        with suppress(UnfitDocumentError):
            readable_ixml(content)
