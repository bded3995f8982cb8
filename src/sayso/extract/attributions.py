"""Who is said to say what: attributions, and attributions inside their contents."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.encoder.tagger import Role, read
from sayso.extract.linking import Bundle, bundles
from sayso.extract.stance import Judgement, judge
from sayso.model.speech import Attribution, Speech
from sayso.model.text import Span
from sayso.text.quotes import MARKS, quotations, quoted

# A content with fewer letters than this has no room for a source, a cue and a content of its own.
ROOM = 24


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


def find_attributions(bodies: Sequence[str]) -> list[list[Attributed]]:
    """The attributions of each text, in text order, outer before inner.

    Contents are read again for attributions inside them, until none is found.
    """
    out: list[list[Attributed]] = [[] for _ in bodies]
    marked = [quoted(body, quotations(body)) for body in bodies]
    passages = [_Passage(index, 0, body, None) for index, body in enumerate(bodies)]
    while passages:
        readings = read([passage.text for passage in passages])
        inner: list[_Passage] = []
        for passage, reading in zip(passages, readings, strict=True):
            body = bodies[passage.body]
            for bundle in bundles(reading):
                found = _attributed(body, marked[passage.body], passage, bundle)
                out[passage.body].append(found)
                inner += _inside(body, passage, found.attribution)
        passages = inner
    for found_here in out:
        found_here.sort(key=_place)
    return out


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
