# SPDX-License-Identifier: MIT
"""Goods and templates of the session, kept as the address book is."""

from typing import Final

from onlinesvc_desktop.contract.templates import (
    ADD_GOODS,
    ADD_TEMPLATE,
    CHANGE_GOODS,
    CHANGE_TEMPLATE,
    LIST_GOODS,
    LIST_TEMPLATES,
    REMOVE_GOODS,
    REMOVE_TEMPLATE,
    GoodsChange,
    GoodsItem,
    TemplateChange,
    TemplateItem,
    goods_text,
    template_text,
)
from onlinesvc_desktop.desktop.kept_book import KeptKind

GOODS: Final = KeptKind(
    item=GoodsItem,
    change=GoodsChange,
    listing=LIST_GOODS,
    adding=ADD_GOODS,
    changing=CHANGE_GOODS,
    removing=REMOVE_GOODS,
    text_of=goods_text,
    order_of=lambda item: item.description,
)
TEMPLATES: Final = KeptKind(
    item=TemplateItem,
    change=TemplateChange,
    listing=LIST_TEMPLATES,
    adding=ADD_TEMPLATE,
    changing=CHANGE_TEMPLATE,
    removing=REMOVE_TEMPLATE,
    text_of=template_text,
    order_of=lambda item: item.name,
)
