# SPDX-License-Identifier: MIT
"""What a service tells the rest of the program about itself: one entry each, made without Qt."""

from collections.abc import Callable, Mapping
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.services import ADMINISTRATOR_SERVICES, LOCKED_SERVICES, Service
from onlinesvc_desktop.contract.session import Profile
from onlinesvc_desktop.desktop.targets import Where
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.workplace import Workplace


class Group(Enum):
    """Groups of the home page; the values are translated in the context ``Group``. One without a card is not shown."""

    SHIPMENTS = QT_TRANSLATE_NOOP("Group", "Your shipments")
    SHIP = QT_TRANSLATE_NOOP("Group", "Ship")
    MONEY = QT_TRANSLATE_NOOP("Group", "Accounts and claims")
    ACCOUNT = QT_TRANSLATE_NOOP("Group", "Your account")
    SUPPORT = QT_TRANSLATE_NOOP("Group", "Help and contact")

    def words(self) -> str:
        """Return the group's name in the current language."""
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("Group", self.value)


class ServiceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One service, or one page that is none: how to make its page, and its card on the home page if it has one."""

    where: Where
    make_page: "Callable[[Workplace], Page]"
    group: Group | None = None
    """Where its card is on the home page; None, and it has no card."""
    icon: str = ""
    topic: str = ""
    title_key: str = ""
    description_key: str = ""
    tab: "Callable[[], TabKind] | None" = None
    """Returns the kind of tab in which an administrator decides or looks after what there is of this service."""
    open_work: Mapping[str, Callable[[int], str]] = {}
    """What may wait for an administrator, by its queue's name on the server, each with the words for so many."""
    queued: Mapping[str, Callable[[Submission], str]] = {}
    """What may wait to be sent, by its name in the queue's files, each with the words for one."""
    made_ahead: int = 0
    """Its turn among the pages that are made after the sign-in, while nobody does anything; 0, and it is made when opened.

    Small ones warm up what large ones are made of, and what is seldom opened comes last. A page that is made ahead looks at
    the day, and asks the server, when it is entered, not before.
    """
    has_form: bool = False
    """Whether what waits can be put back into the form of the page."""
    needs_session: bool = False
    """Whether a page that is no service is for whoever is signed in alone."""
    formless: frozenset[str] = frozenset()
    """What may wait and came from no form all the same."""
    quiet: frozenset[str] = frozenset()
    """What may wait and goes out without a word; only a refusal is told."""

    @property
    def requires_access(self) -> bool:
        """Tell whether it wears a key while nobody is signed in."""
        return self.needs_session or self.where in LOCKED_SERVICES

    def is_shown_to(self, profile: Profile | None) -> bool:
        """Tell whether somebody with this profile, or nobody, finds it on the home page."""
        if self.where in ADMINISTRATOR_SERVICES:
            return profile is not None and profile.role is Role.ADMINISTRATOR
        right = self.where.right if isinstance(self.where, Service) else None
        return profile is None or profile.has(right)

    def load(self) -> None:
        """Load the module of a service's page, which is up to half of opening it; for any thread."""
        import_module(f"{self.make_page.__module__}.page")

    def title(self) -> str:
        """Return its heading in the current language."""
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("Service", self.title_key)

    def description(self) -> str:
        """Return its one-line description in the current language."""
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("Service", self.description_key)


def service_of(entry: ServiceEntry) -> Service:
    """Return the service of an entry that has a card."""
    assert isinstance(entry.where, Service)
    return entry.where
