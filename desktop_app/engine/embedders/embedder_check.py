"""How an embedder is looked at: one look after the other, and what is looked at in every embedder.

Loads networks and tries them, which may take a minute: for a process of its own.
"""

from collections.abc import Callable, Sequence
from functools import cache

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.check_line import CheckLine, worst_first
from desktop_app.engine.embedders.embedder import Embedder, EmbedderError
from desktop_app.engine.embedders.embedder_check_vectors import (
    SOUNDS,
    TEXTS,
    agreement_line,
    alive_line,
    check_sounds,
    determinism_line,
    numbers_line,
)

Look = tuple[str, Callable[[], list[CheckLine]]]
"""A subject, and what looks at it."""

_TROUBLES = (ArithmeticError, AttributeError, ImportError, LookupError, RuntimeError, TypeError, ValueError)
"""What libraries raise over files that they do not understand."""


def take_looks(*groups: Sequence[Look], progress: Callable[[int, int], None]) -> list[CheckLine]:
    """What came of all looks, what failed first; after a failure the next groups make no sense any more.

    `progress` is told how many of how many looks were taken.
    """
    lines: list[CheckLine] = []
    total = sum(map(len, groups))
    done = 0
    progress(done, total)
    for group in groups:
        for subject, look in group:
            lines += _taken(subject, look)
            done += 1
            progress(done, total)
        if any(line.mark == "failed" for line in lines) and group is not groups[-1]:
            lines.append(CheckLine("rest", "note", "The rest was not looked at, as it builds upon what failed."))
            break
    return worst_first(lines)


def looks_at_embeddings(embedder: Callable[[], Embedder]) -> list[Look]:
    """What holds for every embedder."""

    @cache
    def sounds() -> list[Samples]:
        return check_sounds(embedder())

    @cache
    def heard() -> Vectors:
        return embedder().embed_audio(sounds())

    return [
        ("determinism", lambda: [determinism_line(embedder(), sounds())]),
        ("numbers", lambda: [numbers_line(embedder(), heard())]),
        ("texts", lambda: [alive_line("texts", TEXTS, embedder().embed_text(TEXTS))]),
        ("sounds", lambda: [alive_line("sounds", SOUNDS, heard())]),
        ("agreement", lambda: [agreement_line(embedder(), heard())]),
    ]


def _taken(subject: str, look: Callable[[], list[CheckLine]]) -> list[CheckLine]:
    try:
        return look()
    except EmbedderError as error:
        return [CheckLine(subject, "failed", str(error))]
    except OSError as error:
        place = f"{error.filename} cannot be used" if error.filename else "A file cannot be used"
        return [CheckLine(subject, "failed", f"{place} ({error.strerror or error}); check the drive it is on.")]
    except _TROUBLES as error:
        said = (str(error).strip().splitlines() or [type(error).__name__])[-1].rstrip(".")
        return [CheckLine(subject, "failed", f"This could not be looked at ({said}); download the checkpoint again.")]
