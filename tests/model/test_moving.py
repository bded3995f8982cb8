"""Facts moved to another form of their text, and back."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings

from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.moving import moved_comparison, moved_facts, with_other_text
from sayso.model.references import check_comparison, check_facts
from sayso.model.text import Document, Span
from tests.strategies import facts
from tests.strategies_compared import comparisons


def further(span: Span) -> Span:
    return Span(span.start + 2, span.end + 2)


def back(span: Span) -> Span:
    return Span(span.start - 2, span.end - 2)


def in_halves(span: Span) -> Iterator[Span]:
    """Each character by itself."""
    return (further(Span(at, at + 1)) for at in range(span.start, span.end))


def moved_document(document: Document) -> Document:
    return with_other_text(document, f"  {document.text}", further)


@settings(max_examples=12)
@given(facts())
def test_words_and_references_stay(known: Facts) -> None:
    document = moved_document(known.document)
    moved, names = moved_facts(known, document, further)
    check_facts(moved)
    for kind in ("attributions", "claims", "actors", "figures", "events"):
        before, after = getattr(known, kind), getattr(moved, kind)
        assert [names[one.id] for one in before] == [one.id for one in after]
    assert [[document[span] for span in one.content] for one in moved.claims] == [
        [known.document[span] for span in one.content] for one in known.claims
    ]
    assert moved_facts(moved, known.document, back)[0] == replace(known)


@settings(max_examples=12)
@given(facts())
def test_only_contents_are_cut(known: Facts) -> None:
    moved, _ = moved_facts(known, moved_document(known.document), further, in_halves)
    check_facts(moved)
    whole, _ = moved_facts(known, moved_document(known.document), further)
    assert [one.mentions for one in moved.actors] == [one.mentions for one in whole.actors]
    for cut, one in zip(moved.attributions, known.attributions, strict=True):
        assert len(cut.content) == sum(map(len, one.content))


@settings(max_examples=12)
@given(facts())
def test_a_document_keeps_its_id_and_what_stands_in_it(known: Facts) -> None:
    before = known.document
    after = moved_document(before)
    assert after.id == before.id
    assert [after[one] for one in after.furniture] == [before[one] for one in before.furniture]
    assert [after[one.span] for one in after.entries] == [
        before[one.span] for one in before.entries
    ]


@settings(max_examples=4)
@given(comparisons())
def test_a_comparison_goes_there_and_back(known: Comparison) -> None:
    there, back_again, moves, ways_back = [], {}, {}, {}
    names = {}
    for one in known.facts:
        moved, names[one.document.id] = moved_facts(one, moved_document(one.document), further)
        there.append(moved)
        moves[one.document.id], ways_back[one.document.id] = further, back
        back_again[one.document.id] = {new: old for old, new in names[one.document.id].items()}
    moved_one = moved_comparison(known, tuple(there), moves, names)
    check_comparison(moved_one)
    assert moved_comparison(moved_one, known.facts, ways_back, back_again) == known
