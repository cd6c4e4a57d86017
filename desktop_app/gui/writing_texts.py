"""What is said of files that are being changed, and of those that were."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop_app.gui.change_runner import ChangeProgress, ChangeReport
from desktop_app.gui.dialogs.take_back import TakingBackTexts
from desktop_app.gui.translations import number_text


def progress_text(progress: ChangeProgress) -> str:
    """How far it is."""
    translate = QCoreApplication.translate
    text = (
        translate("WritingTexts", "Taking back: {done} of {total} files")
        if progress.taken_back
        else translate("WritingTexts", "Writing: {done} of {total} files")
    )
    return text.format(done=number_text(progress.done), total=number_text(progress.total))


def report_text(report: ChangeReport) -> str:
    """What came of it, in a sentence or two."""
    translate = QCoreApplication.translate
    parts = [
        translate("WritingTexts", "%Ln file(s) say again what they said before.", "", report.done)
        if report.taken_back
        else translate("WritingTexts", "%Ln file(s) were written.", "", report.done)
    ]
    if report.left_alone:
        text = translate(
            "WritingTexts", "%Ln file(s) were left as they were: the list says why.", "", len(report.left_alone)
        )
        parts.append(text)
    if rest := report.total - len(report.outcomes):
        parts.append(translate("WritingTexts", "%Ln file(s) were not reached.", "", rest))
    return " ".join(parts)


def gone_texts() -> TakingBackTexts:
    """What is said when there are only writings left of which all files are gone."""
    translate = QCoreApplication.translate
    return replace(
        taking_back_texts(),
        question=translate(
            "WritingTexts",
            "These files were written on {when}, and are no longer there, nor under another name: there is nothing to"
            " take back.",
        ),
        left=translate(
            "WritingTexts", "What they said before is kept, for a drive that comes back, until you forget it."
        ),
    )


def taking_back_texts() -> TakingBackTexts:
    """What is said when the last writing is taken back."""
    translate = QCoreApplication.translate
    return TakingBackTexts(
        title=translate("WritingTexts", "Take back the last writing"),
        question=translate(
            "WritingTexts", "These files were written on {when}. They are to say again what they said before."
        ),
        left=translate("WritingTexts", "A file that somebody changed since is left as it is, and named."),
        progress=progress_text,
        report=report_text,
    )
