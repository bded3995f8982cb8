"""Whoever was shot and died of it: told in two sentences, it is one person killed, nobody injured."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sayso.lexicon.harms import harm_words
from sayso.model.happening import Figure, Harm, Precision
from sayso.text.words import words


def with_fates(
    text: str, figures: Sequence[Figure], unsettled: Collection[str]
) -> tuple[Figure, ...]:
    """The figures, those `unsettled` (by id: one person shot or stabbed, and no more said) counted as
    killed where the report tells of that death.

    It does where it tells that one died who bears the same name or is called the same ("the boy"),
    or "the victim" where nobody else was shot. Where it may be somebody else, nothing changes.
    """
    shot = [one for one in figures if one.id in unsettled and _is_one(one)]
    dead = {_called(text, one) for one in figures if _is_one(one) and one.harm is Harm.KILLED}
    if not shot or not dead:
        return tuple(figures)
    anybody = harm_words().anybody
    named = {_called(text, one) for one in shot} | dead
    alone = len(named - anybody) <= 1 and not any(map(_is_crowd, figures))
    fatal = [one for one in shot if alone or _called(text, one) in dead - anybody]
    killed = {one.id: replace(one, harm=Harm.KILLED) for one in fatal}
    fated = [killed.get(one.id, one) for one in figures]
    return tuple(
        replace(one, part_of=killed[one.part_of].id) if one.part_of in killed else one
        for one in fated
    )


def _is_one(figure: Figure) -> bool:
    return figure.kind is Precision.IMPLIED and not figure.hypothetical


def _is_crowd(figure: Figure) -> bool:
    """Whether more than one came to harm."""
    harmed = figure.harm in (Harm.KILLED, Harm.INJURED)
    return harmed and figure.kind is not Precision.IMPLIED and figure.high != 1


def _called(text: str, figure: Figure) -> str:
    """The last word of what the one is called."""
    span = figure.who or figure.span
    return words(text, span.start, span.end)[-1].lower
