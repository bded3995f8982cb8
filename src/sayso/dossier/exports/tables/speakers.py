"""The table of speakers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.tables.table import (
    Placed,
    Source,
    Table,
    flag,
    mark_columns,
    placed,
    report_columns,
    text,
    whole,
    words_columns,
)
from sayso.dossier.report_words import Report
from sayso.model.comparison import SharedActor
from sayso.model.decisions import DecisionKind
from sayso.model.facts import Facts
from sayso.model.speech import Actor
from sayso.model.text import Span


@dataclass(frozen=True)
class SpeakerRow:
    """Somebody who speaks in a report."""

    source: Source
    facts: Facts
    actor: Actor

    @property
    def report(self) -> Report:
        """The report."""
        return self.source.lookup.report(self.facts.document.id)

    @cached_property
    def shared(self) -> SharedActor | None:
        """Who it is in all reports, if it speaks in several."""
        return self.source.lookup.shared_speaker(self.facts.document.id, self.actor.id)

    @property
    def side(self) -> str:
        """For which side a person says that they speak; "" where nobody says it."""
        sides = [one.value for one in self.marks.decisions if one.kind is DecisionKind.SIDE]
        return "; ".join(str(value) for value in sides[-1].values()) if sides else ""

    @cached_property
    def marks(self) -> Marks:
        """The marks of the speaker, those of the speaker of several reports among them."""
        return self.source.decided.on_speaker(self.facts.document.id, self.actor.id)

    def words(self, span: Span | None) -> Placed | None:
        """A place in the speaker's report."""
        return placed(self.facts.document, span)


def _speakers(source: Source) -> Iterator[SpeakerRow]:
    for facts in source.holdings.comparison.facts:
        for actor in facts.actors:
            yield SpeakerRow(source, facts, actor)


SPEAKERS: Table[SpeakerRow] = Table(
    "speakers",
    "A row is a speaker of a report. A speaker of several reports has the same `shared` in each.",
    (
        *report_columns(lambda row: row.report),
        text("speaker", "The id of the speaker in this report.", lambda row: row.actor.id),
        *words_columns(
            "name", "The fullest name in this report.", lambda row: row.words(row.actor.name)
        ),
        *words_columns(
            "role", "The words for what they are.", lambda row: row.words(row.actor.role)
        ),
        text(
            "type",
            "`person`, `organisation`, `state`, `group`, `media`, `document` or `unnamed`.",
            lambda row: row.actor.type,
        ),
        flag("named", "Whether they have a name.", lambda row: row.actor.named),
        text(
            "shared",
            "The id of the speaker of several reports that this is; empty if it is none.",
            lambda row: row.shared.id if row.shared else None,
        ),
        text(
            "shared_name",
            "The name of that speaker, in the words of one of the reports.",
            lambda row: row.source.lookup.words(row.shared.name if row.shared else None),
        ),
        whole(
            "mentions", "How often the report mentions them.", lambda row: len(row.actor.mentions)
        ),
        whole(
            "claims",
            "How many claims of the report are theirs.",
            lambda row: sum(claim.speaker == row.actor.id for claim in row.facts.claims),
        ),
        text("side", "For which side a person decided that they speak.", lambda row: row.side),
        *mark_columns(lambda row: row.marks),
    ),
    _speakers,
)
