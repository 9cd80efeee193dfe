# SPDX-License-Identifier: MIT
"""What was set aside is corrected in the window, by keyboard alone: Enter on the line, type, Enter, Enter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QTableView, QTabWidget

from onlinesvc_desktop.contract.intake import TAKE_FILE_IN, IntakeUpload
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.forms import bring_tab, choose, done
from tests.support.x12 import interchange, status

OWNER = "administration.intake"
EVENT = "AF NS 20261120 1530 ET RIMOUSKI QC"


def opened(clerk: Clerk, sample: Sample, content: bytes, name: str = "in.x12") -> None:
    clerk.signed_in(sample.administrator)
    clerk.program.client.send(TAKE_FILE_IN, IntakeUpload(name, content))
    clerk.click("services.administration")
    bring_tab(clerk, OWNER)
    choose(clerk, "intake", name)
    clerk.wait(lambda: clerk.sees(f"{OWNER}.lines"))


def facts(clerk: Clerk) -> str:
    return "\n".join(one.text() for one in clerk.find(OWNER).findChildren(QLabel) if one.isVisible())


def test_a_value_is_corrected_looked_at_and_imported_by_keyboard(clerk: Clerk, sample: Sample):
    opened(clerk, sample, interchange([("214", status("12", EVENT))]))
    lines = clerk.find(f"{OWNER}.lines", QTableView)
    assert lines.currentIndex().row() == 1
    assert "at fault" in str(lines.model().index(1, 0).data())
    assert not clerk.find(f"{OWNER}.take").isEnabled()
    lines.setFocus()
    clerk.press(Qt.Key.Key_Return)
    field = clerk.find(f"{OWNER}.value", QLineEdit)
    assert clerk.window.focusWidget() is field
    assert field.selectedText() == "B10*12*BOL4471*KWAY"
    clerk.type(f"{OWNER}.value", "B10*800000037*BOL4471*KWAY")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.window.focusWidget() is clerk.find(f"{OWNER}.take"))
    shown = facts(clerk)
    assert "It can be imported" in shown
    assert "3:30\N{NO-BREAK SPACE}p.m." in shown
    assert "Rimouski" in shown or "RIMOUSKI" in shown
    assert "567" in shown
    clerk.press(Qt.Key.Key_Return)
    done(clerk, "intake", "1 part imported.")
    clerk.wait(lambda: not clerk.sees(f"{OWNER}.lines"))
    clerk.trace("800000037")
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))


def test_all_alike_are_imported_with_one_correction(clerk: Clerk, sample: Sample):
    wrong = EVENT.replace("AF", "ARRIVED")
    opened(clerk, sample, interchange([("214", status(number, wrong)) for number in ("800000037", "800000038")]))
    assert clerk.text(f"{OWNER}.verdict")
    alike = clerk.find(f"{OWNER}.alike", QCheckBox)
    assert alike.text() == "The same for 1 more of this sender"
    alike.click()
    clerk.type(f"{OWNER}.value", "AT7*X1*NS***20261120*1530*ET")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.window.focusWidget() is clerk.find(f"{OWNER}.take"))
    clerk.press(Qt.Key.Key_Return)
    done(clerk, "intake", "2 parts imported.")


def test_what_is_set_aside_for_good_is_counted_no_more(clerk: Clerk, sample: Sample):
    table = b"autopro_number,status,occurred_at,city,province\n12,D1,2026-11-20,LAVAL,QC\n13,D1,2026-11-20,LAVAL,QC\n"
    opened(clerk, sample, table, "two.csv")
    assert clerk.find(f"{OWNER}.value", QLineEdit).text() == "12"
    clerk.click(f"{OWNER}.dismiss")
    done(clerk, "intake", "Set aside for good")
    clerk.wait(lambda: clerk.rows(f"{OWNER}.quarantine") == 1)
    clerk.wait(lambda: clerk.find(f"{OWNER}.value", QLineEdit).text() == "13")
    clerk.click(f"{OWNER}.settle")
    done(clerk, "intake", "two.csv is dealt with")
    tabs = clerk.find("administration.tabs", QTabWidget)
    clerk.wait(lambda: any(tabs.tabText(at) == "Received files" for at in range(tabs.count())))
