"""Stretches of a report that are read by themselves: the whole, a sentence again, or a content."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.extract.speech.link_roles import LinkedCue
from sayso.model.speech import Attribution
from sayso.model.text import Span
from sayso.text.prepared import PreparedText
from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.sentences import sentences

# A content with fewer letters has no room for a source, a cue and a content of its own.
MIN_INNER_LETTERS = 8


@dataclass(frozen=True)
class Excerpt:
    """A stretch of one body, to be read for attributions.

    `text` is the body's text from `start` on, with blanks for what is not to be read. It stands
    inside the attribution `within`; with `cues`, it is a sentence read again for the contents of
    these, which are in text order.
    """

    body: int  # by its number
    start: int
    text: str
    within: str | None = None
    cues: tuple[Span, ...] = ()

    @cached_property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(map(str.isalpha, self.text))


def content_excerpts(body: str, outer: Excerpt, attribution: Attribution) -> list[Excerpt]:
    """The sentences of a content; none if it is as long as the excerpt where it was found."""
    first, text = _content_text(body, attribution.content)
    if sum(map(str.isalpha, text)) >= outer.letters:
        return []
    excerpts = [
        Excerpt(outer.body, first + start, PreparedText(text[start:end]), attribution.id)
        for start, end in sentences(text)
    ]
    return [excerpt for excerpt in excerpts if excerpt.letters >= MIN_INNER_LETTERS]


def _content_text(body: str, content: Sequence[Span]) -> tuple[int, str]:
    """Where a content begins, and its text without quotation marks and spaces at its edges.

    Blanks stand for the words between the pieces of the content.
    """
    pieces: list[str] = []
    end = content[0].start
    for span in content:
        gap = body[end : span.start]
        is_mark = not any(map(str.isalnum, gap))
        pieces += [gap if is_mark else " " * len(gap), body[span.start : span.end]]
        end = span.end
    text = "".join(pieces)
    first, last = 0, len(text)
    while first < last and (text[first] in QUOTATION_MARKS or text[first].isspace()):
        first += 1
    whole = any(
        mark in QUOTATION_MARKS for mark in text[:first]
    )  # else the last mark is of an inner one
    while last > first and (
        text[last - 1].isspace() or (whole and text[last - 1] in QUOTATION_MARKS)
    ):
        last -= 1
    return content[0].start + first, text[first:last]


def sentences_without_content(
    excerpt: Excerpt, tagged: TaggedText, linked: Sequence[LinkedCue]
) -> list[Excerpt]:
    """The sentences that have a source and cues for which no content was found."""
    with_content = {(link.cue.start, link.cue.end) for link in linked}
    cues = [
        span
        for span in tagged.roles
        if span.role == "cue" and (span.start, span.end) not in with_content
    ]
    sources = sorted(span.start for span in tagged.roles if span.role == "source")
    if not cues or not sources:
        return []
    spans = sentences(excerpt.text)
    cues_of_sentence: dict[int, list[Span]] = {}
    for cue in cues:
        number = max(0, bisect_right(spans, cue.start, key=lambda span: span[0]) - 1)
        cues_of_sentence.setdefault(number, []).append(Span(cue.start, cue.end))
    excerpts = []
    for number, inside in cues_of_sentence.items():
        start, end = spans[number]
        source = bisect_left(sources, start)
        if source < len(sources) and sources[source] < end:
            text = PreparedText(excerpt.text[start:end])
            excerpts.append(Excerpt(excerpt.body, start, text, None, tuple(inside)))
    return excerpts


def cut_off_sentences(
    excerpt: Excerpt, tagged: TaggedText, linked: Sequence[LinkedCue]
) -> list[Excerpt]:
    """The sentences with a part of a content of which no attribution has any part."""
    spans = sentences(excerpt.text)
    taken: set[int] = set()
    for link in linked:
        for part in (link.cue, link.source, *link.contents):
            if part is not None:
                taken.update(_sentence_numbers(spans, part))
    found: set[int] = set()
    for role in tagged.roles:
        if role.role == "content":
            found.update(_sentence_numbers(spans, role))
    return [
        Excerpt(excerpt.body, excerpt.start + start, PreparedText(excerpt.text[start:end]))
        for start, end in (spans[number] for number in sorted(found - taken))
    ]


def _sentence_numbers(spans: Sequence[tuple[int, int]], role: RoleSpan) -> range:
    """The numbers of the sentences that a role has a part in."""
    first = bisect_right(spans, role.start, key=lambda span: span[0]) - 1
    return range(max(0, first), bisect_left(spans, role.end, key=lambda span: span[0]))
