"""Title, byline and date of a PDF."""

import pytest

from sayso.model.particulars import DateKind, LeftOutKind
from sayso.read.pdf.datelines import dates_in, file_date
from sayso.read.reader import Reading
from tests.read.pdf.articles import article
from tests.read.pdf.reading import paragraphs_of, read_pages
from tests.read.pdf.writer import Style, set_article

ARTICLE = article(8, 10)
ONE = Style(columns=1, indent=0, skip=6)
TITLE = "Shells fall on Ormley"


def read_with(lines: list[tuple[str, float]], info: dict[str, str] | None = None) -> Reading:
    """An article below lines of these sizes."""
    pages = set_article(ARTICLE, ONE, top=600)
    for number, (line, size) in enumerate(lines):
        pages[0].text(50, 780 - 30 * number, line, size)
    return read_pages(pages, info)


def test_the_largest_words_are_the_title() -> None:
    reading = read_with([(TITLE, 20), ("By Ana Brik and Petra Holm", 9), ("3 March 2031", 9)])
    document = reading.document
    assert (document.title, document.byline) == (TITLE, "Ana Brik, Petra Holm")
    assert document.published == "2031-03-03"
    assert paragraphs_of(reading) == ARTICLE
    heads = [one.words for one in document.left_out if one.kind is LeftOutKind.HEAD]
    assert heads == [TITLE, "By Ana Brik and Petra Holm", "3 March 2031"]


def test_the_name_of_the_outlet_is_no_title() -> None:
    reading = read_with([("TARN HERALD", 30), (f"{TITLE} again", 20)])
    assert reading.document.title == f"{TITLE} again"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (TITLE, TITLE),
        (f"{TITLE} - Tarn Herald", TITLE),
        ("Microsoft Word - draft3.docx", None),
        ("Microsoft Word - Press release", None),
        ("untitled", None),
        ("report_final2.pdf", None),
        ("20310303-0042", None),
        ("Press release of the ministry", "Press release of the ministry"),
    ],
)
def test_the_files_own_title_counts_unless_a_program_gave_it(said: str, title: str | None) -> None:
    visible = [(TITLE, 10.0)] if said.startswith(TITLE) else []
    reading = read_with(visible, {"Title": said})
    assert reading.document.title == title
    assert paragraphs_of(reading) == ARTICLE


def test_a_visible_title_counts_more_than_one_that_nobody_sees() -> None:
    assert read_with([(TITLE, 20)], {"Title": "Letterhead 2019 blue"}).document.title == TITLE


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Ana Brik", "Ana Brik"),
        ("abrik", None),
        ("Microsoft Office User", None),
        ("a.brik@x.example", None),
    ],
)
def test_an_author_is_a_byline_if_it_is_a_name(author: str, byline: str | None) -> None:
    assert read_with([], {"Author": author}).document.byline == byline


def test_a_visible_byline_counts_more_than_the_author() -> None:
    assert read_with([("By Ana Brik", 10)], {"Author": "Petra Holm"}).document.byline == "Ana Brik"


def test_an_agency_is_no_person() -> None:
    document = read_with([(TITLE, 20), ("By Ana Brik | Sellan", 9), ("By Reuters", 9)]).document
    assert (document.byline, document.agency) == ("Ana Brik", "Reuters")


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    reading = read_with(
        [("By Monday the bridge was open again, and the mayor of the town said so twice.", 10)]
    )
    assert reading.document.byline is None
    assert reading.document.text.startswith("By Monday")


def test_the_date_of_the_file_is_no_date_of_publication() -> None:
    document = read_with([(TITLE, 20)], {"CreationDate": "D:20310305101500+02'00'"}).document
    assert document.published is None
    (stated,) = document.dates
    assert (stated.kind, stated.field) == (DateKind.MODIFIED, "CreationDate")
    assert stated.value == "2031-03-05T10:15:00+02:00"


def test_two_dates_are_told_apart_by_their_words() -> None:
    document = read_with([("Published 3 March 2031 | Updated: 4 March 2031, 9:30 GMT", 9)]).document
    assert (document.published, document.modified) == ("2031-03-03", "2031-03-04T09:30:00+00:00")


def test_of_two_dates_without_words_none_is_taken() -> None:
    document = read_with([("3 March 2031", 9), ("4 March 2031", 9)]).document
    assert document.published is None
    assert len(document.dates) == 2


@pytest.mark.parametrize(
    ("line", "value", "published"),
    [
        ("Monday, 3 March 2031", "2031-03-03", "2031-03-03"),
        ("March 3rd, 2031 at 6:05 p.m.", "2031-03-03T18:05:00", "2031-03-03"),
        ("2031-03-03 18:05 UTC", "2031-03-03T18:05:00+00:00", "2031-03-03T18:05:00+00:00"),
        ("2031-03-03T18:05+0200", "2031-03-03T18:05:00+02:00", "2031-03-03T18:05:00+02:00"),
        ("Mar. 3, 2031 18.05 EST", "2031-03-03T18:05:00", "2031-03-03"),
        ("3 March 2031 99:99", "2031-03-03", "2031-03-03"),
    ],
)
def test_dates_as_they_are_written(line: str, value: str, published: str) -> None:
    (found,) = dates_in(line)
    assert (found.stated.value, found.published) == (value, published)


@pytest.mark.parametrize(
    "line",
    [
        "3/4/2031",
        "Tuesday, 3 March 2031",
        "31 Floreal 2031",
        "99 March 2031",
        "March 2031",
        "0001-01-01",
    ],
)
def test_what_can_be_no_date_is_none(line: str) -> None:
    assert not list(dates_in(line))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("D:20310305101500+02'00'", "2031-03-05T10:15:00+02:00"),
        ("D:20310305101500Z", "2031-03-05T10:15:00+00:00"),
        ("D:20310305101500", "2031-03-05T10:15:00"),
        ("D:20310305", "2031-03-05"),
        ("20311305", None),
        ("yesterday", None),
    ],
)
def test_dates_of_files(words: str, value: str | None) -> None:
    stated = file_date("ModDate", words)
    assert stated
    assert (stated.value, stated.words) == (value, words)
