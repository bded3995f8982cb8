"""Whether a number is an age."""

import pytest

from sayso.text.ages import is_age
from sayso.text.words import words


def is_age_in(text: str, number: str) -> bool:
    tokens = words(text)
    at = next(at for at, word in enumerate(tokens) if word.lower == number)
    return is_age(text, tokens, at, at + 1)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ana Roll, 34, said so.", "34"),
        ("Ana Roll (34) said so.", "34"),
        ("Ana Roll 34, who lived there, said so.", "34"),
        ("Police shot a boy, 7\nAna Roll reports", "7"),
        ("They were aged 20, 30 and 41.", "41"),
        ("Men aged twenty to thirty left.", "thirty"),
        ("Most were younger than 30.", "30"),
        ("Ana Roll said she was 34.", "34"),
        ("The brothers, both 34 and of Orn, left.", "34"),
        ("Ana Roll, also 34, left.", "34"),
        ("Ana Roll, six, and a guard died.", "six"),
        ("Their sons, six and nine, died.", "six"),
        ("The children, six, seven and nine, died.", "nine"),
        ("A guard, 44, died.", "44"),
    ],
)
def test_an_age(text: str, number: str) -> None:
    assert is_age_in(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They killed 34 men.", "34"),
        ("The raid killed, 34, no more.", "34"),
        ("The toll was 34.", "34"),
        ("More than 30 left.", "30"),
        ("Both 34 and 35 died.", "34"),
        ("Orn lost 20, 30 and 41 men.", "41"),
        ("Ana Roll, 134, said so.", "134"),
        ("twenty and thirty left.", "thirty"),
        ("The dead, six, were men.", "six"),
        ("Six men, two women and nine boys died.", "nine"),
    ],
)
def test_no_age(text: str, number: str) -> None:
    assert not is_age_in(text, number)
