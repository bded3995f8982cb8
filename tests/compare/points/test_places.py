"""Where prepared claims stand in their text."""

from dataclasses import replace

from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.places import placed_claims
from sayso.compare.sources.speakers import speaker_keys
from sayso.model.speech import Stance
from tests.compare.told import Told


def test_a_claim_is_placed_with_its_speaker_and_sentence() -> None:
    told = Told("Rain fell. The guild denied the fire at the mill.")
    told.tells("Rain fell")
    told.says("The guild", "the fire at the mill", stance=Stance.DENIES)
    facts = told.facts()
    own_voice, denial = placed_claims(facts, prepare_claims(facts, speaker_keys([facts], ())))
    assert (own_voice.source, own_voice.cue, own_voice.sentence) == (None, None, 1)
    assert own_voice.content == (told.at("Rain fell"),)
    assert denial.content == (told.at("the fire at the mill"),)
    assert denial.source == told.at("The guild")
    assert (denial.stance, denial.sentence) == (Stance.DENIES, 2)
    assert own_voice.speaker != denial.speaker


def test_a_claim_inside_another_has_the_source_of_its_own_attribution() -> None:
    told = Told("The mayor said that the guild denied the fire.")
    told.says("The mayor", "that the guild denied the fire")
    told.says("the guild", "the fire", stance=Stance.DENIES)
    outer, inner = told.marked["attributions"]
    told.marked["attributions"][1] = inner = replace(inner, within=outer.id)
    claim = told.marked["claims"][1]
    told.marked["claims"][1] = replace(claim, chain=(outer.id, inner.id))
    facts = told.facts()
    prepared = prepare_claims(facts, speaker_keys([facts], ()))
    assert placed_claims(facts, prepared)[-1].source == told.at("the guild")
