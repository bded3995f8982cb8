"""Collects the attributions of one text, and says which of them are likely enough to be kept."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.confidence import (
    AttributionContext,
    attribution_confidence,
    confidence_features,
    talkativeness,
)
from sayso.extract.speech.excerpts import Excerpt
from sayso.extract.speech.further_speakers import may_be_passed_on
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.speech.nesting import nest_attributions, without_deepest
from sayso.extract.speech.thresholds import confidence_threshold
from sayso.extract.stance.stance import StanceJudgement, judge_stance
from sayso.model.speech import Attribution, Speech
from sayso.model.text import Span
from sayso.text.quotes import quotations, quoted_characters


@dataclass(frozen=True, slots=True)
class JudgedAttribution:
    """An attribution with the stance of its speaker and the features of its confidence."""

    attribution: Attribution
    judgement: StanceJudgement
    features: tuple[float, ...] = ()


class AttributionCollector:
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

    def may_be_passed_on(self, attribution: Attribution) -> bool:
        """Whether the speaker of a kept attribution may have its content from somebody else."""
        stance = self._attributions[attribution.id].judgement.stance
        return may_be_passed_on(self.body, attribution, stance)

    def _judged_attribution(self, excerpt: Excerpt, link: LinkedCue) -> JudgedAttribution:
        def span_of(role: RoleSpan) -> Span:
            return Span(excerpt.start + role.start, excerpt.start + role.end)

        source = span_of(link.source) if link.source else None
        cue, content = span_of(link.cue), tuple(map(span_of, link.contents))
        judgement = judge_stance(self.body, cue, content, source)
        speech = _speech_of(self.body, self._quoted_characters, content)
        context = AttributionContext(
            inside_another=excerpt.within is not None,
            second_look=bool(excerpt.cues),
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
        """Whether an attribution found at a second look is new and has a cue that was looked for."""
        if not excerpt.cues:
            return True
        if attribution.cue is None or not _touches_any(attribution.cue, excerpt.cues):
            return False
        return not any(
            any(self._content_characters[span.start : span.end]) for span in attribution.content
        )

    def attributions_in_order(self) -> list[JudgedAttribution]:
        """What was collected, outer attributions before inner ones."""
        known = [judged.attribution for judged in self._attributions.values()]
        return sorted(
            (
                replace(self._attributions[attribution.id], attribution=attribution)
                for attribution in without_deepest(nest_attributions(known))
            ),
            key=text_order,
        )


def moved_attributions(
    judged: Sequence[JudgedAttribution], distance: int
) -> list[JudgedAttribution]:
    """The attributions of a text in its place in a longer one, so many characters further on."""
    if not distance:
        return list(judged)

    def moved(span: Span) -> Span:
        return Span(span.start + distance, span.end + distance)

    moved_by_id = {
        known.attribution.id: replace(
            known.attribution,
            source=moved(known.attribution.source) if known.attribution.source else None,
            cue=moved(known.attribution.cue) if known.attribution.cue else None,
            content=tuple(map(moved, known.attribution.content)),
        )
        for known in judged
    }
    found = []
    for known in judged:
        attribution, outer = moved_by_id[known.attribution.id], known.attribution.within
        if outer is not None:
            attribution = replace(attribution, within=moved_by_id[outer].id)
        judgement = replace(known.judgement, hedges=tuple(map(moved, known.judgement.hedges)))
        found.append(replace(known, attribution=attribution, judgement=judgement))
    return found


def _touches_any(cue: Span, others: Sequence[Span]) -> bool:
    """Whether a cue shares a character with one of the others, which are in text order."""
    at = bisect_right(others, cue.start, key=lambda other: other.end)
    return at < len(others) and others[at].touches(cue)


def text_order(judged: JudgedAttribution) -> tuple[int, int]:
    """What attributions are sorted by: the longer one first where two contents begin together."""
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
