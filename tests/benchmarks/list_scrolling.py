"""How smooth the list of sounds is with 1,000,000 rows of a real library: scrolling against a frame at 60 Hz, showing
and sorting against Qt's ready-made models, which are measured with 100,000 rows because they take so long with more.
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
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_rows import LibraryRows
from desktop_app.gui.panels.sounds.sound_list import SoundListPanel
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from desktop_app.library.library import Library
from desktop_app.library.tables.orders import SortColumn
from tests.benchmarks.result import Result
from tests.gui.stand_ins import TAGS, tag

SOUNDS = 1_000_000
READY_MADE = 100_000
"""Rows of Qt's own models."""
FRAME_MILLISECONDS = 1000 / 60
ROUNDS = 60
SORT_MILLISECONDS = 1000
"""A million rows are sorted within that."""
_MEASURED = (Column.TEMPO, Column.KEY, Column.KIND, Column.LOUDNESS, Column.TRUE_PEAK, Column.WARNINGS)


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
    by_folder = _milliseconds(lambda _: library.sounds.ids(order=SortColumn.FOLDER), range(1))
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
    places, others = np.random.default_rng(3).integers(0, bar.maximum(), (2, ROUNDS)).tolist()
    wheel = _milliseconds(scroll_to, range(0, 102 * ROUNDS, 102))
    jumps = _milliseconds(scroll_to, places)
    for column in _MEASURED:
        panel.view.columns.show_column(column, True)
    measured = _milliseconds(scroll_to, others)
    first = _milliseconds(lambda _: library.sounds.ids(order=SortColumn.NAME), range(1))
    again = _milliseconds(lambda _: library.sounds.ids(order=SortColumn.NAME), range(5))
    by_length = _milliseconds(lambda _: library.sounds.ids(order=SortColumn.LENGTH), range(1))
    filled, proxied = _ready_made(library)
    frame = "a frame at 60 Hz"
    model = f"filled model, 100,000 rows, {filled:,.0f} ms"
    return [
        Result("list: one turn of the wheel, 1,000,000 rows", wheel, "ms", frame, FRAME_MILLISECONDS / wheel),
        Result("list: jump anywhere (rows read anew)", jumps, "ms", frame, FRAME_MILLISECONDS / jumps),
        Result("list: jump anywhere, measured values shown", measured, "ms", frame, FRAME_MILLISECONDS / measured),
        Result("list: other rows shown and painted", shown, "ms", model, filled / shown),
        _sorted("by folder, the first time", by_folder, proxied),
        _sorted("by name, the first time", first, proxied),
        _sorted("by name, again", again, proxied),
        _sorted("by length, the first time", by_length, proxied),
    ]


def _sorted(how: str, milliseconds: float, proxied: float) -> Result:
    proxy = f"proxy model, 100,000 rows, {proxied:,.0f} ms"
    ratio = proxied / milliseconds
    return Result(f"list: sorted {how}", milliseconds, "ms", proxy, ratio, SORT_MILLISECONDS, "at most")


def _milliseconds(job: Callable[[int], object], arguments: Sequence[int]) -> float:
    times = []
    for argument in arguments:
        start = time.perf_counter()
        job(argument)
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def _ready_made(library: Library) -> tuple[float, float]:
    """Milliseconds to fill one column of a ready-made model with names, and to sort that by a proxy model."""
    names = [sound.name for sound in library.sounds.many(library.sounds.ids()[:READY_MADE].tolist())]
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
    """A library of a million sounds that were heard and measured, with small waveforms, written by SQL alone."""
    library = Library.open(folder / "library.db", folder / "cache.db", writable=True)
    sounds = folder / "sounds"
    sounds.mkdir()
    library.folders.add(sounds)
    wave = np.random.default_rng(1).integers(-127, 127, 400, dtype=np.int8).tobytes()
    with library._database.writing() as connection:
        for statement in _FILLING:
            connection.execute(statement, {"count": SOUNDS, "wave": wave})
    return library


_NUMBERS = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)"
_FILLING = (
    f"""{_NUMBERS} INSERT INTO sounds
    (folder_id, relative, directory_key, name_key, size, modified_ns, inode, content_id, was_heard, added)
    SELECT 1, CAST(printf('%03d/sound %07d.wav', n % 200, n * 611953 % :count) AS BLOB), printf('%03d', n % 200),
    printf('sound %07d.wav', n * 611953 % :count), 1000 + n, n, n, CAST(printf('%016d', n) AS BLOB), 1, n
    FROM numbers""",
    f"""{_NUMBERS} INSERT INTO contents
    SELECT CAST(printf('%016d', n) AS BLOB), 'wav', 'PCM_24', 48000, 2, n * 31 % 600 * 4800, n * 31 % 600 / 10.0
    FROM numbers""",
    f"""{_NUMBERS} INSERT INTO cache.thumbnails SELECT CAST(printf('%016d', n) AS BLOB), :wave FROM numbers
    WHERE n % 10 = 0""",
    f"""{_NUMBERS} INSERT INTO cache.quality (content_id, sample_rate, channels, loudness, true_peak, level, bandwidth,
    clipped, dc_offset, signal_to_noise, active, side_level, dropouts, warnings, judgement)
    SELECT CAST(printf('%016d', n) AS BLOB), 48000, 2, -14.2, -0.3, -17.0, 20000.0, 0, 0.0, NULL, 1.0, -12.0, 0, '', 1
    FROM numbers""",
    f"""{_NUMBERS} INSERT INTO cache.music (content_id, tempo, key, kind)
    SELECT CAST(printf('%016d', n) AS BLOB), 60.0 + n % 120, 'F#m', 'loop' FROM numbers""",
)


def _tags_of(sound_ids: Sequence[int]) -> dict[int, tuple[AppliedTag, ...]]:
    return {n: tuple(tag(TAGS[(n + k) % len(TAGS)]) for k in range(n % 5)) for n in sound_ids}
