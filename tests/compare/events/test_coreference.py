"""Which reported events go into one cluster."""

from datetime import date

import pytest

from sayso.compare.events.coreference import MAX_CLUSTERS_PER_KEY, EventCluster, EventClusters
from sayso.compare.events.mentions import ReportedEvent
from sayso.compare.events.place_match import place_name, same_places
from sayso.model.happening import Event
from sayso.model.text import Document, Span
from tests.compare.told import on
from tests.costs import counted_calls

WORDS = frozenset({"army", "convoy", "fighters", "ambushed"})
PLACES = same_places([place_name(name) for name in ("Tin Orrat", "Sedge Ferry", "Pellmere")])


def reported(
    place: str | None = None,
    days: date | tuple[date, date] | None = None,
    words: frozenset[str] = WORDS,
    report: str = "a",
    sentence: int = 0,
    of_longer_time: bool = False,
) -> ReportedEvent:
    """An event of a report; `days` is a day, a first and a last day, or None."""
    first, last = days if isinstance(days, tuple) else (days, days)
    return ReportedEvent(
        document=Document("report", report),
        event=Event(Span(0, 1), "attack", (), None, None, negated=False),
        family="violence",
        stem="attack",
        place=place_name(place) if place else None,
        first=first,
        last=last,
        sentence=sentence,
        words=words,
        of_longer_time=of_longer_time,
    )


def clustered(*events: ReportedEvent, by_trigger: bool = False) -> list[list[int]]:
    """The clusters of events that are added in this order, as indices of the events."""
    clusters = EventClusters(PLACES, by_trigger)
    for event in events:
        clusters.add(event)
    index = {id(event): at for at, event in enumerate(events)}
    return [[index[id(event)] for event in one.reported_events] for one in clusters.clusters]


def test_one_place_and_day_are_one_event_whatever_the_words() -> None:
    first = reported("Tin Orrat", on(3))
    other = reported("Tin Orrat", on(3), frozenset({"grocer"}), report="b", sentence=7)
    assert clustered(first, other) == [[0, 1]]


@pytest.mark.parametrize(("place", "day"), [("Tin Orrat", on(4)), ("Sedge Ferry", on(3))])
def test_another_place_or_another_day_is_another_event(place: str, day: date) -> None:
    assert clustered(reported("Tin Orrat", on(3)), reported(place, day)) == [[0], [1]]


def test_a_place_without_a_day_joins_the_only_event_there() -> None:
    placed = reported("Tin Orrat", None, frozenset({"grocer"}), report="b")
    assert clustered(reported("Tin Orrat", on(3)), placed) == [[0, 1]]


def test_a_place_without_a_day_stays_alone_between_two_events_there() -> None:
    events = [reported("Tin Orrat", on(3)), reported("Tin Orrat", on(9))]
    assert clustered(*events, reported("Tin Orrat", report="b")) == [[0], [1], [2]]


def test_of_two_events_there_the_words_choose_one() -> None:
    bridge, market = frozenset({"bridge", "mined"}), frozenset({"market", "shells"})
    events = [reported("Tin Orrat", on(3), bridge), reported("Tin Orrat", on(9), market)]
    assert clustered(*events, reported("Tin Orrat", None, market, "b")) == [[0], [1, 2]]


@pytest.mark.parametrize(
    ("words", "groups"),
    [({"market", "shells", "bridge"}, [[0], [1, 2]]), ({"market", "bridge"}, [[0], [1], [2]])],
)
def test_the_chosen_one_must_have_clearly_more_of_the_words(
    words: set[str], groups: list[list[int]]
) -> None:
    bridge, market = frozenset({"bridge", "mined"}), frozenset({"market", "shells"})
    events = [reported("Tin Orrat", on(3), bridge), reported("Tin Orrat", on(9), market)]
    assert clustered(*events, reported("Tin Orrat", None, frozenset(words), "b")) == groups


def test_a_day_without_a_place_needs_a_word_in_common() -> None:
    placed = reported("Tin Orrat", on(3))
    alike = reported(None, on(3), frozenset({"convoy"}), report="b")
    unlike = reported(None, on(3), frozenset({"grocer"}), report="b")
    assert clustered(placed, alike) == [[0, 1]]
    assert clustered(placed, unlike) == [[0], [1]]


def test_a_day_without_a_place_joins_the_event_of_its_sentence_without_any() -> None:
    placed = reported("Tin Orrat", on(3))
    assert clustered(placed, reported(None, on(3), frozenset({"grocer"}))) == [[0, 1]]


@pytest.mark.parametrize(("sentence", "groups"), [(0, [[0, 1]]), (1, [[0, 1]]), (2, [[0], [1]])])
def test_neither_day_nor_place_joins_what_is_told_beside_it(
    sentence: int, groups: list[list[int]]
) -> None:
    vague = reported(None, None, frozenset({"grocer"}), sentence=sentence)
    assert clustered(reported("Tin Orrat", on(3)), vague) == groups


@pytest.mark.parametrize(
    ("words", "groups"), [({"convoy", "army"}, [[0, 1]]), ({"convoy", "grocer"}, [[0], [1]])]
)
def test_neither_day_nor_place_in_another_report_needs_two_words(
    words: set[str], groups: list[list[int]]
) -> None:
    vague = reported(None, None, frozenset(words), report="b")
    assert clustered(reported("Tin Orrat", on(3)), vague) == groups


def test_an_event_of_a_longer_time_stays_alone_and_nothing_joins_it() -> None:
    period = reported("Tin Orrat", on(3), of_longer_time=True)
    assert clustered(period, reported("Tin Orrat", on(3))) == [[0], [1]]
    assert clustered(reported("Tin Orrat", on(3)), period) == [[0], [1]]


def test_nothing_joins_an_event_that_two_clusters_fit() -> None:
    here, there = reported("Sedge Ferry", on(4)), reported("Pellmere", on(4))
    anywhere = reported(None, on(4), report="b")
    beside = reported(None, None, frozenset({"grocer"}), report="b")
    assert clustered(here, there, anywhere, beside) == [[0], [1], [2], [3]]


def test_a_span_of_days_is_narrowed_by_what_joins() -> None:
    early_may = reported("Tin Orrat", (on(1), on(10)))
    third, ninth = reported("Tin Orrat", on(3)), reported("Tin Orrat", on(9))
    assert clustered(early_may, third, ninth) == [[0, 1], [2]]
    assert clustered(early_may, third, reported("Tin Orrat", on(2))) == [[0, 1], [2]]


def test_a_cluster_contradicts_another_country_place_or_day() -> None:
    cluster = EventCluster()
    cluster.add(reported("Mali", on(3)), 1)
    assert cluster.may_include(reported(), None)
    assert cluster.may_include(reported("Mali", (on(1), on(3))), 1)
    assert not cluster.may_include(reported("Niger"), None)
    assert not cluster.may_include(reported(), 2)
    assert not cluster.may_include(reported(None, on(2)), None)
    assert not cluster.may_include(reported(None, on(4)), None)


def test_one_trigger_needs_one_word_in_common_at_one_place() -> None:
    hesk, tolle = frozenset({"hesk", "miller"}), frozenset({"tolle", "baker"})
    events = [reported(None, None, words, report) for words, report in ((hesk, "a"), (tolle, "b"))]
    miller = reported(None, None, frozenset({"miller"}), "c")
    assert clustered(*events, miller, by_trigger=True) == [[0, 2], [1]]


@pytest.mark.parametrize(
    ("words", "groups"),
    [({"hesk", "miller"}, [[0], [1]]), ({"hesk", "miller", "police"}, [[0, 1]])],
)
def test_one_trigger_needs_three_words_in_common_across_places(
    words: set[str], groups: list[list[int]]
) -> None:
    arrest = reported("Tin Orrat", None, frozenset({"hesk", "miller", "police"}))
    other = reported("Pellmere", None, frozenset(words), "b")
    assert clustered(arrest, other, by_trigger=True) == groups


def test_a_word_of_too_many_clusters_is_no_word_in_common() -> None:
    named = reported("Tin Orrat", on(3), WORDS | {"hesk"})
    later = [date(2032 + year, 5, 3) for year in range(MAX_CLUSTERS_PER_KEY)]
    others = [reported("Tin Orrat", day, report=f"{day}") for day in later]
    vague = reported(None, None, frozenset({"hesk", "convoy"}), report="z")
    assert [0, MAX_CLUSTERS_PER_KEY] in clustered(named, *others[1:], vague)
    assert [MAX_CLUSTERS_PER_KEY + 1] in clustered(named, *others, vague)


@pytest.mark.parametrize("placed", [False, True])
def test_many_events_of_different_days_cost_no_more_each_than_a_few(placed: bool) -> None:
    first = on(3).toordinal()
    few, many = (
        [
            reported("Tin Orrat" if placed else None, date.fromordinal(first + at), sentence=at)
            for at in range(count)
        ]
        for count in (80, 160)
    )
    cost_of_few = counted_calls(lambda: clustered(*few, by_trigger=True))
    assert counted_calls(lambda: clustered(*many, by_trigger=True)) < 2.3 * cost_of_few


def test_by_trigger_a_known_day_meets_events_of_unknown_day_or_place() -> None:
    undated, unplaced, other = reported("Tin Orrat"), reported(None, on(3)), frozenset({"grocer"})
    assert clustered(undated, reported("Tin Orrat", on(3)), by_trigger=True) == [[0, 1]]
    assert clustered(unplaced, reported("Tin Orrat", on(3)), by_trigger=True) == [[0, 1]]
    assert clustered(unplaced, reported("Tin Orrat", on(4)), by_trigger=True) == [[0], [1]]
    assert clustered(undated, reported("Tin Orrat", on(3), other), by_trigger=True) == [[0], [1]]
