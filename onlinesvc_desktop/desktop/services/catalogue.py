# SPDX-License-Identifier: MIT
"""The registry of services: one entry each, in the order of the home page."""

from collections.abc import Callable
from enum import Enum

import msgspec
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.codes import Role
from onlinesvc_desktop.contract.services import ADMINISTRATOR_SERVICES, LOCKED_SERVICES, Service
from onlinesvc_desktop.contract.session import Profile
from onlinesvc_desktop.desktop.services.page import Page
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP
from onlinesvc_desktop.desktop.workplace import Workplace


class Group(Enum):
    """Groups of the home page; the values are translated in the context ``Group``."""

    SHIPMENTS = QT_TRANSLATE_NOOP("Group", "Your shipments")
    ACCOUNT = QT_TRANSLATE_NOOP("Group", "Your account")
    SUPPORT = QT_TRANSLATE_NOOP("Group", "Help and contact")

    def words(self) -> str:
        """Return the group's name in the current language."""
        return QCoreApplication.translate("Group", self.value)


class ServiceEntry(msgspec.Struct, frozen=True):
    """One service: its words by key, its icon, its group and how to make its page."""

    service: Service
    group: Group
    icon: str
    topic: str
    title_key: str
    description_key: str
    make_page: Callable[[Workplace], Page]

    @property
    def requires_access(self) -> bool:
        """Tell whether it wears a key while nobody is signed in."""
        return self.service in LOCKED_SERVICES

    def is_shown_to(self, profile: Profile | None) -> bool:
        """Tell whether somebody with this profile, or nobody, finds it on the home page."""
        if self.service not in ADMINISTRATOR_SERVICES:
            return True
        return profile is not None and profile.role is Role.ADMINISTRATOR

    def title(self) -> str:
        """Return its heading in the current language."""
        return QCoreApplication.translate("Service", self.title_key)

    def description(self) -> str:
        """Return its one-line description in the current language."""
        return QCoreApplication.translate("Service", self.description_key)


def _tracing(workplace: Workplace) -> Page:
    from onlinesvc_desktop.desktop.services.tracing.page import TracingPage

    return TracingPage(workplace)


def _shipment_report(workplace: Workplace) -> Page:
    from onlinesvc_desktop.desktop.services.report.page import ShipmentReportPage

    return ShipmentReportPage(workplace)


def _user_profile(workplace: Workplace) -> Page:
    from onlinesvc_desktop.desktop.services.user_profile import UserProfilePage

    return UserProfilePage(workplace)


def _access_request(workplace: Workplace) -> Page:
    from onlinesvc_desktop.desktop.services.access_request import AccessRequestPage

    return AccessRequestPage(workplace)


def _administration(workplace: Workplace) -> Page:
    from onlinesvc_desktop.desktop.services.administration.page import AdministrationPage

    return AdministrationPage(workplace)


def _help(workplace: Workplace) -> Page:
    from onlinesvc_desktop.desktop.services.help import HelpPage

    return HelpPage(workplace)


def _contact(workplace: Workplace) -> Page:
    from onlinesvc_desktop.desktop.services.contact import ContactPage

    return ContactPage(workplace)


CATALOGUE: tuple[ServiceEntry, ...] = (
    ServiceEntry(
        Service.TRACING,
        Group.SHIPMENTS,
        "search",
        "tracingService",
        QT_TRANSLATE_NOOP("Service", "Tracing"),
        QT_TRANSLATE_NOOP("Service", "Find shipments by any of their numbers, one or many at once."),
        _tracing,
    ),
    ServiceEntry(
        Service.SHIPMENT_REPORT,
        Group.SHIPMENTS,
        "list",
        "shipmentReport",
        QT_TRANSLATE_NOOP("Service", "Shipment report"),
        QT_TRANSLATE_NOOP("Service", "All shipments of your company, the newest first."),
        _shipment_report,
    ),
    ServiceEntry(
        Service.USER_PROFILE,
        Group.ACCOUNT,
        "user",
        "userProfile",
        QT_TRANSLATE_NOOP("Service", "User profile"),
        QT_TRANSLATE_NOOP("Service", "Your preferred language, default e-mail and password."),
        _user_profile,
    ),
    ServiceEntry(
        Service.ACCESS_REQUEST,
        Group.ACCOUNT,
        "mail",
        "accessRequest",
        QT_TRANSLATE_NOOP("Service", "Personal access request"),
        QT_TRANSLATE_NOOP("Service", "Ask for an access code of your own; it comes by e-mail."),
        _access_request,
    ),
    ServiceEntry(
        Service.ADMINISTRATION,
        Group.ACCOUNT,
        "shield",
        "administration",
        QT_TRANSLATE_NOOP("Service", "Administration"),
        QT_TRANSLATE_NOOP("Service", "Decide access requests, look after access codes and e-mails."),
        _administration,
    ),
    ServiceEntry(
        Service.HELP,
        Group.SUPPORT,
        "book",
        "help",
        QT_TRANSLATE_NOOP("Service", "Help"),
        QT_TRANSLATE_NOOP("Service", "Answers to common questions, and a topic for every heading."),
        _help,
    ),
    ServiceEntry(
        Service.CONTACT,
        Group.SUPPORT,
        "phone",
        "contact",
        QT_TRANSLATE_NOOP("Service", "Contact us"),
        QT_TRANSLATE_NOOP("Service", "Whom to call when you need a person."),
        _contact,
    ),
)

ENTRY: dict[Service, ServiceEntry] = {entry.service: entry for entry in CATALOGUE}
