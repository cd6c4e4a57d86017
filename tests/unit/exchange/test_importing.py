"""What lists would add to a library: found by path, audio or name, nothing overwritten unasked, nothing lost."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.exchange import FORMATS, ExchangeFormat
from desktop_app.core.marks import Marks
from desktop_app.core.said import ExchangeError, Judged, SaidOfSound
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.exchange.exchanging import read_lists, read_said, said_of_sounds, sidecar_of, sidecars_in
from desktop_app.exchange.importing import (
    Believe,
    Conflict,
    ImportPlan,
    Kind,
    Subject,
    believe_all,
    believe_none,
    import_planned,
    plan_import,
)
from desktop_app.exchange.listed_sounds import MatchedBy
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from tests.fakes import DIMENSION, FakeEmbedder
from tests.library_maker import FORMAT, STAMP, open_library

RAIN, WIND = bytes(15) + b"r", bytes(15) + b"w"
KEYS = st.text("abcdefghij-0", min_size=1, max_size=4)
TEXTS = (
    st.text(max_size=20)
    | st.sampled_from(["=1+1", "'=x", "\t", "a\r\nb", "\\t", '"q"', "\0", "C:\\udcff", " ", "雨", "x" * 150_000])
).filter(lambda text: not any("\ud800" <= letter <= "\udfff" for letter in text))
FILES = (
    st.text(min_size=1, max_size=10) | st.sampled_from(["new\nline", "a\\b", "gr\udcfc", "=1", " x ", "Ö", "ö"])
).filter(lambda name: not {"/", "\0"} & set(name) and name.strip(".") and _is_a_name(name))
SAID = st.builds(
    SaidOfSound,
    st.just(""),
    judged=st.lists(st.builds(Judged, KEYS, KEYS, st.sampled_from(Judgement)), max_size=3, unique_by=lambda j: j.key),
    marks=st.builds(Marks, st.integers(0, 5), st.booleans(), TEXTS),
    collections=st.lists(TEXTS.map(str.strip).filter(bool), max_size=2),
)


def _is_a_name(name: str) -> bool:
    try:
        return os.fsdecode(os.fsencode(name)) == name
    except UnicodeEncodeError:
        return False


def add(library: Library, root: Path, contents: dict[str, bytes]) -> None:
    """Sounds by their names below `root`, which no file has."""
    root.mkdir(parents=True, exist_ok=True)
    folder = library.folders.add(root)
    library.sounds.apply_scan(folder.folder_id, dict.fromkeys(contents, STAMP))
    heard = []
    for name, content in contents.items():
        sound = library.sounds.by_path(root / name)
        assert sound is not None
        if content:
            vector = np.zeros(DIMENSION, dtype=np.float32)
            heard.append(Heard(sound.sound_id, STAMP, content, FORMAT, vector, None))
    library.sounds.save_heard(FakeEmbedder.embedder_id, heard)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "p") as library:
        add(library, tmp_path / "s", {"rain.wav": RAIN, "wind.wav": WIND, "copy.wav": RAIN, "broken.wav": b""})
        yield library


def taken(library: Library, *listed: SaidOfSound, believe: Believe = believe_none) -> ImportPlan:
    plan = plan_import(library, listed, believe=believe)
    import_planned(library, plan)
    return plan


def judged(library: Library, content: bytes) -> dict[str, Judgement]:
    return {verdict.tag_id: verdict.judgement for verdict in library.verdicts.of_content([content])}


def said_rain(**more: object) -> SaidOfSound:
    return SaidOfSound("rain.wav", **more)  # type: ignore[arg-type]


@pytest.mark.skipif(os.name == "nt", reason="names there are other ones")
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_what_was_said_comes_back_wherever_the_files_are_by_then(tmp_path: Path, form: ExchangeFormat) -> None:
    numbers = count(1)
    with open_library(tmp_path / "one") as first, open_library(tmp_path / "two") as second:

        @settings(max_examples=15, deadline=None)
        @given(st.dictionaries(FILES.map("{}.wav".format), SAID, min_size=1, max_size=4), st.sampled_from(MatchedBy))
        def comes_back(sounds: dict[str, SaidOfSound], by: MatchedBy) -> None:
            root = tmp_path / f"s{next(numbers)}"
            contents = {name: next(numbers).to_bytes(16, "big") for name in sounds}
            add(first, root, contents)
            listed = [replace(said, path=str(root / name)) for name, said in sounds.items()]
            taken(first, *listed)
            before = told_of(first)
            file = tmp_path / f"said{form.suffix}"
            file.write_bytes(form.write(before, {}).encode())
            if by is MatchedBy.CONTENT:
                add(
                    second, tmp_path / "t", {f"moved/{number}.wav": one for number, one in enumerate(contents.values())}
                )
            elif by is MatchedBy.PATH:
                add(second, root, {name: next(numbers).to_bytes(16, "big") for name in sounds})
            else:
                there = tmp_path / "t" / root.name
                add(second, there, {name: next(numbers).to_bytes(16, "big") for name in sounds})
            said = read_lists([file]).said
            assert not said.left_out
            assert taken(second, *said.sounds).matched[by] == len(before)
            assert sorted(map(_told, told_of(second)), key=repr) == sorted(map(_told, before), key=repr)
            for library in (first, second):
                for folder in library.folders.all():
                    library.folders.remove(folder.folder_id)

        comes_back()


def told_of(library: Library) -> list[SaidOfSound]:
    return list(said_of_sounds(library, library.sounds.ids().tolist()))


def _told(said: SaidOfSound) -> object:
    return said.judged, said.marks, said.collections


class TestFound:
    @pytest.mark.parametrize(
        ("path", "content", "by"),
        [
            ("{}/rain.wav", b"", MatchedBy.PATH),
            ("{}/gone.wav", WIND, MatchedBy.CONTENT),
            ("E:\\Sounds\\rain.wav", b"", MatchedBy.NAME),
            ("/elsewhere/RAIN.WAV", b"", MatchedBy.NAME),
            ("/elsewhere/S/RAIN.WAV", b"edited", MatchedBy.NAME),
            ("{}/rain.wav", b"edited", MatchedBy.PATH),
            ("{}/copy.wav", RAIN, MatchedBy.PATH),
            ("{}/wind.wav", RAIN, MatchedBy.CONTENT),
            ("", RAIN, MatchedBy.CONTENT),
        ],
    )
    def test_by_path_audio_or_name(
        self, library: Library, tmp_path: Path, path: str, content: bytes, by: MatchedBy
    ) -> None:
        plan = plan_import(library, [SaidOfSound(path.format(tmp_path / "s"), content)], believe=believe_none)
        assert [found for found, number in plan.matched.items() if number] == [by]

    def test_a_path_at_which_another_sound_lies_by_now_is_none_where_the_audio_is_elsewhere(
        self, library: Library, tmp_path: Path
    ) -> None:
        taken(library, SaidOfSound(str(tmp_path / "s" / "wind.wav"), RAIN, marks=Marks(5)))
        assert library.marks.all() == {RAIN: Marks(5)}

    def test_other_audio_of_that_name_is_taken_only_by_who_says_so(self, library: Library, tmp_path: Path) -> None:
        listed = [
            SaidOfSound("/elsewhere/rain.wav", b"other", marks=Marks(5), collections=("C",)),
            SaidOfSound("/elsewhere/wind.wav", marks=Marks(4)),
        ]
        plan = taken(library, *listed)
        assert library.marks.all() == {WIND: Marks(4)}
        assert plan.matched[MatchedBy.NAME] == 1
        other, same = plan.by_name
        copies = {tmp_path / "s" / name for name in ("rain.wav", "copy.wav")}
        assert other.here in copies
        assert (other.there, other.other_audio, same.other_audio) == ("/elsewhere/rain.wav", True, False)
        assert plan.not_trusted == [other]
        assert {kind for kind, *_ in plan.by_name[other]} == {Kind.MARKS, Kind.COLLECTED}
        import_planned(library, plan_import(library, listed, believe=believe_none, trust=lambda _: True))
        assert library.marks.all() == {WIND: Marks(4), RAIN: Marks(5)}

    def test_what_is_not_here_and_what_was_not_heard_are_told_apart(self, library: Library, tmp_path: Path) -> None:
        broken = str(tmp_path / "s" / "broken.wav")
        listed = [SaidOfSound(path) for path in (broken, "/gone.wav", "\ud800", "/")]
        plan = plan_import(library, [*listed, SaidOfSound("", b"\x01")], believe=believe_none)
        assert plan.unknown == ["/gone.wav", "\ud800", "/", "01"]
        assert plan.unheard == {broken: "It was not heard yet: index its folder first."}

    def test_a_name_that_several_have_is_none_unless_their_folders_tell(self, library: Library, tmp_path: Path) -> None:
        add(
            library,
            tmp_path / "t",
            {"rain.wav": b"z" * 16, "Wind.wav": b"y" * 16, "a/1.wav": b"1" * 16, "b/1.wav": b"2" * 16},
        )
        names = ["rain.wav", "WIND.wav", "/c/1.wav", "copy/rain.wav"]
        plan = plan_import(library, [SaidOfSound(name) for name in names], believe=believe_none)
        assert (plan.ambiguous, plan.unknown) == (names, [])
        told_apart = ["Wind.wav", "E:\\Old\\A\\1.wav", "/old/b/1.wav", "T/Rain.wav"]
        listed = [SaidOfSound(name, marks=Marks(number)) for number, name in enumerate(told_apart, start=1)]
        plan = plan_import(library, listed, believe=believe_none)
        assert plan.matched[MatchedBy.NAME] == 4
        assert plan.marks == {b"y" * 16: Marks(1), b"1" * 16: Marks(2), b"2" * 16: Marks(3), b"z" * 16: Marks(4)}

    def test_copies_that_have_one_name_are_one(self, library: Library, tmp_path: Path) -> None:
        add(library, tmp_path / "t", {"a/copy.wav": RAIN, "a/broken.wav": b""})
        plan = plan_import(library, [SaidOfSound("/x/copy.wav"), SaidOfSound("/x/broken.wav")], believe=believe_none)
        assert (plan.matched[MatchedBy.NAME], plan.ambiguous) == (1, ["/x/broken.wav"])

    def test_one_that_is_called_so_and_was_not_heard_is_not_said_to_be_missing(self, library: Library) -> None:
        plan = plan_import(library, [SaidOfSound("/x/broken.wav")], believe=believe_none)
        assert plan.unheard == {"/x/broken.wav": "It was not heard yet: index its folder first."}


class TestContradictions:
    def test_nobodys_word_is_overwritten_and_each_can_be_believed_alone(self, library: Library) -> None:
        library.verdicts.set([Verdict(RAIN, "v", "a", Judgement.REJECTED), Verdict(RAIN, "v", "b", Judgement.ADDED)])
        library.marks.set({RAIN: Marks(2, note="mine")})
        verdicts = tuple(Judged("v", tag, Judgement.ACCEPTED) for tag in "abc")
        said = said_rain(judged=verdicts, marks=Marks(5, favourite=True, note="theirs"))
        plan = taken(library, said)
        assert [conflict.what for conflict in plan.conflicts] == ["tag v/a", "rating", "note"]
        assert judged(library, RAIN) == {"a": Judgement.REJECTED, "b": Judgement.ADDED, "c": Judgement.ACCEPTED}
        assert library.marks.all()[RAIN] == Marks(2, favourite=True, note="mine")
        chosen = {conflict for conflict in plan.conflicts if conflict.subject is Subject.NOTE}
        taken(library, said, believe=chosen.__contains__)
        assert library.marks.all()[RAIN] == Marks(2, favourite=True, note="theirs")
        taken(library, said, believe=believe_all)
        assert library.marks.all()[RAIN] == Marks(5, favourite=True, note="theirs")
        assert judged(library, RAIN)["a"] is Judgement.ACCEPTED

    def test_what_was_said_otherwise_since_it_was_shown_stays(self, library: Library) -> None:
        library.marks.set({RAIN: Marks(2)})
        said = said_rain(marks=Marks(5))
        shown = plan_import(library, [said], believe=believe_none).conflicts
        library.marks.set({RAIN: Marks(4)})
        taken(library, said, believe=shown.__contains__)
        assert library.marks.all()[RAIN].rating == 4

    def test_of_lists_that_contradict_each_other_the_first_counts(self, library: Library) -> None:
        accepted, rejected = (
            SaidOfSound(name, judged=(Judged("v", "a", judgement),), marks=Marks(rating))
            for name, judgement, rating in (("rain.wav", Judgement.ACCEPTED, 1), ("copy.wav", Judgement.REJECTED, 2))
        )
        plan = plan_import(library, [accepted, rejected], believe=believe_none)
        assert (plan.judgements, plan.marks) == ({(RAIN, "v", "a"): Judgement.ACCEPTED}, {RAIN: Marks(1)})
        assert len(plan.conflicts) == 2
        believed = plan_import(library, [accepted, rejected], believe=believe_all)
        assert believed.judgements == {(RAIN, "v", "a"): Judgement.REJECTED}
        assert believed.conflicts == plan.conflicts

    def test_copies_of_a_sound_are_counted_once(self, library: Library) -> None:
        library.marks.set({RAIN: Marks(2)})
        listed = [
            SaidOfSound(name, judged=(Judged("v", "a", Judgement.ADDED),), marks=Marks(5), collections=(" One", "ONE"))
            for name in ("rain.wav", "copy.wav")
        ]
        plan = taken(library, *listed)
        assert plan.amounts == {Kind.TAGS: 1, Kind.MARKS: 0, Kind.COLLECTED: 1}
        (conflict,) = plan.conflicts
        assert conflict == Conflict(Path("anywhere"), RAIN, Subject.RATING, "2", "5")


class TestFiles:
    def test_sidecars_are_found_in_all_folders_and_nothing_else(self, tmp_path: Path) -> None:
        for name in ("b/rain.WAV.json", "a/x.flac.json", "a/list.json", ".json", "a/.x.wav.json", "b/wind.wav"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("{}")
        assert [path.relative_to(tmp_path).as_posix() for path in sidecars_in(tmp_path)] == [
            "a/x.flac.json",
            "b/rain.WAV.json",
        ]

    def test_a_sidecar_is_about_the_sound_beside_it_and_where_there_is_none_about_what_it_says(
        self, tmp_path: Path
    ) -> None:
        sidecar = sidecar_of(tmp_path / "rain.wav")
        sidecar.write_text('{"earmark": 1, "sounds": [{"path": "/old/rain.wav", "rating": 3}]}')
        assert [said.path for said in read_said(sidecar).sounds] == ["/old/rain.wav"]
        (tmp_path / "rain.wav").write_bytes(b"")
        assert [said.path for said in read_said(sidecar).sounds] == [str(tmp_path / "rain.wav")]

    def test_a_folder_that_went_away_is_an_error_and_not_empty(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            list(sidecars_in(tmp_path / "gone"))

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do everything may look everywhere")
    def test_a_folder_that_cannot_be_looked_into_is_named(self, tmp_path: Path) -> None:
        (closed := tmp_path / "closed").mkdir(mode=0)
        with pytest.raises(ExchangeError, match=r"closed cannot be looked into \(.*\)\.$"):
            read_lists([closed])

    @pytest.mark.parametrize("name", ["rain.m3u8", "list.json"])
    def test_what_is_something_else_of_its_name_is_refused(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_bytes(b"RIFF\0\0\0\0WAVE")
        with pytest.raises(ExchangeError, match=rf"{name}: This is no (playlist|list)"):
            read_lists([tmp_path / name, tmp_path / name])

    def test_halves_of_characters_are_kept_as_the_library_keeps_them(self, library: Library, tmp_path: Path) -> None:
        file = tmp_path / "said.json"
        file.write_text(
            '{"earmark": 1, "sounds": [{"path": "rain.wav", "note": "\\ud800", "collections": ["\\udcff"]}]}'
        )
        taken(library, *read_said(file).sounds)
        again = plan_import(library, read_said(file).sounds, believe=believe_none)
        assert (sum(again.amounts.values()), len(again.conflicts)) == (0, 0)
        assert library.marks.all()[RAIN].note == "\ufffd"
