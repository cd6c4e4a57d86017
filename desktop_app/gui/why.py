"""Why a sound was found, in sentences; asked for off the GUI thread and kept, so that a tool tip never waits."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.app import Earmark
from desktop_app.core.bands import Band
from desktop_app.core.moment import clock_time
from desktop_app.core.query import parse_query
from desktop_app.engine.searching.examples import ExampleError
from desktop_app.engine.searching.explanation import Reason, ReasonKind
from desktop_app.gui.background import BackgroundThread
from desktop_app.gui.queries import Question, by_one_embedder
from desktop_app.gui.retelling import retold_error
from desktop_app.gui.translations import decimal_text
from desktop_app.open_profile.listening import Listening

_KEPT = 500


class Whys(QObject):
    """Explains the sounds of one question. To be used on the GUI thread."""

    explained = Signal(int, str)
    """(sound id, sentences) that were asked for and not known at once."""

    def __init__(self, earmark: Earmark, thread: BackgroundThread, parent: QObject) -> None:
        """`thread` may wait for the network: words are looked at one by one."""
        super().__init__(parent)
        self._earmark = earmark
        self._thread = thread
        self._question = Question()
        self._known: OrderedDict[int, str] = OrderedDict()

    def follow(self, question: Question) -> None:
        """The list answers this question from now on; also when the library changed under the same one."""
        self._question = question
        self._known.clear()

    def why(self, sound_id: int) -> str | None:
        """The sentences, if they are known; else None, and `explained` comes when they are. Empty: nothing to say."""
        if self._question.plain:
            return ""
        known = self._known.get(sound_id)
        if known is None:
            question, earmark = self._question, self._earmark
            self._thread.run(
                lambda: by_one_embedder(earmark, lambda listening: _explain(listening, question, sound_id)),
                lambda text: self._take(question, sound_id, text),
                topic="why",
            )
        return known

    def _take(self, question: Question, sound_id: int, text: str) -> None:
        if question != self._question:
            return
        self._known[sound_id] = text
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self.explained.emit(sound_id, text)


def _explain(listening: Listening, question: Question, sound_id: int) -> str:
    """Runs off the GUI thread."""
    like = None
    if question.like is not None:
        try:
            like = listening.examples.vector(question.like)
        except ExampleError as error:
            return retold_error(error)
    reasons = listening.explainer.explain(sound_id, parse_query(question.text), like=like)
    return in_sentences(reasons, question.like.name if question.like else "")


def in_sentences(reasons: Sequence[Reason], example: str) -> str:
    """Reasons as lines of text; `example` is the name of what the sounds were compared with."""
    return "\n".join(_sentence(reason, example) for reason in reasons)


def _sentence(reason: Reason, example: str) -> str:
    templates = {
        ReasonKind.WORDS: QCoreApplication.translate("Why", "“{text}”: {standing}"),
        ReasonKind.WORD: QCoreApplication.translate("Why", "      {text}: {standing}", "one word of several"),
        ReasonKind.WITHOUT: QCoreApplication.translate("Why", "Away from “{text}”: {standing}"),
        ReasonKind.EXAMPLE: QCoreApplication.translate("Why", "Like {text}: {standing}"),
        ReasonKind.TAG: QCoreApplication.translate("Why", "Tag {text}, by its prompt “{prompt}”: {standing}"),
        ReasonKind.TRAINED: QCoreApplication.translate("Why", "Tag {text}, by the sounds that trained it: {standing}"),
        ReasonKind.SAID: QCoreApplication.translate("Why", "Tag {text}: you said so"),
        ReasonKind.NAME: QCoreApplication.translate("Why", "The file's name has “{text}” in it"),
    }
    text = example if reason.kind is ReasonKind.EXAMPLE else reason.text
    standing = _standing(reason)
    if reason.moment is not None:
        template = QCoreApplication.translate("Why", "{standing}; best at {start} to {end}")
        start, end = clock_time(reason.moment.start_s), clock_time(reason.moment.end_s)
        standing = template.format(standing=standing, start=start, end=end)
    return templates[reason.kind].format(text=text, prompt=reason.prompt, standing=standing)


def _standing(reason: Reason) -> str:
    if reason.spreads is None or reason.band is None:
        return QCoreApplication.translate("Why", "means nothing to the network")
    bands = {
        Band.STRONG: QCoreApplication.translate("Why", "strong"),
        Band.LIKELY: QCoreApplication.translate("Why", "likely"),
        Band.WEAK: QCoreApplication.translate("Why", "weak"),
    }
    band = bands[reason.band]
    if reason.in_library is None:
        usual = QCoreApplication.translate("Why", "{band}, {spreads} spreads from what is usual for sounds at large")
        return usual.format(band=band, spreads=decimal_text(reason.spreads, 1, signed=True))
    template = QCoreApplication.translate("Why", "{band}, {spreads} spreads from this library's usual")
    return template.format(band=band, spreads=decimal_text(reason.in_library, 1, signed=True))
