"""From what was said of sounds to a small file beside each, once a person agreed to how many these are."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.core.sound import SoundState
from desktop_app.exchange.sidecars import Sidecar, plan_sidecars, write_sidecars
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.retelling import retold
from desktop_app.library.tables.sound_filter import SoundFilter

_MOST_NAMED: Final = 3
"""Files that stay as they are, with the reason."""


class SidecarExport(QObject):
    """Plans and writes on the thread that takes its time."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self.questions = Questions()
        """Tests answer in a person's place."""
        self._around = surroundings
        self._earmark = surroundings.earmark
        self._later = surroundings.operations.comparing
        surroundings.window.actions_.exchanging.export_sidecars.triggered.connect(self.export)

    def export(self) -> None:
        """See what would be written beside the sounds that are there, ask, and write it."""
        earmark = self._earmark

        def work() -> list[Sidecar]:
            wanted = SoundFilter(states=(SoundState.PRESENT,))
            return list(plan_sidecars(earmark, earmark.library.sounds.ids(filter=wanted).tolist()))

        self._around.say(self.tr("Looking at what would be written beside your sounds..."))
        self._later.run(work, self._ask, topic="sidecars", failed=self._around.say)

    def _ask(self, found: Sequence[Sidecar]) -> None:
        self._around.say("")
        planned = [sidecar for sidecar in found if sidecar.text and not sidecar.problem]
        fresh = [sidecar for sidecar in planned if not sidecar.replaces]
        others = [sidecar for sidecar in planned if sidecar.replaces]
        left = self._left([sidecar for sidecar in found if sidecar.problem])
        if not planned:
            self._around.answer(left.replace("\n", " ") or self._nothing(found))
            return
        parts = [
            fresh
            and self.tr("%Ln small file(s) are to be written beside your sounds, as name.wav.json.", "", len(fresh)),
            others and self._others(others),
            left,
        ]
        answers = [self.tr("Write them")] if fresh else [self.tr("Leave them as they are")]
        if others:
            answers.append(self.tr("Replace those, too") if fresh else self.tr("Replace them"))
        answer = self.questions.ask(self._around.window, "\n\n".join(part for part in parts if part), answers)
        if answer == 1:
            self._write(planned, replace=True)
        elif answer == 0 and fresh:
            self._write(fresh, replace=False)

    def _others(self, others: Sequence[Sidecar]) -> str:
        """That these say what is not in this library: somebody else's words, or earlier ones."""
        text = self.tr(
            "%Ln file(s) there say something that is not in your library, perhaps somebody else's words; import the "
            "sidecars of that folder first to keep it:",
            "",
            len(others),
        )
        named = [str(sidecar.path) for sidecar in others[:_MOST_NAMED]]
        return "\n".join([text, *named, *(["..."] if len(others) > _MOST_NAMED else [])])

    def _nothing(self, found: Sequence[Sidecar]) -> str:
        if found:
            return self.tr("All that was said stands beside your sounds already.")
        return self.tr(
            "Nothing was said of these sounds yet: no tag was accepted, rejected or added, and nothing noted."
        )

    def _write(self, planned: Sequence[Sidecar], *, replace: bool) -> None:
        def work() -> list[Sidecar]:
            done = []
            for sidecar in write_sidecars(planned, replace=replace):
                done.append(sidecar)
                if self._later.stopping:
                    break
            return done

        self._around.say(self.tr("Writing sidecars..."))
        self._later.run(work, self._tell, failed=self._around.say)

    def _tell(self, done: Sequence[Sidecar]) -> None:
        failed = [sidecar for sidecar in done if sidecar.problem]
        written = self.tr("%Ln sidecar(s) written.", "", len(done) - len(failed))
        self._around.say("")
        if failed:
            self._around.say(f"{written} {self._left(failed)}".replace("\n", " "))
        else:
            self._around.answer(written)

    def _left(self, sidecars: Sequence[Sidecar]) -> str:
        """What is not written, and why; empty where there is none."""
        if not sidecars:
            return ""
        count = self.tr("%Ln file(s) stay as they are:", "", len(sidecars))
        named = [f"{sidecar.path}: {retold(sidecar.problem)}" for sidecar in sidecars[:_MOST_NAMED]]
        return "\n".join([count, *named, *(["..."] if len(sidecars) > _MOST_NAMED else [])])
