# SPDX-License-Identifier: MIT
"""One French word for one thing, in the window, the help, the e-mails and the guide (docs/glossary.md)."""

import re

import pytest

from tests.desktop.test_catalogues import FRENCH_OUTSIDE, messages, translations

ELSEWHERE = {
    r"[Cc]ueill": "ramassage",
    r"expéditions? (en retard|avec|sans)": "envoi",
    r"[Ee]nvois? en attente|non envoyé »": "à transmettre",
    r"\b[Rr]éservés? (du|le)\b|[Ee]nvoi réservé": "enregistré",
    r"pris(es?)? en charge|[Pp]rendre en charge": "importer",
    r"première connexion|[Dd]éconnexion|se (dé)?connecte avec": "ouvrir, fermer une session",
    r"connexion privée|liaison protégée|sans protection": "connexion chiffrée",
    r"serveur de courrier": "serveur de courriel",
    r"(?<!en )[Rr]aison (du|de l)|avec (la|une|sa) raison|une raison (que|qui)": "motif",
    r"de ce genre": "ne correspond",
    r"\bvalides? (jusqu|[0-9])|\best valide": "valable",
    r"aux douanes": "à la douane",
    r"ne vont pas ensemble|Tous les gestes|lecteur à main|lorsqu’il a le focus|Cliquez (le|la) ": "a better phrase",
}
"""A pattern that no French text holds, and what stands there instead."""
TEXTS = [
    *[(f"ts {context}", text) for context, _, message in messages("fr") for text in translations(message)],
    *[(file.name, re.sub(r"<!--.*?-->", "", file.read_text("utf-8"), flags=re.DOTALL)) for file in FRENCH_OUTSIDE],
]


@pytest.mark.parametrize("pattern", ELSEWHERE)
def test_one_french_word_stands_for_one_thing(pattern: str):
    found = [
        (where, hit[0]) for where, text in TEXTS for hit in re.finditer(pattern, text.replace("\N{NO-BREAK SPACE}", " "))
    ]
    assert found == [], f"say {ELSEWHERE[pattern]}"


def test_the_french_texts_outside_the_catalogue_are_there():
    names = {file.name for file in FRENCH_OUTSIDE}
    assert {"home.md", "account_closed.fr.txt", "guide-exploitation.fr.md"} <= names
