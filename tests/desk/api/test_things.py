"""Single things and names, as dialogs ask for them; how far somebody has looked."""

import pytest

from sayso.case.case import Case


@pytest.fixture
def case(path):
    with Case.open(path, author="eve") as case:
        yield case


def test_a_thing_is_given_as_the_case_shows_it(case, ann):
    claim = next(case.rows("claims"))
    for name in (
        f"{claim['report']}/{claim['id']}",
        claim["report"],
        next(case.rows("points"))["id"],
    ):
        assert ann.told("/api/things", name=name) == case.show(name)


@pytest.mark.parametrize(
    "asked", [{}, {"name": ""}, {"name": "a", "colour": "red"}, {"name": "x" * 301}]
)
def test_what_is_asked_wrongly_is_turned_down(ann, asked):
    assert ann.ask("GET", "/api/things", params=asked).status_code == 422


def test_a_thing_that_is_not_there_is_said_so(ann):
    answer = ann.ask("GET", "/api/things", params={"name": "0" * 12})
    assert answer.status_code == 404
    assert "not in the case" in answer.json()["error"]


def test_something_asked_twice_is_turned_down(ann):
    assert ann.ask("GET", "/api/things?name=a&name=b").status_code == 422


KINDS = ("speaker", "shared speaker", "event", "shared event", "point", "report", "outlet")


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_of_a_list_names_a_thing_of_its_kind(case, ann, kind):
    found = ann.told("/api/names", kind=kind, q="")
    assert found
    for one in found:
        assert case.subject(one["name"]).kind == kind
        assert one["words"]


def test_names_are_found_by_a_part_those_that_begin_with_it_first(ann):
    found = [one["words"] for one in ann.told("/api/names", kind="report", q="report00")]
    assert len(found) == 8
    assert ann.told("/api/names", kind="outlet", q="old")[0]["words"] == "The Old Quarry Post"
    speakers = [one["words"] for one in ann.told("/api/names", kind="speaker", q="arm")]
    assert set(speakers) == {"The army"}


def test_names_of_one_report_are_those_of_that_report_alone(case, ann):
    report = next(case.rows("reports"))["id"]
    found = ann.told("/api/names", kind="speaker", report=report, q="")
    assert {one["name"].partition("/")[0] for one in found} == {report}
    assert len(found) == len(case.query("SELECT 1 FROM speaker WHERE report = ?", (report,)))


@pytest.mark.parametrize("words", ["%", "_", "\\", "'", '"', "ü"])
def test_signs_of_a_pattern_are_signs_like_others(ann, words):
    assert ann.told("/api/names", kind="speaker", q=words) == []


def test_a_look_is_kept_for_each_person_and_never_goes_back(case, ann, ben):
    last = case.seal()[0]
    assert ann.tell("/api/look", log=5) == {"log": 5}
    assert ann.tell("/api/look", log=3) == {"log": 5}
    assert ann.tell("/api/look", log=10**9) == {"log": last}
    assert ben.tell("/api/look", log=1) == {"log": 1}
    assert case.query("SELECT author, log FROM look ORDER BY author") == [
        {"author": "ann", "log": last},
        {"author": "ben", "log": 1},
    ]
    ann.tell("/api/look", 422, log="5")
    ann.tell("/api/look", 422, log=0)
