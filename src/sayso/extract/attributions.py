"""Who is said to say what: attributions, and attributions inside their contents."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.encoder.tagger import Reading, Role, read
from sayso.extract.linking import Bundle, bundles
from sayso.extract.stance import Judgement, judge
from sayso.model.speech import Attribution, Speech
from sayso.model.text import Span
from sayso.text.quotes import MARKS, quotations, quoted
from sayso.text.sentences import sentences

# A content with fewer letters than this has no room for a source, a cue and a content of its own.
ROOM = 24
# How much more readily something is found within a content than in a text at large (tuned on GUM).
EAGER = 1.0


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution with how its speaker stands to the content, and why that is thought."""

    attribution: Attribution
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of one body that is read on its own: the body's words from `start` on, all that
    is not to be read blanked out, inside the attribution `within`."""

    body: int
    start: int
    text: str
    within: str | None
    cue: Span | None = None  # the one that the passage is read for


def find_attributions(bodies: Sequence[str]) -> list[list[Attributed]]:
    """The attributions of each text, in text order, outer before inner.

    A sentence with a cue and a source for which no content was found is read again by itself;
    contents are read again for attributions inside them, until none is found.
    """
    out: list[list[Attributed]] = [[] for _ in bodies]
    marked = [quoted(body, quotations(body)) for body in bodies]
    passages = [_Passage(index, 0, body, None) for index, body in enumerate(bodies)]
    readings = read(bodies)
    missed: list[_Passage] = []
    for passage, reading in zip(passages, readings, strict=True):
        found = bundles(passage.text, reading)
        out[passage.body] = [
            _attributed(passage.text, marked[passage.body], passage, bundle) for bundle in found
        ]
        missed += _missed(passage, reading, found)
    for passage, reading in zip(missed, read([one.text for one in missed], 2 * EAGER), strict=True):
        for bundle in bundles(passage.text, reading):
            again = _attributed(bodies[passage.body], marked[passage.body], passage, bundle)
            if _is_new(again.attribution, passage, out[passage.body]):
                out[passage.body].append(again)
    passages = [
        inner
        for passage in passages
        for one in out[passage.body]
        for inner in _inside(passage.text, passage, one.attribution)
    ]
    while passages:
        inner_passages: list[_Passage] = []
        readings = read([passage.text for passage in passages], EAGER)
        for passage, reading in zip(passages, readings, strict=True):
            body = bodies[passage.body]
            for bundle in bundles(passage.text, reading):
                made = _attributed(body, marked[passage.body], passage, bundle)
                out[passage.body].append(made)
                inner_passages += _inside(body, passage, made.attribution)
        passages = inner_passages
    for found_here in out:
        found_here.sort(key=_place)
    return out


def _missed(passage: _Passage, reading: Reading, found: Sequence[Bundle]) -> list[_Passage]:
    """The sentences in which a cue has a source beside it, and no content was found for it."""
    held = {(bundle.cue.start, bundle.cue.end) for bundle in found}
    lonely = [
        one for one in reading.roles if one.role == "cue" and (one.start, one.end) not in held
    ]
    sources = [one.start for one in reading.roles if one.role == "source"]
    if not lonely or not sources:
        return []
    spans = sentences(passage.text)
    starts = [start for start, _ in spans]
    out = []
    for cue in lonely:
        start, end = spans[max(0, bisect_right(starts, cue.start) - 1)]
        if any(start <= source < end for source in sources):
            text = passage.text[start:end]
            out.append(_Passage(passage.body, start, text, None, Span(cue.start, cue.end)))
    return out


def _is_new(again: Attribution, passage: _Passage, found: Sequence[Attributed]) -> bool:
    """Whether a second look has found a content for the very cue that had none."""
    if passage.cue is None or again.cue is None or not again.cue.touches(passage.cue):
        return False
    return not any(
        span.touches(other)
        for one in found
        for other in one.attribution.content
        for span in again.content
    )


def _place(found: Attributed) -> tuple[int, int]:
    content = found.attribution.content
    return content[0].start, -content[-1].end


def _attributed(body: str, marked: bytearray, passage: _Passage, bundle: Bundle) -> Attributed:
    def at(role: Role) -> Span:
        return Span(passage.start + role.start, passage.start + role.end)

    parts = [bundle.cue, *bundle.contents, *([bundle.source] if bundle.source else [])]
    source = at(bundle.source) if bundle.source else None
    cue, content = at(bundle.cue), tuple(at(one) for one in bundle.contents)
    judgement = judge(body, cue, content, source)
    attribution = Attribution(
        source=source,
        cue=cue,
        content=content,
        speech=_speech(body, marked, content),
        kind=judgement.kind,
        within=passage.within,
        score=round(sum(one.score for one in parts) / len(parts), 4),
    )
    return Attributed(attribution, judgement)


def _speech(body: str, marked: bytearray, content: Sequence[Span]) -> Speech:
    """Whether the words of a content stand in quotation marks: all, some or none of them."""
    places = [place for span in content for place in range(span.start, span.end)]
    words = [marked[place] for place in places if body[place].isalnum()]
    if words and all(words):
        return Speech.DIRECT
    return Speech.MIXED if any(words) else Speech.INDIRECT


def _inside(body: str, passage: _Passage, attribution: Attribution) -> list[_Passage]:
    """The content as a passage of its own, if it is shorter than what it was found in."""
    first, last = attribution.content[0].start, attribution.content[-1].end
    kept = [" "] * (last - first)
    for span in attribution.content:
        kept[span.start - first : span.end - first] = body[span.start : span.end]
    while kept and (kept[0] in MARKS or kept[0].isspace()):
        kept.pop(0)
        first += 1
    while kept and (kept[-1] in MARKS or kept[-1].isspace()):
        kept.pop()
    text = "".join(kept)
    letters = sum(map(str.isalpha, text))
    if letters < ROOM or letters >= sum(map(str.isalpha, passage.text)):
        return []
    return [_Passage(passage.body, first, text, attribution.id)]
