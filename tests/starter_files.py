"""Where the bundled embedder and its golden values lie, and ways to read them."""

from pathlib import Path

import numpy as np
import soundfile

from desktop_app.core.sound import Samples

ROOT = Path(__file__).resolve().parents[1]
STARTER = ROOT / "resources" / "model" / "starter"
GOLDEN = ROOT / "tests" / "data" / "starter_golden"
RECORDINGS = tuple(sorted(path.stem for path in GOLDEN.glob("*.flac")))


def recording(name: str) -> Samples:
    """One of the golden recordings, mono at 16 kHz."""
    samples, rate = soundfile.read(GOLDEN / f"{name}.flac", dtype="float32")
    assert rate == 16_000
    return np.asarray(samples, dtype=np.float32)
