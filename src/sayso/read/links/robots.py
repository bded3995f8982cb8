"""What a site's robots.txt allows, by RFC 9309.

The standard library's reader takes the first rule that fits, and knows no "*" inside a rule; the
standard wants the longest rule, and many news sites use "*".
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

MAX_BYTES = 500 * 1024  # so much must be read at least; the rest need not be
MAX_LINES = 50_000
MAX_PATTERN_CHARACTERS = 2_000
EVERYBODY = "*"
TOKEN = re.compile(r"[A-Za-z_-]+|\*")
PLAIN = "/-._~!$&'()*+,;=:@?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for all paths that begin like its pattern."""

    allows: bool
    pattern: str

    def fits(self, target: str) -> bool:
        """Whether the rule is for a path with its query."""
        is_end = self.pattern.endswith("$")
        first, *others = self.pattern.removesuffix("$").split("*")
        if not target.startswith(first):
            return False
        at = len(first)
        if is_end and others:
            last = others.pop()
        for other in others:
            found = target.find(other, at)
            if found < 0:
                return False
            at = found + len(other)
        if not is_end:
            return True
        if "*" not in self.pattern:
            return at == len(target)
        return len(target) - len(last) >= at and target.endswith(last)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a site for one agent."""

    rules: tuple[Rule, ...] = ()

    def allow(self, target: str) -> bool:
        """Whether the agent may fetch a path with its query: the longest rule that fits decides."""
        target = _in_one_form(target)
        if target == "/robots.txt":
            return True
        fitting = [one for one in self.rules if one.fits(target)]
        best = max(fitting, key=lambda one: (len(one.pattern), one.allows), default=None)
        return best is None or best.allows


def rules_for(agent: str, robots: bytes) -> Rules:
    """The rules of a robots.txt for an agent: those for its name, or else those for everybody."""
    groups: dict[str, list[Rule]] = {}
    agents: list[str] = []
    begun = False  # whether the group at hand has a rule already
    text = robots[:MAX_BYTES].decode("utf-8-sig", "replace")
    for line in text.splitlines()[:MAX_LINES]:
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            agents = [] if begun else agents
            begun = False
            token = TOKEN.match(value)
            if token:
                agents.append(token[0].lower())
                groups.setdefault(token[0].lower(), [])
        elif key in ("allow", "disallow"):
            begun = True
            if value and len(value) <= MAX_PATTERN_CHARACTERS:
                rule = Rule(key == "allow", _in_one_form(value))
                for one in {agent.lower(), EVERYBODY}.intersection(agents):
                    groups[one].append(rule)
    return Rules(tuple(groups.get(agent.lower(), groups.get(EVERYBODY, []))))


def _in_one_form(path: str) -> str:
    """A path in which what need not be written as %XX is not, and all else is."""
    path = re.sub("%(?:2[Ff]|2[Aa]|24)", lambda found: "%25" + found[0][1:].upper(), path)
    return quote(unquote_to_bytes(path), safe=PLAIN).replace("%252", "%2")
