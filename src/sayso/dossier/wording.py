"""The page's own words for values, and its sentences for the rules of a comparison."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.model.comparison import Change, CopyKind, Likelihood, Side, State
from sayso.model.happening import Precision
from sayso.model.particulars import LeftOutKind
from sayso.model.reasons import Reason, RuleName
from sayso.model.speech import ActorType, Kind, Knowing, Speech, Stance

STANCES = {
    Stance.ASSERTS: ("asserts", "said"),
    Stance.DENIES: ("denies", "denied"),
    Stance.DOUBTS: ("doubts", "doubted"),
    Stance.CONCEDES: ("concedes", "conceded"),
    Stance.ACCUSES: ("accuses", "accused"),
    Stance.ASKS: ("asks", "asked"),
    Stance.INTENDS: ("intends", "intended"),
    Stance.DECLINES: ("declines to comment", "declined to comment on"),
}
REPORTS = ("reports", "reported")
KINDS = {
    Kind.SPEECH: ("says", "said"),
    Kind.WRITING: ("writes", "wrote"),
    Kind.THOUGHT: ("thinks", "thought"),
    Kind.INTENTION: ("intends", "intended"),
    Kind.PERCEPTION: ("perceives", "perceived"),
}
SPEECHES = {
    Speech.DIRECT: "quoted",
    Speech.MIXED: "partly quoted",
    Speech.INDIRECT: "paraphrased",
}
KNOWINGS = {
    Knowing.EYEWITNESS: "was there",
    Knowing.DOCUMENT: "from a document",
    Knowing.VIDEO: "from a video or photograph",
    Knowing.SECOND_HAND: "second hand",
}
ACTORS = {
    ActorType.PERSON: "person",
    ActorType.ORGANISATION: "organisation",
    ActorType.STATE: "state",
    ActorType.GROUP: "group",
    ActorType.MEDIA: "news outlet",
    ActorType.DOCUMENT: "document",
    ActorType.UNNAMED: "unnamed",
}
SIDES = {Side.FOR: "For", Side.AGAINST: "Against", Side.OPEN: "Open"}
STATES = {
    State.CONTESTED: "contested",
    State.CONCEDED: "conceded",
    State.CORROBORATED: "corroborated",
    State.SINGLE: "one speaker",
}
LIKELIHOODS = {
    Likelihood.CLEAR: "clear",
    Likelihood.LIKELY: "likely",
    Likelihood.PERHAPS: "perhaps",
}
PRECISIONS = {
    Precision.EXACT: "exact",
    Precision.AT_LEAST: "lower bound",
    Precision.AT_MOST: "upper bound",
    Precision.ABOUT: "approximate",
    Precision.RANGE: "range",
    Precision.VAGUE: "vague",
    Precision.IMPLIED: "implied",
}
COPIES = {
    CopyKind.COPY: "copy",
    CopyKind.PASSAGE: "shared passage",
    CopyKind.CITATION: "citation",
}
LEFT_OUT = {
    LeftOutKind.NOTICE: "notice",
    LeftOutKind.CAPTION: "caption",
    LeftOutKind.PULL_QUOTE: "pull quote",
    LeftOutKind.RELATED: "other reports",
    LeftOutKind.HEAD: "head of the report",
    LeftOutKind.HIDDEN: "hidden from readers",
    LeftOutKind.OTHER: "other",
}
# A sign and a word for each change.
CHANGES: dict[Change | None, tuple[str, str]] = {
    Change.FIRST: ("•", "first count"),
    Change.UPDATE: ("↑", "update"),
    Change.CORRECTION: ("↺", "correction"),
    Change.AGREES: ("=", "agrees"),
    Change.OLDER: ("←", "older figure again"),
    Change.RIVAL: ("≠", "differs"),
    None: ("?", "order not known"),
}
# What a course comes to, the weightiest first.
OUTCOMES = {
    Change.RIVAL: "counts differ",
    Change.CORRECTION: "corrected",
    Change.UPDATE: "the count grew",
}

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# A sentence for each rule; {0}, {1}, … are its values.
RULES: Mapping[str, str] = {
    # what a counting policy does with a figure
    RuleName.USED: "counted",
    RuleName.USED_FOR_HIGHEST: "counted for the highest number only",
    RuleName.NOT_IN_BEST: "not counted for the best number",
    RuleName.LEFT_OUT: "not counted",
    # how the policy reads it
    RuleName.READ_AS: "read as {0}",
    RuleName.TAKEN_AS: "taken as {0}",
    RuleName.NO_MORE_THAN: "no more than {0}",
    RuleName.NO_NUMBER: "it gives no number",
    RuleName.MORE_CAUTIOUS: "another figure is lower",
    RuleName.DEAD_ALONE: "this rule counts deaths only",
    # what the figure is beside the others of its toll
    RuleName.CORRECTED_TO: "later corrected to {0}",
    RuleName.HYPOTHETICAL: "threatened, planned or conditional",
    RuleName.DENIED: "the speaker denies it",
    RuleName.NOT_ASSERTED: "the speaker does not say that it happened",
    RuleName.TOLD_AS_EARLIER: "the report calls it an earlier figure",
    RuleName.PART_OF: "part of {0}",
    RuleName.ADDED_TO_OTHERS: "it counts additional deaths; another figure counts {0}",
    RuleName.AMONG: "included in {0}",
    RuleName.COUNTS_NONE: "it says that one group had no victims; another figure counts {0}",
    RuleName.SPEAKER_COUNTS: "the same speaker also counts {0}",
    RuleName.SPEAKER_LATER: "the same speaker later counts {0}",
    RuleName.SAME_VOICE: "repeats {0}",
    RuleName.ENEMY_CLAIM: "a party to the fight counts its enemy’s losses",
    RuleName.OTHERS_GIVE_NUMBER: "other figures give a number",
    RuleName.ONE_DEATH: "a single death; other figures count all deaths",
    RuleName.MAY_NOT_BE_CIVILIANS: "it does not say whether they were civilians",
    RuleName.LATER_REPORT: "a later report counts {0}",
    RuleName.REPEATS_EARLIER: "repeats an earlier figure, {0}",
    # what else the figure is of
    RuleName.BACKGROUND: "about more than this event: “{0}”",
    RuleName.EARLIER_TIME: "about an earlier event",
    # what a number is to those said before it
    RuleName.FIRST_COUNT: "no earlier count in these reports",
    RuleName.TAKES_PLACE_OF: "replaces {0}",
    RuleName.UP_FROM: "up from {0}, the report says",
    RuleName.REPEATS_SUPERSEDED: "repeats an older figure; {0} came later",
    RuleName.MAY_BOTH_BE_RIGHT: "does not contradict {0}",
    RuleName.ORDER_NOT_KNOWN: "it is not known whether {0} came before or after it",
    RuleName.SPEAKER_NOW_FEWER: "the same speaker now counts fewer than {0}",
    RuleName.SPEAKER_NOW_MORE: "the same speaker now counts more than {0}",
    RuleName.SAME_AS: "the same number as {0}",
    RuleName.LATER_AND_HIGHER: "later and higher than {0}",
    RuleName.LATER_AND_LOWER: "later and lower than {0}",
    RuleName.NEITHER: "neither agrees with the earlier figures nor contradicts them",
    RuleName.TOO_MANY_NUMBERS: "not compared: too many figures contradict one another here",
    RuleName.DIFFERS_OTHER_SIDE: "differs from {0}, which comes from another side",
    RuleName.DIFFERS_LATER: "differs from {0}, which is earlier and was not withdrawn",
    RuleName.DIFFERS_AT_ONCE: "differs from {0}, said at about the same time",
    RuleName.REPORT_SAYS: "in the report’s words, {0}",
    # why a claim is in a point
    RuleName.DENIES_WHAT: "denies what {0} said",
    RuleName.DENIES_BY_NOUN: "denies “{0}”: what {1} said {2}",
    RuleName.SAYS_OTHERWISE: "gives a different account from {0}",
    RuleName.SAYS_THE_SAME: "says the same as {0}",
    RuleName.OUTLET_CORRECTS: "{0} itself contradicts {1}",
    RuleName.CHARGES: "makes the accusation that others answer",
    RuleName.OTHER_COUNT: "counts the same people as “{0}”, and differs",
    RuleName.SAME_COUNT: "gives the same count as “{0}”",
    RuleName.CONCEDES_AGAINST: "admits what {0} had denied",
    RuleName.DENIED_ALONE: "denied by {0}; no report here says who claims it",
    RuleName.DECIDED: "{0} by hand",
    # why reports are one origin
    RuleName.SAME_TEXT: "{0} has exactly the same text as {1}",
    RuleName.SAME_WORDS: "{0} of {1} is word for word in {2}",
    RuleName.SAME_PUBLISHER: "{0} and {1} were both published by {2}",
    RuleName.SAME_HOUSE: "{0} ({1}) and {2} ({3}) have the same owner, {4}, as far as is known",
}
# The sentences for reasons that lack a name: one of their values is empty.
RULES_WITHOUT_NAME: Mapping[str, str] = {
    RuleName.DENIES_WHAT: "denies what was said",
    RuleName.DENIES_BY_NOUN: "denies “{0}”, said {2}",
    RuleName.SAYS_OTHERWISE: "gives a different account",
    RuleName.SAYS_THE_SAME: "says the same as another speaker",
    RuleName.OUTLET_CORRECTS: "the outlet itself contradicts the speaker",
    RuleName.CONCEDES_AGAINST: "admits what the speaker’s own side had denied",
    RuleName.DENIED_ALONE: "denied; no report here says who claims it",
}


def reason_words(reason: Reason) -> str:
    """The page's words for one reason; its line where the rule is of a later version.

    >>> reason_words(Reason("part of", ("38 people",)))
    'part of 38 people'
    """
    sentence = _rule_sentence(reason)
    try:
        return sentence.format(*_shown_values(reason))
    except IndexError:  # the wire of another program, with fewer values
        return reason.line


def _shown_values(reason: Reason) -> Sequence[str]:
    """The values as a sentence has them: a distance in sentences becomes words."""
    if reason.rule != RuleName.DENIES_BY_NOUN or len(reason.values) != len(("noun", "who", "far")):
        return reason.values
    noun, speaker, distance = reason.values
    return noun, speaker, _distance_words(distance)


def _distance_words(sentences: str) -> str:
    """How far back something was said.

    >>> _distance_words("2"), _distance_words("-1"), _distance_words("")
    ('two sentences before', 'one sentence later', 'in another report')
    """
    try:
        count = int(sentences)
    except ValueError:
        return sentences or "in another report"
    if not count:
        return "in the same sentence"
    number = NUMBERS[abs(count)] if abs(count) < len(NUMBERS) else str(abs(count))
    noun = "sentence" if abs(count) == 1 else "sentences"
    return f"{number} {noun} {'before' if count > 0 else 'later'}"


def _rule_sentence(reason: Reason) -> str:
    named = reason.values[:2] if reason.rule == RuleName.DENIES_BY_NOUN else reason.values
    if "" in named and reason.rule in RULES_WITHOUT_NAME:
        return RULES_WITHOUT_NAME[reason.rule]
    return RULES.get(reason.rule, reason.line.replace("{", "{{").replace("}", "}}"))


def reasons_words(reasons: Iterable[Reason]) -> str:
    """The page's words for several reasons in one line."""
    return "; ".join(reason_words(reason) for reason in reasons)


def figure_words(reasons: Iterable[Reason]) -> str:
    """What a counting policy does with a figure, and why.

    >>> figure_words([Reason("left out", ()), Reason("of an earlier time", ())])
    'not counted: about an earlier event'
    """
    usage, *others = reasons
    done, why = reason_words(usage), reasons_words(others)
    if not why:
        return done
    counted = usage.rule in (RuleName.USED, RuleName.USED_FOR_HIGHEST)
    return f"{done} ({why})" if counted else f"{done}: {why}"
