# SPDX-License-Identifier: MIT
"""The page of transit times as a clerk uses it, without signing in."""

import socket
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDateEdit, QPlainTextEdit

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.desktop.services.transit_times.destinations import places_in, places_of_file
from onlinesvc_desktop.desktop.services.transit_times.page import TransitTimesPage
from tests.desktop.conftest import Clerk, Start

TABLE = "transitTimes.results"


def _opened(clerk: Clerk, day: date = date(2027, 6, 22)) -> Clerk:
    clerk.click("services.transitTimes")
    clerk.wait(lambda: clerk.sees("transitTimes.page"))
    clerk.find("transitTimes.shipDate", QDateEdit).setDate(QDate(day.year, day.month, day.day))
    return clerk


def _asked(clerk: Clerk, origin: str, destination: str) -> None:
    clerk.type("transitTimes.origin", origin)
    field = clerk.find("transitTimes.destination", QPlainTextEdit)
    field.setPlainText(destination)
    field.setFocus()
    clerk.press(Qt.Key.Key_Return)


def test_two_places_and_a_day_in_one_glance(clerk: Clerk):
    _asked(_opened(clerk), "Toronto, ON", "g5l1a1")
    clerk.wait(lambda: clerk.sees("transitTimes.delivery"))
    assert "Jun\N{NO-BREAK SPACE}28, 2027" in clerk.text("transitTimes.delivery")
    assert "Toronto (ON) to Rimouski (QC): 3 service days, direct" in clerk.text("transitTimes.summary")
    closed = clerk.text("transitTimes.closedDays")
    assert "National Holiday of Quebec, Rimouski (QC)" in closed
    assert "2 weekend days" in closed
    assert clerk.rows(TABLE) == 1


def test_an_unknown_place_is_answered_by_similar_ones_and_one_is_taken(clerk: Clerk):
    _asked(_opened(clerk), "Rimousky", "Toronto")
    clerk.wait(lambda: clerk.sees("transitTimes.suggestion1"))
    page = clerk.find("transitTimes.page", TransitTimesPage)
    assert "Rimousky" in page._form.field("origin").error
    clerk.click("transitTimes.suggestion1")
    clerk.wait(lambda: clerk.sees("transitTimes.delivery"))
    assert "Rimouski (QC) to Toronto (ON)" in clerk.text("transitTimes.summary")
    assert not clerk.sees("transitTimes.suggestion1")


def test_a_destination_that_is_not_served_is_said_in_the_language_of_the_moment(clerk: Clerk):
    _asked(_opened(clerk), "Toronto", "Nowhere at all")
    page = clerk.find("transitTimes.page", TransitTimesPage)
    clerk.wait(lambda: "do not deliver" in page._form.field("destination").error)
    clerk.click("topBar.language")
    assert "Nowhere at all" in page._form.field("destination").error
    assert "do not deliver" not in page._form.field("destination").error


def test_a_list_of_destinations_fills_a_table(clerk: Clerk, tmp_path: Path):
    places = ["Montréal", "Nowhere at all", "B3S 1A1", "Windsor, ON", "Detroit", *(f"H{n}A" for n in range(1, 6))]
    file = tmp_path / "places.csv"
    file.write_text("\n".join(places), "cp1252")
    assert places_of_file(file) == places
    _asked(_opened(clerk), "Rimouski", "\n".join(places))
    clerk.wait(lambda: clerk.rows(TABLE) == len(places))
    page = clerk.find("transitTimes.page", TransitTimesPage)
    unknown = [row.destination for row in page._table.model.rows if row.time is None]
    assert unknown == ["Nowhere at all"]
    assert page._table.model.index(1, 1).data().startswith("not served")
    page._bar._on_copy()
    assert "Halifax (NS)" in QGuiApplication.clipboard().text()


def test_the_last_table_is_read_without_a_link_with_its_age(start: Start, data_dir: Path):
    clerk = start(data_dir)
    clerk.wait_online()
    _asked(_opened(clerk), "Rimouski", "Toronto\nHalifax")
    clerk.wait(lambda: clerk.rows(TABLE) == 2)
    clerk.program.drafts.flush()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}"
    again = start(data_dir, Settings(backend_mode=BackendMode.SERVER, server_url=nobody))
    _opened(again)
    assert again.rows(TABLE) == 2
    assert "fetched" in again.text("transitTimes.count")
    again.click("transitTimes.submit")
    again.wait(lambda: "cannot be reached" in again.text("transitTimes.message"))
    page = again.find("transitTimes.page", TransitTimesPage)
    page.retranslate_ui()
    assert again.rows(TABLE) == 2
    assert page._asked is not None
    assert [row.destination for row in page._asked.rows] == ["Toronto", "Halifax"]
    assert again.sees("transitTimes.delivery")


def test_in_french(start: Start, data_dir: Path):
    clerk = start(data_dir, language=Language.FRENCH)
    clerk.wait_online()
    _asked(_opened(clerk), "Toronto", "Rimouski")
    clerk.wait(lambda: clerk.sees("transitTimes.delivery"))
    assert "Fête nationale du Québec" in clerk.text("transitTimes.closedDays")
    assert clerk.text("transitTimes.heading") == "Délais de transport"


def test_empty_fields_are_named_and_nothing_is_asked(clerk: Clerk):
    clerk.click("services.transitTimes")
    clerk.wait(lambda: clerk.sees("transitTimes.page"))
    page = clerk.find("transitTimes.page", TransitTimesPage)
    clerk.click("transitTimes.submit")
    assert page._form.field("origin").error
    assert page._form.field("destination").error
    assert not [one for one in clerk.asked() if "transit-times" in str(one)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a\nb\na\n\n", ["a", "b"]),
        ("Montréal\tQC\r\nLaval\tQC", ["Montréal QC", "Laval QC"]),
        ("x" * 500, ["x" * 120]),
        ("\n".join(map(str, range(900))), [str(number) for number in range(500)]),
        ("\u2028 \u00a0", []),
    ],
)
def test_places_of_a_pasted_text(text: str, places: list[str]):
    assert places_in(text) == places


def test_a_file_that_is_no_list_is_refused(tmp_path: Path):
    file = tmp_path / "x"
    file.write_bytes(b"PK\0\0")
    with pytest.raises(ValueError, match="x"):
        places_of_file(file)
    file.write_bytes(b"a" * 1_000_001)
    with pytest.raises(ValueError, match="x"):
        places_of_file(file)
    file.write_text("Montréal;QC;H3C\nLaval;QC;H7\n")
    assert places_of_file(file) == ["Montréal, QC", "Laval, QC"]


def test_a_cell_longer_than_a_cell_may_be_is_no_list(tmp_path: Path):
    file = tmp_path / "places.csv"
    file.write_text(f'"{"x" * 200_000}"\n')
    with pytest.raises(ValueError, match=r"places\.csv"):
        places_of_file(file)
