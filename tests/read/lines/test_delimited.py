"""CSV and TSV: a report in each row, whatever the table looks like."""

import csv
import hashlib
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.limits import USUAL_LIMITS
from sayso.read.lines import delimited
from sayso.read.lines.columns import plain_name
from sayso.read.lines.delimited import FORMAT
from sayso.read.places import Place
from tests.read.gathering import Gathered, check_places, gather

SAID = "The ministry said that at least 14 people were killed."
QUOTED = '"' + SAID + '"'


def read(text: str, suffix: str = ".csv", encoding: str = "utf-8") -> Gathered:
    return gather(FORMAT, text.encode(encoding), "pile.csv", suffix)


def texts(found: Gathered) -> list[str]:
    return [one.document.text for one in found.readings]


def test_everything_that_a_row_may_say() -> None:
    found = read(
        "Title,Subtitle,Outlet,Byline,Section,Agency,URL,Published,Modified,Crawled,Text\n"
        "Bridge closed,No warning,Sellan Gazette,Ana Teller,Home,Orn Press,https://g.example/1,"
        f'2026-03-02T08:15+03:00,2026-03-03,2026-03-04T00:00:00Z,"{SAID}"\n'
    )
    document = found.document
    assert document.name == "pile.csv:2"
    assert document.text == SAID
    assert (document.title, document.subtitle) == ("Bridge closed", "No warning")
    assert (document.outlet, document.byline) == ("Sellan Gazette", "Ana Teller")
    assert (document.section, document.agency) == ("Home", "Orn Press")
    assert document.url == "https://g.example/1"
    assert document.published == "2026-03-02T08:15+03:00"
    assert (document.modified, document.crawled) == ("2026-03-03", "2026-03-04T00:00:00Z")
    assert [one.words for one in document.dates] == [
        "2026-03-02T08:15+03:00", "2026-03-03", "2026-03-04T00:00:00Z",
    ]  # fmt: skip
    (reading,) = found.readings
    assert reading.source.place_of(4) == Place(4, cell="K2")


@pytest.mark.parametrize(
    "table",
    [
        f"text\n{QUOTED}\n",
        f"\ufefftext\n{QUOTED}\n",
        f"title;text;date\na;{QUOTED};b\n",
        f"title\ttext\na\t{SAID}\n",
        f"title|text\na|{SAID}\n",
        f"sep=;\ntitle;text\na;{QUOTED}\n",
        f"title,text\r\na,{QUOTED}\r\n",
        f"title,text\ra,{QUOTED}\r",
        f"\n\ntitle,text\n\n,,\na,{QUOTED}",
        f'"one, two",Body Text\na,{QUOTED}\n',
        f'"a\nb",text\na,{QUOTED}\n',
        f"title, url, articleBody\na,b,{QUOTED}\n",
        f"title,text,description\na,{QUOTED}\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_tables_in_the_wild(table: str, encoding: str) -> None:
    if encoding != "utf-8":
        table = table.removeprefix("\ufeff")
    assert texts(read(table, encoding=encoding)) == [SAID]


def test_a_cell_may_hold_several_lines_and_marks() -> None:
    text = 'He said ""no"".\n\nNobody, it said; was hurt.'
    assert texts(read(f'text\n"{text}"\n')) == [text.replace('""', '"')]


def test_the_hash_is_that_of_the_rows_own_bytes() -> None:
    line = f"a,{QUOTED}\r\n"
    document = read("title,text\r\n" + line).document
    assert document.raw_sha256 == hashlib.sha256(line.encode()).hexdigest()


def test_windows_1252_is_read_with_a_note() -> None:
    found = read("text\nThe café’s owner denied it.\n", encoding="cp1252")
    assert texts(found) == ["The café’s owner denied it."]
    assert "Windows-1252" in found.notes[0]


def test_rows_without_a_text_are_problems_and_the_rest_is_read() -> None:
    found = read(f"title,text\na,{QUOTED}\nb,\n,\nc,{QUOTED}\n")
    assert texts(found) == [SAID, SAID]
    assert [one.name for one in found.problems] == ["pile.csv:3"]
    assert found.readings[1].document.name == "pile.csv:5"


def test_without_a_text_the_columns_are_named() -> None:
    found = read("Who,What\na,b\n")
    assert "'Who', 'What'" in found.problems[0].what
    many = read(",".join(f"c{number}" for number in range(100)) + "\n")
    assert "and 88 more" in many.problems[0].what


def test_only_names_are_a_problem() -> None:
    assert "no reports in it" in read("title,text\n").problems[0].what


def test_a_comma_in_a_cell_without_marks_never_cuts_a_text() -> None:
    found = read(f"title,text\na,The mayor, who knew, denied it.\nb,{QUOTED}\n")
    assert texts(found) == [SAID]
    assert "has 4 cells" in found.problems[0].what


def test_a_broken_row_costs_only_what_cannot_be_told_apart() -> None:
    found = read(f'title,text\na,"He "said" no"\nlost\nlost\nb,{QUOTED}\nc,{QUOTED}\n')
    assert texts(found) == [SAID, SAID]
    assert [one.name for one in found.problems] == ["pile.csv:2"]
    assert any("lines before it" in note for note in found.notes)


def test_a_mark_that_never_closes_swallows_no_other_row_in_silence() -> None:
    found = read(f'title,text\na,"open\nb,{SAID}\nc,{SAID}\n')
    assert not found.readings
    assert "pile.csv:2" in [one.name for one in found.problems]


def test_html_in_a_cell_is_read_as_the_text_that_it_shows() -> None:
    found = read('text\n"<p>It is &amp; was <b>denied</b>.</p><p>Nobody knew.</p>"\n')
    assert texts(found) == ["It is & was denied.\n\nNobody knew."]
    assert {one.place.cell for one in found.readings[0].source.pieces} == {"A2"}


def test_an_apostrophe_that_guards_a_formula_is_no_text() -> None:
    found = read("text\n'=SUM(A1) is what it said.\n")
    assert texts(found) == ["=SUM(A1) is what it said."]
    assert found.readings[0].source.place_of(0) == Place(1, cell="A2")


def test_a_date_that_can_be_read_in_two_ways_is_unknown() -> None:
    found = read(f"text,date\n{QUOTED},03/04/2026\n")
    assert found.document.published is None
    assert found.document.dates[0].words == "03/04/2026"
    assert "03/04/2026" in found.notes[0]


def test_a_large_table_is_read_in_parts() -> None:
    limits = replace(USUAL_LIMITS, report_bytes=400)
    rows = "".join(f'n{number},"{SAID}"\n' for number in range(50))
    found = gather(FORMAT, f"title,text\n{rows}".encode(), limits=limits)
    assert texts(found) == [SAID] * 50
    assert [one.document.name for one in found.readings][-1] == "one:51"


def test_a_line_without_end_is_refused() -> None:
    limits = replace(USUAL_LIMITS, report_bytes=400)
    found = gather(FORMAT, b"title,text\na," + b"b" * 3_000, limits=limits)
    assert "a line of more than 400 characters" in found.problems[0].what


def test_too_many_columns_are_refused() -> None:
    found = read("text," + "," * 20_000 + "\n")
    assert "columns" in found.problems[0].what


@pytest.mark.parametrize("rows", ["\n" * 30, ",\n" * 30, " , \n" * 30])
@pytest.mark.parametrize("head", ["text,title\n", "", f"text,title\n{QUOTED},So\n"])
def test_a_table_that_goes_on_with_empty_rows_ends(
    monkeypatch: pytest.MonkeyPatch, head: str, rows: str
) -> None:
    monkeypatch.setattr(delimited, "MAX_EMPTY_ROWS", 20)
    if not head:
        rows = "\n" * 30
    found = read(f"{head}{rows}{QUOTED},So\n")
    assert len(found.readings) == head.count(SAID)
    assert "more than 20 empty rows together" in found.problems[0].what


def test_empty_rows_between_reports_are_counted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_EMPTY_ROWS", 5)
    found = read("text\n" + f"{QUOTED}\n\n\n\n" * 9)
    assert texts(found) == [SAID] * 9
    assert not found.problems


def test_a_table_that_goes_on_behind_an_open_mark_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_EMPTY_ROWS", 5)
    limits = replace(USUAL_LIMITS, report_bytes=400)
    found = gather(FORMAT, b'text,title\n"So' + b"x\n" * 900, "pile.csv", limits=limits)
    assert not found.readings
    assert "more than 5 lines" in found.problems[-1].what


def test_a_table_that_goes_on_without_reports_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_BAD_ROWS", 5)
    found = read(f"text,title\n{QUOTED},So\n" + ",So\n" * 20 + f"{QUOTED},So\n")
    assert texts(found) == [SAID]
    assert len(found.problems) == 7
    assert "more than 5 rows up to row 8" in found.problems[-1].what


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_hash_of_a_row_is_that_of_its_bytes(codec: str) -> None:
    row = '"In the café,\nthey said so, and nobody denied what they said."'
    found = read(f"text\n{row}\n", encoding=codec)
    wide = "utf-16-le" if codec == "utf-16" else codec.removesuffix("-sig")
    digest = hashlib.sha256(f"{row}\n".encode(wide)).hexdigest()
    assert [one.document.raw_sha256 for one in found.readings] == [digest]


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=20)


@settings(max_examples=25, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=4), st.sampled_from([",", ";", "\t", "|"]))
def test_any_text_comes_through_unchanged(cells: list[str], delimiter: str) -> None:
    given_texts = [f"Said: {cell}" for cell in cells if "<" not in cell]
    file = io.StringIO(newline="")
    table = csv.writer(file, delimiter=delimiter)
    table.writerows([["title", "text", "url"], *(["a", text, "b"] for text in given_texts)])
    found = read(file.getvalue())
    assert texts(found) == given_texts
    for reading in found.readings:
        text = reading.document.text
        check_places(reading, lambda at, n, text=text: text[at.offset : at.offset + n])  # type: ignore[misc]


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=80) | st.text("text,;\t\"\n\r'a|=<p>", max_size=80).map(str.encode))
def test_any_bytes_are_reports_or_problems(data: bytes) -> None:
    for start in (b"", b"text\n", b'title,text\n"'):
        found = gather(FORMAT, start + data)
        assert found.readings or found.problems


@pytest.mark.parametrize(
    ("name", "plain"),
    [("publishedAt", "published at"), (" Full_Text ", "full text"), ("URL", "url"), ("a-b.c", "a b c")],
)  # fmt: skip
def test_names_are_compared_without_their_dress(name: str, plain: str) -> None:
    assert plain_name(name) == plain
