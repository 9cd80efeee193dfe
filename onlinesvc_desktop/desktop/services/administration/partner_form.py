# SPDX-License-Identifier: MIT
"""The form of a partner's profile: whom it is for, where numbers stand and how long they are, what is left out."""

import re
from collections.abc import Mapping
from typing import Any

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.partners import LONGEST_NUMBER, SHORTEST_NUMBER
from onlinesvc_desktop.desktop.widgets.editors.choice import Check
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry, Form

_LONGEST_LIST = 600
_STATUS_LINES = 3
_LENGTH_DIGITS = 2


class Words(Line):
    """Several words in one line, parted by commas or blanks; each once, in upper case if they are codes."""

    def __init__(self, object_name: str, parted_by: str, are_codes: bool = True) -> None:
        super().__init__(object_name, _LONGEST_LIST)
        self._parted_by = parted_by
        self._are_codes = are_codes

    def value(self) -> Any:
        """Return the words."""
        text = self.text().upper() if self._are_codes else self.text()
        return list(dict.fromkeys(word.strip() for word in re.split(self._parted_by, text) if word.strip()))

    def fill(self, value: Any) -> None:
        """Put words in."""
        super().fill(", ".join(value or ()))


class Code(Line):
    """A code in upper case."""

    def value(self) -> str:
        """Return the code."""
        return self.text().strip().upper()


class Length(Line):
    """How many characters; nothing when nobody says so."""

    def __init__(self, object_name: str) -> None:
        super().__init__(object_name, _LENGTH_DIGITS)

    def value(self) -> Any:
        """Return the number; 0 for what is none, which no length is."""
        text = self.text().strip()
        return int(text) if text.isascii() and text.isdigit() else 0 if text else None


class StatusPairs(TextArea):
    """A status code of theirs and one of ours in each line, as ``OD = X6``."""

    def value(self) -> Any:
        """Return the pairs; a line without both has an empty half, which is refused with its field."""
        pairs = (line.partition("=") for line in self.toPlainText().splitlines() if line.strip())
        return [{"theirs": theirs.strip(), "ours": ours.strip().upper()} for theirs, _, ours in pairs]

    def fill(self, value: Any) -> None:
        """Put pairs in."""
        super().fill("\n".join(f"{pair['theirs']} = {pair['ours']}" for pair in value or ()))


class PartnerForm(Form):
    """Its value is a profile as JSON has it on the wire."""

    def __init__(self, owner: str) -> None:
        lengths = {"shortest": SHORTEST_NUMBER, "longest": LONGEST_NUMBER}
        super().__init__(
            [
                Entry("name", Line(f"{owner}.name", limits.MAX_SHORT_TEXT), lambda: self.tr("Name"), True),
                Entry(
                    "country",
                    Code(f"{owner}.country", 2),
                    lambda: self.tr("Country of their places"),
                    hint=lambda: self.tr("Where the province does not tell it: CA, US."),
                ),
                Entry(
                    "senders",
                    Words(f"{owner}.senders", r"[,;]"),
                    lambda: self.tr("ISA qualifier and identification"),
                    wide=True,
                    hint=lambda: self.tr("For X12, such as 02:KWAY; several with commas."),
                ),
                Entry(
                    "file_names",
                    Words(f"{owner}.fileNames", r"[,;]", are_codes=False),
                    lambda: self.tr("Names of their tables"),
                    wide=True,
                    hint=lambda: self.tr("For CSV and workbooks, such as canpar*.csv; several with commas."),
                ),
                Entry(
                    "shortest",
                    Length(f"{owner}.shortest"),
                    lambda: self.tr("Shortest number"),
                    hint=lambda: self.tr(
                        "Of their own numbers, beside our nine digits: {shortest} to {longest} characters."
                    ).format(**lengths),
                ),
                Entry("longest", Length(f"{owner}.longest"), lambda: self.tr("Longest number")),
                Entry(
                    "strip",
                    Line(f"{owner}.strip", limits.MAX_SHORT_TEXT),
                    lambda: self.tr("To be cut off in front of the number"),
                ),
                Entry(
                    "number_in",
                    Words(f"{owner}.numberIn", r"[,;\s]"),
                    lambda: self.tr("Where the number stands"),
                    hint=lambda: self.tr("Such as B10-01, L11*CN; empty for the usual places."),
                ),
                Entry(
                    "zone",
                    Code(f"{owner}.zone", 2),
                    lambda: self.tr("Time zone"),
                    hint=lambda: self.tr("ET, CT, MT, PT, AT, NT or UT; empty for the time of each place."),
                ),
                Entry(
                    "signature",
                    Code(f"{owner}.signature", limits.MAX_SHORT_TEXT),
                    lambda: self.tr("Where the receiver’s name stands"),
                    hint=lambda: self.tr("K1, or such as L11*PD."),
                ),
                Entry(
                    "statuses",
                    StatusPairs(f"{owner}.statuses", _STATUS_LINES),
                    lambda: self.tr("Their status codes"),
                    wide=True,
                    hint=lambda: self.tr("One a line, theirs first: OD = X6."),
                ),
                Entry(
                    "names_customers",
                    Check(f"{owner}.namesCustomers", lambda: self.tr("The party codes are our customer numbers")),
                    lambda: self.tr("Customers"),
                    wide=True,
                    hint=lambda: self.tr("Only then does a file give a customer its shipments."),
                ),
            ]
        )

    def profile(self) -> Mapping[str, Any]:
        """Return what is filled in; a missing name goes along, to be refused at its field."""
        return {"name": ""} | self.value()
