"""What a person notes and puts together, taken back and found again; and the way out to other programs."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from desktop_app.core.marks import Collection, Marks
from desktop_app.gui.conversations import collecting
from desktop_app.gui.dialogs.note import NoteDialog
from desktop_app.gui.file_manager import FileManager, command_of
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_drag import SOUNDS_FORMAT
from desktop_app.gui.models.sound_table import Role
from tests.gui.desk import Desk


def marks(desk: Desk, name: str) -> Marks:
    shown: Marks = desk.window.sounds.model.index(desk.names().index(name), 0).data(Role.ROW).marks
    return shown


def heard(desk: Desk) -> list[str]:
    """Names of the sounds that were listened to, from top to bottom."""
    model = desk.window.sounds.model
    rows = [model.index(row, 0).data(Role.ROW) for row in range(model.rowCount())]
    return [row.sound.name for row in rows if row.sound.content_id is not None]


def id_of(desk: Desk, name: str) -> int:
    return int(desk.window.sounds.model.sound_ids[desk.names().index(name)])


def do(desk: Desk, work: object) -> None:
    assert callable(work)
    work()
    desk.until(lambda: not desk.conversation.operations.busy)


def collections(desk: Desk) -> list[tuple[str, str]]:
    model = desk.conversation.collecting.panel.model
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def test_keys_rate_and_everything_can_be_taken_back(desk: Desk) -> None:
    first, second = heard(desk)[:2]
    desk.select(first, second)
    desk.window.sounds.take_focus()
    actions = desk.window.actions_.collecting
    assert actions.ratings[4].shortcut().toString() == "Alt+4"
    do(desk, actions.ratings[4].trigger)
    assert actions.favourite.shortcut().toString() == "F"
    do(desk, actions.favourite.trigger)
    assert marks(desk, first) == marks(desk, second) == Marks(4, favourite=True)
    history = desk.conversation.operations.history
    assert "favourite" in history.stack.undoText()
    do(desk, history.undo)
    assert marks(desk, first) == Marks(4)
    do(desk, history.undo)
    assert not marks(desk, first)
    do(desk, history.redo)
    assert marks(desk, second) == Marks(4)
    desk.search("rating:>=3")
    assert sorted(desk.names()) == sorted([first, second])


def test_a_click_on_a_star_rates_what_is_selected_and_a_second_one_takes_it_back(desk: Desk) -> None:
    first, second, third = heard(desk)[:3]
    desk.select(first, second)
    view = desk.window.sounds.view
    do(desk, lambda: view.mark_clicked.emit(id_of(desk, first), 3))
    do(desk, lambda: view.mark_clicked.emit(id_of(desk, third), 5))
    assert [marks(desk, name).rating for name in (first, second, third)] == [3, 3, 5]
    do(desk, lambda: view.mark_clicked.emit(id_of(desk, first), 3))
    do(desk, lambda: view.mark_clicked.emit(id_of(desk, first), 0))
    assert marks(desk, second) == Marks(favourite=True)


def test_a_note_is_written_in_a_dialog_and_found(desk: Desk) -> None:
    name = heard(desk)[1]
    desk.select(name)
    desk.window.actions_.collecting.note.trigger()
    dialog = desk.window.findChild(NoteDialog)
    assert dialog is not None
    dialog.text.setPlainText("  Wobbles at the end ")
    do(desk, dialog.accept)
    assert marks(desk, name).note == "Wobbles at the end"
    desk.until(lambda: desk.window.findChild(NoteDialog) is None)
    desk.search("note:wobbles")
    assert desk.names() == [name]


def test_collections_are_made_filled_renamed_and_deleted(desk: Desk) -> None:
    panel, actions = desk.conversation.collecting.panel, desk.window.actions_.collecting
    first, second, third = heard(desk)[:3]
    desk.select(first, second)
    menu = desk.conversation.collecting.collections_menu()
    do(desk, menu.actions()[-1].trigger)
    assert collections(desk) == [("New collection", "2")]
    do(desk, lambda: panel.model.item(0).setText("Rain & set"))
    assert collections(desk) == [("Rain & set", "2")]
    desk.select(third)
    do(desk, desk.conversation.collecting.collections_menu().actions()[0].trigger)
    do(desk, panel.new_chosen.emit)
    assert collections(desk) == [("New collection", "0"), ("Rain & set", "3")]
    do(desk, lambda: panel.chosen.emit("Rain & set"))
    assert sorted(desk.names()) == sorted([first, second, third])
    do(desk, lambda: panel.chosen.emit("Rain & set"))
    desk.select(second)
    actions.take_out.trigger()
    desk.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert [action.text() for action in popup.actions()] == ["Rain && set"]
    do(desk, popup.actions()[0].trigger)
    popup.close()
    assert collections(desk)[1] == ("Rain & set", "2")
    do(desk, lambda: panel.removal_chosen.emit(1))
    assert collections(desk) == [("New collection", "0")]
    do(desk, desk.conversation.operations.history.undo)
    assert collections(desk)[1] == ("Rain & set", "2")


def test_a_collection_that_is_made_again_takes_what_was_put_into_it_again(desk: Desk) -> None:
    collecting, history = desk.conversation.collecting, desk.conversation.operations.history
    first, second = heard(desk)[:2]
    desk.select(first)
    do(desk, collecting.collections_menu().actions()[-1].trigger)
    desk.select(second)
    do(desk, collecting.collections_menu().actions()[0].trigger)
    do(desk, lambda: collecting.panel.renamed.emit(1, "Rain set"))
    for _ in range(2):
        for _ in range(3):
            do(desk, history.undo)
        assert (collections(desk), history.undo_text) == ([], "")
        for _ in range(3):
            do(desk, history.redo)
        assert (collections(desk), history.redo_text) == ([("Rain set", "2")], "")


def test_a_name_can_be_typed_while_sounds_come(desk: Desk) -> None:
    panel = desk.conversation.collecting.panel
    do(desk, panel.new_chosen.emit)
    editor = panel.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Rain")
    panel.show_collections([Collection(1, "New collection", 7)])
    assert collections(desk) == [("New collection", "7")]
    assert panel.tree.findChild(QLineEdit) is editor
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.until(lambda: collections(desk) == [("Rain", "0")])


def test_a_name_that_is_taken_is_refused_in_a_sentence_and_the_old_one_stays(desk: Desk) -> None:
    panel = desk.conversation.collecting.panel
    for _ in range(2):
        do(desk, panel.new_chosen.emit)
    assert [name for name, _ in collections(desk)] == ["New collection", "New collection 2"]
    do(desk, lambda: panel.model.item(1).setText("new COLLECTION"))
    desk.until(lambda: "already" in desk.window.status._notice.text())
    desk.until(lambda: [name for name, _ in collections(desk)] == ["New collection", "New collection 2"])


def test_sounds_of_the_list_can_be_dropped_onto_a_collection_and_nothing_else(desk: Desk) -> None:
    panel = desk.conversation.collecting.panel
    do(desk, panel.new_chosen.emit)
    model, tree = desk.window.sounds.model, panel.tree
    places = [desk.names().index(name) for name in heard(desk)[:2]]
    data = model.mimeData([model.index(place, Column.NAME) for place in places])
    assert data.hasUrls()
    at = QPointF(tree.visualRect(panel.model.index(0, 0)).center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def drag(carried: QMimeData) -> bool:
        enter = QDragEnterEvent(at.toPoint(), copy, carried, left, none)
        enter.ignore()
        return panel.eventFilter(tree.viewport(), enter) and enter.isAccepted()

    assert drag(data)
    # Without a drag of the system's, Qt delivers no drop: the filter is what it would ask.
    do(desk, lambda: panel.eventFilter(tree.viewport(), QDropEvent(at, copy, data, left, none)))
    assert collections(desk) == [("New collection", "2")]
    foreign = QMimeData()
    foreign.setUrls([QUrl.fromLocalFile("/somewhere")])
    assert not drag(foreign)
    assert not foreign.hasFormat(SOUNDS_FORMAT)


def test_duplicates_are_listed_and_copies_folded(desk: Desk, folder: Path) -> None:
    name = heard(desk)[0]
    found = next(folder.rglob(name))
    (found.parent / "a copy.wav").write_bytes(found.read_bytes())
    do(desk, lambda: desk.conversation.operations.rescan())
    desk.settle()
    desk.until(lambda: "a copy.wav" in desk.names())
    actions = desk.window.actions_.collecting
    do(desk, actions.duplicates.trigger)
    desk.until(lambda: set(desk.names()) >= {"a copy.wav", name})
    pair = [desk.names().index(copy) for copy in ("a copy.wav", name)]
    do(desk, actions.duplicates.trigger)
    everything = len(desk.names())
    do(desk, actions.fold.trigger)
    desk.until(lambda: desk.window.sounds.model.folds)
    assert len(desk.names()) < everything
    assert abs(pair[0] - pair[1]) == 1
    assert desk.earmark.settings.fold_copies
    first = next(row for row, shown in enumerate(desk.names()) if shown in ("a copy.wav", name))
    view, model = desk.window.sounds.view, desk.window.sounds.model
    assert model.index(first, Column.NAME).data(Role.COPIES) == 1
    desk.select(desk.names()[first])
    view.setFocus()
    folded = desk.names()
    desk.qtbot.keyClick(view, Qt.Key.Key_Right)
    assert {*desk.names()[first : first + 2]} == {"a copy.wav", name}, "the copy stands below the one seen"
    desk.qtbot.keyClick(view, Qt.Key.Key_Left)
    assert desk.names() == folded
    do(desk, actions.fold.trigger)
    assert len(desk.names()) == everything


class Programs:
    """Stands in for the system: what would have been started."""

    def __init__(self, *, starts: bool = True) -> None:
        self.started: list[tuple[str, list[str]]] = []
        self.opened: list[str] = []
        self._starts = starts

    def start(self, program: str, arguments: Sequence[str]) -> bool:
        self.started.append((program, list(arguments)))
        return self._starts

    def open(self, url: QUrl) -> bool:
        self.opened.append(url.toLocalFile())
        return True

    def manager(self, platform: str) -> FileManager:
        return FileManager(platform=platform, start=self.start, open_url=self.open)


ODD = Path("/sounds/a b;$(touch x) ü.wav")


@pytest.mark.parametrize(("platform", "program"), [("win32", "explorer.exe"), ("darwin", "open")])
def test_the_file_manager_selects_a_file_whatever_its_name(platform: str, program: str) -> None:
    programs = Programs()
    programs.manager(platform).show([ODD])
    [(started, arguments)] = programs.started
    assert started == program
    assert arguments[-1].replace("\\", "/") == str(ODD)
    assert programs.opened == []


def test_where_no_file_manager_can_select_the_folder_is_opened(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    programs = Programs(starts=False)
    programs.manager("darwin").show([ODD])
    assert programs.opened == ["/sounds"]
    assert command_of([ODD], "linux") is None


def test_an_editor_gets_the_files_as_arguments() -> None:
    programs = Programs()
    assert programs.manager("linux").edit([ODD, ODD], "ocenaudio")
    assert programs.started == [("ocenaudio", [str(ODD), str(ODD)])]
    assert programs.manager("linux").edit([ODD], "")
    assert programs.opened == [str(ODD)]
    assert not Programs(starts=False).manager("linux").edit([ODD], "not-there")


def test_a_file_that_is_gone_is_said_so_and_opened_nowhere(desk: Desk, folder: Path) -> None:
    programs = Programs()
    desk.conversation.collecting._files = programs.manager("darwin")
    first, second = heard(desk)[:2]
    desk.select(first)
    do(desk, desk.window.actions_.finding.reveal.trigger)
    do(desk, desk.window.actions_.collecting.edit.trigger)
    assert Path(programs.started[0][1][-1]).name == first
    assert [Path(opened).name for opened in programs.opened] == [first]
    next(folder.rglob(second)).unlink()
    desk.select(second)
    do(desk, desk.window.actions_.collecting.edit.trigger)
    assert len(programs.opened) == 1
    assert "no longer there" in desk.window.status._notice.text() or "missing" in desk.window.status._notice.text()


def test_a_whole_library_is_not_opened_in_an_editor_by_one_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "_MOST_OPENED", 2)
    programs = Programs()
    desk.conversation.collecting._files = programs.manager("darwin")
    desk.window.sounds.view.selectAll()
    do(desk, desk.window.actions_.collecting.edit.trigger)
    assert programs.opened == programs.started == []
    assert "at most 2 sounds" in desk.window.status.text
    desk.select(*heard(desk)[:2])
    do(desk, desk.window.actions_.collecting.edit.trigger)
    assert len(programs.opened) == 2


def test_a_sound_that_nobody_has_heard_does_not_keep_the_others_favourites(desk: Desk) -> None:
    silent = next(name for name in desk.names() if name not in heard(desk))
    first = heard(desk)[0]
    desk.select(first, silent)
    for favourite in (True, False):
        do(desk, desk.window.actions_.collecting.favourite.trigger)
        assert marks(desk, first).favourite is favourite
