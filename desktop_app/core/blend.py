"""Adds up what a search asks for: an example, words, and words to keep away from, each with a weight.

Raw scores of different things cannot be added: a cosine between two sounds and a dot product of a text with a sound
lie on scales of their own, and so do two texts. Each part is therefore measured in spreads above its own background
(see `calibration.py`), the scores that it gets from the reference sounds. On 163 recordings the parts then spread
alike: 0.65 over 300 texts, 0.88 over all examples. The library itself is not taken for the background: in a library of
nothing but rain, rain would be nothing special, and a score would change whenever a folder is added.
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.vector_index import Vectors

Weighted = Sequence[tuple[float, Vectors]]
"""Standings [n] in spreads above the usual, each with its weight."""


def blend(wanted: Weighted, unwanted: Weighted) -> Vectors:
    """Weighted standings [n], at least one of them wanted, as one standing [n].

    The mean of what is wanted by its weights, less what is unwanted by its own: a sound is only as high as it would be
    if it stood equally for all that is wanted, so the curve of `calibrate` says of the blend what it says of a part.
    What is unwanted only pulls down, and only sounds that have more of it than usual: to have less of it is no merit.
    On the same recordings and at a weight of 1, the precision is 0.73 so, and 0.68 where less is a merit.
    A part that nobody understands counts as usual everywhere. Where all that is wanted weighs nothing, it counts alike.
    """
    counting = [(weight, part) for weight, part in wanted if weight > 0]
    parts = np.stack([part for _, part in counting or wanted])
    weights = np.array([weight for weight, _ in counting] or np.ones(len(wanted)), dtype=np.float32)
    result: Vectors = (weights / weights.sum()).astype(np.float32) @ np.where(np.isneginf(parts), np.float32(0), parts)
    for weight, part in unwanted:
        result -= np.float32(weight) * np.maximum(part, np.float32(0))
    return result
