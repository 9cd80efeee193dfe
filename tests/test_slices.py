# SPDX-License-Identifier: MIT
"""A service is one slice (ADR 0012): one word for it in every room, and no shared list of its parts but the registries."""

from pathlib import Path

import pytest

from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.contract.operations import OPERATIONS
from onlinesvc_desktop.contract.outbox import MailKind

PACKAGE = Path(__file__).parents[1] / "onlinesvc_desktop"
SLICES = PACKAGE / "backend" / "services"
NAMES = [service.name for service in SERVICES]


def test_every_service_of_the_folder_is_registered_once():
    folders = [file.parent.name for file in SLICES.glob("*/api.py")]
    assert sorted(NAMES) == sorted(folders)


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_a_service_is_one_slice(service):
    messages = f"onlinesvc_desktop.contract.{service.name}"
    assert (PACKAGE / "contract" / f"{service.name}.py").exists()
    assert (SLICES / service.name / "api.py").exists()
    members = vars(__import__(messages, fromlist=["*"])).values()
    declared = {one.name for one in OPERATIONS if any(one is member for member in members)}
    assert declared <= {route.operation.name for route in service.routes}


@pytest.mark.parametrize("kind", [kind for kind in MailKind if kind is not MailKind.OTHER])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_of_mail_has_one_template_in_each_language(kind: MailKind, language: str):
    name = f"{kind.value}.{language}.txt"
    assert len([*SLICES.glob(f"*/mail/{name}"), *(PACKAGE / "backend" / "mail" / "templates").glob(name)]) == 1
