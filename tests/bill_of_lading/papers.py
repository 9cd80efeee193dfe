# SPDX-License-Identifier: MIT
"""Papers as a scanner and a reader see them."""

import io

import pypdf
import pypdfium2
import zxingcpp


def codes_of(content: bytes, pages: int | None = None) -> list[list[str]]:
    """Return the bar codes of each page, read from a picture of 200 dots an inch."""
    found = []
    document = pypdfium2.PdfDocument(content)
    for page in list(document)[:pages]:
        picture = page.render(scale=200 / 72, grayscale=True).to_pil()
        found.append([code.text for code in zxingcpp.read_barcodes(picture)])
        page.close()
    document.close()
    return found


def texts_of(content: bytes) -> list[str]:
    """Return the text of each page with single blanks."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]
