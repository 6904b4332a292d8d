"""The grammar: one compiled pattern per way of writing a time, each tried only near a trigger word of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .fragments import (
    AFTER_LEAD,
    CLOCK,
    COUNT,
    DASH,
    DAY,
    DAY2,
    DAYPART,
    LONG,
    LONG_DAY,
    MONTH,
    NEAR,
    OF_YEAR,
    OPEN_UNITS,
    SAFE_MONTH,
    SAFE_WEEKDAY,
    SEASON,
    SIDE,
    SPELLED_CENTURY,
    SPELLED_YEAR,
    THE,
    UNIT,
    UNITS_,
    WEEKDAY,
    YEAR,
    any_of,
)
from .lexicon import ADVERB_SETS, DAYPARTS, HOLIDAYS, MONTHS, PLURALS, UNITS
from .numbers import CARDINAL, ORDINAL


@dataclass(frozen=True, slots=True)
class Pattern:
    """`name` is also the name of its reading; `kinds` are the triggers beside which it is tried."""

    name: str
    kinds: tuple[str, ...]
    regex: re.Pattern[str]


def _pattern(name: str, kinds: str, regex: str) -> Pattern:
    return Pattern(name, tuple(kinds.split()), re.compile(rf"(?<![\w$€£])(?:{regex})(?!\w)", re.IGNORECASE))


PATTERNS: tuple[Pattern, ...] = (
    # whole dates
    _pattern(
        "iso_date",
        "numeric",
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d)?(?:\.\d+)?"
        r"(?:Z|[+-]\d\d:?\d\d)?)?",
    ),
    _pattern("year_first_date", "numeric", r"(?P<year>(?:19|20)\d\d)[/.](?P<number>[01]?\d)[/.](?P<day>[0-3]?\d)"),
    _pattern(
        "numeric_date",
        "numeric",
        r"(?P<first>[0-3]?\d)(?P<sep>[/.-])(?P<second>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)?\d\d)",
    ),
    _pattern("month_day", "month", rf"(?:{WEEKDAY}{DAYPART}\s?,?\s+)?(?:the\s+)?{MONTH}\s*{DAY}{OF_YEAR}"),
    _pattern("month_day", "month", rf"(?:{WEEKDAY}{DAYPART}\s?,?\s+)?(?:the\s+)?{DAY}(?:\s+of|-)?\s*{MONTH}{OF_YEAR}"),
    _pattern("month_day", "month", rf"{DAY}\s+{MONTH}\s+(?P<short>[09]\d)"),
    _pattern(
        "month_ordinal",
        "month",
        rf"(?:the\s+)?(?:{MONTH}\s+(?:the\s+)?(?P<ordinal>{ORDINAL})|(?P<ordinal2>{ORDINAL})\s+of\s+"
        rf"(?P<month2>{any_of(MONTHS)})){OF_YEAR}",
    ),
    _pattern("day_range", "month", rf"(?:from\s+|between\s+)?{MONTH}\s+{DAY}{DASH}(?:the\s+)?{DAY2}{OF_YEAR}"),
    _pattern("day_range", "month", rf"(?:from\s+|between\s+)?{DAY}{DASH}(?:the\s+)?{DAY2}\s+(?:of\s+)?{MONTH}{OF_YEAR}"),
    _pattern("weekday_ordinal", "weekday", rf"{WEEKDAY},?\s+the\s+(?P<ordinal>{ORDINAL})"),
    _pattern(
        "day_alone",
        "ordinal",
        r"(?:(?<=on )|(?<=by )|(?<=until )|(?<=since ))the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)"
        r"(?:\s+of\s+(?P<side>this|last|next)\s+month)?"
        r"(?=\s*(?:[.,;:!?)—–]|$)|\s+(?:and|or|but|to|at|in|with|for|after|before|when|while|because|as)\b)",
    ),
    # months, years, decades, centuries
    _pattern("month_year", "month", rf"{MONTH}\s?,?\s+(?:of\s+)?(?:{YEAR}|['’](?P<short>\d\d)|(?P<spelled>{SPELLED_YEAR}))"),
    _pattern(
        "month_side",
        "month",
        rf"(?:{MONTH}(?:\s+of)?\s+(?P<side>this|last|next|the\s+same|that)\s+year|{SIDE.replace('side', 'side2')}\s+"
        rf"(?P<month2>{any_of(LONG)}))",
    ),
    _pattern("month_set", "month", rf"(?P<every>each|every)\s+{MONTH}"),
    _pattern("month_alone", "month", rf"{SAFE_MONTH}"),
    _pattern("year_before_christ", "christ", r"(?P<number>\d{1,4})\s+(?:B\.\s?C\.(?:\s?E\.)?|BCE?)"),
    _pattern("year_alone", "year", rf"(?:the\s+year\s+)?{YEAR}(?!-\w|['’]?s\b)"),
    _pattern(
        "year_short",
        "short",
        r"(?:(?<=in )|(?<=of )|(?<=since )|(?<=by )|(?<=spring )|(?<=summer )|(?<=fall )|(?<=winter ))['’](?P<short>\d\d)(?!s)",
    ),
    _pattern("year_range", "year", r"(?P<year>(?:1[5-9]|20)\d\d)\s*[-–/]\s*(?P<year2>\d\d(?:\d\d)?)"),
    _pattern(
        "spelled_year",
        "spelled",
        rf"(?:the\s+year\s+(?P<spelled>{SPELLED_YEAR})|(?:(?<=in )|(?<=by )|(?<=of )|(?<=since ))"
        rf"(?P<spelled2>{SPELLED_YEAR})|(?P<spelled3>{SPELLED_CENTURY}))",
    ),
    _pattern(
        "decade",
        "decade year",
        rf"{THE}(?:(?P<century>1\d|20)(?P<tens>\d)0['’]?s|['’]?(?P<tens2>[1-9])0['’]?s|(?:(?P<spelled>nineteen"
        r"|eighteen)[ -])?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
    ),
    _pattern("century", "unit", rf"{THE}(?P<ordinal>{ORDINAL})[ -]century(?P<bc>\s+B\.?C\.?)?"),
    # quarters, halves, fiscal years, seasons
    _pattern(
        "quarter",
        "unit",
        r"(?:the\s+|its\s+|(?P<side0>this|last|next)\s+year['’]s\s+)?(?P<fiscal>fiscal[ -])?(?P<ordinal>first|second|third"
        r"|fourth|1st|2nd|3rd|4th|final|last)[ -](?:fiscal[ -])?(?P<unit>quarter|half)(?:\s+of)?"
        r"(?:,?\s+(?:the\s+)?(?:fiscal\s+|financial\s+)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<side>this"
        r"|last|next|the|that)\s+(?:fiscal\s+)?year))?",
    ),
    _pattern("quarter", "year", rf"(?:the\s+)?{YEAR}(?:['’]s)?\s+(?P<ordinal>first|second|third|fourth)[ -](?P<unit>quarter|half)"),
    _pattern("quarter", "quarter", r"(?P<letter>[QH])(?P<number>[1-4])(?:\s+(?:of\s+)?(?:FY\s?)?(?P<year>(?:19|20)\d\d))?"),
    _pattern(
        "quarter_side",
        "unit",
        r"the\s+(?:comparable\s+|corresponding\s+|same\s+)?(?:year[ -](?:ago|earlier)|previous[ -]year)\s+"
        r"(?:(?P<ordinal>first|second|third|fourth)[ -])?(?:fiscal\s+)?(?:quarter|period)|(?:year[ -]"
        r"(?:ago|earlier))\s+(?:quarter|period)|last\s+year's\s+(?:(?P<ordinal2>first|second|third"
        r"|fourth)[ -])?quarter|the\s+quarter\s+a\s+year\s+(?:ago|earlier)|(?:the\s+)?(?:(?:comparable"
        r"|corresponding|same)\s+)(?:quarter|period)\s+(?:(?:of\s+)?last\s+year|a\s+year\s+(?:ago"
        r"|earlier|before))",
    ),
    _pattern("latest_quarter", "unit", r"(?:the\s+(?:latest|most\s+recent)|that)\s+(?:quarter|period)|the\s+quarter"),
    _pattern(
        "fiscal_year",
        "unit year",
        r"(?:(?:the\s+)?(?:(?P<side>this|last|next|current|previous|coming)\s+)?(?:fiscal|financial)"
        r"(?:\s+year)?|FY)(?:\s*(?P<year>(?:19|20)\d\d)(?:[-/]\d\d)?)?",
    ),
    _pattern(
        "season_year",
        "season",
        rf"{THE}{SEASON}(?:\s+of)?,?\s+(?:(?P<year>(?:1[5-9]|20)\d\d)|(?P<spelled>{SPELLED_YEAR})|(?P<side>this|last|next)\s+year)",
    ),
    _pattern("season_side", "season", rf"{SIDE}\s+{SEASON}"),
    _pattern(
        "season_alone",
        "season",
        r"(?:(?<=in )|(?<=by )|(?<=for )|(?<=over )|(?<=until )|(?<=since )|(?<=during )|(?=the\b)"
        rf"|(?=early|late|mid))(?:the\s+)?(?:(?:early|late|mid)[ -])?{SEASON}",
    ),
    _pattern(
        "season_set",
        "season",
        rf"(?:each|every)\s+{SEASON}|(?:the\s+)?(?:past|last|next)\s+{COUNT}\s+(?P<plural>summers"
        r"|winters|springs|autumns)",
    ),
    # a unit of a larger one
    _pattern(
        "unit_of",
        "unit weekday",
        rf"(?:the\s+)?(?P<rank>{ORDINAL}|last|final|opening|closing)\s+(?P<inner>day|week|weekend|month|{LONG_DAY})\s+(?:of|in)\s+"
        rf"(?:{MONTH}(?:,?\s+(?:of\s+)?{YEAR})?|(?P<side>this|last|next|each|every|the)\s+(?P<outer>week|month|year)"
        rf"|{YEAR.replace('year', 'year2')})",
    ),
    _pattern(
        "year_quarter",
        "year",
        rf"the\s+{YEAR}\s+(?:quarter|period)",
    ),
    # days named by deixis, weekdays, parts of the day, holidays
    _pattern(
        "deictic",
        "deictic",
        r"(?:the\s+day\s+(?P<away>before|after)\s+)?(?P<word>today|yesterday|tomorrow|tonight)"
        rf"{DAYPART}",
    ),
    _pattern(
        "weekday_side",
        "weekday",
        rf"(?:{SIDE}\s+{SAFE_WEEKDAY}|{SAFE_WEEKDAY.replace('weekday', 'weekday2')}\s+(?P<side2>last"
        rf"|next|this)\s+week|a\s+week\s+(?:from|on)\s+{SAFE_WEEKDAY.replace('weekday', 'weekday3')}"
        rf"|{SAFE_WEEKDAY.replace('weekday', 'weekday4')}\s+week(?!-))(?:\s+"
        rf"(?P<daypart>{any_of(DAYPARTS)})\b)?",
    ),
    _pattern(
        "weekday_set",
        "weekday",
        rf"(?:each|every)\s+{SAFE_WEEKDAY}|(?P<plural>{LONG_DAY})s"
        r"(?!\w)",
    ),
    _pattern("weekday_alone", "weekday", rf"{SAFE_WEEKDAY}(?:\s+(?P<daypart>{any_of(DAYPARTS)})(?P<plural>s)?\b)?"),
    _pattern(
        "daypart",
        "daypart",
        r"(?:(?P<side>this|last|that|the\s+same|the\s+previous|the\s+next|the\s+following|the\s+preceding|every|each)\s+"
        rf"(?P<daypart>{any_of(DAYPARTS)})|the\s+(?P<daypart2>night|evening|morning)\s+(?P<side2>before|after)(?=\s*[.,;)]|\s*$))",
    ),
    _pattern(
        "holiday",
        "holiday month unit",
        rf"(?P<holiday>{any_of(HOLIDAYS).replace(chr(39), '[' + chr(39) + '’]?')})(?:\s+(?:of\s+)?(?P<year>"
        r"(?:19|20)\d\d)|\s+(?P<side>this|last|next)\s+year|\s+(?P<daypart>morning|afternoon|evening|night))?",
    ),
    _pattern(
        "other_calendar",
        "calendar",
        r"(?:the\s+)?(?P<calendar>Hebrew|Jewish|Islamic|Muslim|Hijri|Ethiopian|Persian|Iranian)\s+(?:calendar\s+)?year\s+(?P<number>\d{4})"
        r"|(?P<number2>1[34]\d\d)\s+A\.?H\b\.?"
        r"|(?P<number3>\d{4})\s+(?:in|of|on|by)\s+the\s+(?P<calendar3>Hebrew|Jewish|Islamic|Muslim|Ethiopian|Persian|Iranian)\s+calendar",
    ),
    _pattern("attack_date", "numeric", r"9/11"),
    _pattern("clock", "clock", CLOCK),
    # relative to the document's date or to the text
    _pattern(
        "whole_window",
        "unit",
        r"the\s+(?P<side>past|last|next|coming)\s+(?P<unit>decade|century|year|month|week|day|hour"
        r"|quarter)(?:\s+or\s+(?:so|two|more))?",
    ),
    _pattern(
        "side_unit",
        "unit",
        r"(?:(?:earlier|later|late|early|sometime|somewhere)\s+)?(?:the\s+)?(?P<side>this\s+past|this\s+coming|this|last|past"
        r"|previous|prior|next|coming|current|following|preceding|that|same)(?:\s+(?:calendar|fiscal"
        rf"|financial|school))?[ -]{UNIT}(?:['’]s\s+end|-end)?",
    ),
    _pattern(
        "the_unit",
        "unit",
        r"(?:the\s+(?:full\s+|whole\s+|entire\s+)?(?P<unit>year|month|week|weekend|day)(?!-|\s+of\s+(?:the\s+)?(?:\d|[A-Z][a-z]+\.?\s\d)|\s+(?:before"
        r"|after|ago|later|earlier|old))|(?P<end>year['’]?s?[ -]end|(?:day|week|month)['’]s[ -]end))",
    ),
    _pattern(
        "long_unit",
        "unit",
        r"(?:(?<=end of )|(?<=start of )|(?<=middle of )|(?<=close of )|(?<=beginning of )|(?<=rest of ))(?:the|this)\s+"
        r"(?P<unit>decade|century)",
    ),
    _pattern("before_last", "unit", r"the\s+(?P<unit>week|month|year|weekend)\s+before\s+last"),
    _pattern("last_year_side", "unit vague", r"(?:this|the\s+same)\s+(?P<unit>month|week|quarter|time)\s+last\s+year"),
    _pattern(
        "ago",
        "unit",
        rf"(?:{NEAR})?(?:{COUNT}|an?|one)[ -]{UNITS_}(?:\s+or\s+(?:so|two|more))?\s+ago(?:\s+(?P<day_word>today"
        r"|yesterday|this\s+(?:week|month)))?",
    ),
    _pattern("ahead", "unit", rf"(?:{COUNT}|an?|one)\s+{UNITS_}\s+(?:from\s+(?:now|today)|hence)"),
    _pattern(
        "later",
        "unit",
        rf"(?:{NEAR})?(?:{COUNT}|(?P<half>half)\s+an?|an?|one|the)\s+{UNITS_}\s+(?P<way>later|earlier|before|after|previously"
        r"|afterwards?)",
    ),
    _pattern("open_later", "unit", rf"(?P<unit>{any_of(PLURALS)})\s+(?P<way>later|earlier|ago)"),
    _pattern("open_later", "vague", r"(?:moments|a\s+(?:short|little)\s+(?:time|while))\s+(?P<way>ago)"),
    _pattern("then", "vague", r"(?:(?<=since )|(?<=until )|(?<=till )|(?<=by ))then"),
    _pattern("one_day", "unit vague", r"(?P<which>one|some|the\s+other)\s+day|someday"),
    _pattern(
        "and_a_half",
        "unit",
        r"(?:an?|one)\s+(?P<unit>minute|hour|day|week|month|year|decade|century)\s+and\s+a\s+half(?P<ago>\s+ago)?",
    ),
    _pattern("year_ago", "unit", r"(?:the\s+)?year[ -](?P<way>ago|earlier)"),
    # lengths and repetitions
    _pattern(
        "window",
        "unit",
        rf"(?:(?P<each>each|every)\s+of\s+)?(?:{NEAR})?(?:the\s+|these\s+|its\s+|their\s+|his\s+"
        r"|her\s+)?(?P<side>last|past|next|coming|first|final|previous|recent|following|preceding"
        rf"|opening|early|initial|latest|upcoming)\s+{COUNT}[ -]{UNITS_}",
    ),
    _pattern(
        "open_window",
        "unit",
        rf"(?:the\s+)?(?P<side>last|past|next|coming|recent|previous|first|final|closing|opening|early(?!\s+hours))\s+(?P<unit>{any_of(PLURALS)})",
    ),
    _pattern(
        "length",
        "unit",
        rf"(?:{NEAR})*(?:the\s+|these\s+|those\s+|another\s+|an\s+additional\s+|a\s+full\s+|a\s+"
        rf"|an\s+)?{COUNT}(?:\s+(?:more|full|whole|straight|consecutive|additional|long|further))?[ -]+{UNITS_}"
        r"(?P<old>\s*-?\s*old)?",
    ),
    _pattern(
        "length_range",
        "unit",
        rf"(?:{NEAR})*(?P<low>{CARDINAL})(?:\s+to\s+|\s+or\s+|-to-|-or-|-)(?P<count>{CARDINAL})[ -]+{UNITS_}",
    ),
    _pattern(
        "one_length",
        "unit",
        rf"(?:{AFTER_LEAD}|(?=an?\s+\w+\s+since\b))(?P<article>an?|half\s+an?|an\s+additional|another|a\s+full|a\s+whole)\s+(?P<unit>{any_of(UNITS)})"
        r"(?:\s+and\s+a\s+(?P<more>half))?(?!\s+(?:ago|later|earlier|before|after|from|hence)\b)",
    ),
    _pattern(
        "bare_length",
        "unit",
        r"(?:(?<=for )|(?<=in )|(?<=within )|(?<=over )|(?<=after )|(?<=of )|(?<=taken )|(?<=take )"
        rf"|(?<=last ))(?:the\s+)?(?P<unit>{OPEN_UNITS})|(?P<units>{OPEN_UNITS})"
        r"(?=\s+(?:after|before|ahead)\b|\s+of\s+(?!the\b|an?\b|his\b|her\b|our\b)[a-z])",
    ),
    _pattern(
        "every",
        "unit",
        rf"(?:(?:once|twice|{CARDINAL}\s+times)\s+)?(?P<each>each|every|per)\s+(?:(?P<other>other"
        rf"|second)\s+|(?P<count>{CARDINAL}|few|couple\s+of)\s+)?{UNITS_}",
    ),
    _pattern("workdays", "unit", r"week(?P<which>days|ends|nights)"),
    _pattern("midweek", "unit", r"(?:(?P<side>last|this|next)\s+)?mid-?week"),
    _pattern(
        "whole_length",
        "unit",
        r"all\s+(?P<unit>day|week|month|year|weekend)(?:\s+long)?",
    ),
    _pattern(
        "part_century",
        "unit",
        rf"(?:{NEAR})?(?:a\s+(?P<quarter>quarter)(?:[ -]|\s+of\s+a\s+)|half[ -]a[ -])century(?P<ago>\s+ago)?",
    ),
    _pattern(
        "length_sum",
        "unit",
        rf"(?:{NEAR})?{COUNT}[ -](?P<unit>years?|months?|weeks?|days?|hours?|minutes?)(?:,?\s+and\s+|,?\s+)"
        rf"(?P<count2>an?|{CARDINAL})[ -](?P<unit2>months?|weeks?|days?|hours?|minutes?|seconds?)(?!-)(?P<ago>\s+ago)?",
    ),
    _pattern("half_length", "unit", rf"(?:{NEAR})?half\s+an?\s+(?P<unit>{any_of(UNITS)})"),
    _pattern("long_length", "unit long", r"(?P<unit>hour|day|week|month|year|decade|century)(?:-|\s)?long"),
    _pattern("open_long", "unit", rf"(?P<unit>{OPEN_UNITS})-long"),
    _pattern(
        "great_length",
        "unit",
        r"(?:an?\s+(?P<unit>decade|century|fortnight)|(?P<units>decades|centuries))(?!-old|\s+(?:ago|later|earlier))",
    ),
    _pattern(
        "in_daypart",
        "daypart",
        r"(?:(?<=in )|(?<=during )|(?<=by )|(?<=until ))the\s+(?P<daypart>morning|afternoon|evening)|(?P<alone>overnight)"
        r"|(?:(?<=at )|(?<=before )|(?<=after )|(?<=by )|(?<=since )|(?<=until ))(?P<bare>dawn|dusk|nightfall)"
        r"|(?:the\s+)?(?:early|small|wee)\s+hours\s+of\s+the\s+(?:morning|day)"
        r"|(?:mid[ -]?|(?:(?<=by )|(?<=in )|(?<=until ))(?:the\s+)?(?:early|late)\s+)(?P<middle>morning|afternoon|evening)",
    ),
    _pattern("times_a", "unit", rf"(?:once|twice|(?:{CARDINAL}|several|many)\s+times)\s+an?\s+{UNIT}"),
    _pattern("adverb_set", "adverb", rf"(?P<word>{any_of(ADVERB_SETS)})"),
    # vague
    _pattern(
        "present",
        "vague unit",
        r"now(?!\s+that)|right\s+now|currently|presently|nowadays|at\s+present|at\s+the\s+(?:moment"
        r"|present\s+time)|these\s+days|(?:at\s+)?this\s+(?:\w+\s+)?moment|at\s+this\s+time",
    ),
    _pattern(
        "past",
        "vague unit",
        r"(?:more\s+|most\s+|just\s+)?recently|lately|formerly|(?:more\s+|most\s+)?recent(?=\s+\w)"
        r"|recent\s+times|in\s+the\s+(?:recent\s+|distant\s+)?past"
        r"|the\s+(?:recent\s+|distant\s+)?past(?=\s*[.,;)]|\s+and\b|\s+but\b|$)|(?:not\s+)?(?:so\s+"
        r"|that\s+)?long\s+ago|some\s+time\s+ago|previously",
    ),
    _pattern(
        "future",
        "vague unit",
        r"soon(?!\s+(?:after|as|became|found))|shortly(?!\s+(?:after|before))|(?:the\s+)?(?:near"
        r"|foreseeable|immediate|not[ -]too[ -]distant)?\s*future(?<=the future)(?!\s+of\b)|the\s+(?:near|foreseeable"
        r"|immediate)\s+future|a\s+later\s+"
        r"(?:date|time)|the\s+(?:short|near|long|longer)\s+term",
    ),
    _pattern(
        "that_time",
        "vague",
        r"at\s+(?:the|that)\s+time(?!\s+(?:of|for|to|being|when)\b)(?=(?P<clause>\s+(?:it|he|she|they|we|that)\b)?)",
    ),
    _pattern("while", "vague", r"some\s+time|a\s+(?:long|short)\s+time|a\s+while"),
)

# What stands before a time and narrows it or blurs it.
PART = re.compile(
    r"(?:(?P<EARLIER>\bearly-to-mid)|(?P<LATER>\bmid-to-late)"
    r"|(?P<FIRST>\bthe\s+first\s+half\s+of)|(?P<SECOND>\bthe\s+(?:last|second)\s+half\s+of)|(?P<START>\bearly|\b(?:the\s+)?(?:beginning|start)\s+of)|(?P<MID>\bmid|\b(?:the\s+)?middle\s+of)"
    r"|(?P<END>\blate|\b(?:the\s+)?(?:end|close)\s+of))(?:\s+(?:in|on)\b)?(?:[\s-]+the)?[\s-]+$",
    re.IGNORECASE,
)
DAYPART_OF = re.compile(
    rf"\b(?:the\s+)?(?:(?P<edge>dawn|dusk|midday)(?:\s+(?:on|of))?|(?:(?P<daypart>{any_of(DAYPARTS)})|(?P<hours>(?:early|small|wee)(?:\s+morning)?\s+hours))\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
WEEK_OF = re.compile(r"\b(?:the\s+)?(?P<unit>week|weekend)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
EARLIER = re.compile(r"\b(?P<way>earlier|later)(?:\s+(?:in|on))?\s+$", re.IGNORECASE)
CLOCK_AFTER = re.compile(
    r"(?:\s+in\s+the\s+(?:morning|afternoon|evening)|\s+at\s+night|:\d\d|\.\d\d\s*(?:[ap]\.?m|[A-Z]{3}|hrs|hours|local)|\s*[ap]\.?m\b|\s?(?:GMT|UTC))",
    re.IGNORECASE,
)
NUMERIC_AFTER = re.compile(r"[/.-]\d{1,2}\b")
