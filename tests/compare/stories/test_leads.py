"""Which earlier reports a report is compared with."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.stories.idf import word_table
from sayso.compare.stories.leads import (
    MAX_FAR_REPORTS,
    MAX_LEADS,
    MAX_NEAR_REPORTS,
    MAX_REPORTS_PER_LEAD,
    NEAR_DAYS,
    candidates_of,
)

Dated = list[tuple[set[str], date | None]]


def candidates(reports: Dated) -> list[list[int]]:
    head = word_table([dict.fromkeys(words, 1) for words, _ in reports])
    names = word_table([{} for _ in reports])
    published = [day for _, day in reports]
    return [found.tolist() for found in candidates_of(head, names, published)]


def by_hand(reports: Dated) -> list[list[int]]:
    """The same, one report after the other."""
    table = word_table([dict.fromkeys(words, 1) for words, _ in reports])
    holders: dict[str, list[int]] = {}
    found = []
    for number, (words, day) in enumerate(reports):
        weights = dict(
            zip(sorted(words), (table.weights[table.row(number)] ** 2).tolist(), strict=True)
        )
        leads = sorted(words, key=lambda word: (-weights[word], word))[:MAX_LEADS]
        sums: Counter[int] = Counter()
        for word in leads:
            if len(holders.get(word, ())) <= MAX_REPORTS_PER_LEAD:
                for other in holders.get(word, ()):
                    sums[other] += weights[word]
            holders.setdefault(word, []).append(number)
        ranked = sorted(sums, key=lambda other: (-sums[other], other))
        near = [
            other
            for other in ranked
            if day is None
            or (its := reports[other][1]) is None
            or abs((day - its).days) <= NEAR_DAYS
        ]
        found.append(sorted({*ranked[:MAX_FAR_REPORTS], *near[:MAX_NEAR_REPORTS]}))
    return found


some_words = st.sets(st.sampled_from(["orn", "pellmere", "aske", "velk", "said", "yalmet"]))
days = st.none() | st.dates(date(2031, 1, 1), date(2031, 2, 9))


@given(st.lists(st.tuples(some_words, days)))
def test_the_rarest_words_lead_to_earlier_reports(reports: Dated) -> None:
    assert candidates(reports) == by_hand(reports)


def test_a_report_is_compared_with_a_bounded_number_however_many_came_before() -> None:
    few = [({"orn", f"ferry{number}"}, date(2031, 1, 1 + number % 28)) for number in range(200)]
    found = candidates([*few, ({"orn", "velk"}, date(2031, 1, 1))])
    assert MAX_FAR_REPORTS <= len(found[-1]) <= MAX_FAR_REPORTS + MAX_NEAR_REPORTS
    assert found == by_hand([*few, ({"orn", "velk"}, date(2031, 1, 1))])


def test_a_word_of_too_many_reports_leads_to_none() -> None:
    many: Dated = [({"orn"}, None)] * (MAX_REPORTS_PER_LEAD + 2)
    found = candidates(many)
    assert found[-2]
    assert not found[-1]


def test_of_many_words_those_with_most_weight_lead() -> None:
    heavy = {f"velk{number:02}" for number in range(MAX_LEADS)}
    assert candidates([({"said"}, None), (heavy | {"said"}, None)])[1] == []
