"""The dossier as a file: whose words are on it, and that none of them acts."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.comparison import compare
from sayso.dossier.html import render_dossier, write_dossier
from sayso.errors import CannotWrite
from sayso.extract.extracting import extract_together
from sayso.model.comparison import Comparison, Evidence, Likelihood
from sayso.model.facts import Facts
from sayso.model.happening import Event, Figure, Harm, Precision, When
from sayso.model.particulars import DateKind, LeftOut, LeftOutKind, StatedDate
from sayso.model.reasons import RuleName, because
from sayso.model.speech import (
    Actor,
    ActorType,
    Attribution,
    Claim,
    Kind,
    Speech,
    Stance,
)
from sayso.model.text import Document, Span
from sayso.model.wire import comparison_from_wire, comparison_to_wire, from_line, to_line
from tests.dossier.compared import sample, steps
from tests.dossier.hostile import FIELDS, HOSTILE, WORDS
from tests.dossier.parsed import Page, drawn, unpacked

TEXT = st.text(
    st.one_of(
        st.sampled_from("\n\r\t <>&\"'’“”.\u202e\u200b\u00a0e\u0301🚢=-"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=120,
)


def made(*texts: str) -> str:
    documents = [Document(f"/a/b/{number}.txt", text) for number, text in enumerate(texts)]
    return render_dossier(compare(extract_together(documents)))


def test_the_page_is_the_same_for_the_same_comparison() -> None:
    assert render_dossier(sample()) == render_dossier(sample())


def test_every_tag_is_closed_where_it_was_opened() -> None:
    assert Page(drawn(render_dossier(sample()))).open == []


def test_every_link_on_the_page_leads_somewhere() -> None:
    page = Page(drawn(render_dossier(sample())))
    assert len(page.ids) == len(set(page.ids))
    targets = [link["href"] or "" for link in page.named("a")]
    inner = {target[1:] for target in targets if target.startswith("#")}
    assert inner
    assert inner <= {*page.ids, *page.facts}
    assert {f"n-{fact}" for fact in page.facts} <= set(page.ids)


def test_what_names_another_element_names_one_that_is_there() -> None:
    page = Page(drawn(render_dossier(sample())))
    for _, attributes in page.tags:
        for name in ("aria-labelledby", "for", "aria-describedby", "aria-controls"):
            for target in (attributes.get(name) or "").split():
                assert target in page.ids


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = render_dossier(sample())
    for tag, attributes in Page(drawn(page)).tags:
        assert tag not in {"img", "iframe", "object", "embed", "link", "base", "video", "audio"}
        assert not {"src", "srcset", "action", "formaction", "style", "ping"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    style = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_this_script_and_this_style_alone() -> None:
    page = render_dossier(sample())
    (policy,) = [one["content"] or "" for one in Page(page).named("meta") if one.get("http-equiv")]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for name in ("script", "style"):
        (text,) = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"
    assert page.index("Content-Security-Policy") < page.index("<style>")


def test_hostile_words_are_words() -> None:
    page = made(HOSTILE)
    parsed = Page(page)
    assert parsed.run_scripts == 1
    assert Page(drawn(page)).named("img") == []
    assert parsed.texts == {"r1": HOSTILE}
    for words in WORDS:
        assert words in parsed.texts["r1"]
    assert "\u202e" not in page
    assert 'data-mark="U+202E"' in page


@pytest.mark.parametrize("words", FIELDS)
def test_hostile_metadata_is_words_too(words: str) -> None:
    document = Document(
        words,
        "The mayor said that the bridge was closed.",
        title=words,
        outlet=words,
        byline=words,
        url=f"https://a.example/{words}",
        published=words,
        language=words,
        subtitle=words,
        section=words,
        agency=words,
        modified=words,
        crawled=words,
        format=words,
        dates=(StatedDate(DateKind.PUBLISHED, None, words, words),),
        left_out=(LeftOut(0, LeftOutKind.RELATED, words),),
        words_left_out=1,
    )
    page = drawn(render_dossier(compare(extract_together([document]))))
    harmless = Document(
        "n",
        document.text,
        outlet="o",
        format="web page",
        dates=(StatedDate(DateKind.PUBLISHED, None, "soon", "time"),),
        left_out=(LeftOut(0, LeftOutKind.RELATED, "More"),),
        words_left_out=1,
    )
    plain = drawn(render_dossier(compare(extract_together([harmless]))))
    assert Page(page).run_scripts == 1
    assert not [1 for _, given in Page(page).tags if any(name[:2] == "on" for name in given)]
    assert {tag for tag, _ in Page(page).tags} <= {tag for tag, _ in Page(plain).tags}


def test_the_folders_of_a_report_stay_private() -> None:
    said = "The mayor said that the bridge was closed on Monday. Three people were killed."
    assert "/a/b/" not in made(said, said + " The army denied that the bridge was closed.")


def test_every_report_of_the_sample_stands_there_to_the_letter() -> None:
    comparison = sample()
    texts = Page(render_dossier(comparison)).texts
    assert list(texts.values()) == [facts.document.text for facts in comparison.facts]


@st.composite
def told(draw: st.DrawFn) -> Facts:
    """Facts at places chosen without regard for the words: nested, crossing, touching."""
    document = Document("n", draw(TEXT), title=draw(st.none() | TEXT))
    size = len(document)
    places = st.tuples(st.integers(0, size - 1), st.integers(1, size)).map(
        lambda pair: Span(pair[0], max(pair[0] + 1, pair[1]))
    )

    def some(most: int) -> list[Span]:
        return draw(st.lists(places, max_size=most, unique=True))

    actors = tuple(
        Actor(span, ActorType.PERSON, named=True, role=None, mentions=(span,)) for span in some(2)
    )
    attributions = tuple(
        Attribution(draw(st.none() | places), None, (span,), Speech.MIXED, Kind.SPEECH, None, 0.5)
        for span in some(3)
    )
    return Facts(
        document,
        attributions,
        tuple(Claim(one.content, (one.id,), Stance.DENIES, (), None) for one in attributions)
        + tuple(Claim((span,), (), Stance.ASSERTS, tuple(some(1)), None) for span in some(3)),
        actors,
        tuple(
            Figure(span, 1, None, Precision.AT_LEAST, Harm.KILLED, None, None, None, None, False)
            for span in some(2)
        ),
        tuple(
            Event(span, "attack", (), None, When(span, date(2031, 5, 4), date(2031, 5, 4)), False)
            for span in some(2)
        ),
    )


@settings(max_examples=120, deadline=None)
@given(told())
def test_a_report_is_its_text_to_the_letter_whatever_is_marked_in_it(facts: Facts) -> None:
    page = render_dossier(Comparison((facts,)))
    parsed = Page(page)
    assert parsed.texts == {"r1": facts.document.text}
    assert parsed.run_scripts == 1
    ids = re.findall(r' id="([^"]*)"', drawn(page))
    assert len(ids) == len(set(ids))


def test_a_report_without_any_fact_has_its_page() -> None:
    page = render_dossier(Comparison((Facts(Document("n.txt", "Nothing.")),)))
    assert Page(page).texts == {"r1": "Nothing."}
    assert "sayso found no dispute in these reports." in page


def visible(markup: str) -> str:
    """What a reader sees of it, on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def test_disputes_that_sayso_is_less_sure_of_are_folded_and_counted_apart() -> None:
    page = visible(render_dossier(steps()).partition("<script")[0])
    assert "2 points in dispute: 1 contested , 1 conceded ; 1 more may be." in page
    assert "1 more that may be a dispute: sayso is less sure of this one" in page
    assert "1 point only denied: no report here makes the claim" in page
    assert "1 point with one speaker only" in page


def test_a_page_with_less_sure_disputes_alone_says_so() -> None:
    points = tuple(one for one in steps().points if one.likelihood is Likelihood.PERHAPS)
    page = visible(render_dossier(replace(steps(), points=points)).partition("<script")[0])
    assert "1 point may be in dispute." in page
    assert "1 that may be a dispute: sayso is less sure of this one" in page
    assert "sayso found no dispute in these reports that it is sure of." in page


def test_no_number_of_the_model_is_on_the_page() -> None:
    page = drawn(render_dossier(steps()))
    for number in ("0.8125", "0.81", "81 %", "0.9375", "0.94", "94 %", "0.78", "0.625", "0.62"):
        assert number not in page


def test_words_of_a_report_in_a_reason_are_words() -> None:
    page = drawn(render_dossier(steps()))
    assert "denies what one rebel commander said" in page
    assert "&lt;b&gt;lies&lt;/b&gt;" in page
    assert "<b>lies" not in page


def test_a_badge_marks_a_concession_that_the_stance_does_not_say() -> None:
    page = render_dossier(sample())
    assert page.count('<span class="badge conceded">concedes</span>') == 1
    assert "admits what Odric Vanbeke had denied" in page


def test_on_a_large_page_the_less_sure_disputes_are_packed() -> None:
    small = steps()
    more = tuple(Facts(Document(f"{number}.txt", f"Rain {number}.")) for number in range(20))
    large = render_dossier(replace(small, facts=(*small.facts, *more)))
    (fold,) = [one for one in Page(large).named("details") if one.get("id") == "perhaps"]
    assert "p3" not in Page(large).ids
    inside = unpacked(Page(large).data["packed"], int(fold["data-draw"] or ""))
    assert 'id="p3"' in inside
    assert "some 40" in inside
    assert len(Page(drawn(large)).ids) == len(set(Page(drawn(large)).ids))


def test_an_incomplete_report_is_marked_as_such() -> None:
    page = render_dossier(sample())
    assert "Incomplete:</b>" in page
    assert "the web page withholds 31.4 % of the article" in page
    assert "31.4 % withheld" in page


def test_a_place_that_cannot_be_written_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="-o"):
        write_dossier(sample(), tmp_path / "nowhere/page.html")
    write_dossier(sample(), tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_the_page_from_the_wire_is_the_page_made_in_memory() -> None:
    toll, *others = sample().tolls
    used = because(RuleName.USED), because(RuleName.TAKEN_AS, "23")
    reasons = tuple(used for _ in toll.figures)
    point, *points = sample().points
    why = (Evidence.of("same words", 1.0, because(RuleName.SAYS_THE_SAME, "the mayor")),)
    told = replace(
        sample(),
        tolls=(replace(toll, reasons=reasons), *others),
        points=(replace(point, why=why), *points),
    )
    again = comparison_from_wire(from_line(to_line(comparison_to_wire(told))), told.facts)
    page = render_dossier(told)
    assert "counted (taken as 23)" in page
    assert "says the same as the mayor" in page
    assert render_dossier(again) == page
