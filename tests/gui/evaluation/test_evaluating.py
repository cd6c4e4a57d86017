"""How good is it on your sounds: the page says what was found out, plays what is wrong, and harms nothing."""

import json
import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desktop_app.open_profile.listening
from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement
from desktop_app.engine.evaluation.evaluation_page import evaluation_page
from desktop_app.engine.evaluation.verdict_page import verdict_page
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.evaluation_run import Watch, evaluate_labelled
from desktop_app.gui.conversations.evaluating import Evaluating
from desktop_app.gui.evaluation_runner import EvaluationProgress, EvaluationWork
from desktop_app.gui.panels.evaluation.evaluation_form import EvaluationForm, Source
from desktop_app.gui.panels.evaluation.evaluation_page import EvaluationPage
from desktop_app.library.labelled_sounds import read_labelled
from tests.fakes import FakeEmbedder
from tests.gui.answers import Answers
from tests.gui.desk import Desk, OpenDesk
from tests.sounds import RATE, make, noise, tone

LABELS = ("rain", "kick", "whistle")


def labelled_folder(parent: Path) -> Path:
    """Three labels of three sounds each, no two of them alike."""
    folder = parent / "My recordings"
    for number, level in enumerate((0.05, 0.3, 0.9)):
        for label, frames in (
            ("rain", noise(0.3 + 0.1 * number, seed=number, level=level)),
            ("kick", tone(0.3, hertz=60 + 5 * number, level=level)),
            ("whistle", tone(0.3, hertz=2000 + 300 * number, level=level)),
        ):
            place = folder / f"00{LABELS.index(label)} - {label.title()}"
            place.mkdir(parents=True, exist_ok=True)
            make(place, name=f"{label} {number}", frames=frames)
    return folder


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    return labelled_folder(tmp_path)


@pytest.fixture
def answers(desk: Desk) -> Answers:
    """What is answered when the page asks for a file."""
    evaluating: Evaluating = desk.conversation.evaluating
    evaluating._questions = Answers()
    return evaluating._questions


def page_of(desk: Desk) -> EvaluationPage:
    return desk.conversation.evaluating.page


def run(desk: Desk, place: Path) -> EvaluationPage:
    """Evaluate a place as a person does, and wait until it is done."""
    page = page_of(desk)
    desk.window.actions_.tagging.evaluate.trigger()
    page.form.show_place(place)
    page.form.run.click()
    desk.until(lambda: not desk.conversation.evaluating.runner.running)
    return page


def texts(page: EvaluationPage, table: str, *, verdicts: bool = False) -> list[list[str]]:
    """What a table of the results shows, row by row."""
    part = getattr(page.verdicts if verdicts else page.results, table)
    model = getattr(part, "table", part).figures
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def files_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Content and time of everything in a folder."""
    return {
        str(file.relative_to(folder)): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in folder.rglob("*")
        if file.is_file()
    }


class TestResults:
    def test_the_page_shows_what_the_evaluation_found_out(self, desk: Desk, labelled: Path) -> None:
        page = run(desk, labelled)
        earmark = desk.earmark
        found = evaluate_labelled(
            read_labelled(labelled),
            earmark.listening,
            earmark.library,
            earmark.active_vocabularies(),
            Watch(lambda _done, _total, _rate: None, lambda: False),
        ).document
        assert page.shows_results
        assert page.message == ""
        low, high = found["interval"]
        assert page.results.headline == (
            f"{found['accuracy']:.0%} of 9 sounds got the right label first; between {low:.0%} and {high:.0%} in 95 of"
            " 100 such trials."
        )
        assert page.results.particulars.startswith("3 labels: guessing would give 33.3%. These are only few sounds")
        assert [row[:2] for row in texts(page, "labels")] == [["kick", "3"], ["rain", "3"], ["whistle", "3"]]
        pair = found["confusion"]["pairs"][0]
        row = next(row for row in texts(page, "labels") if row[0] == pair["label"])
        assert row[-2:] == [f"{pair['taken_for']} ({pair['sounds']})", f"“{pair['prompt']}”"]
        best = [row for row in texts(page, "wordings") if row[-1] == "the best"]
        assert len(best) == 1
        assert best[0][2] == f"{found['accuracy']:.1%}"
        assert len(texts(page, "wordings")) == len(found["templates"])
        wrong = round(9 * (1 - found["accuracy"]))
        assert wrong > 0, "the fake knows nothing, so that there is something to show"
        assert len(texts(page, "wrong")) == wrong
        assert page.results.confusion.sentence.startswith("“")
        first = found["retrieval"]["text_to_sound"]
        assert texts(page, "finding")[0][1:] == [
            *(f"{first[f'recall_at_{count}']:.0%}" for count in (1, 5, 10)),
            f"{first['map_at_10']:.3f}",
        ]

    def test_a_table_is_evaluated_too_and_says_what_is_left_out(self, desk: Desk, labelled: Path) -> None:
        (labelled / "broken.wav").write_bytes(b"RIFF....WAVEnothing")
        rows = (
            "000 - Rain/rain 1.wav,rain",
            "001 - Kick/kick 1.wav,kick",
            "broken.wav,kick",
            "gone.wav,rain",
            "000 - Rain/rain 2.wav,",
        )
        table = labelled / "labels.csv"
        table.write_text("path,label\n" + "\n".join(rows), encoding="utf-8")
        page = run(desk, table)
        assert page.form.source is Source.TABLE
        assert page.results.headline.split(" ", 1)[1].startswith("of 2 sounds")
        assert page.results.particulars.endswith("Left out: 1 cannot be heard, 1 is not there, 1 has no label.")

    def test_a_published_set_is_compared_with_what_others_found(self, desk: Desk, tmp_path: Path) -> None:
        root = tmp_path / "ESC-50-master"
        rows = ["filename,fold,target,category,esc10,src_file,take"]
        for folder in ("audio", "meta"):
            (root / folder).mkdir(parents=True)
        for number, (name, frames) in enumerate({"rain": noise(0.3), "siren": tone(0.3, hertz=900)}.items()):
            make(root / "audio", name=name, frames=frames)
            rows.append(f"{name}.wav,1,{number},{name},False,1,A")
        (root / "meta" / "esc50.csv").write_text("\n".join(rows), encoding="utf-8")
        page = run(desk, root)
        assert page.result is not None
        published = page.result.document["published"]
        assert published["data_set"] == "ESC-50"
        assert page.results.particulars.endswith(published["says"])

    def test_they_stay_while_one_goes_elsewhere_and_a_new_run_replaces_them(self, desk: Desk, labelled: Path) -> None:
        page = run(desk, labelled)
        before = page.results.headline
        desk.search("name:kick")
        assert desk.window.middle_pages.shows_list, "who searches wants to see what is found"
        assert desk.names() == ["kick.wav"]
        desk.window.actions_.tagging.evaluate.trigger()
        assert page.isVisible()
        assert page.results.headline == before
        table = labelled / "two.csv"
        table.write_text("path,label\n000 - Rain/rain 1.wav,rain\n001 - Kick/kick 1.wav,kick\n", encoding="utf-8")
        run(desk, table)
        assert page.results.headline.split(" ", 1)[1].startswith("of 2 sounds")

    def test_they_go_when_another_network_listens(self, desk: Desk, labelled: Path) -> None:
        page = run(desk, labelled)
        desk.conversation.operations.embedder_changed.emit()
        assert not page.shows_results
        assert page.result is None
        assert "Another network" in page.message


def judged(desk: Desk, parent: Path) -> None:
    """A library in which the tag “rain” was said to be right for three sounds and wrong for four."""
    desk.conversation.operations.add_folders([labelled_folder(parent)])
    desk.until(lambda: not desk.conversation.operations.busy)
    desk.settle()
    names = desk.names()
    for name, judgement in (("rain", Judgement.ADDED), ("kick", Judgement.REJECTED), ("whistle", Judgement.REJECTED)):
        rows = [row for row, each in enumerate(names) if each.startswith(f"{name} ")]
        ids = desk.window.sounds.model.sound_ids[rows].tolist()
        desk.conversation.tagging.judge(ids, ("test", "rain"), judgement)
        desk.until(lambda: not desk.conversation.operations.busy)


class TestVerdicts:
    def test_tags_are_compared_with_what_was_said_of_them(
        self, desk: Desk, tmp_path: Path, qtbot: QtBot, answers: Answers
    ) -> None:
        page = page_of(desk)
        desk.window.actions_.tagging.evaluate.trigger()
        page.form.choices[Source.VERDICTS].click()
        page.form.run.click()
        desk.until(lambda: not desk.conversation.evaluating.runner.running)
        assert page.message.endswith("."), "too little was said so far"
        assert not page.shows_results
        judged(desk, tmp_path)
        desk.window.actions_.tagging.evaluate.trigger()
        assert not page.form.place.isVisible(), "there is no place to name"
        page.form.run.click()
        desk.until(lambda: not desk.conversation.evaluating.runner.running)
        assert page.message == ""
        assert page.result is not None
        document = page.result.document
        assert page.verdicts.isVisible()
        assert page.verdicts.headline.startswith(f"{document['accuracy']:.0%} of 9 decisions of yours")
        assert texts(page, "labels", verdicts=True)[0][:3] == ["Rain", "9", "3"]
        assert [row[0] for row in texts(page, "learning", verdicts=True)] == [
            "by the prompts alone",
            "with what they learned",
        ]
        assert [row[-1] for row in texts(page, "wordings", verdicts=True)].count("the best") == 1
        wrong = page.verdicts.wrong
        assert len(texts(page, "wrong", verdicts=True)) == len(document["most_confidently_wrong"]) > 0
        page.verdicts.show_part(wrong)
        wrong.setFocus()
        assert desk.window.player.sound is None, "nothing is played before one wants it"
        qtbot.keyClick(wrong, Qt.Key.Key_Space)
        assert desk.window.player.sound == wrong.sound
        assert desk.window.player.playing, "the first, for none was chosen"
        assert wrong.sound is not None
        desk.until(lambda: not desk.conversation.operations.busy)
        assert wrong.sound.name in desk.window.selected_tags._title.text(), "one may find that one was wrong oneself"
        desk.window.selected_tags.judged.emit(("test", "rain"), None)
        desk.until(lambda: not desk.conversation.operations.busy)
        said = desk.earmark.library.verdicts.of_content([wrong.sound.content_id or b""])
        assert said == [], "the decision on the sound that is heard is taken back"
        answers.file = tmp_path / "report.html"
        page.save.click()
        desk.until(lambda: not desk.conversation.operations.busy)
        assert answers.file.read_text(encoding="utf-8") == verdict_page(document)


class TestSounds:
    def test_arrow_keys_play_what_is_wrong_and_the_library_knows_nothing_of_it(
        self, desk: Desk, labelled: Path, qtbot: QtBot
    ) -> None:
        before, sounds = files_of(labelled), desk.names()
        page = run(desk, labelled)
        wrong, player = page.results.wrong, desk.window.player
        page.results.show_part(wrong)
        wrong.setFocus()
        qtbot.keyClick(wrong, Qt.Key.Key_Down)
        assert player.sound is not None
        assert player.sound.path.is_relative_to(labelled)
        assert player.sound == wrong.sound
        assert player.playing
        assert not player.sound.in_library
        first = player.sound
        qtbot.keyClick(wrong, Qt.Key.Key_Space)
        assert not player.playing
        qtbot.keyClick(wrong, Qt.Key.Key_Down)
        assert player.sound != first
        desk.until(lambda: not player.display.loading)
        shown = player.sound
        desk.conversation.refresh()
        desk.until(lambda: not desk.conversation.operations.busy)
        assert player.sound == shown, "it is not in the library, and stays nevertheless"
        assert desk.window.selected_tags._title.text() == "", "and has no tags there"
        assert desk.names() == sounds
        assert files_of(labelled) == before

    def test_a_sound_of_the_library_is_heard_as_such(self, desk: Desk, folder: Path, tmp_path: Path) -> None:
        """In a table one may name sounds that are in the library."""
        table = tmp_path / "labels.csv"
        names = ("rain/light rain.wav,kick", "rain/heavy rain.wav,rain", "kick.wav,rain", "whistle.wav,kick")
        table.write_text("path,label\n" + "\n".join(f"sounds/{name}" for name in names), encoding="utf-8")
        page = run(desk, table)
        assert page.result is not None
        assert page.result.wrong, "rain sounds like rain, whatever the table says"
        assert all(sound.in_library for sound in page.result.wrong)

    def test_a_file_whose_label_is_wrong_is_shown_in_the_file_manager(
        self, desk: Desk, labelled: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shown: list[list[Path]] = []
        monkeypatch.setattr(desk.conversation._around.files, "show", shown.append)
        page = run(desk, labelled)
        wrong = page.results.wrong
        page.results.show_part(wrong)
        wrong.setFocus()
        qtbot.keyClick(wrong, Qt.Key.Key_Down)
        qtbot.keyClick(wrong, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert wrong.sound is not None
        assert shown == [[wrong.sound.path]]

    def test_leaving_brings_back_the_sound_of_the_list(self, desk: Desk, labelled: Path, qtbot: QtBot) -> None:
        desk.select("kick.wav")
        page = run(desk, labelled)
        page.results.show_part(page.results.wrong)
        qtbot.keyClick(page.results.wrong, Qt.Key.Key_Down)
        qtbot.keyClick(page.results.wrong, Qt.Key.Key_Escape)
        assert desk.window.middle_pages.shows_list
        sound = desk.window.player.sound
        assert sound is not None
        assert sound.name == "kick.wav"
        assert not desk.window.player.playing

    def test_sounds_like_a_region_of_one_are_found(self, desk: Desk, labelled: Path, qtbot: QtBot) -> None:
        page = run(desk, labelled)
        page.results.show_part(page.results.wrong)
        qtbot.keyClick(page.results.wrong, Qt.Key.Key_Down)
        player = desk.window.player
        desk.until(lambda: not player.display.loading)
        assert player.sound is not None
        player.set_region((0.05, 0.2))
        desk.conversation.regions.save()
        assert "add its folder to save regions" in desk.window.status._notice.text()
        desk.conversation.regions.carrier.prepare(player.sound, (0.05, 0.2))
        assert "add its folder to drag regions" in desk.window.status._notice.text()
        desk.conversation.regions.find_like()
        desk.until(lambda: not desk.conversation.operations.busy)
        assert len(desk.names()) == 4
        assert desk.window.middle_pages.shows_list


class TestFaults:
    def test_what_cannot_be_evaluated_is_a_sentence_on_the_page(self, desk: Desk, tmp_path: Path) -> None:
        empty, one, unreadable = (tmp_path / name for name in ("empty", "one", "unreadable"))
        empty.mkdir()
        (one / "rain").mkdir(parents=True)
        make(one / "rain", name="a", frames=noise(0.2))
        for label in ("rain", "wind"):
            (unreadable / label).mkdir(parents=True)
            (unreadable / label / "a.wav").write_text("Dear diary\n" * 50)
        table, other = tmp_path / "labels.csv", tmp_path / "sounds.csv"
        table.write_text("a;b\n1;2\n")
        other.write_bytes(b"path,label\n\xff\xfe,rain\n")
        for place, part in (
            (empty, "sub-folders"),
            (one, "two labels"),
            (unreadable, "Too few of these sounds can be heard"),
            (table, "“path”"),
            (other, "UTF-8"),
            (tmp_path / "nowhere", "neither a folder nor"),
        ):
            page = run(desk, place)
            assert part in page.message, place
            assert page.message.endswith(".")
            assert not page.shows_results
            assert page.form.run.isEnabled(), "one can try again at once"

    def test_earlier_results_outlive_a_run_that_fails(self, desk: Desk, labelled: Path, tmp_path: Path) -> None:
        page = run(desk, labelled)
        page.other.click()
        run(desk, tmp_path / "nowhere")
        assert page.message
        page.back_to_results.click()
        assert page.shows_results
        assert page.results.headline.split(" ", 1)[1].startswith("of 9 sounds")


class Gate(FakeEmbedder):
    """Hears nothing until it is opened."""

    def __init__(self) -> None:
        self.open, self.asked = threading.Event(), threading.Event()
        self.open.set()

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        self.asked.set()
        assert self.open.wait(60)
        return super().embed_audio(sounds)


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open.set()


@pytest.fixture
def gated(open_desk: OpenDesk, folder: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A window whose embedder can be held up; all is heard."""
    monkeypatch.setattr(desktop_app.open_profile.listening, "InProcessWorker", lambda _: InProcessWorker(gate))
    desk = open_desk()
    desk.conversation.operations.add_folders([folder])
    desk.until(lambda: not desk.conversation.operations.busy)
    desk.settle()
    return desk


class TestRunning:
    def test_one_searches_meanwhile_and_it_can_be_given_up(self, gated: Desk, gate: Gate, labelled: Path) -> None:
        page, runner = page_of(gated), gated.conversation.evaluating.runner
        gate.open.clear()
        gate.asked.clear()
        gated.window.actions_.tagging.evaluate.trigger()
        page.form.show_place(labelled)
        page.form.run.click()
        gated.until(gate.asked.is_set)
        assert runner.running
        assert page.work.isVisible()
        assert page._cancel.hasFocus(), "the keyboard is on what ends it"
        assert not page.form.run.isEnabled()
        gated.search("name:kick")
        assert gated.names() == ["kick.wav"]
        assert runner.running
        gated.window.actions_.tagging.evaluate.trigger()
        page.cancel_wanted.emit()
        assert not runner.running
        assert page.work.isHidden()
        assert page.form.run.isEnabled()
        gate.open.set()
        gated.until(lambda: not runner.busy)
        assert page.result is None, "what nobody waits for is not shown"
        assert page.message == ""

    def test_closing_the_window_waits_for_nothing(self, gated: Desk, gate: Gate, labelled: Path) -> None:
        page = page_of(gated)
        gate.open.clear()
        gate.asked.clear()
        gated.window.actions_.tagging.evaluate.trigger()
        page.form.show_place(labelled)
        page.form.run.click()
        gated.until(gate.asked.is_set)
        threading.Timer(0.2, gate.open.set).start()
        gated.close()
        assert not gated.conversation.evaluating.runner.running

    def test_it_is_said_elsewhere_when_it_is_done(self, gated: Desk, gate: Gate, labelled: Path) -> None:
        page, runner, said = page_of(gated), gated.conversation.evaluating.runner, []
        runner.progressed.connect(lambda _: said.append(page.work.text))
        gate.open.clear()
        gated.window.actions_.tagging.evaluate.trigger()
        page.form.show_place(labelled)
        page.form.run.click()
        page.left.emit()
        gate.open.set()
        gated.until(lambda: not runner.running)
        assert said[-1] == "Comparing..."
        assert "“My recordings” is done" in gated.window.status._notice.text()
        gated.window.actions_.tagging.evaluate.trigger()
        assert page.shows_results

    def test_who_types_elsewhere_keeps_the_keyboard(self, gated: Desk, gate: Gate, labelled: Path) -> None:
        page, runner = page_of(gated), gated.conversation.evaluating.runner
        gate.open.clear()
        gated.window.actions_.tagging.evaluate.trigger()
        page.form.show_place(labelled)
        page.form.run.click()
        gated.window.search.take_focus()
        typing = QApplication.focusWidget()
        gate.open.set()
        gated.until(lambda: not runner.running)
        assert page.shows_results
        assert QApplication.focusWidget() is typing

    def test_another_network_ends_it(self, gated: Desk, gate: Gate, labelled: Path) -> None:
        page, runner = page_of(gated), gated.conversation.evaluating.runner
        gate.open.clear()
        page.form.show_place(labelled)
        page.form.run.click()
        gated.conversation.operations.embedder_changed.emit()
        gate.open.set()
        gated.until(lambda: not runner.busy)
        assert "Another network" in page.message
        assert page.result is None


class TestWorseRecordings:
    def test_they_are_tried_once_one_wants_it_and_knows_how_long_it_takes(self, desk: Desk, labelled: Path) -> None:
        page, runner = run(desk, labelled), desk.conversation.evaluating.runner
        worse = page.results.worse
        assert texts(page, "worse") == []
        page.results.show_part(worse)
        desk.until(lambda: worse.cost.endswith("less than a minute."))
        assert page.result is not None
        before = page.result.document
        labelled.rename(labelled.with_name("elsewhere"))
        worse.run.click()
        desk.until(lambda: not runner.running)
        assert "None of these sounds can be read any more" in page.message
        assert page.shows_results
        labelled.with_name("elsewhere").rename(labelled)
        worse.run.click()
        desk.until(lambda: not runner.running)
        assert page.message == ""
        assert page.result.document["robustness"]
        assert {**before, "robustness": page.result.document["robustness"]} == page.result.document
        rows = texts(page, "worse")
        assert len(rows) == len(page.result.document["robustness"]) > 10
        assert rows[0][0] == "as they are"
        assert worse.run.isHidden()
        assert page.results.tabs.currentIndex() == page.results.tabs.count() - 1, "one stays where one is"


class TestDoubtfulLabels:
    def test_one_recording_under_two_labels_is_shown_and_heard(self, desk: Desk, labelled: Path, qtbot: QtBot) -> None:
        page = run(desk, labelled)
        tabs = [page.results.tabs.tabText(number) for number in range(page.results.tabs.count())]
        number = tabs.index("Contradictions")
        assert not page.results.tabs.isTabVisible(number), "there are none"
        shutil.copy(labelled / "000 - Rain" / "rain 1.wav", labelled / "001 - Kick" / "a kick.wav")
        page = run(desk, labelled)
        assert page.results.tabs.isTabVisible(number)
        assert texts(page, "contradictory") == [["rain 1.wav", "rain", "kick"], ["a kick.wav", "kick", "rain"]]
        page.results.show_part(page.results.contradictory)
        qtbot.keyClick(page.results.contradictory, Qt.Key.Key_Down)
        qtbot.keyClick(page.results.contradictory, Qt.Key.Key_Down)
        player = desk.window.player
        desk.until(lambda: player.sound is not None and player.sound.name == "a kick.wav")

    def test_the_noisiest_are_found_once_one_wants_it_and_heard(self, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
        folder = tmp_path / "Noise"
        for number, label in enumerate(("kick", "rain")):
            (folder / label).mkdir(parents=True)
            for level in (0.0005, 0.02):
                frames = noise(3.0, seed=number, level=level)
                frames[RATE : 2 * RATE] += tone(1.0, hertz=300 + 400 * number, level=0.5)
                make(folder / label, name=f"{label} {level}", frames=frames)
        page = run(desk, folder)
        noisy = page.results.noisy
        page.results.show_part(noisy)
        assert (texts(page, "noisy"), noisy.run.isVisible()) == ([], True)
        noisy.run.click()
        desk.until(lambda: not desk.conversation.evaluating.runner.running)
        assert page.message == ""
        rows = texts(page, "noisy")
        assert [row[0] for row in rows[:2]] in (["kick 0.02.wav", "rain 0.02.wav"], ["rain 0.02.wav", "kick 0.02.wav"])
        assert len(rows) == 4
        assert int(rows[0][1]) < int(rows[3][1]) - 15
        assert noisy.note.startswith("Of these 4 sound")
        assert noisy.run.isHidden()
        qtbot.keyClick(noisy.table, Qt.Key.Key_Down)
        player = desk.window.player
        desk.until(lambda: player.sound is not None and player.sound.name == rows[0][0])
        assert page.result is not None
        assert rows[0][0] in evaluation_page(page.result.document)


class TestReport:
    def test_the_report_is_the_one_of_the_command_line(
        self, desk: Desk, labelled: Path, tmp_path: Path, answers: Answers
    ) -> None:
        page = run(desk, labelled)
        assert page.result is not None
        for name, expected in (
            ("report.html", evaluation_page(page.result.document)),
            ("report", evaluation_page(page.result.document)),
            ("report.json", json.dumps(page.result.document, indent=2) + "\n"),
        ):
            answers.file = tmp_path / name
            page.save.click()
            desk.until(lambda: not desk.conversation.operations.busy)
            written = answers.file if answers.file.suffix else answers.file.with_name("report.html")
            assert written.read_text(encoding="utf-8") == expected
            assert str(written) in desk.window.status._notice.text()
            answers.choices = [1]
        assert len(answers.asked) == 1, "the dialog asked about “report”, and not about “report.html”"
        (tmp_path / "report.html").write_text("mine")
        for file, choices in ((tmp_path / "report", [None]), (tmp_path / "nowhere" / "report.html", []), (None, [])):
            answers.file, answers.choices = file, list(choices)
            page.save.click()
            desk.until(lambda: not desk.conversation.operations.busy)
        assert (tmp_path / "report.html").read_text() == "mine", "who changes their mind saves nothing"
        assert "cannot be saved" in page.message
        assert page.shows_results


def test_progress_is_said_with_rate_and_time_left(qtbot: QtBot) -> None:
    page = EvaluationPage()
    qtbot.addWidget(page)
    page.show_progress(EvaluationProgress(30, 1200, 2.5, EvaluationWork.HEARING))
    assert page.work.text == "Hearing sounds: 30 of 1,200 · 2.5 a second · 8 min left"
    page.show_progress(EvaluationProgress(30, 1200, 2.5, EvaluationWork.HEARING_WORSE))
    assert page.work.text.startswith("Hearing worse versions: 30 of 1,200")


def test_each_source_says_what_it_must_look_like(qtbot: QtBot) -> None:
    form = EvaluationForm()
    qtbot.addWidget(form)
    seen = {}
    for source, button in form.choices.items():
        button.click()
        assert form.source is source
        assert form.run.isEnabled() is (source is Source.VERDICTS), "elsewhere there is nothing to evaluate yet"
        seen[source] = (form._layout_text.text(), form._example.text())
    assert "sub-folder" in seen[Source.FOLDER][0]
    assert "001 - Dog bark" in seen[Source.FOLDER][1]
    assert seen[Source.TABLE][1].startswith("path,label\n")
    assert "accepted or rejected" in seen[Source.VERDICTS][0]


class TestForm:
    def test_a_place_is_chosen_with_the_systems_dialogs(self, desk: Desk, answers: Answers, labelled: Path) -> None:
        form = page_of(desk).form
        desk.folder_answers.append(labelled)
        form.choose.click()
        assert form.place.text() == str(labelled)
        desk.folder_answers.append(None)
        form.choose.click()
        assert form.place.text() == str(labelled), "who changes their mind keeps what there was"
        form.choices[Source.TABLE].click()
        answers.file = labelled / "labels.csv"
        form.choose.click()
        assert form.place.text() == str(labelled / "labels.csv")

    def test_what_is_dropped_on_the_page_is_evaluated_and_not_added(self, desk: Desk, labelled: Path) -> None:
        page = page_of(desk)
        desk.window.actions_.tagging.evaluate.trigger()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(labelled))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
        QApplication.sendEvent(page, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
        assert page.form.place.text() == str(labelled)
        desk.settle()
        assert len(desk.earmark.library.folders.all()) == 1

    def test_all_of_it_goes_by_the_keyboard(self, desk: Desk, labelled: Path, qtbot: QtBot) -> None:
        page, action = page_of(desk), desk.window.actions_.tagging.evaluate
        command = next(c for c in desk.conversation.commanding.commands() if c.title == "Evaluate on your sounds")
        assert command.keys == "F6"
        assert action in desk.window.actions_.menu().actions()
        command.run()
        assert page.isVisible()
        assert page.form.place.hasFocus()
        page.form.place.setText(str(labelled))
        qtbot.keyClick(page.form.place, Qt.Key.Key_Return)
        desk.until(lambda: page.shows_results)
        assert page.results.tabs.hasFocus(), "the keyboard is on the results"

    def test_a_review_ends_where_an_evaluation_begins(self, desk: Desk) -> None:
        reviewing = desk.conversation.tagging.reviewing
        reviewing.begin(("test", "rain"))
        desk.settle()
        assert reviewing.sound_id is not None
        desk.window.actions_.tagging.evaluate.trigger()
        assert page_of(desk).isVisible()
        assert reviewing.sound_id is None
        desk.window.actions_.tagging.review.trigger()
        desk.settle()
        assert reviewing.page.isVisible()

    def test_without_a_library_there_is_a_page_nevertheless(self, open_desk: OpenDesk, labelled: Path) -> None:
        desk = open_desk()
        assert desk.window.shows_first_run
        page = run(desk, labelled)
        assert page.isVisible()
        assert page.shows_results
        desk.conversation.refresh()
        desk.until(lambda: not desk.conversation.operations.busy)
        assert page.isVisible()
        page.left.emit()
        assert desk.window.shows_first_run
