# SPDX-License-Identifier: MIT
"""Invented enterprises: customers of the carrier, the people they trade with, and their access codes."""

import random
import unicodedata
from dataclasses import dataclass

from onlinesvc_desktop.backend.sample.geography import CITIES
from onlinesvc_desktop.contract.codes import Language

_FIRST = (
    "Val-Clair", "Maple Ridge", "Grand-Pré", "Blue Heron", "Trois-Pins", "Stonebridge", "Belle-Rive", "Northgate",
    "Beaulieu", "Harbourview", "Des Érables", "Silver Creek", "Montfort", "Oakfield", "Cap-Rouge", "Fairhaven",
    "Sainte-Odile", "Kingsmere", "Lac-Bleu", "Redstone", "Boisclair", "Westbrook", "Clairval", "Pinecrest",
    "Rive-Sud", "Granite Bay", "Hautes-Terres", "Millbrook", "Saint-Amand", "Elmwood", "Porte-Neuve", "Amberley",
)  # fmt: skip
_TRADE_FR = ("Quincaillerie", "Aciers", "Emballages", "Meubles", "Pièces", "Peintures", "Textiles", "Matériaux")
_TRADE_EN = ("Hardware", "Steel", "Packaging", "Furniture", "Auto Parts", "Coatings", "Textiles", "Building Supply")
_STREETS = (
    "boul. Industriel", "rue du Parc", "chemin du Quai", "Commerce Drive", "Foundry Street", "rue de l'Usine",
    "Airport Road", "avenue des Pionniers", "Dock Road", "rue Principale",
)  # fmt: skip
_SIGNERS = (
    "A. Pelletier", "J. Okafor", "M. Lavoie", "S. Whitfield", "R. Banerjee", "C. Ouellet", "T. Marchetti",
    "L. Sauvageau", "D. Kowalchuk", "N. Beausoleil", "P. Ferris", "G. Desrosiers",
)  # fmt: skip
_WORDS = (
    "harbour", "maple", "lantern", "quarry", "velvet", "ribbon", "copper", "meadow", "paddle", "thunder", "willow",
    "saddle", "orchard", "pebble", "canvas", "marble", "timber", "garnet", "ferry", "clover",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Enterprise:
    """An enterprise at one address; ``customer`` is the row of its customer number, if it has one."""

    name: str
    city: int
    address1: str
    postal_code: str
    customer: int | None
    customer_number: str | None
    language: Language
    bill_prefix: str
    first_bill: int


def _postal_code(rng: random.Random, prefix: str) -> str:
    if prefix[0].isdigit():
        return prefix
    letters = "ABCEGHJKLMNPRSTVWXYZ"
    return f"{prefix} {rng.randrange(1, 10)}{rng.choice(letters)}{rng.randrange(1, 10)}"


def make_enterprises(rng: random.Random, customers: int, others: int) -> list[Enterprise]:
    """Return ``customers`` enterprises with a customer number, then ``others`` without one."""
    made = []
    for index in range(customers + others):
        city = rng.choices(range(len(CITIES)), weights=[8 if c.is_terminal else 3 for c in CITIES])[0]
        french = CITIES[city].province == "QC"
        first = _FIRST[index % len(_FIRST)]
        trade = rng.choice(_TRADE_FR if french else _TRADE_EN)
        branch = "" if index < len(_FIRST) else f" {index // len(_FIRST) + 1}"
        name = f"{trade} {first}{branch} inc." if french else f"{first} {trade}{branch} Ltd."
        made.append(
            Enterprise(
                name=name,
                city=city,
                address1=f"{rng.randrange(10, 9900)} {rng.choice(_STREETS)}",
                postal_code=_postal_code(rng, CITIES[city].postal_prefix),
                customer=index + 1 if index < customers else None,
                customer_number=f"{410_000 + index * 37}" if index < customers else None,
                language=Language.FRENCH if french else Language.ENGLISH,
                bill_prefix=rng.choice(("", "BL", "BOL")),
                first_bill=rng.randrange(1000, 1400),
            )
        )
    return made


def access_code_for(name: str, ordinal: int) -> str:
    """Return a code made of the enterprise's name and an ordinal."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = [word.strip(".-'") for word in plain.replace("-", " ").split() if word.isascii()]
    return "".join(word[:4] for word in words[:2]).upper() + f"{ordinal:02d}"


def passphrase(rng: random.Random) -> str:
    """Return a passphrase of three words and a number."""
    return "-".join([*rng.sample(_WORDS, 3), str(rng.randrange(1000, 9999))])


def signer(rng: random.Random) -> str:
    """Return the name of someone who signed for a delivery."""
    return rng.choice(_SIGNERS)
