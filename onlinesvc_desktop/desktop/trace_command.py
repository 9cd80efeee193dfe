# SPDX-License-Identifier: MIT
"""``onlinesvc-desktop trace``: the same answers without a window."""

import sys

import msgspec
from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.faults import FaultError
from onlinesvc_desktop.client.paths import Paths, find_paths
from onlinesvc_desktop.client.reach import Reacher
from onlinesvc_desktop.client.settings import BackendMode, Settings, load_settings
from onlinesvc_desktop.contract.limits import MAX_REFERENCES_PER_TRACE
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.tracing import TRACE, Trace, TraceOutcome, TraceRequest
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.language import LanguageService, language_of
from onlinesvc_desktop.desktop.models.shipments import event_place, event_words
from onlinesvc_desktop.desktop.options import Options
from onlinesvc_desktop.desktop.overrides import overrides_of
from onlinesvc_desktop.desktop.words.faults import fault_words
from onlinesvc_desktop.file_lock import FileLock

FOUND, NOT_ALL_FOUND, FAILED = 0, 1, 2


def run_trace(options: Options) -> int:
    """Trace numbers and print a line each; 0 when all were found, 1 when not, 2 when the backend cannot be asked."""
    application = QCoreApplication(["onlinesvc-desktop"])
    paths = find_paths(options.data_dir)
    overrides = overrides_of(options)
    settings = msgspec.structs.replace(load_settings(paths.settings).settings, **overrides)
    language = LanguageService(language_of(overrides, settings))
    client = ApiClient()
    embedded = EmbeddedBackend(paths)
    lock = FileLock(paths.lock)
    items: list[Trace] = []
    try:
        _reach(client, embedded, lock, paths, settings)
        for start in range(0, len(options.numbers), MAX_REFERENCES_PER_TRACE):
            chunk = options.numbers[start : start + MAX_REFERENCES_PER_TRACE]
            items.extend(client.send(TRACE, TraceRequest(ReferenceType.ANY, chunk)).items)
    except FaultError as error:
        sys.stderr.write(fault_words(error.fault) + "\n")
        return FAILED
    finally:
        client.close()
        embedded.stop()
        lock.release()
    if options.json:
        sys.stdout.write(msgspec.json.encode({"items": items}).decode() + "\n")
    else:
        for item in items:
            sys.stdout.write(_line(item) + "\n")
    del language, application  # translators and event loop live until the last line is worded
    return FOUND if all(item.matches for item in items) else NOT_ALL_FOUND


def _reach(client: ApiClient, embedded: EmbeddedBackend, lock: FileLock, paths: Paths, settings: Settings) -> None:
    """Use the running program's backend when there is one, else the one the settings name."""
    if settings.backend_mode is BackendMode.EMBEDDED and not lock.acquire():
        from onlinesvc_desktop.desktop.single_instance import endpoint_of_first_instance

        client.move_to(endpoint_of_first_instance(paths.data_dir))
        return
    Reacher(client, embedded).reach(settings)


def _line(item: Trace) -> str:
    if item.outcome is TraceOutcome.MALFORMED:
        words = QCoreApplication.translate("TraceCommand", "not a shipment’s number")
        return f"{item.reference}\t{words}"
    if not item.matches:
        words = QCoreApplication.translate("TraceCommand", "not found")
        return f"{item.reference}\t{words}"
    now = utc_now()
    return "\n".join(
        "\t".join(
            (
                item.reference,
                match.autopro_number,
                event_words(match.status),
                event_place(match.status),
                formats.date_time_words(match.status.occurred_at),
                formats.age_words(match.status.occurred_at, now),
            )
        )
        for match in item.matches
    )
