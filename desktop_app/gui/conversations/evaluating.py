"""From labelled sounds of a person's own to figures, to what is heard of them, and to a report."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop_app.core.sound import Sound
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.questions import ChooseFolder, Questions
from desktop_app.gui.evaluation_runner import EvaluationResult, EvaluationRunner, write_report
from desktop_app.gui.evaluation_texts import set_text
from desktop_app.gui.panels.evaluation.evaluation_form import Source
from desktop_app.gui.panels.evaluation.evaluation_page import EvaluationPage
from desktop_app.library.labelled_sounds import read_labelled

_SUFFIXES: Final = (".html", ".htm", ".json")


class Evaluating(QObject):
    """One evaluation at a time; searches and auditions go on meanwhile."""

    heard_changed = Signal()
    """Another sound is played on the page, or none any more."""

    def __init__(
        self, surroundings: Surroundings, choose: ChooseFolder, parent: QObject, *, questions: Questions | None = None
    ) -> None:
        """`choose` asks for a folder, `questions` for files; tests answer in their place."""
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._choose = choose
        self._questions = questions or Questions()
        self._page: EvaluationPage | None = None
        self.runner = EvaluationRunner(surroundings.earmark, self)
        self._chosen: Sound | None = None
        self._connect()

    @property
    def page(self) -> EvaluationPage:
        """Made when somebody first wants it: the window opens sooner without it."""
        if self._page is None:
            self._page = EvaluationPage(self._window)
            self._window.middle_pages.add_page(self._page)
            self._connect_page(self._page)
        return self._page

    def open(self) -> None:
        """Show the page as it was left."""
        self._window.middle_pages.show_page(self.page)

    def heard(self) -> list[int] | None:
        """The sound that is played on the page, none if the library does not know it; None while no sound is."""
        if self._chosen is None:
            return None
        return [self._chosen.sound_id] if self._chosen.in_library else []

    def leave(self, *, keep_sound: bool = False) -> None:
        """Back to the list; what runs goes on, and what was found out stays. The player shows the list's sound again,
        unless what it shows is wanted still.
        """
        if not self._is_shown:
            return
        self._window.middle_pages.show_list()
        row = self._window.sounds.current_row()
        if row is not None and not keep_sound:  # what is played by the next key is what the list has chosen
            moment = self._window.sounds.current_moment()
            self._window.player.show_sound(row.sound, play=False, moment=moment)

    @property
    def _is_shown(self) -> bool:
        return self._page is not None and self._window.middle_pages.currentWidget() is self._page

    def _connect(self) -> None:
        window = self._window
        window.actions_.tagging.evaluate.triggered.connect(self.open)
        window.closed.connect(self.runner.close)
        window.middle_pages.currentChanged.connect(lambda _: self._choose_sound(None))
        self._around.operations.embedder_changed.connect(self._on_embedder_changed)
        # Whoever searches wants to see what is found.
        window.search.searched.connect(lambda _: self.leave())
        window.folders.chosen.connect(lambda _: self.leave())

    def _connect_page(self, page: EvaluationPage) -> None:
        runner, results = self.runner, page.results
        page.left.connect(lambda: self.leave())
        page.form.choose_wanted.connect(self._choose_place)
        page.form.run_wanted.connect(self._begin)
        page.cancel_wanted.connect(runner.cancel)
        page.save_wanted.connect(self._save)
        results.worse.wanted.connect(self._try_worse)
        results.worse.estimate_wanted.connect(self._estimate)
        results.noisy.wanted.connect(self._find_noisiest)
        for wrong in (results.wrong, results.contradictory, results.noisy.table, page.verdicts.wrong):
            wrong.sound_chosen.connect(self._audition)
            wrong.play_toggled.connect(self._toggle)
            wrong.play_wanted.connect(self._play)
            wrong.reveal_wanted.connect(lambda sound: self._around.files.show([sound.path]))
        runner.changed.connect(lambda: page.show_running(running=runner.running))
        runner.progressed.connect(page.show_progress)
        runner.evaluated.connect(self._show)
        runner.estimated.connect(results.worse.show_estimate)
        runner.failed.connect(self._show_failure)

    def _choose_place(self, source: str) -> None:
        if source == Source.FOLDER:
            chosen = self._choose(self._window, self.tr("A folder whose sub-folders are labels"))
        else:
            kinds = self.tr("Tables (*.csv *.tsv)")
            chosen = self._questions.open_file(self._window, self.tr("A table of paths and labels"), kinds)
        if chosen is not None:
            self.page.form.show_place(chosen)

    def _begin(self, source: str, place: str) -> None:
        if source == Source.VERDICTS:
            self.runner.evaluate_verdicts()
            return
        path = Path(place).expanduser().absolute()
        self.runner.evaluate(lambda: read_labelled(path))

    def _try_worse(self) -> None:
        if self.page.result is not None and self.page.result.evaluated is not None:
            self.runner.try_worse(self.page.result.evaluated)

    def _find_noisiest(self) -> None:
        if self.page.result is not None and self.page.result.evaluated is not None:
            self.runner.find_noisiest(self.page.result.evaluated)

    def _estimate(self) -> None:
        if self.page.result is not None and self.page.result.evaluated is not None:
            self.runner.estimate(self.page.result.evaluated)

    def _show(self, result: EvaluationResult) -> None:
        self._choose_sound(None)
        self.page.show_result(result)
        if not self._is_shown:
            self._around.answer(self.tr("The evaluation of “{name}” is done.").format(name=set_text(result.document)))

    def _show_failure(self, sentence: str) -> None:
        self.page.show_message(sentence or self.tr("The evaluation could not be finished; the log says more."))

    def _on_embedder_changed(self) -> None:
        """Figures belong to the embedder that they are of."""
        if self._page is not None and (self.runner.running or self._page.result is not None):
            self.runner.cancel()
            self._page.forget(self.tr("Another network listens now: evaluate again to see how it does."))

    def _save(self) -> None:
        result = self.page.result
        if result is None:
            return
        proposed = f"{set_text(result.document)} - {self.tr('evaluation')}.html"
        kinds = self.tr("Web page (*.html);;Data (*.json)")
        chosen = self._questions.save_file(self._window, self.tr("Save report"), proposed, kinds)
        if chosen is None:
            return
        target = chosen if chosen.suffix.lower() in _SUFFIXES else chosen.with_name(f"{chosen.name}.html")
        if target != chosen and target.exists():
            # The name got another suffix, and so the dialog has asked about another file.
            question = self.tr("There is a file {name} already.").format(name=target.name)
            if self._questions.ask(self._window, question, [self.tr("Keep it"), self.tr("Replace it")]) != 1:
                return
        self._around.operations.changing.run(
            lambda: write_report(result.document, target), self._on_saved, failed=self._on_unsaved
        )

    def _on_saved(self, target: Path) -> None:
        self._around.answer(self.tr("The report was saved as {path}.").format(path=target))

    def _on_unsaved(self, reason: str) -> None:
        text = self.tr("The report cannot be saved ({reason}): choose another place.")
        self.page.show_message(text.format(reason=reason))

    def _choose_sound(self, sound: Sound | None) -> None:
        if sound is not self._chosen:
            self._chosen = sound
            self.heard_changed.emit()

    def _play(self, sound: Sound) -> None:
        self._choose_sound(sound)
        self._window.player.show_sound(sound, play=True)

    def _audition(self, sound: Sound) -> None:
        self._choose_sound(sound)
        self._window.player.show_sound(sound, play=self._around.earmark.settings.audition)

    def _toggle(self, sound: Sound) -> None:
        self._choose_sound(sound)
        player = self._window.player
        if player.sound is not None and player.sound.path == sound.path:
            player.toggle()
        else:
            self._play(sound)
