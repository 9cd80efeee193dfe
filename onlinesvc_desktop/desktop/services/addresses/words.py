# SPDX-License-Identifier: MIT
"""Words of the files of the address book: their headings, and what becomes of their lines."""

from collections.abc import Mapping
from typing import Final

import msgspec

from onlinesvc_desktop.contract.address import CARRIER_XML_ROOM
from onlinesvc_desktop.contract.addresses import Duplicates, LineKnown, LineLong, LineRejected
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_HEADINGS: Final = {
    "name": QT_TRANSLATE_NOOP("AddressFile", "Name"),
    "code": QT_TRANSLATE_NOOP("AddressFile", "Code"),
    "attention": QT_TRANSLATE_NOOP("AddressFile", "Attention"),
    "address1": QT_TRANSLATE_NOOP("AddressFile", "Address 1"),
    "address2": QT_TRANSLATE_NOOP("AddressFile", "Address 2"),
    "unit": QT_TRANSLATE_NOOP("AddressFile", "Unit"),
    "city": QT_TRANSLATE_NOOP("AddressFile", "City"),
    "province": QT_TRANSLATE_NOOP("AddressFile", "Province or state"),
    "postal_code": QT_TRANSLATE_NOOP("AddressFile", "Postal code"),
    "country": QT_TRANSLATE_NOOP("AddressFile", "Country"),
    "telephone": QT_TRANSLATE_NOOP("AddressFile", "Telephone"),
    "extension": QT_TRANSLATE_NOOP("AddressFile", "Extension"),
    "email": QT_TRANSLATE_NOOP("AddressFile", "E-mail"),
    "language": QT_TRANSLATE_NOOP("AddressFile", "Language"),
    "opens": QT_TRANSLATE_NOOP("AddressFile", "Opens at"),
    "closes": QT_TRANSLATE_NOOP("AddressFile", "Closes at"),
    "dock": QT_TRANSLATE_NOOP("AddressFile", "Dock"),
    "tailgate": QT_TRANSLATE_NOOP("AddressFile", "Tailgate"),
    "residential": QT_TRANSLATE_NOOP("AddressFile", "Private residence"),
    "limited_access": QT_TRANSLATE_NOOP("AddressFile", "Limited access"),
    "accessorials": QT_TRANSLATE_NOOP("AddressFile", "Additional services"),
    "customs_broker": QT_TRANSLATE_NOOP("AddressFile", "Customs broker"),
    "instructions": QT_TRANSLATE_NOOP("AddressFile", "Instructions"),
    "shared": QT_TRANSLATE_NOOP("AddressFile", "Shared"),
}
"""Known to the import in both languages."""
_POLICIES: Final = {
    Duplicates.SKIP: QT_TRANSLATE_NOOP("AddressFile", "Leave as it is"),
    Duplicates.FILL_BLANKS: QT_TRANSLATE_NOOP("AddressFile", "Fill blanks"),
    Duplicates.OVERWRITE: QT_TRANSLATE_NOOP("AddressFile", "Overwrite"),
    Duplicates.ASK: QT_TRANSLATE_NOOP("AddressFile", "Ask for each line"),
}


def export_headings() -> Mapping[str, str]:
    """Return the headings of a file in the current language, by the member that stands below each."""
    from PySide6.QtCore import QCoreApplication

    return {name: QCoreApplication.translate("AddressFile", words) for name, words in _HEADINGS.items()}


def policy_choices() -> list[tuple[str, str]]:
    """Return what may become of lines that are in the book already."""
    from PySide6.QtCore import QCoreApplication

    return [(policy.value, QCoreApplication.translate("AddressFile", _POLICIES[policy])) for policy in _POLICIES]


def reason_words(line: LineRejected) -> str:
    """Return every reason why a line cannot be an entry."""
    from onlinesvc_desktop.desktop.words.fields import problem_words

    headings = export_headings()
    parts = []
    for problem in line.problems:
        name = problem.pointer.removeprefix("/").split("/")[0]
        words = problem_words(problem)
        parts.append(_named(headings[name], words) if name in headings else words)
    return " ".join(parts)


def long_words(line: LineLong) -> str:
    """Return which members have how many characters, and for how many there is room."""
    from PySide6.QtCore import QCoreApplication

    headings = export_headings()
    words = QCoreApplication.translate("AddressFile", "{length} characters, {room} fit")
    return "; ".join(
        _named(headings[name], words.format(length=length, room=CARRIER_XML_ROOM[name]))
        for name, length in line.lengths.items()
        if name in CARRIER_XML_ROOM
    )


def differing_words(line: LineKnown) -> str:
    """Return where a line differs from the book: what stands there, and what the file says."""
    headings = export_headings()
    standing, incoming = msgspec.to_builtins(line.standing), msgspec.to_builtins(line.incoming)
    return "; ".join(
        _named(headings.get(name, name), f"{_cell(standing.get(name))} → {_cell(incoming.get(name))}")
        for name in line.differs
    )


def _cell(value: object) -> str:
    match value:
        case None | False | "":
            return "\N{EN DASH}"
        case True:
            return "\N{CHECK MARK}"
        case list() as codes:
            return ", ".join(map(str, codes))
        case _:
            return str(value)


def _named(name: str, value: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("AddressFile", "{name}: {value}").format(name=name, value=value)
