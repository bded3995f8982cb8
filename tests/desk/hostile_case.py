"""A case whose every word wants to be a script, an address, a path, a command or a formula.

Each payload that runs says so in `window.taken`.
"""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.case.case import Case
from sayso.model.facts import Facts
from sayso.model.happening import Harm
from sayso.model.speech import ActorType, Stance
from sayso.model.text import Document
from tests.compare.told import Told
from tests.dossier import hostile
from tests.dossier.exports.hostile_reports import HOSTILE as OF_EXPORTS
from tests.made_once import made_once

MARKUP = (
    *hostile.WORDS,
    *hostile.FIELDS,
    *hostile.SEPARATORS,
    '"><img src=x onerror=window.taken=1>',
    "'><svg onload=window.taken=1>",
    "<svg><script>window.taken=1</script></svg>",
    "<svg><use href='http://bad.example/x.svg#a'/><animate onbegin=window.taken=1 attributeName=x>",
    "<iframe srcdoc='<script>parent.taken=1</script>'></iframe>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.taken=1>",
    "<noscript><p title='</noscript><img src=x onerror=window.taken=1>'>",
    "<template><script>window.taken=1</script></template>",
    "<base href=//bad.example/><meta http-equiv=refresh content='0;url=http://bad.example'>",
    "<link rel=stylesheet href=http://bad.example/a.css><style>*{display:none}</style>",
    "<form action=http://bad.example><button formaction=javascript:window.taken=1>Go</button>",
    "<a href=javascript:window.taken=1 autofocus onfocus=window.taken=1 tabindex=0>x</a>",
    "<p class=thing data-name=x data-thing=claim id=main>clobbered</p><input name=body id=dialog>",
    "</textarea></select></option></dialog><script>window.taken=1</script>",
    "</bdi></p></main><script type=module>window.taken=1</script>",
    "\" onmouseover=window.taken=1 x=\" ' onfocus='window.taken=1' autofocus='",
)
OTHERS = (
    "{{ config }} {% for x in ().__class__.__base__.__subclasses__() %}x{% endfor %} {# #}",
    "${window.taken=1} #{7*7} <%= 7*7 %> [[7*7]] %(x)s {0.__class__}",
    "red;background:url(http://bad.example/a.png)} * {display:none",
    "name.txt\r\nSet-Cookie: a=b\r\nContent-Type: text/html\r\n\r\n<script>window.taken=1</script>",
    'a"; filename="b.html',
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "%2e%2e%2f%00%0d%0aX: y",
    "//bad.example/a",
    "?story=1&page=2#top",
    "a/b/../c",
    "' OR 1=1 --",
    '" OR "a"*; NEAR(',
    "'); DROP TABLE report; --",
    '\\", "x": {"__proto__": {"taken": 1}}, "',
    "__proto__",
    "constructor",
    "\u202e\u2066txt.exe\u2069\u200b\u200d\ufeff",
    "zero\u200bwidth\u00ad",
    "لا\u200f <b>",
    "w" * 600,
    "e" + "\u0301" * 60,
    "\U000e0041\U000e0042",
)
PAYLOADS = tuple(dict.fromkeys((*MARKUP, *OTHERS, *(one[:600] for one in OF_EXPORTS))))
ADDRESSES = (
    "javascript:window.taken=1",
    "JaVaScRiPt:window.taken=1",
    "java\tscript:window.taken=1",
    " javascript:window.taken=1",
    "data:text/html,<script>window.taken=1</script>",
    "vbscript:x",
    "blob:http://bad.example/x",
    "file:///etc/passwd",
    "//bad.example/x",
    "https://a.example/\njavascript:x",
    'https://a.example/"onclick="window.taken=1',
    "https://bank.example@bad.example/login",
    "https://a.example/\u202efdp",
    "https://[::1",
    "https:///path",
    "https://a.example/<script>window.taken=1</script>",
    "https://a.example/good?a=b&c=d",
)
IN_A_REPORT = 4
TEXT = (
    "Shells fell on {0} on 2 March.\n\n{0} (it is told) said the army had shelled the {0} market. "
    "The army denied that it had shelled the {0} market.\n\n"
    "A doctor of {0} said at least {1} people were killed at {0} market."
)


def hostile_case(folder: Path) -> Path:
    """Every payload wherever words can stand, four in a report; a copy of a case made once."""
    path = folder / "hostile <b>'\".sayso"
    path.write_bytes(_made())
    return path


@made_once
def _made() -> bytes:
    with TemporaryDirectory() as name:
        path, lines = Path(name, "hostile.sayso"), Path(name, "<img src=x onerror=alert(1)>.jsonl")
        lines.write_text(
            "".join(map(_line, range(0, len(PAYLOADS), IN_A_REPORT))), encoding="utf-8"
        )
        with Case.open(path, make=True, author=PAYLOADS[0]) as case:
            case.add(
                str(lines), on_problem=lambda _: None, extract=lambda all_, _: map(marked, all_)
            )
            _decide(case)
            case.compare()
        return path.read_bytes()


def _line(number: int) -> str:
    some = PAYLOADS[number : number + IN_A_REPORT]
    words = " ".join(some)
    report = {
        "name": words,
        "title": words,
        "outlet": some[0],
        "byline": some[-1],
        "url": ADDRESSES[number // IN_A_REPORT % len(ADDRESSES)],
        "published": f"2031-03-{3 + number % 20:02}",
        "text": TEXT.format(words, 12 + number % 4),
    }
    return json.dumps(report) + "\n"


def marked(document: Document) -> Facts:
    """The facts of a hostile report; its words are what reading left of the payload."""
    text = document.text
    told = Told(text, document.outlet, document.published, document.name)
    place = _between(text, "Shells fell on ", " on 2 March")
    speaker = _between(text, "on 2 March.\n\n", " (it is told)") or "Shells"
    told.says(speaker, _between(text, "(it is told) said ", ". The army"), stance=Stance.ACCUSES)
    told.says(
        "The army",
        _between(text, "denied that ", ".\n\nA doctor"),
        ActorType.ORGANISATION,
        Stance.DENIES,
    )
    number = text.rpartition("at least ")[2].split(" ")[0]
    event = told.event("Shells fell", "shelling", place=place or None, who=speaker)
    said = told.says("A doctor", text[text.rindex("at least ") : -1], named=False)
    told.figure(
        f"at least {number}",
        int(number),
        None,
        harm=Harm.KILLED,
        who="people",
        event=event,
        claim=said,
    )
    facts = told.facts()
    return Facts(
        document, facts.attributions, facts.claims, facts.actors, facts.figures, facts.events
    )


def _between(text: str, before: str, behind: str) -> str:
    found = re.search(f"{re.escape(before)}(.*?){re.escape(behind)}", text, re.DOTALL)
    assert found, text[:300]
    return found[1].strip()


def _decide(case: Case) -> None:
    """A note, a corrected head and a side in the words of each payload."""
    reports = case.query("SELECT id, outlet FROM report ORDER BY number")
    for number, words in enumerate(PAYLOADS):
        report, said = reports[number % len(reports)], words.strip() or "x"
        claim = case.query("SELECT id FROM claim WHERE report = ? ORDER BY id", (report["id"],))[0]
        case.decide("note", f"{report['id']}/{claim['id']}", value={"text": said}, reason=words)
        if number < len(reports):
            case.decide("correct", report["id"], value={"agency": said}, reason=words)
            if report["outlet"]:
                case.decide("side", f"outlet:{report['outlet']}", value={"text": said})
