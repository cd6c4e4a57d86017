"""All recipes by name, and which source of the corpus each belongs to."""

from corpus.synthesis.acoustic_kit import ACOUSTIC_KIT
from corpus.synthesis.cinematic import CINEMATIC
from corpus.synthesis.drums import DRUMS
from corpus.synthesis.everyday import EVERYDAY
from corpus.synthesis.hand_percussion import HAND_PERCUSSION
from corpus.synthesis.interface import INTERFACE
from corpus.synthesis.keys import KEYS
from corpus.synthesis.loops import LOOPS
from corpus.synthesis.moving_air import MOVING_AIR
from corpus.synthesis.noises import NOISES
from corpus.synthesis.recipe import Recipe
from corpus.synthesis.science_fiction import SCIENCE_FICTION
from corpus.synthesis.signals import SIGNALS
from corpus.synthesis.synths import SYNTHS
from corpus.synthesis.tones import TONES
from corpus.synthesis.turntable import TURNTABLE

SOURCES: dict[str, tuple[Recipe, ...]] = {
    "synthesised": (
        *TONES,
        *NOISES,
        *SIGNALS,
        *CINEMATIC,
        *SCIENCE_FICTION,
        *INTERFACE,
        *EVERYDAY,
        *SYNTHS,
        *KEYS,
        *DRUMS,
        *LOOPS,
    ),
    "synthesised-one-shots": (*HAND_PERCUSSION, *ACOUSTIC_KIT, *TURNTABLE, *MOVING_AIR),
}
"""The second is all for training: it makes up for kinds of which hardly a recording may be trained on."""
RECIPES: dict[str, Recipe] = {recipe.name: recipe for group in SOURCES.values() for recipe in group}
