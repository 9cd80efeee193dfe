# SPDX-License-Identifier: MIT
"""The floor of start-up: a bare PySide6 main window with a dock. Prints the instant of its first paint and its memory."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow


class Window(QMainWindow):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.report)

    def report(self) -> None:
        print(f"painted {time.monotonic()}", flush=True)
        if "--stay" not in sys.argv:
            QApplication.quit()


application = QApplication(sys.argv)
window = Window()
dock = QDockWidget("Dock")
dock.setWidget(QLabel("dock"))
window.addDockWidget(__import__("PySide6.QtCore", fromlist=["Qt"]).Qt.DockWidgetArea.LeftDockWidgetArea, dock)
window.setCentralWidget(QLabel("window"))
window.resize(1220, 800)
window.show()
application.exec()
