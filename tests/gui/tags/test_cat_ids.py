"""CatIDs are offered for a single sound where the vocabulary of the system is active, and taken by a click or a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.ucs_name import Category
from desktop_app.core.verdict import Judgement
from desktop_app.gui.panels.tags.cat_id_line import CatIdOffer
from desktop_app.gui.panels.tags.tag_panel import TagPanel
from tests.gui.desk import Desk

CROW = CatIdOffer(("ucs", "birdcrow"), Category("BIRDCrow", "BIRDS", "CROW"), 0.93)
SEA = CatIdOffer(("ucs", "birdsea"), Category("BIRDSea", "BIRDS", "SEA"), 0.04)


@pytest.fixture
def panel(qtbot: QtBot) -> TagPanel:
    panel = TagPanel()
    qtbot.addWidget(panel)
    panel.show_entries((), 1, "a sound")
    panel.show()
    return panel


def test_enter_in_the_empty_line_takes_the_first_and_a_click_any(panel: TagPanel, qtbot: QtBot) -> None:
    judged: list[tuple[object, object]] = []
    panel.judged.connect(lambda key, judgement: judged.append((key, judgement)))
    field = panel.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert judged == [], "nothing is offered"
    panel.cat_ids.show_offers((CROW, SEA))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.mouseClick(panel.cat_ids.buttons[1], Qt.MouseButton.LeftButton)
    assert judged == [(CROW.key, Judgement.ADDED), (SEA.key, Judgement.ADDED)]
    qtbot.keyClicks(field, "something else")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(judged) == 2, "what was typed is meant then"


def test_it_says_what_a_cat_id_means_and_goes_when_there_is_none(panel: TagPanel) -> None:
    panel.cat_ids.show_offers((CROW, SEA))
    assert [button.text() for button in panel.cat_ids.buttons] == ["BIRDCrow", "BIRDSea"]
    first, second = (button.toolTip() for button in panel.cat_ids.buttons)
    assert "BIRDS – CROW: 93 %" in first
    assert "Enter" in first
    assert "Enter" not in second
    assert panel.cat_ids.buttons[0].accessibleName() == "File under BIRDS – CROW"
    kept = panel.cat_ids.buttons
    panel.cat_ids.show_offers((CROW, SEA))
    assert panel.cat_ids.buttons == kept, "the button under the mouse stays"
    panel.cat_ids.show_offers(())
    assert panel.cat_ids.isHidden()


def test_five_are_offered_for_one_sound_until_one_is_taken(desk: Desk) -> None:
    line = desk.window.selected_tags.cat_ids
    desk.select("heavy rain.wav")
    assert line.offers == (), "the system is not tagged by"
    desk.earmark.set_active_vocabularies(("test", "ucs"))
    desk.earmark.wait_for_tags()
    desk.settle()
    desk.select("kick.wav")
    desk.select("heavy rain.wav")
    assert len(line.offers) == 5
    assert "RAIN" in [offer.category.category for offer in line.offers], "the name says so"
    desk.select("heavy rain.wav", "kick.wav")
    assert line.offers == ()
    desk.select("heavy rain.wav")
    taken = line.offers[0]
    line.take_first()
    desk.settle()
    said = {(verdict.vocabulary_id, verdict.tag_id) for verdict in desk.earmark.library.verdicts.all()}
    assert said == {taken.key}
    assert line.offers == ()
    desk.window.actions_.tagging.undo.trigger()
    desk.settle()
    assert line.offers[0] == taken
