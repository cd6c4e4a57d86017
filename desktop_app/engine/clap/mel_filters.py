"""The mel filters that CLAP's checkpoints were trained with."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.clap.clap_checkpoint import MelParameters


def mel_filters(parameters: MelParameters) -> NDArray[np.float64]:
    """Triangular filters, [window // 2 + 1, mel bins].

    Fused checkpoints were trained with torchaudio's defaults (HTK's mel scale, peaks of 1), the others with librosa's
    (Slaney's scale, equal areas); see https://en.wikipedia.org/wiki/Mel_scale and M. Slaney, Auditory Toolbox,
    Interval Research report 1998-010.
    """
    corners = mel_corners(parameters)
    distances = corners[None, :] - bin_frequencies(parameters)[:, None]
    widths = np.diff(corners)
    rising = -distances[:, :-2] / widths[:-1]
    falling = distances[:, 2:] / widths[1:]
    filters: NDArray[np.float64] = np.maximum(0.0, np.minimum(rising, falling))
    return filters if parameters.fused else filters * (2.0 / (corners[2:] - corners[:-2]))


def mel_corners(parameters: MelParameters) -> NDArray[np.float64]:
    """Hz where the triangles begin, peak and end: each one's peak is where the next one begins, [mel bins + 2]."""
    to_mel, to_hertz = (_htk_mel, _htk_hertz) if parameters.fused else (_slaney_mel, _slaney_hertz)
    lowest, highest = to_mel(np.array([parameters.frequency_min, parameters.frequency_max]))
    return to_hertz(np.linspace(lowest, highest, parameters.mel_bins + 2))


def bin_frequencies(parameters: MelParameters) -> NDArray[np.float64]:
    """Hz of the bins of a transform, [window // 2 + 1]."""
    return np.linspace(0, parameters.sample_rate // 2, parameters.window // 2 + 1)


def _htk_mel(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    return 2595.0 * np.log10(1.0 + hertz / 700.0)


def _htk_hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return 700.0 * (10.0 ** (mel / 2595.0) - 1.0)


def _slaney_mel(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Linear up to 1 kHz (15 mel), then 27 mel for each factor of 6.4."""
    above = 15.0 + np.log(np.maximum(hertz, 1000.0) / 1000.0) * (27.0 / np.log(6.4))
    return np.where(hertz < 1000.0, hertz * 3.0 / 200.0, above)


def _slaney_hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(
        mel < 15.0, mel * 200.0 / 3.0, 1000.0 * np.exp((np.maximum(mel, 15.0) - 15.0) * (np.log(6.4) / 27.0))
    )
