"""Which texts are running reports, and when each entry was written."""

import pytest

from sayso.text.entries import entries, entry_at

BLOG = """Dam breach at Orrel: live
18:40
The governor's office has put the death toll at 31.
16.05 GMT Gates shut
The health ministry said 35 people had died.
Updated at 16.10 GMT
(9:45 am) Six are dead, the mayor says.
"""


def test_each_entry_runs_to_the_next_time() -> None:
    found = entries(BLOG)
    assert [BLOG[one.stamp.start : one.stamp.end] for one in found] == ["18:40", "16.05", "9:45 am"]
    assert [one.universal for one in found] == [False, True, False]
    assert found[0].span.end == found[1].stamp.start
    assert found[-1].span.end == len(BLOG)


def test_what_stands_before_the_first_time_is_in_no_entry() -> None:
    assert entry_at(BLOG, 0) is None
    entry = entry_at(BLOG, BLOG.index("35 people"))
    assert entry
    assert (entry.time.hour, entry.time.minute) == (16, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "09:00 Doors open.\n10:00 Talks.",  # two times only
        "09:00 Doors.\n09:00 Cloaks.\n09:00 Bags.",  # one time only
        "23:10 A blast.\n00:20 Smoke.\n22:00 Quiet.",  # past midnight
        "14.32 metres\n13.20 metres\n12.10 metres",  # measures
        "25:10 x\n24:99 x\n23:61 x",  # no times of day
        "3 men came.\n2 men went.\n1 man stayed.",
        "13:30 pm\n12:71\n0 am",
    ],
)
def test_other_texts_have_no_entries(text: str) -> None:
    assert entries(text) == ()


def test_a_programme_in_order_has_entries_too() -> None:
    hours = [one.time.hour for one in entries("• 9 am: doors\n• 12 pm: noon\n• 1 p.m. – tea")]
    assert hours == [9, 12, 13]


def test_any_text_is_looked_at_in_reasonable_time() -> None:
    assert entries("12:30 " * 50_000) == ()
    assert entries("\n".join(["(  [ * 1"] * 20_000)) == ()


def test_lines_may_end_in_a_carriage_return() -> None:
    assert len(entries("14.32\r\nThree.\r\n13.05\r\nTwo.\r\n9.40\r\nOne.\r\n")) == 3
