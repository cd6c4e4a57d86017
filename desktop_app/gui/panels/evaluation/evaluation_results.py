"""What came of an evaluation on labelled sounds: how often the right label came first, and all that explains it."""

from PySide6.QtWidgets import QWidget

from desktop_app.gui.evaluation_runner import EvaluationResult
from desktop_app.gui.evaluation_texts import headline_text, left_out_tip, particulars_text, percent_text
from desktop_app.gui.panels.evaluation.confusion_view import ConfusionView
from desktop_app.gui.panels.evaluation.doubtful_sounds import ContradictorySounds
from desktop_app.gui.panels.evaluation.evaluation_tables import FindingTable, LabelTable, WordingTable, WrongSounds
from desktop_app.gui.panels.evaluation.noisy_recordings import NoisyRecordings
from desktop_app.gui.panels.evaluation.worse_recordings import WorseRecordings
from desktop_app.gui.panels.sounds.results_frame import ResultsFrame


class EvaluationResults(ResultsFrame):
    """Shows an `EvaluationResult` of labelled sounds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing to show yet."""
        super().__init__(parent)
        self.labels = LabelTable()
        self.wrong = WrongSounds()
        self.contradictory = ContradictorySounds()
        self.noisy = NoisyRecordings()
        self.confusion = ConfusionView()
        self.wordings = WordingTable()
        self.finding = FindingTable()
        self.worse = WorseRecordings()
        self._add_parts()

    def show_result(self, result: EvaluationResult) -> None:
        """Show this in place of what was there; the tab stays."""
        document = result.document
        self.show_headline(
            percent_text(document["accuracy"]),
            headline_text(document),
            particulars_text(document),
            left_out_tip(document),
        )
        self.labels.show_labels(document)
        self.wrong.show_wrong(document["most_confidently_wrong"], result.wrong)
        self.contradictory.show_contradictions(document["contradictions"], result.contradictory)
        self.set_part_visible(self.contradictory, bool(result.contradictory))
        self.noisy.show_noise(document.get("noise"), result.noisy)
        self.confusion.show_counts(document["confusion"]["labels"], document["confusion"]["sounds"])
        self.wordings.show_templates(document)
        self.finding.show_retrieval(document)
        self.worse.show_kinds(document.get("robustness", ()))

    def _add_parts(self) -> None:
        self.add_part(
            self.tr("Labels"),
            self.tr("How each label fares. Figures of a handful of sounds say little."),
            self.labels,
        )
        self.add_part(
            self.tr("Most wrong"),
            self.tr("The sounds that are most confidently wrong. Arrow keys and Space play them: who is right?"),
            self.wrong,
        )
        self.add_part(
            self.tr("Contradictions"),
            self.tr(
                "The same recording under labels of which only one can be right. Listen, then put the file right"
                " (Ctrl+Enter shows it)."
            ),
            self.contradictory,
        )
        self.add_part(
            self.tr("Noisiest"),
            self.tr("The noisiest recordings: the hardest to recognise, and often not what their label says."),
            self.noisy,
        )
        self.add_part(
            self.tr("Mix-ups"),
            self.tr("A row is what sounds are, a column what they are taken for; on the diagonal they are right."),
            self.confusion,
        )
        self.add_part(
            self.tr("Wording"),
            self.tr(
                "The same labels put into words in several ways. The figure above is that of the best, chosen on these"
                " same sounds, so it is a little too good."
            ),
            self.wordings,
        )
        self.add_part(
            self.tr("Finding"),
            self.tr("Whether something right is among the first answers: sounds for a label, labels for a sound."),
            self.finding,
        )
        self.add_part(
            self.tr("Worse recordings"),
            self.tr("What is left when the same sounds are noisy, clipped, cut short, or come over a telephone."),
            self.worse,
        )
