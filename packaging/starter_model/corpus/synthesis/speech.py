"""Sentences said by the speech synthesiser espeak-ng: who speaks, and in which language, is known exactly."""

import io
import shutil
import subprocess
from dataclasses import dataclass

import numpy as np
import soundfile
from numpy.typing import NDArray

_TIMEOUT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Spoken:
    """One clip of speech."""

    name: str
    language: str
    """Voice of espeak-ng with its variant, if any: `en-us+f3`."""
    text: str
    options: tuple[str, ...]
    """Speed in words a minute (-s), pitch 0 to 99 (-p)."""
    captions: tuple[str, ...]


_LANGUAGES = {
    "german": ("de", "Guten Morgen, wir treffen uns heute Nachmittag vor dem Bahnhof."),
    "french": ("fr-fr", "Bonjour, nous allons au marché parce qu'il fait beau aujourd'hui."),
    "spanish": ("es", "Buenas tardes, mañana vamos a la playa con toda la familia."),
    "italian": ("it", "Buongiorno, questa sera andiamo a mangiare al ristorante."),
    "russian": ("ru", "Доброе утро, сегодня очень хорошая погода."),
    "chinese": ("cmn-latn-pinyin", "zao3 shang5 hao3, jin1 tian1 tian1 qi4 hen3 hao3, wo3 men5 qu4 gong1 yuan2 ba5."),
    "japanese": ("ja", "おはようございます。きょうはとてもいいてんきですね。"),
    "portuguese": ("pt-br", "Boa tarde, amanhã vamos viajar para o interior."),
    "polish": ("pl", "Dzień dobry, jutro pojedziemy razem nad morze."),
    "dutch": ("nl", "Goedemorgen, vandaag gaan we met de fiets naar de stad."),
    "swedish": ("sv", "God morgon, i dag ska vi åka till landet."),
    "turkish": ("tr", "Günaydın, bugün hava çok güzel, birlikte yürüyelim."),
    "hindi": ("hi", "नमस्ते, आज मौसम बहुत अच्छा है।"),
    "greek": ("el", "Καλημέρα, σήμερα θα πάμε στη θάλασσα."),
}
_SENTENCES = (
    "The train to the harbour leaves from platform four in ten minutes.",
    "We should have brought an umbrella, but nobody thought of it.",
    "Please leave a message after the tone and I will call you back.",
    "Warning. The doors are closing. Please stand back.",
)
_MEN, _WOMEN = ("m1", "m3", "m7", "m8"), ("f1", "f2", "f3", "f4")
_ROBOTS = (
    ("System online. All functions are ready.", "40"),
    ("Access denied. Enter the password.", "10"),
    ("Self destruct in ten seconds.", "0"),
    ("I am a robot. Take me to your leader.", "60"),
)


def _english() -> list[Spoken]:
    clips = []
    for number, sentence in enumerate(_SENTENCES):
        for who, variants in (("man", _MEN), ("woman", _WOMEN)):
            sex = "male" if who == "man" else "female"
            accent, land = ("en-us", "american") if number % 2 else ("en-gb", "british")
            captions = (f"{who} speaking", "speech", f"{sex} voice", "english speech", f"{land} english")
            voice = f"{accent}+{variants[number]}"
            clips.append(Spoken(f"{who}-{number}", voice, sentence, ("-s", str(140 + 15 * number)), captions))
    return clips


def _foreign() -> list[Spoken]:
    clips = []
    for number, (language, (voice, text)) in enumerate(_LANGUAGES.items()):
        who, sex, variant = ("woman", "female", _WOMEN) if number % 2 else ("man", "male", _MEN)
        captions = (f"{language} speech", "speech", f"{who} speaking {language}", f"{sex} voice")
        clips.append(Spoken(language, f"{voice}+{variant[number % 4]}", text, ("-s", "150"), captions))
    return clips


def _manners() -> list[Spoken]:
    clips: list[Spoken] = []
    captions: tuple[str, ...]
    for number, (text, pitch) in enumerate(_ROBOTS):
        captions = ("robot voice", "robotic speech", "synthesized speech", "computer voice", "text to speech")
        clips.append(
            Spoken(f"robot-{number}", "en-us+croak" if number == 2 else "en-us", text, ("-p", pitch), captions)
        )
    whisper = ("whispering", "whisper", "whispered speech", "hushed voice")
    for number, text in enumerate(("Be quiet, they can hear us.", "I have a secret to tell you.")):
        clips.append(Spoken(f"whisper-{number}", f"en-us+whisper{'f' * number}", text, ("-s", "140"), whisper))
    counting = "one, two, three, four, five, six, seven, eight, nine, ten"
    for who, variant in (("man", "m2"), ("woman", "f5")):
        captions = ("counting", f"{who} counting", "counting numbers", "speech")
        clips.append(Spoken(f"counting-{who}", f"en-gb+{variant}", counting, ("-s", "150"), captions))
        captions = ("fast speech", f"{who} talking fast", "fast talking", "speech")
        clips.append(Spoken(f"fast-{who}", f"en-us+{variant}", _SENTENCES[0] + _SENTENCES[1], ("-s", "330"), captions))
        captions = ("slow speech", f"{who} talking slowly", "slow talking", "speech")
        clips.append(Spoken(f"slow-{who}", f"en-us+{variant}", _SENTENCES[3], ("-s", "85"), captions))
    captions = ("countdown", "countdown voice", "counting down")
    clips.append(Spoken("countdown", "en-us+m3", "five. four. three. two. one. zero.", ("-s", "110"), captions))
    for word in ("yes", "no", "hello", "stop", "go"):
        captions = (f"voice saying {word}", "spoken word", "short voice clip", "speech")
        clips.append(Spoken(f"word-{word}", "en-us+f2" if len(word) % 2 else "en-gb+m3", word, ("-s", "150"), captions))
    return clips


SPOKEN: dict[str, Spoken] = {clip.name: clip for clip in (*_english(), *_foreign(), *_manners())}


def speak(name: str) -> tuple[NDArray[np.float32], int]:
    """The samples (mono) and the rate (Hz) of a clip of `SPOKEN`.

    Raises ValueError if there is no such clip, RuntimeError if espeak-ng is not installed or refuses.
    """
    clip = SPOKEN.get(name)
    if clip is None:
        raise ValueError(f"There is no sentence named {name!r}.")
    program = shutil.which("espeak-ng")
    if program is None:
        raise RuntimeError("The clips of speech need espeak-ng; install it and try again.")
    command = [program, "-v", clip.language, *clip.options, "--stdout", "--", clip.text]
    done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT_SECONDS, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"espeak-ng could not say {name!r}: {done.stderr.decode(errors='replace').strip()}")
    samples, rate = soundfile.read(io.BytesIO(done.stdout), dtype="float32")
    return samples, int(rate)
