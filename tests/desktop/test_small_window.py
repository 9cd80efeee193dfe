# SPDX-License-Identifier: MIT
"""The smallest usual screen, in the longer language: no page makes the window wider than it is, none is cut."""

from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.widgets.facts import Facts
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.pages import every_page


def test_no_page_asks_for_more_than_a_small_screen_has(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.window.resize(1024, 700)
    wide: list[tuple[str, int]] = []
    for page in every_page(clerk.window):
        clerk.wait(lambda: not clerk.program.jobs._waiting)
        QApplication.processEvents()
        if clerk.window.width() > 1024:
            wide.append((page.objectName(), clerk.window.width()))
        wide += [(page.objectName(), cut) for area in areas_of(page) if (cut := cut_of(area)) > 0]
    assert wide == []


def areas_of(page: QWidget) -> list[QScrollArea]:
    return [area for area in page.findChildren(QScrollArea) if area.isVisible()]


def cut_of(area: QScrollArea) -> int:
    """Return how many pixels of what is in an area lie beyond its right edge, where nothing brings them into sight."""
    content = area.widget()
    return 0 if content is None else content.minimumSizeHint().width() - area.viewport().width()


def test_links_and_buttons_of_a_row_stand_on_one_line(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.customer)
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.window.navigator.open(Service.RATE_QUOTE)
    clerk.window.resize(1500, 800)
    QApplication.processEvents()
    names = ("addLine", "removeLine", "lineUp", "copyLines")
    buttons = [clerk.find(f"{Service.RATE_QUOTE}.{name}") for name in names]
    middles = [button.geometry().center().y() for button in buttons]
    assert len({button.height() for button in buttons}) > 1
    assert max(middles) - min(middles) <= 1


def test_no_fact_is_cut_off_and_columns_are_fewer_where_a_long_word_has_no_room(qtbot):
    address = ["marie@expediteur.example"]
    facts = Facts(lambda: [("Name", "Marie Bélanger"), ("E-mail", address[0]), ("Status", "Waiting for a decision")])
    qtbot.addWidget(facts)
    longest = facts.fontMetrics().horizontalAdvance(address[0])
    facts.resize(4 * longest, 200)
    facts.show()
    qtbot.waitExposed(facts)

    def values() -> list[QLabel]:
        return [value for value in facts.findChildren(QLabel) if value.accessibleName()]

    def rows() -> int:
        return len({value.y() for value in values()})

    def is_whole() -> bool:
        return all(
            value.fontMetrics().horizontalAdvance(word) <= value.width()
            for value in values()
            for word in value.text().split()
        )

    qtbot.waitUntil(lambda: rows() == 1 and is_whole())
    widths = [value.width() for value in values()]
    assert max(widths) - min(widths) <= 1, "all have room, so they are alike"
    for width in range(4 * longest, longest, -20):
        facts.resize(width, 200)
        qtbot.waitUntil(is_whole)
    assert rows() == 3
    facts.resize(3 * longest, 200)
    qtbot.waitUntil(lambda: rows() == 1 and is_whole())
    address[0] = f"mariette.tremblay.lavoie.{address[0]}"
    facts.retranslate_ui()
    qtbot.waitUntil(is_whole)
