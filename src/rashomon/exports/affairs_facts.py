"""Facts of the tables in words: as rows of a page, and as notes on a line that they bear on."""

from __future__ import annotations

from datetime import date, timedelta

from ..records import Affair
from ..tables import Tables
from ..timelines.facts import Fact

BY_TABLES = {
    Affair.MEMBERSHIP: "memberships",
    Affair.PARTNERSHIP: "partnerships",
    Affair.SANCTION: "sanctions",
    Affair.AID: "aid pledged",
    Affair.AGREEMENT: "agreements",
    Affair.RECOGNITION: "recognitions",
}
SAID = {
    "member": "is a member of",
    "partner": "belongs to",
    "participant": "belongs to",
    "candidate": "is among the",
    "sanctions": "has sanctions on",
    "party": "is party to",
    "recognises": "recognises",
    "aids": "pledged aid to",
}


def fact_words(fact: Fact, tables: Tables) -> tuple[str, str]:
    """The stance of a fact, and what it is about: "has sanctions on", "Iran (comprehensive: trade embargo)"."""
    body = tables.name(fact.body)
    if fact.standing == "party":
        return SAID[fact.standing], " ".join(filter(None, (fact.through, fact.matter)))
    if fact.standing == "recognises":
        return SAID[fact.standing], " ".join(filter(None, (body, _as(fact.matter))))
    through = f", as a member of {tables.name(fact.through)}" if fact.through not in ("", fact.actor, fact.body) else ""
    return SAID[fact.standing], body + (f" ({fact.matter}{through})" if fact.matter else through)


def fact_note(fact: Fact, tables: Tables) -> str:
    """What the tables say, in the words of a note on a line."""
    name, body = tables.name(fact.actor), tables.name(fact.body)
    since = f" since {first_known(fact.since)}" if fact.since is not None else ""
    if fact.standing == "none":
        return f"by the tables {name} is no member of {body}"
    if fact.affair is Affair.MEMBERSHIP and fact.standing in ("partner", "candidate", "participant"):
        return f"by the tables {name} is no member of {body} but its {fact.standing} ({tables.name(fact.through)}){since}"
    if fact.standing == "party":
        return f"by the tables {name} is party to the {fact.through}, signed {first_known(fact.since) if fact.since else ''}"
    until = f" until {last_known(fact.until)}" if fact.until is not None else ""
    stance, what = fact_words(fact, tables)
    return f"by the tables {name} {stance} {what}{since}{until}"


def first_known(day: date) -> str:
    """A first day as the tables may have it: that of a year or a month stands for the whole of it, whose day is not known."""
    return day.isoformat() if day.day > 1 else day.strftime("%Y-%m") if day.month > 1 else day.strftime("%Y")


def last_known(day: date) -> str:
    """A last day, likewise."""
    after = day + timedelta(days=1)
    return day.isoformat() if after.day > 1 else day.strftime("%Y-%m") if after.month > 1 else day.strftime("%Y")


def _as(matter: str) -> str:
    """ "independence" is not put behind a name, "as the government" is."""
    return matter if matter.startswith("as ") else ""
