"""What a noun phrase means: a deed ("the closure of the port"), a new thing, or one that is known."""

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import filterfalse

from sayso.extract.speech.finite_verbs import finite_verb, is_adverb, is_gerund, is_infinitive
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.denials import denial_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.propositions import proposition_words, verb_kinds
from sayso.text.words import Word

MAX_POINTING_WORDS = 3


class NounPhrase:
    """The words of a noun phrase, with their text; where it `is_titled`, capitals make no names."""

    def __init__(self, body: str, spelt: Sequence[Word], is_titled: bool = False) -> None:
        self._body = body
        self._is_titled = is_titled
        opens = spelt[0].lower in clause_words().prepositions or spelt[0].lower in ("of", "as")
        self._opening = spelt[0].lower if opens and len(spelt) > 1 else ""
        self._spelt = spelt[1:] if self._opening else spelt
        self._lower = [word.lower for word in self._spelt]

    def has_any(self, wanted: Collection[str]) -> bool:
        """Whether one of some words stands in it."""
        return any(word in wanted for word in (self._opening, *self._lower))

    @property
    def is_about(self) -> bool:
        """Whether it is only what is spoken of: "about the deal"."""
        return self._opening in proposition_words().about

    @property
    def opens_with_gerund(self) -> bool:
        """Whether a verb in -ing opens it: "supplying drones"."""
        return is_gerund(next(filterfalse(is_adverb, self._lower), ""))

    @property
    def has_reason(self) -> bool:
        """Whether it holds somebody and, in -ing, what they did: "him for not answering"."""
        for at in range(1, len(self._lower) - 1):
            if self._lower[at] in proposition_words().reasons:
                behind = next(filterfalse(is_adverb, self._lower[at + 1 : at + 4]), "")
                if is_gerund(behind):
                    return not proposition_words().is_deed(behind) or behind in verb_kinds()
        return False

    @cached_property
    def _head(self) -> int:
        """The number of the noun that the phrase is about: the last word before a preposition or verb."""
        stops = clause_words().prepositions | proposition_words().complements
        inside = proposition_words().inside
        for at in range(1, len(self._lower)):
            word = self._lower[at]
            if word in stops or word in inside or word in ("that", "including"):
                return at - 1
            if is_gerund(word) and self._lower[at - 1] not in clause_words().determiners:
                return at - 1
        return len(self._lower) - 1

    @property
    def _noun(self) -> str:
        return self._lower[self._head].removesuffix("'s")

    @property
    def _behind(self) -> str:
        """The word behind its noun."""
        return next(iter(self._lower[self._head + 1 : self._head + 2]), "")

    @property
    def has_that_clause(self) -> bool:
        """Whether a noun for something said or done has its clause: "the claim that"."""
        if self._behind not in ("that", "whether") or not self._is_said_or_done(self._noun):
            return False
        behind = self._spelt[self._head + 2 : self._head + 3]
        return finite_verb(self._body, behind, doubtful=False) is None

    @property
    def has_plan(self) -> bool:
        """Whether a noun for something said or done has its verb: "plans to", "the risk of losing"."""
        at = self._head + 1
        if at >= len(self._spelt) or not self._is_said_or_done(self._noun):
            return False
        if is_infinitive(self._body, self._spelt, at):
            return True
        behind = self._lower[at + (self._behind in ("of", "for")) : at + 2]
        return bool(behind) and is_gerund(behind[0])

    def _is_said_or_done(self, noun: str) -> bool:
        if noun in proposition_words().deed_things:
            return False
        return noun in proposition_words().sayings or proposition_words().is_deed(noun)

    @property
    def is_plan(self) -> bool:
        """Whether its last noun is one that an infinitive explains: "a deal to end the war"."""
        noun = self._lower[-1]
        return (
            self._is_said_or_done(noun)
            or noun in denial_words().wish
            or noun in proposition_words().information
        )

    @property
    def tells_deed(self) -> bool:
        """Whether its noun is one for something that is done or holds."""
        return proposition_words().is_deed(self._noun)

    @property
    def tells_whole_deed(self) -> bool:
        """Whether it tells a deed with what it is done to or who did it."""
        if not self.tells_deed:
            return False
        return self.tells_deed_to_something or self._has_owner

    @property
    def tells_deed_to_something(self) -> bool:
        """Whether it tells a deed with what it is done to: "the closure of the port"."""
        return self.tells_deed and self._behind in proposition_words().complements

    @property
    def _has_owner(self) -> bool:
        """Whether somebody's name or pronoun stands before its noun."""
        return any(
            word in grammar().possessives_all or word.endswith(("'s", "s'"))
            for word in self._lower[: self._head]
        )

    @property
    def is_indefinite(self) -> bool:
        """Whether it opens as a thing not known before, perhaps behind one whom it is for: "him a car"."""
        is_for_one = len(self._lower) > 1 and self._lower[0] in grammar().pronouns_object
        first = self._lower[is_for_one]
        return first in proposition_words().indefinite or first[0].isdigit()

    @property
    def is_new(self) -> bool:
        """Whether it is an indefinite thing, and not mere information."""
        if self._lower[0] in proposition_words().deed_things or len(self._noun) < 2:
            return False
        if self._noun in proposition_words().information or self._noun in clause_words().pronouns:
            return False
        if self.is_indefinite:
            return True
        first = self._lower[0]
        known = clause_words().determiners | grammar().demonstratives | grammar().possessives_all
        is_name = self._body[self._spelt[0].start].isupper() and not self._is_titled
        pronouns = grammar().pronouns_object | grammar().pronouns_subject
        return not (is_name or first in known or first in pronouns or self._has_owner)

    @property
    def is_answerable(self) -> bool:
        """Whether it holds a noun for something said or done, or only points back at one."""
        if self._noun in denial_words().wish:
            return False
        if len(self._lower) <= MAX_POINTING_WORDS and self._lower[0] in denial_words().pronouns:
            return True
        return self._noun in denial_words().nouns or proposition_words().is_deed(self._noun)

    @property
    def is_predicate(self) -> bool:
        """Whether it holds a thing and what it is: "the report a lie", "him as a thief"."""
        inner = self._lower[1:]
        if inner and self._lower[0] in grammar().pronouns_object:
            return True
        if self._opening == "as" or "as" in inner or (inner and _is_judging(inner[-1])):
            return True
        return any(
            word in grammar().indefinite_articles and not self._follows_small_word(at)
            for at, word in enumerate(self._lower)
            if at
        )

    def _follows_small_word(self, at: int) -> bool:
        before = self._lower[at - 1]
        return before in clause_words().prepositions or before in grammar().conjunctions_joining


def _is_judging(word: str) -> bool:
    """Whether a word that ends a phrase says what the thing before it is like: "the report absurd"."""
    lexicon = proposition_words()
    return word in lexicon.judging or word.endswith(lexicon.judging_endings)
