"""The window's language: German and French where the system or the person wants them, else English; and what of a text
depends on it: plurals and numbers.
"""

import logging
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from desktop_app.paths import resources
from desktop_app.settings import sentence_of

log = logging.getLogger(__name__)

ENGLISH: Final = "en"
LANGUAGES: Final = {ENGLISH: "English", "de": "Deutsch", "fr": "Français"}
"""The languages there are, by their ISO 639-1 codes, each with its own name for itself."""


class Translations(QObject):
    """Earmark's sentences and Qt's own in one language, from the moment this is made.

    To be made before the first widget and on the thread of the window, for a text is translated when it is set.
    English has a file, too: it knows "1 sound" from "2 sounds".
    """

    def __init__(self, app: QCoreApplication, wanted: str = "") -> None:
        """`wanted` is one of `LANGUAGES`; empty for the first of the system's languages that there is."""
        super().__init__(app)
        self._app = app
        self._before = QLocale()
        self._installed: list[QTranslator] = []
        self.language: Final = wanted if wanted in LANGUAGES else system_language(QLocale.system().uiLanguages())
        """The language that is spoken now."""
        QLocale.setDefault(locale_of(self.language, QLocale.system(), chosen=bool(wanted)))
        # Qt asks the last one first.
        self._install(f"qtbase_{self.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(f"earmark_{self.language}", str(resources() / "translations"))

    def remove(self) -> None:
        """Be as if this had never been made."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed.clear()
        QLocale.setDefault(self._before)

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if not translator.load(name, folder):
            log.warning("no translation %s in %s", name, folder)
            return
        self._app.installTranslator(translator)
        self._installed.append(translator)


def system_language(wanted: list[str]) -> str:
    """The first language of these, such as `de-AT`, `de` or `fr_CA`, that there is; else English."""
    languages = (name.replace("_", "-").partition("-")[0] for name in wanted)
    return next((language for language in languages if language in LANGUAGES), ENGLISH)


def locale_of(language: str, system: QLocale, *, chosen: bool) -> QLocale:
    """How numbers and dates are written: as the system does, unless the person chose a language that is not its own, or
    the system has none (`LANG=C`).
    """
    same = system.language() == QLocale(language).language()
    if same or (not chosen and system.language() != QLocale.Language.C):
        return system
    return QLocale(language)


def number_text(number: int) -> str:
    """A count with the separators of the person's language: `12,345`."""
    return QLocale().toString(number)


def decimal_text(number: float, decimals: int, *, signed: bool = False) -> str:
    """A number with the person's decimal point and a true minus sign, none before a zero, and with a plus where
    `signed`: `−14.2`.
    """
    text = f"{round(number, decimals) + 0.0:{'+' if signed else ''}.{decimals}f}".replace("-", "\N{MINUS SIGN}")
    return text.replace(".", QLocale().decimalPoint())


def embedder_text(text: str) -> str:
    """What the program says of an embedder that it knows; the name of any other stays as it is."""
    return QCoreApplication.translate("Embedders", text)


def setting_text(setting: str) -> str:
    """The sentence that explains a setting."""
    return QCoreApplication.translate("Settings", sentence_of(setting))
