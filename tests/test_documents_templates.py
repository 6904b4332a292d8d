"""documents/: pages built as the web's publishing systems build them, in our own words: title, author, day and text of each."""
# ruff: noqa: E501 (pages are kept whole), RUF001 (so are their languages)

from dataclasses import dataclass
from datetime import date

import pytest

from rashomon.documents import read_documents
from rashomon.records import DefectKind, Document, Failure, Precision, Received, ZoneKind
from test_documents_reading import Outlets

TOLD = {ZoneKind.BODY, ZoneKind.SUBHEADING, ZoneKind.DATELINE}
DAY = date(2022, 5, 4)
TITLE = "Harbour states agree on a joint patrol"
TEXT = (
    "Ministers of nine coastal states agreed in Lisbon to send a joint patrol to the northern ports before the summer.",
    "The patrol will count six ships at first, and its command will pass from one state to the next every three months.",
    "Two of the states said that they would join only once their parliaments had voted on the cost of the ships.",
    "Harbour masters had asked for the patrol since a freighter was boarded at night off the northern coast.",
)
P = "".join(f"<p>{t}</p>" for t in TEXT)
NAV = "<header class='site-header'><nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav></header>"
FOOT = "<footer class='site-footer'><p>© 2015-2023 Example News. All rights reserved.</p></footer>"


@dataclass(frozen=True)
class Page:
    """A page and what it tells; `lacks` must not be among the text that is read."""

    markup: str
    title: str = TITLE
    author: tuple[str, ...] = ("Jane Roe",)
    day: date | None = DAY
    text: tuple[str, ...] = TEXT
    lacks: tuple[str, ...] = ("All rights reserved",)
    address: str = "https://news.example.com/ports/patrol"


def html(head: str, body: str, lang: str = "en", title: str = f"{TITLE} | Example News") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


GERMAN = (
    "Die Minister von neun Küstenstaaten haben sich in Lissabon auf eine gemeinsame Streife vor den nördlichen Häfen geeinigt.",
    "Die Streife soll zunächst aus sechs Schiffen bestehen, und das Kommando soll alle drei Monate wechseln.",
    "Zwei der Staaten wollen erst beitreten, wenn ihre Parlamente über die Kosten der Schiffe abgestimmt haben.",
)
FRENCH = (
    "Les ministres de neuf États côtiers se sont mis d'accord à Lisbonne sur une patrouille commune dans les ports du nord.",
    "La patrouille comptera d'abord six navires, et le commandement changera de pays tous les trois mois.",
    "Deux des États ont dit qu'ils n'y prendraient part qu'après un vote de leur parlement sur le coût des navires.",
)
SPANISH = (
    "Los ministros de nueve Estados costeros acordaron en Lisboa enviar una patrulla conjunta a los puertos del norte.",
    "La patrulla contará al principio con seis barcos, y el mando pasará de un Estado a otro cada tres meses.",
    "Dos de los Estados dijeron que solo participarán cuando sus parlamentos hayan votado el coste de los barcos.",
)
RUSSIAN = (
    "Министры девяти прибрежных государств договорились в Лиссабоне направить совместный патруль в северные порты.",
    "Сначала патруль будет состоять из шести кораблей, а командование будет меняться каждые три месяца.",
    "Два государства заявили, что присоединятся только после голосования в парламентах о стоимости кораблей.",
)
UKRAINIAN = (
    "Міністри дев'яти прибережних держав домовилися в Лісабоні надіслати спільний патруль до північних портів.",
    "Спершу патруль складатиметься з шести кораблів, а командування змінюватиметься кожні три місяці.",
    "Дві держави заявили, що приєднаються лише після голосування в парламентах про вартість кораблів.",
)
ARABIC = (
    "اتفق وزراء تسع دول ساحلية في لشبونة على إرسال دورية مشتركة إلى الموانئ الشمالية قبل حلول الصيف.",
    "وستتألف الدورية في البداية من ست سفن، على أن تنتقل القيادة من دولة إلى أخرى كل ثلاثة أشهر.",
    "وقالت دولتان إنهما لن تنضما إلا بعد أن يصوت البرلمان في كل منهما على كلفة السفن.",
)
CHINESE = (
    "九个沿海国家的部长们在里斯本达成一致，将在夏季之前向北部港口派遣一支联合巡逻队，以保障航运安全。",
    "巡逻队最初将由六艘船只组成，指挥权每三个月由一个国家移交给另一个国家，各国共同承担费用。",
    "其中两个国家表示，只有在本国议会就船只费用进行表决之后，它们才会加入这支联合巡逻队。",
)
JAPANESE = (
    "沿岸九カ国の閣僚はリスボンで会談し、夏までに北部の港へ合同の巡視隊を派遣することで合意した。",
    "巡視隊は当初六隻の船で編成され、指揮権は三カ月ごとに参加国の間で交代することになっている。",
    "二カ国は、船の費用について自国の議会が採決した後に限って参加すると述べた。",
)
TURKISH = (
    "Dokuz kıyı devletinin bakanları, yaz gelmeden kuzey limanlarına ortak bir devriye gönderme konusunda Lizbon'da anlaştı.",
    "Devriye başlangıçta altı gemiden oluşacak ve komuta her üç ayda bir devletten diğerine geçecek.",
    "Devletlerden ikisi, ancak parlamentoları gemilerin maliyetini oyladıktan sonra katılacaklarını söyledi.",
)


def paragraphs(text: tuple[str, ...]) -> str:
    return "".join(f"<p>{t}</p>" for t in text)


GRAPH = """{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "@id": "https://news.example.com/#site", "name": "Example News"},
 {"@type": "WebPage", "@id": "https://news.example.com/ports/patrol", "datePublished": "2022-05-04T08:00:00+00:00"},
 {"@type": "Person", "@id": "https://news.example.com/#/person/7", "name": "Jane Roe"},
 {"@type": ["Article", "NewsArticle"], "headline": "Harbour states agree on a joint patrol", "author": {"@id": "https://news.example.com/#/person/7"},
  "datePublished": "2022-05-04T08:00:00+00:00", "dateModified": "2022-05-06T08:00:00+00:00"}]}"""
SEVERAL = """[{"@context": "http://schema.org", "@type": "BreadcrumbList", "itemListElement": []},
 {"@context": "http://schema.org", "@type": "ReportageNewsArticle", "headline": "Harbour states agree on a joint patrol",
 "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "John Doe"}], "publisher": {"@type": "Organization", "name": "Example News"},
 "datePublished": "2022-05-04T10:00:00+02:00"}]"""
LIVE = """{"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Harbour states agree on a joint patrol", "datePublished": "2022-05-04T08:00:00Z",
 "author": {"@type": "Person", "name": "Jane Roe"}, "coverageStartTime": "2022-05-04T08:00:00Z",
 "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "The ministers arrive", "datePublished": "2022-05-05T07:10:00Z"}]}"""
PAGES = {
    "a graph whose article names its author by reference": Page(
        html(linked(GRAPH), f"{NAV}<main><article><h1>{TITLE}</h1>{P}</article></main>{FOOT}")
    ),
    "a list of linked data, two authors": Page(
        html(linked(SEVERAL), f"{NAV}<main><h1>{TITLE}</h1><div class='article-body'>{P}</div></main>{FOOT}"),
        author=("Jane Roe", "John Doe"),
    ),
    "microdata": Page(
        html(
            "",
            f"{NAV}<article itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop='headline'>{TITLE}</h1><p>By <span itemprop='author' itemscope itemtype='http://schema.org/Person'>"
            f"<span itemprop='name'>Jane Roe</span></span> <meta itemprop='datePublished' content='2022-05-04T10:00:00+02:00'></p><div itemprop='articleBody'>{P}</div></article>{FOOT}",
        )
    ),
    "open graph and a byline": Page(
        html(
            f"<meta property='og:title' content='{TITLE}'><meta property='og:type' content='article'><meta property='article:published_time' content='2022-05-04T08:00:00Z'>",
            f"{NAV}<div id='content'><h1>{TITLE}</h1><div class='byline'>By Jane Roe</div>{P}</div>{FOOT}",
        )
    ),
    "amp": Page(
        "<!doctype html><html amp lang='en'><head><meta charset='utf-8'><script async src='https://cdn.example.org/v0.js'></script>"
        f"<title>{TITLE}</title><link rel='canonical' href='https://news.example.com/ports/patrol'><style amp-custom>.a{{margin:0}}</style></head><body>"
        f"<amp-sidebar id='side'><ul><li><a href='/'>Home</a></li></ul></amp-sidebar><article><h1>{TITLE}</h1><div class='author'>By Jane Roe</div><time datetime='2022-05-04T08:00:00Z'>4 May 2022</time>"
        f"<amp-img src='a.jpg' width='4' height='3'></amp-img>{P}<amp-ad type='x'></amp-ad></article>{FOOT}</body></html>"
    ),
    "a live blog": Page(
        html(
            linked(LIVE),
            f"{NAV}<main><h1>{TITLE}</h1><div class='live-posts'>"
            + "".join(
                f"<section class='post'><time datetime='2022-05-0{5 - n}T0{9 - n}:10:00Z'>0{9 - n}:10</time><p>{t}</p></section>"
                for n, t in enumerate(TEXT)
            )
            + f"</div></main>{FOOT}",
        )
    ),
    "tables of 1998": Page(
        f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=600 BORDER=0><TR><TD WIDTH=120 VALIGN=TOP><FONT SIZE=1><A HREF=/>Front page</A><BR><A HREF=/w>World</A><BR><A HREF=/s>Sport</A></FONT></TD>"
        f"<TD WIDTH=480><FONT SIZE=5><B>{TITLE}</B></FONT><BR><FONT SIZE=2>By JANE ROE</FONT><BR><FONT SIZE=1>May 4, 1998</FONT><P>"
        + "<P>".join(TEXT)
        + "<P><FONT SIZE=1>Copyright 1998 Example News. All rights reserved.</FONT></TD></TR></TABLE></BODY></HTML>",
        author=("Jane Roe",),
        day=date(1998, 5, 4),
    ),
    "breaks for paragraphs": Page(
        f"<html><head><title>{TITLE}</title></head><body><table><tr><td><h2>{TITLE}</h2><b>Wednesday, May 4, 2022</b><br><i>By Jane Roe</i><br><br>"
        + "<br><br>".join(TEXT)
        + "<br><br><hr><small>All rights reserved</small></td></tr></table></body></html>"
    ),
    "blogspot": Page(
        html(
            "<meta content='blogger' name='generator'>",
            f"<div class='date-outer'><h2 class='date-header'><span>Wednesday, May 4, 2022</span></h2><div class='post hentry'><h3 class='post-title entry-title'>{TITLE}</h3><div class='post-body entry-content'>{P}</div>"
            "<div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn'>Jane Roe</span></span> <span class='post-timestamp'>at <a class='timestamp-link' href='/p'><abbr class='published' title='2022-05-04T09:15:00+01:00'>9:15 AM</abbr></a></span></div></div></div>"
            "<div class='sidebar'><h2>Blog Archive</h2><ul><li>May 2022 (3)</li><li>April 2022 (9)</li></ul></div>",
        )
    ),
    "wordpress": Page(
        html(
            "<meta name='generator' content='WordPress 5.9.3'>",
            f"{NAV}<article id='post-12' class='post-12 post type-post hentry'><header class='entry-header'><h1 class='entry-title'>{TITLE}</h1><div class='entry-meta'><span class='posted-on'>Posted on <a href='/p' rel='bookmark'>"
            "<time class='entry-date published' datetime='2022-05-04T09:15:00+01:00'>May 4, 2022</time><time class='updated' datetime='2022-05-09T09:15:00+01:00'>May 9, 2022</time></a></span>"
            f"<span class='byline'> by <span class='author vcard'><a class='url fn n' href='/author/jane'>Jane Roe</a></span></span></div></header><div class='entry-content'>{P}</div></article>"
            f"<div id='comments'><ol class='comment-list'><li><b class='fn'>Ann</b> <time datetime='2022-05-11T08:00:00Z'>May 11, 2022</time><p>Well done, ministers, and about time too, I should say.</p></li></ol></div>{FOOT}",
        ),
        lacks=("All rights reserved", "Well done, ministers"),
    ),
    "hatom, in French": Page(
        html(
            "",
            f"{NAV}<div class='hentry'><h1 class='entry-title'>Les États côtiers créent une patrouille commune</h1><p class='meta'>Par <span class='author'>Jeanne Roux</span>, le <abbr class='published' title='2022-05-04'>4 mai 2022</abbr></p><div class='entry-content'>{paragraphs(FRENCH)}</div></div>{FOOT}",
            "fr",
            "Les États côtiers créent une patrouille commune - Exemple",
        ),
        title="Les États côtiers créent une patrouille commune",
        author=("Jeanne Roux",),
        text=FRENCH,
    ),
    "a post of a channel": Page(
        html(
            "<meta property='og:title' content='Harbour News'><meta property='og:site_name' content='Telegram'>",
            "<div class='tgme_widget_message'><div class='tgme_widget_message_author'><a class='tgme_widget_message_owner_name' href='https://t.me/harbournews'><span>Harbour News</span></a></div>"
            f"<div class='tgme_widget_message_text'>{'<br/><br/>'.join(TEXT)}</div><div class='tgme_widget_message_footer'><a class='tgme_widget_message_date' href='https://t.me/harbournews/12'><time datetime='2022-05-04T08:15:00+00:00' class='datetime'>May 4, 2022 at 08:15</time></a></div></div>",
            title="Telegram: View @harbournews",
        ),
        title="Harbour News",
        author=(),
        address="https://t.me/harbournews/12?embed=1",
        lacks=(),
    ),
    "an essay site": Page(
        html(
            f"<meta property='og:title' content='{TITLE}'>",
            f"<article><h1>{TITLE}</h1><div><a rel='author' href='/@jane'>Jane Roe</a><div><span>May 4, 2022</span><span>·</span><span>5 min read</span></div></div>{P}</article>",
        )
    ),
    "a newsletter": Page(
        html(
            "",
            f"<div class='post'><h1 class='post-title'>{TITLE}</h1><h3 class='subtitle'>What the nine states want, and what it will cost them</h3><div class='byline-wrapper'><a href='/@jane'>Jane Roe</a><div class='meta'>May 04, 2022</div></div><div class='available-content'>{P}</div></div><div class='subscribe-widget'><p>Type your email...</p><button>Subscribe</button></div>",
        ),
        lacks=("Type your email",),
    ),
    "a ministry's press release": Page(
        html(
            "<meta name='DC.date' content='2022-05-04'>",
            f"{NAV}<main><p class='type'>Press release</p><h1>{TITLE}</h1><p class='publish-date'>Published 4 May 2022</p>{P}</main>{FOOT}",
        ),
        author=(),
    ),
    "a print view": Page(
        f"<html><head><title>{TITLE} - Print</title><meta name='robots' content='noindex'></head><body onload='window.print()'><p>Example News</p><h1>{TITLE}</h1><p>By Jane Roe</p><p>4 May 2022</p>{P}<p>This article can be found at https://news.example.com/ports/patrol</p></body></html>"
    ),
    "a dateline and a byline in capitals": Page(
        html(
            "",
            f"{NAV}<main><article><h1>{TITLE}</h1><p>By JANE ROE and JOHN DOE</p><p><time datetime='2022-05-04'>Wednesday, May 4</time></p><p>LISBON (Example Wire) — {TEXT[0]}</p>{paragraphs(TEXT[1:])}</article></main>{FOOT}",
        ),
        author=("Jane Roe", "John Doe"),
    ),
    "a wiki of news": Page(
        html(
            "",
            f"<h1 id='firstHeading'>{TITLE}</h1><div id='siteSub'>From Example News, the free news source</div><div id='mw-content-text'><p><strong class='published'>Wednesday, May 4, 2022</strong></p>{P}</div><div id='footer'><ul><li>This page was last edited on 9 May 2022, at 10:15.</li></ul></div>",
        ),
        author=(),
        lacks=("last edited",),
    ),
    "a page of an archive": Page(
        html(
            "",
            f"<div id='wm-ipp-base'><div>12 captures</div><div>9 Jun 2022 - 3 Jan 2023</div></div>{NAV}<article><h1>{TITLE}</h1><p class='byline'>By Jane Roe</p><p class='date'>4 May 2022</p>{P}</article>{FOOT}",
        ),
        address="https://web.archive.org/web/20220609101500/https://news.example.com/ports/patrol",
        lacks=("12 captures",),
    ),
    "in German": Page(
        html(
            "",
            f"{NAV}<article><span class='kicker'>Küstenstaaten</span><h1>Neun Staaten einigen sich auf gemeinsame Streife</h1><p class='autor'>Von Jana Roe, Lissabon</p><p class='stand'>04.05.2022, 10:15 Uhr</p>{paragraphs(GERMAN)}</article>{FOOT}",
            "de",
            "Neun Staaten einigen sich auf gemeinsame Streife - Beispiel",
        ),
        title="Neun Staaten einigen sich auf gemeinsame Streife",
        author=("Jana Roe",),
        text=GERMAN,
    ),
    "in Spanish": Page(
        html(
            "",
            f"{NAV}<article><h1>Nueve Estados acuerdan una patrulla conjunta</h1><div class='firma'>Por <a rel='author'>Juana Roe</a> — Lisboa, 4 de mayo de 2022 - 10:15</div>{paragraphs(SPANISH)}</article>{FOOT}",
            "es",
            "Nueve Estados acuerdan una patrulla conjunta | Ejemplo",
        ),
        title="Nueve Estados acuerdan una patrulla conjunta",
        author=("Juana Roe",),
        text=SPANISH,
    ),
    "in Russian": Page(
        html(
            "",
            f"{NAV}<div class='article'><div class='article__date'>4 мая 2022, 10:15</div><h1 class='article__title'>Девять государств договорились о совместном патруле</h1><div class='article__author'>Яна Рощина</div><div class='article__text'>{paragraphs(RUSSIAN)}</div></div>{FOOT}",
            "ru",
            "Девять государств договорились о совместном патруле - Пример",
        ),
        title="Девять государств договорились о совместном патруле",
        author=("Яна Рощина",),
        text=RUSSIAN,
    ),
    "in Ukrainian": Page(
        html(
            "",
            f"{NAV}<article><h1>Дев'ять держав домовилися про спільний патруль</h1><p class='info'>4 травня 2022, 10:15</p><p class='author'>Автор: Яна Рощенко</p>{paragraphs(UKRAINIAN)}</article>{FOOT}",
            "uk",
            "Дев'ять держав домовилися про спільний патруль - Приклад",
        ),
        title="Дев'ять держав домовилися про спільний патруль",
        author=("Яна Рощенко",),
        text=UKRAINIAN,
    ),
    "in Arabic": Page(
        html(
            "",
            f"{NAV}<article dir='rtl'><h1>تسع دول تتفق على دورية مشتركة</h1><div class='date'>الأربعاء 4 أيار/مايو 2022 - 10:15</div>{paragraphs(ARABIC)}</article>{FOOT}",
            "ar",
            "تسع دول تتفق على دورية مشتركة - مثال",
        ),
        title="تسع دول تتفق على دورية مشتركة",
        author=(),
        text=ARABIC,
    ),
    "in Chinese": Page(
        html(
            "",
            f"<div class='nav'><a href='/'>首页</a></div><div class='main'><h1>九个沿海国家同意派遣联合巡逻队</h1><div class='info'>2022年05月04日 10:15 来源：示例新闻</div><div class='content'>{paragraphs(CHINESE)}</div></div>",
            "zh",
            "九个沿海国家同意派遣联合巡逻队-示例新闻",
        ),
        title="九个沿海国家同意派遣联合巡逻队",
        author=(),
        text=CHINESE,
    ),
    "in Japanese": Page(
        html(
            "",
            f"<main><article><h1>沿岸九カ国、合同巡視で合意</h1><p class='time'>2022年5月4日 10時15分</p>{paragraphs(JAPANESE)}</article></main>",
            "ja",
            "沿岸九カ国、合同巡視で合意 | 例のニュース",
        ),
        title="沿岸九カ国、合同巡視で合意",
        author=(),
        text=JAPANESE,
    ),
    "in Turkish": Page(
        html(
            "",
            f"{NAV}<article><h1>Dokuz devlet ortak devriyede anlaştı</h1><div class='haber-tarih'>Giriş: 04 Mayıs 2022 10:15 | Güncelleme: 06 Mayıs 2022 09:00</div>{paragraphs(TURKISH)}</article>{FOOT}",
            "tr",
            "Dokuz devlet ortak devriyede anlaştı | Örnek",
        ),
        title="Dokuz devlet ortak devriyede anlaştı",
        author=(),
        text=TURKISH,
    ),
    "drupal": Page(
        html(
            "<meta name='Generator' content='Drupal 9'>",
            f"{NAV}<article class='node node--type-article'><h1>{TITLE}</h1><div class='node__meta'>Submitted by <span>Jane Roe</span> on Wed, 05/04/2022 - 10:15</div><div class='field--name-body'>{P}</div></article>{FOOT}",
            lang="en-US",
        )
    ),
    "joomla": Page(
        html(
            "<meta name='generator' content='Joomla!'>",
            f"{NAV}<div class='item-page'><h2 itemprop='headline'>{TITLE}</h2><dl class='article-info'><dt>Details</dt><dd class='createdby'>Written by Jane Roe</dd><dd class='category-name'>Category: <a href='/p'>Ports</a></dd><dd class='published'>Published: 04 May 2022</dd><dd class='hits'>Hits: 812</dd></dl>{P}</div>{FOOT}",
        )
    ),
    "ghost": Page(
        html(
            linked(
                '{"@type":"Article","headline":"x","author":{"@type":"Person","name":"Jane Roe"},"datePublished":"2022-05-04T08:00:00.000Z","dateModified":"2022-06-04T08:00:00.000Z"}'
            ),
            f"<article class='gh-article'><h1>{TITLE}</h1><div class='gh-author'><h4>Jane Roe</h4><time datetime='2022-05-04'>May 4, 2022</time> — 3 min read</div><section class='gh-content'>{P}</section></article>",
        )
    ),
    "reporting from": Page(
        html(
            "",
            f"{NAV}<article><h1>{TITLE}</h1><div class='bylines'><p>By <a href='/by/jane'>Jane Roe</a> and <a href='/by/john'>John Doe</a></p><p>Reporting from Lisbon</p></div><div><time datetime='2022-05-04T21:15:00Z'>May 4, 2022</time><span>Updated 5:15 p.m. ET</span></div>{P}</article>{FOOT}",
        ),
        author=("Jane Roe", "John Doe"),
    ),
    "first published in details": Page(
        html(
            "",
            f"{NAV}<main><h1>{TITLE}</h1><a rel='author' href='/profile/jane'>Jane Roe</a><details><summary>Wed 4 May 2022 12.15 BST</summary>First published on Wed 4 May 2022 10.15 BST</details>{P}</main>{FOOT}",
        )
    ),
    "published with a zone": Page(
        html(
            "",
            f"{NAV}<main><h1>{TITLE}</h1><div class='Page-byline'>By <span>JANE ROE</span></div><div class='Page-dateModified'>Published 10:15 AM GMT, May 4, 2022</div>{P}</main>{FOOT}",
        )
    ),
    "published on": Page(
        html(
            "",
            f"{NAV}<main><h1>{TITLE}</h1><div class='article-dates'><span class='screen-reader-text'>Published On 4 May 2022</span><span aria-hidden='true'>4 May 2022</span></div>{P}</main>{FOOT}",
        ),
        author=(),
    ),
    "updated only, day in words": Page(
        html(
            "",
            f"{NAV}<main><h1>{TITLE}</h1><div class='headline__byline'>By Jane Roe, Example News</div><div class='timestamp'>Updated 10:15 AM EDT, Wed May 4, 2022</div>{P}</main>{FOOT}",
        )
    ),
    "a day without its year": Page(
        html(
            linked('{"@type":"NewsArticle","datePublished":"2022-05-04T10:15:00+03:00"}'),
            f"{NAV}<main><div class='news-header__date'>4 May, 10:15</div><h1>{TITLE}</h1>{P}</main>{FOOT}",
        ),
        author=(),
    ),
    "a time element of the day and hour": Page(
        html(
            "",
            f"{NAV}<main><h1>{TITLE}</h1><time datetime='2022-05-04T10:15:00.000Z'>3 hours ago</time><div class='contributor'>By Jane Roe</div><div class='role'>Ports correspondent</div>{P}</main>{FOOT}",
        )
    ),
    "a columnist": Page(
        html(
            "",
            f"{NAV}<main><div class='label'>Opinion</div><h1>{TITLE}</h1><div class='author-name'><a href='/jane'>Jane Roe</a></div><div class='author-bio'>Jane Roe is a fellow of the Harbour Institute.</div><div class='date'>04/05/2022</div>{P}</main>{FOOT}",
            lang="en-GB",
        )
    ),
    "italian": Page(
        html(
            "",
            f"{NAV}<article><h1>Nove Stati d'accordo su una pattuglia comune</h1><div class='autore'>di <b>Gianna Ro</b></div><div class='data'>mercoledì 4 maggio 2022 - 10:15</div><p>I ministri di nove Stati costieri si sono accordati a Lisbona per inviare una pattuglia comune nei porti del nord.</p><p>La pattuglia conterà sei navi all'inizio, e il comando passerà da uno Stato all'altro ogni tre mesi.</p><p>Due degli Stati hanno detto che vi prenderanno parte solo dopo un voto dei loro parlamenti sui costi.</p></article>{FOOT}",
            "it",
            "Nove Stati d'accordo su una pattuglia comune - Esempio",
        ),
        title="Nove Stati d'accordo su una pattuglia comune",
        author=("Gianna Ro",),
        text=(
            "I ministri di nove Stati costieri si sono accordati a Lisbona per inviare una pattuglia comune nei porti del nord.",
        ),
    ),
    "persian": Page(
        html(
            "",
            "<div class='news'><div class='news_nav'>تاریخ انتشار: ۱۴ اردیبهشت ۱۴۰۱ - ۱۰:۱۵</div><h1>نه کشور ساحلی درباره گشت مشترک توافق کردند</h1><div class='body'><p>وزیران نه کشور ساحلی در لیسبون توافق کردند که پیش از تابستان یک گشت مشترک به بندرهای شمالی بفرستند.</p><p>این گشت در آغاز شش کشتی خواهد داشت و فرماندهی آن هر سه ماه از کشوری به کشور دیگر می‌رسد.</p><p>دو کشور گفتند تنها پس از رای مجلس خود درباره هزینه کشتی‌ها به آن می‌پیوندند.</p></div></div>",
            "fa",
            "نه کشور ساحلی درباره گشت مشترک توافق کردند - نمونه",
        ),
        title="نه کشور ساحلی درباره گشت مشترک توافق کردند",
        author=(),
        text=("وزیران نه کشور ساحلی در لیسبون توافق کردند که پیش از تابستان یک گشت مشترک به بندرهای شمالی بفرستند.",),
    ),
    "korean": Page(
        html(
            "",
            "<div id='article'><h2 class='title'>아홉 연안국, 공동 순찰대에 합의</h2><span class='txt-time'>입력 2022.05.04. 오전 10:15</span><div class='text'><p>아홉 연안국 장관들이 리스본에서 여름이 오기 전에 북부 항구로 공동 순찰대를 보내기로 합의했다.</p><p>순찰대는 처음에 여섯 척의 배로 이루어지며 지휘권은 석 달마다 나라에서 나라로 넘어간다.</p><p>두 나라는 의회가 배의 비용을 표결한 뒤에만 참여하겠다고 밝혔다.</p></div></div>",
            "ko",
            "아홉 연안국, 공동 순찰대에 합의 - 예시",
        ),
        title="아홉 연안국, 공동 순찰대에 합의",
        author=(),
        text=("두 나라는 의회가 배의 비용을 표결한 뒤에만 참여하겠다고 밝혔다.",),
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    page = PAGES[name]
    (found,) = read_documents([Received(page.markup.encode(), page.address)], Outlets())
    assert isinstance(found, Document), found
    when = found.published
    day = when.earliest if when is not None and when.precision in (Precision.DAY, Precision.TIME) else None
    told = "\n".join(z.span.of(found.text) for z in found.zones if z.kind in TOLD)
    assert (found.title, day) == (page.title, page.day)
    assert tuple(name.title() for name in found.byline) == page.author
    assert [t for t in page.text if t not in told.replace("\n", " ")] == []
    assert [t for t in page.lacks if t in told] == []


def test_a_paywall_leaves_a_stub() -> None:
    markup = html(
        linked('{"@type": "NewsArticle", "datePublished": "2022-05-04", "isAccessibleForFree": "False"}'),
        f"{NAV}<article><h1>{TITLE}</h1><p>{TEXT[0]}</p><div class='paywall'><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in</p></div></article>{FOOT}",
    )
    (found,) = read_documents([Received(markup.encode(), "page.html")], Outlets())
    assert isinstance(found, Document)
    assert DefectKind.MISSING_BODY in {d.kind for d in found.defects}


@pytest.mark.parametrize(
    "body",
    [
        "<div id='consent'><h1>We value your privacy</h1><p>We and our 812 partners store and access information on a device, such as cookies, and process personal data.</p><p>You may accept or manage your choices by clicking below, including your right to object.</p><button>Accept all</button></div>",
        "<div id='__next'></div><script id='__NEXT_DATA__' type='application/json'>{\"props\": {}}</script>",
    ],
    ids=["cookie wall", "drawn by script"],
)
def test_a_page_without_an_article_is_told_as_such(body: str) -> None:
    (found,) = read_documents([Received(html("", body).encode(), "page.html")], Outlets())
    assert isinstance(found, Failure) or DefectKind.MISSING_BODY in {d.kind for d in found.defects}
