"""What an address asks a search for: words, filters, and which kinds of thing these suit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.case.listing import SEARCHED
from sayso.case.searching import all_words, holding, with_words, words_of
from sayso.desk.views.asked import checked_choice
from sayso.desk.work.given import wrong
from sayso.model.happening import Harm
from sayso.model.speech import Stance
from sayso.model.text import is_moment

CHOICES: Mapping[str, Sequence[str]] = {
    "stance": tuple(Stance),
    "harm": tuple(Harm),
    "status": ("accepted", "rejected", "open"),
    "source": ("machine", "person"),
}
OF_REPORT = ("outlet", "from", "to", "story")
OF_FACT = (*OF_REPORT, "status", "source")
# The filters that each kind of thing has. A kind that lacks one that is given is not searched.
SUITS: Mapping[str, Sequence[str]] = {
    "claims": (*OF_FACT, "speaker", "stance"),
    "points": ("story", "status", "source"),
    "figures": (*OF_FACT, "speaker", "harm"),
    "events": OF_FACT,
    "speakers": (*OF_FACT, "speaker"),
    "reports": OF_REPORT,
    "outlets": OF_REPORT,
    "notes": (),
}
FILTERS = (*OF_REPORT, "speaker", *CHOICES)
TABLES = {"claims": "claim", "figures": "figure", "events": "event", "speakers": "speaker"}
# Which columns of a kind have words; reports and claims have an index of theirs.
COLUMNS: Mapping[str, Sequence[str]] = {
    **{
        kind: [f"{TABLES[kind]}.{column}" for column in SEARCHED[kind]]
        for kind in ("figures", "events", "speakers")
    },
    "outlets": ("report.outlet",),
    "notes": ("value ->> 'text'", "reason"),
}
# Which column has the speaker of a thing; the speaker of a figure is that of its claim.
SPEAKERS = {"claims": "claim.speaker", "figures": "speaker", "speakers": "speaker.name"}
SPOKEN = {"figures": "(figure.report, figure.claim) IN (SELECT report, id FROM claim WHERE {})"}
INDEXES = {"claims": "claim_search", "reports": "report_search"}


@dataclass(frozen=True, slots=True)
class Search:
    """A search: its words, its filters, and the kind of thing that it is for ("" for all)."""

    words: str
    what: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.words and not self.filters

    @property
    def kinds(self) -> list[str]:
        """The kinds of thing that have all the filters; a rejected point is in no comparison."""
        found = [kind for kind, known in SUITS.items() if set(self.filters) <= set(known)]
        rejected = self.filters.get("status") == "rejected"
        return [kind for kind in found if not (rejected and kind == "points")]

    def where(self, kind: str) -> tuple[str, dict[str, Any]]:
        """The condition for things of a kind, and its values."""
        conditions = list(self._conditions(kind))
        values: dict[str, Any] = dict(self.filters)
        if "speaker" in self.filters:
            spoken, values["speaker"] = holding(SPEAKERS[kind], "speaker", self.filters["speaker"])
            conditions.append(SPOKEN.get(kind, "{}").format(spoken))
        if kind in INDEXES and self.words:
            conditions.append(f"{INDEXES[kind]} MATCH :words")
            values["words"] = all_words(self.words)
        if kind in COLUMNS and self.words:
            found, words = with_words(self.words, COLUMNS[kind])
            conditions.append(found)
            values |= words
        return " AND ".join(conditions) or "1", values

    def _conditions(self, kind: str) -> list[str]:
        table = TABLES.get(kind)
        conditions = {
            "outlet": "report.outlet = :outlet",
            "from": "report.published >= :from",
            "to": "substr(report.published, 1, 10) <= :to",
            "story": "report.id IN (SELECT report FROM story_report WHERE story = :story)",
            "stance": "claim.stance = :stance",
            "harm": "figure.harm = :harm",
            "source": f"{table}.source = :source",
            "status": f"{table}.status = :status",
        }
        if self.filters.get("status") == "open":
            conditions["status"] = f"{table}.status IS NULL"
        return [conditions[name] for name in self.filters if name in conditions]


def search_of(asked: Mapping[str, str]) -> Search:
    """What an address asks for. Raises HTTPException where a filter has a value that it cannot have."""
    filters = {name: asked[name].strip() for name in FILTERS if asked.get(name, "").strip()}
    what = asked.get("what", "")
    checked_choice("kind of thing", what, SUITS)
    for name, known in CHOICES.items():
        checked_choice(name, filters.get(name, ""), known)
    for name in ("from", "to"):
        if name in filters and not is_moment(filters[name]):
            raise wrong(f"{filters[name]!r:.40} is no day. Write 2026-03-02.")
    return Search(" ".join(words_of(asked.get("q", ""))), what, filters)
