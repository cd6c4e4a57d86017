"""CLAP's front end: a sound becomes log-mel frames, the same ones every time and whatever other sounds are embedded.

The published front end draws random crops and marks a random short sound of a batch as long, so the same sound gets
another embedding each time (cosines down to 0.69 on long sounds, 0.75 for short ones). This one never touches a
random generator and hears each sound by itself; with the random choices pinned to the middle the two agree. It also
computes only what is looked at: of a long sound the frames that the shrunken view and the three crops use, which are
some five thousand however long it is. They are picked out while the sound goes by, so memory does not grow either.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.engine.clap.clap_checkpoint import MelParameters
from desktop_app.engine.clap.mel_frames import FrameNumbers, Frames, MelFrames, MelSpectrum
from desktop_app.engine.embedders.embedder import SoundStream

_CROPS = 3


@dataclass(frozen=True, slots=True)
class ClapInput:
    """What the audio tower hears of one sound."""

    frames: NDArray[np.float32]
    """Log-mel in dB, [channels, frames, mel bins]; one channel, or four when `is_longer` (shrunken whole, then three
    crops).
    """
    is_longer: bool
    """True when the network must fuse the four channels."""


class LogMel:
    """Sounds -> `ClapInput`, for one checkpoint."""

    def __init__(self, parameters: MelParameters) -> None:
        self.parameters = parameters
        self._spectrum = MelSpectrum(parameters)

    def __call__(self, samples: Samples) -> ClapInput:
        """Mono float32 samples [n] at the checkpoint's rate -> what the network hears of them.

        Samples beyond -1..1 are clipped, as LAION did in training. Raises `ValueError` with a sentence for what has
        no embedding: an empty sound, a silent one, or one with samples that are not numbers. (What is too short to be
        worth hearing is for the decoder to say.)
        """
        if samples.ndim != 1 or samples.dtype != np.float32:
            raise TypeError(f"one sound is float32 of shape [n], not {samples.dtype} of shape {list(samples.shape)}")
        heard, _count = self._listen([samples], len(samples))
        assert heard is not None, "it has as many samples as it has"
        return heard

    def of_stream(self, sound: SoundStream) -> ClapInput:
        """The same for a sound that goes by, bit for bit; raises `ValueError` as well.

        Which frames are wanted follows from the length. If that is not what was promised, the sound is heard again.
        """
        promised = sound.samples_hint
        heard, count = self._listen(sound, promised or 0)
        while heard is None:
            heard, count = self._listen(sound, count)
        return heard

    def _listen(self, sound: Iterable[Samples], total: int) -> tuple[ClapInput | None, int]:
        """What is heard of a sound of `total` samples, or None if it has not so many; and how many it has."""
        view = self._fused_view(total) if self._is_longer(total) else self._whole_view(total)
        count, quietest, loudest = 0, np.float32(0), np.float32(0)
        for block in sound:
            count += len(block)
            quietest = np.minimum(quietest, block.min(initial=0))
            loudest = np.maximum(loudest, block.max(initial=0))
            if not (np.isfinite(quietest) and np.isfinite(loudest)):
                raise ValueError("The sound holds samples that are not numbers.")
            view.add(block, clips=bool(quietest < -1 or loudest > 1))
        if count == 0:
            raise ValueError("The sound is empty.")
        if quietest == loudest == 0:
            raise ValueError("The sound is silent.")
        return (view.finish() if count == total else None), count

    def _is_longer(self, total: int) -> bool:
        p = self.parameters
        return p.fused and total > p.clip_samples and 1 + total // p.hop > p.frames

    def _fused_view(self, total: int) -> "_FusedView":
        return _FusedView(self._spectrum, total, self.parameters.frames)

    def _whole_view(self, total: int) -> "_WholeView":
        return _WholeView(self._spectrum, total, self.parameters)


class _WholeView:
    """A sound of the network's length, and of a longer one the middle; a shorter one is repeated."""

    def __init__(self, spectrum: MelSpectrum, total: int, parameters: MelParameters) -> None:
        self._spectrum = spectrum
        self._frames, self._clip = parameters.frames, parameters.clip_samples
        cut = 0 if parameters.fused else max(0, total - self._clip) // 2
        self._start = cut
        self._wanted = total - cut if parameters.fused else min(total, self._clip)
        self._seen = 0
        self._clips = False
        self._pieces: list[Samples] = []

    def add(self, block: Samples, *, clips: bool) -> None:
        self._clips = clips
        first, last = self._start - self._seen, self._start + self._wanted - self._seen
        self._seen += len(block)
        if first < len(block) and last > 0:  # a piece keeps all of its block in memory, an empty one too
            self._pieces.append(block[max(0, first) : last])

    def finish(self) -> ClapInput:
        samples = self._pieces[0] if len(self._pieces) == 1 else np.concatenate(self._pieces)
        if len(samples) < self._clip:
            repeated = np.tile(samples, self._clip // len(samples))
            samples = np.pad(repeated, (0, self._clip - len(repeated)))
        frames = MelFrames(self._spectrum, np.arange(self._frames), len(samples))
        frames.add(samples, clips=self._clips)
        return ClapInput(frames.finish()[None], is_longer=False)


class _FusedView:
    """A long sound: all of it shrunk to the network's length, and a crop from the middle of each third of all
    possible ones.
    """

    def __init__(self, spectrum: MelSpectrum, total: int, frames: int) -> None:
        possible = 1 + total // spectrum.hop
        self._left, self._right, self._right_share = _shrink(possible, frames)
        self._crops = [np.arange(start, start + frames) for start in _crop_starts(possible - frames + 1)]
        self._wanted = np.unique(np.concatenate([self._left, self._right, *self._crops]))
        self._frames = MelFrames(spectrum, self._wanted, total)

    def add(self, block: Samples, *, clips: bool) -> None:
        self._frames.add(block, clips=clips)

    def finish(self) -> ClapInput:
        mel = self._frames.finish()

        def rows(numbers: FrameNumbers) -> Frames:
            found: Frames = mel[np.searchsorted(self._wanted, numbers)]
            return found

        share = self._right_share[:, None]
        shrunken = rows(self._left) * (1 - share) + rows(self._right) * share
        return ClapInput(np.stack([shrunken, *(rows(crop) for crop in self._crops)]), is_longer=True)


def _shrink(total: int, frames: int) -> tuple[FrameNumbers, FrameNumbers, NDArray[np.float32]]:
    """How `total` frames shrink to `frames`: each is left x (1 - weight) + right x weight.

    The arithmetic of torch's bilinear interpolation (corners not aligned, no antialiasing), in its float32.
    """
    half = np.float32(0.5)
    scale = np.float32(total) / np.float32(frames)
    positions = np.maximum(scale * (np.arange(frames, dtype=np.float32) + half) - half, np.float32(0))
    left = np.minimum(positions.astype(np.int64), total - 1)
    weights = (positions - left.astype(np.float32)).astype(np.float32)
    return left, np.minimum(left + 1, total - 1), weights


def _crop_starts(possible: int) -> list[int]:
    """Where the crops start: the middle of each third of the possible starts; the first start where a third is
    empty. What is left over when they are shared out goes to the first thirds.
    """
    share, left_over = divmod(possible, _CROPS)
    starts, first = [], 0
    for number in range(_CROPS):
        size = share + (number < left_over)
        starts.append(first + size // 2 if size else 0)
        first += size
    return starts
