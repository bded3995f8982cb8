"""What is new, and that whatever changes what is compared is seen."""

from dataclasses import replace
from pathlib import Path

from sayso.case.case import Case
from sayso.case.differences import differences
from sayso.errors import FaultInSayso, UnreadableInput

from .invented import made_case, marked, read_by_hand, write_reports


def unreadable(problem: UnreadableInput) -> None:
    raise problem


def test_only_disputes_of_claims_that_were_in_none_are_new(tmp_path: Path) -> None:
    with Case.open(tmp_path / "velden.sayso", make=True) as case:
        begin = case.moment()
        case.add(*write_reports(tmp_path / "in", range(3)), extract=read_by_hand)
        new = case.new_disputes(begin)
        assert {one["id"] for one in new} == {
            one["id"] for one in case.rows("points", {"state": "contested"})
        }
        before = case.moment()
        assert before.counts["dispute"] == len(new) > 0
        # a report of the same story, whose claims join the disputes that are known
        case.add(*write_reports(tmp_path / "more", [3]), extract=read_by_hand)
        assert case.moment().disputed > before.disputed
        grown = list(case.rows("points", {"state": "contested"}))
        assert len(case.new_disputes(before)) < len(grown)


def test_one_more_publication_of_a_report_is_a_change(tmp_path: Path) -> None:
    with Case.open(made_case(tmp_path, 2)) as case:
        text = case.document(next(case.rows("reports"))["id"]).text
        (tmp_path / "copy.txt").write_text(text, "utf-8")
        assert case.status().compared
        taken = case.take_in(str(tmp_path / "copy.txt"), unreadable)
        assert (taken.reports, taken.new) == (1, 0)
        assert not case.status().compared


def test_a_report_that_is_put_back_is_a_change(tmp_path: Path) -> None:
    path = tmp_path / "velden.sayso"
    with Case.open(path, make=True) as case:
        paths = write_reports(tmp_path / "in", range(2))
        case.add(*paths, extract=read_by_hand)
        report = next(case.rows("reports"))["id"]
        case.remove(report)
        case.compare()
        for one in paths:
            case.take_in(one, unreadable)
        assert case.status().compared
        for one in paths:
            case.take_in(one, unreadable, again=True)
        assert not case.status().compared
        assert case.status().reports == 2
        assert not list(case.verify())


def test_a_report_that_failed_under_another_head_is_not_counted(tmp_path: Path) -> None:
    with Case.open(tmp_path / "velden.sayso", make=True) as case:
        for one in write_reports(tmp_path / "in", range(2)):
            case.take_in(one, unreadable)
        first, second = case.unread()
        case.keep_failure(first.id, FaultInSayso(first.name, "it failed", "Report it."))
        case.keep(marked(second))
        assert (case.status().failed, case.status().unread) == (1, 0)
        case.decide("correct", first.id, value={"published": "2031-04-01"})
        assert (case.status().failed, case.status().unread) == (0, 1)
        case.remove(first.id)
        assert (case.status().failed, case.status().unread) == (0, 0)


def test_differences_are_by_id(tmp_path: Path) -> None:
    with Case.open(made_case(tmp_path, 1)) as case:
        facts = case.facts(next(case.rows("reports"))["id"])
    assert facts is not None
    assert not list(differences(facts, facts))
    surer = tuple(replace(one, score=0.5) for one in facts.attributions)
    assert not list(differences(facts, replace(facts, attributions=surer)))
    figure = facts.figures[0]
    more = replace(facts, figures=(replace(figure, low=99),), claims=facts.claims[1:])
    found = [(one.how, one.kind, one.id, one.changed) for one in differences(facts, more)]
    assert ("gone", "claim", facts.claims[0].id, ()) in found
    assert ("changed", "figure", figure.id, ("low",)) in found
    assert len(found) == 2
    back = {(one.how, one.id) for one in differences(more, facts)}
    assert back == {("new", facts.claims[0].id), ("changed", figure.id)}
