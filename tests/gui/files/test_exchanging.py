"""What was said leaves the window and comes back: shown first, one step, and nobody's word is overwritten unasked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu

from desktop_app.core.marks import Marks
from desktop_app.core.playlist import read_playlist
from desktop_app.core.said import SaidList, SaidOfSound
from desktop_app.core.said_json import read_json
from desktop_app.core.said_tables import read_csv
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.exchange.exchanging import said_of_sounds, sidecar_of
from desktop_app.exchange.importing import believe_all
from desktop_app.gui.dialogs.import_said import ImportDialog
from desktop_app.gui.exchange_changes import ListImport
from desktop_app.library.databases.library_errors import LibraryError
from tests.gui.answers import Answers
from tests.gui.desk import Desk
from tests.gui.import_dialog import shown, tick

KICK, WHISTLE = "kick.wav", "whistle.wav"


@pytest.fixture
def answers(desk: Desk) -> Answers:
    answers = Answers()
    desk.conversation.exchanging.questions = answers
    return answers


def content(desk: Desk, folder: Path, name: str) -> bytes:
    sound = desk.earmark.library.sounds.by_path(folder / name)
    assert sound is not None
    assert sound.content_id is not None
    return sound.content_id


def said(desk: Desk) -> list[SaidOfSound]:
    library = desk.earmark.library
    return list(said_of_sounds(library, library.sounds.ids().tolist()))


@pytest.fixture
def spoken(desk: Desk, folder: Path) -> Desk:
    """A library of which a person said something of two sounds."""
    library, kick = desk.earmark.library, content(desk, folder, KICK)
    library.verdicts.set([Verdict(kick, "test", "rain", Judgement.REJECTED)])
    library.marks.set({kick: Marks(3, note="good")})
    library.collections.create("Drums/4", [kick, content(desk, folder, WHISTLE)])
    return desk


def until_written(desk: Desk, file: Path) -> str:
    desk.until(lambda: file.exists() and not desk.conversation.operations.busy)
    return file.read_text(encoding="utf-8")


@pytest.fixture
def listed(spoken: Desk, folder: Path, tmp_path: Path) -> Path:
    """A list that contradicts what is said here, adds to it, and has a sound that is not here."""
    kick = {
        "path": str(folder / KICK),
        "tags": [
            {"vocabulary": "test", "tag": "rain", "said": "accepted"},
            {"vocabulary": "test", "tag": "door-slam", "said": "rejected"},
        ],
        "rating": 5,
        "note": "good",
        "favourite": True,
    }
    whistle = {"path": f"C:\\elsewhere\\{WHISTLE}", "tags": [], "rating": 2, "collections": ["Drums/4", "New"]}
    file = tmp_path / "from afar.json"
    file.write_text(json.dumps({"earmark": 1, "sounds": [kick, whistle, {"path": "/gone/unheard of.wav", "tags": []}]}))
    return file


def offered(desk: Desk, file: Path) -> ImportDialog:
    desk.conversation.exchanging.offer([file])
    desk.until(lambda: any(dialog.isVisible() for dialog in desk.window.findChildren(ImportDialog)))
    return next(dialog for dialog in desk.window.findChildren(ImportDialog) if dialog.isVisible())


def agree(desk: Desk, dialog: ImportDialog) -> None:
    steps = desk.conversation.operations.history.stack.count()
    dialog.do.click()
    desk.until(lambda: desk.conversation.operations.history.stack.count() == steps + 1)


def cells(dialog: ImportDialog) -> list[list[str]]:
    model = dialog.conflicts
    return [
        [model.index(row, column).data() for column in range(1, model.columnCount())] for row in range(model.rowCount())
    ]


class TestOut:
    @pytest.mark.parametrize(("name", "read"), [("all.json", read_json), ("all.csv", read_csv)])
    def test_all_that_was_said_in_the_form_of_the_name(
        self, spoken: Desk, answers: Answers, tmp_path: Path, name: str, read: Callable[[str], SaidList]
    ) -> None:
        answers.file = tmp_path / name
        spoken.window.actions_.exchanging.export_tags.trigger()
        assert list(read(until_written(spoken, answers.file)).sounds) == said(spoken)

    def test_a_name_without_ending_gets_one_and_nothing_is_overwritten_unasked(
        self, spoken: Desk, answers: Answers, tmp_path: Path
    ) -> None:
        there = tmp_path / "all.v2.json"
        there.write_text("mine")
        answers.file, answers.choices = tmp_path / "all.v2", [0, 1]
        spoken.window.actions_.exchanging.export_tags.trigger()
        spoken.until(lambda: not spoken.conversation.operations.busy)
        assert there.read_text() == "mine"
        spoken.window.actions_.exchanging.export_tags.trigger()
        spoken.until(lambda: there.read_text() != "mine")
        assert len(answers.asked) == 2

    def test_a_place_that_cannot_be_written_is_said(self, spoken: Desk, answers: Answers, tmp_path: Path) -> None:
        answers.file = tmp_path / "no such folder" / "all.json"
        spoken.window.actions_.exchanging.export_tags.trigger()
        spoken.until(lambda: "choose another place" in spoken.window.status.text)

    def test_who_changes_their_mind_writes_nothing(self, spoken: Desk, answers: Answers) -> None:
        spoken.window.actions_.exchanging.export_tags.trigger()
        assert not spoken.conversation.operations.busy

    def test_a_collection_as_playlist(self, spoken: Desk, answers: Answers, folder: Path, tmp_path: Path) -> None:
        answers.file = tmp_path / "drums"
        spoken.window.actions_.exchanging.export_playlist.trigger()
        spoken.until(lambda: bool(spoken.window.findChildren(QMenu, "collections to export")))
        (menu,) = spoken.window.findChildren(QMenu, "collections to export")
        (action,) = menu.actions()
        assert action.text() == "Drums/4"
        action.trigger()
        menu.close()
        playlist = tmp_path / "drums.m3u8"
        assert read_playlist(until_written(spoken, playlist), tmp_path) == [folder / KICK, folder / WHISTLE]

    def test_from_the_menu_of_a_collection(self, spoken: Desk, answers: Answers, tmp_path: Path) -> None:
        answers.file = tmp_path / "drums.m3u"
        panel = spoken.conversation.collecting.panel
        spoken.conversation.refresh()
        spoken.until(lambda: panel.model.rowCount() == 1)
        panel.tree.setCurrentIndex(panel.model.index(0, 0))
        menu = panel.menu()
        next(action for action in menu.actions() if "playlist" in action.text()).trigger()
        menu.close()
        assert KICK in until_written(spoken, answers.file)

    def test_without_collections_it_says_so(self, desk: Desk, answers: Answers) -> None:
        desk.window.actions_.exchanging.export_playlist.trigger()
        desk.until(lambda: "There is no collection yet." in desk.window.status.text)


class TestBesideTheSounds:
    def test_it_asks_writes_and_knows_what_stands_there(self, spoken: Desk, answers: Answers, folder: Path) -> None:
        spoken.conversation.sidecars.questions = answers
        theirs = sidecar_of(folder / WHISTLE)
        theirs.write_text("theirs")
        answers.choices = [None, 0]
        export = spoken.window.actions_.exchanging.export_sidecars
        export.trigger()
        spoken.until(lambda: len(answers.asked) == 1)
        assert "1 small file" in answers.asked[0]
        assert "Another program wrote this file" in answers.asked[0]
        assert not sidecar_of(folder / KICK).exists()
        export.trigger()
        spoken.until(lambda: "1 sidecar written." in spoken.window.status.text)
        theirs.unlink()
        (said_there,) = read_json(sidecar_of(folder / KICK).read_text(encoding="utf-8")).sounds
        assert said_there in said(spoken)
        self.leaves_words_of_others_unless_told(spoken, answers, folder)
        sidecar_of(folder / KICK).unlink()
        sidecar_of(folder / WHISTLE).unlink()

    def leaves_words_of_others_unless_told(self, spoken: Desk, answers: Answers, folder: Path) -> None:
        sidecar = sidecar_of(folder / KICK)
        ours = sidecar.read_text(encoding="utf-8")
        theirs = ours.replace("good", "theirs")
        sidecar.write_text(theirs, encoding="utf-8")
        answers.choices = [0, 0, 1]
        export = spoken.window.actions_.exchanging.export_sidecars
        export.trigger()
        spoken.until(sidecar_of(folder / WHISTLE).exists)
        assert "1 file there says something that is not in your library" in answers.asked[-1]
        assert sidecar.read_text(encoding="utf-8") == theirs
        export.trigger()
        spoken.until(lambda: len(answers.choices) == 1)
        assert "small file" not in answers.asked[-1]
        assert sidecar.read_text(encoding="utf-8") == theirs
        export.trigger()
        spoken.until(lambda: sidecar.read_text(encoding="utf-8") == ours)


class TestShownFirst:
    def test_contradictions_and_strangers_by_name_and_nothing_done(self, spoken: Desk, listed: Path) -> None:
        before = said(spoken)
        dialog = offered(spoken, listed)
        assert cells(dialog) == [["Tag “Rain”", "rejected", "accepted"], ["Rating", "3", "5"]]
        assert shown(dialog)["Not in the library (1)"] == [["/gone/unheard of.wav"]]
        assert "2 sounds of the list" in dialog.summary.text()
        assert "1 decision on tags, ratings, favourites and notes on 2 sounds, 1 entry in collections" in (
            dialog.summary.text()
        )
        dialog.replace_all.click()
        assert "2 decisions on tags" in dialog.summary.text()
        dialog.keep_all.click()
        assert "1 decision on tags" in dialog.summary.text()
        dialog.reject()
        assert said(spoken) == before
        assert not spoken.conversation.operations.history.undo_text

    def test_a_list_that_adds_nothing(self, spoken: Desk, answers: Answers, tmp_path: Path) -> None:
        answers.file = tmp_path / "all.json"
        spoken.conversation.exchanging.export_tags()
        until_written(spoken, answers.file)
        spoken.window.actions_.exchanging.import_tags.trigger()
        spoken.until(lambda: bool(spoken.window.findChildren(ImportDialog)))
        (dialog,) = spoken.window.findChildren(ImportDialog)
        assert "Nothing would be added" in dialog.summary.text()
        assert not dialog.do.isEnabled()
        assert not dialog.tabs.isVisible(), "an empty table stands over the name of the file"

    def test_what_is_no_list_is_said(self, desk: Desk, tmp_path: Path) -> None:
        file = tmp_path / "figures.csv"
        file.write_text("month,rain\nMay,12\n")
        desk.conversation.exchanging.offer([file])
        desk.until(lambda: "must name its columns" in desk.window.status.text)
        assert not desk.window.findChildren(ImportDialog)


class TestIn:
    def test_what_was_said_here_stays(self, spoken: Desk, listed: Path, folder: Path) -> None:
        agree(spoken, offered(spoken, listed))
        library, kick = spoken.earmark.library, content(spoken, folder, KICK)
        judged = {v.tag_id: v.judgement for v in library.verdicts.of_content([kick])}
        assert judged == {"rain": Judgement.REJECTED, "door-slam": Judgement.REJECTED}
        assert library.marks.of_content([kick])[kick] == Marks(3, favourite=True, note="good")
        assert [(c.name, c.count) for c in library.collections.all()] == [("Drums/4", 2), ("New", 1)]

    def test_the_file_is_believed_where_a_person_says_so(self, spoken: Desk, listed: Path, folder: Path) -> None:
        dialog = offered(spoken, listed)
        dialog.replace_all.click()
        agree(spoken, dialog)
        library, kick = spoken.earmark.library, content(spoken, folder, KICK)
        assert {v.tag_id: v.judgement for v in library.verdicts.of_content([kick])}["rain"] is Judgement.ACCEPTED
        assert library.marks.of_content([kick])[kick].rating == 5

    def test_only_what_is_ticked_is_replaced(self, spoken: Desk, listed: Path, folder: Path) -> None:
        dialog = offered(spoken, listed)
        assert cells(dialog)[1][0] == "Rating"
        tick(dialog, 1)
        agree(spoken, dialog)
        library, kick = spoken.earmark.library, content(spoken, folder, KICK)
        assert {v.tag_id: v.judgement for v in library.verdicts.of_content([kick])}["rain"] is Judgement.REJECTED
        assert library.marks.of_content([kick])[kick].rating == 5

    @pytest.mark.parametrize("believe", [False, True])
    def test_it_is_one_step_back_and_forth(self, spoken: Desk, listed: Path, believe: bool) -> None:
        before = said(spoken)
        dialog = offered(spoken, listed)
        (dialog.replace_all if believe else dialog.keep_all).click()
        agree(spoken, dialog)
        history, after = spoken.conversation.operations.history, said(spoken)
        assert after != before
        assert history.undo_text == "Import from afar.json"
        ids = [c.collection_id for c in spoken.earmark.library.collections.all()]
        for expected in (before, after, before):
            (history.redo if expected is after else history.undo)()
            spoken.until(lambda: not spoken.conversation.operations.busy)
            assert said(spoken) == expected
            told = "afar.json was imported: " if expected is after else "“Import from afar.json” was taken back: "
            spoken.until(lambda told=told: told in spoken.window.status.text)
            if expected is after:
                assert [c.collection_id for c in spoken.earmark.library.collections.all()] == ids

    def test_the_list_shows_it_at_once(self, spoken: Desk, listed: Path) -> None:
        spoken.select(KICK)
        agree(spoken, offered(spoken, listed))
        row = spoken.names().index(KICK)
        model = spoken.window.sounds.model
        spoken.until(lambda: (shown := model.row_at(row)) is not None and shown.marks.favourite)

    def test_half_an_import_is_none(self, spoken: Desk, listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        library, before = spoken.earmark.library, said(spoken)
        full = LibraryError("The disk is full.")

        def fails(*_: object) -> int:
            raise full

        found = read_json(listed.read_text()).sounds
        with monkeypatch.context() as patched:
            patched.setattr(library.collections, "create", fails)
            with pytest.raises(LibraryError, match="full"):
                ListImport(library, found, believe=believe_all)()
        assert said(spoken) == before
        undo = ListImport(library, found, believe=believe_all)()
        after = said(spoken)
        with monkeypatch.context() as patched:
            patched.setattr(library.collections, "remove", fails)
            with pytest.raises(LibraryError, match="full"):
                undo()
        assert said(spoken) == after
        undo()
        assert said(spoken) == before


class TestDropped:
    def drop(self, desk: Desk, *files: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        desk.window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))

    def test_a_playlist_is_offered_as_a_collection(self, spoken: Desk, folder: Path, tmp_path: Path) -> None:
        playlist = tmp_path / "Mine.m3u8"
        playlist.write_text(f"{folder / KICK}\n", encoding="utf-8")
        self.drop(spoken, playlist)
        spoken.until(lambda: bool(spoken.window.findChildren(ImportDialog)))
        agree(spoken, spoken.window.findChildren(ImportDialog)[0])
        assert [(c.name, c.count) for c in spoken.earmark.library.collections.all()] == [("Drums/4", 2), ("Mine", 1)]

    def test_several_lists_are_one_plan_and_one_step(self, spoken: Desk, folder: Path, tmp_path: Path) -> None:
        before = said(spoken)
        lists = [tmp_path / name for name in ("one.csv", "two.csv", "no list.csv")]
        for file, sound in zip(lists, (KICK, WHISTLE), strict=False):
            file.write_text(f"path,favourite\n{folder / sound},yes\n", encoding="utf-8")
        lists[2].write_text("month,rain\n")
        self.drop(spoken, *lists)
        spoken.until(lambda: bool(spoken.window.findChildren(ImportDialog)))
        (dialog,) = spoken.window.findChildren(ImportDialog)
        assert "2 sounds of the list are in the library" in dialog.summary.text()
        assert "Not understood (1)" in shown(dialog)
        agree(spoken, dialog)
        assert sum(one.marks.favourite for one in said(spoken)) == 2
        assert spoken.conversation.operations.history.undo_text == "Import 3 files"
        spoken.conversation.operations.history.undo()
        spoken.until(lambda: not spoken.conversation.operations.busy)
        assert said(spoken) == before

    def test_the_sidecars_of_a_folder(self, spoken: Desk, answers: Answers, folder: Path) -> None:
        (sidecar := sidecar_of(folder / KICK)).write_text(
            json.dumps({"earmark": 1, "sounds": [{"path": "/elsewhere.wav", "favourite": True}]})
        )
        answers.file = folder
        spoken.window.actions_.exchanging.import_sidecars.trigger()
        spoken.until(lambda: bool(spoken.window.findChildren(ImportDialog)))
        agree(spoken, spoken.window.findChildren(ImportDialog)[0])
        sidecar.unlink()
        assert [Path(one.path).name for one in said(spoken) if one.marks.favourite] == [KICK]

    def test_single_sounds_are_not_taken(self, spoken: Desk, folder: Path) -> None:
        self.drop(spoken, folder / KICK)
        assert "single files are not added" in spoken.window.status.text
