"""The dialog before an import: what would be added, what contradicts, and what cannot be taken over, told apart."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.said import LeftOut, SaidOfSound, Unit
from desktop_app.exchange.exchanging import Refused
from desktop_app.exchange.importing import Conflict, ImportPlan, Kind, NameMatch, Offer, Subject
from desktop_app.exchange.listed_sounds import MatchedBy
from desktop_app.gui.dialogs import import_said
from desktop_app.gui.dialogs.import_said import ImportDialog
from desktop_app.gui.models.conflict_list import ConflictColumn, ConflictModel
from tests.gui.import_dialog import shown, tick


def offer_of(plan: ImportPlan, *listed: SaidOfSound, **more: Any) -> Offer:
    nothing = {"names": {}, "unknown_tags": {}, "from_keywords": 0, "words_left": {}, "unread": ()}
    return Offer(sounds=listed, plan=plan, **{"left_out": (), "refused": (), **nothing, **more})


def rating(path: str, here: str = "3", there: str = "5") -> Conflict:
    return Conflict(Path(path), path.encode(), Subject.RATING, here, there)


@pytest.mark.parametrize(
    ("offer", "sentence"),
    [
        (offer_of(ImportPlan(unknown=["/a"]), SaidOfSound("/a")), "No sound of this list is in the library: add"),
        (offer_of(ImportPlan(ambiguous=["a"]), SaidOfSound("a")), "Of no sound of this list it is certain which one"),
        (offer_of(ImportPlan(unheard={"/a": "Broken."}), SaidOfSound("/a")), "No sound of this list can be heard"),
        (offer_of(ImportPlan()), "The list is empty: no sound is in it."),
        (
            offer_of(ImportPlan(), left_out=[LeftOut(Unit.LINE, 2, "", "x")]),
            "Nothing in this list can be understood",
        ),
    ],
)
def test_a_list_of_which_nothing_is_taken_says_why(qtbot: QtBot, offer: Offer, sentence: str) -> None:
    dialog = ImportDialog("list.json", offer)
    qtbot.addWidget(dialog)
    assert dialog.summary.text().startswith(sentence)
    assert not dialog.do.isEnabled()


def test_a_list_that_only_contradicts_is_not_called_known(qtbot: QtBot) -> None:
    keeping = ImportPlan(conflicts={rating("/a.wav"): None})
    keeping.matched[MatchedBy.PATH] = 1
    dialog = ImportDialog("list.json", offer_of(keeping, SaidOfSound("/a.wav")))
    qtbot.addWidget(dialog)
    assert dialog.summary.text().endswith("Nothing would be added.")
    assert not dialog.do.isEnabled()
    tick(dialog, 0)
    assert dialog.do.isEnabled()
    tick(dialog, 0, Qt.CheckState.Unchecked)
    assert not dialog.do.isEnabled()


def test_thousands_of_lines_are_counted_and_not_all_listed(qtbot: QtBot) -> None:
    plan = ImportPlan(
        unknown=[f"/gone/{number}.wav" for number in range(30_000)],
        conflicts={Conflict(Path("/a"), b"", Subject.NOTE, "<b>x</b>", "y"): None},
    )
    dialog = ImportDialog("list.json", offer_of(plan))
    qtbot.addWidget(dialog)
    lines = shown(dialog)["Not in the library (30,000)"]
    assert len(lines) < 2_000
    assert lines[-1] == ["and 29,000 more"]
    tip = dialog.conflicts.index(0, ConflictColumn.HERE).data(Qt.ItemDataRole.ToolTipRole)
    assert not tip.startswith("<b>")


def test_what_cannot_be_taken_over_is_named_and_told_apart(qtbot: QtBot) -> None:
    offer = offer_of(
        ImportPlan(unknown=["/gone.wav"], ambiguous=["01.wav"], unheard={"/broken.wav": "It cannot be read."}),
        left_out=[LeftOut(Unit.LINE, 1_204, "/odd.wav", "the rating “x” is no number", "said.csv")],
        refused=[Refused(Path("/other.json"), f"{Path('/other.json')}: This is no list.")],
        unknown_tags={"nope/nada": 2},
        words_left={"whoosh": 1_500},
        unread=("Designer", "Library"),
        from_keywords=3,
    )
    dialog = ImportDialog("3 files", offer)
    qtbot.addWidget(dialog)
    assert shown(dialog) == {
        "Not understood (2)": [
            ["said.csv, Line 1,204", "/odd.wav", "the rating “x” is no number"],
            [str(Path("/other.json")), "", "This is no list."],
        ],
        "Not in the library (1)": [["/gone.wav"]],
        "Several of that name (1)": [["01.wav"]],
        "Not heard (1)": [["/broken.wav", "It cannot be read."]],
        "Unknown tags (1)": [["nope/nada", "2"]],
        "Unknown keywords (1)": [["whoosh", "1,500"]],
    }
    assert "Columns that mean nothing here: Designer, Library." in dialog.summary.text()
    assert " of another program are tags here" in dialog.summary.text()


def test_lines_are_ticked_as_qt_expects_and_with_the_space_bar(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    plan = ImportPlan(conflicts={rating("/a.wav"): None, rating("/b.wav"): None})
    dialog = ImportDialog("list.json", offer_of(plan))
    qtbot.addWidget(dialog)
    qtmodeltester.check(dialog.conflicts)
    assert isinstance(dialog.conflicts, ConflictModel)
    table = dialog.tabs.widget(0).findChildren(QTableView)[0]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert dialog.conflicts.ticked == {rating("/b.wav")}
    dialog.replace_all.click()
    assert dialog.conflicts.ticked == {rating("/a.wav"), rating("/b.wav")}


def test_sounds_found_by_name_only_are_shown_and_counted_where_they_are_ticked(qtbot: QtBot) -> None:
    likely, unlikely = (
        NameMatch(Path(f"/here/{name}"), f"/old/{name}", name == "b.wav") for name in ("a.wav", "b.wav")
    )
    rated = (Kind.MARKS, b"a", "", "")
    plan = ImportPlan(
        certain={(Kind.TAGS, b"c", "v", "t")},
        by_name={likely: {rated}, unlikely: {rated, (Kind.MARKS, b"b", "", "")}},
        conflicts={Conflict(Path("/a"), b"a", Subject.RATING, "1", "2"): None},
    )
    dialog = ImportDialog("list.json", offer_of(plan))
    qtbot.addWidget(dialog)
    assert shown(dialog)["Found by name only (2)"] == [["/here/a.wav", "/old/a.wav"], ["/here/b.wav", "/old/b.wav"]]
    assert dialog.by_name.ticked == {likely}
    assert "1 decision on tags, ratings, favourites and notes on 1 sound." in dialog.summary.text()
    dialog.by_name.tick_all(ticked=True)
    tick(dialog, 0)
    assert "favourites and notes on 2 sounds." in dialog.summary.text()
    dialog.by_name.tick_all(ticked=False)
    assert "favourites and notes on 1 sound." in dialog.summary.text()
    tick(dialog, 0, Qt.CheckState.Unchecked)
    assert dialog.summary.text().endswith("taken over: 1 decision on tags.")


def test_a_list_that_has_only_names_of_other_audio_is_no_reason_to_add_folders(qtbot: QtBot) -> None:
    match = NameMatch(Path("/a"), "/b", other_audio=True)
    plan = ImportPlan(by_name={match: {(Kind.MARKS, b"a", "", "")}})
    dialog = ImportDialog("list.json", offer_of(plan, SaidOfSound("/b")))
    qtbot.addWidget(dialog)
    assert dialog.summary.text().startswith("Sounds here have names of the list, but other audio")
    assert not dialog.do.isEnabled()
    dialog.by_name.tick_all(ticked=True)
    agreed = []
    dialog.agreed.connect(lambda *what: agreed.append(what))
    dialog.do.click()
    assert agreed == [(frozenset(), frozenset({match}))]


def test_reasons_of_lines_that_are_not_shown_are_not_put_into_words(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr(import_said, "retold", lambda text: told.append(text) or text)
    left_out = [LeftOut(Unit.LINE, number, "", "x", "a.csv") for number in range(20_000)]
    unheard = dict.fromkeys(map(str, range(20_000)), "Why.")
    dialog = ImportDialog("list.json", offer_of(ImportPlan(unheard=unheard), left_out=left_out))
    qtbot.addWidget(dialog)
    assert len(told) < 3_000
    assert set(shown(dialog)) == {"Not understood (20,000)", "Not heard (20,000)"}


def test_texts_of_any_length_fit_and_show_what_is_not_seen(qtbot: QtBot) -> None:
    conflict = Conflict(Path("/a"), b"", Subject.NOTE, "n " * 75_000, "\u202ey")
    plan = ImportPlan(conflicts={conflict: None}, matched={MatchedBy.PATH: 1}, unknown=["x" * 150_000])
    columns = ("w" * 5_000, "od\u202ed", *(f"Column {number}" for number in range(400)))
    dialog = ImportDialog("a" * 250, offer_of(plan, unread=columns))
    qtbot.addWidget(dialog)
    index = dialog.conflicts.index(0, ConflictColumn.HERE)
    assert len(index.data()) < 1_000
    assert max(map(len, index.data(Qt.ItemDataRole.ToolTipRole).splitlines())) < 100
    assert len(shown(dialog)["Not in the library (1)"][0][0]) < 1_000
    assert "od⟨U+202E⟩d, Column 0, " in dialog.summary.text()
    assert dialog.summary.text().endswith(", and 390 more.")
    assert dialog.minimumSizeHint().width() < 900
    dialog.resize(820, 480)
    dialog.show()
    assert dialog.height() == 480
