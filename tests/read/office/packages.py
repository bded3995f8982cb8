"""Word documents and spreadsheets as bytes, made of XML by hand."""

import zipfile
from io import BytesIO

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLACES = {
    "footnotes": "word/footnotes.xml",
    "endnotes": "word/endnotes.xml",
    "comments": "word/comments.xml",
    "header": "word/header1.xml",
    "styles": "word/styles.xml",
}
ROOTS = {"header": "hdr"}


def docx(body: str, core: str | None = None, opening: str = "", **parts: str) -> bytes:
    """A document with this body; `parts` are the contents of other parts by their kind."""
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"{opening}{root('document', f'<w:body>{body}</w:body>')}",
        "word/_rels/document.xml.rels": relations(
            {kind: PLACES[kind].removeprefix("word/") for kind in parts}
        ),
    }
    for kind, content in parts.items():
        members[PLACES[kind]] = root(ROOTS.get(kind, kind), content)
    if core is not None:
        members["docProps/core.xml"] = (
            '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</c:coreProperties>'
        )
    return packed(members)


def packed(members: dict[str, str]) -> bytes:
    """A zip archive of these members."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def root(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{W}" xmlns:mc="{MC}">{content}</w:{name}>'


def relations(targets: dict[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="{kind}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{found}</Relationships>'


def p(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of one text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = content if content.startswith("<") else r(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_at(data: bytes, part: str, element: int) -> str:
    """The text of an element of a part, counted in document order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        tree = etree.fromstring(archive.read(part))
    return list(tree.iter(etree.Element))[element].text or ""


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(sheets: dict[str, str], hidden: str = "") -> bytes:
    """A spreadsheet of sheets by name, each the content of its sheetData."""
    numbered = list(enumerate(sheets.items(), 1))
    state = ' state="hidden"'
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="s{number}"{state if name == hidden else ""}/>'
        for number, (name, _) in numbered
    )
    rels = "".join(
        f'<Relationship Id="s{number}" Type="{KINDS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _ in numbered
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{KINDS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{rels}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    }
    members["xl/_rels/workbook.xml.rels"] = members["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="st" Type="{KINDS}/styles" Target="styles.xml"/></Relationships>',
    )
    for number, (_, content) in numbered:
        members[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{SHEET}"><sheetData>{content}</sheetData></worksheet>'
        )
    return packed(members)


def row(number: int, *cells: str) -> str:
    """A row of texts, from column A on; a cell that begins with "<" stands as it is."""
    made = "".join(
        cell
        if cell.startswith("<")
        else f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for column, cell in enumerate(cells)
        if cell
    )
    return f'<row r="{number}">{made}</row>'
