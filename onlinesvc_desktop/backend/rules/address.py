# SPDX-License-Identifier: MIT
"""Who counts as one asker by network address: an IPv4 address, or the /64 that an IPv6 site or household is given."""

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address, ip_network

_SUBSCRIBER_BITS = 64


def network_of(address: str) -> str:
    """Return what an address is counted by; a text that is no address, as a socket of the machine has, stays as it is."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((found, _SUBSCRIBER_BITS), strict=False))


def is_within(address: str, networks: Iterable[str]) -> bool:
    """Tell whether an address lies in one of the networks, or is one of the addresses, that are named."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return any(found in ip_network(network, strict=False) for network in networks)
