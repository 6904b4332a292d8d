"""A person named in part, or an office without a name -> candidates, from the holders of offices on the document's date."""

from __future__ import annotations

import re

from ..records import Candidate, Mention
from ..tables.letters import plain_letters
from ..tables.rows import Office
from .settings import Setting

# An office by another name: who is asked when the first has no holder.
ALIKE = {
    "president": ("president", "chief_executive"),
    "prime_minister": ("prime_minister",),
    "foreign_minister": ("foreign_minister", "high_representative"),
    "leader": ("supreme_leader", "leader", "president", "prime_minister", "monarch", "secretary_general"),
    "secretary_general": ("secretary_general", "director_general", "managing_director", "commission_president"),
    "high_representative": ("high_representative",),
    "director_general": ("director_general", "managing_director"),
    "spokesperson": ("spokesperson", "spokesperson_mfa", "spokesperson_hos", "spokesperson_state", "press_secretary"),
    "legislator": ("parliament_president",),
    "judge": ("prosecutor",),
    "officer": ("commander_in_chief", "chief_general_staff", "saceur", "chair_military_committee"),
}
# Offices of which a state or organisation has one.
UNIQUE = set(
    "president prime_minister foreign_minister defence_minister secretary_general director_general high_representative "
    "supreme_leader monarch commission_president council_president commander_in_chief national_security_adviser vice_president "
    "interior_minister finance_minister crown_prince".split()
)


def office_candidates(mention: Mention, role: str, setting: Setting) -> tuple[tuple[Candidate, ...], tuple[Office, ...]]:
    """Holders of the office that a phrase without a name tells of ("the Russian foreign minister"), and their office rows."""
    if mention.organisation is None or role not in UNIQUE:
        return (), ()
    rows = setting.holders(mention.organisation, role)
    if not rows and role in ALIKE:
        rows = next((r for other in ALIKE[role] if other in UNIQUE and (r := setting.holders(mention.organisation, other))), ())
    persons = dict.fromkeys(o.person for o in rows)
    sure = setting.dated() and len(persons) == 1
    reason = f"holds the office on {setting.day()}" if sure else f"one of {len(persons)} who held the office about {setting.day()}"
    score = 0.9 if sure else round(0.6 / max(1, len(persons)), 3)
    return tuple(Candidate(p, score, (f"{role} of {mention.organisation}", reason)) for p in persons), rows if sure else ()


def surname_candidates(mention: Mention, role: str, setting: Setting) -> tuple[Candidate, ...]:
    """Persons of the tables whose surname is the mention's name. A title ("President Putin") or a state before the name, or
    being the only holder of an office of that name on the document's date, makes one of them the answer."""
    known = setting.tables.surnames.get(mention.name.casefold(), ())
    holding = {p: setting.offices(p) for p in known}
    in_office = [p for p, held in holding.items() if held]
    candidates = []
    for person in known:
        held = holding[person]
        wanted = {role, *ALIKE.get(role, ())}
        ever = setting.tables.offices_of(person)
        titled = bool(role) and any(o.role in wanted for o in held or (() if setting.dated() else ever))
        state = setting.tables.state_of(person)
        placed = mention.organisation is not None and mention.organisation in {state, *(o.actor for o in held or ever)}
        score, reasons = 0.2, ["surname only"]
        if held and len(in_office) == 1:
            score, reasons = 0.6, [*reasons, f"the only holder of an office of that name on {setting.day()}: {held[-1].id}"]
        elif not setting.dated() and len(known) == 1 and any(o.role in UNIQUE for o in ever):
            score, reasons = 0.5, [*reasons, "the only holder of a high office of that name in the tables; the report is undated"]
        if titled:
            score, reasons = score + 0.3, [*reasons, "the title fits"]
        if placed:
            score, reasons = score + 0.25, [*reasons, "the state fits"]
        elif mention.organisation is not None:
            score, reasons = score - 0.35, [*reasons, "the state does not fit"]
        candidates.append(Candidate(person, round(max(0.05, min(score, 0.95)), 3), tuple(reasons)))
    return tuple(sorted(candidates, key=lambda c: -c.score))


def new_person(mention: Mention) -> Candidate | None:
    """A candidate of its own for a full name that the tables do not hold; None for a single word."""
    words = [w for w in mention.name.split() if w[:1].isupper()]
    if len(words) < 2:
        return None
    ascii_name = plain_letters(mention.name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name.casefold()).strip("-")
    return Candidate(f"person:{slug}", 0.55, ("named in full", "not in the tables")) if slug else None
