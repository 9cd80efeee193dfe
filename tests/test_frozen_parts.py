# SPDX-License-Identifier: MIT
"""What ``build.spec`` leaves out of the frozen folder: desktop libraries, and never one that a package brought along."""

import ast
import sys
from collections.abc import Callable
from importlib.metadata import files
from pathlib import Path
from typing import cast

import pytest

SPECIFICATION = Path(__file__).parents[1] / "build.spec"


Entries = list[tuple[str, str, str]]


def _of_the_specification(name: str) -> Callable[[Entries], Entries]:
    """Return one of its functions, without freezing anything."""
    parts = [
        part
        for part in ast.parse(SPECIFICATION.read_text("utf-8")).body
        if isinstance(part, ast.FunctionDef)
        or (isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) in ("LEFT_OUT", "QT_WORDS"))
    ]
    known: dict[str, object] = {"Path": Path}
    exec(compile(ast.Module([*parts], []), SPECIFICATION.name, "exec"), known)
    return cast("Callable[[Entries], Entries]", known[name])


def _entries(names: list[str], kind: str = "BINARY") -> Entries:
    return [(name, f"/somewhere/{name}", kind) for name in names]


_needed, _spoken = _of_the_specification("needed"), _of_the_specification("spoken")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere wheels bring their libraries in other ways")
@pytest.mark.parametrize(("package", "library"), [("pillow", "libjpeg"), ("numpy", "openblas")])
def test_the_libraries_that_a_wheel_brings_are_shipped_and_not_stripped(package: str, library: str):
    own = [str(file) for file in files(package) or () if f"{package}.libs" in str(file) and ".so" in file.name]
    assert any(library in name for name in own)
    assert _needed(_entries(own)) == _entries(own, "DATA")


def test_what_gtk_and_bare_screens_need_is_left_out():
    left_out = ["libjpeg.so.62", "libgtk-3.so.0", "PySide6/Qt/plugins/egldeviceintegrations/libqeglfs-x11.so"]
    assert _needed(_entries([*left_out, "libssl.so.3"])) == _entries(["libssl.so.3"])


def test_qt_s_words_are_shipped_in_the_two_languages_alone():
    qt, ours = "PySide6/Qt/translations/qtbase_{}.qm", "translations/onlinesvc_{}.qm"
    kept = [qt.format("en"), qt.format("fr"), ours.format("en"), ours.format("fr"), "LICENSE"]
    assert _spoken(_entries([*kept, qt.format("de"), "PySide6/Qt/translations/qt_help_fr.qm"])) == _entries(kept)
