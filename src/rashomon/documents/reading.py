"""Received -> Draft -> Document: archives opened, the reader of the format, then zones, origin, date, hops and defects."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Iterable, Iterator

from ..records import DateEvidence, Document, Failure, Received, Zone, ZoneKind, content_id
from .allowances import BOMB, Allowance
from .archives import DEEPEST, is_archive, unpack
from .credits import wire_name
from .defects import find_defects
from .drafts import LONGEST_REPORT, Draft, OutletTable
from .forwards import find_forwards
from .languages import language_of
from .lines import bare_names, byline_names, split_subject
from .origins import find_hops, find_origin
from .outlet_lines import source_of, without_outlet, writers_of
from .pages import Page, page_draft
from .publication import find_publication
from .readers import reader_for
from .titles import split_label
from .zones import DATED_BYLINE, OUTLET_LINE, find_zones

Opened = Received | Page | Draft | Failure  # what a source falls into: each can be read by itself
_SMALL = 50_000  # bytes up to which a file is read in one go, even if it holds many reports


def name_of(opened: Opened) -> str:
    return opened.name if isinstance(opened, Received) else opened.source


def open_source(received: Received) -> Iterator[Opened]:
    """What a source holds, in order, for several to read side by side: the files of an archive, the drafts of what holds many
    reports (a mailbox, a web archive, an export); any other source is its one part. Never raises for what the bytes hold."""
    for opened in _opened(received, 0, Allowance(len(received.data))):
        if isinstance(opened, Received) and len(opened.data) > _SMALL and reader_for(opened).many:
            yield from _drafts(opened, 0)
        else:
            yield opened


def read_documents(opened: Iterable[Opened], tables: OutletTable, bulk: bool = False) -> Iterator[Document | Failure]:
    """Every report in what was received or opened, in order; what holds none, or cannot be read, as a Failure that says why.
    `bulk`: the texts of pages by a quicker way that tells them less well from what stands around them. Never raises for what the
    bytes hold."""
    for part in opened:
        for found in _drafts(part, 0) if isinstance(part, Received) else (part,):
            draft = page_draft(found, bulk) if isinstance(found, Page) else found
            yield finish(draft, tables) if isinstance(draft, Draft) else draft


def _drafts(received: Received, depth: int) -> Iterator[Draft | Page | Failure]:
    """`depth`: how many mails this was attached to, one inside the other."""
    for opened in _opened(received, 0, Allowance(len(received.data))):
        if isinstance(opened, Failure):
            yield opened
        elif not opened.data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
            yield Failure(opened.name, "empty" if not opened.data else "nothing but white space", "nothing to read in it")
        else:
            for found in reader_for(opened).read(opened):
                if isinstance(found, Failure):
                    yield found
                elif not isinstance(found, Received):
                    yield dataclasses.replace(found, modified=opened.modified)
                elif depth == DEEPEST:
                    yield Failure(found.name, f"attached to a mail inside {DEEPEST} others", "save it and give it alone")
                else:
                    yield from _drafts(found, depth + 1)


def _opened(item: Received, depth: int, allowance: Allowance) -> Iterator[Received | Failure]:
    """What was received, archives opened, archives inside archives too."""
    if not is_archive(item.data):
        yield item
    elif depth == DEEPEST:
        yield Failure(item.name, f"an archive inside {DEEPEST} others", "unpack it yourself and give the reports")
    else:
        for inner in unpack(item):
            if isinstance(inner, Failure):
                yield inner
            elif allowance.holds(len(inner.data)):
                yield from _opened(inner, depth + 1, allowance)
            else:
                yield Failure(item.name, BOMB, "unpack it yourself and give the reports")
                return


def finish(draft: Draft, tables: OutletTable) -> Document | Failure:
    """The document that a draft makes."""
    if not draft.text.strip():
        return Failure(draft.source, "no text in it", "nothing to read")
    if len(draft.text) > LONGEST_REPORT:
        size = f"{len(draft.text) / 1e6:.0f} million characters in one piece"
        return Failure(draft.source, f"{size}: too long for one report", "split it, or give an mbox, zip or WARC of its reports")
    zones = find_zones(draft.text, draft.zones, lambda line: source_of(line, tables) is not None)
    told = language_of(draft.text)  # what systems declare is often that of the house
    language = draft.language or told if told == "und" else told
    forwards = find_forwards(draft.text, zones)
    origin = find_origin(draft, zones, tables)
    own_words = not origin.is_forwarded and not forwards
    given = draft.evidence + tuple(DateEvidence("mail-header", h.evidence, h.when, h.span) for h in forwards if h.when is not None)
    found = find_publication(draft.text, zones, origin.address, given, draft.modified, own_words=own_words, in_page=draft.is_page)
    document = Document(
        id=content_id("doc", hashlib.sha256(draft.raw).hexdigest()),
        sha256=hashlib.sha256(draft.raw).hexdigest(),
        source=draft.source,
        media_type=draft.media_type,
        encoding=draft.encoding,
        language=language,
        text=draft.text,
        title=_title(draft, zones, tables),
        zones=zones,
        outlet=origin.outlet,
        address=origin.address,
        byline=_people(draft.authors or _byline(draft.text, zones)),
        site=origin.site,
        published=found.published,
        date_evidence=found.evidence,
        hops=find_hops(draft, zones, origin, found.published, tables, forwards),
        defects=(),
        message_id=draft.message_id,
    )
    return find_defects(document, found, draft.defects)


def _title(draft: Draft, zones: tuple[Zone, ...], tables: OutletTable) -> str:
    """The headline without list tag, reply marks, appended label and outlet; the mail subject where the text has none."""
    for kind in (ZoneKind.TITLE, ZoneKind.SUBJECT):
        for zone in zones:
            if zone.kind is kind:
                headline = _TITLE_LABEL.sub("", " ".join(split_subject(zone.span.of(draft.text))[1].split()))
                headline = split_label(headline)[0] or headline
                return headline if draft.is_page else without_outlet(headline, tables)[0]
    return split_label(draft.title)[0]


_TITLE_LABEL = re.compile(r"^(?:title|headline)\s*:\s+", re.IGNORECASE)
_REPORTED = re.compile(r"\([Rr]eporting by ([^;()\n]{3,200}?)(?:;[^()\n]*)?\)\s*$")


def _byline(text: str, zones: tuple[Zone, ...]) -> tuple[str, ...]:
    """Of the byline; else of a line that names people beside outlet or date; else of the wire's credit at the end."""
    named = [z.span.of(text) for z in zones if z.kind is ZoneKind.BYLINE and not z.rule.endswith(OUTLET_LINE)]
    beside = [z.span.of(text) for z in zones if z.rule in ("zones.bare-name", f"zones.{OUTLET_LINE}", f"zones.{DATED_BYLINE}")]
    found = [*(byline_names(line) for line in named), *(writers_of(line) for line in beside)]
    credited = _REPORTED.search(text[-400:]) if not any(found) else None
    return next((names for names in found if names), bare_names(credited[1]) if credited else ())


def _people(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those who wrote, without the wire named beside them; a wire alone stays."""
    return tuple(n for n in names if wire_name(n) is None) or names
