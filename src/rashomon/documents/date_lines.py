"""A line that tells a date -> the day of publication in it, kept apart from days of change, of events and of others."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from .dates import find_days


class Label(StrEnum):
    """What the words before a date say that it is the date of."""

    PUBLISHED = "published"
    CHANGED = "changed"
    OTHER = "other"
    NONE = ""


# In the languages of `months.py`; what is told of the making, of the changing, of something else.
_LABELS = re.compile(
    r"(?P<published>\b(?:publi(?:sh|é|cado|cada|ceer|cerad|sert|ziert|kova|kált|cat\b)|pubblicat|posted|issued|released|created|filed|uploaded|erstellt|erschienen|veröffentlicht|gespeichert|eingestellt|"
    r"geplaatst|opublikowan|dodano|zveřejněn|uverejnen|vydáno|objavljeno|közzétéve|megjelent|julkaist|yayın|diterbitkan|paskelbta)|опублик|дата публик|оприлюдн|публикуван|δημοσ|نُ?شر|تاریخ انتشار|פורסם|प्रकाशित|เผยแพร่|发布|發布|發佈|公開|配信|입력|등록)|"
    r"(?P<changed>\b(?:up-?dat|refresh|modifi|revis|(?:last )?edited|last change|correct(?:ed|ion)\b|aktualisiert|geändert|letzte änderung|bearbeitet|zuletzt|stand\b|mis à jour|actualiza|modificad|aggiornat|modificat|atualizad|"
    r"bijgewerkt|gewijzigd|(?:z)?aktuali[zs]|uppdaterad|oppdatert|opdateret|päivitetty|muokattu|frissítve|güncelle|diperbarui|atnaujinta)|обновл|измен[её]н|оновлен|ενημ|آخر تحديث|تحديث|به.?روز|עודכן|अपडेट|अद्यतन|อัปเดต|更新|수정|업데이트)|"
    r"(?P<other>\b(?:done at|когда\s*:|event|date of the|isbn|as (?:of|at)\b|(?:page )?generated|rendered|cached|signed|adopted|ratified|concluded|(?:entered )?in(?:to)? force|unterzeichnet|verabschiedet|in kraft|signé|firmad|adoptad|today is|heute ist|hoy es|oggi è|bugün|etkinlik|(?:nous sommes|aujourd['’]hui)|сегодня|apply by|applications? by|closing|clos(?:es|ing date)|submit by|opens|premiere|bewerbungs(?:frist|schluss)|bewerben bis|deadline|expir|valid|until|till|due\b|since|born|died|access|retriev|visited|abgerufen|captured|received|joined|member|registered|registriert|mitglied|dabei seit|release date|in (?:cinemas|stores)|"
    r"available|starts?|begins?|ends?|when\s*:|wann\s*:|termin|datum der|beginn|ende\b|anmeldeschluss|einsendeschluss|gültig|bis(?: zum)?\s*$|ab\s*$|gestorben|geboren|jusqu|fecha (?:límite|del evento)|scadenza|copyright|©|\(c\)|next)|今天|今日|本日|اليوم|موعد)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\W{0,3}(?:[-–—]|to|until|through|bis|au|al|a|до|–)\W{0,3}(?:\w+day\W{0,2})?", re.IGNORECASE)
_SPAN_OF_DAYS = re.compile(r"(?<![\d/.:-])\d{1,2}\.?\s*[-–—]\s*$")
_HOURS = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?\s?(?:[-–—]|to|bis|until|till|à|alle)\s?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|uhr\b|h\b)",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:venue|where|place|location|ort|lieu|lugar|luogo|yer|место)\s*:|المكان|地点|[°℃]|(?:updated?|refreshed|aktualisiert|обновляется) (?:daily|weekly|hourly|regularly|every|täglich|ежедневно)",
    re.IGNORECASE,
)  # an event, the weather, a standing page
_NEAR = 45  # characters before a date in which its label stands
_AFTER = re.compile(r"\W{0,3}", re.IGNORECASE)
_HOSTS = re.compile(r"\S+\.[a-z]{2,}\S*")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FILL = frozenset(
    "by on at in am pm le el il um uhr von par por di da door av af kl min mins read minutes comment comments kommentar kommentare view views ago est edt et gmt "
    "utc cet cest ist msk pst pdt ct pt de la du del à às alle ore no und and et y e o klo kello".split()
)
_MOST_SMALL_WORDS = 2


@dataclass(frozen=True, slots=True)
class DateLine:
    """The day, where it stands in the line, and whether it is only that of the last change."""

    day: date
    start: int
    end: int
    changed: bool


def label_of(before: str) -> Label:
    """What the words just before a date (since the date before it) say of it."""
    found = Label.NONE
    for m in _LABELS.finditer(before[-_NEAR:].casefold()):
        found = Label(str(m.lastgroup))
    return found


def read_date_line(line: str, day_first: bool | None = None) -> DateLine | None:
    """The day on which what the line dates was published; else that of its last change; None where it tells neither."""
    days = find_days(line, day_first)
    told: dict[Label, DateLine] = {}
    at = 0
    for number, (day, start, end) in enumerate(days):
        label = label_of(line[at:start])
        if not number and label is Label.NONE:
            label = _label_behind(line[end : days[1][1]] if len(days) > 1 else line[end:])
        told.setdefault(label, DateLine(day, start, end, label is Label.CHANGED))
        at = end
    if any(_SPAN_OF_DAYS.search(line[:start]) for _, start, _ in days):
        return None  # "12-14 June 2022"
    if any(_RANGE.fullmatch(line[a[2] : b[1]]) for a, b in pairwise(days)) or _HOURS.search(line) or _ELSE.search(line):
        return None  # from one day or hour to another, or at a place: something that happens
    chosen = told.get(Label.PUBLISHED) or told.get(Label.NONE) or told.get(Label.CHANGED)
    if chosen is None or (Label.PUBLISHED not in told and Label.CHANGED not in told and _is_prose(line, chosen)):
        return None
    return chosen


def _label_behind(after: str) -> Label:
    """ "4 May 2022 (updated)"."""
    begun = _AFTER.match(after)
    label = label_of(after[: begun.end() + 14]) if begun else Label.NONE
    return label if label is Label.CHANGED else Label.NONE


def _is_prose(line: str, dated: DateLine) -> bool:
    """More small words around the date than a line of data has."""
    around = _HOSTS.sub(" ", f"{line[: dated.start]} {line[dated.end :]}")
    small = [w for w in _WORDS.findall(around) if w[0].islower() and w not in _FILL]
    return len(small) > _MOST_SMALL_WORDS
