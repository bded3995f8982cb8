"""Cues without a speaker before them: "Orel is expected to go", "it seems", "she was accused of"."""

from collections.abc import Sequence

from sayso.encoder.tagger import RoleSpan
from sayso.lexicon.cues import cue_words
from sayso.lexicon.inflect import is_participle
from sayso.model.text import Span
from sayso.text.words import words

MAX_OPENING_CHARACTERS = 20  # of a content, where its first word stands
MAX_SOURCE_WORDS = 8  # of a source that stands between its cue and the content


def is_impersonal(text: str, cue: RoleSpan, source: RoleSpan | None) -> bool:
    """Whether the words before a cue name somebody who is spoken of and does not speak.

    This holds for "seem" and for a passive ("was criticised"). It does not hold for a source behind
    the cue ("by his party") or for a state of mind ("was worried", "was quoted as saying").
    """
    lists = cue_words().lists
    if source is not None and source.start >= cue.end:
        return False
    spelt = [word.lower for word in words(text[cue.start : cue.end])]
    if not spelt or spelt[-1] == "by":
        return False
    if source is not None and _is_passive_of_it(text[source.start : source.end], spelt):
        return True
    if not lists["sourceless.words"].isdisjoint(spelt):
        return True
    be, adverbs = lists["sourceless.be"], lists["sourceless.adverbs"]
    at = next((at for at, word in enumerate(spelt) if word in be), len(spelt)) + 1
    while at < len(spelt) and (spelt[at].endswith("ly") or spelt[at] in be or spelt[at] in adverbs):
        at += 1
    return at < len(spelt) and spelt[at] in lists["sourceless.participles"]


def _is_passive_of_it(source: str, spelt: Sequence[str]) -> bool:
    """Whether a cue says by nobody what follows "it": "it was later denied that", "it's feared"."""
    be = cue_words().lists["sourceless.be"]
    spelt = [word for word in spelt if word.isalpha()] or spelt
    is_passive = not be.isdisjoint(spelt[:-1]) or spelt[0] == "s"
    return source.lower() == "it" and is_passive and is_participle(spelt[-1])


def is_sourceless_cue(text: str, cue: Span, content: Span) -> bool:
    """Whether a cue needs no source: "it was claimed", "is said", "allegedly", "the belief that".

    `content` is the first piece of its content. A participle without "be" needs none where something
    stands before it ("the plan attacked").
    """
    lists = cue_words().lists
    spelt = [word.lower.replace("’", "'") for word in words(text, cue.start, cue.end)]
    if not lists["sourceless.words"].isdisjoint(spelt):
        return True
    spelt = [word for word in spelt if not word.endswith("ly") and word.isalpha()] or spelt
    first = spelt[0]
    if first in lists["sourceless.subjects"] or first in lists["sourceless.articles"]:
        return True
    if not lists["sourceless.be"].isdisjoint(spelt):
        return True
    return (content < cue and is_participle(first)) or _is_noun(spelt, text, content)


def _is_noun(spelt: Sequence[str], text: str, content: Span) -> bool:
    """Whether a cue is a noun before its content: "talk that", "reports of"."""
    opening = words(text, content.start, min(content.end, content.start + MAX_OPENING_CHARACTERS))
    joints = cue_words().lists["sourceless.joints"]
    *before, last = spelt
    if last in joints and before:
        last = before[-1]
    elif not opening or opening[0].lower not in joints:
        return False
    return any("nouns" in entry.forms for entry in cue_words().entries.get(last, ()))


def source_behind_article(
    text: str, cue: RoleSpan, source: RoleSpan, contents: Sequence[RoleSpan]
) -> RoleSpan | None:
    """The source, unless it is only an article.

    Then the source is what stands between the cue and its content ("the allegations of the Echo that
    …"); None if nothing there can be one.
    """
    if text[source.start : source.end].lower() not in cue_words().lists["sourceless.articles"]:
        return source
    end = min((span.start for span in contents if span.start >= cue.end), default=cue.end)
    between = text[cue.end : end]
    name = between.strip()
    if not name or len(name.split()) > MAX_SOURCE_WORDS or any(mark in name for mark in ".;:"):
        return None
    start = cue.end + between.index(name)
    return RoleSpan("source", start, start + len(name), source.score)
