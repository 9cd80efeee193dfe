# SPDX-License-Identifier: MIT
"""What is written of an address."""

import msgspec

from onlinesvc_desktop.backend.services.addresses.rules import match_key
from onlinesvc_desktop.backend.store.kept import Content
from onlinesvc_desktop.contract.addresses import AddressBody, searched_text


def content_of(body: AddressBody) -> Content:
    """Return what is written of an entry."""
    values = msgspec.to_builtins(body)
    text = searched_text(values)
    return Content(msgspec.json.encode(body).decode(), text, body.shared, body.code, match_key(body))
