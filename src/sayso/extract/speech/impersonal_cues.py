"""Cues without a speaker before them: "Orel is expected to go", "it seems", "she was accused of"."""

from collections.abc import Sequence

from sayso.encoder.tagger import RoleSpan
from sayso.lexicon.cues import cue_words
from sayso.text.words import words

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
    if not lists["sourceless.words"].isdisjoint(spelt):
        return True
    be, adverbs = lists["sourceless.be"], lists["sourceless.adverbs"]
    at = next((at for at, word in enumerate(spelt) if word in be), len(spelt)) + 1
    while at < len(spelt) and (spelt[at].endswith("ly") or spelt[at] in be or spelt[at] in adverbs):
        at += 1
    return at < len(spelt) and spelt[at] in lists["sourceless.participles"]


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
