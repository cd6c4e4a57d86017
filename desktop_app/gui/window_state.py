"""Where the window was and how its parts were arranged, kept in a small file of the profile."""

import base64
import binascii
import json
import logging
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

log = logging.getLogger(__name__)

_HIDDEN = "hidden"
"""Key under which the names of hidden panels are kept."""


def save_state(file: Path, window: QWidget) -> None:
    """Remember the window's place and every named splitter, header and panel. A full disk costs only the memory."""
    state: dict[str, object] = {"window": _text(window.saveGeometry())}
    state[_HIDDEN] = [panel.objectName() for panel in _panels(window) if panel.isHidden()]
    for part in _parts(window):
        state[part.objectName()] = _text(part.saveState())
    try:
        file.write_text(json.dumps(state, indent=1), encoding="utf-8")
    except OSError as error:
        log.warning("the window's place is not remembered: %s", error)


def restore_state(file: Path, window: QWidget) -> bool:
    """Put everything back where it was; False when nothing (or nothing that can be understood) is remembered."""
    try:
        state = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(state, dict) or not window.restoreGeometry(_bytes(state.get("window"))):
        return False
    for part in _parts(window):
        part.restoreState(_bytes(state.get(part.objectName())))
    hidden = state.get(_HIDDEN)
    for panel in _panels(window):
        panel.setHidden(isinstance(hidden, list) and panel.objectName() in hidden)
    return True


def _parts(window: QWidget) -> list[QSplitter | QHeaderView]:
    parts: list[QSplitter | QHeaderView] = [*window.findChildren(QSplitter), *window.findChildren(QHeaderView)]
    return [part for part in parts if part.objectName()]


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
