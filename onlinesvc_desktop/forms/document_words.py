# SPDX-License-Identifier: MIT
"""The words of the list that goes with collected documents, French before English."""

from collections.abc import Mapping
from typing import Final

from onlinesvc_desktop.contract.documents import DocumentKind, MissingReason, ReferenceOutcome

TITLE: Final = "Documents d’envois / Shipment documents"
ENCLOSED: Final = "Joints / Enclosed"
MISSING: Final = "Manquants / Missing"
NOTHING: Final = "Aucun / None"
COLUMNS: Final = ("Numéro / Number", "Autopro", "Document", "")
FAILED: Final = "Non reçu cette fois / Not received this time"
DAMAGED: Final = "Endommagé, illisible / Damaged, cannot be read"
KIND: Final[Mapping[DocumentKind, str]] = {
    DocumentKind.BILL_OF_LADING: "Connaissement / Bill of lading",
    DocumentKind.PROOF_OF_DELIVERY: "Preuve de livraison / Proof of delivery",
    DocumentKind.WEIGHT_INSPECTION: "Pesée et inspection / Weight and inspection",
    DocumentKind.INVOICE: "Facture / Invoice",
    DocumentKind.PHOTO: "Photo",
    DocumentKind.CLAIM: "Document de réclamation / Claim paper",
    DocumentKind.OTHER: "Autre / Other",
}
REASON: Final[Mapping[MissingReason, str]] = {
    MissingReason.NOT_DELIVERED: "Pas encore livré / Not delivered yet",
    MissingReason.NOT_RECEIVED: "Pas encore reçu / Not received yet",
    MissingReason.NOT_MADE: "Il n’y en a pas / There is none",
    MissingReason.PAYER_ONLY: "Réservé au payeur / For the payer only",
    MissingReason.RIGHT_MISSING: "Hors des droits du code / Not among the code’s rights",
    MissingReason.OTHER: "Raison inconnue / Unknown reason",
}
OUTCOME: Final[Mapping[ReferenceOutcome, str]] = {
    ReferenceOutcome.NOT_FOUND: "Numéro inconnu / Unknown number",
    ReferenceOutcome.MALFORMED: "Pas un numéro / Not a number",
    ReferenceOutcome.OTHER: "Numéro inconnu / Unknown number",
}
