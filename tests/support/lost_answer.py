# SPDX-License-Identifier: MIT
"""A link that breaks after the backend has acted and before its answer arrives."""

from typing import Any

import pytest

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.faults import FaultError, TimedOut
from onlinesvc_desktop.contract.operation import Operation


def lose_answers(monkeypatch: pytest.MonkeyPatch, operation: Operation[Any]) -> None:
    """Let what is sent with one operation arrive, and lose every answer to it, until the monkeypatch is undone."""
    send = ApiClient.send

    def lose(client: ApiClient, sent: Operation[Any], *arguments: Any, **named: Any) -> Any:
        answer = send(client, sent, *arguments, **named)
        if sent is operation:
            raise FaultError(TimedOut())
        return answer

    monkeypatch.setattr(ApiClient, "send", lose)
