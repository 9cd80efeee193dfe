# SPDX-License-Identifier: MIT
"""Rate quotes: what a shipment costs by the carrier's tariff."""
