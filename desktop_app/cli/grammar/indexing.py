"""Options of the commands that bring a library up to date: index, watch, status, folder."""

from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.declaring import SubParsers, add_command, add_group, count, named


def add_commands(commands: SubParsers) -> None:
    index = add_command(commands, "index", "indexing:index", COMMANDS["index"], several="folders")
    index.add_argument("folders", nargs="*", metavar="FOLDER", type=named)
    unmeasured = "leave measuring tempo, key, loudness and faults for later"
    index.add_argument("--no-measuring", dest="measuring", action="store_false", help=unmeasured)
    later = "leave the moments inside long sounds for later; with both, exit once every sound is heard"
    index.add_argument("--no-moments", dest="moments", action="store_false", help=later)
    watch = add_command(commands, "watch", "indexing:watch", COMMANDS["watch"], several="folders")
    watch.add_argument("folders", nargs="*", metavar="FOLDER", type=named)
    at_once = "hear N sounds at the same time, each on a core of its own (as many as was set)"
    for command in (index, watch):
        command.add_argument("--jobs", type=count, metavar="N", help=at_once)
    add_command(commands, "status", "indexing:status", COMMANDS["status"])
    group = add_group(commands, "folder")
    add_command(group, "list", "indexing:folder_list", "list the folders and what is left out of them")
    without = "take a folder out of the library; files and verdicts stay"
    add_command(group, "remove", "indexing:folder_remove", without, metavar="FOLDER")
    locate = add_command(group, "locate", "indexing:folder_locate", "tell where a folder has moved", metavar="OLD")
    locate.add_argument("new", metavar="NEW", type=named)
    exclude = "leave out files and folders of a name or path, as in '*.mp3', 'Backup' or 'Loops/Old*'"
    add_command(group, "exclude", "indexing:folder_exclude", exclude, metavar="PATTERN")
    include = "leave them out no longer"
    add_command(group, "include", "indexing:folder_include", include, metavar="PATTERN")
