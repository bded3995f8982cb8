"""The bundled case, from its files to what a reader should find (docs/demo.md)."""

from importlib.resources import as_file, files

import pytest

from sayso.compare.comparison import compare
from sayso.engine.serial import extract_all
from sayso.model.comparison import Comparison, CopyKind, Point, State
from sayso.model.facts import Facts
from sayso.model.happening import Harm
from sayso.model.speech import Stance
from sayso.model.wire import comparison_from_wire, comparison_to_wire
from sayso.read.reports import read


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    with as_file(files("sayso.demo")) as folder:
        paths = sorted(
            path for path in folder.iterdir() if path.suffix in {".txt", ".html", ".jsonl"}
        )
        documents = [document for path in paths for document in read(path)]
    return compare(extract_all(documents))


def said(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    """Report, speaker, stance and words of every claim."""
    found = []
    for facts in comparison.facts:
        names = {actor.id: facts.document[actor.name] for actor in facts.actors}
        for claim in facts.claims:
            words = " … ".join(facts.document[span] for span in claim.content)
            found.append(
                (label(facts), names.get(claim.speaker or "", ""), str(claim.stance), words)
            )
    return found


def label(facts: Facts) -> str:
    return facts.document.outlet or facts.document.name.rpartition("/")[2]


def point_with(comparison: Comparison, state: State, words: str) -> list[Point]:
    by_id = {facts.document.id: facts for facts in comparison.facts}
    return [
        point
        for point in comparison.points
        if point.state is state
        and any(
            words in by_id[stand.document].document[span]
            for stand in point.claims
            for claim in by_id[stand.document].claims
            if claim.id == stand.claim
            for span in claim.content
        )
    ]


def figures(comparison: Comparison, harm: Harm) -> set[str]:
    return {
        facts.document[figure.span]
        for facts in comparison.facts
        for figure in facts.figures
        if figure.harm is harm
    }


def test_nine_reports_are_one_story(comparison: Comparison) -> None:
    assert len(comparison.facts) == 9
    assert len(comparison.stories) == 1


def test_everything_survives_the_wire(comparison: Comparison) -> None:
    assert comparison_from_wire(comparison_to_wire(comparison), comparison.facts) == comparison


def test_the_front_accuses_and_the_ministry_denies(comparison: Comparison) -> None:
    claims = said(comparison)
    assert any(
        s == "accuses" and "shelling the market from Fort Drumlow" in w for _, _, s, w in claims
    )
    assert any(
        who == "Ministry of Defence" and s == "denies" and "shelled the market" in w
        for _, who, s, w in claims
    )
    assert point_with(comparison, State.CONTESTED, "shelling the market from Fort Drumlow")


def test_concessions_are_marked(comparison: Comparison) -> None:
    conceded = {w for _, _, s, w in said(comparison) if s == "concedes"}
    assert any("active" in w for w in conceded), "a senior defence official on the guns"
    assert any("thirty" in w for w in conceded), "a former officer on the advisers"
    assert point_with(comparison, State.CONCEDED, "active")


def test_the_governor_doubts_and_rejects(comparison: Comparison) -> None:
    stances = {s for _, who, s, _ in said(comparison) if who == "Joram Kettery"}
    assert {"doubts", "denies"} <= stances


def test_the_two_oskelds_are_two(comparison: Comparison) -> None:
    names = {
        facts.document[actor.name]
        for facts in comparison.facts
        for actor in facts.actors
        if "Oskeld" in facts.document[actor.name]
    }
    assert {"Idren Oskeld", "Sefa Oskeld"} <= names


def test_the_wire_story_in_two_papers_is_one_voice(comparison: Comparison) -> None:
    by_id = {facts.document.id: label(facts) for facts in comparison.facts}
    together = [
        {by_id[one] for one in origin.documents}
        for origin in comparison.origins
        if len(origin.documents) > 1
    ]
    assert together == [{"1-sellan-gazette.txt", "Northbank Post"}]
    assert any(copy.kind is CopyKind.PASSAGE for copy in comparison.copies)


def test_who_cites_whom(comparison: Comparison) -> None:
    by_id = {facts.document.id: facts for facts in comparison.facts}
    named = {
        (label(by_id[one.document]), by_id[one.document].document[one.outlet.span])
        for one in comparison.citations
    }
    assert ("Crosswater News", "Daily Plumbline") in named


def test_figures_keep_their_qualifiers(comparison: Comparison) -> None:
    killed = figures(comparison, Harm.KILLED)
    assert {"At least 20", "some 50", "35", "38", "fourteen"} <= killed
    assert {"21", "twelve"} <= figures(comparison, Harm.MISSING)
    assert "four" in figures(comparison, Harm.CAPTURED)
    assert not {"61", "eleven", "200", "15"} & figures(comparison, Harm.KILLED)


def test_background_tolls_stay_out_of_the_night(comparison: Comparison) -> None:
    by_id = {facts.document.id: facts for facts in comparison.facts}
    for toll in comparison.tolls:
        words = {
            by_id[mention.document].document[figure.span]
            for mention in toll.figures
            for figure in by_id[mention.document].figures
            if figure.id == mention.figure
        }
        assert not {"714", "More than 700"} & words or not {"38", "35", "At least 20"} & words


def test_the_paywalled_end_is_known(comparison: Comparison) -> None:
    withheld = {label(facts): facts.document.remaining for facts in comparison.facts}
    assert withheld["5-ostmere-review.txt"] == 0.314
    words = " ".join(w for _, _, _, w in said(comparison))
    assert "left to read" not in words


def test_what_is_not_of_an_article_is_not_read(comparison: Comparison) -> None:
    texts = " ".join(facts.document.text for facts in comparison.facts)
    assert "120 dead" not in texts
    claimed = " ".join(w for _, _, _, w in said(comparison))
    assert "Morning Line" not in claimed


def test_the_market_is_dated(comparison: Comparison) -> None:
    days = {str(entry.first) for entry in comparison.timeline}
    assert days & {"2023-03-11", "2023-03-12"}


def test_nothing_gives_a_verdict(comparison: Comparison) -> None:
    for point in comparison.points:
        assert point.state in set(State)
    assert {claim.stance for facts in comparison.facts for claim in facts.claims} <= set(Stance)
