"""What the user says of a report counts more than its file; a table shows how each was read."""

from pathlib import Path

import pytest

from .driving import DENIAL, REPLY, sayso

PAGE = (
    "<html><head><title>Ministry denies raid</title><meta property='og:site_name' content='The "
    f"Lantern'></head><body><article><p>{DENIAL}</p><p>{REPLY}</p></article></body></html>"
)


def test_the_options_fill_the_head(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    head = (
        "--outlet",
        "The Lantern",
        "--published",
        "2 March 2026",
        "--url",
        "https://a.example/1",
    )
    (line,) = sayso("extract", tmp_path / "a.txt", *head).lines()
    document = line["document"]
    assert document["outlet"] == "The Lantern"
    assert document["published"] == "2026-03-02"
    assert document["url"] == "https://a.example/1"


def test_the_user_counts_more_than_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (line,) = sayso("extract", tmp_path / "a.html", "--outlet", "Ostmere Review").lines()
    assert line["document"]["outlet"] == "Ostmere Review"
    assert line["document"]["title"] == "Ministry denies raid"


@pytest.mark.parametrize("wrong", [("--published", "soon"), ("--url", "lantern")])
def test_what_is_no_date_or_address_is_wrong_usage(tmp_path: Path, wrong: tuple[str, str]) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    said = sayso("extract", tmp_path / "a.txt", *wrong)
    assert said.status == 2
    assert wrong[1] in said.err


def test_one_address_is_of_one_report(tmp_path: Path) -> None:
    for name, text in (("a.txt", DENIAL), ("b.txt", REPLY)):
        (tmp_path / name).write_text(text, "utf-8")
    said = sayso("extract", tmp_path, "--url", "https://a.example/1")
    assert said.status == 1
    assert ".meta.toml" in said.err


def test_a_sidecar_says_what_a_text_cannot(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    (tmp_path / "a.txt.meta.toml").write_text('outlet = "The Lantern"\npublished = 2026-03-02\n')
    (line,) = sayso("extract", tmp_path).lines()
    assert line["document"]["outlet"] == "The Lantern"
    assert line["document"]["published"] == "2026-03-02"
    (line,) = sayso("extract", tmp_path, "--outlet", "Ostmere Review").lines()
    assert line["document"]["outlet"] == "Ostmere Review"


def test_a_broken_sidecar_is_named_and_the_report_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    (tmp_path / "a.txt.meta.toml").write_text("outlet = The Lantern\n")
    said = sayso("extract", tmp_path / "a.txt")
    assert said.status == 3
    assert "a.txt.meta.toml: it is not TOML" in said.err
    assert len(said.lines()) == 1


@pytest.mark.parametrize("command", ["extract", "compare", "report"])
def test_the_table_has_a_row_for_every_input(tmp_path: Path, command: str) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(DENIAL, "utf-8")
    (reports / "b.html").write_text(PAGE, "utf-8")
    (reports / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    output = ("-o", tmp_path / "d.html") if command == "report" else ()
    said = sayso(command, reports, "--summary", *output)
    rows = [line for line in said.err.splitlines() if line.startswith(("plain", "web", "not "))]
    assert [row.split("  ")[0] for row in rows] == ["plain text", "web page", "not read"]
    assert all(name in row for name, row in zip(("a.txt", "b.html", "c.png"), rows, strict=True))


def test_the_places_lead_back_into_the_page(tmp_path: Path) -> None:
    from lxml.html import fromstring

    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (line,) = sayso("extract", tmp_path / "a.html", "--text", "--places").lines()
    text, places = line["document"]["text"], line["document"]["places"]
    elements = list(fromstring(PAGE).getroottree().getroot().iter())
    assert places
    for piece in places:
        element = elements[piece["element"]]
        own = element.tail if piece.get("tail") else element.text
        begin = text[piece["start"] : piece["start"] + piece["length"]].split()[0]
        assert own[piece["offset"] :].startswith(begin)
