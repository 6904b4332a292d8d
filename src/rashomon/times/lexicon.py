"""The English words of time: what starts a search for a time expression, and what each word stands for."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun"),
        start=1,
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# Unit -> TIMEX3 letter, with a T before units of the clock; decades, centuries and fortnights are counted in years and weeks.
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y",
}  # fmt: skip
UNIT_SIZE = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
PLURALS = {"centuries": "century", "millennia": "millennium"} | {f"{unit}s": unit for unit in UNITS}
DAYPARTS = {
    "dawn": "MO", "morning": "MO", "midday": "MI", "afternoon": "AF", "dusk": "EV", "evening": "EV", "night": "NI",
    "overnight": "NI", "nightfall": "EV",
}  # fmt: skip
ADVERB_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "biennially": "P2Y",
}  # fmt: skip

VAGUE_WORDS = "now currently presently nowadays recently lately formerly recent soon shortly".split()

# Fixed feasts: "month-day". Movable ones: "month:weekday:n" is the n-th such weekday of the month (-1 the last),
# "easter +n" is n days after Western Easter, "pascha +n" after the Orthodox, "hebrew +n" after the Jewish New Year in autumn;
# "islamic month-day" holds to within a day.
HOLIDAYS = {
    "new year's day": "01-01", "new year's eve": "12-31", "new year's": "01-01", "valentine's day": "02-14",
    "st. patrick's day": "03-17", "april fools' day": "04-01", "may day": "05-01", "victory day": "05-09",
    "juneteenth": "06-19", "independence day": "07-04", "fourth of july": "07-04", "july fourth": "07-04",
    "bastille day": "07-14", "halloween": "10-31", "all saints' day": "11-01", "veterans day": "11-11",
    "armistice day": "11-11", "remembrance day": "11-11", "christmas eve": "12-24", "christmas day": "12-25",
    "christmas": "12-25", "boxing day": "12-26", "martin luther king day": "1:1:3", "presidents' day": "2:1:3",
    "presidents day": "2:1:3", "memorial day": "5:1:-1", "labor day": "9:1:1", "columbus day": "10:1:2",
    "thanksgiving": "11:4:4", "thanksgiving day": "11:4:4", "ash wednesday": "easter -46", "palm sunday": "easter -7",
    "good friday": "easter -2", "easter sunday": "easter +0", "easter monday": "easter +1", "easter": "easter +0",
    "pentecost": "easter +49", "maundy thursday": "easter -3", "holy saturday": "easter -1", "ascension day": "easter +39",
    "whit monday": "easter +50", "orthodox good friday": "pascha -2", "orthodox easter": "pascha +0",
    "orthodox easter sunday": "pascha +0", "orthodox christmas": "01-07", "orthodox christmas eve": "01-06",
    "orthodox new year": "01-14", "epiphany": "01-06", "women's day": "03-08", "international women's day": "03-08",
    "anzac day": "04-25", "earth day": "04-22", "europe day": "05-09", "human rights day": "12-10", "guy fawkes night": "11-05",
    "bonfire night": "11-05", "st. stephen's day": "12-26", "holocaust remembrance day": "01-27", "cinco de mayo": "05-05",
    "mother's day": "5:7:2", "father's day": "6:7:3",
    "passover": "hebrew -163", "purim": "hebrew -193", "shavuot": "hebrew -113", "rosh hashanah": "hebrew +0",
    "rosh hashana": "hebrew +0", "yom kippur": "hebrew +9", "sukkot": "hebrew +14", "hanukkah": "hanukkah",
    "chinese new year": "chinese", "lunar new year": "chinese", "spring festival": "chinese", "nowruz": "03-21",
    "eid al-fitr": "islamic 10-1", "eid ul-fitr": "islamic 10-1", "eid al-adha": "islamic 12-10", "eid ul-adha": "islamic 12-10",
    "ashura": "islamic 1-10", "ramadan": "islamic 9-1",
}  # fmt: skip

# Feasts that each country has on a day of its own: ours are those of the United States and of Russia.
NATIONAL = frozenset("independence day;victory day;memorial day;labor day;thanksgiving;thanksgiving day;veterans day".split(";"))

# Word -> kinds of trigger; a pattern is tried only near a trigger of its kind.
TRIGGERS: dict[str, str] = (
    dict.fromkeys(MONTHS, "month")
    | dict.fromkeys(WEEKDAYS, "weekday")
    | {f"{name}s": "weekday" for name in WEEKDAYS if name.endswith("day")}
    | dict.fromkeys(SEASONS, "season")
    | dict.fromkeys(("summers", "winters", "springs", "autumns"), "season")
    | dict.fromkeys(UNITS, "unit")
    | dict.fromkeys(PLURALS, "unit")
    | dict.fromkeys(("weekdays", "weeknights", "midweek"), "unit")
    | dict.fromkeys(DAYPARTS, "daypart")
    | dict.fromkeys("mornings afternoons evenings midmorning midafternoon midevening".split(), "daypart")
    | dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), "deictic")
    | dict.fromkeys(("noon", "midnight", "gmt", "utc", "clock"), "clock")
    | dict.fromkeys("hourlong daylong weeklong monthlong yearlong decadelong".split(), "long")
    | dict.fromkeys(ADVERB_SETS, "adverb")
    | dict.fromkeys(VAGUE_WORDS, "vague")
    | dict.fromkeys(
        "time times future past present moment term ago once previously later earlier long while then someday".split(), "vague"
    )
    | dict.fromkeys("period term half fiscal".split(), "unit")
    | dict.fromkeys("twenties thirties forties fifties sixties seventies eighties nineties".split(), "decade")
    | dict.fromkeys(("nineteen", "thousand", "eighteen", "twenty"), "spelled")
    | dict.fromkeys(
        {name.split()[0].split("'")[0].rstrip(".") for name in HOLIDAYS}
        - {"may", "april", "july", "good", "new", "international", "human", "earth", "europe", "ash", "spring"},
        "holiday",
    )
    | dict.fromkeys(("eve", "new", "fools", "good", "fourth", "rights", "fawkes", "festival"), "holiday")
    | dict.fromkeys(("bc", "bce", "b"), "christ")
    | dict.fromkeys("hebrew jewish islamic muslim hijri ethiopian persian iranian ah".split(), "calendar")
)
