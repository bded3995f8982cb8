"""Pages that are no report are refused with what they say; reports about such pages are read."""

import pytest

from sayso.errors import UnreadableInput
from sayso.read.pages.html import read_page
from sayso.read.pages.refusals import quoted

PROSE = (
    "<p>The mayor said on Monday that the bridge was closed and that nobody had been hurt there.</p>"
    "<p>A second bridge, further down the river, was to be opened for the farmers by the evening.</p>"
    "<p>The owner of the ferry denied that his boat had touched the pier before the beams gave way.</p>"
    "<p>Divers are to look at the piers on Tuesday, if the river falls as the forecast has it.</p>"
)


def problem_of(body: str, title: str = "") -> UnreadableInput:
    with pytest.raises(UnreadableInput) as caught:
        read_page(
            f"<html><head><title>{title}</title></head><body>{body}".encode(), "a.html", print
        )
    return caught.value


@pytest.mark.parametrize(
    ("title", "body", "what"),
    [
        ("403 Forbidden", "<h1>Forbidden</h1><p>nginx", "no article"),
        ("404", "<h1>Oops!</h1><p>We can’t find the page you are looking for.", "no article"),
        ("Access Denied", "<h1>Access Denied</h1><p>You don't have permission to access this page on this server.<p>Reference #18.2", "no article"),
        ("503 Service Temporarily Unavailable", "<center><h1>503</h1></center><hr>", "no article"),
        ("Not available", "<h1>451: Unavailable due to legal reasons</h1><p>This content is not available in your region.", "no article"),
        ("Just a moment...", "<h2>Checking if the site connection is secure</h2><p>lantern.example needs to review the security of your connection before proceeding.", "robots"),
        ("thelantern.example", "<p>Please enable JS and disable any ad blocker", "robots"),
        ("Are you a robot?", "<p>To continue, please click the box below to let us know you're not a robot.", "robots"),
        ("Lantern", "<p>Verify you are human by completing the action below.", "robots"),
        ("Lantern", "<h1>We value your privacy</h1><p>We and our 812 partners store and access information on a device.<button>Accept all</button>", "consent"),
        ("Sign in | Lantern", "<h1>Sign in</h1><p>Forgot your password?<p>Create an account", "log in"),
    ],
)  # fmt: skip
def test_a_page_that_is_no_report_is_refused(title: str, body: str, what: str) -> None:
    problem = problem_of(body, title)
    assert what in problem.what
    assert "“" in problem.what
    assert problem.remedy.startswith("Open the page in a browser")


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Access denied: why reporters were kept from the bridge", "<p>Access was denied to six reporters, and the page that lists the closed roads shows error 404."),
        ("“Are you a robot?” A day in the queue", "<p>“Are you a robot?” asks the page on which the farmers must ask for aid, and most give up there."),
        ("Cookie law: partners must ask", "<p>We value your privacy, says every page, and few people read on."),
        ("Forbidden city of Orn opens", ""),
    ],
)  # fmt: skip
def test_a_report_about_such_pages_is_read(title: str, lead: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{lead}{PROSE}"
    assert "the bridge was closed" in read_page(page.encode(), "a.html", print)[0].text


def test_a_short_report_is_read() -> None:
    page = "<title>Road closed</title><body><p>The coast road at Calder is closed until further notice, the police said."
    assert "Calder" in read_page(page.encode(), "a.html", print)[0].text


def test_a_list_of_links_is_refused() -> None:
    links = "".join(
        f"<li><a href=/{n}>Ministers meet in town {n} again</a></li>" for n in range(20)
    )
    assert "list of links" in problem_of(f"<h1>World</h1><ul>{links}</ul>").what
    read_page(f"<body>{PROSE}<ul>{links}</ul>".encode(), "a.html", print)


def test_what_a_page_says_is_quoted_on_one_line() -> None:
    assert quoted(" One\x1b[2J\ntwo\u202e  three ") == "One [2J two three"
    assert len(quoted("word " * 90)) < 90


def teaser(number: int) -> str:
    said = f"Ministers met in town {number} on Monday and said that they had agreed on the bridge."
    return f"<div><h3><a href=/{number}>Ministers meet in town {number}</a></h3><p>{said}</p></div>"


def test_a_list_of_teasers_is_refused_unless_the_page_says_that_it_is_an_article() -> None:
    listed = "".join(map(teaser, range(6)))
    assert "list of links" in problem_of(f"<h1>World</h1>{listed}").what
    stated = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
    assert (
        "town 3" in read_page(f"<body><h1>World</h1>{listed}{stated}".encode(), "a", print)[0].text
    )


def test_an_error_page_with_teasers_is_refused_as_one() -> None:
    listed = "".join(map(teaser, range(6)))
    problem = problem_of(f"<h1>Page not found</h1><p>Try these:</p>{listed}", "Page not found")
    assert "no article" in problem.what


def test_the_first_words_of_a_paid_article_are_read() -> None:
    wall = "<h2>Subscribe to continue reading</h2><p>Get unlimited access for $2 a week.</p>"
    text = read_page(f"<body>{PROSE[: PROSE.index('</p>') + 4]}{wall}".encode(), "a", print)[0].text
    assert "nobody had been hurt" in text


def test_a_statement_that_speaks_to_others_is_read() -> None:
    said = (
        "<p>We ask you, the army and the Front, to let our teams pass to the clinic in Tolba.</p>"
    )
    assert "clinic" in read_page(f"<body>{said}{PROSE}".encode(), "a", print)[0].text


SALE = (
    "<div><a>Buy this domain</a> The owner of <b>gazette.example</b> is offering it for sale.</div>"
    "<p>The Sponsored Listings displayed above are served automatically by a third party.</p>"
)


def test_an_address_that_is_for_sale_is_no_report() -> None:
    advert = "<p>Farmers are told to irrigate at night. See our offers in your area.</p>"
    problem = problem_of(f"<h1>gazette.example</h1>{advert * 6}{SALE}")
    assert "for sale" in problem.what
    assert "archive" in problem.remedy


def test_a_report_on_an_address_that_is_for_sale_is_read() -> None:
    told = (
        f"<p>The Gazette closed in May. Its address is for sale, says the domain owner.</p>{PROSE}"
    )
    assert "Gazette" in read_page(f"<body>{told}{SALE}".encode(), "a.html", print)[0].text


WALL = (
    "<h1>Two ways through this door</h1><p>You decide who pays for it: you, or those whose advertising you "
    "see. We keep the information on a device that you use, for personalised advertising.</p>"
    "<p>The data protection officer is Marlies Hoff, who has been here since May, and answers letters.</p>"
)


def test_a_question_of_consent_in_unusual_words_is_refused() -> None:
    title = "Bomb at Lindach station: three injured and a suspect is held"
    assert "consent" in problem_of(WALL, title).what


def test_a_page_with_a_field_for_a_password_and_without_its_title_is_one_to_log_in() -> None:
    body = f"<h1>Reading room</h1><form><input type=password></form>{PROSE}"
    assert "log in" in problem_of(body, "Who shot at the miners of Osk? An investigation").what
    read_page(f"<title>Reading room</title>{body}".encode(), "a.html", print)


def test_an_error_page_that_tells_its_reader_what_became_of_the_article_is_refused() -> None:
    body = "<h1>Well!</h1><p>The story that you came for may have been moved when our system was changed.</p>"
    asks = "<p>Our editor Maureen, who has been with the paper for long, has told us to look at the address again.</p>"
    assert "no article" in problem_of(body + asks).what
    report = f"<h1>Count stopped</h1><p>The count was stopped when nine boxes could not be found.</p>{PROSE}"
    assert "nine boxes" in read_page(report.encode(), "a.html", print)[0].text
