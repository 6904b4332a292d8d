"""Words -> whether they are a press name ("Lake Courier", "Radio Lisbon", "The Times of Malta"), where no table knows it."""
# ruff: noqa: E501 (lists are kept whole)

from __future__ import annotations

import re

_LONGEST = 4  # words, small ones apart
# Last words of names, in English and in the languages whose papers are most often quoted.
_LAST = frozenset(
    "herald times post daily observer courier gazette tribune journal chronicle telegraph mail press wire newswire agency monitor standard star sun mirror "
    "express echo sentinel examiner bulletin dispatch register record independent globe messenger weekly review news network broadcasting tv television radio "
    "media online inquirer advertiser argus gleaner nation leader citizen vanguard ledger digest insider spectator zeitung "
    "nachrichten anzeiger tagblatt tageblatt rundschau kurier presse allgemeine dagblad nieuws posten tidning tidningen bladet avisen haber gazetesi ajansı "
    "pravda vesti novosti novini gazeta today outlook magazine quarterly channel".split()
)
_FIRST = re.compile(
    r"(?:the\s+)?(?:radio|televisión|tele|tv|daily|gazeta|agence|agencia|agenzia|agentur|diario|el diario|jornal|journal|il giornale|corriere|gazzetta|nova|novaya|"
    r"(?:voice|times|news|post|herald|echo|star|radio|journal|daily|gazette) (?:of|de|di|du|des|von|del|della))\s",
    re.IGNORECASE,
)
# Of these alone a heading of a page is made ("World News", "Press Review", "Latest News Today").
_HEADINGS = frozenset(
    "world breaking latest top live local national international press news media state foreign today more other related politics political business "
    "sport sports update updates daily weekly review the global regional all our main front page key week in on and of this tv radio video online "
    "economic economy security defence defense public general european african asian american russian chinese newsletter agency office report".split()
)
_PAPERS = frozenset("mail post star times telegraph mirror express sun herald record monitor nation standard".split())
_SMALL = frozenset("of the de di du des von del della la le el il al and & und et y e".split())


def is_press_name(words: str) -> bool:
    """Two to four words in capitals, one of them such as papers, agencies and stations bear, one more of its own."""
    parts = words.split()
    if (
        not 2 <= sum(p.casefold() not in _SMALL for p in parts) <= _LONGEST
        or any(c in words for c in ':;!?"“”()|/')
        or words[-1] in ".,-"
    ):
        return False
    if not all(p[0].isupper() or p.casefold() in _SMALL for p in parts) or parts[0] in _SMALL:
        return False
    folded = [p.casefold() for p in parts]
    if folded[-1] not in _LAST and (_FIRST.match(words) is None or len(parts) > _LONGEST):
        return False
    own = any(p not in _HEADINGS and p not in _LAST and p not in _SMALL for p in folded)
    return own or (folded[-1] in _PAPERS and folded[-2] in ("daily", "evening", "morning", "sunday", "weekly", "national"))
