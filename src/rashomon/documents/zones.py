"""Text -> Zones: every paragraph gets the part it plays on the page or in the mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..records import Span, Zone, ZoneKind
from . import lines
from .boilerplate import CAPTION_OPENING, CREDIT_TAIL, is_boilerplate, is_list_footer
from .dates import read_day
from .paragraphs import UNWRAPPED, split_paragraphs
from .press_names import is_press_name

_HEAD = 14  # paragraphs among which title, deck, byline and date line are looked for
_SHORT_WORDS = 24
OUTLET_LINE = "outlet-line"  # of an outlet, whether the tables know it or not
SOURCE_LINE = "source-line"
DATED_BYLINE = "dated-byline"
_SOURCE_WORDS = 3
_SENTENCE_WORDS = 8
_SIGNATURE = re.compile(r"--\s*")
_RULE = re.compile(r"[_-]{10,}")
_DECORATION = re.compile(r"[\W_]+")


class _Reader:
    """Goes through the paragraphs once; remembers where the head ends and whether a signature or footer has begun."""

    def __init__(self, text: str, known: tuple[Zone, ...], names_outlet: Callable[[str], bool]) -> None:
        self.text, self.known, self.names_outlet = text, known, names_outlet
        self.spans = list(self._paragraphs())
        self.seen: set[ZoneKind] = {z.kind for z in known}
        self.body_at: int | None = None
        self.tail: ZoneKind | None = None
        self.forward_at = self._forward()

    def _forward(self) -> int:
        """The paragraph below which a message passed on, or answered, begins; -1 where there is none."""
        for number, (span, known) in enumerate(self.spans):
            if known is None and len(span) < 200 and lines.FORWARD_MARK.fullmatch(span.of(self.text)):
                return number
        is_mail = any(zone.kind is ZoneKind.SUBJECT for zone in self.known)
        begins = next((n for n in range(len(self.spans)) if self._begins_head(n)), -1) if is_mail else -1
        above = self.spans[begins - 1][0].of(self.text) if begins > 0 else ""
        return begins - 1 if _RULE.fullmatch(above) else begins

    def _begins_head(self, number: int) -> bool:
        """The first of the head lines of a message that some mail programs pass on without a mark: sender, day, receiver."""
        names = [lines.field_of(s.of(self.text)) for s, known in self.spans[number : number + 3] if known is None and len(s) < 300]
        return len(names) == 3 and names[0] in lines.SENDER_FIELDS and None not in names and bool(lines.SENT_FIELDS & set(names))

    def _labels_date(self, line: str) -> bool:
        """ "Date: 4 May 2022" with no sender or receiver beside it: of the report, not of a message."""
        if lines.field_of(line) != "date" or not lines.is_date_line(line):
            return False
        fields = [lines.field_of(s.of(self.text)) for s, _ in self.spans[:_HEAD] if len(s) < 300]
        return set(fields) <= {None, "date"} and ZoneKind.SUBJECT not in self.seen

    def _is_answer(self) -> bool:
        subject = next((z.span.of(self.text) for z in self.known if z.kind is ZoneKind.SUBJECT), "")
        return lines.ANSWER_MARK.match(subject) is not None

    def _paragraphs(self) -> Iterator[tuple[Span, Zone | None]]:
        """Paragraphs between and inside the known zones; a known zone that is one line stays whole."""
        at = 0
        for zone in sorted(self.known, key=lambda z: z.span):
            yield from ((s, None) for s in self._split(at, zone.span.start))
            yield zone.span, zone
            at = zone.span.end
        yield from ((s, None) for s in self._split(at, len(self.text)))

    def _split(self, start: int, end: int) -> Iterator[Span]:
        for span in split_paragraphs(self.text[start:end], self._stands_alone):
            yield Span(span.start + start, span.end + start)

    def _stands_alone(self, line: str) -> bool:
        return lines.stands_alone(line) or self.names_outlet(line) or is_press_name(line) or _is_credit(line)

    def zones(self) -> Iterator[Zone]:
        for number, (span, known) in enumerate(self.spans):
            if known is not None:
                yield known
                continue
            kind, rule = self._kind(number, span)
            self.seen.add(kind)
            if kind is ZoneKind.BODY:
                yield from self._body(number, span)
            else:
                yield Zone(kind, span, f"zones.{rule}")

    def _kind(self, number: int, span: Span) -> tuple[ZoneKind, str]:
        line = span.of(self.text) if len(span) <= 2000 else span.of(self.text)[:0]
        if self.tail is not None:
            return (ZoneKind.LIST_FOOTER, "footer") if line and is_list_footer(line) else (self.tail, "tail")
        if not line:
            return ZoneKind.BODY, "long"
        return self._furniture(number, span, line) or self._head(number, line) or self._inside(number, line)

    def _furniture(self, number: int, span: Span, line: str) -> tuple[ZoneKind, str] | None:
        if number == 0 and lines.split_subject(line)[0] and "\n" not in line:
            return ZoneKind.SUBJECT, "first-line"
        if lines.address_of(line):
            return ZoneKind.ADDRESS, "address"
        if line[0] == ">" and all(part.lstrip()[:1] == ">" for part in line.splitlines()):
            return ZoneKind.REPLY, "quoted"
        if lines.REPLY_INTRO.fullmatch(line.replace("\n", " ")):
            return ZoneKind.REPLY, "reply-intro"
        if number == self.forward_at or lines.FORWARD_MARK.fullmatch(line):
            if self._is_answer():
                self.tail = ZoneKind.REPLY
            return ZoneKind.LIST_HEADER, "mail-header"
        if self.body_at is None and lines.MAIL_HEADER.fullmatch(line) and not self._labels_date(line):
            return ZoneKind.LIST_HEADER, "mail-header"
        if number < self.forward_at and not self._is_answer():
            return ZoneKind.REPLY, "cover-note"
        if _SIGNATURE.fullmatch(line) or line.startswith(("-- \n", "--\n")):
            self.tail = ZoneKind.SIGNATURE
            return ZoneKind.SIGNATURE, "signature"
        first = line.split("\n", 1)[0].strip()
        if is_list_footer(first) and (number > 0 or len(line) > 20):
            if first[:1] == "_" and number * 2 > len(self.spans):
                self.tail = ZoneKind.LIST_FOOTER
            return ZoneKind.LIST_FOOTER, "footer"
        if is_boilerplate(line.replace("\n", " ")):
            return ZoneKind.BOILERPLATE, "furniture"
        return None

    def _head(self, number: int, line: str) -> tuple[ZoneKind, str] | None:
        if self.body_at is not None or number - self.forward_at > _HEAD:
            return None
        if self.names_outlet(line):
            return self._outlet(line)
        if lines.is_date_line(line):
            return ZoneKind.DATE, "date-line"
        if lines.byline_names(line) is not None:
            return ZoneKind.BYLINE, "byline"
        if lines.is_dated_byline(line):
            return ZoneKind.DATE, DATED_BYLINE
        if is_press_name(line) and (self._dated_head(number) or self._above_date(number)):
            return ZoneKind.BYLINE, SOURCE_LINE
        if ZoneKind.TITLE in self.seen and lines.is_bare_name(line) and self._beside_date(number):
            return ZoneKind.BYLINE, "bare-name"
        if CREDIT_TAIL.search(line[-160:]):
            return ZoneKind.BODY, "credited"
        begun = _is_sentence(line) and not self.seen.isdisjoint((ZoneKind.DATE, ZoneKind.BYLINE))  # a deck stands above these
        if begun or self._is_prose(line) or not self._prose_below(number):
            return None
        if ZoneKind.TITLE not in self.seen:
            return (ZoneKind.BYLINE, SOURCE_LINE) if self._is_source(number, line) else (ZoneKind.TITLE, "first-heading")
        if ZoneKind.DECK not in self.seen:
            return ZoneKind.DECK, "second-heading"
        return ZoneKind.SUBHEADING, "heading"

    def _inside(self, number: int, line: str) -> tuple[ZoneKind, str]:
        if self.body_at is not None and lines.is_date_line(line) and self._near_end(number):
            return ZoneKind.DATE, "date-line"
        if self.body_at is not None and self._near_end(number) and self.names_outlet(line) and not CREDIT_TAIL.search(line):
            return self._outlet(line)
        words = line.split()
        headed = self.body_at is not None or ZoneKind.TITLE in self.seen
        if headed and len(words) <= 12 and self._is_heading(line) and self._prose_below(number, 1):
            return ZoneKind.SUBHEADING, "short-line"
        if _DECORATION.fullmatch(line):
            return ZoneKind.BOILERPLATE, "decoration"
        return ZoneKind.BODY, "prose"

    def _is_source(self, number: int, line: str) -> bool:
        """A name of few words above the date, and the headline below that."""
        below = [s.of(self.text) for s, known in self.spans[number + 1 : number + 3] if known is None and len(s) <= 200]
        words = line.split()
        if len(below) < 2 or len(words) > _SOURCE_WORDS or any(w[0].islower() for w in words) or not lines.is_date_line(below[0]):
            return False
        if self._is_prose(below[1]) or _is_sentence(below[1]) or CREDIT_TAIL.search(below[1]):
            return False
        return len(below[1].split()) > _SOURCE_WORDS and self._prose_below(number + 2)

    @staticmethod
    def _outlet(line: str) -> tuple[ZoneKind, str]:
        return (ZoneKind.DATE if read_day(line, True) is not None else ZoneKind.BYLINE), OUTLET_LINE

    def _dated_head(self, number: int) -> bool:
        """A date stands within two lines of this one, and the headline above them or below."""
        around = [s.of(self.text) for s, _ in self.spans[max(0, number - 2) : number + 4] if len(s) <= UNWRAPPED]
        below = [s.of(self.text) for s, _ in self.spans[number + 1 : number + 4] if len(s) <= 2 * UNWRAPPED]
        headed = ZoneKind.TITLE in self.seen or any(self._may_head(line) for line in below)
        return headed and any(read_day(line, True) is not None for line in around)

    def _above_date(self, number: int) -> bool:
        """ "Harbour Post", then the date, then the text, without a headline, whether one paragraph follows or many; not what stands
        above the line of another outlet, which is a headline ("Opposition Leader")."""
        below = [s.of(self.text) for s, known in self.spans[number + 1 : number + 4] if known is None and len(s) <= UNWRAPPED]
        dated = bool(below) and lines.is_date_line(below[0])
        return dated and not any(self.names_outlet(line) or is_press_name(line) for line in below[1:])

    def _may_head(self, line: str) -> bool:
        """Words that are neither the report's date nor its writers or outlet, nor yet its text."""
        furniture = lines.stands_alone(line) or self.names_outlet(line) or lines.is_bare_name(line) or is_press_name(line)
        return not (furniture or self._is_prose(line) or _is_sentence(line))

    def _beside_date(self, number: int) -> bool:
        around = self.spans[max(0, number - 1) : number + 2 : 2]
        return any(len(s) <= 90 and lines.is_date_line(s.of(self.text)) for s, _ in around)

    def _body(self, number: int, span: Span) -> Iterator[Zone]:
        """A body paragraph, less its dateline in front and its picture credit behind."""
        start = span.start
        if self.body_at is None or number - self.body_at <= 2:
            cut = lines.dateline_end(self.text[start : min(span.end, start + 200)])
            if cut:
                end = start + len(self.text[start : start + cut].rstrip())
                yield Zone(ZoneKind.DATELINE, Span(start, end), "zones.dateline")
                start += cut
        zones = list(_caption(self.text, Span(start, span.end)))
        if self.body_at is None and zones[0].kind is ZoneKind.BODY:
            self.body_at = number
        yield from zones

    def _is_prose(self, line: str) -> bool:
        words = line.split()
        if len(words) > _SHORT_WORDS or (len(words) >= 4 and lines.dateline_end(line) > 0):
            return True
        return len(words) >= 12 and lines.SENTENCE_END.search(line) is not None

    def _prose_below(self, number: int, within: int = _HEAD) -> bool:
        """A longer paragraph follows: what has none below it is no heading."""
        for span, known in self.spans[number + 1 : number + 1 + within]:
            if known is None and (len(span) > 400 or self._is_prose(span.of(self.text)) or _is_sentence(span.of(self.text))):
                return True
        return False

    def _near_end(self, number: int) -> bool:
        return number >= len(self.spans) - 4

    @staticmethod
    def _is_heading(line: str) -> bool:
        if "\n" in line or lines.SENTENCE_END.search(line) or line[-1] in ",;:-–—":
            return False
        return line[0].isupper() or line[0].isdigit() or line[0] in "‘“\"'#"


def _is_credit(line: str) -> bool:
    """A picture's credit in brackets on a line of its own."""
    return len(line) <= UNWRAPPED and line[0] in "([" and CREDIT_TAIL.fullmatch(line) is not None


def _is_sentence(line: str) -> bool:
    return line.count(" ") >= _SENTENCE_WORDS - 1 and line[-1] == "."


def _caption(text: str, span: Span) -> Iterator[Zone]:
    """A paragraph that is a picture's caption, its credit apart; any other paragraph is body."""
    tail_at = max(span.start, span.end - 160)
    credit = CREDIT_TAIL.search(text[tail_at : span.end]) if len(span) <= 900 else None
    opening = CAPTION_OPENING.match(text[span.start : span.start + 120])
    if credit is None:
        kind = ZoneKind.CAPTION if opening and len(span) < 600 else ZoneKind.BODY
        yield Zone(kind, span, "zones.caption-opening" if kind is ZoneKind.CAPTION else "zones.prose")
        return
    cut = tail_at + credit.start()
    end = span.start + len(text[span.start : cut].rstrip())
    if end > span.start:
        yield Zone(ZoneKind.CAPTION, Span(span.start, end), "zones.credited-caption")
    yield Zone(ZoneKind.CREDIT, Span(cut, span.end), "zones.credit")


def find_zones(
    text: str, known: tuple[Zone, ...] = (), names_outlet: Callable[[str], bool] = lambda line: False
) -> tuple[Zone, ...]:
    """Zones in order: every non-blank stretch of the text in exactly one. `known` zones are kept as they are; `names_outlet(line)`:
    the line tells who published the report, and nothing else but when, where and by whom."""
    return tuple(z for z in _Reader(text, known, names_outlet).zones() if len(z.span))
