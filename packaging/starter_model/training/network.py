"""The projection while it is trained, and what it is trained to: torch modules that end as the matrices of a file.

A window's features are normalised, thinned out, and mapped to MiniLM's unit sphere; a text's meaning is nudged to meet
them. Losses pull a window to what its clip is called, as near as other captions come to that in meaning, and keep the
shares of YAMNet's classes, so that what YAMNet knows beyond the corpus is not forgotten.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop_app.engine.starter.minilm import DIMENSION


class ProjectionNetwork(nn.Module):
    """Features [n, f] -> unit vectors [n, 384]; meanings [m, 384] -> unit vectors [m, 384]."""

    def __init__(self, features: int, *, dropout: float) -> None:
        super().__init__()
        self.normalise = nn.BatchNorm1d(features, affine=False)
        self.thin_out = nn.Dropout(dropout)
        self.sound = nn.Linear(features, DIMENSION)
        self.text = nn.Linear(DIMENSION, DIMENSION, bias=False)
        nn.init.zeros_(self.text.weight)

    def hear(self, features: Tensor) -> Tensor:
        """Windows -> points on the sphere."""
        return functional.normalize(self.sound(self.thin_out(self.normalise(features))), dim=1)

    def read(self, meanings: Tensor) -> Tensor:
        """Texts -> points on the sphere; at first their meanings themselves."""
        return functional.normalize(meanings + self.text(meanings), dim=1)

    @torch.no_grad()
    def folded(self) -> dict[str, Tensor]:
        """The tensors of `projection.safetensors`, float64, the normalisation folded into the matrix."""
        mean, variance = self.normalise.running_mean, self.normalise.running_var
        assert mean is not None
        assert variance is not None
        scale = 1 / torch.sqrt(variance.double() + self.normalise.eps)
        weight = self.sound.weight.double() * scale
        bias = self.sound.bias.double() - weight @ mean.double()
        return {"sound.weight": weight, "sound.bias": bias, "text.weight": self.text.weight.double()}


def caption_targets(likeness: Tensor, temperature: float) -> tuple[Tensor, Tensor]:
    """How like each window's captions are to each caption of the batch (cosines [n, m]) -> what to aim at.

    Two distributions: over captions for each window, [n, m], and over windows for each caption, [m, n]. Another
    caption that means the same is as right.
    """
    unnormalised = torch.exp((likeness - 1) / temperature)
    return unnormalised / unnormalised.sum(1, keepdim=True), (unnormalised / unnormalised.sum(0)).T


def contrastive_loss(scores: Tensor, targets: tuple[Tensor, Tensor]) -> Tensor:
    """Symmetric cross-entropy of scores [n, m] (already over the temperature) with `caption_targets`."""
    to_captions, to_windows = targets
    one = -(to_captions * functional.log_softmax(scores, 1)).sum(1).mean()
    other = -(to_windows * functional.log_softmax(scores.T, 1)).sum(1).mean()
    return one + other


def class_loss(heard: Tensor, shares: Tensor, phrases: Tensor, owners: Tensor, temperature: float) -> Tensor:
    """Cross-entropy of the classes' shares [n, c] in a window with those told by likeness to their phrases [p, 384].

    A class is as likely as its phrases together, each counted once however many the class has.
    """
    classes = shares.shape[1]
    counts = torch.bincount(owners, minlength=classes).clamp(min=1).to(heard.dtype)
    log_share = functional.log_softmax(heard @ phrases.T / temperature - torch.log(counts)[owners], 1)
    by_class = torch.zeros(len(heard), classes).index_add_(1, owners, log_share.exp())
    return -(shares * torch.log(by_class + 1e-6)).sum(1).mean()
