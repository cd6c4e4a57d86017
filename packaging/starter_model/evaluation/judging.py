"""The stage that says how good an embedder is: has it hear and read, and puts figures.json and the model card together.

Everything is measured over the clips of the test split, by which nothing was trained or chosen.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from corpus.clip import Clip, Source, Split, read_clips, read_sources
from numpy.typing import NDArray

from desktop_app.engine.starter.starter_files import starter_spec
from evaluation.committed import CommittedEmbedder
from evaluation.costs import costs
from evaluation.figures import Cosines, Figures, Read, Section, evaluate, open_vocabulary, retrieval
from evaluation.hearing import AS_IT_IS, Vectors, hear, test_clips
from evaluation.model_card import WHAT_FAILED, measured_part, with_measured
from evaluation.own_recordings import EVERYDAY, recordings, sound_of

FIGURES = "figures.json"
UNTRAINED = Path(__file__).parent / "untrained.json"
"""The figures of the version before training began; see the README beside."""
_CARD = "README.md"


def judge(folder: Path, vocabularies: Path, cache: Path, app: Path) -> Figures:
    """All figures of the embedder in `folder`: some five minutes on one core, a minute with everything in the cache.

    `app` is the folder that has the package `desktop_app`. Raises EmbedderError if the embedder's files are not whole,
    KeyError if the reference sounds' vectors beside them are another embedder's, and what `recordings` raises.
    """
    sources = read_sources()
    clips = test_clips(list(sources.values()))
    heard = hear(sources, clips, folder, vocabularies, cache)
    embedder = CommittedEmbedder(folder, vocabularies)
    read = reading_once(embedder.read)
    sounds = heard.pop(AS_IT_IS)
    figures = evaluate(
        clips,
        sounds,
        read,
        class_cosines=embedder.class_cosines,
        given=embedder.given_tags(sounds),
        tag_scores=embedder.tag_scores(sounds),
        degraded=heard,
        costs=costs(folder, app),
    )
    figures.sections.update(by_maker(sources, clips, sounds, read, embedder.class_cosines))
    figures.sections["everyday recordings"] = _everyday(embedder, read)
    return replace(figures, embedder=starter_spec(folder).embedder_id, clips=clips_digest(clips))


def write(figures: Figures, folder: Path) -> None:
    """Put `figures.json` into the embedder's folder and the figures into the model card that lies there.

    Raises ValueError if the card has no place for them.
    """
    sources = read_sources()
    counts = {name: len(read_clips(source)) for name, source in sources.items()}
    failed = WHAT_FAILED.read_text(encoding="utf-8")
    measured = measured_part(figures, list(sources.values()), counts, failed, untrained=_untrained(figures))
    card = folder / _CARD
    card.write_text(with_measured(card.read_text(encoding="utf-8"), measured), encoding="utf-8")
    (folder / FIGURES).write_text(figures.to_json(), encoding="utf-8")


def by_maker(
    sources: dict[str, Source], clips: Sequence[Clip], sounds: Vectors, read: Read, class_cosines: Cosines
) -> dict[str, Section]:
    """`retrieval` among the sounds of makers that no training heard, and among other sounds of those that it did."""
    unheard = np.array([sources[clip.source].role is Split.TEST for clip in clips])
    made = np.array([sources[clip.source].kind == "synthesised" for clip in clips])
    chosen = {"makers unheard": unheard, "makers heard": ~unheard & ~made}
    return {
        f"retrieval, {name}": retrieval(
            [clips[row] for row in np.flatnonzero(rows).tolist()], sounds[rows], read, class_cosines
        )
        for name, rows in chosen.items()
        if rows.any()
    }


def reading_once(read: Read) -> Read:
    """The same way to read that remembers what it has read."""
    known: dict[str, NDArray[np.floating]] = {}

    def remembering(texts: Sequence[str]) -> NDArray[np.floating]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, read(new), strict=True))
        return np.stack([known[text] for text in texts])

    return remembering


def clips_digest(clips: Sequence[Clip]) -> str:
    """The same for the same clips with the same captions in the same order."""
    return hashlib.sha256(json.dumps([[clip.source, clip.name, clip.captions] for clip in clips]).encode()).hexdigest()


def _untrained(figures: Figures) -> Figures | None:
    """What to compare with, if it was measured over the same clips."""
    untrained = Figures.from_json(UNTRAINED.read_text(encoding="utf-8"))
    return untrained if untrained.clips == figures.clips else None


def _everyday(embedder: CommittedEmbedder, read: Read) -> Section:
    """The open vocabulary over the everyday recordings of the app's tests."""
    clips = [clip for clip in recordings() if clip.source == EVERYDAY]
    sounds = [sound_of(clip, embedder.sample_rate) for clip in clips]
    return open_vocabulary(clips, embedder.hear(sounds), read)
