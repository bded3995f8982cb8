"""Files and folders to documents: what is good is read, what is not is named and explained."""

import json
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.model.wire import document_from_wire, document_to_wire, from_line, to_line
from sayso.read.limits import Limits
from sayso.read.notes import Note
from sayso.read.reports import read, read_readings, setting_for

GOOD = "The mayor said that the bridge was closed. Nobody was hurt there, she added on Monday."
GERMAN = (
    "Der Bürgermeister sagte am Montag, dass die Brücke geschlossen sei. Niemand sei verletzt "
    "worden, teilte die Polizei mit, und der Verkehr werde umgeleitet."
)
PAGES = Path(__file__).parents[1] / "cases/pages"


def gathered(path: Path) -> tuple[list[Document], list[UnreadableInput]]:
    problems: list[UnreadableInput] = []
    return list(read(path, problems.append)), problems


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a-good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "b-empty.txt").write_text("", "utf-8")
    (tmp_path / "c-noise.txt").write_bytes(bytes(range(256)) * 12)
    (tmp_path / "d-german.txt").write_text(GERMAN, "utf-8")
    (tmp_path / "e-picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "f-letter.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    (tmp_path / "g-good.txt").write_text(GOOD + " More followed.", "utf-8")
    return tmp_path


def test_one_bad_file_never_stops_the_others(folder: Path) -> None:
    documents, problems = gathered(folder)
    assert [Path(one.name).name for one in documents] == ["a-good.txt", "g-good.txt"]
    assert [Path(one.name).name[0] for one in problems] == list("bcdef")
    for one in problems:
        assert one.what
        assert one.remedy.endswith(".")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("b-empty.txt", "empty"),
        ("c-noise.txt", "binary"),
        ("d-german.txt", "German"),
        ("e-picture.png", "PNG image"),
        ("f-letter.docx", "a damaged zip file"),
    ],
)
def test_a_problem_says_what_it_is(folder: Path, name: str, what: str) -> None:
    _, (problem,) = gathered(folder / name)
    assert what in problem.what


def test_without_a_listener_a_problem_is_raised(folder: Path) -> None:
    with pytest.raises(UnreadableInput):
        list(read(folder / "b-empty.txt"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    _, (problem,) = gathered(tmp_path / "nowhere.txt")
    assert "nowhere.txt" in problem.name


def test_plain_text_is_its_bytes(tmp_path: Path) -> None:
    raw = f"\ufeff  {GOOD}\r\n\r\nAnd a café \u200b, she said.\n".encode()
    (tmp_path / "one.txt").write_bytes(raw)
    (document,), _ = gathered(tmp_path)
    assert "\ufeff" + document.text == raw.decode()


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60))
def test_any_utf8_text_comes_through_unchanged(tmp_path: Path, text: str) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes((GOOD + text).encode())
    documents, _ = gathered(path)
    assert [one.text for one in documents] in ([], [GOOD + text])


def test_lines_of_json(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"name": "one", "text": GOOD, "outlet": "Sellan Gazette", "published": "2023-03-12"}
        ),
        "{broken",
        json.dumps({"name": "two"}),
        json.dumps({"name": "three", "text": GOOD + " \ud83d\udea2"}),
    ]
    (tmp_path / "pile.jsonl").write_text("\n".join(lines), "utf-8")
    documents, problems = gathered(tmp_path)
    assert next((one.name, one.outlet, one.published) for one in documents) == (
        "one", "Sellan Gazette", "2023-03-12",
    )  # fmt: skip
    assert [one.name.rpartition(":")[2] for one in problems] == ["2", "3"]


UNSEEN = "\u200b\u2060\ufeff\xad\u202e\u0301\u3164 \n"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_what_shows_no_word_is_no_report(tmp_path: Path, name: str) -> None:
    line = json.dumps({"name": "one", "text": UNSEEN + "…!"})
    inside = {"a.html": f"<html><body><p>{UNSEEN}…!</p>", "a.jsonl": line}.get(name, UNSEEN)
    (tmp_path / name).write_text(inside, "utf-8")
    documents, (problem,) = gathered(tmp_path)
    assert not documents
    assert problem.what == "it holds no visible words"


def test_json_is_read_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "pile.txt").write_text(json.dumps({"name": "one", "text": GOOD}), "utf-8")
    (document,), problems = gathered(tmp_path)
    assert document.text == GOOD
    assert not problems


def test_a_name_in_a_line_is_never_a_path(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("untouched", "utf-8")
    (tmp_path / "in").mkdir()
    lines = [{"name": name, "text": GOOD} for name in ("../x", "/dev/stdin", "a\0b", "~", "-")]
    (tmp_path / "in/a.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    documents, problems = gathered(tmp_path / "in")
    assert [one.name for one in documents] == [line["name"] for line in lines]
    assert not problems
    assert (tmp_path / "x").read_text("utf-8") == "untouched"


def test_a_long_title_is_cut_with_a_note(tmp_path: Path) -> None:
    linked = json.dumps({"@type": "NewsArticle", "headline": "bridge " * 9_000})
    page = f'<html><head><script type="application/ld+json">{linked}</script></head><p>{GOOD}</p>'
    (tmp_path / "a.html").write_text(page, "utf-8")
    notes: list[Note] = []
    (document,) = read(tmp_path, on_note=notes.append)
    assert document.title
    assert len(document.title) <= 500
    assert any("its title is longer" in note.what for note in notes)


def test_the_share_that_a_page_withholds(tmp_path: Path) -> None:
    text = (
        GOOD + "\nYou have 24.79% of this article left to read. The rest is for subscribers only."
    )
    (tmp_path / "one.txt").write_text(text, "utf-8")
    (document,), _ = gathered(tmp_path)
    assert document.remaining == 0.2479
    assert document.text == text
    assert "24.79%" in "".join(document[span] for span in document.furniture)
    assert GOOD not in "".join(document[span] for span in document.furniture)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.name)
def test_saved_pages_give_title_outlet_and_text(page: Path) -> None:
    (document,), problems = gathered(page)
    assert not problems
    assert document.title
    assert document.raw_sha256
    assert len(document.text) > 200
    assert "<" not in document.text


def test_a_page_with_hidden_words_and_scripts(tmp_path: Path) -> None:
    page = f"""<html><head><title>The bridge</title><script>alert(1)</script></head><body><article>
    <h1>The bridge</h1><p>{GOOD}</p><p style="display:none">120 people died.</p>
    <p>A second paragraph says that the road &lt;script&gt; was closed too, and for how long.</p>
    </article></body></html>"""
    (tmp_path / "one.html").write_text(page, "utf-8")
    (document,), _ = gathered(tmp_path)
    assert GOOD in document.text
    assert "<script> was closed" in document.text
    assert "alert" not in document.text
    assert "120 people" not in document.text


FURNITURE = "You have 24.79% of this article left to read. The rest is for subscribers only."
LINKED = """{"@type": "NewsArticle", "headline": "The bridge", "datePublished":
    "2031-03-02T22:10:00-05:00", "publisher": {"name": "Tarn Herald"}}"""
READ = {
    "text.txt": f"{GOOD}\r\n\r\n{FURNITURE}\n",
    "marked.md": f"\ufeff# Bridge\n\n{GOOD}",
    "nameless": f"{GOOD}\n",
    "page.html": f"<html><body><article><h1>The bridge</h1><p>{GOOD}</p></article><p>{FURNITURE}</p>",
    "lines.jsonl": json.dumps({"name": "one", "text": f"{GOOD}\n{FURNITURE}\ud83d\udea2"}) + "\n",
    "lines.ndjson": json.dumps({"name": "two", "text": f"  {GOOD} "}),
}


@pytest.mark.parametrize("name", READ)
def test_whatever_reads_it_a_document_survives_the_wire(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(READ[name], "utf-8")
    (document,), problems = gathered(tmp_path)
    assert not problems
    assert GOOD in document.text
    assert document.language == "en"
    line = to_line(document_to_wire(document, text=True))
    assert document_from_wire(from_line(line)) == document
    for span in document.furniture:
        assert document[span] == document.text[span.start : span.end] != ""


def test_the_date_of_a_page_keeps_its_zone(tmp_path: Path) -> None:
    head = f'<script type="application/ld+json">{LINKED}</script>'
    (tmp_path / "one.html").write_text(f"<html><head>{head}</head><body><p>{GOOD}</p>", "utf-8")
    (document,), _ = gathered(tmp_path)
    assert document.published == "2031-03-02T22:10:00-05:00"
    assert document.outlet == "Tarn Herald"
    assert document.remaining is None


def test_a_page_says_how_much_it_withholds(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(READ["page.html"], "utf-8")
    (document,), _ = gathered(tmp_path)
    assert document.remaining == 0.2479
    assert [one.words for one in document.left_out] == [FURNITURE]


def test_an_english_report_of_a_pile_is_read_beside_a_german_one(tmp_path: Path) -> None:
    lines = [json.dumps({"name": "de", "text": GERMAN}), json.dumps({"name": "en", "text": GOOD})]
    (tmp_path / "pile.jsonl").write_text("\n".join(lines), "utf-8")
    (document,), (problem,) = gathered(tmp_path)
    assert document.name == "en"
    assert problem.name.endswith("pile.jsonl:1")
    assert "German" in problem.what


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("ftp://plumbline.example/report.html", "http:// or https://"),
        ("FILE:///etc/passwd", "http:// or https://"),
        ("", "not a file name"),
        ("a\0b", "not a file name"),
        ("x" * 5_000, "cannot be read"),
        ("nowhere/at/all.txt", "no such file"),
    ],
)
def test_what_is_no_path_is_a_problem(path: str, what: str) -> None:
    problems: list[UnreadableInput] = []
    assert list(read(path, problems.append)) == []
    (problem,) = problems
    assert what in problem.what


@pytest.mark.parametrize("name", ["b-locked.txt", "b-locked.jsonl", "b-locked.html"])
def test_a_file_that_may_not_be_read(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in ("a.txt", name, "c.txt"):
        (tmp_path / one).write_text(GOOD, "utf-8")
    open_file = Path.open

    def locked(path: Path, mode: str = "r") -> IO[Any]:
        if path.name == name:  # a lock that holds for the superuser too
            raise PermissionError(13, "Permission denied")
        return open_file(path, mode)

    monkeypatch.setattr(Path, "open", locked)
    documents, (problem,) = gathered(tmp_path)
    assert len(documents) == 2
    assert problem.name.endswith(name)
    assert "chmod" in problem.remedy


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD * 2, "utf-8")
    (tmp_path / "b.txt").write_text(GOOD, "utf-8")
    problems: list[UnreadableInput] = []
    setting = setting_for(problems.append, print, Limits(report_bytes=100))
    (reading,), (problem,) = list(read_readings(tmp_path, setting)), problems
    assert reading.document.name.endswith("b.txt")
    assert "larger than 100 bytes" in problem.what


def test_documents_come_one_by_one(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    (tmp_path / "b.txt").touch()
    problems: list[UnreadableInput] = []
    stream = read(tmp_path, problems.append)
    assert next(stream).name.endswith("a.txt")
    assert not problems
    assert next(stream).name.endswith("c.txt")
    assert len(problems) == 1


def test_a_link_that_leads_round_is_followed_once(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub/back").symlink_to(folder)
    documents, problems = gathered(folder)
    assert len(documents) == 2
    assert any("already read" in one.what for one in problems)
