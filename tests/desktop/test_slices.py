# SPDX-License-Identifier: MIT
"""A service is one slice: a folder, an entry, a help topic in both languages; nothing but the registry knows it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.operations import QUEUED
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.entry import ServiceEntry
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.registry import entries
from onlinesvc_desktop.desktop.services import CATALOGUE
from onlinesvc_desktop.desktop.targets import Place
from onlinesvc_desktop.shipped import shipped

PACKAGE = Path(__file__).parents[2] / "onlinesvc_desktop"
SLICES = sorted(file.parent for file in (PACKAGE / "desktop" / "services").glob("*/__init__.py"))


def test_every_slice_is_in_the_registry_and_every_service_opens():
    assert len(CATALOGUE) == len(SLICES)
    assert {re.sub("[A-Z]", lambda letter: "_" + letter.group().lower(), entry.where) for entry in CATALOGUE} == {
        slice_.name for slice_ in SLICES
    }
    assert set(entries()) == {*Service, *Place}
    assert sorted(file.name for file in (PACKAGE / "desktop" / "services").glob("*.py")) == ["__init__.py"]


def test_whatever_may_wait_has_words_in_one_service():
    kinds = [kind for entry in CATALOGUE for kind in entry.queued]
    assert sorted(kinds) == sorted(QUEUED)
    for entry in CATALOGUE:
        assert entry.formless | entry.quiet <= set(entry.queued)


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.where)
def test_a_service_is_one_slice(entry: ServiceEntry):
    for language in Language:
        assert shipped("resources", "help", language.value, f"{entry.topic or entry.where}.md").exists()
    assert (entry.group is None) == (not entry.icon)
    if entry.icon:
        assert shipped("resources", "icons", f"{entry.icon}.svg").exists()
    if entry.has_form:
        assert entry.queued
    entry.load()
    module = sys.modules[f"{entry.make_page.__module__}.page"]
    made_there = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
    assert any(issubclass(one, Page) for one in made_there)


def test_nothing_but_the_registry_imports_a_service():
    knows = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if re.search(r"desktop\.services\.\w+", file.read_text("utf-8"))
    }
    outside = {name for name in knows if not name.startswith("desktop/services/")}
    assert not outside


def test_the_registry_needs_no_qt():
    code = (
        "import sys; from onlinesvc_desktop.desktop.registry import entries; entries()\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
