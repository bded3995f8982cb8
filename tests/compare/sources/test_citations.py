"""Which reports name another outlet as where they have something from."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.compare.sources.citations import find_citations
from sayso.model.comparison import Citation, Story
from sayso.model.facts import Facts
from sayso.model.speech import ActorType, Attribution, Kind, Speech
from sayso.model.text import Head
from tests.compare.told import Told, cards_of, one_story

TEXT = (
    "The crews were foreign, the Daily Plumbline reported on Sunday. “We lost nobody,” the colonel "
    "told Radio Ondrel. The mayor said that the road was closed."
)


def citing(
    text: str = TEXT, outlet: str | None = "Ostmere Review", published: str | None = None
) -> Told:
    return Told(text, outlet, published, "citing.txt")


def attributed(told: Told, source: str, cue: str, content: str) -> Attribution:
    own = Attribution(
        told.at(source), told.at(cue), (told.at(content),), Speech.INDIRECT, Kind.SPEECH, None, 1.0
    )
    told.marked.setdefault("attributions", []).append(own)
    return own


def plumbline(text: str = "The crews were foreign.", published: str | None = None) -> Told:
    return Told(text, "Daily Plumbline", published, "plumbline.txt")


def citations(pile: Sequence[Facts], stories: Sequence[Story]) -> tuple[Citation, ...]:
    return find_citations(cards_of(pile), stories)


def names(pile: list[Facts], found: tuple[Citation, ...]) -> list[str]:
    documents = {facts.document.id: facts.document for facts in pile}
    return [documents[one.document][one.outlet.span] for one in found]


def test_an_outlet_that_is_a_source() -> None:
    told = citing()
    own = attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    pile, stories = one_story(told, plumbline())
    (found,) = citations(pile, stories)
    assert names(pile, (found,)) == ["Daily Plumbline"]
    assert found.attribution == own.id
    assert found.cited == pile[1].document.id


def test_an_outlet_that_was_told_something() -> None:
    told = citing()
    attributed(told, "the colonel", "told", "“We lost nobody,”")
    pile, stories = one_story(told)
    found = citations(pile, stories)
    assert names(pile, found) == ["Radio Ondrel"]
    assert found[0].cited is None


def test_a_speaker_that_is_no_outlet_is_not_cited() -> None:
    told = citing()
    attributed(told, "The mayor", "said", "that the road was closed")
    assert citations(*one_story(told)) == ()


def test_a_speaker_that_the_report_shows_to_be_an_outlet() -> None:
    told = citing("Tavra had eleven crews at the guns, and its editor stands by that.")
    told.says("Tavra", "eleven crews at the guns", ActorType.MEDIA)
    pile, stories = one_story(told)
    assert names(pile, citations(pile, stories)) == ["Tavra"]


def test_an_unnamed_outlet_is_not_cited() -> None:
    told = citing("A newspaper had eleven crews at the guns.")
    told.says("A newspaper", "eleven crews at the guns", ActorType.MEDIA, named=False)
    assert citations(*one_story(told)) == ()


def test_a_report_does_not_cite_itself() -> None:
    told = citing(outlet="The Daily Plumbline")
    attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    assert citations(*one_story(told)) == ()


def test_a_credit_line_cites_without_an_attribution() -> None:
    told = citing("PORT SELLAN (Skerrin) – The market burned in the night, the governor said.")
    pile, stories = one_story(told)
    (found,) = citations(pile, stories)
    assert names(pile, (found,)) == ["Skerrin"]
    assert found.attribution is None


def test_of_two_reports_by_the_outlet_none_is_the_cited_one() -> None:
    told = citing()
    attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    pile, stories = one_story(told, plumbline(), plumbline("The crews were foreign, it says."))
    (found,) = citations(pile, stories)
    assert found.cited is None


def test_a_report_published_later_cannot_be_the_cited_one() -> None:
    told = citing(published="2031-05-01")
    attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    for published, known in (("2031-05-02", False), ("2031-05-01T23:00Z", True), (None, True)):
        pile, stories = one_story(told, plumbline(published=published))
        (found,) = citations(pile, stories)
        assert (found.cited is not None) is known


def test_a_report_of_another_story_is_not_the_cited_one() -> None:
    told = citing()
    attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    pile, _ = one_story(told, plumbline())
    (found,) = citations(pile, ())
    assert found.cited is None


def test_the_order_of_the_reports_changes_nothing() -> None:
    told = citing()
    attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    attributed(told, "the colonel", "told", "“We lost nobody,”")
    pile, stories = one_story(told, plumbline())
    assert citations(pile, stories) == citations(pile[::-1], stories)
    renamed = [replace(one, document=replace(one.document, name="x")) for one in pile]
    assert citations(renamed, stories) == citations(pile, stories)


def also(facts: Facts, *heads: Head) -> Facts:
    return replace(facts, document=replace(facts.document, also=heads))


def test_every_outlet_of_a_text_is_found_when_it_is_cited() -> None:
    told = citing()
    attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    (own, other), stories = one_story(told, Told("The crews were foreign.", "Skerrin", None))
    head = Head("plumbline.txt", outlet="The Daily Plumbline", published="2031-05-02")
    (found,) = citations([own, also(other, head)], stories)
    assert found.cited == other.document.id


def test_the_day_of_the_head_that_is_cited_decides_whether_it_was_there() -> None:
    told = citing(published="2031-05-01")
    attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    (own, other), stories = one_story(
        told, Told("The crews were foreign.", "Skerrin", "2031-04-30")
    )
    for day, known in (("2031-05-01", True), ("2031-05-02", False)):
        head = Head("plumbline.txt", outlet="Daily Plumbline", published=day)
        (found,) = citations([own, also(other, head)], stories)
        assert (found.cited is not None) is known


def test_a_report_does_not_cite_an_outlet_that_has_its_text() -> None:
    told = citing()
    attributed(told, "the Daily Plumbline", "reported", "The crews were foreign")
    (own,), stories = one_story(told)
    assert citations([own], stories)
    assert citations([also(own, Head("b", outlet="Daily Plumbline"))], stories) == ()
