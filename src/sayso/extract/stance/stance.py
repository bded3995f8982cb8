"""How a speaker stands to what they are said to say, told by the cue and, in plain cases, the content.

A cue has a class (denial, concession, …); words of the verb group before it may negate it, withhold
it or make it impossible, and so may a speaker such as "nobody"; the lexicon says which stance each
of these leaves. A plain cue ("said") leaves the rest to the content: "said the claims were false"
denies.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.stance.act_kind import act
from sayso.extract.stance.complements import special
from sayso.extract.stance.conditional_cues import why_unsaid
from sayso.extract.stance.content_stance import spelt_out
from sayso.extract.stance.cue_phrases import Found, deciding, entries, last_half, plain
from sayso.extract.stance.hedging import hedges_in
from sayso.lexicon.cues import CueClass, cue_words
from sayso.lexicon.phrases import length_at
from sayso.model.speech import Kind, Stance
from sayso.model.text import Span
from sayso.text.quotes import MARKS
from sayso.text.words import Word, words

LONGEST = 60  # words of a cue that are looked at
ABLE = frozenset({"can", "could"})
TOLD = frozenset({Kind.SPEECH, Kind.WRITING})
CLAIMING = frozenset({Stance.ASSERTS, Stance.DENIES, Stance.CONCEDES, Stance.ACCUSES})


@dataclass(frozen=True, slots=True)
class StanceJudgement:
    """A stance with the kind of act, the hedging words, and a sentence that says why."""

    stance: Stance
    kind: Kind
    hedges: tuple[Span, ...]
    why: str


def judge_stance(
    body: str, cue: Span | None, content: Sequence[Span], source: Span | None = None
) -> StanceJudgement:
    """What the speaker does with the content; without a cue the outlet says it in its own voice."""
    said = [word for span in content for word in words(body, span.start, span.end)]
    if cue is None and source is None:
        return _own_voice(body, said)
    group = plain(words(body, cue.start, cue.end)) if cue is not None else []
    speaker = plain(words(body, source.start, source.end)) if source is not None else []
    hedges = hedges_in(body, plain(sorted([*group, *said])))
    group = group[:LONGEST]
    found = last_half(entries(group), group)
    first = deciding(found, group, source is None)
    if first is None or first.entry.cue is None:
        return _without_class(found, hedges)
    before = [one for one in found if one.last <= first.first]
    kind = act(first, before, group, speaker)
    claiming = kind in TOLD and first.entry.cue.stance in CLAIMING
    unsaid = why_unsaid(body, source, cue, content) if claiming else None
    name = " ".join(word.lower for word in group[first.first : first.last])
    if unsaid is not None:
        return StanceJudgement(
            Stance.DECLINES, kind, hedges, f"“{name}” {unsaid}, not said so far: declines"
        )
    effects = [one.entry.effect for one in before if one.entry.effect]
    if _is_nobody(body, speaker):
        effects.append("negated")
    elif _is_of_none(body, cue, content):
        effects.append("unable" if ABLE & {word.lower for word in group} else "negated")
    stance, why = _composed(first.entry.cue, effects)
    if not effects:
        behind = [*(word.lower for word in group[-1:] if word.lower == "to"), *spelt_out(said)]
        turned = special(first.entry.cue, behind, _opens_quotation(body, content))
        stance, why = turned or (stance, why)
    return StanceJudgement(stance, kind, hedges, f"“{name}” is {first.entry.cue.name}{why}")


def _own_voice(body: str, said: Sequence[Word]) -> StanceJudgement:
    asked = spelt_out(said)[-1:] == ["?"]
    stance = Stance.ASKS if asked else Stance.ASSERTS
    why = "nobody is named for it, so the outlet " + ("asks it" if asked else "says it")
    return StanceJudgement(stance, Kind.WRITING, hedges_in(body, plain(said)), why)


def _opens_quotation(body: str, content: Sequence[Span]) -> bool:
    first = content[0].start if content else 0
    return body[first : first + 1] in MARKS or (first > 0 and body[first - 1] in MARKS)


def _is_of_none(body: str, cue: Span | None, content: Sequence[Span]) -> bool:
    """Whether what a passive cue is about is none: "none of the claims could be verified"."""
    if cue is None or not content or content[0].start > cue.start:
        return False
    passive = cue_words().lists["sourceless.be"] & {
        word.lower for word in words(body, cue.start, cue.end)
    }
    opening = plain(words(body, content[0].start, content[0].end))
    return bool(passive) and _is_nobody(body, opening)


def _is_nobody(body: str, speaker: Sequence[Word]) -> bool:
    """Whether the speaker is nobody: "none of them", "no officer", but not "No 10" or "No Borders"."""
    if not speaker:
        return False
    size = length_at(cue_words().phrases["nobody.words"], [word.lower for word in speaker], 0)
    if not size:
        return False
    behind = speaker[size : size + 1]
    named = speaker[0].lower == "no" and behind and not body[behind[0].start].islower()
    return not named


def _composed(made: CueClass, effects: Sequence[str]) -> tuple[Stance, str]:
    """The stance that the class leaves under what stands before it in the verb group."""
    negations = sum(effect == "negated" for effect in effects)
    strongest = next((one for one in ("unable", "withheld") if one in effects), None)
    if strongest is not None and negations % 2:
        return made.stance, f", {strongest} and negated: {made.stance}"
    if strongest is not None:
        stance = made.unable if strongest == "unable" else made.withheld
        return stance, f", {'which they cannot' if strongest == 'unable' else strongest}: {stance}"
    if negations % 2:
        return made.negated, f", negated: {made.negated}"
    return made.stance, f": {made.stance}"


def _without_class(found: Sequence[Found], hedges: tuple[Span, ...]) -> StanceJudgement:
    """A cue of which the lexicon knows no word but, at most, one that turns others."""
    effects = [one.entry.effect for one in found if one.entry.effect]
    if "withheld" in effects:
        return StanceJudgement(Stance.DECLINES, Kind.SPEECH, hedges, "the words are withheld: declines")
    if "negated" in effects:
        return StanceJudgement(Stance.DENIES, Kind.SPEECH, hedges, "an unlisted cue, negated: denies")
    return StanceJudgement(Stance.ASSERTS, Kind.SPEECH, hedges, "no listed cue: taken to assert")
