"""The bundled embedder's files, read without any network runtime: are they whole, and what is their name.

`config.json` describes the rest: the blocks that a vector is made of, the constants that turn a text into one, and size
and SHA-256 of each file. A folder with a block or a pooling that is not known here is refused, not misread.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec

CONFIG: Final = "config.json"
YAMNET_GRAPH: Final = "yamnet.onnx"
YAMNET: Final = "yamnet.safetensors"
MINILM_GRAPH: Final = "minilm.onnx"
MINILM: Final = "minilm.safetensors"
TOKENIZER: Final = "tokenizer.json"
CLASSES: Final = "classes.safetensors"
PROJECTION: Final = "projection.safetensors"

FORMAT: Final = 4
"""Version of the folder's layout that this program reads."""
FRONT_END: Final = 1
"""Version of everything between samples and vector; raised when the same weights would give other numbers."""
PROJECTION_BLOCK: Final = "projection"
"""A kind of block: what YAMNet's layers make of a sound, put where MiniLM puts its name."""
CLASS_BLOCK: Final = "class-scores"
"""A kind of block: YAMNet's 521 class scores, scaled, centred and told in fewer directions."""
MEAN: Final = "mean"
"""A way of pooling: the mean of a sound's windows."""

_RUN_TIME_FILES: Final = (YAMNET_GRAPH, YAMNET, MINILM_GRAPH, MINILM, TOKENIZER, CLASSES, PROJECTION)
_KNOWN_POOLINGS: Final = {PROJECTION_BLOCK: (MEAN,), CLASS_BLOCK: (MEAN,)}
"""The kinds of blocks, and for each how it can be pooled."""


@dataclass(frozen=True, slots=True)
class TextRule:
    """How a text's likeness to the classes' names becomes numbers; see `class_scores.py`."""

    temperature: float
    """Of the softmax over the names."""
    gate_low: float
    """Cosine to the nearest name at which a text begins to be taken for a class."""
    gate_high: float
    """Cosine from which on it is taken for one entirely."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a vector."""

    kind: str
    size: int
    pooling: str
    """How the vectors of a sound's windows become one."""
    weight: float
    """How much a sound's part counts beside those of the other blocks."""


@dataclass(frozen=True, slots=True)
class StarterConfig:
    """What `config.json` says."""

    digest: str
    """SHA-256 (hex) over the configuration with the digests of all files: names the weights and constants."""
    sample_rate: int
    """Hz."""
    blocks: tuple[Block, ...]
    """In the order in which a vector has them; each kind once."""
    text_rule: TextRule
    sizes: dict[str, int]
    """Bytes of each file."""
    sha256: dict[str, str]
    """SHA-256 (hex) of each file."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return sum(block.size for block in self.blocks)

    @property
    def embedder_id(self) -> str:
        """Names these weights, this front end and how they are run."""
        return f"starter-{FORMAT}/{self.digest[:12]}/fe{FRONT_END}/onnx-cpu-float32"


def starter_spec(folder: Path) -> EmbedderSpec:
    """The bundled embedder in `folder`; raises EmbedderError if a file is missing, cut short or of another version."""
    config = read_config(folder)
    for name in _RUN_TIME_FILES:
        path = folder / name
        if not path.is_file():
            raise EmbedderError(f"The bundled embedder is incomplete: {path} is missing. Install Earmark again.")
        if path.stat().st_size != config.sizes[name]:
            raise _damaged(path)
    return EmbedderSpec(
        name="starter",
        kind="starter",
        folder=folder,
        embedder_id=config.embedder_id,
        sample_rate=config.sample_rate,
        dimension=config.dimension,
    )


def read_config(folder: Path) -> StarterConfig:
    """Read `config.json`; raises EmbedderError with a sentence if that cannot be done."""
    path = folder / CONFIG
    try:
        raw = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise EmbedderError(f"The bundled embedder is incomplete: {path} is missing. Install Earmark again.") from None
    except OSError as error:
        raise EmbedderError(f"The bundled embedder cannot be read: {error}.") from error
    except ValueError as error:
        raise _damaged(path) from error
    if not isinstance(raw, dict) or "format" not in raw:
        raise _damaged(path)
    if raw["format"] != FORMAT or raw.get("front_end") != FRONT_END:
        raise EmbedderError(f"{path} was made for another version of Earmark. Install Earmark again.")
    try:
        return _config(raw)
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(path) from error


def read_verified(folder: Path, name: str, config: StarterConfig) -> bytes:
    """One file's bytes; raises EmbedderError unless they are the very bytes that `config.json` names."""
    path = folder / name
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise EmbedderError(f"The bundled embedder is incomplete: {path} is missing. Install Earmark again.") from None
    except OSError as error:
        raise EmbedderError(f"The bundled embedder cannot be read: {error}.") from error
    if hashlib.sha256(content).hexdigest() != config.sha256[name]:
        raise _damaged(path)
    return content


def _config(raw: dict[str, Any]) -> StarterConfig:
    text = raw["text"]
    canonical = json.dumps(raw, sort_keys=True, separators=(",", ":")).encode()
    return StarterConfig(
        digest=hashlib.sha256(canonical).hexdigest(),
        sample_rate=int(raw["sample_rate"]),
        blocks=_blocks(raw["blocks"]),
        text_rule=TextRule(
            temperature=float(text["temperature"]),
            gate_low=float(text["gate_low"]),
            gate_high=float(text["gate_high"]),
        ),
        sizes={name: int(raw["files"][name]["bytes"]) for name in _RUN_TIME_FILES},
        sha256={name: str(raw["files"][name]["sha256"]) for name in _RUN_TIME_FILES},
    )


def _blocks(raw: list[dict[str, Any]]) -> tuple[Block, ...]:
    blocks = tuple(Block(block["kind"], int(block["size"]), block["pooling"], float(block["weight"])) for block in raw)
    kinds = [block.kind for block in blocks]
    if not kinds or len(set(kinds)) < len(kinds):
        raise ValueError(f"no blocks, or one twice: {kinds}")
    for block in blocks:
        if block.pooling not in _KNOWN_POOLINGS[block.kind]:
            raise ValueError(f"unknown pooling {block.pooling!r}")
    return blocks


def _damaged(path: Path) -> EmbedderError:
    return EmbedderError(
        f"The bundled embedder is damaged: {path} is not the file that came with Earmark. Install Earmark again."
    )
