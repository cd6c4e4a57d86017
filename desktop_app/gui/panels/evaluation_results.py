"""What came of an evaluation: the figure in large, in plain words, and behind tabs all that explains it."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.evaluation_runner import EvaluationResult
from desktop_app.gui.evaluation_texts import headline_text, left_out_tip, particulars_text, percent_text
from desktop_app.gui.panels.confusion_view import ConfusionView
from desktop_app.gui.panels.evaluation_tables import FindingTable, LabelTable, WordingTable
from desktop_app.gui.panels.worse_recordings import WorseRecordings
from desktop_app.gui.panels.wrong_sounds import WrongSounds
from desktop_app.gui.plain_text import PlainLabel

_BIG: Final = 2.4
"""The figure that all this is about, against other text."""
_LOW: Final = 420
"""Pixels of height below which tables count for more than notes."""


class EvaluationResults(QWidget):
    """Shows an `EvaluationResult`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing to show yet."""
        super().__init__(parent)
        self.labels = LabelTable()
        self.wrong = WrongSounds()
        self.confusion = ConfusionView()
        self.wordings = WordingTable()
        self.finding = FindingTable()
        self.worse = WorseRecordings()
        self._figure, self._headline, self._particulars = (PlainLabel(parent=self) for _ in range(3))
        font = theme.semibold(self._figure.font())
        font.setPixelSize(round(font.pixelSize() * _BIG))
        self._figure.setFont(font)
        self._particulars.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (self._headline, self._particulars):
            _wrap(label)
        self.tabs, self._pages = QTabBar(self), QStackedWidget(self)
        self.tabs.setAccessibleName(self.tr("Parts of the result"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._notes: list[PlainLabel] = [self._particulars]
        self._add_tabs()
        self._arrange()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.setFocusProxy(self.tabs)

    @property
    def headline(self) -> str:
        """The figure and its sentence."""
        return f"{self._figure.text()} {self._headline.text()}"

    @property
    def particulars(self) -> str:
        """What to think of when reading it."""
        return self._particulars.text()

    def show_result(self, result: EvaluationResult) -> None:
        """Show this in place of what was there; the tab stays."""
        document = result.document
        self._figure.setText(percent_text(document["accuracy"]))
        self._headline.setText(headline_text(document))
        self._headline.setToolTip(left_out_tip(document))
        self._particulars.setText(particulars_text(document))
        self._particulars.setToolTip(left_out_tip(document))
        self.labels.show_labels(document)
        self.wrong.show_sounds(document["most_confidently_wrong"], result.wrong)
        self.confusion.show_counts(document["confusion"]["labels"], document["confusion"]["sounds"])
        self.wordings.show_templates(document)
        self.finding.show_retrieval(document)
        self.worse.show_kinds(document.get("robustness", ()))

    def show_part(self, part: QWidget) -> None:
        """Bring one of the parts to the front."""
        for number in range(self._pages.count()):
            page = self._pages.widget(number)
            if page is not None and page.isAncestorOf(part):
                self.tabs.setCurrentIndex(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the notes make way for what they explain; the columns' heads have tips, too."""
        super().resizeEvent(event)
        for note in self._notes:
            note.setVisible(self.height() >= _LOW)

    def minimumSizeHint(self) -> QSize:
        """The window may be small."""
        return QSize(1, 1)

    def _add_tabs(self) -> None:
        self._add(
            self.tr("Labels"),
            self.tr("How each label fares. Figures of a handful of sounds say little."),
            self.labels,
        )
        self._add(
            self.tr("Most wrong"),
            self.tr("The sounds that are most confidently wrong. Arrow keys and Space play them: who is right?"),
            self.wrong,
        )
        self._add(
            self.tr("Mix-ups"),
            self.tr("A row is what sounds are, a column what they are taken for; on the diagonal they are right."),
            self.confusion,
        )
        self._add(
            self.tr("Wording"),
            self.tr(
                "The same labels put into words in several ways. The figure above is that of the best, chosen on these"
                " same sounds, so it is a little too good."
            ),
            self.wordings,
        )
        self._add(
            self.tr("Finding"),
            self.tr(
                "Whether something right is among the first answers: for a label the sounds, for a sound the labels."
            ),
            self.finding,
        )
        self._add(
            self.tr("Worse recordings"),
            self.tr("What is left when the same sounds are noisy, clipped, cut short, or come over a telephone."),
            self.worse,
        )

    def _add(self, title: str, sentence: str, content: QWidget) -> None:
        """A tab: a note, and below it what it is about."""
        page = QWidget(self._pages)
        note = PlainLabel(sentence, page)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        _wrap(note)
        self._notes.append(note)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(note)
        layout.addWidget(content, 1)
        self._pages.addWidget(page)
        self.tabs.setTabToolTip(self.tabs.addTab(title), sentence)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._figure)
        top.addWidget(self._headline, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._particulars)
        layout.addWidget(self.tabs)
        layout.addWidget(self._pages, 1)


def _wrap(label: PlainLabel) -> None:
    """A sentence takes as many lines as it needs, and must not make the window grow."""
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
