#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The developer's commands: run, check, format, test, coverage, bench, faults, cluster, build. Needs Python 3.11."""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
DATA = ROOT / "build" / "dev-data"

QT_PACKAGES = [
    *("ca-certificates", "fonts-inter", "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0"),
    *("libopengl0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xinerama0", "libxcb-xkb1"),
    *("libxkbcommon-x11-0", "libxkbcommon0"),
]
SCREEN_PACKAGES = ["xvfb"]
TEST_PACKAGES = ["at-spi2-core", "dbus", "git", "gnome-keyring", "openssl", "pgbouncer", "postgresql", "xvfb"]
BUILD_PACKAGES = ["binutils"]
LONG_PACKAGES = {
    "bench": [*SCREEN_PACKAGES, "postgresql", "wrk"],
    "faults": TEST_PACKAGES,
    "cluster": ["etcd-server", "haproxy", "patroni", "pgbouncer", "postgresql", "python3-etcd"],
}


def main() -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="start the program on sample data; further options are the program's")
    run.add_argument("--tour", type=Path, metavar="OUT", help="go through the main job and write a picture per step")
    commands.add_parser("check", help="what takes seconds: format, lint, types, imports, house rules; for before a commit")
    commands.add_parser("format", help="put the code into its one format, and mend what the linter can mend")
    commands.add_parser("test", help="every check and test; with options of pytest, pytest alone")
    commands.add_parser("coverage", help="every branch of the contract and of the rules, by the tests of those alone")
    commands.add_parser("bench", help="benchmarks, as ratios; all, or those named")
    commands.add_parser("faults", help="kills at random instants, 200 rounds unless another number is given, then the soak")
    commands.add_parser("cluster", help="the cluster of deploy/ until Ctrl+C; with --rounds N broken so often and counted")
    commands.add_parser("build", help="the frozen folder, its archive, package and self-check")
    commands.add_parser("translations", help="update translations/*.ts from the code and compile them")
    options, rest = parser.parse_known_args()
    keep_bytecode()
    match options.command:
        case "run":
            return run_program(options.tour, rest)
        case "test":
            return run_tests(rest)
        case "bench" | "faults" | "cluster":
            return run_long(options.command, rest)
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    match options.command:
        case "build":
            return build()
        case "check":
            return check()
        case "coverage":
            make_environment()
            return coverage()
        case "format":
            make_environment()
            must([BIN / "ruff", "check", "--fix", "--quiet", "."])
            return call([BIN / "ruff", "format", "--quiet", "."])
    prepare(QT_PACKAGES)
    return update_translations()


def keep_bytecode() -> None:
    """Let every program started from here compile its modules once, as an installed one does, outside the source tree."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(VENV / "bytecode"))


def call(command: list[object], env: dict[str, str] | None = None) -> int:
    """Run a command in the repository and return its exit status."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=env)


def must(command: list[object]) -> None:
    """Run a command; stop with its exit status when it fails."""
    code = call(command)
    if code:
        sys.exit(code)


# Preparing the machine


def prepare(packages: list[str]) -> None:
    """Install what is missing: system libraries on Debian and Ubuntu, the virtual environment, the catalogues."""
    install_system_packages(packages)
    make_environment()
    compile_translations()


def install_system_packages(packages: list[str]) -> None:
    """Install missing Debian packages as root, or print the one line that does."""
    if not (sys.platform == "linux" and shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    wanted = list(packages)
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append("python3-venv")
    missing = [name for name in wanted if not is_installed(name)]
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        print("Some system libraries are missing. Run this line, then try again:\n  sudo " + " ".join(install))
        sys.exit(1)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.check_call(["apt-get", "update", "-qq"], env=environment)
    subprocess.check_call([*install, "-qq"], env=environment, stdout=subprocess.DEVNULL)


def is_installed(package: str) -> bool:
    """Tell whether a Debian package, or one that provides it, is installed."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    found = subprocess.run(query, capture_output=True, text=True, check=False)
    return found.stdout.startswith("installed")


def make_environment() -> None:
    """Make .venv from the hashed lock file; does nothing when it is up to date."""
    parts = [sys.version.encode(), *((ROOT / name).read_bytes() for name in ("requirements.lock", "pyproject.toml"))]
    stamp = hashlib.sha256(b"".join(parts)).hexdigest()
    mark = VENV / "stamp"
    if PYTHON.exists() and mark.exists() and mark.read_text() == stamp:
        return
    if not PYTHON.exists():
        must([sys.executable, "-m", "venv", VENV])
    pip: list[object] = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    must([*pip, "--require-hashes", "--requirement", ROOT / "requirements.lock"])
    must([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT])
    mark.write_text(stamp)


def compile_translations() -> None:
    """Compile catalogues that are newer than their compiled form."""
    for source in sorted((ROOT / "translations").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            must([BIN / "pyside6-lrelease", "-silent", source, "-qm", compiled])


def update_translations() -> int:
    """Let lupdate read the code; new texts come out as unfinished entries to be translated."""
    sources = sorted((ROOT / "onlinesvc_desktop" / "desktop").rglob("*.py"))
    base: list[object] = [BIN / "pyside6-lupdate", "-no-obsolete", "-locations", "none", *sources, "-ts"]
    must([*base, ROOT / "translations" / "onlinesvc_fr.ts"])
    must([*base[:1], "-pluralonly", *base[1:], ROOT / "translations" / "onlinesvc_en.ts"])
    compile_translations()
    return 0


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Run a virtual X screen of our own and lend its display."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-dpi", "96", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as stream:
        number = stream.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Lend an environment with a display: the present one, or a virtual screen."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield dict(os.environ)
        return
    with virtual_screen() as display:
        yield os.environ | {"DISPLAY": display}


# Commands


def run_program(tour: Path | None, rest: list[str]) -> int:
    """Start the program with sample data, or take the tour in a folder of its own."""
    has_display = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if tour is None and not has_display:
        tour = ROOT / "build" / "tour"
        shutil.rmtree(tour, ignore_errors=True)
        print("There is no display here: the program goes through its main job on a virtual screen instead.")
        print(f"Its pictures, one for each step, are in {tour}", flush=True)
    prepare([*QT_PACKAGES, *([] if tour is None else SCREEN_PACKAGES)])
    program = BIN / "onlinesvc-desktop"
    if tour is not None:
        with tempfile.TemporaryDirectory() as folder, screen() as environment:
            return call([program, "--data-dir", folder, "--tour", tour.absolute(), *rest], env=environment)
    call([BIN / "onlinesvc-backend", "--data-dir", DATA, "sample", "--show"])
    return call([program, "--data-dir", DATA, "--sample", *rest])


STATIC_CHECKS: list[list[object]] = [
    [BIN / "ruff", "format", "--check", "--quiet", "."],
    [BIN / "ruff", "check", "--quiet", "."],
    [BIN / "mypy"],
    [BIN / "lint-imports"],
]


def check_statics() -> None:
    """Check format, lint, types and imports; stop at the first that fails."""
    for command in STATIC_CHECKS:
        print("$", " ".join([Path(str(command[0])).name, *map(str, command[1:])]), flush=True)
        must(command)


def check() -> int:
    """Run the checks that take seconds."""
    make_environment()
    check_statics()
    return call([PYTHON, "-m", "pytest", ROOT / "tests" / "test_house_rules.py"])


def coverage() -> int:
    """Run the tests of contract and rules, and tell which branch of those they leave out; pyproject.toml holds the limit."""
    tests = ROOT / "tests"
    pure = [
        tests / "contract",
        tests / "rules",
        *sorted(tests.glob("*/test_rules.py")),
        *sorted(tests.glob("*/test_checks.py")),
    ]
    must([BIN / "coverage", "run", "--data-file", ROOT / "build" / "coverage", "-m", "pytest", *pure])
    return call([BIN / "coverage", "report", "--data-file", ROOT / "build" / "coverage"])


def run_tests(rest: list[str]) -> int:
    """Run every check, the tests last so that their summary is the closing line."""
    prepare([*QT_PACKAGES, *TEST_PACKAGES])
    if not rest:
        check_statics()
        if coverage():
            return 1
        rest = ["--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"]
    with screen() as environment:
        return call([PYTHON, "-m", "pytest", *rest], env=environment)


def run_long(command: str, rest: list[str]) -> int:
    """Run what takes minutes and belongs to no gate: benchmarks, kills, the cluster."""
    prepare([*QT_PACKAGES, *LONG_PACKAGES[command]])
    with screen() if command == "bench" else nullcontext(dict(os.environ)) as environment:
        running = subprocess.Popen([str(PYTHON), "-m", f"tests.{command}", *rest], cwd=ROOT, env=environment)
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:
                # It heard Ctrl+C too, and takes down what it started.
                continue


def build() -> int:
    """Freeze the program into dist/, with archive and package, and let it check itself."""
    prepare([*QT_PACKAGES, *BUILD_PACKAGES, *SCREEN_PACKAGES])
    must([BIN / "pyinstaller", "--noconfirm", "--log-level", "ERROR", ROOT / "build.spec"])
    must([PYTHON, ROOT / ".ci" / "package.py"])
    program = ROOT / "dist" / "onlinesvc-desktop" / ("onlinesvc-desktop.exe" if os.name == "nt" else "onlinesvc-desktop")
    with screen() as environment:
        return call([program, "--selfcheck"], env=environment)


if __name__ == "__main__":
    sys.exit(main())
