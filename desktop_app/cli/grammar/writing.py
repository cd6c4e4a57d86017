"""Options of write."""

import argparse
from typing import Final

from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.declaring import SubParsers, add_command, add_paths, named

_TAGS_WRITTEN: Final = ("accepted", "strong", "likely")
"""Which tags `write` takes."""
_EXISTING: Final = ("add", "keep", "replace")
"""What `write` does with what stands in a file."""
_WRITE_HELP: Final = """Write tags into sound files, where other programs find them: keywords, and the category of UCS
tags.

WAV: bext, INFO and iXML (USER and ASWG), and ID3 where there is some; AIFF and MP3: ID3; FLAC, Ogg, Opus: Vorbis
comments; M4A: MP4 atoms. A file that has a CatID, or is named by one, keeps it and gets no other category beside it,
unless --existing says to replace what is there. Nothing is written without being shown first. Each file is replaced by
a copy of which is proved that the sound is the same and that nothing else changed; what it said before is kept for
--undo."""


def add_commands(commands: SubParsers) -> None:
    write = add_command(commands, "write", "writing:write", COMMANDS["write"], several="paths")
    write.description = _WRITE_HELP
    write.formatter_class = argparse.RawDescriptionHelpFormatter
    add_paths(write)
    write.add_argument("--dry-run", action="store_true", help="show what would change, and touch no file")
    which = "accepted (what you gave or accepted; the default), or automatic ones too from strong or from likely on"
    write.add_argument("--tags", choices=_TAGS_WRITTEN, default=_TAGS_WRITTEN[0], help=which)
    fields = "which fields, with commas between: keywords, category, subcategory, catid, notes (those of the settings)"
    write.add_argument("--fields", type=named, metavar="FIELDS", help=fields)
    there = "what becomes of texts that are there: add to them, but to no category (the default), keep or replace them"
    write.add_argument("--existing", choices=_EXISTING, default=_EXISTING[0], help=there)
    write.add_argument("--vocabulary", type=named, metavar="NAME|FILE", help="instead of the active vocabularies")
    write.add_argument("--new-time", action="store_true", help="let files have the time of the writing, not their own")
    links = "write also files with several names (hard links): the name that is written becomes a file of its own"
    write.add_argument("--split-links", action="store_true", help=links)
    write.add_argument("--yes", action="store_true", help="write without asking")
    write.add_argument("--undo", action="store_true", help="take the last writing back, wherever its files are now")
    gone = "with --undo: forget what the files said before that are gone or were changed, and cannot be taken back"
    write.add_argument("--forget", action="store_true", help=gone)
