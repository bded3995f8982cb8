"""Reports with exactly the same text, and reports that were read in part."""

from dataclasses import replace

import pytest

from sayso.dossier.html import render_dossier
from sayso.dossier.page import dossier_page
from sayso.model.comparison import Comparison, Origin
from sayso.model.text import Head
from tests.dossier.compared import sample
from tests.dossier.parsed import Page, drawn

HEADS = (
    Head(
        "9-tribune.html",
        "Shells hit market",
        "Ostrel Tribune",
        url="https://tribune.example/9",
        published="2031-05-06",
    ),
    Head("/home/me/copy.txt"),
)


def carried_thrice() -> Comparison:
    """The sample; two more reports have the text of the second."""
    one, two, *others = sample().facts
    carried = replace(two, document=replace(two.document, also=HEADS))
    return replace(sample(), facts=(one, carried, *others))


def test_each_report_has_a_number_and_a_text_is_counted_once() -> None:
    page = dossier_page(carried_thrice())
    assert [report.number for report in page.numbered.listed] == [1, 2, 3, 4, 5, 6, 7]
    assert [report.same_as for report in page.numbered.listed] == [None, None, 2, 2, *[None] * 3]
    assert [report.label for report in page.same_texts[0]] == [
        "Northlight",
        "Ostrel Tribune",
        "copy.txt",
    ]
    assert (page.report_count, len(page.reports)) == (7, 5)
    assert page.claim_count == dossier_page(sample()).claim_count


def test_nothing_of_a_further_head_is_lost() -> None:
    printed = render_dossier(carried_thrice())
    page = Page(printed)
    assert "<b>7</b> reports (<b>5</b> texts)" in printed
    assert {"r3", "r4"} <= set(page.ids)
    assert list(page.texts) == ["r1", "r2", "r5", "r6", "r7"]
    assert "https://tribune.example/9" in [link.get("href") for link in page.named("a")]
    for words in ("Shells hit market", "Ostrel Tribune", "6 May 2031", "the same text as 2"):
        assert words in printed
    assert "the same text, to the letter" in printed
    assert "/home/me" not in drawn(printed)


def test_one_text_under_several_heads_is_one_origin_of_all_of_them() -> None:
    comparison = carried_thrice()
    ids = [facts.document.id for facts in comparison.facts]
    page = dossier_page(replace(comparison, origins=(Origin((ids[0],)), Origin((ids[1],)))))
    (origin,) = page.origins
    assert [report.number for report in origin.reports] == [2, 3, 4]


def test_a_report_that_was_read_in_part_says_up_to_where() -> None:
    one, *others = sample().facts
    part = replace(one, document=replace(one.document, read_to=100))
    printed = render_dossier(replace(sample(), facts=(part, *others)))
    line = f"up to character 100 of {len(one.document)}"
    assert "Read in part:</b>" in printed
    assert line in printed
    assert printed.count('class="read-end"') == 1
    assert Page(printed).texts["r1"] == one.document.text
    assert 'class="read-end"' not in render_dossier(sample())


@pytest.mark.parametrize("title", ["", " \t", "\u200b\u2060", "\u202e \ufeff"])
def test_a_title_without_anything_to_see_is_none(title: str) -> None:
    two, *_ = sample().facts[1:]
    blank = replace(two, document=replace(two.document, title=title))
    (made,) = dossier_page(Comparison((blank,))).reports
    report = made.read.report
    assert not report.has_title
    assert report.heading.startswith("PELLMERE, 5 May")
