"""Attributions as the floor is settled: quotations go from one speaker to another."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.extract.speech.collecting import JudgedAttribution, text_order
from sayso.extract.speech.nesting import nest_attributions, without_deepest
from sayso.extract.speech.span_index import STRETCH_CHARACTERS, SpanIndex
from sayso.extract.stance.stance import judge_stance
from sayso.model.speech import Attribution, Speech, Stance
from sayso.model.text import Span
from sayso.text.quotes import QUOTATION_MARKS

SETTLED_SCORE = 0.9


class Edits:
    """The attributions of one text while they are changed."""

    def __init__(self, text: str, judged: Sequence[JudgedAttribution]) -> None:
        self._text = text
        self._judged = {one.attribution.id: one for one in judged}
        self._now: dict[str, JudgedAttribution] = dict(self._judged)
        self._by_content: SpanIndex[tuple[Span, str]] = SpanIndex()
        for one in judged:
            for span in one.attribution.content:
                self._by_content.add_value(span, (span, one.attribution.id))
        self._added: list[JudgedAttribution] = []
        self.changed = False

    def holding(self, span: Span) -> list[tuple[str, Attribution]]:
        """The attributions, with their first ids, whose contents share a character with a span, and
        whose words for the speaker stand outside it."""
        found = ((name, self._now[name].attribution) for name in self._names_touching(span))
        return [(name, one) for name, one in found if not _stands_in(one, span)]

    def _names_touching(self, span: Span) -> list[str]:
        """The first ids of the attributions whose contents share a character with a span."""
        names = dict.fromkeys(
            name
            for place in range(span.start, span.end + STRETCH_CHARACTERS, STRETCH_CHARACTERS)
            for content, name in self._by_content.values_near(min(place, span.end - 1))
            if content.touches(span)
        )
        return [
            name
            for name in names
            if name in self._now
            and any(piece.touches(span) for piece in self._now[name].attribution.content)
        ]

    def clear_around(self, whole: Span, text: Span) -> None:
        """Leave out the attributions that touch a stretch but do not lie within its text."""
        for name, one in self.holding(whole):
            places = [place for place in (one.source, one.cue, *one.content) if place is not None]
            if not all(text.holds(place) for place in places):
                self.take(name, whole)
        for name in self._names_touching(whole):
            one = self._now[name].attribution
            places = [place for place in (one.source, one.cue, *one.content) if place is not None]
            if not all(text.holds(place) for place in places) and one.content[0].start < text.end:
                self.drop(name)

    def take(self, name: str, span: Span) -> None:
        """Take a span out of the content of an attribution."""
        original = self._now[name]
        content = tuple(_without(original.attribution.content, span, self._text))
        self.changed = True
        if not content:
            del self._now[name]
            return
        attribution = replace(original.attribution, content=content)
        self._now[name] = replace(original, attribution=attribution)

    def drop(self, name: str) -> None:
        """Leave an attribution out."""
        self.changed = True
        self._now.pop(name, None)

    def add(
        self, source: Span | None, cue: Span | None, content: Span, speech: Speech, asks: bool
    ) -> None:
        """Add an attribution; `asks` says that its content is a question."""
        judgement = judge_stance(self._text, cue, (content,), source)
        inner = self._text[content.start : content.end].rstrip("*_ " + "".join(QUOTATION_MARKS))
        if asks or (cue is None and inner.endswith("?")):
            judgement = replace(judgement, stance=Stance.ASKS)
        attribution = Attribution(
            source, cue, (content,), speech, judgement.kind, None, SETTLED_SCORE
        )
        self._added.append(JudgedAttribution(attribution, judgement))
        self.changed = True

    def result(self) -> list[JudgedAttribution]:
        """The attributions as they are now, outer ones before inner ones."""
        renamed = {name: one.attribution.id for name, one in self._now.items()}
        known: dict[str, JudgedAttribution] = {}
        for one in (*self._now.values(), *self._added):
            outer = renamed.get(one.attribution.within or "")
            attribution = replace(one.attribution, within=outer)
            known.setdefault(attribution.id, replace(one, attribution=attribution))
        nested = without_deepest(nest_attributions([one.attribution for one in known.values()]))
        found = [replace(known[one.id], attribution=one) for one in nested]
        return sorted(found, key=text_order)


def _stands_in(attribution: Attribution, span: Span) -> bool:
    place = attribution.source or attribution.cue
    return place is not None and span.holds(place)


def _without(content: Iterable[Span], span: Span, text: str) -> Iterable[Span]:
    """The pieces of a content outside a span, those with letters."""
    for piece in content:
        for start, end in (
            (piece.start, min(piece.end, span.start)),
            (max(piece.start, span.end), piece.end),
        ):
            stretch = text[start:end] if start < end else ""
            if any(map(str.isalnum, stretch)):
                start += len(stretch) - len(stretch.lstrip())
                yield Span(start, start + len(stretch.strip()))
