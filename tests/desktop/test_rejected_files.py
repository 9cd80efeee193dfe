# SPDX-License-Identifier: MIT
"""Why a file was rejected, in words of both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from onlinesvc_desktop.backend.intake.tables.headings import HeadingsError
from onlinesvc_desktop.backend.intake.tables.rows import TableFault
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.words.intake import rejection_words


@pytest.mark.usefixtures("qapp")
def test_each_reason_is_said_in_both_languages():
    said = []
    language = LanguageService(Language.ENGLISH)
    for one in (Language.ENGLISH, Language.FRENCH):
        language.switch_to(one)
        QApplication.processEvents()
        said.append([rejection_words(code) for code in ("not_readable", "headings", *TableFault)])
    english, french = said
    assert not {words for words in english if "_" in words or not words.endswith(".")}
    assert not set(english) & set(french)
    detailed = rejection_words(f"headings: {HeadingsError(('status',), ('Nom', 'Ville'))}").replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert detailed.startswith("Des colonnes requises manquent dans le tableau. Il manque : ")
    assert detailed.endswith(". Dans le fichier : Nom, Ville.")
    assert "status" not in detailed
    assert rejection_words("not_readable: ValueError") == "Le fichier ne peut pas être lu."
    assert rejection_words("a later code") == "a later code"
    language._remove()
