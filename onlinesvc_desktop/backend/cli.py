# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend``."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onlinesvc_desktop import __version__
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.private_files import make_private, write_privately

if TYPE_CHECKING:
    from onlinesvc_desktop.backend.config import BackendConfig


def main(arguments: list[str] | None = None) -> int:
    """Run a backend command and return its exit status; what cannot be done is said in one line."""
    options = _parser().parse_args(arguments)
    write_privately()
    from sqlalchemy.exc import DatabaseError

    from onlinesvc_desktop.backend.backup.errors import BackupError
    from onlinesvc_desktop.backend.config import ConfigurationError, load_config
    from onlinesvc_desktop.backend.exchange.errors import BundleError
    from onlinesvc_desktop.backend.store.migrate import NewerSchemaError
    from onlinesvc_desktop.backend.workers import WorkerStartError

    try:
        options.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        if options.command != "check":
            make_private(options.data_dir)
        return _run(options, load_config(options.data_dir, options.config))
    except (ConfigurationError, NewerSchemaError, BackupError, BundleError, WorkerStartError, OSError) as error:
        sys.stderr.write(f"onlinesvc-backend: {error}\n")
    except DatabaseError as error:
        sys.stderr.write(f"onlinesvc-backend: {error.orig}\n")
    return 1


def _run(options: argparse.Namespace, config: "BackendConfig") -> int:  # noqa: C901, PLR0912 - one case per command
    match options.command:
        case "serve":
            return _serve(options, config)
        case "sample":
            from onlinesvc_desktop.backend.sample.command import run, show

            if options.show:
                return show(options.shipments, options.seed)
            return run(config, options.shipments, options.seed, options.json)
        case "import":
            return _import(options, config)
        case "reread":
            from onlinesvc_desktop.backend.intake.reread import run as run_reread

            return run_reread(config, options.paths)
        case "mapping":
            return _mapping(options)
        case "points":
            return _points(options, config)
        case "tariff":
            from onlinesvc_desktop.backend.services.rate_quote.command import run_tariff

            return run_tariff(config, options.file, options.preview)
        case "bill211":
            from onlinesvc_desktop.backend.clock import utc_now
            from onlinesvc_desktop.backend.services.bill_of_lading.command import run_bill_211

            return run_bill_211(config, options.autopro_number, options.sender, options.receiver, utc_now())
        case "export":
            from onlinesvc_desktop.backend.exchange.command import run_export

            return run_export(config, options.data_dir, options.to, options.folder)
        case "exchange":
            return _exchange(options, config)
        case "backup":
            from onlinesvc_desktop.backend.backup.command import run_backup

            return run_backup(config, options.file)
        case "restore":
            from onlinesvc_desktop.backend.backup.command import run_restore

            return run_restore(config, options.file)
        case "check":
            from onlinesvc_desktop.backend.backup.command import run_check

            return run_check(config, options.data_dir)
        case "advisories":
            from onlinesvc_desktop.backend.advisories import run_advisories

            return run_advisories()
        case "certificate":
            from onlinesvc_desktop.backend.certificates import run_certificate
            from onlinesvc_desktop.backend.clock import utc_now

            sys.stdout.write(run_certificate(options.data_dir, options.hosts, utc_now()))
            return 0
        case _:
            from onlinesvc_desktop.backend.administrators import run_create

            return run_create(config, options.access_code, Language(options.language), options.first)


def _import(options: argparse.Namespace, config: "BackendConfig") -> int:
    from onlinesvc_desktop.backend.exchange.seal import is_bundle
    from onlinesvc_desktop.backend.intake.command import run as run_import

    bundles = [file for file in options.files if is_bundle(file)]
    others = [file for file in options.files if file not in bundles]
    codes = []
    if bundles:
        from onlinesvc_desktop.backend.exchange.command import run_import_bundle

        codes = [run_import_bundle(config, options.data_dir, file) for file in bundles]
    if others:
        codes.append(run_import(config, others, options.mapping, options.preview))
    return max(codes)


def _mapping(options: argparse.Namespace) -> int:
    from onlinesvc_desktop.backend.intake.tables.command import run_mapping

    return run_mapping(options.file, options.mapping, options.name, options.out)


def _points(options: argparse.Namespace, config: "BackendConfig") -> int:
    from onlinesvc_desktop.backend.services.transit_times.command import run_export, run_import

    if options.points_command == "import":
        return run_import(config, options.folder, options.preview)
    return run_export(config, options.folder)


def _exchange(options: argparse.Namespace, config: "BackendConfig") -> int:
    from onlinesvc_desktop.backend.exchange.command import run_forget, run_identity, run_lend, run_list, run_trust

    match options.exchange_command:
        case "identity":
            return run_identity(options.data_dir, options.name, options.file)
        case "trust":
            return run_trust(config, options.file, options.ships_as, options.carrier)
        case "lend":
            return run_lend(config, options.name, options.count)
        case "forget":
            return run_forget(config, options.name)
        case _:
            return run_list(config)


def _serve(options: argparse.Namespace, config: "BackendConfig") -> int:
    import msgspec

    from onlinesvc_desktop.backend.config import Throttle
    from onlinesvc_desktop.backend.serve import ServeOptions, serve, supervise
    from onlinesvc_desktop.backend.server_log import set_up_log
    from onlinesvc_desktop.backend.workers import arguments_for_worker

    overrides = {name: getattr(options, name) for name in ("host", "port", "workers") if getattr(options, name) is not None}
    if options.embedded:
        # Only its own program reaches an embedded backend, so there is nobody to slow down.
        unthrottled = {"anonymous_traces": Throttle(0, 0), "anonymous_requests": Throttle(0, 0)}
        overrides |= {"host": "127.0.0.1", "port": 0, "tls_certificate": "", "tls_key": "", **unthrottled}
    config = msgspec.structs.replace(config, **overrides)
    set_up_log(config.log_format, sys.stderr)
    if config.workers > 1 and not options.embedded and options.listen_fd is None:
        return supervise(config, arguments_for_worker(options.data_dir, options.config))
    return serve(config, ServeOptions(options.embedded, options.request_log, options.listen_fd))


def _default_data_dir() -> Path:
    import os

    import platformdirs

    override = os.environ.get("ONLINESVC_DATA_DIR")
    return Path(override) if override else platformdirs.user_data_path("OnlineServices", appauthor=False)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="onlinesvc-backend", description="The server behind Online Services.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--data-dir", type=Path, default=_default_data_dir(), help="folder of the SQLite database")
    parser.add_argument("--config", type=Path, help="TOML file with settings")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="answer requests")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.add_argument("--workers", type=int, help="how many processes answer; several need PostgreSQL")
    serve.add_argument("--listen-fd", type=int, help=argparse.SUPPRESS)
    serve.add_argument("--embedded", action="store_true", help="run as the child of the program")
    serve.add_argument("--request-log", type=Path, help="write one JSON line per request to this file")
    sample = commands.add_parser("sample", help="fill an empty database with an invented carrier")
    sample.add_argument("--shipments", type=int, default=2_000)
    sample.add_argument("--seed", type=int, default=1)
    sample.add_argument("--json", action="store_true", help="print access codes and autopro numbers as JSON")
    sample.add_argument("--show", action="store_true", help="only print the codes that this seed gives")
    _add_intake(commands)
    mapping = commands.add_parser("mapping", help="say what a table (CSV, Excel, OpenDocument) holds, with a mapping for it")
    mapping.add_argument("file", type=Path)
    mapping.add_argument("--mapping", type=Path, help="read it by this mapping; the likely one unless given")
    mapping.add_argument("--name", action="append", default=[], metavar="PATTERN", help="which file names it is for")
    mapping.add_argument("--out", type=Path, help="write the mapping to this file")
    _add_points(commands)
    export = commands.add_parser("export", help="write what waits for another side as a signed bundle")
    export.add_argument("--to", required=True, metavar="NAME", help="whom it is for, as `exchange list` says")
    export.add_argument("folder", type=Path, nargs="?", default=Path(), help="where to write it; here unless given")
    _add_exchange(commands)
    backup = commands.add_parser("backup", help="copy the database while it is in use")
    backup.add_argument("file", type=Path, nargs="?", help="file or folder; the backup folder unless given")
    restore = commands.add_parser("restore", help="put a copy back; what there was is kept beside it")
    restore.add_argument("file", type=Path)
    certificate = commands.add_parser(
        "certificate", help="make the certificate of this server, signed by the site's own authority"
    )
    certificate.add_argument("hosts", nargs="+", metavar="NAME", help="under which workstations reach it")
    commands.add_parser("check", help="look the database over; changes nothing")
    commands.add_parser("advisories", help="ask osv.dev which parts have a known advisory; needs the internet")
    admin = commands.add_parser("admin", help="administrators")
    create = admin.add_subparsers(dest="admin_command", required=True).add_parser(
        "create", help="add an administrator; the password is the first line of standard input"
    )
    create.add_argument("access_code")
    create.add_argument("--first", action="store_true", help="only where nobody can sign in yet")
    create.add_argument(
        "--language", choices=[language.value for language in Language], default=Language.ENGLISH.value, help="of the person"
    )
    return parser


def _add_intake(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    intake = commands.add_parser("import", help="take in X12 (210, 211, 214), CSV and bundles; a file twice changes nothing")
    intake.add_argument("files", type=Path, nargs="+")
    intake.add_argument("--mapping", type=Path, help="TOML file that says whose headings mean which of ours (CSV)")
    intake.add_argument("--preview", action="store_true", help="only say what would be done")
    reread = commands.add_parser("reread", help="read files again that went in before, and say what that changes")
    reread.add_argument("paths", type=Path, nargs="*", help="files or folders; the drop folder's archive unless given")


def _add_exchange(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    exchange = commands.add_parser("exchange", help="whom to exchange bundles with")
    exchanges = exchange.add_subparsers(dest="exchange_command", required=True)
    identity = exchanges.add_parser("identity", help="write what another side needs to trust this one")
    identity.add_argument("name", help="what this side is called")
    identity.add_argument("file", type=Path)
    trust = exchanges.add_parser("trust", help="trust another side by its identity")
    trust.add_argument("file", type=Path)
    trust.add_argument("--ships-as", metavar="ACCESS_CODE", help="its bills and pickups are taken in under this access code")
    trust.add_argument("--carrier", action="store_true", help="bills and pickups made here go to it")
    lend = exchanges.add_parser("lend", help="lend autopro numbers to a side that ships here")
    lend.add_argument("name")
    lend.add_argument("count", type=int)
    exchanges.add_parser("forget", help="trust another side no more").add_argument("name")
    exchanges.add_parser("list", help="say who is trusted and what waits for an answer")


def _add_points(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    tariff = commands.add_parser("tariff", help="take in a tariff, JSON or CSV; it takes over on its date")
    tariff.add_argument("file", type=Path)
    tariff.add_argument("--preview", action="store_true", help="only say what is wrong with it")
    bill = commands.add_parser("bill211", help="write an issued bill of lading as X12 211 to the standard output")
    bill.add_argument("autopro_number")
    bill.add_argument("--sender", required=True, metavar="02:KWAY", help="who writes: qualifier and identification")
    bill.add_argument("--receiver", required=True, metavar="ZZ:PARTNER", help="for whom")
    points = commands.add_parser("points", help="points served, terminals and the days between them, as CSV files")
    point_commands = points.add_subparsers(dest="points_command", required=True)
    take = point_commands.add_parser("import", help="take in terminals.csv, points.csv and transit_days.csv of a folder")
    take.add_argument("folder", type=Path)
    take.add_argument("--preview", action="store_true", help="only say what would change and which rows are wrong")
    point_commands.add_parser("export", help="write the files in use").add_argument("folder", type=Path)
