"""transformers as this program uses it: offline, silent, and only where its word is wanted.

Importing it takes seconds and hundreds of megabytes, so that is done late.
"""

import os
from importlib import import_module
from typing import Any, Final

_OFFLINE: Final = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""What keeps transformers off the network and its progress bars off the terminal; read when it is first imported."""


def import_transformers() -> Any:
    """The package `transformers`."""
    os.environ.update(_OFFLINE)
    transformers: Any = import_module("transformers")
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    return transformers
