"""Sounds whose captions are true because of how they are made: electronic sounds, and sentences said by a machine."""

import numpy as np
from numpy.typing import NDArray

from corpus.synthesis.catalogue import RECIPES
from corpus.synthesis.primitives import RATE
from corpus.synthesis.recipe import rendered
from corpus.synthesis.speech import speak


def synthesise(clip_name: str) -> tuple[NDArray[np.float32], int]:
    """The samples (mono, -1 to 1) and the rate (Hz) of a clip named `recipe-seed` or `espeak-sentence`.

    The same in every run. Raises ValueError if there is no such recipe, seed or sentence, RuntimeError if a sentence is
    asked for and espeak-ng is not installed.
    """
    if clip_name.startswith("espeak-"):
        return speak(clip_name.removeprefix("espeak-"))
    name, _, seed = clip_name.rpartition("-")
    recipe = RECIPES.get(name)
    if recipe is None or not seed.isdecimal():
        raise ValueError(f"There is no recipe for a sound named {clip_name!r}.")
    samples, _ = rendered(recipe, int(seed))
    return samples, RATE
