"""The words of a cue by the lexicon: which phrases stand in it, and which of them decides.

"issued a statement denying" has three; the last says what the speaker does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.cues import POSSESSIVE, POSSESSIVES, Entry, cue_words
from sayso.model.speech import Stance
from sayso.text.words import Word

DASHES = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the lexicon in a cue: words [first, last)."""

    entry: Entry
    first: int
    last: int


def plain(found: Sequence[Word]) -> list[Word]:
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


def entries(group: Sequence[Word]) -> list[Found]:
    """The phrases of the lexicon in a cue, from left to right, each the longest at its place."""
    spelt = [word.lower for word in group]
    found: list[Found] = []
    at = 0
    while at < len(spelt):
        one = _longest(spelt, at)
        if one is None and spelt[at].endswith("n't"):
            one = Found(Entry((spelt[at],), None, "negated"), at, at + 1)
        if one is not None:
            found.append(one)
        at = one.last if one is not None else at + 1
    return found


def _longest(spelt: Sequence[str], at: int) -> Found | None:
    """The longest phrase at a place, a verb and its particle perhaps parted by an adverb."""
    known = cue_words().entries.get(spelt[at], ())
    whole = next((one for one in known if _stands(one.phrase, spelt, at)), None)
    if whole is None or len(whole.phrase) == 1:
        behind = _past_adverbs(spelt, at + 1)
        for one in known if behind > at + 1 else ():
            if (
                one.forms & {"verbs"}
                and len(one.phrase) > 1
                and _stands(one.phrase[1:], spelt, behind)
            ):
                return Found(one, at, behind + len(one.phrase) - 1)
    return Found(whole, at, at + len(whole.phrase)) if whole is not None else None


def _past_adverbs(spelt: Sequence[str], at: int) -> int:
    """Where the adverbs end that begin at a place, at most two of them."""
    parted = cue_words().lists["parted.words"]
    last = min(at + 2, len(spelt))
    while at < last and (spelt[at] in parted or spelt[at].endswith("ly")):
        at += 1
    return at


def _stands(phrase: Sequence[str], spelt: Sequence[str], at: int) -> bool:
    if len(phrase) > len(spelt) - at:
        return False
    return all(
        wanted == given or (wanted == POSSESSIVE and given in POSSESSIVES)
        for wanted, given in zip(phrase, spelt[at:], strict=False)
    )


def last_half(found: list[Found], group: Sequence[Word]) -> list[Found]:
    """Of a cue with two halves the one that the content belongs to: "refused to say but hinted"."""
    for one in reversed(found):
        if one.entry.cue is not None:
            joined = _before(one, group)
            said = one.entry.cue.plain and not one.entry.base
            if joined == "but" or (joined == "and" and said):
                return found[found.index(one) :]
    return found


def deciding(found: Sequence[Found], group: Sequence[Word], nameless: bool) -> Found | None:
    """The phrase that gives a cue its class.

    A light one ("issued") gives way to any other; of the others, the first that does more than
    assert, else the first. A firm one ("answered") keeps its place, and what stands in the cue as a
    mere circumstance ("in answer to a question") takes nobody's. One that only turns what follows
    ("declined to") decides alone.
    """
    classed = [one for one in found if one.entry.cue is not None and not _is_thing(one, group)]
    last = max((one.first for one in classed), default=-1)
    able = [one for one in classed if not (one.entry.effect and one.first < last)]
    if nameless and able and _is_of_nobody(able[0]):
        return able[0]
    heavy = [one for one in able if one.entry.cue is not None and not one.entry.cue.light]
    some = heavy or able or classed
    return _heaviest(some, group) if some else None


def _is_of_nobody(one: Found) -> bool:
    """Whether a phrase tells of sayings and names no speaker: "reportedly", "allegedly"."""
    made = one.entry.cue
    return made is not None and made.light and not made.aloud and one.entry.forms == {"others"}


def _heaviest(some: Sequence[Found], group: Sequence[Word]) -> Found:
    first = some[0]
    firm = first.entry.cue is not None and first.entry.cue.firm
    for one in some:
        if one.entry.cue is None or one.entry.cue.stance is Stance.ASSERTS:
            continue
        means = _is_means(one, group)
        if one is first or means or not (firm or _is_circumstance(first, one, group)):
            return one
    return first


def _is_thing(one: Found, group: Sequence[Word]) -> bool:
    """Whether what can only be a verb stands behind an article, and so is none: "the rebels"."""
    articles = cue_words().lists["circumstance.articles"]
    verb = one.entry.forms == {"verbs"}
    return verb and one.first > 0 and group[one.first - 1].lower in articles


def _is_circumstance(first: Found, one: Found, group: Sequence[Word]) -> bool:
    """Whether a noun or a participle hangs on a preposition behind the verb: "to a question"."""
    if not one.entry.forms & {"nouns"} and not group[one.first].lower.endswith(("ing", "s")):
        return False
    if _before(one, group) == "to" and one.entry.base:
        return False
    between = [word.lower for word in group[first.last : one.first]]
    if "," in between:
        between = between[len(between) - between[::-1].index(",") :]
    return bool(cue_words().lists["circumstance.words"] & set(between))


def _is_means(one: Found, group: Sequence[Word]) -> bool:
    """Whether it says how the speaker did it: "responded by accusing"."""
    return _before(one, group) == "by" and group[one.first].lower.endswith("ing")


def _before(one: Found, group: Sequence[Word]) -> str:
    """The word before a phrase, adverbs left out."""
    at = one.first - 1
    while at >= 0 and group[at].lower.endswith("ly"):
        at -= 1
    return group[at].lower if at >= 0 else ""
