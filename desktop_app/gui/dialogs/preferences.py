"""The settings that a person may want to change, in sections, each with the sentence that explains it."""

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.dialogs.exclusions import Exclusions
from desktop_app.gui.dialogs.preference_fields import (
    Field,
    check_box,
    cores_box,
    device_box,
    download_box,
    editor_line,
    embedder_box,
    language_box,
    loudness_box,
    theme_box,
)
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.retelling import retold_error
from desktop_app.gui.theme import semibold
from desktop_app.gui.translations import setting_text
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.open_profile.embedder_list import EmbedderChoice, embedder_choices
from desktop_app.settings import Settings, SettingsError

if TYPE_CHECKING:
    from desktop_app.app import Earmark

SIZE: Final = (720, 460)
_SECTION_WIDTH: Final = 150


class PreferencesDialog(QDialog):
    """Changes nothing before OK; what cannot be done is said in a sentence and the dialog stays.

    A setting that is on or off appears by itself, in the last section if no other is chosen for it here.
    """

    theme_chosen = Signal(str)
    """The theme that was saved, a value of `ThemeChoice`: whoever owns the `ThemeSwitch` shows it."""
    embedder_chosen = Signal(str)
    """Another embedder is wanted: whoever can wait for it calls `Earmark.prepare_embedder`."""
    download_chosen = Signal(str)
    """This embedder is to be downloaded, at once."""

    def __init__(self, earmark: "Earmark", parent: QWidget | None = None, *, devices: Sequence[str] = ()) -> None:
        """Shows the settings of `earmark`; `devices` are the output devices that are connected."""
        super().__init__(parent)
        self._earmark = earmark
        self._devices = devices
        self._fields: list[Field] = []
        self._exclusions = Exclusions(earmark.library.folders.exclusions())
        self.setWindowTitle(self.tr("Preferences"))
        self._sections = QListWidget(self)
        self._sections.setAccessibleName(self.tr("Sections"))
        self._sections.setFixedWidth(_SECTION_WIDTH)
        self._pages = QStackedWidget(self)
        self._sections.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._problem = PlainLabel()
        self._problem.setWordWrap(True)
        self._problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self._problem.hide()
        self._arrange()
        self._add_network()
        self._add_library()
        self._add_playing()
        self._add_window()
        self._sections.setCurrentRow(0)

    @property
    def problem(self) -> str:
        """Why the settings could not be saved; empty when nothing is wrong."""
        return self._problem.text()

    def accept(self) -> None:
        """Save everything, then close; a problem is shown and keeps the dialog open."""
        try:
            self._save()
        except (SettingsError, LibraryError) as problem:
            self._problem.setText(retold_error(problem))
            self._problem.show()
            return
        super().accept()

    def _save(self) -> None:
        """Raises SettingsError and LibraryError."""
        before = self._earmark.settings
        values = {field.setting: field.value() for field in self._fields}
        embedder = values.pop("embedder")  # whoever listens with it keeps it in the settings
        self._earmark.change_settings(**values)
        self._save_exclusions()
        if embedder is not None and embedder != before.embedder:
            self.embedder_chosen.emit(embedder)
        if values["theme"] != before.theme:
            self.theme_chosen.emit(values["theme"])

    def _save_exclusions(self) -> None:
        folders = self._earmark.library.folders
        before, after = set(folders.exclusions()), set(self._exclusions.patterns())
        for pattern in sorted(before - after):
            folders.include(pattern)
        for pattern in sorted(after - before):
            folders.exclude(pattern)
        if before != after:
            self._earmark.indexer.rescan()

    # The sections.

    def _add_network(self) -> None:
        earmark = self._earmark
        choices = list(embedder_choices(earmark.profile, earmark.settings))
        page = self._page(self.tr("Listening"))
        change = self.tr(
            "After a change all sounds are listened to anew; meanwhile the present one serves. Your tags and "
            "verdicts stay."
        )
        box = self._kept(embedder_box(choices, earmark.settings.embedder))
        _add_row(page, self.tr("&Listening"), box, f"{setting_text('embedder')} {change}")
        self._add_download(page, choices)
        cores = self.tr("How many of them may be busy with listening. Counts when Earmark is started next.")
        threads = self._kept(cores_box(earmark.settings.threads))
        _add_row(page, self.tr("Processor &cores"), threads, cores)
        self._add_check_box(page, "measuring")
        self._add_check_box(page, "moments")
        self._add_check_box(page, "embedder_offer")
        page.addStretch(1)

    def _add_download(self, page: QVBoxLayout, choices: list[EmbedderChoice]) -> None:
        box = download_box(choices)
        if not box.count():
            return
        button = QPushButton(self.tr("&Download"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._download(box.currentData()))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(box, 1)
        line.addWidget(button)
        box.setAccessibleName(self.tr("Networks to download"))
        sentence = self.tr("Nothing is downloaded by itself. It takes over once it has listened to every sound.")
        _add_row(page, self.tr("More networks"), row, sentence)

    def _download(self, name: str) -> None:
        self.download_chosen.emit(name)
        self.accept()

    def _add_library(self) -> None:
        page = self._page(self.tr("Library"))
        sentence = self.tr("Files and folders that fit one of these patterns are not listened to.")
        _add_row(page, self.tr("&Left out"), self._exclusions, sentence)
        page.addStretch(1)

    def _add_playing(self) -> None:
        page = self._page(self.tr("Playing"))
        for setting in ("audition", "loop", "play_on"):
            self._add_check_box(page, setting)
        device = self._kept(device_box(self._devices, self._earmark.settings.output_device))
        _add_row(page, self.tr("&Output device"), device, setting_text("output_device"))
        self._add_check_box(page, "match_loudness")
        target = self._kept(loudness_box(self._earmark.settings.target_loudness))
        _add_row(page, self.tr("Loud&ness"), target, setting_text("target_loudness"))
        page.addStretch(1)

    def _add_window(self) -> None:
        page = self._page(self.tr("Window"))
        theme = self._kept(theme_box(self._earmark.settings.theme))
        _add_row(page, self.tr("&Theme"), theme, setting_text("theme"))
        language = self._kept(language_box(self._earmark.settings.language))
        _add_row(page, self.tr("Lan&guage"), language, setting_text("language"))
        editor = self._kept(editor_line(self._earmark.settings.editor))
        _add_row(page, self.tr("&Editor"), editor, setting_text("editor"))
        shown = {field.setting for field in self._fields}
        for item in dataclasses.fields(Settings):
            if isinstance(item.default, bool) and item.name not in shown:
                self._add_check_box(page, item.name)
        page.addStretch(1)

    # Building

    def _kept(self, field: Field) -> QWidget:
        self._fields.append(field)
        return field.widget

    def _add_check_box(self, page: QVBoxLayout, setting: str) -> None:
        sentence = setting_text(setting)
        page.addWidget(self._kept(check_box(setting, sentence, getattr(self._earmark.settings, setting))))
        page.addSpacing(6)

    def _page(self, title: str) -> QVBoxLayout:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(18, 4, 4, 4)
        layout.setSpacing(6)
        self._sections.addItem(title)
        self._pages.addWidget(page)
        return layout

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.addWidget(self._sections)
        middle.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(middle, 1)
        layout.addWidget(self._problem)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(*SIZE)


def _add_row(page: QVBoxLayout, title: str, widget: QWidget, sentence: str) -> None:
    label = PlainLabel(title)
    label.setFont(semibold(label.font()))
    label.setBuddy(widget)
    widget.setAccessibleName(title.replace("&", ""))
    widget.setAccessibleDescription(sentence)
    explanation = PlainLabel(sentence)
    explanation.setWordWrap(True)
    explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    for part in (label, widget, explanation):
        page.addWidget(part)
    page.addSpacing(12)
