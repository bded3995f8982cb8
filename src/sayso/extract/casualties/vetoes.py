"""What must never be read as harm, whatever the weights say: each veto has a name and a rule."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.counted_people import CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.vetoes import veto_words
from sayso.model.happening import Harm
from sayso.text.words import lower_at

MAX_WORDS_TO_PICTURE = 6  # words between a verb and "on camera"
MAX_WORDS_TO_SURVIVAL = 5  # words between a death and "but survived"

Veto = Callable[[CasualtySentence, HarmPredicate], bool]


def is_vetoed(sentence: CasualtySentence, group: CountedGroup, predicate: HarmPredicate) -> bool:
    """Whether a predicate cannot tell the harm of a group; a number of things is never harmed."""
    return group.things or any(veto(sentence, predicate) for veto in VETOES.values())


def _is_fiction(sentence: CasualtySentence, _: HarmPredicate) -> bool:
    """A story or a game: "in the novel a vicar poisons six"."""
    return sentence.is_fiction


def _is_picture(sentence: CasualtySentence, predicate: HarmPredicate) -> bool:
    """A picture of somebody: "a camera captured two men", but not "a video of captured men"."""
    if predicate.harm is not Harm.CAPTURED or predicate.frame is not Frame.VERBS:
        return False
    known, tokens = veto_words(), sentence.tokens
    before = lower_at(tokens, predicate.first - 1)
    if before in harm_words().helpers or before.endswith("ly"):
        before = lower_at(tokens, predicate.first - 2)
    spelt = [word.lower for word in tokens[predicate.last : predicate.last + MAX_WORDS_TO_PICTURE]]
    return before in known.cameras or any(pair in known.on_camera for pair in pairwise(spelt))


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
