"""Options of the commands that check a library, back it up, and put a backup back."""

from typing import Final

from desktop_app.cli.grammar.declaring import SubParsers, add_command, add_group, named

_RESTORE_HELP: Final = "its number, name or path, or the path of a library that was kept (the newest backup)"


def add_commands(commands: SubParsers) -> None:
    group = add_group(commands, "library")
    add_command(group, "check", "keeping:library_check", "say whether the library's files are whole")
    backup = add_command(group, "backup", "keeping:library_backup", "back up now what is backed up every day")
    backup.add_argument("--list", action="store_true", help="list the backups instead, the oldest first")
    restore = add_command(
        group, "restore", "keeping:library_restore", "put a backup in the library's place, which is kept, too"
    )
    restore.add_argument("backup", nargs="?", metavar="BACKUP", type=named, help=_RESTORE_HELP)
    repair = "save what can be read of damaged files, which are kept, too"
    add_command(group, "repair", "keeping:library_repair", repair)
