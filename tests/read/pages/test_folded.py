"""The rest of an article behind "Read full story" is read; other hidden text is not."""

import pytest

from sayso.read.notes import Note
from sayso.read.pages.html import read_page
from tests.costs import check_linear

SHOWN = (
    "<p>The mayor said on Monday that the bridge was closed and that nobody had been hurt there.</p>"
    "<p>A second bridge, further down the river, was to be opened for the farmers by the evening.</p>"
)
REST = (
    "<p>The owner of the ferry denied that his boat had touched the pier before the beams gave way.</p>"
    "<p>Divers are to look at the piers on Tuesday, if the river falls as the forecast has it.</p>"
    "<p>Nobody has seen the watchman since Sunday, and his dog was found on the other bank.</p>"
)


def read(body: str) -> tuple[str, list[str]]:
    notes: list[Note] = []
    page = f"<title>Bridge closed</title><body><h1>Bridge closed</h1>{body}".encode()
    return read_page(page, "a.html", notes.append)[0].text, [one.what for one in notes]


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{SHOWN}<button>Read full story</button><div style='display:none'>{REST}</div></div>",
        f"<div>{SHOWN}<div><a data-target='#r' href=#>Continue reading</a></div></div><div id=r hidden>{REST}</div>",
        f"<div><div>{SHOWN}</div><label for=r>Show more</label><section id=r hidden>{REST}</section></div>",
        f"<div>{SHOWN}{REST.replace('<p>', '<p hidden>')}<span>Expand</span></div>",
    ],
)
def test_the_rest_of_an_article_is_read(body: str) -> None:
    text, notes = read(body)
    assert "mayor" in text
    assert text.endswith("the other bank.")
    assert notes == ["the page hides its article for the moment, and it was read all the same"]


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{SHOWN}<div hidden>{REST}</div></div>",
        f"<div>{SHOWN}<button>Share</button><div hidden>{REST}</div></div>",
        f"<div>{SHOWN}<button>Read more</button><div class=related hidden>{REST}</div></div>",
        f"<div>{SHOWN}<button>Read more</button><div class=cookie-dialog hidden>{REST}</div></div>",
        f"<div>{SHOWN}<button>Read more</button><div hidden><p>Only some words.</p></div></div>",
        f"<div>{SHOWN}</div><div><p>Menu</p><button>Show more</button><div hidden>{REST}</div></div>",
        f"<div>{SHOWN}<button>Read more</button><div hidden>{SHOWN}{REST}</div></div>",
    ],
)
def test_other_hidden_text_stays_hidden(body: str) -> None:
    text, _ = read(body)
    assert "mayor" in text
    assert "watchman" not in text


def test_many_hidden_texts_cost_no_more_each() -> None:
    unit = f"<div>{SHOWN}<p hidden>{REST}</p><button>Read more</button></div>"
    check_linear(read, [unit, "<a href=#r>Read more</a>", f"<div hidden>{REST}</div>"], SHOWN)
