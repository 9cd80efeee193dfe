# SPDX-License-Identifier: MIT
"""The words of a bill: what its fields are called, what is still missing, what is worth a second look."""

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.contract.bill_checks import Advice, Advised
from onlinesvc_desktop.contract.bill_of_lading import BillState
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.rate_quote import Terms
from onlinesvc_desktop.desktop.formats import decimal_text
from onlinesvc_desktop.desktop.words.fields import problem_words
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_STATES: Final = {
    BillState.ISSUED: QT_TRANSLATE_NOOP("Bill", "Issued"),
    BillState.PICKED_UP: QT_TRANSLATE_NOOP("Bill", "Picked up"),
    BillState.CANCELLED: QT_TRANSLATE_NOOP("Bill", "Cancelled"),
    BillState.OTHER: QT_TRANSLATE_NOOP("Bill", "Unknown"),
}
_TERMS: Final = {
    Terms.PREPAID: QT_TRANSLATE_NOOP("Bill", "Prepaid (the shipper pays)"),
    Terms.COLLECT: QT_TRANSLATE_NOOP("Bill", "Collect (the consignee pays)"),
    Terms.THIRD_PARTY: QT_TRANSLATE_NOOP("Bill", "Third party"),
}
_FIELDS: Final = {
    "ship_date": QT_TRANSLATE_NOOP("Bill", "Shipping date"),
    "bol_number": QT_TRANSLATE_NOOP("Bill", "Bill number"),
    "shipper": QT_TRANSLATE_NOOP("Bill", "Shipper"),
    "consignee": QT_TRANSLATE_NOOP("Bill", "Consignee"),
    "bill_to": QT_TRANSLATE_NOOP("Bill", "Bill to"),
    "customs_broker": QT_TRANSLATE_NOOP("Bill", "Customs broker"),
    "handling_units": QT_TRANSLATE_NOOP("Bill", "Handling units"),
    "lines": QT_TRANSLATE_NOOP("Bill", "Goods"),
    "dangerous_goods": QT_TRANSLATE_NOOP("Bill", "Dangerous goods"),
    "references": QT_TRANSLATE_NOOP("Bill", "References"),
    "cod": QT_TRANSLATE_NOOP("Bill", "COD"),
    "declared_value": QT_TRANSLATE_NOOP("Bill", "Declared value"),
    "name": QT_TRANSLATE_NOOP("Bill", "name"),
    "address1": QT_TRANSLATE_NOOP("Bill", "address"),
    "city": QT_TRANSLATE_NOOP("Bill", "city"),
    "province": QT_TRANSLATE_NOOP("Bill", "province"),
    "country": QT_TRANSLATE_NOOP("Bill", "province"),
    "postal_code": QT_TRANSLATE_NOOP("Bill", "postal code"),
    "telephone": QT_TRANSLATE_NOOP("Bill", "telephone"),
    "email": QT_TRANSLATE_NOOP("Bill", "e-mail"),
    "weight": QT_TRANSLATE_NOOP("Bill", "weight"),
    "length": QT_TRANSLATE_NOOP("Bill", "length"),
    "width": QT_TRANSLATE_NOOP("Bill", "width"),
    "height": QT_TRANSLATE_NOOP("Bill", "height"),
    "count": QT_TRANSLATE_NOOP("Bill", "number of units"),
    "type": QT_TRANSLATE_NOOP("Bill", "type"),
    "freight_class": QT_TRANSLATE_NOOP("Bill", "class"),
    "description": QT_TRANSLATE_NOOP("Bill", "description"),
    "pieces": QT_TRANSLATE_NOOP("Bill", "pieces"),
    "package_type": QT_TRANSLATE_NOOP("Bill", "package"),
    "un_number": QT_TRANSLATE_NOOP("Bill", "UN number"),
    "shipping_name": QT_TRANSLATE_NOOP("Bill", "shipping name"),
    "primary_class": QT_TRANSLATE_NOOP("Bill", "primary class"),
    "packing_group": QT_TRANSLATE_NOOP("Bill", "packing group"),
    "quantity": QT_TRANSLATE_NOOP("Bill", "quantity"),
    "emergency_telephone": QT_TRANSLATE_NOOP("Bill", "24-hour number"),
    "amount": QT_TRANSLATE_NOOP("Bill", "amount"),
    "currency": QT_TRANSLATE_NOOP("Bill", "currency"),
}


def state_words(state: BillState) -> str:
    """Return where a bill stands."""
    return QCoreApplication.translate("Bill", _STATES[state])


def state_choices() -> list[tuple[str, str]]:
    """Return the states that a list can be narrowed to, all of them first."""
    everything = QCoreApplication.translate("Bill", "All bills")
    states = (BillState.ISSUED, BillState.PICKED_UP, BillState.CANCELLED)
    return [("", everything), *((state.value, state_words(state)) for state in states)]


def terms_choices() -> list[tuple[str, str]]:
    """Return who may pay the freight."""
    return [(terms.value, QCoreApplication.translate("Bill", words)) for terms, words in _TERMS.items()]


def fee_choices() -> list[tuple[str, str]]:
    """Return who may pay the fee of a collection."""
    return [one for one in terms_choices() if one[0] != Terms.THIRD_PARTY.value]


def place_words(pointer: str) -> str:
    """Return where in the form a pointer leads: ``Handling units 2, goods 1, weight``."""
    words: list[str] = []
    for part in pointer.strip("/").split("/"):
        if part.isdigit():
            words[-1] += f"\N{NO-BREAK SPACE}{int(part) + 1}"
        else:
            known = _FIELDS.get(part)
            words.append(part if known is None else QCoreApplication.translate("Bill", known))
    return ", ".join([words[0], *(word[0].lower() + word[1:] if word[:2] != "UN" else word for word in words[1:])])


def problem_line(problem: FieldProblem) -> str:
    """Return one line of what is still missing or wrong."""
    words = QCoreApplication.translate("Bill", "{place}: {what}")
    return words.format(place=place_words(problem.pointer), what=problem_words(problem))


def advice_line(advised: Advised) -> str:
    """Return one line of what is worth a second look."""
    words = QCoreApplication.translate("Bill", "{place}: {what}")
    return words.format(place=place_words(advised.pointer), what=_advice(advised))


def _advice(advised: Advised) -> str:  # noqa: C901 - one case per piece of advice
    def translated(text: str) -> str:
        return QCoreApplication.translate("Bill", text)

    shown = {name: decimal_text(value) for name, value in advised.params.items()}
    match advised.advice:
        case Advice.NO_TELEPHONE:
            return translated(QT_TRANSLATE_NOOP("Bill", "Drivers call ahead: a telephone number helps."))
        case Advice.NO_SIZE:
            return translated(QT_TRANSLATE_NOOP("Bill", "Without its size, freight is measured and billed by the carrier."))
        case Advice.TOO_LIGHT:
            words = QT_TRANSLATE_NOOP("Bill", "Very light for its size ({density} lb/ft³). Check weight and size.")
            return translated(words).format(**shown)
        case Advice.TOO_HEAVY:
            words = QT_TRANSLATE_NOOP("Bill", "Very heavy for its size ({density} lb/ft³). Check weight and size.")
            return translated(words).format(**shown)
        case Advice.TOO_LONG:
            return translated(QT_TRANSLATE_NOOP("Bill", "Longer than a trailer. Check the unit of length."))
        case Advice.OTHER_CLASS:
            words = QT_TRANSLATE_NOOP("Bill", "{density} lb/ft³ is class {class}.")
            return translated(words).format(**shown)
        case Advice.NO_CLASS:
            return translated(QT_TRANSLATE_NOOP("Bill", "Carriers in the United States ask for a class."))
        case Advice.FEWER_PIECES:
            words = QT_TRANSLATE_NOOP("Bill", "Fewer pieces ({pieces}) than units ({units}).")
            return translated(words).format(**shown)
        case Advice.OTHER_WEIGHT:
            words = QT_TRANSLATE_NOOP("Bill", "The goods on it weigh more ({lines}).")
            return translated(words).format(**shown)
        case Advice.VALUE_ABOVE_LIMIT:
            words = QT_TRANSLATE_NOOP(
                "Bill", "Above {limit} $, what the carrier owes at most without a declaration. A charge may apply."
            )
            return translated(words).format(**shown)
        case _:
            assert_never(advised.advice)
