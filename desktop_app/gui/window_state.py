"""Where the window was and how its parts were arranged, kept in a small file of the profile."""

import base64
import binascii
import json
import logging
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from desktop_app.library.databases.bounded_reading import read_json

log = logging.getLogger(__name__)

_HIDDEN = "hidden"
"""Key under which the names of hidden panels are kept."""
_LARGEST = 1_000_000
"""Bytes of the file."""
_MOST_PIXELS = 100_000


def save_state(file: Path, window: QWidget) -> None:
    """Remember the window's place and every named splitter, header and panel. A full disk costs only the memory."""
    state: dict[str, object] = {"window": _text(window.saveGeometry())}
    state[_HIDDEN] = [panel.objectName() for panel in _panels(window) if panel.isHidden()]
    for header in _headers(window):
        state[header.objectName()] = _text(header.saveState())
    for splitter in _splitters(window):
        # A hidden part has no size, and would come back with none.
        state[splitter.objectName()] = {name: size for name, size in _sizes(splitter).items() if size > 0}
    try:
        file.write_text(json.dumps(state, indent=1), encoding="utf-8")
    except OSError as error:
        log.warning("the window's place is not remembered: %s", error)


def restore_state(file: Path, window: QWidget) -> bool:
    """Put everything back where it was; False when nothing (or nothing that can be understood) is remembered."""
    state = _read(file)
    # Qt says no on a screen of quite another size; how the parts are arranged is wanted there as well.
    if not window.restoreGeometry(_bytes(state.get("window"))) and _HIDDEN not in state:
        return False
    for header in _headers(window):
        header.restoreState(_bytes(state.get(header.objectName())))
    for splitter in _splitters(window):
        _set_sizes(splitter, state.get(splitter.objectName()))
    hidden = state.get(_HIDDEN)
    for panel in _panels(window):
        panel.setHidden(isinstance(hidden, list) and panel.objectName() in hidden)
    return True


def restore_sizes(file: Path, splitter: QSplitter) -> None:
    """Put the parts of one splitter back to their sizes, after a part was added to it."""
    _set_sizes(splitter, _read(file).get(splitter.objectName()))


def keep_on_screen(window: QWidget) -> None:
    """A window that is larger than its screen becomes as large as that; to be called before it is shown."""
    window.resize(window.size().boundedTo(window.screen().availableGeometry().size()))


def _read(file: Path) -> dict[str, object]:
    try:
        state = read_json(file, _LARGEST)
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _sizes(splitter: QSplitter) -> dict[str, int]:
    """Pixels by the names of the parts: Qt's own state goes by their order, which changes with every new part."""
    parts = [part for number in range(splitter.count()) if (part := splitter.widget(number)) is not None]
    return {part.objectName(): size for part, size in zip(parts, splitter.sizes(), strict=True)}


def _set_sizes(splitter: QSplitter, remembered: object) -> None:
    if not isinstance(remembered, dict):
        return
    sizes = _sizes(splitter)
    wanted = {name: remembered.get(name, size) for name, size in sizes.items()}
    if all(isinstance(size, int) and 0 <= size <= _MOST_PIXELS for size in wanted.values()):
        splitter.setSizes(list(wanted.values()))


def _headers(window: QWidget) -> list[QHeaderView]:
    return [header for header in window.findChildren(QHeaderView) if header.objectName()]


def _splitters(window: QWidget) -> list[QSplitter]:
    return [splitter for splitter in window.findChildren(QSplitter) if splitter.objectName()]


def _panels(window: QWidget) -> list[QWidget]:
    """The named panels that can be hidden: splitters do not remember that themselves."""
    splitters = window.findChildren(QSplitter)
    panels = [splitter.widget(number) for splitter in splitters for number in range(splitter.count())]
    return [panel for panel in panels if panel is not None and panel.objectName() and not isinstance(panel, QSplitter)]


def _text(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _bytes(stored: object) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(stored, validate=True)) if isinstance(stored, str) else QByteArray()
    except binascii.Error:
        return QByteArray()
