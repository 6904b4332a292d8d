"""documents/: the day a page was published, however it shows it; none where it shows none of its own."""
# ruff: noqa: E501 (pages are kept whole)

from datetime import date

import pytest

from rashomon.documents import read_documents
from rashomon.records import Document, Precision, Received, ZoneKind
from test_documents_reading import Outlets

BODY = "".join(
    f"<p>The ministers of the coastal states met for the {nth} time to talk about the harbour dues and the patrol that the small ports had asked for, and they left without a word to the press.</p>"
    for nth in ("first", "second", "third", "fourth")
)
TITLE = "Harbour ministers back a joint patrol"


def read(markup: str, address: str = "page.html") -> Document:
    (found,) = read_documents([Received(markup.encode(), address)], Outlets())
    assert isinstance(found, Document), found
    return found


def page(
    above: str = "",
    below: str = "",
    head: str = "",
    lang: str = "en",
    tail: str = "",
    body: str = BODY,
    classes: str = "",
    title: str = TITLE,
    inner: str = "",
) -> str:
    """A page: `above` and `below` stand around the headline, `inner` ends the article, `tail` follows it."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | Example News</title>{head}</head><body class="{classes}">'
        f"<header><nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Sea and ports</a></li></ul></nav></header>"
        f"<main><article>{above}<h1>{title}</h1>{below}{body}{inner}</article></main>{tail}"
        f"<footer><p>© 2015-2023 Example News. All rights reserved. Last change of the imprint: 3 January 2023</p></footer></body></html>"
    )


def day_of(found: Document) -> date | None:
    """The day where one is given; None for an interval."""
    when = found.published
    return when.earliest if when is not None and when.precision in (Precision.DAY, Precision.TIME) else None


SHOWN = {
    "plain": '<p class="meta">May 4, 2022</p>',
    "with a clock": '<div class="info">Published 11:34 PM EST May 4, 2022</div>',
    "behind the byline": "<p>By Jane Roe | 4 May 2022, 10:15 am</p>",
    "ordinal": "<p>Posted on Wednesday, May 4th, 2022</p>",
    "ordinal of": "<p>4th of May, 2022</p>",
    "dots": '<span class="date">04.05.2022</span>',
    "two digits": '<span class="date">04.05.22</span>',
    "iso": "<p>2022-05-04</p>",
    "slashed iso": "<p>2022/05/04 09:12</p>",
    "time element": '<time datetime="2022-05-04T09:00:00+02:00">2 days ago</time>',
    "time element with shown day": '<time datetime="2022-05-04T09:00">Wednesday 4 May 2022 09.00</time>',
    "in pieces": '<div class="date"><span>4</span> <span>May</span> <span>2022</span></div>',
    "a linked month": '<p class="postmetadata">4.<a href="/2022/05/">Mai 2022</a> um 09:43 &middot; <a href="/c">Aus den Häfen und von der See</a> &middot; 3 Kommentare</p>',
    "published and updated": '<p class="times">Published: May 4, 2022, 8:00 am. Updated: May 9, 2022, 7:12 pm</p>',
    "updated and published": '<p class="times">Last updated 09 May 2022, originally created 4 May 2022</p>',
    "updated first in its own element": '<p><span class="updated">Updated May 9, 2022</span> <span class="published">First published May 4, 2022</span></p>',
    "two time elements": '<p>Updated <time datetime="2022-05-09">9 May</time> Published <time datetime="2022-05-04">4 May</time></p>',
    "german": "<p>Veröffentlicht am 4. Mai 2022, zuletzt aktualisiert am 9. Mai 2022</p>",
    "german stand": "<p>Stand: 04.05.2022 17:05 Uhr</p>",
    "french": "<p>Publié le 4 mai 2022 à 10h15 - Mis à jour le 9 mai 2022 à 11h00</p>",
    "french first": "<p>Publié le mercredi 04 mai 2022</p>",
    "spanish": "<p>4 de mayo de 2022 - 00:00 h</p>",
    "portuguese": "<p>Publicado em 4 de maio de 2022, às 10h</p>",
    "italian": "<p>Pubblicato il 4 Maggio 2022 alle 10:11</p>",
    "dutch": "<p>Geplaatst op 4 mei 2022</p>",
    "polish": "<p>4 maja 2022, 10:15</p>",
    "russian": "<p>4 мая 2022, 10:15</p>",
    "ukrainian": "<p>4 травня 2022, 10:15</p>",
    "czech": "<p>4. května 2022</p>",
    "slovak": "<p>4. mája 2022</p>",
    "hungarian": "<p>2022. május 4. 10:15</p>",
    "romanian": "<p>4 mai 2022</p>",
    "swedish": "<p>Publicerad 4 maj 2022</p>",
    "norwegian": "<p>Publisert 4. mai 2022</p>",
    "danish": "<p>4. maj 2022</p>",
    "finnish": "<p>4. toukokuuta 2022</p>",
    "turkish": "<p>4 Mayıs 2022</p>",
    "greek": "<p>4 Μαΐου 2022</p>",
    "croatian": "<p>4. svibnja 2022.</p>",
    "serbian": "<p>4. maj 2022. 10:15</p>",
    "lithuanian": "<p>2022 m. gegužės 4 d.</p>",
    "indonesian": "<p>Rabu, 4 Mei 2022 10:15 WIB</p>",
    "vietnamese": "<p>Thứ tư, 04/05/2022</p>",
    "japanese": "<p>2022年5月4日 10時15分</p>",
    "korean": "<p>2022년 5월 4일</p>",
    "deck between": "<p class='deck'>Small ports fear that they alone will pay for the boats</p><div><a href='/jane'>Jane Roe</a><span>May 4, 2022</span></div>",
    "event named in the deck": "<p>The meeting of 12 June 2022 decides</p><p class='byline'>By Jane Roe, May 4, 2022</p>",
}


@pytest.mark.parametrize("name", SHOWN)
def test_dates_shown_below_the_headline(name: str) -> None:
    lang = "vi" if name == "vietnamese" else "de" if name in ("a linked month", "german") else "en"
    assert day_of(read(page(below=SHOWN[name], lang=lang))) == date(2022, 5, 4)


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def linked(kind: str = "NewsArticle", **fields: str) -> str:
    told = ", ".join(f'"{key}": "{value}"' for key, value in fields.items())
    return f'<script type="application/ld+json">{{"@type": "{kind}", {told}}}</script>'


STATED = {
    "open graph, signed": page(
        head=meta("article:published_time", "2022-05-04T09:00:00+02:00"), below="<p class='byline'>By Jane Roe</p>"
    ),
    "two stamps in the head": page(
        head=meta("article:published_time", "2022-05-04T09:00:00+02:00") + meta("dcterms.date", "2022-05-04")
    ),
    "linked data": page(head=linked(datePublished="2022-05-04T09:00:00Z", dateModified="2022-05-20T09:00:00Z")),
    "linked data beats the shown change": page(
        head=linked(datePublished="2022-05-04"), below="<p class='date'>Updated May 20, 2022</p>"
    ),
    "a day in words": page(head=linked(datePublished="Wed, 04 May 2022 09:00:00 GMT")),
    "javascript's way": page(head=linked(datePublished="Wed May 04 2022 09:00:00 GMT+0000 (UTC)")),
    "a stamp in seconds": page(head=linked(datePublished="1651654800")),
    "a stamp that the dateline backs": page(
        head=meta("article:published_time", "2022-05-04T09:00:00Z"),
        body="<p>LUSAKA, May 4 (Lake Wire) - The ports of the north want lower dues, their ministers wrote in a joint letter.</p>"
        + BODY,
    ),
    "a stamp on a text that tells of its own week": page(
        head=meta("article:published_time", "2022-05-04T09:00:00Z"),
        body="<p>The ministers of nine states met on Tuesday to speak of the ports of the north and of what their dues cost.</p>"
        + BODY,
    ),
    "a stamp that the address backs": page(
        head=meta("article:published_time", "2022-05-04T09:00:00Z")
        + '<link rel="canonical" href="https://a.example/2022/05/patrol">'
    ),
    "utc against the reader's day": page(
        head=meta("article:published_time", "2022-05-05T03:30:00+00:00"), below="<p>May 4, 2022 11:30 pm EDT</p>"
    ),
    "a registration date gives way": page(head=meta("dc.date", "2022-03-01"), below="<p class='date'>4 May 2022</p>"),
    "a marked element at the foot": page(
        below="<div class='block'><span>Founder: Jane Roe - Friday, 20 May 2022</span></div>",
        inner="<footer><span property='dc:date' content='2022-05-04T00:00:00+01:00'>4 May</span></footer>",
    ),
    "a headline like a label": page(title="Harbour ministers miss their deadline", below="<p>May 4, 2022</p>"),
    "american slashes": page(below="<p class='date'>05/04/2022 9:12 AM EST</p>", lang="en-US"),
    "british slashes": page(below="<p class='date'>04/05/2022</p>", lang="en-GB"),
    "slashes told by another date": page(
        below="<p class='date'>05/04/2022</p>", tail="<div class='related'><p>Old story 03/28/2022</p></div>"
    ),
    "slashes told by the metadata": page(head=linked(datePublished="2022-05-04"), below="<p class='date'>05/04/2022</p>"),
    "headline about an event": page(title="Minutes of the meeting of 10 March 2022", below="<p class='date'>4 May 2022</p>"),
    "dateline in brackets": page(
        body="<p>LISBON (04.05.2022). The ministers of nine coastal states agreed on a joint patrol, which will begin in the spring.</p>"
        + BODY
    ),
    "dateline": page(
        body="<p>Lisbon, May 4, 2022 (Example Wire) -- The ministers of nine coastal states agreed on a joint patrol.</p>" + BODY
    ),
    "german dateline": page(
        body="<p>Lissabon, 4. Mai 2022 - Die Minister der Küstenstaaten einigten sich auf eine Streife, die im Frühjahr beginnt.</p>"
        + BODY
    ),
    "related stories with dates": page(
        below="<time datetime='2022-05-04'>4 May</time>",
        tail="<div class='related'><ul><li>Old <time datetime='2021-01-01'>1 January 2021</time></li></ul></div>",
    ),
    "comments with dates": page(
        below="<p class='date'>4 May 2022</p>",
        inner="<section id='comments'><p class='comment-date'>May 9, 2022</p><p>Well said.</p></section>",
    ),
    "today's day in the masthead": page(below="<p class='date'>4 May 2022</p>").replace(
        "<header>", "<header><div class='today'>Friday, 20 May 2022</div>"
    ),
    "at the foot of the article": page(inner="<p class='article-date'>Published on 4 May 2022</p>"),
    "above the headline": page(above="<p class='kicker'>Ports | 4 May 2022</p>"),
}


@pytest.mark.parametrize("name", STATED)
def test_dates_stated_or_shown_elsewhere(name: str) -> None:
    assert day_of(read(STATED[name])) == date(2022, 5, 4)


UNDATED = {
    "nothing": page(),
    "copyright": page(tail="<p class='copyright'>Copyright 12 May 2020 Example News</p>"),
    "related stories": page(
        tail="<section class='related-posts'><ul><li><a href='/x'>Boats</a> <time datetime='2021-01-01'>1 January 2021</time></li></ul></section>"
    ),
    "stories in a list without a name": page(
        tail="<div class='list'>"
        + "".join(f"<div><a href='/{n}'>Story {n}</a><span class='date'>{n} March 2021</span></div>" for n in range(3, 9))
        + "</div>"
    ),
    "comments": page(
        inner="<ol class='commentlist'><li><span class='date'>May 9, 2022 at 5:57 am</span><p>Ann says: well said, and more of it please.</p></li></ol>"
    ),
    "reviews of a product": page(
        inner="<div class='reviews'><p>Ann on 8.6.2020</p><p>I like this very much and will buy another.</p></div>"
    ),
    "today's day in the masthead": page().replace("<header>", "<header><div class='current-date'>Friday, 20 May 2022</div>"),
    "today's day in a bar": page().replace("<header>", "<div id='topbar'>Friday, 20 May 2022</div><header>"),
    "an event's day": page(below="<p class='event'>Date of the event: 12 June 2022, 7 pm</p>"),
    "an event's days": page(below="<p>12 June 2022 - 14 June 2022, Lisbon</p>"),
    "a deadline": page(below="<p>Deadline: 12 June 2022</p>"),
    "german event": page(below="<p>Termin: 12.06.2022, 19 Uhr</p>", lang="de"),
    "a day in the body": page(
        body=BODY + "<p>The treaty was signed on 12 June 2015 in Lisbon and came into force two years later, on 3 July 2017.</p>"
    ),
    "a wiki's last change": page(
        inner="<div id='page-info'>page revision: 8, last edited: <span class='date'>17 Jun 2018 15:15</span></div>"
    ),
    "last change of the page": page(inner="<p class='date'>This page was last modified on 17 June 2018</p>"),
    "modified alone": page(head=meta("article:modified_time", "2022-05-04T09:00:00+02:00")),
    "a stamp that nothing backs": page(
        head=meta("article:published_time", "2016-05-04T09:00:00+02:00") + meta("article:section", "Ports")
    ),
    "a stamp beside opening hours": page(
        head=meta("article:published_time", "2016-05-04T09:00:00+02:00"),
        body="<p>The harbour office is open to the public on Monday to Friday, and on Saturday from nine to twelve, at the old quay.</p>"
        + BODY,
    ),
    "a stamp of an old editor": page(head=meta("date", "2003-05-04T09:00:00"), title="The old harbour"),
    "standing page": page(
        head=meta("article:published_time", "2016-05-04T09:00:00+02:00"),
        classes="page-template-default page page-id-12",
        title="About the harbour office and its people",
    ),
    "a calendar": page(
        tail="<table id='wp-calendar'><caption>February 2020</caption><tr><td>3</td></tr></table><p>Archives: March 2020</p>"
    ),
    "an event's hours": page(below="<div>Sat, 18 June 2022, 10 am – 6 pm</div>"),
    "an event's element": page(below="<div class='when'>18 June 2022</div>"),
    "when to apply": page(below="<ul><li>Apply by: 15 June 2022</li></ul>"),
    "two stories in a list": page(
        body="<p>The ports of the north and their dues, and what the ministers of nine states want to do about them before summer.</p>",
        inner="<ul><li><a href='/a'>A joint patrol is agreed</a> <time datetime='2022-05-04'>4 May</time></li>"
        "<li><a href='/b'>Dues go up again in the north</a> <time datetime='2022-05-02'>2 May</time></li></ul>",
    ),
    "chapters of a history": page(
        body="<h2>4 May 1922</h2>" + BODY + "<h2>8 June 1934</h2>" + BODY + "<h2>1 July 1951</h2>" + BODY
    ),
    "today's day in words": page().replace("<header>", "<div class='line'>Today is Wednesday, 4 May 2022</div><header>"),
    "the bar of an archive": page().replace("<header>", "<div id='wm-ipp-base'>12 captures<br>9 Jun 2022</div><header>"),
    "a book's day": page(below="<p>Paperback, 312 pages, ISBN 978-3-12-345678-9, 4 May 2022</p>"),
    "a treaty's day": page(below="<p>Signed: 13 December 2007</p>"),
    "the day of the making of the file": page(tail="<div id='bottom'>Page generated on 4 May 2022 in 0.2 s</div>"),
    "a day of prices": page(below="<p>Price as of 4 May 2022: 12.31</p>", inner="<div id='disqus'><b>Ann</b> 4 May 2022</div>"),
    "accessed": page(inner="<p>Sources: harbour.example, accessed 12 June 2022</p>"),
}


@pytest.mark.parametrize("name", UNDATED)
def test_no_day_is_invented(name: str) -> None:
    assert day_of(read(UNDATED[name])) is None


def test_a_stamp_that_nothing_backs_bounds_the_day() -> None:
    """A page without a date to see, signed by nobody: it was set up then, and may have been changed up to the day it names."""
    stamped = meta("article:published_time", "2016-05-04T09:00:00Z")
    when = read(page(head=stamped)).published
    assert when is not None and (when.earliest, when.latest, when.precision) == (date(2016, 5, 4), None, Precision.INTERVAL)
    when = read(page(head=stamped + meta("article:modified_time", "2019-01-08T09:00:00Z"))).published
    assert when is not None and (when.earliest, when.latest) == (date(2016, 5, 4), date(2019, 1, 8))


def test_a_change_alone_bounds_the_day() -> None:
    for name in ("a wiki's last change", "last change of the page"):
        when = read(UNDATED[name]).published
        assert when is not None and when.latest == date(2018, 6, 17)


def test_an_update_beside_the_headline_is_a_weak_day() -> None:
    when = read(page(below="<p class='date'>Updated: May 4, 2022</p>")).published
    assert when is not None and when.earliest == date(2022, 5, 4) and when.score <= 0.5


def test_the_date_line_is_the_one_that_was_used() -> None:
    found = read(STATED["related stories with dates"])
    assert [z.span.of(found.text) for z in found.zones if z.kind is ZoneKind.DATE] == []
    found = read(page(below=SHOWN["plain"]))
    assert [z.span.of(found.text) for z in found.zones if z.kind is ZoneKind.DATE] == ["May 4, 2022"]
    (line,) = [e for e in found.date_evidence if e.kind == "date-line"]
    assert line.span is not None and line.span.of(found.text) == "May 4, 2022"


def test_two_days_of_publication_are_told() -> None:
    found = read(page(head=linked(datePublished="2021-01-04"), below="<p class='date'>4 May 2022</p>"))
    assert any(d.kind == "conflicting-dates" for d in found.defects)
    updated = read(STATED["linked data beats the shown change"])
    assert not any(d.kind == "conflicting-dates" for d in updated.defects)


def test_a_cut_date_on_a_page_is_told() -> None:
    found = read(page(below="<p>May 4, 202</p>"), "https://news.example.com/2022/05/05/patrol")
    assert [d.kind for d in found.defects if d.kind == "broken-date"] == ["broken-date"]
    assert day_of(found) == date(2022, 5, 4)
