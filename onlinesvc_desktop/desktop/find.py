# SPDX-License-Identifier: MIT
"""The find field (Ctrl+K): numbers trace or open, words find a service or a help topic; nothing found offers a way."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit

from onlinesvc_desktop.client.reference_lists import take_numbers
from onlinesvc_desktop.contract.autopro import AutoproFault, parse_autopro
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.limits import MAX_REFERENCE_LENGTH, MIN_REFERENCE_LENGTH
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.session import Profile
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.catalogue import catalogue
from onlinesvc_desktop.desktop.icons import set_icon
from onlinesvc_desktop.desktop.own_numbers import meant_number, own_number
from onlinesvc_desktop.desktop.targets import Explain, Open, Show, Start, Target, Trace, TraceMany
from onlinesvc_desktop.desktop.widgets.panel import Retranslating

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.help.topics import Topic
    from onlinesvc_desktop.desktop.widgets.suggestions import Suggestions

_ALIKE = 0.75
_MEANT = 3


def _is_number(word: str) -> bool:
    return MIN_REFERENCE_LENGTH <= len(word) <= MAX_REFERENCE_LENGTH and any(one.isdigit() for one in word)


class FindField(Retranslating, QLineEdit):
    """Suggest while typing; Enter takes the first suggestion, Escape empties the field."""

    chosen = Signal(object)

    def __init__(self, topics: Callable[[], "Sequence[Topic]"], profile: Callable[[], Profile | None]) -> None:
        super().__init__()
        self.setObjectName("topBar.find")
        self._topics = topics
        self._profile = profile
        self._targets: list[Target | None] = []
        self._suggestions: Suggestions | None = None
        self._action = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        set_icon(self._action, "search", QPalette.ColorRole.PlaceholderText)
        self.textEdited.connect(self._suggest)
        self.returnPressed.connect(self._take_first)
        self.retranslate_ui()

    def _suggest(self, text: str) -> None:
        from onlinesvc_desktop.desktop.widgets.suggestions import MOST_SUGGESTIONS, Suggestions

        found = self._matches(text)[:MOST_SUGGESTIONS]
        self._targets = [target for target, _ in found]
        if self._suggestions is None:
            self._suggestions = Suggestions(self)
            self._suggestions.popup.clicked.connect(self._activate)
        self._suggestions.show([words for _, words in found])

    def _matches(self, text: str) -> Sequence[tuple[Target | None, str]]:
        """Return what to choose from; a line without a target says that nothing was found."""
        words = folded(text).split()
        if not words:
            return []
        hint = self._hint(text)
        found = [
            *self._own_number(text),
            *self._numbers_in(text),
            *([] if hint is None else [(None, hint)]),
            *self._named(words),
        ]
        if found:
            return found
        meant = self._named([self._nearest(word) for word in words])
        nothing: list[tuple[Target | None, str]] = [(None, self.tr("Nothing found for “{text}”").format(text=text.strip()))]
        offers: list[tuple[Target | None, str]] = [*meant[:_MEANT]]
        if MIN_REFERENCE_LENGTH <= len(text.strip()) <= MAX_REFERENCE_LENGTH:
            words_for = self.tr("Trace “{text}” as a bill of lading or order number").format(text=text.strip())
            offers.append((TraceMany((text.strip(),)), words_for))
        return [*nothing, *offers, (Open(Service.CONTACT), self.tr("Ask customer service"))]

    def _own_number(self, text: str) -> list[tuple[Target | None, str]]:
        """Return where the number of a claim, a quote or a pickup opens, for whoever finds that service at all."""
        target = own_number(text)
        if target is None or not any(one.where is target.where and one.is_shown_to(self._profile()) for one in catalogue()):
            return []
        match target.where:
            case Service.CLAIMS:
                words = self.tr("Open claim {number}")
            case Service.RATE_QUOTE:
                words = self.tr("Open quote {number}")
            case _:
                words = self.tr("Open pickup {number}")
        return [(target, words.format(number=target.number))]

    def _hint(self, text: str) -> str | None:
        """Say what a number looks like that seems to be meant."""
        match meant_number(text):
            case Service.CLAIMS:
                return self.tr("The number of a claim is C and nine digits")
            case Service.RATE_QUOTE:
                return self.tr("The number of a quote is Q and nine digits")
            case Service.PICKUP:
                return self.tr("The number of a pickup is P and eleven digits")
            case _:
                return None

    def _bill(self, number: str) -> list[tuple[Target, str]]:
        """Offer the own bill of lading of a number, to whoever is signed in and ships."""
        profile = self._profile()
        if profile is None or not profile.has(Service.BILL_OF_LADING.right):
            return []
        return [
            (Show(Service.BILL_OF_LADING, number.upper()), self.tr("Open bill of lading {number}").format(number=number))
        ]

    def _papers(self, number: str) -> list[tuple[Target, str]]:
        """Offer the invoice of a number, to whoever sees invoices, and the documents of what it stands for."""
        profile = self._profile()
        if profile is None:
            return []
        documents = self.tr("Documents of {number}").format(number=number)
        found: list[tuple[Target, str]] = [(Start(Service.DOCUMENTS, {"references": number}), documents)]
        if profile.has(Service.INVOICES.right):
            invoice = self.tr("Open invoice {number}").format(number=number)
            found.insert(0, (Show(Service.INVOICES, number.upper()), invoice))
        return found

    def _numbers_in(self, text: str) -> list[tuple[Target, str]]:
        number = parse_autopro(text)
        if not isinstance(number, AutoproFault):
            traced = (Trace(number), self.tr("Trace {number}").format(number=formats.autopro_display(number)))
            return [traced, *self._bill(number), *self._papers(number)]
        numbers = take_numbers(text).numbers
        if not any(character.isdigit() for character in text) or not all(map(_is_number, numbers)) or not numbers:
            return []
        if len(numbers) == 1:
            traced_as_any = (TraceMany(numbers), self.tr("Trace {number}").format(number=numbers[0]))
            own = [] if own_number(text) else [*self._bill(numbers[0]), *self._papers(numbers[0])]
            return [traced_as_any, *own]
        return [(TraceMany(numbers), self.tr("Trace %n number(s)", "", len(numbers)))]

    def _nearest(self, word: str) -> str:
        """Return the word of a title or description that was meant, for a slip or two in typing."""
        from difflib import get_close_matches

        titles = [f"{entry.title()} {entry.description()}" for entry in catalogue()]
        titles += [topic.title for topic in self._topics()]
        known = {one.strip(".,?!") for title in titles for one in folded(title).split()}
        return next(iter(get_close_matches(word, known, n=1, cutoff=_ALIKE)), word)

    def _named(self, words: Sequence[str]) -> list[tuple[Target, str]]:
        """Return the services and help topics in which every word stands; a service of that name first."""
        named: list[tuple[Target, str]] = []
        described: list[tuple[Target, str]] = []
        for entry in catalogue():
            if entry.group is None or not entry.is_shown_to(self._profile()):
                continue
            title = entry.title()
            if all(word in folded(title) for word in words):
                named.append((Open(entry.where), title))
            elif all(word in folded(f"{title} {entry.description()}") for word in words):
                described.append((Open(entry.where), title))
        in_title: list[tuple[Target, str]] = []
        in_text: list[tuple[Target, str]] = []
        for topic in self._topics():
            hit: tuple[Target, str] = (Explain(topic.key), self.tr("Help: {title}").format(title=topic.title))
            if all(word in folded(topic.title) for word in words):
                in_title.append(hit)
            elif topic.has(words):
                in_text.append(hit)
        return named + described + in_title + in_text

    def _take_first(self) -> None:
        row = -1 if self._suggestions is None else self._suggestions.chosen_row()
        if row < 0:
            self._suggest(self.text())
            row = 0
        self._choose(row)

    def _activate(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._targets):
            self.setProperty("wrong", bool(self.text()))
            return
        target = self._targets[row]
        if target is None:
            return
        self._empty()
        self.chosen.emit(target)

    def _empty(self) -> None:
        if self._suggestions is not None:
            self._suggestions.popup.hide()
        self._targets = []
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape; an empty one leaves it to what is nearest."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
            return
        super().keyPressEvent(event)

    def retranslate_ui(self) -> None:
        """Set the texts."""
        self.setPlaceholderText(self.tr("Find a shipment, a service or help (Ctrl+K)"))
        self.setAccessibleName(self.tr("Find a shipment, a service or help (Ctrl+K)"))
        self._action.setText(self.tr("Find"))
        self.setToolTip(
            self.tr(
                "Numbers trace shipments, one or many, or open a claim, a quote, a pickup, a bill, an invoice or documents;"
                " words find a service or help."
            )
        )
