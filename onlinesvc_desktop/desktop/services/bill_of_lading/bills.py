# SPDX-License-Identifier: MIT
"""Earlier bills: find one, copy it into a new one, print it and its labels again, cancel it."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QColor

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.drafts import new_key
from onlinesvc_desktop.contract.bill_of_lading import (
    CANCEL_BILL,
    GET_BILL,
    GET_BILL_X12,
    LIST_BILLS,
    Bill,
    BillItem,
    BillQuery,
    BillState,
    CancelBill,
    PrintedWhat,
    PrintItem,
)
from onlinesvc_desktop.contract.bill_reply import ReplyOutcome
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.models.paged import Cursor, Rows
from onlinesvc_desktop.desktop.models.table import Column
from onlinesvc_desktop.desktop.pages.list_panel import ListPanel
from onlinesvc_desktop.desktop.services.bill_of_lading.editors import OWNER
from onlinesvc_desktop.desktop.services.bill_of_lading.paper_actions import PaperActions, PapersOf
from onlinesvc_desktop.desktop.services.bill_of_lading.pickup_start import pickup_of
from onlinesvc_desktop.desktop.services.bill_of_lading.words import state_choices, state_words
from onlinesvc_desktop.desktop.targets import Trace
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.facts import Fact
from onlinesvc_desktop.desktop.widgets.paper_view import PaperView
from onlinesvc_desktop.desktop.words.replies import carrier_reply_words, outcome_words
from onlinesvc_desktop.desktop.workplace import Workplace


class BillsPanel(ListPanel[BillItem]):
    """The customer's bills, the newest first."""

    name = "bills"
    copy_wanted = Signal(object)
    """Carries the ``BillOfLading`` to begin a new one with."""

    def __init__(self, workplace: Workplace) -> None:
        self._whole: Bill | None = None
        self._opening = ""
        super().__init__(workplace, OWNER)
        self.papers = PaperActions(self.owner, self.message, workplace)
        self._copy = TextButton(f"{self.owner}.copyBill")
        self._copy.clicked.connect(self._on_copy)
        self._trace = TextButton(f"{self.owner}.trace")
        self._trace.clicked.connect(self._on_trace)
        self._pickup = TextButton(f"{self.owner}.requestPickup")
        self._pickup.clicked.connect(self._on_pickup)
        self._x12 = TextButton(f"{self.owner}.saveX12")
        self._x12.clicked.connect(self._on_save_x12)
        self._cancel = TextButton(f"{self.owner}.cancelBill")
        self._cancel.clicked.connect(self._on_cancel)
        self._is_sure = False
        self.action_buttons += [self._copy, self._trace, self._pickup, self._x12, self._cancel]
        line = ButtonRow()
        for button in (self._copy, self._pickup, self._trace, self._x12, self._cancel):
            line.add(button)
        self._view = PaperView(f"{self.owner}.viewer")
        self._view.setMinimumHeight(self.fontMetrics().height() * 30)
        self._view.hide()
        self.papers.pages_shown.connect(self._show_pages)
        self.papers.noted.connect(self._take_whole)
        self.detail_column.addWidget(line)
        self.detail_column.addWidget(self.papers)
        self.detail_column.addWidget(self._view)
        self.retranslate_ui()

    @staticmethod
    def title() -> str:
        """Return the name of the tab."""
        return QCoreApplication.translate("BillsPanel", "Earlier bills")

    def states(self) -> list[tuple[str, str]]:
        """Return what the list can be narrowed to."""
        return state_choices()

    def columns(self) -> Sequence[Column[BillItem]]:
        """Return the columns of the table."""
        return (
            Column(lambda: self.tr("Bill"), lambda item: item.bol_number, lambda item: item.bol_number),
            Column(lambda: self.tr("Autopro"), lambda item: item.autopro_number, lambda item: item.autopro_number),
            Column(lambda: self.tr("State"), lambda item: state_words(item.state), lambda item: item.state.value),
            Column(
                lambda: self.tr("Carrier"),
                lambda item: "" if item.carrier is UNSET else outcome_words(item.carrier),
                lambda item: "" if item.carrier is UNSET else item.carrier.value,
                colour=lambda item: self._colour_of(item.carrier),
            ),
            Column(lambda: self.tr("Shipping date"), lambda item: item.ship_date.isoformat(), lambda item: item.ship_date),
            Column(lambda: self.tr("Consignee"), lambda item: item.consignee, lambda item: item.consignee.casefold()),
            Column(lambda: self.tr("To"), lambda item: item.consignee_city, lambda item: item.consignee_city.casefold()),
            Column(
                lambda: self.tr("Units"),
                lambda item: formats.number_words(item.units),
                lambda item: item.units,
                right_aligned=True,
            ),
            Column(lambda: self.tr("Order"), lambda item: item.purchase_order, lambda item: item.purchase_order),
        )

    def fetch(self, client: ApiClient, search: str, state: str, cursor: Cursor) -> Rows[BillItem]:
        """Ask for a page."""
        wanted = BillState(state) if state else UNSET
        return client.send(LIST_BILLS, query=BillQuery(search=search, cursor=cursor, state=wanted))

    def open(self, number: str) -> None:
        """Search the bills for a number and choose the one that has it."""
        self._opening = number
        self._state.setCurrentIndex(0)
        self._search.setText(number)
        self.reload()

    def noted(self, page: Rows[BillItem]) -> None:
        """Choose the bill that was asked for."""
        found = next((item for item in page.items if self._opening in (item.bol_number, item.autopro_number)), None)
        if found is not None:
            self._opening = ""
            self.made(found.id)

    def empty_words(self) -> str:
        """Say that nothing was found."""
        return self.tr("No bills match.")

    def fact_words(self, item: BillItem) -> Sequence[Fact]:
        """Return what there is to know of a bill, with the history of its prints."""
        whole = self._whole if self._whole is not None and self._whole.item.id == item.id else None
        facts = [
            (self.tr("Bill"), item.bol_number),
            (self.tr("Autopro"), item.autopro_number),
            (self.tr("State"), state_words(item.state)),
            *(() if whole is None else self._carrier_facts(whole)),
            (self.tr("Issued"), formats.local_moment_words(item.issued_at)),
            (self.tr("Shipper"), f"{item.shipper}, {item.shipper_city}"),
            (self.tr("Consignee"), f"{item.consignee}, {item.consignee_city}"),
            (self.tr("Units"), formats.number_words(item.units)),
            (self.tr("Pieces"), formats.number_words(item.pieces)),
            (self.tr("Weight"), f"{formats.decimal_text(item.weight_lb)} lb"),
        ]
        facts += [(self.tr("Dangerous goods"), self.tr("Yes"))] if item.dangerous else []
        if whole is not None:
            orders = [one.value for one in whole.content.references if one.type is ReferenceType.PURCHASE_ORDER]
            facts += [(self.tr("Purchase orders"), ", ".join(orders))] if orders else []
            facts += [(formats.local_moment_words(one.at), self._print_words(one)) for one in whole.prints[:12]]
        return facts

    def _carrier_facts(self, whole: Bill) -> list[Fact]:
        """Say what the carrier who takes the goods over replied, the reply that counts first."""
        if whole.replies:
            return [(self.tr("Carrier"), carrier_reply_words(one)) for one in whole.replies[:6]]
        if whole.handed_at is UNSET:
            return []
        when = formats.local_moment_words(whole.handed_at)
        return [(self.tr("Carrier"), self.tr("Handed over {when}, no reply yet").format(when=when))]

    def _colour_of(self, outcome: ReplyOutcome | UnsetType) -> QColor | None:
        return self.workplace.theme.colour(Tone.DANGER) if outcome is ReplyOutcome.REJECTED else None

    def _print_words(self, printed: PrintItem) -> str:
        note = printed.note
        if note.what is PrintedWhat.LABELS:
            return self.tr("Labels {first} to {last}, {code}").format(first=note.first, last=note.last, code=printed.by)
        return self.tr("Bill, copies: {copies}, {code}").format(copies=note.copies, code=printed.by)

    def show_actions(self, item: BillItem) -> None:
        """Offer what can be done with a bill as it stands."""
        self._is_sure = False
        self._view.hide()
        self._view.show_pages([])
        self.papers.set_bill(PapersOf(item.bol_number, item.units))
        for button in (self._cancel, self._pickup):
            button.setVisible(item.state is BillState.ISSUED)
        self._show_x12()
        self._word_cancel()
        self._fetch_whole()

    def _fetch_whole(self) -> None:
        item = self.chosen
        if item is None:
            return
        number = item.bol_number

        def received(outcome: Outcome[Bill]) -> None:
            match outcome:
                case Ok(whole):
                    self._take_whole(whole)
                case Err() if self.chosen is not None:
                    self.message.say(Tone.WARNING, self.workplace.link.words_for(outcome))
                case _:
                    pass

        self.workplace.link.ask(lambda client: client.send(GET_BILL, bol_number=number), received)

    def _take_whole(self, whole: Bill) -> None:
        if self.chosen is not None and self.chosen.bol_number == whole.item.bol_number:
            self._whole = whole
            self._facts.retranslate_ui()
            self._show_x12()

    def _content(self) -> Any:
        whole, item = self._whole, self.chosen
        return whole.content if whole is not None and item is not None and whole.item.id == item.id else None

    def _on_copy(self) -> None:
        content = self._content()
        if content is not None:
            self.copy_wanted.emit(content)

    def _on_trace(self) -> None:
        if self.chosen is not None:
            self.go_wanted.emit(Trace(self.chosen.autopro_number))

    def _on_pickup(self) -> None:
        content = self._content()
        if content is not None:
            self.go_wanted.emit(pickup_of(msgspec.to_builtins(content)))

    def _show_x12(self) -> None:
        """Offer the file for the carrier; of a cancelled bill, what calls it off, if the carrier was ever given it."""
        item = self.chosen
        is_cancelled = item is not None and item.state is BillState.CANCELLED
        whole = self._whole if self._whole is not None and item is not None and self._whole.item.id == item.id else None
        is_called_off = whole is not None and whole.handed_at is not UNSET and whole.cancelled_at is not UNSET
        self._x12.setVisible(not is_cancelled or is_called_off)
        self._x12.setText(
            self.tr("Save the cancellation for the carrier (X12)…")
            if is_cancelled
            else self.tr("Save for the carrier (X12)…")
        )

    def _on_save_x12(self) -> None:
        item = self.chosen
        if item is None:
            return
        number = item.bol_number
        name = f"{number}-cancelled.x12" if item.state is BillState.CANCELLED else f"{number}.x12"
        self.papers.save_file(lambda client: client.file(GET_BILL_X12, bol_number=number), name, self._fetch_whole)

    def _on_cancel(self) -> None:
        """Cancel on the second press: the first one asks."""
        item = self.chosen
        if item is None:
            return
        if not self._is_sure:
            self._is_sure = True
            self._word_cancel()
            return
        self._is_sure = False
        key, number = new_key(), item.bol_number

        def done(_item: BillItem) -> None:
            self.message.say(Tone.SUCCESS, lambda: self.tr("Bill {number} is cancelled.").format(number=number))

        self.act(lambda client: client.send(CANCEL_BILL, CancelBill(), key=key, bol_number=number), done)

    def _word_cancel(self) -> None:
        self._cancel.setText(self.tr("Press again to cancel the bill") if self._is_sure else self.tr("Cancel the bill"))

    def _show_pages(self, pages: Any) -> None:
        self._view.show_pages(pages)
        self._view.show()

    def forget(self) -> None:
        """Keep no bill for whoever comes next."""
        self._whole = None
        self.papers.set_bill(None)
        self._view.show_pages([])

    def retranslate_ui(self) -> None:
        """Set the texts."""
        super().retranslate_ui()
        if not hasattr(self, "_cancel"):
            return
        self.name_table(self.tr("Bills of lading"))
        self._search.setPlaceholderText(self.tr("Search: number, order, consignee, city…"))
        self._copy.setText(self.tr("Copy into a new bill"))
        self._trace.setText(self.tr("Trace it"))
        self._show_x12()
        self._pickup.setText(self.tr("Request a pickup"))
        self._word_cancel()
