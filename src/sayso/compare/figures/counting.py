"""Whom a figure counts, by its own words or by those before it."""

from bisect import bisect_left
from collections.abc import Mapping

from sayso.compare.figures.victims import Victim, side_of_victims, victim, within
from sayso.lexicon.victims import victims
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.text import Span
from sayso.text.words import words

NOBODY = Victim("nobody in particular")
BACK = 200  # characters in which "of them" finds whom it points to
BEFORE = 8  # figures in which one that names nobody finds whom it counts


def whole_of(figure: Figure, harmed: Mapping[str, Figure]) -> Figure:
    """The figure that this one is a part of, or a part of a part; itself, if of none."""
    seen = {figure.id}
    while True:
        whole = harmed.get(figure.part_of or "")
        if whole is None or whole.id in seen or whole.harm is not figure.harm:
            return figure
        figure = whole
        seen.add(figure.id)


def whom(facts: Facts, figure: Figure, whole: Figure, sentence: Span) -> Victim:
    """Whom a figure counts; a part of the same victims counts with the whole.

    Soldiers among "35 people" stand with other soldiers; none, of nobody in particular, alone. The
    figures of the facts are in text order.
    """
    own = _own(facts, figure, sentence)
    if whole is not figure:
        every = _own(facts, whole, sentence)
        unlike = side_of_victims(own.kind) is not None and not within(own.kind, every.kind)
        return own if unlike else every
    return NOBODY if figure.high == 0 and not own.said else own


def _own(facts: Facts, figure: Figure, sentence: Span) -> Victim:
    """By its own noun; one that names nobody counts the fighters of the figure before it."""
    phrase = facts.document[figure.who] if figure.who else ""
    own = victim(phrase)
    lowers = [word.lower for word in words(phrase[:BACK]) if word.lower.isalpha()]
    if own.said or (lowers and lowers[-1] not in victims().silent):
        return own
    behind = facts.document.text[figure.span.end : figure.span.end + 12].lower().split()
    if " ".join(behind[:2]).strip(".,;") in victims().of_them:
        return _named_last(facts, figure) or own
    at = bisect_left(facts.figures, figure.span, key=lambda one: one.span)
    for one in reversed(facts.figures[max(0, at - BEFORE) : at]):
        last = victim(facts.document[one.who]) if one.who and sentence.holds(one.span) else own
        if side_of_victims(last.kind) is not None:
            return last
    return own


def _named_last(facts: Facts, figure: Figure) -> Victim | None:
    """The one kind of fighters named shortly before."""
    text = facts.document.text[max(0, figure.span.start - BACK) : figure.span.start]
    kinds = {victims().forms.get(word.lower, "") for word in words(text)}
    sided = [kind for kind in kinds if side_of_victims(kind) is not None]
    return Victim(sided[0], said=True) if len(sided) == 1 else None
