"""How many of the written cases sayso reads rightly: `python -m bench.cases [--json] [--wrong]`.

`kinds.jsonl` has short texts of the kinds that go wrong in real reports: whose words they are, through
which speakers, with which stance, and which words nobody is said to say; `speakers.jsonl` has more, on
who a source is. `quotations.jsonl` has quotations in whole passages, and who says each one;
`quotations_blind.jsonl` has some by another hand, from which no rule was made. All are invented and lie
in `tests/cases`. Every second case of a kind is for looking at; the figures of the others say more.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.halves import by_half_and_kind
from sayso.extract.extracting import extract_together
from sayso.model.facts import Facts
from sayso.model.speech import Attribution, Claim, Stance
from sayso.model.text import Document, Span

CASES = Path(__file__).parents[1] / "tests/cases"
TOGETHER = 16  # texts read at a time
MIN_COVERED = 0.6  # the share of the letters of some words that a content holds
UNTITLED = frozenset(("the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "of"))
NEGATIONS = frozenset(("not", "never", "no", "nothing", "none"))
# What a case calls a stance, and what sayso may call it.
STANCES = {
    "says": frozenset(Stance) - {Stance.DENIES, Stance.ASKS, Stance.DOUBTS, Stance.DECLINES},
    "asks": frozenset({Stance.ASKS}),
    "denies": frozenset({Stance.DENIES, Stance.DOUBTS}),
    "accuses": frozenset({Stance.ACCUSES, Stance.ASSERTS}),
}

Case = Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What became of one thing that a case says: `right`, `wrong` (another speaker) or `missed`."""

    kind: str
    words: str
    is_check: bool  # not one of the cases for looking at
    result: str
    found: str


def read_cases(name: str) -> list[Case]:
    """The cases of a file in `tests/cases`."""
    lines = (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def outcomes(name: str) -> list[Outcome]:
    """What became of every case in a file."""
    cases = read_cases(name)
    read = _read_quotations if "quotes" in cases[0] else _read_kind
    numbers: dict[str, int] = defaultdict(int)
    found: list[Outcome] = []
    for first in range(0, len(cases), TOGETHER):
        some = cases[first : first + TOGETHER]
        documents = [
            Document(name=f"{name}-{first + number}.txt", text=case["text"])
            for number, case in enumerate(some)
        ]
        for case, facts in zip(some, extract_together(documents), strict=True):
            kind = name if "quotes" in case else case["kind"]
            found += read(case, facts, kind, numbers[kind] % 2 == 1)
            numbers[kind] += 1
    return found


def _read_kind(case: Case, facts: Facts, kind: str, is_check: bool) -> Iterator[Outcome]:
    told = Told(facts, case.get("names", {}))
    for said in case["said"]:
        span = place_of(case["text"], said["words"], said["occurrence"])
        claim = told.innermost(span)
        result, found = "missed", "no claim"
        if claim is not None:
            chain = [told.attributions[name] for name in claim.chain]
            found = f"{[told.shown(one) for one in chain]} {claim.stance}"
            stances = {claim.stance}
            if _is_negated(case["text"], claim):  # to a reader, "it was not so" denies
                stances.add(Stance.DENIES)
            result = _result(told, chain, stances, said)
        yield Outcome(kind, said["words"], is_check, result, found)
    for words in case["nobodys"]:
        claim = told.innermost(place_of(case["text"], words, 1))
        attributed = claim is not None and bool(claim.chain)
        found = "attributed" if attributed else "by nobody"
        yield Outcome(kind, words, is_check, "wrong" if attributed else "right", found)


def _result(told: "Told", chain: Sequence[Attribution], stances: set[Stance], said: Case) -> str:
    sourced = [one for one in chain if one.source is not None]
    speakers = said["speakers"]
    if len(sourced) != len(speakers):
        return "wrong" if sourced and not speakers else "missed"
    if not all(told.is_by(one, name) for one, name in zip(sourced, speakers, strict=True)):
        return "wrong"
    if not speakers and not chain and said["stance"] != "asks":
        return "missed"
    return "missed" if STANCES[said["stance"]].isdisjoint(stances) else "right"


def _is_negated(text: str, claim: Claim) -> bool:
    words = re.findall(
        r"[a-z]+(?:['’]t)?", " ".join(text[s.start : s.end] for s in claim.content).lower()
    )
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in words)


def _read_quotations(case: Case, facts: Facts, kind: str, is_check: bool) -> Iterator[Outcome]:
    told = Told(facts, {})
    for quotation in case["quotes"]:
        if quotation.get("repeat"):
            continue
        span = place_of(case["text"], quotation["words"], quotation["occurrence"])
        result, found = told.who_says(span, quotation["speaker"], quotation.get("question", False))
        yield Outcome(kind, quotation["words"], is_check, result, found)


class Told:
    """Who says what in one report; `names` leads from the short form of a name to the full one."""

    def __init__(self, facts: Facts, names: Mapping[str, str]) -> None:
        self.text = facts.document.text
        self.claims = facts.claims
        self.attributions = {one.id: one for one in facts.attributions}
        self._names = names
        self._actors = {actor.id: actor for actor in facts.actors}
        self._speaker = {
            one.id: actor.id
            for actor in facts.actors
            for one in facts.attributions
            if one.source is not None and one.source in actor.mentions
        }
        self._speaker |= {
            claim.chain[-1]: claim.speaker
            for claim in facts.claims
            if claim.chain and claim.speaker
        }

    def innermost(self, span: Span) -> Claim | None:
        """Of the claims that hold most of some words, the one through most speakers."""
        holding = [one for one in self.claims if self._covered(one.content, span) >= MIN_COVERED]
        return max(
            holding, key=lambda one: (len(one.chain), -sum(map(len, one.content))), default=None
        )

    def _covered(self, content: Sequence[Span], span: Span) -> float:
        letters = [at for at in range(span.start, span.end) if self.text[at].isalnum()]
        held = sum(any(one.start <= at < one.end for one in content) for at in letters)
        return held / max(1, len(letters))

    def who_says(self, span: Span, speaker: str | None, question: bool) -> tuple[str, str]:
        """Whether most letters of a quotation are given to its speaker, or to another."""
        holding = [
            one for one in self.attributions.values() if self._covered(one.content, span) > 0
        ]
        right = wrong = letters = 0
        wide = {one.id: self._covered(one.content, span) >= 0.5 for one in holding}
        for at in range(span.start, span.end):
            if not self.text[at].isalnum():
                continue
            letters += 1
            here = [
                one
                for one in holding
                if one.source is not None
                and any(part.start <= at < part.end for part in one.content)
                and (wide[one.id] or one.within is None)
            ]
            if speaker is not None and any(self.is_by(one, speaker) for one in here):
                right += 1
            elif here:
                wrong += 1
        nobody = letters - right - wrong
        found = ", ".join(sorted({self.shown(one) for one in holding})) or "nobody"
        if speaker is None or (question and not right):
            return ("right" if nobody >= MIN_COVERED * letters else "wrong"), found
        if right >= MIN_COVERED * letters:
            return "right", found
        return ("missed" if nobody > wrong else "wrong"), found

    def shown(self, attribution: Attribution) -> str:
        """The words for the source, and the name of the actor."""
        if attribution.source is None:
            return "-"
        actor = self._actors.get(self._speaker.get(attribution.id) or "")
        source = self.text[attribution.source.start : attribution.source.end]
        name = self.text[actor.name.start : actor.name.end] if actor else "?"
        return source if source == name else f"{source} = {name}"

    def is_by(self, attribution: Attribution, speaker: str) -> bool:
        """Whether the source of an attribution, or its actor, is the speaker that a case names."""
        if attribution.source is None:
            return False
        full = self._names.get(speaker, speaker)
        wanted = _name_words(full)
        actor = self._actors.get(self._speaker.get(attribution.id) or "")
        source = _name_words(self.text[attribution.source.start : attribution.source.end])
        if actor is None:
            return wanted <= source
        name = _name_words(self.text[actor.name.start : actor.name.end])
        mentions = set().union(
            *(_name_words(self.text[one.start : one.end]) for one in actor.mentions), source
        )
        if full != speaker:
            return wanted <= name | mentions
        return wanted <= mentions or (bool(name) and name <= wanted)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(
        word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in UNTITLED
    )


def place_of(text: str, words: str, occurrence: int) -> Span:
    """Where some words stand in a text, at their first, second … occurrence."""
    at = -1
    for _ in range(occurrence):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def summary(found: Sequence[Outcome]) -> dict[str, Any]:
    """How many there are, and the shares that are right and wrong, in per cent."""
    count = len(found)
    shares = {
        result: round(100 * sum(one.result == result for one in found) / max(1, count), 1)
        for result in ("right", "wrong", "missed")
    }
    return {"n": count, **shares}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", default=["kinds", "quotations"])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print what is not right, to look at")
    options = parser.parse_args()
    found = {name: outcomes(name) for name in options.names}
    if options.json:
        print(json.dumps({name: by_half_and_kind(some, summary) for name, some in found.items()}))
        return 0
    for name, some in found.items():
        for one in some if options.wrong else ():
            if one.result != "right" and not one.is_check:
                print(f"{one.result}\t{one.kind}\t{one.words[:70]!r}\t{one.found[:120]}")
        for kind, line in by_half_and_kind(some, summary)["kinds"].items():
            print(f"{name}: {kind}: {line}")
        print(
            f"{name}: all {by_half_and_kind(some, summary)['all']}, check {by_half_and_kind(some, summary)['check']}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
