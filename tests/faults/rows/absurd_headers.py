"""Headers that claim what cannot be: lengths come from decoded frames, and no embedding is poisoned."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.open_profile.embedder_list import spec_of
from desktop_app.paths import Profile
from desktop_app.settings import Settings
from tests.faults.hostile_audio import Absurd, absurd_headers
from tests.faults.row import Row, shortened

_TOLERANCE = 0.01


def run(quick: bool) -> Row:
    """Every one of them through the bundled network; the quick form takes each fifth."""
    files = list(absurd_headers())[:: 5 if quick else 1]
    problems: list[str] = []
    fates: Counter[str] = Counter()
    with TemporaryDirectory() as scratch:
        worker = EmbeddingProcess(spec_of("starter", Profile.at(Path(scratch) / "profile"), Settings()))
        try:
            for number, file in enumerate(files):
                path = Path(scratch) / f"{number}{file.suffix}"
                path.write_bytes(file.data)
                fates[_hear(worker, path, file, problems)] += 1
        finally:
            worker.close()
    if not fates["heard"]:
        problems.append("none could be heard: nothing was tried")
    return Row(
        16,
        "absurd headers, samples that are no numbers",
        len(files),
        "lengths within 1 % of the decoded frames, or none; 0 NaN embeddings",
        f"{len(problems)} wrong; " + ", ".join(f"{count} {fate}" for fate, count in fates.most_common()),
        shortened(problems),
    )


def _hear(worker: EmbeddingProcess, path: Path, file: Absurd, problems: list[str]) -> str:
    try:
        heard = worker.hear(path)
    except SilentSoundError:
        return "silent"
    except UnreadableSoundError:
        if file.seconds is not None:
            problems.append(f"{file.name}: refused, though it holds {file.seconds:.3f} s")
        return "refused"
    except WorkerDiedError as error:
        problems.append(f"{file.name}: killed its child ({error.killed_by})")
        return "child died"
    if not np.isfinite(heard.vector).all():
        problems.append(f"{file.name}: an embedding that is not finite")
    # No header gives more than the file's bytes hold, at a byte a sample.
    longest = len(file.data) / max(heard.format.sample_rate, 1)
    seconds = heard.format.seconds
    if seconds > longest or (file.seconds is not None and abs(seconds / file.seconds - 1) > _TOLERANCE):
        problems.append(f"{file.name}: {seconds:.3f} s instead of {file.seconds}")
    return "heard"
