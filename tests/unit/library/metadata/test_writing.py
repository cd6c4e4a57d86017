"""Texts are written into copies that are proved before they take a file's place; a file is never made worse."""

import fcntl
import os
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import mutagen
import mutagen.flac
import mutagen.mp4
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wavinfo import WavInfoReader

from desktop_app.core.metadata import Field
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.library.metadata import replacing, writing
from desktop_app.library.metadata.bext import changed_bext
from desktop_app.library.metadata.chunks import Changes
from desktop_app.library.metadata.info import changed_info
from desktop_app.library.metadata.ixml import changed_ixml
from desktop_app.library.metadata.reading import read_metadata
from desktop_app.library.metadata.replacing import MARK, NotWrittenError, sweep
from desktop_app.library.metadata.slots import Existing, Place
from desktop_app.library.metadata.taking_back import left_by, take_back
from desktop_app.library.metadata.writing import keep, plan_writing, write_planned
from tests.sounds import make
from tests.unit.library.metadata.test_reading import id3_bytes, id3_tag, with_chunks

KINDS = ("wav16", "wavex", "rf64", "aiff", "mp3", "flac", "ogg", "opus", "m4a")
WISHES = {
    Field.TITLE: ["Regen ☂"],
    Field.DESCRIPTION: ["Rain on a tin roof"],
    Field.KEYWORDS: ["rain", "tin"],
    Field.CATID: ["RAINMetl"],
}
EXPECTED = {
    Field.TITLE: ("Regen ☂",),
    Field.DESCRIPTION: ("Rain on a tin roof",),
    Field.CATID: ("RAINMetl",),
}


def said(path: Path) -> dict[Field, tuple[str, ...]]:
    return dict(read_metadata(path).fields())


def written(path: Path, wishes: dict[Field, list[str]] = WISHES, existing: Existing = Existing.ADD) -> Path:
    write_planned(plan_writing(path, wishes, existing=existing), content_id)
    return path


def only(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_found_again_and_the_audio_is_the_same(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    audio = content_id(path)
    found = said(written(path))
    keywords = found.pop(Field.KEYWORDS)
    assert keywords in (("rain, tin",), ("rain", "tin"))
    assert {field: texts for field, texts in found.items() if field in EXPECTED} == EXPECTED
    assert content_id(path) == audio
    assert only(tmp_path) == [path.name]
    assert plan_writing(path, WISHES).changes == (), "there is nothing left to do"


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_changes_nothing(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert plan_writing(path, WISHES).changes
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert only(tmp_path) == [path.name]


def test_what_others_wrote_stays(tmp_path: Path) -> None:
    path = with_chunks(
        make(tmp_path),
        Changes(
            {},
            [
                (b"bext", changed_bext(None, {"description": "old", "originator": "Ida"}) + b"A=PCM\r\n"),
                (b"JUNK", b"x" * 9),
            ],
            [
                (b"LIST", changed_info(None, {"ISFT": "Recorder", "IKEY": "Tin; wind"})),
                (b"iXML", changed_ixml(None, {("SPEED", "NOTE"): "25", ("USER", "Description"): "old"})),
                (b"id3 ", id3_bytes()),
                (b"_PMX", b"<xmp/>"),
            ],
        ),
    )
    written(path)
    found = WavInfoReader(str(path))
    assert found.bext is not None
    assert (found.bext.originator, found.bext.coding_history) == ("Ida", "A=PCM\r\n")
    assert found.bext.description == "old, Rain on a tin roof"
    assert found.info is not None
    assert (found.info.software, found.info.keywords) == ("Recorder", "Tin, wind, rain")
    assert found.ixml is not None
    assert found.ixml.source.count(b"escription") == 2, "one element, whatever its capitals"
    assert b"<NOTE>25</NOTE>" in found.ixml.source
    assert b"_PMX\x06\0\0\0<xmp/>" in path.read_bytes()
    assert said(path)[Field.GENRE] == ("Ambience", "Water")


@pytest.mark.parametrize(
    ("existing", "expected"),
    [
        (Existing.KEEP, ("old",)),
        (Existing.ADD, ("old, new",)),
        (Existing.REPLACE, ("new",)),
    ],
)
@pytest.mark.parametrize("kind", ["wav16", "mp3", "flac", "m4a"])
def test_what_becomes_of_texts_that_are_there(
    tmp_path: Path, kind: str, existing: Existing, expected: tuple[str, ...]
) -> None:
    path = written(make(tmp_path, kind), {Field.DESCRIPTION: ["old"]})
    assert said(written(path, {Field.DESCRIPTION: ["new"]}, existing))[Field.DESCRIPTION] == expected


@pytest.mark.parametrize("kind", ["wav16", "mp3", "flac", "m4a"])
def test_a_second_category_is_not_put_behind_the_first(tmp_path: Path, kind: str) -> None:
    first = {Field.CATID: ["DOORWood"], Field.CATEGORY: ["DOORS"], Field.SUBCATEGORY: ["WOOD"]}
    second = {Field.CATID: ["RAINMetl"], Field.CATEGORY: ["RAIN"], Field.SUBCATEGORY: ["METAL"]}
    path = written(make(tmp_path, kind), first)
    assert plan_writing(path, second, existing=Existing.ADD).changes == ()
    assert said(written(path, second, Existing.REPLACE))[Field.CATID] == ("RAINMetl",)


@pytest.mark.parametrize("existing", [Existing.ADD, Existing.KEEP])
def test_a_place_that_is_new_lists_what_the_file_lists_elsewhere(tmp_path: Path, existing: Existing) -> None:
    listed = changed_info(None, {"IKEY": "bird; crow; garden"})
    path = with_chunks(make(tmp_path), Changes({}, behind=[(b"LIST", listed)]))
    found = WavInfoReader(str(written(path, {Field.KEYWORDS: ["Crow", "rain"]}, existing)))
    assert found.ixml is not None
    assert b"<KEYWORDS>bird, crow, garden, rain</KEYWORDS>" in found.ixml.source
    assert found.info is not None
    assert found.info.keywords == ("bird; crow; garden" if existing is Existing.KEEP else "bird, crow, garden, rain")


def test_a_long_description_is_whole_where_there_is_room(tmp_path: Path) -> None:
    text = "Donner über dem See, " * 30
    path = written(make(tmp_path), {Field.DESCRIPTION: [text]})
    assert said(path)[Field.DESCRIPTION] == (text.strip(),)
    found = WavInfoReader(str(path), bext_encoding="utf-8")
    assert found.bext is not None
    assert text.startswith(found.bext.description)
    assert len(found.bext.description.encode()) in (255, 256)


def test_aswg_has_no_dashes_nor_underscores(tmp_path: Path) -> None:
    path = written(make(tmp_path), {Field.FX_NAME: ["tin_roof-close"]})
    assert b"<fxName>tin roof close</fxName>" in path.read_bytes()
    assert b"<FXNAME>tin_roof-close</FXNAME>" in path.read_bytes()


def test_id3_of_an_older_version_stays_in_it(tmp_path: Path) -> None:
    path = make(tmp_path, "mp3")
    tag = id3_tag()
    tag.update_to_v23()
    tag.save(path, v2_version=3)
    written(path)
    assert path.read_bytes()[:4] == b"ID3\x03"
    assert said(path)[Field.GENRE] == ("Ambience/Water",), "it knows no lists"


def test_pictures_and_other_blocks_of_flac_stay(tmp_path: Path) -> None:
    path = make(tmp_path, "flac")
    file = mutagen.flac.FLAC(path)
    picture = mutagen.flac.Picture()
    picture.data, picture.mime = b"\x89PNG", "image/png"
    file.add_picture(picture)
    file["replaygain_track_gain"] = "-3 dB"
    file.save()
    written(path)
    after = mutagen.flac.FLAC(path)
    assert after.pictures[0].data == b"\x89PNG"
    assert after["replaygain_track_gain"] == ["-3 dB"]


@given(
    texts=st.dictionaries(st.sampled_from(list(WISHES)), st.text(min_size=1, max_size=400), min_size=1),
    kind=st.sampled_from(KINDS),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_texts_in_any_script_go_in_and_come_out(tmp_path: Path, texts: dict[Field, str], kind: str) -> None:
    path = make(tmp_path, kind)
    audio = content_id(path)
    wishes = {field: [text] for field, text in texts.items()}
    written(path, wishes, Existing.REPLACE)
    assert content_id(path) == audio
    assert plan_writing(path, wishes, existing=Existing.REPLACE).changes == ()
    assert only(tmp_path) == [path.name]
    path.unlink()


def untouched(path: Path, match: str) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns, only(path.parent)
    with pytest.raises(NotWrittenError, match=match):
        written(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, only(path.parent)) == before


def test_a_damaged_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = make(tmp_path)
    path.write_bytes(path.read_bytes()[:-100])
    untouched(path, "cut short")


IXML = "<?xml version='1.0' encoding='UTF-8'?><BWFXML><USER>{}</USER></BWFXML>"
ELSE = "Something else stands there in the iXML of this file."


@pytest.mark.parametrize(
    ("name", "content", "closed", "reason"),
    [
        (b"iXML", b"<BWFXML><", 5, "The iXML in this file is damaged."),
        (b"iXML", b"<OTHER/>", 5, "The iXML in this file is of a kind that no program is known to write."),
        (b"iXML", b"<!DOCTYPE a><BWFXML/>", 5, "which nobody needs"),
        (b"iXML", IXML.format("<KEYWORDS>雨。屋根</KEYWORDS>").encode("shift_jis"), 5, "can only be guessed."),
        (b"iXML", IXML.format("<KEYWORDS><X/></KEYWORDS>").encode(), 1, ELSE),
        (b"iXML", IXML.format("what a person noted").encode(), 4, ELSE),
        (b"LIST", b"INFOIKEY\x64\0\0\0abc", 3, "The list of texts in this file is damaged."),
        (b"LIST", b"INFOIKEY\x06\0\0\0" + "雨。".encode("shift_jis") + b"\0\0", 1, "cannot be read as a text."),
    ],
)
def test_what_would_be_lost_stays_and_the_rest_is_written_and_taken_back(
    tmp_path: Path, name: bytes, content: bytes, closed: int, reason: str
) -> None:
    path = with_chunks(make(tmp_path), Changes({}, behind=[(name, content)]))
    before = path.read_bytes()
    plan = plan_writing(path, WISHES)
    assert len(plan.left_alone) == closed
    assert all(reason in left.reason and left.reason.endswith(" It stays as it is.") for left in plan.left_alone)
    left_alone = {left.slot for left in plan.left_alone}
    assert plan.changes
    assert left_alone.isdisjoint(change.slot for change in plan.changes)
    kept = keep(plan, content_id(path))
    stamp = write_planned(plan, content_id)
    if closed in (3, 5):
        assert content in path.read_bytes(), "the whole place"
    assert plan_writing(path, WISHES).changes == (), "it says all it can"
    take_back(kept, left_by(kept, stamp), content_id)
    assert path.read_bytes() == before
    if closed == 5:
        only_there = {Field.KEYWORDS: [slot for slot in left_alone if slot.key == "USER/KEYWORDS"]}
        with pytest.raises(NotWrittenError, match="stays as it is"):
            plan_writing(path, WISHES, slots=only_there)


IN_IXML = (
    *(b"<KEYWORDS>wind</KEYWORDS>", b"<Keywords>rain</Keywords>", b"<CATID/>", b"<CATID><X/></CATID>", b"\x81"),
    *(b"a person's", b"&#13;&#9;", b"<TAKE no='x&#10;'/>", b"<!-- y -->", b"<![CDATA[z]]>", b"<NOTE>&#13;x</NOTE>"),
)


@given(pieces=st.lists(st.sampled_from(IN_IXML), max_size=5), existing=st.sampled_from(list(Existing)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_plan_promises_is_written_and_comes_back_whatever_the_ixml(
    tmp_path: Path, pieces: list[bytes], existing: Existing
) -> None:
    document = b"<BWFXML><NOTE>&#13;x</NOTE><USER>" + b"".join(pieces) + b"</USER></BWFXML>"
    path = with_chunks(make(tmp_path), Changes({}, behind=[(b"iXML", document)]))
    before = path.read_bytes()
    plan = plan_writing(path, WISHES, existing=existing)
    kept = keep(plan)
    stamp = write_planned(plan, lambda _: b"")
    take_back(kept, left_by(kept, stamp), lambda _: b"")
    assert path.read_bytes() == before


@pytest.mark.parametrize("filling", [b"", b"\0" * 64, b" " * 40])
def test_a_chunk_of_filling_is_written_and_comes_back(tmp_path: Path, filling: bytes) -> None:
    path = with_chunks(make(tmp_path), Changes({}, behind=[(b"iXML", filling), (b"LIST", b"INFOISFT\2\0\0\0x\0\0\0")]))
    before = path.read_bytes()
    plan = plan_writing(path, WISHES)
    assert not plan.left_alone
    kept = keep(plan)
    stamp = write_planned(plan, content_id)
    assert said(path)[Field.CATID] == ("RAINMetl",)
    take_back(kept, left_by(kept, stamp), content_id)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("----:com.apple.iTunes:KEYWORDS", mutagen.mp4.MP4FreeForm("Tür, Bär".encode("latin-1"))),
        ("----:com.apple.iTunes:KEYWORDS", mutagen.mp4.MP4FreeForm(b"bird", mutagen.mp4.AtomDataType.IMPLICIT)),
        ("\xa9nam", "Tür".encode("latin-1")),
    ],
)
def test_of_mp4_what_is_no_text_stays_and_the_rest_is_written(tmp_path: Path, key: str, value: bytes) -> None:
    path = make(tmp_path, "m4a")
    file = mutagen.mp4.MP4(path)
    is_free = isinstance(value, mutagen.mp4.MP4FreeForm)
    file[key] = [value if is_free else "x" * len(value)]
    file.save()
    if not is_free:
        content = path.read_bytes()
        named = b"\xa9nam" + content.partition(b"\xa9nam")[2][: 16 + len(value)]
        path.write_bytes(content.replace(named, named[: -len(value)] + value))
    plan = plan_writing(path, WISHES)
    assert {left.slot.key for left in plan.left_alone} == {key}
    written(path)
    assert path.read_bytes().count(value) == 1
    if is_free:
        [now] = mutagen.mp4.MP4(path)[key]
        assert (now, now.dataformat) == (value, value.dataformat)
    assert said(path)[Field.CATID] == ("RAINMetl",)


@pytest.mark.parametrize("kind", ["wav16", "mp3", "flac", "m4a"])
def test_a_name_with_a_comma_is_written_once(tmp_path: Path, kind: str) -> None:
    path = written(make(tmp_path, kind), {Field.KEYWORDS: ["Male speech, man speaking"]})
    more = {Field.KEYWORDS: ["Male speech, man speaking", "male speech; singing", "Rain"]}
    assert plan_writing(path, {Field.KEYWORDS: more[Field.KEYWORDS][:1]}).changes == ()
    assert read_metadata(written(path, more)).entries(Field.KEYWORDS) == (
        "Male speech",
        "man speaking",
        "singing",
        "Rain",
    )
    assert plan_writing(path, more).changes == ()


@pytest.mark.parametrize("between", ["; ", ",", "\n", "\r\n"])
def test_a_list_is_parted_as_it_is_read_and_stays_where_nothing_is_missing(tmp_path: Path, between: str) -> None:
    listed = changed_info(None, {"IKEY": f"wind{between}storm"})
    path = with_chunks(make(tmp_path), Changes({}, behind=[(b"LIST", listed)]))
    plan = plan_writing(path, {Field.KEYWORDS: ["Storm"]})
    assert all(change.slot.place is not Place.INFO for change in plan.changes)
    assert read_metadata(written(path, {Field.KEYWORDS: ["Storm", "rain"]})).entries(Field.KEYWORDS) == (
        "wind",
        "storm",
        "rain",
    )


def test_a_damaged_id3_chunk_of_a_wav_stays_and_the_rest_is_written(tmp_path: Path) -> None:
    damaged = b"ID3\x03\0\0\0\0\x00\x20" + b"TIT2\0\0\x7f\xff\0\0 what nobody can read"
    path = with_chunks(make(tmp_path), Changes({}, behind=[(b"id3 ", damaged), (b"cue ", b"1")]))
    before = path.read_bytes()
    plan = plan_writing(path, WISHES)
    assert {(left.slot.place, left.slot.key) for left in plan.left_alone} == {
        (Place.ID3, "TIT2"),
        (Place.ID3, "COMM"),
        (Place.ID3, "TXXX:KEYWORDS"),
        (Place.ID3, "TXXX:CATID"),
    }
    assert all(left.reason.endswith("It stays as it is.") for left in plan.left_alone)
    assert all(change.slot.place is not Place.ID3 for change in plan.changes)
    kept = keep(plan, content_id(path))
    stamp = write_planned(plan, content_id)
    assert b"id3 " + len(damaged).to_bytes(4, "little") + damaged in path.read_bytes()
    assert said(path)[Field.CATID] == ("RAINMetl",)
    assert plan_writing(path, WISHES) == replace(plan, stamp=stamp, changes=(), left_alone=()), "it says all it can"
    take_back(kept, left_by(kept, stamp), content_id)
    assert path.read_bytes() == before
    alone = make(tmp_path, "aiff")
    alone.write_bytes(b"")
    make(tmp_path, "aiff")
    untouched(with_chunks(alone, Changes({}, behind=[(b"ID3 ", damaged)])), "left as it is")


def test_a_file_of_another_kind_is_left_as_it_is(tmp_path: Path) -> None:
    untouched(make(tmp_path, "wma"), "no tags into files of this kind")
    other = tmp_path / "text.flac"
    other.write_text("no sound")
    untouched(other, "no tags into files of this kind|damaged")


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="no longer there"):
        plan_writing(tmp_path / "gone.wav", WISHES)
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(NotWrittenError, match="cannot be read"):
        plan_writing(tmp_path / "folder.wav", WISHES)


def test_a_file_that_changed_since_the_plan_is_left_as_it_is(tmp_path: Path) -> None:
    path = make(tmp_path)
    plan = plan_writing(path, WISHES)
    os.utime(path, ns=(1, 1))
    with pytest.raises(NotWrittenError, match="Another program changed"):
        write_planned(plan, content_id)


def test_a_file_that_changes_while_it_is_written_is_left_as_it_became(tmp_path: Path) -> None:
    path = make(tmp_path)
    plan = plan_writing(path, WISHES)
    asked: list[Path] = []

    def identify(file: Path) -> bytes:
        asked.append(file)
        if len(asked) == 2:
            path.write_bytes(b"somebody else's")
        return b"the same"

    with pytest.raises(NotWrittenError, match="Another program changed"):
        write_planned(plan, identify)
    assert path.read_bytes() == b"somebody else's"
    assert only(tmp_path) == [path.name]


def test_a_copy_that_sounds_otherwise_never_takes_the_place(tmp_path: Path) -> None:
    path = make(tmp_path)
    before = path.read_bytes()
    with pytest.raises(NotWrittenError, match="the sound in the copy"):
        write_planned(plan_writing(path, WISHES), lambda file: file.name.encode())
    assert path.read_bytes() == before
    assert only(tmp_path) == [path.name]


def test_a_copy_that_lost_something_never_takes_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = with_chunks(make(tmp_path), Changes({}, behind=[(b"cue ", b"1234")]))
    copy = writing.ChunkTexts.copy

    def careless(self: writing.ChunkTexts, draft: Path, texts: writing.Texts) -> None:
        copy(self, draft, texts)
        draft.write_bytes(draft.read_bytes().replace(b"1234", b"4321"))

    monkeypatch.setattr(writing.ChunkTexts, "copy", careless)
    untouched(path, "cue")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_rights_times_and_attributes_are_kept(tmp_path: Path) -> None:
    path = make(tmp_path)
    path.chmod(0o640)
    os.utime(path, ns=(10**18, 10**18))
    if hasattr(os, "setxattr"):
        try:
            os.setxattr(path, "user.colour", b"red")
        except OSError:
            pytest.skip("this file system keeps no attributes")
    stamp = write_planned(plan_writing(path, WISHES), content_id)
    found = path.stat()
    assert stat.S_IMODE(found.st_mode) == 0o640
    assert found.st_mtime_ns == stamp.modified_ns == 10**18
    assert os.getxattr(path, "user.colour") == b"red"
    write_planned(plan_writing(path, {Field.NOTES: ["x"]}), content_id, keep_time=False)
    assert path.stat().st_mtime_ns > 10**18


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_does_not_change_hands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path)
    os.chown(path, 12_345, 12_345)
    written(path)
    assert (path.stat().st_uid, path.stat().st_gid) == (12_345, 12_345)

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(replacing.os, "chown", refused)
    before = path.read_bytes()
    with pytest.raises(NotWrittenError, match="somebody else's"):
        written(path, {Field.NOTES: ["x"]})
    assert path.read_bytes() == before
    assert only(tmp_path) == [path.name]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = make(tmp_path, name="target")
    link = tmp_path / "link.wav"
    link.symlink_to(target)
    written(link)
    assert link.is_symlink()
    assert Field.TITLE in said(target)


def test_several_names_of_one_file_are_not_torn_apart(tmp_path: Path) -> None:
    path = make(tmp_path)
    os.link(path, tmp_path / "second.wav")
    untouched(path, "several names")


def test_a_name_becomes_a_file_of_its_own_when_that_is_wanted_and_was_shown(tmp_path: Path) -> None:
    path = make(tmp_path)
    others = [tmp_path / "second.wav", tmp_path / "third.wav"]
    for other in others:
        os.link(path, other)
    before = path.read_bytes()
    plan = plan_writing(path, WISHES, split_links=True)
    assert plan.other_names == 2
    write_planned(plan, content_id)
    assert [other.read_bytes() for other in others] == [before, before]
    assert others[0].samefile(others[1])
    assert said(path)[Field.CATID] == ("RAINMetl",)
    unlinked = make(tmp_path, "flac")
    plan = plan_writing(unlinked, WISHES, split_links=True)
    os.link(unlinked, tmp_path / "later.flac")
    with pytest.raises(NotWrittenError, match="several names"):
        write_planned(plan, content_id)  # nobody was shown that


def test_a_full_drive_is_noticed_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(replacing.shutil, "disk_usage", lambda _: usage._replace(free=1_000))
    untouched(make(tmp_path), "too full: 64 MB more")


def test_what_is_known_before_is_said_by_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short, named_twice, full = (make(tmp_path, name=name) for name in ("short", "twice", "full"))
    closed = make(tmp_path, name="closed")
    short.write_bytes(short.read_bytes()[:-100])
    os.link(named_twice, tmp_path / "second.wav")
    may, usage = os.access, shutil.disk_usage(tmp_path)
    monkeypatch.setattr(replacing.os, "access", lambda path, mode: path != closed and may(path, mode))
    for path, match in ((short, "cut short"), (named_twice, "several names"), (closed, "file is read-only")):
        with pytest.raises(NotWrittenError, match=match):
            plan_writing(path, WISHES)
    monkeypatch.setattr(replacing.shutil, "disk_usage", lambda _: usage._replace(free=1_000))
    with pytest.raises(NotWrittenError, match="too full"):
        plan_writing(full, WISHES)
    monkeypatch.undo()
    write_planned(plan_writing(full, WISHES), content_id)
    os.link(full, tmp_path / "third.wav")
    assert plan_writing(full, WISHES).changes == (), "where there is nothing to write, nothing is in the way"


@pytest.mark.skipif(not hasattr(fcntl, "F_SETLEASE"), reason="only Linux can say it")
def test_a_file_that_is_open_elsewhere_is_left_as_it_is(tmp_path: Path) -> None:
    path = make(tmp_path)
    with path.open("rb"):
        untouched(path, "has this file open")


@pytest.mark.skipif(not hasattr(fcntl, "F_SETLEASE"), reason="only Linux can say it")
def test_who_only_looks_at_a_file_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path)
    looking = path.open("rb")
    monkeypatch.setattr(replacing.time, "sleep", lambda _: looking.close())
    written(path)
    assert looking.closed
    assert said(path)[Field.CATID] == ("RAINMetl",)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_read_only_file_or_folder_is_left_as_it_is(tmp_path: Path) -> None:
    path = make(tmp_path)
    path.chmod(0o444)
    untouched(path, "read-only")
    path.chmod(0o644)
    tmp_path.chmod(0o555)
    untouched(path, "folder of this file is read-only")
    tmp_path.chmod(0o755)


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    path = make(tmp_path)
    left = tmp_path / f".0123456789abcdef{MARK}.wav"
    left.write_bytes(b"half")
    (tmp_path / f".folder{MARK}").mkdir()
    assert sweep(tmp_path) == [left]
    assert only(tmp_path) == [f".folder{MARK}", path.name]


def test_what_a_parser_stumbles_over_is_a_damaged_file(tmp_path: Path) -> None:
    path = make(tmp_path, "opus")
    content = bytearray(path.read_bytes())
    content[content.index(b"OggS", 4) + 26] = 0  # a page that has nothing in it, where the comments should be
    path.write_bytes(content)
    with pytest.raises(NotWrittenError, match="damaged"):
        plan_writing(path, WISHES)
    assert path.read_bytes() == content


def test_a_drive_that_cannot_be_asked_for_room_is_no_reason_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_path: Path) -> None:
        raise OSError("no such device")

    path = make(tmp_path)
    before = path.read_bytes()
    monkeypatch.setattr(replacing.shutil, "disk_usage", gone)
    with pytest.raises(NotWrittenError, match="no such device"):
        written(path)
    assert path.read_bytes() == before
    assert only(tmp_path) == [path.name]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no leases")
def test_who_opens_a_file_while_it_is_asked_whether_somebody_has_it_open_ends_nothing(tmp_path: Path) -> None:
    script = """
import fcntl, os, sys
from pathlib import Path
from desktop_app.library.metadata.replacing import _is_open_elsewhere
ask = fcntl.fcntl
def ask_and_open(stream, command, argument):
    result = ask(stream, command, argument)
    if (command, argument) == (fcntl.F_SETLEASE, fcntl.F_WRLCK):
        try:
            os.open(sys.argv[1], os.O_RDONLY | os.O_NONBLOCK)
        except BlockingIOError:
            print("asked for")
    return result
fcntl.fcntl = ask_and_open
print(_is_open_elsewhere(Path(sys.argv[1])))
"""
    path = make(tmp_path)
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "asked for\nFalse\n"), done.stderr


@pytest.mark.parametrize("comment", [b"ARTIST=Bj\xf6rk", b"no name", "K\xfcnstler=B".encode()])
@pytest.mark.parametrize("kind", ["flac", "ogg", "opus"])
def test_comments_that_would_become_others_are_left_alone(tmp_path: Path, kind: str, comment: bytes) -> None:
    path = make(tmp_path, kind)
    file = mutagen.File(path)
    assert file is not None
    file["ARTIST"] = "B" * (len(comment) - len("ARTIST="))
    file.save()
    told = b"ARTIST=" + b"B" * (len(comment) - len("ARTIST="))
    content = path.read_bytes()
    assert content.count(told) == 1
    path.write_bytes(content.replace(told, comment))
    with pytest.raises(NotWrittenError, match="left as it is"):
        plan_writing(path, WISHES)
