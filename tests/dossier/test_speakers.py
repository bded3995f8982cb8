"""The speakers, and all that each of them says."""

from sayso.dossier.page import dossier_page
from sayso.dossier.speakers import GROUPS, SpeakerShown
from sayso.model.comparison import ActorMention, Comparison, SharedActor
from sayso.model.speech import ActorType, Stance
from sayso.model.text import Document
from tests.dossier.compared import sample
from tests.dossier.draft import Draft


def speakers() -> dict[str, SpeakerShown]:
    return {one.names[0]: one for one in dossier_page(sample()).speakers}


def test_every_claim_has_exactly_one_speaker() -> None:
    made = dossier_page(sample())
    said = [voice.words.anchor for one in made.speakers for voice in one.claims]
    every = [voice.words.anchor for report in made.reports for voice in report.read.claims]
    assert sorted(said) == sorted(every)


def test_the_named_come_first_and_who_says_most_before_others() -> None:
    made = dossier_page(sample()).speakers
    ranks = [(GROUPS.index(one.group), -len(one.claims)) for one in made]
    assert ranks == sorted(ranks)


def test_one_speaker_of_two_reports_is_listed_once() -> None:
    vanbeke = speakers()["Odric Vanbeke"]
    assert [report.number for report in vanbeke.reports] == [1, 4]
    assert len(vanbeke.claims) == 3
    assert vanbeke.roles[0] == "its spokesman"
    assert {stance: count for stance, _, count in vanbeke.stance_counts} == {
        "denies": 1,
        "asserts": 1,
        "doubts": 1,
    }


def test_the_unnamed_stay_unnamed_and_apart() -> None:
    made = speakers()
    assert made["the director of Saint Orla hospital"].group == "unnamed"
    commanders = [
        one for one in dossier_page(sample()).speakers if one.names == ("one rebel commander",)
    ]
    assert [len(one.reports) for one in commanders] == [1, 1]
    assert len({one.key for one in commanders}) == 2


def test_an_outlet_in_its_own_voice_is_an_outlet() -> None:
    own = [one for one in dossier_page(sample()).speakers if one.group == "outlet"]
    assert "Pellmere Courier" in {one.names[0] for one in own}
    assert dossier_page(sample()).speaker_count == len(dossier_page(sample()).speakers) - len(own)


def test_a_source_that_is_no_actor_is_unresolved() -> None:
    draft = Draft(Document("n", "They said that it rained."))
    said = draft.says("They", "said", "that it rained")
    draft.claim([said], Stance.ASSERTS)
    (one,) = dossier_page(Comparison((draft.facts(),))).speakers
    assert (one.group, one.names) == ("unresolved", ("They",))


def test_roles_that_differ_in_an_apostrophe_alone_are_one() -> None:
    drafts = []
    for name, role in (("a", "the group's voice"), ("b", "The group’s voice")):
        draft = Draft(Document(name, f"Ada Brook, {role}, said that it rained."))
        actor = draft.actor("Ada Brook", ActorType.PERSON, role=role)
        said = draft.says("Ada Brook", "said", "that it rained")
        draft.claim([said], Stance.ASSERTS, actor)
        drafts.append(draft)
    shared = SharedActor(
        drafts[0].quote("Ada Brook"),
        tuple(ActorMention(one.document.id, one.actors[0].id) for one in drafts),
    )
    facts = tuple(one.facts() for one in drafts)
    (one,) = dossier_page(Comparison(facts, actors=(shared,))).speakers
    assert one.roles == ("the group's voice",)
    assert [len(saying.again) for saying in one.sayings] == [1]
