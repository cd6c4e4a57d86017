"""Repairs a library, or restores a backup, while it is closed: with a dialog that says so, and the outcome in words."""

import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QEventLoop, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QProgressDialog

from desktop_app.core.events import Remedy
from desktop_app.gui.retelling import retold_error
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.rescuing.backup import Backups
from desktop_app.library.rescuing.repair import Mender, Repaired
from desktop_app.library.rescuing.salvage import Salvaged
from desktop_app.library.rescuing.table_rows import SAID
from desktop_app.open_profile.keeping import backups_of
from desktop_app.paths import Profile


def day_of(when: datetime) -> str:
    """Day and time by the clock here, as people write them here."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(when.timestamp())), QLocale.FormatType.ShortFormat)


def repair_question() -> str:
    """What is asked before a repair."""
    return QCoreApplication.translate(
        "Mending",
        "Repair the library now? What can be saved is saved, what is lost is taken from the newest backup, and the "
        "damaged file is kept. The window closes for that and opens again.",
    )


def wants_repair(profile: Profile, earlier: str = "") -> bool:
    """Ask, before there is any window, whether a library that cannot be opened is to be repaired; `earlier` is what
    came of the last try.
    """
    text = QCoreApplication.translate(
        "Mending",
        "The library in {folder} is damaged and cannot be opened. Repair it now? What can be saved is saved, what is "
        "lost is taken from the newest backup, and the damaged file is kept.",
    )
    box = QMessageBox(QMessageBox.Icon.Critical, "Earmark", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(" ".join(filter(None, [earlier, text.format(folder=profile.data)])))
    repair = box.addButton(QCoreApplication.translate("Mending", "Repair"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QCoreApplication.translate("Mending", "Quit"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is repair


def mend(profile: Profile, remedy: Remedy) -> str:
    """Do what a person wants done about the closed library of a profile that this process holds; a sentence about the
    outcome, whatever it is. A dialog is shown meanwhile.
    """
    work = _WORK[remedy]
    backups = backups_of(profile)
    mender = Mender(profile.library_file, profile.cache_file, backups)
    outcome: list[str] = []

    def do() -> None:
        try:
            outcome.append(work(mender, backups))
        except LibraryError as error:
            outcome.append(retold_error(error))

    _with_dialog(do)
    return "".join(outcome) or QCoreApplication.translate(
        "Mending", "Mending the library failed in a way that nobody expected: the log in {folder} says more."
    ).format(folder=profile.logs)


class _Done(QObject):
    happened = Signal()


def _with_dialog(work: Callable[[], None]) -> None:
    """Do something on a thread, and show that it takes its time."""
    text = QCoreApplication.translate("Mending", "The library is being mended...")
    dialog = QProgressDialog(text, "", 0, 0)
    dialog.setWindowTitle("Earmark")
    dialog.setCancelButton(None)
    dialog.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
    waiting, done = QEventLoop(), _Done()
    done.happened.connect(waiting.quit, Qt.ConnectionType.QueuedConnection)

    def run() -> None:
        try:
            work()
        finally:
            done.happened.emit()

    thread = threading.Thread(target=run, name="mender")
    dialog.show()
    thread.start()
    waiting.exec()
    thread.join()
    dialog.close()
    dialog.deleteLater()


def _repair(mender: Mender, _backups: Backups) -> str:
    done = mender.repair()
    parts = [_library_outcome(done), _cache_outcome(done)]
    nothing = QCoreApplication.translate("Mending", "Nothing is wrong with the library any more: nothing was changed.")
    return " ".join(filter(None, parts)) or nothing


def _library_outcome(done: Repaired) -> str:
    if done.salvaged is None or done.kept is None:
        return ""
    saved = done.salvaged
    if not any(saved.rows.values()):
        text = QCoreApplication.translate(
            "Mending",
            "Nothing could be read in the damaged library, and there is no backup that can be: it is kept as {file}, "
            "and you begin with an empty one.",
        )
    elif done.backup is None:
        text = QCoreApplication.translate(
            "Mending", "The library is repaired: {rows}. The damaged file is kept as {file}."
        )
    else:
        text = QCoreApplication.translate(
            "Mending",
            "The library is repaired: {rows}. Of these from the backup of {day}: {from_backup}. The damaged file is "
            "kept as {file}.",
        )
    day = "" if done.backup is None else day_of(done.backup.made)
    rows, from_backup = _said(saved.rows, done.expected), _said(saved.from_backup)
    outcome = text.format(rows=rows, from_backup=from_backup, day=day, file=done.kept.name)
    return " ".join(filter(None, [outcome, _doubts(saved), _losses(done)]))


def _doubts(saved: Salvaged) -> str:
    doubtful = {name: count for name, count in saved.doubtful.items() if name in SAID}
    if not any(doubtful.values()):
        return ""
    text = QCoreApplication.translate("Mending", "Perhaps some of these had been undone: {rows}.")
    return text.format(rows=_said(doubtful))


def _losses(done: Repaired) -> str:
    if not done.lost:
        return ""
    if done.newest is None:
        return QCoreApplication.translate(
            "Mending",
            "Part of the file could not be read: ratings, notes, tags and collections may be lost; there is no backup.",
        )
    text = QCoreApplication.translate(
        "Mending",
        "Part of the file could not be read: ratings, notes, tags and collections that were given since the backup of "
        "{day} may be lost.",
    )
    return text.format(day=day_of(done.newest.made))


def _said(rows: Mapping[str, int], also: Collection[str] = ()) -> str:
    """How many there are of each thing that a person knows; those are left out that there are none of, but for
    `also`.
    """
    translate, count = QCoreApplication.translate, defaultdict(int, rows)
    words = {
        "folders": translate("Mending", "%Ln folder(s)", "", count["folders"]),
        "exclusions": translate("Mending", "%Ln pattern(s) to leave out", "", count["exclusions"]),
        "sounds": translate("Mending", "%Ln sound(s)", "", count["sounds"]),
        "verdicts": translate("Mending", "%Ln tag decision(s)", "", count["verdicts"]),
        "marks": translate("Mending", "%Ln sound(s) with a rating or note", "", count["marks"]),
        "collections": translate("Mending", "%Ln collection(s)", "", count["collections"]),
        "collected": translate("Mending", "%Ln sound(s) in collections", "", count["collected"]),
    }
    told = [text for name, text in words.items() if count[name] or name in also]
    return ", ".join(told) or translate("Mending", "nothing")


def _cache_outcome(done: Repaired) -> str:
    if done.cache_kept is None:
        return ""
    text = QCoreApplication.translate(
        "Mending",
        "What was computed from your sounds was damaged and is kept as {file}: the sounds are listened to again. "
        "Nothing that you made is hurt by that.",
    )
    return text.format(file=done.cache_kept.name)


def _restore(mender: Mender, backups: Backups) -> str:
    choice = backups.choose()
    backup = choice.backup
    if backup is None:
        return QCoreApplication.translate("Mending", "None of the backups can be read: nothing was changed.")
    done = mender.restore(backup)
    text = QCoreApplication.translate("Mending", "The backup of {day} is back: {rows}.")
    if done.kept is not None:
        text = QCoreApplication.translate(
            "Mending",
            "The backup of {day} is back: {rows}. The library that was in its place is kept as {file}.",
        )
    kept = "" if done.kept is None else done.kept.name
    outcome = text.format(day=day_of(backup.made), rows=_said(done.rows), file=kept)
    if not choice.passed_over:
        return outcome
    text = QCoreApplication.translate("Mending", "Newer backups were passed over, because they are damaged: {days}.")
    return f"{outcome} {text.format(days=', '.join(day_of(passed.made) for passed in choice.passed_over))}"


_WORK: dict[Remedy, Callable[[Mender, Backups], str]] = {Remedy.REPAIR: _repair, Remedy.RESTORE: _restore}
