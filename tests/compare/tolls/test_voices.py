"""Who gives a figure, and which voices are one."""

from dataclasses import replace

from sayso.compare.sources.belligerents import sides_by_name
from sayso.compare.tolls.voices import FigureVoice, StoryVoices
from sayso.model.speech import ActorType, Stance
from tests.compare.told import Told

PERSON, ORGANISATION, STATE, MEDIA = (
    ActorType.PERSON,
    ActorType.ORGANISATION,
    ActorType.STATE,
    ActorType.MEDIA,
)


def says(
    speaker: str,
    outlet: str = "Gazette",
    type_: ActorType = PERSON,
    stance: Stance = Stance.ASSERTS,
    named: bool = True,
    before: str = "",
    role: str | None = None,
) -> Told:
    """A report in which a speaker counts 12 dead."""
    told = Told(f"{before}{speaker} said 12 people died.", outlet)
    claim = told.says(speaker, "12 people died", type_, stance, role, named)
    told.figure("said 12", claim=claim)
    return told


def voices_of(*told: Told, origin: str | None = None) -> list[FigureVoice]:
    """The voice of the last figure of each report; all reports are of one origin if it is given."""
    pile = [report.facts() for report in told]
    origins = {facts.document.id: origin or facts.document.id for facts in pile}
    voices = StoryVoices(pile, origins, sides_by_name(facts.document.text for facts in pile))
    return [voices.voice_of(facts, facts.figures[-1]) for facts in pile]


def are_one(*told: Told, origin: str | None = None) -> bool:
    return len({voice.key for voice in voices_of(*told, origin=origin)}) == 1


def test_a_figure_that_nobody_is_said_to_give_is_the_outlets() -> None:
    told = Told("12 people died.", "Gazette")
    told.figure("12")
    (voice,) = voices_of(told)
    assert voice == FigureVoice(("own", told.facts().document.id), None, None, Stance.ASSERTS)


def test_reports_of_one_origin_are_one_voice() -> None:
    first, second = Told("12 people died.", "Gazette"), Told("12 people died!", "Post")
    first.figure("12")
    second.figure("12")
    assert are_one(first, second, origin="agency")
    assert not are_one(first, second)


def test_a_speaker_is_named_and_keeps_the_stance_of_the_claim() -> None:
    (voice,) = voices_of(says("Jonna Wick", stance=Stance.DENIES))
    assert voice == FigureVoice(("person", "wick"), "Jonna Wick", None, Stance.DENIES)


def test_a_person_is_one_voice_by_surname_while_the_story_has_one_initial() -> None:
    assert are_one(says("Jonna Wick"), says("Dr Wick", "Post"))
    assert not are_one(says("Jonna Wick"), says("Sefa Wick", "Post"))
    assert are_one(says("Jonna Wick"), says("Judge Jonna Wick", "Post"))  # titles are no names
    three = voices_of(says("Jonna Wick"), says("Sefa Wick", "Post"), says("Wick", "Echo"))
    assert len({voice.key for voice in three}) == 3


def test_an_unnamed_speaker_is_one_voice_within_an_origin() -> None:
    first = says("an officer", type_=ActorType.UNNAMED, named=False)
    second = says("An officer", "Post", ActorType.UNNAMED, named=False)
    assert are_one(first, second, origin="agency")
    assert not are_one(first, second)


def test_a_body_is_one_voice_in_all_reports() -> None:
    first = says("The Tarn Committee", type_=ORGANISATION)
    assert are_one(first, says("the Tarn Committee", "Post", ORGANISATION))
    assert not are_one(first, says("The Sedge Committee", "Post", ORGANISATION))


def test_a_bare_word_for_a_body_is_the_only_longer_name_of_the_report() -> None:
    told = Told("The Defence Ministry spoke. The ministry said 12 people died.", "Post")
    told.says("The Defence Ministry", "spoke", STATE)
    claim = told.says("The ministry", "12 people died", ORGANISATION, named=False)
    told.figure("said 12", claim=claim)
    (voice,) = voices_of(told)
    assert voice.key == ("body", "defence", "ministry")
    two = Told(
        "The Defence Ministry spoke, and the Health Ministry; the ministry said 12 died.", "Post"
    )
    two.says("The Defence Ministry", "spoke", STATE)
    two.says("the Health Ministry", "spoke", STATE)
    claim = two.says("the ministry", "12 died", ORGANISATION, named=False)
    two.figure("said 12", claim=claim)
    (voice,) = voices_of(two)
    assert voice.key[0] == "unnamed"


def test_a_paper_that_another_report_cites_is_its_own_voice() -> None:
    told = Told("12 people died.", "The Daily Plumbline")
    told.figure("12")
    assert are_one(told, says("The Daily Plumbline", "Review", MEDIA))
    assert not are_one(told, says("The Daily Anvil", "Review", MEDIA))


def test_a_report_that_names_itself_is_the_outlets_voice() -> None:
    (voice,) = voices_of(says("This article", type_=ActorType.DOCUMENT))
    assert voice.name is None
    (voice,) = voices_of(says("We", type_=ActorType.UNNAMED, named=False, stance=Stance.DOUBTS))
    assert (voice.name, voice.stance) == (None, Stance.DOUBTS)


def test_a_side_comes_from_the_words_for_the_speaker() -> None:
    assert [voice.side for voice in voices_of(says("The army", type_=STATE))] == ["state"]
    assert [voice.side for voice in voices_of(says("A doctor"))] == [None]


def test_a_side_in_one_report_holds_in_all_reports_unless_they_disagree() -> None:
    plain = says("Idren Wick", "Post")
    rebel = says("Idren Wick", before="It was the rebel commander. ", role="rebel commander")
    officer = says("Idren Wick", before="It was the army chief. ", role="army chief")
    assert [voice.side for voice in voices_of(plain, rebel)] == ["rebel", "rebel"]
    assert [voice.side for voice in voices_of(plain, rebel, officer)] == [None, None, None]


def test_a_source_without_an_actor_is_its_words_in_its_origin() -> None:
    told = Told("A man from the militia said 12 people died.", "Gazette")
    claim = replace(told.says("A man from the militia", "12 people died"), speaker=None)
    told.marked |= {"actors": [], "claims": [claim]}
    told.figure("said 12", claim=claim)
    (voice,) = voices_of(told)
    assert voice.key == ("words", told.facts().document.id, "a man from the militia")
    assert (voice.name, voice.side) == ("A man from the militia", "rebel")
