"""Options of rename."""

import argparse
from typing import Final

from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.declaring import SubParsers, add_command, add_paths

_RENAME_HELP: Final = """Give sound files names of the Universal Category System: CatID_FXName_CreatorID_SourceID.

The CatID is that of the UCS tag that you gave or accepted; else what stands in the file; else what the words of its
name and description leave little doubt of, if its sound suggests the category, too; else, with --automatic, what fits
best by its sound. The FXName is what the file says (FXName, title, description), else its old name, else what the CatID
means: 25 characters at most.

Files stay in their folders, and no other file is ever replaced: a name that is taken gets a number. Files that are
named by the system already keep their names; only a CatID that there is not, or that you contradicted, is replaced, and
a creator or source that they lack is put behind, with --creator and --source. Sidecars of Earmark follow their sounds;
files of other programs with the same name (peaks) keep the old one, and are named, as are links that would lead
nowhere. Nothing is renamed without being shown first; both names are kept for --undo."""


def add_commands(commands: SubParsers) -> None:
    rename = add_command(commands, "rename", "renaming:rename", COMMANDS["rename"], several="paths")
    rename.description = _RENAME_HELP
    rename.formatter_class = argparse.RawDescriptionHelpFormatter
    add_paths(rename)
    rename.add_argument("--ucs", action="store_true", help="names of the Universal Category System")
    rename.add_argument("--dry-run", action="store_true", help="show the new names, and touch no file")
    rename.add_argument("--creator", default="", metavar="ID", help="who made the sounds, for all of them")
    rename.add_argument("--source", default="", metavar="ID", help="what they were made for, for all of them")
    rename.add_argument("--keep-name", action="store_true", help="let the old name, whole, be the FXName")
    rename.add_argument("--automatic", action="store_true", help="also by the sound alone, where nothing else tells")
    rename.add_argument("--yes", action="store_true", help="rename without asking")
    rename.add_argument("--undo", action="store_true", help="give the files of the last run their old names back")
