# SPDX-License-Identifier: MIT
"""The address book."""

from functools import partial

from onlinesvc_desktop.backend.api.kept import Shelves
from onlinesvc_desktop.backend.api.route import Route
from onlinesvc_desktop.backend.services.addresses.store import content_of
from onlinesvc_desktop.backend.services.addresses.take import take
from onlinesvc_desktop.contract.addresses import (
    ADD_ADDRESS,
    CHANGE_ADDRESS,
    GET_ADDRESS,
    IMPORT_ADDRESSES,
    LIST_ADDRESSES,
    MAX_ADDRESSES,
    REMOVE_ADDRESS,
    AddressBody,
    AddressItem,
)

ADDRESSES = Shelves("address", AddressBody, AddressItem, MAX_ADDRESSES, content_of)

ROUTES = (
    # Before the entries: "import" would be taken for the number of one.
    Route(IMPORT_ADDRESSES, partial(take, ADDRESSES)),
    Route(LIST_ADDRESSES, ADDRESSES.show),
    Route(GET_ADDRESS, ADDRESSES.read),
    Route(ADD_ADDRESS, partial(ADDRESSES.add, ADD_ADDRESS)),
    Route(CHANGE_ADDRESS, partial(ADDRESSES.change, CHANGE_ADDRESS)),
    Route(REMOVE_ADDRESS, partial(ADDRESSES.remove, REMOVE_ADDRESS)),
)
