# SPDX-License-Identifier: MIT
"""Partners: how each writes, and senders whom nobody has looked at yet, adopted with one step."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.paging import Page
from onlinesvc_desktop.contract.partners import (
    ADD_PARTNER,
    CHANGE_PARTNER,
    LIST_PARTNERS,
    REMOVE_PARTNER,
    PartnerItem,
    PartnerProfile,
    PartnerQuery,
    PartnerState,
)
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.administration.partner_form import PartnerForm
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.panel import label
from onlinesvc_desktop.desktop.words.administration import partner_state_words
from onlinesvc_desktop.desktop.workplace import Workplace


class PartnersPanel(ListPanel[PartnerItem]):
    """All partners, the newest first."""

    name = "partners"
    queue = "partners"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._key = new_key()
        self._new = TextButton(f"{self.owner}.new")
        self._new.clicked.connect(self._on_new)
        self.bar.addWidget(self._new)
        self._lead = label("muted", wrap=True)
        self._form = PartnerForm(self.owner)
        self._save = TextButton(f"{self.owner}.save", "primary")
        self._remove = TextButton(f"{self.owner}.remove")
        self._save.clicked.connect(self._on_save)
        self._form.submitted.connect(self._save.click)
        self._remove.clicked.connect(self._on_remove)
        self.add_actions(self._save, self._remove)
        self.detail_column.addWidget(self._lead)
        self.fill_detail(self._form)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("PartnersPanel", "Partners")

    def columns(self) -> Sequence[Column[PartnerItem]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Name"), lambda item: item.profile.name, lambda item: item.profile.name.casefold()),
            Column(lambda: self.tr("Sender"), _sender_words, _sender_words),
            Column(lambda: self.tr("Status"), lambda item: partner_state_words(item.state), lambda item: item.state.value),
            Column(
                lambda: self.tr("Last file"),
                lambda item: item.last_file,
                lambda item: item.last_file.casefold(),
            ),
        )

    def states(self) -> list[tuple[str, str]]:
        """Return the choices of the filter."""
        return [("", self.tr("All partners"))] + [(state.value, partner_state_words(state)) for state in PartnerState]

    def fetch(self, client: ApiClient, search: str, state: str, cursor: str | UnsetType) -> Page[PartnerItem]:
        """Ask for a page."""
        wanted = PartnerState(state) if state else UNSET
        return client.send(LIST_PARTNERS, query=PartnerQuery(search=search, cursor=cursor, state=wanted))

    def empty_words(self) -> str:
        """Say that nobody was found."""
        return self.tr("No partners match.")

    def fact_words(self, item: PartnerItem) -> Sequence[Fact]:
        """Return what is known of a partner beside its profile."""
        facts = [(self.tr("Status"), partner_state_words(item.state))]
        if item.files:
            facts.append((self.tr("Files before it was adopted"), formats.number_words(item.files)))
            facts.append((self.tr("Last file"), item.last_file))
        if item.first_at is not UNSET:
            facts.append((self.tr("Known since"), formats.local_moment_words(item.first_at)))
        return facts

    def is_same(self, before: PartnerItem, now: PartnerItem) -> bool:
        """Keep what is typed while more files of a sender come in."""
        return (before.id, before.state, before.profile) == (now.id, now.state, now.profile)

    def show_actions(self, item: PartnerItem) -> None:
        """Show the profile, to be changed unless it lies in a file."""
        self._begin(msgspec.to_builtins(item.profile))
        is_ours = item.state is not PartnerState.FROM_FILE
        self._form.setEnabled(is_ours)
        self._save.setVisible(is_ours)
        self._remove.setVisible(is_ours)

    def _begin(self, profile: dict[str, Any]) -> None:
        self._key = new_key()
        self._form.setEnabled(True)
        self._form.fill(profile)
        self._save.setVisible(True)
        self._remove.setVisible(False)
        self.retranslate_ui()

    def _on_new(self) -> None:
        self.choose_nothing()
        self._begin({})
        self.show_beside()
        self._form.setFocus()

    def _on_save(self) -> None:
        item, key = self.chosen, self._key
        try:
            profile = from_values(self._form.profile(), PartnerProfile)
        except msgspec.ValidationError as error:
            self._form.show_problems([_problem_of(error)])
            return

        def work(client: ApiClient) -> PartnerItem:
            if item is None:
                return client.send(ADD_PARTNER, profile, key=key)
            return client.send(CHANGE_PARTNER, profile, id=item.id)

        def done(saved: PartnerItem) -> None:
            self.made(saved.id)
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("Saved: files of {name} are read like this from now on.").format(name=saved.profile.name),
            )

        self.act(work, done)

    def _on_remove(self) -> None:
        item = self.chosen
        if item is None:
            return

        def done(_: None) -> None:
            self.message.say(
                Tone.SUCCESS,
                lambda: self.tr("{name} is removed. The next file from there comes from an unknown sender.").format(
                    name=item.profile.name
                ),
            )

        self.act(lambda client: client.send(REMOVE_PARTNER, id=item.id), done)

    def show_fault(self, outcome: Err) -> bool:
        """Show what is wrong beside its field."""
        match outcome.fault:
            case Invalid(problems):
                self._form.show_problems(problems)
                return True
            case _:
                self._key = new_key()
                return False

    def forget(self) -> None:
        """Empty the form."""
        self._begin({})

    def _lead_words(self) -> str:
        match None if self.chosen is None else self.chosen.state:
            case PartnerState.UNKNOWN:
                return self.tr(
                    "Files from here go in: with nine digits, and without giving any customer a shipment."
                    " Say how this sender writes, or adopt it as it is."
                )
            case PartnerState.FROM_FILE:
                return self.tr("This profile lies as a file in the drop folder, under partners, and is changed there.")
            case _:
                return self.tr("What you leave empty is read in the usual way.")

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        self.name_table(self.tr("Partners who send files"))
        self._new.setText(self.tr("New partner"))
        is_unknown = self.chosen is not None and self.chosen.state is PartnerState.UNKNOWN
        self._save.setText(self.tr("Adopt this sender") if is_unknown else self.tr("Save the profile"))
        self._remove.setText(self.tr("Remove"))
        self._lead.setText(self._lead_words())


def _sender_words(item: PartnerItem) -> str:
    return ", ".join((*item.profile.senders, *item.profile.file_names))


def _problem_of(error: msgspec.ValidationError) -> FieldProblem:
    """Return the member that a message refuses, as the server would say it."""
    _, _, path = str(error).rpartition("$.")
    return FieldProblem(f"/{path.strip('`').partition('[')[0].partition('.')[0]}", FieldCode.MALFORMED)
