"""The footnotes of a brief: where words stand, who says them, and what people decided on them."""

from collections.abc import Iterator

from sayso.dossier.claims import ClaimShown
from sayso.dossier.exports.brief.escaping import plain, quoted
from sayso.dossier.exports.marks import PERSON, Marks
from sayso.dossier.exports.tables.table import Source
from sayso.dossier.report_words import Words
from sayso.dossier.shown_figures import FigureShown
from sayso.model.decisions import Target


class Notes:
    """Footnotes, numbered as they are asked for; the same one for the same words."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._numbers: dict[str, int] = {}

    def lines(self) -> Iterator[str]:
        """The notes themselves, for the end of the file."""
        for text, number in self._numbers.items():
            yield f"[^{number}]: {text}"

    def of_claim(self, claim: ClaimShown) -> str:
        """The mark of a note on a claim, with what was decided on it."""
        document = claim.words.report.document.id
        marks = self._source.decided.on_claim(
            document, self._source.lookup.claims[document, claim.claim or ""]
        )
        return self.of_words(claim.words, f"{_said_words(claim)}{self.marks_words(marks)}")

    def of_figure(self, figure: FigureShown) -> str:
        """The mark of a note on a figure."""
        marks = self._source.decided.on_fact(
            Target.FIGURE, figure.report.document.id, figure.figure.id
        )
        said = _said_words(figure.claim) if figure.claim else ""
        return self.of_words(figure.words, f"{said}{self.marks_words(marks)}")

    def of_words(self, words: Words, more: str) -> str:
        """The mark of a note that says where words stand."""
        report = words.report
        places = ", ".join(f"{span.start}–{span.end}" for span in words.spans)
        date = plain(report.date) if report.date else "undated"
        where = f"{plain(report.label)}, {date} (report {report.number}, characters {places})"
        text = f"{quoted(words.pieces)} {where}.{more}"
        return f"[^{self._numbers.setdefault(text, len(self._numbers) + 1)}]"

    def marks_words(self, marks: Marks) -> str:
        """What people decided on a thing, as sentences; "" where nobody decided anything."""
        told = []
        if marks.by == PERSON:
            told.append("Added or corrected by a person.")
        if marks.decisions:
            author, moment = plain(marks.author), plain(marks.made_at)
            told.append(f"Decided: {plain(marks.kinds)} (last by {author}, {moment}).")
        if marks.reliability:
            told.append(f"Reliability {marks.reliability}.")
        if marks.credibility:
            told.append(f"Credibility {marks.credibility}.")
        return "".join(f" {one}" for one in told)


def _said_words(claim: ClaimShown) -> str:
    chain = " → ".join(plain(link.name) for link in claim.chain)
    hedges = ", ".join(quoted((hedge,)) for hedge in claim.hedges)
    basis = ", ".join(plain(how) for how, _ in claim.basis)
    return (
        f" Said through: {chain}."
        + (f" Hedged: {hedges}." if hedges else "")
        + (f" How they know: {basis}." if basis else "")
    )
