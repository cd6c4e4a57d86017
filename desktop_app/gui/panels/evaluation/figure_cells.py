"""Figures as cells of a table: shares with a bar, precisions with three decimals."""

from collections.abc import Sequence
from math import nan

from desktop_app.gui.evaluation_texts import between_text, percent_text, precision_text
from desktop_app.gui.models.figure_table import FigureCell


def share_cell(value: float | None, interval: Sequence[float] | None = None) -> FigureCell:
    """A share 0..1 with its bar, and where it may really lie; None where it is not known."""
    if value is None:
        return FigureCell(percent_text(None))
    if interval is None:
        return FigureCell(percent_text(value), value, share=value)
    low, high = interval
    return FigureCell(percent_text(value, 1), value, between_text(low, high), value, (low, high))


def precision_cell(value: float | None) -> FigureCell:
    """An average precision; None where it is not known."""
    return FigureCell(precision_text(value), nan if value is None else value)
