# SPDX-License-Identifier: MIT
"""Members of paths that name nothing: what no sample has, so that nothing that is asked with them changes anything."""

NOTHING = {
    "autopro": "123456789",
    "id": "999999",
    "code": "NOBODY",
    "requestor": "ABCDEF",
    "name": "nobody",
    "confirmation_number": "P99999999999",
    "number": "Q999999999",
    "bol_number": "NOBODY99",
    "claim_number": "C999999999",
    "token": "999999-abcdefghijklmnopqrstuv",
    "invoice_number": "NOBODY-99",
    "document": "999999",
}
