"""Options of train-head."""

from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.declaring import SubParsers, add_command, named


def add_commands(commands: SubParsers) -> None:
    train = add_command(commands, "train-head", "training:train_vocabulary", COMMANDS["train-head"])
    places = "labelled sounds, as “evaluate” reads them; in a .csv, a column group names what belongs together"
    train.add_argument("place", metavar="FOLDER|CSV", type=named, help=places)
    train.add_argument("--name", type=named, required=True, metavar="NAME", help="what to call the vocabulary")
    train.add_argument("--replace", action="store_true", help="also where one of this name was trained already")
