"""Options of embedder and what follows it."""

from desktop_app.cli.grammar.declaring import SubParsers, add_command, add_group, named


def add_commands(commands: SubParsers) -> None:
    group = add_group(commands, "embedder")
    add_command(group, "list", "embedders:embedder_list", "list the embedders, installed or to be had")
    add_command(group, "use", "embedders:embedder_use", "listen with this one from now on", metavar="NAME")
    own = "add a CLAP checkpoint that lies in a folder of yours"
    add_command(group, "add", "embedders:embedder_add", own, metavar="FOLDER").add_argument(
        "--name", type=named, metavar="NAME", help="what to call it (the folder's name)"
    )
    add_command(group, "download", "embedders:embedder_download", "get a checkpoint from the hub", metavar="NAME")
    trust = "what to know before trusting one: files, weights, tokens, precision, whether it tells things apart"
    add_command(group, "check", "embedders:embedder_check", trust, metavar="NAME")
