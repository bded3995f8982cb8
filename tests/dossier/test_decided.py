"""What people decided, on the page."""

from dataclasses import replace
from html import escape

from sayso.dossier.html import render_dossier
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from tests.dossier.compared import sample
from tests.dossier.decisions import (
    Section,
    badges,
    claim,
    held,
    markup,
    one,
    page_of,
    point,
    report,
    whole,
)
from tests.dossier.exports.held import HOSTILE, demo
from tests.dossier.exports.held import hostile as hostile_holdings
from tests.dossier.parsed import Page, drawn


def section(holdings: Holdings) -> str:
    return " ".join(Section(render_dossier(holdings.comparison, holdings)).words.split())


# ---- without decisions


def test_without_decisions_the_page_is_that_of_reports_alone() -> None:
    alone = render_dossier(sample())
    assert render_dossier(sample(), held(())) == alone
    assert "by-hand" not in alone
    assert "What people decided" not in alone
    assert "#decisions" not in alone


# ---- the section


def test_each_decision_has_its_number_day_author_deed_words_and_reason() -> None:
    words = section(whole())
    first = "6 May 2031 09:30 UTC · decision 1 Ann Veldt: accepted the point point “the guns” "
    assert first + "reason: read by two of us" in words
    for number in range(1, 12):
        assert f"decision {number} " in words
    assert "Bo Haddad: corrected the stance to denies claim “what the person saw”" in words
    assert "Ann Veldt: speaks for the government speaker “Vanbeke”" in words
    assert "outlet “Pellmere Courier”" in words


def test_what_was_rejected_and_what_is_gone_stand_apart_with_their_words() -> None:
    standing, rest = section(whole()).split(" Rejected 1 ")
    rejected, gone = rest.split(" No longer found in the reports 1 ")
    assert "decision 2 " in rejected
    assert "“words that nobody reads now”" in rejected
    assert "reason: a caption" in rejected
    assert "note: call again claim “words that nobody reads now”" in gone
    assert "nobody reads now" not in standing


def test_the_newest_decision_is_first() -> None:
    decided = page_of(whole()).decided
    assert [each.number for each in decided.standing] == [11, 9, 8, 7, 6, 5, 4, 3, 1]
    assert decided.people == 2


def test_each_thing_is_linked_to_where_it_is_shown() -> None:
    decided = page_of(whole()).decided
    anchors = {each.number: [about.anchor for about in each.about] for each in decided.every}
    page = page_of(whole())
    fired = next(each for each in page.points if each.point.id == point().id)
    conceded = next(each for each in page.points if each.point.id == point(1).id)
    own = [
        each.words.anchor for each in page.reports[0].read.claims if each.claim == claim(1, 0).id
    ]
    added = [
        each.words.anchor for each in page.reports[1].read.claims if each.claim == claim(2, 0).id
    ]
    assert anchors[1] == [fired.anchor]
    assert anchors[3] == anchors[8] == own
    assert len(anchors[4]) == len(set(anchors[4]) - {None}) == 2
    assert anchors[5] == [conceded.anchor]
    assert anchors[6] == added  # what was added, not the report that it was added to
    assert anchors[7] == ["r1"]
    assert anchors[11] == ["r1f1"]
    assert anchors[2] == anchors[10] == [None]


def test_every_link_to_and_from_decisions_leads_somewhere() -> None:
    for holdings in (whole(), demo()):
        page = Page(markup(holdings))
        assert len(page.ids) == len(set(page.ids))
        targets = {(link["href"] or "")[1:] for link in page.named("a") if link["href"]}
        assert {f"d{each.number}" for each in holdings.decisions} <= set(page.ids)
        assert "decisions" in targets
        inner = {each for each in targets if not each.startswith("ttp")}
        assert inner <= {*page.ids, *page.facts}
        assert page.open == []


def test_a_decision_on_a_point_that_grew_leads_to_the_point_that_holds_its_claims() -> None:
    (decision,) = page_of(
        held([one(1, DecisionKind.NOTE, point(name="0" * 12, few=2), value={"text": "n"})])
    ).decided.standing
    assert decision.about[0].anchor is not None
    assert badges(
        held([one(1, DecisionKind.ACCEPT, point(name="0" * 12, few=2))]), decision.about[0].anchor
    )


def test_a_long_list_is_folded_and_none_is_lost() -> None:
    notes = [one(n, DecisionKind.NOTE, claim(1, 0), value={"text": f"n{n}"}) for n in range(1, 31)]
    page = render_dossier(sample(), held(notes))
    assert "10 older decisions" in page
    assert {f"d{n}" for n in range(1, 31)} <= set(Page(drawn(page)).ids)


def test_a_decision_on_many_things_lists_them_all() -> None:
    many = [claim(1, 0, f"thing {n}.") for n in range(40)]
    words = section(held([one(1, DecisionKind.ACCEPT, *many)]))
    assert "accepted 40 claims" in words
    assert all(f"“thing {n}.”" in words for n in range(40))


# ---- hostile words


def test_hostile_decisions_are_words() -> None:
    holdings = hostile_holdings()
    page = markup(holdings)
    plain = markup(whole())
    parsed = Page(page)
    assert parsed.run_scripts == 1
    assert parsed.open == []
    assert {tag for tag, _ in parsed.tags} <= {tag for tag, _ in Page(plain).tags} | {"small"}
    assert not [1 for _, given in parsed.tags if any(name[:2] == "on" for name in given)]
    for words in ("<script>alert(1)</script>", "=1+1", "}}, } @misc{bad, title = {bad}"):
        assert f"<bdi>{escape(words)}</bdi>" in page
    assert "\u202e" not in page
    assert len(holdings.decisions) == len(HOSTILE)


def test_a_path_in_the_words_of_a_decision_is_the_name_of_the_file() -> None:
    facts = sample().facts[0]
    private = replace(facts, document=replace(facts.document, name="/home/secret/one.txt"))
    comparison = replace(sample(), facts=(private, *sample().facts[1:]))
    noted: Decision = one(
        1, DecisionKind.NOTE, report(1, "/home/secret/one.txt"), value={"text": "n"}
    )
    holdings = replace(held([noted]), comparison=comparison)
    assert "secret" not in render_dossier(comparison, holdings)


def test_a_decision_of_every_kind_on_every_target_can_be_shown() -> None:
    odd = [
        Decision(number, "?", "", kind, (Subject(target, "x", report_id, ("y/z",), ""),), {"x": 1})
        for number, (kind, target, report_id) in enumerate(
            (
                (kind, target, report_id)
                for kind in DecisionKind
                for target in Target
                for report_id in (None, "y")
            ),
            1,
        )
    ]
    page = Page(markup(held(odd)))
    assert {f"d{each.number}" for each in odd} <= set(page.ids)
