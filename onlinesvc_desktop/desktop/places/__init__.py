# SPDX-License-Identifier: MIT
"""Pages of the program itself: welcome, home, connection, what is not sent yet, a new password, notices by e-mail."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.targets import Place

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.workplace import Workplace


def _unsent(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.places.unsent import UnsentPage

    return UnsentPage(workplace)


def _connection(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.places.connection import ConnectionPage

    return ConnectionPage(workplace)


def _notices(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.places.notices import NoticesPage

    return NoticesPage(workplace)


PLACES: Final = (
    ServiceEntry(where=Place.UNSENT, make_page=_unsent),
    ServiceEntry(where=Place.CONNECTION, make_page=_connection),
    ServiceEntry(where=Place.NOTICES, make_page=_notices, topic="watchList", made_ahead=12, needs_session=True),
)
