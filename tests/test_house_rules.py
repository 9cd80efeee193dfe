# SPDX-License-Identifier: MIT
"""What keeps the house in order: small modules, one door to each outside thing, no colours or pixels in widgets."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "onlinesvc_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SOURCES = {file.relative_to(PACKAGE).as_posix(): file.read_text("utf-8") for file in MODULES}


@pytest.mark.parametrize("file", [*MODULES, *TESTS, ROOT / "dev.py"], ids=lambda file: file.name)
def test_no_module_is_longer_than_400_lines(file: Path):
    assert len(file.read_text("utf-8").splitlines()) <= 400


DOORS = {
    "network": (r"^\s*(import|from) (requests|urllib3|http\.client|httpx)\b", {"client/transport.py"}),
    "internet": (r"^\s*(import|from) urllib\.request\b", {"backend/advisories.py"}),
    "keyring": (r"^\s*(import|from) keyring\b", {"client/secret_store.py"}),
    "threads": (
        r"\bThread\(|QThread|ThreadPool",
        {"desktop/jobs.py", "backend/serve.py", "backend/workers.py"},
    ),
    "translators": (r"\bQTranslator\b", {"desktop/language.py"}),
    "wall clock": (r"datetime\.now\(|time\.time\(|date\.today\(|utcnow\(", {"client/clock.py", "backend/clock.py"}),
    "paths": (r"platformdirs", {"client/paths.py", "backend/cli.py"}),
    "colours": (r"\"#[0-9a-fA-F]{6}\"", {"desktop/theme.py"}),
    "labels": (r"\bQLabel\(", {"desktop/widgets/panel.py"}),
    "readers of HTML": (r"\bQText(Browser|Edit)\(|setHtml\(|setMarkdown\(", {"desktop/widgets/help_reader.py"}),
    "fixed sizes": (r"setFixed(Size|Width|Height)\(", set()),
    "style sheets": (r"setStyleSheet\(", {"desktop/theme.py"}),
}


@pytest.mark.parametrize("door", DOORS)
def test_one_door(door: str):
    pattern, allowed = DOORS[door]
    found = {name for name, text in SOURCES.items() if re.search(pattern, text, re.MULTILINE)}
    assert found <= allowed
    assert allowed <= found, "a door that nobody uses any more"


def _reads_a_message(call: ast.Call) -> bool:
    """Tell whether a call of msgspec decodes or converts to a kind of message."""
    match call.func:
        case ast.Attribute(attr="decode", value=ast.Attribute(value=ast.Name(id="msgspec"))):
            return any(one.arg == "type" for one in call.keywords)
        case ast.Attribute(attr="convert", value=ast.Name(id="msgspec")):
            return True
        case _:
            return False


def test_messages_are_read_through_one_door():
    reading = [
        name
        for name, text in SOURCES.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and _reads_a_message(node)
    ]
    assert reading == ["contract/messages.py"] * 2


def test_every_file_names_its_licence():
    assert [
        file for file in [*MODULES, *TESTS] if not file.read_text("utf-8").startswith("# SPDX-License-Identifier: MIT\n")
    ] == []


def test_no_fixed_waits_in_gui_tests():
    waiting = re.compile(r"qtbot\.wait\(|bot\.wait\(|QTest\.qWait")
    assert [
        file.name for file in TESTS if file.name != "test_house_rules.py" and waiting.search(file.read_text("utf-8"))
    ] == []


def _sets_text(node: ast.AST) -> bool:
    texts = {"setText", "setToolTip", "setPlaceholderText", "setWindowTitle", "setAccessibleName", "setTitle"}
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in texts
        and bool(node.args)
        and isinstance(node.args[0], ast.Constant)
        and bool(re.search(r"[A-Za-z]", str(node.args[0].value)))
        and node.args[0].value != "https://"
    )


def _is_our_own_text(node: ast.expr) -> bool:
    """Tell whether a tooltip is a text of the catalogue, or goes through ``plain_tooltip``."""
    if isinstance(node, ast.IfExp):
        return _is_our_own_text(node.body) and _is_our_own_text(node.orelse)
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return name in {"tr", "plain_tooltip"}
    return isinstance(node, ast.Constant)


@pytest.mark.parametrize("name", [name for name in SOURCES if name.startswith("desktop/")])
def test_a_tooltip_or_question_with_somebody_elses_words_shows_them_as_written(name: str):
    calls = [node for node in ast.walk(ast.parse(SOURCES[name])) if isinstance(node, ast.Call)]
    tips = [node for node in calls if isinstance(node.func, ast.Attribute) and node.func.attr == "setToolTip"]
    assert [node.lineno for node in tips if not _is_our_own_text(node.args[0])] == []
    if "QMessageBox(" in SOURCES[name]:
        assert "setTextFormat(Qt.TextFormat.PlainText)" in SOURCES[name]


@pytest.mark.parametrize("name", [name for name in SOURCES if name.startswith("desktop/")])
def test_no_widget_is_given_a_literal_text(name: str):
    assert [node.lineno for node in ast.walk(ast.parse(SOURCES[name])) if _sets_text(node)] == []  # type: ignore[attr-defined]


def test_the_backend_words_nothing_for_the_program():
    """The server sends codes, the client owns the words: no sentence in a module that answers requests."""
    for name, text in SOURCES.items():
        if name.startswith("backend/api/") and name != "backend/api/problems.py":
            strings = [
                node.value
                for node in ast.walk(ast.parse(text))
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
            docs = {
                node.value.value
                for node in ast.walk(ast.parse(text))
                if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            }
            assert not [one for one in strings if re.search(r"[a-z] [a-z]+ [a-z]+\.$", one) and one not in docs], name


@pytest.mark.parametrize("name", ["LICENSE", "README.md", "CHANGELOG.md", "docs/architecture.md", "requirements.lock"])
def test_what_ships_names_no_index_host_and_no_machine(name: str):
    text = (ROOT / name).read_text("utf-8")
    assert "pypi.org" not in text
    assert "/work/" not in text
    assert "--index-url" not in text


def test_every_fault_is_documented():
    guide = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    faults = (PACKAGE / "client" / "faults.py").read_text("utf-8")
    for name in re.findall(r"^class (\w+)\(msgspec", faults, re.MULTILINE):
        assert f"`{name}`" in guide, name


def test_the_readme_names_commands_that_exist():
    readme = (ROOT / "README.md").read_text("utf-8")
    dev = (ROOT / "dev.py").read_text("utf-8")
    for command in re.findall(r"python3 dev\.py (\w+)", readme):
        assert f'"{command}"' in dev
    assert "python3 dev.py test" in readme
    assert "python3 dev.py test" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in SOURCES if name.startswith("contract/")])
def test_the_contract_knows_msgspec_alone(name: str):
    for node in ast.walk(ast.parse(SOURCES[name])):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for module in modules:
            top = module.partition(".")[0]
            ours = module.startswith("onlinesvc_desktop.contract")
            assert ours or top == "msgspec" or top in sys.stdlib_module_names, module


@pytest.mark.parametrize("name", SOURCES)
def test_a_pattern_matches_the_whole_text(name: str):
    """``$`` also matches before a line end at the end; ``\\Z`` does not."""
    texts = [node.value for node in ast.walk(ast.parse(SOURCES[name])) if isinstance(node, ast.Constant)]
    assert [text for text in texts if isinstance(text, str) and re.search(r"[\])}+*?`].*(?<!\\)\$\Z", text)] == []
