"""An article that is set in columns comes back paragraph by paragraph."""

import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.pdf.pdfium import opened
from sayso.read.reader import Reading
from tests.read.pdf.articles import article
from tests.read.pdf.reading import paragraphs_of, read_pages
from tests.read.pdf.writer import Page, Style, pdf_of, set_article

STYLES = {
    "one column": Style(columns=1),
    "one column, skips": Style(columns=1, indent=0, skip=6, justified=False),
    "two columns": Style(),
    "two columns, ragged": Style(justified=False, cuts_words=False, gutter=20),
    "two columns, skips": Style(indent=0, skip=6),
    "narrow gutter": Style(gutter=10),
    "three columns": Style(columns=3, gutter=12, size=9, leading=10.5),
    "four columns": Style(columns=4, gutter=11, size=8, leading=9.5, indent=8),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_an_article_in_columns_comes_back(style: Style) -> None:
    want = [one for seed in range(2) for one in article(seed, 24)]
    got = paragraphs_of(read_pages(set_article(want, style)))
    kept = sum(one in got for one in want)
    # Where a page ends with a sentence, nobody can say whether the paragraph does.
    assert kept >= len(want) - 1, [one for one in want if one not in got][:2]
    assert len(got) <= len(want) + 1


def test_a_headline_over_the_columns_is_the_title_and_not_in_the_text() -> None:
    want = article(5)
    pages = set_article(want, Style(), top=700)
    pages[0].text(50, 740, "Shells fall on the market of Ormley as talks go on", 20, "F2")
    reading = read_pages(pages)
    assert reading.document.title == "Shells fall on the market of Ormley as talks go on"
    assert paragraphs_of(reading) == want


def check_places(data: bytes, reading: Reading) -> None:
    """Every character of the text is the one at its place, or a break."""
    text = reading.document.text
    pages = {}
    with opened(data, "a.pdf") as pdf:
        for number in range(1, pdf.pages + 1):
            page = pdfium.FPDF_LoadPage(pdf._handle, number - 1)
            chars = pdfium.FPDFText_LoadPage(page)
            pages[number] = [
                pdfium.FPDFText_GetUnicode(chars, index)
                for index in range(pdfium.FPDFText_CountChars(chars))
            ]
            pdfium.FPDFText_ClosePage(chars)
            pdfium.FPDF_ClosePage(page)
    for offset, letter in enumerate(text):
        place = reading.source.place_of(offset)
        if place is None:
            assert letter.isspace(), (offset, letter)
            continue
        assert place.page
        code = pages[place.page][place.offset]
        assert letter == ("-" if code == 2 else chr(code))
    for piece in reading.source.pieces:
        assert len(piece.boxes) == piece.length
        assert all(box.left <= box.right and box.bottom <= box.top for box in piece.boxes)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(list(STYLES)))
def test_every_character_is_at_its_place(seed: int, name: str) -> None:
    data = pdf_of(set_article(article(seed, 12), STYLES[name]))
    pages = set_article(article(seed, 12), STYLES[name])
    check_places(data, read_pages(pages))


LETTERS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12)
SCRAPS = st.lists(
    st.tuples(
        st.floats(-50, 650), st.floats(-50, 900), LETTERS, st.sampled_from([1, 6, 10, 10, 30]),
        st.sampled_from(["1 0 0 1", "1 0 0 1", "0 1 -1 0", "-1 0 0 -1"]), st.sampled_from([0, 0, 3]),
    ),
    min_size=1, max_size=40,
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(SCRAPS, st.sampled_from([0, 90, 180, 270]))
def test_scraps_anywhere_are_placed_or_left_out(
    scraps: list[tuple[float, float, str, float, str, int]], rotate: int
) -> None:
    page = Page(rotate=rotate)
    for x, y, text, size, turn, mode in scraps:
        page.text(x, y, text, size, turn=turn, mode=mode)
    data = pdf_of([page])
    reading = read_pages([page])
    check_places(data, reading)


def test_a_box_is_where_the_letter_is_seen_on_a_turned_and_cut_page() -> None:
    upright = Page()
    upright.text(100, 700, "Ormley")
    turned = Page(rotate=90, crop=(50, 50, 545, 792))
    turned.text(150, 60, "Ormley", turn="0 1 -1 0")
    for page, left, bottom in ((upright, 100, 698), (turned, 10, 393)):
        (piece,) = read_pages([page]).source.pieces
        assert abs(piece.boxes[0].left - left) < 3
        assert abs(piece.boxes[0].bottom - bottom) < 3
