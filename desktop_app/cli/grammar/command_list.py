"""Which commands there are, each with its line of help."""

from collections.abc import Mapping
from typing import Final

COMMANDS: Final[Mapping[str, str]] = {
    "index": "add folders, bring the library up to date (without a FOLDER all of it), and exit",
    "watch": "the same, then go on until interrupted",
    "search": "find sounds by words, by example, or both",
    "tag": "which tags sounds have (the whole library without a PATH)",
    "status": "what the library holds and what is still to do",
    "folder": "the folders of the library",
    "library": "what you made of it: check, backup, restore, repair",
    "write": "write tags into sound files, or take that back",
    "rename": "give sound files names of the Universal Category System, or their old ones back",
    "export": "tags, collections and embeddings, in a file for other programs",
    "import": "tags, ratings, notes and collections that were exported, or a playlist",
    "evaluate": "how right the embedder is about sounds whose labels you know",
    "train-head": "make tags of labels of your own by sounds that have them",
    "vocabulary": "the vocabularies that sounds are tagged by",
    "embedder": "the networks that listen",
}
