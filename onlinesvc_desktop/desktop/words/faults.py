# SPDX-License-Identifier: MIT
"""One sentence for each fault: what happened, what is still fine, what to do next."""

from collections.abc import Sequence
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.faults import (
    BadAnswer,
    Cancelled,
    Fault,
    Invalid,
    NotSignedIn,
    Offline,
    ProgramFailed,
    Refused,
    ServerFailed,
    SessionExpired,
    TimedOut,
    TlsFailed,
    TlsProblem,
    TooMany,
)
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.mark import QT_TRANSLATE_NOOP

_REFUSED: Final = {
    ErrorCode.SIGN_IN_FAILED: QT_TRANSLATE_NOOP(
        "Fault", "The access code or password is incorrect. Check both and try again."
    ),
    ErrorCode.ACCOUNT_CLOSED: QT_TRANSLATE_NOOP("Fault", "This access code is closed. Request a new one with the form."),
    ErrorCode.ACCOUNT_LOCKED: QT_TRANSLATE_NOOP(
        "Fault", "This access code is locked. Call customer service to have it unlocked."
    ),
    ErrorCode.TEMPORARY_PASSWORD_EXPIRED: QT_TRANSLATE_NOOP(
        "Fault", "The temporary password has expired. Ask for a new one under “Forgot your password?”."
    ),
    ErrorCode.ALREADY_DECIDED: QT_TRANSLATE_NOOP("Fault", "This request was already decided. The list shows the decision."),
    ErrorCode.WRONG_STATE: QT_TRANSLATE_NOOP(
        "Fault", "This is no longer possible: it has changed since you opened the list. The list shows how it stands now."
    ),
    ErrorCode.IDEMPOTENCY_KEY_REUSED: QT_TRANSLATE_NOOP(
        "Fault", "An earlier version of this had already arrived, so nothing was sent. To send this one too, send it again."
    ),
    ErrorCode.CHANGED_MEANWHILE: QT_TRANSLATE_NOOP(
        "Fault", "Somebody else changed this meanwhile. Nothing of either is lost; look at both and choose."
    ),
    ErrorCode.LAST_ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "Fault",
        "This is the only administrator left. Create another administrator first (see the"
        " operating guide); nothing was changed.",
    ),
    ErrorCode.NO_NUMBERS_LEFT: QT_TRANSLATE_NOOP(
        "Fault",
        "The carrier has no free autopro numbers left. Nothing was issued and nothing is lost; tell the carrier, then try"
        " again.",
    ),
    ErrorCode.NO_TARIFF: QT_TRANSLATE_NOOP(
        "Fault", "The carrier has no tariff for that day, so there is no price. Choose another day, or call for one."
    ),
    ErrorCode.NO_ZONE: QT_TRANSLATE_NOOP(
        "Fault", "The tariff does not cover this place, so there is no price. Call for a quote."
    ),
    ErrorCode.NO_LANE: QT_TRANSLATE_NOOP(
        "Fault", "The tariff has no rate between these two places, so there is no price. Call for a quote."
    ),
    ErrorCode.NO_FUEL: QT_TRANSLATE_NOOP(
        "Fault", "The tariff has no fuel surcharge for that day, so there is no price. Choose another day, or call."
    ),
    ErrorCode.TOO_HEAVY: QT_TRANSLATE_NOOP(
        "Fault", "This is more than the tariff can price. Check the weights and sizes, or call for a quote."
    ),
    ErrorCode.SHIPMENT_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Fault", "No shipment has this number. Check the nine digits on the sticker of the bill of lading."
    ),
    ErrorCode.PASSWORD_CHANGE_REQUIRED: QT_TRANSLATE_NOOP(
        "Fault", "A new password must be chosen first. Everything else opens right after."
    ),
    ErrorCode.FORBIDDEN: QT_TRANSLATE_NOOP("Fault", "Your access code does not allow this."),
    ErrorCode.RIGHT_MISSING: QT_TRANSLATE_NOOP(
        "Fault", "Your access code does not have the right to do this. Ask your administrator for it; nothing was changed."
    ),
    ErrorCode.BODY_TOO_LARGE: QT_TRANSLATE_NOOP("Fault", "This request is too large. Nothing was sent; try with less."),
}
_TLS: Final = {
    TlsProblem.UNTRUSTED: QT_TRANSLATE_NOOP(
        "Fault",
        "The server’s certificate is not trusted, so nothing was sent. Ask your administrator which certificate to install.",
    ),
    TlsProblem.WRONG_NAME: QT_TRANSLATE_NOOP(
        "Fault",
        "The server’s certificate is for another name, so nothing was sent. Check the server’s"
        " address with your administrator.",
    ),
    TlsProblem.EXPIRED: QT_TRANSLATE_NOOP(
        "Fault",
        "The server’s certificate is out of date, so nothing was sent. Check the date of this"
        " computer, then ask your administrator to renew the certificate.",
    ),
    TlsProblem.NO_TLS: QT_TRANSLATE_NOOP(
        "Fault",
        "The server does not offer an encrypted connection, so nothing was sent. Check the"
        " server’s address with your administrator.",
    ),
    TlsProblem.AUTHORITY_FILE: QT_TRANSLATE_NOOP(
        "Fault",
        "The certificate file of your site cannot be read, so nothing was sent. Choose it again under “Change…” at the"
        " bottom of the window.",
    ),
}


def fault_words(fault: Fault, phone_numbers: Sequence[str] = ()) -> str:  # noqa: C901, PLR0912 - one case per fault
    """Return the sentence for a fault in the current language; the last resort names the numbers to call (P15)."""
    match fault:
        case Offline():
            return QCoreApplication.translate(
                "Fault", "The server cannot be reached. Your entries are kept; try again when the status bar says Online."
            )
        case TimedOut():
            return QCoreApplication.translate(
                "Fault", "The server did not answer in time. What you typed is kept; try again in a moment."
            )
        case TlsFailed(problem):
            return QCoreApplication.translate("Fault", _TLS[problem])
        case NotSignedIn():
            return QCoreApplication.translate("Fault", "Sign in on the left to continue.")
        case SessionExpired():
            return QCoreApplication.translate(
                "Fault", "Your session has ended. What you typed is kept; sign in again to continue."
            )
        case Refused(code):
            if code in _REFUSED:
                return QCoreApplication.translate("Fault", _REFUSED[code])
            return _call_us(
                QCoreApplication.translate("Fault", "The server refused the request. Nothing was changed."),
                phone_numbers,
            )
        case Invalid():
            return QCoreApplication.translate("Fault", "Some fields need a correction. The rest is kept.")
        case TooMany(seconds):
            return Counted().too_many_requests(seconds)
        case ServerFailed(ErrorCode.UNAVAILABLE, request):
            return _call_us(
                QCoreApplication.translate(
                    "Fault",
                    "The server cannot answer for the moment and comes back by itself. What you typed is kept; try again"
                    " when the status bar says Online.",
                ),
                phone_numbers,
                request,
            )
        case ServerFailed(_, request):
            return _call_us(
                QCoreApplication.translate(
                    "Fault", "The server had a problem. What you typed is kept; try again in a moment."
                ),
                phone_numbers,
                request,
            )
        case BadAnswer():
            return QCoreApplication.translate(
                "Fault",
                "Something other than our server answered, perhaps a network sign-in page. Open a web browser to check"
                " the network, then try again.",
            )
        case Cancelled():
            return QCoreApplication.translate("Fault", "Stopped. Nothing was changed.")
        case ProgramFailed():
            return _call_us(
                QCoreApplication.translate(
                    "Fault",
                    "Something went wrong in this program. The details were saved in its log. You can go on working.",
                ),
                phone_numbers,
            )
        case _:
            assert_never(fault)


def _call_us(sentence: str, phone_numbers: Sequence[str], request: str = "") -> str:
    if not phone_numbers:
        return sentence
    if request:
        return QCoreApplication.translate(
            "Fault", "{sentence} If the problem continues, call {numbers} and give the code {request}."
        ).format(sentence=sentence, numbers=" · ".join(phone_numbers), request=f"{request[:4]} {request[4:]}")
    return QCoreApplication.translate("Fault", "{sentence} If the problem continues, call {numbers}.").format(
        sentence=sentence, numbers=" · ".join(phone_numbers)
    )
