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


def _needed() -> Callable[[list[tuple[str, str, str]]], list[tuple[str, str, str]]]:
    """Return the function of the specification, without freezing anything."""
    parts = [
        part
        for part in ast.parse(SPECIFICATION.read_text("utf-8")).body
        if (isinstance(part, ast.FunctionDef) and part.name == "needed")
        or (isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == "LEFT_OUT")
    ]
    assert len(parts) == 2
    known: dict[str, object] = {"Path": Path}
    exec(compile(ast.Module([*parts], []), SPECIFICATION.name, "exec"), known)
    return cast("Callable[[list[tuple[str, str, str]]], list[tuple[str, str, str]]]", known["needed"])


def _binaries(names: list[str]) -> list[tuple[str, str, str]]:
    return [(name, f"/somewhere/{name}", "BINARY") for name in names]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Pillow's libraries lie in its own modules")
def test_the_libraries_that_pillow_brings_are_shipped():
    own = [str(file) for file in files("pillow") or () if "pillow.libs" in str(file) and ".so" in file.name]
    assert any("libjpeg" in name for name in own)
    assert _needed()(_binaries(own)) == _binaries(own)


def test_what_gtk_and_bare_screens_need_is_left_out():
    left_out = ["libjpeg.so.62", "libgtk-3.so.0", "PySide6/Qt/plugins/egldeviceintegrations/libqeglfs-x11.so"]
    assert _needed()(_binaries([*left_out, "libssl.so.3"])) == _binaries(["libssl.so.3"])
