"""What a comparison found, in a few lines for the terminal."""

from collections.abc import Iterator

from sayso.model.comparison import Comparison, Point, Quote, State, Toll

SHOWN = 3
WIDTH = 88


def summary(comparison: Comparison) -> Iterator[str]:
    """How much was found, the first disputed points, and the tolls that differ."""
    documents = {facts.document.id: facts.document for facts in comparison.facts}

    def words(quote: Quote) -> str:
        return _short(documents[quote.document][quote.span])

    claims = sum(len(facts.claims) for facts in comparison.facts)
    yield (
        f"{_count(len(documents), 'report')} ({_count(len(comparison.origins), 'independent voice')}), "
        f"{_count(claims, 'claim')}, {_count(_speakers(comparison), 'speaker')}"
    )
    contested = [point for point in comparison.points if point.state is State.CONTESTED]
    yield f"{_count(len(comparison.points), 'point')}, {len(contested)} contested"
    for point in contested[:SHOWN]:
        yield f"  disputed: “{words(point.title)}” ({_sides(point)})"
    for toll in _differing(comparison)[:SHOWN]:
        who = f" ({words(toll.who)})" if toll.who else ""
        yield f"  {toll.harm}{who}: {_bounds(toll)} by {toll.policy}, {len(toll.figures)} figures"
    withheld = [document for document in documents.values() if document.remaining is not None]
    for document in withheld:
        yield f"  incomplete: {_short(document.name)} withholds {document.remaining:.2%} of its text"


def _speakers(comparison: Comparison) -> int:
    """How many speak; one who speaks in several reports is one."""
    every = sum(len(facts.actors) for facts in comparison.facts)
    return every - sum(len(shared.mentions) - 1 for shared in comparison.actors)


def _differing(comparison: Comparison) -> list[Toll]:
    first = comparison.tolls[0].policy if comparison.tolls else ""
    several = [toll for toll in comparison.tolls if toll.policy == first and len(toll.figures) > 1]
    return sorted(several, key=lambda toll: -len(toll.figures))


def _bounds(toll: Toll) -> str:
    """What a toll comes to: one number, or the least, the best and the greatest."""
    low, best, high = (_bound(value) for value in (toll.low, toll.best, toll.high))
    return best if low == best == high else f"{low}–{high} (best {best})"


def _sides(point: Point) -> str:
    return f"{_count(point.origins_for, 'voice')} for, {point.origins_against} against"


def _bound(value: int | None) -> str:
    return "?" if value is None else str(value)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _short(words: str) -> str:
    """Words on one line, without characters that a terminal would act on."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"
