# SPDX-License-Identifier: MIT
"""The User profile: language, e-mail, password, open sessions (P5, P10, P12)."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.user_profile.page import UserProfilePage

    return UserProfilePage(workplace)


ENTRY: Final = ServiceEntry(
    where=Service.USER_PROFILE,
    make_page=_page,
    made_ahead=10,
    group=Group.ACCOUNT,
    icon="user",
    topic="userProfile",
    title_key=QT_TRANSLATE_NOOP("Service", "User profile"),
    description_key=QT_TRANSLATE_NOOP("Service", "Your preferred language, default e-mail and password."),
)
