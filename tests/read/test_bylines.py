"""Who wrote a report, by the words of its byline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.bylines import agency_named, byline_in
from tests.costs import check_linear

HOUSES = ["The Lantern", "Lantern Media Group"]
PIECES = (
    *("By ", "by", "Ana Teller", "ANA TELLER", "Rufus Okada", "AFP", "Associated Press", "Staff"),
    *(
        ", ",
        " and ",
        " | ",
        "/",
        " - ",
        " in Orn",
        "correspondent",
        "Orn",
        "(",
        ")",
        "@ana",
        "{{x}}",
    ),
    *("2 March 2026", "Updated", "editor", "\n", "Photographs by ", "de la", "O’Neill", "“"),
)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("By ANA TELLER and Rufus Okada, Associated Press", "ANA TELLER, Rufus Okada"),
        ("Ana Teller, Orn correspondent", "Ana Teller"),
        ("Ana Teller Political Editor", "Ana Teller"),
        ("Middle East correspondent Ana Teller", "Ana Teller"),
        ("Teller, Ana", "Ana Teller"),
        ("By Ana Teller in Orn and Petra Holm in Lenn", "Ana Teller, Petra Holm"),
        ("Posted on March 2, 2026 by Ana Teller", "Ana Teller"),
        ("By Ana Teller\nOrn correspondent\n2 March 2026", "Ana Teller"),
        ("Ana Teller; Photographs by Bo Lund", "Ana Teller"),
        ("Written by: Ana Teller Reviewed by: Bo Lund", "Ana Teller"),
        ("By Dr. Ana M. Teller, PhD", "Dr. Ana M. Teller"),
        ("Jean-Luc d'Orn and Omar al-Hassan", "Jean-Luc d'Orn, Omar al-Hassan"),
        ('Amanda "Tania Mae" Tan', 'Amanda "Tania Mae" Tan'),
        ("Marcus De GuzmanView More Articles", "Marcus De Guzman"),
        ("Ana Teller <ana@lantern.example>", "Ana Teller"),
        ("Ana Teller (@ana)", "Ana Teller"),
        ("By Ana Teller, Port Sellan", "Ana Teller"),
        ("Lantern reporters Ana Teller and Bo Lund", "Ana Teller, Bo Lund"),
        ("Ана Теллер", "Ана Теллер"),
        ("Ana Teller and 2 others", "Ana Teller"),
        ("ANA TELLER, Ana Teller", "Ana Teller"),
    ],
)
def test_people(words: str, people: str) -> None:
    assert byline_in(words, HOUSES).words == people


@pytest.mark.parametrize(
    "words",
    [
        *("", "Staff", "Admin", "admin", "Editor", "Newsroom", "By Staff Reporter", "The Lantern"),
        *("Orn correspondent", "Port Sellan correspondent", "By our Orn correspondent", "Lantern"),
        *("{{author}}", "page.head.extra.author", "262588213843476", "a_teller84", "undefined"),
        *("ana@lantern.example", "https://lantern.example/ana", "@anateller", "Print this article"),
        *(
            "Lantern Media Group",
            "BBC News",
            "AFP News Desk",
            "Photographs by Bo Lund",
            "KATU Staff",
        ),
        *("By Agencies", "Guest Contributor", "ana teller", "Edited by: Ana Teller", "NULL"),
    ],
)
def test_nobody(words: str) -> None:
    assert byline_in(words, HOUSES).people == ()


@pytest.mark.parametrize(
    ("words", "agencies"),
    [
        ("By Ana Teller and Reuters", ("Reuters",)),
        ("Reuters in Orn", ("Reuters",)),
        ("By Associated Press writer Ana Teller", ("Associated Press",)),
        ("Ana Teller, Associated Press Writer", ("Associated Press",)),
        ("By ANA TELLER Associated Press", ("Associated Press",)),
        ("Ana Teller/AFP", ("AFP",)),
        ("Yonhap News Agency, Yonhap", ("Yonhap News Agency",)),
        ("By Agencies", ()),
        ("Petra Holm", ()),
    ],
)
def test_agencies(words: str, agencies: tuple[str, ...]) -> None:
    assert byline_in(words, HOUSES).agencies == agencies


def test_a_blog_may_bear_the_name_of_its_writer() -> None:
    assert byline_in("Ana Teller", ["Ana Teller"]).words == "Ana Teller"


def test_one_word_is_a_name_only_where_a_person_is_stated() -> None:
    assert byline_in("Zubairo").words is None
    assert byline_in("Zubairo", one_word=True).words == "Zubairo"
    assert byline_in("LanternWeb", one_word=True).words is None


def test_an_agency_by_its_name() -> None:
    assert agency_named("THE ASSOCIATED PRESS") == "ASSOCIATED PRESS"
    assert agency_named("associated") is None


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=80))
def test_names_are_words_of_the_byline(words: str) -> None:
    found = byline_in(words, HOUSES)
    for name in found.people:
        assert all(part in words for part in name.split())
        assert not any(sign in name for sign in "{}@|\n0123456789")


def test_long_bylines_cost_in_proportion() -> None:
    check_linear(byline_in, ["Ana Teller, ", "by ", "and ", "(", " - ", "a@b ", "correspondent "])
