"""Makes the demonstration sounds that a first-time user meets: `resources/demo/`, from our own synthesis.

    .venv/bin/python packaging/demo_sounds.py [FOLDER]

The same table gives the same sounds on every run, so nobody edits the files by hand. `take` picks a seed: the takes
were chosen by what the bundled embedder hears in them, so that the tags a newcomer sees are right.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop_app.core.synthesis import KINDS  # noqa: E402
from desktop_app.core.synthesis.filters import RATE, Signal, room  # noqa: E402
from desktop_app.core.synthesis.kinds import finish, seeded  # noqa: E402

DEMO_FOLDER = ROOT / "resources" / "demo"

Pcm = NDArray[np.int16]
"""Samples as they stand in the file: [n] or [n, 2] at 48 kHz."""

_RENDERERS = {kind.name: kind.render for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Demo:
    """One demonstration sound: its file, the kind it is made as, which take, and how much of it is kept."""

    file: str
    """Path below the demonstration folder, without the suffix."""
    kind: str
    take: int = 1
    seconds: float = 2.0
    room_seconds: float = 0.0
    """Time to -60 dB of a room around it; 0 leaves it as it is."""
    stereo: bool = False
    """Two sides of the same room."""


DEMOS: tuple[Demo, ...] = (
    Demo("Ambience/Brook in the woods", "stream", take=5, seconds=1.3),
    Demo("Ambience/Crickets at night", "crickets", take=2, seconds=1.8),
    Demo("Ambience/Rain in the garden", "rain", take=8, seconds=1.3),
    Demo("Ambience/Summer birds", "birdsong", take=5, seconds=1.8, room_seconds=1.0, stereo=True),
    Demo("Ambience/Waves on the shore", "ocean waves", take=2, seconds=2.0),
    Demo("Animals/Crow caws", "crow", take=4, seconds=1.6),
    Demo("Animals/Dog barks", "dog bark", take=4, seconds=1.6),
    Demo("Animals/Duck quacks", "duck", take=10, seconds=1.6),
    Demo("Animals/Purring cat", "cat purr", take=10, seconds=1.6),
    Demo("Drums/Crash cymbal", "crash cymbal", take=8, seconds=1.8),
    Demo("Drums/Drum loop", "drum loop", take=9, seconds=2.0),
    Demo("Drums/Hi-hat open", "open hi-hat", take=8, seconds=0.9),
    Demo("Drums/Kick deep", "kick drum", take=7, seconds=0.8),
    Demo("Drums/Snare roll", "drum roll", take=8, seconds=1.4),
    Demo("Drums/Snare tight", "snare drum", take=8, seconds=0.7),
    Demo("Foley/Clock ticks", "clock ticking", take=2, seconds=1.7),
    Demo("Foley/Frying pan", "frying", take=10, seconds=1.2),
    Demo("Foley/Glass breaks", "glass breaking", take=6, seconds=1.5),
    Demo("Foley/Gravel path", "footsteps on gravel", take=7, seconds=1.8),
    Demo("Foley/Knock on the door", "door knock", take=10, seconds=1.3),
    Demo("Foley/Water poured into a glass", "pouring water", take=10, seconds=1.6),
    Demo("Foley/Wine glasses touch", "glass clink", take=6, seconds=1.0),
    Demo("Interface/Alarm clock", "alarm clock", take=2, seconds=1.8),
    Demo("Interface/Doorbell", "doorbell", take=9, seconds=2.4),
    Demo("Interface/Telephone rings", "telephone ringing", take=2, seconds=1.8),
    Demo("Interface/Notification", "notification", take=3, seconds=1.4),
    Demo("Music/Choir chord", "choir", take=6, seconds=2.8),
    Demo("Music/Church bell", "church bell", take=1, seconds=3.0),
    Demo("Music/French horn", "french horn", take=2, seconds=2.0),
    Demo("Music/Organ in the church", "church organ", take=9, seconds=1.5),
    Demo("Music/Synth bass line", "synth bass", take=2),
    Demo("Vehicles/Car horn", "car horn", take=9, seconds=1.4),
    Demo("Vehicles/Helicopter", "helicopter", take=3, seconds=1.5),
    Demo("Vehicles/Police siren", "police siren", take=4, seconds=1.8),
    Demo("Voices/Baby cries", "baby crying", take=3, seconds=1.7),
    Demo("Voices/Heartbeat", "heartbeat", take=5, seconds=2.6),
    Demo("Voices/Whistled tune", "whistling", take=8, seconds=1.8),
)


def _placed(demo: Demo, sound: Signal, side: str) -> NDArray[np.float32]:
    """The sound in its room, as one side hears it."""
    if demo.room_seconds:
        sound = room(sound, seeded(f"demo room {demo.file} {side}"), demo.room_seconds, 0.5)
    return finish(sound, 0.8, fade_out=0.08)


def render(demo: Demo) -> Pcm:
    """Make one demonstration sound: 16-bit samples, [n] or [n, 2] at 48 kHz."""
    sound = _RENDERERS[demo.kind](seeded(f"demo {demo.kind} {demo.take}"))[: int(demo.seconds * RATE)]
    sides = [_placed(demo, sound, side) for side in (("left", "right") if demo.stereo else ("middle",))]
    return np.round(np.squeeze(np.stack(sides, axis=1)) * 32767).astype(np.int16)


def write_all(folder: Path) -> Iterator[Path]:
    """Write every demonstration sound below `folder` as FLAC and yield its path."""
    for demo in DEMOS:
        path = folder / f"{demo.file}.flac"
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, render(demo), RATE, subtype="PCM_16", format="FLAC", compression_level=1.0)
        yield path


def main(arguments: list[str]) -> int:
    """Write the sounds and say how large they are together."""
    folder = Path(arguments[0]) if arguments else DEMO_FOLDER
    size = sum(path.stat().st_size for path in write_all(folder))
    print(f"{len(DEMOS)} sounds, {size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
