"""How a speaker stands to what they are said to say, told by the cue and, in plain cases, the content.

A cue has a class (denial, concession, …); words of the verb group before it may negate it, withhold
it or make it impossible, and so may a speaker such as "nobody"; the lexicon says which stance each
of these leaves. A plain cue ("said") leaves the rest to the content: "said the claims were false"
denies.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.contents import names_it_untrue, own_stance, spelt_out
from sayso.lexicon.cues import POSSESSIVE, POSSESSIVES, CueClass, Entry, cue_words, length_at
from sayso.model.speech import Kind, Stance
from sayso.model.text import Span
from sayso.text.quotes import MARKS
from sayso.text.words import Word, words

LONGEST = 60  # words of a cue that are looked at
NEAR = 8  # words in which what a content is the object of is looked for
DASHES = frozenset("-‐‑–")
# "may" and "might" hedge only in small letters: a month, a name.
SMALL = frozenset({"may", "might"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance with the kind of act, the hedging words, and a sentence that says why."""

    stance: Stance
    kind: Kind
    hedges: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry of the lexicon in a cue: words [first, last)."""

    entry: Entry
    first: int
    last: int


def judge(
    body: str, cue: Span | None, content: Sequence[Span], source: Span | None = None
) -> Judgement:
    """What the speaker does with the content; without a cue the outlet says it in its own voice."""
    said = [word for span in content for word in words(body, span.start, span.end)]
    if cue is None and source is None:
        asked = spelt_out(said)[-1:] == ["?"]
        stance = Stance.ASKS if asked else Stance.ASSERTS
        why = "nobody is named for it, so the outlet " + ("asks it" if asked else "says it")
        return Judgement(stance, Kind.WRITING, _hedges(body, _plain(said)), why)
    group = _plain(words(body, cue.start, cue.end)) if cue is not None else []
    speaker = _plain(words(body, source.start, source.end)) if source is not None else []
    hedges = _hedges(body, _plain(sorted([*group, *said])))
    group = group[:LONGEST]
    found = _last_half(_entries(group), group)
    deciding = _deciding(found, group)
    if deciding is None or deciding.entry.cue is None:
        return _without_class(found, hedges)
    made = deciding.entry.cue
    before = [one for one in found if one.last <= deciding.first]
    effects = [one.entry.effect for one in before if one.entry.effect]
    if _is_nobody(body, speaker):
        effects.append("negated")
    stance, why = _composed(made, effects)
    if not effects:
        special = _special(made, spelt_out(said), _opens_quotation(body, content))
        if special is not None:
            stance, why = special
    name = " ".join(word.lower for word in group[deciding.first : deciding.last])
    kind = _kind(deciding, before, group, speaker)
    return Judgement(stance, kind, hedges, f"“{name}” is {made.name}{why}")


def _plain(found: Sequence[Word]) -> list[Word]:
    """The words with straight apostrophes and hyphenated words in one."""
    out: list[Word] = []
    for word in found:
        lower = word.lower.replace("’", "'")
        joined = len(out) > 1 and out[-1].lower in DASHES and out[-1].end == word.start
        if joined and out[-2].end == out[-1].start:
            out.pop()
            before = out.pop()
            out.append(Word(before.start, word.end, f"{before.lower}-{lower}"))
        else:
            out.append(Word(word.start, word.end, lower))
    return out


def _entries(group: Sequence[Word]) -> list[_Found]:
    """The phrases of the lexicon in a cue, from left to right, each the longest at its place."""
    entries = cue_words().entries
    spelt = _spelt(group)
    found: list[_Found] = []
    at = 0
    while at < len(spelt):
        entry = next((one for one in entries.get(spelt[at], ()) if _stands(one, spelt, at)), None)
        if entry is None:
            if spelt[at].endswith("n't"):
                found.append(_Found(Entry((spelt[at],), None, "negated"), at, at + 1))
            at += 1
            continue
        found.append(_Found(entry, at, at + len(entry.phrase)))
        at += len(entry.phrase)
    return found


def _spelt(group: Sequence[Word]) -> list[str]:
    return [word.lower for word in group]


def _stands(entry: Entry, spelt: Sequence[str], at: int) -> bool:
    """Whether a phrase stands here; an adverb may part a verb from its particle only by being
    listed so."""
    if len(entry.phrase) > len(spelt) - at:
        return False
    return all(
        wanted == given or (wanted == POSSESSIVE and given in POSSESSIVES)
        for wanted, given in zip(entry.phrase, spelt[at:], strict=False)
    )


def _last_half(found: list[_Found], group: Sequence[Word]) -> list[_Found]:
    """Of a cue with two halves the one that the content belongs to: "refused to say but hinted"."""
    for one in reversed(found):
        if one.entry.cue is not None:
            joined = _before(one, group)
            said = one.entry.cue.plain and not one.entry.base
            if joined == "but" or (joined == "and" and said):
                return found[found.index(one) :]
    return found


def _deciding(found: Sequence[_Found], group: Sequence[Word]) -> _Found | None:
    """The phrase that gives a cue its class.

    A light one ("issued") gives way to any other; of the others, the first that does more than
    assert, else the first. A firm one ("answered") keeps its place, and what stands in the cue as a
    mere circumstance ("in answer to a question") takes nobody's. One that only turns what follows
    ("declined to") decides alone.
    """
    classed = [one for one in found if one.entry.cue is not None and not _is_thing(one, group)]
    last = max((one.first for one in classed), default=-1)
    able = [one for one in classed if not (one.entry.effect and one.first < last)]
    heavy = [one for one in able if one.entry.cue is not None and not one.entry.cue.light]
    some = heavy or able or classed
    return _heaviest(some, group) if some else None


def _heaviest(some: Sequence[_Found], group: Sequence[Word]) -> _Found:
    first = some[0]
    firm = first.entry.cue is not None and first.entry.cue.firm
    for one in some:
        if one.entry.cue is None or one.entry.cue.stance is Stance.ASSERTS:
            continue
        means = _is_means(one, group)
        if one is first or means or not (firm or _is_circumstance(first, one, group)):
            return one
    return first


def _is_thing(one: _Found, group: Sequence[Word]) -> bool:
    """Whether what can only be a verb stands behind an article, and so is none: "the rebels"."""
    articles = cue_words().lists["circumstance.articles"]
    verb = one.entry.forms == {"verbs"}
    return verb and one.first > 0 and group[one.first - 1].lower in articles


def _is_circumstance(first: _Found, one: _Found, group: Sequence[Word]) -> bool:
    """Whether a noun or a participle hangs on a preposition behind the verb: "to a question"."""
    if not one.entry.forms & {"nouns"} and not group[one.first].lower.endswith(("ing", "s")):
        return False
    if _before(one, group) == "to" and one.entry.base:
        return False
    between = [word.lower for word in group[first.last : one.first]]
    if "," in between:
        between = between[len(between) - between[::-1].index(",") :]
    return bool(cue_words().lists["circumstance.words"] & set(between))


def _is_means(one: _Found, group: Sequence[Word]) -> bool:
    """Whether it says how the speaker did it: "responded by accusing"."""
    return _before(one, group) == "by" and group[one.first].lower.endswith("ing")


def _before(one: _Found, group: Sequence[Word]) -> str:
    """The word before a phrase, adverbs left out."""
    at = one.first - 1
    while at >= 0 and group[at].lower.endswith("ly"):
        at -= 1
    return group[at].lower if at >= 0 else ""


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


def _opens_quotation(body: str, content: Sequence[Span]) -> bool:
    first = content[0].start if content else 0
    return body[first : first + 1] in MARKS or (first > 0 and body[first - 1] in MARKS)


def _kind(
    deciding: _Found, before: Sequence[_Found], group: Sequence[Word], speaker: Sequence[Word]
) -> Kind:
    """The kind of the class; a thought that is voiced is speech, speech on paper is writing."""
    made = deciding.entry.cue
    kind = made.kind if made is not None else Kind.SPEECH
    voiced = any(one.entry.cue is not None and one.entry.cue.aloud for one in before)
    if kind is Kind.THOUGHT and voiced:
        kind = Kind.SPEECH
    if kind is Kind.SPEECH and (_is_written(speaker) or _on_paper(group, deciding.last)):
        return Kind.WRITING
    return kind


def _is_written(speaker: Sequence[Word]) -> bool:
    """Whether the speaker is a document: "a letter from the consul"."""
    lists = cue_words().lists
    head = ""
    for word in speaker:
        if word.lower in lists["written.breaks"]:
            break
        head = word.lower
    return head in lists["written.words"] or head.removesuffix("s") in lists["written.words"]


def _on_paper(group: Sequence[Word], at: int) -> bool:
    """Whether the cue ends in a document: "said in an email"."""
    spelt = [word.lower for word in group[at:]]
    if "in" not in spelt:
        return False
    behind = spelt[spelt.index("in") + 1 :]
    return any(word in cue_words().lists["written.words"] for word in behind)


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


def _without_class(found: Sequence[_Found], hedges: tuple[Span, ...]) -> Judgement:
    """A cue of which the lexicon knows no word but, at most, one that turns others."""
    effects = [one.entry.effect for one in found if one.entry.effect]
    if "withheld" in effects:
        return Judgement(Stance.DECLINES, Kind.SPEECH, hedges, "the words are withheld: declines")
    if "negated" in effects:
        return Judgement(Stance.DENIES, Kind.SPEECH, hedges, "an unlisted cue, negated: denies")
    return Judgement(Stance.ASSERTS, Kind.SPEECH, hedges, "no listed cue: taken to assert")


def _special(made: CueClass, spelt: Sequence[str], quoted: bool) -> tuple[Stance, str] | None:
    """The stance that the content's own form gives, where the class lets it."""
    if made.infinitive is not None and _is_infinitive(spelt):
        return made.infinitive, f" with “to”: {made.infinitive}"
    if made.charge is not None and _charges(made, spelt):
        return made.charge, f", and lays a deed at somebody’s door: {made.charge}"
    offered = cue_words().lists["offered.words"]
    if made.offer is not None and any(word in offered for word in spelt[:NEAR]):
        return made.offer, f" of an offer: {made.offer}"
    if made.naming and names_it_untrue(spelt):
        return Stance.DENIES, ", and the name for it is untrue: denies"
    return own_stance(spelt, quoted) if made.plain else None


def _is_infinitive(spelt: Sequence[str]) -> bool:
    """Whether a content is what somebody is to do: "to leave", "the men to leave"."""
    lexicon = cue_words()
    subjects, not_before = (
        lexicon.lists[f"infinitive.{key}"] for key in ("subjects", "not_before")
    )
    for at, word in enumerate(spelt[: NEAR - 3]):
        if word in subjects or word == ",":
            return False
        if word == "to":
            ahead = spelt[at + 1] if at + 1 < len(spelt) else ""
            return at == 0 or ahead not in not_before
    return False


def _charges(made: CueClass, spelt: Sequence[str]) -> bool:
    """Whether the content has somebody and, behind "for" or the like, what they did."""
    not_after = cue_words().lists["charged.not_after"]
    for at in range(1, min(NEAR, len(spelt))):
        if spelt[at] in made.by:
            return spelt[at - 1] not in not_after
    return False


def _hedges(body: str, said: Sequence[Word]) -> tuple[Span, ...]:
    """The words that make less of what is said, in text order."""
    known = cue_words().phrases["hedge.words"]
    spelt = [word.lower for word in said]
    found = []
    at = 0
    while at < len(said):
        size = length_at(known, spelt, at)
        if size and not (spelt[at] in SMALL and body[said[at].start].isupper()):
            found.append(Span(said[at].start, said[at + size - 1].end))
        at += size or 1
    return tuple(sorted(set(found)))
