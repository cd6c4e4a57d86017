"""Takes out of WordNet which of our phrases name a kind of something: violin -> bowed stringed instrument.

    python packaging/starter_model/text/wordnet_kinds.py FOLDER

FOLDER holds WordNet 3.0's `data.noun` (Debian's wordnet-base 1:3.0-37 has it in /usr/share/wordnet). Writes
wordnet_kinds.tsv, which is committed: this is only run again when synonyms.tsv has new phrases. WordNet's own synonyms
are left alone, as in too many of them a word has another sense ("bell, gong", "drone, radio-controlled aircraft").
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
# Offsets in data.noun: only what lies below these has to do with sound.
_ROOTS = {
    "03800933": "musical instrument",
    "03343853": "firearm",
    "02686568": "aircraft",
    "03997484": "power tool",
    "02694426": "alarm",
    "03791235": "motor vehicle",
    "02858304": "boat",
    "01503061": "bird",
    "02159955": "insect",
    "01861778": "mammal",
    "01639765": "frog",
    "11462526": "storm",
    "07387509": "noise",
    "07382572": "animal cry",
}
# fmt: off
# Kinds that nobody would say of a sound.
_LEFT_OUT = frozenset(
    {
        "anseriform bird", "anthropoid ape", "aquatic bird", "ass", "autoloader", "baleen whale", "bass",
        "beating-reed instrument", "bovid", "bovine", "canine", "carnivore", "cetacean", "chordophone", "clavier",
        "coastal diving bird", "columbiform bird", "coraciiform bird", "corvine bird", "cuculiform bird",
        "dipterous insect", "domestic fowl", "eared seal", "equine", "even-toed ungulate", "feline", "fipple flute",
        "gaviiform seabird", "great ape", "heavier-than-air craft", "homopterous insect",
        "hymenopterous insect", "lagomorph", "larid", "leporid", "muzzle loader", "odd-toed ungulate",
        "old world monkey", "orthopterous insect", "oscine", "pachyderm", "passerine", "phasianid", "piciform bird",
        "pinniped mammal", "placental", "primate", "proboscidean", "ruminant", "single-reed instrument", "small boat",
        "sphenisciform seabird", "swine", "toothed whale", "ungulate", "vespid",
    }
)
# Phrases that mean something else in synonyms.tsv than in WordNet's only sense below a root.
_OTHER_SENSE = frozenset(
    {
        "bike", "cock-a-doodle-doo", "drill", "hammer", "honk", "kettle", "lighter", "machine", "pickup", "syrinx",
        "wind",
    }
)
# fmt: on


@dataclass(frozen=True, slots=True)
class _Synset:
    words: tuple[str, ...]
    above: tuple[str, ...]
    """Offsets of what it is a kind of."""


def read_synsets(data: Path) -> dict[str, _Synset]:
    """WordNet's nouns by offset; the format is that of its manual page wndb(5)."""
    synsets = {}
    for line in data.read_text(encoding="ascii").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        words = int(fields[3], 16)
        names = tuple(fields[4 + 2 * index].replace("_", " ") for index in range(words))
        pointers = fields[5 + 2 * words :]
        above = tuple(pointers[at + 1] for at in range(0, len(pointers) - 3, 4) if pointers[at] == "@")
        synsets[fields[0]] = _Synset(names, above)
    return synsets


def kinds_of(synsets: Mapping[str, _Synset], phrases: set[str]) -> dict[str, list[str]]:
    """What each of the phrases is a kind of, the nearest first; without phrases that mean two of the things listed."""
    found: dict[str, list[str]] = {}
    doubtful: set[str] = set()
    for offset, synset in synsets.items():
        kinds = list(_kinds(synsets, offset))
        for word in phrases.intersection(synset.words) if kinds else ():
            doubtful.update({word} if word in found else ())
            found[word] = [kind for kind in dict.fromkeys(kinds) if kind not in _LEFT_OUT and kind != word]
    return {word: kinds for word, kinds in sorted(found.items()) if kinds and word not in doubtful | _OTHER_SENSE}


def _kinds(synsets: Mapping[str, _Synset], offset: str) -> Iterator[str]:
    """The first words of all that lies between a noun and a root; nothing if no root is above it."""
    for above in synsets[offset].above:
        if above in _ROOTS:
            yield _ROOTS[above]
        elif further := list(_kinds(synsets, above)):
            yield synsets[above].words[0].lower()
            yield from further


def main() -> None:
    """Write wordnet_kinds.tsv."""
    lines = (FOLDER / "synonyms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    phrases = {phrase for line in lines for phrase in line.split("\t")[1].split("|")}
    kinds = kinds_of(read_synsets(Path(sys.argv[1]) / "data.noun"), phrases)
    rows = [f"{phrase}\t{'|'.join(above)}\n" for phrase, above in kinds.items()]
    (FOLDER / "wordnet_kinds.tsv").write_text("phrase\tkinds\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
