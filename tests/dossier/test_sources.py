"""Who repeats whom, and who cites whom."""

from dataclasses import replace

from sayso.dossier.page import dossier_page
from sayso.model.comparison import Citation, Copy, CopyKind
from sayso.model.text import Head
from tests.dossier.compared import sample


def test_a_copy_goes_from_the_earlier_to_the_later() -> None:
    (copy,) = dossier_page(sample()).copies
    assert (copy.first.number, copy.second.number, copy.known) == (2, 3, True)
    assert (copy.kind, copy.share, len(copy.passages)) == ("copy", "96 %", 2)


def test_a_copy_is_turned_round_where_the_right_one_is_the_earlier() -> None:
    comparison = sample()
    (one,) = comparison.copies
    turned = replace(one, origin=one.right)
    (copy,) = dossier_page(replace(comparison, copies=(turned,))).copies
    assert (copy.first.number, copy.second.number) == (3, 2)
    left, right = copy.passages[0]
    assert (left.report.number, right.report.number) == (3, 2)


def test_a_citation_is_no_words_in_common() -> None:
    comparison = sample()
    ids = [facts.document.id for facts in comparison.facts]
    cited = Copy(ids[3], ids[4], CopyKind.CITATION, ids[4], 0.0, ())
    made = dossier_page(replace(comparison, copies=(*comparison.copies, cited)))
    assert [copy.kind for copy in made.copies] == ["copy"]


def test_the_cited_stand_with_all_who_cite_them() -> None:
    comparison = sample()
    first = comparison.citations[0]
    again = replace(first, document=first.document, attribution=None)
    three = comparison.facts[2].document
    other = Citation(three.id, comparison.citations[1].outlet, None, first.cited)
    made = dossier_page(replace(comparison, citations=(first, again, other)))
    (one,) = made.citations
    assert one.report
    assert (one.outlet, one.report.number) == ("The Saltmarsh Review", 4)
    assert [(report.number, len(places)) for report, places in one.by] == [(1, 2), (3, 1)]


def test_of_reports_with_the_same_text_the_one_of_the_cited_outlet_is_shown() -> None:
    comparison = sample()
    first = comparison.citations[0]
    *others, cited = sorted(comparison.facts, key=lambda one: one.document.id == first.cited)
    outlet = "The Saltmarsh Review"
    heads = replace(cited.document, outlet="Dune Post", also=(Head("b.txt", outlet=outlet),))
    facts = (*others, replace(cited, document=heads))
    (one,) = dossier_page(replace(comparison, facts=facts, citations=(first,))).citations
    assert one.report
    assert (one.outlet, one.report.head.name, one.report.document.id) == (
        outlet,
        "b.txt",
        first.cited,
    )


def test_an_outlet_that_is_not_among_the_reports_is_called_as_it_was_called() -> None:
    comparison = sample()
    outside = replace(comparison.citations[1], cited=None)
    (one,) = dossier_page(replace(comparison, citations=(outside,))).citations
    assert (one.outlet, one.report) == ("Northlight", None)


def test_reports_with_one_origin() -> None:
    (one,) = dossier_page(sample()).origins
    assert [report.number for report in one.reports] == [2, 3]
    assert [reason.partition(":")[0] for reason in one.why] == ["copy", "credit"]
    assert dossier_page(sample()).origin_count == 4
