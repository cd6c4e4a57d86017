"""Notices a text that is clearly not English, which the networks do not understand; when in doubt, it says nothing.

The texts are short, and many good English ones are full of foreign words: instruments, places, names, terms of music,
what a comic writes for a noise. So a text counts as foreign only when it is written in another script, or when words of
another language outweigh everything English in it: one word that English does not know, or several of the small words
that appear in English titles and names too. Languages: German, French, Spanish, Italian, Portuguese, Dutch, Polish and
Swedish, and whatever is not written in Latin letters.

Measured (tests/unit/core/test_language.py, tests/data/language): of 216 texts in 15 languages that one might look for
sounds by, 0.87 are noticed; the lists below were written with sounds in mind, and other subjects are noticed less. Of
738 English texts, most of them chosen to mislead it, of the 3,290 names and prompts of the vocabularies that come
with Earmark and of the 2,005 names and words of the Universal Category System, none is. Of the 21,722 whole words that
MiniLM knows, 7 are, each a foreign one that stood in English texts: und, une, dans, auf, het, eine, och.
"""

import re
import unicodedata
from typing import Final

_TELLING: Final = 3
"""A word that is met in another language and not in English; also what a text must reach to count as foreign."""
_SMALL: Final = 1
"""A word that a foreign text is full of, but that stands in English names and terms too."""
_MOST_BY_LETTERS: Final = 2
"""Letters with marks tell little by themselves: güiro, café, Göteborg."""
_RARE_LETTERS: Final = frozenset("ßłżźąęśćńěřůűőşğıøæåđțș")
"""Letters that English does not keep even in words it took over."""

_ENGLISH: Final = frozenset(["the", "and", "with", "from", "into", "through", "this", "that", "while", "during"])
"""Each takes the weight of one telling word away."""

_SMALL_BY_LANGUAGE: Final = {
    "German": """
        der das ein dem des im ins mit aus bei von zum zur über ist unter regen donner vogel kinder wald
        adler essen hahn musik
    """,
    "French": """
        le la les un du des et qui que en sur sans chez porte cloche cloches cri femme homme eau pas cheval rue
        bois fontaine guerre maison musique stade terre ville
    """,
    "Spanish": """
        el los las del con por para sobre entre se lo una de campana coche agua fuego hombre niño tela ciudad golpe
        golpes arroyo campo casa estadio guerra lucha pueblo puerto rana
    """,
    "Italian": """
        il lo gli di nel della alla tra che su da bosco colpo martello voce lontano porta neve
    """,
    "Portuguese": """
        na nas nos dos em uma ao com rua sino corrente
    """,
    "Dutch": """
        op uit aan
    """,
    "Polish": """
        nad nie dla ze
    """,
    "Swedish, Danish, Norwegian": """
        som en vid og et til fra glas eld
    """,
}

_TELLING_BY_LANGUAGE: Final = {
    "German": """
        auf und nicht eine einen einem einer vom für wird werden durch gegen zwischen gegenüber hinter neben während
        hund hunde hundegebell gebell bellt bellen donnert gewitter wasser wassertropfen tür türen vögel feuer zug
        stimme stimmen schritte schritt schlag schlagzeug schläge geräusch geräusche rauschen klingeln klopfen leise
        leises leiser lautes lauter laute kirchenglocken glocke glocken schnee wellen bäume bäumen menschen
        menschenmenge knistern knistert quietschen quietscht quietschende quietschendes schuss schüsse pferd pferde
        katze katzen schrei schreit schreie weinen tropft tropfen blech zerbricht fährt vorbei dumpfer dumpfes
        tiefer tiefes hohes straße verkehr
    """,
    "French": """
        dans avec une leur cette où pluie orage tonnerre bruit bruits chien chiens aboie aboient aboiement
        aboiements oiseau oiseaux verre brisé neige feu goutte gouttes vagues plage voix enfants foule moteur forêt
        église rire rires caisse frottement marteau rivière grincement grince claquement sifflement sifflet chevaux
        miaulement tôle toit éclat explose démarre lointain lointaine
    """,
    "Spanish": """
        desde hacia muy donde lluvia trueno truenos tormenta perro perros ladrido ladridos ladra ladrando puerta
        puertas pasos nieve viento pájaro pájaros vidrio campanas gente niños niñas olas grito gritos mujer ruido
        ruidos risa risas cadena cadenas calle caballo caballos silbido disparo disparos lejano lejos
    """,
    "Italian": """
        sulla nella nello nelle negli dello degli dalla dagli pioggia temporale tuono tuoni abbaia abbaiano abbaiare
        passi vento alberi uccelli uccello vetro campane chiesa motore goccia gocce fuoco bambini onde treno urlo
        urla rumore rumori risata risate catena catene stoffa voci sbatte cavallo cavalli folla tetto acqua
    """,
    "Portuguese": """
        numa não pelo pela chuva trovão trovoada trovões cão cães latido latidos passos pássaro pássaros vidro sinos
        pessoas crianças ondas comboio praia ruído ruídos riso risos vozes água fogo homem mulher cavalo floresta
        árvores
    """,
    "Dutch": """
        een het voor tegen niet zijn naar bij onder achter tussen hond honden blaft blaffen geblaf deur deuren
        voetstappen voetstap sneeuw vogels onweer donder dondert kerkklokken klokken mensen golven trein druppel
        druppels vuur kinderen schreeuw schreeuwen vrouw lachen geluid geluiden straat paard paarden
    """,
    "Polish": """
        się przez przy oraz deszcz burza burzy grzmot grzmoty szczekanie szczeka drzwi kroki śnieg śniegu wiatr
        wiatru ptaki ptaków szkło szkła dzwon dzwony ludzie silnik woda wody ogień ognia dzieci fale pociąg krzyk
        uderzenie szum śmiech głos głosy łańcuch trzask dźwięk dźwięki odgłos odgłosy hałas koń konie
    """,
    "Swedish, Danish, Norwegian": """
        och på ett för från genom inte är över åska åskväder hundar hundskall skäller dörr dörren snö snön fågel
        fåglar skog skogen kyrkklockor vatten vågor tåg skrik skriker röst röster kvinna kvinnor ljud buller brus
        skratt skrattar kedja kedjor ikke häst hästar
    """,
}

_SMALL_WORDS: Final = frozenset(" ".join(_SMALL_BY_LANGUAGE.values()).split())
_TELLING_WORDS: Final = frozenset(" ".join(_TELLING_BY_LANGUAGE.values()).split())

_WORD: Final = re.compile(r"[^\W\d_]+")


def is_foreign(text: str) -> bool:
    """Whether a text is clearly not English. Empty texts, numbers and single Greek letters are nothing clear.

    >>> is_foreign("pluie sur un toit"), is_foreign("viola da gamba")
    (True, False)
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    if _in_another_script("".join(words)):
        return True
    known = set(words)
    evidence = sum(_weight(word) for word in known) + _by_letters(known) - _TELLING * len(known & _ENGLISH)
    return evidence >= _TELLING


def is_foreign_word(word: str) -> bool:
    """Whether a word in small letters is one of another language, which may stand in English names and terms too."""
    return word in _TELLING_WORDS or word in _SMALL_WORDS


def bare(text: str) -> str:
    """Latin letters without marks, small; in Japanese, a mark makes another sound of a sign."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign for place, sign in enumerate(letters) if not (_is_mark(sign) and letters[place - 1].isascii()))
    return unicodedata.normalize("NFKC", "".join(kept)).replace("œ", "oe")


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) != 0


def _weight(word: str) -> int:
    if word in _TELLING_WORDS:
        return _TELLING
    return _SMALL if word in _SMALL_WORDS else 0


def _by_letters(words: set[str]) -> int:
    """What marked letters say; two words with rare ones say it all."""
    rare = sum(not _RARE_LETTERS.isdisjoint(word) for word in words)
    if rare > 1:
        return _TELLING
    marked = sum(not word.isascii() for word in words)
    return min(marked + rare, _MOST_BY_LETTERS)


def _in_another_script(letters: str) -> bool:
    """Whether most letters are of another script; a single one must be a whole word, as in Chinese."""
    names = [unicodedata.name(letter, "") for letter in letters]
    others = [name for name in names if not name.startswith("LATIN")]
    if len(others) == 1:
        return len(names) == 1 and others[0].startswith("CJK")
    return 2 * len(others) > len(names)
