"""What a person types and what a case from elsewhere holds may be anything: errors stay plain."""

import pytest

from sayso.case.case import Case
from sayso.case.holding import held, holder, lock_path
from sayso.case.readings import Reader
from sayso.errors import CaseNotUsable, SaysoError, WrongDecision
from tests.case.invented import made_case, marked
from tests.case.test_custody import found, tampered

DEEP = "[" * 100_000 + "]" * 100_000


@pytest.fixture
def case_path(tmp_path):
    return made_case(tmp_path, 4)


def test_what_is_no_text_is_turned_down(case_path):
    with Case.open(case_path) as case:
        claim = next(case.rows("claims"))
        name = f"{claim['report']}/{claim['id']}"
        with pytest.raises(WrongDecision, match="no text"):
            case.decide("accept", name, reason="\udc80")
        with pytest.raises(WrongDecision, match="no text"):
            list(case.rows("reports", {"outlet": "\udc80"}))
        assert list(case.rows("claims", None, 'NEAR( " AND \0 zzz')) == []
        assert case.decisions() == []


@pytest.mark.parametrize("place", ["Velden", {"name": 7}, {"span": [0, 5], "country": 1}], ids=str)
def test_a_place_is_what_a_place_is(case_path, place):
    with Case.open(case_path) as case:
        event = case._connection.execute("SELECT report || '/' || id FROM event").fetchone()[0]
        with pytest.raises(WrongDecision):
            case.decide("correct", event, value={"place": place})


@pytest.mark.parametrize(
    "query",
    ["UPDATE decision SET value = ?", "UPDATE publication SET document = ?"],
    ids=["decision", "publication"],
)
def test_json_of_any_depth_is_named_and_plain(case_path, query):
    with Case.open(case_path) as case:
        claim = next(case.rows("claims"))
        case.decide("accept", f"{claim['report']}/{claim['id']}")
    tampered(case_path, lambda connection: connection.execute(query, (DEEP,)))
    assert found(case_path)
    with Case.open(case_path) as case, pytest.raises(SaysoError):
        case.holdings()


def test_a_link_in_place_of_the_lock_is_not_followed(case_path, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("mine")
    lock_path(case_path).unlink(missing_ok=True)
    lock_path(case_path).symlink_to(other)
    with pytest.raises(CaseNotUsable), held(case_path, "adding", lambda _: None):
        pass
    assert other.read_text() == "mine"


def test_whoever_holds_the_case_is_named_by_any_of_its_names(case_path, tmp_path):
    link = tmp_path / "link.sayso"
    link.symlink_to(case_path)
    with held(case_path, "adding", lambda _: None):
        assert "adding" in (holder(link) or "")
    assert holder(link) is None


def test_a_decision_made_while_a_report_is_read_is_not_lost(case_path, monkeypatch):
    """A date that was corrected meanwhile is one to read again under."""
    with Case.open(case_path) as reader, Case.open(case_path) as other:
        monkeypatch.setattr("sayso.case.door.readings.this_reader", lambda: Reader("x", "9"))
        document = next(iter(reader.unread()))
        other.decide("correct", document.id, value={"published": "2031-04-01"})
        reader.keep(marked(document))
        assert document.id in {one.id for one in reader.unread()}
        assert list(reader.verify()) == []


def test_a_decision_made_while_stories_are_compared_is_followed(case_path, monkeypatch):
    with Case.open(case_path) as one, Case.open(case_path) as other:
        claim = next(one.rows("claims"))
        fresh = one._decided
        done: list[object] = []

        def late():
            found = fresh()
            if not done:
                done.append(other.decide("reject", f"{claim['report']}/{claim['id']}"))
            return found

        other.decide("note", f"{claim['report']}/{claim['id']}", value={"text": "x"})
        monkeypatch.setattr(one, "_decided", late)
        one.compare()
        assert list(other.verify()) == []
        assert other.status().compared
