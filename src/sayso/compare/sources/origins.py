"""Which reports count as one voice.

A report takes the voice of one other report at most: the one that it follows or, if it is not known
who was first, the shorter one whose words it has. So two reports that a third one merges stay two
voices.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.card import Card, Publication
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
    cards: Mapping[str, Card], copies: Sequence[Copy], stories: Sequence[Story]
) -> tuple[Origin, ...]:
    """The origins of all reports: each report with those that have the same voice, or alone."""
    links = [
        *_links_by_text(cards),
        *_links_by_words(cards, copies),
        *_links_by_publisher(cards, stories),
    ]
    ids = sorted(cards)
    index = {id_: at for at, id_ in enumerate(ids)}
    labels = component_labels(len(ids), [(index[left], index[right]) for left, right, _ in links])
    reasons: dict[int, list[Evidence]] = {}
    for id_, _, evidence in links:
        reasons.setdefault(labels[index[id_]], []).append(evidence)
    return tuple(
        Origin(tuple(ids[at] for at in group), tuple(reasons.get(labels[group[0]], ())))
        for group in grouped_by_label(labels)
    )


def _links_by_text(cards: Mapping[str, Card]) -> Iterator[VoiceLink]:
    """Each text that several reports have, linked with itself, and which reports these are."""
    for id_, card in sorted(cards.items()):
        main, *others = card.heads
        if others:
            reasons = [because(RuleName.SAME_TEXT, *_labels(other, main)) for other in others]
            yield id_, id_, Evidence.of("same text", 1.0, *reasons)


def _labels(left: Head, right: Head) -> tuple[str, str]:
    """The outlets of two heads; their names if one outlet is unknown, or if both are the same."""
    outlets = left.outlet, right.outlet
    if outlets[0] and outlets[1] and outlet_key(outlets[0]) != outlet_key(outlets[1]):
        return outlets[0], outlets[1]
    return names_apart(left, right)


def _links_by_words(cards: Mapping[str, Card], copies: Sequence[Copy]) -> Iterator[VoiceLink]:
    """Each report with the one that has most of its words."""
    best: dict[str, tuple[float, str]] = {}
    for copy in copies:
        if copy.kind is not CopyKind.COPY:
            continue
        follower, followed = _follower_and_followed(copy, cards)
        of_follower = _share_covered(copy, follower, cards[follower])
        of_longer = min(of_follower, _share_covered(copy, followed, cards[followed]))
        if of_longer >= MIN_SHARE_OF_LONGER:
            best[follower] = max(best.get(follower, (0.0, "")), (of_follower, followed))
    for follower, (share, followed) in sorted(best.items()):
        names = names_apart(cards[follower].head, cards[followed].head)
        reason = because(RuleName.SAME_WORDS, f"{share:.0%}", *names)
        yield follower, followed, Evidence.of("same words", round(min(share, 1.0), 4), reason)


def _follower_and_followed(copy: Copy, cards: Mapping[str, Card]) -> tuple[str, str]:
    """The report that follows and the one that it follows; if neither is known, the longer first."""
    pair = sorted((copy.left, copy.right), key=lambda id_: (-cards[id_].length, id_))
    if copy.origin is not None:
        pair.sort(key=lambda id_: id_ == copy.origin)
    return pair[0], pair[1]


def _share_covered(copy: Copy, id_: str, card: Card) -> float:
    """The share of a report's characters that are in the passages of a copy."""
    spans = sorted(
        passage.left.span if copy.left == id_ else passage.right.span for passage in copy.passages
    )
    covered = end = 0
    for span in spans:
        covered += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return covered / max(1, card.length)


def _links_by_publisher(cards: Mapping[str, Card], stories: Sequence[Story]) -> Iterator[VoiceLink]:
    """Each report with the first report of its story from the same agency or house."""
    for story in stories:
        first_of_house: dict[str, tuple[Card, Publication]] = {}
        reports = (cards[id_] for id_ in story.documents)
        for card in sorted(reports, key=lambda card: (card.head.published or "~", card.id)):
            for publication in card.publications:
                first = first_of_house.setdefault(publication.house, (card, publication))
                if first[0] is not card:
                    yield card.id, first[0].id, _publisher_evidence((card, publication), first)


def _publisher_evidence(
    later: tuple[Card, Publication], first: tuple[Card, Publication]
) -> Evidence:
    """Why two reports count as one voice: they have one publisher, or their publishers one house."""
    later_name, first_name = names_apart(*(card.heads[one.head] for card, one in (later, first)))
    publishers = later[1].publisher, first[1].publisher
    if outlet_key(publishers[0]) == outlet_key(publishers[1]):
        values = later_name, first_name, publishers[0]
        return Evidence.of("same publisher", 1.0, because(RuleName.SAME_PUBLISHER, *values))
    named = publishers[0], later_name, publishers[1], first_name
    return Evidence.of("same house", 1.0, because(RuleName.SAME_HOUSE, *named, later[1].house))


def publications_of(document: Document) -> tuple[Publication, ...]:
    """The publications of a text whose publisher is known, the first of each house."""
    by_house: dict[str, Publication] = {}
    for number, (head, credited) in enumerate(credits_by_head(document)):
        publisher = _publisher_of(head, credited)
        if publisher is not None:
            house = _house_of_publisher(head, publisher)
            by_house.setdefault(house, Publication(number, publisher, house))
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
