"""Sustained instruments: winds, bowed strings, organs, and the synthesiser's pads, leads and basses."""

from desktop_app.core.synthesis.filters import (
    Formant,
)

_VIOLIN_BODY: tuple[Formant, ...] = (
    (280, 40, 0.7),
    (460, 60, 0.9),
    (700, 200, 0.5),
    (1200, 500, 0.6),
    (2700, 1200, 0.9),
)
