# SPDX-License-Identifier: MIT
"""``POST /xml/rate-quote``: a customer's own program asks for a price (domain.md 1.7, reconstructed).

The same document from the same login is one quote, however often it comes: a program that lost its answer sends it again.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final
from xml.etree.ElementTree import Element, tostring

import msgspec

from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.services.rate_quote.api import make_quote
from onlinesvc_desktop.backend.store.idempotency import claim_key, keep_answer
from onlinesvc_desktop.backend.xml.company import XmlService
from onlinesvc_desktop.backend.xml.door import XmlRefusalError, XmlRequestError, element, text_of
from onlinesvc_desktop.contract.codes import ErrorCode, Right
from onlinesvc_desktop.contract.freight import MOST_UNITS
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.rate_quote import QuoteLine, QuoteOption, RateQuote, RateQuoteRequest
from onlinesvc_desktop.contract.tariff import ServiceLevel

ROOT: Final = "raterequest"
_TERMS: Final = {"": "prepaid", "P": "prepaid", "C": "collect", "T": "third_party", "3": "third_party"}
_CLASSES: Final = {"77": "77.5", "92": "92.5"}
_GUARANTEED: Final = {ServiceLevel.BY_17: "g1amt", ServiceLevel.BY_9: "g2amt", ServiceLevel.BY_NOON: "g3amt"}
_ELEMENT_OF: Final = {
    "ship_date": "shipdate",
    "handling_units": "shipdetail",
    "declared_value": "dclval/amount",
    "accessorials": "accitems",
}
"""Which element of the request a member of ours was read from; the others have the same name."""
_FREIGHT: Final = frozenset({"freight", "discount", "minimum"})


def quote_answer(call: Call, root: Element) -> str:
    """Price what is asked and keep the quote; with ``testmode`` it is priced and forgotten."""
    request = read_request(root)
    is_test = text_of(root, "testmode", 1) == "Y"
    scope, digest = f"xmlRateQuote:{call.own_session.account.id}", hashlib.sha256(tostring(root)).digest()
    try:
        with call.context.database.write() as connection:
            if not is_test:
                earlier = claim_key(connection, scope, digest.hex(), digest, call.now)
                if earlier is not None:
                    return earlier.answer.decode()
            quote = make_quote(call, connection, request, keep=not is_test)
            answer = written(quote, "" if is_test else quote.number)
            if not is_test:
                keep_answer(connection, scope, digest.hex(), answer.encode())
            return answer
    except ApiError as error:
        if error.code is ErrorCode.INVALID_FIELDS:
            first = error.errors[0]
            member, _, rest = first.pointer.removeprefix("/").partition("/")
            raise XmlRequestError(
                "/".join(filter(None, (_ELEMENT_OF.get(member, member), rest))), first.code.value
            ) from error
        raise XmlRefusalError("E409", error.code.value) from error


def read_request(root: Element) -> RateQuoteRequest:
    """Return what is asked, by its names on our wire.

    Raises:
        XmlRequestError: an element is missing or cannot be read.
    """
    terms = text_of(root, "terms", 1)
    if terms not in _TERMS:
        raise XmlRequestError("terms", "must be P, C or T")
    declared = root.find("dclval")
    values: dict[str, Any] = {
        "origin": _place(root, "origin"),
        "destination": _place(root, "destination"),
        "ship_date": _day(text_of(root, "shipdate", 8, required=True)),
        "terms": _TERMS[terms],
        "handling_units": list(_units(root)),
        "accessorials": list(
            dict.fromkeys(filter(None, ((one.text or "").strip() for one in root.findall("accitems/item"))))
        ),
        "tax_exempt": text_of(root, "taxexempt", 1) == "Y",
    }
    if amount := text_of(declared, "amount", 14):
        values["declared_value"] = amount
    try:
        return from_values(values, RateQuoteRequest)
    except msgspec.ValidationError as error:
        raise XmlRequestError(ROOT, str(error)) from error


def written(quote: RateQuote, number: str) -> str:
    """Return a quote as the elements of ``rqresults``; those that known clients read come first."""
    freight = [Decimal(line.amount) for line in quote.lines if line.code in _FREIGHT and line.code != "discount"]
    discount = next((line for line in quote.lines if line.code == "discount"), None)
    parts = [
        element("quoteid", number),
        element("totalamt", quote.total),
        element("freightamt", f"{sum(freight, Decimal(0)):f}"),
        element("discountpct", "" if discount is None else discount.basis.split(" ")[0]),
        element("discountamt", "" if discount is None else discount.amount.removeprefix("-")),
        element("totalweight", quote.rated_weight_lb),
        f"<accitems>{''.join(_items(quote))}</accitems>",
        *(element(_GUARANTEED[one.service_level], one.total) for one in quote.options if one.service_level in _GUARANTEED),
        _transit(quote),
        element("currency", quote.currency),
        element("validuntil", f"{quote.valid_until:%Y%m%d}"),
        *(_option(one, number) for one in quote.options),
    ]
    return "".join(parts)


def _items(quote: RateQuote) -> Iterator[str]:
    for line in quote.lines:
        if line.code not in _FREIGHT:
            yield _item("FS" if line.code == "fuel" else line.code, line)
    for tax in quote.taxes:
        yield _item(tax.code.upper(), QuoteLine(tax.code, f"{tax.rate} %", tax.amount))


def _item(code: str, line: QuoteLine) -> str:
    content = element("itemcode", code) + element("itemdesc", code) + element("itemstatus", "OK")
    return f"<item>{content}{element('itemamount', line.amount)}{element('itemrate', line.basis)}</item>"


def _transit(quote: RateQuote) -> str:
    arrival = quote.options[0].delivery_date
    content = (
        element("shipdate", f"{quote.pickup_date:%Y%m%d}")
        + element("status", "OK")
        + element("servicedays", str(quote.service_days))
        + element("arrivaldate", f"{arrival:%Y%m%d}" if isinstance(arrival, date) else "")
    )
    return f"<transitresults>{content}</transitresults>"


def _option(option: QuoteOption, number: str) -> str:
    named = element("rqnbr", f"{number}{option.letter}" if number else "")
    return f"<option>{named}{element('level', option.service_level.value)}{element('amount', option.total)}</option>"


def _place(root: Element, name: str) -> dict[str, str]:
    block = root.find(name)
    if block is None:
        raise XmlRequestError(name, "is required; names are case-sensitive")
    zip_code = text_of(block, "zip", 10)
    if zip_code:
        return {"postal_code": zip_code}
    city, state = text_of(block, "city", 60), text_of(block, "state", 3)
    if not city:
        raise XmlRequestError(f"{name}/zip", "is required, or city and state")
    return {"city": city} | ({"province": state} if state else {})


def _units(root: Element) -> Iterator[dict[str, Any]]:
    lines = root.findall("shipdetail/line")
    if not 1 <= len(lines) <= MOST_UNITS:
        raise XmlRequestError("shipdetail", f"1 to {MOST_UNITS} lines")
    is_metric = text_of(root, "kg", 1) == "Y"
    for line in lines:
        size = line.find("dimensions")
        count = text_of(size, "qty", 3) or text_of(line, "pcs", 3) or "1"
        if not (count.isascii() and count.isdigit() and int(count)):
            raise XmlRequestError("qty", "must be a whole number above zero")
        unit = {
            "count": int(count),
            "type": text_of(line, "pkg", 10) or "SKD",
            "weight": text_of(line, "weight", 14, required=True),
            "weight_unit": "kg" if is_metric else "lb",
            "length": text_of(size, "len", 14),
            "width": text_of(size, "wid", 14),
            "height": text_of(size, "hgt", 14),
        }
        if freight_class := text_of(line, "class", 5).lstrip("0"):
            unit["freight_class"] = _CLASSES.get(freight_class, freight_class)
        yield {name: value for name, value in unit.items() if value != ""}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    except ValueError as error:
        raise XmlRequestError("shipdate", "must be a day written CCYYMMDD") from error


RATE_XML: Final = XmlService("/xml/rate-quote", ROOT, "rqresults", Right.RATE, quote_answer)
