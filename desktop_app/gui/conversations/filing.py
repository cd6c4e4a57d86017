"""From the sound that the tag panel is about to the CatIDs that are offered for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop_app.cat_id_choice import VOCABULARY, CatIdChoice, Reason, known_sounds
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.panels.tags.cat_id_line import CatIdOffer


class Filing(QObject):
    """Offers CatIDs where the vocabulary of the system is active: what is taken is one of its tags, and teaches it."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._choice: CatIdChoice | None = None
        self._active: tuple[str, ...] = ()

    def offer_for(self, sound_ids: Sequence[int], shown: Callable[[Sequence[CatIdOffer]], None]) -> None:
        """Have `shown` called with what is offered for a single sound; nothing is for several, or once one is taken."""
        active = tuple(self._around.earmark.settings.vocabularies)
        if len(sound_ids) != 1 or VOCABULARY not in active:
            shown(())
            return
        sound_id = sound_ids[0]
        self._around.operations.searching.run(
            lambda: self._offers(sound_id, active), shown, topic="cat ids", failed=lambda _: shown(())
        )

    def _offers(self, sound_id: int, active: tuple[str, ...]) -> tuple[CatIdOffer, ...]:
        """On the thread."""
        earmark = self._around.earmark
        if self._choice is None or active != self._active:
            self._choice, self._active = CatIdChoice(earmark), active
        known = list(known_sounds(earmark, earmark.library.sounds.many([sound_id])))
        if not known or known[0].embedding is None:
            return ()
        [offered] = self._choice.offer(known)
        if offered and offered[0].reason is Reason.PERSON:
            return ()
        return tuple(
            CatIdOffer((VOCABULARY, self._choice.tag_id_of(one.category)), one.category, one.score) for one in offered
        )
