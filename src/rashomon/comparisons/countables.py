"""Sentence, number -> what the number counts: a noun, a sign, people without a noun, a time that something takes."""

from __future__ import annotations

from ..records import Sentence
from .measures import CLOCK
from .numerals import VAGUE

PEOPLE = "people"
_NO_LENGTH = {"ago", "old", "later", "earlier", "-"}  # "five days ago" is a day
# Those whom something befell, counted without a noun ("seven dead", "51 were taken to hospital").
_FATES = {
    "dead": "die",
    "injured": "injure",
    "wounded": "wound",
    "hurt": "hurt",
    "missing": "disappear",
    "arrested": "arrest",
    "homeless": "displace",
}
_SUFFERED = {"die", "flee", "perish", "drown"}
_NEARLY = {"about", "around", "over"}
_BEFALLS = set("kill injure wound hurt arrest detain rescue evacuate displace hospitalize hospitalise".split())
_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0}
_GIVING = {"give", "grant", "allow", "set"}
_TERMS = {"year": 1.0, "month": 1 / 12}
_PRISONS = {"prison", "jail", "imprisonment", "bar", "detention"}
_JAILING = {"jail", "imprison", "sentence"}
_FOR_HOSPITAL = 6  # tokens from a verb within which "to hospital" stands
_OF_PEOPLE = {"toll", "population"}
_QUAKES = {"magnitude", "richter"}
_MOST = {"most", "majority", "bulk"}


def unit_of(sentence: Sentence, first: int, last: int) -> str:
    """What is counted: a currency or per cent sign beside the number, else the noun that it modifies or "of" which it is."""
    tokens = sentence.tokens
    for k in (first - 1, last + 1):
        if 0 <= k < len(tokens) and (tokens[k].text in "$€£¥%" or tokens[k].lemma.lower() in {"percent", "dollar", "euro"}):
            return {"dollar": "$", "euro": "€", "percent": "%"}.get(tokens[k].lemma.lower(), tokens[k].text)
    if [t.text.lower() for t in tokens[last + 1 : last + 3]] == ["per", "cent"]:
        return "%"
    for prefix in "$€£¥":
        if tokens[first].text.startswith(prefix):
            return prefix
    if first and tokens[first - 1].pos == "PROPN" and tokens[first].head <= first - 1:
        return ""  # "the Sea Dragon 7"
    if noun := counted(sentence, last):
        return noun
    if {t.text.lower() for t in (*tokens[max(0, first - 3) : first], *tokens[last + 1 : last + 6])} & _QUAKES:
        return "magnitude"
    if _befallen(sentence, last) or (tokens[last].dep == "pobj" and _heads(sentence, first)):
        return PEOPLE
    k = last
    loose = {"amod"} if tokens[last].text.lower() in VAGUE else set[str]()
    while tokens[k].dep in {"nummod", "compound", "quantmod", "punct"} | loose and tokens[k].head != k:
        k = tokens[k].head
        if tokens[k].pos in {"NOUN", "PROPN"}:
            break
    of = next((c for c in tokens[k].children if tokens[c].text.lower() == "of" and tokens[c].dep == "prep"), None)
    if of is not None and (k in range(first, last + 1)):
        k = next((c for c in tokens[of].children if tokens[c].pos in {"NOUN", "PROPN"}), k)
    inside = k in range(first, last + 1)
    if inside and tokens[k].dep == "nsubj" and tokens[tokens[k].head].lemma.lower() == "be":  # "eleven of them were children"
        k = next((c for c in tokens[tokens[k].head].children if tokens[c].dep == "attr" and tokens[c].tag == "NNS"), k)
        inside = k in range(first, last + 1)
    return "" if inside or tokens[k].pos not in {"NOUN", "PROPN"} else tokens[k].lemma.lower()


def _befallen(sentence: Sentence, last: int) -> bool:
    """Whether the number stands for people whom something befell, without a noun."""
    tokens = sentence.tokens
    number = tokens[last]
    if last + 1 < len(tokens) and tokens[last + 1].text.lower() in _FATES:
        return not any(t.pos == "NOUN" for t in tokens[last + 2 : last + 3])
    if any(tokens[k].text.lower() == "of" for k in number.children):
        return False
    above = tokens[number.head].head if number.dep == "pobj" and tokens[number.head].text.lower() in _NEARLY else number.head
    lemma = tokens[above].lemma.lower()
    if number.dep == "nsubj":
        return lemma in _SUFFERED
    to_hospital = any(t.lemma.lower() == "hospital" for t in tokens[above : above + _FOR_HOSPITAL])
    return number.dep in {"nsubjpass", "dobj", "pobj"} and tokens[above].pos == "VERB" and (lemma in _BEFALLS or to_hospital)


def _heads(sentence: Sentence, first: int) -> str:
    """The noun shortly before a number that makes it one of people ("the toll rose to 12", "a population of 9,000"), or ""."""
    return next((word for t in sentence.tokens[max(0, first - 6) : first] if (word := t.lemma.lower()) in _OF_PEOPLE), "")


def counted(sentence: Sentence, i: int) -> str:
    """ "puts the number of boats at 11": what the number at token i counts; "" where it is not told so."""
    tokens = sentence.tokens
    if tokens[i].dep != "pobj" or tokens[tokens[i].head].text.lower() != "at":
        return ""
    for k in range(i - 1, 0, -1):
        if tokens[k].text.lower() == "of" and tokens[k - 1].lemma.lower() == "number":
            return next((tokens[c].lemma.lower() for c in tokens[k].children if tokens[c].dep == "pobj"), "")
    return ""


def lasts(sentence: Sentence, last: int) -> bool:
    """Whether the number is of a time that something takes ("six hours"), not of a day ("two years ago", "12 March")."""
    tokens = sentence.tokens
    head = tokens[last].head
    beside = tokens[head + 1].text.lower() if head + 1 < len(tokens) else ""
    return tokens[last].dep == "nummod" and tokens[head].lemma.lower() in CLOCK and beside not in _NO_LENGTH


def term(sentence: Sentence, last: int) -> tuple[float, str] | None:
    """The scale and unit of a time that is given to somebody ("gave the envoy 72 hours": hours), or that they are to spend in
    prison ("jailed for five years": years); None of other times."""
    tokens = sentence.tokens
    unit = tokens[tokens[last].head]
    word, above = unit.lemma.lower(), tokens[unit.head]
    if tokens[last].dep != "nummod":
        return None
    if word in _HOURS and unit.dep in {"dobj", "oprd"} and above.lemma.lower() in _GIVING:
        return _HOURS[word], "hour"
    behind = {t.lemma.lower() for t in tokens[tokens[last].head + 1 : tokens[last].head + 4]}
    jailed = above.lemma.lower() in _JAILING or (
        above.text.lower() in {"to", "for"} and tokens[above.head].lemma.lower() in _JAILING
    )
    if word in _TERMS and (behind & _PRISONS or jailed):
        return _TERMS[word], "year of prison"
    return None


def is_most(sentence: Sentence, i: int) -> bool:
    """Whether token i stands for more than half ("most of the men", "the majority of them")."""
    tokens = sentence.tokens
    word, beside = tokens[i].text.lower(), tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
    return word in _MOST and (beside == "of" or (word == "most" and tokens[i].dep == "amod" and tokens[i].pos == "ADJ"))


def fate(sentence: Sentence, first: int, last: int) -> str:
    """The verb of what befell people who are counted without one ("seven dead", "a toll of 12"), or ""."""
    tokens = sentence.tokens
    if _heads(sentence, first) == "toll":
        return "die"
    return _FATES.get(tokens[last + 1].text.lower(), "") if last + 1 < len(tokens) and _befallen(sentence, last) else ""
