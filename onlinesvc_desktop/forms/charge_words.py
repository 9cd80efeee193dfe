# SPDX-License-Identifier: MIT
"""The words of charges and taxes on paper, French first, and how an amount came about."""

import re
from typing import Final

_CHARGES: Final = {
    "freight": "Transport / Freight",
    "discount": "Escompte / Discount",
    "minimum": "Porté au minimum / Raised to minimum",
    "fuel": "Supplément de carburant / Fuel surcharge",
    "APT": "Rendez-vous / Appointment",
    "TGPU": "Hayon au ramassage / Tailgate at pickup",
    "TGDL": "Hayon à la livraison / Tailgate at delivery",
    "RESPU": "Résidence, ramassage / Residence, pickup",
    "RESDL": "Résidence, livraison / Residence, delivery",
    "LTDAP": "Accès limité, ramassage / Limited access, pickup",
    "LTDAD": "Accès limité, livraison / Limited access, delivery",
    "INSPU": "Ramassage à l’intérieur / Inside pickup",
    "INSD": "Livraison à l’intérieur / Inside delivery",
    "AHR": "Hors des heures / After hours",
    "HEAT": "Protection contre le gel / Protection from freezing",
    "HAZ": "Marchandises dangereuses / Dangerous goods",
    "VAL": "Valeur déclarée / Declared value",
    "COD": "Contre remboursement / COD",
}
_TAXES: Final = {"gst": "TPS / GST", "qst": "TVQ / QST", "hst": "TVH / HST"}
_FREIGHT: Final = re.compile(r"(\S+) lb @ (\S+)/cwt")
_FUEL: Final = re.compile(r"(\S+) % (\d{4}-\d\d-\d\d)")


def charge_words(code: str) -> str:
    """Return the name of a charge; a code of another make as it is."""
    return _CHARGES.get(code, code)


def tax_words(code: str) -> str:
    """Return the name of a tax; a code of another make in capitals."""
    return _TAXES.get(code, code.upper())


def basis_words(basis: str) -> str:
    """Return the basis of a line; figures read alike in both languages."""
    if found := _FREIGHT.match(basis):
        return f"{found[1]} lb x {found[2]} $ / 100 lb"
    if found := _FUEL.fullmatch(basis):
        return f"{found[1]} %, {found[2]}"
    return "" if basis == "flat" else basis.replace("/cwt", " $ / 100 lb")
