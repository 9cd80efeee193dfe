# SPDX-License-Identifier: MIT
"""Every page of the program in front once, as a tester walks through it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QTabWidget

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.main_window import MainWindow
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.targets import Place


def every_page(window: MainWindow) -> Iterator[Page]:
    """Open each page that whoever is signed in may see, and each of its tabs, one after the other."""
    for service in Service:
        if window.navigator.is_locked(service):
            continue
        page = window.navigator.open(service)
        assert page is not None
        tabs = page.findChildren(QTabWidget)
        for tab in range(max(1, *(one.count() for one in tabs)) if tabs else 1):
            for one in tabs:
                one.setCurrentIndex(tab)
            QApplication.processEvents()
            yield page
    for place in Place:
        window.navigator.open(place)
        QApplication.processEvents()
        yield window.navigator.current
    window.navigator.home()
    QApplication.processEvents()
    yield window.navigator.current
