# SPDX-License-Identifier: MIT
"""Settings of the backend: built-in values, then a TOML file, then the environment."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import msgspec

from onlinesvc_desktop.backend.mail.server import MailServer, parse_smtp_url
from onlinesvc_desktop.backend.rules.retention import LEAST_AUDIT_MONTHS
from onlinesvc_desktop.backend.server_log import LogFormat
from onlinesvc_desktop.contract.messages import from_values

X12_SIDE = re.compile(r"^[A-Z0-9]{2}:[!-)+-;=?-}](?:[ -)+-;=?-}]{0,13}[!-)+-;=?-}])\Z")
"""A side of an interchange: qualifier and identification, without the delimiters."""
SAMPLE_GST_NUMBER = "100000000 RT 0001"
"""Of the invented carrier: papers with it say that they are samples."""
DATABASE_FILE = "onlinesvc.sqlite3"
DROP_FOLDER = "drop"
BACKUP_FOLDER = "backups"
NUMBERS_FILE = "numbers.mark"
TLS_FOLDER = "tls"
_PUBLIC_URL = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,200}(/[A-Za-z0-9._~-]{1,60}){0,4}")
TLS_CERTIFICATE, TLS_KEY = "server.pem", "server-key.pem"


class ConfigurationError(Exception):
    """A setting cannot be used; the text says which and why."""


class Throttle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bucket: ``burst`` at once, then ``per_minute``; 0 per minute switches it off."""

    burst: int
    per_minute: int


class BackendConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything an operator may set."""

    database_url: str
    direct_database_url: str = ""
    """The same database past a pooler in transaction mode; to set it says that ``database_url`` leads through one."""
    read_database_url: str = ""
    """Standbys of the same database, through the same pooler if there is one; traces are read there without a primary."""
    host: str = "127.0.0.1"
    port: int = 8765
    host_names: tuple[str, ...] = ()
    """Under which names and addresses requests are answered (the Host header, without port); any when empty."""
    workers: int = 1
    """More than one on PostgreSQL only."""
    tls_certificate: str = ""
    """File of the certificate and its chain (PEM); ``tls/server.pem`` in the data folder if there, else plain HTTP."""
    tls_key: str = ""
    """File of its private key."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses or networks of proxies in front of the server; their ``X-Forwarded-For`` is believed, nobody else's."""
    metrics_port: int = 0
    """Port of this machine alone where counters stand in the Prometheus text format; 0 for none."""
    log_format: LogFormat = LogFormat.TEXT
    """How the server writes what goes wrong: ``text`` for people, ``json`` for programs that gather logs."""
    request_log: str = ""
    """File that gets one JSON line per request; none unless named."""
    drain_seconds: float = 0.0
    """How long it still answers when told to stop, while ``health/ready`` tells a proxy to send nothing more here."""
    request_seconds: float = 30.0
    """How long a whole request may take to arrive."""
    connections_per_address: int = 256
    """How many connections one address may have open with one worker; proxies that are trusted are not counted."""
    carrier_name: str = "Rivière-Nord Transport"
    phone_numbers: tuple[str, ...] = ("514-856-5559", "905-624-7894", "1-800-856-5559")
    service_email: str = "service.clientele@riviere-nord.example"
    carrier_address: tuple[str, ...] = ("1200, rue du Quai", "Longueuil (QC)  J4K 0A1")
    """Where invoices are paid, a line each; the built-in one and both numbers are the invented carrier's."""
    gst_number: str = SAMPLE_GST_NUMBER
    qst_number: str = "1000000000 TQ 0001"
    session_idle_hours: int = 8
    session_absolute_hours: int = 12
    password_active_months: int = 3
    account_open_months: int = 6
    audit_kept_months: int = 24
    """How long lines of the audit log are kept; at least a year."""
    smtp_url: str = ""
    smtp_ca_file: str = ""
    public_url: str = ""
    """Where recipients of e-mails reach this server (``https://services.example``), for the link that ends notices."""
    drop_folder: str = ""
    outgoing_folder: str = ""
    """Where each issued bill of lading is put once as X12 211; nowhere when empty."""
    x12_sender: str = "ZZ:ONLINESVC"
    """Who writes a 211: ISA qualifier and identification."""
    x12_receiver: str = "ZZ:CARRIER"
    """The carrier it is for, who alone may reply to it."""
    backup_folder: str = ""
    numbers_file: str = ""
    """Where it is kept how far autopro numbers were given out; never part of what a restore puts back."""
    mail_from: str = "Online Services <online.services@riviere-nord.example>"
    anonymous_traces: Throttle = Throttle(burst=300, per_minute=60)
    company_traces: Throttle = Throttle(burst=600, per_minute=300)
    anonymous_requests: Throttle = Throttle(burst=10, per_minute=2)
    sign_ins_per_address: Throttle = Throttle(burst=30, per_minute=10)
    sign_ins_per_code: Throttle = Throttle(burst=10, per_minute=2)

    @property
    def command_database_url(self) -> str:
        """Where commands work, whose tools set things for a whole session: past the pooler, if there is one."""
        return self.direct_database_url or self.database_url

    @property
    def mail_server(self) -> MailServer | None:
        """Where e-mail goes; None lets it wait in the outbox."""
        return parse_smtp_url(self.smtp_url) if self.smtp_url else None


def sqlite_url(data_dir: Path) -> str:
    """Return the database URL of a data folder."""
    return f"sqlite:///{data_dir / DATABASE_FILE}"


def _names(text: str) -> tuple[str, ...]:
    """Return names that are separated by commas or blanks."""
    return tuple(text.replace(",", " ").split())


_ENVIRONMENT: dict[str, tuple[str, Callable[[str], object]]] = {
    "ONLINESVC_DATABASE_URL": ("database_url", str),
    "ONLINESVC_DIRECT_DATABASE_URL": ("direct_database_url", str),
    "ONLINESVC_READ_DATABASE_URL": ("read_database_url", str),
    "ONLINESVC_SMTP_URL": ("smtp_url", str),
    "ONLINESVC_SMTP_CA_FILE": ("smtp_ca_file", str),
    "ONLINESVC_PUBLIC_URL": ("public_url", str),
    "ONLINESVC_MAIL_FROM": ("mail_from", str),
    "ONLINESVC_DROP_FOLDER": ("drop_folder", str),
    "ONLINESVC_OUTGOING_FOLDER": ("outgoing_folder", str),
    "ONLINESVC_X12_SENDER": ("x12_sender", str),
    "ONLINESVC_X12_RECEIVER": ("x12_receiver", str),
    "ONLINESVC_BACKUP_FOLDER": ("backup_folder", str),
    "ONLINESVC_NUMBERS_FILE": ("numbers_file", str),
    "ONLINESVC_HOST": ("host", str),
    "ONLINESVC_PORT": ("port", int),
    "ONLINESVC_HOST_NAMES": ("host_names", _names),
    "ONLINESVC_WORKERS": ("workers", int),
    "ONLINESVC_DRAIN_SECONDS": ("drain_seconds", float),
    "ONLINESVC_METRICS_PORT": ("metrics_port", int),
    "ONLINESVC_LOG_FORMAT": ("log_format", str),
    "ONLINESVC_REQUEST_LOG": ("request_log", str),
    "ONLINESVC_AUDIT_KEPT_MONTHS": ("audit_kept_months", int),
    "ONLINESVC_TLS_CERTIFICATE": ("tls_certificate", str),
    "ONLINESVC_TLS_KEY": ("tls_key", str),
}


def load_config(data_dir: Path, file: Path | None = None, environment: Mapping[str, str] | None = None) -> BackendConfig:
    """Merge built-in values, the TOML ``file`` and the environment, the last one winning.

    Raises:
        ConfigurationError: the file cannot be read, a name is unknown or a value has the wrong type.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {
        "database_url": sqlite_url(data_dir),
        "drop_folder": str(data_dir / DROP_FOLDER),
        "backup_folder": str(data_dir / BACKUP_FOLDER),
        "numbers_file": str(data_dir / NUMBERS_FILE),
    }
    if (data_dir / TLS_FOLDER / TLS_CERTIFICATE).exists():
        values |= {
            "tls_certificate": str(data_dir / TLS_FOLDER / TLS_CERTIFICATE),
            "tls_key": str(data_dir / TLS_FOLDER / TLS_KEY),
        }
    if file is not None:
        try:
            values |= tomllib.loads(file.read_text("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise ConfigurationError(f"{file}: {error}") from error
    for variable, (name, kind) in _ENVIRONMENT.items():
        if variable in environment:
            try:
                values[name] = kind(environment[variable])
            except ValueError as error:
                raise ConfigurationError(f"{variable}: {error}") from error
    try:
        config = from_values(values, BackendConfig)
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"{file or 'configuration'}: {error}") from error
    _check(config)
    return config


def _check(config: BackendConfig) -> None:
    """Refuse what no server could run with.

    Raises:
        ConfigurationError: a value has the right type and no meaning.
    """
    if bool(config.tls_certificate) != bool(config.tls_key):
        raise ConfigurationError("tls_certificate and tls_key go together: set both, or neither")
    if config.audit_kept_months < LEAST_AUDIT_MONTHS:
        raise ConfigurationError(f"audit_kept_months: the audit log is kept for at least {LEAST_AUDIT_MONTHS} months")
    if config.public_url and not _PUBLIC_URL.fullmatch(config.public_url):
        raise ConfigurationError("public_url: must be https:// or http:// with the server's name, and no / at its end")
    if config.outgoing_folder and Path(config.outgoing_folder) == Path(config.drop_folder):
        raise ConfigurationError("outgoing_folder: what lies in the drop folder is taken in; choose another")
    for name, side in (("x12_sender", config.x12_sender), ("x12_receiver", config.x12_receiver)):
        if X12_SIDE.match(side) is None:
            raise ConfigurationError(f"{name}: written as two characters, a colon and the identification, as 02:KWAY")
    for proxy in config.trusted_proxies:
        try:
            ip_network(proxy, strict=False)
        except ValueError as error:
            raise ConfigurationError(f"trusted_proxies: {error}") from error
    try:
        _ = config.mail_server
    except ValueError as error:
        raise ConfigurationError(f"smtp_url: {error}") from error
