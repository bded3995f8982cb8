"""What a content says by its own form, where the cue leaves it open: that it is a question, that
there is no comment, that something is a lie, that the speaker is sorry."""

from collections.abc import Sequence

from sayso.lexicon.cues import cue_words
from sayso.lexicon.phrases import length_at
from sayso.model.speech import Stance
from sayso.text.words import Word

OPENING = 30  # words of a content in which its own stance is looked for
NEAR = 12  # words between a claim and the word that calls it untrue
GAP = 4  # words between "is" and "false"
QUOTES = frozenset("\"“”‘’'«»„‹›")
MARKS = frozenset(",.;:!?—–-…()")
# "that's": the second half stands for a verb only behind one of these.
SHORTENED = {"'s": "is", "'re": "are", "'m": "am"}
PRONOUNS = frozenset(
    {"it", "that", "this", "there", "he", "she", "they", "we", "i", "you", "these"}
)
SHORTENED_NOT = {"won't": "will", "can't": "can", "shan't": "shall"}


def spelt_out(said: Sequence[Word]) -> list[str]:
    """The words in lower case, quotation marks left out, "isn't" and "it's" as two words.

    >>> from sayso.text.words import words
    >>> spelt_out(words("“It’s false, isn’t it?”"))
    ['it', 'is', 'false', ',', 'is', 'not', 'it', '?']
    """
    out: list[str] = []
    for word in said:
        lower = word.lower.replace("’", "'")
        if lower in QUOTES:
            continue
        stem, mark, end = lower.partition("'")
        if lower.endswith("n't"):
            out += [SHORTENED_NOT.get(lower, lower[:-3]), "not"]
        elif mark and stem in PRONOUNS and mark + end in SHORTENED:
            out += [stem, SHORTENED[mark + end]]
        else:
            out.append(lower)
    return out


def own_stance(spelt: Sequence[str], quoted: bool) -> tuple[Stance, str] | None:
    """The stance that a content has by its own form, with the reason; None where it has none.

    `quoted` says that it begins a quotation: only there can it bid somebody do something.
    """
    phrases = cue_words().phrases
    head = spelt[:OPENING]
    if spelt[-1:] == ["?"]:
        return Stance.ASKS, ", and what is said is a question: asks"
    if _is_silent(head):
        return Stance.DECLINES, ", and nothing is said of the matter: declines"
    if quoted and head and length_at(phrases["bidding.words"], head, 0):
        return Stance.ASKS, ", and what is said bids somebody do something: asks"
    in_person = _in_person(head)
    if in_person is not None:
        return in_person
    if _cries_out(head) or _calls_untrue(head) or _holds_flat(head):
        return Stance.DENIES, ", and what is said calls it untrue: denies"
    return None


def names_it_untrue(spelt: Sequence[str]) -> bool:
    """Whether a content is a claim and what it is called: "the report a lie"."""
    lexicon = cue_words()
    head = spelt[:OPENING]
    for at in range(len(head)):
        size, key = _untrue_at(head, at)
        if not size or (at and head[at - 1] in lexicon.lists["rejected.between"]):
            continue
        before, behind = head[max(0, at - NEAR) : at], head[at + size : at + size + 3]
        claimed = _has_claim(before) or _has_claim(behind)
        pronoun = bool(before) and before[0] in lexicon.lists["rejected.pronouns"] and at <= GAP
        if claimed or (pronoun and key != "rejected.mistaken"):
            return True
    return False


def _in_person(head: Sequence[str]) -> tuple[Stance, str] | None:
    """A denial or an admission in the first person: "we firmly reject", "I am sorry"."""
    lexicon = cue_words()
    for at, word in enumerate(head):
        own = word in lexicon.lists["rejected.first_person"]
        if not own and not (at == _first(head) and word in lexicon.lists["rejected.itself"]):
            continue
        step = at + 1
        while step < len(head) and not (
            head[step] in lexicon.lists["rejected.denying"]
            or length_at(lexicon.phrases["admitted.words"], head, step)
        ):
            if head[step] not in lexicon.lists["rejected.adverbs"]:
                break
            step += 1
        else:
            if step == len(head):
                continue
            negated = bool({"not", "never", "cannot"} & set(head[at:step]))
            if head[step] in lexicon.lists["rejected.denying"]:
                return _turned(Stance.DENIES, Stance.CONCEDES, negated)
            if own and not negated and (at == 0 or head[at - 1] in MARKS):
                return Stance.CONCEDES, ", and what is said admits it: concedes"
    return None


def _turned(plain: Stance, turned: Stance, negated: bool) -> tuple[Stance, str]:
    if negated:
        return turned, f", and what is said does not deny it: {turned}"
    return plain, f", and what is said denies it: {plain}"


def _first(head: Sequence[str]) -> int:
    return 1 if head[:1] == ["that"] else 0


def _cries_out(head: Sequence[str]) -> bool:
    """Whether a content opens with an outcry: "Utter nonsense!", "Not true, …"."""
    at = 0
    while at < min(len(head), GAP) and (
        head[at] in cue_words().lists["rejected.leading"] or head[at] == ","
    ):
        at += 1
    if at >= len(head):
        return False
    size, _ = _untrue_at(head, at)
    return bool(size) and (at + size == len(head) or head[at + size] in MARKS)


def _calls_untrue(head: Sequence[str]) -> bool:
    """Whether a claim, or a pronoun for one, is said to be untrue: "the reports were false"."""
    lexicon = cue_words()
    for at, word in enumerate(head):
        if word not in lexicon.lists["rejected.copulas"] or not at or _is_relative(head, at):
            continue
        if lexicon.lists["rejected.conditions"] & set(head[:at]):
            return False
        if _predicate(head, at):
            return True
    return False


def _is_relative(head: Sequence[str], at: int) -> bool:
    """Whether "is" belongs to a clause that only picks something out: "claims that are false"."""
    return head[at - 1] in {"that", "which", "who"} and at > 1 and head[at - 2] not in MARKS


def _predicate(head: Sequence[str], at: int) -> bool:
    between = cue_words().lists["rejected.between"]
    for place in range(at + 1, min(at + 2 + GAP, len(head))):
        size, key = _untrue_at(head, place)
        if size and _is_judged(head, place, size):
            return True
        behind = head[place + size : place + size + 1]
        if size and behind != ["to"] and _stops(behind):
            return _may_be(key, head, at)
        if head[place] in between or head[place] in MARKS or head[place].endswith("ing"):
            return False
    return False


def _may_be(key: str, head: Sequence[str], at: int) -> bool:
    """Whether the subject before a place is one that a word for "untrue" makes a denial of."""
    if key == "rejected.untrue" or _has_claim(head[max(0, at - NEAR) : at]):
        return True
    return key == "rejected.nothing" and _pronoun_ends(head, at)


def _pronoun_ends(head: Sequence[str], at: int) -> bool:
    """Whether the subject before a place is a pronoun, adverbs and auxiliaries left out."""
    lists = cue_words().lists
    at -= 1
    while at > 0 and head[at] in lists["rejected.adverbs"]:
        at -= 1
    return at >= 0 and head[at] in lists["rejected.pronouns"] and not _is_relative(head, at + 1)


def _is_judged(head: Sequence[str], place: int, size: int) -> bool:
    """Whether it is called wrong "to say" something."""
    saying = cue_words().lists["rejected.saying"]
    behind = head[place + size : place + size + 2]
    return len(behind) > 1 and behind[0] == "to" and behind[1] in saying


def _stops(behind: Sequence[str]) -> bool:
    """Whether a word for "untrue" ends there, and no noun follows that it would belong to."""
    lists = cue_words().lists
    return (
        not behind
        or behind[0] in MARKS
        or behind[0] in lists["rejected.behind"]
        or behind[0] in lists["rejected.claims"]
        or behind[0].endswith("ly")
    )


def _untrue_at(head: Sequence[str], at: int) -> tuple[int, str]:
    """How long the word for "untrue" is that stands here, and in which list."""
    phrases = cue_words().phrases
    for key in ("rejected.untrue", "rejected.nothing", "rejected.mistaken"):
        size = length_at(phrases[key], head, at)
        if size:
            return size, key
    return 0, ""


def _holds_flat(head: Sequence[str]) -> bool:
    """Whether a claim, or a pronoun for one, has a predicate such as "never happened"."""
    flat = cue_words().phrases["rejected.flat"]
    for at in range(1, len(head)):
        size = length_at(flat, head, at)
        if size and _stops(head[at + size :]):
            return _has_claim(head[max(0, at - NEAR) : at]) or _pronoun_ends(head, at)
    return False


def _has_claim(some: Sequence[str]) -> bool:
    return bool(set(some) & cue_words().lists["rejected.claims"])


def _is_silent(head: Sequence[str]) -> bool:
    """Whether a content says nothing of the matter: "he had no comment", not "you can't talk about it"."""
    silence, others = (
        cue_words().phrases["silence.words"],
        cue_words().lists["silence.not_after"],
    )
    for at in range(len(head)):
        if length_at(silence, head, at):
            return not others & set(head[max(0, at - GAP) : at])
    return False
