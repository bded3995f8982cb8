"""What a speaker concedes against the own side."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import pytest

from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.concessions import (
    Concession,
    concessions_by_story,
    find_concessions,
)
from sayso.model.facts import Facts
from sayso.model.speech import Actor, ActorType, Attribution, Claim, Kind, Speech, Stance
from sayso.model.text import Document, Span
from tests.compare.points.stories import pile_of

ADMITS, DENIES, ACCUSES = Stance.CONCEDES, Stance.DENIES, Stance.ACCUSES
MANY = 300


class Said(NamedTuple):
    """A sentence: who says what by which cue; `through` is who tells that, with a cue and a type."""

    source: str
    cue: str
    content: str
    stance: Stance = Stance.ASSERTS
    speech: Speech = Speech.INDIRECT
    through: tuple[str, str, ActorType] | None = None


def report(*sentences: Said, name: str = "a") -> Facts:
    """A report of these sentences; each speaker is an actor with the words of the source as its name."""
    text, attributions, claims, actors = "", [], [], []
    for sentence in sentences:
        chain: list[str] = []
        if sentence.through:
            source, cue, kind = sentence.through
            start = len(text)
            text += f"{source} {cue} "
            inside = f"{sentence.source} {sentence.cue} {sentence.content}"
            outer = attribution_at(start, source, cue, inside, Speech.INDIRECT, None)
            actors.append(Actor(Span(start, start + len(source)), kind, True, None, ()))
            mention = Span(start, start + len(source))
            actors[-1] = Actor(mention, kind, True, None, (mention,))
            attributions.append(outer)
            chain.append(outer.id)
        start = len(text)
        said = attribution_at(
            start,
            sentence.source,
            sentence.cue,
            sentence.content,
            sentence.speech,
            chain[0] if chain else None,
        )
        text += f"{sentence.source} {sentence.cue} {sentence.content}. "
        attributions.append(said)
        claims.append(Claim(said.content, (*chain, said.id), sentence.stance, (), None))
    return Facts(Document(name, text), tuple(attributions), tuple(claims), tuple(actors))


def attribution_at(
    start: int, source: str, cue: str, content: str, speech: Speech, within: str | None
) -> Attribution:
    cue_at = start + len(source) + 1
    at = cue_at + len(cue) + 1
    spans = Span(start, start + len(source)), Span(cue_at, cue_at + len(cue))
    content_span = (Span(at, at + len(content)),)
    return Attribution(*spans, content_span, speech, Kind.SPEECH, within, 0.9)


class Found(NamedTuple):
    """The words of the claims of reports, and the concessions among them."""

    words: list[str]
    concessions: tuple[Concession, ...]

    def conceded(self) -> list[str]:
        return [self.words[one.claim] for one in self.concessions]


def found(*reports: Facts, odds: Mapping[tuple[str, str], float] | None = None) -> Found:
    """The concessions in reports; `odds` are those that two claims with these words are related."""
    facts = {one.document.id: one for one in reports}
    claims = [claim for one in reports for claim in prepare_claims(one, {})]
    said = [facts[one.document].document[one.claim.content[0]] for one in claims]

    def related(left: int, right: int) -> float | None:
        return (odds or {}).get((said[left], said[right]))

    return Found(said, find_concessions(claims, facts, related))


ADMISSIONS = [
    Said("Lena Brask", "admitted", "that she had misled the harbour board", ADMITS),
    Said("Lena Brask", "admitted", "hiding the ledger", ADMITS),
    Said("Lena Brask", "acknowledged", "running the ferry without a licence", ADMITS),
    Said("Lena Brask", "acknowledged", "that her report was wrong", ADMITS),
    Said("Lena Brask", "was finally forced to concede", "that she had seen the letter", ADMITS),
    Said("Lena Brask", "apologised for", "her conduct at the pier", ADMITS),
    Said("Lena Brask", "said", "we made a terrible mistake at the lock", speech=Speech.DIRECT),
    Said("Lena Brask", "said", "she should have told the board about the leak"),
    Said("Lena Brask", "said", "in hindsight, I chose the wrong pier", speech=Speech.DIRECT),
    Said("Lena Brask", "said", "I could have answered that better", speech=Speech.DIRECT),
    Said("I", "admit", "that we lied to the harbour board", ADMITS),
]

NO_CONCESSIONS = [
    Said("Lena Brask", "conceded", "a late goal to the visitors", ADMITS),
    Said("Lena Brask", "conceded", "the race for the council seat", ADMITS),
    Said("Lena Brask", "acknowledged", "the crowd on the quay", ADMITS),
    Said("Lena Brask", "acknowledged", "the help of the fishermen", ADMITS),
    Said("Lena Brask", "must admit", "that she lied to the board", ADMITS),
    Said("Lena Brask", "refused to admit", "that she lied to the board", ADMITS),
    Said("Lena Brask", "admitted", "that the sunset was lovely", ADMITS),
    Said("Lena Brask", "accepted", "the offer of the ferry company", ADMITS),
    Said("Lena Brask", "recognised", "the boy from the market", ADMITS),
    Said("Lena Brask", "are sorry to", "hear of the flood", ADMITS),
    Said("Lena Brask", "regretted", "any inconvenience at the ferry", ADMITS),
    Said("Lena Brask", "said", "the mayor thinks I made a mistake", speech=Speech.DIRECT),
    Said("Lena Brask", "said", "we never made a mistake at the lock", speech=Speech.DIRECT),
    Said("Lena Brask", "said", "I think the mayor made a mistake", speech=Speech.DIRECT),
    Said("Lena Brask", "said", "he should have told the board", speech=Speech.DIRECT),
    Said("Lena Brask", "said", "we could have used the other lock", speech=Speech.DIRECT),
    Said("Lena Brask", "said", "am I to blame for the flood", speech=Speech.DIRECT),
    Said("Lena Brask", "pleaded guilty to", "smuggling two crates of gin", ADMITS),
]


@pytest.mark.parametrize("said", ADMISSIONS, ids=lambda said: said.content)
def test_an_admission_about_the_speaker_is_a_concession(said: Said) -> None:
    assert found(report(said)).conceded() == [said.content]


@pytest.mark.parametrize("said", NO_CONCESSIONS, ids=lambda said: f"{said.cue} {said.content}")
def test_what_only_sounds_like_an_admission_is_none(said: Said) -> None:
    assert found(report(said)).conceded() == []


def test_an_admission_told_by_an_opponent_counts_less_than_one_told_by_an_outlet() -> None:
    told = Said("Lena Brask", "admitted", "that she sold the boat", ADMITS)
    by_outlet = told._replace(through=("The Sellan Gazette", "reported", ActorType.MEDIA))
    by_opponent = told._replace(through=("Otto Vane", "claimed", ActorType.PERSON))
    assert found(report(by_outlet)).conceded() == ["that she sold the boat"]
    assert found(report(by_opponent)).conceded() == []


FORGERY = (
    Said("Otto Vane", "accused", "Lena Brask of forging the harbour ledger", ACCUSES),
    Said("Lena Brask", "denied", "forging the harbour ledger", DENIES),
    Said("Lena Brask", "admitted", "that she had forged the harbour ledger", ADMITS),
)


def test_a_concession_names_what_it_bears_out_and_where_it_was_denied() -> None:
    (concession,) = found(report(*FORGERY)).concessions
    assert concession == Concession(2, (0,), (1,), "Lena Brask")


def test_no_one_is_named_for_a_denial_by_somebody_without_a_name() -> None:
    pile = pile_of([report(*FORGERY)])
    claims = [replace(claim, speaker_name=" \n") for claim in pile.claims]
    (concession,) = find_concessions(claims, pile.facts, lambda *_: None)
    assert concession == Concession(2, (0,), (1,), None)


def test_only_the_places_change_in_a_longer_list() -> None:
    assert Concession(2, (0, 3), (1,), "Lena Brask").moved(10) == Concession(
        12, (10, 13), (11,), "Lena Brask"
    )
    assert Concession(2, (), (), None).moved(5) == Concession(7, (), (), None)


def test_a_concession_has_no_claims_of_another_story() -> None:
    """Both stories have the same words, so a claim of the other one would be as likely."""
    rain = Said("Ida Holm", "said", "that it rained")
    asked: list[tuple[int, int]] = []

    def related(left: int, right: int) -> float | None:
        asked.append((left, right))
        return -1.0 if {left, right} == {3, 5} else None

    stories = [report(*FORGERY)], [report(*FORGERY, rain, name="b")]
    assert concessions_by_story(*pile_of(*stories), related) == [
        Concession(2, (0,), (1,), "Lena Brask"),
        Concession(5, (), (4,), "Lena Brask"),
    ]
    assert set(asked) == {(2, 0), (2, 1), (5, 3), (5, 4), (5, 6)}


def test_what_only_another_story_denies_was_denied_by_no_one() -> None:
    charge, denial, admission = FORGERY
    denied, admitted = report(denial, name="a"), report(charge, admission, name="b")
    together, apart = pile_of([denied, admitted]), pile_of([denied], [admitted])
    for pile, expected in (
        (together, Concession(2, (1,), (0,), "")),
        (apart, Concession(2, (1,), (), None)),
    ):
        assert concessions_by_story(*pile, lambda *_: None) == [expected]


def test_a_denial_by_an_ally_is_the_own_sides() -> None:
    denial = Said("A lawyer for Brask", "denied", "that she forged the harbour ledger", DENIES)
    admission = Said("Lena Brask", "admitted", "that she had forged the harbour ledger", ADMITS)
    (concession,) = found(report(denial), report(admission, name="b")).concessions
    assert concession == Concession(1, (), (0,), "")


def test_a_plea_is_a_concession_where_somebody_makes_the_charge() -> None:
    charge = Said("Prosecutors", "accused", "Lena Brask of smuggling two crates of gin", ACCUSES)
    plea = Said("Lena Brask", "pleaded guilty to", "smuggling two crates of gin", ADMITS)
    assert found(report(charge, plea)).concessions == (Concession(1, (0,), (), None),)


def test_the_reader_of_pairs_confirms_a_weak_admission_and_refuses_a_link() -> None:
    charge = Said("Otto Vane", "accused", "Lena Brask of forging the harbour ledger", ACCUSES)
    weak = Said("Lena Brask", "acknowledged", "that she wrote those pages", ADMITS)
    both = report(charge, weak)
    assert found(both).conceded() == []
    (concession,) = found(both, odds={(weak.content, charge.content): 2.0}).concessions
    assert concession.bears_out == (0,)
    plain = Said("Lena Brask", "admitted", "that she had forged the harbour ledger", ADMITS)
    odds = {(plain.content, charge.content): -3.0}
    (concession,) = found(report(charge, plain), odds=odds).concessions
    assert concession.bears_out == ()


DENIED_HELP = Said("Vessland", "denied", "that it supplied boats to the islanders", DENIES)
CHARGED_HELP = Said("Marren", "accused", "Vessland of arming the islanders", ACCUSES)


@pytest.mark.parametrize(
    "said",
    [
        Said("a Vessland officer", "said", "his men had trained the islanders"),
        Said("one islander", "said", "exchanges with Vessland are taking place"),
        Said("a coxswain", "said", "we have links with Vessland", speech=Speech.DIRECT),
    ],
    ids=lambda said: said.source,
)
def test_a_party_that_tells_of_a_denied_dealing_concedes_it(said: Said) -> None:
    reports = report(DENIED_HELP, CHARGED_HELP), report(said, name="b")
    (concession,) = found(*reports).concessions
    assert concession.claim == 2
    assert concession.bears_out == (1,)
    assert concession.denied_in == (0,)
    assert concession.denier == ("" if "Vessland" in said.source else "Vessland")


@pytest.mark.parametrize(
    "said",
    [
        Said("Vessland", "said", "it had trained nobody among the islanders"),
        Said("a Vessland officer", "said", "the islanders like fish"),
        Said("one islander", "said", "the fleet of Vessland is large"),
        Said("a trader", "said", "boats of Vessland help the islanders"),
        Said("a Vessland officer", "accused", "Marren of supplying the islanders", ACCUSES),
    ],
    ids=lambda said: f"{said.source} {said.content}",
)
def test_others_and_other_things_concede_no_dealing(said: Said) -> None:
    assert found(report(DENIED_HELP, CHARGED_HELP), report(said, name="b")).conceded() == []


def test_pairs_that_are_asked_for_grow_with_the_admissions_alone() -> None:
    asked = []

    def related(left: int, right: int) -> None:
        asked.append((left, right))

    def count_asked(size: int) -> int:
        asked.clear()
        lines = [
            Said("Lena Brask", "admitted", f"lying about pier {n}", ADMITS) for n in range(size)
        ]
        facts = report(*lines)
        find_concessions(prepare_claims(facts, {}), {facts.document.id: facts}, related)
        return len(asked)

    assert count_asked(4 * MANY) < 6 * max(1, count_asked(MANY))
