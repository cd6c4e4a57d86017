"""An import is taken back and done again wholly or not at all, and nobody else's words go with it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.core.marks import Marks
from desktop_app.core.said import Judged, SaidOfSound
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.exchange.importing import Kind, believe_all, import_planned, plan_import
from desktop_app.gui.exchange_changes import ListImport
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from tests.fakes import DIMENSION, FakeEmbedder
from tests.library_maker import FORMAT, STAMP, open_library

RAIN, WIND = bytes(15) + b"r", bytes(15) + b"w"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "p") as library:
        (tmp_path / "s").mkdir()
        folder = library.folders.add(tmp_path / "s")
        library.sounds.apply_scan(folder.folder_id, dict.fromkeys(("rain.wav", "wind.wav"), STAMP))
        hear(library, tmp_path, {"rain.wav": RAIN, "wind.wav": WIND})
        yield library


def hear(library: Library, tmp_path: Path, contents: dict[str, bytes]) -> None:
    heard = []
    for name, content in contents.items():
        sound = library.sounds.by_path(tmp_path / "s" / name)
        assert sound is not None
        heard.append(Heard(sound.sound_id, STAMP, content, FORMAT, np.zeros(DIMENSION, np.float32), None))
    library.sounds.save_heard(FakeEmbedder.embedder_id, heard)


def accepted(tag: str) -> Judged:
    return Judged("v", tag, Judgement.ACCEPTED)


def a_list() -> list[SaidOfSound]:
    rain = SaidOfSound("s/rain.wav", judged=(accepted("a"), accepted("b")), marks=Marks(3), collections=("A", "B"))
    return [rain]


def importing(library: Library, *listed: SaidOfSound) -> ListImport:
    return ListImport(library, listed or a_list(), believe=believe_all)


def judged(library: Library) -> dict[str, Judgement]:
    return {verdict.tag_id: verdict.judgement for verdict in library.verdicts.all()}


def collected(library: Library) -> dict[str, set[bytes]]:
    names = library.collections.of_content([RAIN, WIND])
    return {
        one.name: {content for content, inside in names.items() if one.name in inside}
        for one in library.collections.all()
    }


def test_what_somebody_else_said_since_stays_when_it_is_taken_back(library: Library) -> None:
    library.verdicts.set([Verdict(RAIN, "v", "a", Judgement.REJECTED)])
    library.marks.set({RAIN: Marks(1)})
    undo = importing(library)()
    theirs = SaidOfSound("s/rain.wav", marks=Marks(0, favourite=True, note="said by the command"))
    trip = SaidOfSound("s/wind.wav", collections=("Trip", "A"))
    import_planned(library, plan_import(library, [theirs, trip], believe=believe_all))
    library.verdicts.set([Verdict(RAIN, "v", "b", Judgement.REJECTED)])
    undo()
    assert judged(library) == {"a": Judgement.REJECTED, "b": Judgement.REJECTED}
    assert library.marks.all() == {RAIN: Marks(1, favourite=True, note="said by the command")}
    assert collected(library) == {"A": {WIND}, "Trip": {WIND}}


def test_a_mark_that_was_changed_since_stays(library: Library) -> None:
    undo = importing(library)()
    library.marks.set({RAIN: Marks(5)})
    undo()
    assert library.marks.all() == {RAIN: Marks(5)}


def test_what_followed_its_sound_to_other_audio_is_taken_back_there(library: Library, tmp_path: Path) -> None:
    undo = importing(library)()
    edited = bytes(15) + b"e"
    hear(library, tmp_path, {"rain.wav": edited})
    assert library.marks.all() == {edited: Marks(3)}
    undo()
    assert (judged(library), library.marks.all(), library.collections.all()) == ({}, {}, [])


def test_done_again_it_adds_to_collections_that_somebody_made_meanwhile(library: Library) -> None:
    again = importing(library)
    undo = again()
    ids = {one.name: one.collection_id for one in library.collections.all()}
    undo()
    assert collected(library) == {}
    mine = library.collections.create("a", [WIND])
    undo = again()
    assert collected(library) == {"a": {RAIN, WIND}, "B": {RAIN}}
    assert {one.name: one.collection_id for one in library.collections.all()} == {"a": mine, "B": ids["B"]}
    undo()
    assert collected(library) == {"a": {WIND}}
    assert again.amounts == {Kind.TAGS: 2, Kind.MARKS: 1, Kind.COLLECTED: 2}


def test_what_fails_halfway_is_not_begun(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def said() -> object:
        return judged(library), library.marks.all(), collected(library)

    def fails(work: Callable[[], object], last: str) -> None:
        """The disk is full when the last of what is to be saved is."""
        before, real, calls = said(), getattr(library.collections, last), []

        def full(*given: Any) -> object:
            calls.append(given)
            if len(calls) > 1:
                raise LibraryError("The disk is full.")
            return real(*given)

        with monkeypatch.context() as patched:
            patched.setattr(library.collections, last, full)
            with pytest.raises(LibraryError, match="full"):
                work()
        assert said() == before

    again, undone = importing(library), said()
    fails(again, "create")
    undo = again()
    done = said()
    fails(undo, "remove")
    undo()
    assert said() == undone
    fails(again, "restore")
    again()
    assert said() == done


def test_what_is_told_is_what_was_done_and_not_what_was_shown(library: Library) -> None:
    shown = plan_import(library, a_list(), believe=believe_all).amounts
    library.marks.set({RAIN: Marks(3)})
    change = importing(library)
    change()
    assert change.amounts == {**shown, Kind.MARKS: 0}
