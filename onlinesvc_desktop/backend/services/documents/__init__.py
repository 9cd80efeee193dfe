# SPDX-License-Identifier: MIT
"""Documents: the papers of shipments, whoever keeps them, for the parties of each."""

from collections.abc import Sequence

from onlinesvc_desktop.backend.papers.held import DocumentSource
from onlinesvc_desktop.backend.service import DropTaker, Service
from onlinesvc_desktop.backend.services.documents.adding import ADDING_ROUTES
from onlinesvc_desktop.backend.services.documents.api import Shelf, routes_of
from onlinesvc_desktop.backend.services.documents.carrier_xml import image_service
from onlinesvc_desktop.backend.services.documents.dropped import FOLDER, take_document
from onlinesvc_desktop.backend.services.documents.store import ADDED


def service_with(sources: Sequence[DocumentSource]) -> Service:
    """Return the service that shows what other services keep beside its own documents."""
    shelf = Shelf((ADDED, *sources))
    folder = DropTaker(FOLDER, take_document)
    return Service("documents", (*routes_of(shelf), *ADDING_ROUTES), folders=(folder,), xml=(image_service(shelf),))
