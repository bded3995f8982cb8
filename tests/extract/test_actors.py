"""Whom a source means: one actor for the names, nouns and pronouns of one speaker."""

from sayso.extract.actors import make_cast, read_speakers
from sayso.extract.casting.tokens import tokenize_text
from sayso.model.speech import Actor, ActorType, Attribution, Kind, Speech
from sayso.model.text import Document, Span


def cast(text: str, *sources: str) -> tuple[Document, list[Actor | None]]:
    """The actor of each source, told by its words; the n-th occurrence is written "he#2"."""
    document = Document("note.txt", text)
    attributions = []
    for number, source in enumerate(sources):
        words, _, count = source.partition("#")
        start = -1
        for _ in range(int(count or 1)):
            start = text.index(words, start + 1)
        content = Span(len(text) - 1 - number, len(text) - number)
        attributions.append(
            Attribution(
                Span(start, start + len(words)),
                None,
                (content,),
                Speech.INDIRECT,
                Kind.SPEECH,
                None,
                1.0,
            )
        )
    found = make_cast(read_speakers(tokenize_text(text), attributions).known)
    actors = {actor.id: actor for actor in found.actors}
    return document, [actors.get(found.speaker.get(one.id, "")) for one in attributions]


def test_full_name_surname_and_pronoun_are_one() -> None:
    text = "Anna Lindqvist, the mayor, said so. She repeated it. Lindqvist left, she added. ......."
    document, actors = cast(text, "Anna Lindqvist", "She", "Lindqvist#2", "she")
    assert actors[0] is not None
    assert actors.count(actors[0]) == 4
    assert document[actors[0].name] == "Anna Lindqvist"
    assert actors[0].type is ActorType.PERSON


def test_roles() -> None:
    text = "Colonel Idren Oskeld, a spokesman for the Ministry of Defence, said so. ....."
    document, (actor,) = cast(text, "Colonel Idren Oskeld")
    assert actor is not None
    assert document[actor.name] == "Idren Oskeld"
    assert actor.role is not None
    text = "“We have links,” said a spokesman for the NVF Tomas Eld Ravik. ....."
    document, (actor,) = cast(text, "a spokesman for the NVF Tomas Eld Ravik")
    assert actor is not None and actor.role is not None
    assert (document[actor.name], document[actor.role]) == (
        "Tomas Eld Ravik",
        "spokesman for the NVF",
    )


def test_the_cue_behind_a_source_is_no_part_of_the_name() -> None:
    text = (
        "21:58\nThe Evening Sextant reports that the bridge was mined. The paper names nobody. ...."
    )
    document, (actor,) = cast(text, "The Evening Sextant")
    assert actor is not None
    assert document[actor.name].removeprefix("The ") == "Evening Sextant"


def test_two_of_one_surname_stay_two() -> None:
    text = (
        "Dr Sefa Oskeld, the director, said so. Colonel Idren Oskeld said no. "
        "Dr Oskeld insisted. .........."
    )
    document, actors = cast(text, "Dr Sefa Oskeld", "Colonel Idren Oskeld", "Dr Oskeld")
    assert actors[0] is not None and actors[1] is not None
    assert actors[0] != actors[1]
    assert document[actors[1].name] == "Idren Oskeld"
    assert actors[2] != actors[1]


def test_a_pronoun_that_may_mean_two_means_nobody() -> None:
    text = "Peter Dorn and Paul Ekman met. He said so. ....."
    assert cast(text, "He")[1] == [None]


def test_unnamed_speakers_stay_unnamed_and_apart() -> None:
    text = "A rebel commander said so. One rebel commander said no. ......."
    _, actors = cast(text, "A rebel commander", "One rebel commander")
    assert actors[0] is not None and actors[1] is not None
    assert actors[0] != actors[1]
    assert not actors[0].named
    assert actors[0].type is ActorType.UNNAMED


def test_the_ministry_is_the_one_named_before() -> None:
    text = "Ruritania's foreign ministry denied it. The ministry also said so. ......"
    document, actors = cast(text, "Ruritania's foreign ministry", "The ministry")
    assert actors[0] is not None
    assert actors[0] == actors[1]
    assert document[actors[0].name] == "Ruritania's foreign ministry"


def test_a_relative_pronoun_means_what_stands_before_it() -> None:
    text = "This follows a report in the Sellan Gazette, which alleged so. ....."
    document, (actor,) = cast(text, "which")
    assert actor is not None
    assert document[actor.name] == "Sellan Gazette"
    assert actor.type is ActorType.MEDIA


def test_an_acronym_in_brackets_is_another_name() -> None:
    text = "The Nine Valleys Front (NVF) said so. The NVF said it again. ....."
    _, actors = cast(text, "The Nine Valleys Front (NVF)", "The NVF")
    assert actors[0] is not None
    assert actors[0] == actors[1]


def test_nobody_in_particular_is_no_speaker() -> None:
    assert cast("You said so, whoever said so. .....", "You", "whoever")[1] == [None, None]


def test_in_an_interview_i_is_the_one_who_is_interviewed() -> None:
    text = (
        "The Gazette spoke with Nelle Haverin, a flour trader. Haverin sells at the landing.\n\n"
        "What do you think of the army's account?\n\n"
        "I think it is wrong. I was there, and my cart was there, and we saw what I say we saw. "
        "You ask your question as if I had dreamt it. I did not.\n\n"
        "Do you hope that you will return?\n\nI hope so. My sister and I think of it. ..."
    )
    document, (first, asked) = cast(text, "I#1", "you")
    assert first is not None
    assert document[first.name] == "Nelle Haverin"
    assert asked == first


def test_every_hyphen_and_apostrophe_spells_one_name() -> None:
    text = (
        "Anne‐Marie O’Dorn said so. Ms O'Dorn added more. Yusuf al-Harbi left, Al‑Harbi said. ...."
    )
    document, actors = cast(text, "Anne‐Marie O’Dorn", "Ms O'Dorn", "Yusuf al-Harbi", "Al‑Harbi")
    assert actors[0] is not None and actors[0] == actors[1]
    assert actors[2] is not None and actors[2] == actors[3]
    assert document[actors[2].name] == "Yusuf al-Harbi"


def test_a_nickname_inside_a_name_is_part_of_it() -> None:
    text = "It was fixed, said Raymond “Tiny” Oskeld. Oskeld said more. ....."
    document, actors = cast(text, "Raymond “Tiny” Oskeld", "Oskeld#2")
    assert actors[0] is not None and actors[0] == actors[1]
    assert document[actors[0].name] == "Raymond “Tiny” Oskeld"


def test_a_role_with_what_it_is_of_stands_before_its_bearer() -> None:
    text = "The acting head of the port of Dorn, Dr Felix Arne, said so. Dr Arne left, he said. ..."
    document, actors = cast(text, "The acting head of the port of Dorn, Dr Felix Arne,", "he#4")
    assert actors[0] is not None and actors[0].role is not None
    assert document[actors[0].name] == "Felix Arne"
    assert document[actors[0].role] == "acting head of the port of Dorn"
    assert actors[1] == actors[0]


def test_what_stands_behind_a_name_parts_only_generations() -> None:
    text = (
        "We spoke with Lorna Dorn KC here. Ms Dorn said no. We met George Orel Sr. here. "
        "We also met George Orel Jr. here. ......."
    )
    _, actors = cast(text, "Lorna Dorn KC", "Ms Dorn", "George Orel Sr", "George Orel Jr")
    assert actors[0] is not None and actors[0] == actors[1]
    assert actors[2] is not None and actors[3] is not None and actors[2] != actors[3]


def test_a_surname_may_be_a_noun() -> None:
    text = "Judge Robert King ruled so. King said why. Mr King left. ....."
    _, actors = cast(text, "Judge Robert King", "King#2", "Mr King")
    assert actors[0] is not None
    assert actors.count(actors[0]) == 3


def test_a_first_name_is_a_short_form_too() -> None:
    text = "Zhang Ruolan wrote of it. Ms Zhang said so. ....."
    _, actors = cast(text, "Zhang Ruolan", "Ms Zhang")
    assert actors[0] is not None and actors[0] == actors[1]


def test_a_text_in_capitals_has_names_roles_and_pronouns() -> None:
    text = (
        'THE FRONT DENIED THE RAID, COLONEL IDRIS OSKELD SAID. "WE WERE ASLEEP," HE SAID. '
        "OSKELD NAMED NOBODY."
    )
    document, actors = cast(text, "THE FRONT", "COLONEL IDRIS OSKELD", "HE#3", "OSKELD#2")
    assert actors[0] is not None and actors[1] is not None
    assert document[actors[1].name] == "IDRIS OSKELD"
    assert actors[1:] == [actors[1]] * 3


def test_sex_tells_two_speakers_apart() -> None:
    text = "Peter Dorn met Anna Roll. She said so, and he said no. ....."
    document, actors = cast(text, "She", "he#2")
    assert [document[actor.name] for actor in actors if actor] == ["Anna Roll", "Peter Dorn"]


def test_a_pronoun_tells_the_sex_of_the_only_one_at_hand() -> None:
    text = "Ruel Osk spoke. He left early.\n\nPetra Dorn came. He said so. ......"
    document, (actor,) = cast(text, "He#2")
    assert actor is not None and document[actor.name] == "Ruel Osk"


def test_one_of_unknown_sex_who_just_spoke_leaves_it_open() -> None:
    text = "Peter Dorn said so. Ruel Osk said no. He added more. ......"
    assert cast(text, "Peter Dorn", "Ruel Osk", "He")[1][2] is None


def test_who_is_named_inside_a_quotation_is_not_meant_outside() -> None:
    text = "Peter Dorn spoke. “They said that about Paul,” he said. ......"
    document, (actor,) = cast(text, "he#2")
    assert actor is not None and document[actor.name] == "Peter Dorn"
