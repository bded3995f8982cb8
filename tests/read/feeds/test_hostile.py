"""Feeds that are damaged, or made to break their reader or to open other files."""

import time
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.read.feeds.xml_feed import entries_of_xml
from tests.costs import check_linear
from tests.read.feeds.test_feed import DENIED, FULL, SAID, atom, in_feed, json_feed, rss
from tests.read.mail.reading import check_against


def test_a_broken_feed_gives_what_it_can() -> None:
    whole = rss(FULL, f"<guid>b</guid><description>{DENIED} R&D</description>")
    cut = in_feed(whole.replace(b"</channel></rss>", b""))
    assert cut.names == ["f.xml:id-1", "f.xml:b"]
    assert [one.what for one in cut.problems] == [
        "it ends in the middle of the feed; what stands before that was read"
    ]
    wide = whole.decode().replace('encoding="utf-8"', 'encoding="utf-16"').encode("utf-16")
    assert (in_feed(wide).names, in_feed(wide).problems) == (cut.names, [])


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=80))
def test_every_character_of_plain_text_has_its_place(body: str) -> None:
    read = in_feed(json_feed({"id": "a", "content_text": f"{SAID}\n\n{body}"}))
    for reading in read.readings:
        check_against(reading, "a", f"{SAID}\n\n{body}")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_feed_gives_reports_or_problems(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([rss(FULL), atom(f"<content type='html'>{escape(FULL)}</content>")])
    )
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 60)))
    broken = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    in_feed(broken)


def with_doctype(subset: str, words: str) -> bytes:
    feed = rss(f"<description>{SAID} {words}</description>")
    return b'<?xml version="1.0"?><!DOCTYPE rss [%s]>' % subset.encode() + feed.split(b"-->", 1)[1]


def test_entities_never_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    read = in_feed(with_doctype('<!ENTITY l0 "lol">' + laughs, "&l9;"))
    assert all(len(reading.document.text) < 1_000 for reading in read.readings)
    assert read.readings or read.problems


def test_no_other_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_bytes(rss("<description>The secret words.</description>"))
    for subset in (
        f'<!ENTITY s SYSTEM "{secret.as_uri()}">',
        f'<!ENTITY % s SYSTEM "{secret}"> %s;',
    ):
        read = in_feed(with_doctype(subset, "&s;"))
        assert read.readings or read.problems
        assert not [one for one in read.readings if "secret words" in one.document.text]
    for name in (str(secret), secret.as_uri()):
        with pytest.raises(UnreadableInput):
            list(entries_of_xml(name.encode(), "f.xml"))


@pytest.mark.parametrize(
    "data",
    [
        rss("<a>" * 5_000 + FULL),
        rss("<category>x</category>" * 5_000 + FULL),
        b"<rss><channel>" + b"<item/>" * 3_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000,
        rss(
            f"<guid>{'x' * 100_000}</guid><description>{'&amp;#38;' * 100_000}{SAID}</description>"
        ),
        b"<rss><channel>" + b"<item><description>a & b <" * 5_000,
    ],
)
def test_monsters_end_soon(data: bytes) -> None:
    started = time.process_time()
    read = in_feed(data)
    assert read.readings or read.problems
    assert time.process_time() - started < 3.0


def test_work_grows_with_the_entry() -> None:
    def work(body: str) -> None:
        in_feed(json_feed({"id": "a", "content_text": body}))

    check_linear(work, ["He said no.\n", "Read more\n", "a\n\n", "\n"], sizes=(5_000, 20_000))
