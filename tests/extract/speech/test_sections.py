"""How far a long report is read, and that what was read is as if it ended there."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.extracting import extract, extract_together
from sayso.extract.speech import sections
from sayso.extract.speech.sections import section_ends
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.model.wire import facts_from_wire, facts_to_wire

SECTION, REPORT = 60, 200
PARAGRAPH = (
    "The governor, Joram Kettery, said that at least 20 people had died in Port Sellan on Monday. "
    "He told the guards that the army denied that it had fired.\n\n"
)
TEXT = "".join(PARAGRAPH.replace("20", str(number)) for number in range(20, 28))
OTHER = Document("other.txt", "Two men left, the mayor said. It rained.")
PIECES = st.sampled_from(["word ", "long" * 10, "End. ", "“So.” ", "\n\n", "\n", "x" * 30, "  "])


@pytest.fixture
def short_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MAX_SECTION_CHARACTERS", 3 * len(PARAGRAPH))


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_text_that_ends_where_a_section_does_has_the_same_sections(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sections, "MAX_SECTION_CHARACTERS", SECTION)
        patch.setattr(sections, "MAX_REPORT_CHARACTERS", REPORT)
        ends = section_ends(text)
        assert all(0 < later - first <= SECTION for first, later in pairwise([0, *ends]))
        assert not ends or ends[-1] == len(text) or ends[-1] <= REPORT
        for count, end in enumerate(ends, 1):
            assert section_ends(text[:end]) == ends[:count]


@pytest.mark.usefixtures("short_sections")
def test_sections_end_between_paragraphs_else_between_sentences() -> None:
    assert {end % len(PARAGRAPH) for end in section_ends(TEXT)} == {0}
    whole = TEXT.replace("\n\n", " ").strip()
    assert all(whole[:end].rstrip().endswith(".") for end in section_ends(whole))


def check_read_as_if_it_ended(found: Facts, text: str) -> None:
    """Fail if the facts are not those of the text that ends where reading stopped."""
    end = found.document.read_to
    assert end is not None
    assert 0 < end < len(text)
    cut = extract(Document("report.txt", text[:end]))
    assert cut.document.read_to is None
    for kind in ("attributions", "claims", "actors", "figures", "events"):
        assert getattr(found, kind) == getattr(cut, kind)
    assert all(known.content[-1].end <= end for known in found.claims)
    line = facts_to_wire(found, text=True)
    assert line["document"]["read_to"] == end
    assert facts_from_wire(line) == found


@pytest.mark.usefixtures("short_sections")
def test_a_report_is_read_until_its_pieces_are_used_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MAX_REPORT_PIECES", 160)
    _, found, other = extract_together([OTHER, Document("report.txt", TEXT), OTHER])
    check_read_as_if_it_ended(found, TEXT)
    assert other.document.read_to is None


def test_a_report_is_read_up_to_so_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MAX_REPORT_CHARACTERS", 3 * len(PARAGRAPH) + 50)
    found = extract(Document("report.txt", TEXT))
    assert found.document.read_to == 3 * len(PARAGRAPH)
    check_read_as_if_it_ended(found, TEXT)


@pytest.mark.usefixtures("short_sections")
def test_what_is_said_in_a_later_section_is_in_its_place() -> None:
    found = extract(Document("report.txt", TEXT))
    assert found.document.read_to is None
    by_id = {known.id: known for known in found.attributions}
    inner = [known for known in found.attributions if known.within is not None]
    assert inner[-1].content[0].start > 6 * len(PARAGRAPH)
    for known in inner:
        assert known.source is not None
        assert by_id[known.within or ""].content[0].holds(known.source)
        assert found.document[known.source] == "the army"


def test_white_space_behind_the_last_section_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MAX_REPORT_CHARACTERS", len(OTHER.text) + 1)
    assert extract(Document("report.txt", OTHER.text + "\n" * 20)).document.read_to is None
