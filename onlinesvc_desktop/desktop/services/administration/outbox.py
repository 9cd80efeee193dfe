# SPDX-License-Identifier: MIT
"""The outbox: e-mails that wait, went or failed; try again, or save one as a file for a site without mail."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.outbox import (
    LIST_OUTBOX,
    RETRY_MAIL,
    SAVE_MAIL,
    MailFile,
    MailState,
    OutboxItem,
    OutboxPage,
    OutboxQuery,
)
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.language import own_name
from onlinesvc_desktop.desktop.models.paged import Rows
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.file_dialogs import file_to_save
from onlinesvc_desktop.desktop.widgets.panel import label
from onlinesvc_desktop.desktop.words.administration import mail_error_words, mail_kind_words, mail_state_words
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import try_write_whole


class OutboxPanel(ListPanel[OutboxItem]):
    """All e-mails, the newest first."""

    name = "outbox"
    queue = "outbox"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._mail_server = True
        self._no_server = label("muted", wrap=True)
        self._retry = TextButton(f"{self.owner}.retry", "primary")
        self._save = TextButton(f"{self.owner}.save")
        self._retry.clicked.connect(self._on_retry)
        self._save.clicked.connect(self._on_save)
        self.add_actions(self._retry, self._save)
        self.detail_column.addWidget(self._no_server)
        self.detail_column.addStretch(1)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("OutboxPanel", "Outbox")

    def columns(self) -> Sequence[Column[OutboxItem]]:
        """Return the columns of the table."""
        return (
            Column(
                lambda: self.tr("To"),
                lambda item: item.recipient,
                lambda item: item.recipient.casefold(),
            ),
            Column(
                lambda: self.tr("About"),
                lambda item: mail_kind_words(item.kind),
                lambda item: item.kind.value,
            ),
            Column(
                lambda: self.tr("Written"),
                lambda item: formats.age_words(item.created_at, self.workplace.now()),
                lambda item: item.created_at.timestamp(),
                lambda item: formats.local_moment_words(item.created_at),
            ),
            Column(
                lambda: self.tr("Status"),
                lambda item: mail_state_words(item.state),
                lambda item: item.state.value,
            ),
            Column(
                lambda: self.tr("Why it was not sent"),
                lambda item: mail_error_words(item.error),
                lambda item: item.error,
            ),
        )

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [("", self.tr("All e-mails"))] + [(state.value, mail_state_words(state)) for state in MailState]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> OutboxPage:
        """Ask for a page."""
        wanted = MailState(state) if state else UNSET
        return client.send(LIST_OUTBOX, query=OutboxQuery(search=search, cursor=cursor, state=wanted))

    def noted(self, page: Rows[OutboxItem]) -> None:
        """Remember whether a mail server is there."""
        assert isinstance(page, OutboxPage)
        self._mail_server = page.mail_server

    def empty_words(self) -> str:
        """Say that there is none."""
        return self.tr("No e-mails match.")

    def fact_words(self, item: OutboxItem) -> Sequence[Fact]:
        """Return what became of an e-mail."""
        facts = [
            (self.tr("To"), item.recipient),
            (self.tr("About"), mail_kind_words(item.kind)),
            (self.tr("Status"), mail_state_words(item.state)),
            (self.tr("Written"), formats.local_moment_words(item.created_at)),
            (self.tr("Language"), own_name(item.language)),
            (self.tr("Attempts"), formats.number_words(item.attempts)),
        ]
        if item.access_code:
            facts.append((self.tr("Access code"), item.access_code))
        if item.sent_at is not UNSET:
            facts.append((self.tr("Sent"), formats.local_moment_words(item.sent_at)))
        if item.next_attempt_at is not UNSET and self._mail_server:
            facts.append((self.tr("Next attempt"), formats.local_moment_words(item.next_attempt_at)))
        if item.error:
            facts.append((self.tr("Why it was not sent"), mail_error_words(item.error)))
        return facts

    def show_actions(self, item: OutboxItem) -> None:
        """Offer what helps an e-mail that is still here."""
        self._retry.setVisible(item.state in (MailState.WAITING, MailState.FAILED) and self._mail_server)
        self._save.setVisible(item.state is not MailState.SENT)
        self._no_server.setVisible(not self._mail_server)

    def _on_retry(self) -> None:
        item = self.chosen
        if item is None:
            return

        def done(_item: OutboxItem) -> None:
            self.message.say(Tone.INFO, lambda: self.tr("Trying again now. Refresh to see the result."))

        self.act(lambda client: client.send(RETRY_MAIL, id=item.id), done)

    def _on_save(self) -> None:
        item = self.chosen
        if item is None:
            return
        name = f"{item.kind.value.replace('_', '-')}-{item.id}.eml"
        chosen = file_to_save(self, self.workplace.settings, self.tr("Save as a file"), name, self.tr("E-mail (*.eml)"))
        if chosen is None:
            return
        file, _ = chosen

        def work(client: ApiClient) -> MailFile | None:
            mail = client.send(SAVE_MAIL, id=item.id)
            return mail if try_write_whole(file, mail.content) else None

        def done(mail: MailFile | None) -> None:
            if mail is None:
                self.message.say(
                    Tone.WARNING,
                    lambda: self.tr("{file} could not be written. Save it again, in another folder.").format(file=file),
                )
            else:
                self.message.say(
                    Tone.SUCCESS,
                    lambda: self.tr("Saved as {file}. Open it in a mail program to send it.").format(file=file),
                    saved=file,
                )

        self.act(work, done)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Outbox"))
        self._retry.setText(self.tr("Try again now"))
        self._save.setText(self.tr("Save as a file…"))
        self._no_server.setText(
            self.tr(
                "This site has no mail server, so every e-mail waits here. Save it as a file, open that in a mail program"
                " and send it."
            )
        )
