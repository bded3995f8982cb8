"""The reports, cut into segments that know what they light up for."""

from sayso.dossier.page import dossier_page
from sayso.dossier.reports import PrintedSegment, ReportShown
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.speech import Stance
from sayso.model.text import Document, Span
from tests.dossier.compared import sample
from tests.dossier.draft import Draft


def shown(facts: Facts) -> ReportShown:
    (made,) = dossier_page(Comparison((facts,))).reports
    return made


def parts(made: ReportShown) -> list[PrintedSegment]:
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
    assert [[voice.note for voice in one.notes] for one in made] == [[], [1], [2]]


def test_what_is_no_part_of_the_article_looks_like_it() -> None:
    made = shown(Facts(Document("n", "One. Subscribe!", furniture=(Span(5, 15),))))
    assert look(made, "Subscribe!") == {"furniture"}
    assert look(made, "One.") == set()


def test_every_claim_has_its_note_once() -> None:
    for made in dossier_page(sample()).reports:
        notes = [voice.note for part in parts(made) for voice in part.notes]
        assert sorted(notes) == [voice.note for voice in made.read.claims]


def test_the_text_is_cut_wherever_something_points() -> None:
    comparison = sample()
    made = {one.read.report.document.id: one for one in dossier_page(comparison).reports}
    quotes = [one.title for one in comparison.points] + [
        quote
        for copy in comparison.copies
        for one in copy.passages
        for quote in (one.left, one.right)
    ]
    for quote in quotes:
        starts = {part.start for part in parts(made[quote.document])}
        ends = {part.start + len(part.text) for part in parts(made[quote.document])}
        assert quote.span.start in starts
        assert quote.span.end in ends


def test_only_a_safe_address_is_one_to_follow() -> None:
    safe = shown(Facts(Document("n", "A.", url="https://a.example/b")))
    assert safe.url == "https://a.example/b"
    assert shown(Facts(Document("n", "A.", url="javascript:alert(1)"))).url is None
