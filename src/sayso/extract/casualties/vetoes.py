"""What must never be read as harm, whatever the weights say: each veto has a name and a rule."""

from collections.abc import Callable, Mapping

from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.counted_people import CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.harms import Frame
from sayso.lexicon.vetoes import veto_words
from sayso.model.happening import Harm
from sayso.text.words import lower_at

MAX_WORDS_TO_SURVIVAL = 5  # words between a death and "but survived"

Veto = Callable[[CasualtySentence, HarmPredicate], bool]


def is_vetoed(sentence: CasualtySentence, group: CountedGroup, predicate: HarmPredicate) -> bool:
    """Whether a predicate cannot tell the harm of a group; a number of things is never harmed."""
    return group.things or any(veto(sentence, predicate) for veto in VETOES.values())


def _is_fiction(sentence: CasualtySentence, _: HarmPredicate) -> bool:
    """A story, a play, a game: "in the novel a vicar poisons six"."""
    return "fiction" in sentence.settings


def _is_picture(sentence: CasualtySentence, predicate: HarmPredicate) -> bool:
    """A picture of somebody: "a camera captured two men"."""
    pictured = "camera" in sentence.settings and predicate.harm is Harm.CAPTURED
    return pictured and predicate.frame is Frame.VERBS


def _is_idiom(sentence: CasualtySentence, predicate: HarmPredicate) -> bool:
    """A verb with "it": "she killed it on stage"."""
    return predicate.frame is Frame.VERBS and lower_at(sentence.tokens, predicate.last) == "it"


def _survived(sentence: CasualtySentence, predicate: HarmPredicate) -> bool:
    """Somebody who lived: "buried alive but survived", "left to die"."""
    if predicate.harm is not Harm.KILLED:
        return False
    known, tokens = veto_words(), sentence.tokens
    before = tuple(word.lower for word in tokens[max(0, predicate.first - 2) : predicate.first])
    if before in known.before_death or before[-1:] in known.before_death:
        return True
    places = range(predicate.last, predicate.last + MAX_WORDS_TO_SURVIVAL)
    return any(
        lower_at(tokens, place) == "but" and lower_at(tokens, place + 1) in known.survival
        for place in places
    )


VETOES: Mapping[str, Veto] = {
    "fiction": _is_fiction,
    "picture": _is_picture,
    "idiom": _is_idiom,
    "survived": _survived,
}
