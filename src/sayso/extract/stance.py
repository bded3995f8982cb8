"""How a speaker stands to what they are said to say, told by the cue and, in plain cases, the content.

A cue has a class (denial, concession, …); words of the verb group before it may negate it, withhold
it or make it impossible; the lexicon says which stance each of these leaves. A plain cue ("said")
leaves the rest to the content: "said the claims were false" denies.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.cues import POSSESSIVE, CueClass, Entry, cue_words
from sayso.model.speech import Kind, Stance
from sayso.model.text import Span
from sayso.text.words import Word, words

POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their", "one's"})
OPENING = 14  # words of a content in which its own stance is looked for
NEAR = 8  # words between a claim and the word that calls it untrue
CHARGED = frozenset({"for", "of", "over"})
DASHES = frozenset("-‐‑–")


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
        asked = bool(said) and said[-1].lower == "?"
        stance = Stance.ASKS if asked else Stance.ASSERTS
        why = "nobody is named for it, so the outlet " + ("asks it" if asked else "says it")
        return Judgement(stance, Kind.WRITING, _hedges(body, said), why)
    group = _plain(words(body, cue.start, cue.end)) if cue is not None else []
    hedges = _hedges(body, sorted([*group, *said]))
    found = _entries(group)
    deciding = _deciding(found)
    if deciding is None:
        return _without_class(found, hedges)
    made = deciding.entry.cue
    assert made is not None  # noqa: S101 - that is what _deciding looks for
    effects = [one.entry.effect for one in found if one.entry.effect and one.last <= deciding.first]
    stance, why = _composed(made, effects)
    if not effects:
        special = _special(made, said)
        if special is not None:
            stance, why = special
    name = " ".join(word.lower for word in group[deciding.first : deciding.last])
    return Judgement(stance, made.kind, hedges, f"“{name}” is {made.name}{why}")


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


def _deciding(found: Sequence[_Found]) -> _Found | None:
    """The phrase that gives a cue its class.

    A light one ("issued") gives way to any other; of the others, the first that does more than
    assert, else the first. One that only turns what follows ("declined to") decides alone.
    """
    classed = [one for one in found if one.entry.cue is not None]
    last = max((one.first for one in classed), default=-1)
    able = [one for one in classed if not (one.entry.effect and one.first < last)]
    heavy = [one for one in able if one.entry.cue is not None and not one.entry.cue.light]
    telling = [one for one in heavy if one.entry.cue and one.entry.cue.stance is not Stance.ASSERTS]
    for some in (telling, heavy, able, classed):
        if some:
            return some[0]
    return None


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


def _special(made: CueClass, said: Sequence[Word]) -> tuple[Stance, str] | None:
    """The stance that the content's own form gives, where the class lets it."""
    spelt = [word.lower.replace("’", "'") for word in said if word.lower not in "\"“”‘’'«»"]
    if made.infinitive is not None and "to" in spelt[:4] and spelt[:1] not in (["that"], ["due"]):
        return made.infinitive, f" with “to”: {made.infinitive}"
    if made.charge is not None and any(word in CHARGED for word in spelt[1:NEAR]):
        return made.charge, f", and lays a deed at somebody’s door: {made.charge}"
    if made.offer is not None and any(word in cue_words().offered for word in spelt[:NEAR]):
        return made.offer, f" of an offer: {made.offer}"
    if not made.plain:
        return None
    if spelt[-1:] == ["?"]:
        return Stance.ASKS, ", and what is said is a question: asks"
    if any(_phrase_in(phrase, spelt[:OPENING]) for phrase in cue_words().silence):
        return Stance.DECLINES, ", and nothing is said of the matter: declines"
    if _rejects(spelt):
        return Stance.DENIES, ", and what is said calls it untrue: denies"
    return None


def _rejects(spelt: Sequence[str]) -> bool:
    """Whether a content calls a claim untrue, or denies it in so many words."""
    lexicon = cue_words()
    head = spelt[:OPENING]
    if any(
        word in lexicon.denying and set(head[max(0, at - 3) : at]) & lexicon.first_person
        for at, word in enumerate(head)
    ):
        return True
    for at, word in enumerate(head):
        if word in lexicon.subjects:
            behind = spelt[at + 1 : at + 1 + NEAR]
            return any(_phrase_in(phrase, behind) for phrase in lexicon.untrue) and (
                not {"if", "whether"} & set(head[:at])
            )
    return False


def _phrase_in(phrase: tuple[str, ...], spelt: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(spelt[at : at + size]) == phrase for at in range(len(spelt) - size + 1))


def _hedges(body: str, said: Sequence[Word]) -> tuple[Span, ...]:
    """The words that make less of what is said, in text order."""
    known = cue_words().hedges
    found = []
    at = 0
    while at < len(said):
        size = 0
        for phrase in known.get(said[at].lower, ()):
            lower = tuple(word.lower for word in said[at : at + len(phrase)])
            if lower == phrase and not body[said[at].start].isupper():
                size = len(phrase)
                break
        if size:
            found.append(Span(said[at].start, said[at + size - 1].end))
        at += size or 1
    return tuple(sorted(set(found)))
