"""Claims as a reader meets them."""

from dataclasses import replace

import pytest

from sayso.dossier.claims import ClaimShown, grouped_sayings, report_claims
from sayso.dossier.report_words import Report, numbered_reports
from sayso.dossier.speakers import keys_by_actor
from sayso.model.comparison import Comparison
from sayso.model.speech import ActorType, Knowing, Stance
from sayso.model.text import Document
from tests.dossier.compared import sample
from tests.dossier.draft import Draft


def heard(draft: Draft) -> list[ClaimShown]:
    comparison = Comparison((draft.facts(),))
    (report,) = numbered_reports(comparison).values()
    return report_claims(draft.facts(), report, keys_by_actor(comparison))


def all_heard() -> dict[int, list[ClaimShown]]:
    comparison = sample()
    known, keyed = numbered_reports(comparison), keys_by_actor(comparison)
    return {
        known[facts.document.id].number: report_claims(facts, known[facts.document.id], keyed)
        for facts in comparison.facts
    }


def names(voice: ClaimShown) -> list[str]:
    return [link.name for link in voice.chain]


def test_claims_are_numbered_in_text_order() -> None:
    for own in all_heard().values():
        assert [voice.note for voice in own] == list(range(1, len(own) + 1))
        starts = [voice.words.spans[0].start for voice in own]
        assert starts == sorted(starts)


def test_a_chain_begins_with_the_outlet_and_ends_with_who_said_it() -> None:
    voice = all_heard()[1][5]
    assert names(voice) == ["Pellmere Courier", "The Saltmarsh Review", "rebel commanders"]
    assert [link.cue for link in voice.chain] == [None, "reported", "have acknowledged"]
    assert (voice.stance, voice.verb, voice.past) == ("concedes", "concedes", "conceded")
    assert voice.words.pieces == ("placing mortars beside the market hall",)


def test_a_media_outlet_reports_where_a_person_asserts() -> None:
    first, *_, fifth, _, own = all_heard()[1]
    assert first.verb == "asserts"
    assert fifth.verb == "reports"
    assert (names(own), own.verb) == (["Pellmere Courier"], "reports")


def test_a_pronoun_is_shown_beside_the_name() -> None:
    added = all_heard()[1][3]
    assert (added.chain[-1].name, added.chain[-1].said_as) == ("Odric Vanbeke", "He")


def test_a_speaker_of_two_reports_has_one_key() -> None:
    heard_in = all_heard()
    said, doubted = heard_in[1][2], heard_in[4][1]
    assert said.chain[-1].name == doubted.chain[-1].name == "Odric Vanbeke"
    assert said.chain[-1].speaker == doubted.chain[-1].speaker is not None


def test_hedges_come_along() -> None:
    assert all_heard()[4][2].hedges == ("reportedly",)


def test_how_a_speaker_knows_comes_along() -> None:
    draft = Draft(Document("n", "A guard who was there said that it rained."))
    said = draft.says("A guard who was there", "said", "that it rained")
    draft.claim([said], Stance.ASSERTS, basis=[(Knowing.EYEWITNESS, "who was there")])
    assert [voice.basis for voice in heard(draft)] == [(("was there", "who was there"),)]


def test_words_whose_speaker_is_nobody_we_know_say_so() -> None:
    draft = Draft(Document("n", "They said that it rained. It was said that it snowed."))
    said = draft.says("They", "said", "that it rained")
    draft.claim([said], Stance.ASSERTS)
    draft.says(None, "was said", "that it snowed")
    first, second = heard(draft)
    assert (names(first), first.has_speaker) == (["n", "They"], False)
    assert (names(second), second.has_speaker) == (["n", "speaker not named"], False)
    assert first.chain[-1].type == second.chain[-1].type == "unresolved"


def test_an_attribution_that_is_no_claim_is_not_lost() -> None:
    draft = Draft(Document("n", "She wondered whether it rained."))
    draft.says("She", "wondered", "whether it rained")
    (voice,) = heard(draft)
    assert (voice.claim, voice.stance, voice.verb) == (None, "told", "says")


def test_two_speakers_in_one_source_are_no_speaker() -> None:
    draft = Draft(Document("n", "Ada Brook and Ito Dunn said that it rained."))
    draft.actor("Ada Brook", ActorType.PERSON)
    draft.actor("Ito Dunn", ActorType.PERSON)
    draft.says("Ada Brook and Ito Dunn", "said", "that it rained")
    (voice,) = heard(draft)
    assert (voice.chain[-1].name, voice.chain[-1].type) == ("Ada Brook and Ito Dunn", "unresolved")


@pytest.mark.parametrize(("at", "told"), [(0, "paraphrased"), (2, "quoted")])
def test_how_much_is_quoted_is_said(at: int, told: str) -> None:
    assert all_heard()[1][at].speech == told


def saying(voice: ClaimShown, words: str, name: str, report: Report | None = None) -> ClaimShown:
    """The voice with other words and another speaker, maybe in another report."""
    pieces = replace(voice.words, pieces=(words,), report=report or voice.words.report)
    return replace(voice, words=pieces, chain=(replace(voice.chain[-1], name=name),))


def test_the_same_words_in_several_reports_are_one_saying() -> None:
    heard_in = all_heard()
    wired = [heard_in[2][1], heard_in[3][1]]
    (one,) = grouped_sayings(wired)
    assert one.claim is wired[0]
    assert one.again == (wired[1],)
    assert one.claims == tuple(wired)
    assert set(one.who.split()) == {key for voice in wired for key in voice.who.split()}


def test_printers_habits_do_not_make_other_words() -> None:
    voice = all_heard()[1][2]
    made = grouped_sayings(
        [
            saying(voice, "“Our guns were silent,”", "A"),
            saying(voice, '"our guns  were silent"', "A"),
        ]
    )
    assert len(made) == 1


def test_a_few_words_of_two_people_are_two_sayings() -> None:
    voice = all_heard()[1][2]
    assert (
        len(
            grouped_sayings(
                [saying(voice, "It was dark.", "A"), saying(voice, "It was dark.", "B")]
            )
        )
        == 2
    )
    long = "They fired from the east bank for twenty minutes and then they stopped."
    assert (
        len(grouped_sayings([saying(voice, long, "A"), saying(voice, long, "a man named A")])) == 1
    )


def test_the_same_words_with_another_stance_are_another_saying() -> None:
    voice = all_heard()[1][2]
    assert len(grouped_sayings([voice, replace(voice, stance="doubts")])) == 2
