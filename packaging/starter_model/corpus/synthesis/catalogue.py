"""All recipes by name."""

from corpus.synthesis.cinematic import CINEMATIC
from corpus.synthesis.drums import DRUMS
from corpus.synthesis.everyday import EVERYDAY
from corpus.synthesis.interface import INTERFACE
from corpus.synthesis.keys import KEYS
from corpus.synthesis.loops import LOOPS
from corpus.synthesis.noises import NOISES
from corpus.synthesis.recipe import Recipe
from corpus.synthesis.science_fiction import SCIENCE_FICTION
from corpus.synthesis.signals import SIGNALS
from corpus.synthesis.synths import SYNTHS
from corpus.synthesis.tones import TONES

RECIPES: dict[str, Recipe] = {
    recipe.name: recipe
    for group in (
        TONES,
        NOISES,
        SIGNALS,
        CINEMATIC,
        SCIENCE_FICTION,
        INTERFACE,
        EVERYDAY,
        SYNTHS,
        KEYS,
        DRUMS,
        LOOPS,
    )
    for recipe in group
}
