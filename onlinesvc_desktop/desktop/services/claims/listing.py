# SPDX-License-Identifier: MIT
"""The columns and the sentences of the list of one's claims."""

from collections.abc import Sequence

from msgspec import UNSET
from PySide6.QtCore import QObject

from onlinesvc_desktop.contract.claims import Claim
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.models.shipments import Now
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_page import ListWords
from onlinesvc_desktop.desktop.services.claims.words import days_words, door_words, money_or_dash, next_words, state_words
from onlinesvc_desktop.desktop.words.counted import Counted


class ClaimListing(QObject):
    """Words of a table; an object for its translations."""

    def __init__(self, now: Now) -> None:
        super().__init__()
        self._now = now

    def columns(self) -> Sequence[Column[Claim]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Number"), lambda one: one.claim_number, lambda one: one.claim_number),
            Column(
                lambda: self.tr("Autopro number"),
                lambda one: formats.autopro_display(one.outlook.autopro_number),
                lambda one: one.outlook.autopro_number,
                value=lambda one: one.outlook.autopro_number,
            ),
            Column(lambda: self.tr("Type"), lambda one: door_words(one.door), lambda one: one.door.value),
            Column(lambda: self.tr("Status"), lambda one: state_words(one.state), lambda one: one.state.value),
            Column(
                lambda: self.tr("Received on"),
                lambda one: formats.local_day_words(one.submitted_at),
                lambda one: one.submitted_at.timestamp(),
                value=lambda one: one.submitted_at,
                unit=lambda: "UTC",
            ),
            Column(
                lambda: self.tr("Days left for the claim"),
                lambda one: days_words(one, self._now()),
                lambda one: one.deadlines.claim_by,
                right_aligned=True,
            ),
            Column(
                lambda: self.tr("Claimed"),
                lambda one: money_or_dash(one.claimed, one.currency),
                lambda one: "" if one.claimed is UNSET else one.claimed.zfill(14),
                right_aligned=True,
            ),
            Column(lambda: self.tr("What is next"), next_words, next_words),
        )

    def words(self) -> ListWords:
        """Return the sentences of the list."""
        return ListWords(
            title=lambda: self.tr("Claims"),
            name=lambda: self.tr("Your claims, the newest first; the chosen one is shown below"),
            so_far=lambda rows: Counted().lines(rows),
            empty=lambda: self.tr("No claims yet. Give notice with the autopro number alone."),
            some_of=lambda shown, rows: self.tr("{shown} of {rows}").format(shown=shown, rows=rows),
            all_of=lambda rows: Counted().lines(rows),
        )
