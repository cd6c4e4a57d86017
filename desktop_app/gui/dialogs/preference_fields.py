"""The fields of the preferences: each shows one setting and gives back what the person made of it."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app.engine.embedders.model_files import KNOWN
from desktop_app.gui.theme import ThemeChoice
from desktop_app.gui.translations import LANGUAGES, embedder_text
from desktop_app.open_profile.embedder_list import EmbedderChoice

_MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Field:
    """A widget for one setting."""

    setting: str
    """Its name in `Settings`."""
    widget: QWidget
    value: Callable[[], Any]
    """What the person made of it; None when there is nothing that could be saved."""


def check_box(setting: str, sentence: str, value: bool) -> Field:
    """For any setting that is on or off: its sentence is its label."""
    box = QCheckBox(sentence)
    box.setChecked(value)
    return Field(setting, box, box.isChecked)


def embedder_box(choices: Iterable[EmbedderChoice], value: str) -> Field:
    """The embedders; those that are not on this computer cannot be chosen."""
    box = QComboBox()
    for choice in choices:
        box.addItem(_title_of(choice), choice.name)
        model = box.model()
        if not choice.installed and isinstance(model, QStandardItemModel):
            model.item(box.count() - 1).setEnabled(False)
    box.setCurrentIndex(box.findData(value))
    return Field("embedder", box, box.currentData)


def download_box(choices: Iterable[EmbedderChoice]) -> QComboBox:
    """The embedders that can be downloaded, with what there is to know before; its data are their names."""
    box = QComboBox()
    for choice in choices:
        if choice.installed or choice.name not in KNOWN:
            continue
        known = KNOWN[choice.name]
        text = QCoreApplication.translate("PreferencesDialog", "{title}: {megabytes} MB, {licence}")
        megabytes = round(known.size / _MEGABYTE)
        box.addItem(
            text.format(title=embedder_text(known.title), megabytes=megabytes, licence=known.licence), choice.name
        )
    return box


def cores_box(value: int) -> Field:
    """How many cores may be busy with listening."""
    box = QComboBox()
    box.addItem(QCoreApplication.translate("PreferencesDialog", "All but one"), 0)
    for cores in range(1, max(os.cpu_count() or 1, value) + 1):
        box.addItem(str(cores), cores)
    box.setCurrentIndex(box.findData(max(value, 0)))
    return Field("threads", box, box.currentData)


def theme_box(value: str) -> Field:
    """Light, dark, or as the system."""
    box = QComboBox()
    box.addItem(QCoreApplication.translate("PreferencesDialog", "As the system"), ThemeChoice.SYSTEM.value)
    box.addItem(QCoreApplication.translate("PreferencesDialog", "Light"), ThemeChoice.LIGHT.value)
    box.addItem(QCoreApplication.translate("PreferencesDialog", "Dark"), ThemeChoice.DARK.value)
    box.setCurrentIndex(max(box.findData(value), 0))
    return Field("theme", box, box.currentData)


def language_box(value: str) -> Field:
    """The window's language: the system's, or one of those there are, each under its own name."""
    box = QComboBox()
    box.addItem(QCoreApplication.translate("PreferencesDialog", "As the system"), "")
    for language, name in LANGUAGES.items():
        box.addItem(name, language)
    box.setCurrentIndex(max(box.findData(value), 0))
    return Field("language", box, box.currentData)


def device_box(devices: Iterable[str], value: str) -> Field:
    """The output devices, first whatever the system plays on; one that was chosen and is not connected stays chosen."""
    box = QComboBox()
    box.addItem(QCoreApplication.translate("PreferencesDialog", "As the system"), "")
    for device in devices:
        box.addItem(device, device)
    if value and box.findData(value) < 0:
        box.addItem(QCoreApplication.translate("PreferencesDialog", "{} (not connected)").format(value), value)
    box.setCurrentIndex(box.findData(value))
    return Field("output_device", box, box.currentData)


def loudness_box(value: float) -> Field:
    """The loudness that sounds are brought to."""
    box = QDoubleSpinBox()
    box.setRange(-40.0, -6.0)
    box.setDecimals(1)
    box.setSuffix(" LUFS")
    box.setValue(value)
    return Field("target_loudness", box, box.value)


def editor_line(value: str) -> Field:
    """The program that opens sounds for editing: its name or path, typed or chosen; empty for the system's own."""
    line = QLineEdit(value)
    line.setPlaceholderText(QCoreApplication.translate("PreferencesDialog", "As the system"))
    line.setAccessibleName(QCoreApplication.translate("PreferencesDialog", "Editor"))
    choose = QPushButton(QCoreApplication.translate("PreferencesDialog", "C&hoose..."))
    choose.setAutoDefault(False)
    choose.setAccessibleName(QCoreApplication.translate("PreferencesDialog", "Choose the editor"))
    row = QWidget()
    row.setFocusProxy(line)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(line, 1)
    layout.addWidget(choose)

    def ask() -> None:
        title = QCoreApplication.translate("PreferencesDialog", "Choose the editor")
        dialog = QFileDialog(row, title, str(Path(line.text()).parent) if line.text() else "")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: line.setText(str(Path(path))))
        dialog.open()

    choose.clicked.connect(ask)
    return Field("editor", row, lambda: line.text().strip())


def _title_of(choice: EmbedderChoice) -> str:
    if choice.installed:
        return f"{choice.name}: {embedder_text(choice.title)}"
    if choice.download_bytes is None:
        text = QCoreApplication.translate("PreferencesDialog", "{name}: its folder is not there")
        return text.format(name=choice.name)
    text = QCoreApplication.translate("PreferencesDialog", "{name}: not downloaded, {megabytes} MB")
    return text.format(name=choice.name, megabytes=round(choice.download_bytes / _MEGABYTE))
