# SPDX-License-Identifier: MIT
"""What is said when a change of the watch list was answered, or waits."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.faults import Invalid
from onlinesvc_desktop.contract.limits import MAX_WATCHED
from onlinesvc_desktop.contract.watch_list import WatchCount
from onlinesvc_desktop.desktop.jobs import Err
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Answer, NotKept, Returned, Sent, Waiting
from onlinesvc_desktop.desktop.words.counted import Counted

Words = Callable[[], str]


def watch_words(answer: Answer, fault_words: Callable[[Err], Words]) -> tuple[Tone, Words]:
    """Return how and what to say."""
    match answer:
        case Sent(_, WatchCount(watched)):
            return Tone.SUCCESS, lambda: Counted().watched_now(watched)
        case Sent() | Waiting():
            return Tone.INFO, _noted
        case Returned(_, Invalid()):
            return Tone.WARNING, lambda: Counted().watch_list_full(MAX_WATCHED)
        case Returned(_, fault) | NotKept(fault):
            return Tone.WARNING, fault_words(Err(fault))
        case _:
            assert_never(answer)


def _noted() -> str:
    return QCoreApplication.translate(
        "TracingPage", "Noted. The watch list on the server follows as soon as it can be reached."
    )
