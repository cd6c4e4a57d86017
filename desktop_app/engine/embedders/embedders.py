"""Loads the network that an `EmbedderSpec` names; called only in the process that is to run it."""

from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec


def load_embedder(spec: EmbedderSpec) -> Embedder:
    """Load the weights (seconds). Raises `EmbedderError` with a sentence when they are missing or damaged."""
    if spec.kind == "starter":
        from desktop_app.engine.starter.starter import StarterEmbedder

        return StarterEmbedder(spec.folder, embedder_id=spec.embedder_id)
    from desktop_app.engine.clap.clap import ClapEmbedder
    from desktop_app.engine.clap.prepared_towers import prepared_towers

    return ClapEmbedder(spec.folder, prepared_towers(spec), embedder_id=spec.embedder_id)


def load_front_end(spec: EmbedderSpec) -> Embedder:
    """What a CLAP checkpoint's front end makes of sounds, in an embedder's place. Raises `EmbedderError` as well."""
    from desktop_app.engine.clap.clap import ClapFrontEnd

    return ClapFrontEnd(spec)
