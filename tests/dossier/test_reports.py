"""The reports, cut into segments that know what they light up for."""

import pytest

from sayso.dossier.html import render_dossier
from sayso.dossier.page import dossier_page
from sayso.dossier.reports import MarkedSegment, ReportShown, text_runs
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.speech import Stance
from sayso.model.text import Document, Span
from tests.dossier.compared import sample
from tests.dossier.draft import Draft


def shown(facts: Facts) -> ReportShown:
    (made,) = dossier_page(Comparison((facts,))).reports
    return made


def parts(made: ReportShown) -> list[MarkedSegment]:
    return [part for paragraph in made.paragraphs for part in paragraph]


def look(made: ReportShown, words: str) -> set[str]:
    """The classes of the segments that stand within these words."""
    start = made.read.report.document.text.index(words)
    within = [one for one in parts(made) if start <= one.start < start + len(words)]
    return {name for one in within for name in one.classes.split()}


def test_the_segments_are_the_text() -> None:
    for made in dossier_page(sample()).reports:
        assert "".join(part.text for part in parts(made)) == made.read.report.document.text
        assert [part.start for part in parts(made)] == sorted(part.start for part in parts(made))


def test_a_paragraph_of_the_text_is_one_of_the_page() -> None:
    made = shown(Facts(Document("n", "One.\n\nTwo, still two.\n\n\nThree.")))
    assert ["".join(part.text for part in one).strip() for one in made.paragraphs] == [
        "One.",
        "Two, still two.",
        "Three.",
    ]


def test_words_look_like_what_they_do() -> None:
    courier = dossier_page(sample()).reports[0]
    assert look(courier, "firing on the town") == {"claim", "s-denies"}
    assert look(courier, "The Defence Ministry") == {"source"}
    assert look(courier, "denied") == {"cue"}
    assert look(courier, "At least 23") == {"claim", "s-asserts", "figure"}
    assert look(courier, "struck") == {"claim", "s-asserts", "event"}
    assert look(courier, "placing mortars") == {"claim", "s-concedes"}
    assert look(courier, "Ambulances") == {"claim", "s-asserts", "own"}
    assert look(dossier_page(sample()).reports[3], "reportedly") >= {"hedge"}


def test_crossing_claims_are_both_known_where_they_cross() -> None:
    draft = Draft(Document("n", "abcdefghij"))
    draft.claim([], Stance.ASSERTS, content=(Span(0, 6),))
    draft.claim([], Stance.DENIES, content=(Span(4, 10),))
    made = parts(shown(draft.facts()))
    assert [(one.text, one.facts) for one in made] == [
        ("abcd", "c1"),
        ("ef", "c1 c2"),
        ("ghij", "c2"),
    ]


def test_what_is_no_part_of_the_article_looks_like_it() -> None:
    made = shown(Facts(Document("n", "One. Subscribe!", furniture=(Span(5, 15),))))
    assert look(made, "Subscribe!") == {"furniture"}
    assert look(made, "One.") == set()


def test_every_claim_figure_and_event_is_marked_in_its_text() -> None:
    for made in dossier_page(sample()).reports:
        marked = {fact for part in parts(made) for fact in part.facts.split()}
        read = made.read
        facts = [("c", read.claims), ("f", read.figures), ("e", read.events)]
        assert marked == {f"{kind}{n}" for kind, all_ in facts for n in range(1, len(all_) + 1)}


def test_the_runs_for_the_script_add_up_to_the_paragraphs() -> None:
    looks: dict[str, int] = {}
    for made in dossier_page(sample()).reports:
        for runs, paragraph in zip(text_runs(made, looks), made.paragraphs, strict=True):
            numbers = [part for part in runs if isinstance(part, int)]
            assert numbers[::2] == [len(part.text) for part in paragraph]
            assert [list(looks)[look] for look in numbers[1::2]] == [
                part.classes for part in paragraph
            ]
            facts = [part for part in runs if isinstance(part, str)]
            assert facts == [part.facts for part in paragraph if part.facts]


def test_the_printed_text_has_the_places_that_links_lead_to() -> None:
    made = dossier_page(sample()).reports[0]
    pieces = [piece for one in made.plain_paragraphs({"r1c2", "r1f1"}) for piece in one]
    assert "".join(piece.text for piece in pieces) == made.read.report.document.text
    text = {place: piece.text for piece in pieces for place in piece.places}
    assert set(text) == {"r1c2", "r1f1"}
    assert text["r1c2"].startswith("firing on the town")
    assert text["r1f1"].startswith("At least 23")


@pytest.mark.parametrize("read_to", [0, 5, 12, 25])
def test_the_place_where_the_reading_ends_is_printed_once(read_to: int) -> None:
    made = shown(Facts(Document("n", "One two.\n\nThree four five", read_to=read_to)))
    pieces = [piece for one in made.plain_paragraphs(set()) for piece in one]
    before = "".join(
        piece.text for piece in pieces[: [one.ends_reading for one in pieces].index(True)]
    )
    assert len(before) == read_to
    assert sum(piece.ends_reading for piece in pieces) == 1


def test_only_a_safe_address_is_one_to_follow() -> None:
    for url, is_safe in (("https://a.example/b", True), ("javascript:alert(1)", False)):
        page = render_dossier(Comparison((Facts(Document("n", "A.", url=url)),)))
        assert f"<bdi>{url}</bdi>" in page
        assert (f'href="{url}"' in page) == is_safe
