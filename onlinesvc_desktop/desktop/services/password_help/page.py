# SPDX-License-Identifier: MIT
"""Forgot your password? A message to the administrator, by the backend or by the workstation's own mail program (P11)."""

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from onlinesvc_desktop.client.faults import Fault
from onlinesvc_desktop.contract.password_help import ASK_PASSWORD_HELP
from onlinesvc_desktop.desktop.connection import LinkState
from onlinesvc_desktop.desktop.pages.form_page import FormPage
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "passwordHelp"
_MESSAGE_LINES = 5


class PasswordHelpPage(FormPage):
    """Who asks, and a message; while the backend is out of reach, the mail program and the telephone."""

    operation = ASK_PASSWORD_HELP

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, _OWNER, workplace)
        self._other_way, column = card(12)
        self._other_way.setMaximumWidth(self.form_side.maximumWidth())
        self._other_words = label("", wrap=True)
        self._write = TextButton(f"{_OWNER}.mailProgram")
        self._write.clicked.connect(self._open_mail_program)
        line = tight(QHBoxLayout(), 12)
        line.addWidget(self._write)
        line.addStretch(1)
        column.addWidget(self._other_words)
        column.addLayout(line)
        self.column.insertWidget(0, self._other_way)
        workplace.connection.changed.connect(self._show_other_way)
        self._show_other_way()
        self.retranslate_ui()

    def entries(self) -> list[Entry]:
        """Return the fields of design section 7."""
        name, company, email = (Line(f"{_OWNER}.{field}") for field in ("name", "company", "email"))
        message = TextArea(f"{_OWNER}.message", _MESSAGE_LINES)
        hint = lambda: self.tr("Your access code if you remember it, and a telephone number. Never a password.")  # noqa: E731
        return [
            Entry("name", name, lambda: self.tr("Your na&me")),
            Entry("company", company, lambda: self.tr("C&ompany")),
            Entry("email", email, lambda: self.tr("E-mail fo&r the answer"), wide=True),
            Entry("message", message, lambda: self.tr("Messa&ge"), wide=True, hint=hint),
        ]

    def beside(self) -> dict[str, str]:
        """Ask for an answer in the language of the program."""
        return {"language": self.workplace.language.language.value}

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Forgot your password?")

    def intro_words(self) -> str:
        """Say what comes of it."""
        return self.tr(
            "Tell us who you are. Once the administrator has checked, you will receive your access"
            " code and a temporary password by e-mail, usually within hours. Fields marked with * are"
            " required."
        )

    def done_words(self, email: str) -> str:
        """Say what happens next; the same whether such an account exists or not."""
        return self.tr(
            "The administrator looks at it and replies to {email}, or calls back. Give the reference number if you call."
        ).format(email=email)

    def note_fault(self, fault: Fault) -> None:  # noqa: ARG002 - whatever it is, the other way is open
        """Offer the mail program and the telephone."""
        self._other_way.show()

    def _show_other_way(self) -> None:
        self._other_way.setVisible(self.workplace.connection.state is not LinkState.ONLINE)
        self.retranslate_ui()

    def _open_mail_program(self) -> None:
        values = self.form.values()
        body = self.tr("I forgot my password.\n\nName: {name}\nCompany: {company}\nE-mail: {email}\n\n{message}").format(
            **values
        )
        subject = quote(self.tr("Forgotten password"))
        address = quote(self.workplace.connection.service_email, safe="@")
        url = f"mailto:{address}?subject={subject}&body={quote(body.strip())}"
        if not QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode)):
            self._other_words.setText(self._other_way_words(has_mail_program=False))

    def _other_way_words(self, has_mail_program: bool = True) -> str:
        connection = self.workplace.connection
        numbers = " · ".join(connection.phone_numbers)
        if has_mail_program:
            return self.tr(
                "The server cannot be reached now. You can write with the mail program of this computer, or call {numbers}."
            ).format(numbers=numbers)
        return self.tr("This computer has no mail program ready. Write to {email} or call {numbers}.").format(
            email=connection.service_email, numbers=numbers
        )

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self._other_words.setText(self._other_way_words())
        self._write.setText(self.tr("Write with the mail program"))
