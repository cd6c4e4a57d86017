"""What a person searches for, writes and calls things stays out of the log and of a report of a crash."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.verdict import Judgement
from desktop_app.gui.dialogs.note import NoteDialog
from desktop_app.log import crashes_reported, log, start_logging, stop_logging
from desktop_app.paths import Profile
from tests.gui.desk import Desk, OpenDesk
from tests.gui.profile import VOCABULARY, profile_with_vocabulary

SECRETS = ("zyzzyva", "quokka", "axolotl", "capybara", "pangolin")
"""A search, a tag, a prompt, a note, a collection."""


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    profile = profile_with_vocabulary(tmp_path / "profile")
    words = VOCABULARY.replace('name = "Rain"', 'name = "quokka"').replace('["rain"]', '["an axolotl at night"]')
    (profile.vocabularies / "test.toml").write_text(words, encoding="utf-8")
    start_logging(profile.log_file)
    yield profile
    stop_logging()


def logged(profile: Profile) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in profile.log_file.parent.glob("*.log*"))


def quiet(desk: Desk) -> None:
    desk.until(lambda: not desk.conversation.operations.busy)


def test_a_session_leaves_no_words_in_the_log(open_desk: OpenDesk, folder: Path, profile: Profile) -> None:
    desk = open_desk()
    desk.conversation.operations.add_folders([folder])
    quiet(desk)
    desk.settle()
    actions = desk.window.actions_
    desk.search("zyzzyva -quokka")
    actions.finding.save_search.trigger()
    quiet(desk)
    desk.search("")
    desk.select("kick.wav")
    desk.window.selected_tags.judged.emit(("test", "rain"), Judgement.ADDED)
    quiet(desk)
    actions.collecting.note.trigger()
    note = desk.window.findChild(NoteDialog)
    assert note is not None
    note.text.setPlainText("capybara")
    note.accept()
    quiet(desk)
    desk.conversation.collecting.collections_menu().actions()[-1].trigger()
    panel = desk.conversation.collecting.panel
    desk.until(lambda: panel.model.rowCount() == 1)
    panel.model.item(0).setText("pangolin")
    quiet(desk)
    assert desk.conversation.operations.history.stack.count() == 5, "folder, tag, note, collection, its name"
    (profile.vocabularies / "test.toml").write_text('name = "quokka"\ncapybara = "axolotl"\n', encoding="utf-8")
    desk.earmark.active_vocabularies()
    desk.close()
    log.warning("the end")
    assert "the end" in logged(profile)
    assert "test.toml" in logged(profile), "where a vocabulary is broken"
    assert [secret for secret in SECRETS if secret in logged(profile)] == []


@pytest.mark.parametrize("off_thread", [True, False])
def test_a_report_of_a_crash_tells_the_way_and_not_the_words(profile: Profile, qapp: object, off_thread: bool) -> None:
    """The lines of the program and the message of the error, but nothing that its variables held."""
    shown: list[str] = []

    def fail(searched: str) -> None:
        raise ZeroDivisionError(f"{len(searched)} letters")

    secret = "".join(("zyz", "zyva"))  # not in a line of the program
    with crashes_reported(shown.append):
        if off_thread:
            thread = threading.Thread(target=fail, args=(secret,))
            thread.start()
            thread.join()
        else:
            try:
                fail(secret)
            except ZeroDivisionError as error:
                sys.excepthook(type(error), error, error.__traceback__)
    assert len(shown) == 1
    for text in (shown[0], logged(profile)):
        assert "7 letters" in text
        assert "in fail" in text
        assert secret not in text
