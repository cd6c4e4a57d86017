"""CLAP's words: a text becomes the numbers of RoBERTa's tokens, as the checkpoint's own files say.

Reads the files itself, with the library that transformers uses for them, so that a search needs no transformers.
"""

from pathlib import Path
from typing import Any

from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers, processors

from desktop_app.engine.clap.clap_checkpoint import ClapCheckpoint
from desktop_app.engine.embedders.embedder import EmbedderError

_SPECIAL_TOKENS = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
"""RoBERTa's, where a checkpoint has only its vocabulary and merges."""


class ClapTokenizer:
    """Texts -> tokens, for one checkpoint."""

    def __init__(self, checkpoint: ClapCheckpoint) -> None:
        """Raises `EmbedderError` with a sentence when the files are damaged or belong to another network."""
        folder = checkpoint.folder
        try:
            self._tokenizer = _read(folder)
        except Exception as error:  # the library raises nothing more exact
            raise EmbedderError(f"The tokenizer in {folder} cannot be read; download the checkpoint again.") from error
        if self._tokenizer.get_vocab_size() > checkpoint.text.vocabulary:
            raise EmbedderError(
                f"The tokenizer in {folder} does not belong to its network; download the checkpoint again."
            )
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(checkpoint.text.longest)

    def __call__(self, text: str) -> list[int]:
        """The tokens of a text, with RoBERTa's marks around it; cut where the network's positions end."""
        tokens: list[int] = self._tokenizer.encode(text).ids
        return tokens


def _read(folder: Path) -> Any:
    whole = folder / "tokenizer.json"
    if whole.is_file():
        return Tokenizer.from_file(str(whole))
    return from_vocabulary(folder)


def from_vocabulary(folder: Path) -> Any:
    """RoBERTa's tokenizer, made of a vocabulary and merges."""
    tokenizer = Tokenizer(models.BPE.from_file(str(folder / "vocab.json"), str(folder / "merges.txt")))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.add_special_tokens(
        [AddedToken(token, lstrip=token == "<mask>", normalized=False) for token in _SPECIAL_TOKENS]
    )
    start, end = (("<s>", tokenizer.token_to_id("<s>") or 0), ("</s>", tokenizer.token_to_id("</s>") or 0))
    tokenizer.post_processor = processors.RobertaProcessing(end, start, add_prefix_space=False)
    return tokenizer
