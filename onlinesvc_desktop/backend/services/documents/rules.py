# SPDX-License-Identifier: MIT
"""Who sees which document of a shipment, and why one that was asked for is not there."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from onlinesvc_desktop.backend.rules.visibility import Sight
from onlinesvc_desktop.contract.codes import Right
from onlinesvc_desktop.contract.documents import KINDS, DocumentKind, MissingDocument, MissingReason

_DUE = frozenset({DocumentKind.BILL_OF_LADING, DocumentKind.PROOF_OF_DELIVERY, DocumentKind.INVOICE})
"""What every shipment has sooner or later."""
_EXPECTED = (DocumentKind.BILL_OF_LADING, DocumentKind.PROOF_OF_DELIVERY)
"""What is missed when nobody asks for certain kinds."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Whoever asks, before one shipment."""

    sight: Sight
    customer_id: int | None
    is_administrator: bool
    rights: tuple[Right, ...]


def kinds_of(asked: Sequence[DocumentKind]) -> tuple[DocumentKind, ...]:
    """Return the kinds that are looked for, in their usual order."""
    return tuple(kind for kind in KINDS if not asked or kind in asked)


def may_see(asker: Asker, kind: DocumentKind, owner: int | None = None) -> bool:
    """Tell whether an asker sees documents of a kind; what has an owner is seen by that customer and by administrators."""
    if asker.is_administrator:
        return True
    if owner is not None and owner != asker.customer_id:
        return False
    return asker.sight >= Sight.PARTY and _hidden(asker, kind) is None


def _hidden(asker: Asker, kind: DocumentKind) -> MissingReason | None:
    """Return what keeps a party from documents of a kind; money is the payer's (design section 6)."""
    if kind is DocumentKind.INVOICE and asker.sight < Sight.PAYER:
        return MissingReason.PAYER_ONLY
    needed = {DocumentKind.INVOICE: Right.INVOICES, DocumentKind.CLAIM: Right.CLAIMS}.get(kind)
    return MissingReason.RIGHT_MISSING if needed is not None and needed not in asker.rights else None


def missing(
    asker: Asker, asked: Sequence[DocumentKind], have: Collection[DocumentKind], is_delivered: bool
) -> Iterator[MissingDocument]:
    """Say why each kind that is not there is not, those that were asked for or else those that all have in the end."""
    for kind in kinds_of(asked) if asked else _EXPECTED:
        if kind in have:
            continue
        hidden = None if asker.is_administrator else _hidden(asker, kind)
        yield MissingDocument(kind, hidden or _why(kind, is_delivered))


def _why(kind: DocumentKind, is_delivered: bool) -> MissingReason:
    if kind not in _DUE:
        return MissingReason.NOT_MADE
    if kind is DocumentKind.PROOF_OF_DELIVERY and not is_delivered:
        return MissingReason.NOT_DELIVERED
    return MissingReason.NOT_RECEIVED
