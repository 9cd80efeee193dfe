# SPDX-License-Identifier: MIT
"""``POST /xml/image``: a customer's own program fetches papers of a shipment (domain.md 1.6, its answer reconstructed)."""

import base64
from functools import partial
from typing import Final
from xml.etree.ElementTree import Element

from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.papers.held import PaperStream
from onlinesvc_desktop.backend.services.documents.api import Shelf
from onlinesvc_desktop.backend.shipments import normalised
from onlinesvc_desktop.backend.xml.company import XmlService
from onlinesvc_desktop.backend.xml.door import XmlRefusalError, XmlRequestError, element, text_of
from onlinesvc_desktop.contract.documents import KIND_OF_ABBREVIATION, Document
from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS
from onlinesvc_desktop.contract.shipment import ReferenceType

MOST_BYTES: Final = 15_000_000
"""Of all papers of one answer: it is one document, which nobody reads piece by piece."""
_LONGEST_TYPE, _LONGEST_NUMBER = 5, 18


def image_service(shelf: Shelf) -> XmlService:
    """Return the service over what all services keep of shipments."""
    return XmlService("/xml/image", "imagerequest", "imageresults", None, partial(_images, shelf))


def _images(shelf: Shelf, call: Call, root: Element) -> str:
    kind = KIND_OF_ABBREVIATION.get(text_of(root, "type", _LONGEST_TYPE, required=True))
    if kind is None:
        raise XmlRequestError("type", f"must be one of {', '.join(KIND_OF_ABBREVIATION)}")
    number = normalised(ReferenceType.AUTOPRO, text_of(root, "pro", _LONGEST_NUMBER, required=True))
    if number is None:
        raise XmlRequestError("pro", f"must be {AUTOPRO_DIGITS} digits")
    papers, reason = shelf.papers_of(call, number, kind)
    if not papers:
        raise XmlRefusalError("E404", f"pro: {'no shipment of yours has this number' if reason is None else reason}")
    if sum(stream.size for _, stream in papers) > MOST_BYTES:
        raise XmlRefusalError("E413", f"more than {MOST_BYTES} bytes: fetch them from /v1/documents")
    return element("pro", number) + "".join(_image(document, stream) for document, stream in papers)


def _image(document: Document, stream: PaperStream) -> str:
    content = b"".join(stream.read(0, stream.size - 1))
    said = element("imagename", stream.name) + element("mediatype", document.media_type)
    return f"<image>{said}{element('imagedata', base64.b64encode(content).decode('ascii'))}</image>"
