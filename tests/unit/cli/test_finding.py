"""A tag that a person gave never looks like an automatic one, in text either; what they noted is told, too."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np

from desktop_app.app import Earmark
from desktop_app.cli.finding import _noted, _tag_line
from desktop_app.core.marks import Marks
from tests.library_maker import fill, open_library


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
        told = list(_noted(cast(Earmark, SimpleNamespace(library=library)), [first, second]))
    assert told[0] == {"rating": 3, "favourite": True, "note": "loop", "collections": ["Door", "Rain"]}
    assert told[1] == {"rating": 0, "favourite": False, "note": "", "collections": []}
