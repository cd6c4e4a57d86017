"""Foley and impacts: steps, doors, paper, shots and explosions."""

from desktop_app.core.synthesis.filters import (
    Formant,
)

_WOOD: tuple[Formant, ...] = ((110, 40, 1.0), (240, 70, 0.8), (520, 140, 0.5), (1300, 600, 0.3), (3200, 2000, 0.15))
