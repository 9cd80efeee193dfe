# SPDX-License-Identifier: MIT
"""Today on the home page: each number opens its list (services.md 3)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import UNSET
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.invoices import Chosen
from onlinesvc_desktop.contract.pickup import PickupState
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.today import ShipmentPart, Today
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.services import CATALOGUE
from onlinesvc_desktop.desktop.targets import Open, Place, Start, Target
from onlinesvc_desktop.desktop.today import TodayCounts
from onlinesvc_desktop.desktop.widgets.button_row import ButtonRow
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.card import card
from onlinesvc_desktop.desktop.widgets.panel import Panel, label, tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.pickups import state_words
from onlinesvc_desktop.desktop.words.today import TodayWords
from onlinesvc_desktop.desktop.workplace import Workplace

TODAY_TAB: Final = "today"
_UNSENT: Final = "unsent"
_OPENS: Final[dict[str, Target]] = {
    **{part.value: Open(Service.SHIPMENT_REPORT, part.value) for part in ShipmentPart},
    "pickups": Open(Service.PICKUP, TODAY_TAB),
    _UNSENT: Open(Place.UNSENT),
    "invoices": Start(Service.INVOICES, {"state": Chosen.PAST_DUE.value}),
    "claims": Open(Service.CLAIMS, TODAY_TAB),
    "notices": Open(Service.CLAIMS, "notices"),
}
"""Where each number leads, in the order in which they stand; what a service adds to ``GET /v1/today`` is one line here."""
_QUEUE_TABS: Final = {"pickup": "pickups"}
_ONE_DAY: Final = timedelta(days=1)


class TodayPanel(Panel):
    """Numbers as buttons, in as many lines as they need; hidden while nobody is signed in."""

    go_wanted = Signal(object)
    """Carries a ``Target``."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("home.today")
        self._workplace = workplace
        self._open_work = workplace.open_work
        self._counts = TodayCounts(workplace.link, workplace.session, workplace.watch_list, workplace.now)
        self._heading = label("title")
        self._row = ButtonRow()
        self._buttons: dict[str, TextButton] = {}
        for name, target in (*_OPENS.items(), *_queues()):
            button = TextButton(f"home.today.{name}")
            button.clicked.connect(lambda _checked=False, target=target: self.go_wanted.emit(target))
            button.hide()
            self._buttons[name] = button
            self._row.add(button)
        self._calm = label("muted", wrap=True)
        self._calm.setObjectName("home.today.calm")
        self._note = label("muted", wrap=True)
        self._note.setObjectName("home.today.note")
        frame, column = card(10)
        column.addWidget(self._heading)
        column.addWidget(self._row)
        column.addWidget(self._calm)
        column.addWidget(self._note)
        tight(QVBoxLayout(self)).addWidget(frame)
        self._counts.changed.connect(self.retranslate_ui)
        self._open_work.changed.connect(self.retranslate_ui)
        workplace.unsent.changed.connect(self._on_unsent)
        workplace.session.changed.connect(self.retranslate_ui)
        self._counts.show_on(self)
        self.retranslate_ui()

    def _on_unsent(self) -> None:
        """Count what waits; what was sent may be a pickup of today."""
        self._counts.look()
        self.retranslate_ui()

    def _said(self) -> Iterator[tuple[str, str]]:
        """Return the names and words of everything to be looked at."""
        waiting = len(self._workplace.unsent.items)
        if waiting:
            yield _UNSENT, Counted().not_sent_yet(waiting)
        profile = self._workplace.session.open_profile
        if profile is not None and profile.role is Role.ADMINISTRATOR:
            for entry in CATALOGUE:
                for queue, words in entry.open_work.items():
                    if count := self._open_work.count(queue):
                        yield f"waiting.{queue}", words(count)
        elif self._counts.today is not None:
            yield from _words_of(self._counts.today)

    def retranslate_ui(self) -> None:
        """Set the texts; show what there is, or that there is nothing."""
        profile = self._workplace.session.open_profile
        self.setVisible(profile is not None)
        said = {} if profile is None else dict(self._said())
        for name, button in self._buttons.items():
            words = said.get(name, "")
            button.setText(words.replace("&", "&&"))
            button.setAccessibleName(words)
            button.setAccessibleDescription(self.tr("Opens the list") if words else "")
            button.setVisible(bool(words))
        is_administrator = profile is not None and profile.role is Role.ADMINISTRATOR
        is_known = self._open_work.is_known if is_administrator else self._counts.today is not None
        self._heading.setText(self.tr("Today"))
        self._row.setVisible(bool(said))
        self._calm.setText(self.tr("Nothing needs a look today.") if is_known and not said else "")
        self._calm.setVisible(bool(self._calm.text()))
        note = "" if profile is None else self._copy_words() if is_administrator else self._looked_at_words()
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _looked_at_words(self) -> str:
        today = self._counts.today
        return "" if today is None or not today.shipments_looked_at else TodayWords().looked_at(today.shipments_looked_at)

    def _copy_words(self) -> str:
        """Say when the data was last copied."""
        if not self._open_work.is_known:
            return ""
        last = self._open_work.last_copy
        if last is UNSET:
            return self.tr("The server makes no copies of its data, or none is there yet.")
        day = formats.full_date_words(last)
        if not self._is_fresh(last):
            return self.tr("The data was last copied on {day}. A copy is due every day: look at the server.").format(day=day)
        return self.tr("The data was last copied on {day}.").format(day=day)

    def _is_fresh(self, last: date) -> bool:
        return last >= self._workplace.now().date() - _ONE_DAY


def _queues() -> Iterator[tuple[str, Target]]:
    """Return what may wait for an administrator, each with its tab."""
    for entry in CATALOGUE:
        for queue in entry.open_work:
            yield f"waiting.{queue}", Open(Service.ADMINISTRATION, _QUEUE_TABS.get(queue, queue))


def _words_of(today: Today) -> Iterator[tuple[str, str]]:
    """Return what the counts of the server say; the states of one kind stand together."""
    counts = Counter[str]()
    states: dict[str, list[str]] = {}
    for one in today.counts:
        counts[one.name] += one.count
        if one.state:
            words = f"{formats.number_words(one.count)} {state_words(PickupState(one.state)).lower()}"
            states.setdefault(one.name, []).append(words)
    for name, count in counts.items():
        words = TodayWords().of(name, count)
        if words and name in _OPENS:
            yield name, f"{words}: {', '.join(states[name])}" if name in states else words
