# SPDX-License-Identifier: MIT
"""A page behind the link in an e-mail, in both languages: for a browser, without signing in, script or anything fetched."""

from html import escape
from typing import Final

import msgspec

from onlinesvc_desktop.contract.paper import Paper

_FRAME: Final = """<!DOCTYPE html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'self'">
<title>{carrier}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.1rem/1.5 sans-serif; max-width: 36em; margin: 3em auto; padding: 0 1em }}
button {{ font: inherit; padding: .5em 1em }}
hr {{ margin: 2em 0 }}
</style>
</head>
<body>
<h1>{carrier}</h1>
{french}
<hr>
<div lang="en-CA">
{english}
</div>
</body>
</html>
"""


class StopWords(msgspec.Struct, frozen=True):
    """What the page says, each in French and in English; ``{email}`` and ``{phones}`` stand for themselves."""

    asked: tuple[str, str]
    """Beside the button."""
    ended: tuple[str, str]
    """After it was pressed."""
    nothing: tuple[str, str]
    """Of a link that ends nothing any longer."""


def stop_page(carrier: str, french: str, english: str, **facts: str) -> Paper:
    """Return the page that says this in French and in English; ``facts`` are put into both, as text."""
    safe = {name: escape(text) for name, text in facts.items()}
    texts = {"french": french.format(**safe), "english": english.format(**safe)}
    return Paper(_FRAME.format(carrier=escape(carrier), **texts).encode(), "text/html", "stop.html")
