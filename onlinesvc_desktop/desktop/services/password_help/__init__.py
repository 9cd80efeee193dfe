# SPDX-License-Identifier: MIT
"""Forgotten passwords: a message by anybody, answered by an administrator (P11)."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.services.password_help import words
from onlinesvc_desktop.desktop.targets import Place

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.password_help.page import PasswordHelpPage

    return PasswordHelpPage(workplace)


def _tab() -> "TabKind":
    from onlinesvc_desktop.desktop.services.password_help.decide import PasswordHelpPanel

    return PasswordHelpPanel


ENTRY: Final = ServiceEntry(
    where=Place.PASSWORD_HELP,
    make_page=_page,
    queued={"password_help": words.message},
    has_form=True,
    open_work={"password_help": words.waiting},
    tab=_tab,
)
