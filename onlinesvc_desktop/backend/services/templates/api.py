# SPDX-License-Identifier: MIT
"""The goods list and the templates."""

from functools import partial

import msgspec

from onlinesvc_desktop.backend.api.kept import Shelves
from onlinesvc_desktop.backend.api.route import Route
from onlinesvc_desktop.backend.store.kept import Content
from onlinesvc_desktop.contract.templates import (
    ADD_GOODS,
    ADD_TEMPLATE,
    CHANGE_GOODS,
    CHANGE_TEMPLATE,
    LIST_GOODS,
    LIST_TEMPLATES,
    MAX_GOODS,
    MAX_TEMPLATES,
    REMOVE_GOODS,
    REMOVE_TEMPLATE,
    GoodsBody,
    GoodsItem,
    TemplateBody,
    TemplateItem,
    goods_text,
    template_text,
)


def _goods(body: GoodsBody) -> Content:
    return Content(msgspec.json.encode(body).decode(), goods_text(body), body.shared, body.code)


def _template(body: TemplateBody) -> Content:
    return Content(msgspec.json.encode(body).decode(), template_text(body), body.shared)


GOODS = Shelves("goods", GoodsBody, GoodsItem, MAX_GOODS, _goods)
TEMPLATES = Shelves("template", TemplateBody, TemplateItem, MAX_TEMPLATES, _template)

ROUTES = (
    Route(LIST_GOODS, GOODS.show),
    Route(ADD_GOODS, partial(GOODS.add, ADD_GOODS)),
    Route(CHANGE_GOODS, partial(GOODS.change, CHANGE_GOODS)),
    Route(REMOVE_GOODS, partial(GOODS.remove, REMOVE_GOODS)),
    Route(LIST_TEMPLATES, TEMPLATES.show),
    Route(ADD_TEMPLATE, partial(TEMPLATES.add, ADD_TEMPLATE)),
    Route(CHANGE_TEMPLATE, partial(TEMPLATES.change, CHANGE_TEMPLATE)),
    Route(REMOVE_TEMPLATE, partial(TEMPLATES.remove, REMOVE_TEMPLATE)),
)
