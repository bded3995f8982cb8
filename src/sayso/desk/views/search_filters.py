"""What an address asks a search for: words, filters, and which kinds of thing these suit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.case.listing import all_words
from sayso.desk.views.search_words import like, words_of
from sayso.errors import WrongDecision
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
# Which columns of a kind have words; reports and claims have an index of theirs.
COLUMNS: Mapping[str, Sequence[str]] = {
    "figures": ("figure.words", "figure.who", "figure.harm"),
    "events": ("event.words", "event.kind", "event.place"),
    "speakers": ("speaker.name", "speaker.role"),
    "outlets": ("report.outlet",),
    "notes": ("value ->> 'text'", "reason"),
}
TABLES = {"claims": "claim", "figures": "figure", "events": "event", "speakers": "speaker"}
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
        """The kinds of thing that have all the filters."""
        return [kind for kind, known in SUITS.items() if set(self.filters) <= set(known)]

    def where(self, kind: str) -> tuple[str, dict[str, Any]]:
        """The condition for things of a kind, and its values."""
        conditions = list(self._conditions(kind))
        values: dict[str, Any] = dict(self.filters)
        values["speaker"] = like(self.filters.get("speaker", ""))
        if kind in INDEXES and self.words:
            conditions.append(f"{INDEXES[kind]} MATCH :words")
            values["words"] = all_words(" ".join(words_of(self.words)))
        for number, word in enumerate(words_of(self.words) if kind in COLUMNS else ()):
            values[f"word{number}"] = like(word)
            tries = (f"{one} LIKE :word{number} ESCAPE '\\'" for one in COLUMNS[kind])
            conditions.append(f"({' OR '.join(tries)})")
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
            "speaker": _SPOKEN.get(kind, ""),
        }
        if self.filters.get("status") == "open":
            conditions["status"] = f"{table}.status IS NULL"
        return [conditions[name] for name in self.filters]


_SPOKEN = {
    "claims": "claim.speaker LIKE :speaker ESCAPE '\\'",
    "speakers": "speaker.name LIKE :speaker ESCAPE '\\'",
    "figures": "(figure.report, figure.claim) IN (SELECT report, id FROM claim "
    "WHERE speaker LIKE :speaker ESCAPE '\\')",
}


def search_of(asked: Mapping[str, str]) -> Search:
    """What an address asks for. Raises WrongDecision where a filter has a value that it cannot have."""
    filters = {name: asked[name].strip() for name in FILTERS if asked.get(name, "").strip()}
    what = asked.get("what", "")
    for name, value, known in (
        ("kind of thing", what, ("", *SUITS)),
        *((name, filters.get(name, ""), ("", *CHOICES[name])) for name in CHOICES),
    ):
        if value not in known:
            raise WrongDecision(
                f"{value!r:.40} is no {name}. Choose one of: {', '.join(known[1:])}."
            )
    for name in ("from", "to"):
        if name in filters and not is_moment(filters[name]):
            raise WrongDecision(f"{filters[name]!r:.40} is no day. Write 2026-03-02.")
    return Search(asked.get("q", "").replace("\0", " ").strip(), what, filters)
