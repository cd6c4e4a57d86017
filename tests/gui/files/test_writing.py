"""Tags go into files only when that was said, after it was shown, and come out again; nothing is heard again for it."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.bands import STRONG_FROM
from desktop_app.core.metadata import Field
from desktop_app.core.verdict import Judgement
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.engine.decoding.heard_sound import Identity
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.file_changes.taking_back import last_run, take_run_back
from desktop_app.gui.dialogs.take_back_writing import TakeBackWritingDialog
from desktop_app.gui.dialogs.write_tags import WriteTagsDialog
from desktop_app.gui.models.writing_plan import PlanColumn
from desktop_app.gui.operations import SelectionTags
from desktop_app.library.metadata.replacing import MARK
from desktop_app.library.metadata.slots import Existing
from desktop_app.settings import load_settings
from tests.gui.answers import Answers
from tests.gui.desk import Desk, OpenDesk


@pytest.fixture
def judged(desk: Desk) -> Desk:
    """Two sounds to which a tag was given, and two without any."""
    for name, slug in (("light rain.wav", "rain"), ("heavy rain.wav", "rain")):
        row = desk.names().index(name)
        ids = [int(desk.window.sounds.model.sound_ids[row])]
        desk.conversation.tagging.judge(ids, ("test", slug), Judgement.ADDED)
    desk.until(lambda: not desk.conversation.operations.busy)
    return desk


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def opened(desk: Desk) -> WriteTagsDialog:
    """The dialog, when it has looked into all files."""
    desk.window.actions_.writing.write.trigger()
    dialog = desk.conversation.writing.dialog
    assert isinstance(dialog, WriteTagsDialog)
    looked(desk, dialog)
    return dialog


def looked(desk: Desk, dialog: WriteTagsDialog) -> None:
    desk.until(lambda: not dialog._looking.isActive() and not desk.conversation.writing.runner.busy)
    desk.until(lambda: bool(dialog.line.text))


def choose_all(desk: Desk, dialog: WriteTagsDialog) -> None:
    dialog.form.scope.setCurrentIndex(dialog.form.scope.count() - 1)
    looked(desk, dialog)


def written(desk: Desk) -> WriteTagsDialog:
    """Tags are in the files."""
    dialog = opened(desk)
    choose_all(desk, dialog)
    dialog.write.click()
    desk.until(lambda: not desk.conversation.writing.runner.busy)
    return dialog


def size_known(desk: Desk, path: Path) -> int:
    """As the library has it."""
    sound = desk.earmark.library.sounds.by_path(path)
    assert sound is not None
    return sound.stamp.size


def shown(dialog: WriteTagsDialog) -> dict[str, list[list[str]]]:
    """By file: where, before, after."""
    model = dialog.plan
    return {
        model.index(row, 0).data(): [
            [model.index(change, column, model.index(row, 0)).data() for column in PlanColumn]
            for change in range(model.rowCount(model.index(row, 0)))
        ]
        for row in range(model.rowCount())
    }


def test_it_is_shown_first_what_would_change_and_nothing_is_touched(judged: Desk, folder: Path) -> None:
    before = files_of(folder)
    dialog = opened(judged)
    choose_all(judged, dialog)
    found = shown(dialog)
    assert sorted(found) == ["heavy rain.wav", "light rain.wav"]
    assert ["INFO IKEY", "", "Rain"] in found["light rain.wav"]
    assert ["iXML USER/KEYWORDS", "", "Rain"] in found["light rain.wav"]
    assert dialog.view.isExpanded(dialog.plan.index(0, 0))
    assert dialog.write.text() == "&Write into 2 files"
    sounds = len(judged.names())
    assert dialog.line.text == f"2 files would change. {sounds - 2} sounds have no such tags."
    dialog.reject()
    assert judged.conversation.writing.dialog is None
    assert files_of(folder) == before


def test_what_is_written_is_found_in_the_files_and_taken_back_to_the_last_byte(judged: Desk, folder: Path) -> None:
    before = files_of(folder)
    audio = content_id(folder / "rain" / "light rain.wav")
    dialog = written(judged)
    assert dialog.line.text == "2 files were written."
    assert b"<KEYWORDS>Rain</KEYWORDS>" in (folder / "rain" / "light rain.wav").read_bytes()
    assert content_id(folder / "rain" / "light rain.wav") == audio
    own = judged.earmark.library.own_texts
    assert own.of(audio) == {(Field.KEYWORDS, "rain")}, "Earmark's word, not somebody else's"
    assert {name for name, content in files_of(folder).items() if before[name] != content} == {
        str(Path("rain") / "light rain.wav"),
        str(Path("rain") / "heavy rain.wav"),
    }
    dialog.undo.click()
    judged.until(lambda: dialog.line.text == "2 files say again what they said before.")
    assert files_of(folder) == before
    assert own.of(audio) == frozenset()


def test_the_watcher_takes_it_for_nothing_new_and_the_row_stays_selected(
    judged: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    identify = InProcessWorker.identify

    def noting(worker: InProcessWorker, path: Path) -> Identity:
        looked_at.append(path.name)
        return identify(worker, path)

    monkeypatch.setattr(InProcessWorker, "identify", noting)
    judged.select("light rain.wav")
    read: list[SelectionTags] = []
    judged.conversation.operations.selection_read.connect(read.append)
    selected = judged.window.sounds.view.selected_ids().tolist()
    embedded = judged.earmark.indexer.embedded_in([f.folder_id for f in judged.earmark.library.folders.all()])
    before = judged.earmark.library.sounds.many(selected)[0]
    written(judged)
    # What follows it in the same folder is seen after it.
    (folder / "rain" / "later.wav").write_bytes((folder / "kick.wav").read_bytes())
    judged.until(lambda: "later.wav" in judged.names())
    judged.settle()
    judged.until(lambda: judged.earmark.file_texts.wait_idle(0))
    after = judged.earmark.library.sounds.many(selected)[0]
    assert after.stamp != before.stamp
    assert (after.content_id, after.sound_id) == (before.content_id, before.sound_id)
    folders = [f.folder_id for f in judged.earmark.library.folders.all()]
    assert judged.earmark.indexer.embedded_in(folders) == embedded
    # Once by the writing itself, which compares the file with its copy; the indexer would do it once more.
    assert [looked_at.count(name) for name in ("light rain.wav", "heavy rain.wav", "later.wav")] == [1, 1, 1]
    assert judged.window.sounds.view.selected_ids().tolist() == selected
    texts = judged.earmark.library.file_texts.of(selected)[selected[0]]
    assert texts.of(Field.KEYWORDS) == ("Rain",)
    judged.until(lambda: ("Rain",) in [shown.in_file.of(Field.KEYWORDS) for shown in read])
    (word,) = judged.window.selected_tags.in_file.words
    assert "Written by Earmark into the file: INFO, iXML" in word.toolTip()


def test_a_sound_that_plays_falls_silent_before_its_file_is_replaced(judged: Desk) -> None:
    judged.select("heavy rain.wav")
    judged.conversation.listening.show_current(play=True)
    judged.window.player.set_region((0.0, 1.0))
    judged.window.actions_.listening.loop.setChecked(True)
    judged.until(lambda: judged.window.player.playing)
    dialog = written(judged)
    assert dialog.line.text == "2 files were written."
    assert not judged.window.player.playing


def test_what_is_chosen_is_kept_and_is_what_is_written(judged: Desk, qtbot: QtBot) -> None:
    dialog = opened(judged)
    choose_all(judged, dialog)
    keywords = dialog.form.fields.topLevelItem(0)
    assert keywords is not None
    for row in range(keywords.childCount()):
        wanted = keywords.child(row).text(0) == "INFO IKEY"
        keywords.child(row).setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
    assert keywords.checkState(0) == Qt.CheckState.PartiallyChecked
    looked(judged, dialog)
    assert shown(dialog)["light rain.wav"] == [["INFO IKEY", "", "Rain"]]
    assert "keywords = INFO/IKEY" in judged.earmark.settings.written_fields
    dialog.form.existing.setCurrentIndex(1)
    dialog.form.tags.setCurrentIndex(1)
    dialog.form.times.setChecked(False)
    looked(judged, dialog)
    choice = dialog.form.choice
    assert (choice.existing, choice.lowest, choice.keep_time) == (Existing.KEEP, STRONG_FROM, False)
    dialog.reject()
    dialog = opened(judged)
    assert dialog.form.choice == choice, "as it was left"
    settings = load_settings(judged.earmark.profile.settings_file)
    assert (settings.written_existing, settings.written_tags, settings.written_keep_time) == ("keep", "strong", False)
    choose_all(judged, dialog)
    keywords = dialog.form.fields.topLevelItem(0)
    assert keywords is not None
    keywords.setCheckState(0, Qt.CheckState.Unchecked)
    looked(judged, dialog)
    assert not dialog.write.isEnabled()
    assert dialog.line.text.startswith("0 files would change.")


def test_files_that_cannot_be_written_are_named_and_the_others_are_written(judged: Desk, folder: Path) -> None:
    os.link(folder / "rain" / "light rain.wav", folder / "the same.txt")
    damaged = folder / "rain" / "heavy rain.wav"
    content = damaged.read_bytes()
    damaged.write_bytes(content[:4] + (len(content) - 4).to_bytes(4, "little") + content[8:] + b"iXML")
    judged.until(lambda: size_known(judged, damaged) == damaged.stat().st_size)
    judged.settle()
    dialog = opened(judged)
    choose_all(judged, dialog)
    assert "2 files cannot be written: the list begins with them and says why." in dialog.line.text
    reasons = {dialog.plan.index(row, 0).data(): dialog.plan.index(row, PlanColumn.AFTER).data() for row in range(2)}
    assert "It is left as it is." in reasons["heavy rain.wav"]
    assert "several names" in reasons["light rain.wav"]
    assert not dialog.write.isEnabled()
    row = judged.names().index("kick.wav")
    judged.conversation.tagging.judge(
        [int(judged.window.sounds.model.sound_ids[row])], ("test", "rain"), Judgement.ADDED
    )
    judged.until(lambda: not judged.conversation.operations.busy)
    dialog.reject()
    dialog = written(judged)
    assert dialog.line.text == "1 file was written. 2 files were left as they were: the list says why."
    model = dialog.plan
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["heavy rain.wav", "light rain.wav"]
    assert "several names" in model.index(1, PlanColumn.AFTER).data(), "known before, and said again"
    before = (folder / "the same.txt").read_bytes()
    dialog.form.links.setChecked(True)
    looked(judged, dialog)
    assert dialog.line.text.startswith("1 file would change. 1 file cannot be written")
    assert "1 file says all of it already." in dialog.line.text
    line = shown(dialog)["light rain.wav"][-1]
    assert line[::2] == ["Hard links", "This name becomes a file of its own; 1 other name leads to the file as it is."]
    dialog.write.click()
    judged.until(lambda: not judged.conversation.writing.runner.busy)
    assert (folder / "the same.txt").read_bytes() == before != (folder / "rain" / "light rain.wav").read_bytes()
    dialog.reject()
    assert not opened(judged).form.links.isChecked(), "that is asked each time anew"


def test_a_run_can_rest_and_be_stopped_and_what_was_written_is_taken_back(judged: Desk, folder: Path) -> None:
    before = files_of(folder)
    runner = judged.conversation.writing.runner
    dialog = opened(judged)
    choose_all(judged, dialog)
    told: list[int] = []
    runner.progressed.connect(lambda progress: told.append(progress.done))
    # The first file is let go of on this thread: that is the moment to ask for a rest after it.
    rest = runner.file_wanted.connect(lambda _: dialog.line.pause.setChecked(True))
    dialog.write.click()
    judged.until(lambda: 1 in told)
    runner.disconnect(rest)
    assert runner.paused
    assert dialog.line.pause.text() == "&Go on"
    assert dialog.close_button.text() == "&Stop"
    assert sum(before[name] != content for name, content in files_of(folder).items() if MARK not in name) == 1
    dialog.reject()
    judged.until(lambda: not runner.busy)
    assert dialog.isVisible(), "what came of it is shown"
    assert dialog.close_button.text() == "&Close"
    assert dialog.line.text == "1 file was written. 1 file was not reached."
    dialog.reject()
    judged.window.actions_.writing.take_back.trigger()
    judged.until(lambda: isinstance(judged.conversation.writing.dialog, TakeBackWritingDialog))
    take_back = judged.conversation.writing.dialog
    assert isinstance(take_back, TakeBackWritingDialog)
    assert next(Path(path).name for path in take_back.files.stringList()).endswith("rain.wav")
    assert take_back.take_back.text() == "&Take back 1 file"
    take_back.take_back.click()
    judged.until(lambda: not runner.busy)
    assert take_back.line.text == "1 file says again what it said before."
    assert files_of(folder) == before
    take_back.reject()


def asked_to_take_back(desk: Desk) -> TakeBackWritingDialog | None:
    desk.window.actions_.writing.take_back.trigger()
    desk.until(lambda: not desk.conversation.writing.runner.busy)
    dialog = desk.conversation.writing.dialog
    assert dialog is None or isinstance(dialog, TakeBackWritingDialog)
    return dialog


def test_what_was_moved_is_taken_back_and_what_is_gone_is_forgotten_when_that_is_said(
    judged: Desk, folder: Path
) -> None:
    writing = judged.conversation.writing
    assert asked_to_take_back(judged) is None, "nothing was written"
    before = files_of(folder)
    written(judged).reject()
    overtaken = asked_to_take_back(judged)
    assert overtaken is not None
    run = last_run(judged.earmark)
    assert run is not None
    assert not [outcome for outcome in take_run_back(judged.earmark, run) if outcome.problem], "elsewhere, meanwhile"
    overtaken.take_back.click()
    judged.until(lambda: not writing.runner.busy)
    assert overtaken.line.text == "This writing was taken back or forgotten meanwhile."
    assert not overtaken.files.stringList()
    assert not overtaken.take_back.isEnabled()
    overtaken.reject()
    written(judged).reject()
    (folder / "rain" / "light rain.wav").rename(folder / "moved.wav")
    (folder / "rain" / "heavy rain.wav").unlink()
    dialog = asked_to_take_back(judged)
    assert dialog is not None
    assert dialog.forget.isHidden(), "it was not tried yet"
    dialog.take_back.click()
    judged.until(lambda: not writing.runner.busy)
    assert (folder / "moved.wav").read_bytes() == before[str(Path("rain") / "light rain.wav")]
    assert dialog.line.text.startswith("1 file says again what it said before. 1 file was left")
    assert "heavy rain.wav: This file is no longer there" in dialog.files.stringList()[0]
    assert dialog.forget.isVisible()
    dialog.reject()
    dialog = asked_to_take_back(judged)
    assert dialog is not None
    assert not dialog.take_back.isEnabled(), "there is nothing to be tried"
    writing.questions = answers = Answers(choices=[0, 1])
    dialog.forget.click()
    assert dialog.isVisible()
    dialog.forget.click()
    judged.until(lambda: writing.dialog is None)
    assert all("can never be taken back" in question for question in answers.asked)
    assert asked_to_take_back(judged) is None
    assert not list(judged.earmark.profile.written.iterdir())


def test_what_a_killed_run_left_is_gone_after_the_next_start(judged: Desk, open_desk: OpenDesk, folder: Path) -> None:
    written(judged)
    judged.close()
    left = folder / "rain" / f".0123{MARK}.wav"
    left.write_bytes(b"left by a process that was killed")
    another = open_desk()
    another.conversation.writing.start()
    another.until(lambda: not another.conversation.operations.busy)
    assert left.exists(), "no run was cut off"
    (judged.earmark.profile.written / "000001.under-way").touch()
    another.conversation.writing.start()
    another.until(lambda: not another.conversation.operations.busy)
    assert not left.exists()
    assert not list(judged.earmark.profile.written.glob("*.under-way"))


def test_closing_the_window_ends_a_run_that_rests_and_another_window_takes_it_back(
    judged: Desk, open_desk: OpenDesk, folder: Path
) -> None:
    before = files_of(folder)
    runner = judged.conversation.writing.runner
    dialog = opened(judged)
    choose_all(judged, dialog)
    told: list[int] = []
    runner.progressed.connect(lambda progress: told.append(progress.done))
    runner.file_wanted.connect(lambda _: dialog.line.pause.setChecked(True))
    dialog.write.click()
    judged.until(lambda: 1 in told)
    judged.close()
    assert sum(before[name] != content for name, content in files_of(folder).items()) == 1
    another = open_desk()
    another.window.actions_.writing.take_back.trigger()
    another.until(lambda: isinstance(another.conversation.writing.dialog, TakeBackWritingDialog))
    take_back = another.conversation.writing.dialog
    assert isinstance(take_back, TakeBackWritingDialog)
    take_back.take_back.click()
    another.until(lambda: not another.conversation.writing.runner.busy)
    assert files_of(folder) == before
