# SPDX-License-Identifier: MIT
"""Every service of the registry is known everywhere: to the server, the help, its search and both guides of a site."""

import re
from pathlib import Path

import pytest

from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.info import GET_INFO
from onlinesvc_desktop.contract.operations import OPERATIONS
from onlinesvc_desktop.contract.services import ADMINISTRATOR_SERVICES, LOCKED_SERVICES, Service
from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.help.topics import all_topics, topic
from onlinesvc_desktop.desktop.services import CATALOGUE
from onlinesvc_desktop.desktop.services.administration.page import AdministrationPage
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample, serving

ROOT = Path(__file__).parents[2]
GUIDES = {Language.ENGLISH: "operating-guide.en.md", Language.FRENCH: "guide-exploitation.fr.md"}
TYPED = {
    "documents": (
        ("proof of delivery", "pod", "scan", "weight inspection", "signed", "merge pdf"),
        ("preuve de livraison", "pod", "numerisation", "pesee", "signe", "bon de livraison"),
    ),
    "invoices": (
        ("invoice", "past due", "statement", "dispute", "billed wrong", "overcharge", "owed"),
        ("facture", "echue", "etat de compte", "contester", "surfacturation", "solde"),
    ),
    "claims": (
        ("damage", "loss", "shortage", "broken", "claim", "notice"),
        ("dommage", "perte", "manquant", "bris", "reclamation", "avis"),
    ),
    "rateQuote": (("quote", "price", "cost", "tariff", "estimate"), ("soumission", "prix", "cout", "tarif")),
    "pickup": (("pickup", "collect", "driver"), ("ramassage", "cueillette", "chauffeur")),
    "billOfLading": (("bill of lading", "bol", "label", "shipping"), ("connaissement", "etiquette", "expedier")),
    "addresses": (("address book", "consignee", "import"), ("carnet", "destinataire", "importer")),
    "transitTimes": (("transit", "how long", "days"), ("delai", "combien de temps", "jours")),
}
"""What clerks type, in English and in French without accents."""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("key", TYPED)
def test_the_help_of_a_service_is_found_by_the_words_that_clerks_type(key: str, language: Language):
    found = topic(key, language, ())
    words = TYPED[key][0 if language is Language.ENGLISH else 1]
    assert [one for one in words if not found.has(folded(one).split())] == []
    assert key in {one.key for one in all_topics(language, ())}


def _title(entry: ServiceEntry, language: Language) -> str:
    key = "questions" if entry.where == Service.HELP else entry.topic or entry.where
    return topic("tracingService" if key == "tracing" else key, language, ()).title


@pytest.mark.parametrize("language", list(Language))
def test_the_guide_of_a_site_names_every_service(language: Language):
    text = (ROOT / "docs" / GUIDES[language]).read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ").casefold()
    titles = [_title(entry, language) for entry in CATALOGUE if entry.where != Service.HELP]
    assert [one for one in titles if one.casefold() not in text] == []


def test_the_help_of_administrators_names_every_tab_in_both_languages(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    clerk.wait(lambda: clerk.sees("administration.page"))
    page = clerk.find("administration.page", AdministrationPage)
    for language in Language:
        clerk.program.language.switch_to(language)
        text = topic("administration", language, ()).text
        assert [tab.title_words() for tab in page._parts if f"**{tab.title_words()}**" not in text] == []


def test_the_server_offers_every_service_and_describes_every_operation(data_dir: Path):
    with serving(data_dir) as server:
        info = server.ask("GET", GET_INFO.path).json()
        offered = {one["service"]: one["requires_access"] for one in info["services"]}
        paths = server.ask("GET", "/openapi.json").json()["paths"]
    shown = [one for one in Service if one not in ADMINISTRATOR_SERVICES]
    assert offered == {one.value: one in LOCKED_SERVICES for one in shown}
    for operation in OPERATIONS:
        assert operation.method.lower() in paths[operation.path], operation.name
    doors = ["/xml/tracing", *(door.path for service in SERVICES for door in service.xml)]
    assert sorted(info["doors"]) == sorted([*doors, "/bol/v1/app/", "/bol/v1/app/{pro}"])
    for service in SERVICES:
        for door in service.xml:
            assert door.path in paths
        for standard in service.doors:
            assert set(paths[standard.path]) == set(standard.described)


def test_what_the_carrier_xml_and_the_letters_carry_is_written_down():
    carrier = (ROOT / "docs" / "carrier-xml.md").read_text("utf-8")
    for service in SERVICES:
        for door in service.xml:
            assert f"POST {door.path}`" in carrier
            assert f"<{door.request}>" in carrier
            assert f"<{door.results}>" in carrier
    electronic = (ROOT / "docs" / "electronic-bill.md").read_text("utf-8")
    for service in SERVICES:
        for standard in service.doors:
            assert [one for one in standard.described if f"`{one.upper()} {standard.path}`" not in electronic] == []
    letters = (ROOT / "docs" / "exchange.md").read_text("utf-8").casefold()
    kept = (
        "requests",
        "passwords",
        "bills",
        "pickups",
        "documents",
        "invoices",
        "quotes",
        "claims",
        "addresses",
        "templates",
    )
    assert [one for one in kept if not re.search(rf"\b{one}\b", letters)] == []
