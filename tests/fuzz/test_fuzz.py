# SPDX-License-Identifier: MIT
"""The first cases of every door, and what the long run has found; the long run itself is ``python -m tests.fuzz``."""

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from onlinesvc_desktop.backend.config import ConfigurationError, load_config
from onlinesvc_desktop.backend.intake.partners import PartnerError, load_profile
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError, parse_mapping
from tests.fuzz.letters import take_mail_texts
from tests.fuzz.run import Case, Target, cases, tried
from tests.fuzz.targets import all_targets
from tests.support.mail import EVERY_FACT

SEED = 20261127
CASES = 60
DOORS = (
    *(
        "email",
        "email-texts",
        "bundle",
        "xml",
        "xml-rate-quote",
        "electronic-bill",
        "csv",
        "workbook",
        "x12",
        "intake",
        "numbers",
        "tariff",
        "points",
    ),
    *("mapping", "profile"),
)


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Target]:
    return {target.name: target for target in all_targets(tmp_path_factory.mktemp("fuzz"))}


@pytest.mark.parametrize("door", DOORS)
def test_what_is_damaged_is_read_or_refused(targets: dict[str, Target], door: str):
    for case in islice(cases([targets[door]], SEED), CASES):
        found = tried(case, slow_seconds=None)
        assert found is None, str(found)


def test_every_door_is_tried(targets: dict[str, Target]):
    assert set(targets) == set(DOORS)


def test_a_case_is_the_same_whenever_it_is_made(targets: dict[str, Target]):
    for target in targets.values():
        made = [Case(target, 1, number).content() for number in range(20)]
        assert made == [Case(target, 1, number).content() for number in range(20)]
        assert len(set(made)) > 10


def test_what_raises_or_is_caught_by_a_net_is_found_with_its_seed_and_input():
    def raises(content: bytes) -> None:
        raise KeyError(content)

    def logs(content: bytes) -> None:
        from onlinesvc_desktop.backend.intake.attempt import attempt
        from onlinesvc_desktop.backend.intake.records import Said

        attempt(lambda: dict[str, Said]()["nothing"])

    for take in (raises, logs):
        found = tried(Case(Target("door", lambda chance: b"the input", take), 4711, 8))
        assert found is not None
        assert all(word in str(found) for word in ("door/4711/8", "seed 4711", "the input", "KeyError"))
    assert tried(Case(Target("door", lambda chance: b"", lambda content: None), 1, 1)) is None


def test_the_command_says_how_far_it_came_and_repeats_a_case(tmp_path: Path):
    command = [sys.executable, "-m", "tests.fuzz"]
    root = Path(__file__).parents[2]
    ran = subprocess.run([*command, "0.5", "42", "--only", "xml"], capture_output=True, text=True, check=False, cwd=root)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "seed 42: xml" in ran.stdout
    assert " 0 findings" in ran.stdout
    again = subprocess.run([*command, "--again", "xml/42/3"], capture_output=True, text=True, check=False, cwd=root)
    assert (again.returncode, again.stdout) == (0, "nothing is wrong\n")


@pytest.mark.parametrize("fact", ["reference", "customer", "number"])
def test_an_encoded_word_in_a_text_never_becomes_a_header(fact: str):
    for kind in ("access_refused", "help_refused", "shipment_report", "pickup_confirmed"):
        for hostile in (
            "=?utf-8?q?a=0aBcc:_spy@else.example?=",
            "\x1f=?utf-8?b?YQpiCgpjCg==?= \u0131",
            "a\u2028=?utf-8?q?=0d=0a?=",
        ):
            take_mail_texts(json.dumps([kind, "en", EVERY_FACT | {fact: hostile}, {}]).encode())
            take_mail_texts(json.dumps([kind, "fr", EVERY_FACT, {"carrier": hostile, "phone": hostile}]).encode())


LONG = "9" * 5_000


@pytest.mark.parametrize(
    ("read", "refusal"),
    [
        (lambda file: parse_mapping(file.read_text()), MappingError),
        (load_profile, PartnerError),
        (lambda file: load_config(file.parent, file, {}), ConfigurationError),
    ],
)
@pytest.mark.parametrize("content", [f"a = {LONG}", f"a = {'[' * 20_000}"])
def test_a_file_of_settings_with_an_endless_value_is_refused_as_such(
    tmp_path: Path, read: Callable[[Path], object], refusal: type[Exception], content: str
):
    file = tmp_path / "settings.toml"
    file.write_text(content)
    with pytest.raises(refusal):
        read(file)
