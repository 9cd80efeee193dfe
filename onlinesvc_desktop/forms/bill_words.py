# SPDX-License-Identifier: MIT
"""The words of a bill of lading: printed in both languages, French first (shipping.md 1.3), so no catalogue has them."""

from typing import Final

from onlinesvc_desktop.contract.rate_quote import Terms
from onlinesvc_desktop.contract.shipment import ReferenceType


def both(french: str, english: str) -> str:
    """Return a caption in both languages; one that is the same in both stands once."""
    return french if french == english else f"{french} / {english}"


COPIES: Final = (
    both("Exemplaire de l’expéditeur", "Shipper’s copy"),
    both("Exemplaire du transporteur", "Carrier’s copy"),
    both("Exemplaire du destinataire", "Consignee’s copy"),
    both("Exemplaire du payeur", "Payer’s copy"),
    both("Exemplaire du bureau", "Office copy"),
    both("Exemplaire supplémentaire", "Additional copy"),
)
TERMS: Final = {
    Terms.PREPAID: both("Port payé", "Prepaid"),
    Terms.COLLECT: both("Port dû", "Collect"),
    Terms.THIRD_PARTY: both("Tierce partie", "Third party"),
}
REFERENCES: Final = {
    ReferenceType.PURCHASE_ORDER: both("Commande", "P.O."),
    ReferenceType.CARRIER_REFERENCE: both("Réf. transporteur", "Carrier ref."),
    ReferenceType.BILL_OF_LADING: both("Connaissement", "B/L"),
    ReferenceType.PICKUP: both("Ramassage", "Pickup"),
}
PACKAGES: Final = {
    "BAG": both("sac", "bag"),
    "BOX": both("boîte", "box"),
    "BDL": both("paquet", "bundle"),
    "CRT": both("caisse", "crate"),
    "DRM": both("baril", "drum"),
    "PLS": both("palette", "pallet"),
    "REL": both("bobine", "reel"),
    "ROL": both("rouleau", "roll"),
    "SKD": both("palette", "skid"),
    "TOT": both("bac", "tote"),
    "PCS": both("pièce", "piece"),
}
ACCESSORIALS: Final = {
    "TGPU": both("Hayon au ramassage", "Tailgate pickup"),
    "TGDL": both("Hayon à la livraison", "Tailgate delivery"),
    "RESPU": both("Ramassage résidentiel", "Residential pickup"),
    "RESDL": both("Livraison résidentielle", "Residential delivery"),
    "LTDAP": both("Ramassage, accès limité", "Limited access pickup"),
    "LTDAD": both("Livraison, accès limité", "Limited access delivery"),
    "INSPU": both("Ramassage à l’intérieur", "Inside pickup"),
    "INSD": both("Livraison à l’intérieur", "Inside delivery"),
    "APT": both("Sur rendez-vous", "By appointment"),
    "AHR": both("Hors des heures normales", "After hours"),
    "HEAT": both("Protection contre le gel", "Protect from freezing"),
    "PFF": both("Protection contre le gel", "Protect from freezing"),
    "HAZ": both("Marchandises dangereuses", "Dangerous goods"),
    "COD": both("Contre remboursement", "Collect on delivery"),
    "BOND": both("Sous douane", "In bond"),
    "OVR": both("Longueur excédentaire", "Over length"),
    "HCOST": both("Région à coût élevé", "High-cost area"),
    "VAL": both("Valeur déclarée", "Declared value"),
}
TITLE: Final = both("CONNAISSEMENT", "BILL OF LADING")
SHIPPER: Final = both("Expéditeur (lieu de ramassage)", "Shipper (point of pickup)")
CONSIGNEE: Final = both("Destinataire (lieu de livraison)", "Consignee (point of delivery)")
BILL_TO: Final = both("Facturer à", "Bill to")
BROKER: Final = both("Agent en douane", "Customs broker")
BOL_NUMBER: Final = both("No de connaissement", "Bill of lading No.")
DATE: Final = both("Date", "Date")
FREIGHT_TERMS: Final = both("Frais de transport", "Freight charges")
QUOTE: Final = both("Soumission", "Quote")
REFERENCE: Final = both("Références", "References")
INSTRUCTIONS: Final = both("Directives particulières", "Special instructions")
HEADINGS: Final = (
    both("Unités", "Units"),
    "MD / DG",
    both("Désignation des marchandises", "Description of goods"),
    both("Morceaux", "Pieces"),
    both("Poids", "Weight"),
)
DANGEROUS: Final = both("Marchandises dangereuses", "Dangerous Goods")
OTHERS: Final = both("Autres marchandises", "Other goods")
HOURS_24: Final = both("Numéro 24 heures", "24-Hour Number")
ERAP: Final = both("PIU", "ERAP")
ON_UNIT: Final = both("unité", "unit")
CLASS: Final = both("classe", "class")
CARRIED: Final = both("À reporter", "Carried forward")
BROUGHT: Final = both("Report", "Brought forward")
TOTAL: Final = both("Total", "Total")
CONTINUED: Final = both("Suite à la page suivante", "Continued on the next page")
UNITS_TOTAL: Final = both("unités", "units")
PIECES_TOTAL: Final = both("morceaux", "pieces")
VALUE: Final = both("Valeur déclarée", "Declared value")
NO_VALUE: Final = both("non déclarée", "not declared")
LIABILITY: Final = both(
    "Responsabilité maximale de 2,00 $ la livre (4,41 $ le kilogramme), sauf valeur déclarée.",
    "Maximum liability of $2.00 a pound ($4.41 a kilogram) unless a value is declared.",
)
COD: Final = both("Contre remboursement", "C.O.D.")
COD_NONE: Final = both("aucun", "none")
COD_FEE: Final = both("frais", "fee")
RECEIVED: Final = both(
    "Reçu les marchandises décrites ci-dessus, en bon état apparent, contenu des colis inconnu, aux conditions du verso.",
    "Received the goods described above, in apparent good order, contents of packages unknown, on the conditions overleaf.",
)
CERTIFICATION: Final = both(
    "Je déclare que le contenu de cet envoi est décrit ci-dessus par l’appellation réglementaire adéquate et qu’il est"
    " classé, emballé, muni d’indications de danger et à tous égards bien conditionné pour être transporté.",
    "I declare that the contents of this consignment are described above by their proper shipping name, and are classified,"
    " packaged, marked and in all respects in proper condition for transport.",
)
CLAIM: Final = both(
    "Avis de réclamation : par écrit, 60 jours après la livraison, ou 9 mois après l’expédition si rien n’est livré.",
    "Notice of claim: in writing, 60 days after delivery, or 9 months after shipping if nothing is delivered.",
)
SIGNATURES: Final = (
    both("Signature de l’expéditeur", "Shipper’s signature"),
    both("Signature du chauffeur", "Driver’s signature"),
    both("Signature du destinataire", "Consignee’s signature"),
)
SIGNED_ON: Final = both("Date et heure", "Date and time")
PIECES_RECEIVED: Final = both("Morceaux reçus", "Pieces received")
TRAILER: Final = both("No de remorque", "Trailer No.")
SEAL: Final = both("No de scellé", "Seal No.")
PAGE: Final = both("Page", "Page")
SUPPLEMENT: Final = both("Feuille supplémentaire", "Supplement page")
CONDITIONS: Final = both("Conditions de transport", "Conditions of carriage")
SAMPLE: Final = both(
    "EXEMPLE : texte à remplacer par celui du transporteur", "SAMPLE: text to be replaced by the carrier’s own"
)
VERSION: Final = both("version", "version")
