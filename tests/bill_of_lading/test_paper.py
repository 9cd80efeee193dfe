# SPDX-License-Identifier: MIT
"""The paper of a bill: what stands on it, in which order, what its bar codes say, and that it never changes."""

import re
import subprocess
import sys

import msgspec
import pytest

from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from onlinesvc_desktop.forms.bill_labels import labels_of
from onlinesvc_desktop.forms.bill_of_lading import bill_pdf
from onlinesvc_desktop.forms.bill_rows import Sum, paged, rows_of
from onlinesvc_desktop.forms.labels import labels_4x6, labels_letter, labels_zpl
from onlinesvc_desktop.forms.text_layout import painted, wrapped
from tests.bill_of_lading.bills import bill, goods, party, unit
from tests.bill_of_lading.papers import codes_of, texts_of

CARRIER = "Rivière-Nord Transport"


def issued(**more) -> BillOfLading:
    return msgspec.convert(bill(bol_number="B480000017", autopro_number="480000017", **more), BillOfLading)


def lines(count: int) -> list[dict]:
    return [{"description": f"Article {at}", "pieces": 2, "package_type": "BOX", "weight": "1"} for at in range(count)]


def test_each_copy_has_its_caption_its_bar_codes_and_the_conditions_behind_it():
    content = bill_pdf(issued(), CARRIER, 3)
    texts = texts_of(content)
    assert len(texts) == 6
    for front, caption in zip(texts[::2], ("l’expéditeur", "du transporteur", "du destinataire"), strict=True):
        assert f"Exemplaire de {caption}".replace("de du", "du") in front
        assert front.index("CONNAISSEMENT") < front.index("BILL OF LADING")
        for part in (
            "Aciers Val-Clair inc.",
            "Rimouski (QC) G5L 1A1 CA",
            "Maple Ridge Hardware Ltd.",
            "Port payé / Prepaid",
        ):
            assert part in front
    assert all("EXEMPLE" in back and "SAMPLE" in back and "sample-1" in back for back in texts[1::2])
    assert codes_of(content) == [["480000017", "B480000017"], []] * 3


def test_dangerous_goods_stand_first_in_the_legal_order_with_their_number():
    line = {"description": "Peinture", "pieces": 4, "package_type": "DRM", "dangerous_goods": goods(erap_number="2-1234")}
    first = unit(lines=lines(1))
    front = texts_of(bill_pdf(issued(handling_units=[first, unit(count=1, lines=[*lines(1), line])]), CARRIER, 1))[0]
    where = [front.index(part) for part in ("Dangerous Goods", "UN1263, PAINT (XYLENE), 3 (6.1), II", "Article 0")]
    assert where == sorted(where)
    assert re.search(r"24-Hour Number : 613-996-6666", front)
    assert "PIU / ERAP 2-1234" in front
    assert "unité / unit 2" in front
    assert "I declare that the contents" in front
    assert "I declare that" not in texts_of(bill_pdf(issued(), CARRIER, 1))[0]


def test_a_city_of_35_characters_stands_whole_on_paper_and_label_in_both_formats():
    city = "Sainte-Marguerite-du-Lac-Masson-Nor"
    name = "Coopérative des producteurs et transformateurs du Haut-Pays de la Rivière-Nord"
    made = issued(consignee=party(name, city, "QC", "J0T 1L0"))
    labels = labels_of(made, CARRIER)
    for content in (bill_pdf(made, CARRIER, 1), labels_4x6(labels, 1, 1), labels_letter(labels, 1, 1)):
        text = texts_of(content)[0]
        assert f"{city} (QC) J0T 1L0 CA" in text
        assert name in text
    zpl = labels_zpl(labels, 1, 1)
    assert "".join(f"_{byte:02X}" for byte in f"{city} (QC) J0T 1L0 CA".encode()) in zpl


def test_units_are_counted_once_and_pieces_by_their_lines():
    made = issued(
        handling_units=[unit(count=2, weight="620", lines=lines(3)), unit(count=1, weight="100", weight_unit="kg")]
    )
    total = Sum().plus(rows_of(made, 300))
    assert (total.units, total.pieces) == (3, 30)
    assert total.parts()[1] == "840,5 lb · 381,2 kg".replace(" ", " ")


def test_500_lines_go_on_supplement_pages_with_running_totals():
    made = issued(
        handling_units=[unit(count=1, weight="500", lines=lines(250)), unit(count=2, weight="700", lines=lines(250))]
    )
    texts = texts_of(bill_pdf(made, CARRIER, 1))
    fronts = texts[:-1]
    assert len(fronts) > 5
    assert all(f"Page {at} / {len(fronts)}" in text for at, text in enumerate(fronts, start=1))
    found = [int(number) for text in fronts for number in re.findall(r"Article (\d+)", text)]
    assert found == [*range(250), *range(250)]
    carried = [re.search(r"À reporter / Carried forward : (.+?)(?= Suite| Page|$| Valeur)", text) for text in fronts[:-1]]
    brought = [re.search(r"Report / Brought forward : (\d+) .+? · (\d+) ", text) for text in fronts[1:]]
    for before, after in zip(carried, brought, strict=True):
        assert before is not None
        assert after is not None
        assert before[1].startswith(f"{after[1]} unités")
    assert "Total : 3 unités / units · 1000 morceaux / pieces · 1 200 lb" in fronts[-1].replace("\xa0", " ")
    assert "1000 morceaux" in fronts[0]
    assert codes_of(bill_pdf(made, CARRIER, 1), 2) == [["480000017", "B480000017"]] * 2


def test_a_unit_is_not_parted_from_the_first_of_its_goods():
    rows = rows_of(issued(handling_units=[unit(lines=lines(30)), unit(lines=lines(30))]), 300)
    for room in range(60, 200, 7):
        pages = list(paged(rows, room, room))
        assert sum(pages, ()) == tuple(rows)
        assert not any(page[-1].adds_units for page in pages[:-1])


@pytest.mark.parametrize(
    "name",
    ["🚚 Déménagement 🎉", "שלום עולם בע״מ", "شركة النقل", "Ünïcødé \u202e evil", "x" * 120, "Sainte-Anne " * 10, "\u0000"],
)
def test_any_name_is_printed_without_a_fault(name):
    made = issued(
        shipper=party(name[:120], "Saint-Louis-du-Ha! Ha!-de-la-Pointe", "QC", "G5L 1A1"),
        instructions=name * 12,
        handling_units=[unit(lines=[{"description": name[:120], "pieces": 1, "package_type": "BOX"}])],
    )
    content = bill_pdf(made, CARRIER, 1)
    assert codes_of(content, 1) == [["480000017", "B480000017"]]
    assert "Saint-Louis-du-Ha! Ha!-de-la-Pointe" in texts_of(content)[0]


def test_right_to_left_runs_are_painted_from_right_to_left_and_figures_are_not():
    assert painted("שלום 12 rue") == "םולש 12 rue"
    assert painted("Aciers") == "Aciers"


def test_no_line_is_wider_than_its_room():
    assert wrapped("a" * 50, "Helvetica", 10, 40) == ["a" * 7] * 7 + ["a"]
    assert wrapped("one two three", "Helvetica", 10, 40) == ["one two", "three"]


def test_everything_of_a_whole_bill_is_on_its_first_page():
    made = issued(
        bill_to=party("Payeur ltée", "Québec", "QC", "G1R 2B5"),
        customs_broker=party("Courtage Nord", "Lacolle", "QC", "J0J 1J0"),
        references=[{"type": "purchase_order", "value": "PO-77812"}, {"type": "carrier_reference", "value": "X9"}],
        accessorials=["TGDL", "ZZZ"],
        instructions="Appeler 30 minutes avant.",
        cod={"amount": "1250.5"},
        declared_value="5000",
        quote="Q10023A",
        handling_units=[unit(lines=lines(60))],
    )
    front = texts_of(bill_pdf(made, CARRIER, 1))[0].replace("\xa0", " ")
    for part in ("Payeur ltée", "Courtage Nord", "PO-77812", "X9", "Tailgate delivery", "ZZZ", "Appeler 30", "Q10023A"):
        assert part in front
    assert "1 250,50 $ CAD" in front
    assert "5 000,00 $ CAD" in front
    assert "Signature du chauffeur" in front


def test_two_programs_make_the_same_bytes():
    script = (
        "import hashlib, msgspec\n"
        "from tests.bill_of_lading.test_paper import CARRIER, issued\n"
        "from onlinesvc_desktop.forms.bill_of_lading import bill_pdf\n"
        "print(hashlib.sha256(bill_pdf(issued(), CARRIER)).hexdigest())"
    )
    found = {subprocess.run([sys.executable, "-c", script], check=True, capture_output=True).stdout for _ in range(2)}
    assert len(found) == 1
