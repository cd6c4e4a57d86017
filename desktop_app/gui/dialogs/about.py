"""What Earmark is, whose work it stands on, and where it keeps its data."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.gui.icons import icon
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.theme import semibold
from desktop_app.paths import Profile

WIDTH: Final = 640
_GAP: Final = 10
"""Pixels between the works and the folders."""


class AboutDialog(QDialog):
    """Version, licence, attributions, and the folders of the profile."""

    reveal_chosen = Signal(object)
    """The `Path` of a folder or file to be shown in the file manager."""

    def __init__(self, parent: QWidget | None = None, *, profile: Profile | None = None) -> None:
        """`profile` is the one whose folders are shown; None leaves them out."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Earmark"))
        title = PlainLabel(self.tr("Earmark {version}").format(version=__version__))
        title.setFont(semibold(title.font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(
            _text(
                self.tr(
                    "Tag and search your own sound library in plain words, on your own machine. "
                    "Nothing you hear, tag or search leaves this computer."
                )
            )
        )
        layout.addWidget(
            _text(
                self.tr(
                    "Free software under the GNU General Public License, version 3 or later. "
                    "It comes without any warranty."
                )
            )
        )
        layout.addLayout(self._rows(profile))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        layout.addWidget(buttons)
        self.setMinimumWidth(WIDTH)
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def _rows(self, profile: Profile | None) -> QGridLayout:
        """In one grid, so that all columns stand below each other."""
        rows = QGridLayout()
        rows.setHorizontalSpacing(20)
        rows.setVerticalSpacing(3)
        rows.setColumnStretch(1, 1)
        for name, licence, purpose in self._works():
            row = rows.rowCount()
            rows.addWidget(PlainLabel(name), row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(_dim(f"{licence}; {purpose}"), row, 1, 1, 2)
        if profile is not None:
            rows.setRowMinimumHeight(rows.rowCount(), _GAP)
            for name, path in self._folders(profile):
                row = rows.rowCount()
                for column, widget in enumerate((PlainLabel(name), _dim(str(path)), self._reveal_button(name, path))):
                    rows.addWidget(widget, row, column)
        return rows

    def _works(self) -> tuple[tuple[str, str, str], ...]:
        """Name, licence, what it does here."""
        public = self.tr("public domain")
        return (
            ("YAMNet", "Apache-2.0", self.tr("Google; the network of the bundled embedder that hears")),
            ("all-MiniLM-L6-v2", "Apache-2.0", self.tr("the network of the bundled embedder that reads words")),
            ("CLAP", "Apache-2.0", self.tr("LAION; the embedders that can be downloaded")),
            ("Universal Category System", public, self.tr("categories and CatIDs")),
            ("Qt, PySide", "LGPL-3.0", self.tr("the window")),
            ("PyTorch, NumPy", "BSD", self.tr("the computing")),
            ("ONNX Runtime, SwiftF0", "MIT", self.tr("the computing")),
            ("libsndfile, soxr, FFmpeg", "LGPL-2.1 / GPL", self.tr("reading sound files")),
            ("miniaudio", f"MIT / {public}", self.tr("playing them")),
            ("SQLite, APSW", f"{public} / zlib", self.tr("the library")),
            ("Lucide", "ISC", self.tr("the icons")),
            ("Inter", "OFL-1.1", self.tr("the typeface")),
        )

    def _folders(self, profile: Profile) -> tuple[tuple[str, Path], ...]:
        return (
            (self.tr("Your library"), profile.data),
            (self.tr("Your vocabularies"), profile.vocabularies),
            (self.tr("Log"), profile.log_file),
        )

    def _reveal_button(self, name: str, path: Path) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("external-link"))
        button.setAutoRaise(True)
        button.setToolTip(self.tr("Show in the file manager"))
        button.setAccessibleName(self.tr("Show in the file manager: {name}").format(name=name))
        button.clicked.connect(lambda: self.reveal_chosen.emit(path))
        return button


def _text(sentence: str) -> QLabel:
    label = PlainLabel(sentence)
    label.setWordWrap(True)
    return label


def _dim(text: str) -> QLabel:
    """A quieter text that can be marked and copied."""
    label = _text(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
