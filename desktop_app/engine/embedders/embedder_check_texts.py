"""Whether texts become the tokens that a checkpoint's network was trained with.

A tokenizer that is not the network's own raises no error: every text gets an embedding, and it means nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from tokenizers import Tokenizer

from desktop_app.engine.clap.clap_checkpoint import ClapCheckpoint
from desktop_app.engine.clap.clap_tokenizer import ClapTokenizer, from_vocabulary
from desktop_app.engine.embedders.check_line import CheckLine
from desktop_app.engine.embedders.reference_library import import_transformers

ROBERTA_WORDS: Final = 50_265
"""Tokens of roberta-base, which reads for every published CLAP checkpoint."""

ROBERTA_TOKENS: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {
        "": (0, 2),
        "jazz standard": (0, 267, 7706, 2526, 2),
        "rain on a tin roof": (0, 9946, 15, 10, 12899, 5645, 2),
        "  two  spaces": (0, 1437, 80, 1437, 5938, 2),
        "This is a sound of heavy metal.": (0, 713, 16, 10, 2369, 9, 2016, 4204, 4, 2),
        "don't, can't, it's": (0, 7254, 75, 6, 64, 75, 6, 24, 18, 2),
        "808 kick, 120 BPM (C#m)": (0, 31731, 3151, 6, 5962, 163, 5683, 36, 347, 10431, 119, 43, 2),
        "a dog barks twice, then a door slams shut!": (
            *(0, 102, 2335, 2003, 2258, 2330, 6),
            *(172, 10, 1883, 30506, 2572, 328, 2),
        ),
        "Ölfaß, déjà vu, 雨": (
            *(0, 3849, 25448, 13491, 102, 7804, 6, 10768),
            *(267, 5269, 748, 257, 6, 48430, 3726, 11423, 2),
        ),
        "whoosh 🎧": (0, 8155, 5212, 8103, 12736, 6248, 2),
    }
)
"""What roberta-base makes of some texts: taken from transformers' RobertaTokenizer with the published files."""


def tokenizer_lines(checkpoint: ClapCheckpoint) -> list[CheckLine]:
    """Ours against transformers', against the vocabulary that lies beside it, and against RoBERTa's.

    Raises `EmbedderError` when the tokenizer cannot be read, and what transformers raises then.
    """
    ours = ClapTokenizer(checkpoint)
    found = {text: ours(text) for text in ROBERTA_TOKENS}
    return [
        _compared("transformers", found, _by_transformers(checkpoint)),
        *_shipped(checkpoint, found),
        _golden(checkpoint, found),
    ]


def _by_transformers(checkpoint: ClapCheckpoint) -> dict[str, list[int]]:
    automatic = import_transformers().AutoTokenizer
    tokenizer: Any = automatic.from_pretrained(checkpoint.folder, local_files_only=True, trust_remote_code=False)
    longest = checkpoint.text.longest
    return {text: tokenizer(text, truncation=True, max_length=longest)["input_ids"] for text in ROBERTA_TOKENS}


def _shipped(checkpoint: ClapCheckpoint, found: Mapping[str, list[int]]) -> list[CheckLine]:
    """Where a checkpoint has its tokenizer twice, both must be the same."""
    folder = checkpoint.folder
    files = (folder / "tokenizer.json", folder / "vocab.json", folder / "merges.txt")
    if not all(file.is_file() for file in files):
        return []
    beside: Tokenizer = from_vocabulary(folder)
    beside.enable_truncation(checkpoint.text.longest)
    return [_compared("vocab.json and merges.txt", found, {text: beside.encode(text).ids for text in found})]


def _golden(checkpoint: ClapCheckpoint, found: Mapping[str, list[int]]) -> CheckLine:
    if checkpoint.text.vocabulary != ROBERTA_WORDS:
        text = f"Its {checkpoint.text.vocabulary:,} tokens are not RoBERTa's, so there is nothing to hold them against."
        return CheckLine("tokenizer", "warning", text, {"against": "roberta-base", "same": None})
    longest = checkpoint.text.longest
    golden = {text: [*ids[:-1][: longest - 1], ids[-1]] for text, ids in ROBERTA_TOKENS.items()}
    return _compared("roberta-base", found, golden)


def _compared(name: str, found: Mapping[str, list[int]], expected: Mapping[str, list[int]]) -> CheckLine:
    wrong = [text for text, ids in found.items() if ids != expected[text]]
    details = {"against": name, "same": not wrong, "texts": len(found)}
    if not wrong:
        return CheckLine("tokenizer", "ok", f"{len(found)} texts become the same tokens as with {name}.", details)
    text = (
        f"{len(wrong)} of {len(found)} texts become other tokens than with {name}, for example “{wrong[0]}”; "
        "download the checkpoint again."
    )
    return CheckLine("tokenizer", "failed", text, details)
