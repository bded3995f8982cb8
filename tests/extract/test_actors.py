"""Whom a source means: one actor for the names, nouns and pronouns of one speaker."""

from sayso.extract.actors import find_actors
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
    found = find_actors(text, attributions)
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
