#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn the frozen folder into what is handed out: notice and SBOM inside it, a plain archive and a Debian package.

Run by ``python3 dev.py build`` with the interpreter of ``.venv``.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
FOLDER = DIST / "onlinesvc-desktop"
INTERNAL = FOLDER / "_internal"
PRODUCT = "onlinesvc-desktop"
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "1790000000"))
"""Every file of an archive has this time, so that two builds of one commit can be compared."""
PREFACE = (
    "Online Services Desktop holds the following works of others. Qt and PySide6 are used under the LGPL version 3;"
    " their libraries lie beside the program as files of their own and may be replaced."
)
AFTER_INSTALLATION = """#!/bin/sh
set -e
id onlinesvc > /dev/null 2>&1 ||
    useradd --system --user-group --home-dir /var/lib/onlinesvc --no-create-home --shell /usr/sbin/nologin onlinesvc
install -d -m 700 -o onlinesvc -g onlinesvc /var/lib/onlinesvc
"""
SYSTEM_NEEDS = [
    *(
        "libc6",
        "libegl1",
        "libgl1",
        "libglx0",
        "libwayland-client0",
        "libwayland-cursor0",
        "libwayland-egl1",
        "libxcb1",
        "passwd",
    ),
]


def main() -> int:
    """Write everything and say where."""
    version = metadata.version(PRODUCT)
    python_parts = list(shipped_distributions())
    system_parts = dict(sorted(shipped_system_packages())) if shutil.which("dpkg-query") else {}
    (INTERNAL / "NOTICE.txt").write_text(notice(python_parts, system_parts), "utf-8")
    (INTERNAL / "sbom.cdx.json").write_text(json.dumps(sbom(version, python_parts, system_parts), indent=1), "utf-8")
    if sys.platform == "linux":
        shutil.copy2(ROOT / "resources" / "packaging" / "install.sh", FOLDER / "install.sh")
        print(archive(version))
        if shutil.which("dpkg-deb"):
            print(debian_package(version))
    size = sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{FOLDER}: {size / 1e6:.0f} MB")
    return 0


def shipped_distributions() -> Iterator[metadata.Distribution]:
    """Return the product's dependencies, and theirs, as installed here."""
    wanted, seen = [PRODUCT], set()
    while wanted:
        name = canonicalize_name(wanted.pop())
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        if name != PRODUCT:
            yield found
        for line in found.requires or []:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                wanted.append(requirement.name)


def shipped_system_packages() -> Iterator[tuple[str, str]]:
    """Return the Debian packages whose libraries lie in the folder, with their versions."""
    places = [Path("/usr/lib/x86_64-linux-gnu"), Path("/lib/x86_64-linux-gnu"), Path("/usr/lib/aarch64-linux-gnu")]
    found = set()
    for library in INTERNAL.glob("*.so*"):
        for place in places:
            if (place / library.name).exists():
                found |= {str(place / library.name), str((place / library.name).resolve())}
    for file in sorted(found):
        owner = subprocess.run(["dpkg-query", "--search", file], capture_output=True, text=True, check=False).stdout
        if owner:
            package = owner.splitlines()[0].split(": ")[0].partition(":")[0]
            show = ["dpkg-query", "--show", "--showformat=${Version}", package]
            version = subprocess.run(show, capture_output=True, text=True, check=False).stdout
            yield package, version.splitlines()[0] if version else ""


def licence_of(part: metadata.Distribution) -> str:
    """Return what a distribution says of its licence."""
    fields = part.metadata
    classifiers = [one.rpartition(" :: ")[2] for one in fields.get_all("Classifier", []) if one.startswith("License")]
    return fields.get("License-Expression") or ", ".join(classifiers) or (fields.get("License") or "").split("\n")[0]


def notice(python_parts: list[metadata.Distribution], system_parts: dict[str, str]) -> str:
    """Return the licences of everything in the folder."""
    chapters = [
        PREFACE,
        _chapter(f"Python {sys.version.split()[0]}", "PSF-2.0", [Path(sys.base_prefix, "LICENSE.txt"), *_python_licences()]),
    ]
    for part in sorted(python_parts, key=lambda one: canonicalize_name(one.metadata["Name"])):
        texts = [Path(str(part.locate_file(file))) for file in part.files or [] if _is_licence(Path(file))]
        chapters.append(_chapter(f"{part.metadata['Name']} {part.version}", licence_of(part), texts))
    for package, version in system_parts.items():
        chapters.append(_chapter(f"{package} {version}", "", [Path("/usr/share/doc", package, "copyright")]))
    return ("\n\n" + "=" * 78 + "\n\n").join(chapters) + "\n"


def _python_licences() -> list[Path]:
    return list(Path(sys.base_prefix).glob("lib/python3*/LICENSE.txt"))


def _is_licence(file: Path) -> bool:
    return ".dist-info" in str(file) and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS"))


def _chapter(title: str, licence: str, texts: list[Path]) -> str:
    bodies = [text.read_text("utf-8", "replace").strip() for text in texts if text.is_file()]
    return "\n\n".join([f"{title}\n{licence}".strip(), *bodies])


def sbom(version: str, python_parts: list[metadata.Distribution], system_parts: dict[str, str]) -> dict[str, object]:
    """Return a CycloneDX 1.6 document of the folder."""
    components = [
        {
            "type": "library",
            "name": part.metadata["Name"],
            "version": part.version,
            "purl": f"pkg:pypi/{canonicalize_name(part.metadata['Name'])}@{part.version}",
            "licenses": [{"license": {"name": licence_of(part)}}],
        }
        for part in python_parts
    ]
    components += [
        {"type": "library", "name": name, "version": one, "purl": f"pkg:deb/debian/{name}@{one}"}
        for name, one in system_parts.items()
    ]
    components.append({"type": "platform", "name": "python", "version": sys.version.split()[0]})
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": PRODUCT, "version": version}},
        "components": sorted(components, key=lambda one: str(one["name"]).lower()),
    }


def archive(version: str) -> Path:
    """Write the folder as a plain archive with its install script."""
    target = DIST / f"{PRODUCT}-{version}-linux-{os.uname().machine}.tar.gz"

    def same_for_all(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = EPOCH
        return entry

    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, EPOCH) as stream,
        tarfile.open(fileobj=stream, mode="w|") as tar,
    ):
        for file in [FOLDER, *sorted(FOLDER.rglob("*"))]:
            tar.add(file, f"{PRODUCT}-{version}/{file.relative_to(FOLDER)}", recursive=False, filter=same_for_all)
    return target


def debian_package(version: str) -> Path:
    """Write the folder as a Debian package; it needs nothing from the network but what every desktop has."""
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    target = DIST / f"{PRODUCT}_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=DIST) as folder:
        tree = Path(folder)
        home = tree / "opt" / PRODUCT
        shutil.copytree(FOLDER, home, symlinks=True)
        packaging = home / "_internal" / "resources" / "packaging"
        for text, place in (
            ("onlinesvc-desktop.desktop", "usr/share/applications"),
            ("onlinesvc-backend.service", "usr/lib/systemd/system"),
        ):
            (tree / place).mkdir(parents=True)
            words = (packaging / text).read_text("utf-8").replace("@PREFIX@", f"/opt/{PRODUCT}")
            (tree / place / text).write_text(words, "utf-8")
        icons = tree / "usr/share/icons/hicolor/scalable/apps"
        icons.mkdir(parents=True)
        shutil.copy(home / "_internal/resources/icons/app.svg", icons / f"{PRODUCT}.svg")
        (tree / "usr/bin").mkdir()
        for command in ("onlinesvc-desktop", "onlinesvc-backend"):
            (tree / "usr/bin" / command).symlink_to(f"/opt/{PRODUCT}/{command}")
        documents = tree / "usr/share/doc" / PRODUCT
        documents.mkdir(parents=True)
        shutil.copy(INTERNAL / "NOTICE.txt", documents / "copyright")
        (tree / "DEBIAN").mkdir(mode=0o755)
        after = tree / "DEBIAN" / "postinst"
        after.write_text(AFTER_INSTALLATION, "utf-8")
        after.chmod(0o755)
        (tree / "DEBIAN" / "control").write_text(control(version, architecture, home), "utf-8")
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zgzip", "--build", str(tree), str(target)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return target


def control(version: str, architecture: str, home: Path) -> str:
    """Return the control file of the Debian package."""
    files = [file for file in home.rglob("*") if file.is_file() and not file.is_symlink()]
    size = sum(file.stat().st_size for file in files) // 1024
    return (
        f"Package: {PRODUCT}\nVersion: {version}\nArchitecture: {architecture}\nInstalled-Size: {size}\n"
        "Maintainer: Online Services <online.services@riviere-nord.example>\nSection: misc\nPriority: optional\n"
        f"Depends: {', '.join(SYSTEM_NEEDS)}\nRecommends: fonts-inter, gnome-keyring\n"
        "Description: Online services for freight customers\n"
        " Trace freight, see shipments and reports, in English and Canadian French, with\n"
        " or without a link. Holds the program and the server of a site.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
