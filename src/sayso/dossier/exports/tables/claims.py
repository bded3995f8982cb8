"""The table of claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.claims import ClaimShown
from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.tables.table import (
    Placed,
    Source,
    Table,
    hull,
    joined,
    mark_columns,
    number,
    placed,
    report_columns,
    text,
    whole,
    words_columns,
)
from sayso.dossier.report_words import Report
from sayso.model.facts import Facts
from sayso.model.speech import Actor, Attribution, Claim
from sayso.model.text import Document, Span


@dataclass(frozen=True)
class ClaimRow:
    """A claim of a report."""

    source: Source
    facts: Facts
    claim: Claim

    @property
    def document(self) -> Document:
        """The report's document."""
        return self.facts.document

    @property
    def report(self) -> Report:
        """The report."""
        return self.source.lookup.report(self.document.id)

    @property
    def key(self) -> tuple[str, str]:
        """The ids of the report and of the claim."""
        return self.document.id, self.claim.id

    @cached_property
    def shown(self) -> ClaimShown:
        """The claim with the chain of its speakers."""
        return self.source.lookup.shown_claims[self.key]

    @cached_property
    def attribution(self) -> Attribution | None:
        """The innermost attribution; None where the outlet speaks in its own voice."""
        if not self.claim.chain:
            return None
        return self.source.lookup.attributions.get((self.document.id, self.claim.chain[-1]))

    @cached_property
    def actor(self) -> Actor | None:
        """The speaker; None where nobody is known to say it, or the outlet says it itself."""
        speaker = self.claim.speaker
        return None if speaker is None else self.source.lookup.actors[self.document.id, speaker]

    @property
    def voice(self) -> str:
        """Whether the outlet speaks, or a speaker who is known, or one who is not."""
        if not self.claim.chain:
            return "outlet"
        return "speaker" if self.actor else "unresolved"

    @cached_property
    def marks(self) -> Marks:
        """The marks of the claim; its reliability is that of who says it."""
        return self.source.decided.on_claim(self.document.id, self.claim)

    def words(self, span: Span | None) -> Placed | None:
        """A place in the claim's report."""
        return placed(self.document, span)


def _claims(source: Source) -> Iterator[ClaimRow]:
    for facts in source.holdings.comparison.facts:
        for claim in facts.claims:
            yield ClaimRow(source, facts, claim)


CLAIMS: Table[ClaimRow] = Table(
    "claims",
    "A row is a claim: what is said, by whom, and how.",
    (
        *report_columns(lambda row: row.report),
        text("claim", "The id of the claim in its report.", lambda row: row.claim.id),
        *words_columns(
            "quote",
            "What is said, from its first word to its last. Where words of the report interrupt it, "
            "its pieces are in the table `quotes`.",
            lambda row: row.words(hull(row.claim.content)),
        ),
        whole("pieces", "In how many pieces it is said.", lambda row: len(row.claim.content)),
        text(
            "voice",
            "Who says it: `speaker`, `outlet` (the report itself), or `unresolved` (a source that is "
            "not known to be one of the speakers).",
            lambda row: row.voice,
        ),
        *words_columns(
            "speaker",
            "The fullest name of the speaker in this report.",
            lambda row: row.words(row.actor.name if row.actor else None),
        ),
        text("speaker_id", "The id of the speaker in this report.", lambda row: row.claim.speaker),
        text(
            "chain",
            "All through whom it comes, the outlet first.",
            lambda row: " → ".join(link.name for link in row.shown.chain),
        ),
        *words_columns(
            "source",
            "The report's words for the last of them at this place.",
            lambda row: row.words(row.attribution.source if row.attribution else None),
        ),
        *words_columns(
            "cue",
            "The words that say that it is said.",
            lambda row: row.words(row.attribution.cue if row.attribution else None),
        ),
        text(
            "speech",
            "`direct`, `mixed` or `indirect`: how much is in quotation marks.",
            lambda row: row.attribution.speech if row.attribution else None,
        ),
        text(
            "act",
            "`speech`, `writing`, `thought`, `intention` or `perception`.",
            lambda row: row.attribution.kind if row.attribution else None,
        ),
        number(
            "score",
            "How sure the attribution is, 0 to 1.",
            lambda row: row.attribution.score if row.attribution else None,
        ),
        text(
            "stance",
            "What the speaker does with it: `asserts`, `denies`, `doubts`, `concedes`, `accuses`, "
            "`asks`, `intends` or `declines`.",
            lambda row: row.claim.stance,
        ),
        text(
            "hedges",
            "Words that weaken it, with semicolons between.",
            lambda row: joined(row.document[span] for span in row.claim.hedges),
        ),
        text(
            "basis",
            "How the speaker knows: `eyewitness`, `document`, `video`, `second_hand`.",
            lambda row: joined(known.kind for known in row.claim.basis),
        ),
        text(
            "points",
            "The ids of the points that it speaks to.",
            lambda row: joined(point.id for point, _ in row.source.lookup.stands.get(row.key, ())),
        ),
        *mark_columns(lambda row: row.marks),
        text(
            "outlet_reliability",
            "A person's mark of the outlet, Admiralty A to F.",
            lambda row: row.source.decided.on_outlet(row.report.head.outlet).reliability,
        ),
    ),
    _claims,
)
