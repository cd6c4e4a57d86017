"""What a folder with a CLAP checkpoint holds, read without any network runtime.

The layout is the hub's: `model.safetensors` beside `config.json`, `preprocessor_config.json` and a tokenizer. The
main process reads it to name an embedder; the child that runs the network reads it for the front end's numbers.
Weights are only ever taken from safetensors: a pickle can run any code when it is opened.
"""

import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.library.databases.bounded_reading import UnfitFileError, read_json

WEIGHTS = "model.safetensors"
CONFIG = "config.json"
PREPROCESSOR = "preprocessor_config.json"
TOKENIZER_CONFIG = "tokenizer_config.json"
TOKENIZER_FILES = ("tokenizer.json", TOKENIZER_CONFIG, "special_tokens_map.json", "vocab.json", "merges.txt")
CHECKPOINT_FILES = (WEIGHTS, CONFIG, PREPROCESSOR, *TOKENIZER_FILES)
"""Every file that has a say in the embeddings."""

FRONT_END_VERSION = 1
"""Part of each embedder id. Raise it when `log_mel.py` or `clap.py` changes what comes out for the same sound."""

T = TypeVar("T")

_PICKLES = (".bin", ".pt", ".pth", ".ckpt", ".pkl")
_HEADER_LIMIT = 10_000_000
"""Bytes of the weights' list of names: a tenth of what the format allows, and a hundred times what CLAP's needs."""
_SMALL_FILE_LIMIT = 10_000_000
"""Bytes of a configuration; published ones have some thousands."""
_TOKENIZER_LIMIT = 100_000_000
"""Bytes of each of a tokenizer's files; RoBERTa's have two million at most."""


@dataclass(frozen=True, slots=True)
class MelParameters:
    """The front end's numbers, from the checkpoint's own preprocessor config (the class's defaults differ from the
    published ones).
    """

    sample_rate: int
    """Hz."""
    clip_samples: int
    """Samples that the network hears at once; shorter sounds are repeated, longer ones are shrunk or cut."""
    window: int
    """Samples a frame (the length of its Fourier transform)."""
    hop: int
    """Samples between frames."""
    mel_bins: int
    frequency_min: float
    """Hz, lower edge of the first mel band."""
    frequency_max: float
    """Hz, upper edge of the last mel band."""
    fused: bool
    """True: long sounds are shrunk and seen with three crops. False: their middle is cut out."""

    @property
    def frames(self) -> int:
        """Frames that the network hears at once."""
        return self.clip_samples // self.hop + 1


@dataclass(frozen=True, slots=True)
class TextParameters:
    """The reading network's numbers."""

    longest: int
    """Tokens that it has positions for (RoBERTa's positions start after its padding)."""
    padding: int
    """The token that stands for nothing."""
    vocabulary: int
    """Tokens that it knows."""


@dataclass(frozen=True, slots=True)
class ClapCheckpoint:
    """A folder that can be loaded, as far as its small files tell."""

    folder: Path
    mel: MelParameters
    text: TextParameters
    dimension: int
    """Numbers in an embedding."""


def read_checkpoint(folder: Path) -> ClapCheckpoint:
    """Read the small files of a checkpoint and look that the large one is there.

    Raises `EmbedderError` with a sentence when something is missing, of another kind, or not usable.
    """
    if not folder.is_dir():
        raise EmbedderError(f"The folder {folder} is not there; choose the folder that holds the CLAP checkpoint.")
    config = _read_json(folder / CONFIG)
    if config.get("model_type") != "clap":
        raise EmbedderError(
            f"{folder} holds a network of the kind “{config.get('model_type')}”, not CLAP; choose another folder."
        )
    if not (folder / WEIGHTS).is_file():
        raise EmbedderError(_no_weights(folder))
    if not has_tokenizer({path.name for path in folder.iterdir()}):
        raise EmbedderError(f"{folder} lacks its tokenizer (tokenizer.json); download the checkpoint again.")
    for name in TOKENIZER_FILES:
        _refuse_large(folder / name, _TOKENIZER_LIMIT)
    audio = config.get("audio_config", {})
    fused = isinstance(audio, dict) and bool(audio.get("enable_fusion", False))
    mel = _mel_parameters(_read_json(folder / PREPROCESSOR), folder, fused=fused)
    text = _text_parameters(config, folder)
    dimension = _numbers(folder / CONFIG, lambda: _whole(config.get("projection_dim", 512), 1, 100_000))
    return ClapCheckpoint(folder, mel, text, dimension)


def has_tokenizer(names: set[str]) -> bool:
    """Whether these file names make a tokenizer: the whole one, or its vocabulary and merges."""
    return "tokenizer.json" in names or {"vocab.json", "merges.txt"} <= names


def only_pickles(names: set[str]) -> bool:
    """Whether these file names hold weights as pickles and none as safetensors."""
    return WEIGHTS not in names and any(name.endswith(_PICKLES) for name in names)


def weight_names(path: Path) -> list[str]:
    """The names of the tensors in a safetensors file; raises what `weight_places` does."""
    return list(weight_places(path))


@dataclass(frozen=True, slots=True)
class WeightPlace:
    """Where a tensor lies in a safetensors file."""

    kind: str
    """`F32`, `F16` and so on."""
    shape: tuple[int, ...]
    start: int
    """Bytes from the beginning of the file."""


def weight_places(path: Path) -> dict[str, WeightPlace]:
    """Where the tensors of a safetensors file lie, by name; raises `EmbedderError` when the file is cut short or not
    of this format.

    Format: 8 bytes little-endian length, that many bytes of JSON, then the data that the JSON's offsets point into
    (https://github.com/huggingface/safetensors#format).
    """
    damaged = EmbedderError(f"{path} is damaged or incomplete; download the checkpoint again.")
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(8)
            length = struct.unpack("<Q", start)[0] if len(start) == 8 else _HEADER_LIMIT + 1
            if length > min(size, _HEADER_LIMIT):
                raise damaged
            header = json.loads(file.read(length))
        entries = {name: entry for name, entry in header.items() if name != "__metadata__"}
        ends = [int(entry["data_offsets"][1]) for entry in entries.values()]
        places = {
            name: WeightPlace(str(entry["dtype"]), tuple(entry["shape"]), 8 + length + entry["data_offsets"][0])
            for name, entry in entries.items()
        }
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise damaged from error
    except OSError as error:
        raise EmbedderError(f"{path} cannot be read ({error.strerror}); check the drive it is on.") from error
    if not ends or 8 + length + max(ends) != size:
        raise damaged
    return places


def _no_weights(folder: Path) -> str:
    if only_pickles({path.name for path in folder.iterdir()}):
        return (
            f"{folder} holds its weights only as a pickle, which could run any code when opened; "
            f"choose a checkpoint that has {WEIGHTS}."
        )
    return f"{folder} lacks the weights ({WEIGHTS}); download the checkpoint again or choose another folder."


def _read_json(path: Path) -> Mapping[str, Any]:
    try:
        content = read_json(path, _SMALL_FILE_LIMIT)
    except FileNotFoundError as error:
        raise EmbedderError(
            f"{path.parent} lacks {path.name}; choose the folder that holds the whole CLAP checkpoint."
        ) from error
    except UnfitFileError as error:
        raise EmbedderError(f"{path} cannot be a checkpoint's file ({error}); choose another folder.") from error
    except (OSError, ValueError) as error:
        raise EmbedderError(f"{path} cannot be read; download the checkpoint again.") from error
    if not isinstance(content, dict):
        raise EmbedderError(f"{path} is not a checkpoint's file; download the checkpoint again.")
    return content


def _text_parameters(config: Mapping[str, Any], folder: Path) -> TextParameters:
    """Left out, a number is the one of transformers' `ClapTextConfig`."""
    text = config.get("text_config", {})
    file = folder / TOKENIZER_CONFIG
    said = _read_json(file).get("model_max_length") if file.is_file() else None

    def numbers() -> TextParameters:
        padding = _whole(text.get("pad_token_id", 1), 0, 100_000)
        positions = _whole(text.get("max_position_embeddings", 514), padding + 2, 1_000_000) - padding - 1
        longest = positions if said is None else min(positions, int(said))
        return TextParameters(_whole(longest, 1, positions), padding, _whole(text.get("vocab_size", 50265), 1, 10**7))

    return _numbers(folder / CONFIG, numbers)


def _mel_parameters(config: Mapping[str, Any], folder: Path, *, fused: bool) -> MelParameters:
    truncation, padding = config.get("truncation"), config.get("padding")
    if truncation not in ("fusion", "rand_trunc") or padding != "repeatpad" or fused != (truncation == "fusion"):
        raise EmbedderError(
            f"{folder} prepares sounds in a way this program does not know "
            f"(truncation “{truncation}”, padding “{padding}”); choose another checkpoint."
        )

    def numbers() -> MelParameters:
        sample_rate = _whole(config["sampling_rate"], 1_000, 400_000)
        window = _whole(config["fft_window_size"], 16, 65_536)
        frequency_max = _within(float(config["frequency_max"]), 1, sample_rate / 2)
        return MelParameters(
            sample_rate=sample_rate,
            clip_samples=_whole(config["max_length_s"], 1, 120) * sample_rate,
            window=window,
            hop=_whole(config["hop_length"], 1, window),
            mel_bins=_whole(config["feature_size"], 1, 4_096),
            frequency_min=_within(float(config["frequency_min"]), 0, frequency_max),
            frequency_max=frequency_max,
            fused=fused,
        )

    return _numbers(folder / PREPROCESSOR, numbers)


def _numbers(file: Path, read: Callable[[], T]) -> T:
    """What `read` makes of a file's numbers. Raises `EmbedderError` where one is missing or none."""
    try:
        return read()
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise EmbedderError(f"{file} is incomplete or damaged; download the checkpoint again.") from error


def _whole(value: Any, least: int, most: int) -> int:
    return int(_within(int(value), least, most))


def _within(number: float, least: float, most: float) -> float:
    """A number between generous bounds, so that nothing is computed that no machine could."""
    if not least <= number <= most:
        raise ValueError(f"{number} is not from {least} to {most}")
    return number


def _refuse_large(file: Path, most: int) -> None:
    if file.is_file() and file.stat().st_size > most:
        raise EmbedderError(f"{file} is larger than {most / 1e6:,.0f} MB, as no tokenizer is; choose another folder.")
