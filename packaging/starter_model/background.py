"""The sounds against which tags are measured for the bundled embedder: clips of the corpus, as mixed as a library is.

A tag's scores mean something only beside those of sounds that are mostly something else, and real recordings of many
makers are more like what people have than synthesised ones are: over the clips to choose by and with an older version
of this, tags with a precision of 0.7 found 0.32 of what they should, and 0.26 against the sounds of
`desktop_app.core.synthesis`.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import numpy as np
from corpus.audio_cache import recordings
from corpus.clip import Clip, Source, Split, read_clips
from corpus.sound import Sound
from evaluation.tag_words import plain_words

MOST_OF_A_KIND = 4
"""Clips whose best caption is the same. Of no shipped tag are more than 3 % examples then."""
MOST_OF_A_SOURCE = 64
MOST_NOTES = 48
MOST_DRUMS = 8
"""Of a source of notes or drums: there are many, all much alike, and a drum is measured badly against other drums. With
40 of a source and 12 notes the tags of instruments were put on other instruments far more often than others were on
anything: over the clips to choose by, at one limit, the worst on 8 times as many wrong clips as the median, instead of
5. Without limits (2,270 clips) tags find fewer of the right ones."""
_MOST = {"notes": MOST_NOTES, "drums": MOST_DRUMS}


def background_clips(sources: Mapping[str, Source]) -> list[Clip]:
    """The chosen clips by source: from what is trained on, one of a group, few of a kind, in an order made by a hash.

    Follows from the corpus's descriptions alone, so no audio is needed to know them.
    """
    groups: set[tuple[str, str]] = set()
    kinds: Counter[str] = Counter()
    of_source: Counter[str] = Counter()
    chosen = []
    clips = (clip for source in sources.values() for clip in read_clips(source) if clip.split is Split.TRAIN)
    for clip in sorted(clips, key=_drawn):
        group, kind = (clip.source, clip.group), plain_words(clip.captions[0])
        most = _MOST.get(sources[clip.source].family, MOST_OF_A_SOURCE)
        if group in groups or kinds[kind] >= MOST_OF_A_KIND or of_source[clip.source] >= most:
            continue
        groups.add(group)
        kinds[kind] += 1
        of_source[clip.source] += 1
        chosen.append(clip)
    return sorted(chosen, key=lambda clip: (clip.source, clip.name))


def background_names(sources: Mapping[str, Source], clips: Iterable[Clip]) -> list[str]:
    """What each clip is known by: package, version and the sound in it, so that another sound has another name."""
    return [
        f"{sources[clip.source].package} {sources[clip.source].version} {sources[clip.source].font}: {clip.name}"
        for clip in clips
    ]


def sounds_of(sources: Mapping[str, Source], clips: Iterable[Clip], cache: Path) -> Iterator[Sound]:
    """The clips' samples, mono at 16 kHz; those of one source must stand together. Raises what `recordings` raises."""
    for name, own in groupby(clips, key=lambda clip: clip.source):
        heard = recordings(sources[name], read_clips(sources[name]), cache)
        yield from (np.array(heard.sound(clip.name)) for clip in own)


def _drawn(clip: Clip) -> bytes:
    return hashlib.sha256(f"{clip.source}|{clip.name}".encode()).digest()
