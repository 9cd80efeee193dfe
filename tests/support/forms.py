# SPDX-License-Identifier: MIT
"""Filling the form of an access request, and working with the panels of the administration."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableView

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.targets import Open

if TYPE_CHECKING:
    from tests.desktop.conftest import Clerk

REQUEST = {
    "company": "Quincaillerie Bélanger inc.",
    "firstName": "Marie",
    "lastName": "Bélanger",
    "email": "marie@expediteur.example",
    "telephone": "(514) 555-0142 ext 23",
    "address1": "12 Maple Street",
    "city": "Montréal",
    "postalCode": "h3b1a1",
}


def fill(clerk: "Clerk", **changes: str) -> None:
    for name, text in (REQUEST | changes).items():
        clerk.type(f"accessRequest.{name}", text)
    province = clerk.find("accessRequest.province", QComboBox)
    province.setCurrentIndex(province.findData("QC"))


def value(clerk: "Clerk", name: str) -> str:
    return clerk.find(name, QLineEdit).text()


def bring_tab(clerk: "Clerk", name: str) -> None:
    """Bring a tab of the administration to the front, as a number of the home page does."""
    clerk.window.navigator.go(Open(Service.ADMINISTRATION, name.removeprefix("administration.")))
    QApplication.processEvents()


def open_tab(clerk: "Clerk", name: str) -> None:
    bring_tab(clerk, name)
    clerk.wait(lambda: clerk.rows(f"administration.{name}.results") > 0)


def choose(clerk: "Clerk", name: str, text: str) -> None:
    """Choose the row that contains a text."""
    table = clerk.find(f"administration.{name}.results", QTableView)
    model = table.model()

    def rows() -> list[int]:
        return [
            row
            for row in range(model.rowCount())
            if any(text in str(model.index(row, column).data()) for column in range(model.columnCount()))
        ]

    clerk.wait(lambda: bool(rows()))
    table.setCurrentIndex(model.index(rows()[0], 0))
    QApplication.processEvents()


def done(clerk: "Clerk", name: str, words: str) -> None:
    clerk.wait(lambda: clerk.sees(f"administration.{name}.message"))
    assert words in clerk.text(f"administration.{name}.message")
