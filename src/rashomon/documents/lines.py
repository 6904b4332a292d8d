"""A line of a text's head -> what it is: address, date line, byline, dateline, mail header, list tag."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from datetime import date

from .dates import find_days, read_day, read_month, read_partial

_ADDRESS = re.compile(
    r"(?:source|link|url|via|full (?:text|story)|original)?:?\s*[<\[(]?(https?://[^\s<>\[\]()]+(?:\([^\s()]*\)[^\s<>()]*)?)[>\])]?\.?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:(?i:by|written by|story by|reported by|authors?)|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|Автор)\s*:?\s+(.+)")
_NAME_LINKS = set("the a our and und et y e in of for de del van von bin al el la with & | - – — • ·".split())
_CAPITALISED = re.compile(r"[A-ZÀ-ÞА-Я]")
_WRITTEN_IN = re.compile(r"\s+in\s+[A-ZÀ-Þ].*")  # "Jane Roe in Lisbon"
_HOST = re.compile(r"^(?:https?://)?www\.([\w-]+(?:\.[\w-]+)+)/?\s+")  # "www.example.com  2022-05-04 09:12"
_DATE_FILL = re.compile(
    r"\b(?:published|posted|updated|last|modified|first|on|at|date|dated|issued|created|edited|am|pm|a\.m\.|p\.m\.|gmt|utc|est|edt|et|cet|cest|msk|ist|jst|bst|pst|pdt|uhr|um|am|vom|stand|"
    r"publié|le|mis|à|jour|publicado|el|actualizado|pubblicato|il|alle|ore|aggiornato|mon|tue|wed|thu|fri|sat|sun|\w+day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|of|the|local|time|hours?|h|by|"
    r"опубликован\w*|обновлен\w*|дата|публикации|года?|оприлюднено|оновлено|року|نشر|في|تاريخ|النشر|آخر|تحديث|انتشار|פורסם|עודכן|בתאריך|प्रकाशित|发布时间|发布于|入力|입력|수정|등록|오전|오후)\b\.?|"
    r"[\d:/.,()|•·+–—-]+|\W+",
    re.IGNORECASE,
)
_LIST_TAG = re.compile(r"\s*((?:re|fwd?|aw|wg|tr|sv)\s*:\s*)*(\[[^\]\n]{2,40}\])\s*", re.IGNORECASE)
_REPLY_MARK = re.compile(r"\s*(?:(?:re|fwd?|aw|wg|tr|sv)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
# What mail programs call the fields of a message that they pass on, in the languages of most of them.
SENDER_FIELDS = frozenset("from von de da van od från fra lähettäjä kimden dari от від من מאת 发件人 寄件者 差出人".split()) | {
    "보낸 사람"
}
SENT_FIELDS = frozenset(
    "date sent gesendet datum envoyé enviado enviada data inviato verzonden wysłano skickat sendt lähetetty gönderildi tarih fecha dikirim дата отправлено "
    "надіслано التاريخ נשלח 发送时间 日期 寄件日期 送信日時 日時 날짜".split()
) | {"enviada em", "data de envio", "تاريخ الإرسال", "보낸 날짜"}
_OTHER_FIELDS = (
    "to cc bcc kopie copie subject reply-to message-id in-reply-to references an betreff à objet para asunto assunto oggetto aan onderwerp temat till "
    "ämne til emne vastaanottaja aihe kime konu kepada subjek кому тема копия копія إلى الموضوع אל נושא 收件人 收件者 主题 主旨 抄送 宛先 件名 제목"
).split()
_FIELDS = sorted([*SENDER_FIELDS, *SENT_FIELDS, *_OTHER_FIELDS, "받는 사람"], key=len, reverse=True)
MAIL_HEADER = re.compile(rf"\*?({'|'.join(map(re.escape, _FIELDS))}|(?:a|do)(?=\s*:[^\n]*@))\*?\s*[:：]\*?\s*(\S.*)", re.IGNORECASE)
FORWARD_MARK = re.compile(
    r"\W*(?:forwarded message|begin forwarded message|original message|ursprüngliche nachricht|original-?nachricht|weitergeleitete nachricht|message transféré|message d['’]origine|"
    r"mensaje reenviado|mensaje original|messaggio inoltrato|messaggio originale|mensagem encaminhada|mensagem original|doorgestuurd bericht|oorspronkelijk bericht|wiadomość oryginalna|"
    r"oryginalna wiadomość|przekazana wiadomość|vidarebefordrat meddelande|iletilen mesaj|özgün ileti|пересылаемое сообщение|пересланное сообщение|исходное сообщение|переслане повідомлення|"
    r"转发的邮件|原始邮件|転送されたメッセージ|رسالة مُ?عاد توجيهها)\W*(?:from .{1,80})?",
    re.IGNORECASE,
)
ANSWER_MARK = re.compile(r"\s*(?:\[[^\]\n]{2,40}\]\s*)?(?:re|aw|antw|sv|odp)(?:\[\d+\])?\s*:", re.IGNORECASE)
REPLY_INTRO = re.compile(r"(?:on|am|le|el|il) .{6,120}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto)\s?:", re.IGNORECASE)

_PERSON = r"[A-ZÀ-Þ][^\W\d_A-Z]+(?: [A-Z]\.)?(?: (?:de|da|van|von|al|bin|der|la))?(?: [A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)?){1,2}"
_BARE_NAME = re.compile(rf"{_PERSON}(?:(?:,| and| &) {_PERSON}){{0,2}}")
_NO_PERSON = frozenset(
    "United Nations New York Delhi City Ministry Press Service Office News Department Council Republic State President Security The European Union White House "
    "Foreign Affairs Agency Committee Commission Minister North South East West Saint San Los Report Statement Breaking Update World Politics".split()
)
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
_LOWER_CITY = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /-][A-ZÀ-Þ][\w.'’-]*){0,2}"
_DAY = r"\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?(?:\s(?:de\s)?\d{4})?"  # "19 mar", "4 de mayo de 2022"
_REST = rf"(?:\s\[[A-Z][\w ]{{2,20}}\])?(?:[.,]\s+(?:{_DAY}|[A-ZÀ-Þ0-9][\w.'’-]*(?:\s[A-ZÀ-Þ0-9][\w.'’-]*){{0,3}})){{0,3}}"
_AGENCY = r"(?P<agency>\(\s?[A-ZÀ-Þa-z][\w .&/’'-]{1,40}\)|/\s?[A-Z][\w .-]{1,25}/)"
# A hyphen between two names joins them: "NATO-Russia talks"; behind the agency it parts: "MADRID (EFE).-El".
_DASH = r"(?:\s*(?:--+|[–—])\s*|\s+-\s*(?=[\sA-Z“\"])|-\s+|(?<=\))\.?\s*-+\s*)"
DATELINE = re.compile(
    rf"(?:{_CITY}{_REST}[.,]?\s*(?:{_AGENCY.replace('agency', 'a1')})?{_DASH}"
    rf"|(?:{_CITY}|{_LOWER_CITY}){_REST}[.,]?\s*{_AGENCY.replace('agency', 'a2')}(?:{_DASH}|\.\s|:\s)"
    rf"|\(\s?(?:Reuters|AP|AFP|UPI|dpa|ANSA|EFE|Xinhua|Bloomberg|CNN|TASS|Interfax|RIA Novosti|Kyodo News|Yonhap|IANS|PTI|ANI|Anadolu Agency|AA)\s?\){_DASH})"
)
# "LISBON (04.05.2022).", "Lisbon, 4 May 2022 - ", "Lisbon/Porto, May 4, 2022 (Example Wire):"
_DATED_LEAD = re.compile(
    rf"(?!(?:On|In|By|At|Since|Until|From|The|After|Before|Am|Im|Seit|Le|El|Il)\s)(?:{_CITY}|{_LOWER_CITY}){_REST}\s?[,.]?\s*"
    rf"(?:\((?P<bracketed>(?=\w)[^()\n]{{6,30}})\)\s*(?:[.:,]|{_DASH})|(?P<bare>(?=\w)[^()\n]{{6,30}}?\d{{4}})\.?\s*(?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,30}}/)?\s*(?::|{_DASH}))\s*"
)
_AGENCY_IN = re.compile(r"[(/]\s?([^()/]{2,40}?)\s?[)/]")
SENTENCE_END = re.compile(r"[.!?…](?:[\"'”’»)\]]|\s?\[\d+\])*$")
_SHORT = 160


def field_of(line: str) -> str | None:
    """The name of the mail header that a line is, in small letters; None where it is none."""
    m = MAIL_HEADER.fullmatch(line) if len(line) < 2000 else None
    return m[1].casefold() if m else None


def address_of(line: str) -> str | None:
    """The address that a line consists of (maybe after "Source:"), None where the line says more."""
    m = _ADDRESS.fullmatch(line) if len(line) < 2000 else None
    return m[1] if m else None


def is_date_line(line: str) -> bool:
    """A line that tells a date and nothing else ("Updated: Wednesday, April 6, 2022 10:15 GMT", "April 6, 202")."""
    if len(line) > 90 or not any(c.isdigit() for c in line):
        return False
    line = _HOST.sub("", line, count=1)
    if read_partial(line) is not None:
        return True
    if read_day(line, day_first=True) is None and read_month(line) is None:
        return False
    rest = without_days(line, find_days(line, True))
    return len(_DATE_FILL.sub("", rest)) <= 12  # what is left: a month's name, "Datum", a place


def without_days(line: str, days: list[tuple[date, int, int]], mark: str = "") -> str:
    """The line with a mark in place of each day that was found in it."""
    for _, start, end in reversed(days):
        line = line[:start] + mark + line[end:]
    return line


def byline_names(line: str) -> tuple[str, ...] | None:
    """Who wrote it, from "By Jane Roe and John Doe, Paris"; None where the line is no byline."""
    if len(line) > _SHORT or (SENTENCE_END.search(line) and not line.rstrip(".").endswith(("Jr", "Sr"))):
        return None
    m = _BYLINE.fullmatch(line)
    words = m[1].split() if m else []
    if not words or len(words) > 16 or not _CAPITALISED.match(words[0]):
        return None
    if not all(_CAPITALISED.match(w) or w.casefold() in _NAME_LINKS for w in words):
        return None
    names = re.split(r"\s*(?:,|&|\||•|·|\band\b|\bund\b|\bet\b|–|—)\s*", " ".join(words))
    names = [_WRITTEN_IN.sub("", n) for n in names]
    people = tuple(n.strip(" ,.-") for n in names if 1 <= len(n.split()) <= 5 and _CAPITALISED.match(n))
    return people or None


def is_dated_byline(line: str) -> bool:
    """ "By Jane Roe and John Doe  4 May 2022, 3:26 pm", "Posted on 4 May 2022 by Jane Roe"."""
    words = line.casefold()
    days = find_days(line, True) if len(line) <= _SHORT and (words[:3] == "by " or " by " in words) else []
    if not days:
        return False
    before, after = line[: days[0][1]].rstrip(" |,·•–—-"), line[days[-1][2] :].lstrip(" |,·•–—-")
    return byline_names(before) is not None or (byline_names(after) is not None and not _DATE_FILL.sub("", before))


def is_bare_name(line: str) -> bool:
    """ "Jane Roe", "Jane Roe and João da Silva": what may be a byline where nothing says "by"."""
    return len(line) <= 60 and _BARE_NAME.fullmatch(line) is not None and not _NO_PERSON & set(line.split())


def bare_names(line: str) -> tuple[str, ...]:
    """Those among the parts of a line ("The Guardian | 4 May 2022 | Jane Roe in Lisbon") that are people."""
    parts = re.split(r"\s*[|•·]\s*|, | and | & ", line)
    return tuple(name for part in parts if is_bare_name(name := _WRITTEN_IN.sub("", part)))


def split_subject(subject: str) -> tuple[str, str]:
    """(list tag with brackets or "", subject without tag and reply marks)."""
    m = _LIST_TAG.match(subject)
    tag, rest = (m[2], subject[m.end() :]) if m else ("", subject)
    return tag, _REPLY_MARK.sub("", rest, count=1).strip() if _REPLY_MARK.match(rest) else rest.strip()


def dateline_end(paragraph: str) -> int:
    """How many characters of a paragraph are its dateline ("MOSCOW, April 5 (TASS) -- "), 0 where it has none."""
    m = DATELINE.match(paragraph[:_SHORT])
    if m is None and any(c.isdigit() for c in paragraph[:60]):
        m = _DATED_LEAD.match(paragraph[:_SHORT])
        m = m if m is not None and read_day(m["bracketed"] or m["bare"]) is not None else None
    return m.end() if m and m.end() < len(paragraph) else 0


def dateline_agency(dateline: str) -> str | None:
    """The wire that a dateline credits: "(Reuters)", "/TASS/"."""
    m = _AGENCY_IN.search(dateline)
    return m[1] if m else None


def stands_alone(line: str) -> bool:
    """A line that is no part of a running paragraph, whatever stands above and below it."""
    if len(line) > _SHORT:
        return False
    return (
        address_of(line) is not None
        or is_date_line(line)
        or (line[:2].lower() == "by" and byline_names(line) is not None)
        or is_dated_byline(line)
        or FORWARD_MARK.fullmatch(line) is not None
        or ((":" in line[:24] or "：" in line[:8]) and MAIL_HEADER.fullmatch(line) is not None)
    )
