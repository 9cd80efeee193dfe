# SPDX-License-Identifier: MIT
"""The Administration: what administrators decide and look after, one tab each."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.administration import words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.administration.page import AdministrationPage

    return AdministrationPage(workplace)


ENTRY: Final = ServiceEntry(
    where=Service.ADMINISTRATION,
    make_page=_page,
    made_ahead=11,
    group=Group.ACCOUNT,
    icon="shield",
    topic="administration",
    title_key=QT_TRANSLATE_NOOP("Service", "Administration"),
    open_work={"intake": words.faulty_files, "outbox": words.unsent_mail, "partners": words.unknown_senders},
    description_key=QT_TRANSLATE_NOOP("Service", "Decide access requests, look after access codes and e-mails."),
)
