# SPDX-License-Identifier: MIT
"""A new service is its own files and one place in each of three registries: added to a copy and used."""

import filecmp
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SLICE = Path(__file__).parent / "new_service"
ROOMS = ("onlinesvc_desktop", "resources", "translations", "tests")
REGISTRIES = {
    "onlinesvc_desktop/contract/services.py": (('    HELP = "help"\n', '    DOCK_HOURS = "dockHours"\n'),),
    "onlinesvc_desktop/backend/services/__init__.py": (
        ("    customers,\n", "    dock_hours,\n"),
        ("    customers.SERVICE,\n", "    dock_hours.SERVICE,\n"),
    ),
    "onlinesvc_desktop/desktop/services/__init__.py": (
        ("    contact,\n", "    dock_hours,\n"),
        ("    contact.ENTRY,\n", "    dock_hours.ENTRY,\n"),
    ),
}


def copy_of_the_product(folder: Path) -> Path:
    leave = shutil.ignore_patterns("__pycache__", "new_service", Path(__file__).name)
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=leave)
    shutil.copy2(ROOT / "pyproject.toml", folder)
    return folder


def changed(copy: Path) -> set[str]:
    """Return the files of the product that are otherwise in the copy."""
    files = [file.relative_to(copy) for room in ROOMS for file in (copy / room).rglob("*") if file.suffix != ".pyc"]
    own = [file for file in files if (copy / file).is_file() and (ROOT / file).exists()]
    return {file.as_posix() for file in own if not filecmp.cmp(copy / file, ROOT / file, shallow=False)}


def test_a_service_is_added_by_its_own_files_and_three_registries(tmp_path: Path):
    copy = copy_of_the_product(tmp_path / "product")
    for file in SLICE.rglob("*.txt"):
        target = copy / file.relative_to(SLICE).with_suffix("")
        assert not target.exists()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    for name, lines in REGISTRIES.items():
        text = (copy / name).read_text("utf-8")
        for before, line in lines:
            assert len(re.findall(rf"(?m)^{re.escape(before)}", text)) == 1, (name, before)
            text = text.replace(before, before + line)
        (copy / name).write_text(text, "utf-8")
    assert changed(copy) == set(REGISTRIES)
    tests = [
        "tests/dock_hours",
        "tests/test_slices.py",
        "tests/desktop/test_slices.py",
    ]
    own = ["-p", "no:cacheprovider", "-p", "no:xdist", f"--basetemp={tmp_path / 'inner'}"]
    command = [sys.executable, "-m", "pytest", "-q", "-x", *own, *tests]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4_000:] + done.stderr[-2_000:]
    assert changed(copy) == set(REGISTRIES)
