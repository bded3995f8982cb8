"""Reports made ready for comparing: what many rules read from a text is read once.

They are compared as if nobody had broken their lines, as they were read by `extract`; what is found
goes back to its places in the texts as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.encoder.vocabulary import is_known_word
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.ids import DocumentId
from sayso.model.moving import Move, Names, moved_comparison, moved_facts, with_other_text
from sayso.model.text import Span
from sayso.text.plain_form import PlainForm, plain_form
from sayso.text.prepared import ReadingMemory

# The words, dates and sentences of so much text take about a quarter of a gigabyte.
MAX_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True)
class PreparedReports:
    """The same facts, with texts that remember what was read from them, as far as there is room.

    `moves` and `names` lead back, for documents whose text has another form here.
    """

    facts: tuple[Facts, ...]
    moves: dict[DocumentId, Move]
    names: dict[DocumentId, Names]

    def in_texts(self, comparison: Comparison, reports: tuple[Facts, ...]) -> Comparison:
        """What comparing these reports gave, in the texts and with the facts of `reports`."""
        if not self.moves:
            return replace(comparison, facts=reports)
        return moved_comparison(comparison, reports, self.moves, self.names)


def prepare_reports(pile: Iterable[Facts]) -> PreparedReports:
    """The reports in the plain form of their texts."""
    memory = ReadingMemory(MAX_CHARACTERS)
    prepared = PreparedReports((), {}, {})
    facts = tuple(_prepared(one, memory, prepared) for one in pile)
    return replace(prepared, facts=facts)


def _prepared(facts: Facts, memory: ReadingMemory, prepared: PreparedReports) -> Facts:
    document = facts.document
    form = plain_form(document.text, is_known_word)
    if form.is_source:
        return replace(facts, document=replace(document, text=memory.prepare(document.text)))

    def move(span: Span) -> Span:
        return Span(*form.from_source(span.start, span.end))

    plain = with_other_text(document, memory.prepare(form.text), move)
    moved, names = moved_facts(facts, plain, move)
    prepared.moves[document.id] = _way_back(form)
    prepared.names[document.id] = {new: old for old, new in names.items()}
    return moved


def _way_back(form: PlainForm) -> Move:
    return lambda span: Span(*form.to_source(span.start, span.end))
