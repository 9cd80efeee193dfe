# SPDX-License-Identifier: MIT
"""Points served: the service table, who is meant by a postal code or a city, and the files it comes in."""
