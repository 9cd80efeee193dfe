# SPDX-License-Identifier: MIT
"""The words of the letter of a claim, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from onlinesvc_desktop.contract.claim_terms import ClaimDoor, ClaimKind, ClaimPaper
from onlinesvc_desktop.contract.codes import Language


@dataclass(frozen=True, slots=True)
class LetterWords:
    """Everything that the letter says in one language beside the claim itself."""

    door: Mapping[ClaimDoor, str]
    statement: Mapping[ClaimDoor, str]
    kind: Mapping[ClaimKind, str]
    paper: Mapping[ClaimPaper, str]
    columns: tuple[str, str, str, str, str]
    claimant: str
    autopro: str
    shipper: str
    consignee: str
    shipped: str
    delivered: str
    not_delivered: str
    weight: str
    kind_name: str
    goods_at: str
    notice_by: str
    claim_by: str
    cap: str
    description: str
    total: str
    enclosed: str
    to_follow: str
    limits: str
    signature: str
    date: str
    continued: str
    decimal_mark: str


_ENGLISH: Final = LetterWords(
    door={
        ClaimDoor.INSPECTION: "Inspection request",
        ClaimDoor.NOTICE: "Notice of claim",
        ClaimDoor.CLAIM: "Claim",
    },
    statement={
        ClaimDoor.INSPECTION: "We ask you to inspect the goods of shipment {number}.",
        ClaimDoor.NOTICE: (
            "We give you notice that we hold you liable for the loss, damage or delay of shipment {number} and that a"
            " claim will follow."
        ),
        ClaimDoor.CLAIM: "We claim the amount below from you for the loss, damage or delay of shipment {number}.",
    },
    kind={
        ClaimKind.DAMAGE: "Damage",
        ClaimKind.CONCEALED_DAMAGE: "Concealed damage",
        ClaimKind.SHORTAGE: "Shortage",
        ClaimKind.LOSS: "Loss",
        ClaimKind.DELAY: "Delay",
    },
    paper={
        ClaimPaper.BILL_OF_LADING: "bill of lading",
        ClaimPaper.DELIVERY_RECEIPT: "delivery receipt",
        ClaimPaper.COST_INVOICE: "supplier’s invoice",
        ClaimPaper.PACKING_LIST: "packing list",
        ClaimPaper.PHOTOS: "photos",
        ClaimPaper.INSPECTION_REPORT: "inspection report",
        ClaimPaper.REPAIR_INVOICE: "repair invoice",
        ClaimPaper.FREIGHT_BILL: "paid freight bill",
        ClaimPaper.OTHER: "other papers",
    },
    columns=("Quantity", "Description", "Weight", "Unit cost", "Total"),
    claimant="Claimant",
    autopro="Autopro number",
    shipper="Shipper",
    consignee="Consignee",
    shipped="Shipped",
    delivered="Delivered",
    not_delivered="not delivered",
    weight="Weight of the shipment",
    kind_name="What happened",
    goods_at="The goods are at",
    notice_by="Last day for the notice",
    claim_by="Last day for the claim",
    cap="Limit of liability",
    description="Description",
    total="Total claimed",
    enclosed="Enclosed",
    to_follow="To follow",
    limits=(
        "Amounts are costs without profit. Unless a value is declared on the bill of lading, liability is limited to"
        " $4.41 a kilogram of the shipment."
    ),
    signature="Signature of the claimant",
    date="Date",
    continued="(continued)",
    decimal_mark=".",
)

_FRENCH: Final = LetterWords(
    door={
        ClaimDoor.INSPECTION: "Demande d’inspection",
        ClaimDoor.NOTICE: "Avis de réclamation",
        ClaimDoor.CLAIM: "Réclamation",
    },
    statement={
        ClaimDoor.INSPECTION: "Nous vous demandons d’inspecter la marchandise de l’envoi {number}.",
        ClaimDoor.NOTICE: (
            "Nous vous avisons que nous vous tenons responsable de la perte, de l’avarie ou du retard de l’envoi {number}"
            " et qu’une réclamation suivra."
        ),
        ClaimDoor.CLAIM: (
            "Nous vous réclamons le montant ci-dessous pour la perte, l’avarie ou le retard de l’envoi {number}."
        ),
    },
    kind={
        ClaimKind.DAMAGE: "Avarie",
        ClaimKind.CONCEALED_DAMAGE: "Avarie cachée",
        ClaimKind.SHORTAGE: "Manquant",
        ClaimKind.LOSS: "Perte",
        ClaimKind.DELAY: "Retard",
    },
    paper={
        ClaimPaper.BILL_OF_LADING: "connaissement",
        ClaimPaper.DELIVERY_RECEIPT: "reçu de livraison",
        ClaimPaper.COST_INVOICE: "facture du fournisseur",
        ClaimPaper.PACKING_LIST: "bordereau d’emballage",
        ClaimPaper.PHOTOS: "photos",
        ClaimPaper.INSPECTION_REPORT: "rapport d’inspection",
        ClaimPaper.REPAIR_INVOICE: "facture de réparation",
        ClaimPaper.FREIGHT_BILL: "facture de fret acquittée",
        ClaimPaper.OTHER: "autres documents",
    },
    columns=("Quantité", "Description", "Poids", "Coût unitaire", "Total"),
    claimant="Réclamant",
    autopro="Numéro autopro",
    shipper="Expéditeur",
    consignee="Destinataire",
    shipped="Expédié le",
    delivered="Livré le",
    not_delivered="non livré",
    weight="Poids de l’envoi",
    kind_name="Ce qui s’est passé",
    goods_at="La marchandise est à",
    notice_by="Dernier jour pour l’avis",
    claim_by="Dernier jour pour réclamer",
    cap="Limite de responsabilité",
    description="Description",
    total="Total réclamé",
    enclosed="Pièces jointes",
    to_follow="À suivre",
    limits=(
        "Les montants sont des coûts, sans profit. À moins d’une valeur déclarée sur le connaissement, la responsabilité"
        " est limitée à 4,41\N{NO-BREAK SPACE}$ par kilogramme de l’envoi."
    ),
    signature="Signature du réclamant",
    date="Date",
    continued="(suite)",
    decimal_mark=",",
)

WORDS: Final[Mapping[Language, LetterWords]] = {Language.FRENCH: _FRENCH, Language.ENGLISH: _ENGLISH}
