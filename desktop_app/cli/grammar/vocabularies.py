"""Options of vocabulary and what follows it."""

from desktop_app.cli.grammar.declaring import SubParsers, add_command, add_group, named


def add_commands(commands: SubParsers) -> None:
    group = add_group(commands, "vocabulary")
    add_command(group, "list", "vocabularies:vocabulary_list", "list the vocabularies")
    add_command(group, "show", "vocabularies:vocabulary_show", "show the tags of one", metavar="NAME")
    add_command(group, "check", "vocabularies:vocabulary_check", "say whether a file is right", metavar="FILE")
    add = add_command(group, "import", "vocabularies:vocabulary_import", "add a vocabulary of your own", metavar="FILE")
    add.add_argument("--replace", action="store_true", help="instead of one that has the same id")
    only = "tag by these, and by no others; “import” and “train-head” add theirs to them"
    use = add_command(group, "use", "vocabularies:vocabulary_use", only, several="names")
    use.add_argument("names", nargs="+", metavar="NAME", type=named)
    off = "tag by one no longer; one of your own is taken out of the list, too, and its file kept as NAME.toml.deleted"
    add_command(group, "remove", "vocabularies:vocabulary_remove", off, metavar="NAME")
    export = add_command(
        group, "export", "vocabularies:vocabulary_export", "write a vocabulary to a file", metavar="NAME"
    )
    export.add_argument("--to", type=named, metavar="FILE", help="the file or folder to write to (here)")
    export.add_argument("--replace", action="store_true", help="also where there is a file already")
