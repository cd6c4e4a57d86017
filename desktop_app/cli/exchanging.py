"""`earmark export tags` and `earmark export collection`: what people said, into files."""

import os
from argparse import Namespace
from pathlib import Path
from typing import Final

from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, count, result, say
from desktop_app.cli.session import reading
from desktop_app.cli.sound_names import existing
from desktop_app.core.exchange import FORMATS, format_of
from desktop_app.core.playlist import write_playlist
from desktop_app.core.sound import SoundState
from desktop_app.exchange.exchanging import names_of_tags, said_of_sounds
from desktop_app.library.databases.durable import write_whole
from desktop_app.library.tables.sound_filter import SoundFilter

_NO_LINE: Final = "There is a line break in its name, which no playlist can say: rename it."


def export_tags(arguments: Namespace) -> int:
    """Write what was said of all sounds, or of those of some folders, to a file."""
    target = _target(arguments)
    form = format_of(target.name)
    if form is None:
        kinds = ", ".join(found.suffix for found in FORMATS)
        raise CommandError(f"Name a file that ends in one of {kinds}: that says how it is written.", WRONG_USAGE)
    places = tuple(existing(path) for path in arguments.paths)
    with reading(arguments) as earmark:
        wanted = SoundFilter(within=places, states=tuple(SoundState))
        said = list(said_of_sounds(earmark.library, earmark.library.sounds.ids(filter=wanted).tolist()))
        text = form.write(said, names_of_tags(earmark))
    write_whole(target, text.encode("utf-8"))
    if not said:
        say("Nothing was said of these sounds yet: only what a person said is written, and no automatic tags.")
    result(arguments, {"file": str(target), "sounds": len(said)}, [f"wrote {count(len(said), 'sound')} to {target}"])
    return OK


def export_collection(arguments: Namespace) -> int:
    """Write the sounds of a collection to a playlist."""
    target = _target(arguments)
    if target.suffix.lower() not in (".m3u", ".m3u8"):
        raise CommandError("Name a file that ends in .m3u8.", WRONG_USAGE)
    with reading(arguments) as earmark:
        known = [collection.name for collection in earmark.library.collections.all()]
        if arguments.name.casefold() not in {name.casefold() for name in known}:
            there = ", ".join(known) or "none"
            raise CommandError(f"There is no collection “{arguments.name}”. There are: {there}.", WRONG_USAGE)
        wanted = SoundFilter(collections=(arguments.name,))
        paths = earmark.library.sounds.paths_of(earmark.library.sounds.ids(filter=wanted).tolist())
    text, left_out = write_playlist(sorted(paths), target.parent)
    write_whole(target, text.encode("utf-8", "surrogateescape"))
    for path in left_out:
        say(f"{path}: {_NO_LINE}")
    written = len(paths) - len(left_out)
    document = {
        "file": str(target),
        "sounds": written,
        "left_out": [{"path": str(path), "reason": _NO_LINE} for path in left_out],
    }
    result(arguments, document, [f"wrote {count(written, 'sound')} to {target}"])
    return SOME_UNREADABLE if left_out else OK


def _target(arguments: Namespace) -> Path:
    """The file to write. Raises CommandError where there is one already."""
    target = Path(arguments.to).absolute()
    if os.path.lexists(target) and not arguments.replace:
        raise CommandError(f"{target} is there already: replace it with --replace, or name another file.")
    return target
