"""What the embedder hears of the clips to judge by: as they are, and spoilt in each way; kept in the cache.

One file a source and embedder, so that an embedder is made to listen once and a rerun takes seconds.
"""

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from corpus.audio_cache import recordings
from corpus.clip import Clip, Source, Split, read_clips
from numpy.typing import NDArray
from safetensors.numpy import load_file
from whole_files import save_whole

from desktop_app.engine.starter import starter_files
from desktop_app.engine.starter.starter_files import starter_spec
from evaluation.committed import CommittedEmbedder
from evaluation.degradations import DEGRADATIONS

Vectors = NDArray[np.float32]

AS_IT_IS = "as it is"
_VERSION = 1
"""Raised when sounds are spoilt in another way under the same name."""
_BETWEEN = ("starter", "silence", "yamnet", "projection", "class_scores", "onnx_network")
"""Modules of the app between samples and vector; a change there is heard anew, whether it changes numbers or not."""


@dataclass(frozen=True, slots=True)
class _Job:
    source: Source
    clips: tuple[Clip, ...]
    """Those of the source that are to be heard."""
    folder: Path
    vocabularies: Path
    cache: Path


def test_clips(sources: Sequence[Source]) -> list[Clip]:
    """The clips by which nothing was trained or chosen, source after source."""
    return [clip for source in sources for clip in read_clips(source) if clip.split is Split.TEST]


def hear(
    sources: Mapping[str, Source], clips: Sequence[Clip], folder: Path, vocabularies: Path, cache: Path
) -> dict[str, Vectors]:
    """[clips, d] for `AS_IT_IS` and each of the `DEGRADATIONS`, on all cores or out of the cache.

    `folder` is the embedder's. Raises what `recordings` raises, and EmbedderError if the embedder's files are not
    whole.
    """
    of_source: defaultdict[str, list[int]] = defaultdict(list)
    for row, clip in enumerate(clips):
        of_source[clip.source].append(row)
    longest_first = sorted(of_source, key=lambda name: -len(of_source[name]))
    jobs = [
        _Job(sources[name], tuple(clips[row] for row in of_source[name]), folder, vocabularies, cache)
        for name in longest_first
    ]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        parts = list(pool.map(_hear_source, jobs))
    rows = np.concatenate([of_source[name] for name in longest_first])
    back = np.argsort(rows)
    return {way: np.concatenate([part[way] for part in parts])[back] for way in (AS_IT_IS, *DEGRADATIONS)}


def _hear_source(job: _Job) -> dict[str, Vectors]:
    embedder_id = starter_spec(job.folder).embedder_id
    path = job.cache / "judged" / embedder_id.replace("/", "_") / f"{job.source.name}-{_digest(job)}.safetensors"
    if not path.exists():
        save_whole(path, _heard(job))
    return load_file(path)


def _heard(job: _Job) -> dict[str, Vectors]:
    embedder = CommittedEmbedder(job.folder, job.vocabularies)
    audio = recordings(job.source, read_clips(job.source), job.cache)
    sounds = [np.array(audio.sound(clip.name)) for clip in job.clips]
    heard = {way: embedder.hear([spoil(sound) for sound in sounds]) for way, spoil in DEGRADATIONS.items()}
    return {AS_IT_IS: embedder.hear(sounds)} | heard


def _digest(job: _Job) -> str:
    made_of = [_VERSION, list(DEGRADATIONS), job.source.sha256, job.source.version, *(clip.name for clip in job.clips)]
    digest = hashlib.sha256(json.dumps(made_of).encode())
    modules = (Path(starter_files.__file__).with_name(f"{name}.py") for name in _BETWEEN)
    for module in modules:
        digest.update(module.read_bytes() if module.exists() else b"")
    return digest.hexdigest()[:12]
