"""Shown after an error that nobody expected: what happened, and what a person can do with it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.theme import semibold


class CrashDialog(QDialog):
    """A report to be read, copied and closed. Nothing is sent anywhere."""

    def __init__(self, text: str, log_folder: Path | None = None, parent: QWidget | None = None) -> None:
        """`text` is the report as `log.crashes_reported` gives it; `log_folder` is where the log file lies."""
        super().__init__(parent)
        self._text = text
        self._log_folder = log_folder
        self.setWindowTitle(self.tr("Earmark met an error"))
        self.resize(680, 420)
        title = PlainLabel(self.tr("Something went wrong that Earmark did not expect."))
        title.setFont(semibold(title.font()))
        advice = PlainLabel(
            self.tr(
                "Your audio files are untouched and what was saved is safe. You can go on; if this happens again, "
                "please report it with the text below. Nothing is sent by itself."
            )
        )
        advice.setWordWrap(True)
        advice.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._report = QPlainTextEdit(text)
        self._report.setReadOnly(True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._report.setAccessibleName(self.tr("Report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (title, advice, self._report, self._buttons()):
            layout.addWidget(widget)

    def add(self, text: str) -> None:
        """A further error while this is open: one dialog shows them all."""
        self._text += "\n" + text
        self._report.appendPlainText(text)

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)

    def open_log_folder(self) -> None:
        """Show the folder of the log file."""
        if self._log_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        copy = box.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy_report)
        show_log = box.addButton(self.tr("&Open log folder"), QDialogButtonBox.ButtonRole.ActionRole)
        show_log.clicked.connect(self.open_log_folder)
        show_log.setEnabled(self._log_folder is not None)
        go_on = box.addButton(self.tr("Con&tinue"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        box.accepted.connect(self.accept)
        return box
