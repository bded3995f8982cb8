"""How a speaker stands to the content: read from the cue and, in plain cases, from the content.

A cue has a class (denial, concession, …). Words of the verb group before it may negate it, withhold
it or make it impossible, and so may a source such as "nobody"; the lexicon says which stance each of
these leaves. A plain cue ("said") leaves the rest to the content: "said the claims were false"
denies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.stance.act_kind import act_kind
from sayso.extract.stance.complements import stance_of_complement
from sayso.extract.stance.conditional_cues import why_unsaid
from sayso.extract.stance.contractions import expand_contractions
from sayso.extract.stance.cue_analysis import CueAnalysis, analyse_cue
from sayso.extract.stance.hedging import find_hedges
from sayso.extract.stance.joined_words import join_hyphenated, joined_words
from sayso.lexicon.cues import CueClass, cue_words
from sayso.lexicon.phrases import phrase_length_at
from sayso.model.speech import Kind, Stance
from sayso.model.text import Span
from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.words import Word, words

MAX_CUE_WORDS = 60
SENTENCE_ENDS = frozenset(".?!")
UTTERANCES = frozenset({Kind.SPEECH, Kind.WRITING})
CLAIMING_STANCES = frozenset({Stance.ASSERTS, Stance.DENIES, Stance.CONCEDES, Stance.ACCUSES})


@dataclass(frozen=True, slots=True)
class StanceJudgement:
    """A stance with the kind of act, the hedging words, and a sentence that says why."""

    stance: Stance
    kind: Kind
    hedges: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _MarkedText:
    """A body with the spans of one attribution."""

    body: str
    cue: Span | None
    content: Sequence[Span]
    source: Span | None

    def words_in(self, span: Span | None) -> list[Word]:
        """The words of a span, hyphenated words in one; none without a span."""
        return joined_words(self.body, span.start, span.end) if span is not None else []

    def content_words(self) -> list[Word]:
        """The words of the content, as they are printed."""
        return [word for span in self.content for word in words(self.body, span.start, span.end)]


def judge_stance(
    body: str, cue: Span | None, content: Sequence[Span], source: Span | None = None
) -> StanceJudgement:
    """What the speaker does with the content; without a cue the outlet says it in its own voice."""
    marked = _MarkedText(body, cue, content, source)
    hedges = find_hedges(body, _words_in_text_order(marked))
    if cue is None and source is None:
        return _outlet_voice(marked, hedges)
    spelt = tuple(word.lower for word in marked.words_in(cue)[:MAX_CUE_WORDS])
    source_words = marked.words_in(source)
    analysis = analyse_cue(spelt, source is not None)
    deciding, cue_class = analysis.deciding, analysis.cue_class
    if deciding is None or cue_class is None:
        return _without_class(analysis, hedges)
    kind = act_kind(analysis, spelt, [word.lower for word in source_words])
    phrase = " ".join(spelt[deciding.first : deciding.last])
    may_be_unsaid = kind in UTTERANCES and cue_class.stance in CLAIMING_STANCES
    unsaid = why_unsaid(body, source, cue, content) if may_be_unsaid else None
    if unsaid is not None:
        why = f"“{phrase}” {unsaid}, not said so far: declines"
        return StanceJudgement(Stance.DECLINES, kind, hedges, why)
    effects = [match.entry.effect for match in analysis.before if match.entry.effect]
    effects += _effects_of_nobody(marked, source_words, spelt)
    stance, why = _stance_under_effects(cue_class, effects)
    if not effects:
        to = ["to"] if spelt[-1:] == ("to",) else []
        complement = to + expand_contractions(marked.content_words())
        by_complement = stance_of_complement(cue_class, complement, _opens_quotation(marked))
        stance, why = by_complement or (stance, why)
    if stance is Stance.ASSERTS and kind in UTTERANCES and _is_quoted_question(marked):
        stance, why = Stance.ASKS, ", with a question: asks"
    return StanceJudgement(stance, kind, hedges, f"“{phrase}” is {cue_class.name}{why}")


def _words_in_text_order(marked: _MarkedText) -> list[Word]:
    """The words of the cue and the content, hyphenated words in one."""
    spans = sorted([*([marked.cue] if marked.cue is not None else []), *marked.content])
    if all(left.end < right.start for left, right in pairwise(spans)):
        return [word for span in spans for word in marked.words_in(span)]
    return join_hyphenated(sorted([*marked.words_in(marked.cue), *marked.content_words()]))


def _outlet_voice(marked: _MarkedText, hedges: tuple[Span, ...]) -> StanceJudgement:
    """What the outlet does in its own voice: it asks or asserts."""
    asks = _last_mark(marked) == "?"
    stance = Stance.ASKS if asks else Stance.ASSERTS
    why = "nobody is named for it, so the outlet " + ("asks it" if asks else "says it")
    return StanceJudgement(stance, Kind.WRITING, hedges, why)


def _last_mark(marked: _MarkedText) -> str:
    """The last word or mark of a content before its closing quotation marks."""
    backwards = (word.lower for word in reversed(marked.content_words()))
    return next((word for word in backwards if word not in QUOTATION_MARKS), "")


def _is_quoted_question(marked: _MarkedText) -> bool:
    """Whether a content is one question in quotation marks."""
    marks = [word.lower for word in marked.content_words() if word.lower in SENTENCE_ENDS]
    return marks == ["?"] and _last_mark(marked) == "?" and _opens_quotation(marked)


def _opens_quotation(marked: _MarkedText) -> bool:
    body, first = marked.body, marked.content[0].start if marked.content else 0
    return body[first : first + 1] in QUOTATION_MARKS or (
        first > 0 and body[first - 1] in QUOTATION_MARKS
    )


def _effects_of_nobody(
    marked: _MarkedText, source: Sequence[Word], cue: Sequence[str]
) -> list[str]:
    """The effect on the class of the cue if the source means no one ("nobody"), or the content nothing."""
    if _is_nobody(marked.body, source):
        return ["negated"]
    if not _is_about_none(marked):
        return []
    return ["negated"] if cue_words().lists["nobody.ability"].isdisjoint(cue) else ["unable"]


def _is_about_none(marked: _MarkedText) -> bool:
    """Whether a passive cue follows a content like "none of the claims" ("… could be verified")."""
    cue, content = marked.cue, marked.content
    if cue is None or not content or content[0].start > cue.start:
        return False
    passives = cue_words().lists["sourceless.be"]
    if passives.isdisjoint(word.lower for word in words(marked.body, cue.start, cue.end)):
        return False
    return _is_nobody(marked.body, marked.words_in(content[0]))


def _is_nobody(body: str, source: Sequence[Word]) -> bool:
    """Whether the words of a source mean no one: "none of them", "no officer", but not "No 10"."""
    if not source:
        return False
    length = phrase_length_at(
        cue_words().phrases["nobody.words"], [word.lower for word in source], 0
    )
    if not length:
        return False
    behind = source[length : length + 1]
    is_name = source[0].lower == "no" and behind and not body[behind[0].start].islower()
    return not is_name


def _stance_under_effects(cue_class: CueClass, effects: Sequence[str]) -> tuple[Stance, str]:
    """The stance of the class after the effects of the words before it in the verb group."""
    is_negated = effects.count("negated") % 2 == 1
    strongest = next((effect for effect in ("unable", "withheld") if effect in effects), None)
    if strongest is not None and is_negated:
        return cue_class.stance, f", {strongest} and negated: {cue_class.stance}"
    if strongest == "unable":
        return cue_class.unable, f", which they cannot: {cue_class.unable}"
    if strongest == "withheld":
        return cue_class.withheld, f", withheld: {cue_class.withheld}"
    if is_negated:
        return cue_class.negated, f", negated: {cue_class.negated}"
    return cue_class.stance, f": {cue_class.stance}"


def _without_class(analysis: CueAnalysis, hedges: tuple[Span, ...]) -> StanceJudgement:
    """The judgement of a cue that the lexicon does not know, except for a word that negates others."""
    effects = [match.entry.effect for match in analysis.phrases if match.entry.effect]
    if "withheld" in effects:
        why = "the words are withheld: declines"
        return StanceJudgement(Stance.DECLINES, Kind.SPEECH, hedges, why)
    if "negated" in effects:
        why = "an unlisted cue, negated: denies"
        return StanceJudgement(Stance.DENIES, Kind.SPEECH, hedges, why)
    return StanceJudgement(Stance.ASSERTS, Kind.SPEECH, hedges, "no listed cue: taken to assert")
