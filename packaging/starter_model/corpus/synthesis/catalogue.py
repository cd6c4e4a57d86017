"""All recipes by name."""

from corpus.synthesis.cinematic import CINEMATIC
from corpus.synthesis.drums import DRUMS
from corpus.synthesis.noises import NOISES
from corpus.synthesis.recipe import Recipe
from corpus.synthesis.tones import TONES

RECIPES: dict[str, Recipe] = {
    recipe.name: recipe
    for recipe in (
        *TONES,
        *NOISES,
        *CINEMATIC,
        *DRUMS,
    )
}
