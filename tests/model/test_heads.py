"""One text in several reports: which head is the main one, and what counts as one report."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.facts import Facts
from sayso.model.heads import earliest, head_order, one_document_a_text, one_facts_a_text
from sayso.model.speech import Claim, Stance
from sayso.model.text import Document, Head, Span
from tests.strategies import heads

TEXT = "Shells fell on Ormley on Sunday."


def told(name: str, outlet: str | None = None, published: str | None = None) -> Document:
    return Document(name, TEXT, outlet=outlet, published=published)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Head("b", published="2031-05-04"), Head("a", published="2031-05-05")),
        (Head("b", published="2031-05-04"), Head("a")),
        (Head("b", published="2031-05-04"), Head("a", outlet="Gazette")),
        (Head("b", published="2031-05-04"), Head("a", published="in May")),
        (Head("b", published="2031-05-04T10:00Z"), Head("a", published="2031-05-04T13:00+02:00")),
        (
            Head("b", published="2031-05-05T00:30+03:00"),
            Head("a", published="2031-05-04T23:00+01:00"),
        ),
        (Head("b", published="2031-05-04"), Head("a", published="2031-05-05T00:10+11:00")),
        (Head("b", published="2031-05-04T23:50-11:00"), Head("a", published="2031-05-05")),
        (Head("b", published="1500-01-01T00:00+14:00"), Head("a", published="2100-12-31")),
        (Head("b", published="2100-12-31T23:59-14:00"), Head("a")),
        (Head("b", outlet="Herald"), Head("a")),
        (Head("a"), Head("b", title="Older")),
        (Head("a"), Head("a", title="")),
    ],
)
def test_the_earlier_then_the_one_with_an_outlet_then_the_first_by_name(
    first: Head, second: Head
) -> None:
    assert head_order(first) < head_order(second)


@settings(deadline=None, max_examples=25)
@given(st.lists(heads(), max_size=5), st.randoms())
def test_the_order_given_changes_no_head_and_a_second_time_changes_nothing(
    some: list[Head], random: Random
) -> None:
    main = told("x")
    pile = [main, *(replace(main, also=(head,)) for head in some)]
    (found,) = one_document_a_text(pile)
    random.shuffle(pile)
    assert one_document_a_text(pile) == [found]
    assert one_document_a_text([found]) == one_document_a_text([found, found]) == [found]
    assert list(found.also) == sorted(found.also, key=head_order)
    assert {head.outlet for head in some} <= {head.outlet for head in found.heads}


def test_three_outlets_are_three_heads_whatever_their_order() -> None:
    gazette, herald, review = (
        told("g.txt", "Sellan Gazette", "2031-05-05"),
        told("h.txt", "Port Herald", "2031-05-04T20:00Z"),
        told("r.txt", "Ostmere Review"),
    )
    for order in permutations((gazette, herald, review)):
        (found,) = one_document_a_text(order)
        assert [head.outlet for head in found.heads] == [
            "Port Herald",
            "Sellan Gazette",
            "Ostmere Review",
        ]
        assert (found.name, found.published) == ("h.txt", "2031-05-04T20:00Z")


@pytest.mark.parametrize(
    ("left", "right", "reports"),
    [
        (told("a.txt"), told("b.txt"), 2),
        (told("a.txt"), told("a.txt"), 1),
        (told("old/a.txt"), told("new/a.txt"), 2),
        (told("a.txt", "Gazette"), told("a.txt", "Herald"), 2),
        (told("a.txt", "Gazette", "2031-05-04"), told("a.txt", "Gazette", "2031-05-05"), 2),
        (told("https://one.example/1"), told("https://two.example/1"), 2),
    ],
)
def test_what_is_one_report(left: Document, right: Document, reports: int) -> None:
    (found,) = one_document_a_text([left, right])
    assert len(found.heads) == reports
    assert one_document_a_text([right, left]) == [found]


def test_files_of_one_name_with_different_bytes_are_two_reports() -> None:
    left = replace(told("x/a.html"), raw_sha256="0" * 64)
    right = replace(told("y/a.html"), raw_sha256="1" * 64)
    (found,) = one_document_a_text([left, right])
    assert [head.name for head in found.heads] == ["x/a.html", "y/a.html"]
    again = replace(left, raw_sha256="1" * 64)  # as in a copy of the folder
    assert len(one_document_a_text([left, again])[0].heads) == 1


def test_texts_keep_the_order_of_their_first_document() -> None:
    pile = [told("b", published="2031-05-05"), Document("c", "No."), told("a")]
    assert [one.name for one in one_document_a_text(pile)] == ["b", "c"]
    assert [one.name for one in one_document_a_text(pile[::-1])] == ["b", "c"]


def test_the_facts_are_those_that_were_read_under_the_main_head() -> None:
    claims = tuple(Claim((Span(0, end),), (), Stance.ASSERTS, (), None) for end in (6, 11))
    late, early = told("a", "Gazette", "2031-05-05"), told("b", "Herald", "2031-05-04")
    pile = [Facts(late, claims=claims[:1]), Facts(early, claims=claims[1:])]
    (found,) = one_facts_a_text(pile)
    assert found.claims == claims[1:]
    assert [head.outlet for head in found.document.heads] == ["Herald", "Gazette"]
    assert one_facts_a_text(pile[::-1]) == (found,)


def test_what_was_read_furthest_is_kept() -> None:
    claim = Claim((Span(0, 6),), (), Stance.ASSERTS, (), None)
    part, whole = Facts(replace(told("a"), read_to=9)), Facts(told("a"), claims=(claim,))
    assert one_facts_a_text([part, whole]) == one_facts_a_text([whole, part]) == (whole,)


def test_texts_that_differ_stay_as_they_are() -> None:
    pile = [Facts(told("a")), Facts(Document("a", "No."))]
    assert list(one_facts_a_text(pile)) == pile
    assert one_document_a_text([one.document for one in pile]) == [one.document for one in pile]


def test_the_earliest_head_need_not_be_the_main_one() -> None:
    document = replace(told("a", published="2031-05-05"), also=(Head("b", published="2031-05-04"),))
    assert earliest(document.heads) == document.also[0]
    assert earliest(told("a").heads) == told("a").head
