# SPDX-License-Identifier: MIT
"""What it means that program and server are of different versions."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.versions import Skew


def version_words(skew: Skew) -> str:
    """Return what to do about it; empty when there is nothing to do."""
    match skew:
        case Skew.NONE:
            return ""
        case Skew.BACKEND_NEWER:
            return QCoreApplication.translate(
                "Version", "The server is one version ahead; everything works, and an update of this program can wait."
            )
        case Skew.BACKEND_OLDER:
            return QCoreApplication.translate(
                "Version", "The server is one version behind; what is new in this program works once it is updated."
            )
        case Skew.BACKEND_FAR_NEWER:
            return QCoreApplication.translate(
                "Version",
                "This program is too old for the server; some things may not work. Ask your administrator for the new one.",
            )
        case Skew.BACKEND_FAR_OLDER:
            return QCoreApplication.translate(
                "Version",
                "The server is too old for this program; some things may not work. Ask your administrator to update it.",
            )
        case _:
            assert_never(skew)
