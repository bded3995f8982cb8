"""The proper names of the speakers of claims."""

from dataclasses import replace

import pytest

from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.speaker_names import names_of_speakers
from sayso.compare.sources.speakers import speaker_keys
from sayso.compare.terms import terms_in
from tests.compare.told import Told


@pytest.mark.parametrize(
    ("speaker", "names"),
    [
        ("a lawyer for Lena Brask", "Lena Brask"),
        ("President Brask", "Brask"),
        ("the Harbour Union", "Harbour"),
        ("a spokesman", ""),
        ("residents", ""),
    ],
)
def test_names_are_capitalised_words_that_are_no_noun_for_a_speaker(
    speaker: str, names: str
) -> None:
    told = Told(f"On Monday {speaker} said the mill had burned.")
    told.says(speaker, "the mill had burned")
    facts = told.facts()
    claims = prepare_claims(facts, speaker_keys([facts], ()))
    assert names_of_speakers(claims, {facts.document.id: facts}) == [terms_in(names)]


def test_the_name_of_an_actor_counts_where_the_source_is_a_pronoun() -> None:
    told = Told("Lena Brask left. She said the mill had burned.")
    told.says("Lena Brask", "the mill had burned")
    said = replace(told.marked["attributions"][0], source=told.at("She"))
    told.marked["attributions"] = [said]
    told.marked["claims"] = [replace(told.marked["claims"][0], chain=(said.id,))]
    facts = told.facts()
    claims = prepare_claims(facts, speaker_keys([facts], ()))
    assert names_of_speakers(claims, {facts.document.id: facts}) == [terms_in("Lena Brask")]


def test_an_outlet_has_no_name() -> None:
    told = Told("The mill at Selm had burned.")
    told.tells("The mill at Selm had burned")
    facts = told.facts()
    claims = prepare_claims(facts, speaker_keys([facts], ()))
    assert names_of_speakers(claims, {facts.document.id: facts}) == [frozenset()]
