"""Options of search and tag."""

import argparse
import contextlib
import dataclasses
from typing import Final

from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.grammar.declaring import SubParsers, add_command, count, named
from desktop_app.core.sound_quality import SoundWarning
from desktop_app.core.weights import HEAVIEST, Weights

_SEARCH_HELP: Final = f"""what a search may hold:
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
"""What a search may weigh."""
_EVENT_FORMATS: Final = ("csv", "json", "audacity", "reaper")
"""How `tag --events` writes."""


def add_commands(commands: SubParsers) -> None:
    _add_search(commands)
    _add_tag(commands)


def _add_search(commands: SubParsers) -> None:
    search = add_command(commands, "search", "finding:search", COMMANDS["search"], several="text")
    search.epilog = _SEARCH_HELP
    search.formatter_class = argparse.RawDescriptionHelpFormatter
    search.add_argument("text", nargs="*", metavar="TEXT", help="as in: rain on a tin roof length:<10 -thunder")
    search.add_argument("--limit", type=count, default=20, metavar="N", help="hits at most (20)")
    order = "by a column instead of by fit: tempo, key, loudness, warnings, length, name and others"
    search.add_argument("--sort", type=named, metavar="COLUMN", help=order)
    search.add_argument("--descending", action="store_true", help="from the highest down, for --sort")
    told = "add what was measured to each line: tempo, key, kind, loudness, true peak; warnings"
    search.add_argument("--measured", action="store_true", help=told)
    search.add_argument("--like", type=named, metavar="FILE", help="find sounds like this one, in the library or not")
    search.add_argument(
        "--weight",
        type=_weight,
        action="append",
        default=[],
        metavar="PART=N",
        help="how much a part counts: example, words (1) or without (0.5), from 0 to 2",
    )


def _add_tag(commands: SubParsers) -> None:
    tag = add_command(commands, "tag", "finding:tag", COMMANDS["tag"], several="paths")
    tag.add_argument("paths", nargs="*", type=named, metavar="PATH", help="sounds or folders, in the library or not")
    tag.add_argument("--vocabulary", type=named, metavar="NAME|FILE", help="instead of the active vocabularies")
    tag.add_argument("--top", type=count, metavar="N", help="at most the N best tags of each sound")
    cat_ids = "instead: the five CatIDs of the Universal Category System that fit each sound and its name best"
    tag.add_argument("--catid", action="store_true", help=cat_ids)
    tag.add_argument("--events", action="store_true", help="when in the sounds that are named each tag applies")
    forms = "events as other programs read them: csv, json, audacity or reaper (these two of one sound)"
    tag.add_argument("--format", choices=_EVENT_FORMATS, help=forms)
    tag.add_argument("--to", type=named, metavar="FILE", help="write the events to a file, by its name if no --format")
    tag.add_argument("--replace", action="store_true", help="also where there is a file already")


def _weight(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    with contextlib.suppress(ValueError):
        if name in _PARTS and 0 <= float(number) <= HEAVIEST:
            return name, float(number)
    raise argparse.ArgumentTypeError(f"{text} is not {', '.join(_PARTS)} with a number from 0 to 2, as in words=1.5")
