"""What is hidden, and what only hides for the moment."""

import pytest

from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.read.notes import Note
from sayso.read.pages.html import read_page

PROSE = (
    "<h1>Shell hits market</h1>"
    "<p>Twelve people were killed when a shell hit the market on Monday, the mayor said.</p>"
    "<p>The army denied that it had fired on the town, and spoke of rebels in the hills.</p>"
    "<p>Rescue work went on through the night, the fire brigade said, with lamps and dogs.</p>"
)
MENU = '<header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>'
CONSENT = (
    '<div role="dialog" aria-modal="true"><h2>We value your privacy</h2><p>We and our 812 partners store '
    "and access information on a device, such as cookies, and process personal data.</p></div>"
)


def read(body: str, notes: list[Note] | None = None) -> Document:
    return read_page(f"<html><body>{body}</body></html>".encode(), "a.html", (notes or []).append)[
        0
    ]


@pytest.mark.parametrize(
    "body",
    [
        f'{MENU}<main><template id="B:0"></template></main><div hidden id="S:0"><article>{PROSE}</article></div>',
        f'{MENU}<div class="page" style="opacity:0"><article>{PROSE}</article></div>',
        f'<div id="app" aria-hidden="true"><main>{PROSE}</main></div>{CONSENT}',
        f'{MENU}<div style="display:none"><div style="visibility:hidden">{PROSE}</div></div>',
        f'<header><button class="menu"><div><div></button></div></header><main>{PROSE}</main>',
        f'{MENU}<news-story><template shadowrootmode="open"><article>{PROSE}</article></template></news-story>',
        f'<form id="aspnetForm"><div style="display: none">{PROSE}</div></form>',
        f'{MENU}<x-story><template shadowmode="open">{PROSE}</template></x-story>',
        f'{MENU}<main>{PROSE.replace("<p>", "<p style=opacity:0>")}</main>',
        f'<main><aside class="content">{PROSE}</aside></main><div class="cookie"><p>We use cookies to improve your visit. By clicking accept you agree to our use of cookies and of your data.</p></div>',
    ],
)  # fmt: skip
def test_what_hides_all_running_text_hides_nothing(body: str) -> None:
    text = read(body).text
    assert text.count("\n\n") == 2
    assert text.startswith("Twelve people")
    assert text.endswith("lamps and dogs.")


def test_that_it_was_hidden_is_noted() -> None:
    notes: list[Note] = []
    read_page(f"<body hidden>{PROSE}".encode(), "a.html", notes.append)
    assert ["hides its article" in note.what for note in notes] == [True]


@pytest.mark.parametrize("hidden", ["hidden", 'style="display:none"', 'aria-hidden="true"'])
def test_a_hidden_part_stays_hidden(hidden: str) -> None:
    document = read(
        f"<article>{PROSE}<p {hidden}>Ninety <script>x()</script>people <b>died</b>, it said.</p><p>{'So it is. ' * 8}</p>"
    )
    assert "Ninety" not in document.text
    (left,) = document.left_out
    assert (left.kind.value, left.words) == ("hidden", "Ninety people died, it said.")
    assert document.text[left.at :].startswith("So it is.")


def test_a_paid_article_behind_its_beginning_stays_hidden() -> None:
    stub = (
        "<p>A shell hit the market in Orn on Monday. " + "The mayor was there and saw it all. " * 4
    )
    document = read(f'<form>{stub}<div style="display:none">{PROSE}{PROSE}</div></form>')
    assert "The army denied" not in document.text
    assert document.text.startswith("A shell hit")


@pytest.mark.parametrize(
    "body",
    [
        f"<noscript>{PROSE}</noscript>",
        f"<template>{PROSE}</template>",
        f"<dialog>{PROSE}</dialog>",
        f'<div class="cookie-modal" style="display:none">{PROSE}</div>',
    ],
)
def test_what_is_never_meant_to_be_seen_is_not_read(body: str) -> None:
    with pytest.raises(UnreadableInput):
        read(body)


def test_a_large_first_letter_belongs_to_its_word() -> None:
    letter = '<p><span class="drop" aria-hidden="true">T</span><span>he siren has been repaired, they say.</span></p>'
    text = read(f"<article>{letter}{PROSE}</article>").text
    assert text.startswith("The siren has been repaired")


def test_other_letters_that_are_not_read_aloud_are_left_out() -> None:
    close = '<p>The siren has been repaired, they say.<span aria-hidden="true">X</span> Nobody heard it.</p>'
    assert "X" not in read(f"<article>{close}{PROSE}</article>").text
