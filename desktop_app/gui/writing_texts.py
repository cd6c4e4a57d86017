"""What is said of files that are being changed, and of those that were."""

from PySide6.QtCore import QCoreApplication

from desktop_app.gui.translations import number_text
from desktop_app.gui.writing_runner import WritingProgress, WritingReport


def progress_text(progress: WritingProgress) -> str:
    """How far it is."""
    translate = QCoreApplication.translate
    text = (
        translate("WritingTexts", "Taking back: {done} of {total} files")
        if progress.taken_back
        else translate("WritingTexts", "Writing: {done} of {total} files")
    )
    return text.format(done=number_text(progress.done), total=number_text(progress.total))


def report_text(report: WritingReport) -> str:
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
        parts.append(translate("WritingTexts", "%Ln file(s) were not come to.", "", rest))
    return " ".join(parts)
