"""What is worth a look next: why, in which order, and that it goes once somebody decided."""

from typing import Any

import pytest

from sayso.case.case import Case
from sayso.desk.views.queue_rows import FINDERS, entries
from tests.case.test_deciding import named
from tests.desk.client import Client


@pytest.fixture
def case(path):
    with Case.open(path, author="ann") as case:
        yield case


def sorts(case, sort) -> Any:
    return entries(case, None, sort)


def test_entries_come_by_weight_and_each_says_why(case, ann):
    found = entries(case, None)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    assert len({(one.sort, one.name, one.words) for one in found}) == len(found)
    told = ann.told("/api/queue")
    assert [one["name"] for one in told] == [one.name for one in found]
    for one in told:
        assert one["why"].endswith(".")
        assert one["words"]
        assert one["address"].startswith("/")


def test_a_dispute_that_nobody_looked_at_is_there_until_somebody_decides(case, ann):
    first, *_ = sorts(case, "disputes")
    point = case.show(first.name)
    assert point["state"] == "contested"
    made = ann.tell("/api/decisions", kind="accept", subjects=[first.name])
    assert first.name not in {one.name for one in sorts(case, "disputes")}
    case.compare()
    assert first.name not in {one.name for one in sorts(case, "disputes")}
    ann.tell(f"/api/decisions/{made['number']}/undo")
    case.compare()
    assert first.name in {one.name for one in sorts(case, "disputes")}


def spread(case) -> Any:
    """Give a toll a range whose ends are each given by one figure; the figures' names."""
    toll = next(case.rows("tolls"))
    used, *_, other = figures = case.show(toll["id"])["figures"]
    connection = case._connection
    for figure, number in zip(figures, range(50, 50 + len(figures)), strict=True):
        connection.execute(
            "UPDATE figure SET low = ?, high = NULL WHERE report = ? AND id = ?",
            (number, figure["report"], figure["id"]),
        )
    connection.execute("UPDATE toll_figure SET why = 'used: ' || why WHERE toll = ?", (toll["id"],))
    ends = (50, 49 + len(figures), toll["id"])
    connection.execute("UPDATE toll SET low = ?, high = ? WHERE id = ?", ends)
    return [named(used), named(other)]


def test_a_note_decides_nothing(case, ann):
    first, *_ = sorts(case, "disputes")
    spread(case)
    figure, *_ = sorts(case, "figures")
    for name in (figure.name, first.name):
        ann.tell("/api/decisions", kind="note", subjects=[name], value={"text": "later"})
    spread(case)  # deciding wrote the rows of the figures again
    assert figure.name in {one.name for one in sorts(case, "figures")}
    assert first.name in {one.name for one in sorts(case, "disputes")}


def test_a_dispute_that_may_as_well_be_none_comes_before_a_clear_one(case):
    one, other = [point.name for point in sorts(case, "disputes")][:2]
    connection = case._connection
    for name, probability in ((one, 0.97), (other, 0.5)):
        connection.execute("UPDATE point SET probability = ? WHERE id = ?", (probability, name))
    names = [point.name for point in sorts(case, "disputes")]
    assert names.index(other) < names.index(one)


def test_a_figure_is_there_if_it_alone_gives_an_end_of_a_toll(case, ann):
    ends = spread(case)
    found = sorts(case, "figures")
    assert {one.name for one in found} == set(ends)
    for one in found:
        (row,) = one.rows
        assert row["toll_low"] < row["toll_high"]
        assert row["low"] in (row["toll_low"], row["toll_high"])
        assert f"{row['low']:,}" in one.why
    ann.tell("/api/decisions", kind="accept", subjects=[found[0].name])
    spread(case)
    assert {one.name for one in sorts(case, "figures")} == {ends[0], ends[1]} - {found[0].name}


def test_a_claim_in_a_dispute_whose_speaker_is_not_known_is_there(case, ann):
    assert sorts(case, "sources") == []
    point = next(case.rows("points", {"state": "contested"}))
    claim = case.show(point["id"])["claims"][0]
    case._connection.execute(
        "UPDATE claim SET speaker_id = NULL WHERE report = ? AND id = ?",
        (claim["report"], claim["id"]),
    )
    (one,) = sorts(case, "sources")
    assert one.name == named(claim)
    assert claim["speaker"] in one.why
    ann.tell("/api/decisions", kind="accept", subjects=[one.name])
    assert sorts(case, "sources") == []


def alike(case) -> Any:
    """Two speakers of one story, the name of one of whom is a part of the other's."""
    rows = case.query(
        "SELECT DISTINCT speaker.report, speaker.id, story FROM stand JOIN claim "
        "ON claim.report = stand.report AND claim.id = stand.claim JOIN speaker "
        "ON speaker.report = claim.report AND speaker.id = claim.speaker_id "
        "JOIN point ON point.id = stand.point WHERE state = 'contested' ORDER BY story, speaker.report"
    )
    one = rows[0]
    other = next(
        row for row in rows if row["story"] == one["story"] and row["report"] != one["report"]
    )
    connection = case._connection
    connection.execute("DELETE FROM shared_speaker")
    connection.execute("UPDATE speaker SET named = 0")
    for row, name in ((one, "Marn"), (other, "Ilsa Marn")):
        connection.execute(
            "UPDATE speaker SET named = 1, name = ? WHERE report = ? AND id = ?",
            (name, row["report"], row["id"]),
        )
    return [named(one), named(other)]


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_two_speakers_who_may_be_one_are_there_until_somebody_says_whether(case, kind):
    pair = alike(case)
    (entry,) = sorts(case, "speakers")
    assert {named(row) if "report" in row else row["id"] for row in entry.rows} == set(pair)
    assert "Marn" in entry.why
    decided = case.decide(kind, *pair)
    alike(case)  # deciding wrote the rows of the speakers again
    assert sorts(case, "speakers") == []
    case.undo(decided.number)
    alike(case)
    assert len(sorts(case, "speakers")) == 1


def test_a_decision_that_lost_its_thing_is_there_and_can_be_taken_back(case, ann):
    claim = named(next(case.rows("claims")))
    made = case.decide("note", claim, value={"text": "see"})
    case._connection.execute("INSERT INTO orphan VALUES (?, '')", (made.number,))
    (one,) = sorts(case, "orphans")
    assert (one.kind, one.name) == ("decision", str(made.number))
    assert one.why.startswith("ann wrote a note on")
    ann.tell(f"/api/decisions/{one.name}/undo")
    assert sorts(case, "orphans") == []


def test_the_queue_can_be_cut_down_to_a_story_and_a_sort(case, ann):
    (story,) = case.query("SELECT * FROM story")
    every = [one.name for one in entries(case, None)]
    assert [one.name for one in entries(case, story["id"])] == every
    assert entries(case, "0" * 12) == []
    for sort in FINDERS:
        assert {one["sort"] for one in ann.told("/api/queue", sort=sort)} <= {sort}
    assert ann.ask("GET", "/api/queue", params={"sort": "colour"}).status_code == 422


def test_the_page_shows_each_thing_with_its_words_and_both_sides(case, ann):
    spread(case)
    page = ann.ask("GET", "/queue").text
    for one in entries(case, None)[:20]:
        assert f'data-name="{one.name}"' in page
    first = sorts(case, "disputes")[0]
    shown = case.show(first.name)["claims"]
    assert {row["side"] for row in shown} == {"for", "against"}
    for side in ("for", "against"):
        row = next(one for one in shown if one["side"] == side)
        assert f'data-name="{named(row)}"' in page


def test_a_page_past_the_end_and_an_unknown_sort_are_no_error(ann):
    assert "Nothing here is left" in ann.ask("GET", "/queue?page=99").text
    assert ann.ask("GET", "/queue?sort=colour&story=none").status_code == 200


def test_text_of_reports_is_no_markup(path):
    with Case.open(path, author="ann") as case:
        case._connection.execute("UPDATE point SET title = '<img src=x onerror=alert(1)>'")
        case._connection.execute("UPDATE claim SET words = '<script>1</script>' || char(8238)")
    page = Client(path, "ann").ask("GET", "/queue").text
    assert "<img" not in page
    assert "<script>1" not in page
    assert "\u202e" not in page
