"""Files get names of the Universal Category System only after they were shown, each as a person wants it, and have
their old ones back; nothing is heard again for it, and the list stays where it was.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.cat_id_choice import OfferedCatId, Reason
from desktop_app.core.metadata import Field
from desktop_app.core.ucs_name import Category
from desktop_app.core.verdict import Judgement
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.file_changes.rename_folders import Beside
from desktop_app.file_changes.rename_planning import NamePlanner, PlannedName
from desktop_app.file_changes.renaming import RenameOutcome
from desktop_app.gui.dialogs.rename_sounds import RenameSoundsDialog
from desktop_app.gui.dialogs.take_back import TakeBackDialog
from desktop_app.gui.models.renaming_plan import NameColumn, RenamingPlanModel
from desktop_app.gui.panels.renaming_table import RenamingTable
from desktop_app.gui.renaming_texts import note_text
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.metadata.writing import plan_writing, write_planned
from tests.gui.desk import Desk, OpenDesk
from tests.gui.stand_ins import sound

SHARED = "By its old name: several of these files say “Rain”."
CROW = OfferedCatId(Category("BIRDCrow", "BIRDS", "CROW"), Reason.WORDS, 0.9)
PREY = OfferedCatId(Category("BIRDPrey", "BIRDS", "BIRD OF PREY"), Reason.SOUND, 0.05)


@pytest.fixture
def filed(open_desk: OpenDesk, folder: Path) -> Desk:
    """Two sounds that say in their files what they are, one that is named by the system, and one that says nothing."""
    for name in ("light rain", "heavy rain"):
        texts = {Field.CATID: ["RAINConc"], Field.TITLE: ["Rain"]}
        write_planned(plan_writing(folder / "rain" / f"{name}.wav", texts), content_id)
    (folder / "whistle.wav").rename(folder / "WHSTHmn-SOFT_VEND-Whistle.wav")
    desk = open_desk()
    desk.conversation.operations.add_folders([folder])
    desk.until(lambda: not desk.conversation.operations.busy)
    desk.settle()
    desk.until(lambda: desk.earmark.file_texts.wait_idle(0))
    return desk


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def opened(desk: Desk) -> RenameSoundsDialog:
    """The dialog, when it has looked at all sounds that are listed."""
    desk.window.actions_.writing.rename.trigger()
    dialog = desk.conversation.renaming.dialog
    assert isinstance(dialog, RenameSoundsDialog)
    dialog.form.scope.setCurrentIndex(dialog.form.scope.count() - 1)
    looked(desk, dialog)
    return dialog


def looked(desk: Desk, dialog: RenameSoundsDialog) -> None:
    desk.until(lambda: not dialog._looking.isActive() and not desk.conversation.renaming.runner.busy)


def shown(dialog: RenameSoundsDialog) -> dict[str, list[str]]:
    """By present name: new name, CatID, by what it was told, FXName, note."""
    model = dialog.plan
    edit = Qt.ItemDataRole.EditRole
    rows = ([model.index(row, column).data(edit) for column in NameColumn] for row in range(model.rowCount()))
    return {texts[0]: texts[1:] for texts in rows}


def row_of(dialog: RenameSoundsDialog, name: str) -> int:
    return list(shown(dialog)).index(name)


def renamed(desk: Desk, dialog: RenameSoundsDialog) -> None:
    dialog.rename.click()
    desk.until(lambda: not desk.conversation.renaming.runner.busy)


def test_names_are_shown_with_what_stands_in_the_way_and_nothing_is_touched(filed: Desk, folder: Path) -> None:
    (folder / "rain" / "heavy rain.wav.asd").write_bytes(b"of another program")
    before = names_in(folder)
    dialog = opened(filed)
    assert shown(dialog) == {
        "heavy rain.wav": [
            *("RAINConc_heavy rain.wav", "RAINConc", "the file", "heavy rain"),
            f"{SHARED} Stays beside it under its old name: heavy rain.wav.asd.",
        ],
        "light rain.wav": ["RAINConc_light rain.wav", "RAINConc", "the file", "light rain", SHARED],
        "broken.wav": ["", "", "", "", "No CatID is sure enough: choose one."],
        "kick.wav": ["", "", "", "", "No CatID is sure enough: choose one."],
        "WHSTHmn-SOFT_VEND-Whistle.wav": ["", "WHSTHmn", "the file", "Whistle", "Is named so already."],
    }
    assert dialog.rename.text() == "&Rename 2 files"
    dialog.form.creator.setText("M_E")
    dialog.form.source.setText("Show")
    filed.qtbot.keyClick(dialog.form.source, Qt.Key.Key_Return)
    looked(filed, dialog)
    assert shown(dialog)["heavy rain.wav"][0] == "RAINConc_heavy rain_M E_Show.wav"
    assert shown(dialog)["WHSTHmn-SOFT_VEND-Whistle.wav"][0] == "WHSTHmn-SOFT_VEND-Whistle_M E_Show.wav"
    dialog.form.keep_name.setChecked(True)
    dialog.form.automatic.setChecked(True)
    looked(filed, dialog)
    assert shown(dialog)["heavy rain.wav"][0] == "RAINConc_heavy rain_M E_Show.wav"
    kick = row_of(dialog, "kick.wav")
    offered = dialog.plan.planned[kick].offered
    assert offered is not None
    assert offered.is_doubtful
    percent = f"{round(100 * offered.score)}\u00a0%"
    assert shown(dialog)["kick.wav"][2:] == [f"its sound, {percent}", "kick", "Its CatID is doubtful."]
    assert percent in dialog.plan.index(kick, NameColumn.CAT_ID).data(Qt.ItemDataRole.ToolTipRole)
    tick = dialog.plan.index(kick, NameColumn.OLD)
    assert tick.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert "doubtful, and not ticked" in dialog.line.text
    dialog.tick_all.click()
    dialog.form.source.setText("Shows")
    looked(filed, dialog)
    assert dialog.plan.index(row_of(dialog, "kick.wav"), NameColumn.OLD).data(Qt.ItemDataRole.CheckStateRole) == (
        Qt.CheckState.Checked
    ), "a person's word counts, also in the next plan"
    dialog.form.source.setText("Show")
    looked(filed, dialog)
    dialog.view.doubleClicked.emit(dialog.plan.index(row_of(dialog, "kick.wav"), NameColumn.OLD))
    filed.until(lambda: filed.window.player.sound is not None)
    assert filed.window.player.sound is not None
    assert filed.window.player.sound.path.name == "kick.wav", "to be heard before its CatID is chosen"
    dialog.reject()
    assert filed.conversation.renaming.dialog is None
    assert names_in(folder) == before
    assert (filed.earmark.settings.creator, filed.earmark.settings.source) == ("M_E", "Show")
    assert opened(filed).form.source.text() == "Show", "remembered"


def test_each_name_is_as_a_person_wants_it(filed: Desk, folder: Path) -> None:
    dialog = opened(filed)
    model, view = dialog.plan, dialog.view
    kick = model.index(row_of(dialog, "kick.wav"), NameColumn.CAT_ID)
    view.clicked.emit(kick)
    box = view.indexWidget(kick) or next(iter(view.findChildren(QComboBox)))
    assert isinstance(box, QComboBox)
    assert box.itemText(0).startswith(kick.data().removesuffix("?")), "the best is shown before it is chosen"
    assert [box.itemData(place) for place in (5, 6, 7)] == [None, "ADR", "AERODoor"], (
        "below the five, all that there are"
    )
    chosen = box.itemData(1)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    looked(filed, dialog)
    assert shown(dialog)["kick.wav"][:3] == [f"{chosen}_kick.wav", chosen, "you"]
    assert model.setData(model.index(row_of(dialog, "kick.wav"), NameColumn.FX_NAME), "Big: low/kick")
    looked(filed, dialog)
    assert shown(dialog)["kick.wav"][0] == f"{chosen}_Big low kick.wav"
    heavy = model.index(row_of(dialog, "heavy rain.wav"), NameColumn.FX_NAME)
    assert not model.setData(heavy, "heavy rain"), "that is what it is"
    assert model.setData(heavy, "Downpour")
    looked(filed, dialog)
    assert model.setData(model.index(row_of(dialog, "light rain.wav"), NameColumn.FX_NAME), "downpour")
    looked(filed, dialog)
    assert shown(dialog)["light rain.wav"][::4] == ["RAINConc_downpour 2.wav", "Numbered: the name is taken."]
    named = model.index(row_of(dialog, "WHSTHmn-SOFT_VEND-Whistle.wav"), NameColumn.FX_NAME)
    assert model.setData(named, "whistle")
    looked(filed, dialog)
    assert shown(dialog)["WHSTHmn-SOFT_VEND-Whistle.wav"][0] == "WHSTHmn-SOFT_VEND-whistle.wav", (
        "only its letters change"
    )
    view.selectAll()
    assert view._selected_rows() == list(range(5))
    first = model.index(0, NameColumn.OLD)
    assert model.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not dialog.rename.isEnabled(), "a tick goes to all that are selected"
    view.clearSelection()
    for name in ("kick.wav", "WHSTHmn-SOFT_VEND-Whistle.wav"):
        index = model.index(row_of(dialog, name), NameColumn.OLD)
        assert model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.rename.text() == "&Rename 2 files"
    dialog.form.creator.setText("ME")
    looked(filed, dialog)
    assert shown(dialog)["kick.wav"][0] == f"{chosen}_Big low kick_ME.wav", "edits outlive another creator"
    renamed(filed, dialog)
    assert dialog.line.text == "2 files were renamed."
    assert {f"{chosen}_Big low kick_ME.wav", "heavy rain.wav", "light rain.wav"} <= names_in(folder)


def test_an_edit_that_fails_is_told_and_the_rest_can_be_renamed(filed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> PlannedName:
        raise LibraryError("The library is busy: try again.")

    dialog = opened(filed)
    fx_name = dialog.plan.index(row_of(dialog, "heavy rain.wav"), NameColumn.FX_NAME)
    with monkeypatch.context() as patch:
        patch.setattr(NamePlanner, "change", busy)
        assert dialog.plan.setData(fx_name, "Downpour")
        assert not dialog.rename.isEnabled(), "the name is being looked for"
        looked(filed, dialog)
        assert dialog.line.text == "The library is busy: try again."
        assert dialog.rename.isEnabled()
    assert dialog.plan.setData(fx_name, "Shower")
    looked(filed, dialog)
    assert shown(dialog)["heavy rain.wav"][0] == "RAINConc_Shower.wav"
    assert dialog.rename.text() == "&Rename 2 files"


def test_a_cat_id_that_was_chosen_is_a_tag_where_the_system_is_active(filed: Desk, folder: Path) -> None:
    dialog = opened(filed)
    assert dialog.plan.setData(dialog.plan.index(row_of(dialog, "kick.wav"), NameColumn.CAT_ID), "MUSCPerc")
    looked(filed, dialog)
    renamed(filed, dialog)
    assert filed.earmark.library.verdicts.all() == [], "the system is not active"
    dialog.undo.click()
    filed.until(lambda: dialog.rename.isEnabled())
    filed.earmark.change_settings(vocabularies=("test", "ucs"))
    renamed(filed, dialog)
    filed.until(lambda: not filed.conversation.operations.busy)
    [verdict] = filed.earmark.library.verdicts.all()
    assert (verdict.vocabulary_id, verdict.tag_id, verdict.judgement) == ("ucs", "muscperc", Judgement.ADDED)
    assert "MUSCPerc_kick.wav" in names_in(folder)
    filed.window.actions_.tagging.undo.trigger()
    filed.until(lambda: filed.earmark.library.verdicts.all() == [])


def test_the_library_follows_and_the_list_stays_where_it_was(filed: Desk, folder: Path) -> None:
    before = names_in(folder)
    filed.select("heavy rain.wav")
    filed.conversation.listening.show_current(play=True)
    filed.window.player.set_region((0.0, 1.0))
    filed.window.actions_.listening.loop.setChecked(True)
    filed.until(lambda: filed.window.player.playing)
    [selected] = filed.window.sounds.view.selected_ids().tolist()
    folders = [one.folder_id for one in filed.earmark.library.folders.all()]
    embedded = filed.earmark.indexer.embedded_in(folders)
    dialog = opened(filed)
    renamed(filed, dialog)
    assert not filed.window.player.playing, "its file was let go of first"
    filed.settle()
    assert dialog.line.text == "2 files were renamed."
    filed.until(lambda: "RAINConc_heavy rain.wav" in filed.names())
    assert filed.window.sounds.view.selected_ids().tolist() == [selected]
    filed.until(lambda: filed.window.player.sound is not None)
    filed.until(lambda: filed.window.player.sound.path.name == "RAINConc_heavy rain.wav")
    (folder / "rain" / "later.wav").write_bytes((folder / "kick.wav").read_bytes())
    filed.until(lambda: "later.wav" in filed.names())
    filed.settle()
    assert filed.earmark.indexer.embedded_in(folders) == embedded
    assert len(filed.names()) == 6, "none is missing, and none is there twice"
    dialog.undo.click()
    filed.until(lambda: dialog.line.text.startswith("2 files have their old names again. 2 files can get new names."))
    assert dialog.rename.isEnabled(), "it can be done better now"
    assert names_in(folder) == before | {"later.wav"}
    filed.until(lambda: "heavy rain.wav" in filed.names())


def test_a_run_rests_and_stops_and_what_could_not_be_renamed_is_told(filed: Desk, folder: Path) -> None:
    runner, before = filed.conversation.renaming.runner, names_in(folder)
    dialog = opened(filed)
    with (folder / "rain" / "light rain.wav").open("ab") as stream:
        stream.write(b"changed meanwhile")
    told: list[int] = []
    runner.progressed.connect(lambda progress: told.append(progress.done))
    rest = runner.file_wanted.connect(lambda _: dialog.line.pause.setChecked(True))
    dialog.rename.click()
    filed.until(lambda: 1 in told)
    runner.disconnect(rest)
    assert runner.paused
    assert not dialog.form.isEnabled()
    assert len(names_in(folder) - before) == 1
    dialog.line.pause.setChecked(False)
    filed.until(lambda: not runner.busy)
    assert dialog.line.text == "1 file was renamed. 1 file kept its name: the list says why."
    [note] = [texts[4] for texts in shown(dialog).values()]
    assert "changed this file meanwhile" in note
    dialog.reject()
    filed.window.actions_.writing.take_names_back.trigger()
    filed.until(lambda: isinstance(filed.conversation.renaming.dialog, TakeBackDialog))
    take_back = filed.conversation.renaming.dialog
    assert isinstance(take_back, TakeBackDialog)
    assert [line.endswith("heavy rain.wav") for line in take_back.files.stringList()] == [True]
    take_back.take_back.click()
    filed.until(lambda: not runner.busy)
    assert take_back.line.text == "1 file has its old name again."
    assert names_in(folder) == before
    take_back.reject()
    filed.window.actions_.writing.take_names_back.trigger()
    filed.until(lambda: not runner.busy)
    assert filed.conversation.renaming.dialog is None, "nothing is left to take back"


def planned(number: int) -> PlannedName:
    one = sound(number)
    return PlannedName(
        one, CROW, one.path.with_name(f"BIRDCrow_{number}.wav"), offers=(CROW, PREY), fx_name=str(number)
    )


class _Counting(RenamingPlanModel):
    """Notes which rows are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[int] = set()

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        self.asked.add(index.row())
        return super().data(index, role)


def test_ten_thousand_rows_are_shown_without_looking_at_more_than_is_in_sight(qtbot: QtBot) -> None:
    model = _Counting()
    view = RenamingTable(model, tuple)
    qtbot.addWidget(view)
    view.resize(900, 600)
    with qtbot.waitExposed(view):
        view.show()
    model.add(map(planned, range(10_000)), whole=True)
    view.scrollToBottom()
    QApplication.processEvents()
    assert view.isVisible()
    assert 9_999 in model.asked
    assert len(model.asked) < 200
    model.tick(range(10_000), wanted=False)
    assert model.wanted == []


def test_qt_finds_no_fault_with_the_model(qtmodeltester: ModelTester) -> None:
    model = RenamingPlanModel()
    qtmodeltester.check(model)
    model.add([planned(1), PlannedName(sound(2), None, None), PlannedName(sound(3), CROW, None)], whole=True)
    qtmodeltester.check(model)


def test_rows_are_sorted_by_what_a_column_says() -> None:
    model = RenamingPlanModel()
    named = PlannedName(sound(3), PREY, Path("a"), offers=(CROW, PREY), fx_name="B")
    model.add([named, planned(2), planned(11)], whole=True)
    model.sort(NameColumn.FX_NAME)
    assert [item.fx_name for item in model.planned] == ["11", "2", "B"]
    model.sort(NameColumn.CAT_ID, Qt.SortOrder.DescendingOrder)
    assert model.planned[0] is named
    model.sort(-1)
    assert model.planned[0] is named
    likely = PlannedName(sound(4), OfferedCatId(CROW.category, Reason.SOUND, 0.8), Path("b"))
    doubtful = PlannedName(sound(5), OfferedCatId(CROW.category, Reason.SOUND, 0.3), Path("c"))
    model.add([PlannedName(sound(6), None, None), doubtful, likely], whole=True)
    model.sort(NameColumn.WHY)
    assert model.planned[-4:-2] == [likely, doubtful], "the surest first"
    assert likely in model.wanted
    assert doubtful not in model.wanted


def test_what_was_left_behind_is_shown_and_nothing_else(qtbot: QtBot) -> None:
    model = RenamingPlanModel()
    items = [planned(1), planned(2), planned(3)]
    model.add(items, whole=True)
    model.show_outcomes([RenameOutcome(item.new or Path()) for item in items], items)
    assert model.planned == items, "all is well"
    outcomes = [
        RenameOutcome(items[0].sound.path, "It is locked."),
        RenameOutcome(items[1].new or Path(), left_behind="Its sidecar stayed."),
        RenameOutcome(items[2].new or Path()),
    ]
    model.show_outcomes(outcomes, items)
    assert [item.problem for item in model.planned] == ["It is locked.", "Its sidecar stayed."]
    assert model.wanted == []


def test_what_is_to_be_known_before_stands_in_the_note() -> None:
    item = PlannedName(
        sound(1), CROW, Path("x.wav"), numbered=True, beside=Beside(sidecar=True), links=(Path("a"), Path("b"))
    )
    assert note_text(item) == "2 links to it would lead nowhere. Numbered: the name is taken. Its sidecar follows."
