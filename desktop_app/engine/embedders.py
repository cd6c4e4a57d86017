"""Loads the network that an `EmbedderSpec` names; called only in the process that runs it, for it imports torch."""

from desktop_app.engine.embedder import Embedder, EmbedderSpec


def load_embedder(spec: EmbedderSpec) -> Embedder:
    """Load the weights (seconds). Raises `EmbedderError` with a sentence when they are missing or damaged."""
    import torch

    torch.set_num_threads(max(1, spec.threads))
    if spec.kind == "starter":
        from desktop_app.engine.starter import StarterEmbedder

        return StarterEmbedder(spec.folder, embedder_id=spec.embedder_id)
    from desktop_app.engine.clap import ClapEmbedder

    return ClapEmbedder(spec.folder, embedder_id=spec.embedder_id, threads=spec.threads)
