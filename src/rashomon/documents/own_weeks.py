"""Prose -> whether it tells of its own week, as news does: it opens with the day, names bare weekdays, or says "yesterday"."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice

from .dates import find_open_day

_PARAGRAPHS = 40  # in which a report names a day of its week, if it does
_PROSE = 60  # characters from which a paragraph is prose, those of scripts without gaps counted three times
_OPENING = 80  # characters in which a dateline stands
# Bare weekdays, not those of a calendar day ("Tuesday 4 May") nor of opening hours ("Monday to Friday"); and the day before.
_WEEKDAY = re.compile(
    r"\b(?:said|told|met|[a-z]{3,}ed|[a-z]+ing|on|late|early|until|by)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?![’']?s?\s*(?:,|to|and|through|until|–|-)\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\s+(?:\d|at|from))"
    r"|\bam (?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)(?:abend|morgen|mittag|nachmittag)?\b(?!,? (?:\d|(?:dem|den|bis|und|von|ab)\b))"
    r"|(?<!\bdu )(?<!\bau )(?<!\ble )\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b(?!,? (?:\d|(?:au|et|de)\b))"
    r"|(?<!del )\b(?:el|este) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b(?!,? (?:\d|(?:a|y|de)\b))"
    r"|\bво? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b(?!,? (?:\d|(?:и|с)\b))"
    r"|(?:يوم|أمس|اليوم|مساء|صباح) (?:ال)?(?:[اإ]ثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت|أحد)\b(?! \d)"
    r"|(?:本周|上周|周|星期)[一二三四五六日天](?![至到、和])|昨天|昨日"
    r"|\b(?:pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar) günü\b"
    r"|\b(?:yesterday|gestern|hier (?:soir|matin)|ayer|anoche|вчера|dün)\b",
)
_GAPLESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def tells_of_week(paragraphs: Iterable[str], day: date) -> bool:
    """Whether prose opens with the day or the one before it ("LUSAKA, May 3 (Wire) -"), or has bare weekdays ("met on Tuesday"):
    standing pages have neither, their weekdays stand beside opening hours."""
    opens = {(d.month, d.day) for d in (day, day - timedelta(days=1))}
    for text in islice(paragraphs, _PARAGRAPHS):
        if not is_prose(text, _PROSE):
            continue
        opened = find_open_day(text[:_OPENING])
        if (opened is not None and (opened.month, opened.day) in opens) or _WEEKDAY.search(text):
            return True
    return False


def is_prose(text: str, least: int) -> bool:
    """As long as `least` letters of a Latin text."""
    return len(text) >= least or (3 * len(text) >= least and 3 * len(_GAPLESS.findall(text)) >= least)
