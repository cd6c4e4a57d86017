"""What was written can be taken back, also after a crash, and never over what somebody wrote since."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import mutagen.flac
import mutagen.id3
import pytest

from desktop_app.core.metadata import Field
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.library.metadata.chunks import Changes
from desktop_app.library.metadata.file_head import MOST_KEPT
from desktop_app.library.metadata.info import changed_info
from desktop_app.library.metadata.journal import Journal, TakenBackStamps, read_run
from desktop_app.library.metadata.reading import read_metadata
from desktop_app.library.metadata.replacing import NotWrittenError
from desktop_app.library.metadata.taking_back import Left, is_what_was_left, left_by, take_back, was_never_written
from desktop_app.library.metadata.writing import keep, plan_writing, write_planned
from desktop_app.library.run_journal import TakingBack, begun_of, forget_run, runs, runs_to_take_back, was_tried
from tests.sounds import make, noise
from tests.unit.library.metadata.test_reading import id3_bytes, with_chunks
from tests.unit.library.metadata.test_writing import KINDS, WISHES


def wrote(journal: Journal, path: Path) -> None:
    plan = plan_writing(path, WISHES)
    kept = keep(plan, content_id(path))
    journal.note(kept)
    journal.done(path, left_by(kept, write_planned(plan, content_id)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_is_taken_back_from_its_journal(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    path = path.rename(path.with_stem("Klang \udcff"))
    before, said = path.read_bytes(), read_metadata(path)
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, path)
    assert read_metadata(path) != said
    run = read_run(tmp_path / "runs", journal.number)
    [(kept, left)] = run.files
    assert kept.path == path
    take_back(kept, left, content_id)
    assert read_metadata(path) == said
    if kind in ("wav16", "wavex", "rf64", "aiff", "flac", "mp3"):
        assert path.read_bytes() == before, "to the last byte"


def test_what_others_wrote_comes_back_to_the_last_byte(tmp_path: Path) -> None:
    chunks = [(b"LIST", changed_info(None, {"ICMT": "old", "ISFT": "x"})), (b"id3 ", id3_bytes()), (b"cue ", b"1")]
    path = with_chunks(make(tmp_path), Changes({}, behind=chunks))
    before, said = path.read_bytes(), read_metadata(path)
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, path)
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    take_back(kept, left, content_id)
    assert read_metadata(path) == said
    assert path.read_bytes() == before, "the room behind the texts of the ID3 tag, too"


def test_a_missing_byte_at_the_end_is_missing_again(tmp_path: Path) -> None:
    path = make(tmp_path)
    content = path.read_bytes()
    at = content.index(b"data") + 4
    size = int.from_bytes(content[at : at + 4], "little") - 1
    whole = content[:4] + (len(content) - 9).to_bytes(4, "little") + content[8:at] + size.to_bytes(4, "little")
    path.write_bytes(whole + content[at + 4 : -1])
    before = path.read_bytes()
    assert len(before) % 2
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, path)
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    take_back(kept, left, content_id)
    assert path.read_bytes() == before


def with_picture(path: Path, size: int) -> Path:
    """The file with a title and a picture of this size, and room behind them."""
    if path.suffix == ".flac":
        flac = mutagen.flac.FLAC(path)
        picture = mutagen.flac.Picture()
        picture.data = os.urandom(size)
        flac.add_picture(picture)
        flac["TITLE"] = "Regen ☂"
        flac.save()
    else:
        tag = mutagen.id3.ID3()
        tag.add(mutagen.id3.APIC(encoding=3, mime="image/png", type=3, desc="", data=os.urandom(size)))
        tag.add(mutagen.id3.TIT2(encoding=1, text=["Regen ☂"]))
        tag.save(path, v1=2, padding=lambda _: 3000)
    return path


@pytest.mark.parametrize("kind", ["flac", "mp3"])
@pytest.mark.parametrize("size", [1_000, MOST_KEPT])
def test_what_stands_in_front_of_the_sound_comes_back_whole_unless_it_is_huge(
    tmp_path: Path, kind: str, size: int
) -> None:
    path = with_picture(make(tmp_path, kind), size)
    before, said = path.read_bytes(), read_metadata(path)
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, path)
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    assert bool(kept.places) == (size < MOST_KEPT)
    take_back(kept, left, content_id)
    assert read_metadata(path) == said
    if size < MOST_KEPT:
        assert path.read_bytes() == before, "to the last byte"


@pytest.mark.parametrize("kind", ["flac", "mp3"])
def test_with_a_damaged_journal_of_heads_the_texts_are_put_back(tmp_path: Path, kind: str) -> None:
    path = with_picture(make(tmp_path, kind), 100)
    said = read_metadata(path)
    plan = plan_writing(path, WISHES)
    kept = keep(plan)
    stamp = write_planned(plan, content_id)
    take_back(replace(kept, places=dict.fromkeys(kept.places, b"no head")), Left(stamp), content_id)
    assert read_metadata(path) == said


def test_a_file_is_taken_back_whose_size_and_time_tell_nothing_and_whose_inode_is_not_known(tmp_path: Path) -> None:
    path = make(tmp_path, "flac")
    write_planned(plan_writing(path, {Field.NOTES: ["now there is room for more"]}), content_id)
    said = read_metadata(path)
    plan = plan_writing(path, WISHES)
    kept = replace(keep(plan), stamp=replace(plan.stamp, inode=0))
    stamp = replace(write_planned(plan, content_id), inode=0)
    assert stamp == kept.stamp
    take_back(kept, Left(stamp), content_id)
    assert read_metadata(path) == said


def test_a_writing_that_was_cut_off_is_taken_back(tmp_path: Path) -> None:
    path = make(tmp_path)
    before = path.read_bytes()
    with Journal(tmp_path / "runs") as journal:
        plan = plan_writing(path, WISHES)
        journal.note(keep(plan))
        write_planned(plan, content_id)
    file = next((tmp_path / "runs").iterdir())
    with file.open("a") as stream:
        stream.write('{"done": "cut o')
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    assert left is None
    take_back(kept, None, content_id)
    assert path.read_bytes() == before


def test_a_taking_back_that_was_stopped_goes_on(tmp_path: Path) -> None:
    path = make(tmp_path)
    before = path.read_bytes()
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, path)
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    first = take_back(kept, left, content_id)
    again = take_back(kept, left, content_id)
    assert (first.was_so, again) == (False, replace(first, was_so=True)), "it says that already"
    assert path.read_bytes() == before


def test_a_file_that_was_never_written_is_left_alone(tmp_path: Path) -> None:
    path = make(tmp_path)
    with Journal(tmp_path / "runs") as journal:
        journal.note(keep(plan_writing(path, WISHES)))
    before = path.stat()
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    take_back(kept, left, content_id)
    assert path.stat() == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_was_copied_elsewhere_is_known_by_its_audio_and_by_all_that_stands_in_it(
    tmp_path: Path, kind: str
) -> None:
    path = make(tmp_path, kind)
    said = read_metadata(path)
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, path)
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    copy = tmp_path / f"copy{path.suffix}"
    shutil.copyfile(path, copy)
    path.unlink()
    assert is_what_was_left(kept, left, copy, content_id)
    assert not is_what_was_left(kept, left, copy, lambda _: b"another sound")
    assert not is_what_was_left(replace(kept, content_id=None), left, copy, content_id)
    assert not is_what_was_left(kept, left, tmp_path / "nowhere.wav", content_id)
    written = copy.read_bytes()
    if left is not None and kept.places:  # else the texts are put back one by one, and others' stay
        write_planned(plan_writing(copy, {Field.NOTES: ["mine"]}), content_id)
        assert not is_what_was_left(kept, left, copy, content_id), "somebody wrote beside our texts"
        copy.write_bytes(written)
    take_back(replace(kept, path=copy), left, content_id)
    assert read_metadata(copy) == said


def test_another_sound_under_the_name_is_no_file_that_says_what_it_said(tmp_path: Path) -> None:
    path = make(tmp_path)
    other = make(tmp_path, name="other", frames=noise(0.2))
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, path)
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    other.replace(path)
    with pytest.raises(NotWrittenError, match="changed since"):
        take_back(kept, left, content_id)


def test_what_somebody_wrote_since_stays(tmp_path: Path) -> None:
    path = make(tmp_path)
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, path)
    os.utime(path, ns=(1, 1))
    write_planned(plan_writing(path, {Field.NOTES: ["mine"]}), content_id)
    now = path.read_bytes()
    [(kept, left)] = read_run(tmp_path / "runs", journal.number).files
    with pytest.raises(NotWrittenError, match="changed since"):
        take_back(kept, left, content_id)
    assert path.read_bytes() == now


def test_a_file_that_was_noted_and_never_written_is_known_before_it_is_tried(tmp_path: Path) -> None:
    path = make(tmp_path)
    kept = keep(plan_writing(path, WISHES))
    assert was_never_written(kept), "the process was killed in between"
    assert not was_never_written(replace(kept, stamp=replace(kept.stamp, inode=0))), "its size and time tell nothing"
    write_planned(plan_writing(path, WISHES), content_id)
    assert not was_never_written(kept)
    path.unlink()
    assert not was_never_written(kept)


def test_what_stood_in_a_file_is_read_when_it_is_taken_back(tmp_path: Path) -> None:
    path, folder = make(tmp_path), tmp_path / "runs"
    with Journal(folder) as journal:
        wrote(journal, path)
    [(kept, left)] = read_run(folder, 1).files
    file = folder / "000001.jsonl"
    file.write_text(file.read_text().replace('"places": {', '"places": {"nowhere": "", ', 1))
    assert [one.path for one, _ in read_run(folder, 1).files] == [path]
    written = path.read_bytes()
    with pytest.raises(NotWrittenError, match="journal is damaged"):
        take_back(kept, left, content_id)
    assert path.read_bytes() == written


def test_when_a_run_began_stands_in_its_first_line(tmp_path: Path) -> None:
    with Journal(tmp_path / "runs") as journal:
        wrote(journal, make(tmp_path))
    file = tmp_path / "runs" / "000001.jsonl"
    begun = read_run(tmp_path / "runs", 1).begun
    file.write_text(file.read_text().partition("\n")[0] + "\n[damaged]\n")
    assert begun_of(tmp_path / "runs", 1) == begun
    for text in ('{"path": 3}\n', ""):
        file.write_text(text)
        assert begun_of(tmp_path / "runs", 1).year == 1970
    for text in ("[]\n", "damaged\n"):
        file.write_text(text)
        with pytest.raises(ValueError, match=r"journal|Expecting"):
            begun_of(tmp_path / "runs", 1)


def test_what_was_refused_or_taken_back_is_no_longer_in_a_run(tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    paths = [make(tmp_path, name=name) for name in ("refused", "back", "left")]
    paths[1] = paths[1].rename(paths[1].with_stem("Klang \udcff"))
    with Journal(folder) as journal:
        journal.note(keep(plan_writing(paths[0], WISHES)))
        journal.refused(paths[0])
        for path in paths[1:]:
            wrote(journal, path)
    with TakingBack(folder, 1) as taking_back:
        taking_back.done(paths[1])
    assert [kept.path for kept, _ in read_run(folder, 1).files] == [paths[2]]


def test_a_run_in_which_all_was_refused_leaves_nothing(tmp_path: Path) -> None:
    path = make(tmp_path)
    with Journal(tmp_path / "runs") as journal:
        journal.note(keep(plan_writing(path, WISHES)))
        journal.refused(path)
    assert runs(tmp_path / "runs") == []


def test_what_a_crash_left_of_a_line_is_not_mixed_with_what_is_noted_then(tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    paths = [make(tmp_path, name=name) for name in ("one", "two")]
    with Journal(folder) as journal:
        for path in paths:
            wrote(journal, path)
    with next(folder.iterdir()).open("a") as stream:
        stream.write('{"path": "cut o')
    for _ in range(2):
        with TakingBack(folder, 1) as taking_back:
            taking_back.done(paths[0])
    assert [kept.path for kept, _ in read_run(folder, 1).files] == [paths[1]]


def test_a_run_of_which_something_is_left_steps_behind_those_that_were_tried_less(tmp_path: Path) -> None:
    folder = tmp_path / "runs"

    def tried(*, whole: bool) -> int:
        number = runs_to_take_back(folder)[0]
        with TakingBack(folder, number) as taking_back:
            taking_back.end(whole=whole)
        return number

    for name in ("one", "two", "three"):
        with Journal(folder) as journal:
            wrote(journal, make(tmp_path, name=name))
    assert [tried(whole=False) for _ in range(4)] == [3, 2, 1, 3]
    assert tried(whole=True) == 2
    with Journal(folder) as journal:
        wrote(journal, make(tmp_path, name="four"))
    assert runs_to_take_back(folder) == [4, 1, 3], "a new one was never tried"
    for number in runs(folder):
        forget_run(folder, number)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("keep_time", [True, False])
def test_a_file_that_two_runs_wrote_is_taken_back_twice(tmp_path: Path, *, keep_time: bool) -> None:
    path, folder = make(tmp_path), tmp_path / "runs"
    before = path.read_bytes()
    for wishes in (WISHES, {Field.NOTES: ["mine"]}):
        with Journal(folder) as journal:
            plan = plan_writing(path, wishes)
            journal.note(keep(plan))
            journal.done(path, Left(write_planned(plan, content_id, keep_time=keep_time)))
    others = [tmp_path / str(number) for number in range(3)]
    for other in others:  # so that no inode is used again
        other.touch()
    for number in (2, 1):
        [(kept, left)] = read_run(folder, number).files
        assert left is not None
        stamps = TakenBackStamps(folder)
        done = take_back(kept, Left(stamps.of(path, left.stamp)), content_id)
        (tmp_path / f"other {number}").touch()
        stamps.note(path, kept.stamp, done.stamp)
    assert path.read_bytes() == before
    with (folder / "stamps.jsonl").open("a") as stream:
        stream.write("cut o")
    TakenBackStamps(folder).note(path, done.stamp, replace(done.stamp, inode=7))
    assert TakenBackStamps(folder).of(path, kept.stamp) == replace(done.stamp, inode=7)
    stamps.forget()
    assert TakenBackStamps(folder).of(path, kept.stamp) == kept.stamp


def test_where_a_file_was_found_and_that_it_was_tried_is_remembered(tmp_path: Path) -> None:
    folder, path = tmp_path / "runs", make(tmp_path)
    with Journal(folder) as journal:
        wrote(journal, path)
    with TakingBack(folder, 1) as taking_back:
        taking_back.moved(path, tmp_path / "elsewhere.wav")
        assert not was_tried(folder, 1)
        taking_back.end(whole=False)
    assert was_tried(folder, 1)
    assert read_run(folder, 1).moved == {path: tmp_path / "elsewhere.wav"}


def test_a_file_that_is_gone_as_soon_as_it_was_written_is_known_by_its_stamp(tmp_path: Path) -> None:
    path = make(tmp_path)
    plan = plan_writing(path, WISHES)
    kept = keep(plan, content_id(path))
    stamp = write_planned(plan, content_id)
    assert left_by(kept, stamp).state != b""
    assert left_by(kept, replace(stamp, inode=7)).state == b"", "another file has its name"
    path.unlink()
    assert left_by(kept, stamp) == Left(stamp)


def test_runs_are_numbered_and_an_empty_one_leaves_nothing(tmp_path: Path) -> None:
    with Journal(tmp_path / "runs"):
        pass
    assert runs(tmp_path / "runs") == []
    for name in ("one", "two"):
        with Journal(tmp_path / "runs") as journal:
            wrote(journal, make(tmp_path, name=name))
    assert runs(tmp_path / "runs") == [1, 2]
    forget_run(tmp_path / "runs", 1)
    assert runs(tmp_path / "runs") == [2]
    assert runs(tmp_path / "nowhere") == []


def test_another_file_is_no_journal(tmp_path: Path) -> None:
    for content in ("[]\n", '{"path": "x"}\n', '{"path": "x", "stamp": 1, "before": 2, "after": 3, "places": 4}\n'):
        (tmp_path / "000001.jsonl").write_text(content)
        with pytest.raises(ValueError, match="journal"):
            read_run(tmp_path, 1)
