"""People who were shot, and who died according to another sentence: they are killed, not
injured."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.lexicon.actors import speaker_nouns
from sayso.lexicon.harms import harm_words
from sayso.lexicon.people import forenames
from sayso.model.happening import Figure, Harm, Precision
from sayso.text.words import words

ADULT_YEARS = 18
MAX_CHARACTERS_BETWEEN = 100  # characters between figures that stand beside each other
MAX_PEOPLE_COMPARED = 60  # living and dead; among more, a description fits too many to tell
CHARACTERS_BEFORE = 12  # characters before a person where an article may stand


@dataclass(frozen=True, slots=True)
class _PersonDescription:
    """Somebody as the text calls them.

    `called` is the last word. `sex` and `young` are None if the words do not say. `definite`: the
    words point to somebody mentioned before. `second`: they point to somebody else ("another man").
    """

    called: str
    sex: str | None
    young: bool | None
    definite: bool
    second: bool

    def may_be(self, other: "_PersonDescription") -> bool:
        """Whether the words allow that both are the same person."""
        return not (
            (self.sex and other.sex and self.sex != other.sex)
            or (None not in (self.young, other.young) and self.young is not other.young)
            or self.second
            or other.second
        )

    def is_likely(self, other: "_PersonDescription") -> bool:
        """Whether they are called the same, or by words that fit anyone."""
        anybody = harm_words().anybody
        general = self.called in anybody or other.called in anybody or (self.young and other.young)
        return self.may_be(other) and (self.called == other.called or bool(general))


def with_later_deaths(
    text: str, figures: Sequence[Figure], unsettled: Collection[str]
) -> tuple[Figure, ...]:
    """The figures; those whose death the report mentions elsewhere are counted as killed.

    `unsettled` are the ids of people who were shot or stabbed, without a word on whether they died. Such
    a person died if the report mentions the death of someone with the same description ("a boy" and
    "the boy"), or of someone who may be meant ("the victim", "he") if no one else came to harm.
    """
    fatal = _single_deaths(text, figures, unsettled) | _group_deaths(text, figures, unsettled)
    fatal |= _fatal_lists(figures, fatal)
    killed = {
        figure.id: replace(figure, harm=Harm.KILLED) for figure in figures if figure.id in fatal
    }
    settled = [killed.get(figure.id, figure) for figure in figures]
    return tuple(
        replace(figure, part_of=killed[figure.part_of].id) if figure.part_of in killed else figure
        for figure in settled
    )


def _single_deaths(text: str, figures: Sequence[Figure], unsettled: Collection[str]) -> set[str]:
    """The ids of people mentioned one by one who were shot and died."""
    if not unsettled:
        return set()
    single = [figure for figure in _single_figures(figures) if not figure.hypothetical]
    shot = {figure.id: _description(text, figure) for figure in single if figure.id in unsettled}
    dead = {_description(text, figure) for figure in single if figure.harm is Harm.KILLED}
    if not shot or not dead:
        return set()
    same = {person.called for person in dead} - harm_words().anybody
    living = {
        _description(text, figure)
        for figure in single
        if figure.harm is Harm.INJURED and figure.id not in shot
    }
    living |= {
        person for person in shot.values() if not person.definite and person.called not in same
    }
    crowd = any(map(_is_crowd, figures)) or len(dead) + len(living) > MAX_PEOPLE_COMPARED
    died = {
        person: (person.called in same and not person.second)
        or (not crowd and _must_be_dead(person, dead, living))
        for person in set(shot.values())
    }
    return {name for name, person in shot.items() if died[person]}


def _group_deaths(text: str, figures: Sequence[Figure], unsettled: Collection[str]) -> set[str]:
    """The ids of groups with the number and name of the dead: "four people were shot", "the four
    people died"."""
    groups = [figure for figure in figures if _is_crowd(figure) and figure.low is not None]
    shot = [figure for figure in groups if figure.id in unsettled]
    if not shot:
        return set()
    dead = {
        (figure.low, figure.high, _group_name(text, figure))
        for figure in groups
        if figure.harm is Harm.KILLED and not figure.hypothetical
    }
    return {
        figure.id for figure in shot if (figure.low, figure.high, _group_name(text, figure)) in dead
    }


def _group_name(text: str, figure: Figure) -> str:
    """What those counted are called, "people" if they have no other name."""
    called = _description(text, figure).called if figure.who else "people"
    return "people" if called in harm_words().crowd else called


def _fatal_lists(figures: Sequence[Figure], fatal: Collection[str]) -> set[str]:
    """The ids of lists whose people all died."""
    alive = {figure.part_of for figure in figures if figure.id not in fatal}
    return {figure.part_of for figure in figures if figure.part_of and figure.id in fatal} - alive


def _must_be_dead(
    person: _PersonDescription,
    dead: Iterable[_PersonDescription],
    living: Iterable[_PersonDescription],
) -> bool:
    """Whether a person may be one of the dead, and no other person who was harmed can be that one."""
    rivals = [rival for rival in living if not rival.is_likely(person)]
    return any(
        not any(rival.may_be(other) for rival in rivals)
        for other in dead
        if person.is_likely(other) or (person.definite and person.may_be(other))
    )


def _single_figures(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of one person: "a man", "one of the men".

    "One" beside a count of the dead is one of several: "one dead, one in hospital".
    """
    killed = sorted(
        figure.span.start
        for figure in figures
        if figure.harm is Harm.KILLED and figure.kind is not Precision.IMPLIED
    )

    def stands_alone(figure: Figure) -> bool:
        start = figure.span.start
        low = bisect_right(killed, start - MAX_CHARACTERS_BETWEEN)
        near = killed[low : bisect_left(killed, start + MAX_CHARACTERS_BETWEEN)]
        return all(other == start for other in near)

    return [
        figure
        for figure in figures
        if figure.kind is Precision.IMPLIED
        or (figure.low == figure.high == 1 and stands_alone(figure))
    ]


def _is_crowd(figure: Figure) -> bool:
    """Whether more than one came to harm."""
    harmed = figure.harm in (Harm.KILLED, Harm.INJURED)
    return harmed and figure.kind is not Precision.IMPLIED and figure.high != 1


def _description(text: str, figure: Figure) -> _PersonDescription:
    span = figure.who or figure.span
    lowers = [word.lower for word in words(text, span.start, span.end)]
    start = max(0, span.start - CHARACTERS_BEFORE)
    before = [word.lower for word in words(text, start, span.start)]
    called, lexicon = lowers[-1], harm_words()
    noun = speaker_nouns().get(called)
    sex = noun.sex if noun else lexicon.sexes.get(called) or forenames().get(lowers[0])
    young: bool | None = None
    if called in lexicon.young or called in lexicon.grown:
        young = called in lexicon.young
    if lowers[0].isdigit() and "year" in lowers:
        young = int(lowers[0]) < ADULT_YEARS
    article = bool(before) and before[-1] in harm_words().around.article
    definite = not article and figure.span.start == span.start
    second = not lexicon.somebody_else.isdisjoint((*lowers, *before[-1:]))
    return _PersonDescription(called, sex, young, definite, second)
