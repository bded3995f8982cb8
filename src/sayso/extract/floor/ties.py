"""What ties a quotation to whoever utters it: a cue beside it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.floor.posts import signature
from sayso.extract.floor.subjects import subject_of
from sayso.extract.floor.tags import has_tag_verb, is_passive, is_saying, tag_at
from sayso.extract.floor.utterances import DASHES, Sentence, Utterance
from sayso.extract.floor.voices import Voices
from sayso.model.speech import Attribution
from sayso.model.text import Span
from sayso.text.words import words

TAGGED_BEHIND = frozenset(",?!…—–-")


@dataclass(frozen=True, slots=True)
class Tie:
    """The words for whoever utters a quotation, and the cue; `attribution` says so, if one does.

    Without a source, somebody utters it whom the words do not show.
    """

    source: Span | None
    cue: Span | None
    attribution: Attribution | None = None


class Ties:
    """The cues of one text, outside its utterances."""

    def __init__(self, voices: Voices, attributions: Sequence[Attribution]) -> None:
        self._voices = voices
        self._by_cue = sorted(
            (one.cue.start, one.id, one)
            for one in attributions
            if one.cue is not None and one.source is not None and one.within is None
        )

    def within(self, stretch: Span) -> list[Attribution]:
        """The attributions with cue and source in a stretch, in order."""
        first = bisect_left(self._by_cue, (stretch.start,))
        last = bisect_left(self._by_cue, (stretch.end,))
        near = (one for _, _, one in self._by_cue[first:last])
        return [
            one for one in near if one.source and stretch.start <= one.source.start < stretch.end
        ]

    def behind(self, utterance: Utterance, sentence: Sentence | None) -> Tie | None:
        """The tie by what follows a quotation in its sentence."""
        signed = signature(self._voices.text, utterance.span.end)
        if utterance.alone and signed is not None:
            return Tie(signed, None)
        if sentence is None or not (sentence.behind or utterance.last == ","):
            return None
        text = self._voices.text
        opening = text[sentence.span.start : sentence.span.end].lstrip()[:1]
        if utterance.last not in TAGGED_BEHIND and not (opening == "," or opening.islower()):
            return None
        if is_passive(text, sentence.span):
            return Tie(None, None)
        tag = tag_at(self._voices, sentence.span)
        for one in self.within(sentence.span):
            near = tag is not None and one.cue is not None and one.cue.touches(tag.cue)
            if one.source is not None and (near or _is_about(one, utterance.span)):
                return Tie(one.source, one.cue, one)
        if tag is not None:
            return Tie(tag.source, tag.cue)
        return Tie(None, None) if opening.islower() and has_tag_verb(text, sentence.span) else None

    def before(self, utterance: Utterance, sentence: Sentence | None) -> Tie | None:
        """The tie by what leads up to a quotation: a colon, or a cue with a comma."""
        if sentence is None:
            return None
        text, span = self._voices.text, sentence.span
        lead = text[span.start : span.end].rstrip(" \n\t*")
        if not lead or lead[-1] not in DASHES | {":", ","}:
            return None
        if lead[-1] != ":" and sentence.paragraph != utterance.paragraph:
            return None
        found = self.within(span)
        for one in reversed(found):
            if one.source is not None and (lead[-1] == ":" or _is_about(one, utterance.span)):
                return Tie(one.source, one.cue, one)
        last = words(text, max(span.start, span.end - 60), span.start + len(lead) - 1)[-2:]
        if lead[-1] == "," and not (last and is_saying(last[-1].lower)):
            return None
        subject = Span(last[0].start, last[0].end) if last else span
        if lead[-1] == "," and self._voices.pronoun(subject):
            return Tie(subject, None)
        voice = subject_of(self._voices, span)
        return Tie(voice.span, None) if voice is not None else None


def _is_about(attribution: Attribution, quotation: Span) -> bool:
    return any(one.touches(quotation) for one in attribution.content)
