"""What the mutants of `bench.fuzz` are made of: reports about an invented place, and odd pieces."""

from typing import Any

TEXTS = (
    "ORMLEY, 4 March 2031 (Tarn Herald) - At least 12 people were killed when shells hit the market "
    "in Ormley on Monday, the governor, Anna Velda, said. “We were not there,” said an army "
    "spokesman, Per Aldous, who denied that its troops had fired. Residents told the Herald that 14 "
    "people had died, five of them children.",
    "The Ostrand Front said on Tuesday that it had shelled the ridge. The ministry's spokesman had "
    'told reporters: "They fired first." According to the Selm Gazette, which cited two officials, '
    "between 20 and 30 soldiers were captured on 2 March. The army has not commented.\n\n"
    "“The toll rose to 15 from 12,” Velda said later; she accused the army of a massacre.",
    "Two hundred families fled Ormley, the mayor of Selm, Jan Korin, told Radio Ondrel on Wednesday. He said that "
    "the governor had said that nobody was hurt. Per Aldous conceded that a shell might have hit the "
    "market, but doubted that 14 people were killed. The United Nations called for an inquiry.",
    "By Marta Oule\nSELM - The bridge at Selm Ferry was blown up overnight, wounding 9 people and "
    "killing a soldier. The Front claimed it. “It was us,” its leader said in a video. The army had "
    "earlier blamed engineers. Reporting by Tarn Herald.",
)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Tarn Herald</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Tarn Herald">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"{title}","datePublished":"{day}","author":{{"name":"Marta Oule"}}}}</script></head>
<body><nav><a href="/">News</a></nav><article><h1>{title}</h1><time datetime="{day}">4 March</time>
{body}<table><tr><td>Killed<td>12</table><p hidden>99 people died.</p></article></body></html>"""
DAYS = (
    *("2031-03-04", "0001-01-01", "9999-12-31", "0001-01-01T00:00:00+14:00", "2031-02-30", "NaN"),
    *("9999-12-31T23:59:59-14:00", "2031-03-04T10:00Z", "1 January 0001", "04/03/2031", "", "-1"),
)
URLS = (
    *(
        "https://tarn.example/a",
        "http://user:pw@tarn.example/",
        "http://[::1",
        "//x",
        "javascript:x",
    ),
    *(
        'https://x" onclick=x',
        "data:text/html,x",
        "https://\u202etarn.example",
        "https://t\n.example",
    ),
)
# Words and characters that rules look for, in forms that they may not expect.
PIECES = (
    *(
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "«",
        "(",
        ")",
        "[",
        "—",
        "…",
        ":",
        ";",
        ".",
        "\n\n",
        "\t",
        "\r",
    ),
    *(
        "\x00",
        "\x1b[2J",
        "\x85",
        "\u2028",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u0301",
        "\u3164",
        "\ufffd",
    ),
    *(
        "0",
        "½",
        "²",
        "٣",
        "１２",
        "Ⅻ",
        "1,2,3",
        "1.000.000",
        "9" * 40,
        "1e400",
        "-5",
        "12.5",
        "3-2",
    ),
    *(
        " 31 December 9999 ",
        " 1 January 1 ",
        " 30 February ",
        " in the year 0 ",
        " on Monday ",
        " last Sunday ",
        " on Friday night ",
        " two days ago ",
        " last week ",
        " 24:61 ",
    ),
    *(
        " 99999999999 days ago ",
        " a million years ago ",
        " last century ",
        " tomorrow ",
        " since May ",
    ),
    *(
        " he said that she said that ",
        " according to ",
        " denied ",
        " did not say that not ",
        " said ",
    ),
    *(
        " between 30 and 20 people were killed ",
        " no one was killed ",
        " dozens of ",
        " minus 3 dead ",
    ),
    *(
        " a hundred thousand million people ",
        " five of them ",
        " up from 12 ",
        " it ",
        " they ",
        " U.S. ",
    ),
    *(
        " spokesman for the ministry of the ",
        " the Mr. Dr. Gen. ",
        " Paris, ",
        " (Reuters) - ",
        "=1+1",
    ),
    *(
        "</script><x-fuzz>",
        "<img src=x onerror=x>",
        "&lt;x-fuzz&gt;",
        "]]>",
        "{{ 7*7 }}",
        "${x}",
        "%s",
    ),
)
MARKUP = (
    *(
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<b>",
        "</b",
        "<table><tr><td>",
        "</table>",
        "<pre>",
        "<br>",
    ),
    *(
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "<svg>",
        "<![CDATA[",
        "<?php",
        "<title>",
        "<",
    ),
    *(
        "&",
        "&amp;lt;",
        "&#0;",
        "&#xD800;",
        "&#99999999999;",
        "&nosuch;",
        "&quot",
        "<x-fuzz onclick=x>",
    ),
    *(
        '<meta charset="utf-16">',
        '<meta charset="koi8-r">',
        "<base href=//x>",
        "<plaintext>",
        "<body>",
    ),
    *(
        '<a href="javascript:x">',
        "<div hidden>",
        '<p style="display:none">',
        "<h1>",
        "<template>",
        '"',
    ),
)
LINKED = (
    '{"@type":["NewsArticle",1,null],"headline":7,"author":[[{"name":{}}]],"publisher":[null]}',
    '{"@graph":[{"@type":"Article","@id":[],"url":{},"mainEntityOfPage":{"@id":3}}]}',
    '{"@type":"NewsArticle","headline":"\\ud800","datePublished":"0001-01-01T00:00:00Z"}',
    "[" * 300 + "]" * 300,
    '{"@type":"NewsArticle","headline":"x","datePublished":1e400,"author":"\\u200b"}',
)
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "mac-roman", "utf-8-sig", "koi8-r")
ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, 2**53, float("nan"), float("inf"), "", " ", "\u200b"),
    *(
        [],
        {},
        [[]],
        {"a": None},
        "\ud800",
        "../../x",
        "/dev/stdin",
        "x" * 700,
        "<x-fuzz>",
        "0001-01-01",
    ),
)
