# SPDX-License-Identifier: MIT
"""The smallest usual screen, in the longer language: no page makes the window wider than it is."""

from PySide6.QtWidgets import QApplication

from onlinesvc_desktop.contract.codes import Language
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.pages import every_page


def test_no_page_asks_for_more_than_a_small_screen_has(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.window.resize(1024, 700)
    wide = []
    for page in every_page(clerk.window):
        clerk.wait(lambda: not clerk.program.jobs._waiting)
        QApplication.processEvents()
        if clerk.window.width() > 1024:
            wide.append((page.objectName(), clerk.window.width()))
    assert wide == []
