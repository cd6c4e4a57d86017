"""What a person said of a sound stays on its file when another program changes the audio in it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apsw
import pytest

from desktop_app.core.marks import Marks
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.library import Library
from desktop_app.library.tables import heard as hearing
from desktop_app.library.tables.folders import Folder
from desktop_app.library.tables.following import follow
from tests.unit.library.building import (
    EMBEDDER,
    add,
    content_of,
    hear_waiting,
    id_of,
    rescan,
    write,
)

STARS = Marks(rating=5, favourite=True, note="the good take")
NOTHING: tuple[Marks, set[str], tuple[str, ...]] = (Marks(), set(), ())


@dataclass(slots=True)
class Shelf:
    """A library of a few sounds, and what a person and their editor do to them."""

    library: Library
    folder: Folder
    _edits: int = 0

    @property
    def root(self) -> Path:
        return self.folder.path

    def say_all(self, name: str, marks: Marks = STARS, tag: str = "rain") -> None:
        """Say of a sound whatever can be said."""
        content = self.content(name)
        self.library.marks.set({content: marks})
        self.library.verdicts.say("v", tag, {Judgement.ACCEPTED: [content]})
        mine = [found.collection_id for found in self.library.collections.all() if found.name == "Mine"]
        self.library.collections.add(mine[0] if mine else self.library.collections.create("Mine"), [content])

    def save(self, name: str, data: bytes) -> None:
        """As an editor does in place."""
        self._edits += 1
        write(self.root, name, data=data)
        os.utime(self.root / name, ns=(self._edits, self._edits))

    def listen(self) -> None:
        """Scan, and hear what waits."""
        rescan(self.library, self.folder)
        hear_waiting(self.library)

    def edit(self, name: str, data: bytes) -> None:
        """Save other audio, which is noticed."""
        self.save(name, data)
        self.listen()

    def content(self, name: str) -> bytes:
        sound = self.library.sounds.by_path(self.root / name)
        assert sound is not None, name
        assert sound.content_id is not None, name
        return sound.content_id

    def said(self, name: str) -> tuple[Marks, set[str], tuple[str, ...]]:
        """Marks, accepted tags and collections of a sound."""
        content = self.content(name)
        return (
            self.library.marks.of_content([content]).get(content, Marks()),
            {verdict.tag_id for verdict in self.library.verdicts.of_content([content])},
            self.library.collections.of_content([content]).get(content, ()),
        )


ALL = (STARS, {"rain"}, ("Mine",))


@pytest.fixture
def shelf(library: Library, root: Path) -> Shelf:
    return Shelf(library, add(library, root, "a.wav", "b.wav", "c.wav"))


def test_all_that_was_said_stays_on_a_file_that_is_edited(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    sound_id = id_of(shelf.library, shelf.root / "a.wav")
    shelf.edit("a.wav", b"normalised")
    assert shelf.said("a.wav") == ALL
    assert shelf.said("b.wav") == NOTHING
    assert id_of(shelf.library, shelf.root / "a.wav") == sound_id
    assert shelf.library.cache.known(content_of(b"normalised"), EMBEDDER), "it was heard anew"
    assert [found.count for found in shelf.library.collections.all()] == [1]


def test_it_stays_through_many_edits_and_also_those_back(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    original = (shelf.root / "a.wav").read_bytes()
    for data in (b"one", b"two", original, b"one", b"three"):
        shelf.edit("a.wav", data)
        assert shelf.said("a.wav") == ALL
    assert len(shelf.library.marks.all()) == len(shelf.library.verdicts.all()) == 1


def test_what_was_said_last_counts_when_an_edit_is_taken_back(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    original = (shelf.root / "a.wav").read_bytes()
    shelf.edit("a.wav", b"normalised")
    changed = Marks(rating=2, note="too loud")
    edited = shelf.content("a.wav")
    shelf.library.marks.set({edited: changed})
    shelf.library.verdicts.say("v", "rain", {None: [edited]})
    shelf.library.collections.remove(1, [edited])
    shelf.edit("a.wav", original)
    assert shelf.said("a.wav") == (changed, set(), ())


def test_a_copy_that_nobody_edited_keeps_what_was_said(shelf: Shelf) -> None:
    shutil.copy(shelf.root / "a.wav", shelf.root / "copy.wav")
    shelf.listen()
    shelf.say_all("a.wav")
    shelf.edit("a.wav", b"normalised")
    assert shelf.said("a.wav") == shelf.said("copy.wav") == ALL
    shelf.library.marks.set({shelf.content("a.wav"): Marks(rating=1)})
    assert shelf.said("copy.wav") == ALL


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("edits", [(b"same", b"same"), (b"one", b"other")])
def test_copies_that_are_all_edited_all_keep_it(shelf: Shelf, edits: tuple[bytes, bytes], at_once: bool) -> None:
    shutil.copy(shelf.root / "a.wav", shelf.root / "copy.wav")
    shelf.listen()
    shelf.say_all("a.wav")
    for name, data in zip(("a.wav", "copy.wav"), edits, strict=True):
        shelf.save(name, data)
        if not at_once:
            shelf.listen()
    shelf.listen()
    assert shelf.said("a.wav") == shelf.said("copy.wav") == ALL
    assert len(shelf.library.marks.all()) == len(set(edits)), "nothing is left behind"


def test_a_missing_copy_keeps_it_for_its_return(shelf: Shelf) -> None:
    shutil.copy(shelf.root / "a.wav", shelf.root / "copy.wav")
    shelf.listen()
    shelf.say_all("a.wav")
    (shelf.root / "copy.wav").rename(shelf.root.parent / "away.wav")
    shelf.edit("a.wav", b"normalised")
    (shelf.root.parent / "away.wav").rename(shelf.root / "copy.wav")
    shelf.listen()
    assert shelf.said("a.wav") == shelf.said("copy.wav") == ALL


def test_the_original_that_is_kept_under_another_name_has_it_too(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    (shelf.root / "a.wav").rename(shelf.root / "a (original).wav")
    shelf.edit("a.wav", b"normalised")
    assert shelf.said("a.wav") == shelf.said("a (original).wav") == ALL


def test_a_file_that_is_replaced_by_a_copy_of_another_sound_is_that_sound(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    shelf.library.marks.set({shelf.content("b.wav"): Marks(rating=1)})
    shelf.library.verdicts.say("v", "roof", {Judgement.ACCEPTED: [shelf.content("b.wav")]})
    other = (shelf.root / "b.wav").read_bytes()
    shelf.edit("a.wav", other)
    assert shelf.said("a.wav") == shelf.said("b.wav") == (Marks(rating=1), {"roof"}, ())
    shelf.edit("a.wav", b"a.wav")
    assert shelf.said("a.wav") == ALL, "it was kept for the return of the audio"
    assert shelf.said("b.wav") == (Marks(rating=1), {"roof"}, ())


OWN = {name: (Marks(stars, False, name), {name}, ()) for stars, name in enumerate(("a.wav", "b.wav", "c.wav"), 1)}
NUMBERED_ANEW = [
    {"a.wav": "b.wav", "b.wav": "a.wav"},
    {"a.wav": "b.wav", "b.wav": "c.wav", "c.wav": "a.wav"},
    {"a.wav": "b.wav", "b.wav": "c.wav", "c.wav": "d.wav"},
    {"a.wav": "c.wav", "c.wav": "b.wav", "b.wav": "0.wav"},
]


@pytest.mark.parametrize("names", NUMBERED_ANEW)
def test_sounds_that_change_their_names_keep_what_was_said(shelf: Shelf, names: dict[str, str]) -> None:
    """Each of these files holds other audio now, and none was edited; a file that is new may stand in the gap."""
    for name, (marks, [tag], _) in OWN.items():
        shelf.library.marks.set({shelf.content(name): marks})
        shelf.library.verdicts.say("v", tag, {Judgement.ACCEPTED: [shelf.content(name)]})
    for name in names:
        (shelf.root / name).rename(shelf.root / f"{name} for now")
    for name, other in names.items():
        (shelf.root / f"{name} for now").rename(shelf.root / other)
    for name in set(names) - set(names.values()):
        shelf.save(name, b"new")
    shelf.listen()
    assert {other: shelf.said(other) for other in names.values()} == {names[name]: OWN[name] for name in names}


def test_a_render_that_takes_the_place_of_a_sound_has_what_was_said_of_both(shelf: Shelf) -> None:
    """Its own stars stand; what it has not comes from the sound that it replaces."""
    shelf.say_all("a.wav")
    shelf.library.marks.set({shelf.content("b.wav"): Marks(rating=3)})
    shelf.library.verdicts.say("v", "roof", {Judgement.ACCEPTED: [shelf.content("b.wav")]})
    (shelf.root / "b.wav").replace(shelf.root / "a.wav")
    shelf.listen()
    assert shelf.said("a.wav") == (Marks(3, True, "the good take"), {"rain", "roof"}, ("Mine",))


def test_it_goes_along_when_a_file_is_moved_and_edited_before_it_is_heard(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    shelf.save("a.wav", b"normalised")
    rescan(shelf.library, shelf.folder)
    (shelf.root / "takes").mkdir()
    (shelf.root / "a.wav").rename(shelf.root / "takes" / "best.wav")
    rescan(shelf.library, shelf.folder)
    shelf.edit("takes/best.wav", b"and trimmed")
    assert shelf.said("takes/best.wav") == ALL
    (shelf.root / "takes" / "best.wav").rename(shelf.root / "again.wav")
    rescan(shelf.library, shelf.folder)
    shelf.edit("again.wav", b"and louder")
    assert shelf.said("again.wav") == ALL


def test_a_file_that_cannot_be_read_for_a_while_loses_nothing(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    shelf.save("a.wav", b"half of it")
    rescan(shelf.library, shelf.folder)
    [waiting] = shelf.library.sounds.waiting(EMBEDDER, limit=9)
    shelf.library.sounds.save_problem(waiting.sound_id, waiting.stamp, "This is no sound.")
    shelf.edit("a.wav", b"whole again")
    assert shelf.said("a.wav") == ALL


def test_a_sound_that_another_embedder_cannot_read_loses_nothing(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    [sound] = shelf.library.sounds.many([id_of(shelf.library, shelf.root / "a.wav")])
    shelf.library.sounds.save_problem(sound.sound_id, sound.stamp, "This is no sound.")
    shelf.edit("a.wav", b"mended")
    assert shelf.said("a.wav") == ALL


def test_an_edit_that_leaves_the_audio_as_it_is_changes_nothing(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    marks, verdicts = shelf.library.marks.all(), shelf.library.verdicts.all()
    os.utime(shelf.root / "a.wav", ns=(5, 5))
    shelf.listen()
    assert shelf.said("a.wav") == ALL
    assert (shelf.library.marks.all(), shelf.library.verdicts.all()) == (marks, verdicts)


UNDONE: list[tuple[Callable[[Library, bytes], object], tuple[Marks, set[str], tuple[str, ...]]]] = [
    (lambda library, content: library.marks.set({content: Marks()}), (Marks(), {"rain"}, ("Mine",))),
    (lambda library, content: library.verdicts.say("v", "rain", {None: [content]}), (STARS, set(), ("Mine",))),
    (lambda library, content: library.collections.remove(1, [content]), (STARS, {"rain"}, ())),
]


@pytest.mark.parametrize("edits", [[b"one"], [b"one", b"two", b"three"]])
@pytest.mark.parametrize(("undo", "left"), UNDONE)
def test_a_step_from_before_an_edit_can_be_undone(
    shelf: Shelf,
    edits: list[bytes],
    undo: Callable[[Library, bytes], object],
    left: tuple[Marks, set[str], tuple[str, ...]],
) -> None:
    """Steps remember contents."""
    shelf.say_all("a.wav")
    before = shelf.content("a.wav")
    for data in edits:
        shelf.edit("a.wav", data)
    undo(shelf.library, before)
    assert shelf.said("a.wav") == left
    assert before not in shelf.library.marks.all()


def test_what_is_said_by_a_name_of_today_counts(shelf: Shelf) -> None:
    """A step may be about a sound as it was, and about what it has become."""
    shelf.say_all("a.wav")
    before = shelf.content("a.wav")
    shelf.edit("a.wav", b"normalised")
    now = shelf.content("a.wav")
    shelf.library.marks.set({now: Marks(rating=2), before: Marks(rating=4)})
    shelf.library.verdicts.say("v", "rain", {Judgement.REJECTED: [now], Judgement.ACCEPTED: [before]})
    assert shelf.said("a.wav")[0] == Marks(rating=2)
    assert shelf.library.verdicts.all() == [Verdict(now, "v", "rain", Judgement.REJECTED)]
    assert shelf.library.collections.add(1, [before, now]) == []


def test_a_collection_that_is_brought_back_holds_what_a_sound_has_become(shelf: Shelf) -> None:
    shelf.say_all("a.wav")
    [mine] = shelf.library.collections.all()
    removed = shelf.library.collections.delete(mine.collection_id)
    shelf.edit("a.wav", b"normalised")
    shelf.library.collections.restore(removed)
    assert shelf.said("a.wav") == ALL
    shelf.library.collections.create("More", [removed.content_ids[0]])
    assert shelf.said("a.wav") == (STARS, {"rain"}, ("Mine", "More"))


def test_nothing_is_kept_of_edits_of_sounds_of_which_nothing_was_said(shelf: Shelf) -> None:
    before = shelf.content("a.wav")
    shelf.edit("a.wav", b"normalised")
    shelf.library.marks.set({before: STARS})
    assert shelf.said("a.wav") == NOTHING, "nobody said that of this file"


def test_a_cut_leaves_it_in_one_of_the_two_places(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.say_all("a.wav")
    before = shelf.content("a.wav")
    shelf.save("a.wav", b"normalised")

    def cut(connection: apsw.Connection, sound_id: int, earlier: bytes | None, present: bytes) -> None:
        follow(connection, sound_id, earlier, present)
        raise MemoryError

    monkeypatch.setattr(hearing, "follow", cut)
    with pytest.raises(MemoryError):
        shelf.listen()
    assert shelf.library.marks.all() == {before: STARS}
    monkeypatch.undo()
    shelf.listen()
    assert shelf.said("a.wav") == ALL


def test_rows_that_lead_in_a_circle_do_no_harm(shelf: Shelf) -> None:
    """As only a repair of a damaged file can bring about."""
    content = shelf.content("b.wav")
    database = shelf.library.marks._database
    with database.writing() as connection:
        connection.execute("INSERT INTO successors VALUES (?1, ?2), (?2, ?1)", (content, b"nowhere"))
    shelf.library.marks.set({content: STARS})
    assert shelf.said("b.wav") == (STARS, set(), ())
