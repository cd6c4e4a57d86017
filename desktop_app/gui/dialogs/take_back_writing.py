"""Takes back what was written into files last, or gives it up where the files are gone or were changed since."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.file_changes.taking_back import Offer
from desktop_app.gui.change_runner import ChangeReport
from desktop_app.gui.dialogs.take_back import TakeBackDialog
from desktop_app.gui.writing_runner import WritingRunner
from desktop_app.gui.writing_texts import gone_texts, taking_back_texts


class TakeBackWritingDialog(TakeBackDialog):
    """What cannot be taken back is kept until its button says otherwise."""

    forget_wanted = Signal()
    """What the files said before is to be given up."""

    def __init__(
        self, runner: WritingRunner, offer: Offer, take_back: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """`take_back` has the runner take back what is offered."""
        files = [_name(kept.path, offer.now.get(kept.path)) for kept, _ in offer.run.files]
        texts = taking_back_texts() if offer.is_there else gone_texts()
        super().__init__(runner, offer.run.begun, files, texts, take_back, parent)
        self.forget = QPushButton(self.tr("&Forget…"), self)
        self.forget.setToolTip(self.tr("Give up what these files said before they were written"))
        self.forget.setAutoDefault(False)
        self._buttons.insertWidget(0, self.forget)
        self.forget.clicked.connect(self.forget_wanted)
        self.forget.setVisible(offer.was_tried or not offer.is_there)
        self.take_back.setEnabled(offer.is_there)
        runner.finished.connect(self._on_left)
        runner.overtaken.connect(self.forget.hide)

    def _on_left(self, report: ChangeReport) -> None:
        """Who stopped it may want the rest later."""
        self.forget.setVisible(bool(report.left_alone) and len(report.outcomes) == report.total)


def _name(path: Path, now: Path | None) -> str:
    """A file, and what it is called by now where that is something else."""
    if now is None:
        return str(path)
    text = QCoreApplication.translate("TakeBackWritingDialog", "{file} (now {name})")
    return text.format(file=path, name=now.name if now.parent == path.parent else now)
