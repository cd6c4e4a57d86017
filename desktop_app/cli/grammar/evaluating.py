"""Options of evaluate."""

from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.declaring import SubParsers, add_command, count, named
from desktop_app.core.published_figures import DATA_SETS


def add_commands(commands: SubParsers) -> None:
    evaluate = add_command(commands, "evaluate", "evaluating:evaluate", COMMANDS["evaluate"])
    places = "a folder whose sub-folders are labels, or the folder of ESC-50, UrbanSound8K or FSD50K, or a .csv file"
    columns = f"{places} with columns path and label (; between several)"
    evaluate.add_argument("place", nargs="?", metavar="FOLDER|CSV", type=named, help=columns)
    verdicts = "instead: how well tags agree with what you accepted and rejected, with and without what they learned"
    evaluate.add_argument("--verdicts", action="store_true", help=verdicts)
    evaluate.add_argument("--vocabulary", type=named, metavar="NAME", help="of --verdicts, instead of the active ones")
    noisiest = "only the N recordings with the lowest ratio of signal to noise, the noisiest first"
    evaluate.add_argument("--noisiest", type=count, metavar="N", help=noisiest)
    published = "also compare with what others published of this embedder, as far as anything is known"
    evaluate.add_argument("--published", choices=tuple(DATA_SETS), help=published)
    worse = "also with noise, music, reverberation, a telephone's band and so on, and say what each loses"
    evaluate.add_argument("--robustness", action="store_true", help=worse)
    evaluate.add_argument("--html", type=named, metavar="FILE", help="also write a page with pictures for a browser")
    evaluate.add_argument("--replace", action="store_true", help="also where there is a file already")
