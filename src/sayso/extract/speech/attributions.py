"""Who is said to say what: attributions, and attributions inside their contents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.encoder.tagger import RoleSpan, tag_texts
from sayso.extract.speech.according_to import framed_sentences
from sayso.extract.speech.confidence import (
    AttributionContext,
    attribution_confidence,
    confidence_features,
    talkativeness,
)
from sayso.extract.speech.excerpts import Excerpt, content_excerpts, sentences_without_content
from sayso.extract.speech.link_roles import LinkedCue, link_cues
from sayso.extract.speech.nesting import nest_attributions
from sayso.extract.speech.thresholds import confidence_threshold
from sayso.extract.stance.stance import StanceJudgement, judge_stance
from sayso.model.speech import Attribution, Speech
from sayso.model.text import Span
from sayso.text.quotes import quotations, quoted_characters

# Added to the score of every tag that opens a span, within a content (tuned on chains.jsonl) …
INNER_TAG_BONUS = 1.5
# … and within a sentence with a cue and a source for which no content was found.
SECOND_LOOK_TAG_BONUS = 2.0


@dataclass(frozen=True, slots=True)
class JudgedAttribution:
    """An attribution with the stance of its speaker and the features of its confidence."""

    attribution: Attribution
    judgement: StanceJudgement
    features: tuple[float, ...] = ()


class _AttributionCollector:
    """Collects the attributions of one body, each once."""

    def __init__(self, body: str, keep_all: bool) -> None:
        self.body = body
        self._keep_all = keep_all
        self._quoted_characters = quoted_characters(body, quotations(body))
        self._talkativeness = talkativeness(body, self._quoted_characters)
        self._content_characters = bytearray(len(body))
        self._attributions: dict[str, JudgedAttribution] = {}

    def add_link(self, excerpt: Excerpt, link: LinkedCue) -> Attribution | None:
        """Keep the attribution that a link in an excerpt makes; None if it is unlikely or known."""
        judged = self._judged_attribution(excerpt, link)
        attribution, stance = judged.attribution, judged.judgement.stance
        if attribution.id in self._attributions or not self._is_sought(excerpt, attribution):
            return None
        threshold = confidence_threshold(self.body, attribution, stance, self._talkativeness)
        if not self._keep_all and attribution.score < threshold:
            return None
        self._attributions[attribution.id] = judged
        for span in attribution.content:
            self._content_characters[span.start : span.end] = b"\x01" * len(span)
        return attribution

    def _judged_attribution(self, excerpt: Excerpt, link: LinkedCue) -> JudgedAttribution:
        def span_of(role: RoleSpan) -> Span:
            return Span(excerpt.start + role.start, excerpt.start + role.end)

        source = span_of(link.source) if link.source else None
        cue, content = span_of(link.cue), tuple(map(span_of, link.contents))
        judgement = judge_stance(self.body, cue, content, source)
        speech = _speech_of(self.body, self._quoted_characters, content)
        context = AttributionContext(
            inside_another=excerpt.within is not None,
            second_look=excerpt.cue is not None,
            quoted=speech is Speech.DIRECT,
            talkativeness=self._talkativeness,
        )
        features = confidence_features(excerpt.text, link, judgement.kind, context)
        score = round(attribution_confidence(features), 4)
        attribution = Attribution(
            source, cue, content, speech, judgement.kind, excerpt.within, score
        )
        return JudgedAttribution(attribution, judgement, features)

    def _is_sought(self, excerpt: Excerpt, attribution: Attribution) -> bool:
        """Whether an attribution found at a second look is new and has the cue that was looked for."""
        if excerpt.cue is None:
            return True
        if attribution.cue is None or not attribution.cue.touches(excerpt.cue):
            return False
        return not any(
            any(self._content_characters[span.start : span.end]) for span in attribution.content
        )

    def attributions_in_order(self) -> list[JudgedAttribution]:
        """What was collected, outer attributions before inner ones."""
        judged = self._attributions.values()
        nested = nest_attributions([known.attribution for known in judged])
        pairs = zip(judged, nested, strict=True)
        return sorted(
            (replace(known, attribution=attribution) for known, attribution in pairs),
            key=_text_order,
        )


def find_attributions(
    bodies: Sequence[str], keep_all: bool = False
) -> list[list[JudgedAttribution]]:
    """The likely attributions of each text, or all that were found, outer ones before inner ones.

    A sentence with a cue and a source for which no content was found is read again by itself;
    contents are read again for attributions inside them, until none is found.
    """
    collectors = [_AttributionCollector(body, keep_all) for body in bodies]
    whole = [Excerpt(number, 0, body) for number, body in enumerate(bodies)]
    contents: list[Excerpt] = []
    without_content: list[Excerpt] = []
    for excerpt, tagged in zip(whole, tag_texts(bodies), strict=True):
        linked = link_cues(excerpt.text, tagged)
        linked += framed_sentences(excerpt.text, tagged, linked)
        contents += _collect_links(collectors, excerpt, linked)
        without_content += sentences_without_content(excerpt, tagged, linked)
    contents += _read_excerpts(collectors, without_content, SECOND_LOOK_TAG_BONUS)
    while contents:
        contents = _read_excerpts(collectors, contents, INNER_TAG_BONUS)
    return [collector.attributions_in_order() for collector in collectors]


def _read_excerpts(
    collectors: Sequence[_AttributionCollector], excerpts: Sequence[Excerpt], tag_bonus: float
) -> list[Excerpt]:
    """Read excerpts for attributions; return the contents of those that are kept."""
    inner: list[Excerpt] = []
    tagged_texts = tag_texts([excerpt.text for excerpt in excerpts], tag_bonus)
    for excerpt, tagged in zip(excerpts, tagged_texts, strict=True):
        linked = link_cues(excerpt.text, tagged)
        if excerpt.cue is None:
            linked += framed_sentences(excerpt.text, tagged, linked)
        inner += _collect_links(collectors, excerpt, linked)
    return inner


def _collect_links(
    collectors: Sequence[_AttributionCollector], excerpt: Excerpt, linked: Sequence[LinkedCue]
) -> list[Excerpt]:
    """Keep what was found in an excerpt; return the contents, to be read in their turn.

    Within a content a source is needed: the network sees a speaker's own verbs there as cues.
    """
    collector = collectors[excerpt.body]
    inner: list[Excerpt] = []
    for link in linked:
        if link.source is None and excerpt.within is not None:
            continue
        attribution = collector.add_link(excerpt, link)
        if attribution is not None:
            inner += content_excerpts(collector.body, excerpt, attribution)
    return inner


def _text_order(judged: JudgedAttribution) -> tuple[int, int]:
    content = judged.attribution.content
    return content[0].start, -content[-1].end


def _speech_of(body: str, quoted_characters: bytearray, content: Sequence[Span]) -> Speech:
    """Whether the words of a content stand in quotation marks: all, some or none of them."""
    pieces = [quoted_characters[span.start : span.end] for span in content]
    if not any(map(any, pieces)):
        return Speech.INDIRECT
    if all(map(all, pieces)):
        words = any(any(map(str.isalnum, body[span.start : span.end])) for span in content)
        return Speech.DIRECT if words else Speech.INDIRECT
    flags = [
        quoted_characters[at]
        for span in content
        for at in range(span.start, span.end)
        if body[at].isalnum()
    ]
    if flags and all(flags):
        return Speech.DIRECT
    return Speech.MIXED if any(flags) else Speech.INDIRECT
