"""What a comparison found, in a few lines for the terminal."""

from collections.abc import Iterator

from sayso.model.comparison import Comparison, Likelihood, Point, Quote, State, Toll

MAX_LINES_SHOWN = 3
MAX_LINE_CHARACTERS = 88
SURE = (Likelihood.CLEAR, Likelihood.LIKELY)


def summary_lines(comparison: Comparison) -> Iterator[str]:
    """The numbers of what was found, the surest disputes, and the tolls with most figures."""
    documents = {facts.document.id: facts.document for facts in comparison.facts}

    def words(quote: Quote) -> str:
        return short_line(documents[quote.document][quote.span])

    claims = sum(len(facts.claims) for facts in comparison.facts)
    yield (
        f"{_counted_reports(comparison, len(documents))}, "
        f"{counted_noun(claims, 'claim')}, {counted_noun(_speaker_count(comparison), 'speaker')}"
    )
    yield _counted_points(comparison)
    for point in _contested(comparison, *SURE)[:MAX_LINES_SHOWN]:
        yield f"  disputed: “{words(point.title)}” ({_side_counts(point)})"
    for toll in _largest_tolls(comparison)[:MAX_LINES_SHOWN]:
        who = f" ({words(toll.who)})" if toll.who else ""
        yield f"  {toll.harm}{who}: {_toll_range(toll)} by {toll.policy}, {len(toll.figures)} figures"
    withheld = [document for document in documents.values() if document.remaining is not None]
    for document in withheld:
        yield f"  incomplete: {short_line(document.name)} withholds {document.remaining:.2%} of its text"
    for document in documents.values():
        if document.read_to is not None:
            yield (
                f"  read in part: {short_line(document.name)}, up to character "
                f"{document.read_to:,} of {len(document):,}"
            )


def _counted_reports(comparison: Comparison, texts: int) -> str:
    """How many reports there are, how many origins, and how many texts if some are the same."""
    reports = sum(1 + len(facts.document.also) for facts in comparison.facts)
    counted = [counted_noun(texts, "text")] if texts != reports else []
    counted.append(counted_noun(len(comparison.origins), "independent origin"))
    return f"{counted_noun(reports, 'report')} ({', '.join(counted)})"


def _counted_points(comparison: Comparison) -> str:
    """How many points there are, how many of them are contested, and how many more may be."""
    contested = len(_contested(comparison, *SURE))
    perhaps = len(_contested(comparison, Likelihood.PERHAPS))
    counted = f"{counted_noun(len(comparison.points), 'point')}, {contested} contested"
    return f"{counted} and {perhaps} that may be" if perhaps else counted


def _contested(comparison: Comparison, *likelihoods: Likelihood) -> list[Point]:
    """The contested points that are disputes with these likelihoods, in the order of these."""
    return [
        point
        for likelihood in likelihoods
        for point in comparison.points
        if point.state is State.CONTESTED and point.dispute is likelihood
    ]


def _speaker_count(comparison: Comparison) -> int:
    """How many speakers there are; one in several reports counts once."""
    every = sum(len(facts.actors) for facts in comparison.facts)
    return every - sum(len(shared.mentions) - 1 for shared in comparison.actors)


def _largest_tolls(comparison: Comparison) -> list[Toll]:
    first = comparison.tolls[0].policy if comparison.tolls else ""
    several = [toll for toll in comparison.tolls if toll.policy == first and len(toll.figures) > 1]
    return sorted(several, key=lambda toll: -len(toll.figures))


def _toll_range(toll: Toll) -> str:
    """The numbers of a toll: one, or the lowest, the highest and the best."""
    low, best, high = (_number_or_unknown(value) for value in (toll.low, toll.best, toll.high))
    return best if low == best == high else f"{low}–{high} (best {best})"


def _side_counts(point: Point) -> str:
    return f"{counted_noun(point.origins_for, 'origin')} for, {point.origins_against} against"


def _number_or_unknown(value: int | None) -> str:
    return "?" if value is None else str(value)


def counted_noun(number: int, what: str, several: str | None = None) -> str:
    """A number with its noun: "1 story", "2 stories"."""
    return f"{number:,} {what if number == 1 else several or f'{what}s'}"


def short_line(words: str) -> str:
    """Words on one line of moderate length, without the control characters of a terminal."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line if len(line) <= MAX_LINE_CHARACTERS else line[: MAX_LINE_CHARACTERS - 1] + "…"
