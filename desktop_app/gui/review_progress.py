"""How far a review of one tag has come: which sound is asked about, what was decided, and what is left."""

from desktop_app.engine.tagging.review import TagScores
from desktop_app.engine.tagging.tag_table import TagKey


class ReviewProgress:
    """Nothing is kept here that the library does not keep, but the way that the person went. Knows no widget."""

    def __init__(self, key: TagKey, name: str, scores: TagScores, saved: float, learned_from: int = 0) -> None:
        """`saved` is the threshold that is in use, 0..1; `learned_from`, how many decisions made the scores."""
        self.key = key
        self.name = name
        self.saved = saved
        self.line = saved
        """The threshold that is being tried out."""
        self._said: dict[int, bool] = {}
        """What was decided and is not in the library yet: by sound, whether it was accepted."""
        self._decided: list[int] = []
        self._skipped: list[int] = []
        self.scores = scores
        self.learned_from = learned_from
        self.current: int | None = None
        self._go_on()

    @property
    def left(self) -> int:
        """How many sounds near the line are still to be judged, skipped ones included."""
        return len(self.scores.order(self.line))

    @property
    def decided(self) -> tuple[int, int]:
        """How many sounds were accepted and rejected in this review."""
        places = [place for sound_id in self._decided if (place := self.scores.place_of(sound_id)) is not None]
        return int(self.scores.accepted[places].sum()), int(self.scores.rejected[places].sum())

    @property
    def all_skipped(self) -> bool:
        """Whether what is left was skipped."""
        return self.current is None and self.left > 0

    def decide(self, *, accepted: bool) -> int | None:
        """The current sound has the tag, or has not; the next one is asked about. Returns the sound that was judged."""
        judged = self.current
        if judged is not None:
            self._said[judged] = accepted
            self.scores = self.scores.with_word(judged, accepted=accepted)
            self._decided = [*(other for other in self._decided if other != judged), judged]
            self._go_on()
        return judged

    def settle(self, sound_id: int) -> None:
        """What was decided of this sound is in the library."""
        self._said.pop(sound_id, None)

    def give_up(self) -> None:
        """What is not in the library yet does not come into it: something went wrong."""
        self._said.clear()

    def take_in(self, scores: TagScores, saved: float, learned_from: int = 0) -> None:
        """What the library says now. Of what was taken back, the last is asked about again."""
        for sound_id, accepted in self._said.items():
            scores = scores.with_word(sound_id, accepted=accepted)
        if self.line == self.saved:
            self.line = saved
        self.scores, self.saved, self.learned_from = scores, saved, learned_from
        open_ids = set(scores.sound_ids[~scores.judged].tolist())
        taken_back = [sound_id for sound_id in self._decided if sound_id in open_ids]
        self._decided = [sound_id for sound_id in self._decided if sound_id not in open_ids]
        if taken_back:
            self.current = taken_back[-1]
        elif self.current is None or scores.place_of(self.current) is None:
            self._go_on()

    @property
    def can_take_back(self) -> bool:
        """Whether something was decided in this review."""
        return bool(self._decided)

    def skip(self) -> None:
        """Ask about the next sound; this one stays to be judged."""
        if self.current is not None:
            self._skipped.append(self.current)
            self._go_on()

    def go_back(self) -> None:
        """Ask again about the sound that was skipped last."""
        if self._skipped:
            self.current = self._skipped.pop()

    def choose(self, sound_id: int) -> None:
        """Ask about this sound, judged or not."""
        self.current = sound_id
        self._skipped = [skipped for skipped in self._skipped if skipped != sound_id]

    def move_line(self, line: float) -> None:
        """Try out another threshold; what is asked about next is near it."""
        self.line = line
        if self.current is None:
            self._go_on()

    def _go_on(self) -> None:
        skipped = set(self._skipped)
        order = self.scores.sound_ids[self.scores.order(self.line)].tolist()
        self.current = next((sound_id for sound_id in order if sound_id not in skipped), None)
