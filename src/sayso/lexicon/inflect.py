"""The forms of English verbs and nouns, made from their dictionary form.

Too many forms are made rather than too few ("admited" beside "admitted", "writed" beside "wrote"): they are looked up,
never written.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table

VOWELS = "aeiou"
SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
# A single vowel before a single consonant: the consonant may double ("plan", "admit", "label").
DOUBLING = re.compile(r".*(?:[^aeiou]|qu)[aeiou][bdfgklmnprtvz]")


def verb_forms(verb: str) -> frozenset[str]:
    """Every form of a verb, the dictionary form included; -ise stands for -ize too.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    >>> {"wrote", "written", "writing", "writes"} <= verb_forms("write")
    True
    """
    forms = {verb, _with_s(verb), *_ing_forms(verb)}
    forms |= {*_past_forms(verb), *_irregular_verbs().get(verb, ())}
    if verb.endswith("ise"):
        forms |= {form[: len(verb) - 2] + "z" + form[len(verb) - 1 :] for form in forms}
    return frozenset(forms)


def is_participle(word: str) -> bool:
    """Whether a word can be a verb's past form or participle.

    >>> is_participle("opened"), is_participle("seen"), is_participle("ticket")
    (True, True, False)
    """
    return word.endswith("ed") or word in _irregular_forms()


class Form(StrEnum):
    """What a form of a verb is: `PAST` is also the participle; `DID` is not, and `PARTICIPLE` only that."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    DID = "did"
    PARTICIPLE = "participle"
    ING = "ing"


def verb_forms_with_kind(verb: str) -> dict[str, Form]:
    """Every form of a verb with what it is; a past that looks like the base form is a past.

    >>> told = verb_forms_with_kind("write")
    >>> told["wrote"].value, told["written"].value, told["writes"].value, told["writing"].value
    ('did', 'participle', 'third', 'ing')
    >>> verb_forms_with_kind("cut")["cut"].value
    'past'
    """
    irregular = _irregular_verbs().get(verb, ())
    told: dict[str, Form] = {}
    for form in verb_forms(verb):
        if form == verb:
            told[form] = Form.PAST if verb in irregular[:1] else Form.BASE
        elif form.endswith("ing"):
            told[form] = Form.ING
        elif form in irregular:
            told[form] = _irregular_form(irregular, form)
        else:
            told[form] = _regular_form(verb, form)
    return told


def _irregular_form(irregular: Sequence[str], form: str) -> Form:
    if len(irregular) == 1:
        return Form.PAST
    return Form.DID if form == irregular[0] else Form.PARTICIPLE


def _regular_form(verb: str, form: str) -> Form:
    if form == verb[:-2] + "ze":
        return Form.BASE
    return Form.PAST if form.endswith("ed") else Form.THIRD


def noun_forms(noun: str) -> frozenset[str]:
    """A noun and its plural.

    >>> sorted(noun_forms("query"))
    ['queries', 'query']
    """
    return frozenset((noun, _with_s(noun)))


@cache
def _irregular_forms() -> frozenset[str]:
    return frozenset(form for forms in _irregular_verbs().values() for form in forms)


def _with_s(word: str) -> str:
    if _ends_in_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(SIBILANTS) else "s")


def _past_forms(verb: str) -> set[str]:
    if verb.endswith("e"):
        return {verb + "d"}
    if _ends_in_y(verb):
        return {verb[:-1] + "ied"}
    return {stem + "ed" for stem in _stems_before_ending(verb)}


def _ing_forms(verb: str) -> set[str]:
    if verb.endswith("ie"):
        return {verb[:-2] + "ying"}
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return {verb[:-1] + "ing"}
    return {stem + "ing" for stem in _stems_before_ending(verb)}


def _stems_before_ending(verb: str) -> set[str]:
    return {verb, verb + verb[-1]} if DOUBLING.fullmatch(verb) else {verb}


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS


@cache
def dictionary_form() -> dict[str, str]:
    """For an irregular form its verb, where it can be of one verb only.

    >>> dictionary_form()["fought"], dictionary_form().get("report")
    ('fight', None)
    """
    verbs: dict[str, set[str]] = {}
    for verb, forms in _irregular_verbs().items():
        for form in (verb, *forms):
            verbs.setdefault(form, set()).add(verb)
    return {form: min(own) for form, own in verbs.items() if len(own) == 1}


@cache
def _irregular_verbs() -> dict[str, tuple[str, ...]]:
    refuse_unknown("verbs", ("irregular",))
    found = table("verbs").get("irregular")
    if not isinstance(found, dict):
        raise BrokenLexicon("verbs.toml: there is no table named irregular")
    for verb, forms in found.items():
        if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
            raise BrokenLexicon(f"verbs.toml: irregular.{verb} is not a list of forms")
    return {verb: tuple(forms) for verb, forms in found.items()}


@cache
def irregular_bases() -> dict[str, str]:
    """From each irregular form to its verb, where it is one verb's alone.

    >>> irregular_bases()["wrote"]
    'write'
    """
    bases: dict[str, set[str]] = {}
    for verb, forms in _irregular_verbs().items():
        for form in forms:
            bases.setdefault(form, set()).add(verb)
    return {form: verb for form, (verb, *others) in bases.items() if not others}
