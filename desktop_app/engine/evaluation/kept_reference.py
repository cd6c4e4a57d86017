"""The reference sounds of a large network, kept where files outside the library are: hearing them takes it a minute or
two, and a library that is only read has no place for them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.sound import FileStamp
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.engine.tagging.reference import background_names, selection_of
from desktop_app.library.kept_hearing import KeptHearing

_PLACE: Final = Path("the reference sounds")
"""In the place of a file: no path of a file is relative."""
_ALWAYS: Final = FileStamp(0, 0, 0)


def kept_reference(load: Callable[[], Vectors], embedder_id: str, kept: KeptHearing) -> Vectors:
    """Embeddings [r, d] of the reference sounds as they are `kept`; else those that `load` gives, kept from now on.

    Raises what `load` does.
    """
    how = selection_of(embedder_id)
    known = kept.known(_PLACE, _ALWAYS, how)
    if len(known) == len(background_names()):
        return np.stack(list(known.values()))
    found = stored_precision(load())
    kept.keep(_PLACE, _ALWAYS, how, {str(number): vector for number, vector in enumerate(found)})
    return found
