"""Whose attribution an aside goes on: "Tarn reported the fire, citing the ministry"."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.asides import Aside, asides
from sayso.extract.speech.confidence import alphanumeric_words, is_clause
from sayso.extract.speech.link_roles import LinkedCue
from sayso.model.speech import Attribution, Stance
from sayso.text.quotes import quotations, quoted_characters
from sayso.text.sentences import sentences

MAX_ASIDES_IN_SENTENCE = 4  # each has the content of its attribution
MAX_CHARACTERS_TO_ASIDE = 60  # from the attribution before it: "said on Sunday, citing"
JOINTS = ' ,\n—–-"”’'  # what may stand between an aside and what it belongs to
BREAKS = ".;:?!"
MAX_OPENING = 500  # characters of a content that show whether it is a clause
SCORE = 0.9  # of a speaker found by the words before it
# The stances with which a speaker passes on what another one told. A denial has other grounds.
PASSING_ON = frozenset({Stance.ASSERTS, Stance.ACCUSES})


def asides_of_links(text: str, linked: Sequence[LinkedCue]) -> dict[int, list[Aside]]:
    """The asides of each link, by its number."""
    found = asides(text)
    if not found or not linked:
        return {}
    order = sorted(range(len(linked)), key=lambda number: linked[number].cue.start)
    starts = [linked[number].cue.start for number in order]
    quoted = quoted_characters(text, quotations(text))
    by_link: dict[int, list[Aside]] = defaultdict(list)
    for start, end, some in _by_sentence(text, found):
        numbers = order[bisect_left(starts, start) : bisect_left(starts, end)]
        last: int | None = None
        before: Aside | None = None
        for aside in some:
            near = [one for one in numbers if quoted[linked[one].cue.start] == quoted[aside.start]]
            if before is None or text[before.end : aside.start].strip():
                last = _link_of(text, linked, near, aside, start)
            if last is not None:
                by_link[last].append(aside)
            before = aside
    return by_link


def _by_sentence(text: str, found: Sequence[Aside]) -> Iterator[tuple[int, int, Sequence[Aside]]]:
    """Each sentence with asides, and the first few of these."""
    spans = sentences(text)
    at = 0
    while at < len(found):
        start, end = spans[bisect_right(spans, found[at].start, key=lambda span: span[0]) - 1]
        after = bisect_left(found, end, key=lambda aside: aside.start)
        yield start, end, found[at : min(after, at + MAX_ASIDES_IN_SENTENCE)]
        at = max(after, at + 1)


def _link_of(
    text: str, linked: Sequence[LinkedCue], near: Sequence[int], aside: Aside, start: int
) -> int | None:
    """Which of the links in its sentence an aside belongs to; the sentence begins at `start`."""
    for number in near:
        source = linked[number].source
        if (
            source is not None
            and source.end <= aside.start
            and _is_joint(text, source.end, aside.start)
        ):
            return number
    if _is_joint(text, start, aside.start):
        opening = [number for number in near if _is_joint(text, aside.end, _start(linked[number]))]
        return opening[0] if opening else None
    before = [number for number in near if linked[number].cue.end <= aside.start]
    if not before:
        return None
    gap = text[_last_end(linked[before[-1]], aside.start) : aside.start]
    is_near = len(gap) <= MAX_CHARACTERS_TO_ASIDE and not any(mark in gap for mark in BREAKS)
    return before[-1] if is_near else None


def _is_joint(text: str, start: int, end: int) -> bool:
    return start <= end and not text[start:end].strip(JOINTS)


def _start(link: LinkedCue) -> int:
    return min(link.cue.start, link.source.start if link.source else link.cue.start)


def _last_end(link: LinkedCue, limit: int) -> int:
    """Where the last part of a link ends before a place."""
    parts = [link.cue, *link.contents, *([link.source] if link.source else [])]
    return max(part.end for part in parts if part.end <= limit)


def link_of_aside(aside: Aside, link: LinkedCue) -> LinkedCue:
    """The link that the speaker of an aside makes with the content of another one."""
    return LinkedCue(
        RoleSpan("cue", *aside.lead, SCORE),
        RoleSpan("source", *aside.speaker, SCORE),
        link.contents,
        link.link_logprob,
    )


def may_be_passed_on(body: str, attribution: Attribution, stance: Stance) -> bool:
    """Whether a speaker of this stance may have the content from somebody else."""
    content = [
        word
        for span in attribution.content
        for word in alphanumeric_words(body, span.start, min(span.end, span.start + MAX_OPENING))
    ]
    return stance in PASSING_ON and is_clause(content)
