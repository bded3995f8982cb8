"""The people that a figure counts, by its own words or by those before it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.lexicon.actors import actor_words, speaker_nouns
from sayso.lexicon.people import nations
from sayso.lexicon.victims import victim_words
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.text import Span
from sayso.text.marks import without_possessive
from sayso.text.words import words

MAX_PHRASE_WORDS = 24  # of a noun phrase that are read
MAX_CHARACTERS_BACK = 200  # from "of them" to the people that it refers to
MAX_FIGURES_BACK = 8  # from a figure that names no people to one that says who is counted
MAX_CHARACTERS_OF_THEM = 12  # behind a figure, where "of them" may stand


@dataclass(frozen=True, slots=True, order=True)
class Victim:
    """A kind of victim, with the countries and other proper names that go with it.

    `kind_named` is False for "people" and where there are no words for who was harmed.
    """

    kind: str
    nations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kind_named: bool = False

    @property
    def anyone(self) -> bool:
        """Whether anyone harmed may be among them: "people", "35 dead"."""
        return not (self.kind_named or self.names) and self.kind == victim_words().unnamed


NOBODY = Victim("nobody in particular")


def parse_victim(phrase: str) -> Victim:
    """The victims that a counted noun phrase names.

    The head noun gives the kind; if it says too little ("members"), a noun beside it does.

    >>> parse_victim("Malian soldiers").kind == parse_victim("troops").kind, parse_victim("Malian soldiers").nations
    (True, ('mali',))
    >>> parse_victim("members of the militia").kind, parse_victim("").kind
    ('rebels', 'civilians')
    """
    tokens = [token for token in words(phrase) if token.lower[0].isalpha()][:MAX_PHRASE_WORDS]
    lowers = [without_possessive(token.lower) for token in tokens]
    kind = " and ".join(sorted(set(_kinds_in(lowers)))) or victim_words().unnamed
    proper = [
        lower
        for token, lower in zip(tokens, lowers, strict=True)
        if phrase[token.start].isupper()
        and not _is_plain_word(lower)
        and phrase[token.end : token.end + 1] != "-"
    ]
    countries = {country for lower in proper for country in [nations().country(lower)] if country}
    names = {lower for lower in proper if not nations().country(lower)}
    kind_named = any(
        lower in victim_words().forms and lower not in victim_words().generic for lower in lowers
    )
    return Victim(kind, tuple(sorted(countries)), tuple(sorted(names)), kind_named)


def _kinds_in(lowers: Sequence[str]) -> Iterator[str]:
    """The kind of each noun phrase between conjunctions."""
    phrase: list[str] = []
    for lower in (*lowers, "and"):
        if lower not in actor_words().conjunction:
            phrase.append(lower)
        elif phrase:
            yield _kind_of_phrase(phrase)
            phrase = []


def _kind_of_phrase(lowers: Sequence[str]) -> str:
    """The kind that one noun phrase names; its head noun if it names none that is known."""
    prepositions = (
        at for at, lower in enumerate(lowers) if at and lower in actor_words().preposition
    )
    stop = next(prepositions, len(lowers))
    head, known = lowers[stop - 1], victim_words()
    if head in known.forms and head not in known.generic:
        return known.forms[head]
    nearest_first = (*lowers[:stop][::-1], *lowers[stop:])
    beside = next(
        (
            known.forms[lower]
            for lower in nearest_first
            if lower in known.forms and lower not in known.generic
        ),
        None,
    )
    if beside is not None and (head in known.generic or head not in speaker_nouns()):
        return beside
    return known.forms.get(head) or (
        speaker_nouns()[head].lemma if head in speaker_nouns() else head
    )


def _is_plain_word(lower: str) -> bool:
    """Whether a word is no proper name, even with a capital."""
    known = victim_words()
    return (
        len(lower) < 2
        or lower in known.forms
        or lower in known.generic
        or lower in speaker_nouns()
        or lower in actor_words().determiner
        or lower in actor_words().preposition
    )


def is_kind_within(part: str, whole: str) -> bool:
    """Whether victims of one kind are among those of another: soldiers among fighters."""
    kind = victim_words().kinds.get(part)
    return part == whole or (kind is not None and kind.within == whole)


def side_of_victims(kind: str) -> str | None:
    """The side that victims of a kind fight on."""
    known = victim_words().kinds.get(kind)
    return known.side if known else None


def whole_figure(figure: Figure, harmed: Mapping[str, Figure]) -> Figure:
    """The figure that this one is a part of, or a part of a part; itself if it is no part."""
    seen = {figure.id}
    while True:
        whole = harmed.get(figure.part_of or "")
        if whole is None or whole.id in seen or whole.harm is not figure.harm:
            return figure
        figure = whole
        seen.add(figure.id)


def counted_victim(facts: Facts, figure: Figure, whole: Figure, sentence: Span) -> Victim:
    """The people that a figure counts; a part counts with the `whole` if they are of the same kind.

    Soldiers among "35 people" go with other soldiers. A count of zero that names no kind of victim
    goes with no other count. The figures of the facts are in text order.
    """
    victim = _victim_by_words(facts, figure, sentence)
    if whole is not figure:
        of_whole = _victim_by_words(facts, whole, sentence)
        is_fighter = side_of_victims(victim.kind) is not None
        is_apart = is_fighter and not is_kind_within(victim.kind, of_whole.kind)
        return victim if is_apart else of_whole
    return NOBODY if figure.high == 0 and not victim.kind_named else victim


def _victim_by_words(facts: Facts, figure: Figure, sentence: Span) -> Victim:
    """By the figure's own noun; without one, the fighters of a figure before it in the sentence."""
    phrase = facts.document[figure.who] if figure.who else ""
    victim = parse_victim(phrase)
    lowers = [word.lower for word in words(phrase[:MAX_CHARACTERS_BACK]) if word.lower.isalpha()]
    if victim.kind_named or (lowers and lowers[-1] not in victim_words().names_nobody):
        return victim
    end = figure.span.end
    behind = facts.document.text[end : end + MAX_CHARACTERS_OF_THEM].lower().split()
    if " ".join(behind[:2]).strip(".,;") in victim_words().of_them:
        return _fighters_named_before(facts, figure) or victim
    at = bisect_left(facts.figures, figure.span, key=lambda figure: figure.span)
    for before in reversed(facts.figures[max(0, at - MAX_FIGURES_BACK) : at]):
        if before.who and sentence.holds(before.span):
            other = parse_victim(facts.document[before.who])
            if side_of_victims(other.kind) is not None:
                return other
        elif side_of_victims(victim.kind) is not None:
            return victim
    return victim


def _fighters_named_before(facts: Facts, figure: Figure) -> Victim | None:
    """The one kind of fighters that is named shortly before a figure."""
    start = max(0, figure.span.start - MAX_CHARACTERS_BACK)
    before = words(facts.document.text, start, figure.span.start)
    kinds = {victim_words().forms.get(word.lower, "") for word in before}
    fighters = [kind for kind in kinds if side_of_victims(kind) is not None]
    return Victim(fighters[0], kind_named=True) if len(fighters) == 1 else None
