"""Dossiers without whole texts: what is quoted stays, where it stands; the rest is gone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.dossier.excerpts import GAP, PASSAGE_END, excerpted
from sayso.dossier.html import render_dossier
from sayso.model.comparison import Comparison, Passage, Quote
from sayso.model.decisions import DecisionKind
from sayso.model.facts import Facts
from sayso.model.text import Span

from .compared import sample
from .decisions import GONE, held
from .decisions import one as decision


@pytest.fixture(scope="module")
def whole() -> Comparison:
    return sample()


@pytest.fixture(scope="module")
def cut(whole: Comparison) -> Comparison:
    return excerpted(whole)


def quoted(facts: Facts) -> Iterator[Span]:
    for claim in facts.claims:
        yield from claim.content
    yield from (one.span for one in facts.figures)
    yield from (one.trigger for one in facts.events)
    yield from (one.name for one in facts.actors)
    yield from (one.source for one in facts.attributions if one.source)


def test_what_stays_is_the_text_in_its_place(whole: Comparison, cut: Comparison) -> None:
    for before, after in zip(whole.facts, cut.facts, strict=True):
        assert after.document.id == before.document.id
        assert len(after.document) == len(before.document)
        for span in quoted(after):
            assert after.document[span] == before.document[span]
    assert any(GAP.strip() in facts.document.text for facts in cut.facts)


def test_every_point_and_toll_keeps_its_words(whole: Comparison, cut: Comparison) -> None:
    assert (cut.points, cut.tolls, cut.timeline) == (whole.points, whole.tolls, whole.timeline)
    known = {(one.document.id, fact.id) for one in cut.facts for fact in one.claims}
    known |= {(one.document.id, fact.id) for one in cut.facts for fact in one.figures}
    assert known >= {(one.document, one.claim) for point in cut.points for one in point.claims}
    assert known >= {(one.document, one.figure) for toll in cut.tolls for one in toll.figures}


def test_the_page_has_no_more_of_the_texts_and_says_so(whole: Comparison, cut: Comparison) -> None:
    page, full = render_dossier(whole, None, excerpts=True), render_dossier(whole)
    assert "Excerpts." in page
    assert "Excerpts." not in full
    assert all("arriving on Monday morning" not in one.document.text for one in cut.facts)
    assert "arriving on Monday morning" in full
    assert "arriving on Monday morning" not in page


def test_nothing_names_what_is_gone(cut: Comparison) -> None:
    for facts in cut.facts:
        claims, figures = {one.id for one in facts.claims}, {one.id for one in facts.figures}
        events, said = {one.id for one in facts.events}, {one.id for one in facts.attributions}
        for figure in facts.figures:
            assert figure.claim in (None, *claims)
            assert figure.part_of in (None, *figures)
            assert figure.event in (None, *events)
        assert all(set(claim.chain) <= said for claim in facts.claims)


def test_words_outside_the_text_are_gone(cut: Comparison) -> None:
    assert not any(one.document.left_out or one.document.entries for one in cut.facts)


def test_speakers_keep_their_names_and_roles(whole: Comparison, cut: Comparison) -> None:
    for before, after in zip(whole.facts, cut.facts, strict=True):
        assert after.actors == before.actors
        spans = [span for one in after.actors for span in (one.name, one.role) if span]
        assert all(after.document[span] == before.document[span] for span in spans)
    assert any(one.role for facts in cut.facts for one in facts.actors)


def test_of_a_shared_passage_both_ends_stay(whole: Comparison) -> None:
    copy = whole.copies[0]
    left = next(one.document for one in whole.facts if one.document.id == copy.left)
    all_of = Passage(*(Quote(one, Span(0, len(left))) for one in (copy.left, copy.right)))
    alone = replace(
        whole,
        points=(),
        tolls=(),
        timeline=(),
        copies=(replace(copy, passages=(all_of,)),),
    )
    kept = next(one.document for one in excerpted(alone).facts if one.document.id == copy.left)
    assert kept.text.startswith(left.text[:PASSAGE_END])
    assert kept.text.endswith(left.text[-PASSAGE_END:])
    assert GAP.strip() in kept.text


def test_the_page_says_all_that_stays(whole: Comparison) -> None:
    page = render_dossier(whole, None, excerpts=True)
    for what in ("names and roles", "cites an outlet", "both ends", "first words"):
        assert what in page
    assert "Decisions keep the words" not in page
    decided = render_dossier(whole, held([decision(1, DecisionKind.REJECT, GONE)]), excerpts=True)
    assert "Decisions keep the words that they are on." in decided
    assert GONE.words in decided
