# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend advisories``: which parts of this product have a known advisory. Asks the internet, once.

The only thing on the internet that the backend ever asks, and only when an operator runs this command: the database of open
source advisories at osv.dev, by name and version of each part. Nothing about the site is sent. ``ONLINESVC_OSV_URL`` names a
mirror of a site's own; a proxy is taken from the environment.
"""

import os
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from importlib.metadata import distributions

import msgspec

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.shipped import shipped

OSV_URL = "https://api.osv.dev"
PARTS_FILE = "sbom.cdx.json"
OFFLINE = 2
_SECONDS = 30
_MOST_ANSWER_BYTES = 16_000_000


class Part(msgspec.Struct, frozen=True, order=True):
    """A library that ships with the product, as the Python Package Index names it."""

    name: str
    version: str


class _PartsList(msgspec.Struct, frozen=True):
    components: tuple[Part, ...]


class _Advisory(msgspec.Struct, frozen=True):
    id: str


class _Result(msgspec.Struct, frozen=True):
    vulns: tuple[_Advisory, ...] = ()
    next_page_token: str = ""


class _Answer(msgspec.Struct, frozen=True):
    results: tuple[_Result, ...]


class NoAnswerError(Exception):
    """The database of advisories cannot be asked; the text says why."""


def parts() -> list[Part]:
    """Return the parts of this installation: of the parts list that ships with a frozen folder, else of the environment."""
    listed = shipped(PARTS_FILE)
    if listed.is_file():
        return sorted(set(from_json(listed.read_bytes(), _PartsList).components))
    return sorted({Part(found.metadata["Name"], found.version) for found in distributions() if found.metadata["Name"]})


def known_advisories(wanted: Sequence[Part], url: str) -> dict[Part, list[str]]:
    """Ask for the advisories of parts; those without any are left out. Blocks.

    Raises:
        NoAnswerError: nobody answers, or not as OSV does.
    """
    queries = [{"package": {"name": part.name, "ecosystem": "PyPI"}, "version": part.version} for part in wanted]
    if not url.startswith(("https://", "http://")):
        raise NoAnswerError(f"{url} is no address of the web")
    request = urllib.request.Request(  # noqa: S310 - the scheme was looked at above
        f"{url.rstrip('/')}/v1/querybatch",
        msgspec.json.encode({"queries": queries}),
        {"Content-Type": "application/json", "User-Agent": "onlinesvc-backend"},
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - the scheme was looked at above
            content = answer.read(_MOST_ANSWER_BYTES)
        results = from_json(content, _Answer).results
    except urllib.error.HTTPError as error:
        raise NoAnswerError(f"{url} answered {error.code}") from error
    except OSError as error:
        raise NoAnswerError(f"{url} cannot be reached: {getattr(error, 'reason', error)}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NoAnswerError(f"{url} did not answer as a database of advisories does") from error
    if len(results) != len(wanted):
        raise NoAnswerError(f"{url} answered for {len(results)} of {len(wanted)} parts")
    return {part: [one.id for one in result.vulns] for part, result in zip(wanted, results, strict=True) if result.vulns}


def run_advisories() -> int:
    """Print the parts with a known advisory; 0 when there is none, 1 when there is, 2 when nobody could be asked."""
    looked_at = parts()
    try:
        found = known_advisories(looked_at, os.environ.get("ONLINESVC_OSV_URL", OSV_URL))
    except NoAnswerError as error:
        sys.stderr.write(f"onlinesvc-backend: {error}\n")
        sys.stderr.write(f"Nothing is known about the {len(looked_at)} parts. Run this on a machine with internet.\n")
        return OFFLINE
    for part, advisories in found.items():
        sys.stdout.write(f"{part.name} {part.version}: {', '.join(f'https://osv.dev/{one}' for one in advisories)}\n")
    sys.stdout.write(f"{len(looked_at)} parts looked at, {len(found)} with a known advisory\n")
    return 1 if found else 0
