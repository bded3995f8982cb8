"""Which reports repeat one another, word for word."""

from sayso.compare.comparison import compare
from sayso.compare.copies import find_copies
from sayso.extract.extracting import extract_together
from sayso.model.comparison import CopyKind
from sayso.model.text import Document

WIRE = """\
PORT SELLAN (Skerrin) – At least 20 people were killed and dozens wounded when explosions tore through a market beside the ferry landing at Yalmet in the early hours of Sunday, the governor said.

Three blasts hit the landing at about 2.40 a.m., when several hundred traders were waiting for the first ferry to the Sunday fair at Tarnoss, two of them told this agency by telephone.

The road to Yalmet has been closed since dawn and the telephone network in the town was down for most of the morning, so that neither account could be checked independently.
"""
OTHER = """\
The choir of Lower Ombry has sung in the old chapel for forty years. On Saturday it moves to a school hall with better heating, its conductor says, and worse light. Nobody minds the light.
"""


def test_a_copy_with_a_paragraph_cut_is_a_copy() -> None:
    cut = Document("cut", "\n\n".join(WIRE.split("\n\n")[:2]))
    (copy,) = find_copies([Document("wire", WIRE), cut, Document("other", OTHER)])
    assert copy.kind is CopyKind.COPY
    assert copy.share > 0.95


def test_a_passage_is_found_with_its_words_in_both() -> None:
    wire = Document("wire", WIRE)
    host = Document("host", OTHER + WIRE.split("\n\n")[1])
    (copy,) = find_copies([wire, host])
    by_id = {one.id: one for one in (wire, host)}
    for passage in copy.passages:
        left = by_id[passage.left.document][passage.left.span]
        assert left == by_id[passage.right.document][passage.right.span]
    assert any(
        "several hundred traders" in by_id[one.left.document][one.left.span]
        for one in copy.passages
    )


def test_reports_of_their_own_are_no_copies() -> None:
    assert find_copies([Document("wire", WIRE), Document("other", OTHER)]) == ()


def test_the_earlier_report_is_the_origin_and_the_two_are_one_voice() -> None:
    early = Document("early", WIRE, outlet="Sellan Gazette", published="2023-03-12")
    late = Document("late", WIRE + "More follows.", outlet="Northbank Post", published="2023-03-13")
    comparison = compare(extract_together([late, early]))
    (copy,) = comparison.copies
    assert copy.origin == early.id
    (origin,) = comparison.origins
    assert set(origin.documents) == {early.id, late.id}
    assert origin.why


def test_nothing_at_all() -> None:
    assert find_copies([]) == ()
    assert find_copies([Document("a", ""), Document("b", " ")]) == ()
