"""Lines near a title that are nothing but names, and lines that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from sayso.read.bare_names import names_only
from sayso.read.pages.head import head_of
from tests.costs import check_linear

TEXT = (
    "<p>Dockers at Port Ansel stayed out for a sixth day, and the company said that talks were over.</p>"
    "<p>The union said that the table had been moved, and that the mayor, Piet Arnold, had seen it.</p>"
    "<p>Two pickets were hurt when a lorry drove through the gate in Lower Kesh, the police said.</p>"
)


def byline_of(above: str = "", below: str = "", after: str = "", head: str = "") -> str | None:
    page = (
        '<html><head><title>Sixth day, no talks at the gate | Harbour Times</title><meta property="og:site_name"'
        f' content="Harbour Times">{head}</head><body><nav><a href="/world">World</a></nav><article>{above}'
        f"<h1>Sixth day, no talks at the gate</h1>{below}{TEXT}{after}</article><footer>© 2026 Harbour Times</footer></body></html>"
    )
    return head_of(document_fromstring(page)).known.byline


WRITERS = [
    ("<p>Ana Vell</p>", "Ana Vell"),
    ("<div>Ysolde Marr</div>", "Ysolde Marr"),
    ("<p>Ana Vell<br>Published 2 March 2026</p>", "Ana Vell"),
    ("<p>Rosa Lindt, 8 March 2026</p>", "Rosa Lindt"),
    ("<p>Emrys Kane, 8 March 2026</p>", "Emrys Kane"),
    ("<p>Emrys Kane | 2 March 2026</p>", "Emrys Kane"),
    ("<p>2 March 2026 | Emrys Kane</p>", "Emrys Kane"),
    ("<p>Emrys Kane • Mon 2 Mar 2026 08.15 GMT • 4 min read</p>", "Emrys Kane"),
    ("<p>Ana Vell and Mo Tremaine</p>", "Ana Vell, Mo Tremaine"),
    ("<p>Dai Penrose and Mo Tremaine</p>", "Dai Penrose, Mo Tremaine"),
    ("<p>Ana Vell, Mo Tremaine and Uma Serrano</p>", "Ana Vell, Mo Tremaine, Uma Serrano"),
    ("<p>Ana Vell &amp; Mo Tremaine</p>", "Ana Vell, Mo Tremaine"),
    ("<p>Mo Tremaine in Orn</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine in Port Ansel and Uma Serrano in Orn</p>", "Mo Tremaine, Uma Serrano"),
    ("<p>Mo Tremaine, Port Ansel</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine, Political Editor</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine, Port correspondent</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine<br>Labour reporter</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine, data editor, and Uma Serrano, chief water correspondent</p>", "Mo Tremaine, Uma Serrano"),
    ("<p>Text and photographs: Ruth Sommer</p>", "Ruth Sommer"),
    ("<p>Words: Mo Tremaine. Pictures: Uma Serrano</p>", "Mo Tremaine"),
    ("<p>Words: Mo Tremaine | Photos: Uma Serrano</p>", "Mo Tremaine"),
    ("<p>Reported by Mo Tremaine</p>", "Mo Tremaine"),
    ("<p>Story by Mo Tremaine</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine reports</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine reports from Port Ansel</p>", "Mo Tremaine"),
    ("<p>From Mo Tremaine in Orn</p>", "Mo Tremaine"),
    ("<p>From Ana Vell</p>", "Ana Vell"),
    ("<p>MO TREMAINE</p>", "MO TREMAINE"),
    ("<p>ANA VELL and MO TREMAINE</p>", "ANA VELL, MO TREMAINE"),
    ("<p>J. P. O’Hanlon</p>", "J. P. O’Hanlon"),
    ("<p>Marie-Claire de la Tour</p>", "Marie-Claire de la Tour"),
    ("<p>Søren Ækkelund Jr.</p>", "Søren Ækkelund Jr."),
    ("<p>Abd al-Rahman Qasim</p>", "Abd al-Rahman Qasim"),
    ("<p>Ngọc Trần</p>", "Ngọc Trần"),
    ("<p>— Mo Tremaine —</p>", "Mo Tremaine"),
    ("<p>✍️ Mo Tremaine</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine | Harbour Times</p>", "Mo Tremaine"),
    ("<p>Harbour Times | Mo Tremaine | 2 March 2026</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine</p><p>Uma Serrano</p>", "Mo Tremaine, Uma Serrano"),
    ('<p><a href="/author/kesh">Mira Bridge</a></p>', "Mira Bridge"),
    ('<p><a href="/staff/hill">Orla Hill</a></p>', "Orla Hill"),
    ("<p>Mo Tremaine (mo.tremaine@harbour.example)</p>", "Mo Tremaine"),
    ("<p>The company says one thing, the union another.</p><p>Mo Tremaine</p>", "Mo Tremaine"),
    ("<h2>The company says one thing, the union another</h2><p>Mo Tremaine</p><p>2 March 2026</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine, Reuters</p>", "Mo Tremaine"),
    ("<p>Dr Mo Tremaine</p>", "Dr Mo Tremaine"),
    ('<div class="x1"><span>Mo Tremaine</span><span>March 2, 2026</span></div>', "Mo Tremaine"),
    ("<p>Mo Tremaine · Updated 7 Nov</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine - Orn</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine for Harbour Times</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine Labour Correspondent</p>", "Mo Tremaine"),
    ("<p>Published 2 March 2026 by Mo Tremaine</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine, our correspondent in Orn, 2 March 2026</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine | Opinion | 2 March 2026</p>", "Mo Tremaine"),
    ("<p>Opinion | Mo Tremaine</p>", "Mo Tremaine"),
    ("<p>Hill Baker<br>Labour reporter</p>", "Hill Baker"),
    ("<p>Ana Day</p>", "Ana Day"),
    ("<p>Uma Fisher</p>", "Uma Fisher"),
    ("<p>Anna Lake, 2 March 2026</p>", "Anna Lake"),
    ("<p>By Anna Lake</p>", "Anna Lake"),
    ("<p>Mo Tremaine | Edited by Uma Serrano</p>", "Mo Tremaine"),
    ("<p>Mo Tremaine, translated by Uma Serrano</p>", "Mo Tremaine"),
    ("<p>Guest post by Mo Tremaine</p>", "Mo Tremaine"),
    ('<div><img src="/avatars/7.jpg" alt="photo"><span>Mo Tremaine</span></div>', "Mo Tremaine"),
    ("<p>By Mo Tremaine (Orn) and Uma Serrano (Port Ansel)</p>", "Mo Tremaine, Uma Serrano"),
    ("<p>By Mo Tremaine, Water Correspondent; Uma Serrano, Data Editor; and Lu Kane in Orn</p>", "Mo Tremaine, Uma Serrano, Lu Kane"),
    ("<p>Text: Mo Tremaine. Photos: Uma Serrano</p>", "Mo Tremaine"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "byline"), WRITERS)
def test_names_below_the_title(line: str, byline: str) -> None:
    assert byline_of(below=line) == byline


NOT_WRITERS = [
    *("Port Sellan", "World News", "Opinion", "Evening Edition", "Live Updates", "Harbour Times"),
    *("More News", "Middle East", "Lower Kesh", "Port Ansel", "Piet Arnold", "Harbour Times Online"),
    *("Breaking News", "Fact Check", "Long Read", "Top Stories", "Latest News", "Analysis", "In Depth"),
    *("Morning Briefing", "Newsnight Extra", "Orn Valley", "Kappel Mine", "Sill Delta", "North Kesh"),
    *("Port Strike", "Dock Workers", "Press Release", "Media Release", "Special Report", "Photo Essay"),
    *("Share This", "Sign In", "Print Article", "Listen Now", "Skip Navigation", "Subscribe Now"),
    *("Sierra Leone", "Burkina Faso", "Sri Lanka", "Buenos Aires", "Deir Ezzor", "New Kesh", "San Orro"),
    *("The Hague", "Sunday Magazine", "Prime Time", "Question Time", "The Morning Show", "War Diary"),
    *("Armed Groups", "Human Rights", "Labour Disputes", "Trade Unions", "Harbour Police", "Kesh News"),
    *("Associated Press", "Agence France-Presse", "Staff Reporter", "News Desk", "Web Desk", "Our Correspondent"),
    *("Photo: Mo Tremaine", "Mo Tremaine / AFP photo", "Mo Tremaine, Mayor of Orn", "Mo Tremaine won"),
    *("Mo Tremaine on the strike", "Why Mo Tremaine is wrong", "Mo Tremaine: ‘We will go on’", "Mo"),
    *("Edited by Mo Tremaine", "Translated by Mo Tremaine", "WORLD NEWS", "PORT ANSEL", "LIVE UPDATES"),
    *("Port Sellan | 2 March 2026", "World News | 2 March 2026", "Evening Edition, 2 March 2026"),
    *("Kesh Post", "Kesh Star", "Market Day", "Martial Law", "Zaro Kell, 34", "Zaro Kell, baker"),
    *("Zaro Kell, Minister", "Words matter, says Zaro Kell", "Interview: Zaro Kell", "Kesh Today"),
    *("More from Port Sellan", "Zaro Kell in hospital", "Also in Kesh", "Jordan Live", "Victoria News"),
    *("Jordan Valley", "Victoria Falls", "Sydney Harbour", "Jordan Valley | Harbour Times", "Kesh Fishers"),
    *("Abu Dhabi", "Leer Más", "Weiter Lesen", "Médecins Sans Frontières", "Amnesty International"),
    *("Ana Vell / AFP", "Zaro Kell/Reuters", "Ana Vell, 34", "Kesh Solidarity Committee | 2 March 2026"),
    *("Facebook Twitter", "Dark Mode", "Getty Images", "Gaza Strip", "Latin America", "Khan Younis"),
    *("Europe | Harbour Times", "Home > World > Kesh", "Monday 2 March 2026", "Orn, Kesh", "Gulf States"),
]  # fmt: skip


@pytest.mark.parametrize("line", NOT_WRITERS)
@pytest.mark.parametrize("where", ["above", "below", "after"])
def test_lines_that_name_nobody(line: str, where: str) -> None:
    assert byline_of(**{where: f"<p>{line}</p>"}) is None


@pytest.mark.parametrize(
    "line",
    [
        '<p class="kicker">Mo Tremaine</p>',
        '<span class="tag">Ana Vell</span>',
        '<p><a href="/topics/mo-tremaine">Mo Tremaine</a></p>',
        '<p><a href="/tag/vell">Ana Vell</a></p>',
        '<p class="location">Zaro Kell</p>',
        '<div class="image"><span>Mo Tremaine</span></div>',
        "<figure><img><figcaption>Mo Tremaine</figcaption></figure>",
        '<div class="photo-credit">Mo Tremaine</div>',
        "<h2>Mo Tremaine</h2>",
        '<ul class="breadcrumb"><li>Mo Tremaine</li></ul>',
        "<p>Mo Tremaine</p><p>Two pickets</p><p>Uma Serrano</p>",
        "<aside><p>Mo Tremaine</p></aside>",
        "<blockquote>Nobody heard it</blockquote><p>Ana Vell</p>",
        "<p>“Nobody heard it”</p><p>Ana Vell, union editor</p>",
        '<ul class="tags"><li>Ana Vell</li><li>Port</li></ul>',
        '<div><img src="/gate.jpg" alt="The gate at dawn"><span>Ana Vell</span></div>',
    ],
)
def test_names_that_are_no_writers(line: str) -> None:
    assert byline_of(below=line) is None


def test_a_tag_that_the_page_is_filed_under_is_no_writer() -> None:
    tag = '<meta property="article:tag" content="Mo Tremaine">'
    assert byline_of(below="<p>Mo Tremaine</p>", head=tag) is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<p>Ana Vell</p>", "Ana Vell"),
        ("<p>Mo Tremaine, Political Editor</p>", "Mo Tremaine"),
        ('<p><a href="/author/mo">Mo Tremaine</a></p>', "Mo Tremaine"),
        ("<p>Mo Tremaine</p>", None),
    ],
)
def test_names_above_the_title(line: str, byline: str | None) -> None:
    assert byline_of(above=line) == byline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<p><em>Mo Tremaine is a reporter in Orn.</em></p>", "Mo Tremaine"),
        ("<p>Mo Tremaine, who lives in Orn, is a freelance journalist.</p>", "Mo Tremaine"),
        ("<p>Ana Vell</p>", "Ana Vell"),
        ("<p>— Ana Vell, Orn</p>", "Ana Vell"),
        ("<p>Mo Tremaine is a baker in Orn.</p>", None),
        ("<p>Mo Tremaine is a reporter who was killed in Orn.</p>", None),
        ("<p>Piet Arnold is the head of the port, and a writer of letters.</p>", None),
        ("<p>Mo Tremaine</p>", None),
    ],
)
def test_names_below_the_text(line: str, byline: str | None) -> None:
    assert byline_of(after=line) == byline


def test_a_line_that_says_who_it_is_settles_a_name() -> None:
    bio = "<p>Hill Baker is a reporter at Harbour Times.</p>"
    assert byline_of(below="<p>Hill Baker</p>", after=bio) == "Hill Baker"
    assert byline_of(below="<p>Hill Baker</p>") is None


def test_a_name_in_the_text_is_news_of_somebody() -> None:
    assert (
        byline_of(
            below="<p>Ana Vell</p>", after=f"<p>{'Ana Vell denied it, and said so. ' * 4}</p>"
        )
        is None
    )
    assert byline_of(below="<p>Ana Vell</p>", after="<p>About us</p><p>Ana Vell</p>") == "Ana Vell"
    assert (
        byline_of(below="<p>Hill Baker</p>", after="<aside>By Hill Baker</aside>") == "Hill Baker"
    )


def test_many_such_lines_take_work_in_proportion() -> None:
    check_linear(lambda body: byline_of(below=body), ["<p>Mo Tremaine</p>", "<p>Ana Vell, "])
    check_linear(
        lambda body: byline_of(below=f"<p>{body}</p>"), ["Ana Vell, ", "<a href=/by/x>Mo</a>"]
    )


BESIDE_NAMES = ("AFP", "Jr.", "de", "’", "@", "\u200d", "7 Nov", "•", "Text:", "translated by")
NAMES = ("Ana Vell", "Mo", "and", ",", "(", ")", "/", " - ", "by", "in", "Orn", "2 March 2026")
PIECES = st.sampled_from((*NAMES, *BESIDE_NAMES))


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=80))
def test_names_stand_in_the_line_as_they_are_given(line: str) -> None:
    named = names_only(line, ["Harbour Times"])
    for name in named.people if named else ():
        assert all(word in line for word in name.split())
