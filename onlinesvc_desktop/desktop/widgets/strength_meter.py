# SPDX-License-Identifier: MIT
"""How hard a new password is to guess, while it is typed: a bar and a sentence that says what would help (P12)."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout

from onlinesvc_desktop.contract.limits import MIN_PASSWORD_LENGTH
from onlinesvc_desktop.contract.new_password import Strength, strength_of
from onlinesvc_desktop.desktop.jobs import JobRunner, Ok, Outcome
from onlinesvc_desktop.desktop.theme import restyle
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.fields import strength_words, weakness_words

_PAUSE_MS = 150
_BEST = 4


class StrengthMeter(Panel):
    """Judged on a worker, because the first judgement loads word lists; hidden while nothing is typed."""

    def __init__(self, owner: str, editor: QLineEdit, jobs: JobRunner) -> None:
        super().__init__()
        self._editor = editor
        self._jobs = jobs
        self._about: Sequence[str] = ()
        self._strength: Strength | None = None
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{owner}.strength")
        self._bar.setProperty("kind", "strength")
        self._bar.setRange(0, _BEST)
        self._bar.setTextVisible(False)
        self._words = label("muted", wrap=True)
        self._words.setObjectName(f"{owner}.strengthWords")
        column = tight(QVBoxLayout(self), 4)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        editor.textChanged.connect(self._on_text)
        self.hide()

    def judge_against(self, about: Sequence[str]) -> None:
        """Set the words about the owner that the password should not be made of."""
        self._about = about

    def _on_text(self, text: str) -> None:
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._strength = None
            self.hide()

    def _judge(self) -> None:
        password, about = self._editor.text(), self._about

        def judged(outcome: Outcome[Strength]) -> None:
            if isinstance(outcome, Ok) and self._editor.text() == password:
                self._strength = outcome.value
                self.retranslate_ui()
                self.show()

        def judge() -> Strength:
            from zxcvbn import zxcvbn

            return strength_of(password, about, zxcvbn)

        self._jobs.run(judge, judged)

    def retranslate_ui(self) -> None:
        """Say it in the current language."""
        strength = self._strength
        if strength is None:
            return
        short = len(self._editor.text()) < MIN_PASSWORD_LENGTH
        good = strength.enough and not short
        self._bar.setValue(max(1, strength.score) if good else max(1, min(strength.score, 2)))
        restyle(self._bar, "tone", "success" if good else "warning")
        if short:
            words = Counted().at_least(MIN_PASSWORD_LENGTH)
        elif strength.weakness is not None:
            words = weakness_words(strength.weakness)
        else:
            words = strength_words(strength.score)
        self._words.setText(words)
        self._bar.setAccessibleName(self.tr("Strength of the new password"))
        self._bar.setAccessibleDescription(words)
