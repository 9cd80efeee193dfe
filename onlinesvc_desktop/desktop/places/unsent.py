# SPDX-License-Identifier: MIT
"""What has not been sent yet: each with its age and why, to be changed, withdrawn or sent again."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onlinesvc_desktop.client.unsent import Standing, Submission
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.pages.page import Page, scrolling
from onlinesvc_desktop.desktop.queued import form_of, submission_words
from onlinesvc_desktop.desktop.targets import Edit
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Sent
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.words.faults import fault_words
from onlinesvc_desktop.desktop.words.unsent import settled_words
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "unsent"


class UnsentPage(Page):
    """A card for each submission without an answer, and below them what was sent since the program began."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, _OWNER, workplace.theme)
        self._workplace = workplace
        self._queue = workplace.unsent
        self._withdrawn: Submission | None = None
        self._intro = label("muted", wrap=True)
        self._intro.setObjectName(f"{_OWNER}.intro")
        self._try_now = TextButton(f"{_OWNER}.tryNow", "primary")
        self._try_now.clicked.connect(self._queue.try_now)
        self._undo = TextButton(f"{_OWNER}.undo", "link")
        self._undo.clicked.connect(self._put_back)
        head = tight(QHBoxLayout(), 12)
        head.addWidget(self._try_now)
        head.addWidget(self._undo)
        head.addStretch(1)
        self._cards = QWidget()
        self._column = tight(QVBoxLayout(self._cards), 12)
        content = QWidget()
        column = tight(QVBoxLayout(content), 14)
        column.addWidget(self._intro)
        column.addLayout(head)
        column.addWidget(self._cards)
        column.addStretch(1)
        self.body.addWidget(scrolling(content), 1)
        self._queue.changed.connect(self._show)
        workplace.connection.changed.connect(self._show)
        workplace.session.changed.connect(self._show)
        self.retranslate_ui()

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Not sent yet")

    def first_field(self) -> QWidget:
        """Start with what can be done."""
        return self._try_now if self._try_now.isVisibleTo(self) else super().first_field()

    def entered(self) -> None:
        """Begin without an old message."""
        self.message.clear()
        self._withdrawn = None
        self._show()

    def _show(self) -> None:
        """Show everything anew; there are few, and ages change."""
        name = next((widget.objectName() for widget in self._cards.findChildren(TextButton) if widget.hasFocus()), "")
        while (entry := self._column.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        items = self._queue.items
        for ordinal, submission in enumerate(items, start=1):
            self._column.addWidget(self._card(ordinal, submission))
        for sent in self._queue.sent:
            self._column.addWidget(self._sent_line(sent))
        self._try_now.setVisible(any(self._queue.standing(one) is Standing.WAITING for one in items))
        self._undo.setVisible(self._withdrawn is not None)
        self._word()
        if name:
            again = self._cards.findChild(QWidget, name)
            if again is not None:
                again.setFocus()

    def _card(self, ordinal: int, submission: Submission) -> QWidget:
        frame, column = card(6)
        title = label("title", wrap=True)
        title.setText(submission_words(submission))
        title.setObjectName(f"{_OWNER}.item{ordinal}")
        state = label("error" if submission.refusal else "muted", wrap=True)
        state.setText(self._state_words(submission))
        state.setObjectName(f"{_OWNER}.state{ordinal}")
        foot = tight(QHBoxLayout(), 16)
        being_sent = self._queue.is_being_sent(submission)
        edit = Edit(submission)
        for name, words, action, shown in (
            (
                "edit",
                self.tr("Open and change"),
                partial(self.go_wanted.emit, edit),
                form_of(submission) is not None,
            ),
            (
                "again",
                self.tr("Send it again"),
                partial(self._queue.send_again, submission),
                self._queue.standing(submission) in (Standing.HELD, Standing.STALE),
            ),
            ("withdraw", self.tr("Withdraw"), partial(self._withdraw, submission), True),
        ):
            if shown:
                button = TextButton(f"{_OWNER}.{name}{ordinal}", "link")
                button.setText(words)
                button.setAccessibleName(f"{words}: {submission_words(submission)}")
                button.setEnabled(not being_sent)
                button.clicked.connect(action)
                foot.addWidget(button)
        foot.addStretch(1)
        column.addWidget(title)
        column.addWidget(state)
        column.addLayout(foot)
        return frame

    def _sent_line(self, sent: Sent) -> QWidget:
        line = label("muted", wrap=True)
        line.setText(settled_words(sent))
        return line

    def _state_words(self, submission: Submission) -> str:
        age = formats.age_words(submission.made_at, self._workplace.now())
        if submission.fault is not None:
            reason = fault_words(submission.fault, self._workplace.connection.phone_numbers)
            return self.tr("Prepared {age}. Not accepted: {reason}").format(age=age, reason=reason)
        return self.tr("Prepared {age}. {state}").format(age=age, state=self._waiting_words(submission))

    def _waiting_words(self, submission: Submission) -> str:
        if self._queue.standing(submission) is Standing.HELD:
            return self.tr("We do not know whether this arrived. Call us before you send it again.")
        if self._queue.standing(submission) is Standing.STALE:
            return self.tr(
                "Its time has passed while it waited, so it was not sent. Change it, send it again or withdraw it."
            )
        if self._queue.is_being_sent(submission):
            return self.tr("It is being sent now.")
        profile = self._workplace.session.open_profile
        code = "" if profile is None else profile.access_code
        if submission.access_code not in ("", code):
            return self.tr("Waiting until {code} signs in.").format(code=submission.access_code)
        if self._workplace.connection.state is LinkState.ONLINE:
            return self.tr("We will try again shortly.")
        if submission.tried_at is not None:
            return self.tr("The connection was lost while it was being sent: it may have arrived. It cannot arrive twice.")
        return self.tr("Waiting for the server.")

    def _withdraw(self, submission: Submission) -> None:
        self._withdrawn = submission
        self._queue.withdraw(submission)
        if submission.tried_at is None or submission.refusal is not None:
            self.message.say(Tone.SUCCESS, lambda: self.tr("Withdrawn: it will not be sent."))
        else:
            self.message.say(
                Tone.WARNING,
                lambda: self.tr(
                    "Withdrawn. The connection was lost while it was being sent, so it may have arrived all the same."
                ),
            )
        self._undo.setFocus()

    def _put_back(self) -> None:
        if self._withdrawn is not None:
            submission, self._withdrawn = self._withdrawn, None
            self.message.clear()
            self._queue.put_back(submission)

    def _word(self) -> None:
        if self._queue.items:
            self._intro.setText(self.tr("These are safe on this computer and are sent automatically, in this order, once."))
        else:
            self._intro.setText(self.tr("Everything has been sent."))
        self._try_now.setText(self.tr("Try now"))
        self._undo.setText(self.tr("Undo the withdrawal"))

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._show()
