"""The folders of the library with everything below them, as a tree that makes its nodes when they are looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop_app.gui import theme
from desktop_app.gui.icons import icon
from desktop_app.gui.plain_text import plain_tip, shown_name
from desktop_app.gui.translations import number_text
from desktop_app.library.tables.folders import Folder

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NODE = Qt.ItemDataRole.UserRole + 1
"""Role that gives the `FolderNode`."""


@dataclass(slots=True)
class FolderBranch:
    """A folder of the library and how many sounds lie directly in each directory below it."""

    folder: Folder
    directories: Sequence[tuple[str, int]]
    """(path relative to the folder with `/`, number of sounds)"""
    _tree: "FolderNode | None" = field(default=None, init=False, repr=False, compare=False)

    def prepare(self) -> "FolderBranch":
        """Make the rows already, off the GUI thread: of ten thousand directories it takes a twentieth of a second."""
        self._tree = _tree(self)
        return self

    def take_tree(self) -> "FolderNode":
        """The rows, which are whoever's who takes them: the next one gets others."""
        tree, self._tree = self._tree or _tree(self), None
        return tree


@dataclass(slots=True, eq=False)
class FolderNode:
    """A row of the tree."""

    name: str
    path: Path | None
    """None for the row that stands for the whole library."""
    count: int
    """Sounds in this directory and all below it, missing ones not counted; of the whole library, all that it lists."""
    folder: Folder | None = None
    """Set for the folders of the library, not for the directories in them."""
    online: bool = True
    parent: "FolderNode | None" = None
    row: int = 0
    children: list["FolderNode"] = field(default_factory=list)
    looked_into: bool = False
    """Whether somebody asked for a row below it: nobody else wants to know what changes there."""


class FolderTreeModel(QAbstractItemModel):
    """ "All sounds", then the library's folders with their directories. Column 0 is the name, column 1 the count."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: list[FolderNode] = []

    def show_folders(self, branches: Iterable[FolderBranch]) -> bool:
        """Show these in place of those before. Whether the rows are others now; where only what they say changed, they
        stay as they are, with all that is open and chosen.
        """
        folders = [branch.take_tree() for branch in branches]
        # What choosing it lists, which is more than what choosing each folder does.
        missing = sum(node.folder.missing for node in folders if node.folder is not None)
        everything = FolderNode(self.tr("All sounds"), None, sum(node.count for node in folders) + missing)
        top = [everything, *folders]
        if [node.path for node in self._top] == [node.path for node in top] and _have_equal_places(self._top, top):
            self._take_over(self._top, top)
            return False
        self.beginResetModel()
        self._top = top
        for row, node in enumerate(self._top):
            node.row = row
        self.endResetModel()
        return True

    def _take_over(self, shown: Sequence[FolderNode], new: Sequence[FolderNode]) -> None:
        """Let rows say what others say that stand in the same places."""
        above = shown[0].parent
        changed = [node.row for node, other in zip(shown, new, strict=True) if _says_other(node, other)]
        for node, other in zip(shown, new, strict=True):
            node.count, node.folder, node.online = other.count, other.folder, other.online
            # Where nothing changed above, two directories may still have given sounds to each other.
            if node.children:
                self._take_over(node.children, other.children)
        if changed and (above is None or above.looked_into):
            first, last = shown[changed[0]], shown[changed[-1]]
            self.dataChanged.emit(self.createIndex(first.row, 0, first), self.createIndex(last.row, 1, last))

    def index_of(self, path: Path | None) -> QModelIndex:
        """Where a directory stands; an invalid index when it is not in the tree."""
        waiting = list(self._top)
        while waiting:
            node = waiting.pop()
            if node.path == path:
                return self.createIndex(node.row, 0, node)
            if path is not None and node.path is not None and path.is_relative_to(node.path):
                waiting = list(node.children)
        return QModelIndex()

    # --- Qt's questions ---

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """The place of a row below another."""
        siblings = self._children(parent)
        if parent.isValid():
            _node(parent).looked_into = True
        if not 0 <= row < len(siblings) or column not in (0, 1):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = ROOT) -> Any:
        """The row that a row is below."""
        above = _node(index).parent if index.isValid() else None
        return QModelIndex() if above is None else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Number of rows below a row."""
        return len(self._children(parent))

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002
        """Name and count."""
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows and says."""
        if not index.isValid():
            return None
        node = _node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_name(node.name) if index.column() == 0 else number_text(node.count)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == 1:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if index.column() == 1 or not node.online:
                return QColor(theme.current().dim)
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return icon(_picture(node), "text" if node.online else "dim")
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_tool_tip(node))
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return _spoken(node)
        return node if role == NODE else None

    def _children(self, parent: Index) -> list[FolderNode]:
        if not parent.isValid():
            return self._top
        return _node(parent).children if parent.column() == 0 else []


def _tree(branch: FolderBranch) -> FolderNode:
    folder = branch.folder
    root = FolderNode(folder.path.name or str(folder.path), folder.path, 0, folder, folder.online)
    known = {"": root}
    for relative, count in sorted(branch.directories, key=lambda item: item[0].casefold()):
        node = _directory(known, "" if relative == "." else relative, folder)
        while node is not None:
            node.count += count
            node = node.parent
    return root


def _have_equal_places(shown: Sequence[FolderNode], new: Sequence[FolderNode]) -> bool:
    """Whether directories of the same names stand in the same places."""
    if len(shown) != len(new):
        return False
    return all(
        node.name == other.name and _have_equal_places(node.children, other.children)
        for node, other in zip(shown, new, strict=True)
    )


def _says_other(node: FolderNode, other: FolderNode) -> bool:
    return node.count != other.count or node.online != other.online or node.folder != other.folder


def _directory(known: dict[str, FolderNode], relative: str, folder: Folder) -> FolderNode | None:
    """The node of a directory, made together with those above it where they are new."""
    if relative in known:
        return known[relative]
    inside = PurePosixPath(relative)
    above = _directory(known, "" if str(inside.parent) == "." else str(inside.parent), folder)
    assert above is not None
    node = FolderNode(inside.name, folder.path / inside, 0, None, folder.online, above, len(above.children))
    above.children.append(node)
    known[relative] = node
    return node


def _node(index: Index) -> FolderNode:
    node: FolderNode = index.internalPointer()
    return node


def _picture(node: FolderNode) -> str:
    if node.path is None:
        return "audio-lines"
    return "folder" if node.online else "unplug"


def _spoken(node: FolderNode) -> str:
    """What a screen reader says of a row."""
    translate = QCoreApplication.translate
    if node.online:
        text = translate("FolderTreeModel", "{folder}, %Ln sound(s)", "", node.count)
    else:
        text = translate("FolderTreeModel", "{folder}, %Ln sound(s), offline", "", node.count)
    return text.format(folder=shown_name(node.name))


def _tool_tip(node: FolderNode) -> str:
    translate = QCoreApplication.translate
    lines = ["" if node.path is None else shown_name(str(node.path))]
    if not node.online:
        lines.append(translate("FolderTreeModel", "This folder cannot be reached. Is its drive plugged in?"))
    if node.folder is not None and node.folder.missing:
        lines.append(
            translate(
                "FolderTreeModel",
                "%Ln sound(s) are missing; they come back by themselves when their files do.",
                "",
                node.folder.missing,
            )
        )
    return "\n".join(filter(None, lines))
