# SPDX-License-Identifier: MIT
"""Save many documents at once: one after the other, with the list of what is missing and why at the end."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.collected_files import Collection
from onlinesvc_desktop.client.faults import Cancelled, FaultError, Refused
from onlinesvc_desktop.contract.documents import GET_DOCUMENT, file_name_of
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.merged_paper import DamagedPaperError
from onlinesvc_desktop.desktop.services.documents.rows import DocumentRow
from onlinesvc_desktop.forms.document_list import ListedDocument
from onlinesvc_desktop.forms.document_words import DAMAGED, FAILED, OUTCOME, REASON

LIST_NAME = "0_liste_list.pdf"


class SaveRun(QObject):
    """One run over documents; whatever cannot be had is on the list, and the others go on."""

    progressed = Signal(int, int)
    ended = Signal(object)
    """Carries None for a whole run, ``OSError`` for what cannot be written, or the ``Err`` that stopped it."""

    def __init__(self, link: BackendLink, collection: Collection, where: Path) -> None:
        super().__init__()
        self._link = link
        self._collection = collection
        self.where = where
        self._left: list[DocumentRow] = []
        self._total = 0
        self._enclosed: list[ListedDocument] = []
        self._missing: list[ListedDocument] = []
        self._stopped = False

    @property
    def saved(self) -> int:
        """How many documents are in."""
        return len(self._enclosed)

    @property
    def missed(self) -> int:
        """How many are on the list of what is missing."""
        return len(self._missing)

    def start(self, documents: Sequence[DocumentRow], missing: Sequence[DocumentRow]) -> None:
        """Begin."""
        self._left, self._total = list(documents), len(documents)
        self._missing = [_listed(row, _why(row)) for row in missing]
        self._next()

    def stop(self) -> None:
        """End after the document under way; a folder keeps what came, anything else leaves nothing."""
        self._stopped = True

    def _next(self) -> None:
        self.progressed.emit(self._total - len(self._left), self._total)
        if self._stopped:
            self._give_up(Err(Cancelled()))
            return
        if not self._left:
            self._finish()
            return
        row = self._left.pop(0)
        document = row.document
        assert document is not None
        name = file_name_of(document)

        def work(client: ApiClient) -> str | OSError:
            try:
                self._collection.add(
                    name,
                    document.media_type,
                    lambda put: client.stream(GET_DOCUMENT, put, id=document.id),
                )
            except DamagedPaperError:
                return DAMAGED
            except FaultError as error:
                if isinstance(error.fault, Refused):
                    return FAILED
                raise
            except OSError as error:
                return error
            return ""

        self._link.ask(work, lambda outcome: self._on_added(row, name, outcome))

    def _on_added(self, row: DocumentRow, name: str, outcome: Outcome[str | OSError]) -> None:
        match outcome:
            case Ok(OSError() as error):
                self._give_up(error)
            case Ok(str() as why):
                if why:
                    self._missing.append(_listed(row, why))
                else:
                    self._enclosed.append(_listed(row, name))
                self._next()
            case Err():
                self._give_up(outcome)

    def _finish(self) -> None:
        enclosed, missing = tuple(self._enclosed), tuple(self._missing)

        def work() -> OSError | None:
            from onlinesvc_desktop.forms.document_list import document_list

            try:
                self._collection.finish(document_list(enclosed, missing))
            except OSError as error:
                return error
            return None

        def finished(outcome: Outcome[OSError | None]) -> None:
            match outcome:
                case Ok(None):
                    self.ended.emit(None)
                case Ok(error):
                    self._give_up(error)
                case Err():
                    self._give_up(outcome)

        self._link.jobs.run(work, finished)

    def _give_up(self, why: object) -> None:
        self._link.jobs.run(self._collection.abandon, lambda _outcome: None)
        self.ended.emit(why)


def _listed(row: DocumentRow, said: str) -> ListedDocument:
    kind = row.document.kind if row.document is not None else None if row.missing is None else row.missing.kind
    return ListedDocument(row.reference, row.autopro, kind, said)


def _why(row: DocumentRow) -> str:
    return OUTCOME.get(row.outcome, "") if row.missing is None else REASON[row.missing.reason]
