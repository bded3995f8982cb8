"""The marks of people, beside what they decided on."""

import re

import pytest

from sayso.dossier.html import render_dossier
from sayso.model.decisions import DecisionKind, Subject
from tests.dossier.compared import sample
from tests.dossier.decisions import (
    BO,
    Section,
    badges,
    claim,
    figure,
    held,
    markup,
    one,
    outlet,
    page_of,
    point,
    report,
    speaker,
    texts,
    whole,
)
from tests.dossier.parsed import Page


def test_a_claim_that_a_person_changed_says_so() -> None:
    anchor = next(
        each.about[0].anchor for each in page_of(whole()).decided.every if each.number == 3
    )
    assert anchor
    assert badges(whole(), anchor) == [
        ("rating", "2", "2: what is said 2, probably true (the mark of Ann Veldt)", 8),
        (
            "deed",
            "changed by Bo Haddad",
            "changed by Bo Haddad: corrected the stance to denies",
            3,
        ),
    ]


def test_an_added_claim_and_a_corrected_figure_say_so() -> None:
    page = page_of(whole())
    added = next(
        each.words.anchor for each in page.reports[1].read.claims if each.claim == claim(2, 0).id
    )
    assert texts(whole(), added) == ["added by Ann Veldt"]
    assert texts(whole(), "r1f1") == ["changed by Ann Veldt"]
    assert texts(whole(), "r2") == []  # the report itself was not added


def test_a_decision_that_made_a_point_marks_the_point_and_not_its_claims() -> None:
    made = one(
        1,
        DecisionKind.ADD,
        claim(1, 0),
        claim(2, 0),
        value={"what": "point", "sides": {}},
    )
    holdings = held([made], added={point(0).id: 1})
    found = page_of(holdings)
    shown = next(each for each in found.points if each.point.id == point(0).id)
    assert list(found.decided.badges) == [shown.anchor]
    assert texts(holdings, shown.anchor) == ["added by Ann Veldt"]


def test_a_claim_has_the_letter_of_its_source_and_its_own_digit() -> None:
    facts = sample().facts[0]
    place = next(at for at, each in enumerate(facts.claims) if not each.chain)
    marked = held(
        [
            one(1, DecisionKind.RELIABILITY, outlet(), value={"mark": "C"}),
            one(2, DecisionKind.CREDIBILITY, claim(1, place), value={"mark": "3"}, author=BO),
            one(3, DecisionKind.RELIABILITY, outlet(), value={"mark": "B"}),
        ]
    )
    anchor = next(
        each.words.anchor
        for each in page_of(marked).reports[0].read.claims
        if each.claim == claim(1, place).id
    )
    meaning = (
        "B3: source B, usually reliable (the mark of Ann Veldt); "
        "what is said 3, possibly true (the mark of Bo Haddad)"
    )
    assert badges(marked, anchor) == [("rating", "B3", meaning, 3)]
    assert texts(marked, "r1") == ["B"]


def test_a_speaker_has_a_side_in_every_report() -> None:
    holdings = held([one(1, DecisionKind.SIDE, speaker(), value={"text": "the government"})])
    ((key, (badge,)),) = page_of(holdings).decided.badges.items()
    assert badge.text == "side: the government"
    assert badge.meaning.endswith("Ann Veldt says that this source speaks for the government")
    assert f'<li id="{key}" data-group>' in render_dossier(sample(), holdings)


@pytest.mark.parametrize(
    ("subject", "anchor"), [(report(1), "r1"), (outlet(), "r1"), (figure(1, 0), "r1f1")]
)
def test_a_note_shows_on_anything(subject: Subject, anchor: str) -> None:
    noted = held([one(1, DecisionKind.NOTE, subject, value={"text": "call again"}, reason="why")])
    assert badges(noted, anchor) == [
        ("deed", "note by Ann Veldt", "note by Ann Veldt: call again. Reason: why", 1)
    ]


def test_an_orphan_marks_nothing() -> None:
    orphaned = held([one(1, DecisionKind.ACCEPT, point())], orphans=[1])
    assert page_of(orphaned).decided.badges == {}
    assert page_of(orphaned).decided.orphaned[0].about[0].anchor is None


def test_marks_are_drawn_in_folds_and_notes_too_and_no_summary_has_a_link() -> None:
    page = markup(whole())
    shown = Section(page).marks
    assert (
        shown.count("added by Ann Veldt") >= 2
    )  # in its speaker's list, and in its report's notes
    assert shown.count("changed by Ann Veldt") >= 2
    for summary in re.findall(r"<summary>.*?</summary>", page, re.DOTALL):
        assert "<a " not in summary


def test_a_mark_shows_the_name_by_which_it_is_read_aloud() -> None:
    page = Page(markup(whole()))
    marks = [given for _, given in page.tags if "by-hand" in (given.get("class") or "")]
    named = [given for given in marks if "title" in given]
    assert named
    for given in named:
        assert given["aria-label"] == given["title"]
        assert given.get("href") or given.get("role") == "img"
