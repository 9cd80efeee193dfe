# SPDX-License-Identifier: MIT
"""Every line of a quote in words: which weight, which break, which fuel week, which tax."""

import re
from datetime import date
from decimal import Decimal

import msgspec
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.rate_quote import PricedQuote, QuoteLine, RateQuote
from onlinesvc_desktop.desktop.formats import date_words, decimal_text, money_words, rounded_words
from onlinesvc_desktop.desktop.services.rate_quote.words import level_words, place_words, tax_words
from onlinesvc_desktop.desktop.words.accessorials import accessorial_words

_SPACE = "\N{NO-BREAK SPACE}"
_FREIGHT = re.compile(r"(?P<pounds>\S+) lb @ (?P<rate>\S+)/cwt(?: >= (?P<start>\S+) lb)?")
_FUEL = re.compile(r"(?P<percent>\S+) % (?P<day>\d{4}-\d\d-\d\d)")
_PERCENT = re.compile(r"(?P<percent>\S+) %")
_PER_CWT = re.compile(r"(?P<rate>\S+)/cwt")
_ABOVE = re.compile(r"(?P<percent>\S+) % > (?P<above>\S+)/lb")


class Explained(msgspec.Struct, frozen=True):
    """One row of the answer: what it is, how it came about, and the amount in plain decimal text."""

    what: str
    how: str
    amount: str
    is_sum: bool = False


def explained(quote: PricedQuote) -> list[Explained]:
    """Return every line with its explanation, then subtotal, taxes and total."""
    translate = QCoreApplication.translate
    rows = [Explained(_what(line), _how(line, quote), line.amount) for line in quote.lines]
    rows.append(Explained(translate("RateQuote", "Before tax"), "", quote.subtotal, is_sum=True))
    rows += [
        Explained(
            tax_words(tax.code),
            translate("RateQuote", "{percent} of the amount before tax").format(percent=percent_words(tax.rate)),
            tax.amount,
        )
        for tax in quote.taxes
    ]
    if not quote.taxes:
        rows.append(Explained(translate("RateQuote", "Taxes"), translate("RateQuote", "no sales tax applies"), "0.00"))
    rows.append(Explained(translate("RateQuote", "Total"), "", quote.total, is_sum=True))
    return rows


def _what(line: QuoteLine) -> str:
    match line.code:
        case "freight":
            return QCoreApplication.translate("RateQuote", "Freight")
        case "discount":
            return QCoreApplication.translate("RateQuote", "Your discount")
        case "minimum":
            return QCoreApplication.translate("RateQuote", "Raised to the minimum charge")
        case "fuel":
            return QCoreApplication.translate("RateQuote", "Fuel surcharge")
        case code:
            return accessorial_words(code)


def _how(line: QuoteLine, quote: PricedQuote) -> str:
    """Return the basis of a line in words; one of a later make as it stands."""
    match line.code:
        case "freight":
            return _freight_words(line.basis)
        case "discount":
            words = QCoreApplication.translate("RateQuote", "{percent} of the freight, as agreed with you")
            return _filled(_PERCENT, line.basis, words)
        case "minimum":
            words = QCoreApplication.translate("RateQuote", "no shipment on this lane costs less than {amount}")
            return words.format(amount=money_words(line.basis, quote.currency)) if _is_number(line.basis) else line.basis
        case "fuel":
            found = _FUEL.fullmatch(line.basis)
            if found is None:
                return line.basis
            return QCoreApplication.translate("RateQuote", "{percent} of the freight; rate in force since {day}").format(
                percent=percent_words(found["percent"]), day=date_words(date.fromisoformat(found["day"]))
            )
        case _:
            return _service_words(line.basis, quote.currency)


def _freight_words(basis: str) -> str:
    found = _FREIGHT.fullmatch(basis)
    if found is None:
        return basis
    rate, pounds = money_words(found["rate"], "CAD"), rounded_words(Decimal(found["pounds"]), 0)
    if found["start"] in (None, "0"):
        words = QCoreApplication.translate("RateQuote", "{pounds} lb at {rate} for each 100 lb")
        return words.format(pounds=pounds, rate=rate)
    words = QCoreApplication.translate("RateQuote", "{pounds} lb at {rate} for each 100 lb, the rate from {start} lb on")
    return words.format(pounds=pounds, rate=rate, start=rounded_words(Decimal(found["start"]), 0))


def _service_words(basis: str, currency: str) -> str:
    translate = QCoreApplication.translate
    if basis == "flat":
        return translate("RateQuote", "fixed amount")
    if found := _ABOVE.fullmatch(basis):
        return translate("RateQuote", "{percent} of the declared value above {amount} a pound").format(
            percent=percent_words(found["percent"]), amount=money_words(found["above"], currency)
        )
    if found := _PER_CWT.fullmatch(basis):
        words = translate("RateQuote", "{amount} for each 100 lb, within its minimum and maximum")
        return words.format(amount=money_words(found["rate"], currency))
    words = translate("RateQuote", "{percent} of the freight, within its minimum and maximum")
    return _filled(_PERCENT, basis, words)


def _filled(pattern: re.Pattern[str], basis: str, words: str) -> str:
    found = pattern.fullmatch(basis)
    return basis if found is None else words.format(percent=percent_words(found["percent"]))


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) is not None


def percent_words(number: str) -> str:
    """Return a percentage with every digit that it has."""
    is_french = decimal_text("0.5") != "0.5"
    return f"{decimal_text(number)}{_SPACE}%" if is_french else f"{number}%"


def weight_words(quote: PricedQuote) -> str:
    """Return which weight was priced, and why it is not the one on the scales."""
    actual, rated = Decimal(quote.actual_weight_lb), Decimal(quote.rated_weight_lb)
    cubed = Decimal(quote.cubed_weight_lb)
    figures = {
        "actual": rounded_words(actual, 1),
        "rated": rounded_words(rated, 0),
        "cubed": rounded_words(cubed, 1),
        "volume": rounded_words(Decimal(quote.volume_ft3), 2),
    }
    translate = QCoreApplication.translate
    if cubed > actual:
        words = translate(
            "RateQuote", "The goods take {volume} ft³, which count as {cubed} lb: more than the actual {actual} lb."
        )
    else:
        words = translate("RateQuote", "The goods weigh {actual} lb.")
    if quote.deficit:
        words += " " + translate("RateQuote", "Priced as {rated} lb, because that costs less.")
    else:
        words += " " + translate("RateQuote", "Priced as {rated} lb.")
    if not quote.measured:
        words += " " + translate(
            "RateQuote", "A line has no size, so its volume is not counted; measured goods may cost more."
        )
    return words.format(**figures)


def quote_text(quote: RateQuote) -> str:
    """Return a quote as plain lines, for the clipboard and an e-mail."""
    translate = QCoreApplication.translate
    lines = [
        translate("RateQuote", "Quote {number}").format(number=quote.number),
        f"{place_words(quote.origin)} → {place_words(quote.destination)}",
        translate("RateQuote", "Goods ready {day}").format(day=date_words(quote.request.ship_date)),
        weight_words(quote),
        "",
    ]
    for row in explained(quote):
        how = f" ({row.how})" if row.how else ""
        lines.append(f"{row.what}{how}: {money_words(row.amount, quote.currency)}")
    lines.append("")
    for option in quote.options:
        day = date_words(option.delivery_date) if isinstance(option.delivery_date, date) else ""
        price = money_words(option.total, quote.currency)
        lines.append(f"{quote.number}{option.letter}  {level_words(option.service_level)}  {day}  {price}")
    lines.append(translate("RateQuote", "Valid until {day}").format(day=date_words(quote.valid_until)))
    return "\n".join(lines)
