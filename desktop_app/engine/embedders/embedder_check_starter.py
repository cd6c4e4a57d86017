"""Whether the bundled embedder is as shipped, and hears and reads on this machine as where it was made."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np

from desktop_app.core.synthesis import reference_sound
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.tower_check import least_cosine
from desktop_app.engine.embedders.check_line import CheckLine
from desktop_app.engine.embedders.embedder import Embedder, EmbedderError
from desktop_app.engine.embedders.embedder_check import Look, looks_at_embeddings, take_looks
from desktop_app.engine.embedders.embedder_check_files import licence_line
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter.starter_files import read_config, read_verified, starter_spec

GOLDEN: Final = "golden.npz"
"""Beside the weights: `embedder_id`, and `embeddings` of the golden sounds, then of the texts, [n, dimension]."""
GOLDEN_SOUNDS: Final = ("kick drum 1", "church bell 2", "dog bark 3", "rain 1")
GOLDEN_TEXTS: Final = ("rain on a tin roof", "kick drum", "a slow, dark drone")
NEEDED: Final = 0.9999
_THIRD: Final = 3
"""Of the samples at 48 kHz each third one is taken, so that no resampling has a say."""
_LONG_S: Final = 26
"""Seconds to which the last golden sound is repeated: several windows."""


def check_starter(folder: Path, *, progress: Callable[[int, int], None]) -> list[CheckLine]:
    """Everything about the bundled embedder, what failed first; `progress` is told how many of how many looks were
    taken.
    """

    @cache
    def embedder() -> Embedder:
        return load_embedder(starter_spec(folder))

    files: list[Look] = [("digest", lambda: shipped_lines(folder))]
    network: list[Look] = [("golden", lambda: [golden_line(folder, embedder())]), *looks_at_embeddings(embedder)]
    return take_looks(files, network, progress=progress)


def shipped_lines(folder: Path) -> list[CheckLine]:
    """Each file against the digest it was shipped with. Raises `EmbedderError` when the configuration is damaged."""
    config = read_config(folder)
    known = {"embedder_id": config.embedder_id}
    lines = [
        licence_line(folder),
        CheckLine("identity", "ok", f"The library knows it as {config.embedder_id}.", known),
    ]
    for name, sha256 in config.sha256.items():
        details = {"file": name, "sha256": sha256}
        try:
            read_verified(folder, name, config)
        except EmbedderError as error:
            lines.append(CheckLine("digest", "failed", str(error), details))
        else:
            lines.append(CheckLine("digest", "ok", f"{name} is as shipped (SHA-256 {sha256}).", details))
    return lines


def golden_line(folder: Path, embedder: Embedder) -> CheckLine:
    """What it makes of some sounds and texts here, against what it made of them where it was shipped."""
    try:
        with (folder / GOLDEN).open("rb") as file, np.load(file) as golden:
            made_for, expected = str(golden["embedder_id"]), golden["embeddings"]
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise EmbedderError(f"{folder / GOLDEN} cannot be read. Install Earmark again.") from error
    if made_for != embedder.embedder_id:
        raise EmbedderError(f"{folder / GOLDEN} belongs to {made_for}. Install Earmark again.")
    cosine = least_cosine(golden_embeddings(embedder), expected)
    details = {"cosine": cosine, "needed": NEEDED, "embeddings": len(expected)}
    if not cosine >= NEEDED:  # also when it is no number
        text = f"It hears or reads otherwise here than where it was made (cosine {cosine:.6f}). Tell Earmark's makers."
        return CheckLine("golden", "failed", text, details)
    text = f"{len(expected)} sounds and texts get the embeddings it was shipped with (cosine at least {cosine:.7f})."
    return CheckLine("golden", "ok", text, details)


def golden_embeddings(embedder: Embedder) -> Vectors:
    """The embeddings of the golden sounds, then of the golden texts, [n, dimension], of an embedder at 16 kHz."""
    sounds = [reference_sound(name).samples[::_THIRD].copy() for name in GOLDEN_SOUNDS]
    sounds[-1] = np.resize(sounds[-1], _LONG_S * embedder.sample_rate)
    return np.concatenate([embedder.embed_audio(sounds), embedder.embed_text(GOLDEN_TEXTS)])
