# SPDX-License-Identifier: MIT
"""PySide6 must not lose references to None (ADR 0006): the interpreter would end in the middle of a clerk's work."""

import subprocess
import sys

PROBE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
before = sys.getrefcount(None)
for _ in range(200):
    application.processEvents()
    widget.property("nothing")
print(before - sys.getrefcount(None))
"""


def test_calls_that_return_none_keep_its_references():
    lost = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert int(lost.stdout) < 50
