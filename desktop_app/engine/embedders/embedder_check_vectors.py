"""Whether what an embedder makes of sounds and texts can be trusted: always the same bits, numbers, and not all alike.

Its own sounds are synthesised, so that every machine tries the same ones.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

import numpy as np
import soxr

from desktop_app.core.sound import Samples
from desktop_app.core.synthesis import reference_sound
from desktop_app.core.synthesis.filters import RATE
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.check_line import CheckLine
from desktop_app.engine.embedders.embedder import Embedder

TEXTS: Final = (
    "jazz standard",
    "heavy metal",
    "rain on a tin roof",
    "a dog barks twice",
    "footsteps on gravel",
    "a man reads the news",
    "808 kick drum",
    "church bells far away",
    "a car engine starts",
    "breaking glass",
    "ocean waves",
    "sci-fi laser gun",
)
"""Texts that have nothing in common."""

SOUNDS: Final = (
    "kick drum",
    "church bell",
    "glass breaking",
    "piano",
    "choir",
    "dog bark",
    "birdsong",
    "rain",
    "keyboard typing",
    "engine idling",
    "telephone ringing",
    "footsteps on gravel",
    "explosion",
    "whoosh",
    "laser",
    "white noise",
)
"""Kinds of sounds that have nothing in common; each is also a text that names it."""

DEAD: Final = 0.98
"""Mean cosine of a tower that tells nothing apart. A published checkpoint's reached 0.999; 0.1 to 0.5 is usual."""
DULL: Final = 0.9
"""Mean cosine at which there is reason to look closer."""
CHANCE: Final = 0.5
UNRELATED: Final = 0.35
"""How far down its sound stands on average for a name that means nothing: chance less twice what it varies by."""
_UNIT: Final = 1e-3


def check_sounds(embedder: Embedder) -> list[Samples]:
    """One of each of `SOUNDS`, at the embedder's sample rate."""
    sounds = [reference_sound(f"{name} 1").samples for name in SOUNDS]
    return [soxr.resample(sound, RATE, embedder.sample_rate, quality="HQ") for sound in sounds]


def determinism_line(embedder: Embedder, sounds: Sequence[Samples]) -> CheckLine:
    """The same bits again, alone, among others, and in another order."""
    some = [*sounds[:4], np.resize(sounds[4], round(12.5 * embedder.sample_rate))]
    heard = embedder.embed_audio(some)
    read = embedder.embed_text(TEXTS)
    same = [
        np.array_equal(heard, embedder.embed_audio(some[::-1])[::-1]),
        np.array_equal(heard, np.concatenate([embedder.embed_audio([sound]) for sound in some])),
        np.array_equal(read, embedder.embed_text(TEXTS[::-1])[::-1]),
        np.array_equal(read, np.concatenate([embedder.embed_text([text]) for text in TEXTS])),
    ]
    details = {"sounds_same": all(same[:2]), "texts_same": all(same[2:])}
    if all(same):
        text = "Sounds and texts get the same bits again, alone and among others."
        return CheckLine("determinism", "ok", text, details)
    what = " and ".join(kind for kind, fine in (("sounds", same[:2]), ("texts", same[2:])) if not all(fine))
    text = f"The same {what} get other embeddings the next time or among others; use another embedder."
    return CheckLine("determinism", "failed", text, details)


def numbers_line(embedder: Embedder, heard: Vectors) -> CheckLine:
    """No embedding may hold what is not a number, also not that of odd sounds and texts."""
    rate = embedder.sample_rate
    click = np.zeros(rate // 10, dtype=np.float32)
    click[len(click) // 2] = 1.0
    square = np.where(np.arange(rate) // 50 % 2, 1.0, -1.0).astype(np.float32)
    odd = [click, square, square * np.float32(1e-4), np.ones(rate, dtype=np.float32)]
    rows = np.concatenate([heard, embedder.embed_audio(odd), embedder.embed_text(["?", "🎧", "rain " * 600, *TEXTS])])
    finite = bool(np.isfinite(rows).all())
    empty = int((np.linalg.norm(rows, axis=1) < _UNIT).sum()) if finite else 0
    details = {"embeddings": len(rows), "finite": finite, "empty": empty}
    if finite and not empty:
        return CheckLine("numbers", "ok", f"{len(rows)} embeddings consist of numbers, also of odd sounds.", details)
    text = "Some sounds or texts get embeddings that are not numbers, or nothing; download the checkpoint again."
    return CheckLine("numbers", "failed", text, details)


def alive_line(kind: str, names: Sequence[str], vectors: Vectors) -> CheckLine:
    """Whether `kind` (`texts` or `sounds`) that have nothing in common get embeddings [n, dimension] of their own."""
    rows = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _UNIT)
    likeness = {(one, other): float(rows[one] @ rows[other]) for one, other in combinations(range(len(rows)), 2)}
    mean = float(np.mean(list(likeness.values())))
    (one, other), most = max(likeness.items(), key=lambda item: item[1])
    pair = f"“{names[one]}” and “{names[other]}”"
    details = {"mean_cosine": mean, "greatest_cosine": most, "nearest": [names[one], names[other]]}
    if not mean <= DEAD:  # also when it is no number
        text = f"It cannot tell {kind} apart: {pair} have cosine {most:.3f}, the mean is {mean:.3f}; use another one."
        return CheckLine(kind, "failed", text, details)
    text = f"{len(rows)} {kind} that have nothing in common: mean cosine {mean:.3f}, nearest {pair} ({most:.3f})."
    if mean > DULL:
        return CheckLine(kind, "warning", f"It hardly tells {kind} apart. {text}", details)
    return CheckLine(kind, "ok", f"It tells {kind} apart. {text}", details)


def agreement_line(embedder: Embedder, heard: Vectors) -> CheckLine:
    """Whether names find their sounds, [len(SOUNDS), dimension] as `heard`: both towers must speak of one space.

    The sounds are synthesised and a network may not take them for what they imitate, so this only warns.
    """
    scores = embedder.embed_text(SOUNDS) @ heard.T
    above = (scores > np.diagonal(scores)[:, None]).sum(axis=1)
    share = float(above.mean() / (len(SOUNDS) - 1))
    first = int((above == 0).sum())
    details = {"mean_rank_share": share, "found_first": first, "names": len(SOUNDS)}
    text = f"{first} of {len(SOUNDS)} names find their synthesised sound first; mean rank {share:.0%} from the top"
    if share < UNRELATED:
        return CheckLine("agreement", "ok", f"{text}.", details)
    text = f"{text}, by chance it would be {CHANCE:.0%}: its words may have nothing to do with its sounds."
    return CheckLine("agreement", "warning", text, details)
