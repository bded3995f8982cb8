"""Who is said to say what, read by the bundled network from invented sentences."""

import pytest

from sayso.extract.extracting import extract, extract_together
from sayso.extract.speech.attributions import find_attributions
from sayso.model.facts import Facts
from sayso.model.speech import Speech, Stance
from sayso.model.text import Document
from sayso.model.wire import facts_from_wire, facts_to_wire

REPORT = """\
PORT SELLAN – The governor, Joram Kettery, said on Monday that at least 20 people had died at the ferry market.

“We pulled them out of the river,” he said. The army denied that it had fired on the town, adding that the rebels had stored shells there.

According to two witnesses, soldiers told villagers that the bridge was mined.
"""


def facts(text: str) -> Facts:
    return extract(Document("note.txt", text))


def triples(found: Facts) -> set[tuple[str | None, str | None, str]]:
    document = found.document
    return {
        (
            document[known.source] if known.source else None,
            document[known.cue] if known.cue else None,
            document[known.content[0]],
        )
        for known in found.attributions
    }


def test_source_cue_and_content() -> None:
    found = triples(facts(REPORT))
    assert ("he", "said", "“We pulled them out of the river,”") in found
    assert ("The army", "denied", "that it had fired on the town") in found


def test_a_second_cue_borrows_the_source_of_its_sentence() -> None:
    found = triples(facts(REPORT))
    assert ("The army", "adding", "that the rebels had stored shells there") in found


def test_chains_go_from_the_outermost_speaker_inward() -> None:
    found = facts(REPORT)
    by_id = {known.id: known for known in found.attributions}
    chains = [
        [found.document[source] for name in claim.chain if (source := by_id[name].source)]
        for claim in found.claims
    ]
    assert ["two witnesses", "soldiers"] in chains


def test_speech_is_told_by_the_quotation_marks() -> None:
    found = facts(REPORT)
    speeches = {found.document[known.content[0]]: known.speech for known in found.attributions}
    assert speeches["“We pulled them out of the river,”"] is Speech.DIRECT
    assert speeches["that it had fired on the town"] is Speech.INDIRECT


def test_a_report_reads_the_same_alone_and_in_a_pile() -> None:
    others = [
        Document(f"{n}.txt", f"Report {n}. The mayor said that {n} boats sank.") for n in range(5)
    ]
    document = Document("note.txt", REPORT)
    assert extract_together([*others, document])[-1] == extract(document)


def test_the_outlets_own_sentences_are_claims_without_a_chain() -> None:
    found = facts("The bridge fell at noon on Sunday. The mayor said that nobody was hurt.")
    outlets = [claim for claim in found.claims if not claim.chain]
    assert [found.document[claim.content[0]] for claim in outlets] == [
        "The bridge fell at noon on Sunday."
    ]
    assert outlets[0].stance is Stance.ASSERTS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \t",
        "“" * 500,
        "said " * 400,
        "“He said ‘she said “they said that”’",
        "🙂 said: \u202e</script><b>=1+1",
        "A" * 5000,
    ],
)
def test_odd_texts_give_valid_facts(text: str) -> None:
    found = facts(text)
    assert facts_from_wire(facts_to_wire(found, text=True)) == found


def test_long_texts_are_read_to_their_end() -> None:
    filler = "The road was wet and the lamps were lit along the quay. " * 120
    found = triples(facts(filler + "The harbour master said that two boats had sunk."))
    assert ("The harbour master", "said", "that two boats had sunk") in found


def test_no_text_no_work() -> None:
    assert find_attributions([]) == []


def test_a_heading_is_not_part_of_what_is_said_below_it() -> None:
    text = (
        "MINISTRY OF DEFENCE REFUTES INVENTIONS ABOUT YALMET\n\n"
        "PORT SELLAN. The Ministry of Defence on Monday categorically denied the allegations of "
        "the newspaper Daily Plumbline that the guns of Fort Drumlow fired on the market."
    )
    denied = [found for found in triples(facts(text)) if found[1] == "categorically denied"]
    assert [content[:15] for _, _, content in denied] == ["the allegations"]
