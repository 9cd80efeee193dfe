# SPDX-License-Identifier: MIT
"""Tables that several services share, by area, as they stand after the newest migration.

Instants are stored as seconds since 1970 in UTC plus the offset in minutes that the source gave; weights in grams; money in
cents. Places and parties are shared rows, so a shipment stays narrow at ten million of them.
"""
