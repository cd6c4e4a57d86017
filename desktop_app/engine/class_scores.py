"""The block of a starter vector that speaks in YAMNet's 521 classes: what a sound has of each, and what a text names.

A sound's part says for each class how much more of it the sound has than sounds usually have. A text's part says which
classes it speaks of: those whose names mean the same (MiniLM knows), and, faintly, those whose names together come near
its meaning, so that words outside the classes get an answer as well, with a short vector that says how little it is
worth.
"""

import numpy as np

from desktop_app.engine.onnx_network import Numbers, Stored, full_precision
from desktop_app.engine.starter_files import TextRule
from desktop_app.engine.yamnet import PatchFeatures


class ClassScores:
    """The classes' names and statistics, from `classes.safetensors`."""

    def __init__(self, stored: Stored, rule: TextRule) -> None:
        weights = full_precision(stored)
        self._rule = rule
        self._spread, self._mean = weights["spread"], weights["mean"]
        self._names = weights["names"]
        self._class_of_name = stored["name_class"].astype(np.intp)
        self._resemblance, self._resemblance_bias = weights["resemblance.weight"], weights["resemblance.bias"]

    def hear(self, features: PatchFeatures) -> Numbers:
        """The root of the highest score of each class anywhere in the window, in units of its usual spread, [521].

        Many classes never score high; the spread (measured over recordings by `packaging/starter_model`) puts
        them on a level.
        """
        found: Numbers = np.sqrt(features.scores.max(axis=0)) / self._spread - self._mean
        return found

    def read(self, meaning: Numbers) -> Numbers:
        """The classes that a text of this meaning names, weighted by the gate, plus those that it resembles, [521]."""
        rule = self._rule
        likeness = _products(self._names, meaning)
        share = np.exp((likeness - likeness.max()) / np.float32(rule.temperature))
        by_class = np.bincount(self._class_of_name, share / share.sum(), minlength=len(self._mean))
        gate = np.clip((likeness.max() - rule.gate_low) / (rule.gate_high - rule.gate_low), 0.0, 1.0)
        resemblance = _products(self._resemblance, meaning) + self._resemblance_bias
        vague = rule.vague_weight * resemblance / np.linalg.norm(resemblance)
        found: Numbers = (gate * np.sqrt(by_class) + vague).astype(np.float32)
        return found


def _products(rows: Numbers, vector: Numbers) -> Numbers:
    """Rows [n, m] times a vector [m] -> [n], without BLAS, whose sums depend on the number of its threads."""
    products: Numbers = (rows * vector).sum(axis=1)
    return products
