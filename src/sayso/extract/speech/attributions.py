"""Who is said to say what: attributions, and attributions inside their contents."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.encoder.tagger import TaggedText, RoleSpan, tag_texts
from sayso.extract.speech.according_to import framed
from sayso.extract.speech.confidence import Place, signs, sureness, talk
from sayso.extract.speech.link_roles import Bundle, bundles
from sayso.extract.speech.nesting import nested
from sayso.extract.speech.thresholds import least_sureness
from sayso.extract.stance.stance import Judgement, judge
from sayso.model.speech import Attribution, Speech
from sayso.model.text import Span
from sayso.text.quotes import MARKS, quotations, quoted
from sayso.text.sentences import sentences

# A content with fewer letters than this has no room for a source, a cue and a content of its own.
ROOM = 12
# How much more readily something is found within a content than in a text at large (tuned on chains.jsonl).
EAGER = 1.5
# The same for a sentence that has a cue and a speaker, and no content yet.
AGAIN = 2.0


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution with how its speaker stands to the content and why that is thought, and the
    signs by which it is believed."""

    attribution: Attribution
    judgement: Judgement
    signs: tuple[float, ...] = ()


@dataclass(frozen=True)
class _Passage:
    """A stretch of one body that is read on its own: the body's words from `start` on, all that
    is not to be read blanked out, inside the attribution `within`."""

    body: int
    start: int
    text: str
    within: str | None
    cue: Span | None = None  # the one that the passage is read for

    @cached_property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(map(str.isalpha, self.text))


class _Text:
    """One body and what has been found in it so far; nothing is kept twice."""

    def __init__(self, body: str, all_of_them: bool) -> None:
        self.body = body
        self._all = all_of_them
        self._marked = quoted(body, quotations(body))
        self._talk = talk(body, self._marked)
        self._found: dict[str, Attributed] = {}

    def add(self, passage: _Passage, bundle: Bundle) -> Attributed | None:
        """The attribution that a bundle of a passage makes, if it is likely and not known already."""
        made = self._attributed(passage, bundle)
        attribution = made.attribution
        if attribution.id in self._found or not self._is_sought(passage, attribution):
            return None
        least = least_sureness(self.body, attribution, made.judgement.stance, self._talk)
        if not self._all and attribution.score < least:
            return None
        self._found[attribution.id] = made
        return made

    def _attributed(self, passage: _Passage, bundle: Bundle) -> Attributed:
        def at(role: RoleSpan) -> Span:
            return Span(passage.start + role.start, passage.start + role.end)

        source = at(bundle.source) if bundle.source else None
        cue, content = at(bundle.cue), tuple(at(one) for one in bundle.contents)
        judgement = judge(self.body, cue, content, source)
        speech = _speech(self.body, self._marked, content)
        inside, again = passage.within is not None, passage.cue is not None
        place = Place(inside, again, speech is Speech.DIRECT, self._talk)
        found = signs(passage.text, bundle, judgement.kind, place)
        score = round(sureness(found), 4)
        made = Attribution(source, cue, content, speech, judgement.kind, passage.within, score)
        return Attributed(made, judgement, found)

    def _is_sought(self, passage: _Passage, attribution: Attribution) -> bool:
        """Whether a second look has found a content for the very cue that had none."""
        if passage.cue is None:
            return True
        if attribution.cue is None or not attribution.cue.touches(passage.cue):
            return False
        known = [span for one in self._found.values() for span in one.attribution.content]
        return not any(span.touches(other) for other in known for span in attribution.content)

    def in_order(self) -> list[Attributed]:
        """What was found, outer before inner."""
        found = nested([one.attribution for one in self._found.values()])
        pairs = zip(found, self._found.values(), strict=True)
        made = (replace(other, attribution=one) for one, other in pairs)
        return sorted(made, key=_place)


def find_attributions(bodies: Sequence[str], all_of_them: bool = False) -> list[list[Attributed]]:
    """The likely attributions of each text, or all that were found, in order, outer before inner.

    A sentence with a cue and a source for which no content was found is read again by itself;
    contents are read again for attributions inside them, until none is found.
    """
    texts = [_Text(body, all_of_them) for body in bodies]
    passages = [_Passage(number, 0, body, None) for number, body in enumerate(bodies)]
    contents: list[_Passage] = []
    missed: list[_Passage] = []
    for passage, reading in zip(passages, tag_texts(bodies), strict=True):
        found = bundles(passage.text, reading)
        found += framed(passage.text, reading, found)
        contents += _taken_in(texts, passage, found)
        missed += _missed(passage, reading, found)
    contents += _look(texts, missed, AGAIN)
    while contents:
        contents = _look(texts, contents, EAGER)
    return [text.in_order() for text in texts]


def _look(texts: Sequence[_Text], passages: Sequence[_Passage], eager: float) -> list[_Passage]:
    """Read passages for attributions; the contents of those that are found."""
    inner: list[_Passage] = []
    readings = tag_texts([passage.text for passage in passages], eager)
    for passage, reading in zip(passages, readings, strict=True):
        found = bundles(passage.text, reading)
        if passage.cue is None:
            found += framed(passage.text, reading, found)
        inner += _taken_in(texts, passage, found)
    return inner


def _taken_in(texts: Sequence[_Text], passage: _Passage, found: Sequence[Bundle]) -> list[_Passage]:
    """Keep what was found in a passage; the contents, to be read in their turn.

    Within a content somebody must be named: the network sees a speaker's own verbs there as cues.
    """
    text = texts[passage.body]
    sure = [bundle for bundle in found if bundle.source or passage.within is None]
    made = [text.add(passage, bundle) for bundle in sure]
    return [
        inner
        for one in made
        if one is not None
        for inner in _inside(text.body, passage, one.attribution)
    ]


def _missed(passage: _Passage, reading: TaggedText, found: Sequence[Bundle]) -> list[_Passage]:
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


def _place(found: Attributed) -> tuple[int, int]:
    content = found.attribution.content
    return content[0].start, -content[-1].end


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
    if letters >= passage.letters:
        return []
    parts = [
        _Passage(passage.body, first + start, text[start:end], attribution.id)
        for start, end in sentences(text)
    ]
    return [part for part in parts if part.letters >= ROOM]
