"""The whole window on a real library, for tests of what a person does in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import desktop_app.app
from desktop_app.app import Earmark
from desktop_app.core.scoring import TagSource
from desktop_app.engine.playing.playback import Player
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversation import Conversation
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_table import Role
from desktop_app.gui.theme import ThemeSwitch
from desktop_app.paths import Profile
from tests.gui.profile import open_earmark, profile_with_vocabulary, sound_folder, use_quick_network
from tests.lent_decoder import LentDecoder

DEADLINE = 60_000
"""Milliseconds; a busy machine may take long to start a child process."""


@dataclass
class Desk:
    """An open window with all that belongs to it."""

    earmark: Earmark
    bridge: IndexerBridge
    window: MainWindow
    conversation: Conversation
    qtbot: QtBot
    folder_answers: list[Path | None] = field(default_factory=list)
    closed: bool = False

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=DEADLINE)

    def settle(self) -> None:
        """Wait until all is heard, tagged and shown."""
        self.until(lambda: self.earmark.indexer.wait_idle(0) and self.earmark.tagger.ready)
        self.bridge.deliver()
        self.until(lambda: not self.conversation.operations.busy)

    def names(self) -> list[str]:
        """File names in the list, from top to bottom."""
        model = self.window.sounds.model
        return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]

    def tags_shown(self, row: int) -> dict[str, TagSource]:
        shown = self.window.sounds.model.index(row, 0).data(Role.ROW)
        return {tag.name: tag.source for tag in shown.tags}

    def search(self, text: str) -> None:
        self.window.search.show_line(text)
        self.until(lambda: not self.conversation.operations.busy)

    def select(self, *names: str) -> None:
        all_names = self.names()
        ids = self.window.sounds.model.sound_ids[[all_names.index(name) for name in names]]
        self.window.sounds.view.select_ids(ids, int(ids[0]))
        self.until(lambda: not self.conversation.operations.busy)

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            self.window.close()
            self.conversation.operations.stop()
            self.earmark.indexer.stop()
            self.conversation.operations.join()
            self.conversation.evaluating.runner.join()
            self.conversation.writing.runner.join()
            self.conversation.renaming.runner.join()
            self.earmark.close()


OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def decoder() -> Iterator[Decoder]:
    """The one child process of all desks."""
    decoder = Decoder()
    yield decoder
    decoder.close()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return profile_with_vocabulary(tmp_path / "profile")


@pytest.fixture
def open_desk(
    qtbot: QtBot, profile: Profile, theme_switch: ThemeSwitch, decoder: Decoder, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenDesk]:
    use_quick_network(monkeypatch)
    monkeypatch.setattr(desktop_app.app, "Decoder", lambda: LentDecoder(decoder))
    desks: list[Desk] = []

    def open_one() -> Desk:
        bridge = IndexerBridge()
        earmark = open_earmark(profile, bridge.notify)
        window = MainWindow(earmark, player=Player(earmark.decoder, backend="null"))
        answers: list[Path | None] = []
        conversation = Conversation(earmark, window, bridge, theme_switch, choose=lambda *_: answers.pop(0))
        desk = Desk(earmark, bridge, window, conversation, qtbot, answers)
        desks.append(desk)
        window.show()
        qtbot.waitExposed(window)
        conversation.operations.start()
        desk.settle()
        return desk

    yield open_one
    for desk in desks:
        desk.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return sound_folder(tmp_path)


@pytest.fixture
def desk(open_desk: OpenDesk, folder: Path) -> Desk:
    """A window on a library with one folder, all heard."""
    desk = open_desk()
    desk.conversation.operations.add_folders([folder])
    desk.until(lambda: not desk.conversation.operations.busy)
    desk.settle()
    return desk
