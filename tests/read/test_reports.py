"""Files and folders to documents: what is good is read, what is not is named and explained."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.read.reports import read

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
        ("f-letter.docx", "zip archive or an office document"),
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


def test_a_link_that_leads_round_is_followed_once(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub/back").symlink_to(folder)
    documents, problems = gathered(folder)
    assert len(documents) == 2
    assert any("read already" in one.what for one in problems)
