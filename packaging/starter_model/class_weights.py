"""What joins YAMNet's classes to words: their names as MiniLM understands them, and how each class usually scores.

Nothing here is trained. A class is known by its AudioSet name alone, taken apart at commas and brackets.
"""

import json
import re
from pathlib import Path

import numpy as np
from exact_sentences import ExactSentences
from numpy.typing import NDArray
from sentence_weights import STRETCH, quantise_rows
from tokenizers import Tokenizer

Float64 = NDArray[np.float64]

RIDGE = 0.3
"""Damping of `resemblance`: with less, opposite classes fight; with more, all take part; 0.1 to 1 rank alike."""
SPREAD_FLOOR = 1e-3
"""Added to the spread of a class, so that one that hardly ever scored does not drown the rest."""


def class_weights(
    names: list[str], sentences: dict[str, NDArray[np.generic]], tokenizer: bytes, statistics: Path
) -> dict[str, NDArray[np.generic]]:
    """The tensors of `classes.safetensors`.

    `names` int8 [n, 384] with `names.scale` [n, 3]: the phrases' meanings, unit length; `name_class` int16 [n]: whose
    phrase it is. `resemblance.weight` float16 [521, 384], `resemblance.bias` [521]: a meaning -> the classes whose
    mean phrases add up to it. `spread`, `mean` float32 [521]: of the root of a sound's highest score.
    """
    phrases, owners = name_phrases(names)
    codes, scale = quantise_rows(phrase_meanings(phrases, sentences, tokenizer))
    meanings: Float64 = codes.astype(np.float64) * np.repeat(scale.astype(np.float64), STRETCH, axis=1)
    weight, bias = resemblance_map(meanings, np.array(owners), len(names))
    spread, mean = score_statistics(statistics)
    return {
        "names": codes,
        "names.scale": scale,
        "name_class": np.array(owners, dtype=np.int16),
        "resemblance.weight": weight.astype(np.float16),
        "resemblance.bias": bias.astype(np.float32),
        "spread": spread.astype(np.float32),
        "mean": mean.astype(np.float32),
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


def resemblance_map(meanings: Float64, owners: NDArray[np.int64], classes: int) -> tuple[Float64, Float64]:
    """Ridge regression: the weights over centred class meanings that rebuild a text's centred meaning best."""
    means = np.zeros((classes, meanings.shape[1]))
    np.add.at(means, owners, meanings)
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    centre = means.mean(axis=0)
    centred = means - centre
    weight: Float64 = np.linalg.solve(centred @ centred.T + RIDGE * np.eye(classes), centred)
    return weight, -weight @ centre


def score_statistics(path: Path) -> tuple[Float64, Float64]:
    """The spread of each class relative to the mean class, and the mean in units of that spread."""
    measured = json.loads(path.read_text())
    deviation = np.array(measured["deviation"]) + SPREAD_FLOOR
    spread = deviation / deviation.mean()
    return spread, np.array(measured["mean"]) / spread
