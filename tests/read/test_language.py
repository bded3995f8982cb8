"""Which language a report is in."""

import base64

import pytest

from sayso.lexicon.languages import language_names
from sayso.read.language import language_of
from tests.costs import check_linear

ENGLISH = (
    "The ferry was closed on Sunday after the river rose in the night. Nobody was hurt, the mayor "
    "told reporters, but forty families had to leave their houses. "
)
OTHERS = {
    "de": "Die Fähre wurde am Sonntag geschlossen, nachdem der Fluss in der Nacht gestiegen war. "
    "Niemand wurde verletzt, sagte die Bürgermeisterin.",
    "fr": "Le bac a été fermé dimanche après la montée de la rivière dans la nuit. Personne n’a été "
    "blessé, a déclaré la maire aux journalistes.",
    "es": "El transbordador fue cerrado el domingo después de que el río creciera durante la noche. "
    "Nadie resultó herido, dijo la alcaldesa.",
    "ru": "Паром закрыли в воскресенье после того, как ночью поднялась вода. Никто не пострадал.",
    "uk": "Пором закрили в неділю після того, як уночі піднялася вода. Ніхто не постраждав.",
    "ar": "أغلقت العبارة يوم الأحد بعد أن ارتفع منسوب النهر ليلا. ولم يصب أحد بأذى، كما قالت رئيسة البلدية.",
    "zh": "星期日夜间河水上涨后渡轮停航。市长对记者说没有人受伤，但有四十户人家不得不离开家园，警方正在调查。",
}  # fmt: skip


def test_english_at_any_length() -> None:
    assert language_of(ENGLISH) == "en"
    assert language_of(ENGLISH * 500) == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_named(code: str) -> None:
    assert language_of(OTHERS[code]) == code
    assert code in language_names()


@pytest.mark.parametrize(
    "text", ["", "Ok.", "1 2 3 4 " * 40, "🚢" * 200, "\n" * 500, "Yalmet Tarnoss"]
)
def test_too_little_says_nothing(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("code", OTHERS)
def test_an_english_report_may_quote_another_language(code: str) -> None:
    assert language_of(ENGLISH * 3 + f"“{OTHERS[code]}” she said. " + ENGLISH * 3) == "en"


def test_a_report_half_of_which_is_quoted_in_another_language_is_english() -> None:
    assert language_of((ENGLISH * 9)[:1200] + (OTHERS["de"] * 20)[:1200]) == "en"
    assert language_of((ENGLISH * 9)[:600] + (OTHERS["de"] * 20)[:3000]) == "de"


def test_names_and_capitals_do_not_lead_astray() -> None:
    named = ENGLISH + "Przemysław Wójcik and Grzegorz Brzęczyszczykiewicz of Łódź agreed. "
    assert language_of(named * 4) == "en"
    assert language_of(ENGLISH.upper()) == "en"


def test_a_long_text_takes_no_longer_than_a_short_one() -> None:
    language_of(ENGLISH)
    check_linear(language_of, ["a ", "A ", "é ", "a'", "“", " "])


@pytest.mark.parametrize(
    "data",
    [
        base64.b64encode(bytes(range(256)) * 60).decode(),
        bytes(range(256)).hex() * 40,
        " ".join(f"https://selm.example/{n}/nieuws/de-burgemeester-van-selm" for n in range(300)),
        "x" * 20_000,
    ],
    ids=["base64", "hex", "addresses", "one word"],
)
def test_data_is_no_language(data: str) -> None:
    english = "The mayor said that the bridge was closed and that nobody had been hurt there. "
    assert language_of(data) is None
    assert language_of(english * 9 + data) == "en"
