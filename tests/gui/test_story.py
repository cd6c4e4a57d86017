"""A first visit from beginning to end: real window, sounds and bundled embedder in its own process, no display."""

import shutil
import threading
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QToolButton

from desktop_app.app import Earmark
from desktop_app.core.synthesis import reference_sound
from desktop_app.core.verdict import Judgement
from desktop_app.engine.playing.playback import Player
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversation import Conversation
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.panels.vocabularies.vocabulary_editor import VocabularyEditor
from desktop_app.paths import Profile
from tests.silence import Overheard, overheard, silence

__all__ = ["overheard", "silence"]

RECORDINGS = Path(__file__).resolve().parents[1] / "data" / "recordings"
NAMES = ("misc_crow", "ambi_choir", "drum_cowbell", "drum_splash_hard", "perc_snap", "bd_808")
MADE = (
    *("kick drum 1", "snare drum 1", "church bell 1", "rain 1", "car horn 1"),
    *("dog bark 1", "birdsong 1", "telephone ringing 1", "piano 1"),
)
PATIENCE = 60_000
"""Milliseconds until something that must happen counts as not happening."""


class Visit:
    """The window with everything behind it, and what a person sees and does."""

    def __init__(self, qtbot, profile, theme_switch):
        self.qtbot = qtbot
        self.bridge = IndexerBridge()
        self.earmark = Earmark(profile, writable=True, notify=self.bridge.notify)
        self.player = Player(self.earmark.decoder, backend="null")
        self.window = MainWindow(self.earmark, player=self.player)
        qtbot.addWidget(self.window)
        self.conversation = Conversation(self.earmark, self.window, self.bridge, theme_switch)
        self.conversation.operations.start()
        self.window.show()

    def until(self, condition):
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def names(self):
        model = self.window.sounds.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def tags_of(self, name):
        return {
            tag.name: tag.source.value
            for tag in self.earmark.tagger.tags_of([self.sound_id(name)])[self.sound_id(name)]
        }

    def sound_id(self, name):
        sounds = self.earmark.library.sounds
        return next(s.sound_id for s in sounds.many(sounds.ids().tolist()) if s.name == name)

    def close(self):
        self.window.close()
        self.conversation.operations.stop()
        self.earmark.close()
        self.conversation.operations.join()


@pytest.fixture
def visit(qtbot, tmp_path, theme_switch, silence):
    """Nobody is asked anything, from the first look to the last, by whichever of its processes."""
    before = threading.active_count()
    visit = Visit(qtbot, Profile.at(tmp_path / "profile"), theme_switch)
    yield visit
    visit.close()
    qtbot.waitUntil(lambda: threading.active_count() <= before, timeout=PATIENCE)


@pytest.fixture
def sounds(tmp_path):
    folder = tmp_path / "My sounds"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(RECORDINGS / f"{name}.flac", folder)
    return folder


def test_the_first_folder_gets_its_first_tags_while_one_waits(visit, tmp_path):
    """The promise is ten seconds on two cores; the deadline is for machines that have much else to do."""
    folder = tmp_path / "Made"
    folder.mkdir()
    for name in MADE:
        soundfile.write(folder / f"{name}.wav", reference_sound(name).samples, 48_000)
    visit.until(lambda: visit.window.shows_first_run)
    visit.conversation.operations.add_folders([folder])
    model = visit.window.sounds.model

    def tags_shown(row):
        return model.index(row, Column.TAGS).data(Qt.ItemDataRole.AccessibleTextRole)

    visit.until(lambda: any(tags_shown(row) for row in range(model.rowCount())))
    visit.until(lambda: "Birdsong" in tags_shown(visit.names().index("birdsong 1.wav")))


def test_from_an_empty_library_to_tags_of_ones_own(visit, sounds, qtbot, silence: Overheard):
    window = visit.window
    visit.until(lambda: window.shows_first_run)

    # A folder in: its sounds appear, are heard and tagged.
    visit.conversation.operations.add_folders([sounds])
    visit.until(lambda: window.sounds.model.rowCount() == len(NAMES))
    visit.until(lambda: not window.shows_first_run)
    visit.until(lambda: visit.earmark.indexer.wait_idle(0) and visit.earmark.tagger.ready)
    assert "Crow" in visit.tags_of("misc_crow.flac")

    # Words find the sound, as they are typed.
    qtbot.keyClicks(window.search.findChild(QLineEdit) or window.search, "crow")
    visit.until(lambda: visit.names()[:1] == ["misc_crow.flac"])

    # The arrow key leads from the words to the best sound for them, and selecting it plays it.
    qtbot.keyClick(window.search.findChild(QLineEdit) or window.search, Qt.Key.Key_Down)
    visit.until(lambda: window.sounds.view.currentIndex().row() == 0)
    visit.until(lambda: visit.player.playing)
    visit.until(lambda: visit.player.position > 0)
    visit.until(lambda: window.selected_tags.rows())

    # A tag is accepted by its button.
    row = next(row for row in window.selected_tags.rows() if row.entry.name == "Crow")
    accept = next(button for button in row.findChildren(QToolButton) if button.accessibleName() == "Accept Crow")
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    visit.until(lambda: visit.earmark.library.verdicts.all())
    assert visit.earmark.library.verdicts.all()[0].judgement is Judgement.ACCEPTED
    assert visit.tags_of("misc_crow.flac")["Crow"] == "accepted"

    # A tag of one's own, in plain words, is on the right sound as soon as it is saved.
    window.actions_.tagging.vocabularies.trigger()
    editor = window.findChild(VocabularyEditor)
    assert editor is not None
    editor.new_vocabulary()
    add = next(button for button in editor.findChildren(QPushButton) if button.text() == "&Add tag")
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    name = next(line for line in editor.findChildren(QLineEdit) if line.accessibleName() == "Name of the tag")
    prompts = next(text for text in editor.findChildren(QPlainTextEdit) if "is called" in text.placeholderText())
    name.setText("Black bird of winter")
    prompts.setPlainText("crow cawing\ncaw")
    assert editor.save(), editor.message
    visit.until(lambda: "Black bird of winter" in visit.tags_of("misc_crow.flac"))
    assert "Black bird of winter" not in visit.tags_of("bd_808.flac")
    editor.close()
    assert len(silence.processes) >= 2, "who listens and who decodes were not listened to"
