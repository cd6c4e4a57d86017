"""What was measured of sounds: in the list, beside the tags, in searches and commands; and nothing before it was."""

from dataclasses import replace
from typing import Final

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.core.events import IndexingPaused, MeasuringProgress
from desktop_app.core.measured import Measured
from desktop_app.core.musical import Musical, SoundKind
from desktop_app.core.query import parse_query
from desktop_app.core.scoring import TagSource
from desktop_app.core.sound_quality import SoundQuality, SoundWarning
from desktop_app.gui import theme
from desktop_app.gui.conversations.measuring import ANY_WARNING
from desktop_app.gui.dialogs.preferences import PreferencesDialog
from desktop_app.gui.models.measured_texts import key_text, key_words, measured_texts, measured_words, note_of
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_table import SoundTableModel
from desktop_app.gui.models.warning_texts import tag_cautions, warning_name, warning_tip
from desktop_app.gui.panels.sounds.column_header import UNSORTABLE
from desktop_app.gui.panels.tags.tag_panel import TagPanel
from desktop_app.gui.queries import SORT_COLUMNS, Question
from desktop_app.gui.theme import LEAST_CONTRAST, ThemeChoice, ThemeSwitch, contrast
from desktop_app.library.library import Library
from tests.gui.desk import Desk
from tests.gui.spoken import Speak
from tests.gui.stand_ins import HandMadeRows, tag
from tests.gui.tags.test_tag_panel import entry
from tests.measurements import NOTHING, music, quality

GOOD = quality(loudness=-14.2, true_peak=-0.3)
LOOP = music(tempo=120.02, key="F#m", kind=SoundKind.LOOP)
NOTE = music(pitch=92.5, kind=SoundKind.ONE_SHOT)
SPOILT: Final = {
    SoundWarning.BAND_LIMITED: quality(bandwidth=3_400.0),
    SoundWarning.CLIPPED: quality(clipped=5_000, true_peak=0.4),
    SoundWarning.NEAR_SILENT: quality(active=0.004, level=-58.0, loudness=None),
    SoundWarning.LOW_LEVEL: quality(level=-58.0, loudness=-57.0, true_peak=-50.0),
    SoundWarning.DC_OFFSET: quality(dc_offset=-0.12),
    SoundWarning.NOISY: quality(signal_to_noise=4.0),
    SoundWarning.FAKE_STEREO: quality(side_level=-200.0),
    SoundWarning.DROPOUTS: quality(dropouts=12),
}
"""A recording for each warning, which certainly has it."""
COLUMNS = (Column.TEMPO, Column.KEY, Column.KIND, Column.LOUDNESS, Column.TRUE_PEAK, Column.WARNINGS)
CLIPPED = Measured(SPOILT[SoundWarning.CLIPPED], NOTHING)
TIP = Qt.ItemDataRole.ToolTipRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def table(*measured: Measured) -> SoundTableModel:
    rows = HandMadeRows()
    rows.changed = {n: replace(rows.row(n), measured=found) for n, found in enumerate(measured)}
    model = SoundTableModel(rows)
    model.show_sounds(np.arange(len(measured)))
    return model


def cells(model: SoundTableModel, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [model.index(row, column).data(role) for column in COLUMNS]


class TestTexts:
    def test_values_in_short(self) -> None:
        found = measured_texts(Measured(GOOD, LOOP))
        assert found == ("120 BPM", "F#m", "loop", "−14.2 LUFS", "−0.3 dBTP")

    def test_what_could_not_be_told_is_left_out(self) -> None:
        assert measured_texts(Measured(quality(loudness=-14.2, true_peak=None), NOTHING)) == ("−14.2 LUFS",)
        assert measured_texts(Measured(None, music(tempo=92.5))) == ("92.5 BPM",)
        assert measured_texts(Measured()) == measured_words(Measured()) == ()

    def test_a_sound_too_quiet_to_have_a_loudness_says_so(self) -> None:
        assert measured_texts(Measured(quality(loudness=None, true_peak=None))) == ("below −70 LUFS",)

    @pytest.mark.parametrize(
        ("music", "text", "words"),
        [
            (music(key="C"), "C", "Key: C major"),
            (music(key="Am"), "Am", "Key: A minor"),
            (music(key="A#"), "A#", "Key: A sharp major"),
            (LOOP, "F#m", "Key: F sharp minor"),
            (music(pitch=440.0), "A4", "Single note: A4, 440.0 Hz"),
            (NOTE, "F#2", "Single note: F sharp 2, 92.5 Hz"),
            (replace(NOTE, key="G"), "G", "Key: G major"),
        ],
    )
    def test_keys_and_notes_as_musicians_write_them_and_as_they_are_read_aloud(
        self, music: Musical, text: str, words: str
    ) -> None:
        assert key_text(Measured(None, music)) == text
        assert key_words(Measured(None, music)) == words

    @pytest.mark.parametrize(
        ("hertz", "note"), [(261.63, "C4"), (246.94, "B3"), (27.5, "A0"), (16.35, "C0"), (8.18, "C-1"), (452.0, "A4")]
    )
    def test_octaves_begin_with_c(self, hertz: float, note: str) -> None:
        assert note_of(hertz) == note

    @pytest.mark.parametrize(
        ("language", "texts"),
        [
            ("de", ("92,5 BPM", "Loop", "−14,2 LUFS", "−0,3 dBTP")),
            ("fr", ("92,5 BPM", "boucle", "−14,2 LUFS", "−0,3 dBTP")),
        ],
    )
    def test_numbers_are_written_as_the_language_does(
        self, speak: Speak, language: str, texts: tuple[str, ...]
    ) -> None:
        speak(language)
        assert measured_texts(Measured(GOOD, music(tempo=92.5, kind=SoundKind.LOOP))) == texts


class TestWarnings:
    @pytest.mark.parametrize(("warning", "spoilt"), SPOILT.items(), ids=str)
    def test_every_warning_says_what_it_means_and_what_helps(self, warning: SoundWarning, spoilt: SoundQuality) -> None:
        assert warning in spoilt.warnings
        meaning, advice = warning_tip(warning, spoilt).split("\n")
        assert meaning.casefold().startswith(warning_name(warning).casefold())
        assert advice.endswith(".")
        assert not set("{}%") & set(meaning + advice) - {"%"}

    def test_a_good_recording_has_none(self) -> None:
        assert Measured(GOOD).warnings == ()

    @pytest.mark.parametrize(
        ("warning", "figures"),
        [
            (SoundWarning.BAND_LIMITED, ("3.4 kHz", "24.0 kHz")),
            (SoundWarning.CLIPPED, ("5,000 samples lie",)),
            (SoundWarning.NEAR_SILENT, ("0.4%", "−60 dBFS")),
            (SoundWarning.LOW_LEVEL, ("−50.0 dBTP",)),
            (SoundWarning.DC_OFFSET, ("12.0%",)),
            (SoundWarning.NOISY, ("4 dB",)),
            (SoundWarning.FAKE_STEREO, ("2 channels",)),
            (SoundWarning.DROPOUTS, ("12 places",)),
        ],
    )
    def test_what_was_measured_stands_in_it(self, warning: SoundWarning, figures: tuple[str, ...]) -> None:
        tip = warning_tip(warning, SPOILT[warning])
        assert all(figure in tip for figure in figures), tip

    def test_tags_are_doubted_for_what_the_network_does_not_hear_well(self) -> None:
        doubted = {warning for warning, spoilt in SPOILT.items() if tag_cautions(Measured(spoilt))}
        assert doubted == {
            SoundWarning.BAND_LIMITED,
            SoundWarning.CLIPPED,
            SoundWarning.NEAR_SILENT,
            SoundWarning.LOW_LEVEL,
            SoundWarning.NOISY,
        }

    def test_a_narrow_band_is_one_that_the_network_would_miss(self) -> None:
        telephone, compressed = quality(bandwidth=3_400.0), quality(bandwidth=16_000.0)
        assert tag_cautions(Measured(telephone)) == "Recorded over a narrow band: tags are less certain here."
        assert compressed.warnings == (SoundWarning.BAND_LIMITED,)
        assert tag_cautions(Measured(compressed)) == ""

    def test_a_rate_that_holds_little_is_no_loss_of_the_file(self) -> None:
        meaning = warning_tip(SoundWarning.BAND_LIMITED, quality(sample_rate=8_000, bandwidth=None))
        assert meaning.startswith("Band-limited: its sample rate of 8.0 kHz holds nothing above 4.0 kHz.")


class TestList:
    def test_cells_say_what_was_measured(self) -> None:
        model = table(Measured(GOOD, LOOP), CLIPPED)
        assert cells(model, 0) == ["120", "F#m", "loop", "−14.2 LUFS", "−0.3 dBTP", ""]
        assert cells(model, 1) == ["", "", "", "−18.0 LUFS", "0.4 dBTP", "clipped"]
        assert cells(model, 0, SPOKEN)[1] == "Key: F sharp minor"

    def test_a_sound_that_was_not_measured_yet_shows_nothing(self) -> None:
        model = table(Measured(), Measured(GOOD, None), Measured(None, LOOP))
        assert cells(model, 0) == cells(model, 0, SPOKEN) == [""] * 6
        assert cells(model, 0, TIP) == ["Not measured yet"] * 6
        assert cells(model, 1)[:3] == [""] * 3
        assert cells(model, 1, TIP)[:3] == ["Not measured yet"] * 3
        assert cells(model, 2)[3:] == [""] * 3

    def test_tips_say_what_a_value_is(self) -> None:
        tempo, key, kind, loudness, peak, warnings = cells(table(Measured(GOOD, LOOP)), 0, TIP)
        assert (tempo, key, kind) == ("Tempo: 120 BPM", "Key: F sharp minor", "Kind: loop")
        assert "BS.1770" in loudness
        assert "between the samples" in peak
        assert warnings == "Nothing wrong was found in this recording."
        model = table(CLIPPED)
        assert cells(model, 0, TIP)[5] == warning_tip(SoundWarning.CLIPPED, SPOILT[SoundWarning.CLIPPED])
        assert cells(model, 0, TIP)[0] == "This could not be told for certain."

    def test_the_name_and_the_tags_speak_of_warnings_while_their_column_is_hidden(self) -> None:
        rows = HandMadeRows()
        automatic, accepted = tag("rain"), tag("door", TagSource.ACCEPTED)
        for number, tags in enumerate([(automatic, accepted), (accepted,)]):
            rows.changed[number] = replace(rows.row(number), tags=tags, measured=CLIPPED)
        rows.changed[2] = replace(rows.row(2), tags=(automatic,), measured=Measured(GOOD, LOOP))
        model = SoundTableModel(rows)
        model.show_sounds(np.arange(3))
        assert "Warnings: clipped" in model.index(0, Column.NAME).data(TIP)
        assert "Warnings" not in model.index(2, Column.NAME).data(TIP)
        tips = [model.index(row, Column.TAGS).data(TIP) for row in range(3)]
        assert tips[0] == "rain (automatic), door (accepted)\nIts peaks are cut off: tags are less certain here."
        assert tips[1] == "door (accepted)"
        assert tips[2] == "rain (automatic)"

    def test_the_library_can_sort_by_each_column(self) -> None:
        assert set(COLUMNS) <= set(SORT_COLUMNS)
        assert not UNSORTABLE & set(COLUMNS)


@pytest.fixture
def panel(qtbot: QtBot) -> TagPanel:
    panel = TagPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


class TestTagPanel:
    def test_a_line_says_what_was_measured_of_the_one_selected_sound(self, panel: TagPanel) -> None:
        panel.show_entries((), 1, "kick.wav", Measured(GOOD, LOOP))
        assert panel.measured.isVisible()
        assert panel.measured.text == "120 BPM · F#m · loop · −14.2 LUFS · −0.3 dBTP"
        assert panel.measured.marks == ()
        (label,) = panel.measured.findChildren(QLabel)
        assert "Key: F sharp minor" in label.accessibleName()

    def test_nothing_is_there_before_it_was_measured_and_for_several_sounds(self, panel: TagPanel) -> None:
        panel.show_entries((), 1, "kick.wav", CLIPPED)
        panel.show_entries((), 1, "kick.wav", Measured())
        assert not panel.measured.isVisible()
        assert panel.measured.text == ""
        panel.show_entries((), 1, "kick.wav", CLIPPED)
        panel.show_entries((), 2, "")
        assert not panel.measured.isVisible()
        assert panel.measured.marks == ()

    def test_every_warning_has_a_mark_that_asks_for_its_sounds(self, panel: TagPanel, qtbot: QtBot) -> None:
        spoilt = quality(clipped=5_000, signal_to_noise=4.0)
        panel.show_entries((), 1, "kick.wav", Measured(spoilt))
        asked: list[SoundWarning] = []
        panel.warning_chosen.connect(asked.append)
        marks = panel.measured.marks
        assert [mark.text() for mark in marks] == [warning_name(warning) for warning in spoilt.warnings]
        for mark in marks:
            assert warning_tip(mark.warning, spoilt) in mark.toolTip()
            assert mark.accessibleName() == f"Warning: {mark.text()}"
            qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
        marks[0].setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(marks[0], Qt.Key.Key_Space)
        assert asked == [*spoilt.warnings, spoilt.warnings[0]]

    def test_automatic_tags_of_a_doubtful_recording_say_so(self, panel: TagPanel) -> None:
        tags = (
            entry("Rain", automatic=1),
            entry("Kick", accepted=1),
            entry("Snare", added=1),
            entry("Dog", rejected=1),
        )
        sentence = "Its peaks are cut off: tags are less certain here."
        panel.show_entries(tags, 1, "kick.wav", CLIPPED)
        assert [row.doubt for row in panel.rows()] == [sentence, "", "", ""]
        assert [sentence in row.tip for row in panel.rows()] == [True, False, False, False]
        panel.show_entries(tags, 1, "kick.wav", Measured(GOOD, LOOP))
        assert not any(row.doubt or sentence in row.tip for row in panel.rows())

    def test_a_value_can_be_selected_and_copied(self, panel: TagPanel, qtbot: QtBot) -> None:
        panel.show_entries((), 1, "kick.wav", Measured(GOOD, LOOP))
        (label,) = panel.measured.findChildren(QLabel)
        label.setFocus(Qt.FocusReason.TabFocusReason)
        label.setSelection(0, len("120 BPM"))
        qtbot.keySequence(label, QKeySequence(QKeySequence.StandardKey.Copy))
        assert QGuiApplication.clipboard().text() == "120 BPM"

    @pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
    def test_marks_can_be_read_in_both_themes(
        self, panel: TagPanel, theme_switch: ThemeSwitch, choice: ThemeChoice
    ) -> None:
        theme_switch.choose(choice)
        panel.show_entries((), 1, "kick.wav", CLIPPED)
        (mark,) = panel.measured.marks
        mark.ensurePolished()
        ground = QColor(theme.current().sidebar)
        assert contrast(mark.palette().buttonText().color(), ground) >= LEAST_CONTRAST
        # The triangle alone says nothing; still it is not fainter than a mark may be.
        assert contrast(QColor(theme.current().warning), ground) >= 3

    def test_a_recording_of_which_everything_is_wrong_leaves_room_for_its_tags(
        self, qtbot: QtBot, speak: Speak
    ) -> None:
        spoilt = quality(
            loudness=None,
            bandwidth=3_400.0,
            clipped=5_000,
            dc_offset=-0.12,
            signal_to_noise=4.0,
            active=0.004,
            side_level=-200.0,
            dropouts=12,
        )
        assert len(spoilt.warnings) == len(SoundWarning) - 1, "near-silent and low are not said of one sound"
        for language in ("en", "de", "fr"):
            speak(language)
            panel = TagPanel()
            qtbot.addWidget(panel)
            panel.show_entries((), 1, "kick.wav", Measured(spoilt, LOOP))
            assert panel.minimumSizeHint().width() <= 200
            assert panel.minimumSizeHint().height() <= 400


class TestProgress:
    def test_the_status_bar_says_how_far_it_is(self, desk: Desk) -> None:
        desk.bridge.notify(MeasuringProgress(1_199, 3_400, 9.14))
        desk.bridge.deliver()
        assert "Measuring sounds: 1,200 of 3,400 · 9.1/s · 4 min left" in desk.window.status.text
        desk.bridge.notify(IndexingPaused())
        desk.bridge.deliver()
        assert "Paused" in desk.window.status.text

    def test_what_was_measured_is_shown_while_others_are(self, desk: Desk) -> None:
        desk.select("whistle.wav")
        model = desk.window.sounds.model
        row = desk.names().index("whistle.wav")
        shown = [model.index(row, Column.LOUDNESS).data(), desk.window.selected_tags.measured.text]
        measure(desk.earmark.library)
        desk.bridge.notify(MeasuringProgress(3, 4, 1.0))
        desk.bridge.deliver()
        desk.until(lambda: "120 BPM" in desk.window.selected_tags.measured.text)
        desk.until(lambda: model.index(row, Column.LOUDNESS).data() == "−14.2 LUFS")
        assert shown != ["−14.2 LUFS", desk.window.selected_tags.measured.text]

    def test_a_search_for_what_is_measured_grows_meanwhile(self, desk: Desk) -> None:
        desk.search("warning:noisy")
        assert desk.names() == []
        measure(desk.earmark.library)
        desk.bridge.notify(MeasuringProgress(3, 4, 1.0))
        desk.bridge.deliver()
        desk.until(lambda: desk.names() == ["light rain.wav"])

    def test_only_questions_about_measured_values_are_asked_again(self) -> None:
        asked = ("bpm:120", "rain key:C", "-warning:noisy", "kind:loop", "lufs:<-20")
        assert all(Question(text).measures for text in asked)
        assert all(Question(column=column).measures for column in COLUMNS)
        assert not any(Question(text, column=Column.LENGTH).measures for text in ("", "rain", "length:<2"))

    def test_sounds_are_measured_once_that_is_wanted(self, desk: Desk, qtbot: QtBot) -> None:
        dialog = PreferencesDialog(desk.earmark, desk.window)
        qtbot.addWidget(dialog)
        (box,) = [box for box in dialog.findChildren(QCheckBox) if "measure tempo, key and loudness" in box.text()]
        assert not box.isChecked()
        box.click()
        dialog.accept()
        model = desk.window.sounds.model
        row = desk.names().index("whistle.wav")
        desk.until(lambda: model.index(row, Column.LOUDNESS).data().endswith(" LUFS"))
        desk.until(lambda: model.index(row, Column.TRUE_PEAK).data().endswith(" dBTP"))
        desk.select("whistle.wav")
        desk.until(lambda: desk.window.selected_tags.measured.text.endswith(" dBTP"))
        assert model.index(row, Column.KEY).data() == "B6", "the note that is nearest to 2,000 Hz"


class TestSearching:
    @pytest.mark.parametrize("column", COLUMNS)
    def test_what_is_shown_is_read_of_the_library_and_sorted_by(self, desk: Desk, column: Column) -> None:
        measure(desk.earmark.library)
        desk.conversation.refresh()
        desk.until(lambda: not desk.conversation.operations.busy)
        model = desk.window.sounds.model
        desk.window.sounds.order_chosen.emit(column, True)
        desk.until(lambda: not desk.conversation.operations.busy)
        downwards = [model.index(row, column).data() for row in range(model.rowCount())]
        desk.window.sounds.order_chosen.emit(column, False)
        desk.until(lambda: not desk.conversation.operations.busy)
        upwards = [model.index(row, column).data() for row in range(model.rowCount())]
        known = [text for text in upwards if text]
        assert len(known) >= 2
        assert known != [text for text in downwards if text]
        assert sorted(known) == sorted(text for text in downwards if text)

    def test_a_mark_lists_all_sounds_with_its_warning(self, desk: Desk, qtbot: QtBot) -> None:
        measure(desk.earmark.library)
        desk.select("kick.wav")
        panel = desk.window.selected_tags
        desk.until(lambda: bool(panel.measured.marks))
        (mark,) = panel.measured.marks
        assert mark.warning is SoundWarning.CLIPPED
        qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
        desk.until(lambda: not desk.conversation.operations.busy)
        assert desk.window.search.filters == ("warning:clipped",)
        assert desk.names() == ["kick.wav"]

    def test_commands_list_sounds_with_warnings(self, desk: Desk) -> None:
        measure(desk.earmark.library)
        desk.window.actions_.finding.warnings.trigger()
        desk.until(lambda: not desk.conversation.operations.busy)
        assert desk.window.search.filters == (f"warning:{ANY_WARNING}",)
        assert sorted(desk.names()) == ["kick.wav", "light rain.wav"]
        desk.search("")
        commands = {command.title: command for command in desk.conversation.commanding.commands()}
        assert "Show sounds with warnings" in commands
        assert all(commands[warning_name(warning)].is_target for warning in SoundWarning)
        commands["noisy"].run()
        desk.until(lambda: not desk.conversation.operations.busy)
        assert desk.names() == ["light rain.wav"]

    @pytest.mark.parametrize(
        ("typed", "first", "shown"),
        [
            ("warning:", "any", 9),
            ("warning:cl", "clipped", 1),
            ("warning:clipped|no", "noisy", 1),
            ("kind:", "loop", 2),
            ("key:f#", "F#", 2),
            ("bpm:", "<90", 5),
            ("lufs:", ">-14", 5),
        ],
    )
    def test_filters_are_completed(self, desk: Desk, qtbot: QtBot, typed: str, first: str, shown: int) -> None:
        bar = desk.window.search
        bar.setFocus()
        qtbot.keyClicks(bar, typed)
        assert bar.completer_list.open
        assert bar.completer_list.shown[0] == first
        assert len(bar.completer_list.shown) == shown
        field = typed.partition(":")[0]
        assert all(not parse_query(f"{field}:{value}").broken for value in bar.completer_list.shown)

    @pytest.mark.parametrize("typed", ["bpm:9", "bpm:<9", "lufs:-", "lufs:<-2"])
    def test_nobody_gets_another_number_than_the_typed_one(self, desk: Desk, qtbot: QtBot, typed: str) -> None:
        bar = desk.window.search
        bar.setFocus()
        qtbot.keyClicks(bar, typed)
        assert not bar.completer_list.open


@pytest.mark.parametrize(("peak", "is_told"), [(27.0, True), (0.1, True), (0.04, False), (-0.3, False), (None, False)])
def test_a_peak_above_full_scale_is_told_beside_it(peak: float | None, is_told: bool) -> None:
    said = "\n".join(measured_words(Measured(quality(true_peak=peak))))
    assert ("Over full scale" in said) == is_told


def measure(library: Library) -> None:
    """A clipped kick, noisy rain, a good whistle, and heavy rain that was not measured yet."""
    everything = library.sounds.many(library.sounds.ids().tolist())
    contents = {sound.name: sound.content_id or b"" for sound in everything}
    table = library.measured
    table.save({contents["kick.wav"]: quality(clipped=5_000, true_peak=0.4, loudness=-9.0)}, {})
    table.save({}, {contents["kick.wav"]: replace(NOTE, tempo=100.0)})
    table.save({contents["light rain.wav"]: quality(signal_to_noise=4.0, loudness=-30.0, true_peak=-8.0)}, {})
    table.save({contents["whistle.wav"]: GOOD}, {})
    table.save({}, {contents["whistle.wav"]: replace(LOOP, key="C")})
