"""A vocabulary that was trained is shown for what it is: its prompts are not edited, the rest of it is."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.head import Head
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.engine.searching.explanation import Reason, ReasonKind
from desktop_app.gui.why import in_sentences
from tests.gui.vocabulary_window import ProfileInUse, Window, earmark, open_editor

__all__ = ["earmark"]

KICK = Tag("kick", "kick", ("kick",), head=Head("words/1", (1.5, -2.0), -0.5))
SNARE = Tag("snare", "snare", ("snare",), head=Head("words/1", (0.5, 2.0), -1.5))
DRUMS = Vocabulary("drums", "Drums", "Trained.", (KICK, SNARE, Tag("rain", "rain", ("rain falling",))))


@pytest.fixture
def window(earmark: ProfileInUse, qtbot: QtBot) -> Window:
    return shown(earmark, qtbot, "words/1")


def shown(earmark: ProfileInUse, qtbot: QtBot, serving: str) -> Window:
    """The editor on the trained vocabulary while an embedder serves."""
    (earmark.own / "drums.toml").write_text(format_vocabulary(DRUMS), encoding="utf-8")
    earmark.spec = SimpleNamespace(embedder_id=serving)  # type: ignore[attr-defined]
    window = open_editor(earmark, qtbot)
    window.editor.choose("drums")
    return window


def hint(window: Window) -> str:
    label = window.named(QLabel, "Hint on the language of the prompts")
    return label.text() if label.isVisible() else ""


def test_the_prompts_of_a_trained_tag_cannot_be_edited(window: Window) -> None:
    window.choose_tag("kick")
    assert "Labelled sounds taught this tag" in hint(window)
    assert not window.labelled(QPlainTextEdit, "Prompts").isEnabled()
    assert not window.labelled(QPlainTextEdit, "Not this").isEnabled()
    assert window.labelled(QPlainTextEdit, "Other words").isEnabled()


def test_a_tag_beside_it_is_edited_as_ever(window: Window) -> None:
    window.choose_tag("kick")
    window.choose_tag("rain")
    assert hint(window) == ""
    assert window.labelled(QPlainTextEdit, "Prompts").isEnabled()


def test_what_it_was_trained_to_be_survives_an_edit(window: Window) -> None:
    window.choose_tag("kick")
    window.write("Other words", "bass drum")
    assert window.editor.save()
    saved = window.earmark.vocabularies.load("drums")
    assert saved.tags == (replace(KICK, aliases=("bass drum",)), *DRUMS.tags[1:])


def test_a_copy_of_it_is_trained_too(window: Window) -> None:
    window.press("Duplicate")
    assert window.editor.save()
    assert window.earmark.vocabularies.load("drums-copy").tags == DRUMS.tags


def test_with_another_embedder_it_says_so(earmark: ProfileInUse, qtbot: QtBot, window: Window) -> None:
    assert window.editor.message == ""
    other = shown(earmark, qtbot, "other/2")
    assert "Trained for another embedder (words/1)" in other.editor.message
    other.editor.choose("foley")
    assert other.editor.message == ""


def test_why_a_sound_has_such_a_tag_is_said_without_a_prompt() -> None:
    reasons = [Reason(ReasonKind.TRAINED, "kick", 3.1)]
    assert in_sentences(reasons, "").startswith("Tag kick, by the sounds that trained it: strong")
