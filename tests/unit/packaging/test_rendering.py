"""Notes are played as the names of their clips say, from fonts and from Gravis patches."""

import importlib
import io
import struct
import tarfile
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.starter_files import ROOT

RATE = 8_000
LOOPED, ENVELOPE = 4, 64
AT_ONCE = ([0x3F] * 6, [255, 255, 255, 0, 0, 0])
"""Rates and levels of an envelope that is at its height at once and, when the key is let go, at nothing."""


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


def script(name: str) -> ModuleType:
    return importlib.import_module(f"corpus.{name}")


def performance(name: str) -> Any:
    return script("rendering").performance(name)


def test_a_name_says_instrument_notes_force_and_time() -> None:
    violin = performance("0-40-67-90-1.5")
    assert (violin.bank, violin.program, violin.steps, violin.velocity) == (0, 40, ((67,),), 90)
    assert violin.seconds == 1.5
    assert violin.channel == 0
    assert violin.sounding_seconds == 3.0


def test_notes_sound_together_or_one_after_the_other_or_not_at_all() -> None:
    assert performance("0-0-60+64+67-80-2").steps == ((60, 64, 67),)
    phrase = performance("0-73-60,_,72+76-80-0.25")
    assert phrase.steps == ((60,), (), (72, 76))
    assert phrase.sounding_seconds == 3 * 0.25 + 1.5


def test_drums_have_a_channel_of_their_own_and_time_to_ring() -> None:
    kit = performance("128-16-38-100-0.1")
    assert (kit.channel, kit.program) == (9, 16)
    assert kit.sounding_seconds == pytest.approx(3.1)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            "violin",
            "0-40-67-90",
            "0-40--90-1",
            "0-40-67-90-",
            "0-40-67.5-90-1",
            "-1-40-67-90-1",
            "0-40-67-90-1.5 ",
        ),
        *("129-0-36-90-1", "0-128-67-90-1", "0-40-128-90-1", "0-40-67-128-1", "0-40-67-0-1", "0-40-67-90-0"),
    ],
)
def test_a_name_that_cannot_be_played_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"does not say|what MIDI does not have"):
        performance(name)


def sine(frequency: float, samples: int = RATE) -> bytes:
    wave = np.sin(2 * np.pi * frequency * np.arange(samples) / RATE)
    return (wave * 32_000).astype("<i2").tobytes()


def recorded(
    content: bytes, root: float, *, modes: int = 1, loop: tuple[int, int] = (0, 0), ends: tuple[float, float] = (1, 1e4)
) -> bytes:
    """A recording at RATE as it stands in a patch; modes 1: of 16 bits, signed."""
    rates, levels = AT_ONCE
    pitches = [round(1000 * hertz) for hertz in (*ends, root)]
    numbers = struct.pack("<IIIHIIIH", len(content), *loop, RATE, *pitches, 0)
    return bytes(8) + numbers + bytes(1) + bytes([*rates, *levels]) + bytes(6) + bytes([modes]) + bytes(40) + content


def patch(*recordings: bytes) -> bytes:
    headers = bytearray(b"GF1PATCH110\0ID#000002\0".ljust(239, b"\0"))
    headers[198] = len(recordings)
    return bytes(headers) + b"".join(recordings)


def read(content: bytes) -> Any:
    return script("gravis_patches").Patch.read(content)


def pitch(sound: NDArray[Any]) -> float:
    """Hz of the strongest partial."""
    return float(np.abs(np.fft.rfft(sound)).argmax() * RATE / len(sound))


def test_a_patch_tells_its_recordings() -> None:
    low, high = read(
        patch(
            recorded(sine(100), 100, ends=(20, 200)),
            recorded(bytes([128, 255, 0, 128]), 400.5, modes=2 | LOOPED, loop=(1, 3), ends=(200, 900)),
        )
    ).recordings
    assert (low.rate, low.root, low.lowest, low.highest) == (RATE, 100, 20, 200)
    assert (low.loop, low.to_and_fro, low.stages) == (None, False, ())
    assert len(low.samples) == RATE
    assert float(low.samples.max()) == pytest.approx(32_000 / 2**15, abs=1e-3)
    assert high.samples.tolist() == [0.0, 127 / 128, -1.0, 0.0]
    assert (high.root, high.loop) == (400.5, (1, 3))


@pytest.mark.parametrize("content", [b"", b"RIFF", b"GF2PATCH" + bytes(400)])
def test_what_is_no_patch_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="Not a Gravis patch"):
        read(content)


def test_a_note_has_its_own_pitch_from_the_recording_meant_for_it() -> None:
    """The higher of two recordings sounds like 300 Hz wherever it says that its root is 600."""
    two = read(
        patch(recorded(sine(100), 100, ends=(20, 250)), recorded(sine(300, 2 * RATE), 600, ends=(250.001, 2000)))
    )
    assert pitch(two.note(200.0, 0.4, 0.5, RATE)[: RATE // 4]) == pytest.approx(200, abs=4)
    assert pitch(two.note(800.0, 0.4, 0.5, RATE)[: RATE // 4]) == pytest.approx(400, abs=4)
    assert pitch(two.note(None, 0.4, 0.5, RATE)[: RATE // 4]) == pytest.approx(100, abs=4)


def test_a_short_recording_sounds_as_long_as_the_key_is_held_if_it_has_a_loop() -> None:
    """A tenth of a second; the loop is told in bytes."""
    once = recorded(sine(100, 800), 100, modes=1 | ENVELOPE)
    looped = recorded(sine(100, 800), 100, modes=1 | ENVELOPE | LOOPED, loop=(160, 1440))
    short, long = (read(patch(one)).note(100.0, 0.5, 1.0, RATE) for one in (once, looped))
    assert np.abs(short[: RATE // 20]).max() > 0.5
    assert np.abs(short[RATE // 5 :]).max() == 0
    assert pitch(long[: RATE // 2]) == pytest.approx(100, abs=2)
    assert np.abs(long[int(0.4 * RATE) : RATE // 2]).max() > 0.5
    assert np.abs(long[int(0.7 * RATE) :]).max() < 0.01


def test_steps_are_played_by_one_instrument_or_by_the_drum_of_each_note() -> None:
    play = script("gravis_patches").play
    tone, other = read(patch(recorded(sine(440), 440))), read(patch(recorded(sine(1000), 50)))
    scale = play({40: tone}, 40, [(69,), (), (81,)], 0.25, 0.1, RATE)
    assert len(scale) == round(0.85 * RATE)
    assert pitch(scale[: RATE // 5]) == pytest.approx(440, abs=5)
    assert np.abs(scale[int(0.35 * RATE) : RATE // 2]).max() < 0.01
    assert pitch(scale[RATE // 2 : int(0.7 * RATE)]) == pytest.approx(880, abs=5)
    drums = play({36: tone, 38: other}, None, [(36,), (38,)], 0.25, 0.1, RATE)
    assert pitch(drums[: RATE // 5]) == pytest.approx(440, abs=5)
    assert pitch(drums[int(0.32 * RATE) : RATE // 2]) == pytest.approx(1000, abs=10)
    with pytest.raises(ValueError, match="no patch 41"):
        play({40: tone}, 41, [(69,)], 0.25, 0.1, RATE)


def test_a_folder_of_patches_is_a_font(tmp_path: Path) -> None:
    """Without silence at its ends and as loud as every other clip; FluidSynth is not asked."""
    rendering, clip = script("rendering"), script("clip")
    package = tmp_path / "patches.tar.gz"
    with tarfile.open(package, "w:gz") as tape:
        for name, content in (("Tone_000/040_Violin.pat", sine(440)), ("Drum_000/038_Snare_1.pat", sine(200, 400))):
            file = patch(recorded(content, 440))
            member = tarfile.TarInfo(f"pats/{name}")
            member.size = len(file)
            tape.addfile(member, io.BytesIO(file))
    texts = dict.fromkeys(("kind", "package", "version", "file", "sha256", "licence", "attribution", "homepage"), "")
    source = clip.Source(name="pats", **texts, font="pats/", role=clip.Split.TRAIN, family="notes")
    names = ["0-40-69-90-0.5", "128-0-38-90-0.1"]
    clips = [clip.Clip("pats", name, name, ("violin",), clip.Split.TRAIN) for name in names]
    (violin, drum) = rendering.render(source, package, clips, tmp_path)
    assert [violin[0], drum[0]] == names
    assert violin[2] == drum[2] == rendering.SAMPLE_RATE
    assert [float(np.abs(samples).max()) for _name, samples, _rate in (violin, drum)] == pytest.approx([0.7, 0.7])
    assert len(violin[1]) == pytest.approx(0.55 * rendering.SAMPLE_RATE, rel=0.01)
    assert len(drum[1]) == pytest.approx(0.05 * rendering.SAMPLE_RATE, rel=0.02)


def test_a_package_without_the_font_is_told(tmp_path: Path) -> None:
    clip = script("clip")
    package = tmp_path / "empty.tar.gz"
    with tarfile.open(package, "w:gz"):
        pass
    texts = dict.fromkeys(("kind", "package", "version", "file", "sha256", "licence", "attribution", "homepage"), "")
    source = clip.Source(name="font", **texts, font="usr/font.sf2", role=clip.Split.TRAIN, family="notes")
    note = clip.Clip("font", "0-40-69-90-1", "violin", ("violin",), clip.Split.TRAIN)
    with pytest.raises(ValueError, match=r"does not hold usr/font\.sf2"):
        list(script("rendering").render(source, package, [note], tmp_path))
