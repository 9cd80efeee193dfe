# SPDX-License-Identifier: MIT
"""A believable carrier made from a seed: places, customers, access codes, shipments with their histories."""
