"""Draws columns of lowest and highest values as a picture, lane below lane.

Row numbers are compared with each column's values in numpy, which is about ten times as quick as drawing lines; the
result is a picture of a few colour numbers, which becomes the played and the unplayed version by exchanging colours.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from desktop_app.gui.panels.player.sound_shape import Columns
from desktop_app.gui.theme import Colours

MARGIN: Final = 4
"""Logical pixels kept free above and below each lane's wave."""
CLIP_MARK_HEIGHT: Final = 6
"""Logical pixels of the red mark at the edge of a lane where it clips."""
_GROUND, _WAVE, _CLIPPED, _LINE = range(4)


def clip_colour(colours: Colours) -> QColor:
    """The red of what clips, to be told from the wave and from the ground of either theme."""
    return QColor("#ff5c5c" if colours.dark else "#c62828")


def waveform_numbers(columns: Columns, height: int, *, ratio: float = 1.0) -> NDArray[np.uint8]:
    """Colour numbers, shape [height, columns] in device pixels: 0 ground, 1 wave, 2 clipping, 3 between two lanes.

    `ratio` is the screen's device pixels for each logical one; it widens margins and marks.
    """
    lanes, width = columns.shape[:2]
    pixels = np.zeros((height, width), np.uint8)
    for lane, top, bottom in lane_rows(lanes, height):
        _draw_lane(pixels[top:bottom], columns[lane], ratio)
        if lane:
            pixels[top : top + max(1, round(ratio))] = _LINE
    return pixels


def lane_rows(lanes: int, height: int) -> list[tuple[int, int, int]]:
    """Number, first row and row after the last of each lane in a picture of this height."""
    edges = [round(height * lane / lanes) for lane in range(lanes + 1)]
    return [(lane, edges[lane], edges[lane + 1]) for lane in range(lanes) if edges[lane + 1] > edges[lane]]


def waveform_image(numbers: NDArray[np.uint8], wave: QColor, colours: Colours, *, ratio: float = 1.0) -> QImage:
    """The picture of such colour numbers; opaque."""
    height, width = numbers.shape
    image = QImage(numbers.data, width, height, width, QImage.Format.Format_Indexed8)
    table = (QColor(colours.base), wave, clip_colour(colours), QColor(colours.border))
    image.setColorTable([colour.rgb() for colour in table])
    painted = image.convertToFormat(QImage.Format.Format_RGB32)  # a copy: numpy's memory may go
    painted.setDevicePixelRatio(ratio)
    return painted


def _draw_lane(pixels: NDArray[np.uint8], columns: NDArray[np.float32], ratio: float) -> None:
    height = len(pixels)
    middle = (height - 1) / 2
    reach = max(middle - MARGIN * ratio, 0.5)
    inside = np.clip(columns, -1.0, 1.0)
    top = np.rint(middle - inside[:, 1] * reach).astype(np.int16)
    bottom = np.maximum(np.rint(middle - inside[:, 0] * reach).astype(np.int16), top)
    rows = np.arange(height, dtype=np.int16)[:, None]
    pixels[(rows >= top) & (rows <= bottom)] = _WAVE
    mark = min(round(CLIP_MARK_HEIGHT * ratio), max(height // 4, 1))
    pixels[:mark, _widened(columns[:, 1] > 1.0, round(ratio))] = _CLIPPED
    pixels[height - mark :, _widened(columns[:, 0] < -1.0, round(ratio))] = _CLIPPED


def _widened(marked: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """`marked` and `by` neighbours on each side, so that one clipped sample can be seen."""
    wide = marked.copy()
    for shift in range(1, by + 1):
        wide[shift:] |= marked[:-shift]
        wide[:-shift] |= marked[shift:]
    return wide
