"""Options of export and import."""

from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.declaring import SubParsers, add_command, add_group, add_paths, named


def add_commands(commands: SubParsers) -> None:
    group = add_group(commands, "export")
    _add_tables(group)
    _add_sidecars(group)
    _add_import(commands)
    _add_embeddings(group)


def _add_tables(group: SubParsers) -> None:
    said = "write tags, ratings, notes and collections to a file, which “import” reads again"
    tags = add_command(group, "tags", "exchanging:export_tags", said, several="paths")
    add_paths(tags)
    forms = "the file to write: .json, .csv for spreadsheets, or .txt with tabs as Soundminer reads it"
    tags.add_argument("--to", type=named, metavar="FILE", required=True, help=forms)
    listed = "write the sounds of a collection to a playlist"
    collection = add_command(group, "collection", "exchanging:export_collection", listed, metavar="NAME")
    collection.add_argument("--to", type=named, metavar="FILE.m3u8", required=True, help="the playlist to write")
    for command in (tags, collection):
        command.add_argument("--replace", action="store_true", help="also where there is a file already")


def _add_sidecars(group: SubParsers) -> None:
    beside = "write what was said of each sound beside it, as name.wav.json"
    sidecars = add_command(group, "sidecars", "sidecars:export_sidecars", beside, several="paths")
    add_paths(sidecars)
    sidecars.add_argument("--dry-run", action="store_true", help="list the files, and write none")
    sidecars.add_argument("--yes", action="store_true", help="write without asking")
    others = "also over files that say something that is not in this library"
    sidecars.add_argument("--replace", action="store_true", help=others)


def _add_import(commands: SubParsers) -> None:
    imported = add_command(commands, "import", "importing:import_said", COMMANDS["import"], several="files")
    files = (
        "files of “export” (tags, sidecars, playlists), tables of Soundminer, BaseHead and their like, or folders, of "
        "which all sidecars are read"
    )
    imported.add_argument("files", metavar="FILE", nargs="+", type=named, help=files)
    imported.add_argument("--dry-run", action="store_true", help="say what would be added, and add nothing")
    believed = "believe the files wherever they contradict what you said here"
    imported.add_argument("--replace", action="store_true", help=believed)


def _add_embeddings(group: SubParsers) -> None:
    every = "write the embeddings of all sounds and of the windows of long ones to a file"
    export = add_command(group, "embeddings", "exporting:embeddings", every)
    kinds = "the file to write: .npz for NumPy, .parquet for tables (with the package pyarrow)"
    export.add_argument("--to", type=named, metavar="FILE", required=True, help=kinds)
    export.add_argument("--replace", action="store_true", help="also where there is a file already")
