"""Short lines of a page that is written in `<div>` alone."""

from sayso.read.pages.html import read_page

SAID = "The bailiffs came at ten past seven, and nobody showed the order that had been asked for."
MORE = (
    "They cut the chain, and with it the bicycle of Ton Arkel, which was on the chain at the time."
)
THEN = "Ton, who is 71, was carried out by the arms and legs and laid on the road beside the pump house."
WORDS = [
    SAID,
    "What we saw",
    MORE,
    "There was a goose",
    THEN,
    "• the order, on paper",
    "• a bicycle",
]


def text_of(form: str, after: str = "") -> str:
    inner = "".join(map(form.format, WORDS))
    page = f"<div><div>3 min</div></div><div>{inner}</div>{after}"
    return read_page(page.encode(), "a.html", lambda _: None)[0].text


def test_subheads_and_items_stay() -> None:
    for form in ("<div>{}</div>", "<div><span><span>{}</span></span></div><div><br></div>"):
        assert text_of(form) == "\n\n".join(WORDS)
    assert text_of("<div><div>{}</div></div>") == "\n\n".join(WORDS)


def test_what_stands_outside_does_not() -> None:
    after = "<div><div>312 views</div><div>• 4 of us</div></div>"
    assert text_of("<div>{}</div>", after) == "\n\n".join(WORDS)
