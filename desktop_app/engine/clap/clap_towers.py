"""What runs CLAP's two networks, whatever the runtime: the tower that hears and the tower that reads.

`torch_towers.py` is the reference and the fallback, `openvino_towers.py` is quick; `prepared_towers.py` chooses.
`device_tower.py` hears many sounds at once on a graphics processor; `device_choice.py` says whether that pays.
"""

from collections.abc import Sequence
from typing import Protocol

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.log_mel import ClapInput


class HearingTower(Protocol):
    """The network that hears, with its projection. One thread at a time may use it."""

    def hear_together(self, sounds: Sequence[ClapInput]) -> Vectors:
        """What the front end made of some sounds -> their embeddings of unit length [n, dimension]."""
        ...


class Towers(HearingTower, Protocol):
    """Both networks with their projections. One thread at a time may use them; the same input gives the same bits."""

    def hear(self, heard: ClapInput) -> Vectors:
        """What the front end made of one sound -> its embedding of unit length [dimension]."""
        ...

    def read(self, tokens: Sequence[int]) -> Vectors:
        """The tokens of one text -> its embedding of unit length [dimension]."""
        ...
