"""One quiet line, two in a narrow window, that offers the larger network: what it improves, its size, its licence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.engine.embedders.model_files import KNOWN
from desktop_app.gui.panels.lines.work_line import flat_button, rename
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.translations import embedder_text

OFFERED = "clap-htsat-fused"
"""The one of the known checkpoints whose files are pinned, and that hears long sounds as a whole."""


class OfferLine(QWidget):
    """Hidden until somebody shows it."""

    accepted = Signal(str)
    """Download the embedder of this name."""
    dismissed = Signal()
    """The person does not want to be offered it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        checkpoint = KNOWN[OFFERED]
        text = self.tr(
            "A larger network hears more finely, and slower. {title}: {megabytes} MB, {licence}. {good_for}"
        ).format(
            title=embedder_text(checkpoint.title),
            megabytes=checkpoint.size // 1_000_000,
            licence=checkpoint.licence,
            good_for=embedder_text(checkpoint.good_for),
        )
        label = PlainLabel(text, self)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setWordWrap(True)
        self._accept = QPushButton(self.tr("Download"), self)
        self._accept.clicked.connect(lambda: self.accepted.emit(OFFERED))
        dismiss = flat_button(self, "x")
        rename(dismiss, "x", self.tr("Do not offer this again"))
        dismiss.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(12)
        row.addWidget(label, 1)
        row.addWidget(self._accept)
        row.addWidget(dismiss)
        self.hide()

    def offer(self, *, begun: bool) -> None:
        """Show it; `begun` when a part of it is on this computer already."""
        self._accept.setText(self.tr("Go on with the download") if begun else self.tr("Download"))
        self.show()
