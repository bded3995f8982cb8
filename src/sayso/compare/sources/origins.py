"""Which reports count as one voice.

A report takes the voice of one other report at most: the one that it follows or, if it is not known
who was first, the shorter one whose words it has. So two reports that a third one merges stay two
voices.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.clustering import component_labels, grouped_by_label
from sayso.compare.sources.credits import credits_of
from sayso.compare.sources.outlets import known_house, outlet_key
from sayso.model.comparison import Copy, CopyKind, Evidence, Origin, Story
from sayso.model.reasons import RuleName, because
from sayso.model.text import Document

# The shared words must be this share of the longer text too: a long report that holds a whole short
# one also says other things.
MIN_SHARE_OF_LONGER = 0.3

# A report, another one whose voice it takes, and why.
VoiceLink = tuple[str, str, Evidence]


def find_origins(
    documents: Mapping[str, Document], copies: Sequence[Copy], stories: Sequence[Story]
) -> tuple[Origin, ...]:
    """The origins of all reports: each report with those that have the same voice, or alone."""
    links = [*_links_by_words(documents, copies), *_links_by_publisher(documents, stories)]
    ids = sorted(documents)
    index = {id_: at for at, id_ in enumerate(ids)}
    labels = component_labels(len(ids), [(index[left], index[right]) for left, right, _ in links])
    reasons: dict[int, list[Evidence]] = {}
    for id_, _, evidence in links:
        reasons.setdefault(labels[index[id_]], []).append(evidence)
    return tuple(
        Origin(tuple(ids[at] for at in group), tuple(reasons.get(labels[group[0]], ())))
        for group in grouped_by_label(labels)
    )


def _links_by_words(
    documents: Mapping[str, Document], copies: Sequence[Copy]
) -> Iterator[VoiceLink]:
    """Each report with the one that has most of its words."""
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
    """The report that follows and the one that it follows; if neither is known, the longer first."""
    pair = sorted((copy.left, copy.right), key=lambda id_: (-len(documents[id_]), id_))
    if copy.origin is not None:
        pair.sort(key=lambda id_: id_ == copy.origin)
    return pair[0], pair[1]


def _share_covered(copy: Copy, id_: str, document: Document) -> float:
    """The share of a report's characters that are in the passages of a copy."""
    spans = sorted(
        passage.left.span if copy.left == id_ else passage.right.span for passage in copy.passages
    )
    covered = end = 0
    for span in spans:
        covered += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return covered / max(1, len(document))


def _links_by_publisher(
    documents: Mapping[str, Document], stories: Sequence[Story]
) -> Iterator[VoiceLink]:
    """Each report with the first report of its story from the same agency or house."""
    for story in stories:
        first_of_house: dict[str, str] = {}
        for id_ in sorted(story.documents, key=lambda id_: (documents[id_].published or "~", id_)):
            document = documents[id_]
            publisher = _publisher_of(document)
            if publisher is None:
                continue
            house = _house_of_publisher(document, publisher)
            first = first_of_house.setdefault(house, id_)
            if first != id_:
                yield id_, first, _publisher_evidence(document, documents[first], publisher, house)


def _publisher_evidence(
    document: Document, first: Document, publisher: str, house: str
) -> Evidence:
    """Why two reports count as one voice: they have one publisher, or their publishers one house."""
    first_publisher = _publisher_of(first) or ""
    if outlet_key(first_publisher) == outlet_key(publisher):
        names = document.name, first.name, publisher
        return Evidence.of("same publisher", 1.0, because(RuleName.SAME_PUBLISHER, *names))
    publishers = publisher, document.name, first_publisher, first.name
    return Evidence.of("same house", 1.0, because(RuleName.SAME_HOUSE, *publishers, house))


def _house_of_publisher(document: Document, publisher: str) -> str:
    """The house of a publisher by its name or, for the report's outlet, by the report's site."""
    house = known_house(publisher)
    if house is None and publisher == document.outlet and document.url:
        house = known_house(document.url)
    return house or outlet_key(publisher)


def _publisher_of(document: Document) -> str | None:
    """The agency that the whole text is credited to, or else the outlet; None if there are several."""
    credited = [credit.name for credit in credits_of(document) if credit.whole]
    if credited:
        return credited[0] if len(credited) == 1 else None
    return document.outlet
