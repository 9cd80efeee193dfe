# SPDX-License-Identifier: MIT
"""An address as every shipping service has it."""

import msgspec
from msgspec import UNSET, UnsetType

from onlinesvc_desktop.contract.fields import Email, ShortText


class Address(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whom goods come from or go to, and where; ``country`` is ISO 3166 alpha-2."""

    name: ShortText
    address1: ShortText
    city: ShortText
    province: ShortText
    postal_code: ShortText
    country: ShortText
    attention: ShortText | UnsetType = UNSET
    address2: ShortText | UnsetType = UNSET
    unit: ShortText | UnsetType = UNSET
    telephone: ShortText | UnsetType = UNSET
    extension: ShortText | UnsetType = UNSET
    email: Email | UnsetType = UNSET
