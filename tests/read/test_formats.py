"""What kind of file it is."""

import pytest

from sayso.errors import UnreadableInput
from sayso.read.formats import DOSSIER, MAGIC, NO_REPORTS, check_is_report, looks_like_html


@pytest.mark.parametrize(
    "opening",
    [
        b"<html>",
        b"<!DOCTYPE html>",
        b"<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        b"\xef\xbb\xbf<html>",
        b"\n  <html lang=en>",
        b"<?xml version='1.0'?>\n<!DOCTYPE html>",
        b"<!-- saved from url=(0024)https://plumbline.example/ -->\n<html>",
        b"<body>",
    ],
)
def test_a_page_is_known_by_how_it_opens(opening: bytes) -> None:
    assert looks_like_html(opening + b"<p>It is denied.")


@pytest.mark.parametrize(
    "opening",
    [
        b"",
        b"It is denied.",
        b"It is <html>",
        b"<htmlish>",
        b"<p>It is denied.",
        b"<rss>",
        b"<!-- <html>",
    ],
)
def test_tags_further_down_are_text(opening: bytes) -> None:
    assert not looks_like_html(opening)


@pytest.mark.parametrize(("offset", "mark", "what", "remedy"), MAGIC, ids=[one[2] for one in MAGIC])
def test_a_file_of_another_kind_is_named_with_a_remedy(
    offset: int, mark: bytes, what: str, remedy: str
) -> None:
    with pytest.raises(UnreadableInput) as caught:
        check_is_report(b" " * offset + mark + bytes(20), "one.txt", ".txt")
    assert what in caught.value.what
    assert caught.value.remedy == f"{remedy}."


@pytest.mark.parametrize("suffix", NO_REPORTS)
def test_a_name_may_say_that_it_is_no_report(suffix: str) -> None:
    with pytest.raises(UnreadableInput, match=suffix):
        check_is_report(b"It is denied.", f"one{suffix}", suffix)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"<!doctype html><p>It is denied.", "the name of a text file"),
    ],
)
def test_a_text_that_is_none(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        check_is_report(data, "one.txt", ".txt")
    assert what in caught.value.what


def test_our_own_page_is_no_report() -> None:
    with pytest.raises(UnreadableInput, match="dossier"):
        check_is_report(b"<!doctype html><head>" + DOSSIER, "one.html", ".html")


@pytest.mark.parametrize("suffix", ["", ".txt", ".md", ".log", ".html"])
def test_a_report_passes(suffix: str) -> None:
    check_is_report(b"It is denied. See <html> and %PDF- below.", f"one{suffix}", suffix)
