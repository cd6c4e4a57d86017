"""What tests of an import do in its dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from desktop_app.gui.dialogs.import_said import ImportDialog


def tick(dialog: ImportDialog, row: int, state: Qt.CheckState = Qt.CheckState.Checked) -> None:
    dialog.conflicts.setData(dialog.conflicts.index(row, 0), state, Qt.ItemDataRole.CheckStateRole)


def shown(dialog: ImportDialog) -> dict[str, list[list[str]]]:
    """What stands in each tab, by its title."""
    found = {}
    for number in range(dialog.tabs.count()):
        page = dialog.tabs.widget(number)
        table = page if isinstance(page, QTableView) else page.findChildren(QTableView)[0]
        model = table.model()
        found[dialog.tabs.tabText(number)] = [
            [model.index(row, column).data() or "" for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
    return found
