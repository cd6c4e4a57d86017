"""What is said of files that get other names: by what a CatID was told, what stands in the way, and what came of it."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.cat_id_choice import OfferedCatId, Reason
from desktop_app.core.ucs_name import Category
from desktop_app.file_changes.rename_planning import PlannedName
from desktop_app.file_changes.renaming import RenameOutcome
from desktop_app.gui.change_runner import ChangeProgress, ChangeReport
from desktop_app.gui.dialogs.take_back import TakingBackTexts
from desktop_app.gui.retelling import retold
from desktop_app.gui.translations import number_text

_GUESSED: Final = (Reason.WORDS, Reason.SOUND)


def reason_text(item: PlannedName) -> str:
    """By what its CatID was told, and how probable it is where nobody said it; empty where none is."""
    if item.offered is None:
        return ""
    translate = QCoreApplication.translate
    reason = {
        Reason.PERSON: translate("RenamingTexts", "you"),
        Reason.FILE: translate("RenamingTexts", "the file"),
        Reason.WORDS: translate("RenamingTexts", "its words"),
        Reason.SOUND: translate("RenamingTexts", "its sound"),
    }[item.offered.reason]
    return f"{reason}, {_percent(item.offered)}" if item.offered.reason in _GUESSED else reason


def category_text(category: Category) -> str:
    """A CatID and what it stands for."""
    return f"{category.cat_id}   {category.category} – {category.subcategory}"


def offer_text(offered: OfferedCatId) -> str:
    """The same as it is offered: with how probable it is where that is known."""
    text = category_text(offered.category)
    return f"{text}   {_percent(offered)}" if offered.reason in _GUESSED else text


def _percent(offered: OfferedCatId) -> str:
    return f"{round(100 * offered.score)}\u00a0%"


def note_text(item: PlannedName) -> str:
    """What is to be known before a file is renamed, or why it is not; empty for what goes without saying."""
    translate = QCoreApplication.translate
    if item.problem:
        return retold(item.problem)
    if item.offered is None and not item.offers:
        return translate("RenamingTexts", "It was not heard, and no word of its name tells a CatID.")
    if item.offered is None:
        return translate("RenamingTexts", "No CatID is sure enough: choose one.")
    if item.is_done:
        return translate("RenamingTexts", "Is named so already.")
    return " ".join(_notes(item))


def _notes(item: PlannedName) -> Iterator[str]:
    """What else a new name does."""
    translate = QCoreApplication.translate
    if item.offered is not None and item.offered.is_doubtful:
        yield translate("RenamingTexts", "Its CatID is doubtful.")
    if item.links:
        yield translate("RenamingTexts", "%Ln link(s) to it would lead nowhere.", "", len(item.links))
    if item.shared:
        text = translate("RenamingTexts", "By its old name: several of these files say “{text}”.")
        yield text.format(text=item.shared)
    if item.numbered:
        yield translate("RenamingTexts", "Numbered: the name is taken.")
    if item.beside.others:
        text = translate("RenamingTexts", "Stays beside it under its old name: {names}.")
        yield text.format(names=", ".join(item.beside.others))
    if item.beside.sidecar:
        yield translate("RenamingTexts", "Its sidecar follows.")


def progress_text(progress: ChangeProgress) -> str:
    """How far it is."""
    translate = QCoreApplication.translate
    text = (
        translate("RenamingTexts", "Giving old names back: {done} of {total} files")
        if progress.taken_back
        else translate("RenamingTexts", "Renaming: {done} of {total} files")
    )
    return text.format(done=number_text(progress.done), total=number_text(progress.total))


def report_text(report: ChangeReport) -> str:
    """What came of it, in a sentence or two."""
    translate = QCoreApplication.translate
    parts = [
        translate("RenamingTexts", "%Ln file(s) have their old names again.", "", report.done)
        if report.taken_back
        else translate("RenamingTexts", "%Ln file(s) were renamed.", "", report.done)
    ]
    if report.left_alone:
        count = len(report.left_alone)
        parts.append(translate("RenamingTexts", "%Ln file(s) kept their names: the list says why.", "", count))
    behind = sum(bool(one.left_behind) for one in report.outcomes if isinstance(one, RenameOutcome))
    if behind:
        parts.append(translate("RenamingTexts", "%Ln sidecar(s) stayed behind: the list says why.", "", behind))
    if rest := report.total - len(report.outcomes):
        parts.append(translate("RenamingTexts", "%Ln file(s) were not reached.", "", rest))
    return " ".join(parts)


def taking_back_texts() -> TakingBackTexts:
    """What is said when the last renaming is taken back."""
    translate = QCoreApplication.translate
    return TakingBackTexts(
        title=translate("RenamingTexts", "Take back the last renaming"),
        question=translate(
            "RenamingTexts", "These files were renamed on {when}. They are to have their old names again."
        ),
        left=translate("RenamingTexts", "A file whose old name is taken by now keeps the new one, and is named."),
        progress=progress_text,
        report=report_text,
    )
