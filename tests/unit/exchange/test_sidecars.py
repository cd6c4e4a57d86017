"""A sidecar gives back what was said, and nobody's words are lost to the next one."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.marks import Marks
from desktop_app.core.said import Judged, SaidOfSound
from desktop_app.core.said_json import write_json
from desktop_app.core.verdict import Judgement
from desktop_app.exchange.exchanging import read_said, sidecar_of
from desktop_app.exchange.sidecars import SAYS_ELSE, Sidecar, is_sidecar, write_sidecars

KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8)
SAID = st.builds(
    SaidOfSound,
    st.just("rain.wav"),
    st.binary(min_size=16, max_size=16),
    st.lists(st.builds(Judged, KEYS, KEYS, st.sampled_from(Judgement)), max_size=3).map(tuple),
    st.builds(Marks, st.integers(0, 5), st.booleans(), st.text(max_size=30)),
    st.lists(st.text(max_size=10), max_size=3).map(tuple),
)
RAIN, DOG = (Judged("everyday", tag, Judgement.ACCEPTED) for tag in ("rain", "dog"))
THERE = SaidOfSound("rain.wav", b"r" * 16, (RAIN,), Marks(3, favourite=True, note="wet"), ("Film",))


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    sound = tmp_path / "rain.wav"
    sound.touch()
    return sound


def written(sound: Path, said: SaidOfSound, *, replace: bool = False) -> str:
    """What was in the way of a sidecar."""
    (done,) = write_sidecars([Sidecar(sidecar_of(sound), write_json([said], {}))], replace=replace)
    return done.problem


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAID)
def test_it_says_what_was_said(sound: Path, said: SaidOfSound) -> None:
    assert written(sound, said, replace=True) == ""
    (found,) = read_said(sidecar_of(sound)).sounds
    assert found == SaidOfSound(str(sound), said.content_id, said.judged, said.marks, said.collections)


@pytest.mark.parametrize(
    "said",
    [
        SaidOfSound("rain.wav", THERE.content_id, (RAIN, DOG), THERE.marks, THERE.collections),
        SaidOfSound("/other.wav", b"", (RAIN,), THERE.marks, ("More", "Film")),
    ],
    ids=["more tags", "more collections"],
)
def test_what_says_all_that_stands_there_takes_its_place(sound: Path, said: SaidOfSound) -> None:
    written(sound, THERE)
    assert written(sound, said) == ""


@pytest.mark.parametrize(
    "said",
    [
        SaidOfSound("rain.wav", b"", (), THERE.marks, THERE.collections),
        SaidOfSound("rain.wav", b"", (RAIN,), Marks(4, favourite=True, note="wet"), THERE.collections),
        SaidOfSound("rain.wav", b"", (RAIN,), Marks(3, favourite=False, note="wet"), THERE.collections),
        SaidOfSound("rain.wav", b"", (RAIN,), Marks(3, favourite=True, note="dry"), THERE.collections),
        SaidOfSound("rain.wav", b"", (RAIN,), THERE.marks, ()),
    ],
    ids=["tag", "rating", "favourite", "note", "collection"],
)
def test_what_would_be_lost_stays_unless_it_is_to_be_replaced(sound: Path, said: SaidOfSound) -> None:
    """Also where it came there after the list of files was shown."""
    written(sound, THERE)
    before = sidecar_of(sound).read_bytes()
    assert written(sound, said) == SAYS_ELSE
    assert sidecar_of(sound).read_bytes() == before
    assert written(sound, said, replace=True) == ""


@pytest.mark.parametrize("within", ["document", "sound", "tag"])
def test_what_another_program_added_is_never_replaced(sound: Path, within: str) -> None:
    document = json.loads(write_json([THERE], {}))
    added_to = {"document": document, "sound": document["sounds"][0], "tag": document["sounds"][0]["tags"][0]}
    added_to[within]["cue"] = "theirs"
    sidecar_of(sound).write_text(json.dumps(document))
    assert "Another program added" in written(sound, THERE, replace=True)
    assert is_sidecar(sidecar_of(sound)), "it follows its sound"
