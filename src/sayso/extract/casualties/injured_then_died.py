"""Whoever was shot and died of it: told in two sentences, it is one person killed, nobody injured."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.lexicon.actors import nouns
from sayso.lexicon.harms import around, harm_words
from sayso.lexicon.people import forenames
from sayso.model.happening import Figure, Harm, Precision
from sayso.text.words import words

OF_AGE = 18
BESIDE = 100  # characters between figures that stand beside each other


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody as the text calls them: the last word, the sex it shows, whether it is of a child
    (None: it does not say), whether it points to somebody told of before, or to somebody else."""

    called: str
    sex: str | None
    young: bool | None
    definite: bool
    second: bool  # "another man"

    def may_be(self, other: "_Person") -> bool:
        """Whether nothing in the words speaks against their being the same."""
        return not (
            (self.sex and other.sex and self.sex != other.sex)
            or (None not in (self.young, other.young) and self.young is not other.young)
            or self.second
            or other.second
        )

    def is_likely(self, other: "_Person") -> bool:
        """Whether the words speak for it: they are called the same, or by words for anybody."""
        anybody = harm_words().anybody
        named = self.called in anybody or other.called in anybody or (self.young and other.young)
        return self.may_be(other) and (self.called == other.called or bool(named))


def with_fates(
    text: str, figures: Sequence[Figure], unsettled: Collection[str]
) -> tuple[Figure, ...]:
    """The figures, those `unsettled` (by id: one person shot or stabbed, and no more said) counted as
    killed where the report tells of that death.

    It does where it tells that one died who is called the same ("a boy" and "the boy"); or who may be
    meant ("the victim", "he") where nobody else came to harm. Otherwise nothing changes.
    """
    fatal = _died(text, figures, unsettled) | _all_died(text, figures, unsettled)
    fatal |= _lists_of(figures, fatal)
    killed = {one.id: replace(one, harm=Harm.KILLED) for one in figures if one.id in fatal}
    fated = [killed.get(one.id, one) for one in figures]
    return tuple(
        replace(one, part_of=killed[one.part_of].id) if one.part_of in killed else one
        for one in fated
    )


def _died(text: str, figures: Sequence[Figure], unsettled: Collection[str]) -> set[str]:
    """Of people told of one by one, those who died."""
    single = [one for one in figures if _is_single(one, figures) and not one.hypothetical]
    shot = {one.id: _person(text, one) for one in single if one.id in unsettled}
    dead = [_person(text, one) for one in single if one.harm is Harm.KILLED]
    if not shot or not dead:
        return set()
    same = {one.called for one in dead} - harm_words().anybody
    living = [
        _person(text, one) for one in single if one.harm is Harm.INJURED and one.id not in shot
    ]
    living += [one for one in shot.values() if not one.definite and one.called not in same]
    crowd = any(map(_is_crowd, figures))
    return {
        name
        for name, one in shot.items()
        if (one.called in same and not one.second) or (not crowd and _is_dead(one, dead, living))
    }


def _all_died(text: str, figures: Sequence[Figure], unsettled: Collection[str]) -> set[str]:
    """Of people counted, those whose number and name are those of the dead: "four people were shot",
    "the four people died"."""
    numbered = [one for one in figures if _is_crowd(one) and one.low is not None]
    dead = [one for one in numbered if one.harm is Harm.KILLED and not one.hypothetical]
    return {
        one.id
        for one in numbered
        if one.id in unsettled
        and any(
            (one.low, one.high) == (other.low, other.high)
            and _crowd(text, one) == _crowd(text, other)
            for other in dead
        )
    }


def _crowd(text: str, figure: Figure) -> str:
    """What those counted are called, "people" where they are called nothing else."""
    called = _person(text, figure).called if figure.who else "people"
    return "people" if called in harm_words().crowd else called


def _lists_of(figures: Sequence[Figure], fatal: Collection[str]) -> set[str]:
    """The lists of people all of whom died."""
    alive = {one.part_of for one in figures if one.id not in fatal}
    return {one.part_of for one in figures if one.part_of and one.id in fatal} - alive


def _is_dead(one: _Person, dead: Sequence[_Person], living: Sequence[_Person]) -> bool:
    """Whether one of the dead must be meant: it may be, and nobody else who was harmed can be."""
    for other in dead:
        if not (one.is_likely(other) or (one.definite and one.may_be(other))):
            continue
        rivals = (who for who in living if who is not one and not who.is_likely(one))
        if not any(who.may_be(other) for who in rivals):
            return True
    return False


def _is_single(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether one comes to harm: "a man", "one of the men"; where a count of the dead stands beside a
    "one", they are several ("one dead, one in hospital")."""
    if figure.kind is Precision.IMPLIED:
        return True
    return figure.low == figure.high == 1 and not any(
        other.harm is Harm.KILLED
        and other.kind is not Precision.IMPLIED
        and 0 < abs(other.span.start - figure.span.start) < BESIDE
        for other in figures
    )


def _is_crowd(figure: Figure) -> bool:
    """Whether more than one came to harm."""
    harmed = figure.harm in (Harm.KILLED, Harm.INJURED)
    return harmed and figure.kind is not Precision.IMPLIED and figure.high != 1


def _person(text: str, figure: Figure) -> _Person:
    span = figure.who or figure.span
    told = [word.lower for word in words(text, span.start, span.end)]
    before = [word.lower for word in words(text, max(0, span.start - 12), span.start)]
    called, lexicon = told[-1], harm_words()
    known = nouns().get(called)
    sex = known.sex if known else lexicon.sexes.get(called) or forenames().get(told[0])
    young: bool | None = None
    if called in lexicon.young or called in lexicon.grown:
        young = called in lexicon.young
    if told[0].isdigit() and "year" in told:
        young = int(told[0]) < OF_AGE
    definite = not (before and before[-1] in around("article")) and figure.span.start == span.start
    second = bool({"another", "other", "second", "third"} & {*told, *before[-1:]})
    return _Person(called, sex, young, definite, second)
