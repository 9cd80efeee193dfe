# SPDX-License-Identifier: MIT
"""The catalogues are complete, fresh and faithful; the code never hands a translator what it cannot translate."""

import ast
import re
import shutil
import string
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from onlinesvc_desktop.backend.mail.stages import stage_word
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.status import REASON_CODES, STAGE_OF_STATUS, Stage
from onlinesvc_desktop.desktop.help.topics import all_topics, questions, topic_keys
from onlinesvc_desktop.desktop.words import status

ROOT = Path(__file__).parents[2]
DESKTOP = sorted((ROOT / "onlinesvc_desktop" / "desktop").rglob("*.py"))


def messages(language: str) -> list[tuple[str, str, ElementTree.Element]]:
    tree = ElementTree.parse(ROOT / "translations" / f"onlinesvc_{language}.ts").getroot()
    return [
        (context.findtext("name") or "", message.findtext("source") or "", message)
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def translations(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_unfinished_or_empty(language: str):
    for context, source, message in messages(language):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, (context, source)
        assert all(translations(message)), (context, source)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_placeholders_of_source_and_translation_match(language: str):
    for _, source, message in messages(language):
        fields = {name for _, name, _, _ in string.Formatter().parse(source) if name}
        for text in translations(message):
            assert {name for _, name, _, _ in string.Formatter().parse(text) if name} == fields, source
            assert ("%n" in text) == ("%n" in source), source


def test_french_typography():
    for _, source, message in messages("fr"):
        for text in translations(message):
            if "MMM" in source:
                continue
            assert not re.search(r"(?<!\u00a0):(?!//|(?<=\d:)[0-9A-Z])", text), (
                text
            )  # 02:KWAY and an address with its port are codes
            assert not re.search(r"\s[;!?]", text), text
            assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»", text), text
            assert "'" not in text, text


def test_lupdate_finds_nothing_new(tmp_path: Path):
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    for language, more in (("fr", []), ("en", ["-pluralonly"])):
        original = ROOT / "translations" / f"onlinesvc_{language}.ts"
        copy = tmp_path / original.name
        shutil.copy(original, copy)
        command: list[str | Path] = [lupdate, *more, "-no-obsolete", "-locations", "none", *DESKTOP, "-ts", copy]
        subprocess.run(command, check=True, capture_output=True)
        assert copy.read_text() == original.read_text(), "run: python3 dev.py translations"


def test_an_e_mail_calls_a_stage_what_the_window_calls_it():
    french = {source: translations(message)[0] for context, source, message in messages("fr") if context == "Stage"}
    for stage, english in status._STAGE.items():
        assert stage_word(stage, Language.ENGLISH) == english
        assert stage_word(stage, Language.FRENCH) == french[english]


def test_every_code_has_words():
    assert set(status._STATUS) == set(STAGE_OF_STATUS)
    assert set(status._REASON) == set(REASON_CODES) - {"NS"}
    assert set(status._STAGE) == set(Stage)


@pytest.mark.parametrize("file", DESKTOP, ids=lambda file: file.name)
def test_translators_are_given_literals_inside_functions(file: Path):
    tree = ast.parse(file.read_text("utf-8"))
    inside = {node for function in ast.walk(tree) if isinstance(function, _FUNCTION) for node in ast.walk(function)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr":
            assert isinstance(node.args[0], ast.Constant), f"line {node.lineno}"
            assert node in inside, f"line {node.lineno}: translated at import"
        if name == "translate" and len(node.args) >= 2:
            assert isinstance(node.args[0], ast.Constant), f"line {node.lineno}"
            assert node in inside, f"line {node.lineno}: translated at import"
            if not isinstance(node.args[1], ast.Constant):
                # A stored key, marked with QT_TRANSLATE_NOOP where it is defined.
                assert isinstance(node.args[1], ast.Subscript | ast.Attribute | ast.Name), f"line {node.lineno}"


_FUNCTION = (ast.FunctionDef, ast.Lambda)


@pytest.mark.parametrize("language", list(Language))
def test_every_topic_is_there_with_the_telephone_numbers(language: Language):
    numbers = ("514-856-5559", "1-800-856-5559")
    topics = all_topics(language, numbers)
    assert len(topics) == 10 + len(topic_keys())
    for topic in topics:
        assert topic.title
        assert topic.text
        assert "{" not in topic.text
    assert len(questions(language, numbers)) == 10
    assert numbers[0] in questions(language, numbers)[9].text


def test_every_french_title_is_found_when_typed_with_the_apostrophe_of_the_keyboard():
    topics = all_topics(Language.FRENCH, ("514-555-0100",))
    for topic in topics:
        typed = folded(topic.title.replace("’", "'").replace("\u00a0", " "))
        assert typed.isascii(), topic.title
        assert topic.key in {one.key for one in topics if typed in folded(f"{one.title} {one.text}")}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ENGLISH, ["tracking", "probill", "invoice", "junk", "keyboard", "offline", "logout", "barcode"]),
        (Language.FRENCH, ["suivi", "probill", "facture", "clavier", "pourriel", "hors ligne", "ramassage", "identifiant"]),
    ],
)
def test_help_is_found_by_the_words_people_use(language: Language, words: list[str]):
    topics = all_topics(language, ("514-555-0100",))
    assert [word for word in words if not any(topic.has(folded(word).split()) for topic in topics)] == []


FRENCH_OUTSIDE = sorted(
    [
        *(ROOT / "resources" / "help" / "fr").glob("*.md"),
        *(ROOT / "onlinesvc_desktop" / "backend").rglob("*.fr.txt"),
        *(ROOT / "docs").glob("*.fr.md"),
    ]
)


@pytest.mark.parametrize("file", FRENCH_OUTSIDE, ids=lambda file: file.name)
def test_french_typography_outside_the_catalogue(file: Path):
    text = re.sub(r"```.*?```|`[^`]*`|<!--.*?-->|\{[{%].*?[}%]\}|\]\([^)]*\)", "0", file.read_text("utf-8"), flags=re.DOTALL)
    for line in text.splitlines():
        assert not re.search(r"[^\S\u00a0]:(\s|$)", line), line
        assert not re.search(r"\s[;!?](\s|$)", line), line
        assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»", line), line
        assert not re.search(r"\w'\w", line), line
        assert not re.search(r"\d (000|heures|minutes|secondes|mois|jours|Go|Mo|%)\b", line), line


def test_both_languages_have_the_same_help_files():
    folder = ROOT / "resources" / "help"
    assert {file.name for file in (folder / "en").iterdir()} == {file.name for file in (folder / "fr").iterdir()}
