"""Who sent something: a person, an organisation, or nobody who is known."""

import pytest

from sayso.read.senders import Sender, is_person, sender_of


@pytest.mark.parametrize(
    ("words", "person", "house"),
    [
        ("Ana Teller <ana@x.example>", "Ana Teller", None),
        ('"Teller, Ana" <ana@x.example>', "Ana Teller", None),
        ("Dr. Ana Teller <a@b.example>", "Dr. Ana Teller", None),
        ("ANA TELLER <a@b.example>", "ANA TELLER", None),
        ("Ana Teller via obs-list <obs@lists.example>", "Ana Teller", None),
        ("ana at x.example (Ana Teller)", "Ana Teller", None),
        ("Ahmad al-Rashid bin Said <q@q.example>", "Ahmad al-Rashid bin Said", None),
        ("Jošt Ke\u0301ler <jk@x.example>", "Jošt Ke\u0301ler", None),
        ("Rufus Okada - Northshore Gazette <r@g.example>", "Rufus Okada", "Northshore Gazette"),
        ("Ana Teller at Northshore Gazette <a@b.example>", "Ana Teller", "Northshore Gazette"),
        ("Ana Teller, Orn correspondent <a@b.example>", "Ana Teller", None),
        ("The Orrin Courier <news@courier.example>", None, "The Orrin Courier"),
        ("Ministry of Defence <press@mod.example>", None, "Ministry of Defence"),
        ("Ostrand Front <contact@of.example>", None, "Ostrand Front"),
        ("Reuters <x@y.example>", None, "Reuters"),
        ("Northshore <daily@northshore.example>", None, "Northshore"),
        ("Okada <o@x.example>", None, None),
        ("bob <bob@x.example>", None, None),
        ("noreply <noreply@x.example>", None, None),
        ("ana@x.example", None, None),
        ("<>", None, None),
        ("", None, None),
    ],
)
def test_a_sender(words: str, person: str | None, house: str | None) -> None:
    assert sender_of(words) == Sender(person, house)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana", True),
        ("ana teller", True),
        ("Ana Teller", True),
        ("Ann-Kristin", True),
        ("Dr Okada", True),
        ("Ruud op den Hals", True),
        ("ana", False),
        ("Okada", False),
        ("Unknown Author", False),
        ("Newsroom", False),
        ("Sudan Tribune", False),
        ("Human Rights Watch", False),
        ("Ana Teller and Rufus Okada", False),
        ("page.author.name", False),
        ("A1", False),
        ("", False),
    ],
)
def test_a_persons_name(name: str, expected: bool) -> None:
    assert is_person(name) is expected
