"""What to say of a search: why little or nothing was found, what was not understood, what might be meant."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from desktop_app.core.calibration import PLAUSIBLE
from desktop_app.core.measured import analyses_of
from desktop_app.core.query import TEXT_FIELDS, Query
from desktop_app.engine.searching.embedded_library import Snapshot, SoundIds
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library
from desktop_app.library.tables.sound_filter import SoundFilter

_LISTEN = "wait for the window to do so, or run “earmark index”"
_SHORTEST = 3
"""Letters of words that are looked for in what files say: fewer stand in nearly every text."""


class SearchHints:
    """Sentences that help, about queries over one library."""

    def __init__(self, library: Library, prompts: Prompts, tagger: Tagger) -> None:
        self._library = library
        self._prompts = prompts
        self._tagger = tagger

    def of_query(self, query: Query, snapshot: Snapshot, *, found: int) -> str:
        """What there is to say of a query that found so many sounds; empty when there is nothing."""
        hints = list(query.hints)
        tags = (*query.wanted.tag_names, *query.unwanted.tag_names)
        if tags and not self._tagger.ready:
            hints.append("The tags are still being prepared: search again in a moment.")
        elif unknown := [name for name in tags if not self._tagger.knows(name)]:
            hints.extend(self._unknown_tag(name) for name in unknown)
        hints.extend(self._unmeasured(query))
        hints.extend(self._unread(query))
        if not found and not hints:
            hints.append(self._why_nothing(query, snapshot))
        hints.extend(self._readings(query))
        return " ".join(dict.fromkeys(hints))

    def of_words(self, query: Query, best: float | None, wanted: SoundFilter, found: SoundIds) -> list[str]:
        """What there is to say of words that found these sounds.

        `best` is the best calibrated score, None where words alone did not rank or it is not known; `wanted`, what the
        library's tables were asked for.
        """
        hints = []
        if best is not None and best < PLAUSIBLE:
            hints.append("Nothing here fits these words well; the best guesses come first.")
            hints.extend(self._files_saying(query.words, wanted, found))
        if any(map(self._prompts.is_unread, (query.words, *query.without))):
            hints.append("The network understands English.")
        return [*hints, self._names_with(query.words, wanted, found)]

    def _unmeasured(self, query: Query) -> Iterator[str]:
        """What to say when sounds are left out only because they were not measured yet."""
        analyses = analyses_of(query.wanted.measured.joined(query.unwanted.measured))
        if not analyses:
            return
        waiting = self._library.analyses.waiting_count(analyses)
        if waiting:
            start = "1 sound has" if waiting == 1 else f"{waiting:,} sounds have"
            yield f"{start} not been measured yet, and so cannot be found by this."

    def _unread(self, query: Query) -> Iterator[str]:
        """What to say when sounds are left out only because nobody knows yet what their files say."""
        if not (query.wanted.texts or query.unwanted.texts):
            return
        waiting = self._library.file_texts.waiting_count()
        if waiting:
            start = "What stands in 1 file is" if waiting == 1 else f"What stands in {waiting:,} files is"
            yield f"{start} not known yet, and so cannot be found by this."

    def _readings(self, query: Query) -> Iterator[str]:
        """How words that are not English were understood."""
        for text in filter(None, (query.words, *query.without)):
            reading = self._prompts.reading(text)
            if reading:
                yield f"“{text}” was understood as “{reading.shown}”."

    def _unknown_tag(self, name: str) -> str:
        nearest = self._tagger.nearest_name(name)
        unknown = f"No active vocabulary has a tag called “{name}”."
        if nearest is None:
            return f"{unknown} You can make it: add it to a sound, or write it into a vocabulary."
        return f"{unknown} Did you mean “{nearest}”?"

    def _names_with(self, words: str, wanted: SoundFilter, found: SoundIds) -> str:
        """What to say when the words stand literally in the names of files that were found."""
        named = self._library.sounds.ids(filter=replace(wanted, names=(*wanted.names, words)))
        number = int(np.count_nonzero(np.isin(named, found)))
        if not number:
            return ""
        start = "1 file name contains" if number == 1 else f"{number:,} file names contain"
        return f"{start} “{words}”: put it in quotes to see only {'that' if number == 1 else 'those'}."

    def _files_saying(self, words: str, wanted: SoundFilter, found: SoundIds) -> Iterator[str]:
        """What to say when the words stand literally in files that were found: only in the field where most have them,
        and only asked where nothing fits well, for all texts of all files are gone through.
        """
        if '"' in words or len(words) < _SHORTEST:
            return
        value = f'"{words}"' if " " in words or "," in words or "|" in words else words
        for field in self._library.file_texts.fields_saying(words):
            if field not in TEXT_FIELDS:  # of a later version
                continue
            saying = self._library.sounds.ids(filter=replace(wanted, texts=(*wanted.texts, (field, (words,)))))
            number = int(np.count_nonzero(np.isin(saying, found)))
            if number:
                start = "1 file says" if number == 1 else f"{number:,} files say"
                yield f"{start} “{words}”: search for {field}:{value}."
                return

    def _why_nothing(self, query: Query, snapshot: Snapshot) -> str:
        sentence = _why_nothing(query, snapshot)
        if sentence.endswith(f"{_LISTEN}.") and not self._library.sounds.waiting_count(self._prompts.embedder_id):
            return "None of the sounds here can be heard: they are silent, too short or broken."
        return sentence


def _why_nothing(query: Query, snapshot: Snapshot) -> str:
    if not len(snapshot.sound_ids):
        return "The library has no sounds yet: add a folder."
    if not snapshot.present.any():
        return "None of the library's sounds can be reached: plug in the drive they are on, or locate its folder."
    if (query.words or query.without) and not (snapshot.present & (snapshot.rows >= 0)).any():
        return f"No sound has been listened to with this embedder yet: {_LISTEN}."
    if query.filters == 1:
        return "No sound passes this filter: change it or remove it."
    if query.filters:
        return "No sound passes all the filters: remove one of them."
    return f"The sounds that can be reached have not been listened to with this embedder yet: {_LISTEN}."
