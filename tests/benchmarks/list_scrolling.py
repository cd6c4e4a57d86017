"""How smooth the list of sounds is with 100,000 rows of a real library: scrolling against a frame at 60 Hz, showing and
sorting against Qt's ready-made models.
"""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import numpy as np
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication

from desktop_app.core.scoring import AppliedTag
from desktop_app.core.sound import AudioFormat, FileStamp
from desktop_app.gui.models.sound_rows import LibraryRows
from desktop_app.gui.panels.sound_list import SoundListPanel
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from desktop_app.library.heard import Heard
from desktop_app.library.library import Library
from desktop_app.library.orders import SortColumn
from tests.benchmarks.result import Result
from tests.gui.stand_ins import TAGS, tag

SOUNDS = 100_000
FRAME_MILLISECONDS = 1000 / 60
ROUNDS = 60
_HEARD_AT_ONCE = 5000


def run() -> list[Result]:
    """Median milliseconds of scrolling, showing and sorting."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(app, QApplication)
    ThemeSwitch(app, ThemeChoice.DARK)
    with tempfile.TemporaryDirectory() as folder:
        library = _library(Path(folder))
        try:
            return _measure(app, library)
        finally:
            library.close()


def _measure(app: QApplication, library: Library) -> list[Result]:
    panel = SoundListPanel(LibraryRows(library, _tags_of))
    panel.resize(1170, 860)
    panel.show()
    ids = library.sounds.ids()
    scores = np.linspace(1, 0, len(ids), dtype=np.float32)
    turned = [ids[::-1].copy(), ids]
    bar = panel.view.verticalScrollBar()

    def show(number: int) -> None:
        panel.show_sounds(turned[number % 2], scores, keep_place=False)
        app.processEvents()

    def scroll_to(place: int) -> None:
        bar.setValue(place)
        app.processEvents()

    shown = _milliseconds(show, range(ROUNDS))
    places = np.random.default_rng(3).integers(0, bar.maximum(), ROUNDS).tolist()
    wheel = _milliseconds(scroll_to, range(0, 102 * ROUNDS, 102))
    jumps = _milliseconds(scroll_to, places)
    by_length = _milliseconds(lambda _: library.sounds.ids(order=SortColumn.LENGTH), range(5))
    filled, proxied = _ready_made(library)
    frame, proxy = "a frame at 60 Hz", f"proxy model by text, {proxied:,.0f} ms"
    return [
        Result("list: one turn of the wheel, 100,000 rows", wheel, "ms", frame, FRAME_MILLISECONDS / wheel),
        Result("list: jump anywhere (rows read anew)", jumps, "ms", frame, FRAME_MILLISECONDS / jumps),
        Result("list: other rows shown and painted", shown, "ms", f"filled model, {filled:,.0f} ms", filled / shown),
        Result("list: sorted by length", by_length, "ms", proxy, proxied / by_length),
    ]


def _milliseconds(job: Callable[[int], object], arguments: Sequence[int]) -> float:
    times = []
    for argument in arguments:
        start = time.perf_counter()
        job(argument)
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def _ready_made(library: Library) -> tuple[float, float]:
    """Milliseconds to fill one column of a ready-made model with names, and to sort that by a proxy model."""
    names = [sound.name for sound in library.sounds.many(library.sounds.ids().tolist())]
    start = time.perf_counter()
    model = QStandardItemModel()
    model.appendColumn([QStandardItem(name) for name in names])
    filled = time.perf_counter() - start
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    start = time.perf_counter()
    proxy.sort(0, Qt.SortOrder.DescendingOrder)
    return filled * 1000, (time.perf_counter() - start) * 1000


def _library(folder: Path) -> Library:
    """A library of 100,000 sounds that were heard, with formats and small waveforms."""
    library = Library.open(folder / "library.db", folder / "cache.db", writable=True)
    sounds = folder / "sounds"
    sounds.mkdir()
    root = library.folders.add(sounds)
    stamps = {f"{n % 200:03}/sound {n * 7919 % SOUNDS:06}.wav": FileStamp(1000 + n, n, n) for n in range(SOUNDS)}
    library.sounds.apply_scan(root.folder_id, stamps)
    waiting = library.sounds.waiting("benchmark/1", limit=SOUNDS)
    waves = [np.random.default_rng(n).integers(-127, 127, 400, dtype=np.int8).tobytes() for n in range(50)]
    vector = np.ones(8, dtype=np.float32)
    for start in range(0, len(waiting), _HEARD_AT_ONCE):
        part = waiting[start : start + _HEARD_AT_ONCE]
        heard = [
            Heard(
                sound.sound_id,
                sound.stamp,
                sound.sound_id.to_bytes(16, "big"),
                AudioFormat("wav", "PCM_24", 48_000, 2, 4800 * (1 + sound.sound_id * 31 % 600)),
                vector,
                waves[sound.sound_id % len(waves)],
            )
            for sound in part
        ]
        library.sounds.save_heard("benchmark/1", heard)
    return library


def _tags_of(sound_ids: Sequence[int]) -> dict[int, tuple[AppliedTag, ...]]:
    return {n: tuple(tag(TAGS[(n + k) % len(TAGS)]) for k in range(n % 5)) for n in sound_ids}
