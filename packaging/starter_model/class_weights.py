"""What joins YAMNet's classes to words: their names as MiniLM understands them, and how each class usually scores.

A class is known by its AudioSet name alone, taken apart at commas and brackets.
"""

import re

import numpy as np
from exact_sentences import ExactSentences
from numpy.typing import NDArray
from sentence_weights import quantise_rows
from tokenizers import Tokenizer

Float64 = NDArray[np.float64]

SPREAD_FLOOR = 1e-3
"""Added to the spread of a class, so that one that hardly ever scored does not drown the rest."""
DIRECTIONS = 128
"""In which the classes' part of a vector is told; with 256 or all 521 as good, with 64 worse."""


def class_weights(
    names: list[str], sentences: dict[str, NDArray[np.generic]], tokenizer: bytes, roots: NDArray[np.floating]
) -> dict[str, NDArray[np.generic]]:
    """The tensors of `classes.safetensors`.

    `names` int8 [n, 384] with `names.scale` [n, 3]: the phrases' meanings, unit length; `name_class` int16 [n]: whose
    phrase it is. `spread`, `mean` float32 [521]: of `roots` [windows, 521], each window's root of the highest score.
    `directions` float16 [128, 521]: those in which the scaled and centred roots differ most.
    """
    phrases, owners = name_phrases(names)
    codes, scale = quantise_rows(phrase_meanings(phrases, sentences, tokenizer))
    spread, mean, directions = score_statistics(roots)
    return {
        "names": codes,
        "names.scale": scale,
        "name_class": np.array(owners, dtype=np.int16),
        "spread": spread.astype(np.float32),
        "mean": mean.astype(np.float32),
        "directions": directions.astype(np.float16),
    }


def name_phrases(names: list[str]) -> tuple[list[str], list[int]]:
    """Class names -> phrases, and for each the class it belongs to.

    A name without its brackets; its parts at commas, unless a bracket gives them their sense; each part behind the
    bracket's word: "Tearing, ripping" -> "tearing, ripping", "tearing", "ripping"; "Yip (dog)" -> "yip dog", "dog
    yip".
    """
    phrases: list[str] = []
    owners: list[int] = []
    for number, name in enumerate(names):
        lower = name.lower()
        brackets = re.findall(r"\((.*?)\)", lower)
        outside = re.sub(r"\s*\(.*?\)", "", lower)
        parts = [part for part in map(str.strip, outside.split(",")) if len(part) > 2 and part != "etc."]
        found = [lower.replace("(", "").replace(")", "")]
        found += [] if brackets else parts
        found += [f"{bracket} {part}" for part in parts for bracket in brackets if bracket not in part]
        unique = list(dict.fromkeys(found))
        phrases += unique
        owners += [number] * len(unique)
    return phrases, owners


def phrase_meanings(phrases: list[str], sentences: dict[str, NDArray[np.generic]], tokenizer: bytes) -> Float64:
    """What the sentence encoder makes of each phrase, [n, 384]; float64, so that machines round alike."""
    encoder = ExactSentences(sentences, Tokenizer.from_str(tokenizer.decode()))
    return np.stack([encoder.encode(phrase) for phrase in phrases])


def score_statistics(roots: NDArray[np.floating]) -> tuple[Float64, Float64, Float64]:
    """Roots of scores [windows, 521] -> spread [521], mean [521], directions [128, 521].

    The spread of each class is relative to the mean class, its mean in units of that spread; the directions are those
    that keep most of the products between windows.
    """
    deviation = roots.std(axis=0, dtype=np.float64) + SPREAD_FLOOR
    spread = deviation / deviation.mean()
    scaled = roots / spread
    mean = scaled.mean(axis=0)
    products = (scaled - mean).T @ (scaled - mean)
    values, vectors = np.linalg.eigh(products)
    directions = vectors[:, np.argsort(values)[::-1][:DIRECTIONS]].T
    return spread, mean, directions
