# SPDX-License-Identifier: MIT
"""Run the server: on its own, or as the embedded child of the program.

An embedded child reads its per-start secret from the first line of standard input, writes one JSON line with its port to
standard output once it answers, and stops when standard input ends. The end comes however the program dies, so no
child outlives it.
"""

import gc
import signal
import socket
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import msgspec
import uvicorn
from starlette.types import ASGIApp

from onlinesvc_desktop.backend.app import build_app
from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig, ConfigurationError
from onlinesvc_desktop.backend.connections import ConnectionLimits, limited_protocol
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.draining import DrainingServer, drain_on_signal, end_in_order, end_undisturbed
from onlinesvc_desktop.backend.guard import HostGuard, StartSecretGuard
from onlinesvc_desktop.backend.listening import TAKEN_AT_ONCE, inherited_socket, listening_socket
from onlinesvc_desktop.backend.request_log import RequestLog
from onlinesvc_desktop.backend.request_monitor import Note, RequestMonitor
from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.workers import Supervisor, can_have_workers, worker_command

SHUTDOWN_SECONDS = 5


@dataclass(frozen=True)
class ServeOptions:
    """How to run: ``embedded`` for a child of the program, ``request_log`` to note each request in a file."""

    embedded: bool = False
    request_log: Path | None = None
    listen_fd: int | None = None
    """The socket a supervisor handed on."""


def supervise(config: BackendConfig, arguments: Sequence[str]) -> int:
    """Serve with several workers until told to stop; return the exit status.

    Raises:
        OSError: the address cannot be bound.
        WorkerStartError: a worker did not come up.
        ConfigurationError: this database or system cannot have several workers.
    """
    if not can_have_workers():
        raise ConfigurationError("workers: several need Linux or macOS; run one here")
    database = Database(config.command_database_url)
    try:
        if database.is_sqlite:
            raise ConfigurationError("workers: several need PostgreSQL; SQLite is served by one")
        migrate_with_copy(database, config.backup_folder)
        # What counts looks into the database when it is asked; between looks nothing is held of it.
        with (
            _counting_workers(Context(config, database, utc_now)),
            listening_socket(config.host, config.port) as listener,
        ):
            database.close()
            return _run_workers(config, arguments, listener)
    finally:
        database.close()


def _run_workers(config: BackendConfig, arguments: Sequence[str], listener: socket.socket) -> int:
    listener.listen()
    host, port = listener.getsockname()[:2]
    return Supervisor(config.workers, worker_command(arguments), listener, config.drain_seconds).run(
        _announcement(host, port)
    )


def _listener(config: BackendConfig, options: ServeOptions) -> socket.socket:
    if options.listen_fd is not None:
        return inherited_socket(options.listen_fd)
    return listening_socket(config.host, config.port)


def web_server(app: ASGIApp, config: BackendConfig, draining: threading.Event, drain_seconds: float = 0.0) -> uvicorn.Server:
    """Return the HTTP server of an application, within the limits of the settings."""
    limits = ConnectionLimits(config.request_seconds, config.connections_per_address, config.trusted_proxies)
    server = DrainingServer(
        uvicorn.Config(
            app,
            loop="asyncio",
            http=limited_protocol(limits),
            ws="none",
            lifespan="off",
            backlog=TAKEN_AT_ONCE,
            access_log=False,
            log_config=None,
            log_level="warning",
            server_header=False,
            proxy_headers=bool(config.trusted_proxies),
            forwarded_allow_ips=list(config.trusted_proxies),
            timeout_graceful_shutdown=SHUTDOWN_SECONDS,
            ssl_certfile=config.tls_certificate or None,
            ssl_keyfile=config.tls_key or None,
        ),
        draining,
        drain_seconds,
    )
    server.config.load()
    return server


def serve(config: BackendConfig, options: ServeOptions) -> int:
    """Serve until told to stop; return the exit status.

    Raises:
        OSError: the address cannot be bound.
    """
    is_child = options.embedded or options.listen_fd is not None
    secret = sys.stdin.readline().strip() if options.embedded else ""
    database = Database(config.database_url, direct_url=config.direct_database_url, standby_url=config.read_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        context = Context(config, database, utc_now)
        app: ASGIApp = build_app(context)
        with ExitStack() as stack:
            listener = stack.enter_context(_listener(config, options))
            host, port = listener.getsockname()[:2]
            if options.embedded:
                app = StartSecretGuard(app, secret, f"{host}:{port}")
            elif config.host_names:
                app = HostGuard(app, config.host_names)
            notes = [*_request_log(config, options), *stack.enter_context(_counting(context, options))]
            server = web_server(
                RequestMonitor(app, notes), config, context.draining, 0 if is_child else config.drain_seconds
            )
            listener.listen()
            if is_child:
                threading.Thread(target=_stop_with_parent, args=(server,), daemon=True).start()
            if sys.platform != "win32":
                # A reload means something to several workers; one has nothing to reload and must not end by it.
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            drain_on_signal(context.draining)
            end_in_order()
            _announce(host, port)
            # What is there now stays; looking it over again and again would hold every request up for a tenth of a second.
            gc.freeze()
            with keeping_up(context):
                server.run(sockets=[listener])
    finally:
        database.close()
    return 0


@contextmanager
def _counting(context: Context, options: ServeOptions) -> Iterator[list[Note]]:
    """Lend what counts requests, where the settings name a port; nobody watches an embedded backend."""
    if not context.config.metrics_port or options.embedded:
        yield []
        return
    with _metrics().counted_requests(context, SERVICES, is_worker=options.listen_fd is not None) as note:
        yield [note]


@contextmanager
def _counting_workers(context: Context) -> Iterator[None]:
    if not context.config.metrics_port:
        yield
        return
    with _metrics().workers_counted(context, SERVICES):
        yield


def _metrics() -> ModuleType:
    """Return the part that needs a library of servers.

    Raises:
        ConfigurationError: the library is not there.
    """
    try:
        from onlinesvc_desktop.backend import metrics
    except ImportError as error:
        raise ConfigurationError(f"metrics_port: the package prometheus-client is not installed ({error})") from error
    return metrics


def _request_log(config: BackendConfig, options: ServeOptions) -> list[Note]:
    """Return what writes requests into a file, where one is named.

    Raises:
        ConfigurationError: the file cannot be written.
    """
    file = options.request_log or (Path(config.request_log) if config.request_log else None)
    if file is None:
        return []
    try:
        return [RequestLog(file).note]
    except OSError as error:
        raise ConfigurationError(f"request_log: {file}: {error.strerror}") from error


@contextmanager
def keeping_up(context: Context) -> Iterator[None]:
    """Run the upkeep beside the server; the message under way is finished within the deadline of a shutdown."""
    from onlinesvc_desktop.backend.upkeep import Upkeep

    _make_drop_folder(context.config.drop_folder)
    upkeep = Upkeep(context)
    thread = threading.Thread(target=upkeep.run, name="upkeep", daemon=True)
    thread.start()
    try:
        yield
    finally:
        end_undisturbed()
        upkeep.stop()
        thread.join(SHUTDOWN_SECONDS)


def _make_drop_folder(folder: str) -> None:
    """Make the drop folder, for its owner alone; without one nothing is watched until somebody makes it."""
    if folder:
        with suppress(OSError):
            Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)


def _announcement(host: str, port: int) -> str:
    return msgspec.json.encode({"host": host, "port": port}).decode()


def _announce(host: str, port: int) -> None:
    sys.stdout.write(_announcement(host, port) + "\n")
    sys.stdout.flush()


def _stop_with_parent(server: uvicorn.Server) -> None:
    while sys.stdin.read(4096):
        pass
    server.should_exit = True
