"""Which reports count as one voice.

A report takes the voice of one other report at most: the one that it follows or, if it is not known
who was first, the shorter one whose words it has. So two reports that a third one merges stay two
voices.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.clustering import component_labels, grouped_by_label
from sayso.compare.sources.credits import Credit, credits_by_head
from sayso.compare.sources.outlets import known_house, outlet_key
from sayso.model.comparison import Copy, CopyKind, Evidence, Origin, Story
from sayso.model.heads import names_apart
from sayso.model.reasons import RuleName, because
from sayso.model.text import Document, Head

# The shared words must be this share of the longer text too: a long report that holds a whole short
# one also says other things.
MIN_SHARE_OF_LONGER = 0.3

# A report, another one whose voice it takes, and why.
VoiceLink = tuple[str, str, Evidence]


def find_origins(
    documents: Mapping[str, Document], copies: Sequence[Copy], stories: Sequence[Story]
) -> tuple[Origin, ...]:
    """The origins of all reports: each report with those that have the same voice, or alone."""
    links = [
        *_links_by_text(documents),
        *_links_by_words(documents, copies),
        *_links_by_publisher(documents, stories),
    ]
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


def _links_by_text(documents: Mapping[str, Document]) -> Iterator[VoiceLink]:
    """Each text that several reports have, linked with itself, and which reports these are."""
    for id_, document in sorted(documents.items()):
        main, *others = document.heads
        if others:
            reasons = [because(RuleName.SAME_TEXT, *_labels(other, main)) for other in others]
            yield id_, id_, Evidence.of("same text", 1.0, *reasons)


def _labels(left: Head, right: Head) -> tuple[str, str]:
    """The outlets of two heads; their names if one outlet is unknown, or if both are the same."""
    outlets = left.outlet, right.outlet
    if outlets[0] and outlets[1] and outlet_key(outlets[0]) != outlet_key(outlets[1]):
        return outlets[0], outlets[1]
    return names_apart(left, right)


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
        names = names_apart(documents[follower].head, documents[followed].head)
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


@dataclass(frozen=True, slots=True)
class _Publication:
    """One publication of a text: its head, who published it, and the house of the publisher."""

    head: Head
    publisher: str
    house: str


def _links_by_publisher(
    documents: Mapping[str, Document], stories: Sequence[Story]
) -> Iterator[VoiceLink]:
    """Each report with the first report of its story from the same agency or house."""
    for story in stories:
        first_of_house: dict[str, tuple[str, _Publication]] = {}
        for id_ in sorted(story.documents, key=lambda id_: (documents[id_].published or "~", id_)):
            for publication in _publications_of(documents[id_]):
                first_id, first = first_of_house.setdefault(publication.house, (id_, publication))
                if first_id != id_:
                    yield id_, first_id, _publisher_evidence(publication, first)


def _publisher_evidence(later: _Publication, first: _Publication) -> Evidence:
    """Why two reports count as one voice: they have one publisher, or their publishers one house."""
    later_name, first_name = names_apart(later.head, first.head)
    if outlet_key(first.publisher) == outlet_key(later.publisher):
        values = later_name, first_name, later.publisher
        return Evidence.of("same publisher", 1.0, because(RuleName.SAME_PUBLISHER, *values))
    publishers = later.publisher, later_name, first.publisher, first_name
    return Evidence.of("same house", 1.0, because(RuleName.SAME_HOUSE, *publishers, later.house))


def _publications_of(document: Document) -> Sequence[_Publication]:
    """The publications of a text whose publisher is known, the first of each house."""
    by_house: dict[str, _Publication] = {}
    for head, credited in credits_by_head(document):
        publisher = _publisher_of(head, credited)
        if publisher is not None:
            house = _house_of_publisher(head, publisher)
            by_house.setdefault(house, _Publication(head, publisher, house))
    return tuple(by_house.values())


def _publisher_of(head: Head, credited: Sequence[Credit]) -> str | None:
    """The agency that the whole text is credited to, or else the outlet; None if there are several."""
    of_whole_text = [credit.name for credit in credited if credit.whole]
    if of_whole_text:
        return of_whole_text[0] if len(of_whole_text) == 1 else None
    return head.outlet


def _house_of_publisher(head: Head, publisher: str) -> str:
    """The house of a publisher by its name or, for the report's outlet, by the report's site."""
    house = known_house(publisher)
    if house is None and publisher == head.outlet and head.url:
        house = known_house(head.url)
    return house or outlet_key(publisher)
