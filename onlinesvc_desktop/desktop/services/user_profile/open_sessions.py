# SPDX-License-Identifier: MIT
"""Where an access code is signed in now: one line for each session, each can be ended (P5)."""

from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.user_profile import END_SESSION, LIST_SESSIONS, OpenSessionItem, OpenSessions
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.endable_lines import EndableLines
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.workplace import Workplace


class OpenSessionsCard(Panel):
    """Fetched each time the profile opens; nothing of it stays after the sign-out."""

    def __init__(self, owner: str, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        frame, column = card(10)
        tight(QVBoxLayout(self)).addWidget(frame)
        self._heading = label("title")
        self._hint = label("muted", wrap=True)
        self._message = MessageLine(f"{owner}.sessionsMessage", workplace.theme)
        self._lines = EndableLines[OpenSessionItem](
            f"{owner}.session", f"{owner}.endSession", self._words, lambda session: not session.own
        )
        self._lines.end_wanted.connect(self._end)
        for widget in (self._heading, self._hint, self._message, self._lines):
            column.addWidget(widget)
        workplace.session.changed.connect(self._on_session_changed)
        self.retranslate_ui()

    def reload(self) -> None:
        """Fetch the sessions of the moment."""
        if self._workplace.session.is_open:
            self._workplace.link.ask(lambda client: client.send(LIST_SESSIONS), self._on_sessions)

    def _on_sessions(self, outcome: Outcome[OpenSessions]) -> None:
        match outcome:
            case Ok(sessions) if self._workplace.session.is_open:
                self._lines.show_items(sessions.items)
            case Err():
                self._message.say_fault(outcome, self._workplace.link, self.reload)

    def _end(self, session: OpenSessionItem) -> None:
        def ended(outcome: Outcome[None]) -> None:
            match outcome:
                case Ok():
                    self._message.say(Tone.SUCCESS, lambda: self.tr("The session is ended."))
                case Err():
                    self._message.say_fault(outcome, self._workplace.link)
            self.reload()

        self._workplace.link.ask(lambda client: client.send(END_SESSION, id=session.id), ended)

    def _on_session_changed(self) -> None:
        if not self._workplace.session.is_open:
            self._message.clear()
            self._lines.show_items(())

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self._heading.setText(self.tr("Open sessions"))
        self._hint.setText(self.tr("Where this access code is signed in now. Several at the same time are fine."))

    def _words(self, session: OpenSessionItem) -> tuple[str, str]:
        where = session.workstation or self.tr("unnamed computer")
        used = formats.age_words(session.last_used_at, self._workplace.now())
        text = self.tr("{computer} (this one)") if session.own else self.tr("{computer}, last used {age}")
        return text.format(computer=where, age=used), self.tr("End the session on {computer}").format(computer=where)
