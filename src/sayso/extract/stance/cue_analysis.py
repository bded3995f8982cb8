"""Which phrase of a cue decides what the cue means.

"issued a statement denying" has three; the last says what the speaker does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.extract.stance.cue_phrases import CueMatch, match_phrases
from sayso.lexicon.cues import CueClass, cue_words
from sayso.model.speech import Stance

MAX_KNOWN_CUES = 4096  # whose analysis is remembered


@dataclass(frozen=True, slots=True)
class CueAnalysis:
    """What the lexicon says of a cue: its phrases, the one that decides, and those before that one.

    Of a cue with two halves ("refused to say but hinted") only the second half counts.
    """

    phrases: Sequence[CueMatch]
    deciding: CueMatch | None
    before: Sequence[CueMatch]

    @property
    def cue_class(self) -> CueClass | None:
        """The class of the deciding phrase."""
        return self.deciding.entry.cue if self.deciding is not None else None


@lru_cache(maxsize=MAX_KNOWN_CUES)
def analyse_cue(spelt: tuple[str, ...], has_source: bool) -> CueAnalysis:
    """The phrases of a cue, and which of them decides; a cue without a source may decide otherwise."""
    phrases = _last_half(match_phrases(spelt), spelt)
    deciding = _deciding_phrase(phrases, spelt, has_source)
    before = [match for match in phrases if deciding is not None and match.last <= deciding.first]
    return CueAnalysis(tuple(phrases), deciding, tuple(before))


def _last_half(matches: list[CueMatch], spelt: Sequence[str]) -> list[CueMatch]:
    """The phrases of the half that the content belongs to: "hinted" of "refused to say but hinted"."""
    for number in range(len(matches) - 1, -1, -1):
        entry = matches[number].entry
        if entry.cue is not None:
            joint = _word_before(matches[number], spelt)
            is_saying = entry.cue.plain and not entry.base
            if joint == "but" or (joint == "and" and is_saying):
                return matches[number:]
    return matches


def _deciding_phrase(
    matches: Sequence[CueMatch], spelt: Sequence[str], has_source: bool
) -> CueMatch | None:
    """The phrase that gives a cue its class.

    A light one ("issued") gives way to any other. Of the others it is the first that does more than
    assert, else the first. A firm one ("answered") keeps its place, and so does one before a
    circumstance ("in answer to a question"). A phrase that only modifies what follows ("declined
    to") decides if it stands alone.
    """
    classed = [match for match in matches if match.entry.cue and not _is_noun(match, spelt)]
    last = max((match.first for match in classed), default=-1)
    able = [match for match in classed if not (match.entry.effect and match.first < last)]
    if not has_source and able and _is_unattributed(able[0]):
        return able[0]
    heavy = [match for match in able if match.entry.cue and not match.entry.cue.light]
    candidates = heavy or able or classed
    return _first_beyond_assertion(candidates, spelt) if candidates else None


def _is_unattributed(match: CueMatch) -> bool:
    """Whether a phrase says that something is said, but not who says it: "reportedly", "allegedly"."""
    made = match.entry.cue
    return made is not None and made.light and not made.aloud and match.entry.forms == {"others"}


def _first_beyond_assertion(candidates: Sequence[CueMatch], spelt: Sequence[str]) -> CueMatch:
    """The first phrase that does more than assert, if nothing keeps the first one in its place."""
    first = candidates[0]
    is_firm = first.entry.cue is not None and first.entry.cue.firm
    for match in candidates:
        if match.entry.cue is None or match.entry.cue.stance is Stance.ASSERTS:
            continue
        if match is first or _is_means(match, spelt):
            return match
        if not (is_firm or _is_circumstance(first, match, spelt)):
            return match
    return first


def _is_noun(match: CueMatch, spelt: Sequence[str]) -> bool:
    """Whether what the lexicon knows as a verb stands behind an article: "the rebels"."""
    articles = cue_words().lists["circumstance.articles"]
    is_verb = match.entry.forms == {"verbs"}
    return is_verb and match.first > 0 and spelt[match.first - 1] in articles


def _is_circumstance(first: CueMatch, match: CueMatch, spelt: Sequence[str]) -> bool:
    """Whether a noun or a participle belongs to a preposition behind the verb: "to a question"."""
    is_noun = "nouns" in match.entry.forms
    if not is_noun and not spelt[match.first].endswith(("ing", "s")):
        return False
    if _word_before(match, spelt) == "to" and match.entry.base:
        return False
    between = list(spelt[first.last : match.first])
    if "," in between:
        between = between[len(between) - between[::-1].index(",") :]
    return not cue_words().lists["circumstance.words"].isdisjoint(between)


def _is_means(match: CueMatch, spelt: Sequence[str]) -> bool:
    """Whether a phrase says how the speaker did it: "responded by accusing"."""
    return _word_before(match, spelt) == "by" and spelt[match.first].endswith("ing")


def _word_before(match: CueMatch, spelt: Sequence[str]) -> str:
    """The word before a phrase, adverbs left out."""
    at = match.first - 1
    while at >= 0 and spelt[at].endswith("ly"):
        at -= 1
    return spelt[at] if at >= 0 else ""
