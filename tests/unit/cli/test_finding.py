"""A tag that a person gave never looks like an automatic one, in text either; what they noted is told, too."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from desktop_app.app import Earmark
from desktop_app.cli.finding import _hit_line, _measured_of, _noted, _tag_line
from desktop_app.cli.measured_lines import measured_words
from desktop_app.core.marks import Marks
from desktop_app.core.measured import Measured
from desktop_app.core.metadata import EmbeddedText, Field, Marker, Metadata
from desktop_app.core.musical import SoundKind
from tests.library_maker import fill, open_library
from tests.measurements import CLIPPED, GOOD, TWICE_MONO, music, quality


def test_a_line_says_whose_a_tag_is() -> None:
    tags = [
        {"name": "Thunder", "score": 0.1, "source": "person"},
        {"name": "Rain", "score": 0.9312, "source": "accepted"},
        {"name": "Wind", "score": 0.6, "source": "automatic"},
    ]
    assert _tag_line({"path": "a.wav", "tags": tags}) == "a.wav: Thunder (yours), Rain 0.93 (accepted), Wind 0.60"
    assert _tag_line({"path": "a.wav", "tags": []}) == "a.wav: no tags"


def test_hits_tell_what_was_noted_and_collected(tmp_path: Path) -> None:
    with open_library(tmp_path / "profile") as library:
        fill(library, tmp_path / "Sounds", "an embedder", np.eye(2, dtype=np.float32))
        first, second = library.sounds.many(library.sounds.ids().tolist())
        assert first.content_id is not None
        library.marks.set({first.content_id: Marks(3, favourite=True, note="loop")})
        for name in ("Rain", "Door"):
            library.collections.add(library.collections.create(name), [first.content_id])
        library.measured.save({first.content_id: quality(**CLIPPED, loudness=-9.449)}, {})
        library.measured.save({}, {first.content_id: music(tempo=120.018, key="F#m", kind=SoundKind.LOOP)})
        said = Metadata((EmbeddedText(Field.TITLE, "Thunder", "iXML"),), (Marker(0.5, "Crow", 0.25), Marker(2.0)))
        library.file_texts.save([(first, said)])
        earmark, sounds = cast(Earmark, SimpleNamespace(library=library)), [first, second]
        told = list(_noted(earmark, sounds, _measured_of(earmark, sounds)))
    assert told[0] == {
        "rating": 3,
        "favourite": True,
        "note": "loop",
        "collections": ["Door", "Rain"],
        "bpm": 120.02,
        "key": "F#m",
        "pitch_hz": None,
        "kind": "loop",
        "lufs": -9.45,
        "true_peak_dbtp": 1.5,
        "warnings": ["clipped"],
        "in_file": {"title": ["Thunder"], "marker": ["Crow"]},
        "markers": [{"start_s": 0.5, "end_s": 0.75, "text": "Crow"}, {"start_s": 2.0, "end_s": 2.0, "text": ""}],
    }
    assert told[1] == {
        "rating": 0,
        "favourite": False,
        "note": "",
        "collections": [],
        **dict.fromkeys(("bpm", "key", "pitch_hz", "kind", "lufs", "true_peak_dbtp", "warnings")),
        "in_file": {},
        "markers": [],
    }


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            Measured(quality(**CLIPPED, **TWICE_MONO), music(tempo=92.5, key="C", kind=SoundKind.LOOP)),
            "92.5 BPM, C, loop, -18.0 LUFS, 1.5 dBTP; clipped, fake-stereo",
        ),
        (Measured(GOOD, music(pitch=185.0, kind=SoundKind.ONE_SHOT)), "F#, one-shot, -18.0 LUFS, -3.0 dBTP"),
        (Measured(quality(loudness=None, true_peak=None)), ""),
        (Measured(quality(loudness=-70.0, true_peak=-0.04)), "-70.0 LUFS, 0.0 dBTP"),
        (Measured(quality(loudness=-9.047, true_peak=-3.347)), "-9.0 LUFS, -3.3 dBTP"),
        (Measured(None, music(tempo=120.04)), "120 BPM"),
        (Measured(), ""),
    ],
)
def test_what_was_measured_in_words(found: Measured, words: str) -> None:
    assert measured_words(found) == words
    hit = {"score": None, "path": "a.wav", "start_s": None, "tags": []}
    assert _hit_line(hit, words).strip() == f"a.wav  ({words})".removesuffix("  ()")
    assert _hit_line(hit, "").strip() == "a.wav"
