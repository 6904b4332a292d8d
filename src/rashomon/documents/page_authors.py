"""A page's tree -> who wrote the report, as the page shows it: the byline seen beside the headline, else structured metadata."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from .dates import find_day
from .page_heads import linked_data, words_of

_BYLINE_CLASS = re.compile(
    r"(?:^|[-_ ])(?:by-?line|author(?:s|-?names?|-?link|-?info)?|autor(?:en|in|name)?|auteur|autore|writer|writers|reporter|journalist|creator|contributors?|submitted|username|posted-by|redacteur|verfasser|vcard|fn|p-author)(?:$|[-_ ])",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|story|words|text|article|created|submitted|veröffentlicht|geschrieben|gespeichert|publié|escrito|scritto)\s*)?(?:\b(?:by|von|par|por|di|da|door|av|af|autor(?:in|en)?|authors?|auteur|text(?: und [\w]+)?|foto|redaktion|verfasser|written|interview|автор(?:ка)?|журналист)\b\s*:?\s*)+",
    re.IGNORECASE,
)
_SAYS_BY = re.compile(
    r"(?:^|[\s|·•–-])(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|POR|[Dd]i|[Tt]ext|[Aa]utor(?:in)?|[Aa]uthor|[Aa]utore|[Aa]uteur|Автор|Авторка|Журналист)\s*:?\s+(?=[A-ZÀ-ÞА-ЯІЇЄ])"
)
_LATER = re.compile(
    r"\s+(?:on|am|vom|le|el|il|at|um|in|for|published|updated|posted|last|is|ist|staff|senior|editor|reporter|correspondent|contributor|features|view|follow|read|more|mehr|comments?|datum|date|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d)\b.*|\s*[|•·/–—]\s.*|\s+-\s.*|\s*[(<\[@].*|\s*\d.*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|&|\+|\bund\b|\band\b|\bet\b|\by\b|\be\b)\s*")
_NO_NAME = re.compile(
    r"https?:|www\.|\.(?:com|de|org|net|at|ch|info)\b|\b(?:admin|administrator|webmaster|home|share|author|autor|comments?|kommentare?|posts?|articles?|news|follow|login|subscribe|newsletter|uhr|min|read|photo|foto|image|"
    r"bild|getty|copyright|gmbh|inc|ltd|cookie|privacy|about|contact|profile|profil|menu|search|editor|editorial|view all|all|mehr|more|guest|gast|anonymous|unknown|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)\b",
    re.IGNORECASE,
)
_PARTICLES = {
    "von",
    "van",
    "de",
    "del",
    "della",
    "di",
    "da",
    "der",
    "den",
    "la",
    "le",
    "el",
    "al",
    "bin",
    "ibn",
    "dos",
    "du",
    "zu",
    "y",
    "e",
}
_LABEL = re.compile(r"(?:Von|Text|Autor(?:in)?|Author|Written by|Auteur|Autore)\s?:", re.IGNORECASE)
_OTHERS = re.compile(r"comment|kommentar|reply|respond|(?<!un)related|recent|popular|recommend|testimonial", re.IGNORECASE)
_ELSEWHERE = re.compile(r"sidebar|(?<!post.)(?<!entry.)(?<!article.)(?<!story.)footer|widget|teaser|bio(?:$|[-_ ])", re.IGNORECASE)
_OPENING_WORDS = 40  # characters in which "Submitted by" stands
_META = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "byl",
    "dcterms.creator",
    "twitter:data1",
)


def page_authors(tree: Any, site: str | None) -> tuple[tuple[str, ...], str]:
    """(names, the visible byline or ""); () where the page names nobody, or only itself."""
    own = (site or "").casefold().replace(" ", "")
    structured = tuple(dict.fromkeys(n for n in _structured(tree) if n.casefold().replace(" ", "") != own))
    best: tuple[tuple[str, ...], str] = ((), "")
    for line in _bylines(tree):
        names = tuple(n for n in names_of(line) if n.casefold().replace(" ", "") != own)
        if not names or "".join(names).casefold().replace(" ", "") == own:
            continue
        if not structured or _agree(names, structured):
            return names, line
        if not best[0]:
            best = (names, line)
    if structured and (not best[0] or not _SAYS_BY.search(best[1])):
        return structured, ""
    return best


def _agree(names: tuple[str, ...], structured: tuple[str, ...]) -> bool:
    return {n.casefold() for n in names} == {n.casefold() for n in structured}


def names_of(line: str) -> tuple[str, ...]:
    """The names in a byline: opening words, dates, roles and links cut off."""
    words = line.strip(" |•·-–—,:")
    said = _SAYS_BY.search(words)
    if said and (said.start() > 0 or not _OPENING.match(words)):
        words = words[said.end() :]
    words = _OPENING.sub("", words, count=1)
    dated = find_day(words, day_first=True)
    if dated:
        words = words[: dated[1]]
    words = _LATER.sub("", words, count=1).strip(" ,.|-–—:")
    names = _people([n.strip(" .,:") if not n.rstrip().endswith(("Jr.", "Sr.")) else n.strip() for n in _SPLIT.split(words)])
    return tuple(dict.fromkeys(names)) if names and all(_is_name(n) for n in names) else ()


def _people(names: list[str]) -> list[str]:
    """Without what stands behind whole names: where, as what or for whom they wrote ("Jana Roe, Lissabon", "Jane Roe, Example News")."""
    whole = list(takewhile(lambda name: " " in name and _is_name(name), names))
    return whole if len(whole) >= len(names) - 1 and whole else names


def _is_name(name: str) -> bool:
    tokens = name.split()
    if not 1 <= len(tokens) <= 5 or not 3 <= len(name) <= 45 or _NO_NAME.search(name) or any(c.isdigit() for c in name):
        return False
    capitals = [t[0].isupper() or t.casefold() in _PARTICLES or not t[0].isalpha() for t in tokens]
    return all(capitals) or (len(tokens) == 1 and name.isalpha()) or (len(tokens) == 2 and any(capitals))


def _structured(tree: Any) -> Iterator[str]:
    for article in linked_data(tree):
        found = [n for n in _named(article.get("author"), 0) if _is_name(n)]
        if found:
            yield from found
            return
    for wanted in _META:
        for meta in tree.xpath("//meta[@content]"):
            if (meta.get("name") or meta.get("property") or "").lower() == wanted and "://" not in meta.get("content"):
                names = [n for n in _SPLIT.split(words_of(meta.get("content"))) if _is_name(n)]
                if names and all(len(n.split()) >= 2 for n in names):
                    yield from names
                    return


def _named(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from (n.strip() for n in _SPLIT.split(value))
    elif isinstance(value, list) and depth < 3:
        for item in value[:12]:
            yield from _named(item, depth + 1)
    elif isinstance(value, dict) and depth < 3:
        yield from _named(value.get("name"), depth + 1)


def _bylines(tree: Any) -> Iterator[str]:
    """Lines that may name the author, the surest first: marked as such, named so, or opening with "By"."""
    marked = "//*[@rel='author' or @itemprop='author'][not(self::meta or self::link)]"
    for element in tree.xpath(marked)[:8]:
        if not _is_elsewhere(element) and (line := _line_of(element)) and len(line) <= 160:
            yield line
    named = 0
    for element in tree.xpath("//*[@class]"):
        if named < 12 and _BYLINE_CLASS.search(element.get("class")) and not _is_elsewhere(element):
            line = _line_of(element)
            if 3 <= len(line) <= 160:
                named += 1
                yield line
    for element in tree.xpath(
        "//p | //div | //span | //font | //em | //strong | //b | //i | //small | //address | //dd | //h4 | //h5 | //li"
    )[:2500]:
        opening = words_of(element.text)
        said = _SAYS_BY.search(f"{opening[:_OPENING_WORDS]} A")
        if said is None or (said.start() and not _OPENING.match(opening)) or _is_elsewhere(element):
            continue
        line = _line_of(element)
        if _LABEL.fullmatch(line) and element.getparent() is not None:  # "Text:" in bold, the name behind it
            following = element.getnext()
            line = f"{line} {words_of(element.tail) or words_of(following.text_content() if following is not None else None)}"
        if 6 <= len(line) <= 90:
            yield line


def _line_of(element: Any) -> str:
    """What the element says; parts that stand side by side ("<a>Jane Roe</a><span>May 4") are words apart."""
    return words_of(" ".join(element.itertext()))


def _is_elsewhere(element: Any) -> bool:
    outer = [element, *element.iterancestors()]
    inside = next((n for n, a in enumerate(outer) if a.tag == "article"), None)
    for ancestor in outer if inside is None else outer[:inside]:
        names = f"{ancestor.get('class', '')} {ancestor.get('id', '')}"
        if ancestor.tag in ("body", "html", "main"):
            return False
        if _OTHERS.search(names) or (inside is None and (ancestor.tag in ("footer", "nav", "aside") or _ELSEWHERE.search(names))):
            return True
    return False
