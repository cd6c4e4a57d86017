"""Which commands and options there are, and what help says of them."""

import argparse
import contextlib
import dataclasses
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Final, NoReturn, TypeAlias

from desktop_app import __version__
from desktop_app.cli.output import printable
from desktop_app.core.published_figures import DATA_SETS
from desktop_app.core.sound_quality import SoundWarning
from desktop_app.core.weights import HEAVIEST, Weights

SubParsers: TypeAlias = "argparse._SubParsersAction[ArgumentParser]"

COMMANDS: Mapping[str, str] = {
    "index": "add folders, bring the library up to date, and exit",
    "watch": "the same, then go on until interrupted",
    "search": "find sounds by words, by example, or both",
    "tag": "which tags sounds have (the whole library without a PATH)",
    "status": "what the library holds and what is still to do",
    "folder": "the folders of the library",
    "library": "what you made of it: check, backup, restore, repair",
    "write": "write tags into sound files, or take that back",
    "rename": "give sound files names of the Universal Category System, or their old ones back",
    "export": "tags, collections and embeddings, in a file for other programs",
    "import": "tags, ratings, notes and collections that were exported, or a playlist",
    "evaluate": "how right the embedder is about sounds whose labels you know",
    "train-head": "make tags of labels of your own by sounds that have them",
    "vocabulary": "the vocabularies that sounds are tagged by",
    "embedder": "the networks that listen",
}
"""Each command with its line of help."""

WINDOW = "window"
"""What runs when no command is named: not ours to import, for window and command line do not know each other."""

_RESTORE_HELP = "its number, name or path, or the path of a library that was kept (the newest backup)"
_SEARCH_HELP = f"""what a search may hold:
  rain on a tin roof   words that say what the sound should be like
  -thunder             takes away what the word applies to, and ranks what is a little like it lower
  tag:rain tag:wind    both tags; tag:rain,wind or tag:rain|wind is one of the two; tag:"door slam"
  folder:field         in a folder of this name; folder:a folder:b is in one of the two
  format:wav,flac      length:<2, length:>0.5, length:1-3 (seconds)
  name:take "take 3"   part of the file's name
  rating:>=3           rating:2-4, is:favourite, is:untagged, is:duplicate, is:silent,
                       is:unreadable, is:missing, is:offline
  collection:rain      in a collection; note:word is part of a note
  bpm:120              bpm:120|128, bpm:90..100, bpm:>140; key:F#m, key:Bb|Gm (one of two); kind:loop, kind:one-shot
  lufs:<-20            lufs:-24..-18 (loudness); warning:any, or:
                       {", ".join(SoundWarning)}
  A minus takes away what any of these fits. Options may stand before or after the words.

With --like and words, or words and a minus, each part is measured in spreads above what is usual for it, and the
parts are added by their weights; the score is then from 0 to 1, where 0.5 is "likely" and 0.77 "strong"."""


_PARTS: Final = tuple(part.name for part in dataclasses.fields(Weights))

TAGS_WRITTEN: Final = ("accepted", "strong", "likely")
"""Which tags `write` takes."""
EXISTING: Final = ("add", "keep", "replace")
"""What `write` does with what stands in a file."""
_WRITE_HELP: Final = """Write tags into sound files, where other programs find them: keywords, and the category of UCS
tags.

WAV: bext, INFO and iXML (USER and ASWG), and ID3 where there is some; AIFF and MP3: ID3; FLAC, Ogg, Opus: Vorbis
comments; M4A: MP4 atoms. A file that has a CatID, or is named by one, keeps it and gets no other category beside it,
unless --existing says to replace what is there. Nothing is written without being shown first. Each file is replaced by
a copy of which is proved that the sound is the same and that nothing else changed; what it said before is kept for
--undo."""

_RENAME_HELP: Final = """Give sound files names of the Universal Category System: CatID_FXName_CreatorID_SourceID.

The CatID is that of the UCS tag that you gave or accepted; else what stands in the file; else what the words of its
name and description leave little doubt of; else, with --automatic, what fits best by its sound. The FXName is what the
file says (FXName, title, description), else its old name, else what the CatID means: 25 characters at most.

Files stay in their folders, and no other file is ever replaced: a name that is taken gets a number. Files that are
named by the system already keep their names; only a creator or source that they lack is put behind, with --creator and
--source. Files of other kinds with the same name (peaks, sidecars) keep the old one. Nothing is renamed without being
shown first; both names are kept for --undo."""

FORMATS: Final = ("csv", "json", "audacity", "reaper")
"""How `tag --events` writes."""


def _common() -> ArgumentParser:
    """Options that every command takes, before or after its name."""
    common = ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--profile", metavar="DIR", type=_named, help="keep all state in DIR and leave your own library alone"
    )
    common.add_argument("--json", action="store_true", help="print exactly one JSON document on standard output")
    common.add_argument("--in-process", action="store_true", help="listen in this process (for debugging)")
    return common


class _Parser(ArgumentParser):
    """Shows a word that it does not know as harmless as all others: a shell may have put a file's name there."""

    def error(self, message: str) -> NoReturn:
        """Say it, and exit."""
        super().error(printable(message, sys.stderr))


def _base(description: str, epilog: str | None = None) -> ArgumentParser:
    parser = _Parser(
        prog="earmark",
        description=description,
        epilog=epilog,
        parents=[_common()],
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Earmark {__version__}")
    parser.set_defaults(profile=None, json=False, in_process=False, several=None)
    return parser


def window_parser() -> ArgumentParser:
    commands = "\n".join(f"  {name:<12}{line}" for name, line in COMMANDS.items())
    parser = _base(
        "Tag and search your own sounds in plain words, offline. Without a command, opens the window.",
        f"commands (“earmark COMMAND --help” tells more):\n{commands}",
    )
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="folders to open the window on")
    parser.add_argument(
        "--screenshot", metavar="FILE.png", type=_named, help="draw the window into a file once indexing is idle"
    )
    parser.set_defaults(run=WINDOW, screenshot=None, several="folders", commands=tuple(COMMANDS))
    return parser


def command_parser() -> ArgumentParser:
    parser = _base("Tag and search your own sounds in plain words, offline.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_library_commands(commands)
    _add_keeping_commands(commands)
    _add_finding_commands(commands)
    _add_writing_commands(commands)
    _add_renaming_commands(commands)
    _add_export_commands(commands)
    _add_evaluating_commands(commands)
    _add_training_commands(commands)
    _add_vocabulary_commands(commands)
    _add_embedder_commands(commands)
    return parser


def _add(
    commands: SubParsers, name: str, run: str, help_line: str, *, metavar: str = "", several: str | None = None
) -> ArgumentParser:
    """A command; `metavar` is that of its one word, which the command finds under the same name in small letters."""
    command = commands.add_parser(name, help=help_line, description=help_line, parents=[_common()], allow_abbrev=False)
    command.set_defaults(run=run, several=several)
    if metavar:
        command.add_argument(metavar.lower(), metavar=metavar, type=_named)
    return command


def _group(commands: SubParsers, name: str) -> SubParsers:
    group = commands.add_parser(
        name, help=COMMANDS[name], description=COMMANDS[name], parents=[_common()], allow_abbrev=False
    )
    return group.add_subparsers(required=True, metavar="ACTION")


def _add_library_commands(commands: SubParsers) -> None:
    index = _add(commands, "index", "indexing:index", COMMANDS["index"], several="folders")
    index.add_argument("folders", nargs="+", metavar="FOLDER", type=_named)
    unmeasured = "leave measuring tempo, key, loudness and faults for later"
    index.add_argument("--no-measuring", dest="measuring", action="store_false", help=unmeasured)
    later = "leave the moments inside long sounds for later; with both, exit once every sound is heard"
    index.add_argument("--no-moments", dest="moments", action="store_false", help=later)
    watch = _add(commands, "watch", "indexing:watch", COMMANDS["watch"], several="folders")
    watch.add_argument("folders", nargs="*", metavar="FOLDER", type=_named)
    at_once = "hear N sounds at the same time, each on a core of its own (as many as was set)"
    for command in (index, watch):
        command.add_argument("--jobs", type=_count, metavar="N", help=at_once)
    _add(commands, "status", "indexing:status", COMMANDS["status"])
    group = _group(commands, "folder")
    _add(group, "list", "indexing:folder_list", "list the folders and what is left out of them")
    without = "take a folder out of the library; files and verdicts stay"
    _add(group, "remove", "indexing:folder_remove", without, metavar="FOLDER")
    locate = _add(group, "locate", "indexing:folder_locate", "tell where a folder has moved", metavar="OLD")
    locate.add_argument("new", metavar="NEW", type=_named)
    exclude = "leave out files and folders of a name or path, as in '*.mp3', 'Backup' or 'Loops/Old*'"
    _add(group, "exclude", "indexing:folder_exclude", exclude, metavar="PATTERN")
    include = "leave them out no longer"
    _add(group, "include", "indexing:folder_include", include, metavar="PATTERN")


def _add_keeping_commands(commands: SubParsers) -> None:
    group = _group(commands, "library")
    _add(group, "check", "keeping:library_check", "say whether the library's files are whole")
    backup = _add(group, "backup", "keeping:library_backup", "back up now what is backed up every day")
    backup.add_argument("--list", action="store_true", help="list the backups instead, the oldest first")
    restore = _add(
        group, "restore", "keeping:library_restore", "put a backup in the library's place, which is kept, too"
    )
    restore.add_argument("backup", nargs="?", metavar="BACKUP", type=_named, help=_RESTORE_HELP)
    repair = "save what can be read of damaged files, which are kept, too"
    _add(group, "repair", "keeping:library_repair", repair)


def _add_finding_commands(commands: SubParsers) -> None:
    search = _add(commands, "search", "finding:search", COMMANDS["search"], several="text")
    search.epilog = _SEARCH_HELP
    search.formatter_class = argparse.RawDescriptionHelpFormatter
    search.add_argument("text", nargs="*", metavar="TEXT", help="as in: rain on a tin roof length:<10 -thunder")
    search.add_argument("--limit", type=_count, default=20, metavar="N", help="hits at most (20)")
    order = "by a column instead of by fit: tempo, key, loudness, warnings, length, name and others"
    search.add_argument("--sort", type=_named, metavar="COLUMN", help=order)
    search.add_argument("--descending", action="store_true", help="from the highest down, for --sort")
    told = "add what was measured to each line: tempo, key, kind, loudness, true peak; warnings"
    search.add_argument("--measured", action="store_true", help=told)
    search.add_argument("--like", type=_named, metavar="FILE", help="find sounds like this one, in the library or not")
    search.add_argument(
        "--weight",
        type=_weight,
        action="append",
        default=[],
        metavar="PART=N",
        help="how much a part counts: example, words (1) or without (0.5), from 0 to 2",
    )
    tag = _add(commands, "tag", "finding:tag", COMMANDS["tag"], several="paths")
    tag.add_argument("paths", nargs="*", type=_named, metavar="PATH", help="sounds or folders, in the library or not")
    tag.add_argument("--vocabulary", type=_named, metavar="NAME|FILE", help="instead of the active vocabularies")
    tag.add_argument("--top", type=_count, metavar="N", help="at most the N best tags of each sound")
    cat_ids = "instead: the five CatIDs of the Universal Category System that fit each sound and its name best"
    tag.add_argument("--catid", action="store_true", help=cat_ids)
    tag.add_argument("--events", action="store_true", help="when in the sounds that are named each tag applies")
    forms = "events as other programs read them: csv, json, audacity or reaper (these two of one sound)"
    tag.add_argument("--format", choices=FORMATS, help=forms)
    tag.add_argument("--to", type=_named, metavar="FILE", help="write the events to a file, by its name if no --format")
    tag.add_argument("--replace", action="store_true", help="also where there is a file already")


def _add_writing_commands(commands: SubParsers) -> None:
    write = _add(commands, "write", "writing:write", COMMANDS["write"], several="paths")
    write.description = _WRITE_HELP
    write.formatter_class = argparse.RawDescriptionHelpFormatter
    write.add_argument("paths", nargs="*", type=_named, metavar="PATH", help="sounds or folders of the library (all)")
    write.add_argument("--dry-run", action="store_true", help="show what would change, and touch no file")
    which = "accepted (what you gave or accepted; the default), or automatic ones too from strong or from likely on"
    write.add_argument("--tags", choices=TAGS_WRITTEN, default=TAGS_WRITTEN[0], help=which)
    fields = "which fields, with commas between: keywords, category, subcategory, catid, notes (those of the settings)"
    write.add_argument("--fields", type=_named, metavar="FIELDS", help=fields)
    there = "what becomes of texts that are there: add to them, but to no category (the default), keep or replace them"
    write.add_argument("--existing", choices=EXISTING, default=EXISTING[0], help=there)
    write.add_argument("--vocabulary", type=_named, metavar="NAME|FILE", help="instead of the active vocabularies")
    write.add_argument("--new-time", action="store_true", help="let files have the time of the writing, not their own")
    write.add_argument("--yes", action="store_true", help="write without asking")
    write.add_argument("--undo", action="store_true", help="take the last writing back")


def _add_renaming_commands(commands: SubParsers) -> None:
    rename = _add(commands, "rename", "renaming:rename", COMMANDS["rename"], several="paths")
    rename.description = _RENAME_HELP
    rename.formatter_class = argparse.RawDescriptionHelpFormatter
    rename.add_argument("paths", nargs="*", type=_named, metavar="PATH", help="sounds or folders of the library (all)")
    rename.add_argument("--ucs", action="store_true", help="names of the Universal Category System")
    rename.add_argument("--dry-run", action="store_true", help="show the new names, and touch no file")
    rename.add_argument("--creator", default="", metavar="ID", help="who made the sounds, for all of them")
    rename.add_argument("--source", default="", metavar="ID", help="what they were made for, for all of them")
    rename.add_argument("--keep-name", action="store_true", help="let the old name, whole, be the FXName")
    rename.add_argument("--automatic", action="store_true", help="also by the sound alone, where nothing else tells")
    rename.add_argument("--yes", action="store_true", help="rename without asking")
    rename.add_argument("--undo", action="store_true", help="give the files of the last run their old names back")


def _add_evaluating_commands(commands: SubParsers) -> None:
    evaluate = _add(commands, "evaluate", "evaluating:evaluate", COMMANDS["evaluate"])
    places = "a folder whose sub-folders are labels, or the folder of ESC-50, UrbanSound8K or FSD50K, or a .csv file"
    columns = f"{places} with columns path and label (; between several)"
    evaluate.add_argument("place", nargs="?", metavar="FOLDER|CSV", type=_named, help=columns)
    verdicts = "instead: how well tags agree with what you accepted and rejected, with and without what they learned"
    evaluate.add_argument("--verdicts", action="store_true", help=verdicts)
    evaluate.add_argument("--vocabulary", type=_named, metavar="NAME", help="of --verdicts, instead of the active ones")
    noisiest = "only the N recordings with the lowest ratio of signal to noise, the noisiest first"
    evaluate.add_argument("--noisiest", type=_count, metavar="N", help=noisiest)
    published = "also compare with what others published of this embedder, as far as anything is known"
    evaluate.add_argument("--published", choices=tuple(DATA_SETS), help=published)
    worse = "also with noise, music, reverberation, a telephone's band and so on, and say what each loses"
    evaluate.add_argument("--robustness", action="store_true", help=worse)
    evaluate.add_argument("--html", type=_named, metavar="FILE", help="also write a page with pictures for a browser")
    evaluate.add_argument("--replace", action="store_true", help="also where there is a file already")


def _add_training_commands(commands: SubParsers) -> None:
    train = _add(commands, "train-head", "training:train_vocabulary", COMMANDS["train-head"])
    places = "labelled sounds, as “evaluate” reads them; in a .csv, a column group names what belongs together"
    train.add_argument("place", metavar="FOLDER|CSV", type=_named, help=places)
    train.add_argument("--name", type=_named, required=True, metavar="NAME", help="what to call the vocabulary")
    train.add_argument("--replace", action="store_true", help="also where one of this name was trained already")


def _add_vocabulary_commands(commands: SubParsers) -> None:
    group = _group(commands, "vocabulary")
    _add(group, "list", "vocabularies:vocabulary_list", "list the vocabularies")
    _add(group, "show", "vocabularies:vocabulary_show", "show the tags of one", metavar="NAME")
    _add(group, "check", "vocabularies:vocabulary_check", "say whether a file is right", metavar="FILE")
    add = _add(group, "import", "vocabularies:vocabulary_import", "add a vocabulary of your own", metavar="FILE")
    add.add_argument("--replace", action="store_true", help="instead of one that has the same id")
    only = "tag by these, and by no others; “import” and “train-head” add theirs to them"
    use = _add(group, "use", "vocabularies:vocabulary_use", only, several="names")
    use.add_argument("names", nargs="+", metavar="NAME", type=_named)
    off = "tag by one no longer; one of your own is taken out of the list, too, and its file kept as NAME.toml.deleted"
    _add(group, "remove", "vocabularies:vocabulary_remove", off, metavar="NAME")
    export = _add(group, "export", "vocabularies:vocabulary_export", "write a vocabulary to a file", metavar="NAME")
    export.add_argument("--to", type=_named, metavar="FILE", help="the file or folder to write to (here)")
    export.add_argument("--replace", action="store_true", help="also where there is a file already")


def _add_export_commands(commands: SubParsers) -> None:
    group = _group(commands, "export")
    said = "write tags, ratings, notes and collections to a file, which “import” reads again"
    tags = _add(group, "tags", "exchanging:export_tags", said, several="paths")
    tags.add_argument("paths", nargs="*", type=_named, metavar="PATH", help="sounds or folders of the library (all)")
    forms = "the file to write: .json, .csv for spreadsheets, or .txt with tabs as Soundminer reads it"
    tags.add_argument("--to", type=_named, metavar="FILE", required=True, help=forms)
    listed = "write the sounds of a collection to a playlist"
    collection = _add(group, "collection", "exchanging:export_collection", listed, metavar="NAME")
    collection.add_argument("--to", type=_named, metavar="FILE.m3u8", required=True, help="the playlist to write")
    for command in (tags, collection):
        command.add_argument("--replace", action="store_true", help="also where there is a file already")
    beside = "write what was said of each sound beside it, as name.wav.json"
    sidecars = _add(group, "sidecars", "sidecars:export_sidecars", beside, several="paths")
    sidecars.add_argument(
        "paths", nargs="*", type=_named, metavar="PATH", help="sounds or folders of the library (all)"
    )
    sidecars.add_argument("--dry-run", action="store_true", help="list the files, and write none")
    sidecars.add_argument("--yes", action="store_true", help="write without asking")
    imported = _add(commands, "import", "exchanging:import_said", COMMANDS["import"])
    imported.add_argument("file", metavar="FILE", type=_named, help="a file of “export”: tags, a sidecar or a playlist")
    imported.add_argument("--dry-run", action="store_true", help="say what would be added, and add nothing")
    believed = "believe the file where it contradicts what you said here"
    imported.add_argument("--replace", action="store_true", help=believed)
    every = "write the embeddings of all sounds and of the windows of long ones to a file"
    export = _add(group, "embeddings", "exporting:embeddings", every)
    kinds = "the file to write: .npz for NumPy, .parquet for tables (with the package pyarrow)"
    export.add_argument("--to", type=_named, metavar="FILE", required=True, help=kinds)
    export.add_argument("--replace", action="store_true", help="also where there is a file already")


def _add_embedder_commands(commands: SubParsers) -> None:
    group = _group(commands, "embedder")
    _add(group, "list", "embedders:embedder_list", "list the embedders, installed or to be had")
    _add(group, "use", "embedders:embedder_use", "listen with this one from now on", metavar="NAME")
    own = "add a CLAP checkpoint that lies in a folder of yours"
    _add(group, "add", "embedders:embedder_add", own, metavar="FOLDER").add_argument(
        "--name", type=_named, metavar="NAME", help="what to call it (the folder's name)"
    )
    _add(group, "download", "embedders:embedder_download", "get a checkpoint from the hub", metavar="NAME")
    trust = "what to know before trusting one: files, weights, tokens, precision, whether it tells things apart"
    _add(group, "check", "embedders:embedder_check", trust, metavar="NAME")


def _named(text: str) -> str:
    """A name or path; an empty one, as of a variable that is not set, would mean this folder or the real profile."""
    if not text:
        raise argparse.ArgumentTypeError("this name is empty")
    return text


def _weight(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    with contextlib.suppress(ValueError):
        if name in _PARTS and 0 <= float(number) <= HEAVIEST:
            return name, float(number)
    raise argparse.ArgumentTypeError(f"{text} is not {', '.join(_PARTS)} with a number from 0 to 2, as in words=1.5")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of at least 1")
    return int(text)
