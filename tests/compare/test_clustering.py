"""Putting things into groups."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.clustering import (
    GroupsApart,
    average_linkage,
    component_labels,
    grouped_by_label,
)

COUNT = 7
pairs = st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1))
scores = st.dictionaries(
    st.sampled_from(list(combinations(range(COUNT), 2))), st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9])
)


@given(st.lists(pairs, max_size=12))
def test_a_leader_is_the_lowest_that_can_be_reached(follows: list[tuple[int, int]]) -> None:
    found = component_labels(COUNT, follows)
    assert all(found[one] == found[other] for one, other in follows)
    for one in range(COUNT):
        reached = {one}
        for _ in range(COUNT):
            reached |= {b for a, b in follows if a in reached} | {
                a for a, b in follows if b in reached
            }
        assert found[one] == min(reached)


@given(st.lists(pairs, max_size=12))
def test_the_order_of_the_pairs_changes_nothing(follows: list[tuple[int, int]]) -> None:
    turned = [(other, one) for one, other in reversed(follows)]
    assert component_labels(COUNT, follows) == component_labels(COUNT, turned)


def test_a_long_chain_is_one_group() -> None:
    count = 50_000
    assert set(component_labels(count, [(at, at + 1) for at in range(count - 1)])) == {0}


@given(st.lists(st.integers(0, 4), max_size=12))
def test_parts_hold_each_place_once(labels: list[int]) -> None:
    found = grouped_by_label(labels)
    assert sorted(place for part in found for place in part) == list(range(len(labels)))
    assert all(len({labels[place] for place in part}) == 1 for part in found)
    assert len(found) == len(set(labels))


@pytest.mark.parametrize(
    ("alike", "groups"),
    [
        ({}, [[0], [1], [2]]),
        ({(0, 1): 0.9}, [[0, 1], [2]]),
        ({(0, 1): 0.9, (1, 2): 0.9}, [[0, 1], [2]]),
        ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.5}, [[0, 1, 2]]),
        ({(0, 1): 0.5, (1, 2): 0.5}, [[0, 1], [2]]),
        ({(0, 1): 0.4}, [[0], [1], [2]]),
    ],
)
def test_average_linkage(alike: dict[tuple[int, int], float], groups: list[list[int]]) -> None:
    assert average_linkage(3, alike, 0.5) == groups


@given(scores)
def test_groups_hold_each_thing_once_and_are_alike_enough(
    alike: dict[tuple[int, int], float],
) -> None:
    groups = average_linkage(COUNT, alike, 0.5)
    assert sorted(one for group in groups for one in group) == list(range(COUNT))
    for left, right in combinations(groups, 2):
        between = [alike.get((min(a, b), max(a, b)), 0.0) for a in left for b in right]
        assert sum(between) / len(between) < 0.5 + 1e-9


@given(scores)
def test_the_order_of_the_scores_changes_nothing(alike: dict[tuple[int, int], float]) -> None:
    turned = dict(reversed(alike.items()))
    assert average_linkage(COUNT, alike, 0.5) == average_linkage(COUNT, turned, 0.5)


def test_what_is_never_together_stays_apart_however_it_is_joined() -> None:
    groups = GroupsApart("abcde", [("a", "b", "c")])
    for together in ("de", "ab", "cd", "ae", "bd"):
        groups.join(together)
    assert groups.groups() == [["a"], ["b", "c", "d", "e"]]


@given(st.lists(st.lists(st.integers(0, 7), unique=True)), st.permutations(range(8)))
def test_groups_without_rulings_are_what_is_linked(
    links: list[list[int]], order: list[int]
) -> None:
    groups = GroupsApart(order)
    for link in links:
        groups.join(link)
    labels = component_labels(8, [pair for link in links for pair in pairwise(link)])
    expected = {frozenset(group) for group in grouped_by_label(labels)}
    assert {frozenset(group) for group in groups.groups()} == expected


def test_who_leaves_stands_alone_and_the_others_stay() -> None:
    groups = GroupsApart("abc", [("a", "b")])
    groups.join("abc")
    assert groups.groups() == [["a"], ["b", "c"]]
    assert groups.not_joined([("a", "b"), ("b", "c"), ("b", "x")]) == (("a", "b"), ("b", "x"))
    assert groups.not_here([("a", "x"), ("x", "a"), ("a", "x", "b")]) == (("a", "x"), ("x", "a"))
