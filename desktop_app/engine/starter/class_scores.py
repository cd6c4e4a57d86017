"""The block of a starter vector that speaks in YAMNet's 521 classes: what a sound has of each, and what a text names.

A sound's part says for each class how much more of it the sound has than sounds usually have. A text's part says which
classes it speaks of: those whose names mean the same (MiniLM knows), as far as it comes near any. Both are told in the
128 directions in which sounds differ most, which keeps their products and a fourth of the numbers.
"""

import numpy as np

from desktop_app.engine.starter.onnx_network import Numbers, Stored, full_precision, products
from desktop_app.engine.starter.starter_files import TextRule
from desktop_app.engine.starter.yamnet import PatchFeatures


class ClassScores:
    """The classes' names and statistics, from `classes.safetensors`."""

    def __init__(self, stored: Stored, rule: TextRule) -> None:
        weights = full_precision(stored)
        self._rule = rule
        self._spread, self._mean = weights["spread"], weights["mean"]
        self._names = weights["names"]
        self._class_of_name = stored["name_class"].astype(np.intp)
        self._directions = weights["directions"]

    def hear(self, heard: PatchFeatures) -> Numbers:
        """The root of the highest score of each class anywhere in the window, in units of its usual spread, [128].

        Many classes never score high; the spread (measured over the corpus by `packaging/starter_model`) puts them on
        a level.
        """
        beyond = np.sqrt(heard.scores.max(axis=0)) / self._spread - self._mean
        return products(self._directions, beyond)

    def read(self, meaning: Numbers) -> Numbers:
        """The classes that a text of this meaning names, [128]; nothing for a text that is far from all their names."""
        rule = self._rule
        likeness = products(self._names, meaning)
        share = np.exp((likeness - likeness.max()) / np.float32(rule.temperature))
        by_class = np.bincount(self._class_of_name, share / share.sum(), minlength=len(self._mean))
        gate = np.clip((likeness.max() - rule.gate_low) / (rule.gate_high - rule.gate_low), 0.0, 1.0)
        return products(self._directions, (gate * np.sqrt(by_class)).astype(np.float32))
