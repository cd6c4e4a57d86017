"""The settings that a person may want to change, each with the sentence that explains it."""

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop_app.embedder_list import EmbedderChoice, embedder_choices
from desktop_app.gui.dialogs.exclusions import Exclusions
from desktop_app.gui.theme import ThemeChoice, semibold
from desktop_app.library.database import LibraryError
from desktop_app.settings import SettingsError, sentence_of

if TYPE_CHECKING:
    from desktop_app.app import Earmark

WIDTH: Final = 560


class PreferencesDialog(QDialog):
    """Changes nothing before OK; what cannot be done is said in a sentence and the dialog stays."""

    theme_chosen = Signal(str)
    """The theme that was saved, a value of `ThemeChoice`: whoever owns the `ThemeSwitch` shows it."""
    embedder_chosen = Signal(str)
    """Another embedder is wanted: whoever can wait for it calls `Earmark.use_embedder`."""

    def __init__(self, earmark: "Earmark", parent: QWidget | None = None) -> None:
        """Shows the settings of `earmark`."""
        super().__init__(parent)
        self._earmark = earmark
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(WIDTH)
        settings = earmark.settings
        self._embedder = self._embedder_box(list(embedder_choices(earmark.profile, settings)))
        self._threads = self._threads_box()
        self._theme = self._theme_box()
        self._audition = QCheckBox(sentence_of("audition"))
        self._audition.setChecked(settings.audition)
        self._exclusions = Exclusions(earmark.library.folders.exclusions())
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self._problem.hide()
        self._arrange()

    @property
    def problem(self) -> str:
        """Why the settings could not be saved; empty when nothing is wrong."""
        return self._problem.text()

    def accept(self) -> None:
        """Save everything, then close; a problem is shown and keeps the dialog open."""
        try:
            self._save()
        except (SettingsError, LibraryError) as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            return
        super().accept()

    def _save(self) -> None:
        """Raises SettingsError and LibraryError."""
        earmark, before = self._earmark, self._earmark.settings
        theme, embedder = self._theme.currentData(), self._embedder.currentData()
        earmark.change_settings(threads=self._threads.currentData(), theme=theme, audition=self._audition.isChecked())
        self._save_exclusions()
        if embedder is not None and embedder != before.embedder:
            self.embedder_chosen.emit(embedder)
        if theme != before.theme:
            self.theme_chosen.emit(theme)

    def _save_exclusions(self) -> None:
        folders = self._earmark.library.folders
        before, after = set(folders.exclusions()), set(self._exclusions.patterns())
        for pattern in sorted(before - after):
            folders.include(pattern)
        for pattern in sorted(after - before):
            folders.exclude(pattern)
        if before != after:
            self._earmark.indexer.rescan()

    # Building

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(6)
        downloads = self.tr(
            "Nothing is downloaded by itself. Get another network with: earmark embedder download NAME. Sounds are "
            "listened to anew after a change; your tags and verdicts stay."
        )
        cores = self.tr("How many of them may be busy with listening. Counts when Earmark is started next.")
        rows: tuple[tuple[str, QWidget, str], ...] = (
            (self.tr("&Listening"), self._embedder, f"{sentence_of('embedder')} {downloads}"),
            (self.tr("Processor &cores"), self._threads, cores),
            (self.tr("&Theme"), self._theme, sentence_of("theme")),
            (self.tr("&Audition"), self._audition, ""),
            (
                self.tr("&Left out"),
                self._exclusions,
                self.tr("Files and folders that fit one of these patterns are not listened to."),
            ),
        )
        for title, widget, sentence in rows:
            self._add_row(layout, title, widget, sentence)
        layout.addWidget(self._problem)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def _add_row(self, layout: QVBoxLayout, title: str, widget: QWidget, sentence: str) -> None:
        label = QLabel(title)
        label.setFont(semibold(label.font()))
        label.setBuddy(widget)
        widget.setAccessibleName(title.replace("&", ""))
        widget.setAccessibleDescription(sentence)
        layout.addWidget(label)
        layout.addWidget(widget)
        if sentence:
            explanation = QLabel(sentence)
            explanation.setWordWrap(True)
            explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            layout.addWidget(explanation)
        layout.addSpacing(12)

    def _embedder_box(self, choices: list[EmbedderChoice]) -> QComboBox:
        box = QComboBox()
        for choice in choices:
            box.addItem(self._title_of(choice), choice.name)
            model = box.model()
            if not choice.installed and isinstance(model, QStandardItemModel):
                model.item(box.count() - 1).setEnabled(False)
        box.setCurrentIndex(box.findData(self._earmark.settings.embedder))
        return box

    def _title_of(self, choice: EmbedderChoice) -> str:
        if choice.installed:
            return f"{choice.name}: {choice.title}"
        if choice.download_bytes is None:
            return self.tr("{name}: its folder is not there").format(name=choice.name)
        megabytes = round(choice.download_bytes / 1e6)
        return self.tr("{name}: not downloaded, {megabytes} MB").format(name=choice.name, megabytes=megabytes)

    def _threads_box(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("All but one"), 0)
        for cores in range(1, max(os.cpu_count() or 1, self._earmark.settings.threads) + 1):
            box.addItem(str(cores), cores)
        box.setCurrentIndex(box.findData(max(self._earmark.settings.threads, 0)))
        return box

    def _theme_box(self) -> QComboBox:
        box = QComboBox()
        names = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        for choice, name in names.items():
            box.addItem(name, choice.value)
        box.setCurrentIndex(max(box.findData(self._earmark.settings.theme), 0))
        return box
