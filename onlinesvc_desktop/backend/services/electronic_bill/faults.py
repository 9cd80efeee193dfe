# SPDX-License-Identifier: MIT
"""What makes a request fail, in the words of the standard; the sentences are English, as those of the carrier XML."""

import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Final

from onlinesvc_desktop.backend.api.problems import STATUS_OF, ApiError
from onlinesvc_desktop.backend.services.electronic_bill.reader import Remark
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.electronic_bill import StatusCode
from onlinesvc_desktop.contract.problem import FieldProblem

CORRECT: Final = "Correct what the information names and send the request again."
_MEMBERS: Final[Mapping[str, str]] = {
    "ship_date": "bol.requestedPickupDate",
    "terms": "payment.terms",
    "instructions": "bol.specialInstructions",
    "bol_number": "referenceNumbers.bol",
    "autopro_number": "referenceNumbers.pro",
    "quote": "referenceNumbers.quoteId",
    "references": "referenceNumbers",
    "handling_units": "commodities.handlingUnits",
    "accessorials": "accessorials.codes",
    "declared_value": "shipmentTotals.declaredValue",
    "cod": "accessorials.cod",
    "fee_terms": "terms",
    "attention": "contact.name",
    "telephone": "contact.phone",
    "extension": "contact.phoneExt",
    "email": "contact.email",
    "province": "stateProvince",
    "postal_code": "postalCode",
    "weight_unit": "weightUnit",
    "dimension_unit": "dimensionsUnit",
    "freight_class": "lineItems[].classification",
    "lines": "lineItems",
    "package_type": "packagingType",
    "dangerous_goods": "hazardousDetails",
    "un_number": "unnaNumber",
    "shipping_name": "propername",
    "technical_name": "technicalName",
    "primary_class": "class",
    "subsidiary_classes": "class",
    "packing_group": "packingGroup",
    "bill_to": "billTo",
    "emergency_telephone": "",
}
"""Members of a bill by their names in the standard."""
_TELEPHONE: Final = "accessorials.hazardousDetails.emergencyContact.phone"
_WORDS: Final[Mapping[FieldCode, tuple[StatusCode, str]]] = {
    FieldCode.REQUIRED: (StatusCode.DATA, "is required"),
    FieldCode.MALFORMED: (StatusCode.FORMAT, "is not written as it must be"),
    FieldCode.TOO_LONG: (StatusCode.FORMAT, "is too long"),
    FieldCode.TOO_MANY: (StatusCode.DATA, "holds too many"),
    FieldCode.UNKNOWN: (StatusCode.DATA, "is not known"),
    FieldCode.TAKEN: (StatusCode.DATA, "was used before"),
    FieldCode.OTHER_COUNTRY: (StatusCode.DATA, "lies in another country than stateProvince"),
    FieldCode.OTHER_PROVINCE: (StatusCode.DATA, "lies elsewhere than stateProvince"),
    FieldCode.QUOTE_EXPIRED: (StatusCode.BUSINESS_RULE, "is a quote that is over"),
}
_SPECIAL: Final[Mapping[tuple[str, FieldCode], tuple[StatusCode, str]]] = {
    ("/ship_date", FieldCode.MALFORMED): (StatusCode.SHIP_WINDOW, "is too far back or too far ahead"),
    ("/autopro_number", FieldCode.TAKEN): (StatusCode.DUPLICATE_PRO, "stands on another shipment"),
    ("/autopro_number", FieldCode.UNKNOWN): (StatusCode.DATA, "was not assigned to you"),
}
_INDEX = re.compile(r"/([0-9]+)")


class FailedError(Exception):
    """A request is not done: an HTTP status, what is wrong, and what to do about it."""

    def __init__(
        self,
        remarks: Iterable[Remark],
        resolution: str = CORRECT,
        status: HTTPStatus = HTTPStatus.BAD_REQUEST,
        retry_after_seconds: int | None = None,
    ) -> None:
        self.remarks = tuple(remarks)
        super().__init__("; ".join(one.message for one in self.remarks))
        self.resolution = resolution
        self.status = status
        self.retry_after_seconds = retry_after_seconds


def refused(code: StatusCode, message: str, resolution: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> FailedError:
    """Return the failure of a request as a whole."""
    return FailedError([Remark(code, "", message)], resolution, status)


def failure_of(error: ApiError, where: Mapping[str, str]) -> FailedError:
    """Return what an error of ours is here; ``where`` leads from pointers into the bill to members of the request."""
    match error.code:
        case ErrorCode.INVALID_FIELDS:
            return FailedError(_remark(one, where) for one in error.errors)
        case ErrorCode.NO_NUMBERS_LEFT:
            return refused(StatusCode.BUSINESS_RULE, "no numbers are left", "Call the carrier.")
        case ErrorCode.TOO_MANY_REQUESTS:
            remark = Remark(StatusCode.BUSINESS_RULE, "", "too many requests")
            wait = error.retry_after_seconds
            return FailedError([remark], f"Wait {wait} seconds.", HTTPStatus.TOO_MANY_REQUESTS, wait)
        case _:
            return refused(StatusCode.BUSINESS_RULE, error.code.value.replace("_", " "), CORRECT, STATUS_OF[error.code])


def _remark(problem: FieldProblem, where: Mapping[str, str]) -> Remark:
    usual = _WORDS.get(problem.code, (StatusCode.DATA, problem.code.value.replace("_", " ")))
    code, message = _SPECIAL.get((problem.pointer, problem.code), usual)
    maximum = problem.params.get("maximum")
    return Remark(code, member_of(problem.pointer, where), message if maximum is None else f"{message}: at most {maximum}")


def member_of(pointer: str, where: Mapping[str, str]) -> str:
    """Return where in the request that stands which a pointer leads to in the bill."""
    if pointer.endswith("/emergency_telephone"):
        return _TELEPHONE
    known = max((one for one in where if f"{pointer}/".startswith(f"{one}/")), key=len, default="")
    rest = [name for name in _INDEX.sub(r"[\1]", pointer[len(known) :]).split("/") if name]
    if known.startswith("/references"):
        return where[known]
    names = [_MEMBERS.get(name.partition("[")[0], name.partition("[")[0]) + _index(name) for name in rest]
    return ".".join(filter(None, (where.get(known, ""), *names)))


def _index(name: str) -> str:
    return name[name.index("[") :] if "[" in name else ""
