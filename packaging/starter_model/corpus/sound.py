"""What a sound is everywhere in the corpus once it is decoded: samples of one channel at the rate that YAMNet hears."""

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]
"""[n], mono."""
SAMPLE_RATE = 16_000
"""Hz."""
