"""From which origin a claim comes."""

from collections.abc import Mapping, Sequence

from sayso.compare.sources.citations import find_citations
from sayso.compare.sources.claim_origins import ClaimKey, cited_origins, claim_origins
from sayso.model.comparison import Citation, Origin, Story
from sayso.model.facts import Facts
from sayso.model.speech import ActorType, Attribution, Claim, Kind, Speech, Stance
from tests.compare.told import Told, alone, cards_of, names_of, one_story
from tests.costs import counted_calls

CREWS = "the crews were foreign"


def plumbline(text: str = "The crews were foreign.", published: str | None = None) -> Told:
    told = Told(text, "Daily Plumbline", published, "plumbline.txt")
    told.tells(text.rstrip("."))
    return told


def said(told: Told, *steps: tuple[str, str, str]) -> Claim:
    """A claim through sources and cues, the outermost first; each with the words that it says."""
    within: str | None = None
    chain: list[str] = []
    for source, cue, content in steps:
        own = Attribution(
            told.at(source),
            told.at(cue),
            (told.at(content),),
            Speech.INDIRECT,
            Kind.SPEECH,
            within,
            1.0,
        )
        told.marked.setdefault("attributions", []).append(own)
        within = own.id
        chain.append(own.id)
    claim = Claim((told.at(steps[-1][2]),), tuple(chain), Stance.ASSERTS, (), None)
    told.marked.setdefault("claims", []).append(claim)
    return claim


def sentence(source: str, cue: str, content: str = CREWS) -> Told:
    """A report with one claim."""
    told = Told(f"{source} {cue} that {content}.", "Ostmere Review", "2031-05-02", "review.txt")
    said(told, (source, cue.split()[0], content))
    return told


def citations_in(pile: Sequence[Facts], stories: Sequence[Story]) -> tuple[Citation, ...]:
    return find_citations(cards_of(pile), stories)


def origins_of_claims(
    pile: Sequence[Facts], origins: Sequence[Origin], citations: Sequence[Citation]
) -> Mapping[ClaimKey, str]:
    origin_of = names_of(origins)
    return claim_origins(pile, origin_of, cited_origins(cards_of(pile), origin_of, citations))


def origins_of_first(*reports: Told, origins: tuple[Origin, ...] | None = None) -> tuple[str, ...]:
    """The names of the reports of the origin from which the last claim of the first report comes."""
    pile, stories = one_story(*reports)
    known = origins or alone(pile)
    found = origins_of_claims(pile, known, citations_in(pile, stories))
    assert len(found) == sum(len(facts.claims) for facts in pile)
    own = found[pile[0].document.id, pile[0].claims[-1].id]
    (of,) = [origin for origin in known if origin.id == own]
    return tuple(facts.document.name for facts in pile if facts.document.id in of.documents)


def test_what_a_report_has_from_an_outlet_comes_from_that_outlets_report() -> None:
    assert origins_of_first(sentence("The Daily Plumbline", "reported"), plumbline()) == (
        "plumbline.txt",
    )


def test_what_somebody_told_an_outlet_comes_from_that_outlets_report() -> None:
    told = sentence("An official", "told the Daily Plumbline")
    assert origins_of_first(told, plumbline()) == ("plumbline.txt",)


def test_what_a_report_says_itself_and_what_others_say_in_it_is_its_own() -> None:
    own = Told("The crews were foreign. The Daily Plumbline was sold.", "Ostmere Review")
    own.tells("The crews were foreign")
    for told in (own, sentence("An official", "said")):
        assert origins_of_first(told, plumbline()) == (told.name,)


def test_an_outlet_without_a_report_has_no_origin() -> None:
    told = sentence("The Sellan Gazette", "reported")
    assert origins_of_first(told, plumbline()) == ("review.txt",)


def test_any_step_of_a_chain_may_be_the_outlet() -> None:
    text = f"The mayor said that the Daily Plumbline had reported that {CREWS}."
    inner = f"the Daily Plumbline had reported that {CREWS}"
    last = Told(text, "Ostmere Review", None, "review.txt")
    said(last, ("The mayor", "said", inner), ("the Daily Plumbline", "had reported", CREWS))
    text = f"The Daily Plumbline reported that the mayor had said that {CREWS}."
    inner = f"the mayor had said that {CREWS}"
    first = Told(text, "Ostmere Review", None, "review.txt")
    said(first, ("The Daily Plumbline", "reported", inner), ("the mayor", "had said", CREWS))
    for told in (first, last):
        assert origins_of_first(told, plumbline()) == ("plumbline.txt",)


def test_of_two_outlets_in_a_chain_the_last_one_with_a_report_counts() -> None:
    text = f"The Daily Plumbline reported that the Sellan Gazette had written that {CREWS}."
    inner = f"the Sellan Gazette had written that {CREWS}"
    told = Told(text, "Ostmere Review", None, "review.txt")
    said(
        told,
        ("The Daily Plumbline", "reported", inner),
        ("the Sellan Gazette", "had written", CREWS),
    )
    gazette = Told("The crews came from abroad.", "Sellan Gazette", None, "gazette.txt")
    assert origins_of_first(told, plumbline(), gazette) == ("gazette.txt",)
    assert origins_of_first(told, plumbline()) == ("plumbline.txt",)


def test_what_two_outlets_are_said_to_report_comes_from_neither_alone() -> None:
    told = sentence("The Daily Plumbline, Radio Ondrel", "reported")
    ondrel = Told("The crews came from abroad.", "Radio Ondrel", None, "ondrel.txt")
    assert origins_of_first(told, plumbline(), ondrel) == ("review.txt",)
    assert origins_of_first(told, plumbline()) == ("review.txt",)


def test_two_reports_of_the_outlet_have_its_origin_if_they_have_one() -> None:
    told = sentence("The Daily Plumbline", "reported")
    later = Told("The crews left on Monday.", "The Daily Plumbline", None, "later.txt")
    pile, _ = one_story(told, plumbline(), later)
    review, *others = (facts.document.id for facts in pile)
    joined = Origin((review,)), Origin(tuple(sorted(others)))
    assert origins_of_first(told, plumbline(), later, origins=joined) == (
        "plumbline.txt",
        "later.txt",
    )
    assert origins_of_first(told, plumbline(), later) == ("review.txt",)


def test_an_outlets_later_report_is_still_its_word() -> None:
    told = sentence("The Daily Plumbline", "reported")
    assert origins_of_first(told, plumbline(published="2031-05-03")) == ("plumbline.txt",)


def test_an_agency_is_found_by_the_credit_of_a_report_that_prints_its_text() -> None:
    told = sentence("Reuters", "reported")
    printed = Told("SELLAN, 12 March (Reuters) – The crews were foreign.", "Tarn Herald")
    assert origins_of_first(told, printed) == (printed.name,)


def test_an_outlet_that_is_only_denied_is_no_origin() -> None:
    told = Told(f"The mayor denied the Daily Plumbline report that {CREWS}.", "Ostmere Review")
    said(told, ("The mayor", "denied", f"the Daily Plumbline report that {CREWS}"))
    assert origins_of_first(told, plumbline()) == (told.name,)


def test_the_order_of_the_reports_changes_nothing() -> None:
    told = sentence("An official", "told the Daily Plumbline")
    told.says("An official", CREWS, ActorType.UNNAMED)
    pile, stories = one_story(told, plumbline(), plumbline("The crews left."))
    citations = citations_in(pile, stories)
    found = origins_of_claims(pile, alone(pile), citations)
    assert origins_of_claims(pile[::-1], alone(pile), citations[::-1]) == found


def test_the_work_grows_with_the_claims() -> None:
    def work_for(count: int) -> int:
        told = Told(
            f"The Daily Plumbline reported that {CREWS}. " + "It rained. " * count, "Review"
        )
        for number in range(count):
            told.marked.setdefault("claims", []).append(
                Claim((told.at("It rained", number),), (), Stance.ASSERTS, (), None)
            )
        said(told, ("The Daily Plumbline", "reported", CREWS))
        pile, stories = one_story(told, plumbline())
        citations = citations_in(pile, stories)
        return counted_calls(lambda: origins_of_claims(pile, alone(pile), citations))

    assert work_for(400) < 4.5 * work_for(100)
