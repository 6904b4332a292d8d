"""A page's tree -> evidence of its date of publication, each with its source; none where the page tells none."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..records import DateEvidence, When
from .dates import interval_when, read_stamp
from .lines import is_date_line
from .own_weeks import tells_of_week
from .page_heads import linked_data, words_of
from .page_pieces import is_elsewhere
from .shown_dates import Shown, shown_date

_META = (
    "article:published_time og:article:published_time og:published_time article:published datepublished date_published date "
    "dc.date dc.date.issued dcterms.issued dcterms.date dc.date.created dcterms.created pubdate publishdate publish-date "
    "publish_date publication_date publication-date published-date published_at parsely-pub-date sailthru.date article.published "
    "cxenseparse:recs:publishtime article_date_original originalpublicationdate citation_publication_date citation_online_date "
    "citation_date displaydate rnews:datepublished bt:pubdate shareaholic:article_published_time og:pubdate uploaddate"
).split()
_WEAK = ("dc", "citation", "date", "display", "originalpub", "uploaddate")  # of the work, its registration or an issue
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "revised")
_META_RULE = "page_dates.meta"
_MARKED = (  # microdata, RDFa
    "//*[@itemprop='datePublished' or @itemprop='dateCreated' or @property='datePublished' or @property='schema:datePublished'"
    " or @property='dc:date' or @property='dc:created' or @property='dcterms:created'][not(self::meta)]"
)
_STATIC = re.compile(r"(?:^|\s)page-id-\d+|(?:^|\s)page-template(?:-default)?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class PageDates:
    """All evidence, structured first; `line`: the visible words that tell the date and nothing else, "" where there are none."""

    evidence: tuple[DateEvidence, ...]
    line: str


def page_dates(tree: Any, title: str, address: str | None, signed: bool) -> PageDates:
    """Structured metadata first (left out on static pages of a site), then the date shown beside the headline. Where neither
    tells, the day of the last change bounds the day of publication. `signed`: the page names its author."""
    stated = list(_stated(tree))
    shown = shown_date(tree, title, frozenset(e.when.earliest for e in stated if e.when.earliest is not None), address)
    if shown is None and _is_static(tree):
        stated = []
    told = [*stated, *([shown.evidence] if shown is not None else [])]
    if len(told) == 1 and not signed and _is_unbacked(tree, told[0], address):
        told = [_not_before(tree, told[0])]
    if not any(e.when.earliest for e in told):
        told += _modified(tree)
    return PageDates(tuple(told), _line(shown))


def _line(shown: Shown | None) -> str:
    return shown.words if shown is not None and 6 <= len(shown.words) <= 90 and is_date_line(shown.words) else ""


def _is_static(tree: Any) -> bool:
    """A site's standing page ("About us"): its metadata tells when it was set up, which dates no report."""
    return any(_STATIC.search(body.get("class", "")) and "single" not in body.get("class", "") for body in tree.iter("body"))


def _is_unbacked(tree: Any, evidence: DateEvidence, address: str | None) -> bool:
    """A stamp in one meta element of a page that shows its readers no date, names no author, and whose text does not tell of
    its own week: what editors' programs write on standing pages too, where it is the day on which the page was set up."""
    day = evidence.when.earliest
    if evidence.when.rule != _META_RULE or day is None:
        return False
    if address is not None and re.search(rf"/{day.year}/0?{day.month}/", address):
        return False
    stamps = [read_stamp(value, "metadata", _META_RULE) for value in _named(tree, _META).values()]
    alone = sum(stamp is not None and stamp.earliest == day for stamp in stamps) == 1
    return alone and not tells_of_week(_paragraphs(tree), day)


def _paragraphs(tree: Any) -> Iterator[str]:
    return (words_of(element.text_content()) for element in tree.iter("p") if not is_elsewhere(element))


def _not_before(tree: Any, evidence: DateEvidence) -> DateEvidence:
    """The text is as old as the page at most, and at least as its last change."""
    changed = next((e.when.latest for e in _modified(tree) if e.when.latest is not None), None)
    first = evidence.when.earliest
    last = changed if changed is not None and first is not None and changed >= first else None
    return dataclasses.replace(evidence, when=interval_when(first, last, "metadata", "page_dates.meta-alone", 0.5))


def _stated(tree: Any) -> Iterator[DateEvidence]:
    for article in linked_data(tree):
        for key in ("datePublished", "dateCreated", "uploadDate"):
            value = article.get(key)
            if isinstance(value, str) and (when := read_stamp(value, "metadata", f"page_dates.json-ld-{key}")):
                yield DateEvidence("metadata", f"{key}: {value[:60]}", when)
                break
    yield from _meta(tree)
    for element in tree.xpath(_MARKED)[:6]:
        if is_elsewhere(element):
            continue
        value = element.get("datetime") or element.get("content") or words_of(element.text_content())
        if when := read_stamp(value, "metadata", "page_dates.itemprop"):
            yield DateEvidence("metadata", value[:60], when)
            break


def _meta(tree: Any) -> Iterator[DateEvidence]:
    found = _named(tree, _META)
    for name in _META:
        if name in found and (when := read_stamp(found[name], "metadata", _META_RULE)):
            weight = 0.7 if name.startswith(_WEAK) else 1.0
            yield DateEvidence("metadata", f"{name}: {found[name][:60]}", dataclasses.replace(when, score=weight))
            return


def _named(tree: Any, names: list[str] | tuple[str, ...]) -> dict[str, str]:
    """What the page's meta elements of these names hold; of several of one name, the first."""
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or "").lower()
        if name in names and not (meta.get("itemprop") and is_elsewhere(meta)):
            found.setdefault(name, meta.get("content"))
    return found


def _modified(tree: Any) -> Iterator[DateEvidence]:
    """The day of the last change, before which the page was published."""
    told = [(f"dateModified: {v}", v) for a in linked_data(tree) if isinstance(v := a.get("dateModified"), str)]
    told += [(f"{name}: {value}", value) for name, value in _named(tree, _MODIFIED).items()]
    for text, value in told:
        when: When | None = read_stamp(value, "metadata", "page_dates.modified")
        if when is not None and when.latest is not None:
            yield DateEvidence("metadata", text[:80], interval_when(None, when.latest, "metadata", "page_dates.modified", 0.5))
            return
