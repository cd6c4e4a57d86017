"""`earmark export`: what was heard, for other programs."""

from argparse import Namespace
from pathlib import Path

from desktop_app.cli.output import OK, CommandError, count, result
from desktop_app.cli.session import reading
from desktop_app.engine.exporting.embedding_export import export_embeddings
from desktop_app.engine.exporting.export_source import ExportError


def embeddings(arguments: Namespace) -> int:
    """Write the embeddings of all present sounds to a file."""
    target = Path(arguments.to).absolute()
    with reading(arguments) as earmark:
        embedder_id = earmark.spec.embedder_id
        try:
            written = export_embeddings(earmark.library, embedder_id, target, replace=arguments.replace)
        except ExportError as error:
            raise CommandError(str(error)) from error
    document = {"file": str(target), "embedder": embedder_id, "sounds": written.sounds, "windows": written.windows}
    summary = f"wrote {count(written.sounds, 'sound')} and {count(written.windows, 'window')} to {target}"
    result(arguments, document, [summary])
    return OK
