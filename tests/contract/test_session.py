# SPDX-License-Identifier: MIT
"""What an access code may do, by the rights it has."""

from msgspec import UNSET

from onlinesvc_desktop.contract.codes import Language, Right, Role
from onlinesvc_desktop.contract.session import Profile


def test_what_needs_no_right_everybody_may_and_a_server_without_rights_takes_none_away():
    old = Profile("MTREMBLAY", Role.CUSTOMER, Language.FRENCH)
    assert old.rights is UNSET
    assert old.has(Right.INVOICES)
    shipping = Profile("MTREMBLAY", Role.CUSTOMER, Language.FRENCH, rights=(Right.SHIP,))
    assert (shipping.has(None), shipping.has(Right.SHIP), shipping.has(Right.INVOICES)) == (True, True, False)
