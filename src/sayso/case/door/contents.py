"""What a case holds, for those who list it, show it or hand it on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sayso.case import listing
from sayso.case.door.readings import CaseReadings
from sayso.case.evidence import BrokenEvidence, kept_pieces
from sayso.case.news import Moment, moment, new_disputes
from sayso.case.short_names import ShortNames
from sayso.case.showing import one_thing
from sayso.case.storage import plain_errors, reading
from sayso.errors import CaseNotUsable
from sayso.model.comparison import Comparison
from sayso.model.decisions import Holdings
from sayso.model.facts import Facts
from sayso.model.text import Document, Span


class CaseContents(CaseReadings):
    """Rows, names, single things, and the comparison as a whole."""

    def rows(
        self,
        what: str,
        filters: Mapping[str, str] | None = None,
        words: str | None = None,
        limit: int = -1,
    ) -> Iterator[dict[str, Any]]:
        """The rows of "reports", "claims", "points", "tolls" or "speakers", cut down by columns."""
        with plain_errors(self.path):
            yield from listing.rows(self._connection, what, filters, words, limit)

    def query(
        self, query: str, values: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[dict[str, Any]]:
        """The rows that a query of our own gives; docs/case-file.md has the tables and views."""
        with plain_errors(self.path):
            found = self._connection.execute(query, values)
            names = [one[0] for one in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]

    def evidence(self, sha256: str) -> Iterator[bytes]:
        """The bytes of a file as it came in, piece by piece; none if they were not kept.

        Raises CaseNotUsable if they are not those that came in.
        """
        with plain_errors(self.path):
            try:
                yield from kept_pieces(self._connection, sha256)
            except BrokenEvidence as error:
                raise CaseNotUsable(
                    f"a file in the case is damaged: {error}. `sayso verify {self.path}` says more."
                ) from error

    def names(self) -> ShortNames:
        """The short names of everything in the case, as it is now."""
        with plain_errors(self.path):
            return ShortNames(self._connection)

    def moment(self) -> Moment:
        """What the case holds now, to say later what is new."""
        with plain_errors(self.path):
            return moment(self._connection)

    def new_disputes(self, since: Moment) -> Sequence[dict[str, Any]]:
        """The disputes that nothing was heard of at an earlier moment, the surest first."""
        with plain_errors(self.path):
            return new_disputes(self._connection, since)

    def show(self, name: str) -> dict[str, Any]:
        """All that the case knows of one thing. Raises WrongDecision if there is no such thing."""
        with plain_errors(self.path):
            return one_thing(self._connection, name, self._decided)

    def decided_facts(self, reports: Iterable[str]) -> Iterator[Facts]:
        """What was read in reports, given by their ids, as people decided it: what is compared."""
        from sayso.case.together import decided_facts

        with plain_errors(self.path):
            yield from decided_facts(self._connection, self._decided(), reports)

    def decided_part(self, document: Document, part: Span) -> Facts | None:
        """As `decided_facts`, of what has words in a part of a report, and of what that names."""
        from sayso.case.shown import shown_part

        with plain_errors(self.path):
            state = shown_part(self._connection, document, self._decided(), part)
            return None if state is None else state.facts

    def comparison(self) -> Comparison:
        """What all reports say together, as people decided it."""
        from sayso.case.together import stored_comparison

        with plain_errors(self.path), reading(self._connection):
            return stored_comparison(self._connection, self._decided())

    def holdings(self) -> Holdings:
        """The comparison with the decisions, for those who show it or hand it on."""
        from sayso.case.holdings import holdings_of

        with plain_errors(self.path), reading(self._connection):
            return holdings_of(self._connection, self._decided(), self.path.name)
