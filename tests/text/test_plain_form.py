"""A text as if nobody had broken its lines, and the way back."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.plain_form import PlainForm, plain_form
from tests.costs import check_linear

WORDS = frozenset(
    [
        "hospital",
        "governor",
        "province",
        "thursday",
        "nobody",
        "promised",
        "said",
        "the",
        "flood",
        "anti",
        "government",
        "harbour",
        "under",
        "mining",
        "boy",
        "fire",
        "cease",
        "ceasefire",
    ]
)
PROSE = (
    "The governor of Lenn province, Lise Harrow, said on Thursday that the flood had killed "
    "twenty-two people in the lower town and that nobody was warned in time. She promised an "
    "inquiry. “We rang the bells at four,” a priest at St. Orm told the Harbour Post, “and by five "
    "the bridge was gone.” The army denied that it had opened the gates of the dam above Tarn."
)
# Everything below stands as it is: the writer broke these lines.
KEPT = {
    "one line a paragraph": (
        "Flood kills 22 in Lenn\nBy Ana Teller\nThe river rose in the night and took the bridge at Tarn.\n"
        "The governor said that nobody had been warned, and promised an inquiry into the gates.\n"
        "“We rang the bells,” said a priest\nThe army denied it."
    ),
    "a heading of a line's length": (
        "Army denies that it opened the gates of the dam above Tarn before the flood\n"
        "The army on Friday denied that it had opened the gates. The governor doubts it, and asked\n"
    ),
    "verse": (
        "The river came down in the night,\nAnd nobody rang at the gate,\nThe bells at the bridge were out of sight,\n"
        "And the boats at the landing late.\n\nO mother, the water is grey,\nAnd father is out with the sheep,\n"
        "The miller has carried his children away,\nAnd the ferryman is asleep."
    ),
    "an address": "Harbour Post\n4 Weir Lane\nTarn\nLenn province\n\nTo the editor\n",
    "a list": "Missing:\n- Otto Brill, 41, of Weir Lane\n- Mara Lund, 9\n- a man from Tarn whom nobody knew\n",
    "a transcript": "PRESENTER: How many dead?\n\nARRELUND: Nobody knows\n\nPRESENTER: And the dam?\nARRELUND: They deny it",
    "a table": (
        "Place        Killed    Injured\nTarn            12         30\nLower Weir       4         11\n"
        "St. Orm          6          9\nHarl Bridge      0          2\n"
    ),
    "names": "Lise Harrow\nOtto Brill\nMara Lund\nJoram Kettery\nTove Arrelund\nOsten Brill\n",
    "captions": "The bridge at Tarn on Friday. Photo: M. Lund\nA woman looks for her house in Weir Lane\n",
    "no line break": PROSE,
    "empty": "",
}


def plain(text: str) -> str:
    return str(plain_form(text, WORDS.__contains__).text)


def wrapped(text: str, width: int) -> str:
    paragraphs = (textwrap.fill(one, width) for one in text.split("\n\n"))
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_the_lines_of_a_writer_stay(text: str) -> None:
    form = plain_form(text, WORDS.__contains__)
    assert form.text == text
    assert form.is_source


@pytest.mark.parametrize("width", [32, 45, 60, 72, 80])
def test_wrapped_paragraphs_become_lines(width: int) -> None:
    text = f"{PROSE}\n\n{PROSE.replace('flood', 'fire')}"
    assert plain(wrapped(text, width)) == text
    assert plain(wrapped(text, width).replace("\n", "\r\n")).replace("\r\n", "\n") == text
    assert plain(wrapped(text, width).replace("\n", "  \n")).replace("  \n", "\n") == text


def test_paragraphs_without_an_empty_line_between() -> None:
    first, second = (
        PROSE.replace(" above Tarn", ""),
        "Nobody was hurt at the mill, the council said.",
    )
    text = f"{first}\n{second}"
    assert plain(f"{textwrap.fill(first, 72)}\n{textwrap.fill(second, 72)}") == text


def test_an_indent_opens_a_paragraph() -> None:
    block = textwrap.fill(PROSE, 64, initial_indent="    ")
    assert plain(f"{block}\n{block}") == f"    {PROSE}\n    {PROSE}"


def test_a_letter_beside_a_list_and_an_address() -> None:
    body = textwrap.fill(PROSE, 68)
    rest = "\n\nMissing:\n- Otto Brill\n- Mara Lund, 9, of Weir Lane\n\nYours,\nAna Teller\n4 Weir Lane\nTarn\n"
    assert plain(body + rest) == PROSE + rest


def test_items_of_a_list_that_are_wrapped() -> None:
    items = [f"- {PROSE}", "- The army denied that it had opened the gates."]
    block = "\n".join(textwrap.fill(one, 60, subsequent_indent="  ") for one in items)
    assert plain(block) == "\n".join(items)


def test_turns_of_a_wrapped_transcript() -> None:
    turns = [f"ARRELUND: {PROSE}", "PRESENTER: Who opened the gates?", f"ARRELUND: {PROSE}"]
    assert plain("\n".join(textwrap.fill(one, 70) for one in turns)) == "\n".join(turns)


def test_capitals() -> None:
    assert plain(textwrap.fill(PROSE.upper(), 66)) == PROSE.upper()


def test_an_answered_mail() -> None:
    quoted = textwrap.fill(PROSE, 66, initial_indent="> ", subsequent_indent="> ")
    assert plain(f"Lise,\n\n{quoted}\n>\n> No.\n\nAna") == f"Lise,\n\n> {PROSE}\n>\n> No.\n\nAna"


def test_letters_of_unequal_width() -> None:
    """As a page sets them: some lines have a few letters more."""
    text = f"{PROSE} {PROSE.replace('flood', 'fire')}"
    lines, rest = [], text
    for width in [60, 54, 63, 57, 61, 55, 58, 62, 56, 60] * 3:
        lines += textwrap.wrap(rest, width)[:1]
        rest = rest[len(lines[-1]) :].strip() if lines else rest
    assert plain("\n".join(lines)) == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a hos-\npital", "a hospital"),
        ("a hos- \n  pital", "a hospital"),
        ("a hos-\r\npital", "a hospital"),
        ("a hos\u00ad\npital", "a hospital"),
        ("a hos¬\npital", "a hospital"),
        ("a hos‐\npital", "a hospital"),
        ("A HOS-\nPITAL", "A HOSPITAL"),
        ("twenty-\ntwo people", "twenty-two people"),
        ("seven-\nteen people", "seventeen people"),
        ("Al-\nShabaab", "Al-Shabaab"),
        ("the anti-\ngovernment side", "the anti-government side"),
        ("a 12-\nyear-old boy", "a 12-year-old boy"),
        ("the Saudi-\nled side", "the Saudi-led side"),
        ("Mr Harro-\nwick left", "Mr Harrowick left"),
        ("the cease-\nfire, and a cease-fire", "the cease-fire, and a cease-fire"),
        ("the cease-\nfire, and a truce", "the ceasefire, and a truce"),
        ("the Tarn-\nwater, as the Tarnwater is", "the Tarnwater, as the Tarnwater is"),
        ("under-\nmining", "under-mining"),
        ("under-\nmining the gover-\nnor", "undermining the governor"),
        ("the MS-\nDirge and a gover-\nnor", "the MS-Dirge and a governor"),
        ("said-the-\nflood of the gover-\nnor", "said-the-flood of the governor"),
        ("said-\nflood of the gover-\nnor", "saidflood of the governor"),
        ("anti-\ngovernment, gover-\nnor", "anti-government, governor"),
        ("re-\nverber by the gover-\nnor", "reverber by the governor"),
        ("re-\nverber", "re-verber"),
        ("@Harbour-\nPost", "@HarbourPost"),
        ("the flood -\nthe first", "the flood -\nthe first"),
        ("hos-\n\npital", "hos-\n\npital"),
    ],
)
def test_words_cut_at_the_end_of_a_line(text: str, whole: str) -> None:
    assert plain(text) == whole


@pytest.mark.parametrize(
    "between",
    [
        "\n\n         — 4 —\n   THE HARBOUR POST, 12 APRIL\n\n",
        "\nPage 4 of 9\n",
        "\n\n[4]\n\nThe Harbour Post\n",
        "\n\n4\n\f\nThe Harbour Post        12 April\n\n",
        "\n\f",
    ],
)
def test_running_heads_inside_a_sentence(between: str) -> None:
    text = f"She said that “nobody was warned{between}in time,” and promised an inquiry."
    form = plain_form(text, WORDS.__contains__)
    assert form.text == "She said that “nobody was warned in time,” and promised an inquiry."
    start = form.text.index("nobody")
    pieces = form.pieces_in_source(start, form.text.index(",”"))
    words = [" ".join(text[begun:end].split()) for begun, end in pieces]
    assert words == (
        ["nobody was warned in time"] if between == "\n\f" else ["nobody was warned", "in time"]
    )


def test_page_numbers_that_follow_one_another() -> None:
    text = "The army de-\n\n3\n\nnied that it had opened\n4\n\nthe gates."
    assert plain(text) == "The army denied that it had opened the gates."


def test_a_running_head_that_comes_again() -> None:
    head = "\n\nThe Harbour Post {}\n\n"
    text = f"The army de-{head.format(3)}nied that it had opened{head.format(5)}the gates."
    assert plain(text) == "The army denied that it had opened the gates."


@pytest.mark.parametrize(
    "text",
    [
        "The flood of the year\n2009.\n\nBy then, the dam was old, and the people of Tarn had left.",
        "Flood kills 22 in Tarn\n\nFlood kills 22 in Tarn\n\nTARN — The river rose.",
        "He counted the dead:\n\n4\n\n9",
        "killed\n\n12\n\nInjured\n\n30\n",
        "The flood has killed\n\n22\n\npeople in Tarn, and has hurt\n\n31\n\nothers.",
        "The dam has killed\n\n22 people\n\nin Tarn and hurt\n\n31 people\n\nin Lower Weir.",
        "The army has freed\n\n12/15\n\nhostages.",
        "Our sources\n\nThe army\n\nthe council\n",
    ],
)
def test_what_is_no_running_head(text: str) -> None:
    assert plain(text) == text


LINES = st.lists(
    st.sampled_from(
        [
            "the army said that nobody",
            "hos-",
            "pital",
            "",
            "4",
            "THE POST",
            "  was warned in",
            "- Two.",
            "Al-",
            "> no",
            "\f",
        ]
    )
    | st.text("ab. -\u00ad,\t\r\x0b\u00a0>", max_size=50),
    max_size=14,
)


@given(LINES.map("\n".join) | st.text(max_size=80), st.data())
def test_the_way_back(text: str, data: st.DataObject) -> None:
    form = plain_form(text, WORDS.__contains__)
    inside = str(form.text)
    for at, letter in enumerate(inside):
        start, end = form.to_source(at, at + 1)
        assert end == start + 1
        assert text[start] == letter or (letter == " " and text[start].isspace())
    places = [form.to_source(at, at + 1)[0] for at in range(len(inside))]
    assert all(left < right for left, right in pairwise(places))
    if not inside:
        return
    start = data.draw(st.integers(0, len(inside) - 1))
    end = data.draw(st.integers(start + 1, len(inside)))
    source = form.to_source(start, end)
    assert form.from_source(*source) == (start, end)
    pieces = list(form.pieces_in_source(start, end))
    assert (pieces[0][0], pieces[-1][1]) == source
    kept = "".join(text[begun:stop] for begun, stop in pieces)
    assert _letters(kept) == _letters(inside[start:end])


@given(LINES.map("\n".join) | st.text(max_size=80), st.integers(0, 80), st.integers(1, 80))
def test_every_place_of_the_source_has_one_here(text: str, start: int, length: int) -> None:
    form = plain_form(text, WORDS.__contains__)
    end = min(len(text), start + length)
    if form.text and start < end:
        first, last = form.from_source(start, end)
        assert 0 <= first < last <= len(form.text)


def _letters(text: str) -> str:
    """The text without what line ends add to it."""
    return "".join(one for one in text if not (one.isspace() or one in "-\u00ad>"))


def test_hostile_texts_take_work_in_proportion() -> None:
    units = [
        "a\n",
        "\n",
        "a-\n",
        "- \n",
        "4\n\n",
        "a b\n4\n",
        "A B\n\n",
        "|",
        "a   ",
        "A. ",
        "> ",
        ">\n",
        "\f",
        "x" * 50 + "\n",
    ]
    check_linear(lambda text: plain_form(text, WORDS.__contains__), units, sizes=(3_000, 12_000))


def test_a_form_without_joints_is_the_text_itself() -> None:
    form = PlainForm("One.\nTwo.", ())
    assert form.is_source
    assert form.to_source(2, 7) == form.from_source(2, 7) == (2, 7)
