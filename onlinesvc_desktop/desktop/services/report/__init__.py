# SPDX-License-Identifier: MIT
"""The Shipment report: own shipments, what they add up to, and the way to have them by e-mail."""
