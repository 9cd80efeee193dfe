# SPDX-License-Identifier: MIT
"""Messages of the administrator's customers and their company keys (domain.md 1.2)."""

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.session import Instant


class CompanyKeyItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One company key as it is listed: never its authorization."""

    requestor: str
    created_at: Instant
    revoked_at: Instant | UnsetType = UNSET


class CompanyKey(msgspec.Struct, frozen=True):
    """A company key as it was just issued; the authorization is shown this once."""

    requestor: str
    authorization: str


class CustomerItem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One customer, with the access codes that are not closed counted."""

    id: int
    number: str
    name: str
    language: Language
    created_at: Instant
    open_access_codes: int
    address1: str = ""
    city: str = ""
    province: str = ""
    postal_code: str = ""
    company_keys: tuple[CompanyKeyItem, ...] = ()


class CustomerPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of customers."""

    items: tuple[CustomerItem, ...]
    cursor: str | UnsetType = UNSET
