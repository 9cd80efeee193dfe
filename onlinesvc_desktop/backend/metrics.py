# SPDX-License-Identifier: MIT
"""Counters and latencies for operators, in the Prometheus text format, on a port of this machine alone.

Each worker counts into files of one folder and their supervisor adds those up; a server of one process counts in memory.
What waits is asked of the database when somebody looks.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from tempfile import TemporaryDirectory

from msgspec import UNSET
from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from onlinesvc_desktop.backend.api.open_work import count_queues, last_copy
from onlinesvc_desktop.backend.config import ConfigurationError
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.request_monitor import AnsweredRequest, Note
from onlinesvc_desktop.backend.service import Service
from onlinesvc_desktop.backend.store.outbox import mail_queue

LOOPBACK = "127.0.0.1"
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Environment variable that names the folder in which workers count; the library reads it when it is imported."""
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_PREFIX = "onlinesvc_"


class RequestMetrics:
    """Count requests by operation and status, and how long they took."""

    def __init__(self, registry: CollectorRegistry | None) -> None:
        self._requests = Counter(
            f"{_PREFIX}requests",
            "Requests answered, by operation of the contract and HTTP status; 0 ended before its answer",
            ("operation", "status"),
            registry=registry,
        )
        self._seconds = Histogram(
            f"{_PREFIX}request_seconds",
            "Seconds from the first byte of a request to the last of its answer",
            ("operation",),
            buckets=_SECONDS,
            registry=registry,
        )

    def note(self, answered: AnsweredRequest) -> None:
        """Count one request."""
        self._requests.labels(answered.operation, str(answered.status)).inc()
        self._seconds.labels(answered.operation).observe(answered.seconds)


class WaitingMetrics(Collector):
    """Say whether the database answers and what waits in it, at the moment somebody looks."""

    def __init__(self, context: Context, services: Iterable[Service]) -> None:
        self._context = context
        self._services = tuple(services)

    def collect(self) -> Iterator[Metric]:
        """Return the gauges; with the database away only that it is."""
        try:
            found = tuple(self._look())
        except SQLAlchemyError:
            found = ()
        yield _gauge("database_up", "1 when the database answers", bool(found))
        yield from found

    def _look(self) -> Iterator[Metric]:
        waiting = GaugeMetricFamily(
            f"{_PREFIX}open_work", "What waits for an administrator, by service", labels=("service",)
        )
        with self._context.database.read() as connection:
            for queue in count_queues(self._context, connection, self._services):
                waiting.add_metric((queue.name,), queue.count)
            mail = mail_queue(connection)
        yield waiting
        age = 0.0 if mail.oldest is None else (self._context.clock() - mail.oldest).total_seconds()
        yield _gauge("mail_waiting", "E-mails that have not gone out yet", mail.waiting)
        yield _gauge("mail_failed", "E-mails that were given up", mail.failed)
        yield _gauge("mail_oldest_seconds", "Age of the oldest e-mail that waits", max(0.0, age))
        copied = last_copy(self._context)
        if copied is not UNSET:
            at = datetime.combine(copied, time(), UTC).timestamp()
            yield _gauge("last_copy_day_seconds", "Start of the day (UTC) of the newest daily copy", at)


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(f"{_PREFIX}{name}", text, value=value)


@contextmanager
def counted_requests(context: Context, services: Iterable[Service], is_worker: bool) -> Iterator[Note]:
    """Lend what counts requests: in files beside other workers, else in memory and served on the port of the settings.

    Raises:
        ConfigurationError: the port is taken or not ours.
    """
    if is_worker:
        yield RequestMetrics(None).note
        return
    registry = CollectorRegistry()
    with _served(context, services, registry):
        yield RequestMetrics(registry).note


@contextmanager
def workers_counted(context: Context, services: Iterable[Service]) -> Iterator[None]:
    """Lend the workers started within the block a folder to count in, and serve the sum.

    Raises:
        ConfigurationError: the port is taken or not ours.
    """
    registry = CollectorRegistry()
    with TemporaryDirectory(prefix="onlinesvc-metrics-") as folder, _served(context, services, registry):
        MultiProcessCollector(registry, path=folder)  # type: ignore[no-untyped-call]
        os.environ[SHARED_FOLDER] = folder
        yield


@contextmanager
def _served(context: Context, services: Iterable[Service], registry: CollectorRegistry) -> Iterator[None]:
    """Answer on the port of the settings, on this machine alone and at any path, until the block ends."""
    port = context.config.metrics_port
    registry.register(WaitingMetrics(context, services))
    try:
        server, thread = start_http_server(port, LOOPBACK, registry)
    except (OSError, OverflowError) as error:
        raise ConfigurationError(f"metrics_port: {port}: {error}") from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
