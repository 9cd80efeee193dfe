# SPDX-License-Identifier: MIT
"""Who sees which document, why one is missing, and which part of a file is meant."""

import pytest

from onlinesvc_desktop.backend.rules.byte_range import RangeNotSatisfiableError, range_of
from onlinesvc_desktop.backend.rules.visibility import Sight
from onlinesvc_desktop.backend.services.documents.rules import Asker, kinds_of, may_see, missing
from onlinesvc_desktop.contract.codes import RIGHTS, Right
from onlinesvc_desktop.contract.documents import KINDS, DocumentKind, MissingReason

PAYER = Asker(Sight.PAYER, 1, False, RIGHTS)
PARTY = Asker(Sight.PARTY, 1, False, RIGHTS)
STRANGER = Asker(Sight.PUBLIC, 1, False, RIGHTS)
CLERK = Asker(Sight.PAYER, 1, False, (Right.SHIP,))
CARRIER = Asker(Sight.PAYER, None, True, ())


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_sees_nothing_and_the_carrier_everything(kind: DocumentKind):
    assert not may_see(STRANGER, kind)
    assert may_see(CARRIER, kind, owner=7)
    assert may_see(PAYER, kind)


def test_invoices_are_the_payers_and_claims_the_claimants():
    assert [kind for kind in KINDS if not may_see(PARTY, kind)] == [DocumentKind.INVOICE]
    assert [kind for kind in KINDS if not may_see(CLERK, kind)] == [DocumentKind.INVOICE, DocumentKind.CLAIM]
    assert may_see(PARTY, DocumentKind.CLAIM, owner=1)
    assert not may_see(PAYER, DocumentKind.CLAIM, owner=2)


def test_kinds_are_looked_for_in_their_order_and_none_means_all():
    assert kinds_of(()) == KINDS
    asked = (DocumentKind.PHOTO, DocumentKind.OTHER, DocumentKind.BILL_OF_LADING)
    assert kinds_of(asked) == (DocumentKind.BILL_OF_LADING, DocumentKind.PHOTO)


@pytest.mark.parametrize(
    ("asker", "kind", "is_delivered", "reason"),
    [
        (PARTY, DocumentKind.PROOF_OF_DELIVERY, False, MissingReason.NOT_DELIVERED),
        (PARTY, DocumentKind.PROOF_OF_DELIVERY, True, MissingReason.NOT_RECEIVED),
        (PARTY, DocumentKind.BILL_OF_LADING, False, MissingReason.NOT_RECEIVED),
        (PARTY, DocumentKind.PHOTO, True, MissingReason.NOT_MADE),
        (PARTY, DocumentKind.INVOICE, True, MissingReason.PAYER_ONLY),
        (CLERK, DocumentKind.INVOICE, True, MissingReason.RIGHT_MISSING),
        (CLERK, DocumentKind.CLAIM, True, MissingReason.RIGHT_MISSING),
        (CARRIER, DocumentKind.INVOICE, True, MissingReason.NOT_RECEIVED),
    ],
)
def test_what_is_missing_has_its_reason(asker: Asker, kind: DocumentKind, is_delivered: bool, reason: MissingReason):
    (found,) = missing(asker, (kind,), (), is_delivered)
    assert (found.kind, found.reason) == (kind, reason)


def test_what_is_there_is_not_missing_and_nobody_misses_what_he_did_not_ask_for():
    assert not list(missing(PARTY, (DocumentKind.PHOTO,), {DocumentKind.PHOTO}, True))
    assert [one.kind for one in missing(PARTY, (), (), True)] == [KINDS[0], KINDS[1]]


@pytest.mark.parametrize(
    ("header", "part"),
    [
        (None, None),
        ("", None),
        ("bytes=-", None),
        ("lines=1-2", None),
        ("bytes=0-1,4-5", None),
        ("bytes=5-2", None),
        ("bytes=0-0", (0, 0)),
        ("bytes=10-", (10, 99)),
        ("Bytes = 10-5000", (10, 99)),
        ("bytes=-5", (95, 99)),
        ("bytes=-5000", (0, 99)),
    ],
)
def test_a_range_is_one_part_or_the_whole(header: str | None, part: tuple[int, int] | None):
    assert range_of(header, 100) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_range_behind_the_end_cannot_be_satisfied(header: str):
    with pytest.raises(RangeNotSatisfiableError):
        range_of(header, 100)
