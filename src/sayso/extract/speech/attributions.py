"""Who is said to say what: attributions, and attributions inside their contents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.encoder.tagger import TaggedText, tag_texts
from sayso.extract.speech.according_to import framed_sentences
from sayso.extract.speech.asides import Aside, without_asides
from sayso.extract.speech.collecting import AttributionCollector, JudgedAttribution
from sayso.extract.speech.excerpts import (
    Excerpt,
    content_excerpts,
    cut_off_sentences,
    sentences_without_content,
)
from sayso.extract.speech.further_speakers import asides_of_links, link_of_aside
from sayso.extract.speech.headings import with_headings
from sayso.extract.speech.hearsay import hearsay
from sayso.extract.speech.left_contents import (
    colon_links,
    contents_before,
    join_appositions,
    left_contents,
)
from sayso.extract.speech.link_roles import LinkedCue, link_cues
from sayso.extract.speech.nesting import MAX_ATTRIBUTIONS_DEEP
from sayso.extract.speech.passive_agents import name_agents
from sayso.extract.speech.short_sentences import short_sentence_links
from sayso.model.speech import Attribution

# Added to the score of every tag that opens a span, within a content (tuned on chains.jsonl) …
INNER_TAG_BONUS = 0.7
# … and within a sentence with a cue and a source for which no content was found.
SECOND_LOOK_TAG_BONUS = 2.0


@dataclass(frozen=True, slots=True)
class FoundAttributions:
    """The attributions of one text, and how many word pieces the network read for them."""

    judged: list[JudgedAttribution]
    pieces: int


def find_attributions(bodies: Sequence[str], keep_all: bool = False) -> list[FoundAttributions]:
    """The likely attributions of each text, or all that were found, outer ones before inner ones.

    A sentence with a cue and a source for which no content was found is read again by itself;
    contents are read again for attributions inside them, until none is found or they are as deep as
    attributions may be.
    """
    reader = _ExcerptReader([AttributionCollector(body, keep_all) for body in bodies])
    whole = [Excerpt(number, 0, body) for number, body in enumerate(bodies)]
    contents: list[Excerpt] = []
    without_content: list[Excerpt] = []
    cut_off: list[Excerpt] = []
    for excerpt, tagged in reader.tagged(whole):
        linked = _links_of(excerpt, tagged)
        contents += reader.collect_links(excerpt, linked)
        without_content += sentences_without_content(excerpt, tagged, linked)
        cut_off += cut_off_sentences(excerpt, tagged, linked)
    contents += reader.read(cut_off, 0.0)
    contents += reader.read(without_content, SECOND_LOOK_TAG_BONUS)
    for _ in range(MAX_ATTRIBUTIONS_DEEP - 1):
        contents = reader.read(contents, INNER_TAG_BONUS)
    return [
        FoundAttributions(collector.attributions_in_order(), pieces)
        for collector, pieces in zip(reader.collectors, reader.pieces, strict=True)
    ]


class _ExcerptReader:
    """Reads excerpts of several texts; `pieces` counts what the network has read of each text."""

    def __init__(self, collectors: Sequence[AttributionCollector]) -> None:
        self.collectors = collectors
        self.pieces = [0] * len(collectors)

    def tagged(
        self, excerpts: Sequence[Excerpt], tag_bonus: float = 0.0
    ) -> list[tuple[Excerpt, TaggedText]]:
        """Each excerpt with what the network finds in it."""
        tagged_texts = tag_texts([excerpt.text for excerpt in excerpts], tag_bonus)
        for excerpt, tagged in zip(excerpts, tagged_texts, strict=True):
            self.pieces[excerpt.body] += tagged.pieces
        return [
            (excerpt, without_asides(excerpt.text, tagged))
            for excerpt, tagged in zip(excerpts, tagged_texts, strict=True)
        ]

    def read(self, excerpts: Sequence[Excerpt], tag_bonus: float) -> list[Excerpt]:
        """Read excerpts for attributions; return the contents of those that are kept."""
        inner: list[Excerpt] = []
        for excerpt, tagged in self.tagged(excerpts, tag_bonus):
            linked = _links_of(excerpt, tagged)
            inner += self.collect_links(excerpt, linked)
        return inner

    def collect_links(self, excerpt: Excerpt, linked: Sequence[LinkedCue]) -> list[Excerpt]:
        """Keep what was found in an excerpt; return the contents, to be read in their turn.

        Within a content a source is needed: the network sees a speaker's own verbs there as cues.
        """
        collector = self.collectors[excerpt.body]
        inner: list[Excerpt] = []
        further = asides_of_links(excerpt.text, linked)
        for number, link in enumerate(linked):
            if link.source is None and excerpt.within is not None:
                continue
            attribution = _add_with_asides(collector, excerpt, link, further.get(number, ()))
            if attribution is not None:
                inner += content_excerpts(collector.body, excerpt, attribution)
        return inner


def _links_of(excerpt: Excerpt, tagged: TaggedText) -> list[LinkedCue]:
    """The cues of an excerpt with their contents; at a second look, none that a rule finds."""
    linked = link_cues(excerpt.text, tagged)
    join_appositions(excerpt.text, tagged, linked)
    if not excerpt.cues:
        linked = name_agents(excerpt.text, tagged, linked)
        linked += framed_sentences(excerpt.text, tagged, linked)
        linked += contents_before(excerpt.text, tagged, linked)
        linked += colon_links(excerpt.text, tagged, linked)
        if excerpt.within is None:
            linked += hearsay(excerpt.text, linked)
            linked = with_headings(excerpt.text, linked)
            linked += short_sentence_links(excerpt.text, linked)
    if excerpt.within is not None:
        linked += left_contents(excerpt.text, tagged, linked)
    return linked


def _add_with_asides(
    collector: AttributionCollector, excerpt: Excerpt, link: LinkedCue, further: Sequence[Aside]
) -> Attribution | None:
    """Keep a link with the further speakers of its content: those who pass it on around it, those
    who told it inside it."""
    around = replace(excerpt, cues=())
    for aside in further:
        if aside.outer:
            passing = collector.add_link(around, link_of_aside(aside, link))
            around = replace(around, within=passing.id) if passing else around
    attribution = collector.add_link(replace(excerpt, within=around.within), link)
    if attribution is None or not collector.may_be_passed_on(attribution):
        return attribution
    told, end = attribution, None
    for aside in further:
        if not aside.outer:
            goes_on = end is not None and not excerpt.text[end : aside.start].strip()
            within = replace(around, within=(told if goes_on else attribution).id)
            told = collector.add_link(within, link_of_aside(aside, link)) or attribution
            end = aside.end
    return attribution
