"""What Earmark is, whose work it stands on, and where it keeps its data."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.gui.theme import semibold
from desktop_app.paths import Profile

WIDTH: Final = 640


class AboutDialog(QDialog):
    """Version, licence, attributions, and the folders of the profile."""

    def __init__(self, parent: QWidget | None = None, *, profile: Profile | None = None) -> None:
        """`profile` is the one whose folders are shown; None leaves them out."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Earmark"))
        title = QLabel(self.tr("Earmark {version}").format(version=__version__))
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
        layout.addLayout(self._attributions())
        if profile is not None:
            layout.addLayout(self._folders(profile))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(WIDTH)
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def _attributions(self) -> QFormLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(20)
        rows.setVerticalSpacing(3)
        for name, licence, purpose in self._works():
            rows.addRow(name, _dim(f"{licence}; {purpose}"))
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
            ("libsndfile, soxr, FFmpeg", "LGPL-2.1 / GPL", self.tr("reading sound files")),
            ("miniaudio", f"MIT / {public}", self.tr("playing them")),
            ("SQLite, APSW", f"{public} / zlib", self.tr("the library")),
            ("Lucide", "ISC", self.tr("the icons")),
            ("Inter", "OFL-1.1", self.tr("the typeface")),
        )

    def _folders(self, profile: Profile) -> QFormLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(20)
        rows.setVerticalSpacing(3)
        rows.addRow(self.tr("Your library"), _dim(str(profile.data)))
        rows.addRow(self.tr("Your vocabularies"), _dim(str(profile.vocabularies)))
        rows.addRow(self.tr("Log"), _dim(str(profile.log_file)))
        return rows


def _text(sentence: str) -> QLabel:
    label = QLabel(sentence)
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
