"""What stands in files is read in the background, found by field, and read again when a file changes."""

from pathlib import Path

import mutagen.flac
import pytest

from desktop_app.app import Earmark
from desktop_app.core.events import FileTextsRead, IndexEvent
from desktop_app.core.metadata import Field, FileProblem, Metadata
from desktop_app.core.query import parse_query
from desktop_app.core.sound import Sound
from desktop_app.library.metadata.slots import Existing
from desktop_app.library.metadata.writing import plan_writing, write_planned
from desktop_app.paths import Profile
from tests.gui.profile import use_quick_network
from tests.sounds import make, noise, text_file

DEADLINE = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three sounds, one of them told much of, one by its name only, and a file that is none."""
    folder = tmp_path / "sounds"
    folder.mkdir()
    path = make(folder, "flac", name="told", frames=noise(0.3, seed=1))
    file = mutagen.flac.FLAC(path)
    file["DESCRIPTION"], file["KEYWORDS"], file["CATID"] = "Regen auf BLECH", ["rain", "tin"], "RAINMetl"
    file.save()
    make(folder, name="DOORWood_Gate creak_ME", frames=noise(0.3, seed=2))
    make(folder, name="silent of itself", frames=noise(0.3, seed=3))
    text_file(folder, name="broken.wav")
    return folder


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Profile:
    use_quick_network(monkeypatch)
    return Profile.at(tmp_path / "profile")


def opened(profile: Profile, folder: Path) -> Earmark:
    """The library, everything in it read."""
    earmark = Earmark(profile, writable=True, in_process=True)
    earmark.indexer.start()
    earmark.add_folders([folder])
    earmark.indexer.rescan()
    assert earmark.indexer.wait_idle(DEADLINE, measuring=False, moments=False)
    assert earmark.file_texts.wait_idle(DEADLINE)
    return earmark


def found(earmark: Earmark, line: str) -> list[str]:
    answer = earmark.searcher.search(parse_query(line), limit=10)
    return sorted(sound.path.stem for sound in earmark.library.sounds.many(answer.sound_ids.tolist()))


def sound_of(earmark: Earmark, path: Path) -> Sound:
    sound = earmark.library.sounds.by_path(path)
    assert sound is not None
    return sound


def test_sounds_are_found_by_what_their_files_say(profile: Profile, folder: Path) -> None:
    with opened(profile, folder) as earmark:
        assert found(earmark, "description:blech") == ["told"]
        assert found(earmark, "keywords:rain|snow") == ["told"]
        assert found(earmark, "keywords:tin keywords:snow") == []
        assert found(earmark, "catid:door") == ["DOORWood_Gate creak_ME"]
        assert found(earmark, "category:doors subcategory:wood fxname:gate creatorid:me") == ["DOORWood_Gate creak_ME"]
        assert found(earmark, "-catid:rain -catid:door") == ["broken", "silent of itself"]
        sound_id = sound_of(earmark, folder / "told.flac").sound_id
        assert earmark.library.file_texts.of([sound_id])[sound_id].of(Field.KEYWORDS) == ("rain", "tin")
        assert earmark.library.file_texts.waiting() == []


def test_an_answer_says_how_many_files_are_not_known(profile: Profile, folder: Path) -> None:
    with opened(profile, folder) as earmark:
        assert "not known" not in earmark.searcher.search(parse_query("-catid:rain"), limit=10).message
        sounds = [sound_of(earmark, folder / name) for name in ("told.flac", "broken.wav")]
        not_read = Metadata(problems=(FileProblem.NOT_READ,))
        earmark.library.file_texts.save([(sound, not_read) for sound in sounds])
        for line in ("catid:wood", "-catid:rain"):
            answer = earmark.searcher.search(parse_query(line), limit=10)
            assert "What stands in 2 files is not known yet" in answer.message
            assert not {sound.sound_id for sound in sounds} & set(answer.sound_ids.tolist())
        assert "not known" not in earmark.searcher.search(parse_query("name:told"), limit=10).message


def test_whoever_shows_sounds_is_told_which_were_read(profile: Profile, folder: Path) -> None:
    events: list[IndexEvent] = []
    with Earmark(profile, writable=True, in_process=True, notify=events.append) as earmark:
        earmark.indexer.start()
        earmark.add_folders([folder])
        assert earmark.indexer.wait_idle(DEADLINE, measuring=False, moments=False)
        assert earmark.file_texts.wait_idle(DEADLINE)
        read = [number for event in events if isinstance(event, FileTextsRead) for number in event.sound_ids]
        assert sorted(read) == sorted(earmark.library.sounds.ids().tolist())
        earmark.file_texts.look_again()
        assert earmark.file_texts.wait_idle(DEADLINE)
        told = [event for event in events if isinstance(event, FileTextsRead)]
        assert sum(len(event.sound_ids) for event in told) == len(read), "what did not change is not told of"


def test_a_file_is_read_again_when_it_changed_and_is_not_heard_for_that(profile: Profile, folder: Path) -> None:
    path = folder / "told.flac"
    with opened(profile, folder) as earmark:
        before = sound_of(earmark, path)
        time = path.stat().st_mtime_ns
        write_planned(
            plan_writing(path, {Field.DESCRIPTION: ["Schnee"]}, existing=Existing.REPLACE),
            lambda file: earmark.worker.identify(file).content_id,
        )
        assert path.stat().st_mtime_ns == time
    with opened(profile, folder) as earmark:
        assert found(earmark, "description:schnee") == ["told"]
        assert found(earmark, "description:blech") == []
        after = sound_of(earmark, path)
        assert (after.sound_id, after.content_id) == (before.sound_id, before.content_id)


def test_a_name_of_ucs_is_read_when_a_sound_gets_one(profile: Profile, folder: Path) -> None:
    with opened(profile, folder):
        pass
    (folder / "silent of itself.wav").rename(folder / "RAINMetl_tin.wav")
    with opened(profile, folder) as earmark:
        assert found(earmark, "catid:rainmetl") == ["RAINMetl_tin", "told"]


def test_a_library_from_before_is_read_without_being_heard_again(profile: Profile, folder: Path) -> None:
    with opened(profile, folder) as earmark:
        assert found(earmark, "description:blech") == ["told"]
    profile.cache_file.unlink()
    with opened(profile, folder) as earmark:
        assert found(earmark, "description:blech") == ["told"]
