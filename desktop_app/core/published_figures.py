"""What others published of the checkpoints that can be used here, each with its source, and how one's own figure
compares with it.

A figure holds for a checkpoint and a protocol, not for a name: “CLAP reaches 91 %” is true of weights that are not
those of every download. Where no figure of a checkpoint is known, this says so, and names the nearest one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

CLOSE: Final = 0.02
"""Figures that differ by less agree: another machine, another resampler, another rounding make a point or so."""
PROTOCOL_TEMPLATE: Final = "This is a sound of {label}."


@dataclass(frozen=True, slots=True)
class DataSet:
    """A published set of labelled sounds, as far as its protocol goes."""

    name: str
    labels: int
    sounds: int
    splits: int
    """Parts that it comes in; zero-shot, all of them are scored together."""
    source: str


@dataclass(frozen=True, slots=True)
class Published:
    """One published accuracy, zero-shot, with `PROTOCOL_TEMPLATE`."""

    data_set: str
    checkpoint: str
    """As it is called here; empty for weights that are none of those."""
    accuracy: float
    of: str
    """Whose weights, and who measured them."""
    source: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that often differs where figures do."""

    what: str
    how: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured here, by the protocol."""

    embedder: str
    """As it is called here."""
    is_bundled: bool
    is_exact: bool
    """Whether it computed as nearly as float32."""
    accuracy: float
    interval: tuple[float, float]
    kind: str
    """The published set whose layout the sounds came in, or what else they came in."""
    sounds_of: tuple[int, ...]
    """How many sounds were scored of each label."""
    splits: int
    """How many parts they came in."""


DATA_SETS: Final = {
    data_set.name: data_set
    for data_set in (
        DataSet("ESC-50", 50, 2_000, 5, "K. J. Piczak: ESC: Dataset for Environmental Sound Classification, 2015"),
        DataSet("UrbanSound8K", 10, 8_732, 10, "J. Salamon and others: A Dataset and Taxonomy for Urban Sound, 2014"),
    )
}
"""By name."""

FIGURES: Final = (
    Published(
        "ESC-50",
        "",
        0.910,
        "the best model of LAION-CLAP's paper (Wu and others, 2023), by its authors",
        "https://arxiv.org/abs/2211.06687",
    ),
    Published(
        "ESC-50",
        "clap-htsat-unfused",
        0.9476,
        "laion/clap-htsat-unfused, by MAEB, as pymill quotes it (“about”)",
        "https://arxiv.org/abs/2602.16008, https://pymill.com/docs/reproducibility/esc50",
    ),
    Published(
        "ESC-50",
        "clap-htsat-unfused",
        0.9155,
        "laion/clap-htsat-unfused, by pymill (± 0.62 points)",
        "https://pymill.com/docs/reproducibility/esc50",
    ),
    Published(
        "ESC-50",
        "larger_clap_music_and_speech",
        0.8485,
        "laion/larger_clap_music_and_speech, by MAEB",
        "https://github.com/embeddings-benchmark/mteb/pull/3580",
    ),
    Published(
        "UrbanSound8K",
        "clap-htsat-unfused",
        0.7516,
        "laion/clap-htsat-unfused, by pymill (± 0.46 points)",
        "https://pymill.com/docs/reproducibility/urbansound8k",
    ),
)
"""Every figure that is known here, with its source."""

_CONVERSION: Final = Difference(
    "conversion",
    "checkpoints that were converted for Hugging Face's transformers score other than the original ones; for some it "
    "was reported as a loss",
    "https://github.com/LAION-AI/CLAP/issues/126, https://github.com/huggingface/transformers/issues/26362",
)
_CLIPS: Final = Difference(
    "clips",
    "all clips at once (here), or one fold only: LAION's own copy of ESC-50 has the first fold as its test part",
    "https://github.com/LAION-AI/CLAP/issues/55",
)
_TEMPLATE: Final = Difference(
    "template",
    "the words around the label, its spaces and capitals; captions in place of labels gave somebody 60 %",
    "https://github.com/LAION-AI/CLAP/issues/133",
)
_FRONT_END: Final = Difference(
    "front end",
    "how a clip is resampled, repeated or padded to ten seconds, rounded to 16 bits, and for “fused” weights whether "
    "it counts as long; the original draws some of it by chance, Earmark does not",
)
_TOKENIZER: Final = Difference(
    "tokenizer", "the texts' tokens and how they are padded; “earmark embedder check” holds them against the reference"
)


def compare(data_set: DataSet, measured: Measured) -> dict[str, Any]:
    """How a figure measured here stands to the published ones, as plain values for reports."""
    missing = list(_missing(data_set, measured))
    of_set = [figure for figure in FIGURES if figure.data_set == data_set.name]
    own = [figure for figure in of_set if figure.checkpoint == measured.embedder]
    nearest = [] if own or measured.is_bundled else [figure for figure in of_set if not figure.checkpoint] or of_set
    agreeing = [figure for figure in own if _agrees(figure, measured)]
    differs = [] if agreeing or measured.is_bundled else _differences(measured)
    return {
        "data_set": data_set.name,
        "template": PROTOCOL_TEMPLATE,
        "accuracy": measured.accuracy,
        "interval": list(measured.interval),
        "protocol_followed": not missing,
        "missing": missing,
        "agrees": bool(agreeing) if own else None,
        "own": [_compared(figure, measured) for figure in own],
        "nearest": [_compared(figure, measured) for figure in nearest],
        "says": _sentence(data_set, measured, own, agreeing, nearest),
        "differs": [{"what": each.what, "how": each.how, "source": each.source} for each in differs],
    }


def _agrees(figure: Published, measured: Measured) -> bool:
    return round(abs(figure.accuracy - measured.accuracy), 9) <= CLOSE


def _compared(figure: Published, measured: Measured) -> dict[str, Any]:
    return {
        "accuracy": figure.accuracy,
        "of": figure.of,
        "source": figure.source,
        "difference": measured.accuracy - figure.accuracy,
        "agrees": _agrees(figure, measured),
    }


def _missing(data_set: DataSet, measured: Measured) -> Sequence[str]:
    """What keeps this from being the protocol, as sentences without their end."""
    found = []
    sounds, labels = sum(measured.sounds_of), len(measured.sounds_of)
    if measured.kind != data_set.name:
        found.append(f"this is not the folder of {data_set.name}, so its sounds may be others")
    if labels != data_set.labels:
        found.append(f"{labels:,} labels instead of {data_set.labels:,}")
    if sounds != data_set.sounds:
        found.append(f"{sounds:,} sounds instead of {data_set.sounds:,}")
    if measured.splits not in (0, data_set.splits) and measured.kind == data_set.name:
        found.append(f"{measured.splits:,} of its {data_set.splits:,} folds")
    counts = Counter(measured.sounds_of)
    if not found and data_set.name == "ESC-50" and len(counts) > 1:
        found.append("not all labels have 40 sounds")
    return found


def _sentence(
    data_set: DataSet,
    measured: Measured,
    own: Sequence[Published],
    agreeing: Sequence[Published],
    nearest: Sequence[Published],
) -> str:
    name = measured.embedder
    if measured.is_bundled:
        return (
            f"No figure of the bundled embedder on {data_set.name} is published. Its model card "
            "(resources/model/starter/README.md) says how good it is on other sounds, which it had never heard."
        )
    if agreeing:
        return f"This agrees with a published figure of {name} within {CLOSE * 100:.0f} points."
    if own:
        return f"This does not agree with any published figure of {name} within {CLOSE * 100:.0f} points."
    what = "The nearest that is known is of other weights" if nearest else "Nor is any other known here"
    return f"No published figure of {name} on {data_set.name} is known. {what}."


def _differences(measured: Measured) -> list[Difference]:
    precision = "float32 here" if measured.is_exact else "half precision here, which may cost some tenths of a point"
    return [Difference("precision", precision), _TOKENIZER, _FRONT_END, _TEMPLATE, _CLIPS, _CONVERSION]
