"""Who speaks in a record stays in its text, though the name is a link; what lists reports does not."""

import pytest

from sayso.read.pages.html import read_page

TURNS = [
    ("Ms Adela Crane", "/1", "Will the minister say how many people were taken to the clinic in Orn?"),
    ("The Minister for Health (Ivo Tarn)", "/2", "The trust has told us of nine people who came by ambulance."),
    ("Ms Crane", "/1", "That leaves out all those who came on foot, as the minister knows well."),
    ("Ivo Tarn", "/2", "They will be in the figures that the clinics hand in at the end of the month."),
    ("Mr Speaker", "/3", "Order. We must move on."),
]  # fmt: skip
OPENING = (
    "<h1>Clinics</h1><p>The following questions were put to the minister on Tuesday afternoon.</p>"
)


def text_of(inner: str) -> str:
    page = f"<html><head><title>Clinics</title></head><body>{inner}</body></html>"
    return read_page(page.encode(), "a.html", lambda _: None)[0].text


def written(form: str) -> str:
    return "".join(form.format(name=name, to=to, said=said) for name, to, said in TURNS)


@pytest.mark.parametrize(
    "form",
    [
        "<div><div class=h><a href={to}><div>{name}</div></a></div><div><p>{said}</p></div><div>Share this</div></div>",
        "<section><h3><a href={to}>{name}</a></h3><p>{said}</p></section>",
        "<p><a href={to}>{name}</a></p><p>{said}</p>",
    ],
)
def test_whoever_speaks_stays(form: str) -> None:
    said = "\n\n".join(f"{name}\n\n{words}" for name, _, words in TURNS)
    assert text_of(f"{OPENING}<div>{written(form)}</div>").endswith(said)


def test_names_without_links_stay_where_one_comes_back() -> None:
    names = ["Presenter", "Ana Crane", "Presenter", "Ana Crane"]
    turns = [(name, f"{said} {said}") for name, (_, _, said) in zip(names, TURNS, strict=False)]
    inner = "".join(f"<div>{name}</div><p>{said}</p>" for name, said in turns)
    assert text_of(f"<h1>Clinics</h1><div>{inner}</div>") == "\n\n".join(
        f"{name}\n\n{said}" for name, said in turns
    )


def test_what_a_link_tells_of_a_speaker_stays() -> None:
    form = "<div><a href={to}><div>{name}</div><div>(Orn North)</div></a><p>{said}</p></div>"
    text = text_of(f"{OPENING}<div>{written(form)}</div>")
    assert text.count("\n\n(Orn North)\n\n") == len(TURNS)


def test_the_speakers_of_a_record_did_not_write_it() -> None:
    form = "<div><a href={to}><div class=who>{name}</div></a><div><p>{said}</p></div></div>"
    page = f"<h1>Clinics</h1><div>{written(form.replace('{said}', '{said} {said}'))}</div>"
    assert read_page(page.encode(), "a.html", lambda _: None)[0].byline is None


def test_reports_are_no_turns_though_their_sections_come_back() -> None:
    card = "<div><div>{section}</div><h3><a href=/{number}>{title}</a></h3><p>{said}</p></div>"
    titles = [f"{name} closed in {name} for a week" for name in ("Orn", "Tolba", "Selm", "Dove")]
    cards = "".join(
        card.format(section=("World", "Sport")[number % 2], number=number, title=title, said=said)
        for number, (title, (_, _, said)) in enumerate(zip(titles, TURNS, strict=False))
    )
    own = f"<p>{'The ferry was pulled free by two tugs, the coastguard said on Friday. ' * 3}</p>"
    assert text_of(f"<article>{own}{own}</article><div>{cards}</div>").count("\n\n") == 1


def test_the_writers_of_a_live_report_do_not_speak_in_it() -> None:
    form = "<div><div>1{number}:05</div><div><a href=/w/{name}>{name}</a></div><p>{said}</p></div>"
    names = ["Ana Crane", "Ivo Tarn", "Ana Crane", "Ivo Tarn", "Ana Crane"]
    entries = "".join(
        form.format(number=number, name=name, said=f"{said} {said}")
        for number, (name, (_, _, said)) in enumerate(zip(names, TURNS, strict=True))
    )
    assert "Ana Crane" not in text_of(f"<h1>Clinics</h1><div>{entries}</div>")
