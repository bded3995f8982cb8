"""Word documents: what a reader of the document sees is the text, and nothing else is."""

import time
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.particulars import DateKind, LeftOutKind
from sayso.model.text import Document
from sayso.read.limits import USUAL_LIMITS
from sayso.read.office.docx import FORMAT
from sayso.read.places import Place
from tests.read.gathering import check_places, gather
from tests.read.office.packages import docx, p, packed, r, relations, root, text_at

SAID = "The ministry said that at least 14 people were killed at the Orn bridge."
DENIED = "Mayor Ivo Tarn denied that anybody had warned the town."
STYLES = """<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="U1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Unter"><w:name w:val="Subtitle"/></w:style>
<w:style w:styleId="Bild"><w:name w:val="caption"/></w:style>
<w:style w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>"""


def read(body: str, **parts: str) -> Document:
    return gather(FORMAT, docx(body, **parts)).document


def left(document: Document) -> list[tuple[LeftOutKind, str]]:
    return [(one.kind, one.words) for one in document.left_out]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(SAID) + p("") + p(DENIED), f"{SAID}\n\n{DENIED}"),
        (p(r("At least ") + r("14", "<w:b/>") + r(" died.")), "At least 14 died."),
        (p("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"), "One\ttwo\nthree"),
        (p("<w:r><w:t>Al</w:t><w:noBreakHyphen/><w:t>Tarn</w:t></w:r>"), "Al\u2011Tarn"),
        (p("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>"), "coop"),
        (p(r("See ") + f"<w:hyperlink>{r('the list')}</w:hyperlink>" + r(".")), "See the list."),
        (p(f"<w:smartTag>{r('Orn')}</w:smartTag>" + r(" fell.")), "Orn fell."),
        (p(f"<w:sdt><w:sdtContent>{r('Held.')}</w:sdtContent></w:sdt>"), "Held."),
        (p(f"<w:fldSimple w:instr='DATE'>{r('2 March')}</w:fldSimple>" + r(" it fell.")), "2 March it fell."),
        (p("<w:r><w:t>\n  It was\n  denied. </w:t></w:r>"), "It was denied."),
        (p('<w:r><w:sym w:font="Arial" w:char="00B0"/></w:r>' + r(" north")), "° north"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" done")), "\ufffd done"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here") + "</w:sdtContent></w:sdt>" + p(SAID), SAID),
    ],
)  # fmt: skip
def test_what_a_reader_sees_is_the_text(body: str, text: str) -> None:
    assert read(body).text == text


def field(code: str, shown: str) -> str:
    step = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return step("begin") + instruction + step("separate") + r(shown) + step("end")


def test_of_a_field_only_what_it_shows_is_read() -> None:
    assert (
        read(p(r("On ") + field("DATE", "2 March") + r(" it fell."))).text == "On 2 March it fell."
    )


def mark(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def test_a_field_in_the_code_of_another_shows_nothing() -> None:
    inner = field("MERGEFIELD x", "yes")
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")
    )
    body = p(begin + inner + separate + r("It fell.") + end)
    assert read(body).text == "It fell."


def test_a_field_that_never_ends_swallows_no_paragraph_behind_it() -> None:
    broken = p(r("Before.") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("code"))
    assert read(broken + p(SAID)).text == f"Before.\n\n{SAID}"


def test_many_fields_that_never_end_take_no_longer() -> None:
    shown = mark("begin") + mark("separate")
    begun = time.process_time()
    body = f"<w:p><w:r>{shown * 8_000}</w:r></w:p>" + "<w:p/>" * 50_000
    assert read(body + p("Said.")).text == "Said."
    assert time.process_time() - begun < 3


def test_tracked_changes_are_read_as_accepted_and_named() -> None:
    body = p(
        r("The mayor ")
        + f'<w:ins w:author="A. Editor">{r("has ")}{r("twice ")}</w:ins>'
        + '<w:del w:author="B. Chief"><w:r><w:delText>never </w:delText></w:r></w:del>'
        + f'<w:moveFrom w:author="B. Chief">{r("denied it. ")}</w:moveFrom>'
        + r("denied it.")
    )
    found = gather(FORMAT, docx(body))
    assert found.document.text == "The mayor has twice denied it."
    (note,) = found.notes
    assert "2 words inserted by A. Editor" in note
    assert "1 words deleted by B. Chief" in note
    assert left(found.document) == [(LeftOutKind.OTHER, "never ")]
    assert found.document.left_out[0].at == len("The mayor has twice ")
    assert found.document.words_left_out == 1


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    mark = '<w:rPr><w:del w:author="B."/></w:rPr>'
    assert read(p("The mayor ", properties=mark) + p("denied it.")).text == "The mayor denied it."


def test_settings_as_they_were_before_a_change_hide_nothing() -> None:
    was_hidden = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert read(p(r(SAID, was_hidden))).text == SAID


def test_hidden_words_are_left_out_by_run_and_by_style() -> None:
    body = p(r("It fell. ") + r("Not for print. ", "<w:vanish/>") + r("Nobody was hurt."))
    body += p("Internal.", "Geheim") + p(r("Shown.", '<w:vanish w:val="0"/>'), "Geheim")
    document = read(body, styles=STYLES)
    assert document.text == "It fell. Nobody was hurt.\n\nShown."
    assert left(document) == [
        (LeftOutKind.HIDDEN, "Not for print. "),
        (LeftOutKind.HIDDEN, "Internal."),
    ]
    assert document.text[document.left_out[0].at :].startswith("Nobody")


def test_a_text_box_is_read_once_whatever_alternatives_there_are() -> None:
    box = f"<w:txbxContent>{p('It was the third collapse in a year.')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = p(r(SAID) + f"<w:r>{drawing}</w:r>") + p(DENIED)
    assert read(body).text == f"{SAID}\n\nIt was the third collapse in a year.\n\n{DENIED}"


def test_a_box_that_repeats_the_text_is_a_pull_quote() -> None:
    box = f"<w:txbxContent>{p('“at least 14 people were killed”')}</w:txbxContent>"
    document = read(p(r(SAID) + f"<w:r><w:pict>{box}</w:pict></w:r>"))
    assert document.text == SAID
    assert left(document) == [(LeftOutKind.PULL_QUOTE, "“at least 14 people were killed”")]


def table(*rows: list[str]) -> str:
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_rows_are_lines_with_tabs_between_the_cells() -> None:
    body = p(SAID) + table([p("Killed"), p("14")], [p("Injured"), p("31")]) + p(DENIED)
    assert read(body).text == f"{SAID}\n\nKilled\t14\nInjured\t31\n\n{DENIED}"


def test_a_table_that_lays_out_the_page_gives_paragraphs() -> None:
    body = table([p(SAID) + p(DENIED), p("Contact: the press office.")])
    assert read(body).text == f"{SAID}\n\n{DENIED}\n\nContact: the press office."


def test_a_table_inside_a_cell() -> None:
    inner = table([p("Killed"), p("14")], [p("Injured"), p("31")])
    assert read(table([p(SAID) + inner])).text == f"{SAID}\n\nKilled\t14\nInjured\t31"


def test_notes_stand_at_the_end_and_what_is_around_is_only_counted() -> None:
    found = gather(
        FORMAT,
        docx(
            p(r(SAID) + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            footnotes=f'<w:footnote w:type="separator">{p("---")}</w:footnote>'
            f'<w:footnote w:id="2">{p("Call with the ministry, 2 March.")}</w:footnote>',
            endnotes=f'<w:endnote w:id="2">{p("See the list.")}</w:endnote>',
            header=p("Sellan Gazette – internal"),
            comments=f'<w:comment w:author="A.">{p("Is this sure?")}</w:comment>',
        ),
    )
    assert found.document.text == f"{SAID}\n\nCall with the ministry, 2 March.\n\nSee the list."
    assert found.document.words_left_out == 4 + 3
    assert found.notes == ["3 words of comments were left out"]


def test_captions_and_contents_are_left_out() -> None:
    body = p("The bridge\t3", "Verz1") + p(SAID) + p("Figure 1. The bridge", "Bild")
    document = read(body, styles=STYLES)
    assert document.text == SAID
    assert left(document) == [
        (LeftOutKind.OTHER, "The bridge 3"),
        (LeftOutKind.CAPTION, "Figure 1. The bridge"),
    ]


def test_the_head_is_in_the_lines_that_a_reader_sees() -> None:
    body = p("Bridge closed", "Titel") + p("Town had no warning", "Unter")
    body += p("By Ana Teller and Rufus Okada, Sellan Gazette") + p("Published: 2 March 2026, 08:15")
    core = (
        "<dc:title>press-release-template-v3</dc:title><dc:creator>ateller</dc:creator>"
        "<dcterms:created>2019-01-07T09:00:00Z</dcterms:created>"
        "<dcterms:modified>2026-03-03T10:00:00Z</dcterms:modified>"
    )
    document = read(body + p(SAID), core=core, styles=STYLES)
    assert document.text == SAID
    assert document.title == "Bridge closed"
    assert document.subtitle == "Town had no warning"
    assert document.byline == "Ana Teller, Rufus Okada"
    assert document.published == "2026-03-02"
    assert document.modified is None
    assert [(one.kind, one.value) for one in document.dates] == [
        (DateKind.PUBLISHED, "2026-03-02T08:15:00"),
        (DateKind.MODIFIED, "2019-01-07T09:00:00Z"),
        (DateKind.MODIFIED, "2026-03-03T10:00:00Z"),
    ]
    assert [kind for kind, _ in left(document)] == [LeftOutKind.HEAD] * 4


def test_properties_alone_are_no_head() -> None:
    core = (
        "<dc:title>Document1</dc:title><dc:creator>Ana Teller</dc:creator>"
        "<dcterms:created>2026-03-02T09:00:00Z</dcterms:created>"
    )
    document = read(p(SAID) + p(DENIED), core=core)
    assert document.title is document.byline is document.published is None
    assert document.text == f"{SAID}\n\n{DENIED}"


def test_properties_that_a_line_agrees_with_are_the_head() -> None:
    core = "<dc:title>Bridge closed</dc:title><dc:creator>Ana Teller</dc:creator>"
    document = read(p("Bridge closed") + p("ANA TELLER") + p(SAID), core=core)
    assert (document.title, document.byline) == ("Bridge closed", "ANA TELLER")
    assert document.text == SAID


@pytest.mark.parametrize(
    "line",
    ["By the river they found nobody", "By Monday", "Published it was", "3/4/2026", "2 March 2026 and later they fled.", "2 March 2026 10:30 Forces shelled the town"],
)  # fmt: skip
def test_other_lines_are_no_head(line: str) -> None:
    document = read(p(line) + p(SAID))
    assert document.byline is document.published is None
    assert document.text == f"{line}\n\n{SAID}"


def test_an_agency_and_a_local_time_in_the_head() -> None:
    document = read(p("By Reuters") + p("Updated 2 March 2026 at 10:30 local time") + p(SAID))
    assert (document.byline, document.agency, document.text) == (None, "Reuters", SAID)
    assert document.modified == "2026-03-02"
    assert [one.value for one in document.dates] == ["2026-03-02T10:30:00"]


def test_a_first_heading_is_the_title_and_later_ones_are_text() -> None:
    document = read(p("Bridge closed", "U1") + p(SAID) + p("What we know", "U1"), styles=STYLES)
    assert document.title == "Bridge closed"
    assert document.text == f"{SAID}\n\nWhat we know"


def test_documents_in_the_strict_form_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = root("document", f"<w:body>{p(SAID)}</w:body>")
    data = packed(
        {
            "_rels/.rels": relations({"officeDocument": "/word/document2.xml"}),
            "word/document2.xml": document.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict
            ),
        }
    )
    assert gather(FORMAT, data).document.text == SAID


def test_a_broken_part_beside_the_text_costs_only_itself() -> None:
    data = docx(p(SAID), footnotes="<w:footnote><w:p>")
    found = gather(FORMAT, data)
    assert found.document.text == SAID
    assert "word/footnotes.xml" in found.notes[0]


RUNS = st.lists(
    st.tuples(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12),
        st.sampled_from(["", "<w:b/>", "<w:vanish/>"]),
    ),
    max_size=5,
)
REPLACED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\ufffe": "", "\uffff": ""})


@settings(max_examples=25, deadline=None)
@given(st.lists(RUNS, min_size=1, max_size=4))
def test_every_character_has_its_place(paragraphs: list[list[tuple[str, str]]]) -> None:
    body = "".join(
        "<w:p>" + "".join(r(text.translate(REPLACED), look) for text, look in runs) + "</w:p>"
        for runs in paragraphs
    )
    data = docx(body + p(SAID))
    found = gather(FORMAT, data)

    def stands_at(place: Place, length: int) -> str:
        assert place.element is not None
        return text_at(data, place.part, place.element)[place.offset : place.offset + length]

    (reading,) = found.readings
    check_places(reading, stands_at)


GOOD = docx(p("Bridge closed", "Titel") + table([p("a"), p("b")]) + p(SAID), styles=STYLES)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    spoilt = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(spoilt)))
    for damaged in (bytes(spoilt), GOOD[:cut]):
        found = gather(FORMAT, damaged)
        assert found.readings or found.problems


@settings(max_examples=25, deadline=None)
@given(st.text("<>/w:ptrdelinsbx\"'= ac!&;[]?-", max_size=60))
def test_any_xml_is_read_or_refused(body: str) -> None:
    found = gather(FORMAT, docx(f"<w:p>{body}</w:p>"))
    assert found.readings or found.problems


@pytest.mark.parametrize(
    "element",
    ["p", "tbl", "tr", "tc", "txbxContent", "ins", "del", "sdt", "sdtContent", "pPr", "r", "t", "footnote"],
)  # fmt: skip
def test_elements_in_one_another_take_no_longer(element: str) -> None:
    depth = 4_000
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
    nested = f"<w:{element}>" * depth + r("a ") * depth + f"</w:{element}>" * depth
    start = time.process_time()
    found = gather(FORMAT, docx(f"<w:p>{begin * 500}{nested}</w:p>{p(SAID)}"))
    assert found.readings or found.problems
    assert time.process_time() - start < 2


def test_an_entity_is_never_expanded() -> None:
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    found = gather(FORMAT, docx(p("<w:r><w:t>&a;&b;</w:t></w:r>"), opening=laughs))
    assert not found.readings
    assert "entities" in found.problems[0].what


def test_a_part_that_grows_too_large_is_refused() -> None:
    limits = replace(USUAL_LIMITS, unpacked_bytes=100_000)
    found = gather(FORMAT, docx(p("a " * 100_000)), limits=limits)
    assert "too large when it is unpacked" in found.problems[0].what


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(docx(p(SAID)))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    spoilt = bytes(data).replace(size.to_bytes(4, "little"), (size // 2).to_bytes(4, "little"))
    found = gather(FORMAT, spoilt)
    assert "word/document.xml is broken" in found.problems[0].what


@pytest.mark.parametrize("empty", ["<w:p/>", "<w:p><w:r><w:br/></w:r></w:p>", "<w:tbl/>"])
def test_too_many_paragraphs_cells_and_breaks_are_refused(empty: str) -> None:
    limits = replace(USUAL_LIMITS, holders=20)
    found = gather(FORMAT, docx(p(SAID) + empty * 30), limits=limits)
    assert "more paragraphs, cells and line breaks" in found.problems[0].what


def test_too_many_runs_and_characters_are_refused() -> None:
    for limits in (replace(USUAL_LIMITS, runs=3), replace(USUAL_LIMITS, report_bytes=10)):
        found = gather(FORMAT, docx(p(r("one ") * 4 + SAID)), limits=limits)
        assert found.readings or "more text than" in found.problems[0].what
    assert not found.readings


def test_a_locked_part_and_another_packing_are_named() -> None:
    data = bytearray(docx(p(SAID)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1  # the last member is locked
    found = gather(FORMAT, bytes(data))
    assert found.readings or "password" in found.problems[0].what


def test_a_document_of_pictures_is_named() -> None:
    document = root("document", f"<w:body>{p('<w:r><w:drawing/></w:r>')}</w:body>")
    data = packed({"word/document.xml": document, "word/media/image1.png": "x"})
    assert "pictures and no words" in gather(FORMAT, data).problems[0].what


def test_a_part_in_another_format_is_noted() -> None:
    found = gather(FORMAT, docx(p(SAID) + '<w:altChunk xmlns:r="urn:r" r:id="x"/>'))
    assert found.document.text == SAID
    assert "not in Word's format" in found.notes[0]


@pytest.mark.parametrize(
    ("members", "what"),
    [
        ({"_rels/.rels": relations({"officeDocument": "ppt/presentation.xml"}), "ppt/presentation.xml": "<p/>"}, "a presentation"),
        ({"_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}), "xl/workbook.xml": "<p/>"}, "a table of Excel"),
        ({"_rels/.rels": relations({})}, "without a document"),
        ({"_rels/.rels": relations({"officeDocument": "../../etc/passwd"})}, "without a document"),
    ],
)  # fmt: skip
def test_other_packages_are_named(members: dict[str, str], what: str) -> None:
    found = gather(FORMAT, packed(members))
    assert what in found.problems[0].what


def test_a_file_that_is_cut_short_is_named() -> None:
    assert "cut short" in gather(FORMAT, GOOD[:200]).problems[0].what
