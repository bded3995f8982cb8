"""The sentences around figures and events, in the words of their reports."""

from functools import cached_property

from sayso.dossier.exports.lookup import Key, Lookup
from sayso.dossier.report_words import Report, in_context
from sayso.model.text import Span


class SentenceWords:
    """Finds the sentence around a fact; a long one is cut at spaces.

    They are made report by report, because to find the sentences of a text takes long.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    @cached_property
    def of_figures(self) -> dict[Key, str]:
        """The sentences around the figures of all reports."""
        return {
            (facts.document.id, one.id): _around(self._lookup.report(facts.document.id), one.span)
            for facts in self._lookup.comparison.facts
            for one in facts.figures
        }

    @cached_property
    def of_events(self) -> dict[Key, str]:
        """The sentences around the words for the events of all reports."""
        return {
            (facts.document.id, one.id): _around(
                self._lookup.report(facts.document.id), one.trigger
            )
            for facts in self._lookup.comparison.facts
            for one in facts.events
        }


def _around(report: Report, span: Span) -> str:
    words = in_context(report, span, report.anchor)
    return f"{words.before}{words.pieces[0]}{words.after}"
