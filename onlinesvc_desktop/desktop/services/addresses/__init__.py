# SPDX-License-Identifier: MIT
"""The address book: what every form finds addresses in, looked after on a page of its own."""

from typing import TYPE_CHECKING, Final

from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import Group, ServiceEntry
from onlinesvc_desktop.desktop.services.addresses import queue_words
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
        "address": queue_words.adding,
        "address_change": queue_words.changing,
        "address_removal": queue_words.removing,
        "goods": queue_words.adding_goods,
        "goods_change": queue_words.changing_goods,
        "goods_removal": queue_words.removing_goods,
        "template": queue_words.adding_template,
        "template_change": queue_words.changing_template,
        "template_removal": queue_words.removing_template,
    },
    made_ahead=1,
    has_form=True,
)
