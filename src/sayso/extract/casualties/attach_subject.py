"""Harm that stands behind the people it was done to: "12 were killed", "12 dead", "two men riding a
mule died"."""

from collections.abc import Sequence

from sayso.extract.casualties.appositives import aside_end
from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.counted_people import STOPS, CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.extract.casualties.harmed_subject import has_other_subject, outcome, takes_subject
from sayso.extract.casualties.person_names import is_person
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.numbers import number_words
from sayso.model.happening import Precision
from sayso.text.marks import is_possessive
from sayso.text.words import Word, lower_at

MAX_DESCRIBING_WORDS = 2  # words between a number and the noun of harm that it counts
MAX_WORDS_TO_PREDICATE = 14  # words between those counted and what was done to them
MAX_WORDS_WITH_ASIDES = 100  # the same, where asides stand between


def predicate_behind(sentence: CasualtySentence, at: int) -> HarmPredicate | None:
    """The harm of a group, by its own noun, by a noun beside it, or by a predicate behind it."""
    group = sentence.readings[at].group
    return (
        _own_noun(sentence, group)
        or _described_noun(sentence, group)
        or _owned_noun(sentence, group)
        or _SubjectSearch(sentence, group).predicate()
    )


def _own_noun(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """The noun of harm that is counted: "12 deaths", not "12 killers"."""
    places = range(group.number_stop, group.stop)
    doers = harm_words().doers
    return next(
        (
            predicate
            for predicate in map(sentence.predicate_at, places)
            if predicate is not None and sentence.tokens[predicate.first].lower not in doers
        ),
        None,
    )


def _described_noun(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """A noun of harm behind a word or two that describe it: "one needless death"."""
    if group.number.kind is Precision.IMPLIED:
        return None
    tokens, counted = sentence.tokens, harm_words().counted_harm
    for step in range(1, MAX_DESCRIBING_WORDS + 1):
        noun = sentence.predicate_at(group.number_stop + step)
        if noun is None or noun.frame is not Frame.NOUNS:
            continue
        if lower_at(tokens, noun.last - 1) not in counted:
            continue
        if all(_may_describe(word.lower) for word in tokens[group.number_stop : noun.first]):
            return noun
    return None


def _may_describe(lower: str) -> bool:
    """Whether a word may describe a noun of harm."""
    lexicon = harm_words()
    closed = (lexicon.preposition, lexicon.passive, lexicon.opening, lexicon.predicates)
    return lower.isalpha() and not any(lower in words for words in closed)


def _owned_noun(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """The noun of harm behind a name with 's: "Ana Roll's murder"."""
    tokens = sentence.tokens
    if not group.has_noun or not is_possessive(tokens[group.stop - 1].lower):
        return None
    noun = sentence.predicate_at(group.stop) or sentence.predicate_at(group.stop + 1)
    return noun if noun is not None and tokens[noun.first].lower in harm_words().owned else None


class _SubjectSearch:
    """Reads on behind a counted group, word by word, up to the predicate that it is the subject of.

    `in_phrase`: within words that say where, of what or doing what ("two men riding a mule").
    `doing`: these words began with a form in -ing.
    `in_relative`: within a clause that says what else the group did ("who had fled").
    """

    def __init__(self, sentence: CasualtySentence, group: CountedGroup) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.start = self.place = group.stop
        self.limit = group.stop + MAX_WORDS_TO_PREDICATE
        self.governed = is_governed(sentence.tokens, group.first)
        self.in_phrase = self.doing = self.in_relative = False

    def predicate(self) -> HarmPredicate | None:
        """The harm of the group, None where the sentence goes on to something else."""
        while self.place < len(self.tokens) and self.place <= self.limit:
            here = self.sentence.predicate_at(self.place)
            if here is not None:
                if self.governed and (here.passive or here.frame is Frame.HAPPEN):
                    return None  # "the mother of two boys died"
                near = self.place == self.start or not self.in_phrase
                if takes_subject(self.sentence, here, near):
                    return outcome(self.sentence, here)
            if self._passes_aside() or self._passes_age():
                continue
            group = self.sentence.group_at(self.place)
            if group is not None:
                if self.in_relative:
                    return None
                self._pass_group(group)
            elif self._ends() or not self._reads_on(has_predicate=here is not None):
                return None
            else:
                self.place += 1
        return None

    def _passes_aside(self) -> bool:
        """Go to the end of an aside that opens here: ", three of them nurses,"."""
        behind = aside_end(self.tokens, self.place) if not self.governed else None
        if behind is None:
            return False
        self.limit = min(self.limit + behind - self.place, self.start + MAX_WORDS_WITH_ASIDES)
        self.place, self.in_phrase = behind, False
        return True

    def _passes_age(self) -> bool:
        """Go behind the age in "Ana Roll, 34"."""
        if self.tokens[self.place].lower != ",":
            return False
        if not lower_at(self.tokens, self.place + 1).isdigit():
            return False
        self.place += 2
        return True

    def _pass_group(self, group: CountedGroup) -> None:
        """Go behind another group; as one more of a list, it ends a phrase of the group before."""
        if self.tokens[self.place - 1].lower in harm_words().around.listing_any:
            self.in_phrase = False
        self.place = group.stop

    def _ends(self) -> bool:
        """Whether the sentence goes on to something else than the group here."""
        lower = self.tokens[self.place].lower
        if lower in STOPS or self.governed or has_other_subject(self.tokens, self.place):
            return True
        leaves_relative = (
            lower in harm_words().opening and lower not in harm_words().around.carrying
        )
        return self.in_relative and leaves_relative

    def _reads_on(self, has_predicate: bool) -> bool:
        """Take in a word that is no predicate of the group; False where the group ends before it."""
        lexicon, lower = harm_words(), self.tokens[self.place].lower
        is_verb_word = lower in lexicon.passive
        if self.tokens[self.place - 1].lower == "who" and not is_verb_word:
            self.in_relative = self.in_phrase = True
        opens_phrase = (
            self.place == self.start
            and not has_predicate
            and (lower.endswith("ing") or lower in lexicon.described)
        )
        if lower in lexicon.preposition or opens_phrase:
            self.in_phrase = True  # "two men riding a mule were killed", "four suspected of it"
            self.doing = self.doing or lower.endswith("ing")
        elif is_verb_word or lower.endswith("ly"):
            still_doing = self.doing and lower not in lexicon.helpers
            self.in_phrase = self.in_relative or still_doing
        elif not (self.in_phrase or _goes_on(self.tokens, self.place)):
            return False
        return True


def _goes_on(tokens: Sequence[Word], at: int) -> bool:
    """Whether the group goes on: in a list ("two soldiers or guards were killed"), or with a name ("a man
    named Ana Roll was killed")."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower in lexicon.around.going_on or lower in lexicon.known_as:
        return True
    return tokens[at - 1].lower in harm_words().around.joining and (
        lower in lexicon.people or lower in harm_words().around.owner
    )


def is_governed(tokens: Sequence[Word], first: int) -> bool:
    """Whether a preposition makes a group part of the description of someone else: "by three men", "the
    mother of two boys"."""
    at = first - 1
    while at > 0 and tokens[at].lower in harm_words().around.owner:
        at -= 1
    if at < 0:
        return False
    if tokens[at].lower == "of":
        return at > 0 and (is_person(tokens, at - 1) or _is_share(tokens[at - 1].lower))
    return tokens[at].lower in harm_words().around.governing and at == first - 1


def _is_share(lower: str) -> bool:
    """Whether a word says how many of a number, or none of it: "none of the 12 passengers"."""
    return lower in harm_words().around.share or lower in number_words().ones
