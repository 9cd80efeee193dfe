# SPDX-License-Identifier: MIT
"""The address book: what every form finds addresses in, looked after on a page of its own."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.addresses import ADD_ADDRESS, CHANGE_ADDRESS, REMOVE_ADDRESS
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.contract.templates import (
    ADD_GOODS,
    ADD_TEMPLATE,
    CHANGE_GOODS,
    CHANGE_TEMPLATE,
    REMOVE_GOODS,
    REMOVE_TEMPLATE,
)
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.addresses import words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.page import Page
    from onlinesvc_desktop.desktop.workplace import Workplace


def _page(workplace: "Workplace") -> "Page":
    from onlinesvc_desktop.desktop.services.addresses.page import AddressesPage

    return AddressesPage(workplace)


ENTRY: Final = ServiceEntry(
    where=Service.ADDRESSES,
    make_page=_page,
    group=Group.SHIP,
    icon="book",
    topic="addresses",
    title_key=QT_TRANSLATE_NOOP("Service", "Address book"),
    description_key=QT_TRANSLATE_NOOP(
        "Service", "Addresses, goods and templates for your shipments, your own and those of your company."
    ),
    queued={
        ADD_ADDRESS.queued: words.adding,
        CHANGE_ADDRESS.queued: words.changing,
        REMOVE_ADDRESS.queued: words.removing,
        ADD_GOODS.queued: words.adding_goods,
        CHANGE_GOODS.queued: words.changing_goods,
        REMOVE_GOODS.queued: words.removing_goods,
        ADD_TEMPLATE.queued: words.adding_template,
        CHANGE_TEMPLATE.queued: words.changing_template,
        REMOVE_TEMPLATE.queued: words.removing_template,
    },
    has_form=True,
)
