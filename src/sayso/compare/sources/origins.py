"""Which reports count as one voice.

A report takes the voice of one other at most: the one that it follows, or, where nobody knows who was
first, the shorter one that it holds. So two reports that a third one merges stay two voices.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.clustering import component_labels, grouped_by_label
from sayso.compare.sources.credits import credits_of
from sayso.compare.sources.outlets import known_house, outlet_key
from sayso.model.comparison import Copy, CopyKind, Evidence, Origin, Story
from sayso.model.reasons import RuleName, because
from sayso.model.text import Document

# The part of the longer text, too, that the shared words must be: a long report that holds a whole
# short one has more to say than that.
MIN_SHARE_OF_LONGER = 0.3

# A report with the reports that it may take the voice of, and why.
VoiceLink = tuple[str, str, Evidence]


def find_origins(
    documents: Mapping[str, Document], copies: Sequence[Copy], stories: Sequence[Story]
) -> tuple[Origin, ...]:
    """Every report in one origin: with those whose voice it repeats, or alone."""
    follows = [*_links_by_words(documents, copies), *_links_by_publisher(documents, stories)]
    ids = sorted(documents)
    place = {one: at for at, one in enumerate(ids)}
    labels = component_labels(len(ids), [(place[one], place[other]) for one, other, _ in follows])
    why: dict[int, list[Evidence]] = {}
    for one, _, evidence in follows:
        why.setdefault(labels[place[one]], []).append(evidence)
    return tuple(
        Origin(tuple(ids[at] for at in part), tuple(why.get(labels[part[0]], ())))
        for part in grouped_by_label(labels)
    )


def _links_by_words(
    documents: Mapping[str, Document], copies: Sequence[Copy]
) -> Iterator[VoiceLink]:
    """Each report with the one whose words it has the most of."""
    best: dict[str, tuple[float, str]] = {}
    for copy in copies:
        if copy.kind is not CopyKind.COPY:
            continue
        follower, followed = _follower_and_followed(copy, documents)
        of_follower = _share_covered(copy, follower, documents[follower])
        of_longer = min(of_follower, _share_covered(copy, followed, documents[followed]))
        if of_longer >= MIN_SHARE_OF_LONGER:
            best[follower] = max(best.get(follower, (0.0, "")), (of_follower, followed))
    for follower, (share, followed) in sorted(best.items()):
        names = documents[follower].name, documents[followed].name
        reason = because(RuleName.SAME_WORDS, f"{share:.0%}", *names)
        yield follower, followed, Evidence.of("same words", round(min(share, 1.0), 4), reason)


def _follower_and_followed(copy: Copy, documents: Mapping[str, Document]) -> tuple[str, str]:
    """The report that follows and the one that it follows."""
    pair = sorted((copy.left, copy.right), key=lambda one: (-len(documents[one]), one))
    if copy.origin is not None:
        pair.sort(key=lambda one: one == copy.origin)
    return pair[0], pair[1]


def _share_covered(copy: Copy, one: str, document: Document) -> float:
    """The share of a report's characters that the passages hold."""
    spans = sorted(
        passage.left.span if copy.left == one else passage.right.span for passage in copy.passages
    )
    total = reached = 0
    for span in spans:
        total += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return total / max(1, len(document))


def _links_by_publisher(
    documents: Mapping[str, Document], stories: Sequence[Story]
) -> Iterator[VoiceLink]:
    """Reports of one story whose text is one agency's or one house's."""
    for story in stories:
        first: dict[str, str] = {}
        for one in sorted(story.documents, key=lambda one: (documents[one].published or "~", one)):
            publisher = _publisher_of(documents[one])
            if publisher is None:
                continue
            owner = _house_of_publisher(documents[one], publisher)
            other = first.setdefault(owner, one)
            if other != one:
                yield (
                    one,
                    other,
                    _publisher_evidence(documents[one], documents[other], publisher, owner),
                )


def _publisher_evidence(one: Document, other: Document, publisher: str, owner: str) -> Evidence:
    """Why the two are one publisher's, in words."""
    before = _publisher_of(other) or ""
    if outlet_key(before) == outlet_key(publisher):
        names = one.name, other.name, publisher
        return Evidence.of("same publisher", 1.0, because(RuleName.SAME_PUBLISHER, *names))
    both = publisher, one.name, before, other.name
    return Evidence.of("same house", 1.0, because(RuleName.SAME_HOUSE, *both, owner))


def _house_of_publisher(document: Document, publisher: str) -> str:
    """The house of a publisher; of an outlet that is in no known one, the house of its site."""
    known = known_house(publisher)
    if known is None and publisher == document.outlet and document.url:
        known = known_house(document.url)
    return known or outlet_key(publisher)


def _publisher_of(document: Document) -> str | None:
    """Whose text it is: the one agency that it is credited to, or else its outlet's."""
    credited = [credit.name for credit in credits_of(document) if credit.whole]
    if credited:
        return credited[0] if len(credited) == 1 else None
    return document.outlet
